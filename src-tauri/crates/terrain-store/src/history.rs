//! Who changed what, and when: every value a row ever had.

use std::collections::BTreeSet;

use serde::Serialize;
use terrain_changes::{ChangeId, Content, ROW, RowLife};
use terrain_domain::Value;
use uuid::Uuid;

use crate::fold::row_operations;
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
