//! What a cooperative's plan promises, as it was worked out by whoever reads plans: a line each, kept beside the tables, so
//! that the day of somebody who accompanies a thousand cooperatives is read and not worked out. Triggers of the tables
//! (`schema.rs`) take a line away, in the same transaction, whenever something of its plan is written.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::page::without_waiting;
use crate::{Store, StoreError};

impl Store {
    /// The lines that stand, by cooperative; those of records that are read together with others are left out.
    pub fn plan_lines(&self) -> Result<BTreeMap<Uuid, String>, StoreError> {
        let together = self.together()?;
        let mut q = self.db.prepare_cached("SELECT cooperative, line FROM plan_line")?;
        let mut rows = q.query([])?;
        let mut lines = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let id: String = r.get(0)?;
            let id = Uuid::parse_str(&id).map_err(|_| StoreError::Incomplete("row id"))?;
            if !together.contains(&id) {
                lines.insert(id, r.get(1)?);
            }
        }
        Ok(lines)
    }

    /// Keeps what was worked out of plans, together; nothing of records that are read together with others. Nobody waits for the
    /// disk: what is lost is worked out again.
    pub fn keep_plan_lines(&mut self, lines: &BTreeMap<Uuid, String>) -> Result<(), StoreError> {
        let together = self.together()?;
        if lines.keys().all(|id| together.contains(id)) {
            return Ok(());
        }
        without_waiting(&self.db, |db| {
            let tx = db.unchecked_transaction()?;
            {
                let mut q = tx.prepare_cached("INSERT OR REPLACE INTO plan_line VALUES (?1, ?2)")?;
                for (id, line) in lines.iter().filter(|(id, _)| !together.contains(id)) {
                    q.execute((id.to_string(), line))?;
                }
            }
            Ok(tx.commit()?)
        })
    }

    fn together(&self) -> Result<BTreeSet<Uuid>, StoreError> {
        Ok(self.joined()?.into_iter().flat_map(|(joined, kept)| [joined, kept]).collect())
    }
}
