//! A replica in miniature that follows the log step by step, as `terrain-store` does: the contract that a caller of
//! `advance` has to keep, written down where it can be tested.
//!
//! What must be read again from the history, beside the rows for which `advance` asks for it: a row that holds an
//! accepted change of a forked device, whenever a segment of that device arrives (what the tips of a vector cover can
//! change without the row being touched), and a row whose operation gets another verdict.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use terrain_changes::{
    Advance, Authority, Chains, ControlOp, DeviceId, Hash32, RowChange, RowState, Verdict, advance, row_state,
};
use terrain_domain::TABLE_NUMBER;
use uuid::Uuid;

use crate::reading::{Placed, control, placed, row_changes};
use crate::world::World;

type Key = (String, Uuid);

pub struct Shelf<'w> {
    world: &'w World,
    chains: Chains,
    authority: Authority,
    controls: Vec<ControlOp>,
    applied: HashMap<DeviceId, u64>,
    log: Vec<(Placed<'w>, Verdict)>,
    waiting: Vec<(i64, usize)>,
    complete: BTreeSet<Hash32>,
    states: BTreeMap<Key, RowState>,
    dirty: BTreeSet<Key>,
    /// How often one step was enough.
    pub steps: usize,
    /// How often a row was read again.
    pub reread: usize,
}

impl<'w> Shelf<'w> {
    pub fn new(world: &'w World) -> Self {
        Self {
            world,
            chains: Chains::default(),
            authority: Authority::default(),
            controls: Vec::new(),
            applied: HashMap::new(),
            log: Vec::new(),
            waiting: Vec::new(),
            complete: BTreeSet::new(),
            states: BTreeMap::new(),
            dirty: BTreeSet::new(),
            steps: 0,
            reread: 0,
        }
    }

    /// One sync: segments in any order, known ones among them.
    pub fn deliver(&mut self, batch: &[usize]) {
        let mut devices = BTreeSet::new();
        for &i in batch {
            let link = self.world.segments[i].link;
            if self.chains.find(&link.hash).is_none() {
                let number = self.chains.len() as i64 + 1;
                self.chains.add(number, link);
                self.waiting.push((number, i));
                devices.insert(link.device);
            }
        }
        let waits = self.states.iter().filter(|(_, state)| state.waits && !devices.is_empty());
        self.dirty.extend(waits.map(|(key, _)| key.clone()));
        self.reread_forked(&devices);
        self.waiting.sort_by_key(|&(_, i)| (self.world.segments[i].link.device, self.world.segments[i].link.from));
        for (number, i) in std::mem::take(&mut self.waiting) {
            let link = self.world.segments[i].link;
            if link.previous.is_some_and(|hash| !self.complete.contains(&hash)) {
                self.waiting.push((number, i));
                continue;
            }
            self.complete.insert(link.hash);
            placed(number, &self.world.segments[i]).into_iter().for_each(|one| self.append(one));
        }
        self.judge_again();
        for key in std::mem::take(&mut self.dirty) {
            let state = row_state(&self.accepted(&key), &self.chains);
            self.states.insert(key, state);
            self.reread += 1;
        }
    }

    fn append(&mut self, one: Placed<'w>) {
        if let Some(control) = control(&one) {
            self.controls.push(control);
            self.settle();
        }
        let verdict = self.authority.judge(&one.0, &one.1, TABLE_NUMBER, one.2, &self.chains);
        self.log.push((one.clone(), verdict));
        for (key, change) in row_changes(&one) {
            if verdict.is_ok() {
                self.step(key, &change);
            }
            self.applied.insert(change.position.device, change.position.seq);
        }
    }

    fn settle(&mut self) {
        let (root, key) = self.world.root();
        self.authority = Authority::settle(root, key, &self.controls, &self.chains);
    }

    fn step(&mut self, key: Key, change: &RowChange) {
        if self.dirty.contains(&key) {
            return;
        }
        let mut state = self.states.get(&key).cloned().unwrap_or_default();
        let before = state.clone();
        let applied = |device: &DeviceId| self.applied.get(device).copied().unwrap_or_default();
        match advance(&mut state, change, &self.chains, &applied) {
            Advance::Done => {
                let to_here =
                    |c: &RowChange| c.position.device != change.position.device || c.position <= change.position;
                let all: Vec<RowChange> = self.accepted(&key).into_iter().filter(to_here).collect();
                assert_eq!(state, row_state(&all, &self.chains), "one step is not the whole: {change:?}");
                self.states.insert(key, state);
                self.steps += 1;
            }
            Advance::NeedsHistory => {
                assert_eq!(state, before, "a refused step leaves the state alone");
                self.dirty.insert(key);
            }
        }
    }

    fn accepted(&self, key: &Key) -> Vec<RowChange> {
        let accepted = self.log.iter().filter(|(_, verdict)| verdict.is_ok());
        accepted.flat_map(|(one, _)| row_changes(one)).filter(|(row, _)| row == key).map(|(_, c)| c).collect()
    }

    /// What the tips of forked chains cover may change with every segment of them.
    fn reread_forked(&mut self, devices: &BTreeSet<DeviceId>) {
        let forked: Vec<DeviceId> = devices.iter().copied().filter(|d| self.chains.is_forked(d)).collect();
        for ((position, _, operation), verdict) in &self.log {
            if verdict.is_ok() && forked.contains(&position.device) {
                self.dirty.extend(operation.changes.iter().map(|c| (c.kind.clone(), c.row)));
            }
        }
    }

    /// A certificate, an ending or a kept tip that came may change what was said before.
    fn judge_again(&mut self) {
        self.settle();
        for ((position, deps, operation), verdict) in &mut self.log {
            let now = self.authority.judge(position, deps, TABLE_NUMBER, operation, &self.chains);
            if now != *verdict {
                *verdict = now;
                self.dirty.extend(operation.changes.iter().map(|c| (c.kind.clone(), c.row)));
            }
        }
    }

    /// All rows that hold anything.
    pub fn states(&self) -> BTreeMap<Key, RowState> {
        self.states.iter().filter(|(_, s)| **s != RowState::default()).map(|(k, s)| (k.clone(), s.clone())).collect()
    }
}
