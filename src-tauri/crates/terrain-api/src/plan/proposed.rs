//! What the last sealed diagnostic of a cooperative proposes, less what was decided already.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{ActionStatus, Quadrant, Suggestion};
use terrain_store::Row;
use uuid::Uuid;

use crate::cooperatives::DiagnosticView;
use crate::entry::{in_language, proposal, text_of};
use crate::plan::lives::LivingAction;
use crate::{Fault, Session};

/// A standard action that nobody has kept or refused yet.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SuggestedAction {
    /// Identifier of the standard action.
    pub origin: String,
    /// Its words in the language asked for.
    pub title: String,
    /// The dimension it works on.
    pub area: String,
    /// Days of coaching that it usually takes.
    pub typical_days: f64,
    /// A blocking question at 0 asks for it.
    pub urgent: bool,
    /// The recipe takes it into its proposal; else it only offers it.
    pub taken: bool,
    /// Impact against effort.
    pub quadrant: Quadrant,
    /// Why, the weightiest first.
    pub reasons: Vec<ReasonView>,
}

/// A question that asks for an action.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ReasonView {
    /// Its name.
    pub question: String,
    /// Its words in the language asked for.
    pub label: String,
    /// Its level, 0 to 4, where it has one.
    pub level: Option<f64>,
    /// The level aimed at, where it is scored.
    pub target: Option<f64>,
    /// The answer for people.
    pub shown: String,
}

/// What the last sealed diagnostic says.
#[derive(Default)]
pub(crate) struct Proposed {
    /// The most recent diagnostic, sealed or not.
    pub newest: Option<DiagnosticView>,
    /// The last sealed one, and the day on which it was held.
    pub sealed: Option<(Uuid, NaiveDate)>,
    /// All that it proposes, decided or not.
    pub actions: Vec<SuggestedAction>,
    /// Dimension → its name.
    pub areas: BTreeMap<String, String>,
}

impl Session {
    /// What is proposed to this cooperative; nothing as long as no diagnostic is sealed here.
    pub(crate) fn proposed(
        &mut self,
        cooperative: &Row,
        actions: &[&LivingAction],
        language: &str,
    ) -> Result<Proposed, Fault> {
        let visits = self.last_visits(Some(cooperative.id))?;
        let standings = self.diagnostics(std::slice::from_ref(cooperative), &visits)?.remove(&cooperative.id);
        let standings = standings.unwrap_or_default();
        let sealed = standings.iter().filter_map(|s| s.sealed.map(|day| (day, s.entry))).max();
        let newest = standings.into_iter().max_by_key(|s| s.entry).map(DiagnosticView::from);
        let Some((day, entry)) = sealed else { return Ok(Proposed { newest, ..Proposed::default() }) };
        let done = |a: &&&LivingAction| {
            a.life.status == ActionStatus::Done && a.life.closed_on.is_some_and(|closed| closed <= day)
        };
        let done: BTreeSet<String> = actions.iter().filter(done).filter_map(|a| text_of(&a.row, "origin")).collect();
        // A form without scores proposes nothing; one that has not come yet does so later.
        let Ok(found) = proposal(self, &entry, language, &done) else {
            return Ok(Proposed { newest, sealed: Some((entry, day)), ..Proposed::default() });
        };
        let reasons = |suggestion: &Suggestion| {
            let reason = |r: &terrain_domain::Reason| {
                let words = found.questions.get(&r.question);
                ReasonView {
                    question: r.question.clone(),
                    label: words.map(|w| w.label.clone()).unwrap_or_default(),
                    level: r.level,
                    target: words.and_then(|w| w.target),
                    shown: words.map(|w| w.shown.clone()).unwrap_or_default(),
                }
            };
            suggestion.reasons.iter().map(reason).collect()
        };
        let action = |suggestion: &Suggestion| SuggestedAction {
            origin: suggestion.id.clone(),
            title: in_language(&suggestion.labels, language),
            area: suggestion.area.clone(),
            typical_days: suggestion.typical_days,
            urgent: suggestion.urgent,
            taken: suggestion.taken,
            quadrant: suggestion.priority.quadrant,
            reasons: reasons(suggestion),
        };
        let actions = found.actions.iter().map(action).collect();
        Ok(Proposed { newest, sealed: Some((entry, day)), actions, areas: found.areas })
    }
}
