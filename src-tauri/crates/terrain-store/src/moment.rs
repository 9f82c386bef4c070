//! What somebody had of the log at a moment, and rows as they stood then: the sealed content of a document is read so.

use std::collections::BTreeSet;

use terrain_changes::{Chains, ChangeId, Content, Hash32, Live, Position, RowChange, RowState, Vector, row_state};
use terrain_domain::{Value, kind as find_kind};
use uuid::Uuid;

use crate::history::histories;
use crate::search::shown;
use crate::{Row, Store, StoreError};

/// Part of the log: others' chains up to the tips of a vector, and the author's own up to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub(crate) seen: Vector,
    pub(crate) place: Position,
}

impl Moment {
    /// What of others had been seen.
    pub fn seen(&self) -> &Vector {
        &self.seen
    }
}

/// The state of a row from those of its changes that lie inside a moment.
pub(crate) fn within(changes: &[RowChange], moment: &Moment, chains: &Chains) -> RowState {
    let inside = |c: &&RowChange| chains.seen_covers(&moment.seen, &moment.place, &c.position);
    let changes: Vec<RowChange> = changes.iter().filter(inside).cloned().collect();
    row_state(&changes, chains)
}

impl Store {
    /// Now, with everything that this laptop has, unsealed work included.
    pub fn here(&self) -> Moment {
        let device = self.identity.device;
        let seq = self.memory.applied.get(&device).copied().unwrap_or_default() + 1;
        Moment { seen: (*self.memory.vector).clone(), place: Position { device, seq, segment: None } }
    }

    /// Whether everything that a moment names is here.
    pub fn has_whole(&self, moment: &Moment) -> bool {
        !self.memory.chains.awaits(&moment.seen)
    }

    /// Rows as they stood at a moment, read from the changes that lie inside it alone; rows that were not there are left out.
    pub fn rows_within(&mut self, kind: &str, ids: &[Uuid], moment: &Moment) -> Result<Vec<Row>, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        let rows = ids.iter().map(|id| (kind.to_owned(), *id)).collect();
        let mut changes = histories(&self.db, &mut self.memory, &rows)?;
        for id in ids {
            let changes = changes.remove(&(kind.to_owned(), *id)).unwrap_or_default();
            let state = within(&changes, moment, &self.memory.chains);
            if !state.alive {
                continue;
            }
            let (values, open) = shown(known, id, &state, &self.memory);
            let fields = known.fields.iter().zip(values).map(|(f, v)| (f.name, v.unwrap_or(Value::Null)));
            let unreadable = state.fields.iter().filter(|(_, lives)| {
                let missing = |l: &Live| match &l.content {
                    Content::Personal(s) => !self.memory.subject_keys.contains_key(&s.subject),
                    Content::Plain(_) => false,
                };
                lives.iter().any(missing)
            });
            found.push(Row {
                id: *id,
                fields: fields.collect(),
                disagreements: open.into_iter().map(str::to_owned).collect(),
                sealed: unreadable.map(|(field, _)| field.clone()).collect(),
            });
        }
        Ok(found)
    }

    /// What an event seals: BLAKE3 of the ids, in order, of all live changes of the entry's answers and repeat instances
    /// that were there at this moment. Each id commits to its value, and outlives the key of a value that is forgotten.
    pub fn content_hash(&mut self, entry: &Uuid, moment: &Moment) -> Result<Hash32, StoreError> {
        let mut ids: Vec<ChangeId> = Vec::new();
        for kind in ["answer", "instance"] {
            let rows: BTreeSet<(String, Uuid)> =
                self.parts_of(kind, entry)?.into_iter().map(|row| (kind.to_owned(), row)).collect();
            for changes in histories(&self.db, &mut self.memory, &rows)?.values() {
                let state = within(changes, moment, &self.memory.chains);
                let of_entry = state
                    .fields
                    .get("entry")
                    .is_some_and(|lives| lives.iter().any(|l| l.content == Content::Plain(Value::Id(*entry))));
                if state.alive && of_entry {
                    ids.extend(state.fields.values().flatten().map(|live| live.id));
                }
            }
        }
        ids.sort();
        let bytes: Vec<u8> = ids.iter().flat_map(|id| id.0).collect();
        Ok(Hash32::of(&bytes))
    }
}
