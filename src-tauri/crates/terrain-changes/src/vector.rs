//! Which part of the log somebody has: for each device the tips of its chain.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decoder, Encoder};

use crate::codec::{CodecError, LIST_MAX, array, bytes};
use crate::{DeviceId, Hash32};

/// The end of a chain: the last `seq` and the hash of the segment that holds it.
///
/// Inside a change not yet sealed, its author's own tip carries the zero hash: it means "my own chain up to here".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Tip {
    /// Number of the last change, from 1.
    pub seq: u64,
    /// Hash of the segment's stored bytes.
    pub hash: Hash32,
}

/// Device → tips, normally one; several where a laptop was restored or cloned and both branches went on.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Vector(BTreeMap<DeviceId, BTreeSet<Tip>>);

impl Vector {
    /// Adds one tip beside those that stand.
    pub fn add(&mut self, device: DeviceId, tip: Tip) {
        self.0.entry(device).or_default().insert(tip);
    }

    /// Takes a tip away; a device without tips leaves the vector.
    pub fn remove(&mut self, device: &DeviceId, tip: &Tip) {
        if let Some(tips) = self.0.get_mut(device) {
            tips.remove(tip);
            if tips.is_empty() {
                self.0.remove(device);
            }
        }
    }

    /// The tips of one device, in order.
    pub fn tips(&self, device: &DeviceId) -> impl Iterator<Item = &Tip> {
        self.0.get(device).into_iter().flatten()
    }

    /// The single tip of a device, or nothing where it has none or several.
    pub fn only_tip(&self, device: &DeviceId) -> Option<Tip> {
        let tips = self.0.get(device)?;
        if tips.len() == 1 { tips.first().copied() } else { None }
    }

    /// All devices with their tips, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&DeviceId, &Tip)> {
        self.0.iter().flat_map(|(device, tips)| tips.iter().map(move |tip| (device, tip)))
    }

    /// How many devices are known.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes `[device, seq, hash, …]`, flat.
    pub(crate) fn encode(&self, e: &mut Encoder<Vec<u8>>) -> Result<(), CodecError> {
        e.array(self.iter().count() as u64 * 3)?;
        for (device, tip) in self.iter() {
            e.bytes(&device.0)?.u64(tip.seq)?.bytes(&tip.hash.0)?;
        }
        Ok(())
    }

    pub(crate) fn decode(d: &mut Decoder<'_>) -> Result<Self, CodecError> {
        let mut vector = Self::default();
        let length = array(d, LIST_MAX)?;
        if length % 3 != 0 {
            return Err(CodecError::Shape("vector"));
        }
        for _ in 0..length / 3 {
            let device = DeviceId(bytes(d)?);
            vector.add(device, Tip { seq: d.u64()?, hash: Hash32(bytes(d)?) });
        }
        Ok(vector)
    }

    /// The vector as bytes of its own, for storing.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CodecError> {
        let mut e = Encoder::new(Vec::new());
        self.encode(&mut e)?;
        Ok(e.into_writer())
    }

    /// Reads [`Vector::to_bytes`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CodecError> {
        Self::decode(&mut Decoder::new(bytes))
    }
}
