//! Where documents stand, as it was worked out by whoever reads entries: kept beside the tables, so that lists of thousands
//! are read and not worked out each time. Whatever changes what an entry's state follows from empties its line here, in the
//! same transaction; a rebuild empties all.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::fold::Fold;
use crate::page::without_waiting;
use crate::{Store, StoreError};

/// What is known of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownStanding {
    /// The document's state.
    pub state: String,
    /// What else was worked out, in words of whoever did.
    pub about: String,
}

impl Fold<'_> {
    /// An entry was written: its state is to be worked out again.
    pub(crate) fn note_entry(&mut self, entry: &Uuid, alive: bool) -> Result<(), StoreError> {
        let sql = if alive {
            "INSERT INTO standing(entry) VALUES (?1) ON CONFLICT DO UPDATE SET state = NULL, about = NULL"
        } else {
            "DELETE FROM standing WHERE entry = ?1"
        };
        self.db.prepare_cached(sql)?.execute([&entry.as_bytes()[..]])?;
        Ok(())
    }

    /// Something happened to a document.
    pub(crate) fn forget_standing(&mut self, entry: &Uuid) -> Result<(), StoreError> {
        let mut q = self.db.prepare_cached(&format!("{FORGET} AND entry = ?1"))?;
        q.execute([&entry.as_bytes()[..]])?;
        Ok(())
    }

    /// Who may do what was settled otherwise.
    pub(crate) fn forget_standings(&mut self) -> Result<(), StoreError> {
        self.db.prepare_cached(FORGET)?.execute([])?;
        Ok(())
    }
}

const FORGET: &str = "UPDATE standing SET state = NULL, about = NULL WHERE state IS NOT NULL";

fn entries(db: &Connection, condition: &str, state: &[&str]) -> Result<Vec<Uuid>, StoreError> {
    let mut q = db.prepare_cached(&format!("SELECT entry FROM standing WHERE state {condition} ORDER BY entry"))?;
    let mut rows = q.query(rusqlite::params_from_iter(state))?;
    let mut found = Vec::new();
    while let Some(r) = rows.next()? {
        found.push(Uuid::from_slice(&r.get::<_, Vec<u8>>(0)?).map_err(|_| StoreError::Incomplete("row id"))?);
    }
    Ok(found)
}

impl Store {
    /// What is known of where an entry stands; nothing where that is to be worked out.
    pub fn standing(&self, entry: &Uuid) -> Result<Option<KnownStanding>, StoreError> {
        let mut q = self.db.prepare_cached(
            "SELECT state, about FROM standing WHERE entry = ?1 AND state IS NOT NULL AND about IS NOT NULL",
        )?;
        let known = |r: &rusqlite::Row<'_>| Ok(KnownStanding { state: r.get(0)?, about: r.get(1)? });
        Ok(q.query_row([&entry.as_bytes()[..]], known).optional()?)
    }

    /// Keeps what was worked out of entries that are here, together. Nobody waits for the disk: what is lost is worked out again.
    pub fn keep_standings(&mut self, known: &[(Uuid, KnownStanding)]) -> Result<(), StoreError> {
        if known.is_empty() {
            return Ok(());
        }
        without_waiting(&self.db, |db| {
            let tx = db.unchecked_transaction()?;
            {
                let mut q = tx.prepare_cached("UPDATE standing SET state = ?2, about = ?3 WHERE entry = ?1")?;
                for (entry, known) in known {
                    q.execute((&entry.as_bytes()[..], &known.state, &known.about))?;
                }
            }
            Ok(tx.commit()?)
        })
    }

    /// Entries known to stand so, in the order of their ids.
    pub fn standing_so(&self, state: &str) -> Result<Vec<Uuid>, StoreError> {
        entries(&self.db, "= ?1", &[state])
    }

    /// Entries of which that is to be worked out.
    pub fn not_worked_out(&self) -> Result<Vec<Uuid>, StoreError> {
        entries(&self.db, "IS NULL", &[])
    }
}
