//! The memory of a session: slots (a node in an instance), instances, repeats and the cells that are computed.
//!
//! Everything stands in vectors and is named by its place there; blocks of removed instances are used again. Only structure
//! here: what values mean is elsewhere.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::choices::{Lists, Offer};
use super::plan::{Plan, number};
use super::{Env, Trouble};
use crate::answers::Parked;
use crate::form::Property;
use crate::{Form, InstanceKey, Node, NodeId, NodeKind, Question};

/// Place of a slot.
pub type SlotId = u32;
/// No slot, instance, repeat or cell.
pub const NONE: u32 = u32::MAX;

/// What a cell has read: the text of a slot, the instances of a repeat, or the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// By slot.
    Text(SlotId),
    /// By range.
    Instances(u32),
    /// Labels of choices.
    Language,
}

/// A node in an instance.
#[derive(Debug)]
pub struct Slot {
    pub node: NodeId,
    pub instance: u32,
    pub parent: SlotId,
    /// Of a repeat as a whole.
    pub range: u32,
    /// Place in document order, made anew when instances come or go.
    pub sequence: u32,
    pub live: bool,
    /// As stored.
    pub value: String,
    /// Nobody entered the value.
    pub auto: bool,
    /// As expressions see it.
    pub text: String,
    pub own_relevant: bool,
    pub relevant: bool,
    pub own_readonly: bool,
    pub required: bool,
    pub constraint_ok: bool,
    pub not_applicable: bool,
    pub offer: Offer,
    /// Label, hint and messages as they were last, where they show values.
    pub said: String,
    pub cells: [u32; 8],
    /// Cells that read the text.
    pub readers: Vec<u32>,
}

/// An instance of a repeat, or the whole entry.
#[derive(Debug)]
pub struct Instance {
    pub key: InstanceKey,
    pub base: SlotId,
    pub block: u32,
    /// The repeat that it belongs to; none of the whole entry.
    pub range: u32,
    pub order_key: String,
    /// From 1, among those that count.
    pub position: usize,
    pub live: bool,
}

/// A repeat as a whole, within one instance around it.
#[derive(Debug)]
pub struct Range {
    pub slot: SlotId,
    /// In order.
    pub instances: Vec<u32>,
    /// How many of them count; the others are set aside.
    pub visible: usize,
    /// The count is blank, so that how many count is known from here alone.
    pub uncounted: bool,
    pub readers: Vec<u32>,
}

/// A property of a slot that is computed.
#[derive(Debug)]
pub struct Cell {
    pub slot: SlotId,
    pub property: usize,
    pub rank: u32,
    pub reads: Vec<Read>,
    pub queued: bool,
    /// Its next result is thrown away: the draft already has one.
    pub held: bool,
}

/// The whole memory.
pub struct Core {
    pub form: Arc<Form>,
    pub plan: Arc<Plan>,
    pub lists: Lists,
    pub now: Box<dyn Fn() -> (i64, i32) + Send>,
    pub chance: RefCell<Box<dyn FnMut() -> u64 + Send>>,
    pub env: Surroundings,
    pub language: usize,
    pub slots: Vec<Slot>,
    pub instances: Vec<Instance>,
    pub ranges: Vec<Range>,
    pub cells: Vec<Cell>,
    pub by_key: BTreeMap<InstanceKey, u32>,
    pub queue: BTreeSet<(u32, SlotId, u32)>,
    pub language_readers: Vec<u32>,
    /// Slots whose state may be another since the last report.
    pub touched: BTreeSet<SlotId>,
    /// Slots that the draft holds differently.
    pub stored: BTreeSet<SlotId>,
    pub added: BTreeSet<SlotId>,
    pub removed: Vec<crate::Place>,
    /// Instances that were taken out for good.
    pub lost: Vec<crate::Place>,
    /// Slots with a dynamic default that waits for the calculations.
    pub fresh: BTreeSet<SlotId>,
    /// Targets of triggers that have fired.
    pub fired: BTreeSet<SlotId>,
    /// Triggers sleep while a session is made.
    pub awake: bool,
    pub troubles: Vec<Trouble>,
    pub parked: Parked,
    pub free: BTreeMap<u32, Vec<u32>>,
    /// Sequences have to be made anew.
    pub unordered: bool,
    pub work: u64,
}

/// What is left of [`Env`] once clock, chance and tables are taken.
pub struct Surroundings {
    pub entry: u128,
    pub device: String,
    pub user: String,
    pub phone: String,
    pub email: String,
    pub last_saved: BTreeMap<String, String>,
    pub deviations: crate::Deviations,
}

/// A place in a vector as an index; the vectors here are far below 2^32.
pub fn at(id: u32) -> usize {
    usize::try_from(id).unwrap_or(usize::MAX)
}

/// The next place of a vector.
pub fn next<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(NONE)
}

impl Core {
    pub fn new(form: Arc<Form>, env: Env) -> Self {
        let plan = Arc::new(Plan::new(&form));
        let lists = Lists::new(&form, &env.media);
        let language = super::texts::language_index(&form, &env.language);
        Self {
            plan,
            lists,
            language,
            now: env.now,
            chance: RefCell::new(env.chance),
            env: Surroundings {
                entry: env.entry,
                device: env.device,
                user: env.user,
                phone: env.phone,
                email: env.email,
                last_saved: env.last_saved,
                deviations: env.deviations,
            },
            form,
            slots: Vec::new(),
            instances: Vec::new(),
            ranges: Vec::new(),
            cells: Vec::new(),
            by_key: BTreeMap::new(),
            queue: BTreeSet::new(),
            language_readers: Vec::new(),
            touched: BTreeSet::new(),
            stored: BTreeSet::new(),
            added: BTreeSet::new(),
            removed: Vec::new(),
            lost: Vec::new(),
            fresh: BTreeSet::new(),
            fired: BTreeSet::new(),
            awake: false,
            troubles: Vec::new(),
            parked: Parked::default(),
            free: BTreeMap::new(),
            unordered: true,
            work: 0,
        }
    }

    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.get(at(id))
    }

    pub fn slot_mut(&mut self, id: SlotId) -> Option<&mut Slot> {
        self.slots.get_mut(at(id))
    }

    pub fn instance(&self, id: u32) -> Option<&Instance> {
        self.instances.get(at(id))
    }

    pub fn range(&self, id: u32) -> Option<&Range> {
        self.ranges.get(at(id))
    }

    /// Definition of a slot's node.
    pub fn node(&self, slot: SlotId) -> Option<&Node> {
        self.form.node(self.slot(slot)?.node)
    }

    /// Definition of a slot's question.
    pub fn question(&self, slot: SlotId) -> Option<&Question> {
        match &self.node(slot)?.kind {
            NodeKind::Question(question) => Some(question),
            _ => None,
        }
    }

    /// Whether a slot is an instance of a repeat (or the root), not a node inside.
    pub fn is_base(&self, slot: SlotId) -> bool {
        self.slot(slot).and_then(|s| self.instance(s.instance)).is_some_and(|i| i.base == slot)
    }

    /// The slot of a node in an instance; of the instance's own repeat, the instance.
    pub fn find(&self, instance: u32, node: NodeId) -> Option<SlotId> {
        let found = self.instance(instance)?;
        let duty = self.plan.of(node)?;
        if duty.block == Some(found.block) {
            return Some(found.base);
        }
        let (block, place) = duty.home;
        (block == found.block).then(|| found.base.saturating_add(place))
    }

    /// Appends the children of a slot in document order: nodes, or the instances of a repeat that count.
    pub fn children(&self, slot: SlotId, into: &mut Vec<SlotId>) {
        let Some(found) = self.slot(slot) else { return };
        if let Some(range) = self.range(found.range) {
            let visible = range.instances.iter().take(range.visible);
            into.extend(visible.filter_map(|i| self.instance(*i)).map(|i| i.base));
        } else if let Some(node) = self.form.node(found.node) {
            into.extend(node.children.iter().filter_map(|child| self.inner(found.instance, *child)));
        }
    }

    /// The slot of a child in an instance: of a repeat, the repeat as a whole.
    pub fn inner(&self, instance: u32, node: NodeId) -> Option<SlotId> {
        let (block, place) = self.plan.of(node)?.home;
        let found = self.instance(instance)?;
        (block == found.block).then(|| found.base.saturating_add(place))
    }

    /// All live slots in document order; instances that do not count only when asked.
    pub fn walk(&self, aside: bool) -> Vec<SlotId> {
        let mut found = Vec::with_capacity(self.slots.len());
        let root = self.instance(0).map(|i| i.base);
        let mut stack: Vec<SlotId> = root.into_iter().collect();
        let mut children = Vec::new();
        while let Some(slot) = stack.pop() {
            found.push(slot);
            children.clear();
            match self.slot(slot).and_then(|s| self.range(s.range)) {
                Some(range) if aside => {
                    children.extend(range.instances.iter().filter_map(|i| self.instance(*i)).map(|i| i.base));
                }
                _ => self.children(slot, &mut children),
            }
            stack.extend(children.iter().rev());
        }
        found
    }

    /// Numbers slots and instances anew, after instances came or went.
    pub fn renumber(&mut self) {
        let walk = self.walk(true);
        for (sequence, slot) in walk.into_iter().enumerate() {
            if let Some(found) = self.slots.get_mut(at(slot)) {
                found.sequence = u32::try_from(sequence).unwrap_or(NONE);
            }
        }
        for range in &self.ranges {
            for (position, instance) in range.instances.iter().enumerate() {
                if let Some(found) = self.instances.get_mut(at(*instance)) {
                    found.position = position + 1;
                }
            }
        }
    }

    /// Puts a cell into the queue.
    pub fn enqueue(&mut self, cell: u32) {
        let Some(found) = self.cells.get_mut(at(cell)) else { return };
        if !found.queued {
            found.queued = true;
            self.queue.insert((found.rank, found.slot, cell));
        }
    }

    /// Puts a property of a slot into the queue, where it is computed.
    pub fn enqueue_property(&mut self, slot: SlotId, property: Property) {
        let cell = self.slot(slot).and_then(|s| s.cells.get(number(property)).copied());
        self.enqueue(cell.unwrap_or(NONE));
    }

    /// Puts all who have read something into the queue.
    pub fn tell(&mut self, read: Read) {
        let readers = match read {
            Read::Text(slot) => self.slot(slot).map(|s| s.readers.clone()),
            Read::Instances(range) => self.range(range).map(|r| r.readers.clone()),
            Read::Language => Some(self.language_readers.clone()),
        };
        readers.unwrap_or_default().into_iter().for_each(|cell| self.enqueue(cell));
    }

    /// Replaces what a cell has read.
    pub fn depend(&mut self, cell: u32, mut reads: Vec<Read>) {
        reads.sort_unstable();
        reads.dedup();
        let Some(found) = self.cells.get_mut(at(cell)) else { return };
        if found.reads == reads {
            return;
        }
        let old = std::mem::replace(&mut found.reads, reads.clone());
        for read in old.iter().filter(|r| reads.binary_search(r).is_err()) {
            if let Some(readers) = self.readers(*read) {
                readers.retain(|c| *c != cell);
            }
        }
        for read in reads.iter().filter(|r| old.binary_search(r).is_err()) {
            if let Some(readers) = self.readers(*read) {
                readers.push(cell);
            }
        }
    }

    fn readers(&mut self, read: Read) -> Option<&mut Vec<u32>> {
        match read {
            Read::Text(slot) => self.slots.get_mut(at(slot)).map(|s| &mut s.readers),
            Read::Instances(range) => self.ranges.get_mut(at(range)).map(|r| &mut r.readers),
            Read::Language => Some(&mut self.language_readers),
        }
    }
}
