//! Two people wrote something else in the same place: one of them sees both side by side, keeps one, and finds the other again.

use serde_json::json;

use crate::programme::Programme;
use crate::sweep;
use crate::window::Window;
use crate::words;

const HERS: &str = "À côté de la mosquée, porte verte";
const MINE: &str = "À côté du souk, porte verte";
const PHONE: &str = "0600000003";

#[test]
fn a_disagreement_is_settled() {
    let programme = Programme::new();
    let rows = programme.ask("coach-1", "cooperatives", &json!({}));
    let mine = rows["rows"].as_array().unwrap().iter().find(|row| row["mine"] == json!(true)).unwrap();
    let id = mine["id"].clone();
    let writes = |who: &str, fields: serde_json::Value| {
        programme.ask(who, "set", &json!({"kind": "cooperative", "id": id, "fields": fields}));
    };
    writes("coordinator", json!({"seat_address": HERS}));
    writes("coach-1", json!({"seat_address": MINE}));
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
    // The programme has an answer of a diagnostic in disagreement, and a telephone number.
    sweep::all(&amina, "7-disagreement-level");
    amina.keys("1");
    let next = "document.activeElement?.id === 'disagreement-name' && !find('ol', given[0])";
    amina.wait("the next one, to be read aloud", next, &[json!(amina.say("disagreements-levels"))]);

    amina.click("button", &words::say("fr", "fields-name-seat_address"));
    amina.read(HERS);
    amina.read(MINE);
    // What differs is marked, word by word.
    let marked =
        amina.run("return [...document.querySelectorAll('article mark')].map((e) => plain(e.textContent));", &[]);
    assert!(marked.to_string().contains("mosquée") && !marked.to_string().contains("porte"), "{marked}");
    sweep::all(&amina, "7-disagreement-words");
    // By its number, as written beside its button.
    let order = amina.run(
        "return [...document.querySelectorAll('article')].map((e) => plain(e.textContent).includes(given[0]));",
        &[json!(HERS)],
    );
    amina.keys(if order[0] == json!(true) { "1" } else { "2" });
    amina.wait(
        "another one",
        "![...document.querySelectorAll('article')].some((e) => plain(e.textContent).includes(given[0]))",
        &[json!(MINE)],
    );
    // A third value, with a reason.
    amina.fill(&amina.say("disagreements-third"), PHONE);
    amina.fill(&amina.say("disagreements-note"), "Vérifié au téléphone");
    amina.press("button", "disagreements-third-write");
    amina.see("heading", &amina.say("disagreements-none"));
    sweep::all(&amina, "7-disagreements-none");
    drop(amina);

    let shown = programme.ask("coach-1", "show", &json!({"kind": "cooperative", "id": id}));
    let told = shown.to_string();
    assert!(told.contains(HERS) && told.contains(PHONE), "{told}");
    let history = programme.ask("coach-1", "history", &json!({"kind": "cooperative", "id": id})).to_string();
    for value in [MINE, HERS, PHONE, "Vérifié au téléphone"] {
        assert!(history.contains(value), "the history has lost {value}: {history}");
    }
}
