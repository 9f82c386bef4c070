//! What a page is told: states, and what an answer changed.

use std::collections::BTreeMap;

use super::core::{Core, SlotId};
use super::state::{Changes, Offered, State};
use super::view::View;
use super::{Session, texts};
use crate::{NodeKind, Place};

impl Core {
    /// What changed since the last report.
    pub fn report(&mut self) -> Changes {
        if self.unordered {
            self.unordered = false;
            self.renumber();
        }
        let placed = |slots: std::collections::BTreeSet<SlotId>| {
            let mut found: Vec<(u32, Place)> = slots
                .into_iter()
                .filter_map(|s| Some((self.slot(s).filter(|s| s.live)?.sequence, self.place(s)?)))
                .collect();
            found.sort_unstable();
            found.into_iter().map(|(_, place)| place).collect::<Vec<_>>()
        };
        let (touched, added, stored) = (self.touched.clone(), self.added.clone(), self.stored.clone());
        let mut changes = Changes { changed: placed(touched), added: placed(added), ..Changes::default() };
        changes.stored = placed(stored);
        self.touched.clear();
        self.added.clear();
        self.stored.clear();
        changes.removed = std::mem::take(&mut self.removed);
        changes.removed.sort_unstable();
        changes.removed.dedup();
        changes.stored.append(&mut self.lost);
        changes
    }

    /// Whether a slot is fixed, by itself or by what is around it.
    pub fn is_readonly(&self, slot: SlotId) -> bool {
        let mut next = self.slot(slot);
        while let Some(found) = next {
            if found.own_readonly {
                return true;
            }
            next = self.slot(found.parent);
        }
        false
    }

    /// An answer is needed here and there is none.
    pub fn is_missing(&self, slot: SlotId) -> bool {
        let answerable = self.question(slot).is_some_and(Self::is_asked) || self.env.deviations.notes_required;
        answerable
            && self.slot(slot).is_some_and(|s| s.relevant && s.required && s.text.is_empty() && !s.not_applicable)
    }

    /// The answer breaks its constraint.
    pub fn is_broken(&self, slot: SlotId) -> bool {
        self.slot(slot).is_some_and(|s| s.relevant && !s.constraint_ok && !s.text.is_empty())
    }

    /// The form's own sentence about what is wrong at a slot.
    pub fn message(&self, slot: SlotId) -> String {
        let Some(question) = self.question(slot) else { return String::new() };
        let view = View::new(self);
        if self.is_broken(slot) {
            texts::render(&view, &question.constraint_message, view.spot(slot))
        } else if self.is_missing(slot) {
            texts::render(&view, &question.required_message, view.spot(slot))
        } else {
            String::new()
        }
    }

    /// Whether it is asked: a repeat as a whole is when any instance is, or, without instances, its own rule says so.
    pub fn is_relevant(&self, slot: SlotId) -> bool {
        let Some(found) = self.slot(slot) else { return false };
        let Some(range) = self.range(found.range) else { return found.relevant };
        let mut shown = range.instances.iter().take(range.visible).filter_map(|i| self.instance(*i)).peekable();
        if shown.peek().is_none() {
            return found.relevant && found.own_relevant;
        }
        shown.any(|i| self.slot(i.base).is_some_and(|s| s.relevant))
    }

    fn state(&self, slot: SlotId) -> Option<State> {
        let (found, node) = (self.slot(slot).filter(|s| s.live)?, self.node(slot)?);
        let view = View::new(self);
        let here = view.spot(slot);
        let said = |texts: &crate::Texts| texts::render(&view, texts, here);
        let media = |media: &BTreeMap<String, crate::Texts>| media.iter().map(|(k, t)| (k.clone(), said(t))).collect();
        let mut state = State {
            relevant: self.is_relevant(slot),
            required: found.required,
            readonly: self.is_readonly(slot),
            label: said(&node.label),
            hint: said(&node.hint),
            guidance: said(&node.guidance),
            media: media(&node.media),
            count: self.range(found.range).map(|r| r.visible),
            ..State::default()
        };
        if let NodeKind::Question(question) = &node.kind {
            state.readonly = state.readonly || question.control == crate::Control::Note;
            state.value.clone_from(&found.text);
            state.shown = texts::shown(&view, slot);
            state.not_applicable = found.not_applicable;
            state.bad_constraint = self.is_broken(slot);
            state.bad_required = self.is_missing(slot);
            state.message = self.message(slot);
            if found.relevant && question.choices.is_some() {
                state.choices = self.choices(&view, slot);
            }
        }
        Some(state)
    }

    fn choices(&self, view: &View<'_>, slot: SlotId) -> Vec<Offered> {
        let Some((list, ..)) = self.choice_list(slot) else {
            let same = |v: &str| Offered { value: v.to_owned(), label: v.to_owned(), media: BTreeMap::new() };
            return self.offered(slot).into_iter().map(same).collect();
        };
        let rows = match self.slot(slot).map(|s| &s.offer) {
            Some(super::choices::Offer::Rows(_, Some(rows))) => rows.clone(),
            Some(super::choices::Offer::Rows(_, None)) => (0..self.lists.len(&self.form, list)).collect(),
            _ => Vec::new(),
        };
        let media = |row: u32| match self.lists.choice(&self.form, list, row) {
            Some(choice) => {
                let here = view.spot(slot);
                choice.media.iter().map(|(k, t)| (k.clone(), texts::render(view, t, here))).collect()
            }
            None => BTreeMap::new(),
        };
        let values = self.offered(slot).into_iter();
        let offered = |(value, row): (&str, u32)| Offered {
            value: value.to_owned(),
            label: texts::row_label(view, slot, list, row),
            media: media(row),
        };
        values.zip(rows).map(offered).collect()
    }
}

impl Session {
    /// The state of a node; nothing where the place is gone.
    pub fn node(&self, place: &Place) -> Option<State> {
        self.core.state(self.slot(place)?)
    }

    /// All places in document order: nodes, repeats as a whole, each followed by its instances that count.
    pub fn walk(&self) -> Vec<Place> {
        self.core.walk(false).into_iter().filter_map(|slot| self.core.place(slot)).collect()
    }
}
