//! A cooperative's plan as the window shows it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use terrain_domain::{ActionLife, ActionStatus, Kind, Value, findings};
use terrain_store::Row;
use uuid::Uuid;

use super::alike::{objectives, objectives_as_one};
use super::lives::{LivingAction, day_of, int_of, update_of};
use super::proposed::SuggestedAction;
use super::totals::{PlanTotals, totals};
use crate::cooperatives::DiagnosticView;
use crate::entry::{id_of, text_of};
use crate::fields::{find_row, known_kind};
use crate::records::FindingView;
use crate::{Fault, Session};

/// Most visits that an update can be said to be of: two years of work.
const VISITS_MAX: usize = 60;

/// Whose plan.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub struct PlanRequest {
    /// The cooperative.
    pub cooperative: String,
    /// Language of what the diagnostic's form says.
    pub language: Option<String>,
}

/// A plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanView {
    /// Whose.
    pub cooperative: Uuid,
    /// French.
    pub name_fr: String,
    /// Arabic.
    pub name_ar: Option<String>,
    /// The most recent diagnostic, sealed or not.
    pub diagnostic: Option<DiagnosticView>,
    /// The day of the sealed diagnostic that suggests, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub suggested_on: Option<NaiveDate>,
    /// What it suggests and nobody has decided, best first.
    pub suggestions: Vec<SuggestedAction>,
    /// Dimension → its name in the diagnostic.
    pub areas: BTreeMap<String, String>,
    /// In the order of the areas.
    pub objectives: Vec<ObjectiveView>,
    /// Every action that was kept, by the day promised; those refused too.
    pub actions: Vec<PlanAction>,
    /// Figures of the whole.
    pub totals: PlanTotals,
    /// What was asked of experts, newest first.
    pub requests: Vec<RequestView>,
    /// Visits that were not cancelled, newest first.
    pub visits: Vec<PlanVisit>,
    /// Who works in the programme.
    pub people: Vec<PersonView>,
}

/// What a cooperative wants to reach.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ObjectiveView {
    /// Its row.
    pub id: Uuid,
    /// Dimension.
    pub area: String,
    /// In words.
    pub title: String,
    /// By when, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub horizon: Option<NaiveDate>,
    /// Percent, the mean of its actions; nothing without any.
    pub progress: Option<u8>,
}

/// An action with its life.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanAction {
    /// Its row.
    pub id: Uuid,
    /// Rows that other laptops made of the same suggestion, and that are read as this one.
    pub also: Vec<Uuid>,
    /// The objective that it serves.
    pub objective: Option<Uuid>,
    /// It was promised during a visit: it serves no objective, and nothing that a diagnostic suggests.
    pub promised: bool,
    /// The standard action or question that it comes from.
    pub origin: Option<String>,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: Option<String>,
    /// First day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub start_on: Option<NaiveDate>,
    /// The day promised first, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub first_due_on: Option<NaiveDate>,
    /// The day promised last, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub due_on: Option<NaiveDate>,
    /// Since when it is done or dropped, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub closed_on: Option<NaiveDate>,
    /// Centimes of dirham.
    pub cost: Option<i64>,
    /// Who pays.
    pub funding: Option<String>,
    /// What is measured.
    pub indicator: Option<String>,
    /// Before, as an exact decimal.
    pub baseline: Option<String>,
    /// Aimed at, as an exact decimal.
    pub target: Option<String>,
    /// 1 comes first.
    pub priority: Option<i64>,
    /// Why it was not taken.
    pub refused: Option<String>,
    /// By its updates.
    pub status: ActionStatus,
    /// Percent.
    pub progress: u8,
    /// Days until the day promised, negative once it has passed; nothing where nothing is left to do.
    pub days_left: Option<i64>,
    /// That day is today or within two weeks.
    pub soon: bool,
    /// How often a later day was promised.
    pub postponed: u32,
    /// Its life, oldest first.
    pub updates: Vec<UpdateView>,
    /// What to look at in it.
    pub findings: Vec<FindingView>,
    /// Fields on which people disagree.
    pub provisional: Vec<String>,
}

/// What was noted of an action.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct UpdateView {
    /// Its row.
    pub id: Uuid,
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub on: NaiveDate,
    /// Since then.
    pub status: ActionStatus,
    /// Percent, if it was said.
    pub progress: Option<i64>,
    /// The day promised, if it was said, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub due_on: Option<NaiveDate>,
    /// The day that had been promised before, where this one is later, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub postponed_from: Option<NaiveDate>,
    /// In words.
    pub note: Option<String>,
    /// The visit during which it was noted.
    pub visit: Option<Uuid>,
    /// Who noted it.
    pub author: String,
    /// What to look at in it.
    pub findings: Vec<FindingView>,
}

/// What was asked of an expert.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RequestView {
    /// Its row.
    pub id: Uuid,
    /// What it is about.
    pub topic: String,
    /// Which knowledge is needed.
    pub expertise: Option<String>,
    /// When, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub asked_on: Option<NaiveDate>,
    /// Who answers.
    pub answered_by: Option<Uuid>,
    /// What came of it.
    pub outcome: Option<String>,
    /// open, planned, done, refused.
    #[cfg_attr(feature = "types", ts(type = "'open' | 'planned' | 'done' | 'refused'"))]
    pub status: String,
    /// What to look at in it.
    pub findings: Vec<FindingView>,
}

/// A visit that an update may be of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanVisit {
    /// Its row.
    pub id: Uuid,
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub on: NaiveDate,
    /// What it is for.
    pub purpose: Option<String>,
}

/// Somebody of the programme.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PersonView {
    /// The row.
    pub id: Uuid,
    /// The name.
    pub name: String,
}

/// The plan of a cooperative, with what its last sealed diagnostic suggests.
pub fn plan(session: &mut Session, asked: &PlanRequest, language: &str) -> Result<PlanView, Fault> {
    let cooperative = find_row(&session.store, known_kind("cooperative")?, &asked.cooperative)?;
    let gone = || Fault::input("fault-unknown-row", &[("kind", "cooperative"), ("got", &cooperative.to_string())]);
    let row = session.store.row("cooperative", &cooperative)?.ok_or_else(gone)?;
    let known = session.living_actions(&BTreeSet::from([cooperative]))?;
    let mut of_plan: Vec<&LivingAction> = known.values().collect();
    of_plan.sort_by_key(|a| (a.life.due_on.is_none(), a.life.due_on, a.row.id));
    let proposed = session.proposed(&row, &of_plan, language)?;
    let decided: Vec<String> = of_plan.iter().filter_map(|a| text_of(&a.row, "origin")).collect();
    let today = session.today();
    let (updates, standard) = (updates_of(session, &of_plan)?, session.standard_actions()?);
    let aims = session.store.rows("objective", &[("cooperative", Value::Id(cooperative))])?;
    let as_one = objectives_as_one(&aims);
    let mut actions: Vec<PlanAction> = of_plan
        .iter()
        .map(|a| {
            let noted = updates.get(&a.row.id).map_or(&[][..], Vec::as_slice);
            action_view(session, a, noted, &standard, today)
        })
        .collect::<Result<_, Fault>>()?;
    for action in &mut actions {
        action.objective = action.objective.map(|id| as_one.get(&id).copied().unwrap_or(id));
    }
    Ok(PlanView {
        cooperative,
        name_fr: text_of(&row, "name_fr").unwrap_or_default(),
        name_ar: text_of(&row, "name_ar"),
        diagnostic: proposed.newest,
        suggested_on: proposed.sealed.map(|(_, day)| day),
        suggestions: proposed.actions.into_iter().filter(|s| !decided.contains(&s.origin)).collect(),
        areas: proposed.areas,
        objectives: objectives(&aims, &as_one, &of_plan),
        totals: totals(&actions),
        actions,
        requests: requests(session, &cooperative, today)?,
        visits: visits(session, &cooperative)?,
        people: people(session)?,
    })
}

fn looked_at(kind: &'static Kind, row: &Row, today: NaiveDate) -> Vec<FindingView> {
    let found = findings(kind, &row.fields, today).into_iter();
    found.map(|f| FindingView { code: f.code.into(), field: f.field.into() }).collect()
}

/// Action → rows of its updates, in the order in which they count.
fn updates_of(session: &Session, actions: &[&LivingAction]) -> Result<BTreeMap<Uuid, Vec<Row>>, Fault> {
    let mut found: BTreeMap<Uuid, Vec<Row>> = BTreeMap::new();
    for action in actions {
        let ids: Vec<Value> = std::iter::once(action.row.id).chain(action.also.clone()).map(Value::Id).collect();
        found.insert(action.row.id, session.store.rows_among("action_update", "action", &ids)?);
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| (day_of(row, "on"), row.id));
    }
    Ok(found)
}

/// Made by the report of a visit. What a diagnostic suggested stays an action of the plan without an objective too.
fn is_promised(row: &Row, standard: &BTreeSet<String>) -> bool {
    let suggested = |origin: String| standard.contains(&origin);
    id_of(row, "objective").is_none() && text_of(row, "origin").is_some_and(|origin| !suggested(origin))
}

fn action_view(
    session: &Session,
    action: &LivingAction,
    rows: &[Row],
    standard: &BTreeSet<String>,
    today: NaiveDate,
) -> Result<PlanAction, Fault> {
    let LivingAction { row, life, also, .. } = action;
    let text = |field: &str| text_of(row, field);
    let dec = |field: &str| match row.fields.get(field) {
        Some(Value::Dec(d)) => Some(d.to_string()),
        _ => None,
    };
    Ok(PlanAction {
        id: row.id,
        also: also.clone(),
        objective: id_of(row, "objective"),
        promised: is_promised(row, standard),
        origin: text("origin"),
        title: text("title").unwrap_or_default(),
        owner: text("owner"),
        start_on: day_of(row, "start_on"),
        first_due_on: day_of(row, "due_on"),
        due_on: life.due_on,
        closed_on: life.closed_on,
        cost: int_of(row, "cost"),
        funding: text("funding"),
        indicator: text("indicator"),
        baseline: dec("baseline"),
        target: dec("target"),
        priority: int_of(row, "priority"),
        refused: text("refused"),
        status: life.status,
        progress: life.progress,
        days_left: life.days_left(today),
        soon: life.is_soon(today),
        postponed: life.postponed,
        updates: update_views(session, row, rows, today)?,
        findings: looked_at(known_kind("action")?, row, today),
        provisional: row.disagreements.clone(),
    })
}

fn update_views(session: &Session, action: &Row, rows: &[Row], today: NaiveDate) -> Result<Vec<UpdateView>, Fault> {
    let (kind, due) = (known_kind("action_update")?, day_of(action, "due_on"));
    let told: Vec<_> = rows.iter().filter_map(|row| Some((row, update_of(row)?))).collect();
    let updates: Vec<_> = told.iter().map(|(_, update)| *update).collect();
    let view = |(n, (row, update)): (usize, &(&Row, terrain_domain::ActionUpdate))| {
        let before = ActionLife::of(due, false, updates.get(..n).unwrap_or_default());
        UpdateView {
            id: row.id,
            on: update.on,
            status: update.status,
            progress: update.progress,
            due_on: update.due_on,
            postponed_from: before.due_on.filter(|was| update.due_on.is_some_and(|day| day > *was)),
            note: text_of(row, "note"),
            visit: id_of(row, "visit"),
            author: session.name_of(session.store.person_of_row(&row.id)),
            findings: looked_at(kind, row, today),
        }
    };
    Ok(told.iter().enumerate().map(view).collect())
}

fn requests(session: &Session, cooperative: &Uuid, today: NaiveDate) -> Result<Vec<RequestView>, Fault> {
    let kind = known_kind("assistance_request")?;
    let rows = session.store.rows(kind.name, &[("cooperative", Value::Id(*cooperative))])?;
    let view = |row: &Row| RequestView {
        id: row.id,
        topic: text_of(row, "topic").unwrap_or_default(),
        expertise: text_of(row, "expertise"),
        asked_on: day_of(row, "asked_on"),
        answered_by: id_of(row, "answered_by"),
        outcome: text_of(row, "outcome"),
        status: text_of(row, "status").unwrap_or_default(),
        findings: looked_at(kind, row, today),
    };
    let mut requests: Vec<RequestView> = rows.iter().map(view).collect();
    requests.sort_by_key(|r| std::cmp::Reverse((r.asked_on, r.id)));
    Ok(requests)
}

fn visits(session: &Session, cooperative: &Uuid) -> Result<Vec<PlanVisit>, Fault> {
    let rows = session.store.rows("visit", &[("cooperative", Value::Id(*cooperative)), ("cancelled", Value::Null)])?;
    let view =
        |row: &Row| Some(PlanVisit { id: row.id, on: day_of(row, "planned_on")?, purpose: text_of(row, "purpose") });
    let mut visits: Vec<PlanVisit> = rows.iter().filter_map(view).collect();
    visits.sort_by_key(|v| std::cmp::Reverse((v.on, v.id)));
    visits.truncate(VISITS_MAX);
    Ok(visits)
}

fn people(session: &Session) -> Result<Vec<PersonView>, Fault> {
    let rows = session.store.rows("person", &[])?;
    Ok(rows.iter().filter_map(|row| Some(PersonView { id: row.id, name: text_of(row, "name")? })).collect())
}
