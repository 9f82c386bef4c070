//! The report of a visit: the one that is there, or a new one that opens with what the plan holds open.

use serde::Serialize;
use terrain_domain::Value;
use uuid::Uuid;

use super::brief::LastVisit;
use crate::entry::{Entry, id_of, text_of};
use crate::fault::Status;
use crate::fields::{find_row, known_kind};
use crate::{Fault, Session};

/// The report of a visit.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Report {
    /// Its entry.
    pub entry: Uuid,
    /// It was begun just now.
    pub begun: bool,
}

/// The visit that an entry is the report of.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ReportedVisit {
    /// The visit.
    pub id: Uuid,
    /// Which of the cooperative's visits, from 1; 0 where it was cancelled.
    pub number: usize,
    /// The visit before with a finalised report.
    pub last: Option<LastVisit>,
}

/// Opens the report of a visit, or begins it with what the visit says.
pub fn visit_report(session: &mut Session, visit: &str) -> Result<Report, Fault> {
    let id = find_row(&session.store, known_kind("visit")?, visit)?;
    let gone = || Fault::input("fault-unknown-row", &[("kind", "visit"), ("got", visit)]);
    let row = session.store.row("visit", &id)?.ok_or_else(gone)?;
    if let Some((entry, _)) = session.reports(std::slice::from_ref(&row))?.get(&id) {
        return Ok(Report { entry: *entry, begun: false });
    }
    if text_of(&row, "cancelled").is_some() {
        return Err(Fault::new(Status::Refused, "fault-visit-cancelled", &[]));
    }
    let cooperative = id_of(&row, "cooperative").ok_or_else(gone)?.to_string();
    let made = crate::new_entry(session, "visit_report", &cooperative, Some(&id.to_string()))?;
    Ok(Report { entry: made.id, begun: true })
}

impl Session {
    /// The visit that an entry is the report of; nothing for other entries.
    pub(crate) fn reported_visit(&mut self, entry: &Entry) -> Result<Option<ReportedVisit>, Fault> {
        let row = self.store.row("entry", &entry.id)?;
        let is_report = text_of(&entry.form_row, "purpose").as_deref() == Some("visit_report");
        let Some(id) = row.filter(|_| is_report).and_then(|row| id_of(&row, "subject")) else { return Ok(None) };
        let (number, _) = self.number_of(&entry.cooperative, &id)?;
        let last = self.last_report(&entry.cooperative, Some(&entry.id))?;
        let last = last.map(|report| self.last_visit(&report)).transpose()?;
        Ok(Some(ReportedVisit { id, number, last }))
    }

    /// Visits of a cooperative that were not cancelled, by day: the number of this one among them, and how many there are.
    pub(super) fn number_of(&mut self, cooperative: &Uuid, visit: &Uuid) -> Result<(usize, usize), Fault> {
        let of = [("cooperative", Value::Id(*cooperative)), ("cancelled", Value::Null)];
        let mut rows = self.store.rows("visit", &of)?;
        rows.sort_by_key(|row| {
            (crate::plan::day_of(row, "planned_on").is_none(), crate::plan::day_of(row, "planned_on"), row.id)
        });
        let number = rows.iter().position(|row| row.id == *visit).map_or(0, |at| at + 1);
        Ok((number, rows.len()))
    }
}
