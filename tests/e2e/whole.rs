//! A whole diagnostic by the keyboard alone, from the passphrase to the sealed document; the mouse is never used.

use serde_json::json;
use terrain_demo::PASSPHRASE;

use crate::keys::{CONTROL, END, ENTER, ESCAPE, HOME, TAB};
use crate::programme::Programme;
use crate::window::Window;

/// How a diagnostic's draft begins.
const DIAGNOSTIC: &str = "Diagnostic stratégique,";
/// The question that every number of the journey breaks.
const MEMBERS: &str = "Nombre de membres";
/// More than any screen has before what is looked for.
const TABS_MAX: u32 = 80;
/// More than the diagnostic asks.
const QUESTIONS_MAX: u32 = 120;

#[test]
fn a_whole_diagnostic_is_answered_and_sealed_by_the_keyboard_alone() {
    let programme = Programme::new();
    programme.begin_diagnostic("coach-1");
    let before = drafts(&programme);
    let window = Window::open("whole", &programme.laptop("coach-1"), "fr");
    window.see("textbox", &window.say("opening-passphrase"));
    tab_to(&window, &window.say("opening-passphrase"));
    window.keys(&format!("{PASSPHRASE}{ENTER}"));
    window.wait("the frame of the screens", "find('nav', '')", &[]);

    // The list of commands leads to the day, and the tabulator to a diagnostic that was begun.
    window.chord(CONTROL, "k");
    window.wait("the line of the list of commands", "document.activeElement?.role === 'combobox'", &[]);
    let day = window.say("frame-today");
    window.keys(&day);
    window.wait(
        "the command",
        "plain(document.querySelector('[data-selected]')?.textContent).includes(given[0])",
        &[json!(day)],
    );
    window.keys(ENTER);
    window.wait("the list gone", "!document.querySelector('[role=dialog]')", &[]);
    tab_to(&window, DIAGNOSTIC);
    window.keys(ENTER);

    // To the last question and back: what is asked between them.
    let begun = window.focus();
    window.keys(END);
    let last = window.focus_when("the last question", "q.label !== given[0]", &[json!(begun.label)]);
    on_card(&window);
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
    on_card(&window);

    tab_to(&window, &window.say("filling-finish"));
    window.keys(ENTER);
    window.see("heading", &window.say("filling-finish-title"));
    // A cooperative of two members is none: the list of what to correct leads to the question.
    window.read(&window.say("filling-finish-lacks"));
    window.picture("whole-finish", "fr");
    tab_to(&window, MEMBERS);
    window.keys(ENTER);
    window.focus_when("the question to correct", "q.label.startsWith(given[0])", &[json!(MEMBERS)]);
    window.chord(CONTROL, "a");
    window.keys(&format!("12{ENTER}"));
    window.focus_when("the next question", "!q.label.startsWith(given[0])", &[json!(MEMBERS)]);
    window.read(&window.say("filling-finish-ready"));
    tab_to(&window, &window.say("filling-finish-do"));
    window.keys(ENTER);
    window.wait("the document sealed", "!find('button', given[0])", &[json!(window.say("filling-finish-do"))]);
    window.read(&window.say("filling-doc-finalised-mine"));
    window.picture("whole-sealed", "fr");
    drop(window);

    assert_eq!(drafts(&programme), before - 1, "one draft less on the disk");
}

/// Leaves a line for its card, where keys are no text.
fn on_card(window: &Window) {
    window.keys(ESCAPE);
    window.wait("the card in focus", "document.activeElement?.localName === 'article'", &[]);
}

/// How many documents wait to be finished.
fn drafts(programme: &Programme) -> usize {
    programme.ask("coach-1", "today", &json!({}))["drafts"].as_array().unwrap().len()
}

/// Walks with the tabulator until what has the focus is called that.
fn tab_to(window: &Window, name: &str) {
    for _ in 0..TABS_MAX {
        let here =
            "const e = document.activeElement; return e?.matches('button, a, input') && named(e).includes(given[0]);";
        if window.run(here, &[json!(name)]) == json!(true) {
            return;
        }
        window.keys(TAB);
    }
    window.fail(&format!("the tabulator does not come to “{name}”"))
}
