//! Which standard actions a diagnostic suggests, why, and in which order. Whether a condition of the workbook held is
//! told by the form engine; whether an action is kept is the coach's.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{Impacts, Priority, Recipe, Score, StandardAction};

/// Most actions of a proposal: more than this nobody reads, and a plan of 24 months cannot hold.
pub const SUGGESTIONS_MAX: usize = 15;
/// A question up to this level suggests its actions.
const LEVEL_SUGGESTS: f64 = 2.0;
/// A question up to this level has its first action taken into the proposal; its others are offered.
const LEVEL_TAKES: f64 = 1.0;

/// A question that suggests an action.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Reason {
    /// Name of the question.
    pub question: String,
    /// Its level, if it counted.
    pub level: Option<f64>,
    /// The condition of the workbook that held; blank is the rule *level ≤ 2*.
    pub when: String,
    /// What the action is worth on this question.
    pub priority: Priority,
}

/// A standard action proposed to the coach.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Suggestion {
    /// Identifier of the standard action.
    pub id: String,
    /// Language code → words.
    pub labels: BTreeMap<String, String>,
    /// The dimension it works on.
    pub area: String,
    /// Days of coaching that it usually takes.
    pub typical_days: f64,
    /// A blocking question at 0 asks for it: it comes before all others.
    pub urgent: bool,
    /// Whether the proposal takes it; else it is only offered.
    pub taken: bool,
    /// The highest of its reasons.
    pub priority: Priority,
    /// All its reasons, the highest index first.
    pub reasons: Vec<Reason>,
}

/// The level of a question that counted, facts included.
fn level(score: &Score, question: &str) -> Option<f64> {
    score.item(question).and_then(|item| item.level)
}

fn holds(action: &StandardAction, score: &Score, held: &BTreeSet<(String, String)>) -> bool {
    if action.when.trim().is_empty() {
        return score
            .item(&action.question)
            .is_some_and(|i| i.weighs() && i.level.is_some_and(|l| l <= LEVEL_SUGGESTS));
    }
    held.contains(&(action.id.clone(), action.question.clone()))
}

/// The actions that a score suggests, best first, at most 15.
///
/// `held` names (action, question) of the rows whose condition is true for the entry; `done` names actions that the
/// cooperative has done already. An action suggested by several questions is proposed once.
pub fn suggestions(
    recipe: &Recipe,
    score: &Score,
    held: &BTreeSet<(String, String)>,
    done: &BTreeSet<String>,
) -> Vec<Suggestion> {
    let impacts = Impacts::new(recipe);
    let mut found: Vec<Suggestion> = Vec::new();
    // The first row of an action says what it is.
    let (mut firsts, mut places) = (BTreeMap::<&str, &StandardAction>::new(), BTreeMap::<&str, usize>::new());
    let mut begun = BTreeSet::new();
    for row in &recipe.actions {
        let action = *firsts.entry(&row.id).or_insert(row);
        if done.contains(&row.id) || !holds(row, score, held) {
            continue;
        }
        let level = level(score, &row.question);
        let priority = impacts.priority(&row.question, level, action.typical_days);
        let reason = Reason { question: row.question.clone(), level, when: row.when.trim().to_owned(), priority };
        let urgent = score.flags.contains(&row.question);
        let taken = begun.insert(&row.question) && level.is_some_and(|level| level <= LEVEL_TAKES);
        let place = *places.entry(&row.id).or_insert(found.len());
        match found.get_mut(place) {
            Some(known) => {
                known.urgent |= urgent;
                known.taken |= taken;
                known.reasons.push(reason);
            }
            None => found.push(Suggestion {
                id: action.id.clone(),
                labels: action.labels.clone(),
                area: action.area.clone(),
                typical_days: action.typical_days,
                urgent,
                taken,
                priority,
                reasons: vec![reason],
            }),
        }
    }
    for suggestion in &mut found {
        // Stable: of equals the earlier row of the sheet stays first.
        suggestion.reasons.sort_by(|a, b| b.priority.index.total_cmp(&a.priority.index));
        suggestion.priority = suggestion.reasons.first().map_or(suggestion.priority, |reason| reason.priority);
    }
    found.sort_by(|a, b| b.urgent.cmp(&a.urgent).then_with(|| b.priority.index.total_cmp(&a.priority.index)));
    found.truncate(SUGGESTIONS_MAX);
    found
}
