//! Where a window stood: small texts by key, on this laptop alone, outside the log.
//!
//! They are written at every step of a person, so a commit here does not wait for the disk: they outlive the end of the
//! process, however it comes, and a power cut may take the last of them.

use rusqlite::Connection;

use crate::{Store, StoreError};

/// So many texts are kept; then the one written longest ago goes, first among those about single entries.
pub const PAGE_KEYS_MAX: usize = 500;
/// What the keys of texts about single entries begin with.
const OF_ENTRIES: &str = "entry.*";

/// Commits without waiting for the disk, once: whatever is written afterwards brings it there too.
pub(crate) fn without_waiting<T>(
    db: &Connection,
    act: impl FnOnce(&Connection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    db.execute_batch("PRAGMA synchronous = NORMAL;")?;
    let done = act(db);
    db.execute_batch("PRAGMA synchronous = FULL;")?;
    done
}

impl Store {
    /// Keeps a text under a key; nothing takes it away.
    pub fn keep_page(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        without_waiting(&self.db, |db| match value {
            Some(value) => {
                let tx = db.unchecked_transaction()?;
                tx.prepare_cached("INSERT OR REPLACE INTO page(key, value) VALUES (?1, ?2)")?.execute((key, value))?;
                let much = "DELETE FROM page WHERE (SELECT count(*) FROM page) > ?1 AND n = \
                    (SELECT n FROM page WHERE key <> ?3 ORDER BY key GLOB ?2 DESC, n LIMIT 1)";
                tx.prepare_cached(much)?.execute((PAGE_KEYS_MAX as i64, OF_ENTRIES, key))?;
                Ok(tx.commit()?)
            }
            None => {
                db.prepare_cached("DELETE FROM page WHERE key = ?1")?.execute([key])?;
                Ok(())
            }
        })
    }

    /// All texts kept, in the order of their keys.
    pub fn pages(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT key, value FROM page ORDER BY key")?;
        let kept = q.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(kept)
    }
}
