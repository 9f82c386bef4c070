//! Instances come and go: their slots, cells and beginning values.

use super::choices::Offer;
use super::core::{Cell, Core, Instance, NONE, Range, Read, Slot, SlotId, at, next};
use super::plan::number;
use super::{INSTANCES_MAX, RANGE_INSTANCES_MAX, SLOTS_MAX, Trouble, TroubleKind};
use crate::form::Property;
use crate::{Default, InstanceKey, NodeId, NodeKind, Place};

impl Core {
    /// Makes the block of an instance. With `begin`, questions start with their defaults and repeats inside with one instance.
    pub fn grow(&mut self, range: u32, key: InstanceKey, order_key: String, begin: bool) -> Option<u32> {
        let around = self.range(range).map(|r| r.slot);
        let repeat = around.and_then(|s| self.slot(s)).map_or(NodeId(0), |s| s.node);
        let block = self.plan.of(repeat)?.block?;
        let nodes = self.plan.blocks.get(at(block))?.nodes.clone();
        if self.instances.len() > INSTANCES_MAX || self.slots.len() + nodes.len() > SLOTS_MAX {
            self.trouble(around.unwrap_or(0), TroubleKind::Instances { max: INSTANCES_MAX });
            return None;
        }
        let free = self.free.get_mut(&block).and_then(Vec::pop);
        let id = free.unwrap_or_else(|| next(&self.instances));
        let base = free.and_then(|i| self.instance(i)).map_or_else(|| next(&self.slots), |i| i.base);
        let instance = Instance { key, base, block, range, order_key, position: 0, live: true };
        match self.instances.get_mut(at(id)) {
            Some(place) => *place = instance,
            None => self.instances.push(instance),
        }
        self.by_key.insert(key, id);
        for (offset, node) in (base..).zip(nodes) {
            self.plant(id, base, offset, node, around.unwrap_or(NONE));
        }
        if begin {
            self.begin(id);
        }
        Some(id)
    }

    /// One slot with its cells.
    fn plant(&mut self, instance: u32, base: SlotId, id: SlotId, node: NodeId, around: SlotId) {
        let plan = std::sync::Arc::clone(&self.plan);
        let form = std::sync::Arc::clone(&self.form);
        let (Some(duty), Some(definition)) = (plan.of(node), form.node(node)) else { return };
        let parent = if id == base {
            around
        } else {
            let inside = definition.parent.and_then(|p| plan.of(p).map(|d| (p, d)));
            inside.map_or(base, |(_, d)| {
                let (block, place) = d.home;
                let own = plan.of(node).is_some_and(|n| n.home.0 == block) && place > 0;
                if own { base.saturating_add(place) } else { base }
            })
        };
        let is_range = id != base && matches!(definition.kind, NodeKind::Repeat { .. });
        let slot = Slot {
            node,
            instance,
            parent,
            range: if is_range { next(&self.ranges) } else { NONE },
            sequence: NONE,
            live: true,
            value: String::new(),
            auto: false,
            text: String::new(),
            own_relevant: definition.relevant.is_none(),
            relevant: false,
            own_readonly: false,
            required: false,
            constraint_ok: true,
            not_applicable: false,
            offer: self.whole_offer(definition),
            said: String::new(),
            cells: [NONE; 8],
            readers: Vec::new(),
        };
        match self.slots.get_mut(at(id)) {
            Some(place) => *place = slot,
            None => self.slots.push(slot),
        }
        if is_range {
            let range = Range { slot: id, instances: Vec::new(), visible: 0, uncounted: false, readers: Vec::new() };
            self.ranges.push(range);
        }
        // A repeat counts as a whole; its other properties belong to its instances. The whole has words of its own, and
        // shows the relevance where there are no instances.
        let of_base = |p: &usize| *p != number(Property::Count);
        let of_range =
            |p: &usize| [Property::Count, Property::Relevant, Property::Texts].into_iter().any(|o| *p == number(o));
        let repeat = matches!(definition.kind, NodeKind::Repeat { .. });
        for property in duty.computed.iter().filter(|p| !repeat || if is_range { of_range(p) } else { of_base(p) }) {
            let cell = next(&self.cells);
            let rank = duty.rank.get(*property).copied().unwrap_or(NONE);
            self.cells.push(Cell {
                slot: id,
                property: *property,
                rank,
                reads: Vec::new(),
                queued: false,
                held: false,
            });
            if let Some(place) = self.slots.get_mut(at(id)).and_then(|s| s.cells.get_mut(*property)) {
                *place = cell;
            }
            self.enqueue(cell);
        }
    }

    /// What a select offers from the beginning: all of its list, where nothing chooses among them.
    fn whole_offer(&self, node: &crate::Node) -> Offer {
        let NodeKind::Question(question) = &node.kind else { return Offer::None };
        let Some(choices) = &question.choices else { return Offer::None };
        if super::plan::chosen(choices) {
            return Offer::None;
        }
        let list = match &choices.source {
            crate::ChoiceSource::List(index) => u32::try_from(*index).ok(),
            crate::ChoiceSource::File { name, .. } => self.lists.find(name),
            crate::ChoiceSource::Repeat(_) => None,
        };
        list.map_or(Offer::None, |list| Offer::Rows(list, None))
    }

    /// Static defaults, the first instance of repeats inside, and the wish for dynamic defaults.
    fn begin(&mut self, instance: u32) {
        let form = std::sync::Arc::clone(&self.form);
        for slot in self.block_slots(instance) {
            let Some(found) = self.slot(slot) else { continue };
            let (node, range) = (found.node, found.range);
            match form.node(node).map(|n| &n.kind) {
                Some(NodeKind::Question(question)) => match &question.default {
                    Default::Static(value) => {
                        let value = super::value::decode(question, value, self.env.deviations);
                        self.begin_with(slot, value);
                    }
                    Default::Dynamic(_) => {
                        self.fresh.insert(slot);
                    }
                    Default::None => {}
                },
                Some(NodeKind::Repeat { count: None }) if range != NONE => {
                    let order_key = super::order::between("", "");
                    let key = self.derived_key(range, &order_key);
                    self.attach(range, key, order_key, true);
                }
                _ => {}
            }
        }
    }

    /// A value that nobody entered, at the beginning.
    pub fn begin_with(&mut self, slot: SlotId, value: String) {
        if let Some(found) = self.slot_mut(slot) {
            found.auto = true;
            found.value = value;
        }
        self.stored.insert(slot);
    }

    /// Slots of an instance's own block.
    pub fn block_slots(&self, instance: u32) -> std::ops::Range<SlotId> {
        let Some(found) = self.instance(instance) else { return 0..0 };
        let length = self.plan.blocks.get(at(found.block)).map_or(0, |b| next(&b.nodes));
        found.base..found.base.saturating_add(length)
    }

    /// Makes an instance and puts it into its repeat by its order. Its relevance follows at once.
    pub fn attach(&mut self, range: u32, key: InstanceKey, order_key: String, begin: bool) -> Option<u32> {
        if self.range(range)?.instances.len() >= RANGE_INSTANCES_MAX {
            return None;
        }
        let id = self.grow(range, key, order_key.clone(), begin)?;
        let place = {
            let found = self.range(range)?;
            let ahead =
                |i: &u32| self.instance(*i).is_some_and(|o| (o.order_key.as_str(), o.key) < (order_key.as_str(), key));
            found.instances.partition_point(ahead)
        };
        let counted = self.is_counted(range);
        let found = self.ranges.get_mut(at(range))?;
        found.instances.insert(place, id);
        if !counted {
            found.visible = found.instances.len();
        }
        let base = self.instance(id)?.base;
        self.unordered = true;
        self.stored.insert(base);
        Some(id)
    }

    /// Whether the form says how many instances a repeat has.
    pub fn is_counted(&self, range: u32) -> bool {
        let node = self.range(range).and_then(|r| self.node(r.slot));
        node.is_some_and(|n| matches!(n.kind, NodeKind::Repeat { count: Some(_) }))
    }

    /// A count was computed: blank keeps what is there, more makes instances, fewer sets them aside.
    pub fn counted(&mut self, slot: SlotId, number: f64) {
        let Some(range) = self.slot(slot).map(|s| s.range) else { return };
        let here = self.place(slot);
        self.troubles.retain(|t| !matches!(t.kind, TroubleKind::Count { .. }) || Some(t.place) != here);
        let blank = number.is_nan();
        if let Some(found) = self.ranges.get_mut(at(range))
            && found.uncounted != blank
        {
            found.uncounted = blank;
            self.stored.insert(slot);
        }
        if blank {
            return;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to the bounds before")]
        let wanted = number.floor().clamp(0.0, RANGE_INSTANCES_MAX as f64) as usize;
        if number > RANGE_INSTANCES_MAX as f64 {
            let count = crate::expression::number_text(number, &self.env.deviations);
            self.trouble(slot, TroubleKind::Count { count, max: RANGE_INSTANCES_MAX });
        }
        self.show_instances(range, wanted);
    }

    /// Makes the first instances of a counted repeat count, and no others.
    fn show_instances(&mut self, range: u32, wanted: usize) {
        let Some(found) = self.range(range) else { return };
        let (before, slot) = (found.visible, found.slot);
        while self.range(range).is_some_and(|r| r.instances.len() < wanted) {
            let order_key = super::order::between(&self.last_order(range), "");
            let key = self.derived_key(range, &order_key);
            if self.attach(range, key, order_key, true).is_none() {
                break;
            }
        }
        let there = self.range(range).map(|r| r.instances.clone()).unwrap_or_default();
        let wanted = wanted.min(there.len());
        if wanted == before {
            return;
        }
        if let Some(found) = self.ranges.get_mut(at(range)) {
            found.visible = wanted;
        }
        self.unordered = true;
        self.order();
        for (place, instance) in there.iter().enumerate() {
            let Some(base) = self.instance(*instance).map(|i| i.base) else { continue };
            if place >= before && place < wanted {
                self.added.insert(base);
            } else if place >= wanted && place < before {
                self.report_gone(base);
            }
            self.settle(base);
        }
        if self.env.deviations.count_deletes {
            there.iter().skip(wanted).for_each(|i| self.detach(*i));
        }
        self.touched.insert(slot);
        self.tell(Read::Instances(range));
    }

    /// Takes an instance out of its repeat, with everything inside.
    pub fn detach(&mut self, instance: u32) {
        let Some(found) = self.instance(instance) else { return };
        let (range, base) = (found.range, found.base);
        if let Some(around) = self.ranges.get_mut(at(range)) {
            around.instances.retain(|i| *i != instance);
            around.visible = around.visible.min(around.instances.len());
        }
        self.unordered = true;
        self.lost.extend(self.place(base));
        self.report_gone(base);
        self.fell(instance);
    }

    /// The text that orders the instance at a place of its range; blank where there is none.
    pub fn order_key(&self, range: u32, place: usize) -> &str {
        let instance = self.range(range).and_then(|r| r.instances.get(place)).and_then(|i| self.instance(*i));
        instance.map_or("", |i| i.order_key.as_str())
    }

    /// Puts an instance at a place of its range; whether it stood elsewhere. No other is written anew, but those behind it
    /// that stood at the very place of the one ahead.
    pub fn reorder(&mut self, range: u32, instance: u32, to: usize) -> bool {
        let Some(found) = self.ranges.get_mut(at(range)) else { return false };
        let to = to.min(found.instances.len().saturating_sub(1));
        let Some(from) = found.instances.iter().position(|i| *i == instance).filter(|from| *from != to) else {
            return false;
        };
        found.instances.remove(from);
        found.instances.insert(to, instance);
        let there = found.instances.clone();
        let mut ahead = to.checked_sub(1).map_or_else(String::new, |p| self.order_key(range, p).to_owned());
        for (place, id) in there.iter().enumerate().skip(to) {
            if place > to && self.order_key(range, place) > ahead.as_str() {
                break;
            }
            let behind = (place + 1..there.len()).map(|p| self.order_key(range, p)).find(|key| *key > ahead.as_str());
            ahead = super::order::between(&ahead, behind.unwrap_or_default());
            let Some(moved) = self.instances.get_mut(at(*id)) else { break };
            moved.order_key.clone_from(&ahead);
            let base = moved.base;
            self.stored.insert(base);
        }
        // What is inside has another place in words, like all that it passed.
        let (first, last) = (from.min(to), from.max(to));
        let passed = there.get(first..=last).unwrap_or_default();
        let slots: Vec<SlotId> = passed.iter().flat_map(|i| self.block_slots(*i)).collect();
        self.touched.extend(slots);
        self.unordered = true;
        true
    }

    /// Frees the block of an instance and of all instances inside.
    fn fell(&mut self, instance: u32) {
        for slot in self.block_slots(instance) {
            let Some(found) = self.slot_mut(slot) else { continue };
            found.live = false;
            let (range, cells) = (found.range, found.cells);
            found.readers = Vec::new();
            for cell in cells.into_iter().filter(|c| *c != NONE) {
                self.depend(cell, Vec::new());
                if let Some(cut) = self.cells.get_mut(at(cell)) {
                    self.queue.remove(&(cut.rank, cut.slot, cell));
                    cut.queued = true; // never again
                }
            }
            self.touched.remove(&slot);
            self.stored.remove(&slot);
            self.added.remove(&slot);
            self.fresh.remove(&slot);
            self.fired.remove(&slot);
            let inside = self.range(range).map(|r| r.instances.clone()).unwrap_or_default();
            inside.into_iter().for_each(|i| self.fell(i));
        }
        if let Some(found) = self.instances.get_mut(at(instance)) {
            found.live = false;
            let (key, block) = (found.key, found.block);
            self.by_key.remove(&key);
            self.free.entry(block).or_default().push(instance);
        }
    }

    /// Notes that an instance is no more to be seen.
    pub fn report_gone(&mut self, base: SlotId) {
        if !self.added.remove(&base)
            && let Some(place) = self.place(base)
        {
            self.removed.push(place);
        }
    }

    /// The name of a slot for ever.
    pub fn place(&self, slot: SlotId) -> Option<Place> {
        let found = self.slot(slot).filter(|s| s.live)?;
        Some(Place { instance: self.instance(found.instance)?.key, node: found.node })
    }

    /// Notes a limit that was met, once at each place.
    pub fn trouble(&mut self, slot: SlotId, kind: TroubleKind) {
        let Some(place) = self.place(slot) else { return };
        let trouble = Trouble { place, kind };
        if !self.troubles.contains(&trouble) {
            self.troubles.push(trouble);
        }
    }
}
