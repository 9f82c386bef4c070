//! The axes of a cooperative's diagnostic: where each began, where it stands, and which answers moved it.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_domain::{Movement, Score, compare, recompute};
use terrain_forms::{InstanceKey, Place};

use crate::entry::Entry;

/// Most answers that are told of an axis.
const MOVES_MAX: usize = 8;
/// Points below which nothing has moved.
const MOVED_LEAST: f64 = 0.05;

/// One dimension.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AxisView {
    /// Stable name.
    pub name: String,
    /// In the language asked for.
    pub label: String,
    /// At the first diagnostic, 0 to 100, under the recipe of the latest.
    pub baseline: Option<f64>,
    /// At the latest one, where it is another.
    pub latest: Option<f64>,
    /// The answers that moved it, those that moved it most first.
    pub moves: Vec<MoveView>,
}

/// An answer that moved an axis.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MoveView {
    /// Name of the question.
    pub question: String,
    /// The question, in the language asked for.
    pub label: String,
    /// Level at the first diagnostic; nothing where it did not count.
    pub first: Option<f64>,
    /// Level at the latest.
    pub second: Option<f64>,
    /// Points of the axis that it makes.
    pub points: f64,
}

fn said(labels: &BTreeMap<String, String>, language: &str, name: &str) -> String {
    labels.get(language).or_else(|| labels.get("fr")).cloned().unwrap_or_else(|| name.to_owned())
}

/// Label of a question without a repeat, as this entry shows it.
fn label(entry: &Entry, question: &str) -> String {
    let named = entry.form.questions().find(|(_, node)| node.repeat.is_none() && node.name == question);
    let state = named.and_then(|(node, _)| entry.session.node(&Place { instance: InstanceKey::ROOT, node }));
    state.map(|s| s.label).filter(|l| !l.is_empty()).unwrap_or_else(|| question.to_owned())
}

fn levels(score: &Score) -> BTreeMap<&str, Option<f64>> {
    score.dimensions.iter().flat_map(|d| &d.items).map(|item| (item.question.as_str(), item.level)).collect()
}

/// A diagnostic with its score.
type Scored = (Entry, Score);

/// The axes of the first sealed diagnostic and of the last; of one alone, its scores.
pub(super) fn axes(baseline: Option<&Scored>, latest: Option<&Scored>, language: &str) -> Vec<AxisView> {
    let (first, second) = match (baseline, latest) {
        (Some(first), Some(second)) => (first, second),
        (Some((_, score)), None) | (None, Some((_, score))) => return alone(score, language),
        (None, None) => return Vec::new(),
    };
    let (Ok(earlier), Ok(recipe)) = (first.0.recipe(), second.0.recipe()) else { return Vec::new() };
    let before = recompute(&first.0.item_answers(), earlier, recipe).score;
    let (levels_1, levels_2) = (levels(&before), levels(&second.1));
    let moved = |m: &Movement| MoveView {
        question: m.name.clone(),
        label: label(&second.0, &m.name),
        first: levels_1.get(m.name.as_str()).copied().flatten(),
        second: levels_2.get(m.name.as_str()).copied().flatten(),
        points: m.by_level + m.by_composition,
    };
    let compared = compare(&before, &second.1).axes.into_iter().map(|axis| {
        let movements = axis.difference.map(|d| d.movements).unwrap_or_default();
        let moves = movements.iter().map(moved).filter(|m| m.points.abs() >= MOVED_LEAST);
        AxisView {
            label: said(&axis.labels, language, &axis.name),
            moves: moves.take(MOVES_MAX).collect(),
            name: axis.name,
            baseline: axis.first,
            latest: axis.second,
        }
    });
    compared.collect()
}

fn alone(score: &Score, language: &str) -> Vec<AxisView> {
    let axis = |d: &terrain_domain::DimensionScore| AxisView {
        name: d.name.clone(),
        label: said(&d.labels, language, &d.name),
        baseline: d.score,
        latest: None,
        moves: Vec::new(),
    };
    score.dimensions.iter().map(axis).collect()
}
