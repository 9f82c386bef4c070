//! From operations to tables. The same code serves a person's own write, a merge and a rebuild: operations are folded into
//! the states of the rows they touch, and at the end each touched row is written once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};
use terrain_changes::{
    Advance, ControlOp, DeviceId, EVENT, Operation, Position, RowState, Vector, Verdict, advance, row_state,
};
use terrain_domain::TABLE_NUMBER;
use uuid::Uuid;

use crate::catch_up::{Indexes, put_touch};
use crate::history::{histories, row_changes};
use crate::log::{LoggedOperation, logged, reason_code};
use crate::memory::Memory;
use crate::parts::{ENTRY, entries_of, keep_for_parts};
use crate::{Identity, StoreError};

/// What a fold did to the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Folded {
    /// Rows that were touched, in order.
    pub rows: Vec<(String, Uuid)>,
    /// Fields in disagreement that were not before.
    pub disagreements: u64,
    /// Rows that were there and are no more.
    pub hidden: u64,
    /// Operations not accepted.
    pub refused: u64,
}

enum Dirty {
    /// Followed step by step.
    State(RowState),
    /// To be read from the log.
    History,
}

/// Touched rows, each with its local number.
type Rows = BTreeMap<(String, Uuid), (Option<i64>, Dirty)>;
/// So many rows are read from the log together: what they hold stands in memory meanwhile.
const ROWS_AT_ONCE: usize = 1_000;

pub(crate) struct Fold<'a> {
    pub db: &'a Connection,
    pub memory: &'a mut Memory,
    pub identity: &'a Identity,
    rows: Rows,
    /// Entries of which touched rows were or are a part.
    entries: BTreeSet<Uuid>,
    pub done: Folded,
    /// Devices whose earlier operations must be judged again, because what they may do was settled otherwise since.
    pub unsettled: BTreeSet<DeviceId>,
    /// The same for all devices: a permission table was adopted.
    pub all_unsettled: bool,
    /// Whether indexes are kept up.
    pub indexes: Indexes,
}

/// An operation about to enter the log.
pub(crate) struct Arriving<'a> {
    pub position: Position,
    pub deps: Arc<Vector>,
    pub schema: u32,
    pub operation: &'a Operation,
    pub body: &'a [u8],
}

impl<'a> Fold<'a> {
    pub(crate) fn new(db: &'a Connection, memory: &'a mut Memory, identity: &'a Identity, indexes: Indexes) -> Self {
        let (rows, entries, done, unsettled) = (BTreeMap::new(), BTreeSet::new(), Folded::default(), BTreeSet::new());
        Self { db, memory, identity, rows, entries, done, unsettled, all_unsettled: false, indexes }
    }

    /// Appends an operation to the log, judges it, and folds it in where it is accepted.
    pub(crate) fn append(&mut self, arriving: &Arriving<'_>) -> Result<Verdict, StoreError> {
        let control = ControlOp::concerns(arriving.operation);
        if control {
            let (position, deps) = (arriving.position, (*arriving.deps).clone());
            self.memory.control.push(ControlOp { position, deps, operation: arriving.operation.clone() });
            self.settle();
        }
        let verdict = self.memory.authority.judge(
            &arriving.position,
            &arriving.deps,
            arriving.schema,
            arriving.operation,
            &self.memory.chains,
        );
        let device = self.device_number(&arriving.position.device)?;
        let count = arriving.operation.changes.len() as u64;
        let refused = verdict.err().map(reason_code);
        self.db
            .prepare_cached(
                "INSERT INTO operation(segment, device, first_seq, count, control, refused, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                arriving.position.segment,
                device,
                arriving.position.seq as i64,
                count as i64,
                control,
                refused,
                arriving.body,
            ))?;
        let n = self.db.last_insert_rowid();
        match self.indexes {
            Indexes::Now => put_touch(self.db, n, arriving.operation)?,
            Indexes::Later => self.memory.leave_behind(n, arriving.operation),
        }
        if verdict.is_ok() {
            self.step(arriving.position, &arriving.deps, arriving.operation)?;
        } else {
            self.done.refused += 1;
        }
        let applied = self.memory.applied.entry(arriving.position.device).or_default();
        *applied = (arriving.position.seq + count).saturating_sub(1).max(*applied);
        Ok(verdict)
    }

    /// Settles authority anew, and notes whose earlier operations that concerns.
    pub(crate) fn settle(&mut self) {
        let before = std::mem::take(&mut self.memory.authority);
        self.memory.settle(self.identity);
        let after = &self.memory.authority;
        let lost = before.standings().filter(|(device, standing)| after.standing(device) != Some(*standing));
        // A device that stands again has work in the log; one that stands for the first time has none.
        let known = &self.memory.devices;
        let gained = after.standings().filter(|(d, _)| before.standing(d).is_none() && known.contains_key(d));
        self.unsettled.extend(lost.chain(gained).map(|(device, _)| *device));
        self.all_unsettled |= !after.same_tables(&before);
    }

    /// Folds an accepted operation into the states of its rows.
    pub(crate) fn step(
        &mut self,
        first: Position,
        deps: &Arc<Vector>,
        operation: &Operation,
    ) -> Result<(), StoreError> {
        let ids = operation.change_ids(&first.device, first.seq)?;
        for (index, change) in row_changes(first, deps, operation, ids).enumerate() {
            let (kind, row, change) = change;
            let dirty = self.dirty(kind, row)?;
            let Dirty::State(state) = dirty else { continue };
            // Within one operation the applied number moves on with each change.
            let (author, before) = (first.device, first.seq + index as u64 - 1);
            let state = &mut *state;
            let mut copy = std::mem::take(state);
            let applied = |device: &DeviceId| {
                let known = self.memory.applied.get(device).copied().unwrap_or_default();
                if *device == author { known.max(before) } else { known }
            };
            let outcome = advance(&mut copy, &change, &self.memory.chains, &applied);
            let next = if outcome == Advance::Done { Dirty::State(copy) } else { Dirty::History };
            if let Some((_, slot)) = self.rows.get_mut(&(kind.to_owned(), row)) {
                *slot = next;
            }
        }
        Ok(())
    }

    fn dirty(&mut self, kind: &str, row: Uuid) -> Result<&mut Dirty, StoreError> {
        let key = (kind.to_owned(), row);
        match self.rows.entry(key) {
            std::collections::btree_map::Entry::Occupied(slot) => Ok(&mut slot.into_mut().1),
            std::collections::btree_map::Entry::Vacant(slot) => {
                let entry = match load_state(self.db, kind, &row)? {
                    Some((n, state)) => {
                        // It may say so no longer when the fold is done: the entry is to be looked at all the same.
                        self.entries.extend(entries_of(&state));
                        (Some(n), Dirty::State(state))
                    }
                    None => (None, Dirty::State(RowState::default())),
                };
                Ok(&mut slot.insert(entry).1)
            }
        }
    }

    /// Forgets which rows were touched.
    pub(crate) fn clear(&mut self) {
        self.rows.clear();
        self.entries.clear();
        self.done = Folded::default();
    }

    /// Marks every row to be read again from the log.
    pub(crate) fn reread_all(&mut self) -> Result<(), StoreError> {
        self.reread_where("1")
    }

    /// The same for rows that wait for a segment that a delete names: it may have come.
    pub(crate) fn reread_waiting(&mut self) -> Result<(), StoreError> {
        self.reread_where("waits = 1")
    }

    fn reread_where(&mut self, condition: &str) -> Result<(), StoreError> {
        let known: Vec<(String, Vec<u8>)> = {
            let mut q = self.db.prepare_cached(&format!("SELECT kind, row FROM state WHERE {condition} ORDER BY n"))?;
            q.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?
        };
        for (kind, row) in known {
            self.reread(&kind, Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?)?;
        }
        Ok(())
    }

    /// Marks a row to be read again from the log.
    pub(crate) fn reread(&mut self, kind: &str, row: Uuid) -> Result<(), StoreError> {
        *self.dirty(kind, row)? = Dirty::History;
        Ok(())
    }

    fn device_number(&mut self, device: &DeviceId) -> Result<i64, StoreError> {
        if let Some(n) = self.memory.devices.get(device) {
            return Ok(*n);
        }
        self.db.prepare_cached("INSERT INTO device(id) VALUES (?1)")?.execute([&device.0[..]])?;
        let n = self.db.last_insert_rowid();
        self.memory.add_device(n, *device);
        Ok(n)
    }

    /// Looks again at verdicts given earlier where a standing or a table changed, or where the chain of an ended device grew.
    ///
    /// Where a laptop was restored or cloned, what an author had seen of it is told by the tip's place in the tree and no
    /// longer by number alone: new segments of such a device can change the reading of any row.
    pub(crate) fn judge_unsettled(&mut self, fresh_devices: &BTreeSet<DeviceId>) -> Result<(), StoreError> {
        let branched = fresh_devices.iter().any(|d| self.memory.chains.is_forked(d));
        let everything = branched || std::mem::take(&mut self.all_unsettled);
        let authority = &self.memory.authority;
        let ended = |device: &DeviceId| authority.standing(device).is_some_and(|s| s.ended());
        let mut concerned = std::mem::take(&mut self.unsettled);
        concerned.extend(fresh_devices.iter().filter(|d| ended(d)));
        if everything || !concerned.is_empty() {
            self.forget_standings()?;
            self.judge_again(&|device| everything || concerned.contains(device))?;
        }
        if branched { self.reread_all() } else { Ok(()) }
    }

    /// Judges again everything written by devices that `concerns` names; rows whose verdict changed are read again.
    pub(crate) fn judge_again(&mut self, concerns: &dyn Fn(&DeviceId) -> bool) -> Result<(), StoreError> {
        let devices: Vec<(i64, DeviceId)> =
            self.memory.device_ids.iter().filter(|(_, id)| concerns(id)).map(|(n, id)| (*n, *id)).collect();
        for (number, _) in devices {
            let found = {
                let mut q = self.db.prepare_cached(
                    "SELECT n, segment, device, first_seq, refused, body FROM operation WHERE device = ?1 ORDER BY n",
                )?;
                let mut rows = q.query([number])?;
                let mut found = Vec::new();
                while let Some(r) = rows.next()? {
                    found.push(logged(r, &self.memory.device_ids)?);
                }
                found
            };
            for op in found {
                self.judge_one_again(&op)?;
            }
        }
        Ok(())
    }

    fn judge_one_again(&mut self, op: &LoggedOperation) -> Result<(), StoreError> {
        let deps = self.memory.deps_of(self.db, op.position.segment)?;
        let schema = match op.position.segment {
            Some(n) => segment_schema(self.db, n)?,
            None => self.memory.authority.table_to_write_under(TABLE_NUMBER),
        };
        let authority = &self.memory.authority;
        let verdict = authority.judge(&op.position, &deps, schema, &op.operation, &self.memory.chains);
        let refused = verdict.err().map(reason_code);
        if refused == op.refused {
            return Ok(());
        }
        self.db.prepare_cached("UPDATE operation SET refused = ?2 WHERE n = ?1")?.execute((op.n, refused))?;
        for group in op.operation.changes.chunk_by(|a, b| a.row == b.row && a.kind == b.kind) {
            if let Some(change) = group.first() {
                self.reread(&change.kind, change.row)?;
            }
        }
        Ok(())
    }

    /// Writes every touched row once.
    pub(crate) fn finish(mut self) -> Result<Folded, StoreError> {
        self.judge_unsettled(&BTreeSet::new())?;
        if self.indexes == Indexes::Now {
            self.mark_indexed()?;
        }
        // Entries come last: a part that somebody wrote may keep an entry that somebody else deleted.
        let (mut entries, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
            std::mem::take(&mut self.rows).into_iter().partition(|((kind, _), _)| kind == ENTRY);
        self.finish_rows(others, |fold, (kind, row), n, state| {
            fold.entries.extend(entries_of(&state));
            fold.finish_row(kind, row, n, &state)
        })?;
        let happened = self.done.rows.iter().any(|(kind, _)| kind == EVENT);
        for entry in std::mem::take(&mut self.entries) {
            if happened {
                self.forget_standing(&entry)?;
            }
            // One that nobody deleted stands whatever its parts say.
            if let Some((n, _)) = load_state(self.db, ENTRY, &entry)?.filter(|(_, state)| state.unusual) {
                entries.entry((ENTRY.to_owned(), entry)).or_insert((Some(n), Dirty::History));
            }
        }
        self.finish_rows(entries, |fold, (kind, row), n, mut state| {
            if state.unusual {
                keep_for_parts(fold.db, fold.memory, &row, &mut state)?;
            }
            fold.note_entry(&row, state.alive)?;
            fold.finish_row(kind, row, n, &state)
        })?;
        self.done.rows.sort();
        Ok(self.done)
    }

    /// Settles the states of rows; those to be read from the log are read together, so that an operation that touches many of
    /// them is decoded once.
    fn finish_rows(
        &mut self,
        rows: Rows,
        mut each: impl FnMut(&mut Self, (String, Uuid), Option<i64>, RowState) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<_> = rows.by_ref().take(ROWS_AT_ONCE).collect();
            let asked = some.iter().filter(|(_, (_, dirty))| matches!(dirty, Dirty::History));
            let asked: BTreeSet<(String, Uuid)> = asked.map(|(key, _)| key.clone()).collect();
            let mut known = if asked.is_empty() { BTreeMap::new() } else { histories(self.db, self.memory, &asked)? };
            for (key, (n, dirty)) in some {
                let state = match dirty {
                    Dirty::State(state) => state,
                    Dirty::History => row_state(&known.remove(&key).unwrap_or_default(), &self.memory.chains),
                };
                each(self, key, n, state)?;
            }
        }
        Ok(())
    }

    fn finish_row(&mut self, kind: String, row: Uuid, n: Option<i64>, state: &RowState) -> Result<(), StoreError> {
        self.write_row(&kind, row, n, state)?;
        self.done.rows.push((kind, row));
        Ok(())
    }
}

fn segment_schema(db: &Connection, n: i64) -> Result<u32, StoreError> {
    let schema: i64 = db.prepare_cached("SELECT schema FROM segment WHERE n = ?1")?.query_row([n], |r| r.get(0))?;
    Ok(u32::try_from(schema).unwrap_or(u32::MAX))
}

/// A row's state and its local number.
pub(crate) fn load_state(db: &Connection, kind: &str, row: &Uuid) -> Result<Option<(i64, RowState)>, StoreError> {
    let mut q = db.prepare_cached("SELECT n, state FROM state WHERE row = ?1 AND kind = ?2")?;
    let found: Option<(i64, Vec<u8>)> =
        q.query_row((&row.as_bytes()[..], kind), |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
    Ok(match found {
        Some((n, bytes)) => Some((n, RowState::from_bytes(&bytes)?)),
        None => None,
    })
}
