//! What a diagnostic proposes: strengths, weaknesses, opportunities, threats, and standard actions with their reasons.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use terrain_domain::{Suggestion, Swot, score as score_of, suggestions, swot};
use uuid::Uuid;

use super::open::Content;
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

/// Proposes from what counts of an entry.
pub fn suggest(session: &mut Session, entry: &str, language: &str) -> Result<SuggestionView, Fault> {
    let mut entry = session.entry(entry, Content::Counted)?;
    let _ = entry.session.set_language(language);
    let answers = entry.item_answers();
    let recipe = entry.recipe()?;
    let score = score_of(recipe, &answers);
    let held: BTreeSet<(String, String)> = entry.session.actions_held().into_iter().collect();
    let values: BTreeMap<String, String> = answers.into_iter().filter_map(|a| Some((a.question, a.value?))).collect();
    let swot = swot(&score, &values);
    let actions = suggestions(recipe, &score, &held, &BTreeSet::new());
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
