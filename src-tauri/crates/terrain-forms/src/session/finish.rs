//! How far an entry is, what is still wrong with it, and what is left when it is done.

use super::core::SlotId;
use super::keep::date_time;
use super::plan::number;
use super::{Core, Progress, Session, Trouble, TroubleKind, Violation, ViolationKind};
use crate::form::Property;
use crate::{Element, Message, NodeKind, Place, Submission};

impl Session {
    /// What keeps the entry from being finalised, in document order. Rules that read the clock are asked again.
    pub fn validate(&mut self) -> Vec<Violation> {
        for property in [Property::Constraint, Property::Required] {
            let cells: Vec<u32> = {
                let live = self.core.slots.iter().filter(|s| s.live);
                live.filter_map(|s| s.cells.get(number(property)).copied()).collect()
            };
            cells.into_iter().for_each(|cell| self.core.enqueue(cell));
        }
        // What runs away is among the troubles.
        let _met = self.core.spread();
        let mut found = Vec::new();
        for slot in self.core.walk(false) {
            let kind = if self.core.is_missing(slot) {
                ViolationKind::Required
            } else if self.core.is_broken(slot) {
                ViolationKind::Constraint
            } else {
                continue;
            };
            let message = self.core.message(slot);
            found.extend(self.core.place(slot).map(|place| Violation { place, kind, message }));
        }
        found.extend(self.core.troubles.iter().map(|trouble| Violation {
            place: trouble.place,
            kind: ViolationKind::Limit(trouble.message()),
            message: String::new(),
        }));
        found
    }

    /// Limits that were met, so that something is not computed or not there.
    pub fn troubles(&self) -> &[Trouble] {
        &self.core.troubles
    }

    /// Ends the entry: fills in `end`, which the draft then holds, and gives what is left of it, what is not asked left out.
    ///
    /// # Errors
    /// Everything that is still wrong with it.
    pub fn finalise(&mut self) -> Result<Submission, Vec<Violation>> {
        let mut found = self.validate();
        let end = date_time((self.core.now)());
        let ends = self.core.end_nodes();
        if found.is_empty() && !ends.is_empty() {
            ends.into_iter().for_each(|slot| self.core.put(slot, end.clone(), true));
            found = self.validate();
        }
        if found.is_empty() { Ok(self.submission()) } else { Err(found) }
    }

    /// The entry as it is now, finished or not, what is not asked left out.
    pub fn submission(&self) -> Submission {
        let core = &self.core;
        let root = core.instance(0).map_or(0, |i| i.base);
        Submission {
            form_id: core.form.id.clone(),
            version: core.form.version.clone(),
            instance_id: core.instance_id().map(|s| s.value.clone()).unwrap_or_default(),
            root: core.element(root).unwrap_or_default(),
        }
    }

    /// Name of the entry (`instance_name`), blank where the form has none.
    pub fn instance_name(&self) -> String {
        let core = &self.core;
        let kept = core.meta("instanceName").and_then(|id| core.slot(id)).map(|s| s.text.clone());
        if let Some(kept) = kept.filter(|k| !k.is_empty()) {
            return kept;
        }
        let Some(rule) = &core.form.instance_name else { return String::new() };
        let root = core.instance(0).map_or(0, |i| i.base);
        match core.evaluate(&rule.expr, root, super::evaluate::As::Text).0 {
            super::evaluate::Outcome::Text(text) => text,
            _ => String::new(),
        }
    }

    /// How far a group, a repeat, an instance or the whole is answered.
    pub fn progress(&self, place: &Place) -> Progress {
        let mut progress = Progress::default();
        let mut stack: Vec<SlotId> = self.slot(place).into_iter().collect();
        while let Some(slot) = stack.pop() {
            self.core.children(slot, &mut stack);
            let (Some(found), Some(question)) = (self.core.slot(slot), self.core.question(slot)) else { continue };
            if !found.relevant
                || !Core::is_asked(question)
                || self.core.is_readonly(slot)
                || super::plan::reactive(question)
            {
                continue;
            }
            progress.asked += 1;
            progress.answered += usize::from(!found.text.is_empty() || found.not_applicable);
            progress.missing += usize::from(self.core.is_missing(slot));
        }
        progress
    }
}

impl Core {
    /// A slot with everything inside; nothing where it is not asked.
    fn element(&self, slot: SlotId) -> Option<Element> {
        let (found, node) = (self.slot(slot).filter(|s| s.relevant)?, self.node(slot)?);
        let mut element = Element {
            node: found.node,
            name: node.name.clone(),
            key: self.is_base(slot).then(|| self.instance(found.instance).map(|i| i.key)).flatten(),
            ..Element::default()
        };
        if let NodeKind::Question(_) = node.kind {
            element.value.clone_from(&found.text);
        }
        let mut inside = Vec::new();
        self.children(slot, &mut inside);
        for child in inside {
            if self.slot(child).is_some_and(|s| self.range(s.range).is_some()) {
                let mut instances = Vec::new();
                self.children(child, &mut instances);
                element.children.extend(instances.into_iter().filter_map(|i| self.element(i)));
            } else {
                element.children.extend(self.element(child));
            }
        }
        Some(element)
    }
}

impl Trouble {
    /// The sentence for it.
    pub fn message(&self) -> Message {
        match &self.kind {
            TroubleKind::Count { count, max } => {
                Message::new("form-limit-count", &[("count", count), ("max", &max.to_string())])
            }
            TroubleKind::Instances { max } => Message::new("form-limit-instances", &[("max", &max.to_string())]),
            TroubleKind::Runaway { path } => Message::new("form-set-runaway", &[("path", path)]),
        }
    }
}
