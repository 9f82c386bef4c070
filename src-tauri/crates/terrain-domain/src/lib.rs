//! Vocabulary and rules of the coaching programme: kinds, fields, values, findings, places, glossary.
//! No I/O, clock or chance: whatever depends on the day takes it as an argument.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod accept;
mod band;
mod comparison;
mod day;
pub mod document;
mod finding;
mod glossary;
mod ids;
mod joined;
mod kind;
mod kinds;
mod options;
mod place;
mod plan;
mod priority;
mod recipe;
mod recipe_check;
mod refusal;
mod score;
mod score_map;
mod search;
mod stage;
mod suggestion;
mod swot;
mod table;
mod twins;
mod value;

pub use accept::TEXT_MAX;
pub use band::{BANDS, Band, shown};
pub use comparison::{
    AxisComparison, Comparison, Difference, Movement, Recomputed, Restanding, Unshared, compare, recompute,
};
pub use day::{NextStep, UNSENT_DAYS, Waiting, next_step};
pub use finding::{Finding, findings, missing};
pub use glossary::{GLOSSARY, Term, term};
pub use ids::{device_prefix, new_v7, owner_prefix, v5};
pub use joined::kept_of;
pub use kind::{Field, FieldType, IdRecipe, Kind, ROLES, Role, Who, Writer};
pub use kinds::{EVENTS, KINDS, kind};
pub use options::{ACTION_STATUSES, DIMENSIONS, MILESTONES};
pub use place::{PROVINCES, Province, REGION, Region, SECTOR_CODES, SECTORS, Sector, province_of};
pub use plan::{ActionLife, ActionStatus, ActionUpdate, PRIORITIES, SOON_DAYS, action_priority, objective_progress};
pub use priority::{Impacts, Priority, Quadrant, effort};
pub use recipe::{
    ACTIONS_MAX, DIMENSIONS_MAX, Dimension, ITEMS_MAX, LEVEL_MAX, Recipe, ScoredItem, StandardAction, TARGET_DEFAULT,
    names_of_cell,
};
pub use recipe_check::{RecipeProblem, RecipeSheet, WEIGHT_MAX, recipe_problems};
pub use refusal::{Refusal, did_you_mean};
pub use score::{DimensionScore, ItemAnswer, ItemScore, Score, ScoreFinding, Standing, WhyNone, score};
pub use score_map::{NONE, ScoreMap};
pub use search::{normalise, terms};
pub use stage::{MONTHS, Marked, Stage, Way, way};
pub use suggestion::{Reason, SUGGESTIONS_MAX, Suggestion, suggestions};
pub use swot::{SWOT_MAX, Swot, SwotItem, SwotSeed, swot};
pub use table::{PUBLISHED_TABLES, TABLE_NUMBER, Table, TableKind, TableWriter};
pub use twins::{Alike, Looked, twins};
pub use value::{Dec, Input, Place, Value};
