//! The battery dies while a comment is typed: the window comes back at the same question, with the text.

use serde_json::json;

use crate::keys::ESCAPE;
use crate::programme::Programme;
use crate::window::Window;

/// Typed and kept before the end; typed as the end came.
const KEPT: &str = "Elles tiennent le cahier depuis mars";
const LAST: &str = ", mais la trésorière est en voyage";

#[test]
fn a_window_killed_while_typing_comes_back_to_the_text() {
    let programme = Programme::new();
    let (entry, _) = programme.begin_diagnostic("coach-1");
    let laptop = programme.laptop("coach-1");
    let amina = Window::open("killed", &laptop, "fr");
    amina.enter();
    amina.press("button", "frame-cooperatives");
    amina.press("button", "cooperatives-work-continue");
    let answered: Vec<_> = [1, 2, 3].into_iter().map(|digit| amina.answer(digit)).collect();
    let question = amina.focus();
    amina.keys(ESCAPE);
    amina.keys("c");
    amina.wait("the line for a comment", "document.activeElement?.dataset?.line === 'comment'", &[]);
    amina.keys(KEPT);
    // Each pause while typing brings the text to the disk; nothing on the screen tells, so the disk is asked.
    let on_disk = || programme.peek("coach-1", "drafts", &json!({})).is_some_and(|d| d.to_string().contains(KEPT));
    let start = std::time::Instant::now();
    while !on_disk() {
        assert!(start.elapsed().as_secs() < 30, "what is typed does not reach the disk");
    }
    amina.keys(LAST);
    amina.kill();

    let amina = Window::open("killed-again", &laptop, "fr");
    amina.enter();
    let again = amina.focus_when("the same question", "q.number === given[0]", &[json!(question.number)]);
    assert_eq!(again.label, question.label);
    let whole = format!("{KEPT}{LAST}");
    assert!(again.comment.starts_with(KEPT) && whole.starts_with(&again.comment), "{:?}", again.comment);
    amina.picture("6-after-kill", "fr");
    let form = {
        drop(amina);
        programme.ask("coach-1", "entry_form", &json!({"entry": entry, "language": "fr"}))
    };
    let questions = form["questions"].as_array().unwrap();
    for before in answered {
        let now = questions.iter().find(|q| q["label"].as_str().is_some_and(|l| before.label.starts_with(l))).unwrap();
        assert_ne!(now["value"], json!(""), "{}", before.label);
    }
}
