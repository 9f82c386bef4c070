//! The scoring recipe that a form carries in its sheets `terrain_dimensions`, `terrain_scoring` and `terrain_actions`:
//! what is counted, how much it weighs, and what to propose. It is data only: what is wrong with it is said by
//! `recipe_check.rs`, what it gives by `score.rs` and `suggestion.rs`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ScoreMap;

/// Highest level of a scored question; the lowest is 0.
pub const LEVEL_MAX: f64 = 4.0;
/// The level that is aimed at where the sheet says nothing.
pub const TARGET_DEFAULT: f64 = 3.0;
/// Most dimensions of a recipe; the strategic diagnostic has 10.
pub const DIMENSIONS_MAX: usize = 60;
/// Most rows of `terrain_scoring`; the strategic diagnostic has 52.
pub const ITEMS_MAX: usize = 2_000;
/// Most rows of `terrain_actions`; the strategic diagnostic has about 70.
pub const ACTIONS_MAX: usize = 2_000;

/// How a form is scored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// Rows of `terrain_dimensions`, in the order of the sheet.
    pub dimensions: Vec<Dimension>,
    /// Rows of `terrain_scoring`, in the order of the sheet.
    pub items: Vec<ScoredItem>,
    /// Rows of `terrain_actions`, in the order of the sheet: one row per action and question, so that the same `id`
    /// may come several times.
    pub actions: Vec<StandardAction>,
}

/// An axis of the diagnostic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Stable name.
    pub name: String,
    /// Language code → words.
    pub labels: BTreeMap<String, String>,
    /// Share of the overall score; those of a recipe add to 100.
    pub weight: f64,
    /// Questions whose level 0 caps the band at *emerging*.
    pub blocking: Vec<String>,
}

/// A question that counts in a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoredItem {
    /// Name of the dimension.
    pub dimension: String,
    /// Name of the question in the survey.
    pub question: String,
    /// Share within the dimension; 0 is a fact, shown and never counted.
    pub weight: f64,
    /// From the answer to a level.
    pub map: ScoreMap,
    /// The level aimed at, 0 to 4.
    pub target: f64,
}

/// A standard action that a question may suggest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardAction {
    /// Stable identifier, `A_…`.
    pub id: String,
    /// Language code → words.
    pub labels: BTreeMap<String, String>,
    /// The dimension it works on.
    pub area: String,
    /// Days of coaching that it usually takes.
    pub typical_days: f64,
    /// The question that suggests it.
    pub question: String,
    /// XLSForm expression, decided by the form engine; blank is the rule *level ≤ 2*.
    pub when: String,
}

impl Recipe {
    /// The recipe of a form without scoring sheets.
    pub fn is_empty(&self) -> bool {
        self.dimensions.is_empty() && self.items.is_empty() && self.actions.is_empty()
    }

    /// A dimension by its name.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.name == name)
    }

    /// What counts of a question.
    pub fn item(&self, question: &str) -> Option<&ScoredItem> {
        self.items.iter().find(|i| i.question == question)
    }

    /// Whether level 0 of the question caps the band; such a question cannot be marked not applicable.
    pub fn is_blocking(&self, question: &str) -> bool {
        self.dimensions.iter().any(|d| d.blocking.iter().any(|b| b == question))
    }

    /// Questions whose level 0 caps the band.
    pub fn blocking(&self) -> BTreeSet<&str> {
        self.dimensions.iter().flat_map(|d| &d.blocking).map(String::as_str).collect()
    }
}

/// The names in a cell that lists several, separated by blanks, commas or semicolons, Arabic ones too.
pub fn names_of_cell(text: &str) -> Vec<String> {
    let separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '؛');
    text.split(separator).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
