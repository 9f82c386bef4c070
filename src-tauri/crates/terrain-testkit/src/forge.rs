//! Segments that no honest laptop would write.

use terrain_changes::{Change, DeviceId, Hash32, Operation, ROW, RowLife, SegmentHeader, SigningKey, seal_segment};
use terrain_domain::{TABLE_NUMBER, Value};
use terrain_store::{Incoming, Store, fresh};
use terrain_sync::Disk;
use uuid::Uuid;

/// A device under somebody's control.
pub struct Forger {
    /// The device it claims to be.
    pub device: DeviceId,
    /// The key it signs with.
    pub signing: SigningKey,
}

/// Changes that make a row and set fields of it.
pub fn row(kind: &str, row: Uuid, fields: &[(&str, Value)]) -> Vec<Change> {
    let made = Change::plain(kind, row, ROW, RowLife::Alive.value());
    let set = fields.iter().map(|(field, value)| Change::plain(kind, row, field, value.clone()));
    std::iter::once(made).chain(set).collect()
}

impl Forger {
    /// Somebody who stole the programme's key, but has no certificate.
    pub fn stranger() -> Self {
        Self { device: DeviceId(fresh()), signing: SigningKey::from_bytes(&fresh()) }
    }

    /// The owner of a laptop who writes around the app.
    pub fn owner(store: &Store) -> Self {
        Self { device: store.identity().device, signing: store.identity().signing.clone() }
    }

    /// A segment with one operation after all that `knowing` has of this device.
    pub fn segment(&self, knowing: &Store, changes: Vec<Change>) -> (SegmentHeader, Vec<u8>) {
        let key = knowing.identity().ring.current().unwrap();
        let last = knowing.vector().only_tip(&self.device);
        let from = last.map_or(1, |tip| tip.seq + 1);
        let at = 1_793_606_400_000;
        let header = SegmentHeader {
            programme: knowing.identity().centre.programme,
            key: key.id(),
            device: self.device,
            signing: self.signing.verifying_key().to_bytes(),
            from,
            to: from + changes.len() as u64 - 1,
            previous: last.map(|tip| tip.hash),
            deps: knowing.vector().clone(),
            schema: TABLE_NUMBER,
            at,
            continues: false,
        };
        let name = "set".to_owned();
        let operation = Operation { name, at, clock_ok: true, note: None, undoes: None, more: false, changes };
        let bytes = seal_segment(&header, &[operation.encode().unwrap()], key, fresh(), &self.signing).unwrap();
        (header, bytes)
    }

    /// Puts such a segment where a sync would.
    pub fn puts(&self, disk: &dyn Disk, knowing: &Store, changes: Vec<Change>) -> String {
        let (header, bytes) = self.segment(knowing, changes);
        let hash: String = Hash32::of(&bytes).to_string().chars().take(32).collect();
        let (device, from, to) = (header.device, header.from, header.to);
        let path = format!("souss-massa.data/log/{device}/2026q4/{from:08}-{to:08}-{hash}.seg");
        disk.create(&path, bytes.len() as u64).unwrap();
        disk.write(&path, &bytes).unwrap();
        disk.flush(&path).unwrap();
        path
    }
}

/// Bytes from elsewhere, for a merge.
pub fn incoming(place: &str, bytes: Vec<u8>) -> Incoming {
    Incoming { place: place.into(), bytes }
}
