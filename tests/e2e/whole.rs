//! A whole diagnostic by the keyboard alone, from the passphrase to the sealed document; the mouse is never used.

use serde_json::json;
use terrain_demo::PASSPHRASE;

use crate::keys::{CONTROL, END, ENTER, ESCAPE, HOME, TAB};
use crate::programme::Programme;
use crate::window::Window;

/// More than any screen has before what is looked for.
const TABS_MAX: u32 = 80;
/// More than the diagnostic asks.
const QUESTIONS_MAX: u32 = 120;

#[test]
fn a_whole_diagnostic_is_answered_and_sealed_by_the_keyboard_alone() {
    let programme = Programme::new();
    let (entry, _) = programme.begin_diagnostic("coach-1");
    let window = Window::open("whole", &programme.laptop("coach-1"), "fr");
    window.wait("the passphrase in focus", "document.activeElement?.localName === 'input'", &[]);
    window.keys(&format!("{PASSPHRASE}{ENTER}"));
    window.wait("the frame of the screens", "find('nav', '')", &[]);

    // The list of commands leads to the cooperatives.
    window.chord(CONTROL, "k");
    window.wait("the line of the list of commands", "document.activeElement?.role === 'combobox'", &[]);
    window.keys(&window.say("frame-cooperatives"));
    let cooperatives = [json!(window.say("frame-cooperatives"))];
    window.wait("the command", "plain(document.querySelector('[role=option][aria-selected=true], [role=option][data-selected]')?.textContent).includes(given[0])", &cooperatives);
    window.keys(ENTER);
    window.see("heading", &window.say("cooperatives-title"));
    window.see("row", "");
    tab_to(&window, &window.say("cooperatives-work-continue"));
    window.keys(ENTER);

    // To the last question and back: what is asked between them.
    window.focus();
    window.keys(END);
    let last = window.focus_when("the last question", "q.number > 1", &[]);
    window.keys(HOME);
    window.focus_when("the first question", "q.label !== given[0]", &[json!(last.label)]);
    for asked in 0.. {
        assert!(asked < QUESTIONS_MAX, "no end");
        window.saved();
        if window.focus().label == last.label {
            break;
        }
        window.answer(2);
    }
    window.type_answer(2);
    window.keys(ESCAPE);
    window.wait("the card in focus", "document.activeElement?.localName === 'article'", &[]);

    tab_to(&window, &window.say("filling-finish"));
    window.keys(ENTER);
    window.see("heading", &window.say("filling-finish-title"));
    window.picture("whole-finish", "fr");
    window.read(&window.say("filling-finish-ready"));
    tab_to(&window, &window.say("filling-finish-do"));
    window.keys(ENTER);
    window.wait("the document sealed", "!find('button', given[0])", &[json!(window.say("filling-finish-do"))]);
    window.read(&window.say("filling-sealed-finalised"));
    window.picture("whole-sealed", "fr");
    drop(window);

    let form = programme.ask("coach-1", "entry_form", &json!({"entry": entry, "language": "fr"}));
    assert_eq!(form["state"], json!("finalised"));
    let unanswered: Vec<_> = form["questions"].as_array().unwrap().iter().filter(|q| q["missing"] == json!(true)).collect();
    assert!(unanswered.is_empty(), "{unanswered:?}");
}

/// Walks with the tabulator until what has the focus is called that.
fn tab_to(window: &Window, name: &str) {
    for _ in 0..TABS_MAX {
        let here = "return Boolean(document.activeElement) && named(document.activeElement).includes(given[0]);";
        if window.run(here, &[json!(name)]) == json!(true) {
            return;
        }
        window.keys(TAB);
    }
    window.fail(&format!("the tabulator does not come to “{name}”"))
}
