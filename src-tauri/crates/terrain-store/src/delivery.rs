//! How far a record has come: here, in the centre, at a coordinator's.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_changes::{DeviceId, RowState};
use uuid::Uuid;

use crate::parts::ENTRY;
use crate::{Store, StoreError};

/// *ici → livré → reçu*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// On this laptop alone.
    Here,
    /// Seen complete in the centre.
    Delivered,
    /// Merged by a coordinator's laptop.
    Received,
}

/// Up to which number each device's changes are in the centre, and at a coordinator's.
pub(crate) struct Reach {
    delivered: BTreeMap<DeviceId, u64>,
    received: BTreeMap<DeviceId, u64>,
    own: DeviceId,
    coordinators: Vec<DeviceId>,
}

impl Reach {
    /// As far as the least of its live values; nothing of a row without any.
    fn of_row(&self, state: &RowState) -> Option<Delivery> {
        state.fields.values().flatten().map(|live| self.of(&live.device, live.seq)).min()
    }

    fn of(&self, device: &DeviceId, seq: u64) -> Delivery {
        let up_to = |map: &BTreeMap<DeviceId, u64>| map.get(device).copied().unwrap_or_default();
        let in_centre = *device != self.own || seq <= up_to(&self.delivered);
        if !in_centre {
            Delivery::Here
        } else if seq <= up_to(&self.received) || self.coordinators.contains(device) {
            Delivery::Received
        } else {
            Delivery::Delivered
        }
    }
}

impl Store {
    pub(crate) fn reach(&self) -> Result<Reach, StoreError> {
        let own = self.identity.device;
        let mut delivered = BTreeMap::new();
        let last: i64 = self.db.query_row(
            "SELECT coalesce(max(to_seq), 0) FROM segment s WHERE device = ?1 AND delivered = 1 AND NOT EXISTS
             (SELECT 1 FROM segment e WHERE e.device = s.device AND e.delivered = 0 AND e.from_seq < s.from_seq)",
            [&own.0[..]],
            |r| r.get(0),
        )?;
        delivered.insert(own, last as u64);
        let mut received: BTreeMap<DeviceId, u64> = BTreeMap::new();
        let authority = &self.memory.authority;
        let coordinators: Vec<DeviceId> =
            authority.standings().map(|(d, _)| *d).filter(|d| authority.is_coordinator(d)).collect();
        for device in &coordinators {
            for tip in self.memory.vector.tips(device) {
                let Some((n, _)) = self.memory.chains.find(&tip.hash) else { continue };
                let mut q = self.db.prepare_cached("SELECT deps FROM segment WHERE n = ?1")?;
                let deps: Vec<u8> = q.query_row([n], |r| r.get(0))?;
                for (other, tip) in terrain_changes::Vector::from_bytes(&deps)?.iter() {
                    let up_to = received.entry(*other).or_default();
                    *up_to = tip.seq.max(*up_to);
                }
            }
        }
        Ok(Reach { delivered, received, own, coordinators })
    }

    /// How far each of these entries has come: as far as the least of itself, its events and its answers.
    pub fn document_delivery(&self, entries: &[Uuid]) -> Result<Vec<Delivery>, StoreError> {
        let reach = self.reach()?;
        let mut parts = self.db.prepare_cached(
            "SELECT s.state FROM part p JOIN state s ON s.n = p.state WHERE p.entry = ?1 AND s.kind IN ('event', 'answer')",
        )?;
        let mut found = Vec::with_capacity(entries.len());
        for entry in entries {
            let mut least = self.state(ENTRY, entry)?.and_then(|state| reach.of_row(&state));
            let mut rows = parts.query([&entry.as_bytes()[..]])?;
            while let Some(r) = rows.next()? {
                let state = RowState::from_bytes(r.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?;
                least = reach.of_row(&state).into_iter().chain(least).min();
            }
            found.push(least.unwrap_or(Delivery::Here));
        }
        Ok(found)
    }

    /// How far each of these rows has come: as far as the least of its live values.
    pub fn delivery(&self, kind: &str, rows: &[Uuid]) -> Result<Vec<Delivery>, StoreError> {
        let reach = self.reach()?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            let state = self.state(kind, row)?.unwrap_or_default();
            found.push(reach.of_row(&state).unwrap_or(Delivery::Here));
        }
        Ok(found)
    }
}
