//! Actions of development plans as they stand, by their updates. What follows from the log alone is worked out once for
//! all cooperatives and kept until an action or an update changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;
use terrain_domain::{ActionLife, ActionStatus, ActionUpdate, Value};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::{id_of, text_of};
use crate::{Fault, Session};

/// What the lives of actions follow from; of a joined record, whose they are.
const LIFE_KINDS: [&str; 5] = ["action", "action_update", "objective", "cooperative", "alias"];

/// An action with what follows from its updates.
#[derive(Clone, Debug)]
pub(crate) struct LivingAction {
    pub row: Row,
    pub cooperative: Uuid,
    /// The area of its objective.
    pub area: Option<String>,
    pub life: ActionLife,
}

/// All actions, as long as they stay as they are.
#[derive(Default)]
pub(crate) struct Lives {
    known: Option<(u64, Arc<BTreeMap<Uuid, LivingAction>>)>,
}

/// An action that something is left to do of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct OpenAction {
    /// Its row.
    pub id: Uuid,
    /// Whose plan.
    pub cooperative: Uuid,
    /// The objective that it serves.
    pub objective: Option<Uuid>,
    /// The dimension of that objective.
    pub area: Option<String>,
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: Option<String>,
    /// `planned` or `in_progress`.
    pub status: ActionStatus,
    /// Percent.
    pub progress: u8,
    /// The day promised last, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub due_on: Option<NaiveDate>,
    /// Days since that day; 0 if it has not passed.
    pub overdue_days: u32,
    /// That day is today or within two weeks.
    pub soon: bool,
    /// How often a later day was promised.
    pub postponed: u32,
    /// The day of the last update, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub updated_on: Option<NaiveDate>,
}

pub(crate) fn day_of(row: &Row, field: &str) -> Option<NaiveDate> {
    match row.fields.get(field) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    }
}

pub(crate) fn int_of(row: &Row, field: &str) -> Option<i64> {
    match row.fields.get(field) {
        Some(Value::Int(i)) => Some(*i),
        _ => None,
    }
}

/// Updates without a day or a status are no updates.
pub(crate) fn update_of(row: &Row) -> Option<ActionUpdate> {
    Some(ActionUpdate {
        id: row.id,
        on: day_of(row, "on")?,
        status: ActionStatus::parse(&text_of(row, "status")?)?,
        progress: int_of(row, "progress"),
        due_on: day_of(row, "due_on"),
    })
}

impl Session {
    /// Every action that is here, by its id.
    pub(crate) fn living_actions(&mut self) -> Result<Arc<BTreeMap<Uuid, LivingAction>>, Fault> {
        let times = self.store.times_changed(&LIFE_KINDS);
        if let Some((at, known)) = &self.lives.known
            && *at == times
        {
            return Ok(known.clone());
        }
        let mut updates: BTreeMap<Uuid, Vec<ActionUpdate>> = BTreeMap::new();
        for row in self.store.rows("action_update", &[])? {
            if let (Some(action), Some(update)) = (id_of(&row, "action"), update_of(&row)) {
                updates.entry(action).or_default().push(update);
            }
        }
        let objectives = self.store.rows("objective", &[])?;
        let areas: BTreeMap<Uuid, String> =
            objectives.iter().filter_map(|row| Some((row.id, text_of(row, "area")?))).collect();
        let mut actions = BTreeMap::new();
        for row in self.store.rows("action", &[])? {
            let Some(cooperative) = id_of(&row, "cooperative") else { continue };
            let noted = updates.get(&row.id).map_or(&[][..], Vec::as_slice);
            let life = ActionLife::of(day_of(&row, "due_on"), text_of(&row, "refused").is_some(), noted);
            let area = id_of(&row, "objective").and_then(|objective| areas.get(&objective).cloned());
            actions.insert(row.id, LivingAction { cooperative, area, life, row });
        }
        let known = Arc::new(actions);
        self.lives.known = Some((times, known.clone()));
        Ok(known)
    }
}

/// What is left to do in one plan, or in all: the latest first, those without a day last.
pub(crate) fn open_actions(
    session: &mut Session,
    cooperative: Option<Uuid>,
    today: NaiveDate,
) -> Result<Vec<OpenAction>, Fault> {
    let known = session.living_actions()?;
    let of_plan = |a: &&LivingAction| a.life.is_open() && cooperative.is_none_or(|c| c == a.cooperative);
    let mut open: Vec<OpenAction> = known.values().filter(of_plan).map(|a| open_action(a, today)).collect();
    open.sort_by_key(|a| (a.due_on.is_none(), a.due_on, a.id));
    Ok(open)
}

fn open_action(action: &LivingAction, today: NaiveDate) -> OpenAction {
    let LivingAction { row, cooperative, area, life } = action;
    OpenAction {
        id: row.id,
        cooperative: *cooperative,
        objective: id_of(row, "objective"),
        area: area.clone(),
        title: text_of(row, "title").unwrap_or_default(),
        owner: text_of(row, "owner"),
        status: life.status,
        progress: life.progress,
        due_on: life.due_on,
        overdue_days: life.overdue_days(today),
        soon: life.is_soon(today),
        postponed: life.postponed,
        updated_on: life.updated_on,
    }
}

/// The actions of a plan that were open on this day or are now, as a form offers them: identifier and title, by the day
/// promised.
pub(crate) fn choices(
    session: &mut Session,
    cooperative: &Uuid,
    on: NaiveDate,
) -> Result<Vec<(String, String)>, Fault> {
    let known = session.living_actions()?;
    let offered = |a: &&LivingAction| {
        let left = a.life.is_open() || a.life.closed_on.is_some_and(|closed| closed >= on);
        a.cooperative == *cooperative && left && a.life.status != ActionStatus::Refused
    };
    let mut offered: Vec<&LivingAction> = known.values().filter(offered).collect();
    offered.sort_by_key(|a| (a.life.due_on.is_none(), a.life.due_on, a.row.id));
    Ok(offered.iter().map(|a| (a.row.id.to_string(), text_of(&a.row, "title").unwrap_or_default())).collect())
}

/// Derived fields with their values.
type Derived = Vec<(&'static str, Json)>;

/// What is derived of every action.
pub(crate) fn derived(session: &mut Session) -> Result<BTreeMap<Uuid, Derived>, Fault> {
    let known = session.living_actions()?;
    let told = |a: &LivingAction| {
        vec![
            ("status", Json::from(a.life.status.code())),
            ("progress", Json::from(a.life.progress)),
            ("postponed_count", Json::from(a.life.postponed)),
        ]
    };
    Ok(known.iter().map(|(id, action)| (*id, told(action))).collect())
}
