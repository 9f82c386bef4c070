//! How much an action is worth beginning with: how far from the target, how heavy, how many days. Numbers only; which
//! actions are meant is `suggestion.rs`.

use serde::{Deserialize, Serialize};

use crate::Recipe;
use crate::score::sound;

/// Where an action stands between impact and effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Impact from 3, effort up to 2.
    QuickWin,
    /// Impact from 3, effort from 3.
    MajorProject,
    /// Impact below 3, effort up to 2.
    FillIn,
    /// Impact below 3, effort from 3.
    Postpone,
}

impl Quadrant {
    /// Of impact and effort, both 1 to 5.
    pub fn of(impact: u8, effort: u8) -> Self {
        match (impact >= 3, effort <= 2) {
            (true, true) => Self::QuickWin,
            (true, false) => Self::MajorProject,
            (false, true) => Self::FillIn,
            (false, false) => Self::Postpone,
        }
    }

    /// Message id.
    pub fn code(self) -> &'static str {
        match self {
            Self::QuickWin => "quadrant-quick-win",
            Self::MajorProject => "quadrant-major-project",
            Self::FillIn => "quadrant-fill-in",
            Self::Postpone => "quadrant-postpone",
        }
    }
}

/// What an action on a question is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Priority {
    /// Levels from the answer to the target, 0 if it is reached.
    pub gap: f64,
    /// 1 to 5, by the weight of question and dimension.
    pub impact: u8,
    /// 1 to 5, by the days it takes.
    pub effort: u8,
    /// `impact · gap / effort`.
    pub index: f64,
    /// Impact against effort.
    pub quadrant: Quadrant,
}

/// Most days of coaching of each effort but the last.
const EFFORT_DAYS: [(f64, u8); 4] = [(0.5, 1), (1.0, 2), (2.0, 3), (3.0, 4)];
/// A question without a level (a fact whose condition holds) is taken as one level away from where it should be.
const GAP_OF_FACTS: f64 = 1.0;
/// Five times the heaviest product by itself may come out a bit above five.
const TOLERANCE: f64 = 1e-9;

/// 1 to 5 by the days of coaching that an action usually takes.
pub fn effort(typical_days: f64) -> u8 {
    EFFORT_DAYS.iter().find(|(most, _)| typical_days <= *most).map_or(5, |(_, effort)| *effort)
}

fn weight(recipe: &Recipe, dimension: &str, weight: f64) -> f64 {
    recipe.dimension(dimension).map_or(0.0, |d| sound(d.weight) * sound(weight))
}

/// Impact of each question of a recipe.
#[derive(Clone, Debug)]
pub struct Impacts<'r> {
    recipe: &'r Recipe,
    heaviest: f64,
}

impl<'r> Impacts<'r> {
    /// Looks for the heaviest question.
    pub fn new(recipe: &'r Recipe) -> Self {
        let weights = recipe.items.iter().map(|i| weight(recipe, &i.dimension, i.weight));
        Self { recipe, heaviest: weights.fold(0.0, f64::max) }
    }

    /// `⌈5 · W·w / heaviest W·w⌉`, 1 to 5; a question that does not weigh has 1.
    pub fn of(&self, question: &str) -> u8 {
        let Some(item) = self.recipe.item(question) else { return 1 };
        let share = 5.0 * weight(self.recipe, &item.dimension, item.weight) / self.heaviest;
        (1..5).find(|impact| share <= f64::from(*impact) + TOLERANCE).unwrap_or(if share > 4.0 { 5 } else { 1 })
    }

    /// What an action of so many days is worth on a question at a level, or on one that has none.
    pub fn priority(&self, question: &str, level: Option<f64>, typical_days: f64) -> Priority {
        let target = self.recipe.item(question).map(|i| i.target);
        let gap = match (target, level) {
            (Some(target), Some(level)) => (target - level).max(0.0),
            _ => GAP_OF_FACTS,
        };
        let (impact, effort) = (self.of(question), effort(typical_days));
        let index = f64::from(impact) * gap / f64::from(effort);
        Priority { gap, impact, effort, index, quadrant: Quadrant::of(impact, effort) }
    }
}
