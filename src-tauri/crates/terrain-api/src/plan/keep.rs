//! A suggestion is kept, and becomes an action of the plan, or is refused with a reason. Either is one operation.

use std::collections::BTreeSet;

use serde::Deserialize;
use terrain_domain::{DIMENSIONS, Dec, FieldType, Input, Value, action_priority};
use terrain_store::OpName;
use terrain_words::Words;
use uuid::Uuid;

use super::lives::LivingAction;
use super::proposed::{Proposed, ReasonView, SuggestedAction};
use crate::entry::{id_of, text_of};
use crate::fields::{find_row, known_kind};
use crate::records::Created;
use crate::{Fault, Session};

/// A suggestion to keep.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub struct KeepRequest {
    /// Whose plan.
    pub cooperative: String,
    /// Identifier of the standard action.
    pub origin: String,
    /// Language in which the action is written down.
    pub language: Option<String>,
}

/// A suggestion to refuse.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub struct RefuseRequest {
    /// Whose plan.
    pub cooperative: String,
    /// Identifier of the standard action.
    pub origin: String,
    /// Why the cooperative does not take it.
    pub reason: String,
    /// Language in which the action is written down.
    pub language: Option<String>,
}

/// A suggestion of a cooperative's last sealed diagnostic, and the action that was made of it already.
struct Decision {
    cooperative: Uuid,
    proposed: Proposed,
    suggestion: Option<SuggestedAction>,
    decided: Option<LivingAction>,
}

impl Decision {
    fn of(session: &mut Session, cooperative: &str, origin: &str, language: &str) -> Result<Self, Fault> {
        let cooperative = find_row(&session.store, known_kind("cooperative")?, cooperative)?;
        let gone = || Fault::input("fault-unknown-row", &[("kind", "cooperative"), ("got", &cooperative.to_string())]);
        let row = session.store.row("cooperative", &cooperative)?.ok_or_else(gone)?;
        let known = session.living_actions(&BTreeSet::from([cooperative]))?;
        let of_plan: Vec<_> = known.values().collect();
        let mut proposed = session.proposed(&row, &of_plan, language)?;
        let at = proposed.actions.iter().position(|a| a.origin == origin);
        let suggestion = at.map(|at| proposed.actions.swap_remove(at));
        let decided = of_plan.iter().find(|a| text_of(&a.row, "origin").as_deref() == Some(origin));
        let decided = decided.map(|a| LivingAction::clone(a));
        if suggestion.is_none() && decided.is_none() {
            return Err(Fault::input("fault-not-suggested", &[("got", origin)]));
        }
        Ok(Self { cooperative, proposed, suggestion, decided })
    }

    fn area(&self) -> Option<&str> {
        self.suggestion.as_ref().map(|s| s.area.as_str()).filter(|area| DIMENSIONS.contains(area))
    }

    /// The first objective of the suggestion's area, if there is one.
    fn objective(&self, session: &Session) -> Result<Option<Uuid>, Fault> {
        let Some(area) = self.area() else { return Ok(None) };
        let of_area = [("cooperative", Value::Id(self.cooperative)), ("area", Value::Text(area.to_owned()))];
        Ok(session.store.rows("objective", &of_area)?.first().map(|row| row.id))
    }
}

fn dec(level: f64) -> Option<Value> {
    Dec::parse(&level.to_string()).map(Value::Dec)
}

/// What can be measured of an action: the level of the question that asks for it most, today and aimed at.
fn measured(reason: &ReasonView, words: &Words) -> Vec<(&'static str, Value)> {
    let (Some(level), Some(target)) = (reason.level, reason.target) else { return Vec::new() };
    let indicator = words.say("plan-indicator-level", &[("question", &reason.label)]);
    let known = [("indicator", Some(Value::Text(indicator))), ("baseline", dec(level)), ("target", dec(target))];
    known.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}

/// What every action that comes from a suggestion says.
fn written(cooperative: Uuid, suggestion: &SuggestedAction) -> Vec<(&'static str, Value)> {
    vec![
        ("cooperative", Value::Id(cooperative)),
        ("origin", Value::Text(suggestion.origin.clone())),
        ("title", Value::Text(suggestion.title.clone())),
        ("priority", Value::Int(action_priority(suggestion.urgent, suggestion.quadrant))),
    ]
}

/// Takes a suggestion into the plan, under an objective of its area, which is made if there is none. One that was refused
/// before is taken after all; one that was kept already stays as it is.
pub fn keep_suggestion(session: &mut Session, asked: &KeepRequest, words: &Words) -> Result<Created, Fault> {
    let decision = Decision::of(session, &asked.cooperative, &asked.origin, words.code())?;
    let objective = decision.objective(session)?;
    let title = decision.area().map(|area| {
        let name = decision.proposed.areas.get(area).cloned().unwrap_or_else(|| area.to_owned());
        (area.to_owned(), words.say("plan-objective-title", &[("area", &name)]))
    });
    let Decision { cooperative, suggestion, decided, .. } = decision;
    if let Some(row) = decided.as_ref().map(|a| &a.row).filter(|row| text_of(row, "refused").is_none()) {
        return Ok(Created { id: row.id, findings: Vec::new() });
    }
    let (id, _) = session.store.write(OpName::Create, None, |w| {
        let kept = decided.as_ref().and_then(|a| id_of(&a.row, "objective"));
        let objective = match (kept.or(objective), title) {
            (Some(objective), _) => Some(objective),
            (None, Some((area, title))) => {
                let fields = [
                    ("cooperative", Value::Id(cooperative)),
                    ("area", Value::Text(area)),
                    ("title", Value::Text(title)),
                ];
                Some(w.create("objective", &fields)?)
            }
            (None, None) => None,
        };
        let under = objective.map_or(Value::Null, Value::Id);
        if let Some(LivingAction { row, .. }) = &decided {
            w.set("action", row.id, "objective", &under)?;
            w.set("action", row.id, "refused", &Value::Null)?;
            return Ok(row.id);
        }
        let Some(suggestion) = &suggestion else { return Err(terrain_store::StoreError::Incomplete("suggestion")) };
        let mut fields = written(cooperative, suggestion);
        fields.push(("objective", under));
        fields.extend(suggestion.reasons.first().into_iter().flat_map(|reason| measured(reason, words)));
        w.create("action", &fields)
    })?;
    Ok(Created { id, findings: Vec::new() })
}

/// Notes that the cooperative does not take a suggestion, and why. An action that was made of it is refused as it stands.
pub fn refuse_suggestion(session: &mut Session, asked: &RefuseRequest, words: &Words) -> Result<Created, Fault> {
    let reason = asked.reason.trim();
    if !reason.chars().any(char::is_alphanumeric) {
        return Err(Fault::input("fault-refusal-without-reason", &[]));
    }
    let Decision { cooperative, suggestion, decided, .. } =
        Decision::of(session, &asked.cooperative, &asked.origin, words.code())?;
    let reason = FieldType::Text.accept(&Input::Text(reason.to_owned()));
    let reason = reason.map_err(|r| Fault::refused_value("refused", &r))?;
    let (id, _) = session.store.write(OpName::Create, None, |w| match (&decided, &suggestion) {
        (Some(action), _) => {
            let mut rows = std::iter::once(action.row.id).chain(action.also.iter().copied());
            rows.try_for_each(|row| w.set("action", row, "refused", &reason))?;
            Ok(action.row.id)
        }
        (None, Some(suggestion)) => {
            let mut fields = written(cooperative, suggestion);
            fields.push(("refused", reason));
            w.create("action", &fields)
        }
        (None, None) => Err(terrain_store::StoreError::Incomplete("suggestion")),
    })?;
    Ok(Created { id, findings: Vec::new() })
}
