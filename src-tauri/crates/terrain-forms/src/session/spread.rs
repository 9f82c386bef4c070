//! What follows from a change: cells are computed in the order of the form until none is left, each only when something
//! that it has read is another.

use std::sync::Arc;

use super::core::{Core, NONE, Read, SlotId, at};
use super::error::SetError;
use super::evaluate::{As, Outcome};
use super::plan::PROPERTIES;
use super::view::{Spot, View};
use super::{TroubleKind, WORK_MAX};
use crate::expression::Tree;
use crate::form::Property;
use crate::{DataType, Default, NodeId, NodeKind, Rule};

/// Work that one evaluation costs besides what it reads.
const WORK_EVALUATION: usize = 20;

impl Core {
    /// Computes until nothing is left to compute.
    pub fn spread(&mut self) -> Result<(), SetError> {
        self.work = 0;
        self.troubles.retain(|t| !matches!(t.kind, TroubleKind::Runaway { .. }));
        loop {
            self.order();
            if let Some((rank, slot, cell)) = self.queue.pop_first() {
                if self.work > WORK_MAX {
                    self.queue.insert((rank, slot, cell));
                    return Err(self.runaway(slot));
                }
                if let Some(found) = self.cells.get_mut(at(cell)) {
                    found.queued = false;
                    let property = found.property;
                    self.compute(cell, slot, property);
                }
            } else if let Some(slot) = self.fired.pop_first() {
                self.fire(slot);
            } else if let Some(slot) = self.next_fresh() {
                self.start(slot);
            } else {
                return Ok(());
            }
        }
    }

    fn runaway(&mut self, slot: SlotId) -> SetError {
        let path = self.path(slot);
        self.trouble(slot, TroubleKind::Runaway { path: path.clone() });
        SetError::Runaway { path }
    }

    pub fn order(&mut self) {
        if self.unordered {
            self.unordered = false;
            self.renumber();
        }
    }

    /// Dynamic defaults are evaluated in document order.
    fn next_fresh(&mut self) -> Option<SlotId> {
        let first = self.fresh.iter().copied().min_by_key(|s| self.slot(*s).map_or(NONE, |s| s.sequence))?;
        self.fresh.remove(&first);
        Some(first)
    }

    pub fn spend(&mut self, slot: SlotId, reads: usize, whole: bool) {
        self.work = self.work.saturating_add(u64::try_from(reads + WORK_EVALUATION).unwrap_or(u64::MAX));
        if !whole {
            self.work = WORK_MAX.saturating_add(1);
            self.runaway(slot);
        }
    }

    /// The rule of a property.
    fn rule(form: &crate::Form, node: NodeId, property: Property) -> Option<&Rule> {
        let node = form.node(node)?;
        match (property, &node.kind) {
            (Property::Count, NodeKind::Repeat { count }) => count.as_ref(),
            (Property::Relevant, _) => node.relevant.as_ref(),
            (Property::Readonly, _) => node.readonly.as_ref(),
            (Property::Calculation, NodeKind::Question(q)) => q.calculation.as_ref(),
            (Property::Required, NodeKind::Question(q)) => q.required.as_ref(),
            (Property::Constraint, NodeKind::Question(q)) => q.constraint.as_ref(),
            _ => None,
        }
    }

    fn compute(&mut self, cell: u32, slot: SlotId, property: usize) {
        let Some(property) = PROPERTIES.get(property).copied() else { return };
        let Some(found) = self.slot(slot) else { return };
        let (node, relevant) = (found.node, found.relevant);
        let blank = found.text.is_empty();
        match property {
            Property::Choices => return self.compute_choices(cell, slot, relevant),
            Property::Texts => return self.compute_texts(cell, slot),
            // While it is not asked, nothing is computed; it is when it is asked again.
            Property::Calculation if !relevant => return self.depend(cell, Vec::new()),
            Property::Constraint if blank => {
                self.depend(cell, Vec::new());
                return self.flag(slot, |s| &mut s.constraint_ok, true);
            }
            _ => {}
        }
        let form = Arc::clone(&self.form);
        let Some(rule) = Self::rule(&form, node, property) else { return };
        let wanted = match property {
            Property::Calculation => As::Text,
            Property::Count => As::Number,
            _ => As::Truth,
        };
        let (outcome, whole, reads) = self.evaluate(&rule.expr, slot, wanted);
        self.spend(slot, reads.len(), whole);
        self.depend(cell, reads);
        match (property, outcome) {
            (Property::Calculation, Outcome::Text(text)) => self.calculated(cell, slot, &text),
            (Property::Count, Outcome::Number(number)) => self.counted(slot, number),
            (Property::Relevant, Outcome::Truth(truth)) => {
                self.flag(slot, |s| &mut s.own_relevant, truth);
                self.settle(slot);
            }
            (Property::Readonly, Outcome::Truth(truth)) if self.slot(slot).is_some_and(|s| s.own_readonly != truth) => {
                self.flag(slot, |s| &mut s.own_readonly, truth);
                self.touch_inside(slot);
            }
            (Property::Required, Outcome::Truth(truth)) => self.flag(slot, |s| &mut s.required, truth),
            (Property::Constraint, Outcome::Truth(truth)) => self.flag(slot, |s| &mut s.constraint_ok, truth),
            _ => {}
        }
    }

    fn flag(&mut self, slot: SlotId, field: impl Fn(&mut super::core::Slot) -> &mut bool, value: bool) {
        let Some(found) = self.slot_mut(slot) else { return };
        if *field(found) != value {
            *field(found) = value;
            self.touched.insert(slot);
        }
    }

    fn touch_inside(&mut self, slot: SlotId) {
        let mut stack = vec![slot];
        while let Some(next) = stack.pop() {
            self.touched.insert(next);
            self.children(next, &mut stack);
        }
    }

    fn calculated(&mut self, cell: u32, slot: SlotId, text: &str) {
        if let Some(found) = self.cells.get_mut(at(cell))
            && std::mem::take(&mut found.held)
        {
            return;
        }
        let Some(value) = self.question(slot).map(|q| super::value::decode(q, text, self.env.deviations)) else {
            return;
        };
        self.put(slot, value, true);
    }

    /// Puts a value into a slot, with what follows at once.
    pub fn put(&mut self, slot: SlotId, value: String, auto: bool) {
        let drawn = self.slot(slot).and_then(|s| self.plan.of(s.node)).is_some_and(|d| d.drawn);
        let computed = self.question(slot).is_some_and(super::plan::reactive);
        let Some(found) = self.slot_mut(slot) else { return };
        // Whoever left it blank, the draft does not hold it.
        if found.value != value || (found.auto != auto && !value.is_empty()) {
            found.value = value;
            found.auto = auto;
            if drawn || !computed {
                self.stored.insert(slot);
            }
        }
        self.refresh(slot);
    }

    /// Relevance of a slot and of everything inside, after it or something around it changed.
    pub fn settle(&mut self, slot: SlotId) {
        let mut stack = vec![slot];
        while let Some(next) = stack.pop() {
            let Some(found) = self.slot(next) else { continue };
            let around = self.slot(found.parent).is_none_or(|p| p.relevant);
            let base = self.is_base(next);
            let instance = self.instance(found.instance).filter(|_| base);
            let range = instance.and_then(|i| self.range(i.range).map(|r| (i, r)));
            let counts = range.is_none_or(|(i, r)| {
                let place = r.instances.iter().position(|o| self.instance(*o).is_some_and(|o| o.base == i.base));
                place.is_some_and(|p| p < r.visible)
            });
            // A repeat as a whole only passes on what is around it; its rule is asked of each instance.
            let relevant = around && counts && (found.own_relevant || found.range != NONE);
            if found.relevant == relevant {
                continue;
            }
            let whole = found.parent;
            if let Some(found) = self.slot_mut(next) {
                found.relevant = relevant;
            }
            self.touched.insert(next);
            if base && self.slot(whole).is_some() {
                // A repeat as a whole is asked when any of its instances is.
                self.touched.insert(whole);
            }
            if self.question(next).is_some() {
                self.refresh(next);
                if relevant {
                    self.enqueue_property(next, Property::Choices);
                    self.enqueue_property(next, Property::Calculation);
                }
            }
            self.inside(next, &mut stack);
        }
    }

    /// Appends children, instances set aside included.
    fn inside(&self, slot: SlotId, into: &mut Vec<SlotId>) {
        match self.slot(slot).and_then(|s| self.range(s.range)) {
            Some(range) => into.extend(range.instances.iter().filter_map(|i| self.instance(*i)).map(|i| i.base)),
            None => self.children(slot, into),
        }
    }

    /// The text that expressions see, from the value, the relevance and what is offered.
    pub fn refresh(&mut self, slot: SlotId) {
        let Some(found) = self.slot(slot) else { return };
        let text = if found.relevant { self.seen(slot, &found.value) } else { String::new() };
        if found.text == text {
            return;
        }
        let node = found.node;
        if let Some(found) = self.slot_mut(slot) {
            found.text = text;
        }
        self.touched.insert(slot);
        self.tell(Read::Text(slot));
        self.enqueue_property(slot, Property::Constraint);
        let plan = Arc::clone(&self.plan);
        let targets = plan.of(node).map_or(&[][..], |d| &d.triggers);
        if self.awake && !targets.is_empty() {
            self.order();
            let view = View::new(self);
            let mut spots = Vec::new();
            targets.iter().for_each(|t| view.question(*t, view.spot(slot), &mut spots));
            self.fired.extend(spots.into_iter().filter_map(|s| match s {
                Spot::Answer(_, target) => Some(target),
                Spot::Item(..) => None,
            }));
        }
    }

    /// A value without the choices that are not offered now.
    fn seen(&self, slot: SlotId, value: &str) -> String {
        let Some(question) = self.question(slot) else { return String::new() };
        if question.choices.is_none() || value.is_empty() {
            return value.to_owned();
        }
        let mut kept: Vec<&str> = value.split_whitespace().filter(|v| self.offers(slot, v)).collect();
        if question.data == DataType::Rank && !kept.is_empty() {
            let missing: Vec<&str> = self.offered(slot).into_iter().filter(|o| !kept.contains(o)).collect();
            kept.extend(missing);
        }
        kept.join(" ")
    }

    /// A trigger has changed: the calculation runs once; without one, the value goes.
    fn fire(&mut self, slot: SlotId) {
        let form = Arc::clone(&self.form);
        let Some(node) = self.slot(slot).map(|s| s.node) else { return };
        let text = match Self::rule(&form, node, Property::Calculation) {
            Some(rule) => match self.evaluate(&rule.expr, slot, As::Text) {
                (Outcome::Text(text), whole, reads) => {
                    self.spend(slot, reads.len(), whole);
                    text
                }
                _ => String::new(),
            },
            None => String::new(),
        };
        let value = self.question(slot).map(|q| super::value::decode(q, &text, self.env.deviations));
        self.put(slot, value.unwrap_or_default(), true);
    }

    /// A dynamic default is evaluated, once.
    fn start(&mut self, slot: SlotId) {
        let form = Arc::clone(&self.form);
        let Some(node) = self.slot(slot).and_then(|s| form.node(s.node)) else { return };
        let NodeKind::Question(question) = &node.kind else { return };
        let Default::Dynamic(rule) = &question.default else { return };
        let (outcome, whole, reads) = self.evaluate(&rule.expr, slot, As::Text);
        self.spend(slot, reads.len(), whole);
        if let Outcome::Text(text) = outcome {
            self.put(slot, super::value::decode(question, &text, self.env.deviations), true);
        }
    }

    fn compute_texts(&mut self, cell: u32, slot: SlotId) {
        let view = View::new(self);
        let said = super::texts::all(&view, slot);
        let reads = view.into_reads();
        self.spend(slot, reads.len(), true);
        self.depend(cell, reads);
        if let Some(found) = self.slot_mut(slot)
            && found.said != said
        {
            found.said = said;
            self.touched.insert(slot);
        }
    }
}
