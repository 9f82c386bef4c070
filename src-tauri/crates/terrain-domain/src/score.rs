//! The score of a diagnostic: its items, its dimensions, the whole, the band and what caps it.
//! It takes answers as they stand after the form engine: which are relevant is decided there, under the pinned version.
//!
//! - A level `v` between 0 and 4 gives `25·v` points.
//! - A dimension's score is `Σ wᵢ·pᵢ / Σ wᵢ` over what is relevant and answered. Less than 60 % of the relevant weight
//!   answered: no score, never 0. More than 20 % of the weight asked marked not applicable: no score.
//! - The overall score is `Σ W·S / Σ W` over the dimensions that have one; provisional below 4 of 5 of them.
//! - Weight 0 is a fact: shown, never counted.
//! - A blocking question at 0 caps the band at *emerging*.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::recipe_check::WEIGHT_MAX;
use crate::{Band, Dimension, Recipe, ScoredItem};

/// Points of one level: 4 levels make 100.
const POINTS_PER_LEVEL: f64 = 25.0;
/// Weights are typed with few decimals; shares that differ by less are equal.
const TOLERANCE: f64 = 1e-9;

/// How a scored question stands in an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ItemAnswer {
    /// Name of the question.
    pub question: String,
    /// The answer as XLSForm stores it; none or blank is unanswered.
    pub value: Option<String>,
    /// Whether the form shows the question.
    pub relevant: bool,
    /// Whether it is marked not applicable, with a reason.
    pub not_applicable: bool,
}

/// How an item entered the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Answered: in both sums.
    Counted,
    /// Relevant and blank.
    Unanswered,
    /// Answered by something that the recipe gives no level; as if blank.
    Unreadable,
    /// The form that was filled has no such question; as if blank.
    NotAsked,
    /// Hidden: in no sum.
    Irrelevant,
    /// Marked not applicable: in no sum.
    NotApplicable,
}

impl Standing {
    /// Message id.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counted => "score-item-counted",
            Self::Unanswered => "score-item-unanswered",
            Self::Unreadable => "score-item-unreadable",
            Self::NotAsked => "score-item-not-asked",
            Self::Irrelevant => "score-item-irrelevant",
            Self::NotApplicable => "score-item-not-applicable",
        }
    }
}

/// One question of a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ItemScore {
    /// Name of the question.
    pub question: String,
    /// Its weight within the dimension; 0 is a fact.
    pub weight: f64,
    /// Whether level 0 caps the band.
    pub blocking: bool,
    /// How it entered the sums.
    pub standing: Standing,
    /// 0 to 4, if counted.
    pub level: Option<f64>,
    /// 0 to 100, if counted.
    pub points: Option<f64>,
    /// The level aimed at.
    pub target: f64,
}

impl ItemScore {
    /// Whether it weighs in its dimension's score.
    pub fn weighs(&self) -> bool {
        self.weight > 0.0 && self.standing == Standing::Counted
    }
}

/// Why a dimension has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WhyNone {
    /// No item of it is relevant.
    NothingRelevant,
    /// Less than 60 % of the relevant weight is answered.
    TooFewAnswered,
    /// More than 20 % of the weight asked is marked not applicable.
    TooManyNotApplicable,
}

impl WhyNone {
    /// Message id.
    pub fn code(self) -> &'static str {
        match self {
            Self::NothingRelevant => "score-none-irrelevant",
            Self::TooFewAnswered => "score-none-answers",
            Self::TooManyNotApplicable => "score-none-applicable",
        }
    }
}

/// One dimension of a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DimensionScore {
    /// Stable name.
    pub name: String,
    /// Language code → words, of the recipe that was used.
    pub labels: BTreeMap<String, String>,
    /// Share of the overall score.
    pub weight: f64,
    /// 0 to 100, not rounded.
    pub score: Option<f64>,
    /// Its band, if it has a score.
    pub band: Option<Band>,
    /// Weight of what is relevant and answered.
    pub answered_weight: f64,
    /// Weight of what is relevant, without what is not applicable.
    pub relevant_weight: f64,
    /// Weight of what is marked not applicable.
    pub na_weight: f64,
    /// Why there is no score.
    pub why_none: Option<WhyNone>,
    /// Its questions, in the order of the recipe, facts included.
    pub items: Vec<ItemScore>,
}

/// Something to look at in a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ScoreFinding {
    /// Message id, `finding-…`.
    pub code: &'static str,
    /// The question it is about.
    pub question: String,
}

/// The score of an entry under a recipe.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Score {
    /// 0 to 100, not rounded; none where no dimension has a score.
    pub overall: Option<f64>,
    /// Whether fewer than 4 of 5 dimensions have a score.
    pub provisional: bool,
    /// The band, capped where a blocking question is at 0.
    pub band: Option<Band>,
    /// Whether the band would be higher without the flags.
    pub capped: bool,
    /// Blocking questions at level 0, in the order of the recipe.
    pub flags: Vec<String>,
    /// The dimensions, in the order of the recipe.
    pub dimensions: Vec<DimensionScore>,
    /// What to look at.
    pub findings: Vec<ScoreFinding>,
}

impl Score {
    /// All questions of all dimensions, in the order of the recipe.
    pub fn items(&self) -> impl Iterator<Item = (&DimensionScore, &ItemScore)> {
        self.dimensions.iter().flat_map(|d| d.items.iter().map(move |i| (d, i)))
    }

    /// A question of any dimension.
    pub fn item(&self, question: &str) -> Option<&ItemScore> {
        self.items().map(|(_, item)| item).find(|item| item.question == question)
    }
}

/// A weight that can be added up; an unsound recipe is told by `recipe_problems`, and its weight counts nothing here.
pub(crate) fn sound(weight: f64) -> f64 {
    if weight > 0.0 && weight <= WEIGHT_MAX { weight } else { 0.0 }
}

fn score_item(item: &ScoredItem, blocking: bool, answer: Option<&ItemAnswer>) -> ItemScore {
    let value = answer.and_then(|a| a.value.as_deref()).map(str::trim).filter(|value| !value.is_empty());
    let level = value.and_then(|value| item.map.level(value));
    let standing = match answer {
        None => Standing::NotAsked,
        Some(answer) if !answer.relevant => Standing::Irrelevant,
        // Not applicable is not offered on what nobody may be excused from: it is as if blank.
        Some(answer) if answer.not_applicable && blocking => Standing::Unanswered,
        Some(answer) if answer.not_applicable => Standing::NotApplicable,
        Some(_) if value.is_none() => Standing::Unanswered,
        Some(_) if level.is_none() => Standing::Unreadable,
        Some(_) => Standing::Counted,
    };
    let level = level.filter(|_| standing == Standing::Counted);
    ItemScore {
        question: item.question.clone(),
        weight: sound(item.weight),
        blocking,
        standing,
        level,
        points: level.map(|level| level * POINTS_PER_LEVEL),
        target: item.target,
    }
}

fn score_dimension(dimension: &Dimension, items: Vec<ItemScore>) -> DimensionScore {
    let weight_of = |standings: &[Standing]| -> f64 {
        // From 0.0 on: an empty sum is -0.0 in Rust.
        items.iter().filter(|i| standings.contains(&i.standing)).fold(0.0, |sum, i| sum + i.weight)
    };
    let answered = weight_of(&[Standing::Counted]);
    let relevant = answered + weight_of(&[Standing::Unanswered, Standing::Unreadable, Standing::NotAsked]);
    let na = weight_of(&[Standing::NotApplicable]);
    let slack = (relevant + na) * TOLERANCE;
    let why_none = if na * 5.0 > relevant + na + slack {
        Some(WhyNone::TooManyNotApplicable)
    } else if relevant <= 0.0 {
        Some(WhyNone::NothingRelevant)
    } else if answered * 5.0 + slack < relevant * 3.0 {
        Some(WhyNone::TooFewAnswered)
    } else {
        None
    };
    let points: f64 = items.iter().map(|i| i.weight * i.points.unwrap_or_default()).sum();
    // The division of sums can leave the range by the last bit.
    let score = why_none.is_none().then(|| (points / answered).clamp(0.0, 100.0));
    DimensionScore {
        name: dimension.name.clone(),
        labels: dimension.labels.clone(),
        weight: sound(dimension.weight),
        score,
        band: score.map(Band::of),
        answered_weight: answered,
        relevant_weight: relevant,
        na_weight: na,
        why_none,
        items,
    }
}

/// What is to be said of the items: an excuse where none is allowed, and answers that mean no level.
fn findings(answers: &BTreeMap<&str, &ItemAnswer>, dimensions: &[DimensionScore]) -> Vec<ScoreFinding> {
    let mut found = Vec::new();
    for item in dimensions.iter().flat_map(|d| &d.items) {
        let excused = answers.get(item.question.as_str()).is_some_and(|a| a.not_applicable && a.relevant);
        let code = match item.standing {
            Standing::Unanswered if excused && item.blocking => "finding-score-excused",
            Standing::Unreadable if item.weight > 0.0 => "finding-score-unreadable",
            _ => continue,
        };
        found.push(ScoreFinding { code, question: item.question.clone() });
    }
    found
}

/// Scores answers under a recipe. Answers to questions that the recipe does not name are left aside; the order of answers
/// does not matter; of two for one question the smaller counts.
pub fn score(recipe: &Recipe, answers: &[ItemAnswer]) -> Score {
    let sorted: BTreeSet<&ItemAnswer> = answers.iter().collect();
    let mut by_question: BTreeMap<&str, &ItemAnswer> = BTreeMap::new();
    for answer in sorted {
        by_question.entry(&answer.question).or_insert(answer);
    }
    let blocking = recipe.blocking();
    let dimensions: Vec<DimensionScore> = recipe
        .dimensions
        .iter()
        .map(|dimension| {
            let items = recipe.items.iter().filter(|i| i.dimension == dimension.name).map(|item| {
                let question = item.question.as_str();
                score_item(item, blocking.contains(question), by_question.get(question).copied())
            });
            score_dimension(dimension, items.collect())
        })
        .collect();

    let scored = || dimensions.iter().filter_map(|d| Some((d.weight, d.score?)));
    let weight: f64 = scored().map(|(weight, _)| weight).sum();
    let sum: f64 = scored().map(|(weight, score)| weight * score).sum();
    let overall = (weight > 0.0).then(|| (sum / weight).clamp(0.0, 100.0));
    // A dimension without a weighing item can never have a score and is not missed.
    let possible = dimensions.iter().filter(|d| d.items.iter().any(|i| i.weight > 0.0)).count();
    let flagged = |i: &&ItemScore| i.blocking && i.level == Some(0.0);
    let flags: Vec<String> =
        dimensions.iter().flat_map(|d| &d.items).filter(flagged).map(|i| i.question.clone()).collect();
    let free = overall.map(Band::of);
    let band = free.map(|band| if flags.is_empty() { band } else { band.min(Band::Emerging) });
    Score {
        overall,
        provisional: scored().count() * 5 < possible * 4,
        band,
        capped: band != free,
        flags,
        findings: findings(&by_question, &dimensions),
        dimensions,
    }
}
