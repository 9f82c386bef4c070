//! A diagnostic as the window fills it: opened whole, then after each answer only what is another now; and places that the page
//! never names itself.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

fn tries(fleet: &mut Fleet, command: &str, request: Json) -> Result<Json, &'static str> {
    let session = &mut fleet.of("Khadija").session;
    api::dispatch(session, command, &request.to_string(), &mut |_, _, _| true).map_err(|f| f.code)
}

fn asks(fleet: &mut Fleet, command: &str, request: Json) -> Json {
    tries(fleet, command, request).unwrap()
}

/// A diagnostic just begun.
fn begun() -> (Fleet, Json) {
    let mut fleet = Fleet::start(&["Khadija"], &RamDisk::default(), 1);
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, "diagnostic", None, &words).unwrap();
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    let entry =
        asks(&mut fleet, "entry_new", json!({ "form": "diagnostic", "cooperative": cooperative }))["id"].clone();
    (fleet, entry)
}

/// What the page shows: questions in order, by path.
fn shown(form: &Json) -> BTreeMap<String, Json> {
    let questions = form["questions"].as_array().unwrap().iter();
    questions.map(|q| (q["path"].as_str().unwrap().to_owned(), q.clone())).collect()
}

fn path(form: &Json, name: &str) -> String {
    let questions = form["questions"].as_array().unwrap();
    questions.iter().find(|q| q["name"] == name).unwrap()["path"].as_str().unwrap().to_owned()
}

/// A page that merges each answer into what it shows has, at the end, what a page has that opens the entry anew.
#[test]
fn what_an_answer_changes_is_all_that_the_page_needs() {
    let (mut fleet, entry) = begun();
    let opens = |fleet: &mut Fleet| asks(fleet, "entry_form", json!({ "entry": entry, "language": "ar" }));
    let form = opens(&mut fleet);
    let mut page = shown(&form);
    let mut last = Json::Null;
    let at = |name: &str| path(&form, name);
    let (ga, books) = (at("ga_regularity"), at("bookkeeping"));
    for filling in [
        json!({ "answers": [[ga, "2"]] }),
        json!({ "answers": [[books, "3"]], "comment": [[books, "Cahier vu"]], "source": [[books, "seen"]] }),
        json!({ "not_applicable": [[at("transparency"), "Jeune coopérative"]] }),
        json!({ "answers": [[ga, "0"]] }),
        json!({ "not_applicable": [[at("transparency"), ""]] }),
        json!({ "answers": [[at("interview_language"), "tachelhit"], [books, ""]] }),
    ] {
        last = asks(&mut fleet, "entry_answer", json!({ "entry": entry, "language": "ar", "filling": filling }));
        for question in last["changed"].as_array().unwrap() {
            page.insert(question["path"].as_str().unwrap().to_owned(), question.clone());
        }
        let order: Vec<&str> = last["order"].as_array().unwrap().iter().map(|p| p.as_str().unwrap()).collect();
        page.retain(|path, _| order.contains(&path.as_str()));
        let anew = opens(&mut fleet);
        assert_eq!(page, shown(&anew), "after {filling}");
        let paths: Vec<&str> =
            anew["questions"].as_array().unwrap().iter().map(|q| q["path"].as_str().unwrap()).collect();
        assert_eq!(order, paths, "after {filling}");
        for told in ["groups", "answered", "asked", "missing", "score"] {
            assert_eq!(last[told], anew[told], "{told} after {filling}");
        }
    }
    let levels = &page[&ga];
    assert_eq!((&levels["control"], &levels["levels"], &levels["value"]), (&json!("one"), &json!(true), &json!("0")));
    let few = last["changed"].as_array().unwrap().len();
    assert!(few < page.len() / 2, "{few} of {} questions were sent again for one answer", page.len());
}

/// What was typed and not yet written stands at its question when the entry is opened again.
#[test]
fn an_entry_opens_with_what_was_being_typed() {
    let (mut fleet, entry) = begun();
    let form = asks(&mut fleet, "entry_form", json!({ "entry": entry }));
    let books = path(&form, "bookkeeping");
    let typed = json!({ "entry": entry, "question": books, "field": "comment", "text": "Cahier com" });
    asks(&mut fleet, "answer_draft", typed);
    let again = asks(&mut fleet, "entry_form", json!({ "entry": entry }));
    assert_eq!(shown(&again)[&books]["drafts"], json!({ "comment": "Cahier com" }));
    let filling = json!({ "comment": [[books, "Cahier complet"]] });
    let answered = asks(&mut fleet, "entry_answer", json!({ "entry": entry, "language": "fr", "filling": filling }));
    assert_eq!(answered["changed"][0]["drafts"], json!({}));
    assert_eq!(answered["changed"][0]["comment"], "Cahier complet");
}

/// A page that was taken over can name no file: a place is a word for what a person picked in a dialog.
#[test]
fn the_page_names_no_place() {
    let (mut fleet, entry) = begun();
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret.png");
    std::fs::File::create(&secret).unwrap();
    fleet.of("Khadija").session.take_picked_places_only();
    for (command, request) in [
        ("attach", json!({ "kind": "entry", "id": entry, "path": secret })),
        ("save_attachment", json!({ "id": entry, "dest": folder.path() })),
        ("fsck", json!({ "path": folder.path() })),
        ("heal", json!({ "path": folder.path() })),
        ("import", json!({ "kind": "cooperative", "file": secret })),
        ("export", json!({ "dest": folder.path(), "format": "csv" })),
        ("form_publish", json!({ "file": secret })),
        ("sync", json!({ "central": folder.path() })),
        ("sync_preview", json!({ "central": folder.path() })),
        ("sync_preview", json!({ "central": "picked:0" })),
        ("sync_preview", json!({ "central": "picked:-1" })),
    ] {
        assert_eq!(tries(&mut fleet, command, request.clone()).unwrap_err(), "fault-not-picked", "{command} {request}");
    }
    let word = fleet.of("Khadija").session.picked(folder.path().to_path_buf(), api::Purpose::Central);
    let elsewhere = json!({ "dest": word, "format": "csv" });
    assert_eq!(tries(&mut fleet, "export", elsewhere).unwrap_err(), "fault-not-picked", "picked for something else");
    assert_eq!(tries(&mut fleet, "sync_preview", json!({ "central": word })).unwrap_err(), "fault-no-centre");
    assert!(tries(&mut fleet, "form_publish", json!({ "file": "visit_report" })).is_ok(), "a form of the product");
}

/// Every command that takes a place is in the test above: a new one that forgets to ask is found by its types.
#[test]
fn every_place_in_a_request_is_known() {
    let requests = include_str!("../../src-tauri/crates/terrain-api/src/requests.rs");
    let export = include_str!("../../src-tauri/crates/terrain-api/src/entry/export.rs");
    let named =
        [requests, export].map(|text| text.lines().filter(|l| l.contains("pub ") && l.contains("PathBuf")).count());
    assert_eq!(named, [6, 1], "another place: ask `Session::given`, try it in `the_page_names_no_place`");
}
