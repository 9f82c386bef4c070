//! Two scores side by side: by how much each axis moved, and what moved it.
//!
//! A score is a weighted mean, `S = Σ nᵢ·pᵢ` with `nᵢ = wᵢ / Σ w` over what counted. With `p̄ᵢ` and `n̄ᵢ` the means of both
//! moments and `K = (S₁ + S₂) / 2`, the difference falls apart exactly into
//!
//! - by level, of what counted both times: `n̄ᵢ · (pᵢ₂ − pᵢ₁)`;
//! - by composition: `(nᵢ₂ − nᵢ₁) · (p̄ᵢ − K)`, where what counted once has share 0 the other time and keeps its points.
//!
//! Both sums together are `S₂ − S₁`, since `Σ nᵢ₁ = Σ nᵢ₂ = 1` and so any constant `K` falls out. Measured from the middle
//! `K`, a question that comes in lifts the score only if it stands above it, and an unchanged question among unchanged
//! weights gives nothing. This is the decomposition of Griliches and Regev (1995), "Firm productivity in Israeli
//! industry", there for firms that enter and leave. The same is done once more for dimensions within the whole.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{DimensionScore, ItemAnswer, ItemScore, Recipe, Score, Standing, score};

/// What one question, or one dimension, has to do with a difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Movement {
    /// Name of the question or dimension.
    pub name: String,
    /// Points at the first moment, 0 to 100; none if it did not count.
    pub first: Option<f64>,
    /// Points at the second moment.
    pub second: Option<f64>,
    /// Points of the difference that come from its own change.
    pub by_level: f64,
    /// Points of the difference that come from its entering, leaving or weighing otherwise.
    pub by_composition: f64,
}

/// A difference and what makes it: `delta = by_level + by_composition`, each the sum of the movements.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Difference {
    /// Second less first.
    pub delta: f64,
    /// The part that comes from changed levels.
    pub by_level: f64,
    /// The part that comes from what counts being other.
    pub by_composition: f64,
    /// All that counted in either, the greatest movement first.
    pub movements: Vec<Movement>,
}

/// One dimension of two scores.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AxisComparison {
    /// Stable name.
    pub name: String,
    /// Language code → words: of the second score, else of the first.
    pub labels: BTreeMap<String, String>,
    /// Its score at the first moment.
    pub first: Option<f64>,
    /// Its score at the second moment.
    pub second: Option<f64>,
    /// What moved it; none unless it has a score both times.
    pub difference: Option<Difference>,
    /// Its questions whose standing changed: hidden, excused, left blank, or not in the other form.
    pub restanding: Vec<Restanding>,
}

/// A question that counted otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Restanding {
    /// Name of the question.
    pub question: String,
    /// How it stood; none if that recipe does not have it.
    pub first: Option<Standing>,
    /// How it stands.
    pub second: Option<Standing>,
}

/// Two scores side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Comparison {
    /// What moved the overall score, dimension by dimension; none unless both have one.
    pub overall: Option<Difference>,
    /// Every dimension of either: those of the second in its order, then those that only the first has.
    pub axes: Vec<AxisComparison>,
}

/// What counts: its share before normalising, and its points.
type Part = (f64, f64);
/// The same at both moments; none where it does not count.
type Parts = (Option<Part>, Option<Part>);

/// Splits the difference of two weighted means.
fn difference(parts: BTreeMap<&str, Parts>) -> Option<Difference> {
    let total = |side: fn(&Parts) -> Option<Part>| {
        let (weight, sum) = parts.values().filter_map(side).fold((0.0, 0.0), |(w, s), (n, p)| (w + n, s + n * p));
        (weight > 0.0).then(|| (weight, sum / weight))
    };
    let ((weight_1, score_1), (weight_2, score_2)) = (total(|p| p.0)?, total(|p| p.1)?);
    let middle = f64::midpoint(score_1, score_2);
    let mut movements: Vec<Movement> = parts
        .into_iter()
        .map(|(name, (first, second))| {
            let (share_1, share_2) = (first.map_or(0.0, |p| p.0 / weight_1), second.map_or(0.0, |p| p.0 / weight_2));
            let [first, second] = [first, second].map(|part| part.map(|p| p.1));
            let (before, after) = (first.or(second).unwrap_or(middle), second.or(first).unwrap_or(middle));
            Movement {
                name: name.to_owned(),
                first,
                second,
                // Adding 0.0 makes -0.0 a plain zero.
                by_level: f64::midpoint(share_1, share_2) * (after - before) + 0.0,
                by_composition: (share_2 - share_1) * (f64::midpoint(before, after) - middle) + 0.0,
            }
        })
        .collect();
    let size = |m: &Movement| m.by_level.abs() + m.by_composition.abs();
    movements.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.name.cmp(&b.name)));
    let sum = |of: fn(&Movement) -> f64| movements.iter().map(of).fold(0.0, |sum, x| sum + x);
    let (delta, by_level) = (score_2 - score_1, sum(|m| m.by_level));
    Some(Difference { delta, by_level, by_composition: delta - by_level, movements })
}

fn both<'a, T: 'a>(
    first: impl Iterator<Item = (&'a str, T)>,
    second: impl Iterator<Item = (&'a str, T)>,
) -> BTreeMap<&'a str, (Option<T>, Option<T>)> {
    let mut parts = BTreeMap::<&str, (Option<T>, Option<T>)>::new();
    for (name, part) in first {
        parts.entry(name).or_insert((None, None)).0 = Some(part);
    }
    for (name, part) in second {
        parts.entry(name).or_insert((None, None)).1 = Some(part);
    }
    parts
}

fn weighing(dimension: &DimensionScore) -> impl Iterator<Item = (&str, Part)> {
    let weighs = |i: &&ItemScore| i.weighs();
    dimension.items.iter().filter(weighs).filter_map(|i| Some((i.question.as_str(), (i.weight, i.points?))))
}

fn standings(dimension: Option<&DimensionScore>) -> impl Iterator<Item = (&str, Standing)> {
    dimension.into_iter().flat_map(|d| &d.items).map(|i| (i.question.as_str(), i.standing))
}

fn axis(first: Option<&DimensionScore>, second: Option<&DimensionScore>) -> Option<AxisComparison> {
    let shown = second.or(first)?;
    let difference = match (first, second) {
        (Some(a), Some(b)) if a.score.is_some() && b.score.is_some() => difference(both(weighing(a), weighing(b))),
        _ => None,
    };
    let restanding = both(standings(first), standings(second))
        .into_iter()
        .filter(|(_, (first, second))| first != second)
        .map(|(question, (first, second))| Restanding { question: question.to_owned(), first, second })
        .collect();
    Some(AxisComparison {
        name: shown.name.clone(),
        labels: shown.labels.clone(),
        first: first.and_then(|d| d.score),
        second: second.and_then(|d| d.score),
        difference,
        restanding,
    })
}

/// What moved between two scores, of one recipe or of two with stable names.
pub fn compare(first: &Score, second: &Score) -> Comparison {
    let of = |score: &'_ Score, name: &str| score.dimensions.iter().position(|d| d.name == name);
    let mut axes: Vec<AxisComparison> = second
        .dimensions
        .iter()
        .filter_map(|d| axis(of(first, &d.name).and_then(|n| first.dimensions.get(n)), Some(d)))
        .collect();
    axes.extend(first.dimensions.iter().filter(|d| of(second, &d.name).is_none()).filter_map(|d| axis(Some(d), None)));
    Comparison { overall: difference(both(scored(first), scored(second))), axes }
}

fn scored(score: &Score) -> impl Iterator<Item = (&str, Part)> {
    score.dimensions.iter().filter_map(|d| Some((d.name.as_str(), (d.weight, d.score?))))
}

/// A question that two recipes do not share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Unshared {
    /// Name of the question.
    pub question: String,
    /// Name of its dimension, in the recipe that has it.
    pub dimension: String,
}

/// Answers scored under the recipe of another version of their form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Recomputed {
    /// The score under the other recipe.
    pub score: Score,
    /// Counted by the other recipe and not asked by the form that was filled: as if blank.
    pub not_asked: Vec<Unshared>,
    /// Counted by the form that was filled and unknown to the other recipe: left aside.
    pub left_aside: Vec<Unshared>,
}

/// Scores answers, given to a form with the recipe `own`, under another recipe. Names of questions are stable for ever, and
/// a changed meaning takes a new name: so equal names mean equal questions. What was hidden or excused stays so.
pub fn recompute(answers: &[ItemAnswer], own: &Recipe, under: &Recipe) -> Recomputed {
    let lacking = |of: &Recipe, lacks: &dyn Fn(&str) -> bool| -> Vec<Unshared> {
        let weighing = of.items.iter().filter(|i| i.weight > 0.0 && lacks(&i.question));
        weighing.map(|i| Unshared { question: i.question.clone(), dimension: i.dimension.clone() }).collect()
    };
    let asked: BTreeSet<&str> = answers.iter().map(|a| a.question.as_str()).collect();
    Recomputed {
        score: score(under, answers),
        not_asked: lacking(under, &|question| !asked.contains(question)),
        left_aside: lacking(own, &|question| under.item(question).is_none()),
    }
}
