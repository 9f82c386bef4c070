//! What a select offers: a filter over its list, an order by chance, answers given elsewhere.

use std::sync::Arc;

use super::choices::Offer;
use super::core::{Core, SlotId};
use super::view::{Spot, View};
use crate::expression::{Tree, evaluate, shuffled};
use crate::{ChoiceSource, Choices, NodeKind};

impl Core {
    /// Works out what a select offers, while it is asked.
    pub fn compute_choices(&mut self, cell: u32, slot: SlotId, relevant: bool) {
        if !relevant {
            return self.depend(cell, Vec::new());
        }
        let form = Arc::clone(&self.form);
        let choices = self.slot(slot).and_then(|s| form.node(s.node)).and_then(|n| match &n.kind {
            NodeKind::Question(question) => question.choices.as_ref(),
            _ => None,
        });
        let Some(choices) = choices else { return };
        let view = View::new(self);
        let (offer, work) = offer(&view, slot, choices);
        let reads = view.into_reads();
        self.spend(slot, reads.len() + work, true);
        self.depend(cell, reads);
        if self.slot(slot).is_some_and(|s| s.offer != offer) {
            if let Some(found) = self.slot_mut(slot) {
                found.offer = offer;
            }
            self.touched.insert(slot);
            self.refresh(slot);
        }
    }
}

/// What a select offers, with the work that it was.
fn offer(view: &View<'_>, slot: SlotId, choices: &Choices) -> (Offer, usize) {
    let (core, here) = (view.core(), view.spot(slot));
    let deviations = &core.env.deviations;
    if let ChoiceSource::Repeat(node) = choices.source {
        let mut spots = Vec::new();
        view.question(node, here, &mut spots);
        let kept = |spot: &Spot| {
            choices.filter.as_ref().is_none_or(|rule| {
                let value = evaluate(&rule.expr, view, view.parent(*spot).unwrap_or(*spot), here, deviations);
                value.is_ok_and(|v| v.truth(view, deviations))
            })
        };
        let values = spots.iter().filter(|s| kept(s)).map(|s| view.text(*s).into_owned());
        let mut offered: Vec<String> = Vec::new();
        for value in values.filter(|v| !v.is_empty()) {
            if !offered.contains(&value) {
                offered.push(value);
            }
        }
        return (Offer::Answers(offered), spots.len());
    }
    let Some((list, ..)) = core.choice_list(slot) else { return (Offer::None, 0) };
    let length = core.lists.len(&core.form, list);
    let mut rows: Vec<u32> = (0..length).collect();
    if let Some(rule) = &choices.filter {
        rows.retain(|row| {
            let value = evaluate(&rule.expr, view, Spot::Item(list, row + 1, 0), here, deviations);
            value.is_ok_and(|v| v.truth(view, deviations))
        });
    }
    if let Some(seed) = &choices.randomize {
        let seed = seed.as_ref().and_then(|expr| evaluate(expr, view, here, here, deviations).ok());
        let text = seed.as_ref().map_or_else(|| seed_of(core, slot), |v| v.text(view, deviations).into_owned());
        let number = seed.map_or(f64::NAN, |v| v.number(view, deviations));
        rows = shuffled(&rows, Some((number, &text)), || view.random());
    }
    (Offer::Rows(list, Some(rows)), usize::try_from(length).unwrap_or(0) * 4)
}

/// A seed of its own for each entry and place, the same whenever the entry is opened.
fn seed_of(core: &Core, slot: SlotId) -> String {
    let entry = core.instance_id().map_or("", |s| s.value.as_str());
    format!("{entry} {}", core.path(slot))
}
