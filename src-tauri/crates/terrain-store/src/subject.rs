//! Keys of persons, kept outside the log so that a person can be forgotten.

use rusqlite::Connection;
use terrain_changes::{Content, Live, RowState, SubjectKey};
use uuid::Uuid;

use crate::catch_up::Indexes;
use crate::changed::EVERYTHING;
use crate::fold::Fold;
use crate::{Store, StoreError, fresh};

/// Rows that are tried with a key: an honest one opens the first.
const OPENED_MAX: i64 = 1_000;
/// The register of a row that shows which key is its own, where no value is sealed under it yet.
pub(crate) const KEY_PROOF: &str = "_key";

fn put(db: &Connection, subject: &Uuid, key: &SubjectKey) -> Result<(), StoreError> {
    db.prepare_cached("INSERT OR IGNORE INTO subject_key(subject, key) VALUES (?1, ?2)")?
        .execute((&subject.as_bytes()[..], &key.0[..]))?;
    Ok(())
}

/// Makes the key of a new subject; whoever makes the row makes the key, so there is one.
pub(crate) fn make(fold: &mut Fold<'_>, subject: Uuid) -> Result<(), StoreError> {
    if fold.memory.subject_keys.contains_key(&subject) {
        return Ok(());
    }
    let key = SubjectKey(fresh());
    put(fold.db, &subject, &key)?;
    fold.memory.subject_keys.insert(subject, key);
    Ok(())
}

impl Store {
    /// The keys of all subjects held here, in order.
    pub fn subject_keys(&self) -> Vec<(Uuid, SubjectKey)> {
        let mut keys: Vec<_> = self.memory.subject_keys.iter().map(|(s, k)| (*s, k.clone())).collect();
        keys.sort_by_key(|(subject, _)| *subject);
        keys
    }

    /// Whether this key opens a value that stands in the log: whoever has the programme's key could put another one into the
    /// centre before the right one comes.
    fn opens_something(&self, subject: &Uuid, key: &SubjectKey) -> Result<bool, StoreError> {
        let mut q = self.db.prepare_cached(
            "SELECT row, state FROM state WHERE n IN (SELECT state FROM sealed WHERE subject = ?1) LIMIT ?2",
        )?;
        let states: Vec<(Vec<u8>, Vec<u8>)> = q
            .query_map((&subject.as_bytes()[..], OPENED_MAX), |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (row, state) in states {
            let row = Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?;
            let state = RowState::from_bytes(&state)?;
            let opens = state.fields.iter().any(|(field, lives)| {
                let opens = |l: &Live| matches!(&l.content, Content::Personal(s) if s.subject == *subject && s.open(key, &row, field).is_some());
                lives.iter().any(opens)
            });
            if opens {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes keys that came from the centre and open something; rows that they open are written again. Gives how many were new.
    pub fn take_subject_keys(&mut self, keys: &[(Uuid, SubjectKey)]) -> Result<u64, StoreError> {
        let mut new = Vec::new();
        for (subject, key) in keys {
            if !self.memory.subject_keys.contains_key(subject) && self.opens_something(subject, key)? {
                new.push((*subject, key.clone()));
            }
        }
        if new.is_empty() {
            return Ok(0);
        }
        // Names of people stand on every screen.
        self.changed.add(EVERYTHING);
        self.transact(Indexes::Now, |fold| {
            for (subject, key) in &new {
                put(fold.db, subject, key)?;
                fold.memory.subject_keys.insert(*subject, key.clone());
                let rows: Vec<(String, Vec<u8>)> = {
                    let mut q = fold.db.prepare_cached(
                        "SELECT kind, row FROM state WHERE n IN (SELECT state FROM sealed WHERE subject = ?1)",
                    )?;
                    q.query_map([&subject.as_bytes()[..]], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?
                };
                for (kind, row) in rows {
                    fold.reread(&kind, Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?)?;
                }
            }
            Ok(())
        })?;
        Ok(new.len() as u64)
    }
}
