//! Entries of a real form through the door: what is written beside an answer, and what somebody who writes around the door
//! cannot bring about.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{EventContent, Fleet, Hash32, OpName, RamDisk, Value, Write, v5};
use uuid::Uuid;

/// The report of a visit is published, and Amina begins one, which Hassan has too.
fn programme() -> (Fleet, RamDisk, Uuid, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 1);
    let words = api::Words::new(api::Language::En);
    api::publish_form(&mut fleet.of("Khadija").session, "visit_report", None, &words).unwrap();
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let entry =
        api::new_entry(&mut fleet.of("Amina").session, "visit_report", &cooperative.to_string(), None).unwrap().id;
    fleet.all_sync(&disk);
    (fleet, disk, cooperative, entry)
}

fn fills(fleet: &mut Fleet, name: &str, entry: &Uuid, filling: Json) -> Result<(), api::Fault> {
    let filling: api::Filling = serde_json::from_value(filling).unwrap();
    api::fill(&mut fleet.of(name).session, &entry.to_string(), &filling).map(|_| ())
}

/// The view as JSON, and the codes of its findings.
fn shows(fleet: &mut Fleet, name: &str, entry: &Uuid) -> (Json, Vec<String>) {
    let view = api::show_entry(&mut fleet.of(name).session, &entry.to_string(), "fr").unwrap();
    let view = serde_json::to_value(view).unwrap();
    let codes = view["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect();
    (view, codes)
}

fn question<'v>(view: &'v Json, name: &str) -> &'v Json {
    view["questions"].as_array().unwrap().iter().find(|q| q["name"] == name).unwrap()
}

fn seals(fleet: &mut Fleet, name: &str, entry: &Uuid, content: Option<Hash32>) {
    let said = EventContent { content, ..EventContent::default() };
    let store = fleet.of(name).session.store();
    store.write(OpName::Seal, None, |w| w.event(*entry, "finalise", &said)).unwrap();
}

/// Two photos named in one go both stay, beside the one that was there.
#[test]
fn evidence_adds_up() {
    let (mut fleet, _, cooperative, entry) = programme();
    fills(&mut fleet, "Amina", &entry, json!({ "answers": [["visit_held", "no"]] })).unwrap();
    let files: Vec<Uuid> = (0..3).map(|n| fleet.of("Amina").attaches(&cooperative, "p", &[n])).collect();
    let pair = |n: usize| json!(["visit_held", files[n]]);
    fills(&mut fleet, "Amina", &entry, json!({ "evidence": [pair(0)] })).unwrap();
    fills(&mut fleet, "Amina", &entry, json!({ "evidence": [pair(1), pair(2)] })).unwrap();
    let (view, _) = shows(&mut fleet, "Amina", &entry);
    assert_eq!(question(&view, "visit_held")["evidence"].as_array().unwrap().len(), 3, "{view}");
}

/// What is said beside a personal answer is sealed like the answer.
#[test]
fn what_stands_beside_a_personal_answer_is_sealed() {
    let (mut fleet, _, _, entry) = programme();
    let beside = json!({ "comment": [["signed_by_cooperative", "Fatima, la trésorière"]],
        "answers": [["visit_held", "yes"], ["signed_by_cooperative", "Fatima"]] });
    fills(&mut fleet, "Amina", &entry, beside).unwrap();
    let store = fleet.of("Amina").session.store();
    store.seal().unwrap();
    let names = store.segments().unwrap();
    let log: Vec<Vec<u8>> = names.iter().map(|n| store.segment_bytes(&n.hash).unwrap().unwrap()).collect();
    let mut stranger = fleet.joins("Zineb");
    let store = stranger.session.store();
    store.merge(log.into_iter().map(|bytes| terrain_testkit::incoming("test", bytes)).collect()).unwrap();
    let rows = store.rows("answer", &[]).unwrap();
    assert!(!format!("{rows:?}").contains("Fatima"), "{rows:?}");
}

/// The seal of a finalisation is looked at by whoever reads it.
#[test]
fn a_seal_that_is_not_of_what_is_read_is_told() {
    let check = |honest: bool| {
        let (mut fleet, disk, _, entry) = programme();
        fills(&mut fleet, "Amina", &entry, json!({ "answers": [["visit_held", "no"]] })).unwrap();
        let store = fleet.of("Amina").session.store();
        let here = store.here();
        let content = if honest { store.content_hash(&entry, &here).unwrap() } else { Hash32::of(b"another") };
        seals(&mut fleet, "Amina", &entry, Some(content));
        fleet.all_sync(&disk);
        for name in ["Khadija", "Amina", "Hassan"] {
            let (_, codes) = shows(&mut fleet, name, &entry);
            assert_eq!(codes.iter().any(|c| c == "finding-document-content"), !honest, "{name}: {codes:?}");
        }
    };
    check(true);
    check(false);
}

/// A row that claims the place of an answer under another identifier does not hide it.
#[test]
fn an_answer_is_not_hidden_by_a_row_beside_it() {
    let (mut fleet, disk, _, entry) = programme();
    fills(&mut fleet, "Amina", &entry, json!({ "answers": [["visit_held", "no"]] })).unwrap();
    fleet.all_sync(&disk);
    let (view, _) = shows(&mut fleet, "Hassan", &entry);
    let path = question(&view, "visit_held")["path"].as_str().unwrap().to_owned();
    let fields = [("entry", Value::Id(entry)), ("path", Value::Text(path)), ("value", Value::Text("yes".into()))];
    let forges =
        |w: &mut Write<'_, '_>| (0..8).try_for_each(|n| w.create_as("answer", v5("x", &[&n.to_string()]), &fields));
    fleet.of("Hassan").session.store().write(OpName::Answer, None, forges).unwrap();
    fleet.all_sync(&disk);
    let (view, _) = shows(&mut fleet, "Khadija", &entry);
    assert_eq!(question(&view, "visit_held")["value"], "no");
}

/// What a person may do by hand neither passes by a seal nor by what is personal.
#[test]
fn the_door_keeps_what_is_sealed() {
    let (mut fleet, _, cooperative, entry) = programme();
    let hand = |r: Result<(), api::Fault>| r.unwrap_err().code;
    fills(&mut fleet, "Amina", &entry, json!({ "answers": [["visit_held", "no"]] })).unwrap();
    let amina = fleet.of("Amina");
    let answer = amina.session.store().rows("answer", &[]).unwrap()[0].id;
    assert_eq!(hand(amina.tries_to_set("answer", &answer, json!({ "value": "yes" }))), "fault-kind-not-writable");
    let fields = terrain_testkit::json(json!({ "entry": entry, "path": "/data/x", "value": "1" }));
    assert_eq!(hand(api::new(&mut amina.session, "answer", &fields).map(|_| ())), "fault-kind-not-writable");
    seals(&mut fleet, "Amina", &entry, None);
    let amina = fleet.of("Amina");
    for (kind, row) in [("answer", answer), ("entry", entry)] {
        let refused = api::delete(&mut amina.session, kind, &row.to_string()).map(|_| ());
        assert_eq!(hand(refused), "fault-entry-sealed", "{kind}");
    }
    let cooperative = json!({ "cooperative": cooperative });
    assert_eq!(hand(amina.tries_to_set("entry", &entry, cooperative)), "fault-entry-sealed");
}

/// The entries of a cooperative that somebody deleted are read all the same.
#[test]
fn entries_outlive_their_cooperative() {
    let (mut fleet, disk, cooperative, entry) = programme();
    fills(&mut fleet, "Amina", &entry, json!({ "answers": [["visit_held", "no"]] })).unwrap();
    fleet.of("Khadija").deletes("cooperative", &cooperative);
    fleet.all_sync(&disk);
    let (view, _) = shows(&mut fleet, "Hassan", &entry);
    assert_eq!(question(&view, "visit_held")["value"], "no");
}
