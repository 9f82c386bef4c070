//! Reading the log: stored segments and operations.

use rusqlite::{OptionalExtension, Row};
use serde::Serialize;
use terrain_changes::{DeviceId, Hash32, Operation, Position, Reason, Tip, Vector};

use crate::changed::EVERYTHING;
use crate::{Store, StoreError};

/// SQL's condition for operations not yet sealed. They stand at the end of the log, since a merge seals before it appends:
/// no index is needed, which would cost every save a page.
pub(crate) const UNSEALED: &str =
    "n > (SELECT coalesce((SELECT n FROM operation WHERE segment IS NOT NULL ORDER BY n DESC LIMIT 1), 0))";

/// A segment's names, without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SegmentName {
    /// Author.
    pub device: DeviceId,
    /// First change.
    pub from: u64,
    /// Last change.
    pub to: u64,
    /// Hash of the stored bytes.
    pub hash: Hash32,
    /// The author's wall clock at sealing, UTC ms.
    pub at: i64,
    /// Length of the stored bytes.
    pub length: u64,
    /// Seen complete in the centre by this laptop.
    pub delivered: bool,
}

/// A segment with its bytes.
#[derive(Clone, Debug)]
pub struct StoredSegment {
    /// Its names.
    pub name: SegmentName,
    /// The stored bytes.
    pub bytes: Vec<u8>,
}

/// An operation that is in the log but not accepted.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct QuarantinedOperation {
    /// Name of the operation.
    pub operation: String,
    /// The author's wall clock, UTC ms.
    pub at: i64,
    /// Author's person as the certificate says, where there is one.
    pub person: Option<uuid::Uuid>,
    /// Which rule.
    pub reason: &'static str,
    /// How many changes.
    pub changes: u32,
}

pub(crate) fn blob_id(row: &Row<'_>, column: usize) -> Result<DeviceId, StoreError> {
    let bytes: Vec<u8> = row.get(column)?;
    DeviceId::from_slice(&bytes).ok_or(StoreError::Incomplete("device id"))
}

pub(crate) fn blob_hash(row: &Row<'_>, column: usize) -> Result<Option<Hash32>, StoreError> {
    let bytes: Option<Vec<u8>> = row.get(column)?;
    Ok(bytes.and_then(|b| Hash32::from_slice(&b)))
}

/// The stored code of a reason.
pub(crate) fn reason_code(reason: Reason) -> i64 {
    match reason {
        Reason::UnknownDevice => 1,
        Reason::BeforeCertificate => 2,
        Reason::Ended => 3,
        Reason::UnknownSchema => 4,
        Reason::NotPermitted => 5,
        Reason::NotOwner => 6,
    }
}

fn reason_name(code: i64) -> &'static str {
    match code {
        1 => "unknown-device",
        2 => "before-certificate",
        3 => "ended",
        4 => "unknown-schema",
        5 => "not-permitted",
        _ => "not-owner",
    }
}

/// An operation of the log with its place.
pub(crate) struct LoggedOperation {
    pub n: i64,
    pub position: Position,
    pub refused: Option<i64>,
    pub operation: Operation,
}

impl Store {
    /// Names of all segments held, in the order of device and number.
    pub fn segments(&self) -> Result<Vec<SegmentName>, StoreError> {
        let mut q = self.db.prepare_cached(
            "SELECT device, from_seq, to_seq, hash, at, length(bytes), delivered FROM segment ORDER BY device, from_seq, hash",
        )?;
        let mut rows = q.query([])?;
        let mut names = Vec::new();
        while let Some(r) = rows.next()? {
            names.push(SegmentName {
                device: blob_id(r, 0)?,
                from: r.get::<_, i64>(1)? as u64,
                to: r.get::<_, i64>(2)? as u64,
                hash: blob_hash(r, 3)?.unwrap_or_default(),
                at: r.get(4)?,
                length: r.get::<_, i64>(5)? as u64,
                delivered: r.get(6)?,
            });
        }
        Ok(names)
    }

    /// The stored bytes of a segment.
    pub fn segment_bytes(&self, hash: &Hash32) -> Result<Option<Vec<u8>>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT bytes FROM segment WHERE hash = ?1")?;
        Ok(q.query_row([&hash.0[..]], |r| r.get(0)).optional()?)
    }

    /// Notes which segments were seen complete in the centre.
    pub fn mark_delivered(&mut self, hashes: &[Hash32]) -> Result<(), StoreError> {
        let tx = self.db.transaction()?;
        let mut newly = 0;
        for hash in hashes {
            newly += tx
                .prepare_cached("UPDATE segment SET delivered = 1 WHERE hash = ?1 AND delivered = 0")?
                .execute([&hash.0[..]])?;
        }
        tx.commit()?;
        if newly > 0 {
            // Every row says how far it has come.
            self.changed.add(EVERYTHING);
        }
        Ok(())
    }

    /// The tips of everything applied and sealed here.
    pub fn vector(&self) -> &Vector {
        &self.memory.vector
    }

    /// Whether the log holds the segment of this tip.
    pub fn has_tip(&self, tip: &Tip) -> bool {
        self.memory.chains.find(&tip.hash).is_some()
    }

    /// The ends of all chains of the person whom this certificate names, in order: what a revocation keeps.
    pub fn tips_of_person_with(&self, certificate: &uuid::Uuid) -> Vec<Hash32> {
        let authority = &self.memory.authority;
        let person = authority.standings().find(|(_, s)| s.certificate == *certificate).map(|(_, s)| s.person);
        let theirs = authority.standings().filter(|(_, s)| Some(s.person) == person).map(|(device, _)| device);
        let mut hashes: Vec<Hash32> = theirs.flat_map(|d| self.memory.vector.tips(d)).map(|tip| tip.hash).collect();
        hashes.sort();
        hashes
    }

    /// How many own changes wait to be sealed or seen in the centre.
    pub fn unsent(&self) -> Result<u64, StoreError> {
        let pending: i64 =
            self.db.query_row(&format!("SELECT coalesce(sum(count), 0) FROM operation WHERE {UNSEALED}"), [], |r| {
                r.get(0)
            })?;
        let sealed: i64 = self.db.query_row(
            "SELECT coalesce(sum(to_seq - from_seq + 1), 0) FROM segment WHERE delivered = 0 AND device = ?1",
            [&self.identity.device.0[..]],
            |r| r.get(0),
        )?;
        Ok((pending + sealed) as u64)
    }

    /// Devices of segments whose predecessor has not come, with how many wait.
    pub fn waiting(&self) -> Result<Vec<(DeviceId, u64)>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT device, count(*) FROM segment WHERE applied = 0 GROUP BY device")?;
        let mut rows = q.query([])?;
        let mut waiting = Vec::new();
        while let Some(r) = rows.next()? {
            waiting.push((blob_id(r, 0)?, r.get::<_, i64>(1)? as u64));
        }
        Ok(waiting)
    }

    /// Operations that are not accepted.
    pub fn quarantine(&self) -> Result<Vec<QuarantinedOperation>, StoreError> {
        let mut found = Vec::new();
        for logged in self.operations("refused IS NOT NULL", [])? {
            let person = self.memory.authority.standing(&logged.position.device).map(|s| s.person);
            found.push(QuarantinedOperation {
                at: logged.operation.at,
                person,
                reason: reason_name(logged.refused.unwrap_or_default()),
                changes: logged.operation.changes.len() as u32,
                operation: logged.operation.name,
            });
        }
        Ok(found)
    }

    /// Operations in the order of arrival that meet an SQL condition of ours.
    pub(crate) fn operations(
        &self,
        condition: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<LoggedOperation>, StoreError> {
        let sql =
            format!("SELECT n, segment, device, first_seq, refused, body FROM operation WHERE {condition} ORDER BY n");
        let mut q = self.db.prepare_cached(&sql)?;
        let mut rows = q.query(params)?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(logged(r, &self.memory.device_ids)?);
        }
        Ok(found)
    }
}

/// Reads `n, segment, device, first_seq, refused, body`.
pub(crate) fn logged(
    r: &Row<'_>,
    devices: &std::collections::BTreeMap<i64, DeviceId>,
) -> Result<LoggedOperation, StoreError> {
    let device = devices.get(&r.get(2)?).copied().ok_or(StoreError::Incomplete("device"))?;
    Ok(LoggedOperation {
        n: r.get(0)?,
        position: Position { device, seq: r.get::<_, i64>(3)? as u64, segment: r.get(1)? },
        refused: r.get(4)?,
        operation: Operation::decode(r.get_ref(5)?.as_blob().map_err(rusqlite::Error::from)?)?,
    })
}
