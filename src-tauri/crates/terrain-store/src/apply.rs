//! Merging: segments from elsewhere enter the log and are applied as soon as their own chain is complete.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::Connection;
use terrain_changes::{
    DeviceId, Hash32, Link, Operation, Position, Segment, SegmentError, open_payload, parse_segment,
};

use crate::catch_up::{Indexes, put_touch};
use crate::changed::EVERYTHING;
use crate::fold::{Arriving, Fold};
use crate::log::{blob_hash, blob_id};
use crate::{Store, StoreError};

/// Bytes from a centre that claim to be a segment.
pub struct Incoming {
    /// Where they were found, for messages.
    pub place: String,
    /// The stored bytes.
    pub bytes: Vec<u8>,
}

/// What came of a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Changes newly applied.
    pub changes: u64,
    /// Rows touched, in order.
    pub rows: Vec<(String, uuid::Uuid)>,
    /// Fields newly in disagreement.
    pub disagreements: u64,
    /// Rows that are no more.
    pub hidden: u64,
    /// Operations not accepted.
    pub refused: u64,
    /// Segments of devices that no certificate names: left where they are.
    pub unknown: Vec<(String, DeviceId)>,
    /// Bytes that are no sound segment of this programme: place and what is wrong.
    pub bad: Vec<(String, String)>,
    /// Whether more came than acknowledgements.
    pub news: bool,
}

pub(crate) fn insert_segment(
    db: &Connection,
    segment: &Segment,
    bytes: &[u8],
    applied: bool,
) -> Result<i64, StoreError> {
    let h = &segment.header;
    db.prepare_cached(
        "INSERT INTO segment(hash, device, from_seq, to_seq, previous, deps, schema, at, continues, applied, delivered, bytes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11)",
    )?
    .execute((
        &segment.hash.0[..],
        &h.device.0[..],
        h.from as i64,
        h.to as i64,
        h.previous.map(|p| p.0.to_vec()),
        h.deps.to_bytes()?,
        h.schema,
        h.at,
        h.continues,
        applied,
        bytes,
    ))?;
    Ok(db.last_insert_rowid())
}

/// What is unpacked at a time: the 200,000 changes of an ordinary batch, while hostile segments of a few hundred bytes unpack
/// to 16 MiB each.
const OPENED_BYTES_MAX: usize = 128 << 20;
/// Memory of an unpacked change beside its bytes.
const CHANGE_BYTES: usize = 300;

/// An operation with its bytes.
type Unpacked = Vec<(Vec<u8>, Operation)>;

/// A segment read and opened, ready to be applied.
struct Opened {
    segment: Segment,
    bytes: Vec<u8>,
    operations: Unpacked,
}

impl Opened {
    /// Memory that it takes.
    fn size(&self) -> usize {
        let of = |(body, operation): &(Vec<u8>, Operation)| 2 * body.len() + operation.changes.len() * CHANGE_BYTES;
        self.bytes.len() + self.operations.iter().map(of).sum::<usize>()
    }
}

/// A segment in the log that has not been applied. What waits from earlier is unpacked only when its turn comes.
struct Ready {
    n: i64,
    link: Link,
    continues: bool,
    schema: u32,
    operations: Option<Unpacked>,
}

impl Store {
    /// Merges segments; one transaction, or several where they unpack to more than memory should hold. Unsealed changes of this
    /// laptop are sealed first.
    ///
    /// Segments already here are passed over; those whose predecessor has not come are kept and wait.
    pub fn merge(&mut self, incoming: Vec<Incoming>) -> Result<Applied, StoreError> {
        let mut report = Applied::default();
        let mut parsed: Vec<(Incoming, Segment)> = Vec::new();
        for (incoming, outcome) in parse_all(incoming) {
            match outcome {
                Ok(segment) if segment.header.programme != self.identity.centre.programme => {
                    report.bad.push((incoming.place, "another programme".into()));
                }
                Ok(segment) if self.memory.chains.find(&segment.hash).is_none() => parsed.push((incoming, segment)),
                Ok(_) => {}
                Err(e) => report.bad.push((incoming.place, e.to_string())),
            }
        }
        if parsed.is_empty() {
            return Ok(report);
        }
        self.seal()?;
        self.merging(true)?;
        self.changed.add(EVERYTHING);
        let done = self.take_all(parsed, &mut report);
        self.merging(false)?;
        done?;
        Ok(report)
    }

    fn take_all(&mut self, mut waiting: Vec<(Incoming, Segment)>, report: &mut Applied) -> Result<(), StoreError> {
        waiting.sort_by_key(|(_, s)| (s.header.device, s.header.from, s.hash));
        loop {
            let (more, folded) = self.transact(Indexes::Now, |fold| take_some(fold, &mut waiting, report))?;
            report.rows.extend(folded.rows);
            report.disagreements += folded.disagreements;
            report.hidden += folded.hidden;
            report.refused += folded.refused;
            if !more {
                break;
            }
        }
        let unknown = waiting.into_iter().map(|(incoming, segment)| (incoming.place, segment.header.device));
        report.unknown.extend(unknown);
        Ok(())
    }
}

/// Parses and verifies on all cores; the order stays.
fn parse_all(incoming: Vec<Incoming>) -> Vec<(Incoming, Result<Segment, SegmentError>)> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = incoming.len().div_ceil(cores).max(1);
    let parsed: Vec<_> = std::thread::scope(|scope| {
        let parse = |part: &[Incoming]| part.iter().map(|i| parse_segment(&i.bytes)).collect::<Vec<_>>();
        let workers: Vec<_> = incoming.chunks(share).map(|part| scope.spawn(move || parse(part))).collect();
        workers.into_iter().flat_map(|w| w.join().unwrap_or_default()).collect()
    });
    incoming.into_iter().zip(parsed).collect()
}

/// Applies round after round: a certificate that came with one segment may admit the next. Says whether it stopped because
/// enough is unpacked; what is left stays in `waiting`.
fn take_some(
    fold: &mut Fold<'_>,
    waiting: &mut Vec<(Incoming, Segment)>,
    report: &mut Applied,
) -> Result<bool, StoreError> {
    let (mut fresh_devices, mut size) = (BTreeSet::new(), 0);
    while size <= OPENED_BYTES_MAX {
        let authority = fold.memory.authority.clone();
        let mut opened = Vec::new();
        for (incoming, segment) in std::mem::take(waiting) {
            let known = authority.knows(&segment.header.device, &segment.header.signing);
            if !known || size > OPENED_BYTES_MAX {
                waiting.push((incoming, segment));
                continue;
            }
            match open(fold, &segment, &incoming.bytes) {
                Ok(operations) => {
                    fresh_devices.insert(segment.header.device);
                    let one = Opened { segment, bytes: incoming.bytes, operations };
                    size += one.size();
                    opened.push(one);
                }
                Err(e) => report.bad.push((incoming.place, e.to_string())),
            }
        }
        if opened.is_empty() && fold.memory.authority == authority {
            break;
        }
        keep(fold, opened, report)?;
        if waiting.is_empty() {
            break;
        }
    }
    fold.settle();
    fold.reread_waiting()?;
    fold.judge_unsettled(&fresh_devices)?;
    Ok(size > OPENED_BYTES_MAX && !waiting.is_empty())
}

fn open(fold: &Fold<'_>, segment: &Segment, bytes: &[u8]) -> Result<Unpacked, SegmentError> {
    let key = fold.identity.ring.find(&segment.header.key).ok_or(SegmentError::Key)?;
    open_payload(bytes, key)
}

/// Puts segments into the log, then applies all that now can be, in the order of their chains.
fn keep(fold: &mut Fold<'_>, opened: Vec<Opened>, report: &mut Applied) -> Result<(), StoreError> {
    let mut ready: Vec<Ready> = Vec::new();
    for one in opened {
        let h = &one.segment.header;
        let n = insert_segment(fold.db, &one.segment, &one.bytes, false)?;
        let link = Link { device: h.device, from: h.from, to: h.to, hash: one.segment.hash, previous: h.previous };
        fold.memory.add_segment(n, link);
        fold.memory.deps.insert(n, Arc::new(h.deps.clone()));
        let (continues, schema) = (h.continues, h.schema);
        ready.push(Ready { n, link, continues, schema, operations: Some(one.operations) });
    }
    fold.memory.set_own(fold.identity);
    // What waited from earlier syncs may be complete now.
    let here: BTreeSet<i64> = ready.iter().map(|one| one.n).collect();
    ready.extend(waiting_segments(fold.db)?.into_iter().filter(|one| !here.contains(&one.n)));
    ready.sort_by_key(|one| (one.link.device, one.link.from, one.link.hash));
    let next: BTreeMap<Hash32, (Hash32, bool)> =
        ready.iter().rev().filter_map(|one| Some((one.link.previous?, (one.link.hash, one.continues)))).collect();
    let mut applied: BTreeSet<Hash32> = BTreeSet::new();
    for one in ready {
        let complete = match one.link.previous {
            None => true,
            Some(hash) => applied.contains(&hash) || is_applied(fold.db, &hash)?,
        };
        if !complete || !run_is_complete(&one, &next) {
            continue;
        }
        let operations = match one.operations {
            Some(operations) => Some(operations),
            None => unpack(fold, one.n)?,
        };
        if let Some(operations) = operations {
            apply(fold, &one.link, one.n, one.schema, &operations, report)?;
            applied.insert(one.link.hash);
        }
    }
    Ok(())
}

/// A segment that continues is applied only with the rest of its run: `next` says what follows a segment, and whether that
/// continues.
fn run_is_complete(one: &Ready, next: &BTreeMap<Hash32, (Hash32, bool)>) -> bool {
    let (mut current, mut continues) = (one.link.hash, one.continues);
    while continues {
        match next.get(&current) {
            Some(following) => (current, continues) = *following,
            None => return false,
        }
    }
    true
}

/// The operations of a segment that was opened before; nothing where its key is gone.
fn unpack(fold: &Fold<'_>, n: i64) -> Result<Option<Unpacked>, StoreError> {
    let bytes: Vec<u8> =
        fold.db.prepare_cached("SELECT bytes FROM segment WHERE n = ?1")?.query_row([n], |r| r.get(0))?;
    let segment = parse_segment(&bytes)?;
    Ok(open(fold, &segment, &bytes).ok())
}

fn apply(
    fold: &mut Fold<'_>,
    link: &Link,
    n: i64,
    schema: u32,
    operations: &Unpacked,
    report: &mut Applied,
) -> Result<(), StoreError> {
    let deps = fold.memory.deps_of(fold.db, Some(n))?;
    let mut seq = link.from;
    for (body, operation) in operations {
        let position = Position { device: link.device, seq, segment: Some(n) };
        let arriving = Arriving { position, deps: deps.clone(), schema, operation, body };
        let _verdict = fold.append(&arriving)?;
        seq += operation.changes.len() as u64;
        report.news |= operation.name != terrain_changes::OP_ACK;
    }
    report.changes += seq - link.from;
    fold.db.prepare_cached("UPDATE segment SET applied = 1 WHERE n = ?1")?.execute([n])?;
    fold.memory.pass(link);
    Ok(())
}

fn waiting_segments(db: &Connection) -> Result<Vec<Ready>, StoreError> {
    let mut q = db.prepare_cached(
        "SELECT n, device, from_seq, to_seq, hash, previous, continues, schema FROM segment WHERE applied = 0 ORDER BY n",
    )?;
    let mut rows = q.query([])?;
    let mut waiting = Vec::new();
    while let Some(r) = rows.next()? {
        let link = Link {
            device: blob_id(r, 1)?,
            from: r.get::<_, i64>(2)? as u64,
            to: r.get::<_, i64>(3)? as u64,
            hash: blob_hash(r, 4)?.unwrap_or_default(),
            previous: blob_hash(r, 5)?,
        };
        let schema = u32::try_from(r.get::<_, i64>(7)?).unwrap_or(u32::MAX);
        waiting.push(Ready { n: r.get(0)?, link, continues: r.get(6)?, schema, operations: None });
    }
    Ok(waiting)
}

fn is_applied(db: &Connection, hash: &Hash32) -> Result<bool, StoreError> {
    let mut q = db.prepare_cached("SELECT count(*) FROM segment WHERE hash = ?1 AND applied = 1")?;
    Ok(q.query_row([&hash.0[..]], |r| r.get::<_, i64>(0))? > 0)
}

impl Fold<'_> {
    /// Applies the whole log again, in the order of arrival.
    pub(crate) fn replay(&mut self) -> Result<(), StoreError> {
        self.memory.applied.clear();
        let last: i64 = self.db.query_row("SELECT coalesce(max(n), 0) FROM operation", [], |r| r.get(0))?;
        for n in 1..=last {
            let found = {
                let mut q = self.db.prepare_cached(
                    "SELECT n, segment, device, first_seq, refused, body FROM operation WHERE n = ?1",
                )?;
                let mut rows = q.query([n])?;
                match rows.next()? {
                    Some(r) => Some(crate::log::logged(r, &self.memory.device_ids)?),
                    None => None,
                }
            };
            let Some(op) = found else { continue };
            put_touch(self.db, op.n, &op.operation)?;
            if op.refused.is_none() {
                let deps = self.memory.deps_of(self.db, op.position.segment)?;
                self.step(op.position, &deps, &op.operation)?;
            }
            let last = (op.position.seq + op.operation.changes.len() as u64).saturating_sub(1);
            let applied = self.memory.applied.entry(op.position.device).or_default();
            *applied = last.max(*applied);
        }
        self.mark_indexed()
    }
}
