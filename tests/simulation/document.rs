//! What people do with documents in a story: entries, answers, seals, and taking back what they did.

use terrain_testkit::{EventContent, OpName, Store, StoreError, UndoRefusal, Value, v5};
use uuid::Uuid;

use crate::story::Story;

/// What each seal of a document holds, in words; every seal is what its author said it was.
pub fn sealed(store: &mut Store, entry: &Uuid) -> Vec<String> {
    let ids = store.parts_of("answer", entry).unwrap();
    let events = store.events(entry).unwrap();
    let told = |event: &terrain_testkit::DocumentEvent, store: &mut Store| {
        let hash = store.content_hash(entry, &event.moment).unwrap();
        if event.what == "finalise" {
            assert_eq!(event.said.content, Some(hash), "{entry}: a seal holds something else");
        }
        let rows = store.rows_within("answer", &ids, &event.moment).unwrap();
        let seen: Vec<Uuid> = events.iter().filter(|other| store.saw(event, other)).map(|other| other.id).collect();
        format!("{entry} {} {hash} {rows:?} saw {seen:?}", event.what)
    };
    events.iter().map(|event| told(event, store)).collect()
}

impl Story {
    pub fn document(&mut self, who: usize) {
        let act = self.chance.below(14);
        let path = format!("q{}", self.chance.below(3));
        let value = Value::Text(format!("{}", self.chance.below(3)));
        let known: Vec<Uuid> = {
            let store = self.fleet.laptops[who].session.store();
            self.entries.iter().copied().filter(|e| store.row("entry", e).unwrap().is_some()).collect()
        };
        let laptop = &mut self.fleet.laptops[who];
        if self.entries.len() < 2 || known.is_empty() {
            // References may name what has not come yet: only the door asks for it.
            let fields = [("form", Value::Id(Uuid::from_u128(7))), ("cooperative", Value::Id(Uuid::from_u128(8)))];
            let store = laptop.session.store();
            let (entry, _) = store.write(OpName::Create, None, |w| w.create("entry", &fields)).unwrap();
            self.entries.push(entry);
            return;
        }
        let entry = known[self.chance.below(known.len())];
        let row = v5("answer", &[&entry.to_string(), "", &path]);
        let fields = [("entry", Value::Id(entry)), ("path", Value::Text(path))];
        let store = laptop.session.store();
        let done = match act {
            0..5 => store.write(OpName::Set, None, |w| {
                w.upsert("answer", row, &fields)?;
                w.set("answer", row, "value", &value)
            }),
            5 => store.write(OpName::Set, None, |w| {
                w.upsert("answer", row, &fields)?;
                w.set_sealed("answer", row, "comment", &value, entry)
            }),
            6 => store.write(OpName::Set, None, |w| w.set_auto("answer", row, "value", &value)),
            7 => {
                let here = store.here();
                let content = Some(store.content_hash(&entry, &here).unwrap());
                let said = EventContent { content, ..EventContent::default() };
                store.write(OpName::Set, None, |w| w.event(entry, "finalise", &said).map(|_| ()))
            }
            8 => store.write(OpName::Set, None, |w| w.event(entry, "reopen", &EventContent::default()).map(|_| ())),
            9 => store.write(OpName::Delete, None, |w| w.delete("answer", row)),
            10 if self.chance.once_in(2) => store.write(OpName::Delete, None, |w| w.delete("entry", entry)),
            11 => store.redo().map(|(_, touched)| ((), touched)),
            _ => store.undo().map(|(_, touched)| ((), touched)),
        };
        match done {
            Ok(_) | Err(StoreError::UnknownRow { .. } | StoreError::SubjectKeyMissing(_)) => {}
            Err(StoreError::Undo(
                UndoRefusal::Nothing
                | UndoRefusal::ChangedSince { .. }
                | UndoRefusal::Settled { .. }
                | UndoRefusal::Sealing { .. },
            )) => {}
            Err(other) => panic!("{other}"),
        }
    }
}
