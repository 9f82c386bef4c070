//! Merging: segments from elsewhere enter the log and are applied as soon as their own chain is complete.

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::Connection;
use terrain_changes::{
    DeviceId, Hash32, Link, Operation, Position, Segment, SegmentError, open_payload, parse_segment,
};

use crate::catch_up::{Indexes, put_touch};
use crate::fold::{Arriving, Fold};
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

/// A segment read and opened, ready to be applied.
struct Opened {
    segment: Segment,
    bytes: Vec<u8>,
    operations: Vec<(Vec<u8>, Operation)>,
}

impl Store {
    /// Merges segments; one transaction. Unsealed changes of this laptop are sealed first.
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
        let done = self.transact(Indexes::Now, |fold| take_all(fold, parsed, &mut report));
        self.merging(false)?;
        let (_, folded) = done?;
        report.rows = folded.rows;
        report.disagreements = folded.disagreements;
        report.hidden = folded.hidden;
        report.refused = folded.refused;
        Ok(report)
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

/// Applies round after round: a certificate that came with one segment may admit the next.
fn take_all(
    fold: &mut Fold<'_>,
    mut waiting: Vec<(Incoming, Segment)>,
    report: &mut Applied,
) -> Result<(), StoreError> {
    let mut fresh_devices = BTreeSet::new();
    waiting.sort_by_key(|(_, s)| (s.header.device, s.header.from, s.hash));
    loop {
        let authority = fold.memory.authority.clone();
        let (known, unknown): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|(_, s)| authority.knows(&s.header.device, &s.header.signing));
        waiting = unknown;
        let mut opened = Vec::new();
        for (incoming, segment) in known {
            match open(fold, &segment, &incoming.bytes) {
                Ok(operations) => opened.push(Opened { segment, bytes: incoming.bytes, operations }),
                Err(e) => report.bad.push((incoming.place, e.to_string())),
            }
        }
        if opened.is_empty() && fold.memory.authority == authority {
            break;
        }
        for one in &opened {
            fresh_devices.insert(one.segment.header.device);
        }
        keep(fold, opened, report)?;
        if waiting.is_empty() {
            break;
        }
    }
    let unknown = waiting.into_iter().map(|(incoming, segment)| (incoming.place, segment.header.device));
    report.unknown.extend(unknown);
    fold.settle();
    fold.reread_waiting()?;
    fold.judge_unsettled(&fresh_devices)
}

fn open(fold: &Fold<'_>, segment: &Segment, bytes: &[u8]) -> Result<Vec<(Vec<u8>, Operation)>, SegmentError> {
    let key = fold.identity.ring.find(&segment.header.key).ok_or(SegmentError::Key)?;
    open_payload(bytes, key)
}

/// Puts segments into the log, then applies all that now can be, in the order of their chains.
fn keep(fold: &mut Fold<'_>, opened: Vec<Opened>, report: &mut Applied) -> Result<(), StoreError> {
    let mut ready: Vec<(i64, Opened)> = Vec::new();
    for one in opened {
        let h = &one.segment.header;
        let n = insert_segment(fold.db, &one.segment, &one.bytes, false)?;
        let link = Link { device: h.device, from: h.from, to: h.to, hash: one.segment.hash, previous: h.previous };
        fold.memory.add_segment(n, link);
        fold.memory.deps.insert(n, Arc::new(h.deps.clone()));
        ready.push((n, one));
    }
    fold.memory.set_own(fold.identity);
    // What waited from earlier syncs may be complete now.
    for (n, bytes) in waiting_segments(fold.db)? {
        if !ready.iter().any(|(m, _)| *m == n) {
            let segment = parse_segment(&bytes)?;
            if let Ok(operations) = open(fold, &segment, &bytes) {
                ready.push((n, Opened { segment, bytes: Vec::new(), operations }));
            }
        }
    }
    ready.sort_by_key(|(_, one)| (one.segment.header.device, one.segment.header.from, one.segment.hash));
    let mut applied: BTreeSet<Hash32> = BTreeSet::new();
    for (n, one) in &ready {
        let previous = one.segment.header.previous;
        let complete = match previous {
            None => true,
            Some(hash) => applied.contains(&hash) || is_applied(fold.db, &hash)?,
        };
        if complete && run_is_complete(one, &ready) {
            apply(fold, *n, one, report)?;
            applied.insert(one.segment.hash);
        }
    }
    Ok(())
}

/// A segment that continues is applied only with the rest of its run.
fn run_is_complete(one: &Opened, ready: &[(i64, Opened)]) -> bool {
    let mut current = one;
    while current.segment.header.continues {
        let next = ready.iter().find(|(_, o)| o.segment.header.previous == Some(current.segment.hash));
        match next {
            Some((_, next)) => current = next,
            None => return false,
        }
    }
    true
}

fn apply(fold: &mut Fold<'_>, n: i64, one: &Opened, report: &mut Applied) -> Result<(), StoreError> {
    let h = &one.segment.header;
    let deps = Arc::new(h.deps.clone());
    let mut seq = h.from;
    for (body, operation) in &one.operations {
        let position = Position { device: h.device, seq, segment: Some(n) };
        let arriving = Arriving { position, deps: deps.clone(), schema: h.schema, operation, body };
        let _verdict = fold.append(&arriving)?;
        seq += operation.changes.len() as u64;
        report.news |= operation.name != terrain_changes::OP_ACK;
    }
    report.changes += seq - h.from;
    fold.db.prepare_cached("UPDATE segment SET applied = 1 WHERE n = ?1")?.execute([n])?;
    let link = Link { device: h.device, from: h.from, to: h.to, hash: one.segment.hash, previous: h.previous };
    fold.memory.pass(&link);
    Ok(())
}

fn waiting_segments(db: &Connection) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let mut q = db.prepare_cached("SELECT n, bytes FROM segment WHERE applied = 0 ORDER BY n")?;
    let rows = q.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
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
