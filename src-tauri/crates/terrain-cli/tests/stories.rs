//! What people do with the command, told as they would tell it: reading and writing, two laptops and a centre.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::string_slice, clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use common::{KINDS, Place, differences, fails, picture, run};
use serde_json::{Value as Json, json};

/// Status, list, show, search, new, set, history, delete: what was written is what is read.
#[test]
fn everything_is_read_and_written_by_command() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let status = amina.does(&["status"]);
    assert_eq!(
        (&status["person"], &status["role"], &status["unsent"]),
        (&json!("Amina Exemple"), &json!("coach"), &json!(0))
    );
    for key in ["last_sync", "conflicts", "drafts", "health"] {
        assert!(status.get(key).is_some(), "{key}");
    }
    let cooperatives = amina.ids("cooperative");
    assert_eq!((cooperatives.len(), amina.ids("visit").len(), amina.ids("person").len()), (4, 18, 3));

    let id = cooperatives[0].as_str();
    let name = amina.reads("cooperative", id, "name_fr");
    let name = name.as_str().unwrap();
    // The beginnings of two identifiers differ within the milliseconds of a day or the laptop's own bits.
    for beginning in [id, &id[..id.len() - 1], &id.to_uppercase(), name, &name.to_uppercase().replace('É', "e")] {
        assert_eq!(amina.reads("cooperative", beginning, "id"), id, "{beginning}");
    }

    let person = amina.does(&["show", "person", "Amina Exemple"])["id"].as_str().unwrap().to_owned();
    let (for_cooperative, by) = (format!("cooperative={id}"), format!("coach={person}"));
    let made = amina.does(&["new", "visit", &for_cooperative, &by, "planned_on=2026-12-01", "days=0.5"]);
    let visit = made["id"].as_str().unwrap();
    assert_eq!(made["findings"], json!([]));
    amina.does(&["set", "visit", visit, "purpose=Tenue des registres", "venue=\"Siège\"", "days=0.75"]);
    amina.does(&["set", "visit", visit, "venue="]);
    let read = amina.does(&["show", "visit", visit]);
    assert_eq!(
        (&read["purpose"], &read["days"], &read["venue"]),
        (&json!("Tenue des registres"), &json!(0.75), &Json::Null)
    );
    assert_eq!((&read["delivery"], &read["state"]), (&json!("here"), &json!("planned")));
    let found = amina.does(&["list", "visit", "--where", &for_cooperative, "--where", "venue="]);
    assert!(found.as_array().unwrap().iter().any(|v| v["id"] == visit));
    assert_eq!(amina.does(&["list", "visit", "--where", "planned_on=2026-12-01"]).as_array().unwrap().len(), 1);

    amina.does(&["set", "visit", visit, "planned_on="]);
    let unplanned = amina.does(&["list", "visit", "--where", "planned_on="]);
    assert_eq!((unplanned[0]["id"].as_str(), unplanned.as_array().unwrap().len()), (Some(visit), 1));

    // A doubtful value is kept and pointed out: status 1.
    let doubtful = amina.runs(&["set", "cooperative", id, "phone=612", "--json"]);
    assert_eq!((doubtful.status, &doubtful.json()["findings"][0]["code"]), (1, &json!("finding-phone-length")));
    assert_eq!(amina.reads("cooperative", id, "phone"), "612");

    // What was done last is taken back and done again, in another process each time.
    amina.does(&["set", "visit", visit, "purpose=Comptes"]);
    let undone = amina.does(&["undo"]);
    assert_eq!(
        (&undone["act"]["name"], amina.reads("visit", visit, "purpose")),
        (&json!("set"), json!("Tenue des registres"))
    );
    amina.does(&["redo"]);
    assert_eq!(amina.reads("visit", visit, "purpose"), "Comptes");
    amina.does(&["undo"]);
    let history = amina.does(&["history", "visit", visit]);
    let days: Vec<(&Json, &Json)> = history
        .as_array()
        .unwrap()
        .iter()
        .filter(|e| e["field"] == "days")
        .map(|e| (&e["value"], &e["live"]))
        .collect();
    assert_eq!(days, [(&json!(0.5), &json!(false)), (&json!(0.75), &json!(true))]);
    assert!(history.as_array().unwrap().iter().all(|e| e["person"] == "Amina Exemple" && e["at"].is_string()));

    amina.does(&["delete", "visit", visit]);
    assert_eq!(amina.runs(&["show", "visit", visit]).status, 2);
    let history = amina.does(&["history", "visit", visit]);
    assert!(history.as_array().unwrap().iter().any(|e| e["operation"] == "delete" && e["value"] == "deleted"));
}

/// Whatever the way a word is written, it finds the record.
#[test]
fn search_knows_accents_and_arabic() {
    let place = Place::demo();
    let hassan = place.laptop("coach-2");
    let made =
        hassan.does(&["new", "cooperative", "name_fr=L'Œuvre d’Aït-Melloul", "name_ar=مُؤَسَّسَة الأركان", "sector=argan"]);
    let check = |words: &[&str], expected: bool| {
        let found = hassan.does(&[&["search"], words].concat());
        let there = found.as_array().unwrap().iter().any(|f| f["id"] == made["id"] && f["kind"] == "cooperative");
        assert_eq!(there, expected, "{words:?} {found}");
    };
    check(&["oeuvre"], true);
    check(&["Ait", "MELLOUL"], true);
    check(&["aït mell"], true);
    check(&["موسسة"], true);
    check(&["مؤسسه", "الاركان"], true);
    check(&["الأَرْكَان"], true);
    check(&["ait", "introuvable"], false);
    check(&["\"*'); DROP TABLE search; --"], false);
    check(&["'", "\u{202e}", "*"], false);

    // What belongs to a cooperative says so.
    let cooperative = format!("cooperative={}", made["id"].as_str().unwrap());
    let coach = format!("coach={}", hassan.ids("person")[0]);
    let visit = hassan.does(&["new", "visit", &cooperative, &coach, "planned_on=2026-12-03", "purpose=Zarbia"]);
    let found = hassan.does(&["search", "zarbia"]);
    let row = found.as_array().unwrap().iter().find(|f| f["id"] == visit["id"]).unwrap();
    assert_eq!((&row["cooperative"], row["entry"].is_null()), (&made["id"], true), "{row}");
    assert!(row["cooperative_name"].as_str().unwrap().contains("Melloul"), "{row}");
}

/// What people read is in their language: names for identifiers, words for codes, and what to do next.
#[test]
fn tables_are_for_people() {
    let place = Place::demo();
    let khadija = place.laptop("coordinator");
    let check = |args: &[&str], there: &[&str], not: &[&str]| {
        let told = khadija.runs(args);
        let said = format!("{}{}", told.out, told.err);
        for text in there {
            assert!(said.contains(text), "{args:?} lacks {text}: {said}");
        }
        for text in not {
            assert!(!said.contains(text), "{args:?} has {text}: {said}");
        }
    };
    let cooperative = khadija.ids("cooperative")[0].clone();
    check(
        &["list", "visit"],
        &["Coopérative fictive", "Amina Exemple", "tenue", "reçu", "8 fiches"],
        &["held", "received"],
    );
    check(&["list", "visit", "--lang", "ar"], &["منجزة", "استُلم", "عدد البطاقات"], &["held", "received"]);
    check(&["list", "assignment"], &["Coopérative fictive", "Hassan Exemple"], &[]);
    check(&["status"], &["coordonnateur(trice) régional(e)", "Brouillons", "À regarder : rien"], &["quarantined"]);
    check(&["history", "cooperative", &cooperative], &["création", "créée", "règlement", "oui"], &["create", "alive"]);
    check(&["set", "cooperative", &cooperative, "douar=Essai"], &["Enregistré", "« sync »"], &[]);
    check(&["set", "cooperative", &cooperative, "douar=Autre", "--quiet"], &["Enregistré"], &["« sync »"]);
    check(&["status", "--lang", "en"], &["Changes to send: 2", "\"sync\""], &[]);
    check(&["set", "cooperative", &cooperative, "ice=1"], &["15 chiffres", "gardé"], &[]);
    check(&["sync", &khadija.central, "--dry-run"], &["À envoyer : 3", "Essai"], &["Envoi"]);
    check(&["sync", &khadija.central, "--quiet"], &["copie du bureau"], &["Fusion", "Envoi…"]);
    check(&["--help"], &["Exemples", "Commandes", "Utilisation"], &["Usage", "Options:", "Print"]);
    check(
        &["import", "--help", "--lang", "ar"],
        &["أمثلة", "الأوامر"].map(|t| if t == "الأوامر" { "الخيارات" } else { t }),
        &["Usage"],
    );
}

/// Different fields of one record merge; the same field gives one disagreement on both laptops, settled for both by one.
#[test]
fn two_laptops_meet_in_the_centre() {
    let place = Place::demo();
    let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
    let (cooperative, visit) = (amina.ids("cooperative")[0].clone(), amina.ids("visit")[0].clone());
    for (kind, id, hers, his, field) in [
        ("cooperative", &cooperative, "douar=Tagadirt", "email=bureau@exemple.ma", "acronym"),
        ("visit", &visit, "venue=Siège", "days=0.25", "purpose"),
    ] {
        let (first, second) = (format!("{field}=Première"), format!("{field}=Seconde"));
        amina.does(&["set", kind, id, hers, &first]);
        hassan.does(&["set", kind, id, his, &second]);
    }
    assert_eq!(amina.syncs()["conflicts"], 0);
    let met = hassan.runs(&["sync", &hassan.central, "--json"]);
    assert_eq!((met.status, &met.json()["conflicts"], &met.json()["delivered"]), (1, &json!(2), &json!(true)));
    assert_eq!(amina.syncs()["conflicts"], 2);
    for laptop in [&amina, &hassan] {
        assert_eq!(laptop.reads("cooperative", &cooperative, "douar"), "Tagadirt");
        assert_eq!(laptop.reads("cooperative", &cooperative, "email"), "bureau@exemple.ma");
        assert_eq!(laptop.reads("visit", &visit, "venue"), "Siège");
        assert_eq!(laptop.reads("visit", &visit, "days"), 0.25);
        assert_eq!(laptop.reads("visit", &visit, "provisional"), json!(["purpose"]));
        let open = laptop.does(&["conflicts"]);
        assert_eq!(open.as_array().unwrap().len(), 2);
        for conflict in open.as_array().unwrap() {
            let mut values: Vec<&str> =
                conflict["values"].as_array().unwrap().iter().map(|v| v["value"].as_str().unwrap()).collect();
            values.sort_unstable();
            assert_eq!(values, ["Première", "Seconde"]);
        }
    }
    // Standing disagreements are no findings of a later sync.
    assert_eq!(amina.runs(&["sync", &amina.central]).status, 0);

    let acronym = format!("{cooperative}.acronym");
    for (choice, code) in [
        (&[] as &[&str], "fault-take-or-value"),
        (&["--take", "1", "--value", "X"], "fault-take-or-value"),
        (&["--take", "3"], "fault-unknown-choice"),
        (&["--take", "0"], "fault-unknown-choice"),
        (&["--value", "[]"], "refusal-wrong-type"),
    ] {
        fails(&amina.runs(&[&["resolve", &acronym, "--json"], choice].concat()), 2, code);
    }
    amina.does(&["resolve", &acronym, "--take", "2", "--note", "Vu ensemble"]);
    amina.does(&["resolve", &format!("{visit}.purpose"), "--value", "Troisième"]);
    amina.syncs();
    hassan.syncs();
    for laptop in [&amina, &hassan] {
        assert_eq!(laptop.does(&["conflicts"]), json!([]));
        assert_eq!(laptop.reads("visit", &visit, "purpose"), "Troisième");
        let history = laptop.does(&["history", "cooperative", &cooperative]);
        let entries: Vec<&Json> = history.as_array().unwrap().iter().filter(|e| e["field"] == "acronym").collect();
        let said = |value: &str| entries.iter().any(|e| e["value"] == value);
        assert!(said("Première") && said("Seconde"), "{history}");
        let settled = entries.iter().find(|e| e["operation"] == "settle").unwrap();
        assert_eq!((&settled["note"], &settled["live"]), (&json!("Vu ensemble"), &json!(true)));
    }
    assert_eq!(
        amina.reads("cooperative", &cooperative, "acronym"),
        hassan.reads("cooperative", &cooperative, "acronym")
    );
}

/// A sync with nothing to say leaves every byte, name and time of the centre as it was.
#[test]
fn a_repeated_sync_changes_nothing() {
    let place = Place::demo();
    let laptops = ["coordinator", "coach-1", "coach-2"].map(|name| place.laptop(name));
    for laptop in &laptops {
        laptop.syncs();
    }
    let before = picture(&place.path("central"));
    for laptop in laptops.iter().chain(&laptops) {
        let report = laptop.syncs();
        assert_eq!((&report["bytes_written"], &report["findings"]), (&json!(0), &json!([])));
    }
    assert_eq!(differences(&before, &picture(&place.path("central"))), Vec::<std::path::PathBuf>::new());
    assert_eq!(run(&["fsck", &place.text("central")]).status, 0);
}

#[test]
fn the_same_seed_gives_the_same_programme() {
    let place = Place::empty();
    let made = place.demonstrate("one", 7);
    let again = place.demonstrate("two", 7);
    assert_eq!((&made["visits"], &made["conflicts"]), (&again["visits"], &again["conflicts"]));
    for kind in KINDS {
        let [mut one, mut two] = ["one/coordinator", "two/coordinator"].map(|d| place.laptop(d).does(&["list", kind]));
        // What a finalisation seals is hashed with its personal answers, whose keys are always fresh.
        for event in [&mut one, &mut two].into_iter().filter_map(Json::as_array_mut).flatten() {
            if let Some(hash) = event.pointer_mut("/finalise/0") {
                *hash = Json::Null;
            }
        }
        assert_eq!(one, two, "{kind}");
    }
}
