//! A first sheet of strengths, weaknesses, opportunities and threats, for the coach to edit freely.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::recipe::LEVEL_MAX;
use crate::{DimensionScore, ItemScore, Score};

/// Most entries of each of the four lists.
pub const SWOT_MAX: usize = 5;
/// A question from this level on is a strength.
const STRONG: f64 = 3.0;
/// A question up to this level is a weakness.
const WEAK: f64 = 1.0;

/// What an answer has to be for a question to be a seed.
enum Seed {
    /// A text: each of its lines is an entry.
    Text,
    /// A number above this.
    Above(f64),
    /// A number up to this.
    UpTo(f64),
}

/// Questions of the strategic diagnostic that seed opportunities; a form that lacks them has none (scoring rules of the
/// programme's diagnostic, "swot").
const OPPORTUNITIES: [(&str, Seed); 2] = [("swot_opportunities", Seed::Text), ("territory_potential", Seed::Text)];
/// The same for threats: one client above 60 % of the sales, weak supply, exposure to climate.
const THREATS: [(&str, Seed); 4] = [
    ("swot_threats", Seed::Text),
    ("main_client_share", Seed::Above(60.0)),
    ("supply_inputs", Seed::UpTo(1.0)),
    ("climate_risk", Seed::UpTo(1.0)),
];

/// A question among strengths or weaknesses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SwotItem {
    /// Name of the question.
    pub question: String,
    /// Name of its dimension.
    pub dimension: String,
    /// Its level.
    pub level: f64,
    /// What it is ranked by.
    pub rank: f64,
}

/// An opportunity or a threat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SwotSeed {
    /// Name of the question.
    pub question: String,
    /// A line of what somebody wrote; none where the value itself is the reason.
    pub text: Option<String>,
    /// The value, as it was given.
    pub value: String,
}

/// The four lists, each the most important first.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Swot {
    /// Levels from 3, ranked by `W·w·level`.
    pub strengths: Vec<SwotItem>,
    /// Levels up to 1, ranked by `W·w·(4 − level)`.
    pub weaknesses: Vec<SwotItem>,
    /// What was written of chances.
    pub opportunities: Vec<SwotSeed>,
    /// What was written of dangers, then what the answers show.
    pub threats: Vec<SwotSeed>,
}

fn ranked(score: &Score, picks: fn(f64) -> bool, distance: fn(f64) -> f64) -> Vec<SwotItem> {
    let pick = |(dimension, item): (&DimensionScore, &ItemScore)| {
        let level = item.level.filter(|level| item.weighs() && picks(*level))?;
        let rank = dimension.weight * item.weight * distance(level);
        Some(SwotItem { question: item.question.clone(), dimension: dimension.name.clone(), level, rank })
    };
    let mut items: Vec<SwotItem> = score.items().filter_map(pick).collect();
    // Stable: of equals the earlier row of the recipe stays first.
    items.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    items.truncate(SWOT_MAX);
    items
}

fn seeds(seeds: &[(&str, Seed)], answers: &BTreeMap<String, String>) -> Vec<SwotSeed> {
    let mut found = Vec::new();
    for (question, seed) in seeds {
        let Some(value) = answers.get(*question).map(|value| value.trim()).filter(|value| !value.is_empty()) else {
            continue;
        };
        let number: Option<f64> = value.parse().ok();
        let entry = |text: Option<&str>| SwotSeed {
            question: (*question).to_owned(),
            text: text.map(str::to_owned),
            value: text.unwrap_or(value).to_owned(),
        };
        match seed {
            Seed::Text => {
                let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
                found.extend(lines.take(SWOT_MAX).map(|line| entry(Some(line))));
            }
            Seed::Above(most) => found.extend(number.filter(|n| n > most).map(|_| entry(None))),
            Seed::UpTo(least) => found.extend(number.filter(|n| n <= least).map(|_| entry(None))),
        }
    }
    found.truncate(SWOT_MAX);
    found
}

/// A proposal from a score and the raw answers by question, without those that are hidden or not applicable.
pub fn swot(score: &Score, answers: &BTreeMap<String, String>) -> Swot {
    Swot {
        strengths: ranked(score, |level| level >= STRONG, |level| level),
        weaknesses: ranked(score, |level| level <= WEAK, |level| LEVEL_MAX - level),
        opportunities: seeds(&OPPORTUNITIES, answers),
        threats: seeds(&THREATS, answers),
    }
}
