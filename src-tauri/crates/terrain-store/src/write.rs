//! Writing: a named operation, its changes with what the author saw, in the log and the tables in one transaction.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;
use terrain_changes::{Change, ChangeId, OP_ACK, Operation, Position, ROW, Reason, RowState};
use terrain_domain::{Role, TABLE_NUMBER, Table, TableKind, Value, v5};
use uuid::Uuid;

use crate::catch_up::Indexes;
use crate::fold::{Arriving, Fold};
use crate::{Env, Store, StoreError};

/// Largest encoded operation that goes into one segment; larger ones are cut into parts.
const OPERATION_BYTES_MAX: usize = 2 << 20;

/// Names of operations, as a person would say them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpName {
    /// A programme is started.
    Start,
    /// A person's laptop is admitted.
    Enrol,
    /// A row is made.
    Create,
    /// Fields are set.
    Set,
    /// A row is deleted.
    Delete,
    /// A disagreement is settled.
    Settle,
    /// A file is imported.
    Import,
    /// A cooperative is given to a coach.
    Assign,
    /// A file is attached.
    Attach,
    /// A workbook becomes a form of the programme.
    PublishForm,
    /// An entry of a form is begun.
    NewEntry,
    /// Questions of an entry are answered.
    Answer,
    /// A draft goes to another version of its form.
    MoveEntry,
    /// A document is finalised, returned, validated, reopened or closed.
    Seal,
    /// A newer app's permission table is adopted.
    Adopt,
    /// An act is taken back.
    Undo,
    /// It is done again.
    Redo,
    /// A coordinator's laptop says what it has.
    Acknowledge,
}

impl OpName {
    /// The word in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Enrol => "enrol",
            Self::Create => "create",
            Self::Set => "set",
            Self::Delete => "delete",
            Self::Settle => "settle",
            Self::Import => "import",
            Self::Assign => "assign",
            Self::Attach => "attach",
            Self::PublishForm => "publish_form",
            Self::NewEntry => "new_entry",
            Self::Answer => "answer",
            Self::MoveEntry => "move_entry",
            Self::Seal => "seal",
            Self::Adopt => "adopt",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Acknowledge => OP_ACK,
        }
    }
}

/// What a write changed in the tables: the page reloads by that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Touched {
    /// Rows, by kind and id.
    pub rows: Vec<(String, Uuid)>,
}

/// A write in progress: changes are gathered, then appended together.
pub struct Write<'w, 'f> {
    pub(crate) fold: &'w mut Fold<'f>,
    pub(crate) env: &'w mut Env,
    pub(crate) at: i64,
    pub(crate) changes: Vec<Change>,
    /// Row → places of its changes in this write.
    pub(crate) written: BTreeMap<Uuid, Vec<usize>>,
    /// The row looked at last, as it was when this write began.
    pub(crate) seen: Option<(String, Uuid, Rc<RowState>)>,
}

impl Store {
    /// Runs `act` as one operation of this name. Either all of it is on the disk when this returns, or nothing is.
    ///
    /// An operation that changes nothing leaves no trace. Errors: [`StoreError::NotPermitted`] when the person may not.
    pub fn write<T>(
        &mut self,
        name: OpName,
        note: Option<&str>,
        act: impl FnOnce(&mut Write<'_, '_>) -> Result<T, StoreError>,
    ) -> Result<(T, Touched), StoreError> {
        self.write_undoing(name, note, None, act)
    }

    /// The same, saying which act it takes back, by its first change.
    pub(crate) fn write_undoing<T>(
        &mut self,
        name: OpName,
        note: Option<&str>,
        undoes: Option<ChangeId>,
        act: impl FnOnce(&mut Write<'_, '_>) -> Result<T, StoreError>,
    ) -> Result<(T, Touched), StoreError> {
        let (at, clock_ok) = self.env.now();
        let mut env = std::mem::replace(&mut self.env, Env::new(|| 0, || 0, 0));
        let indexes = Indexes::Later.bounded(&self.db, self.memory.indexed)?;
        let done = self.transact(indexes, |fold| {
            let (changes, written, seen) = (Vec::new(), BTreeMap::new(), None);
            let mut write = Write { fold, env: &mut env, at, changes, written, seen };
            let value = act(&mut write)?;
            let operation = Operation {
                name: name.code().into(),
                at,
                clock_ok,
                note: note.map(str::to_owned),
                undoes,
                more: false,
                changes: std::mem::take(&mut write.changes),
            };
            write.append(operation)?;
            Ok(value)
        });
        self.env = env;
        let (value, folded) = done?;
        Ok((value, Touched { rows: folded.rows }))
    }
}

impl Store {
    /// Adopts this app's permission table where a coordinator works and the programme has none as new; gives whether it did.
    pub fn adopt_table(&mut self) -> Result<bool, StoreError> {
        let newest = self.memory.authority.newest_table();
        if self.role() != Some(Role::RegionalCoordinator) || newest.is_none_or(|n| n >= TABLE_NUMBER) {
            return Ok(false);
        }
        self.write(OpName::Adopt, None, |w| w.adopt())?;
        Ok(true)
    }
}

impl Write<'_, '_> {
    fn append(&mut self, operation: Operation) -> Result<(), StoreError> {
        if operation.changes.is_empty() {
            return Ok(());
        }
        for (operation, body) in fitting(operation)? {
            let device = self.fold.identity.device;
            let seq = self.fold.memory.applied.get(&device).copied().unwrap_or_default() + 1;
            let position = Position { device, seq, segment: None };
            let deps = self.fold.memory.vector.clone();
            let schema = self.fold.memory.authority.table_to_write_under(TABLE_NUMBER);
            let arriving = Arriving { position, deps, schema, operation: &operation, body: &body };
            if let Err(reason) = self.fold.append(&arriving)? {
                return Err(self.refused(&operation, schema, reason));
            }
            self.fold.drop_drafts(&operation)?;
        }
        Ok(())
    }

    /// Why an operation is refused: for most, the person may not; or the programme's table does not know the kind yet.
    fn refused(&self, operation: &Operation, schema: u32, reason: Reason) -> StoreError {
        let current = Table::current();
        let adopted = self.fold.memory.authority.table(schema);
        let new = |c: &&Change| {
            let known = adopted.is_some_and(|t| t.kinds.get(&c.kind).is_some_and(|k| knows(k, &c.field)));
            current.kinds.get(&c.kind).is_some_and(|k| knows(k, &c.field)) && !known
        };
        if let Some(change) = operation.changes.iter().find(new).filter(|_| reason == Reason::NotPermitted) {
            return StoreError::NotYetAdopted { kind: change.kind.clone() };
        }
        let first = operation.changes.first();
        StoreError::NotPermitted {
            kind: first.map(|c| c.kind.clone()).unwrap_or_default(),
            field: first.map(|c| c.field.clone()).unwrap_or_default(),
            reason,
        }
    }

    /// Adopts this app's permission table: whoever adopts it makes the same row.
    fn adopt(&mut self) -> Result<(), StoreError> {
        let current = Table::current();
        let table = serde_json::to_string(&current).map_err(|_| StoreError::Incomplete("permission table"))?;
        let row = v5("schema", &[&current.number.to_string(), &table]);
        let number = Value::Int(i64::from(current.number));
        self.create_as("schema", row, &[("number", number), ("table", Value::Text(table))])
    }

    /// Says what this coordinator's laptop has merged.
    pub fn acknowledge(&mut self) {
        let programme = self.fold.identity.centre.programme;
        self.record(Change::plain(OP_ACK, programme, OP_ACK, Value::Null));
    }

    /// The database inside the transaction of this write.
    pub(crate) fn db(&self) -> &rusqlite::Connection {
        self.fold.db
    }

    /// The person who writes.
    pub fn person(&self) -> Uuid {
        self.fold.identity.person
    }

    pub(crate) fn record(&mut self, change: Change) {
        self.written.entry(change.row).or_default().push(self.changes.len());
        self.changes.push(change);
    }
}

fn knows(kind: &TableKind, field: &str) -> bool {
    field == ROW || kind.fields.contains_key(field)
}

/// The operation, or its parts where it is too large for one segment, each with its bytes.
pub(crate) fn fitting(operation: Operation) -> Result<Vec<(Operation, Vec<u8>)>, StoreError> {
    let body = operation.encode()?;
    if body.len() <= OPERATION_BYTES_MAX || operation.changes.len() < 2 {
        return Ok(vec![(operation, body)]);
    }
    let half = operation.changes.len().div_ceil(2);
    let more = operation.more;
    let mut parts = Vec::new();
    for part in operation.split(half) {
        parts.extend(fitting(part)?);
    }
    // Every part but the last goes on; the last does where the whole did.
    let last = parts.len().saturating_sub(1);
    for (i, (part, body)) in parts.iter_mut().enumerate() {
        let goes_on = more || i < last;
        if part.more != goes_on {
            part.more = goes_on;
            *body = part.encode()?;
        }
    }
    Ok(parts)
}
