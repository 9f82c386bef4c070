//! Rows under an entry: answers, repeat instances, events, remarks. An edit of one of them that whoever deleted the entry had
//! not seen keeps the entry, as an edit of the entry itself does.

use std::collections::BTreeSet;

use rusqlite::Connection;
use terrain_changes::{ChangeId, Content, ROW, RowChange, RowLife, RowState, Vector, row_state};
use terrain_domain::Value;
use uuid::Uuid;

use crate::history::{histories, history_changes};
use crate::memory::Memory;
use crate::{Store, StoreError};

/// The kind that has parts.
pub(crate) const ENTRY: &str = "entry";

/// The entries of which a row says that it is a part.
pub(crate) fn entries_of(state: &RowState) -> impl Iterator<Item = Uuid> {
    state.fields.get(ENTRY).into_iter().flatten().filter_map(|live| match &live.content {
        Content::Plain(Value::Id(entry)) => Some(*entry),
        _ => None,
    })
}

/// Keeps an entry against its deletes where a part that is there holds a live value which none of them had seen.
pub(crate) fn keep_for_parts(
    db: &Connection,
    memory: &mut Memory,
    entry: &Uuid,
    state: &mut RowState,
) -> Result<(), StoreError> {
    let live: BTreeSet<ChangeId> = state.fields.get(ROW).into_iter().flatten().map(|l| l.id).collect();
    let own = history_changes(db, memory, ENTRY, entry)?;
    let deletes: Vec<&RowChange> =
        own.iter().filter(|c| live.contains(&c.id) && RowLife::of(&c.content) == Some(RowLife::Deleted)).collect();
    let made = own.iter().any(RowChange::makes);
    if deletes.is_empty() || !made {
        return Ok(());
    }
    let nothing = Vector::default();
    let rows = noted(db, entry)?;
    for changes in histories(db, memory, &rows)?.values() {
        let chains = &memory.chains;
        let part = row_state(changes, chains);
        if !part.alive || !entries_of(&part).any(|e| e == *entry) {
            continue;
        }
        let lives: BTreeSet<ChangeId> = part.fields.values().flatten().map(|l| l.id).collect();
        let saw = |d: &&RowChange, c: &RowChange| {
            chains.seen_covers(d.seen.as_ref().unwrap_or(&nothing), &d.position, &c.position)
        };
        // A change may lie on two branches of a restored laptop: seen on one is seen.
        let seen: BTreeSet<ChangeId> =
            changes.iter().filter(|c| deletes.iter().any(|d| saw(d, c))).map(|c| c.id).collect();
        if !lives.is_subset(&seen) {
            (state.alive, state.deleted_and_edited) = (true, true);
            return Ok(());
        }
    }
    Ok(())
}

/// Rows that are noted as parts of an entry, whatever they say today.
fn noted(db: &Connection, entry: &Uuid) -> Result<BTreeSet<(String, Uuid)>, StoreError> {
    let mut q =
        db.prepare_cached("SELECT s.kind, s.row FROM part p JOIN state s ON s.n = p.state WHERE p.entry = ?1")?;
    let mut rows = q.query([&entry.as_bytes()[..]])?;
    let mut found = BTreeSet::new();
    while let Some(r) = rows.next()? {
        let row = Uuid::from_slice(&r.get::<_, Vec<u8>>(1)?).map_err(|_| StoreError::Incomplete("row id"))?;
        found.insert((r.get(0)?, row));
    }
    Ok(found)
}

impl Store {
    /// Rows of a kind that say or said that they are a part of this entry, deleted ones too, in the order of their ids.
    pub fn parts_of(&self, kind: &str, entry: &Uuid) -> Result<Vec<Uuid>, StoreError> {
        Ok(noted(&self.db, entry)?.into_iter().filter(|(of, _)| of == kind).map(|(_, row)| row).collect())
    }
}
