//! A copy of the replica, page by page under the same key; and the proof that a replica is sound.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use serde::Serialize;
use terrain_changes::Hash32;

use crate::open::connect;
use crate::{Env, Store, StoreError};

/// Pages copied between two looks at whether to go on: 4 MiB.
const PAGES: i32 = 1024;
/// How many looks the proof of a replica takes.
const LOOKS: u64 = 6;

/// What is in a replica, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Contents {
    /// Changes of all laptops.
    pub changes: u64,
    /// Rows of all kinds.
    pub rows: u64,
    /// Workbooks and evidence.
    pub files: u64,
}

impl Store {
    /// Copies the whole replica to `path`, which must not exist; `told` hears how many pages are done of how many, and says
    /// whether to go on. Gives whether the copy was completed; one that was not is worth nothing.
    ///
    /// Errors: [`StoreError::Incomplete`] for a replica in memory, which has no key.
    pub fn copy_to(&self, path: &Path, told: &mut dyn FnMut(u64, u64) -> bool) -> Result<bool, StoreError> {
        let key = self.key.as_ref().ok_or(StoreError::Incomplete("key"))?;
        let mut copy = connect(path, key)?;
        {
            let backup = Backup::new(&self.db, &mut copy)?;
            loop {
                let step = backup.step(PAGES)?;
                let progress = backup.progress();
                let total = u64::try_from(progress.pagecount).unwrap_or_default();
                let left = u64::try_from(progress.remaining).unwrap_or_default();
                if step == StepResult::Done {
                    break;
                }
                if !told(total.saturating_sub(left), total) {
                    return Ok(false);
                }
            }
        }
        // One file, with nothing beside it.
        copy.execute_batch("PRAGMA journal_mode = DELETE;")?;
        Ok(true)
    }

    /// Opens a copy of this replica that was laid elsewhere, under the same key.
    ///
    /// Errors: [`StoreError::Key`] where it is no copy of this one.
    pub fn open_copy(&self, path: &Path, env: Env) -> Result<Self, StoreError> {
        let key = self.key.as_ref().ok_or(StoreError::Incomplete("key"))?;
        Self::open(path, key, env)
    }

    /// What is here, counted.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        let count = |sql: &str| self.db.query_row(sql, [], |r| r.get::<_, i64>(0)).map(|n| n as u64);
        Ok(Contents {
            changes: self.memory.applied.values().sum(),
            rows: terrain_domain::KINDS
                .iter()
                .try_fold(0, |sum, kind| Ok::<_, StoreError>(sum + self.count(kind.name)?))?,
            files: count("SELECT count(*) FROM file")?,
        })
    }

    /// How many changes the other replica has that are not here.
    pub fn lacks_of(&self, other: &Self) -> u64 {
        let here = |device| self.memory.applied.get(device).copied().unwrap_or_default();
        other.memory.applied.iter().map(|(device, there)| there.saturating_sub(here(device))).sum()
    }

    /// Looks at everything: each page by its seal and its place, each segment and file by its hash, and the tables, which are
    /// made again from the log and must come out as they were. `told` hears how many of these looks are behind, and says whether
    /// to go on; nothing is given where it says no.
    ///
    /// Errors: [`StoreError::Unsound`] says what is not as it should be.
    pub fn prove(&mut self, told: &mut dyn FnMut(u64, u64) -> bool) -> Result<Option<Contents>, StoreError> {
        let mut go_on = |done| told(done, LOOKS);
        if !go_on(0) {
            return Ok(None);
        }
        let complains = |pragma: &str| -> Result<bool, StoreError> {
            let mut q = self.db.prepare(pragma)?;
            let said = q.query_map([], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
            Ok(said.iter().any(|line| line != "ok"))
        };
        if complains("PRAGMA cipher_integrity_check")? || complains("PRAGMA integrity_check")? {
            return Err(StoreError::Unsound("pages"));
        }
        for (done, table) in [(1, "segment"), (2, "file")] {
            if !go_on(done) {
                return Ok(None);
            }
            let mut q = self.db.prepare(&format!("SELECT hash, bytes FROM {table}"))?;
            let mut rows = q.query([])?;
            while let Some(r) = rows.next()? {
                let (hash, bytes): (Vec<u8>, Vec<u8>) = (r.get(0)?, r.get(1)?);
                if Hash32::of(&bytes).0 != *hash {
                    return Err(StoreError::Unsound(table));
                }
            }
        }
        if !go_on(3) {
            return Ok(None);
        }
        let before = self.dump()?;
        if !go_on(4) {
            return Ok(None);
        }
        self.rebuild()?;
        if !go_on(5) {
            return Ok(None);
        }
        if self.dump()? != before {
            return Err(StoreError::Unsound("tables"));
        }
        Ok(go_on(LOOKS).then_some(self.contents()?))
    }
}
