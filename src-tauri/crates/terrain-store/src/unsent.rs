//! What of one's own work is not in the centre yet, as people count it.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{Content, OP_ACK, Operation};
use terrain_domain::Value;
use uuid::Uuid;

use crate::parts::{ENTRY, entries_of};
use crate::{Store, StoreError};

/// Rows that people know as the entry of which they are a part.
const ANSWERS: [&str; 3] = ["answer", "instance", "event"];

impl Store {
    /// How many rows of each kind own changes touch that wait to be sealed or seen in the centre. Answers, repeats and events
    /// count as their entries, each once.
    pub fn unsent_kinds(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        let mut rows: BTreeMap<(String, Uuid), Option<Uuid>> = BTreeMap::new();
        for operation in self.unsent_operations()? {
            for change in operation.changes.into_iter().filter(|c| c.kind != OP_ACK) {
                let entry = match &change.content {
                    Content::Plain(Value::Id(entry)) if change.field == ENTRY => Some(*entry),
                    _ => None,
                };
                let known = rows.entry((change.kind, change.row)).or_default();
                *known = entry.or(*known);
            }
        }
        let mut told: BTreeSet<(String, Uuid)> = BTreeSet::new();
        for ((kind, row), entry) in rows {
            if !ANSWERS.contains(&kind.as_str()) {
                told.insert((kind, row));
                continue;
            }
            let entry = match entry {
                Some(entry) => Some(entry),
                None => self.state(&kind, &row)?.and_then(|state| entries_of(&state).next()),
            };
            told.extend(entry.map(|entry| (ENTRY.to_owned(), entry)));
        }
        let mut counts = BTreeMap::new();
        for (kind, _) in told {
            *counts.entry(kind).or_default() += 1;
        }
        Ok(counts)
    }

    /// From the end of the log backwards: no further than what is not sealed, where all that is was delivered.
    fn unsent_operations(&self) -> Result<Vec<Operation>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT n FROM segment WHERE delivered = 0 AND device = ?1")?;
        let undelivered: BTreeSet<i64> =
            q.query_map([&self.identity.device.0[..]], |r| r.get(0))?.collect::<Result<_, _>>()?;
        let mut q = self.db.prepare_cached("SELECT segment, body FROM operation ORDER BY n DESC")?;
        let mut rows = q.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let segment: Option<i64> = r.get(0)?;
            if segment.is_some() && undelivered.is_empty() {
                break;
            }
            if segment.is_none_or(|segment| undelivered.contains(&segment)) {
                found.push(Operation::decode(r.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?);
            }
        }
        Ok(found)
    }
}
