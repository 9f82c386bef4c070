//! Rows that one person deleted and another edited without knowing: who did what, and how a person ends it.

use std::collections::BTreeSet;

use terrain_changes::{Change, ChangeId, Content, DeviceId, ROW, RowChange, RowLife, Vector, row_state};
use terrain_domain::Value;
use uuid::Uuid;

use crate::fold::load_state;
use crate::history::{histories, history_changes};
use crate::parts::ENTRY;
use crate::subject::KEY_PROOF;
use crate::{OpName, Store, StoreError, Touched, Write};

/// What one of the two did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskChange {
    /// The change: settling names what was shown.
    pub id: ChangeId,
    /// Of this row: the one that was deleted, or a part of it.
    pub row: (String, Uuid),
    /// Field; `_row` for a delete, and for the making of a part.
    pub field: String,
    /// The value; nothing where it is sealed and its key is missing.
    pub value: Option<Value>,
    /// From which laptop.
    pub device: DeviceId,
    /// When, UTC ms.
    pub at: i64,
}

/// A row with a delete and an edit that the deleter had not seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Kind.
    pub kind: String,
    /// Row.
    pub row: Uuid,
    /// Deletes that stand.
    pub deletes: Vec<TaskChange>,
    /// Live values that one of these deletes had not seen, oldest first.
    pub edits: Vec<TaskChange>,
}

impl Task {
    /// All that is shown of it.
    pub fn shown(&self) -> Vec<ChangeId> {
        self.deletes.iter().chain(&self.edits).map(|c| c.id).collect()
    }
}

impl Store {
    /// One of [`Store::tasks`] with its changes; nothing where the row is none, or no longer.
    pub fn task(&mut self, kind: &str, row: &Uuid) -> Result<Option<Task>, StoreError> {
        if self.state(kind, row)?.is_none_or(|state| !state.deleted_and_edited) {
            return Ok(None);
        }
        let own = history_changes(&self.db, &mut self.memory, kind, row)?;
        let live = |c: &&RowChange, of: &BTreeSet<ChangeId>| of.contains(&c.id);
        let lives = self.lives_of(&own);
        let is_delete = |c: &&RowChange| c.field == ROW && RowLife::of(&c.content) == Some(RowLife::Deleted);
        let deletes: Vec<&RowChange> = own.iter().filter(is_delete).filter(|c| live(c, &lives)).collect();
        let mut edits = self.unseen(kind, *row, &own, &deletes);
        if kind == ENTRY {
            let mut parts = BTreeSet::new();
            for kind in ["answer", "event", "instance", "remark"] {
                parts.extend(self.parts_of(kind, row)?.into_iter().map(|id| (kind.to_owned(), id)));
            }
            for ((kind, part), changes) in histories(&self.db, &mut self.memory, &parts)? {
                edits.extend(self.unseen(&kind, part, &changes, &deletes));
            }
        }
        edits.sort_by_key(|e| (e.at, e.id));
        edits.dedup_by_key(|e| e.id);
        let deletes = deletes.into_iter().map(|c| self.task_change(kind, *row, c)).collect();
        Ok(Some(Task { kind: kind.to_owned(), row: *row, deletes, edits }))
    }

    fn lives_of(&self, changes: &[RowChange]) -> BTreeSet<ChangeId> {
        row_state(changes, &self.memory.chains).fields.values().flatten().map(|l| l.id).collect()
    }

    /// Live values of a row that no delete had seen.
    fn unseen(&self, kind: &str, row: Uuid, changes: &[RowChange], deletes: &[&RowChange]) -> Vec<TaskChange> {
        let (lives, nothing, chains) = (self.lives_of(changes), Vector::default(), &self.memory.chains);
        let saw = |c: &RowChange| {
            deletes.iter().any(|d| chains.seen_covers(d.seen.as_ref().unwrap_or(&nothing), &d.position, &c.position))
        };
        let told = |c: &&RowChange| lives.contains(&c.id) && c.field != KEY_PROOF && !saw(c);
        let deleted = |c: &RowChange| c.field == ROW && RowLife::of(&c.content) == Some(RowLife::Deleted);
        changes.iter().filter(told).filter(|c| !deleted(c)).map(|c| self.task_change(kind, row, c)).collect()
    }

    fn task_change(&self, kind: &str, row: Uuid, change: &RowChange) -> TaskChange {
        let value = match &change.content {
            Content::Plain(value) => Some(value.clone()),
            Content::Personal(sealed) => self.open_sealed(sealed, &row, &change.field),
        };
        let (id, field, at) = (change.id, change.field.clone(), change.at);
        TaskChange { id, row: (kind.to_owned(), row), field, value, device: change.position.device, at }
    }

    /// Ends a task: the row stays, with all that is live in it, or stays deleted with what came since.
    pub fn settle_task(&mut self, task: &Task, keep: bool, note: Option<&str>) -> Result<Touched, StoreError> {
        // A return would end what the row held; taking back the delete does not.
        let undoes = task.deletes.first().map(|d| d.id).filter(|_| keep);
        let act =
            |w: &mut Write<'_, '_>| if keep { w.keep(&task.kind, task.row) } else { w.delete(&task.kind, task.row) };
        Ok(self.write_undoing(OpName::Settle, note, undoes, act)?.1)
    }
}

impl Write<'_, '_> {
    /// Takes back the deletes that stand against a row.
    fn keep(&mut self, kind: &str, row: Uuid) -> Result<(), StoreError> {
        let known = load_state(self.fold.db, kind, &row)?.map(|(_, state)| state);
        let state = known.ok_or_else(|| StoreError::UnknownRow { kind: kind.into(), id: row })?;
        let lives = state.fields.get(ROW).map_or(&[][..], Vec::as_slice);
        let base = lives.iter().map(|live| self.named(live)).collect();
        self.record(Change { base, ..Change::plain(kind, row, ROW, RowLife::Alive.value()) });
        Ok(())
    }
}
