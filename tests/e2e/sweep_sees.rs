//! The sweep must be able to find what it looks for: each mistake is made in the page, seen, and taken away again.

use std::sync::Arc;

use serde_json::json;

use crate::laptop::Laptop;
use crate::sweep::{look, speak, unmirrored};
use crate::window::Window;

#[test]
fn the_sweep_sees_what_is_wrong() {
    let window = Window::open("sweep", &Arc::new(Laptop::empty()), "fr");
    window.wait("the first screen", "document.querySelector('main')", &[]);
    let clean = look(&window);
    let check = |element: &str, style: &str, expected: &str| {
        let make = "const e = document.createElement('div'); e.id = 'planted'; e.innerHTML = given[0];
            (document.querySelector('main') ?? document.body).append(e); Object.assign(e.firstElementChild.style, JSON.parse(given[1]));";
        window.run(make, &[json!(element), json!(style)]);
        let seen = look(&window).wrong;
        let new: Vec<&String> = seen.iter().filter(|w| !clean.wrong.contains(w)).collect();
        assert!(new.iter().any(|w| w.contains(expected)), "{element} {style}: {expected} in {new:?}");
        window.run("document.getElementById('planted').remove();", &[]);
    };
    let narrow = r#"{"width": "40px", "overflow": "hidden", "whiteSpace": "nowrap""#;
    let text = "<p>Une phrase qui est bien trop longue</p>";
    check(text, &format!("{narrow}}}"), "too wide: p");
    check(text, &format!(r#"{narrow}, "textOverflow": "ellipsis"}}"#), "cut, and no title has the rest: p");
    check(text, r#"{"width": "60px", "height": "20px", "overflow": "hidden"}"#, "cut below: p");
    check(text, r#"{"width": "60px", "height": "20px", "overflow": "auto"}"#, "scrolls: p");
    check(text, r#"{"position": "fixed", "insetInlineStart": "-30px", "insetBlockStart": "10px"}"#, "outside: p");
    check("<button type=button>Là</button>", r#"{"position": "fixed", "insetBlockEnd": "-20px"}"#, "outside: button");
    check(text, r#"{"height": "3000px"}"#, "scrolls");
    check("<p>pâle</p>", r##"{"color": "#eee", "backgroundColor": "#fff"}"##, "axe: color-contrast");
    check("<button type=button></button>", "{}", "axe: button-name");

    // A screen that stays as it was in French is no Arabic screen.
    speak(&window, "fr", "ar");
    assert_eq!(unmirrored(&clean, &look(&window)), Vec::<String>::new());
    window.run("document.documentElement.dir = 'ltr';", &[]);
    assert_eq!(
        unmirrored(&clean, &look(&window)).first().map(String::as_str),
        Some("direction: French from the right: false, Arabic: false")
    );
    window.run(
        "document.documentElement.dir = 'rtl'; const m = document.querySelector('main').style; m.position = 'fixed'; m.left = '250px'; m.width = '300px';",
        &[],
    );
    let moved = unmirrored(&clean, &look(&window));
    assert!(moved.iter().any(|w| w.starts_with("not mirrored: \"main")), "{moved:?}");
}
