//! Indexes that a save leaves behind: which operations touch a row, and the words of rows.
//!
//! Kept up in every save they would double the pages that it encrypts, authenticates and writes. They follow the log up to a
//! mark; whatever merges, rebuilds or searches brings them to its end first, and a save does so when it left too much behind.

use std::collections::BTreeSet;

use rusqlite::Connection;
use terrain_changes::Operation;
use terrain_domain::kind as find_kind;
use uuid::Uuid;

use crate::fold::{Fold, load_state};
use crate::search::{forget_words, put_words, shown};
use crate::{StoreError, identity};

/// Name of the mark among the replica's own values.
const INDEXED: &str = "indexed";
/// So many operations are read from the log when the replica is opened: that takes a few milliseconds.
const BEHIND_MAX: i64 = 500;

/// What a transaction does with the indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Indexes {
    /// Brings them to the end of the log before it acts, and keeps them there.
    Now,
    /// Leaves them behind.
    Later,
}

/// The number of the last operation that the indexes hold.
pub(crate) fn indexed(db: &Connection) -> Result<i64, StoreError> {
    Ok(identity::get(db, INDEXED)?.and_then(|b| b.try_into().ok()).map_or(0, i64::from_le_bytes))
}

/// The number of the last operation.
pub(crate) fn last_operation(db: &Connection) -> Result<i64, StoreError> {
    Ok(db.prepare_cached("SELECT coalesce(max(n), 0) FROM operation")?.query_row([], |r| r.get(0))?)
}

/// Notes which rows an operation touches.
pub(crate) fn put_touch(db: &Connection, n: i64, operation: &Operation) -> Result<(), StoreError> {
    let mut put = db.prepare_cached("INSERT OR IGNORE INTO touch(row, operation) VALUES (?1, ?2)")?;
    for group in operation.changes.chunk_by(|a, b| a.row == b.row) {
        if let Some(change) = group.first() {
            put.execute((&change.row.as_bytes()[..], n))?;
        }
    }
    Ok(())
}

impl Indexes {
    /// Brings up the indexes in a save that would leave too much behind.
    pub(crate) fn bounded(self, db: &Connection, indexed: i64) -> Result<Self, StoreError> {
        let far = self == Self::Later && last_operation(db)? - indexed > BEHIND_MAX;
        Ok(if far { Self::Now } else { self })
    }
}

impl Fold<'_> {
    /// Brings the indexes to the end of the log.
    pub(crate) fn catch_up(&mut self) -> Result<(), StoreError> {
        let mut rows: BTreeSet<(String, Uuid)> = BTreeSet::new();
        let mut behind: Vec<(i64, Operation)> = Vec::new();
        {
            let mut q = self.db.prepare_cached("SELECT n, body FROM operation WHERE n > ?1 ORDER BY n")?;
            let mut found = q.query([self.memory.indexed])?;
            while let Some(r) = found.next()? {
                let operation = Operation::decode(r.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
                behind.push((r.get(0)?, operation));
            }
        }
        for (n, operation) in behind {
            put_touch(self.db, n, &operation)?;
            rows.extend(operation.changes.into_iter().map(|c| (c.kind, c.row)));
        }
        for (kind, row) in rows {
            let Some(known) = find_kind(&kind) else { continue };
            let Some((n, state)) = load_state(self.db, &kind, &row)? else { continue };
            forget_words(self.db, n)?;
            if state.alive {
                put_words(self.db, known, n, &shown(known, &row, &state, self.memory).0)?;
            }
        }
        self.mark_indexed()
    }

    /// Says that the indexes hold everything up to the end of the log.
    pub(crate) fn mark_indexed(&mut self) -> Result<(), StoreError> {
        let last = last_operation(self.db)?;
        if last != self.memory.indexed {
            identity::put(self.db, INDEXED, &last.to_le_bytes())?;
            self.memory.indexed = last;
        }
        self.memory.behind.clear();
        Ok(())
    }
}
