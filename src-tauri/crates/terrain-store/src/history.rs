//! Who changed what, and when: every value a row ever had.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::Connection;
use serde::Serialize;
use terrain_changes::{ChangeId, Content, DeviceId, Operation, Position, ROW, RowChange, RowLife, Vector};
use terrain_domain::Value;
use uuid::Uuid;

use crate::log::{LoggedOperation, logged};
use crate::memory::Memory;
use crate::subject::KEY_PROOF;
use crate::{Store, StoreError};

/// One value given to one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HistoryEntry {
    /// When, UTC ms, by the author's clock.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
    /// By whom, as the certificate says.
    pub person: Option<Uuid>,
    /// On which of that person's laptops, the first is 1; nothing for the paper key.
    pub laptop: Option<usize>,
    /// Name of the operation.
    pub operation: String,
    /// What the person wrote beside it.
    pub note: Option<String>,
    /// The field; `_row` for the row's life.
    pub field: String,
    /// The value; nothing where it is sealed and its key is missing.
    pub value: Option<Value>,
    /// Whether it counts today.
    pub live: bool,
    /// Whether it was accepted at all.
    pub accepted: bool,
}

impl Store {
    /// The history of a row, oldest first by the authors' clocks, then by author and number.
    pub fn history(&self, kind: &str, row: &Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
        let state = self.state(kind, row)?.unwrap_or_default();
        let live: BTreeSet<ChangeId> = state.fields.values().flatten().map(|l| l.id).collect();
        let mut found = Vec::new();
        for op in row_operations(&self.db, &self.memory, row)? {
            let ids = op.operation.change_ids(&op.position.device, op.position.seq)?;
            for ((change, id), seq) in op.operation.changes.iter().zip(ids).zip(op.position.seq..) {
                if change.kind != kind || change.row != *row || change.field == KEY_PROOF {
                    continue;
                }
                let value = match &change.content {
                    Content::Plain(_) if change.field == ROW => {
                        let life = RowLife::of(&change.content).map(RowLife::value);
                        Some(life.unwrap_or(Value::Null))
                    }
                    Content::Plain(value) => Some(value.clone()),
                    Content::Personal(sealed) => self.open_sealed(sealed, row, &change.field),
                };
                let entry = HistoryEntry {
                    at: op.operation.at,
                    clock_ok: op.operation.clock_ok,
                    person: self.person_of(&op.position.device),
                    laptop: self.laptop_of(&op.position.device),
                    operation: op.operation.name.clone(),
                    note: op.operation.note.clone(),
                    field: change.field.clone(),
                    value,
                    live: live.contains(&id),
                    accepted: op.refused.is_none(),
                };
                found.push((op.operation.at, op.position.device, seq, id, entry));
            }
        }
        found.sort_by_key(|(at, device, seq, id, _)| (*at, *device, *seq, *id));
        Ok(found.into_iter().map(|(.., entry)| entry).collect())
    }
}

impl Store {
    /// Which of a person's laptops a device is, in the order in which they were admitted.
    fn laptop_of(&self, device: &DeviceId) -> Option<usize> {
        let person = self.person_of(device)?;
        let standings = self.memory.authority.standings();
        let mut own: Vec<_> = standings.filter(|(_, s)| s.person == person).map(|(d, s)| (s.certificate, *d)).collect();
        own.sort_unstable();
        own.iter().position(|(_, one)| one == device).map(|at| at + 1)
    }
}

/// The changes of an operation, each with its kind and row.
pub(crate) fn row_changes<'o>(
    first: Position,
    deps: &Arc<Vector>,
    operation: &'o Operation,
    ids: Vec<ChangeId>,
) -> impl Iterator<Item = (&'o str, Uuid, RowChange)> {
    let deps = deps.clone();
    operation.changes.iter().zip(ids).zip(first.seq..).map(move |((change, id), seq)| {
        let change_of_row = RowChange {
            id,
            position: Position { seq, ..first },
            deps: deps.clone(),
            at: operation.at,
            clock_ok: operation.clock_ok,
            undoes: operation.undoes.is_some(),
            field: change.field.clone(),
            content: change.content.clone(),
            base: change.base.clone(),
            auto: change.auto,
            seen: change.seen.clone(),
        };
        (change.kind.as_str(), change.row, change_of_row)
    })
}

/// All accepted changes of a row, from the log, in the order of arrival.
pub(crate) fn history_changes(
    db: &Connection,
    memory: &mut Memory,
    kind: &str,
    row: &Uuid,
) -> Result<Vec<RowChange>, StoreError> {
    let key = (kind.to_owned(), *row);
    let mut found = histories(db, memory, &BTreeSet::from([key.clone()]))?;
    Ok(found.remove(&key).unwrap_or_default())
}

/// The same of many rows: an operation that touches several of them is read once.
pub(crate) fn histories(
    db: &Connection,
    memory: &mut Memory,
    rows: &BTreeSet<(String, Uuid)>,
) -> Result<BTreeMap<(String, Uuid), Vec<RowChange>>, StoreError> {
    let mut found: BTreeMap<(String, Uuid), Vec<RowChange>> = BTreeMap::new();
    let ids_of_rows: BTreeSet<Uuid> = rows.iter().map(|(_, row)| *row).collect();
    for n in touching(db, memory, rows)? {
        let Some(op) = accepted(db, memory, n)? else { continue };
        let deps = memory.deps_of(db, op.position.segment)?;
        let ids = op.operation.change_ids(&op.position.device, op.position.seq)?;
        for (kind, row, change) in row_changes(op.position, &deps, &op.operation, ids) {
            let key = (kind.to_owned(), row);
            if ids_of_rows.contains(&row) && rows.contains(&key) {
                found.entry(key).or_default().push(change);
            }
        }
    }
    Ok(found)
}

/// Numbers of the operations that touch one of these rows.
fn touching(db: &Connection, memory: &Memory, rows: &BTreeSet<(String, Uuid)>) -> Result<BTreeSet<i64>, StoreError> {
    let mut numbers = BTreeSet::new();
    let mut q = db.prepare_cached("SELECT operation FROM touch WHERE row = ?1")?;
    for (_, row) in rows {
        for n in q.query_map([&row.as_bytes()[..]], |r| r.get(0))? {
            numbers.insert(n?);
        }
        numbers.extend(memory.behind.get(row).into_iter().flatten());
    }
    Ok(numbers)
}

fn accepted(db: &Connection, memory: &Memory, n: i64) -> Result<Option<LoggedOperation>, StoreError> {
    let mut q = db.prepare_cached(
        "SELECT n, segment, device, first_seq, refused, body FROM operation WHERE n = ?1 AND refused IS NULL",
    )?;
    let mut rows = q.query([n])?;
    rows.next()?.map(|r| logged(r, &memory.device_ids)).transpose()
}

/// All operations that touch a row, refused ones too, in the order of arrival.
pub(crate) fn row_operations(db: &Connection, memory: &Memory, row: &Uuid) -> Result<Vec<LoggedOperation>, StoreError> {
    let mut found = Vec::new();
    let mut q = db.prepare_cached("SELECT n, segment, device, first_seq, refused, body FROM operation WHERE n = ?1")?;
    for n in touching(db, memory, &BTreeSet::from([(String::new(), *row)]))? {
        let mut rows = q.query([n])?;
        while let Some(r) = rows.next()? {
            found.push(logged(r, &memory.device_ids)?);
        }
    }
    Ok(found)
}
