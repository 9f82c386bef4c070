//! The path of a visit: read before leaving, reported at the village by the keyboard, finalised; the plan and the agenda follow.

use serde_json::{Value as Json, json};

use crate::keys::{CONTROL, ENTER};
use crate::programme::Programme;
use crate::window::Window;

/// What the cooperative had promised.
const PROMISE: &str = "Coller les étiquettes du lot d'essai";
/// What it promises now.
const NEXT: &str = "Commander trois cartons";

/// Questions and choices of the report, as its form calls them.
const FORM: [(&str, &str); 12] = [
    ("Oui", "نعم"),
    ("Personnes présentes", "عدد الحاضرين"),
    ("dont femmes", "منهم النساء"),
    ("Constats", "المعاينات"),
    ("Travail réalisé avec la coopérative", "العمل المنجز مع التعاونية"),
    ("Quoi", "ماذا"),
    ("Finance", "المالية"),
    ("Tous", "كلها"),
    ("Normal", "عادي"),
    ("Prochaine visite", "الزيارة المقبلة"),
    ("Journées de travail", "أيام العمل"),
    ("Nom et fonction du signataire de la coopérative", "اسم وصفة الموقع عن التعاونية"),
];

#[test]
fn a_visit_goes_from_brief_to_finalised_in_french() {
    journey("fr");
}

#[test]
fn a_visit_goes_from_brief_to_finalised_in_arabic() {
    journey("ar");
}

/// The day after the end of this month at the earliest, as it is typed and as it is stored.
fn next_month(today: &str) -> (String, String) {
    let part = |range: std::ops::Range<usize>| today.get(range).unwrap().parse::<u32>().unwrap();
    let (year, month) = (part(0..4), part(5..7));
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    (format!("28/{month:02}/{year}"), format!("{year}-{month:02}-28"))
}

/// The rows of a kind, on the coach's laptop.
fn rows(programme: &Programme, kind: &str, filters: &Json) -> Vec<Json> {
    let listed = programme.ask("coach-1", "list", &json!({ "kind": kind, "filters": filters }));
    listed.as_array().unwrap_or_else(|| panic!("{listed}")).clone()
}

fn journey(language: &'static str) {
    let programme = Programme::new();
    let today = programme.ask("coach-1", "today", &json!({}))["today"].as_str().unwrap().to_owned();
    let cooperatives = programme.ask("coach-1", "cooperatives", &json!({}));
    let mine = cooperatives["rows"].as_array().unwrap().iter().find(|row| row["mine"] == json!(true)).unwrap();
    let (cooperative, person) = (
        mine["id"].clone(),
        programme.ask("coach-1", "agenda", &json!({"from": today, "to": today}))["person"].clone(),
    );
    let make = |kind: &str, fields: Json| {
        programme.ask("coach-1", "new", &json!({ "kind": kind, "fields": fields }))["id"].clone()
    };
    let action = make("action", json!({ "cooperative": cooperative, "title": PROMISE, "due_on": today }));
    let visit = make("visit", json!({ "cooperative": cooperative, "coach": person, "planned_on": today, "days": 0.5 }));
    let (typed, stored) = next_month(&today);
    let asked = |french: &str| {
        let (fr, ar) = FORM.iter().find(|(fr, _)| *fr == french).unwrap();
        if language == "ar" { *ar } else { *fr }
    };

    let amina = Window::open("visit", &programme.laptop("coach-1"), language);
    amina.enter();
    read_the_brief(&amina, &visit);
    amina.picture("journey-visit-1-brief", language);
    amina.chord(CONTROL, ENTER);
    report(&amina, &asked, &typed);
    amina.picture("journey-visit-2-report", language);
    amina.press("button", "filling-finish");
    amina.see("heading", &amina.say("report-brings"));
    amina.picture("journey-visit-3-finish", language);
    amina.press("button", "filling-finish-do");
    amina.read(&amina.say("filling-doc-finalised-mine"));
    amina.picture("journey-visit-4-finalised", language);
    drop(amina);

    let of = json!([["cooperative", cooperative]]);
    let actions = rows(&programme, "action", &of);
    let status = |title: &str| actions.iter().find(|a| a["title"] == json!(title)).map(|a| a["status"].clone());
    assert_eq!(status(PROMISE), Some(json!("done")), "{actions:?}");
    assert_eq!(status(NEXT), Some(json!("planned")), "{actions:?}");
    let updates = rows(&programme, "action_update", &json!([["action", action]]));
    assert_eq!(updates.iter().map(|u| &u["visit"]).collect::<Vec<_>>(), [&visit]);
    let visits = rows(&programme, "visit", &of);
    assert_eq!(visits.iter().filter(|v| v["planned_on"] == json!(stored)).count(), 1, "the next visit, once");
    let made = visits.iter().find(|v| v["id"] == visit).unwrap();
    assert_eq!(made["days"], json!(0.75), "the days as they were worked");
}

/// From the agenda to what has to be known before the visit.
fn read_the_brief(window: &Window, visit: &Json) {
    window.press("button", "frame-agenda");
    window.see("heading", &window.say("agenda-title"));
    window.wait(
        "the visit",
        "(() => { const e = document.querySelector(`[data-visit='${given[0]}']`); e?.focus(); return e; })()",
        std::slice::from_ref(visit),
    );
    window.keys(ENTER);
    window.press("button", "agenda-brief");
    window.see("heading", &window.say("visit-actions"));
    window.read(PROMISE);
}

/// Answers what the report needs.
fn report(window: &Window, asked: &dyn Fn(&str) -> &'static str, day: &str) {
    // The promise is there already, among others; one key keeps it.
    let line = "[...document.querySelectorAll('[data-promise]')].find((e) => plain(e.innerText).includes(given[0]))";
    let focus = format!("(() => {{ const e = {line}?.querySelector('[role=radio]'); e?.focus(); return e; }})()");
    window.wait("the promise", &focus, &[json!(PROMISE)]);
    window.keys("1");
    window.wait("the promise kept", &format!("{line}.querySelector('[aria-checked=true]')"), &[json!(PROMISE)]);
    window.click("radio", asked("Oui"));
    // What the answer opens comes with it, a frame to sign in too.
    window.wait("a place to sign", "document.querySelector('canvas')", &[]);
    window.click("button", asked("Finance"));
    for (question, text) in [
        ("Personnes présentes", "4"),
        ("dont femmes", "3"),
        ("Constats", "Lot étiqueté"),
        ("Travail réalisé avec la coopérative", "Contrôle du lot"),
        ("Quoi", NEXT),
        ("Prochaine visite", day),
        ("Nom et fonction du signataire de la coopérative", "Rqia, présidente"),
    ] {
        window.fill(asked(question), text);
    }
    window.click("textbox", asked("Journées de travail"));
    window.chord(CONTROL, "a");
    window.keys("0,75");
    window.click("radio", asked("Tous"));
    window.click("radio", asked("Normal"));
    window.saved();
}
