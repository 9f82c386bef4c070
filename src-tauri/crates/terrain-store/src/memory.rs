//! What the replica keeps in memory about its log: chains, vector, authority. All of it is read from the file at opening
//! and again after any failure, so that it never says more than what was committed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::Connection;
use terrain_changes::{
    Authority, Chains, ControlOp, DeviceId, Hash32, Link, Operation, Position, SubjectKey, Tip, Vector,
};
use uuid::Uuid;

use crate::catch_up::indexed;
use crate::draft::{Slot, slots};
use crate::log::{UNSEALED, blob_hash, blob_id};
use crate::{Identity, StoreError};

#[derive(Default)]
pub(crate) struct Memory {
    pub chains: Chains,
    /// Tips of everything applied and sealed.
    pub vector: Arc<Vector>,
    pub authority: Authority,
    pub control: Vec<ControlOp>,
    /// Device → last number applied (own unsealed changes included).
    pub applied: HashMap<DeviceId, u64>,
    /// Vectors of segments that were asked for.
    pub deps: HashMap<i64, Arc<Vector>>,
    /// Local numbers of devices.
    pub devices: HashMap<DeviceId, i64>,
    pub device_ids: BTreeMap<i64, DeviceId>,
    pub subject_keys: HashMap<Uuid, SubjectKey>,
    /// Fields whose text is kept as a draft.
    pub drafts: BTreeSet<Slot>,
    /// Number of the last operation that the indexes hold.
    pub indexed: i64,
    /// Of what they do not hold yet: the operations that touch a row, in order.
    pub behind: HashMap<Uuid, Vec<i64>>,
}

impl Memory {
    pub(crate) fn load(db: &Connection, identity: &Identity) -> Result<Self, StoreError> {
        let mut memory = Self { indexed: indexed(db)?, ..Self::default() };
        let mut vector = Vector::default();
        let mut rows =
            db.prepare("SELECT n, hash, device, from_seq, to_seq, previous, applied FROM segment ORDER BY n")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let link = Link {
                device: blob_id(r, 2)?,
                from: r.get::<_, i64>(3)? as u64,
                to: r.get::<_, i64>(4)? as u64,
                hash: blob_hash(r, 1)?.unwrap_or_default(),
                previous: blob_hash(r, 5)?,
            };
            memory.add_segment(r.get(0)?, link);
            if r.get(6)? {
                advance_vector(&mut vector, &memory.chains, &link);
                let applied = memory.applied.entry(link.device).or_default();
                *applied = link.to.max(*applied);
            }
        }
        let mut rows = db.prepare("SELECT n, id FROM device ORDER BY n")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            memory.add_device(r.get(0)?, blob_id(r, 1)?);
        }
        memory.vector = Arc::new(vector);
        memory.set_own(identity);
        let pending: Option<i64> =
            db.query_row(&format!("SELECT max(first_seq + count - 1) FROM operation WHERE {UNSEALED}"), [], |r| {
                r.get(0)
            })?;
        if let Some(last) = pending {
            let applied = memory.applied.entry(identity.device).or_default();
            *applied = (last as u64).max(*applied);
        }
        let mut rows = db.prepare("SELECT subject, key FROM subject_key")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let (subject, key): (Vec<u8>, Vec<u8>) = (r.get(0)?, r.get(1)?);
            if let (Ok(subject), Ok(key)) = (Uuid::from_slice(&subject), key.try_into()) {
                memory.subject_keys.insert(subject, SubjectKey(key));
            }
        }
        memory.drafts = slots(db)?;
        memory.load_behind(db)?;
        memory.load_control(db)?;
        memory.settle(identity);
        Ok(memory)
    }

    fn load_behind(&mut self, db: &Connection) -> Result<(), StoreError> {
        let mut q = db.prepare_cached("SELECT n, body FROM operation WHERE n > ?1 ORDER BY n")?;
        let mut rows = q.query([self.indexed])?;
        while let Some(r) = rows.next()? {
            let operation = Operation::decode(r.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
            self.leave_behind(r.get(0)?, &operation);
        }
        Ok(())
    }

    /// Notes which rows an operation touches that the indexes do not hold.
    pub(crate) fn leave_behind(&mut self, n: i64, operation: &Operation) {
        for group in operation.changes.chunk_by(|a, b| a.row == b.row) {
            let Some(change) = group.first() else { continue };
            let touching = self.behind.entry(change.row).or_default();
            if touching.last() != Some(&n) {
                touching.push(n);
            }
        }
    }

    fn load_control(&mut self, db: &Connection) -> Result<(), StoreError> {
        let mut rows =
            db.prepare("SELECT segment, device, first_seq, body FROM operation WHERE control = 1 ORDER BY n")?;
        let mut rows = rows.query([])?;
        while let Some(r) = rows.next()? {
            let device = self.device_ids.get(&r.get(1)?).copied().unwrap_or_default();
            let position = Position { device, seq: r.get::<_, i64>(2)? as u64, segment: r.get(0)? };
            let operation = Operation::decode(&r.get::<_, Vec<u8>>(3)?)?;
            let deps = self.deps_of(db, position.segment)?;
            self.control.push(ControlOp { position, deps: (*deps).clone(), operation });
        }
        Ok(())
    }

    pub(crate) fn settle(&mut self, identity: &Identity) {
        let root = DeviceId::root(&identity.centre.programme);
        self.authority = Authority::settle(root, identity.centre.root.0, &self.control, &self.chains);
    }

    pub(crate) fn add_segment(&mut self, number: i64, link: Link) {
        self.chains.add(number, link);
    }

    pub(crate) fn add_device(&mut self, number: i64, device: DeviceId) {
        self.devices.insert(device, number);
        self.device_ids.insert(number, device);
    }

    /// Says where unsealed changes of this laptop hang.
    pub(crate) fn set_own(&mut self, identity: &Identity) {
        let tip = self.own_tip(identity).map(|tip| tip.hash);
        self.chains.set_own(identity.device, tip);
    }

    /// The end of the chain that this laptop goes on writing: with several branches the longest, then the greatest hash.
    pub(crate) fn own_tip(&self, identity: &Identity) -> Option<Tip> {
        self.vector.tips(&identity.device).copied().max()
    }

    /// The vector an author had when sealing; of unsealed changes: what is here now.
    pub(crate) fn deps_of(&mut self, db: &Connection, segment: Option<i64>) -> Result<Arc<Vector>, StoreError> {
        let Some(number) = segment else { return Ok(self.vector.clone()) };
        if let Some(deps) = self.deps.get(&number) {
            return Ok(deps.clone());
        }
        let bytes: Vec<u8> =
            db.prepare_cached("SELECT deps FROM segment WHERE n = ?1")?.query_row([number], |r| r.get(0))?;
        let deps = Arc::new(Vector::from_bytes(&bytes)?);
        self.deps.insert(number, deps.clone());
        Ok(deps)
    }

    /// Moves the vector over a segment just applied.
    pub(crate) fn pass(&mut self, link: &Link) {
        let mut vector = (*self.vector).clone();
        advance_vector(&mut vector, &self.chains, link);
        self.vector = Arc::new(vector);
        let applied = self.applied.entry(link.device).or_default();
        *applied = link.to.max(*applied);
    }
}

fn advance_vector(vector: &mut Vector, chains: &Chains, link: &Link) {
    if let Some((_, before)) = link.previous.and_then(|hash| chains.find(&hash)) {
        vector.remove(&link.device, &Tip { seq: before.to, hash: before.hash });
    }
    vector.add(link.device, Tip { seq: link.to, hash: link.hash });
}

/// The zero hash stands for "nothing before".
pub(crate) fn tip_hash(tip: Option<Tip>) -> Option<Hash32> {
    tip.map(|t| t.hash)
}
