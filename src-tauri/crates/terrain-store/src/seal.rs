//! Sealing: unsealed operations of this laptop become segments, in the order they were written.
//!
//! Sealing happens before anything is merged: then every change of a segment was written under the same vector of others,
//! and a base `(device, seq)` means one thing.

use std::sync::Arc;

use terrain_changes::{Link, SegmentError, SegmentHeader, parse_segment, seal_segment};
use terrain_domain::TABLE_NUMBER;

use crate::catch_up::Indexes;
use crate::log::UNSEALED;
use crate::memory::tip_hash;
use crate::{Store, StoreError, fresh};

/// Encoded operations of one segment before compression: never over 4 MiB sealed.
const RAW_BYTES_MAX: usize = 3 << 20;

struct Pending {
    n: i64,
    first_seq: u64,
    count: u64,
    body: Vec<u8>,
}

impl Store {
    /// Seals everything unsealed; gives how many segments were made. On the disk when this returns.
    pub fn seal(&mut self) -> Result<u64, StoreError> {
        let pending = self.pending()?;
        if pending.is_empty() {
            return Ok(0);
        }
        let (at, _) = self.env.now();
        let mut made = 0;
        let mut run: Vec<Pending> = Vec::new();
        let mut size = 0;
        for operation in pending {
            if size + operation.body.len() > RAW_BYTES_MAX && !run.is_empty() {
                self.seal_run(std::mem::take(&mut run), at)?;
                (made, size) = (made + 1, 0);
            }
            size += operation.body.len();
            run.push(operation);
        }
        self.seal_run(run, at)?;
        Ok(made + 1)
    }

    fn pending(&self) -> Result<Vec<Pending>, StoreError> {
        let mut q = self.db.prepare_cached(&format!(
            "SELECT n, first_seq, count, body FROM operation WHERE {UNSEALED} ORDER BY first_seq"
        ))?;
        let rows = q.query_map([], |r| {
            Ok(Pending {
                n: r.get(0)?,
                first_seq: r.get::<_, i64>(1)? as u64,
                count: r.get::<_, i64>(2)? as u64,
                body: r.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn seal_run(&mut self, run: Vec<Pending>, at: i64) -> Result<(), StoreError> {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return Ok(()) };
        let key = self.identity.ring.current().ok_or(StoreError::Incomplete("ring"))?.clone();
        let continues = terrain_changes::Operation::decode(&last.body)?.more;
        let header = SegmentHeader {
            programme: self.identity.centre.programme,
            key: key.id(),
            device: self.identity.device,
            signing: self.identity.signing.verifying_key().to_bytes(),
            from: first.first_seq,
            to: last.first_seq + last.count - 1,
            previous: tip_hash(self.memory.own_tip(&self.identity)),
            deps: (*self.memory.vector).clone(),
            schema: self.memory.authority.table_to_write_under(TABLE_NUMBER),
            at,
            continues,
        };
        let bodies: Vec<Vec<u8>> = run.iter().map(|p| p.body.clone()).collect();
        let bytes = seal_segment(&header, &bodies, &key, fresh(), &self.identity.signing)?;
        // What goes out is read back first: a segment that this laptop could not read, nobody could.
        let segment = parse_segment(&bytes)?;
        if segment.header != header {
            return Err(SegmentError::Shape.into());
        }
        let link = Link {
            device: header.device,
            from: header.from,
            to: header.to,
            hash: segment.hash,
            previous: header.previous,
        };
        let deps = Arc::new(header.deps.clone());
        let ids: Vec<i64> = run.iter().map(|p| p.n).collect();
        self.transact(Indexes::Later, |fold| {
            let n = crate::apply::insert_segment(fold.db, &segment, &bytes, true)?;
            for id in &ids {
                fold.db.prepare_cached("UPDATE operation SET segment = ?2 WHERE n = ?1")?.execute((id, n))?;
            }
            for control in &mut fold.memory.control {
                let own = control.position.device == link.device && control.position.segment.is_none();
                if own && (link.from..=link.to).contains(&control.position.seq) {
                    control.position.segment = Some(n);
                    control.deps = (*deps).clone();
                }
            }
            fold.memory.add_segment(n, link);
            fold.memory.deps.insert(n, deps.clone());
            fold.memory.pass(&link);
            fold.memory.set_own(fold.identity);
            Ok(())
        })?;
        Ok(())
    }
}
