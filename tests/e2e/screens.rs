//! Every screen that a person can come to, looked over: with two years of work in them, and with none yet.

use serde_json::json;

use crate::keys::ESCAPE;
use crate::sweep;
use crate::window::Window;

/// The tabs of a cooperative's page.
const TABS: [&str; 6] = [
    "cooperative-tab-overview",
    "cooperative-tab-diagnostics",
    "cooperative-tab-plan",
    "cooperative-tab-visits",
    "cooperative-tab-files",
    "cooperative-tab-past",
];
/// How the agenda is shown.
const SPANS: [&str; 3] = ["agenda-list", "agenda-month", "agenda-week"];

impl Window {
    /// Waits until the screen has read what it shows.
    fn settled(&self) {
        let there = "document.querySelector('main h1') && !document.querySelector('main .skeleton')";
        self.wait("a screen that has read what it shows", there, &[]);
    }

    /// Looks over what is there now.
    fn looked_over(&self, name: &str) {
        self.settled();
        sweep::all(self, name);
    }

    /// Goes to a place by the rail and looks over it.
    fn place(&self, label: &str, name: &str) {
        self.press("nav button", label);
        self.wait(
            "the place in the rail",
            "named(document.querySelector('nav [aria-current]')).startsWith(given[0])",
            &[json!(self.say(label))],
        );
        self.looked_over(name);
    }

    /// Presses the first thing that a selector finds.
    fn first(&self, selector: &str) {
        self.click(selector, "");
    }
}

/// The centre is looked at before anything is offered.
fn exchange(window: &Window, name: &str) {
    window.press("nav button", "frame-exchange");
    window.see("button", &window.say("exchange-start"));
    window.looked_over(name);
}

/// The rail's places and, where there is something in them, what they lead to.
pub fn of_a_coach(window: &Window) {
    window.place("frame-today", "s-today");
    window.place("frame-agenda", "s-agenda");
    for span in SPANS {
        window.press("[role=radio]", span);
        window.looked_over(&format!("s-{span}"));
    }
    window.first("[data-visit]");
    window.see("button", &window.say("agenda-brief"));
    window.looked_over("s-agenda-visit");
    window.press("button", "agenda-brief");
    window.wait("the visit", "!document.querySelector('[data-visit]')", &[]);
    window.looked_over("s-visit");
    window.place("frame-cooperatives", "s-cooperatives");
    window.first("[data-row='0'] [role=rowheader]");
    for tab in TABS {
        window.press("[role=tab]", tab);
        window.looked_over(&format!("s-{tab}"));
    }
    window.press("button", "cooperative-edit");
    window.wait("the form of the record", "document.querySelector('main form')", &[]);
    window.looked_over("s-edit");
    exchange(window, "s-exchange");
    window.place("frame-settings", "s-settings");
}

/// What a programme has that was started a moment ago: each place says what to do first.
pub fn of_a_new_programme(window: &Window) {
    window.place("frame-today", "n-today");
    window.place("frame-agenda", "n-agenda");
    window.place("frame-cooperatives", "n-cooperatives");
    exchange(window, "n-exchange");
    window.press("nav button", "frame-cooperatives");
    window.settled();
    window.press("button", "cooperatives-import");
    window.looked_over("n-import");
    window.press("nav button", "frame-cooperatives");
    window.settled();
    window.press("button", "cooperatives-new");
    window.wait("an empty record", "document.querySelector('main form')", &[]);
    window.looked_over("n-new");
    window.keys(ESCAPE);
}
