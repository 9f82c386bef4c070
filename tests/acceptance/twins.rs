//! Cooperatives that were entered twice, the page of one, and a table that is looked through before it is taken in.

use serde_json::{Value, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk, Value as TestValue};
use uuid::Uuid;

/// Two coaches wrote down one cooperative each for itself, each with a visit.
fn twice() -> (Fleet, RamDisk, [Uuid; 2]) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 1);
    let coach = |name: &str, fleet: &mut Fleet| fleet.of(name).session.store().identity().person;
    let mut made = |name: &str, called: &str| {
        let person = coach(name, &mut fleet);
        let laptop = fleet.of(name);
        let id = laptop.makes("cooperative", json!({ "name_fr": called, "commune_code": "09.581." }));
        laptop.makes(
            "visit",
            json!({ "cooperative": id, "coach": person, "planned_on": "2026-01-05", "purpose": called }),
        );
        id
    };
    let both = [made("Amina", "Coopérative Tifawin"), made("Hassan", "TIFAWINE")];
    fleet.all_sync(&disk);
    (fleet, disk, both)
}

fn listed(fleet: &mut Fleet, name: &str) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> =
        api::cooperatives(&mut fleet.of(name).session).unwrap().rows.iter().map(|row| row.id).collect();
    ids.sort();
    ids
}

fn lines(fleet: &mut Fleet, name: &str, id: &Uuid) -> Vec<String> {
    let page = api::cooperative(&mut fleet.of(name).session, &id.to_string(), "fr").unwrap();
    page.timeline.iter().map(|line| line.title.clone()).collect()
}

/// Found on every laptop, joined on two of them in opposite directions: every laptop shows the same one, with what belongs to
/// both, and separating brings both back as they were.
#[test]
fn joined_in_opposite_directions_they_are_one_everywhere() {
    let (mut fleet, disk, [a, b]) = twice();
    for name in ["Khadija", "Amina", "Hassan"] {
        let found = api::twins(&mut fleet.of(name).session).unwrap();
        let pairs: Vec<_> = found.iter().map(|pair| (pair.one, pair.other)).collect();
        assert_eq!(pairs, [(a.min(b), a.max(b))], "{name}");
    }
    let join = |fleet: &mut Fleet, name: &str, kept: Uuid, joined: Uuid| {
        api::join(&mut fleet.of(name).session, &kept.to_string(), &joined.to_string()).unwrap();
    };
    join(&mut fleet, "Amina", a, b);
    assert_eq!(listed(&mut fleet, "Amina"), [a]);
    let store = fleet.of("Amina").session.store();
    assert_eq!(store.count("cooperative").unwrap(), 1);
    for id in [a, b] {
        let visits = store.rows_among("visit", "cooperative", &[TestValue::Id(id)]).unwrap();
        assert_eq!(visits.len(), 2, "the visits of both, asked for by either");
    }
    join(&mut fleet, "Hassan", b, a);
    assert_eq!(listed(&mut fleet, "Hassan"), [b]);
    fleet.all_sync(&disk);
    let kept = a.min(b);
    for name in ["Khadija", "Amina", "Hassan"] {
        assert_eq!(listed(&mut fleet, name), [kept], "{name}");
        // Whoever still has the other's address comes to the same page.
        for id in [a, b] {
            assert_eq!(lines(&mut fleet, name, &id).len(), 2, "{name}: the visits of both");
        }
        assert!(api::twins(&mut fleet.of(name).session).unwrap().is_empty(), "{name}");
    }
    api::separate(&mut fleet.of("Khadija").session, &a.max(b).to_string()).unwrap();
    fleet.all_sync(&disk);
    for name in ["Khadija", "Amina", "Hassan"] {
        assert_eq!(listed(&mut fleet, name), [a.min(b), a.max(b)], "{name}");
        assert_eq!(lines(&mut fleet, name, &a), ["Coopérative Tifawin"], "{name}");
        assert_eq!(lines(&mut fleet, name, &b), ["TIFAWINE"], "{name}");
        // They were told apart: nobody is asked again.
        assert!(api::twins(&mut fleet.of(name).session).unwrap().is_empty(), "{name}");
    }
}

#[test]
fn what_cannot_be_joined_is_refused() {
    let (mut fleet, _, [a, b]) = twice();
    let amina = &mut fleet.of("Amina").session;
    let itself = api::join(amina, &a.to_string(), &a.to_string());
    assert_eq!(itself.unwrap_err().code, "fault-join-itself");
    assert_eq!(api::separate(amina, &b.to_string()).unwrap_err().code, "fault-not-joined");
    api::tell_apart(amina, &a.to_string(), &b.to_string()).unwrap();
    assert!(api::twins(amina).unwrap().is_empty());
    assert_eq!(listed(&mut fleet, "Amina").len(), 2);
}

#[test]
fn a_table_that_was_dropped_is_read_like_a_file() {
    let (mut fleet, _, _) = twice();
    let mut read = |data: &str| {
        let request = json!({ "kind": "cooperative", "file": "liste.csv", "data": data, "dry_run": true });
        api::dispatch(&mut fleet.of("Amina").session, "import", &request.to_string(), &mut |_, _, _| true)
    };
    // Nom;Province / Azoul;Tiznit / Ifri;Nulle part / Tifawinn;Tiznit
    let report = read("Tm9tO1Byb3ZpbmNlCkF6b3VsO1Rpem5pdApJZnJpO051bGxlIHBhcnQKVGlmYXdpbm47VGl6bml0Cg==").unwrap();
    assert_eq!((&report["new"], &report["refused"]), (&json!(2), &json!(1)));
    assert_eq!(report["rows"][1]["cell"], "CSV!B3");
    // What is about to be entered twice is told before it is.
    assert_eq!(report["rows"][2]["resembles"], json!({ "name": "Coopérative Tifawin", "row": null }));
    assert_eq!(report["rows"][0]["resembles"], json!(null));
    for (data, code) in [("%%%", "fault-bad-json"), ("", "fault-sheet-empty")] {
        assert_eq!(read(data).unwrap_err().code, code, "{data}");
    }
    assert_eq!(read(&"AAAA".repeat(7 << 20)).unwrap_err().code, "fault-sheet-too-large");
}

/// A spelling that is not known is refused with what may be meant; said once, all rows with it are read so. What is doubtful is
/// pointed out, and what would change is told field by field before anything does.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test's own file")]
fn a_table_is_looked_through_before_it_is_taken_in() {
    let (mut fleet, _, [a, _]) = twice();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("liste.csv");
    let table =
        "Nom;Province;Secteur;ICE\nCoopérative Tifawin;Tiznit;;12\nAzukni;Taroudant;Huile d'argan;\nIfassen;Tata;;\n";
    std::fs::write(&file, table).unwrap();
    let amina = &mut fleet.of("Amina").session;
    let mut read = |reads: &[(String, String)], dry: bool| {
        let understanding = api::Understanding { map: &[], reads };
        serde_json::to_value(api::import(amina, "cooperative", api::Table::File(&file), understanding, dry).unwrap())
            .unwrap()
    };
    let outcomes = |report: &Value| -> Vec<String> {
        let rows = report["rows"].as_array().unwrap();
        rows.iter().map(|row| format!("{} {}", row["outcome"].as_str().unwrap(), row["meant"])).collect()
    };
    let report = read(&[], true);
    assert_eq!(outcomes(&report), ["changed null", "refused \"Taroudannt\"", "new null"]);
    let changed = &report["rows"][0];
    assert_eq!(changed["changes"], json!([{ "field": "ice", "before": null, "after": "12" }]));
    assert_eq!(changed["findings"], json!([{ "code": "finding-ice-digits", "field": "ice" }]));
    let place = ("Taroudant".to_owned(), "Taroudannt".to_owned());
    let report = read(std::slice::from_ref(&place), true);
    let meant = report["rows"][1]["meant"].as_str().unwrap().to_owned();
    assert_eq!(report["rows"][1]["reason"], "import-reason-sector");
    let report = read(&[place, ("Huile d'argan".to_owned(), meant)], false);
    assert_eq!(outcomes(&report), ["changed null", "new null", "new null"]);
    assert_eq!(listed(&mut fleet, "Amina").len(), 4);
    let shown = api::show(&mut fleet.of("Amina").session, "cooperative", &a.to_string()).unwrap();
    assert_eq!(shown["ice"], "12");
}
