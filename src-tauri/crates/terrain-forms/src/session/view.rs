//! What expressions see of a session, and a note of everything they looked at.

use std::borrow::Cow;
use std::cell::RefCell;

use super::core::{Core, Read, SlotId, at};
use crate::expression::Tree;
use crate::{NodeId, NodeKind};

/// A node as expressions see it; the order is document order, lists after the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Of the answers: place in document order, slot.
    Answer(u32, SlotId),
    /// Of a list: its document (0, 0), its root (0, 1), an item (row + 1, 0) or a column of it (row + 1, place + 1).
    Item(u32, u32, u32),
}

/// A look at a session, for one evaluation.
pub struct View<'c> {
    core: &'c Core,
    reads: RefCell<Vec<Read>>,
    now: (i64, i32),
}

impl<'c> View<'c> {
    pub fn new(core: &'c Core) -> Self {
        Self { core, reads: RefCell::new(Vec::new()), now: (core.now)() }
    }

    /// What was looked at.
    pub fn into_reads(self) -> Vec<Read> {
        self.reads.into_inner()
    }

    /// The spot of a slot.
    pub fn spot(&self, slot: SlotId) -> Spot {
        Spot::Answer(self.core.slot(slot).map_or(0, |s| s.sequence), slot)
    }

    /// Notes that something was looked at.
    pub fn note(&self, read: Read) {
        let mut reads = self.reads.borrow_mut();
        // Loops look at the same thing again and again.
        if reads.last() != Some(&read) {
            reads.push(read);
        }
    }

    pub fn core(&self) -> &'c Core {
        self.core
    }

    /// Appends the instances of a repeat that count.
    fn instances(&self, range_slot: SlotId, into: &mut Vec<SlotId>) {
        if let Some(slot) = self.core.slot(range_slot) {
            self.note(Read::Instances(slot.range));
            self.core.children(range_slot, into);
        }
    }

    /// Instance blocks around a slot, the outermost first: each with its node (the root has node 0).
    fn blocks(&self, slot: SlotId) -> Vec<u32> {
        let mut found = Vec::new();
        let mut next = self.core.slot(slot).map(|s| s.instance);
        while let Some(id) = next {
            found.push(id);
            let range = self.core.instance(id).and_then(|i| self.core.range(i.range));
            next = range.and_then(|r| self.core.slot(r.slot)).map(|s| s.instance);
        }
        found.reverse();
        found
    }
}

impl Tree for View<'_> {
    type Node = Spot;

    fn root(&self) -> Spot {
        self.spot(self.core.instance(0).map_or(0, |i| i.base))
    }

    fn name(&self, node: Spot) -> &str {
        match node {
            Spot::Answer(_, slot) => self.core.node(slot).map_or("", |n| &n.name),
            Spot::Item(_, 0, 0) => "",
            Spot::Item(_, 0, _) => "root",
            Spot::Item(_, _, 0) => "item",
            Spot::Item(list, row, place) => {
                let found = self.core.lists.cell(&self.core.form, list, row.saturating_sub(1), place.saturating_sub(1));
                found.map_or("", |(name, _)| name)
            }
        }
    }

    fn parent(&self, node: Spot) -> Option<Spot> {
        match node {
            Spot::Answer(_, slot) => {
                let mut parent = self.core.slot(slot)?.parent;
                if self.core.range(self.core.slot(parent)?.range).is_some() {
                    parent = self.core.slot(parent)?.parent;
                }
                Some(self.spot(parent))
            }
            Spot::Item(_, 0, 0) => None,
            Spot::Item(list, 0, _) => Some(Spot::Item(list, 0, 0)),
            Spot::Item(list, _, 0) => Some(Spot::Item(list, 0, 1)),
            Spot::Item(list, row, _) => Some(Spot::Item(list, row, 0)),
        }
    }

    fn children(&self, node: Spot, name: Option<&str>, into: &mut Vec<Spot>) {
        let core = self.core;
        match node {
            Spot::Answer(_, slot) => {
                let mut found = Vec::new();
                if let Some(name) = name {
                    let Some(inside) = core.slot(slot) else { return };
                    let child = core.plan.child(inside.node, name);
                    found.extend(child.and_then(|c| core.inner(inside.instance, c)));
                } else {
                    core.children(slot, &mut found);
                }
                let mut instances = Vec::new();
                for child in found {
                    if core.slot(child).is_some_and(|s| core.range(s.range).is_some()) {
                        instances.clear();
                        self.instances(child, &mut instances);
                        into.extend(instances.iter().map(|i| self.spot(*i)));
                    } else {
                        into.push(self.spot(child));
                    }
                }
            }
            Spot::Item(list, 0, 0) => {
                if name.is_none_or(|n| n == "root") {
                    into.push(Spot::Item(list, 0, 1));
                }
            }
            Spot::Item(list, 0, _) => {
                if name.is_none_or(|n| n == "item") {
                    into.extend((0..core.lists.len(&core.form, list)).map(|row| Spot::Item(list, row + 1, 0)));
                }
            }
            Spot::Item(list, row, 0) => {
                let inner = row.saturating_sub(1);
                match name {
                    Some(name) => {
                        let place = core.lists.column_place(&core.form, list, inner, name);
                        into.extend(place.map(|p| Spot::Item(list, row, p + 1)));
                    }
                    None => {
                        let width = core.lists.width(&core.form, list, inner);
                        into.extend((0..width).map(|p| Spot::Item(list, row, p + 1)));
                    }
                }
            }
            Spot::Item(..) => {}
        }
    }

    fn text(&self, node: Spot) -> Cow<'_, str> {
        match node {
            Spot::Answer(_, slot) => {
                let Some(found) = self.core.slot(slot) else { return Cow::Borrowed("") };
                if self.core.question(slot).is_some() {
                    self.note(Read::Text(slot));
                    return Cow::Borrowed(&found.text);
                }
                let mut inside = Vec::new();
                self.children(node, None, &mut inside);
                Cow::Owned(inside.into_iter().map(|child| self.text(child)).collect())
            }
            Spot::Item(_, 0, _) | Spot::Item(_, _, 0) => Cow::Borrowed(""),
            Spot::Item(list, row, place) => {
                let (row, place) = (row.saturating_sub(1), place.saturating_sub(1));
                match self.core.lists.choice(&self.core.form, list, row) {
                    Some(choice) if place == 1 => {
                        self.note(Read::Language);
                        Cow::Owned(super::texts::render(self, &choice.label, self.root()))
                    }
                    Some(choice) if at(place) == choice.columns.len() + 2 => {
                        Cow::Owned(self.core.lists.text_id(&self.core.form, list, row))
                    }
                    _ => Cow::Borrowed(self.core.lists.cell(&self.core.form, list, row, place).map_or("", |c| c.1)),
                }
            }
        }
    }

    fn question(&self, id: NodeId, from: Spot, into: &mut Vec<Spot>) {
        let core = self.core;
        let Some(duty) = core.plan.of(id) else { return };
        let around = match from {
            Spot::Answer(_, slot) => self.blocks(slot),
            Spot::Item(..) => self.blocks(core.instance(0).map_or(0, |i| i.base)),
        };
        // The instances around both: from the root as far as the repeats are the same.
        let same = |instance: &u32, repeat: &NodeId| {
            core.instance(*instance).and_then(|i| core.slot(i.base)).is_some_and(|s| s.node == *repeat)
        };
        let common = around.iter().skip(1).zip(&duty.repeats).take_while(|(i, r)| same(i, r)).count();
        let mut blocks: Vec<u32> = around.get(common).copied().into_iter().collect();
        let mut bases = Vec::new();
        for repeat in duty.repeats.iter().skip(common) {
            bases.clear();
            for block in &blocks {
                core.inner(*block, *repeat).into_iter().for_each(|range| self.instances(range, &mut bases));
            }
            blocks = bases.iter().filter_map(|b| core.slot(*b)).map(|s| s.instance).collect();
        }
        for block in blocks {
            let Some(slot) = core.inner(block, id) else { continue };
            if core.form.node(id).is_some_and(|n| matches!(n.kind, NodeKind::Repeat { .. })) {
                bases.clear();
                self.instances(slot, &mut bases);
                into.extend(bases.iter().map(|b| self.spot(*b)));
            } else {
                into.push(self.spot(slot));
            }
        }
    }

    fn instance(&self, id: &str) -> Option<Spot> {
        self.core.lists.find(id).map(|list| Spot::Item(list, 0, 0))
    }

    fn position(&self, node: Spot) -> usize {
        match node {
            Spot::Answer(_, slot) if self.core.is_base(slot) => {
                let instance = self.core.slot(slot).and_then(|s| self.core.instance(s.instance));
                instance.into_iter().for_each(|i| self.note(Read::Instances(i.range)));
                instance.map_or(1, |i| i.position.max(1))
            }
            Spot::Item(_, row, 0) if row > 0 => at(row),
            _ => 1,
        }
    }

    fn lookup(&self, file: &str, column: &str, key_column: &str, key: &str) -> String {
        let core = self.core;
        let Some(list) = core.lists.find(file) else { return String::new() };
        let cell = |row: u32, name: &str| core.lists.column(&core.form, list, row, name);
        let row = if key_column == "name" {
            core.lists.rows(list, key).first().copied()
        } else {
            (0..core.lists.len(&core.form, list)).find(|row| cell(*row, key_column) == key)
        };
        row.map_or_else(String::new, |row| cell(row, column).to_owned())
    }

    fn choice_name(&self, question: Spot, value: &str) -> String {
        let Spot::Answer(_, slot) = question else { return String::new() };
        self.note(Read::Language);
        super::texts::choice_label(self, slot, value).unwrap_or_default()
    }

    fn itext(&self, id: &str) -> String {
        let found = id.rsplit_once('-').and_then(|(list, row)| {
            let (list, row) = (self.core.lists.find(list)?, row.parse().ok()?);
            self.core.lists.choice(&self.core.form, list, row)
        });
        self.note(Read::Language);
        found.map_or_else(String::new, |choice| super::texts::render(self, &choice.label, self.root()))
    }

    fn last_saved(&self, id: NodeId) -> String {
        let path = self.core.form.node(id).map_or("", |n| &n.path);
        self.core.env.last_saved.get(path).cloned().unwrap_or_default()
    }

    fn now(&self) -> (i64, i32) {
        self.now
    }

    fn language(&self) -> &str {
        self.note(Read::Language);
        super::texts::language_code(&self.core.form, self.core.language)
    }

    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn random(&self) -> f64 {
        let bits = (self.core.chance.borrow_mut())() >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }

    fn uuid(&self) -> String {
        super::new_uuid(&mut **self.core.chance.borrow_mut())
    }
}
