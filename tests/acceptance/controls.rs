//! A form with every control that the engine knows (`tests/data/forms/controls.xlsx`), filled as the window fills it: what each
//! question is drawn with, what it takes and refuses, files that come and go, acts that are offered, a newer version.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

const FORM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/forms/controls.xlsx");
/// A picture of one point.
const PICTURE: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn tries(fleet: &mut Fleet, name: &str, command: &str, request: Json) -> Result<Json, &'static str> {
    let session = &mut fleet.of(name).session;
    api::dispatch(session, command, &request.to_string(), &mut |_, _, _| true).map_err(|f| f.code)
}

fn asks(fleet: &mut Fleet, name: &str, command: &str, request: Json) -> Json {
    tries(fleet, name, command, request).unwrap()
}

/// The form is published by Khadija, who coordinates, and Amina begins an entry of it.
fn begun() -> (Fleet, RamDisk, Json) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, FORM, None, &words).unwrap();
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let new = json!({ "form": "all_controls", "cooperative": cooperative });
    let entry = asks(&mut fleet, "Amina", "entry_new", new)["id"].clone();
    (fleet, disk, entry)
}

fn form(fleet: &mut Fleet, name: &str, entry: &Json) -> Json {
    asks(fleet, name, "entry_form", json!({ "entry": entry, "language": "fr" }))
}

fn question(fleet: &mut Fleet, entry: &Json, name: &str) -> Json {
    let form = form(fleet, "Amina", entry);
    form["questions"].as_array().unwrap().iter().find(|q| q["name"] == name).unwrap().clone()
}

fn answers(fleet: &mut Fleet, entry: &Json, filling: Json) -> Result<Json, &'static str> {
    tries(fleet, "Amina", "entry_answer", json!({ "entry": entry, "language": "fr", "filling": filling }))
}

/// Every control, what it stores, and what it does not take.
#[test]
fn every_control_takes_its_answers_and_no_others() {
    let (mut fleet, _, entry) = begun();
    for (name, control, takes, refuses) in [
        ("name", "text", "Zahra", None),
        ("phone", "text", "0600000000", None),
        ("story", "text", "Deux lignes\nde récit", None),
        ("members", "number", "12", Some("douze")),
        ("price", "number", "35.5", Some("cher")),
        ("share", "number", "40", Some("beaucoup")),
        ("satisfaction", "number", "7", Some("7.5x")),
        ("yn", "one", "yes", Some("perhaps")),
        ("level", "one", "3", Some("5")),
        ("lik", "one", "l2", Some("l9")),
        ("mini", "one", "no", Some("other")),
        ("one_many", "one", "c41", Some("c99")),
        ("th", "many", "gov env", Some("gov other")),
        ("several_many", "many", "c1 c59", Some("c1 c99")),
        ("rk", "rank", "fin gov mkt env", Some("fin fin gov mkt")),
        ("ok", "acknowledge", "OK", Some("yes")),
        ("d", "date", "2026-01-31", Some("2026-02-30")),
        ("tm", "time", "14:30", Some("25:00")),
        ("dt", "datetime", "2026-01-31T14:30", Some("2026-01-31T25:00")),
        ("gp", "point", "30.42 -9.59 0.0 0.0", Some("300 0")),
        ("gt", "line", "30.42 -9.59 0.0 0.0;30.43 -9.6 0.0 0.0", Some("30.42;x")),
        ("gs", "line", "30.42 -9.59 0.0 0.0;30.43 -9.6 0.0 0.0;30.44 -9.59 0.0 0.0;30.42 -9.59 0.0 0.0", Some("x")),
        ("bc", "text", "6111234567890", None),
        ("who", "text", "Présidente", None),
    ] {
        assert_eq!(question(&mut fleet, &entry, name)["control"], control, "{name}");
        answers(&mut fleet, &entry, json!({ "answers": [[name, takes]] }))
            .unwrap_or_else(|code| panic!("{name}: {code}"));
        let taken = question(&mut fleet, &entry, name);
        assert!(taken["value"].as_str().unwrap().starts_with(takes), "{name}: {}", taken["value"]);
        assert_eq!(taken["bad"], Json::Null, "{name}");
        if let Some(refused) = refuses {
            let refusal = answers(&mut fleet, &entry, json!({ "answers": [[name, refused]] }));
            assert!(refusal.is_err(), "{name} took {refused}");
            assert_eq!(question(&mut fleet, &entry, name)["value"], taken["value"], "{name} keeps what it had");
        }
    }
    for (name, control) in
        [("ph", "file"), ("au", "file"), ("vi", "file"), ("fi", "file"), ("sig", "file"), ("intro", "note")]
    {
        assert_eq!(question(&mut fleet, &entry, name)["control"], control, "{name}");
    }
    assert_eq!(question(&mut fleet, &entry, "level")["levels"], true);
    assert_eq!(question(&mut fleet, &entry, "shown_double")["label"], "Deux fois : 24");
    let form = form(&mut fleet, "Amina", &entry);
    assert!(form["questions"].as_array().unwrap().iter().all(|q| q["name"] != "secret" && q["name"] != "double"));
    let broken = answers(&mut fleet, &entry, json!({ "answers": [["members", "3"]] })).unwrap();
    assert_eq!(broken["findings"][0]["message"], "Une coopérative a au moins 5 membres.");
}

/// A drawing that the page holds becomes the answer; taken away, neither answer nor file is left, and undo brings both back.
#[test]
fn what_the_page_attaches_comes_and_goes_with_its_answer() {
    let (mut fleet, _, entry) = begun();
    let given = |name: &str, data: &str| json!({ "kind": "entry", "id": entry, "name": name, "data": data });
    let file = asks(&mut fleet, "Amina", "attach_bytes", given("signature.png", PICTURE));
    let (id, name) = (file["id"].clone(), file["name"].clone());
    answers(&mut fleet, &entry, json!({ "answers": [["sig", name]], "evidence": [["sig", id]] })).unwrap();
    let signed = question(&mut fleet, &entry, "sig");
    assert_eq!((&signed["value"], &signed["files"][0]["id"], &signed["files"][0]["here"]), (&name, &id, &json!(true)));
    // The same bytes again are the same file, and beside two answers it outlives the first.
    assert_eq!(asks(&mut fleet, "Amina", "attach_bytes", given("other.png", PICTURE))["id"], id);
    answers(&mut fleet, &entry, json!({ "evidence": [["name", id]] })).unwrap();
    let told = answers(&mut fleet, &entry, json!({ "answers": [["sig", ""]], "detach": [["sig", id]] })).unwrap();
    assert_eq!(told["changed"].as_array().unwrap().iter().find(|q| q["name"] == "sig").unwrap()["files"], json!([]));
    let listed = |fleet: &mut Fleet| asks(fleet, "Amina", "attachments", json!({ "kind": "entry", "id": entry }));
    assert_eq!(listed(&mut fleet).as_array().unwrap().len(), 1, "another answer names it");
    answers(&mut fleet, &entry, json!({ "detach": [["name", id]] })).unwrap();
    assert_eq!(listed(&mut fleet), json!([]), "no answer names it");
    asks(&mut fleet, "Amina", "undo", json!({}));
    assert_eq!(question(&mut fleet, &entry, "name")["files"][0]["id"], id);
    for (name, data, code) in [
        ("contrat.pdf", PICTURE, "fault-attachment-other-content"),
        ("programme.exe", "TVqQAAMAAAAEAAAA", "fault-attachment-type"),
        ("photo.png", "pas du base64", "fault-bad-json"),
    ] {
        assert_eq!(tries(&mut fleet, "Amina", "attach_bytes", given(name, data)).unwrap_err(), code, "{name}");
    }
}

/// What a person may do with the document is what the door then does: by state, for its author and for the coordination.
#[test]
fn acts_are_offered_to_those_who_may() {
    let (mut fleet, disk, entry) = begun();
    let open = |fleet: &mut Fleet, name: &str| {
        let form = form(fleet, name, &entry);
        let offers = form["offers"].as_array().unwrap().iter().filter(|o| o["open"] == true);
        let acts: Vec<String> = offers
            .map(|o| format!("{}{}", o["act"].as_str().unwrap(), if o["why"].is_null() { "" } else { "?" }))
            .collect();
        (
            acts.join(" "),
            form["state"].as_str().unwrap().to_owned(),
            form["editable"] == true,
            form["may_remark"] == true,
        )
    };
    let state = |acts: &str, state: &str, editable| (acts.to_owned(), state.to_owned(), editable, true);
    assert_eq!(open(&mut fleet, "Amina"), state("finalise", "draft", true));
    let required = json!({ "answers": [["name", "Zahra"], ["members", "12"], ["what", "Ouvrir un registre"]] });
    answers(&mut fleet, &entry, required).unwrap();
    asks(&mut fleet, "Amina", "entry_finalise", json!({ "entry": entry }));
    assert_eq!(open(&mut fleet, "Amina"), state("finalise reopen", "finalised", false));
    fleet.all_sync(&disk);
    assert_eq!(open(&mut fleet, "Khadija"), state("finalise return validate reopen close", "finalised", false));
    let remark =
        json!({ "kind": "remark", "fields": { "entry": entry, "path": "/data/texts/name", "text": "À vérifier" } });
    let remark = asks(&mut fleet, "Khadija", "new", remark)["id"].clone();
    asks(&mut fleet, "Khadija", "entry_return", json!({ "entry": entry, "remarks": [], "note": "Un point" }));
    fleet.all_sync(&disk);
    assert_eq!(open(&mut fleet, "Amina"), state("finalise", "returned", true));
    assert_eq!(question(&mut fleet, &entry, "name")["remarks"][0]["text"], "À vérifier");
    let answer = json!({ "entry": entry, "path": "/data/texts/name", "text": "Vu", "parent": remark });
    asks(&mut fleet, "Amina", "new", json!({ "kind": "remark", "fields": answer }));
    asks(&mut fleet, "Amina", "set", json!({ "kind": "remark", "id": remark, "fields": { "settled": true } }));
    asks(&mut fleet, "Amina", "entry_finalise", json!({ "entry": entry }));
    fleet.all_sync(&disk);
    let settled = form(&mut fleet, "Khadija", &entry)["questions"].as_array().unwrap()[1]["remarks"].clone();
    assert_eq!((&settled[0]["settled"], &settled[1]["parent"]), (&json!(true), &remark));
    asks(&mut fleet, "Khadija", "entry_validate", json!({ "entry": entry }));
    fleet.all_sync(&disk);
    assert_eq!(open(&mut fleet, "Amina"), state("finalise reopen?", "validated", false));
    let asked = asks(&mut fleet, "Amina", "entry_reopen", json!({ "entry": entry, "reason": "Une erreur" }));
    assert_eq!((&asked["asks"], &asked["state"]), (&json!("document-asks-reopen"), &json!("validated")));
}

/// A newer version is told until the draft has moved to it, or the version is withdrawn; what the move would do is told in
/// the questions' words.
#[test]
fn a_newer_version_is_told_until_the_draft_has_moved() {
    let (mut fleet, disk, entry) = begun();
    assert_eq!(form(&mut fleet, "Amina", &entry)["newer"], Json::Null);
    answers(&mut fleet, &entry, json!({ "answers": [["name", "Zahra"], ["members", "12"], ["yn", "yes"]] })).unwrap();
    let survey: &[&[&str]] = &[
        &["type", "name", "label"],
        &["text", "name", "Nom complet"],
        &["text", "members", "Membres"],
        &["text", "origin", "Origine"],
    ];
    let settings: &[&[&str]] = &[&["form_title", "form_id", "version"], &["Tous les contrôles", "all_controls", "2"]];
    let second = crate::scoring::workbook(&[("survey", survey), ("settings", settings)]);
    let id = crate::scoring::published(&mut fleet.of("Khadija").session, &second);
    fleet.all_sync(&disk);
    let set = |fleet: &mut Fleet, withdrawn: bool| {
        asks(fleet, "Khadija", "set", json!({ "kind": "form", "id": id, "fields": { "withdrawn": withdrawn } }));
    };
    set(&mut fleet, true);
    fleet.all_sync(&disk);
    assert_eq!(form(&mut fleet, "Amina", &entry)["newer"], Json::Null, "withdrawn");
    set(&mut fleet, false);
    fleet.all_sync(&disk);
    assert_eq!(form(&mut fleet, "Amina", &entry)["newer"], "2");
    let moves = |dry_run: bool| json!({ "entry": entry, "version": "2", "dry_run": dry_run, "language": "fr" });
    let tried = asks(&mut fleet, "Amina", "entry_move", moves(true));
    let told = |list: &str| -> Vec<String> {
        let fates = tried[list].as_array().unwrap().iter();
        fates.map(|f| format!("{} = {}", f["label"].as_str().unwrap(), f["shown"].as_str().unwrap())).collect()
    };
    assert_eq!(told("converted"), ["Nombre de membres = 12", "Nom = Zahra"].map(str::to_owned));
    assert_eq!(told("parked"), ["Oui ou non = Oui"]);
    assert_eq!(tried["added"], json!(["Origine"]));
    assert_eq!(form(&mut fleet, "Amina", &entry)["newer"], "2", "only tried");
    asks(&mut fleet, "Amina", "entry_move", moves(false));
    let moved = form(&mut fleet, "Amina", &entry);
    assert_eq!(
        (&moved["newer"], &moved["version"], &moved["parked"][0]["value"]),
        (&Json::Null, &json!("2"), &json!("yes"))
    );
}
