//! From suggestions to an update, by the keyboard: one is refused with its reason, one is kept, and what is noted of it outlives
//! the window.

use serde_json::{Value as Json, json};

use crate::keys::{DOWN, ENTER, TAB, UP};
use crate::programme::Programme;
use crate::window::Window;

/// Elements between the head of the page and the suggestions, at most.
const TABS_MAX: usize = 60;
/// The suggestion in focus: its words.
const SUGGESTION: &str =
    "document.activeElement.matches('ul > li[tabindex]') && plain(document.activeElement.querySelector('p').innerText)";
/// The texts of the journey: why one is refused, and what was seen of the other.
const TEXTS: [(&str, &str, &str); 2] = [
    ("fr", "Pas de local avant le printemps", "La trésorière a ouvert le cahier"),
    ("ar", "لا محل قبل الربيع", "فتحت أمينة المال الدفتر"),
];

#[test]
fn suggestions_become_a_plan_with_an_update_in_french() {
    journey("fr");
}

#[test]
fn suggestions_become_a_plan_with_an_update_in_arabic() {
    journey("ar");
}

fn journey(language: &'static str) {
    let (_, reason, seen) = TEXTS.into_iter().find(|(of, ..)| *of == language).unwrap();
    let programme = Programme::new();
    let cooperatives = programme.ask("coach-1", "cooperatives", &json!({}));
    let mine = cooperatives["rows"].as_array().unwrap().iter().find(|row| row["mine"] == json!(true)).unwrap();
    let asked = json!({ "cooperative": mine["id"], "language": language });
    let before = programme.ask("coach-1", "plan", &asked);
    let title = |n: usize| before["suggestions"][n]["title"].as_str().unwrap_or_else(|| panic!("{before}")).to_owned();
    let (refused, kept) = (title(0), title(1));
    let name = mine[if language == "ar" { "name_ar" } else { "name_fr" }].as_str().unwrap();

    let laptop = programme.laptop("coach-1");
    let amina = Window::open("suggestions", &laptop, language);
    amina.enter();
    amina.press("button", "frame-cooperatives");
    amina.click("row", name);
    amina.press("[role=tab]", "cooperative-tab-plan");
    amina.see("heading", &amina.say("plan-suggestions"));
    to_the_suggestions(&amina);
    let stands = |what: &str, title: &str| {
        amina.wait(what, &format!("({SUGGESTION}) === given[0]"), &[json!(title)]);
    };
    stands("the first in focus", &refused);
    amina.keys(DOWN);
    stands("the next in focus", &kept);
    amina.keys(UP);
    amina.keys("r");
    amina.wait("a place for the reason", "document.activeElement.matches('form input')", &[]);
    amina.keys(reason);
    amina.picture("journey-plan-1-refusing", language);
    amina.keys(ENTER);
    stands("the one that came into its place in focus", &kept);
    amina.keys("k");
    amina.see("button", &amina.say("plan-update-add"));
    amina.picture("journey-plan-2-kept", language);

    amina.press("button", "plan-update-add");
    amina.fill(&amina.say("plan-update-note"), seen);
    let typed =
        || programme.peek("coach-1", "page_state", &json!({})).is_some_and(|page| page.to_string().contains(seen));
    let start = std::time::Instant::now();
    while !typed() {
        assert!(start.elapsed().as_secs() < 30, "what is typed does not reach the disk");
    }
    amina.kill();

    let amina = Window::open("suggestions-again", &laptop, language);
    amina.enter();
    amina.wait(
        "the text that was typed",
        "[...document.querySelectorAll('textarea')].some((e) => e.value === given[0])",
        &[json!(seen)],
    );
    amina.press("button", "plan-update-save");
    amina.wait("the note in the action's life", "find('ol li p', given[0])", &[json!(seen)]);
    amina.picture("journey-plan-3-noted", language);
    drop(amina);

    let after = programme.ask("coach-1", "plan", &asked);
    let action = |title: &str| -> Json {
        let mut actions = after["actions"].as_array().unwrap().iter();
        actions.find(|a| a["title"] == json!(title)).cloned().unwrap_or_else(|| panic!("{title}: {after}"))
    };
    assert_eq!(action(&refused)["refused"], json!(reason));
    let kept = action(&kept);
    assert_eq!((&kept["status"], &kept["updates"][0]["note"]), (&json!("in_progress"), &json!(seen)));
    let left = |plan: &Json| plan["suggestions"].as_array().unwrap().len();
    assert_eq!(left(&after) + 2, left(&before));
}

/// Tab by tab, as somebody without a mouse comes there.
fn to_the_suggestions(window: &Window) {
    for _ in 0..TABS_MAX {
        let there = window.run(&format!("return ({SUGGESTION}) || null"), &[]);
        if !there.is_null() {
            return;
        }
        window.keys(TAB);
    }
    window.fail("the keyboard does not come to the suggestions")
}
