//! Entries of forms on several laptops: answers, personal ones among them, and what a sealed document holds.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{
    Change, EventContent, Fleet, Forger, OpName, RamDisk, Store, StoreError, SubjectKey, Value, Write, new_v7, v5,
};
use uuid::Uuid;

const PEOPLE: [&str; 3] = ["Khadija", "Amina", "Hassan"];

fn text(t: &str) -> Value {
    Value::Text(t.into())
}

fn answer_id(entry: &Uuid, path: &str) -> Uuid {
    v5("answer", &[&entry.to_string(), "", path])
}

/// A form and Amina's entry of it, which everybody has.
fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&PEOPLE, &disk, 1);
    let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": "ab".repeat(32) });
    let form = fleet.of("Khadija").makes("form", form);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let entry = fleet.of("Amina").makes("entry", json!({ "form": form, "cooperative": cooperative }));
    fleet.all_sync(&disk);
    (fleet, disk, entry)
}

fn write<T>(
    fleet: &mut Fleet,
    name: &str,
    act: impl FnOnce(&mut Write<'_, '_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    fleet.of(name).session.store().write(OpName::Set, None, act).map(|(done, _)| done)
}

fn answers(fleet: &mut Fleet, name: &str, entry: &Uuid, path: &str, value: &str) {
    let fields = [("entry", Value::Id(*entry)), ("path", text(path)), ("value", text(value))];
    write(fleet, name, |w| w.upsert("answer", answer_id(entry, path), &fields)).unwrap();
}

fn seen(store: &Store, row: &Uuid) -> (Json, Vec<String>) {
    let row = store.row("answer", row).unwrap().unwrap();
    (serde_json::to_value(&row.fields["value"]).unwrap(), row.sealed)
}

/// Personal answers are read where the entry's key is, and shown as sealed elsewhere; no other key is taken for it.
#[test]
fn personal_answers_are_sealed_under_their_entry() {
    let (mut fleet, disk, entry) = programme();
    let row = answer_id(&entry, "persons_to_meet");
    let fields = [("entry", Value::Id(entry)), ("path", text("persons_to_meet"))];
    write(&mut fleet, "Amina", |w| {
        w.upsert("answer", row, &fields)?;
        w.set_sealed("answer", row, "value", &text("Fatima Aït Baha"), entry)
    })
    .unwrap();
    assert_eq!(seen(fleet.of("Amina").session.store(), &row).0, json!("Fatima Aït Baha"));
    let mut stranger = fleet.joins("Zineb");
    fleet.all_sync(&disk);
    assert_eq!(seen(fleet.of("Hassan").session.store(), &row), (json!("Fatima Aït Baha"), vec![]));
    // A laptop that has all segments and no key yet.
    let (log, keys) = {
        let store = fleet.of("Amina").session.store();
        let names = store.segments().unwrap();
        let log: Vec<Vec<u8>> = names.iter().map(|n| store.segment_bytes(&n.hash).unwrap().unwrap()).collect();
        (log, store.subject_keys())
    };
    let store = stranger.session.store();
    let incoming = |bytes: Vec<u8>| terrain_testkit::incoming("test", bytes);
    store.merge(log.into_iter().map(incoming).collect()).unwrap();
    assert_eq!(seen(store, &row), (Json::Null, vec!["value".to_owned()]));
    assert_eq!(store.take_subject_keys(&[(entry, SubjectKey([7; 32]))]).unwrap(), 0, "a key that opens nothing");
    assert!(store.take_subject_keys(&keys).unwrap() > 0);
    assert_eq!(seen(store, &row), (json!("Fatima Aït Baha"), vec![]));
    let before = store.dump().unwrap();
    store.rebuild().unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

/// Whoever settles a disagreement about a personal answer, or sets it otherwise, seals it as well.
#[test]
fn what_is_personal_stays_sealed() {
    let (mut fleet, disk, entry) = programme();
    let row = answer_id(&entry, "persons_to_meet");
    let fields = [("entry", Value::Id(entry)), ("path", text("persons_to_meet"))];
    let answers = |w: &mut Write<'_, '_>, value: &str| {
        w.upsert("answer", row, &fields)?;
        w.set_sealed("answer", row, "value", &text(value), entry)
    };
    write(&mut fleet, "Amina", |w| answers(w, "Fatima")).unwrap();
    fleet.all_sync(&disk);
    write(&mut fleet, "Amina", |w| answers(w, "Fatima A.")).unwrap();
    write(&mut fleet, "Hassan", |w| answers(w, "Fatima B.")).unwrap();
    fleet.all_sync(&disk);
    fleet.of("Khadija").settles(1);
    fleet.all_sync(&disk);
    write(&mut fleet, "Hassan", |w| w.set("answer", row, "value", &text("Fatima C."))).unwrap();
    fleet.all_sync(&disk);
    let mut stranger = fleet.joins("Zineb");
    fleet.all_sync(&disk);
    let store = fleet.of("Amina").session.store();
    let names = store.segments().unwrap();
    let log: Vec<Vec<u8>> = names.iter().map(|n| store.segment_bytes(&n.hash).unwrap().unwrap()).collect();
    let store = stranger.session.store();
    store.merge(log.into_iter().map(|bytes| terrain_testkit::incoming("test", bytes)).collect()).unwrap();
    let shown = api::history(&mut stranger.session, "answer", &row.to_string()).unwrap();
    assert!(!shown.to_string().contains("Fatima"), "somebody without the key reads {shown}");
    assert_eq!(seen(fleet.of("Amina").session.store(), &row).0, json!("Fatima C."));
}

/// Whoever makes an entry makes its key, so that others can answer personal questions first; nobody makes a second one.
#[test]
fn an_entry_has_one_key() {
    let (mut fleet, disk, entry) = programme();
    let row = answer_id(&entry, "phone");
    let fields = [("entry", Value::Id(entry)), ("path", text("phone"))];
    let answers = |w: &mut Write<'_, '_>| {
        w.upsert("answer", row, &fields)?;
        w.set_sealed("answer", row, "value", &text("0600000000"), entry)
    };
    let refused = write(&mut fleet, "Hassan", answers).unwrap_err();
    assert!(matches!(refused, StoreError::SubjectKeyMissing(subject) if subject == entry));
    write(&mut fleet, "Amina", |w| w.make_key("entry", entry)).unwrap();
    fleet.all_sync(&disk);
    write(&mut fleet, "Hassan", answers).unwrap();
    fleet.all_sync(&disk);
    assert_eq!(seen(fleet.of("Amina").session.store(), &row).0, json!("0600000000"));
    let shown = api::history(&mut fleet.of("Khadija").session, "entry", &entry.to_string()).unwrap();
    assert!(!shown.to_string().contains("_key"), "what shows the key is nobody's business: {shown}");
}

/// What the app makes never disagrees, and gives way to what a person says.
#[test]
fn values_made_by_the_app_never_disagree() {
    let (mut fleet, disk, entry) = programme();
    let row = answer_id(&entry, "start");
    let fields = [("entry", Value::Id(entry)), ("path", text("start"))];
    for (name, value) in [("Amina", "08:00"), ("Hassan", "09:00")] {
        write(&mut fleet, name, |w| {
            w.upsert("answer", row, &fields)?;
            w.set_auto("answer", row, "value", &text(value))
        })
        .unwrap();
    }
    fleet.all_sync(&disk);
    let shown: Vec<Json> = PEOPLE.iter().map(|p| fleet.of(p).sees("answer", &row, "value")).collect();
    assert!(shown.iter().all(|v| *v == shown[0]), "{shown:?}");
    assert_eq!(fleet.of("Khadija").session.store().conflict_count().unwrap(), 0);
    write(&mut fleet, "Hassan", |w| w.set("answer", row, "value", &text("08:30"))).unwrap();
    write(&mut fleet, "Amina", |w| w.set_auto("answer", row, "value", &text("10:00"))).unwrap();
    fleet.all_sync(&disk);
    assert_eq!(fleet.of("Khadija").sees("answer", &row, "value"), json!("08:30"));
    assert_eq!(fleet.of("Khadija").session.store().conflict_count().unwrap(), 0);
}

/// Two people answer one question: one row. Whoever answers again after a delete starts from nothing.
#[test]
fn an_answer_is_one_row_and_comes_back_empty() {
    let (mut fleet, disk, entry) = programme();
    let row = answer_id(&entry, "q1");
    answers(&mut fleet, "Amina", &entry, "q1", "3");
    answers(&mut fleet, "Hassan", &entry, "q1", "4");
    write(&mut fleet, "Hassan", |w| w.set("answer", row, "comment", &text("vu sur place"))).unwrap();
    fleet.all_sync(&disk);
    let store = fleet.of("Khadija").session.store();
    assert_eq!(store.rows("answer", &[("entry", Value::Id(entry))]).unwrap().len(), 1);
    assert_eq!(store.conflict_count().unwrap(), 1);
    let both: Vec<Option<Value>> = store.live("answer", &row, "value").unwrap().into_iter().map(|l| l.value).collect();
    assert!(both.contains(&Some(text("3"))) && both.contains(&Some(text("4"))));
    assert_eq!(store.authors("answer", &[row], "value").unwrap()[&row].len(), 2);
    fleet.of("Amina").deletes("answer", &row);
    fleet.all_sync(&disk);
    assert_eq!(fleet.of("Hassan").sees("answer", &row, "value"), Json::Null);
    answers(&mut fleet, "Hassan", &entry, "q1", "5");
    fleet.all_sync(&disk);
    for name in PEOPLE {
        assert_eq!(fleet.of(name).sees("answer", &row, "value"), json!("5"), "{name}");
        assert_eq!(fleet.of(name).sees("answer", &row, "comment"), Json::Null, "{name}: what was deleted stays so");
        assert_eq!(fleet.of(name).session.store().tasks().unwrap(), []);
        assert_eq!(fleet.of(name).session.store().conflict_count().unwrap(), 0);
    }
}

/// A value that comes while an editor is open is not replaced by one whose author has not seen it.
#[test]
fn what_was_not_shown_is_not_replaced() {
    let check = |names: &dyn Fn(&[String]) -> Vec<String>, expected: u64| {
        let (mut fleet, disk, entry) = programme();
        let row = answer_id(&entry, "q1");
        answers(&mut fleet, "Amina", &entry, "q1", "1");
        fleet.all_sync(&disk);
        let shown = fleet.of("Hassan").session.store().live("answer", &row, "value").unwrap();
        write(&mut fleet, "Amina", |w| w.set("answer", row, "value", &text("2"))).unwrap();
        fleet.all_sync(&disk);
        let shown: Vec<_> = shown.iter().map(|l| l.id).collect();
        write(&mut fleet, "Hassan", |w| w.set_on("answer", row, "value", &text("3"), &shown)).unwrap();
        fleet.all_sync(&disk);
        let open = api::conflicts(&mut fleet.of("Khadija").session).unwrap();
        assert_eq!(open.len(), 1, "Amina's second value and Hassan's stand beside each other");
        // A third value comes before Khadija settles what she was shown.
        write(&mut fleet, "Amina", |w| w.set_on("answer", row, "value", &text("4"), &[])).unwrap();
        fleet.all_sync(&disk);
        let (khadija, shown) = (&mut fleet.of("Khadija").session, names(&open[0].shown));
        api::resolve(khadija, &open[0].id, None, Some(&json!("3")), None, &shown).unwrap();
        assert_eq!(fleet.of("Khadija").session.store().conflict_count().unwrap(), expected);
    };
    check(&|shown| shown.to_vec(), 1);
    check(&|_| Vec::new(), 0);
}

/// A finalised document holds what its author had; what comes later is beside it, and the hash says so on every laptop.
#[test]
fn a_sealed_document_holds_what_its_author_had() {
    let (mut fleet, disk, entry) = programme();
    answers(&mut fleet, "Amina", &entry, "q1", "3");
    answers(&mut fleet, "Amina", &entry, "q2", "oui");
    fleet.all_sync(&disk);
    // Hassan answers too, unseen by Amina, who deletes one answer and finalises.
    answers(&mut fleet, "Hassan", &entry, "q1", "5");
    fleet.of("Amina").deletes("answer", &answer_id(&entry, "q2"));
    let store = fleet.of("Amina").session.store();
    let here = store.here();
    let content = store.content_hash(&entry, &here).unwrap();
    let said = EventContent { content: Some(content), ..EventContent::default() };
    let finalised = write(&mut fleet, "Amina", |w| w.event(entry, "finalise", &said)).unwrap();
    answers(&mut fleet, "Amina", &entry, "q1", "9");
    fleet.all_sync(&disk);
    fleet.all_sync(&disk);
    let said = EventContent { names: Some(finalised), note: Some("bien".into()), ..EventContent::default() };
    write(&mut fleet, "Khadija", |w| w.event(entry, "validate", &said)).unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let store = fleet.of(name).session.store();
        let events = store.events(&entry).unwrap();
        let [first, second] = events.as_slice() else { panic!("{name}: {events:?}") };
        assert_eq!((first.what.as_str(), second.what.as_str()), ("finalise", "validate"));
        assert_eq!((second.said.names, second.said.note.as_deref()), (Some(first.id), Some("bien")));
        assert!(store.saw(second, first) && !store.saw(first, second), "{name}");
        assert_eq!(first.said.content, Some(store.content_hash(&entry, &first.moment).unwrap()), "{name}");
        let ids = store.parts_of("answer", &entry).unwrap();
        let rows = store.rows_within("answer", &ids, &first.moment).unwrap();
        let values: Vec<&Value> = rows.iter().map(|r| &r.fields["value"]).collect();
        assert_eq!(values, [&text("3")], "{name}: neither Hassan's, nor what was deleted, nor what came after");
        let here = store.here();
        assert_ne!(first.said.content, Some(store.content_hash(&entry, &here).unwrap()), "{name}: more came after");
    }
}

/// An event is written once: no second change of it is accepted, from its own author neither, and only an honest identifier is.
#[test]
fn an_event_never_changes() {
    let (mut fleet, disk, entry) = programme();
    let event = write(&mut fleet, "Amina", |w| w.event(entry, "finalise", &EventContent::default())).unwrap();
    fleet.all_sync(&disk);
    let value = EventContent { note: Some("autre".into()), ..EventContent::default() }.value();
    let row = |row| terrain_testkit::row("event", row, &[("entry", Value::Id(entry))]);
    let deleted = Change::plain("event", event, "_row", text("deleted"));
    let store = fleet.of("Amina").session.store();
    let drawn = new_v7(0, &store.identity().device.0, 7);
    let seen = Some(store.vector().clone());
    let happened = |row| Change { seen: seen.clone(), ..Change::plain("event", row, "finalise", value.clone()) };
    let forged: [Vec<Change>; 5] = [
        vec![happened(event)],
        vec![deleted],
        [row(event), vec![happened(event)]].concat(),
        [row(drawn), vec![happened(drawn)]].concat(),
        row(drawn),
    ];
    for changes in forged {
        let (header, bytes) = {
            let store = fleet.of("Amina").session.store();
            Forger::owner(store).segment(store, changes)
        };
        let store = fleet.of("Hassan").session.store();
        let applied = store.merge(vec![terrain_testkit::incoming("forged", bytes)]).unwrap();
        assert_eq!(applied.refused, 1, "{header:?}");
        assert_eq!(store.events(&entry).unwrap()[0].said, EventContent::default());
    }
    let refused = write(&mut fleet, "Amina", |w| w.event(entry, "validate", &EventContent::default()));
    assert!(matches!(refused, Err(StoreError::NotPermitted { .. })), "a coach does not validate");
}

/// What is being typed stays on its laptop through seals, syncs and rebuilds, until the field is written.
#[test]
fn a_draft_goes_with_the_write_of_its_field() {
    let (mut fleet, disk, entry) = programme();
    answers(&mut fleet, "Amina", &entry, "q1", "3");
    let row = answer_id(&entry, "q1");
    let kept = |fleet: &mut Fleet, name: &str| fleet.of(name).session.store().drafts().unwrap().len();
    for field in ["value", "comment"] {
        fleet.of("Amina").session.store().keep_draft("answer", &row, field, "trois ou qua").unwrap();
    }
    write(&mut fleet, "Hassan", |w| w.upsert("answer", row, &[("value", text("4"))])).unwrap_or_default();
    fleet.all_sync(&disk);
    fleet.of("Amina").session.store().rebuild().unwrap();
    assert_eq!((kept(&mut fleet, "Amina"), kept(&mut fleet, "Hassan"), kept(&mut fleet, "Khadija")), (2, 0, 0));
    let failed = write(&mut fleet, "Amina", |w| {
        w.set("answer", row, "value", &text("4"))?;
        Err::<(), _>(StoreError::Incomplete("the rest"))
    });
    assert!(failed.is_err());
    assert_eq!(kept(&mut fleet, "Amina"), 2, "a write that fails takes no text away");
    write(&mut fleet, "Amina", |w| w.set("answer", row, "value", &text("4"))).unwrap();
    let left = fleet.of("Amina").session.store().drafts().unwrap();
    assert_eq!(left.iter().map(|d| d.field.as_str()).collect::<Vec<_>>(), ["comment"]);
    write(&mut fleet, "Amina", |w| w.set("answer", row, "comment", &Value::Null)).unwrap();
    assert_eq!(
        kept(&mut fleet, "Amina"),
        0,
        "nothing is written where nothing changes, and the text goes all the same"
    );
}

/// Somebody answers while somebody else deletes the entry: it stays, with a task, on every laptop and in any order; whoever
/// deletes it having seen the answer has the last word.
#[test]
fn an_answer_keeps_an_entry_that_was_deleted_unseen() {
    let check = |first: &str| {
        let (mut fleet, disk, entry) = programme();
        answers(&mut fleet, "Amina", &entry, "q1", "3");
        fleet.all_sync(&disk);
        answers(&mut fleet, "Hassan", &entry, "q1", "4");
        fleet.of("Amina").deletes("entry", &entry);
        assert_eq!(fleet.of("Amina").sees("entry", &entry, "id"), Json::Null, "what she had seen does not keep it");
        fleet.of(first).syncs(&disk);
        fleet.of("Khadija").syncs(&disk);
        fleet.all_sync(&disk);
        let task = [("entry".to_owned(), entry)];
        for name in PEOPLE {
            assert_eq!(fleet.of(name).session.store().tasks().unwrap(), task, "{name}, {first} first");
            assert_eq!(fleet.of(name).sees("entry", &entry, "id"), json!(entry), "{name}");
            let before = fleet.of(name).session.store().dump().unwrap();
            fleet.of(name).session.store().rebuild().unwrap();
            assert_eq!(fleet.of(name).session.store().dump().unwrap(), before, "{name}");
        }
        fleet.of("Khadija").deletes("entry", &entry);
        fleet.all_sync(&disk);
        for name in PEOPLE {
            assert_eq!(fleet.of(name).session.store().tasks().unwrap(), [], "{name}");
            assert_eq!(fleet.of(name).sees("entry", &entry, "id"), Json::Null, "{name}");
        }
        let dumps: Vec<String> = PEOPLE.iter().map(|n| fleet.of(n).session.store().dump().unwrap()).collect();
        assert!(dumps.iter().all(|d| *d == dumps[0]), "{first} first");
    };
    check("Amina");
    check("Hassan");
}

/// What kept an entry that somebody deleted may go to another entry: it keeps the first one no longer, on any laptop.
#[test]
fn what_leaves_an_entry_keeps_it_no_longer() {
    let (mut fleet, disk, entry) = programme();
    answers(&mut fleet, "Amina", &entry, "q1", "3");
    fleet.all_sync(&disk);
    answers(&mut fleet, "Hassan", &entry, "q1", "4");
    fleet.of("Amina").deletes("entry", &entry);
    fleet.all_sync(&disk);
    assert_eq!(fleet.of("Khadija").sees("entry", &entry, "id"), json!(entry));
    let other = Value::Id(Uuid::from_u128(7));
    write(&mut fleet, "Khadija", |w| w.set("answer", answer_id(&entry, "q1"), "entry", &other)).unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let before = fleet.of(name).session.store().dump().unwrap();
        fleet.of(name).session.store().rebuild().unwrap();
        assert_eq!(fleet.of(name).session.store().dump().unwrap(), before, "{name}");
        assert_eq!(fleet.of(name).sees("entry", &entry, "id"), Json::Null, "{name}");
    }
}

/// A laptop that lies writes two events under one identifier, on two branches: everybody reads the same one.
#[test]
fn of_two_events_under_one_name_everybody_reads_the_same() {
    let (mut fleet, _, entry) = programme();
    let store = fleet.of("Amina").session.store();
    let (owner, seen) = (Forger::owner(store), store.vector().clone());
    let (seq, at) = (store.vector().only_tip(&owner.device).unwrap().seq + 1, 1_793_606_400_000);
    let row = new_v7(at, &owner.device.0, seq);
    let forged = ["un", "deux"].map(|note| {
        let said = EventContent { note: Some(note.into()), ..EventContent::default() };
        let happened = Change { seen: Some(seen.clone()), ..Change::plain("event", row, "finalise", said.value()) };
        let made = terrain_testkit::row("event", row, &[("entry", Value::Id(entry))]);
        owner.segment(store, [made, vec![happened]].concat()).1
    });
    let mut read = |name: &str, order: [usize; 2]| {
        let store = fleet.of(name).session.store();
        for n in order {
            let applied = store.merge(vec![terrain_testkit::incoming("forged", forged[n].clone())]).unwrap();
            assert_eq!(applied.refused, 0);
        }
        let events = store.events(&entry).unwrap();
        assert_eq!(events.len(), 1);
        events[0].said.note.clone()
    };
    assert_eq!(read("Hassan", [0, 1]), read("Khadija", [1, 0]));
}
