//! Actions of development plans as they stand, by their updates: read for the plans that are asked about.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use terrain_domain::{ActionLife, ActionStatus, ActionUpdate, Value};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::{id_of, text_of};
use crate::{Fault, Session};

/// An action with what follows from its updates.
#[derive(Clone, Debug)]
pub(crate) struct LivingAction {
    pub row: Row,
    /// Rows that two laptops made of the same suggestion, and that are read as this one.
    pub also: Vec<Uuid>,
    pub cooperative: Uuid,
    /// The area of its objective.
    pub area: Option<String>,
    pub life: ActionLife,
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

fn ids(of: impl IntoIterator<Item = Uuid>) -> Vec<Value> {
    of.into_iter().map(Value::Id).collect()
}

impl Session {
    /// The actions of these plans, by their ids.
    pub(crate) fn living_actions(&mut self, plans: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, LivingAction>, Fault> {
        let rows = self.store.rows_among("action", "cooperative", &ids(plans.iter().copied()))?;
        let one = self.as_one(rows)?;
        self.lives_of(one)
    }

    /// These actions as their updates say they stand, each with the rows that are read as it.
    fn lives_of(&self, actions: Vec<(Row, Vec<Uuid>)>) -> Result<BTreeMap<Uuid, LivingAction>, Fault> {
        let read_as = |(row, also): &(Row, Vec<Uuid>)| {
            let id = row.id;
            std::iter::once(id).chain(also.clone()).map(move |one| (one, id)).collect::<Vec<_>>()
        };
        let read_as: BTreeMap<Uuid, Uuid> = actions.iter().flat_map(read_as).collect();
        let mut updates: BTreeMap<Uuid, Vec<ActionUpdate>> = BTreeMap::new();
        for row in self.store.rows_among("action_update", "action", &ids(read_as.keys().copied()))? {
            let action = id_of(&row, "action").and_then(|action| read_as.get(&action));
            if let (Some(action), Some(update)) = (action, update_of(&row)) {
                updates.entry(*action).or_default().push(update);
            }
        }
        let rows = actions.iter().map(|(row, _)| row);
        let named: BTreeSet<Uuid> = rows.filter_map(|row| id_of(row, "objective")).collect();
        let mut areas = BTreeMap::new();
        for objective in named {
            let area = self.store.row("objective", &objective)?.and_then(|row| text_of(&row, "area"));
            areas.extend(area.map(|area| (objective, area)));
        }
        let mut lives = BTreeMap::new();
        for (row, also) in actions {
            let Some(cooperative) = id_of(&row, "cooperative") else { continue };
            let noted = updates.get(&row.id).map_or(&[][..], Vec::as_slice);
            let life = ActionLife::of(day_of(&row, "due_on"), text_of(&row, "refused").is_some(), noted);
            let area = id_of(&row, "objective").and_then(|objective| areas.get(&objective).cloned());
            lives.insert(row.id, LivingAction { cooperative, area, life, also, row });
        }
        Ok(lives)
    }
}

/// What is left to do in these plans: the latest first, those without a day last.
pub(crate) fn open_actions(
    session: &mut Session,
    plans: &BTreeSet<Uuid>,
    today: NaiveDate,
) -> Result<Vec<OpenAction>, Fault> {
    let known = session.living_actions(plans)?;
    let mut open: Vec<OpenAction> =
        known.values().filter(|a| a.life.is_open()).map(|a| open_action(a, today)).collect();
    open.sort_by_key(|a| (a.due_on.is_none(), a.due_on, a.id));
    Ok(open)
}

fn open_action(action: &LivingAction, today: NaiveDate) -> OpenAction {
    let LivingAction { row, cooperative, area, life, .. } = action;
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
    let known = session.living_actions(&BTreeSet::from([*cooperative]))?;
    let offered = |a: &&LivingAction| {
        let left = a.life.is_open() || a.life.closed_on.is_some_and(|closed| closed >= on);
        left && a.life.status != ActionStatus::Refused
    };
    let mut offered: Vec<&LivingAction> = known.values().filter(offered).collect();
    offered.sort_by_key(|a| (a.life.due_on.is_none(), a.life.due_on, a.row.id));
    Ok(offered.iter().map(|a| (a.row.id.to_string(), text_of(&a.row, "title").unwrap_or_default())).collect())
}

/// Derived fields with their values.
type Derived = Vec<(&'static str, Json)>;

/// What is derived of these actions.
pub(crate) fn derived(session: &Session, rows: &[Row]) -> Result<BTreeMap<Uuid, Derived>, Fault> {
    let known = session.lives_of(rows.iter().map(|row| (row.clone(), Vec::new())).collect())?;
    let told = |a: &LivingAction| {
        vec![
            ("status", Json::from(a.life.status.code())),
            ("progress", Json::from(a.life.progress)),
            ("postponed_count", Json::from(a.life.postponed)),
        ]
    };
    Ok(known.iter().map(|(id, action)| (*id, told(action))).collect())
}
