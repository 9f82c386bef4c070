//! What the window asks of the door.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

/// Runs a command as the window does; gives its answer and the kinds that it touched.
fn asks(fleet: &mut Fleet, name: &str, command: &str, request: Json) -> (Json, Vec<String>) {
    let session = &mut fleet.of(name).session;
    let answer = api::dispatch(session, command, &request.to_string(), &mut |_, _, _| true).unwrap();
    (answer, session.take_touched())
}

/// Each answer says which kinds changed, and what only reads says nothing.
#[test]
fn a_command_tells_what_it_touched() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    fleet.all_sync(&disk);
    fleet.of("Khadija").session.take_touched();
    let new = json!({ "kind": "cooperative", "fields": { "name_fr": "Coopérative Exemple" } });
    let (made, touched) = asks(&mut fleet, "Khadija", "new", new);
    assert_eq!(touched, ["cooperative"]);
    let draft = json!({ "kind": "cooperative", "id": made["id"], "field": "douar", "text": "Aït" });
    assert_eq!(asks(&mut fleet, "Khadija", "draft", draft).1, ["draft"]);
    assert!(asks(&mut fleet, "Khadija", "status", json!({})).1.is_empty());
    let undone = asks(&mut fleet, "Khadija", "undo", json!({}));
    assert_eq!(undone.1, ["cooperative"]);
    fleet.of("Khadija").syncs(&disk);
    assert_eq!(fleet.of("Khadija").session.take_touched(), ["*"], "what is delivered shows on every row");
    fleet.of("Amina").session.take_touched();
    fleet.of("Amina").syncs(&disk);
    assert_eq!(fleet.of("Amina").session.take_touched(), ["*"], "what came may be anything");
}

/// What the window keeps is found again, replaced, taken away; what is no place of a window is refused.
#[test]
fn where_the_person_was_is_found_again() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    fleet.of("Khadija").session.take_touched();
    let keep = |fleet: &mut Fleet, key: &str, value: Json| {
        let session = &mut fleet.of("Khadija").session;
        let request = json!({ "key": key, "value": value }).to_string();
        api::dispatch(session, "keep_page_state", &request, &mut |_, _, _| true).map_err(|f| f.code)
    };
    for (key, value) in [("route", "sync"), ("route", "entry/1"), ("entry.1", "repeat[2]/name"), ("language", "ar")] {
        keep(&mut fleet, key, json!(value)).unwrap();
    }
    keep(&mut fleet, "language", Json::Null).unwrap();
    let (kept, touched) = asks(&mut fleet, "Khadija", "page_state", json!({}));
    assert_eq!(kept, json!({ "route": "entry/1", "entry.1": "repeat[2]/name" }));
    assert!(touched.is_empty(), "no screen shows it");
    for key in ["", "a b", "é", &"k".repeat(201)] {
        assert_eq!(keep(&mut fleet, key, json!("x")).unwrap_err(), "fault-page-key", "{key}");
    }
    assert_eq!(keep(&mut fleet, "k", json!("é".repeat(8193))).unwrap_err(), "fault-page-value");
    // A page gone wrong fills nothing: the entry opened longest ago is forgotten, the screen and the language are not.
    for n in 0..500 {
        keep(&mut fleet, &format!("entry.x{n}"), json!("q")).unwrap();
    }
    let kept = asks(&mut fleet, "Khadija", "page_state", json!({})).0;
    assert_eq!((kept.as_object().unwrap().len(), &kept["route"]), (500, &json!("entry/1")));
    assert_eq!((kept.get("entry.1"), kept.get("entry.x0"), &kept["entry.x1"]), (None, None, &json!("q")));
    fleet.of("Khadija").session.store().rebuild().unwrap();
    assert_eq!(asks(&mut fleet, "Khadija", "page_state", json!({})).0, kept);
}

/// Codes of places and sectors have names.
#[test]
fn places_and_sectors_have_names() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    let places = asks(&mut fleet, "Khadija", "places", json!({})).0;
    let named = |list: &str, code: &str| places[list].as_array().unwrap().iter().find(|p| p["code"] == code).cloned();
    assert_eq!(named("provinces", "581").unwrap()["fr"], "Tiznit");
    assert_eq!(named("sectors", "argan").unwrap()["ar"], "الأركان");
}

/// The list says of each cooperative who accompanies it, when it was visited and what its diagnostics gave, the same when it
/// is asked for again; a draft shows its progress and no score.
#[test]
fn cooperatives_are_listed_with_their_diagnostics() {
    let root = tempfile::tempdir().unwrap();
    let plan = terrain_demo::Plan { cooperatives: 2, coaches: 1, months: 12, seed: 3, start: None };
    terrain_demo::make(root.path(), &plan, &mut |_, _, _| true).unwrap();
    let opens =
        |data: &std::path::Path| api::Session::open(data, terrain_demo::PASSPHRASE, api::Env::system()).unwrap();
    let mut session = opens(&root.path().join("coach-1"));
    let asks = |session: &mut api::Session, command: &str, request: Json| {
        api::dispatch(session, command, &request.to_string(), &mut |_, _, _| true).unwrap()
    };
    let listed = asks(&mut session, "cooperatives", json!({}));
    assert_eq!(asks(&mut session, "cooperatives", json!({})), listed);
    let entries = asks(&mut session, "list", json!({ "kind": "entry", "filters": [["purpose", "diagnostic"]] }));
    for row in listed["rows"].as_array().unwrap() {
        let record = asks(&mut session, "show", json!({ "kind": "cooperative", "id": row["id"] }));
        assert_eq!((&row["last_visit_on"], &row["members"]), (&record["last_visit_on"], &record["members_total"]));
        assert_eq!(row["mine"], true);
        assert!(row["coach"].as_str().is_some_and(|name| !name.is_empty()), "{row}");
        let mut own: Vec<&Json> =
            entries.as_array().unwrap().iter().filter(|e| e["cooperative"] == row["id"]).collect();
        own.sort_by_key(|e| e["id"].as_str().unwrap());
        let (last, sealed): (&Json, Vec<&Json>) = (
            own[own.len() - 1],
            own.iter().copied().filter(|e| e["state"] != "draft" && e["state"] != "returned").collect(),
        );
        assert_eq!((&row["diagnostic"]["entry"], &row["diagnostic"]["state"]), (&last["id"], &last["state"]));
        assert_eq!(row["diagnostic"]["answered"], last["progress"]["answered"]);
        assert_eq!(&row["baseline"], sealed.first().map_or(&Json::Null, |e| &e["score"]));
        let latest = sealed.get(1..).and_then(<[_]>::last).map_or(&Json::Null, |e| &e["score"]);
        assert_eq!(&row["latest"], latest);
    }
    // Somebody begins another: it is the most recent, and has no score yet.
    let cooperative = listed["rows"][0]["id"].clone();
    let draft = asks(&mut session, "entry_new", json!({ "form": "diagnostic", "cooperative": cooperative }));
    let row = asks(&mut session, "cooperatives", json!({}))["rows"][0].clone();
    assert_eq!((&row["diagnostic"]["entry"], &row["diagnostic"]["state"]), (&draft["id"], &json!("draft")));
    assert_eq!((&row["baseline"], &row["latest"]), (&listed["rows"][0]["baseline"], &listed["rows"][0]["latest"]));
}

/// People are found by their names however these are written, with what they do.
#[test]
fn people_are_found_with_what_they_do() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Naïma"], &disk, 1);
    let cooperative = json!({ "kind": "cooperative", "fields": { "name_fr": "Tifawin" } });
    let cooperative = asks(&mut fleet, "Khadija", "new", cooperative).0;
    let officer = json!({ "cooperative": cooperative["id"], "name": "فَاطِمَة أمزيل", "role": "president" });
    asks(&mut fleet, "Khadija", "new", json!({ "kind": "officer", "fields": officer }));
    for (text, kind, role) in
        [("naima", "person", "coach"), ("فاطمه", "officer", "president"), ("khadija", "person", "regional_coordinator")]
    {
        let found = asks(&mut fleet, "Khadija", "search", json!({ "text": text })).0;
        let people: Vec<_> = found.as_array().unwrap().iter().filter(|f| f["kind"] == kind).collect();
        assert_eq!(people.len(), 1, "{text}: {found}");
        assert_eq!(people[0]["role"], role, "{text}");
    }
}

/// Before a sync it is said what leaves, answers as their entries; afterwards the journal tells what came of it, and of those
/// that were stopped or failed.
#[test]
fn a_sync_is_told_before_and_after() {
    let root = tempfile::tempdir().unwrap();
    let plan = terrain_demo::Plan { cooperatives: 1, coaches: 1, months: 1, seed: 3, start: None };
    terrain_demo::make(root.path(), &plan, &mut |_, _, _| true).unwrap();
    let central = root.path().join("central");
    let data = root.path().join("coach-1");
    let mut session = api::Session::open(&data, terrain_demo::PASSPHRASE, api::Env::system()).unwrap();
    let mut asks = |command: &str, request: Json, goes_on: fn(api::Step) -> bool| {
        api::dispatch(&mut session, command, &request.to_string(), &mut |step, _, _| goes_on(step)).map_err(|f| f.code)
    };
    let on = |_| true;
    asks("sync", json!({ "central": central }), on).unwrap();
    let preview = asks("sync_preview", json!({}), on).unwrap();
    assert_eq!((&preview["send"], &preview["kinds"]), (&json!(0), &json!([])));
    assert!(preview["generation"].as_u64().is_some_and(|n| n > 0), "{preview}");
    assert_eq!(preview["central"], central.to_str().unwrap());

    let cooperative = asks("list", json!({ "kind": "cooperative" }), on).unwrap()[0]["id"].clone();
    let entry = asks("entry_new", json!({ "form": "diagnostic", "cooperative": cooperative }), on).unwrap();
    let filling = json!({ "answers": [["diagnostic_round", "baseline"], ["interview_language", "tachelhit"]] });
    asks("entry_set", json!({ "entry": entry["id"], "filling": filling }), on).unwrap();
    let person = asks("list", json!({ "kind": "person" }), on).unwrap()[0]["id"].clone();
    let visit = json!({ "cooperative": cooperative, "coach": person, "planned_on": "2026-12-01" });
    asks("new", json!({ "kind": "visit", "fields": visit.clone() }), on).unwrap();
    asks("set", json!({ "kind": "cooperative", "id": cooperative, "fields": { "douar": "Aït" } }), on).unwrap();
    let kinds = asks("sync_preview", json!({}), on).unwrap()["kinds"].clone();
    let count = |kind: &str| json!({ "kind": kind, "rows": 1 });
    assert_eq!(kinds, json!([count("cooperative"), count("entry"), count("visit")]));

    // Sealed and not delivered, with more on top: it is still all to be sent.
    assert_eq!(asks("sync", json!({}), |step| step != api::Step::Push).unwrap_err(), "fault-stopped");
    asks("new", json!({ "kind": "visit", "fields": visit }), on).unwrap();
    let kinds = asks("sync_preview", json!({}), on).unwrap()["kinds"].clone();
    assert_eq!(kinds, json!([count("cooperative"), count("entry"), { "kind": "visit", "rows": 2 }]));

    let before = asks("status", json!({}), on).unwrap()["last_sync"].clone();
    assert_eq!(asks("sync", json!({}), |_| false).unwrap_err(), "fault-stopped");
    let nowhere = root.path().join("nowhere");
    assert_eq!(asks("sync", json!({ "central": nowhere }), on).unwrap_err(), "fault-no-centre");
    assert_eq!(asks("status", json!({}), on).unwrap()["last_sync"], before, "what failed is no sync");
    let sent = asks("sync", json!({}), on).unwrap()["sent"].clone();
    let journal = asks("journal", json!({}), on).unwrap();
    let told = |n: usize| (journal[n]["report"]["sent"].clone(), journal[n]["fault"]["code"].clone());
    assert_eq!(told(0), (sent, Json::Null));
    assert_eq!((told(1).1, told(2).1), (json!("fault-no-centre"), json!("fault-stopped")));
    assert_eq!(told(1).0, Json::Null);
    assert_eq!(told(3).1, json!("fault-stopped"));
    assert!(journal[4]["report"]["delivered"].as_bool().unwrap(), "{journal}");
    assert_eq!(asks("sync_preview", json!({}), on).unwrap()["kinds"], json!([]));
}

/// A comment and a reason are kept while they are typed, like a value, and go with the write of their own field.
#[test]
fn what_is_typed_beside_an_answer_is_kept() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, "visit_report", None, &words).unwrap();
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    let new = json!({ "form": "visit_report", "cooperative": cooperative });
    let entry = asks(&mut fleet, "Khadija", "entry_new", new).0["id"].clone();
    let typed = |fleet: &mut Fleet, field: Json, text: Json| {
        let request = json!({ "entry": entry, "question": "visit_held", "field": field, "text": text }).to_string();
        let session = &mut fleet.of("Khadija").session;
        api::dispatch(session, "answer_draft", &request, &mut |_, _, _| true).map_err(|f| f.code)
    };
    for (field, text) in [(json!("comment"), "Elle dit"), (json!("not_applicable"), "Pas de"), (Json::Null, "ye")] {
        typed(&mut fleet, field, json!(text)).unwrap();
    }
    let fields = |fleet: &mut Fleet| -> Vec<String> {
        let kept = asks(fleet, "Khadija", "drafts", json!({})).0;
        kept.as_array().unwrap().iter().map(|d| d["field"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(fields(&mut fleet), ["comment", "not_applicable", "value"]);
    assert_eq!(typed(&mut fleet, json!("source"), json!("x")).unwrap_err(), "fault-unknown-field");
    let fills = |fleet: &mut Fleet, filling: Json| {
        asks(fleet, "Khadija", "entry_set", json!({ "entry": entry, "filling": filling }));
    };
    fills(&mut fleet, json!({ "comment": [["visit_held", "Elle dit oui"]] }));
    assert_eq!(fields(&mut fleet), ["not_applicable", "value"]);
    fills(&mut fleet, json!({ "answers": [["visit_held", "yes"]] }));
    assert_eq!(fields(&mut fleet), ["not_applicable"]);
    // Typed again and left as it was: nothing is written, and the text goes.
    typed(&mut fleet, Json::Null, json!("yesno")).unwrap();
    fills(&mut fleet, json!({ "answers": [["visit_held", "yes"]] }));
    assert_eq!(fields(&mut fleet), ["not_applicable"]);
    typed(&mut fleet, json!("not_applicable"), Json::Null).unwrap();
    assert!(fields(&mut fleet).is_empty());
}
