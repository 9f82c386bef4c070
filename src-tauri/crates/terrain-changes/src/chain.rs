//! Where a change lies: chains of segments, forks included.

use std::collections::{HashMap, HashSet};

use crate::{DeviceId, Hash32, Tip, Vector};

/// A change's place: its device, its number, and the segment (a local number) that holds it; no segment while unsealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Author.
    pub device: DeviceId,
    /// Number on the author's chain.
    pub seq: u64,
    /// Local number of the segment.
    pub segment: Option<i64>,
}

/// What of a segment matters to chains.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Author.
    pub device: DeviceId,
    /// First change.
    pub from: u64,
    /// Last change.
    pub to: u64,
    /// Hash of the stored bytes.
    pub hash: Hash32,
    /// Hash of the segment before.
    pub previous: Option<Hash32>,
}

/// All segments of a replica as trees, one a device; a path wherever no laptop was restored or cloned.
#[derive(Clone, Debug, Default)]
pub struct Chains {
    links: HashMap<i64, Link>,
    by_hash: HashMap<Hash32, i64>,
    successors: HashMap<(DeviceId, Option<Hash32>), u32>,
    forked: HashSet<DeviceId>,
    own: Option<(DeviceId, Option<Hash32>)>,
}

impl Chains {
    /// Adds a segment under its local number.
    pub fn add(&mut self, number: i64, link: Link) {
        if self.links.insert(number, link).is_some() {
            return;
        }
        self.by_hash.insert(link.hash, number);
        let siblings = self.successors.entry((link.device, link.previous)).or_default();
        *siblings += 1;
        if *siblings > 1 {
            self.forked.insert(link.device);
        }
    }

    /// Says on which device unsealed changes are written, and after which segment.
    pub fn set_own(&mut self, device: DeviceId, tip: Option<Hash32>) {
        self.own = Some((device, tip));
        if self.successors.contains_key(&(device, tip)) {
            self.forked.insert(device);
        }
    }

    /// Whether this device's chain has more than one branch.
    pub fn is_forked(&self, device: &DeviceId) -> bool {
        self.forked.contains(device)
    }

    /// Whether this number stands on no segment yet: only this laptop has the change.
    pub fn is_unsealed(&self, device: &DeviceId, seq: u64) -> bool {
        let sealed = |tip: Option<Hash32>| tip.and_then(|hash| self.find(&hash)).map_or(0, |(_, link)| link.to);
        self.own.is_some_and(|(own, tip)| own == *device && seq > sealed(tip))
    }

    /// The segment of this hash.
    pub fn find(&self, hash: &Hash32) -> Option<(i64, &Link)> {
        let number = *self.by_hash.get(hash)?;
        self.links.get(&number).map(|link| (number, link))
    }

    /// The segment of this local number.
    pub fn link(&self, number: i64) -> Option<&Link> {
        self.links.get(&number)
    }

    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.links.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }

    /// Whether `place` lies on the chain that ends with the segment `end`.
    fn on_chain(&self, mut end: Option<Hash32>, place: &Position) -> bool {
        while let Some((number, link)) = end.and_then(|hash| self.find(&hash)) {
            if link.from <= place.seq {
                return place.segment == Some(number) && place.seq <= link.to;
            }
            end = link.previous;
        }
        false
    }

    /// Whether the chain up to this tip of `place`'s device holds `place`.
    pub fn tip_covers(&self, tip: &Tip, place: &Position) -> bool {
        place.seq <= tip.seq && (!self.is_forked(&place.device) || self.on_chain(Some(tip.hash), place))
    }

    /// Whether somebody with this vector has `place`. Unsealed changes are in nobody's vector.
    pub fn covers(&self, vector: &Vector, place: &Position) -> bool {
        place.segment.is_some() && vector.tips(&place.device).any(|tip| self.tip_covers(tip, place))
    }

    /// Whether `earlier` comes before `later` on the same chain of the same device.
    pub fn precedes(&self, earlier: &Position, later: &Position) -> bool {
        if earlier.device != later.device || earlier.seq >= later.seq {
            return false;
        }
        if !self.is_forked(&later.device) || earlier.segment == later.segment {
            return true;
        }
        let end = match later.segment {
            Some(number) => self.link(number).map(|link| link.hash),
            None => self.own.filter(|(device, _)| *device == later.device).and_then(|(_, tip)| tip),
        };
        self.on_chain(end, earlier)
    }

    /// Whether the author of the change at `author` had `place` when writing `seen`. Its own chain counts up to the change
    /// itself. Of others a tip counts as far as its segment really reaches: whoever names a number or a segment that does
    /// not exist has not seen what will come.
    pub fn seen_covers(&self, seen: &Vector, author: &Position, place: &Position) -> bool {
        let reaches = |tip: &Tip| {
            let end = self.find(&tip.hash).filter(|(_, link)| link.device == place.device);
            end.is_some_and(|(_, link)| place.seq <= link.to) && self.tip_covers(tip, place)
        };
        self.precedes(place, author) || place.segment.is_some() && seen.tips(&place.device).any(reaches)
    }

    /// Whether `seen` names a segment that is not here: what it covers may still change.
    pub fn awaits(&self, seen: &Vector) -> bool {
        seen.iter().any(|(_, tip)| !self.by_hash.contains_key(&tip.hash))
    }
}
