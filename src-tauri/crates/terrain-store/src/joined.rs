//! Records that were entered twice and joined: whoever reads rows finds those of the one that is kept. Changes, histories and
//! sealed contents stay as they were written, so that what was joined can be separated again.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::{Value, kept_of};
use uuid::Uuid;

use crate::{Store, StoreError};

/// Which records stand for which others: joined → kept.
#[derive(Debug, Default)]
pub(crate) struct Joined(BTreeMap<Uuid, Uuid>);

impl Joined {
    /// The kind whose records are joined, and the field by which others name one.
    pub const FIELD: &'static str = "cooperative";

    /// The record itself, or the one that is kept in its place.
    pub fn kept(&self, id: Uuid) -> Uuid {
        self.0.get(&id).copied().unwrap_or(id)
    }

    /// All that are read as one with this record.
    pub fn all(&self, id: Uuid) -> BTreeSet<Uuid> {
        let kept = self.kept(id);
        let joined = self.0.iter().filter(|(_, to)| **to == kept).map(|(one, _)| *one);
        joined.chain([kept, id]).collect()
    }

    /// Whether a row is shown in lists of its kind.
    pub fn shows(&self, kind: &str, id: &Uuid) -> bool {
        kind != Self::FIELD || !self.0.contains_key(id)
    }

    /// Reads a value of a field: who names a record that was joined names the one that is kept.
    pub fn read(&self, field: &str, value: Value) -> Value {
        match value {
            Value::Id(id) if field == Self::FIELD => Value::Id(self.kept(id)),
            other => other,
        }
    }
}

impl Store {
    /// Which cooperatives are read as which others: joined → kept.
    pub fn joined(&self) -> Result<BTreeMap<Uuid, Uuid>, StoreError> {
        // A record that is gone neither hides another nor is one.
        let mut q = self.db.prepare_cached(
            "SELECT kept, joined FROM alias WHERE ifnull(separated, 0) = 0
             AND EXISTS (SELECT 1 FROM state s JOIN cooperative c ON c.n = s.n
                 WHERE s.row = unhex(kept, '-') AND s.kind = 'cooperative')
             AND EXISTS (SELECT 1 FROM state s JOIN cooperative c ON c.n = s.n
                 WHERE s.row = unhex(joined, '-') AND s.kind = 'cooperative')",
        )?;
        let mut rows = q.query([])?;
        let mut pairs = Vec::new();
        while let Some(r) = rows.next()? {
            let (kept, joined): (String, String) = (r.get(0)?, r.get(1)?);
            pairs.extend(Uuid::parse_str(&kept).ok().zip(Uuid::parse_str(&joined).ok()));
        }
        Ok(kept_of(&pairs))
    }

    pub(crate) fn reading(&self) -> Result<Joined, StoreError> {
        Ok(Joined(self.joined()?))
    }
}
