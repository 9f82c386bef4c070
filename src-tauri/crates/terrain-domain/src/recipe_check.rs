//! What is wrong with a recipe, each thing with its sheet, row and column, so that whoever read the workbook can point at
//! the cell. Whether a question exists in the survey, and whether an expression can be read, is for the form compiler.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::recipe::{ACTIONS_MAX, DIMENSIONS_MAX, ITEMS_MAX};
use crate::score_map::is_level;
use crate::{Recipe, StandardAction, did_you_mean};

/// A sheet of the recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipeSheet {
    /// `terrain_dimensions`.
    Dimensions,
    /// `terrain_scoring`.
    Scoring,
    /// `terrain_actions`.
    Actions,
}

impl RecipeSheet {
    /// Its name in the workbook.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dimensions => "terrain_dimensions",
            Self::Scoring => "terrain_scoring",
            Self::Actions => "terrain_actions",
        }
    }
}

/// Something wrong with a recipe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecipeProblem {
    /// The sheet.
    pub sheet: RecipeSheet,
    /// Place in the vector of the recipe, from 0.
    pub row: usize,
    /// Header of the column.
    pub column: &'static str,
    /// Message id, `finding-recipe-…`.
    pub code: &'static str,
    /// What the message says.
    pub args: BTreeMap<&'static str, String>,
    /// Whether the recipe can be used all the same.
    pub warning: bool,
}

/// Weights above this are slips of the hand; below it no sum of `ITEMS_MAX` products can overflow.
pub const WEIGHT_MAX: f64 = 1e6;
/// More days than this for one standard action is a slip of the hand.
const DAYS_MAX: f64 = 366.0;
/// Longer names are not proposed in place of a wrong one: comparing costs their length.
const NAME_BYTES_MAX: usize = 200;
/// What the weights of the dimensions add to.
const WEIGHTS_SUM: f64 = 100.0;
/// Decimal fractions do not add up exactly in binary.
const SUM_TOLERANCE: f64 = 1e-6;

struct Check<'r> {
    recipe: &'r Recipe,
    sheet: RecipeSheet,
    row: usize,
    found: Vec<RecipeProblem>,
}

impl Check<'_> {
    fn put(&mut self, code: &'static str, column: &'static str, args: &[(&'static str, String)], warning: bool) {
        let args = args.iter().cloned().collect();
        self.found.push(RecipeProblem { sheet: self.sheet, row: self.row, column, code, args, warning });
    }

    fn wrong(&mut self, code: &'static str, column: &'static str, got: &str) {
        self.put(code, column, &[("got", got.chars().take(60).collect())], false);
    }

    fn warn(&mut self, code: &'static str, column: &'static str, got: &str) {
        self.put(code, column, &[("got", got.chars().take(60).collect())], true);
    }

    /// Missing or already `taken`.
    fn name(&mut self, name: &str, column: &'static str, fresh: bool) {
        if name.trim().is_empty() {
            self.wrong("finding-recipe-missing", column, column);
        } else if !fresh {
            self.wrong("finding-recipe-twice", column, name);
        }
    }

    fn too_many(&mut self, rows: usize, most: usize) {
        self.row = most;
        if rows > most {
            let column = if self.sheet == RecipeSheet::Actions { "id" } else { "dimension" };
            self.put("finding-recipe-many", column, &[("max", most.to_string())], false);
        }
    }

    fn dimension_name(&mut self, name: &str, column: &'static str, warning: bool) {
        if self.recipe.dimension(name).is_some() {
            return;
        }
        let names = self.recipe.dimensions.iter().take(DIMENSIONS_MAX).map(|d| d.name.as_str());
        let hint = did_you_mean(name, names.filter(|name| name.len() <= NAME_BYTES_MAX)).unwrap_or("none");
        let args = [("got", name.chars().take(60).collect()), ("hint", hint.to_owned())];
        self.put("finding-recipe-dimension-unknown", column, &args, warning);
    }

    fn dimensions(&mut self) {
        let recipe = self.recipe;
        self.sheet = RecipeSheet::Dimensions;
        let places: BTreeMap<&str, &str> =
            recipe.items.iter().map(|i| (i.question.as_str(), i.dimension.as_str())).collect();
        let mut names = BTreeSet::new();
        for (row, dimension) in recipe.dimensions.iter().take(DIMENSIONS_MAX).enumerate() {
            self.row = row;
            self.name(&dimension.name, "name", names.insert(&dimension.name));
            if !(dimension.weight > 0.0 && dimension.weight <= WEIGHT_MAX) {
                self.wrong("finding-recipe-weight", "weight", &dimension.weight.to_string());
            }
            let counts = |i: &&crate::ScoredItem| i.dimension == dimension.name && i.weight > 0.0;
            if !recipe.items.iter().any(|i| counts(&i)) {
                self.warn("finding-recipe-dimension-empty", "name", &dimension.name);
            }
            if dimension.labels.values().all(|words| words.trim().is_empty()) {
                self.warn("finding-recipe-label", "label", &dimension.name);
            }
            for question in &dimension.blocking {
                if places.get(question.as_str()) != Some(&dimension.name.as_str()) {
                    self.wrong("finding-recipe-blocking", "blocking", question);
                }
            }
        }
        self.too_many(recipe.dimensions.len(), DIMENSIONS_MAX);
        self.row = 0;
        let sum: f64 = recipe.dimensions.iter().map(|d| d.weight).sum();
        if !recipe.dimensions.is_empty() && (sum - WEIGHTS_SUM).abs() > SUM_TOLERANCE {
            self.warn("finding-recipe-sum", "weight", &sum.to_string());
        }
    }

    fn scoring(&mut self) {
        let recipe = self.recipe;
        self.sheet = RecipeSheet::Scoring;
        let mut questions = BTreeSet::new();
        for (row, item) in recipe.items.iter().take(ITEMS_MAX).enumerate() {
            self.row = row;
            self.name(&item.question, "question", questions.insert(&item.question));
            self.dimension_name(&item.dimension, "dimension", false);
            if !(0.0..=WEIGHT_MAX).contains(&item.weight) {
                self.wrong("finding-recipe-weight-negative", "weight", &item.weight.to_string());
            }
            if !is_level(item.target) {
                self.wrong("finding-recipe-level", "target", &item.target.to_string());
            }
            if let Some(level) = item.map.levels().into_iter().find(|level| !is_level(*level)) {
                self.wrong("finding-recipe-level", "map", &level.to_string());
            }
        }
        self.too_many(recipe.items.len(), ITEMS_MAX);
    }

    fn actions(&mut self) {
        let recipe = self.recipe;
        self.sheet = RecipeSheet::Actions;
        let (mut pairs, mut firsts) = (BTreeSet::new(), BTreeMap::<&str, &StandardAction>::new());
        for (row, action) in recipe.actions.iter().take(ACTIONS_MAX).enumerate() {
            self.row = row;
            self.name(&action.id, "id", pairs.insert((&action.id, &action.question)));
            let first = *firsts.entry(&action.id).or_insert(action);
            if (first.typical_days, &first.area) != (action.typical_days, &action.area) {
                self.warn("finding-recipe-action-differs", "id", &action.id);
            }
            if std::ptr::eq(first, action) && action.labels.values().all(|words| words.trim().is_empty()) {
                self.warn("finding-recipe-label", "label", &action.id);
            }
            self.dimension_name(&action.area, "area", true);
            if !(action.typical_days > 0.0 && action.typical_days <= DAYS_MAX) {
                self.wrong("finding-recipe-days", "typical_days", &action.typical_days.to_string());
            }
            match recipe.item(&action.question) {
                _ if action.question.trim().is_empty() => {
                    self.wrong("finding-recipe-missing", "question", "question");
                }
                None if action.when.trim().is_empty() => {
                    self.wrong("finding-recipe-action-never", "question", &action.question);
                }
                _ => {}
            }
        }
        self.too_many(recipe.actions.len(), ACTIONS_MAX);
    }
}

/// Everything wrong with a recipe, sheet by sheet and row by row; a recipe without problems that are no warning can be
/// scored.
pub fn recipe_problems(recipe: &Recipe) -> Vec<RecipeProblem> {
    let mut check = Check { recipe, sheet: RecipeSheet::Dimensions, row: 0, found: Vec::new() };
    check.dimensions();
    check.scoring();
    check.actions();
    check.found
}
