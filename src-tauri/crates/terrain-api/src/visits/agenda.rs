//! Visits between two days, each with who, where, and where its report stands.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use terrain_domain::document::State;
use terrain_domain::{Value, province_of};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::{Stand, id_of, text_of};
use crate::plan::day_of;
use crate::{Fault, Session};

/// Which days.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub(crate) struct AgendaRequest {
    /// The first, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub from: NaiveDate,
    /// The last.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub to: NaiveDate,
}

/// Visits of some days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AgendaView {
    /// Today by this laptop's calendar.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub today: NaiveDate,
    /// Whoever works here.
    pub person: Uuid,
    /// By day and hour; those without an hour come first.
    pub visits: Vec<AgendaVisit>,
}

/// A visit in the agenda.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AgendaVisit {
    /// Its row.
    pub id: Uuid,
    /// Whom it goes to.
    pub cooperative: Uuid,
    /// French name.
    pub name_fr: String,
    /// Arabic name.
    pub name_ar: Option<String>,
    /// Code of the province.
    pub province: Option<String>,
    /// Village.
    pub douar: Option<String>,
    /// Code of the sector.
    pub sector: Option<String>,
    /// Who goes.
    pub coach: Option<Uuid>,
    /// Their name.
    pub coach_name: String,
    /// Whoever works here goes.
    pub mine: bool,
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub planned_on: Option<NaiveDate>,
    /// `HH:MM`.
    pub starts_at: Option<String>,
    /// `HH:MM`.
    pub ends_at: Option<String>,
    /// What for.
    pub purpose: Option<String>,
    /// Where.
    pub venue: Option<String>,
    /// Person-days.
    pub days: Option<f64>,
    /// Why it was cancelled.
    pub cancelled: Option<String>,
    /// planned; done: its report is finalised; late: the day has passed and it is not; cancelled.
    #[cfg_attr(feature = "types", ts(type = "'planned' | 'done' | 'late' | 'cancelled'"))]
    pub state: &'static str,
    /// Its report, begun or finalised.
    pub report: Option<Uuid>,
    /// Where the report stands: draft, finalised, returned, validated, closed.
    #[cfg_attr(feature = "types", ts(type = "'draft' | 'finalised' | 'returned' | 'validated' | 'closed' | null"))]
    pub report_state: Option<&'static str>,
}

/// The hours and minutes of a time.
fn hour(row: &Row, field: &str) -> Option<String> {
    match row.fields.get(field) {
        Some(Value::Time(minutes)) => Some(format!("{:02}:{:02}", minutes / 60, minutes % 60)),
        _ => None,
    }
}

fn number(row: &Row, field: &str) -> Option<f64> {
    match row.fields.get(field) {
        Some(Value::Dec(dec)) => dec.to_string().parse().ok(),
        _ => None,
    }
}

/// A report of a visit and its state.
pub(super) type Reported = (Uuid, State);

impl Session {
    /// Reports of these visits: of several, the one that has come furthest.
    pub(super) fn reports(&mut self, visits: &[Row]) -> Result<BTreeMap<Uuid, Reported>, Fault> {
        let forms = self.store.rows("form", &[("purpose", Value::Text("visit_report".into()))])?;
        let forms: BTreeSet<Uuid> = forms.iter().map(|row| row.id).collect();
        let ids: Vec<Value> = visits.iter().map(|row| Value::Id(row.id)).collect();
        let mut found: BTreeMap<Uuid, Reported> = BTreeMap::new();
        let mut entries = self.store.rows_among("entry", "subject", &ids)?;
        entries.retain(|entry| id_of(entry, "form").is_some_and(|form| forms.contains(&form)));
        let stands = self.stands(&entries.iter().map(|entry| entry.id).collect::<Vec<_>>())?;
        for entry in entries {
            let (of, stand) = (id_of(&entry, "subject"), stands.get(&entry.id));
            if let (Some(visit), Some(Stand { state, .. })) = (of, stand) {
                let state = *state;
                let best = found.entry(visit).or_insert((entry.id, state));
                if is_done(state) && !is_done(best.1) {
                    *best = (entry.id, state);
                }
            }
        }
        Ok(found)
    }

    /// These visits as the agenda shows them, by day and hour.
    pub(super) fn agenda_visits(&mut self, rows: &[Row], today: NaiveDate) -> Result<Vec<AgendaVisit>, Fault> {
        let reports = self.reports(rows)?;
        let own = self.store.identity().person;
        let ids = |field: &str| -> Vec<Value> {
            let ids: BTreeSet<Uuid> = rows.iter().filter_map(|row| id_of(row, field)).collect();
            ids.into_iter().map(Value::Id).collect()
        };
        let mut cooperatives = BTreeMap::new();
        for id in ids("cooperative") {
            if let Value::Id(id) = id
                && let Some(row) = self.store.row("cooperative", &id)?
            {
                cooperatives.insert(id, row);
            }
        }
        let coaches: BTreeMap<Uuid, String> = ids("coach")
            .iter()
            .filter_map(|id| if let Value::Id(id) = id { Some((*id, self.name_of(Some(*id)))) } else { None })
            .collect();
        let view = |row: &Row| {
            let cooperative = id_of(row, "cooperative")?;
            let record = cooperatives.get(&cooperative);
            let coach = id_of(row, "coach");
            let said = |field: &str| record.and_then(|r| text_of(r, field));
            let report = reports.get(&row.id);
            let planned_on = day_of(row, "planned_on");
            let cancelled = text_of(row, "cancelled");
            Some(AgendaVisit {
                id: row.id,
                cooperative,
                name_fr: said("name_fr").unwrap_or_default(),
                name_ar: said("name_ar"),
                province: said("commune_code").and_then(|c| province_of(&c)).map(|p| p.code.to_owned()),
                douar: said("douar"),
                sector: said("sector"),
                coach,
                coach_name: coach.and_then(|c| coaches.get(&c).cloned()).unwrap_or_default(),
                mine: coach == Some(own),
                planned_on,
                starts_at: hour(row, "starts_at"),
                ends_at: hour(row, "ends_at"),
                purpose: text_of(row, "purpose"),
                venue: text_of(row, "venue"),
                days: number(row, "days"),
                state: state(cancelled.is_some(), planned_on, report.map(|(_, s)| *s), today),
                cancelled,
                report: report.map(|(entry, _)| *entry),
                report_state: report.map(|(_, state)| state.name()),
            })
        };
        let mut visits: Vec<AgendaVisit> = rows.iter().filter_map(view).collect();
        visits.sort_by(|a, b| (a.planned_on, &a.starts_at, a.id).cmp(&(b.planned_on, &b.starts_at, b.id)));
        Ok(visits)
    }
}

/// Whether a report in this state tells that the visit was made: nobody has to write it any more.
pub(super) fn is_done(state: State) -> bool {
    matches!(state, State::Finalised | State::Validated | State::Closed)
}

fn state(cancelled: bool, on: Option<NaiveDate>, report: Option<State>, today: NaiveDate) -> &'static str {
    match (cancelled, report) {
        (true, _) => "cancelled",
        (_, Some(state)) if is_done(state) || state == State::Returned => "done",
        _ if on.is_some_and(|day| day < today) => "late",
        _ => "planned",
    }
}

/// Visits from one day to another, both included.
pub fn agenda(session: &mut Session, from: NaiveDate, to: NaiveDate) -> Result<AgendaView, Fault> {
    let today = session.today();
    let rows = session.store.rows_between("visit", "planned_on", (from, to))?;
    Ok(AgendaView { today, person: session.store.identity().person, visits: session.agenda_visits(&rows, today)? })
}
