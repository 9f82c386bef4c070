//! A coordinator starts a programme on a laptop with nothing on it: the passphrase, the folder, the paper key shown and tried.
//! Then every place of it is empty, and says what to do first.

use std::sync::Arc;

use serde_json::json;

use crate::keys::ENTER;
use crate::laptop::Laptop;
use crate::screens::of_a_new_programme;
use crate::sweep;
use crate::window::Window;

const STRONG: &str = "arganier tapis safran montagne";

#[test]
fn a_programme_is_started_and_tried() {
    let laptop = Arc::new(Laptop::empty());
    let central = laptop.disk().join("central");
    std::fs::create_dir(&central).unwrap();
    let khadija = Window::open("first-run", &laptop, "fr");
    khadija.press("button", "opening-restore");
    khadija.see("button", &khadija.say("opening-pick"));
    sweep::all(&khadija, "0-restore");
    khadija.press("button", "opening-back");
    khadija.press("button", "opening-start");
    fill_in(&khadija, &central);

    khadija.see("heading", &khadija.say("opening-paper"));
    sweep::all(&khadija, "0-paper-key");
    let paper = khadija.run("return [...document.querySelectorAll('.paper ol span')].map((e) => e.textContent);", &[]);
    khadija.press("button", "opening-paper-next");
    try_key(&khadija, &paper);
    khadija.wait_long(
        "the day of the new programme",
        "find('nav', '') && document.querySelector('main h1')",
        &[],
        120_000,
    );
    assert!(std::fs::read_dir(&central).unwrap().next().is_some(), "the central file is begun");
    of_a_new_programme(&khadija);
}

/// What is missing is told before anything is made.
fn fill_in(window: &Window, central: &std::path::Path) {
    window.press("button", "opening-start-go");
    window.read(&window.say("opening-start-central-missing"));
    sweep::all(window, "0-start-missing");
    window.fill(&window.say("opening-start-name"), "Programme d'essai");
    window.fill(&window.say("opening-start-person"), "Khadija");
    window.pick("opening-pick", &window.say("pick-central"), central, &window.say("opening-pick-other"));
    window.fill(&window.say("opening-passphrase"), "1234");
    window.read(&window.say("opening-start-weak"));
    window.keys(&"\u{e003}".repeat(4));
    window.keys(STRONG);
    window.fill(&window.say("opening-start-again"), &format!("{STRONG}{ENTER}"));
}

/// A wrong group is refused, the right ones open.
fn try_key(window: &Window, paper: &serde_json::Value) {
    window.see("heading", &window.say("opening-try"));
    window.keys(&format!("XXXX{ENTER}"));
    window.read(&window.say("opening-try-wrong"));
    sweep::all(window, "0-try-wrong");
    // Asked are some of the groups, each by its number on the paper.
    let asked = window.run(
        "return [...document.querySelectorAll('form label')].map((e) => Number(/\\d+/.exec(e.textContent)[0]));",
        &[],
    );
    for (n, place) in asked.as_array().unwrap().iter().enumerate() {
        let at = usize::try_from(place.as_u64().unwrap()).unwrap() - 1;
        window.run("document.querySelectorAll('form input')[given[0]].select(); document.querySelectorAll('form input')[given[0]].focus();", &[json!(n)]);
        window.keys(paper[at].as_str().unwrap());
    }
    window.keys(ENTER);
}
