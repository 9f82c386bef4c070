//! Undo and redo: whatever a person did is taken back, newest first, and done again, unless somebody went on from there.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Chance, EventContent, Fleet, OpName, RamDisk, Store, StoreError, UndoRefusal, Value, v5};
use uuid::Uuid;

fn text(t: &str) -> Value {
    Value::Text(t.into())
}

/// What a person may do next.
fn act(store: &mut Store, chance: &mut Chance, rows: &mut Vec<(&'static str, Uuid)>) {
    let value = text(&format!("valeur {}", chance.below(4)));
    let alive: Vec<(&'static str, Uuid)> =
        rows.iter().copied().filter(|(kind, id)| store.row(kind, id).unwrap().is_some()).collect();
    let one = (!alive.is_empty()).then(|| alive[chance.below(alive.len().max(1))]);
    match (chance.below(10), one) {
        (0, _) | (_, None) => {
            let (row, _) =
                store.write(OpName::Create, None, |w| w.create("cooperative", &[("name_fr", value.clone())])).unwrap();
            rows.push(("cooperative", row));
        }
        (1, Some((_, cooperative))) => {
            // A row with a personal value, and in the same act a field of another row.
            let (row, _) = store
                .write(OpName::Create, None, |w| {
                    w.set("cooperative", cooperative, "acronym", &value).ok();
                    w.create("officer", &[("cooperative", Value::Id(cooperative)), ("name", value.clone())])
                })
                .unwrap();
            rows.push(("officer", row));
        }
        (2 | 3, Some((kind, row))) => {
            store.write(OpName::Delete, None, |w| w.delete(kind, row)).unwrap();
        }
        (4..=6, _) => {
            // A row that comes back after a delete comes back empty.
            let key = format!("k{}", chance.below(2));
            let row = v5("setting", &[&key, "2026-01-01"]);
            let fields = [("key", text(&key)), ("value", value)];
            store.write(OpName::Set, None, |w| w.upsert("setting", row, &fields)).unwrap();
            if !rows.contains(&("setting", row)) {
                rows.push(("setting", row));
            }
        }
        (n, Some((kind, row))) => {
            let field = match kind {
                "cooperative" => ["name_fr", "douar", "phone"][n % 3],
                "officer" => ["name", "phone"][n % 2],
                _ => "source",
            };
            let value = if chance.once_in(4) { Value::Null } else { value };
            store.write(OpName::Set, None, |w| w.set(kind, row, field, &value)).unwrap();
        }
    }
}

/// Any sequence of acts, undone and done again, seals and rebuilds between: the tables are those that were remembered.
#[test]
fn undo_and_redo_give_back_what_was_there() {
    let mut turned = 0;
    for seed in 0..40 {
        let disk = RamDisk::default();
        let mut fleet = Fleet::start(&["Khadija"], &disk, seed);
        let (mut chance, mut rows) = (Chance::new(seed), Vec::new());
        let store = fleet.of("Khadija").session.store();
        assert!(store.undoable().unwrap().is_none(), "the start of a programme is not undone");
        // The oracle: pictures of the tables, and where we stand among them.
        let (mut pictures, mut at) = (vec![store.dump().unwrap()], 0);
        for step in 0..40 {
            match chance.below(5) {
                0 | 1 => {
                    let before = pictures[at].clone();
                    act(store, &mut chance, &mut rows);
                    let after = store.dump().unwrap();
                    if after != before {
                        pictures.truncate(at + 1);
                        pictures.push(after);
                        at += 1;
                    }
                }
                2 | 3 => match store.undo() {
                    Ok(_) => (at, turned) = (at - 1, turned + 1),
                    Err(e) => {
                        assert!(at == 0 && matches!(e, StoreError::Undo(UndoRefusal::Nothing)), "{seed}/{step}: {e}")
                    }
                },
                _ => match store.redo() {
                    Ok(_) => at += 1,
                    Err(e) => {
                        let last = at + 1 == pictures.len();
                        assert!(last && matches!(e, StoreError::Undo(UndoRefusal::Nothing)), "{seed}/{step}: {e}");
                    }
                },
            }
            assert_eq!(store.dump().unwrap(), pictures[at], "seed {seed}, step {step}");
            assert_eq!(store.undoable().unwrap().is_some(), at > 0, "seed {seed}, step {step}");
            if chance.once_in(6) {
                store.seal().unwrap();
            }
            if chance.once_in(12) {
                store.rebuild().unwrap();
            }
        }
        assert!(store.tasks().unwrap().is_empty());
    }
    assert!(turned > 200, "only {turned} acts were undone");
}

fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 1);
    let row = fleet.of("Amina").makes("cooperative", json!({ "name_fr": "Argane", "phone": "0600000000" }));
    fleet.all_sync(&disk);
    (fleet, disk, row)
}

fn refusal(fleet: &mut Fleet, name: &str) -> UndoRefusal {
    match fleet.of(name).session.store().undo() {
        Err(StoreError::Undo(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// What others did since is not taken away; what they did elsewhere stands in nobody's way.
#[test]
fn what_others_went_on_from_is_not_undone() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").sets("cooperative", &row, json!({ "phone": "0611111111", "douar": "Tizi" }));
    fleet.all_sync(&disk);
    fleet.of("Hassan").sets("cooperative", &row, json!({ "acronym": "ARG" }));
    fleet.all_sync(&disk);
    let undone = fleet.of("Amina").session.store().undo().unwrap().0;
    assert_eq!((undone.name.as_str(), undone.rows), ("set", vec![("cooperative".to_owned(), row)]));
    assert_eq!(fleet.of("Amina").session.store().redo().unwrap().0.name, "set");
    fleet.of("Hassan").sets("cooperative", &row, json!({ "douar": "Agadir n'Ighir" }));
    fleet.all_sync(&disk);
    let why = refusal(&mut fleet, "Amina");
    let expected = UndoRefusal::ChangedSince { kind: "cooperative".into(), row, field: "douar".into() };
    assert_eq!(why, expected, "and nothing is half undone");
    assert_eq!(fleet.of("Amina").sees("cooperative", &row, "phone"), json!("0611111111"));
    let said = api::undo(&mut fleet.of("Amina").session).unwrap_err();
    assert_eq!((said.code, said.args["field"].as_str()), ("fault-undo-changed", "douar"));
    let label = api::undoable(&mut fleet.of("Amina").session).unwrap();
    assert_eq!((label.undo.unwrap().name.as_str(), label.redo.is_none()), ("set", true));
    assert!(matches!(refusal(&mut fleet, "Khadija"), UndoRefusal::Nothing), "others' acts are theirs");
}

/// A row that others wrote in stays; a deleted row comes back with what it held, on every laptop.
#[test]
fn rows_go_and_come_back() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").deletes("cooperative", &row);
    fleet.all_sync(&disk);
    assert_eq!(fleet.of("Hassan").sees("cooperative", &row, "phone"), Json::Null);
    fleet.of("Amina").session.store().undo().unwrap();
    fleet.all_sync(&disk);
    for name in ["Khadija", "Amina", "Hassan"] {
        assert_eq!(fleet.of(name).sees("cooperative", &row, "phone"), json!("0600000000"), "{name}");
        assert!(fleet.of(name).session.store().tasks().unwrap().is_empty());
    }
    fleet.of("Hassan").sets("cooperative", &row, json!({ "acronym": "ARG" }));
    fleet.all_sync(&disk);
    let why = refusal(&mut fleet, "Amina");
    assert_eq!(why, UndoRefusal::ChangedSince { kind: "cooperative".into(), row, field: "acronym".into() });
}

/// A disagreement that was settled is not brought back; another value can be taken instead.
#[test]
fn a_settlement_is_not_undone() {
    let (mut fleet, disk, row) = programme();
    for (name, phone) in [("Amina", "0622222222"), ("Hassan", "0633333333")] {
        fleet.of(name).sets("cooperative", &row, json!({ "phone": phone }));
    }
    fleet.all_sync(&disk);
    fleet.of("Khadija").settles(2);
    let why = refusal(&mut fleet, "Khadija");
    assert_eq!(why, UndoRefusal::Settled { kind: "cooperative".into(), row, field: "phone".into() });
}

/// Sealing is not undone but reopened; then what was written before it can be undone again. Parts of an entry keep it.
#[test]
fn a_sealed_document_is_reopened_rather_than_undone() {
    let (mut fleet, disk, cooperative) = programme();
    let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": "ab".repeat(32) });
    let form = fleet.of("Khadija").makes("form", form);
    fleet.all_sync(&disk);
    let entry = fleet.of("Amina").makes("entry", json!({ "form": form, "cooperative": cooperative }));
    let store = fleet.of("Amina").session.store();
    let event = |store: &mut Store, what: &str| {
        store.write(OpName::Set, None, |w| w.event(entry, what, &EventContent::default())).map(|_| ())
    };
    event(store, "finalise").unwrap();
    assert!(matches!(store.undo(), Err(StoreError::Undo(UndoRefusal::Sealing { entry: of })) if of == entry));
    event(store, "reopen").unwrap();
    assert_eq!(store.undoable().unwrap().unwrap().rows, [("entry".to_owned(), entry)]);
    // The events themselves are parts that an undo of the entry would hide.
    assert!(matches!(store.undo(), Err(StoreError::Undo(UndoRefusal::ChangedSince { .. }))));
}

/// A large act is undone as a whole, in about the time that it took.
#[test]
fn an_import_is_undone_as_a_whole() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    let store = fleet.of("Khadija").session.store();
    let before = store.dump().unwrap();
    let rows = 500;
    let import = |store: &mut Store| {
        store.write(OpName::Import, None, |w| {
            (0..rows).try_for_each(|n| {
                let fields =
                    [("name_fr", text(&format!("Coopérative {n}"))), ("douar", text("Tizi")), ("phone", text("06"))];
                w.create("cooperative", &fields).map(|_| ())
            })
        })
    };
    import(store).unwrap();
    let after = store.dump().unwrap();
    let ids: Vec<Uuid> = store.rows("cooperative", &[]).unwrap().into_iter().map(|r| r.id).collect();
    // A second import changes all of them.
    let change = |store: &mut Store| {
        store.write(OpName::Import, None, |w| {
            ids.iter().try_for_each(|id| w.set("cooperative", *id, "phone", &text("07")))
        })
    };
    change(store).unwrap();
    for (expected, count) in [(&after, rows), (&before, 0)] {
        let (undone, _) = store.undo().unwrap();
        assert_eq!((undone.name.as_str(), undone.rows.len()), ("import", rows));
        assert_eq!(store.count("cooperative").unwrap(), count as u64);
        assert!(store.dump().unwrap() == *expected);
    }
    store.redo().unwrap();
    assert!(store.dump().unwrap() == after);
}

/// An answer that somebody else has sealed since is not taken back behind the seal.
#[test]
fn undo_stops_at_a_seal() {
    let survey: &[&[&str]] = &[&["type", "name", "label"], &["text", "q", "Q"]];
    let settings: &[&[&str]] = &[&["form_title", "form_id", "version"], &["Seal", "seal", "1"]];
    let form = crate::scoring::workbook(&[("survey", survey), ("settings", settings)]);
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" })).to_string();
    let form = crate::scoring::published(&mut fleet.of("Khadija").session, &form);
    fleet.all_sync(&disk);
    let amina = &mut fleet.of("Amina").session;
    let entry = api::new_entry(amina, &form, &cooperative, None).unwrap().id.to_string();
    let filling = api::Filling { answers: vec![("q".into(), "a".into())], ..api::Filling::default() };
    api::fill(amina, &entry, &filling).unwrap();
    fleet.all_sync(&disk);
    api::finalise(&mut fleet.of("Khadija").session, &entry, None).unwrap();
    fleet.all_sync(&disk);
    let amina = &mut fleet.of("Amina").session;
    assert_eq!(api::undo(amina).unwrap_err().code, "fault-entry-sealed");
    api::reopen(&mut fleet.of("Khadija").session, &entry, "à compléter").unwrap();
    fleet.all_sync(&disk);
    let amina = &mut fleet.of("Amina").session;
    api::undo(amina).unwrap();
    assert_eq!(api::show_entry(amina, &entry, "fr").unwrap().answered, 0);
}
