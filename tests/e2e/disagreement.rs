//! Two people wrote something else in the same place: one of them sees both side by side, keeps one, and finds the other again.

use serde_json::json;

use crate::programme::Programme;
use crate::sweep;
use crate::window::Window;

const HERS: &str = "À côté de la mosquée, porte verte";
const MINE: &str = "À côté du souk, porte verte";
const PHONES: [&str; 2] = ["0600000001", "0600000002"];

#[test]
fn a_disagreement_is_settled() {
    let programme = Programme::new();
    let rows = programme.ask("coach-1", "cooperatives", &json!({}));
    let mine = rows["rows"].as_array().unwrap().iter().find(|row| row["mine"] == json!(true)).unwrap();
    let id = mine["id"].clone();
    let writes = |who: &str, fields: serde_json::Value| {
        programme.ask(who, "set", &json!({"kind": "cooperative", "id": id, "fields": fields}));
    };
    writes("coordinator", json!({"seat_address": HERS, "phone": PHONES[0]}));
    writes("coach-1", json!({"seat_address": MINE, "phone": PHONES[1]}));
    programme.ask("coordinator", "sync", &json!({}));
    programme.ask("coach-1", "sync", &json!({}));

    let amina = Window::open("disagreement", &programme.laptop("coach-1"), "fr");
    amina.enter();
    amina.press("button", "frame-exchange");
    amina.wait(
        "what awaits a decision, in the bar",
        "document.querySelector('header .end button:nth-of-type(2)')",
        &[],
    );
    amina.click("header .end button:nth-of-type(2)", "");
    amina.see("heading", &amina.say("disagreements-title"));
    amina.read(HERS);
    amina.read(MINE);
    // What differs is marked, word by word.
    let marked =
        amina.run("return [...document.querySelectorAll('article mark')].map((e) => plain(e.textContent));", &[]);
    assert!(marked.to_string().contains("mosquée") && !marked.to_string().contains("porte"), "{marked}");
    sweep::all(&amina, "7-disagreement");

    // By its number, as written beside its button.
    let order = amina.run(
        "return [...document.querySelectorAll('article')].map((e) => plain(e.textContent).includes(given[0]));",
        &[json!(HERS)],
    );
    amina.keys(if order[0] == json!(true) { "1" } else { "2" });
    amina.wait(
        "the next disagreement",
        "plain(document.querySelector('[aria-labelledby=disagreement-name]')?.textContent).includes(given[0])",
        &[json!(PHONES[0])],
    );
    let focused = amina.run("return document.activeElement?.id;", &[]);
    assert_eq!(focused, json!("disagreement-name"), "the next one is read aloud");
    sweep::all(&amina, "7-disagreement-next");
    // A third value, with a reason.
    amina.fill(&amina.say("disagreements-third"), "0600000003");
    amina.fill(&amina.say("disagreements-note"), "Vérifié au téléphone");
    amina.press("button", "disagreements-third-write");
    amina.see("heading", &amina.say("disagreements-none"));
    sweep::all(&amina, "7-disagreements-none");
    drop(amina);

    let shown = programme.ask("coach-1", "show", &json!({"kind": "cooperative", "id": id}));
    let told = shown.to_string();
    assert!(told.contains(HERS) && told.contains("0600000003"), "{told}");
    let history = programme.ask("coach-1", "history", &json!({"kind": "cooperative", "id": id})).to_string();
    for value in [MINE, HERS, PHONES[0], PHONES[1], "Vérifié au téléphone"] {
        assert!(history.contains(value), "the history has lost {value}: {history}");
    }
}
