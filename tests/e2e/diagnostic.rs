//! The path of an answer: typed at a village on one laptop, by the keyboard alone, and read on the coordinator's.

use serde_json::json;
use terrain_demo::PASSPHRASE;

use crate::keys::{CONTROL, DOWN, ENTER, ESCAPE, PAGE_DOWN, UP};
use crate::programme::Programme;
use crate::sweep;
use crate::window::Window;

/// The answers of the journey.
const DIGITS: [u64; 10] = [2, 1, 3, 2, 1, 2, 3, 1, 2, 3];

#[test]
fn ten_answers_by_keyboard_reach_the_coordinator_in_french() {
    journey("fr", true);
}

#[test]
fn ten_answers_by_keyboard_reach_the_coordinator_in_arabic() {
    journey("ar", false);
}

/// In the language; `sweep` also looks at each screen in both.
fn journey(language: &'static str, sweep: bool) {
    let programme = Programme::new();
    let (entry, _) = programme.begin_diagnostic("coach-1");
    let amina = Window::open("diagnostic", &programme.laptop("coach-1"), language);
    let look = |window: &Window, name: &str| match sweep {
        true => sweep::all(window, name),
        false => drop(window.picture(&format!("journey-{name}"), language)),
    };
    let comment = if language == "ar" {
        "دفتر الصندوق عند أمينة المال"
    } else {
        "Le cahier est chez la trésorière"
    };

    amina.see("textbox", &amina.say("opening-passphrase"));
    look(&amina, "1-unlock");
    amina.unlock("fausse");
    amina.wait("what went wrong", "find('alert', '') && document.querySelector('[aria-invalid=true]')", &[]);
    look(&amina, "1-unlock-refused");
    amina.click("textbox", &amina.say("opening-passphrase"));
    amina.chord(CONTROL, "a");
    amina.keys(&format!("{PASSPHRASE}{ENTER}"));

    amina.press("button", "frame-cooperatives");
    amina.see("heading", &amina.say("cooperatives-title"));
    amina.see("row", "");
    look(&amina, "2-cooperatives");
    amina.press("button", "cooperatives-work-continue");
    amina.focus();
    look(&amina, "3-entry");
    amina.back_to_card();

    // On to the first section that is scored.
    amina.keys(PAGE_DOWN);
    amina.focus_when("a question with levels", "q.choices === 5", &[]);

    let mut answered = Vec::new();
    for digit in DIGITS {
        answered.push(amina.answer(digit));
    }
    // Back with the arrow and a comment beside the tenth answer.
    amina.keys(UP);
    amina.focus_when("the tenth again", "q.label === given[0]", &[json!(answered[9].label)]);
    amina.keys(ESCAPE);
    amina.keys("c");
    amina.wait("the line for a comment", "document.activeElement?.dataset?.line === 'comment'", &[]);
    amina.keys(comment);
    amina.keys(ENTER);
    amina.focus_when("the comment beside the answer", "q.comment === given[0]", &[json!(comment)]);
    look(&amina, "3-entry-answered");
    amina.back_to_card();

    // One that does not apply, and that is taken back.
    let undone = not_applicable_then_undone(&amina);
    assert!(!answered.iter().any(|a| a.label == undone), "{undone}");
    let there: Vec<_> = answered.iter().map(|a| amina.walk_to(&a.label)).collect();
    assert!(there.iter().all(|q| !q.answer.is_empty()), "{there:?}");
    // A whole section and most of the next have a score by now.
    amina.wait("the score", "/^\\d+$/.test(plain(document.querySelector('aside .big')?.textContent))", &[]);

    amina.press("button", "frame-exchange");
    amina.see("button", &amina.say("exchange-start"));
    look(&amina, "4-sync");
    amina.sync();
    look(&amina, "4-sync-done");
    drop(amina);

    let khadija = Window::open("coordinator", &programme.laptop("coordinator"), language);
    khadija.enter();
    khadija.sync();
    khadija.press("button", "frame-cooperatives");
    let route = json!({"screen": "entry", "entry": entry}).to_string();
    khadija.wait("the list", "find('row', '')", &[json!(route)]);
    khadija.press("button", "cooperatives-work-continue");
    khadija.focus();
    for mine in &there {
        let hers = khadija.walk_to(&mine.label);
        assert_eq!((&hers.answer, &hers.comment), (&mine.answer, &mine.comment), "{}", mine.label);
    }
    look(&khadija, "5-coordinator");
}

/// On the next question without an answer that may not apply: N, a reason, then undone. Gives its label.
fn not_applicable_then_undone(window: &Window) -> String {
    window.keys(DOWN);
    let question = window.focus();
    window.keys(ESCAPE);
    window.keys("n");
    window.wait("the line for a reason", "document.activeElement?.dataset?.line === 'reason'", &[]);
    window.keys("Pas encore de stock");
    window.keys(ENTER);
    window.wait(
        "the reason beside the question",
        "plain(document.querySelector('article').innerText).includes('Pas encore de stock')",
        &[],
    );
    window.keys(ESCAPE);
    window.chord(CONTROL, "z");
    window.wait(
        "the reason undone",
        "!plain(document.querySelector('article').innerText).includes('Pas encore de stock')",
        &[],
    );
    question.label
}
