//! What a diagnostic proposes: strengths, weaknesses, opportunities, threats, and standard actions with their reasons.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use terrain_domain::{Recipe, Score, Suggestion, Swot, score as score_of, suggestions, swot};
use uuid::Uuid;

use super::open::{Content, Entry};
use crate::{Fault, Session};

/// A proposal, for the coach to keep, edit or refuse.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SuggestionView {
    /// The entry.
    pub entry: Uuid,
    /// Strengths, weaknesses, opportunities, threats.
    pub swot: Swot,
    /// Standard actions, best first.
    pub actions: Vec<Suggestion>,
    /// Question → its label in the language asked for.
    pub labels: BTreeMap<String, String>,
}

/// What a plan needs of a sealed diagnostic.
pub(crate) struct Proposal {
    /// Standard actions, best first.
    pub actions: Vec<Suggestion>,
    /// Questions that are reasons.
    pub questions: BTreeMap<String, ReasonWords>,
    /// Dimension → its name in the language asked for, else in French.
    pub areas: BTreeMap<String, String>,
}

/// A question that is a reason, in words.
pub(crate) struct ReasonWords {
    pub label: String,
    /// The answer for people.
    pub shown: String,
    /// The level aimed at, of a question that is scored.
    pub target: Option<f64>,
}

fn proposed(entry: &Entry, recipe: &Recipe, score: &Score, done: &BTreeSet<String>) -> Vec<Suggestion> {
    let held: BTreeSet<(String, String)> = entry.session.actions_held().into_iter().collect();
    suggestions(recipe, score, &held, done)
}

/// Proposes from what counts of an entry.
pub fn suggest(session: &mut Session, entry: &str, language: &str) -> Result<SuggestionView, Fault> {
    let mut entry = session.entry(entry, Content::Counted)?;
    let _ = entry.session.set_language(language);
    let answers = entry.item_answers();
    let recipe = entry.recipe()?;
    let score = score_of(recipe, &answers);
    let values: BTreeMap<String, String> = answers.into_iter().filter_map(|a| Some((a.question, a.value?))).collect();
    let swot = swot(&score, &values);
    let actions = proposed(&entry, recipe, &score, &BTreeSet::new());
    let named = actions.iter().flat_map(|a| a.reasons.iter().map(|r| r.question.clone()));
    let named = named.chain(swot.strengths.iter().chain(&swot.weaknesses).map(|i| i.question.clone()));
    let named: BTreeSet<String> =
        named.chain(swot.opportunities.iter().chain(&swot.threats).map(|i| i.question.clone())).collect();
    let label = |name: String| {
        let label = entry.place(&name).ok().and_then(|p| entry.session.node(&p)).map(|s| s.label).unwrap_or_default();
        (name, label)
    };
    let labels = named.into_iter().map(label).collect();
    Ok(SuggestionView { entry: entry.id, swot, actions, labels })
}

/// What a diagnostic proposes for a plan, standard actions that were done before it aside.
pub(crate) fn proposal(
    session: &mut Session,
    entry: &Uuid,
    language: &str,
    done: &BTreeSet<String>,
) -> Result<Proposal, Fault> {
    let mut entry = session.open_entry(entry, Content::Counted)?;
    let _ = entry.session.set_language(language);
    let recipe = entry.recipe()?;
    let score = score_of(recipe, &entry.item_answers());
    let actions = proposed(&entry, recipe, &score, done);
    let named: BTreeSet<&String> = actions.iter().flat_map(|a| a.reasons.iter().map(|r| &r.question)).collect();
    let words = |name: &String| {
        let state = entry.place(name).ok().and_then(|p| entry.session.node(&p));
        let (label, shown) = state.map(|s| (s.label, s.shown)).unwrap_or_default();
        let target = recipe.item(name).filter(|i| i.weight > 0.0).map(|i| i.target);
        (name.clone(), ReasonWords { label, shown, target })
    };
    let questions = named.into_iter().map(words).collect();
    let areas = recipe.dimensions.iter().map(|d| (d.name.clone(), in_language(&d.labels, language)));
    Ok(Proposal { questions, areas: areas.collect(), actions })
}

/// Words in this language, else in French, else in any.
pub(crate) fn in_language(labels: &BTreeMap<String, String>, language: &str) -> String {
    labels.get(language).or_else(|| labels.get("fr")).or_else(|| labels.values().next()).cloned().unwrap_or_default()
}
