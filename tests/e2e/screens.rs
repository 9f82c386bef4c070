//! Every screen of a coach, looked over: three languages, light and dark, three sizes.

use crate::programme::Programme;
use crate::sweep;
use crate::window::Window;

/// Where the rail leads, with the name of its picture.
const PLACES: &[(&str, &str)] = &[
    ("frame-today", "a-today"),
    ("frame-agenda", "b-agenda"),
    ("frame-cooperatives", "c-cooperatives"),
    ("frame-exchange", "d-sync"),
    ("frame-settings", "e-settings"),
];

impl Window {
    /// Waits until the screen has all that it reads.
    fn stands(&self) {
        self.wait(
            "a screen that has read everything",
            "find('main h1', '') && !document.querySelector('main .skeleton')",
            &[],
        );
    }
}

#[test]
fn each_screen_of_a_coach_stands_in_every_language_theme_and_size() {
    let programme = Programme::new();
    let amina = Window::open("screens", &programme.laptop("coach-1"), "fr");
    amina.enter();
    for (place, name) in PLACES {
        amina.press("button", place);
        amina.stands();
        sweep::all(&amina, name);
    }
}

#[test]
fn each_tab_of_a_cooperative_stands_in_every_language_theme_and_size() {
    let programme = Programme::new();
    let amina = Window::open("cooperative", &programme.laptop("coach-1"), "fr");
    amina.enter();
    amina.press("button", "frame-cooperatives");
    amina.stands();
    amina.wait("a first cooperative", "find('main [data-row=\"0\"]', '')?.click() ?? true", &[]);
    amina.wait("its tabs", "find('[role=tab]', '')", &[]);
    let tabs = amina.run("return document.querySelectorAll('[role=tab]').length;", &[]).as_u64().unwrap();
    for tab in 0..tabs {
        amina.run("document.querySelectorAll('[role=tab]')[given[0]].click();", &[tab.into()]);
        amina.stands();
        sweep::all(&amina, &format!("f-cooperative-{tab}"));
    }
}
