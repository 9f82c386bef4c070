//! What is to be looked after: of a person's day, and of the cooperatives in the list.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days as Span, NaiveDate};
use serde::Serialize;
use terrain_domain::document::State;
use terrain_domain::{Role, SOON_DAYS, Value};
use uuid::Uuid;

use super::agenda::AgendaVisit;
use crate::entry::{id_of, open_remarks, text_of};
use crate::plan::day_of;
use crate::settings::DAYS_WITHOUT_VISIT;
use crate::{Fault, Session};

/// How far ahead a planned visit is looked for.
const PLANNED_DAYS: u64 = 366;
/// How far back a visit without a report is looked for.
pub(super) const BACK_DAYS: u64 = 60;

/// What is to be looked after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// A document came back with remarks.
    Returned,
    /// A visit of an earlier day has no finalised report.
    NoReport,
    /// An action is past its day.
    Overdue,
    /// A cooperative is without a visit for long, and none is planned.
    Unvisited,
    /// An action is due within two weeks.
    Soon,
}

/// Something to look after.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FollowUp {
    /// What.
    pub kind: FollowUpKind,
    /// Whose.
    pub cooperative: Uuid,
    /// French name.
    pub name_fr: String,
    /// Arabic name.
    pub name_ar: Option<String>,
    /// The document that came back, or the draft of the report.
    pub entry: Option<Uuid>,
    /// The visit without a report.
    pub visit: Option<Uuid>,
    /// The action, or the document's title.
    pub text: Option<String>,
    /// The day that it is about: due, visited last, planned; nothing where there is none.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Days since, or until.
    pub days: Option<i64>,
    /// Remarks on the document.
    pub remarks: usize,
}

impl FollowUp {
    /// What comes first is the most urgent: of a kind what is late for longest, never visited before visited once, of what is due
    /// soon the next.
    fn urgency(&self) -> (FollowUpKind, i64) {
        let days = match (self.kind, self.days) {
            (FollowUpKind::Soon, days) => days.unwrap_or_default(),
            (_, Some(days)) => -days,
            (_, None) => i64::MIN,
        };
        (self.kind, days)
    }
}

/// What a cooperative waits for: of each kind the most urgent, and how many there are.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Waits {
    /// What.
    pub kind: FollowUpKind,
    /// Whose.
    pub cooperative: Uuid,
    /// The document that came back, or the draft of the report.
    pub entry: Option<Uuid>,
    /// The visit without a report.
    pub visit: Option<Uuid>,
    /// The day that it is about, as in [`FollowUp`].
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Days since, or until.
    pub days: Option<i64>,
    /// How many of this kind.
    pub count: usize,
}

/// What is to be looked after, most urgent first, each kind once a cooperative: in the cooperatives that are given to whoever
/// coaches here; for others, in all that are given to somebody.
pub fn follow_ups(session: &mut Session) -> Result<Vec<Waits>, Fault> {
    let today = session.today();
    let coaches = session.store.role() == Some(Role::Coach);
    let whose = session.accompanied(coaches, today)?;
    let mut rows = session.store.rows_between("visit", "planned_on", (today - Span::new(BACK_DAYS), today))?;
    rows.retain(|row| id_of(row, "cooperative").is_some_and(|of| whose.contains(&of)));
    let visits = session.agenda_visits(&rows, today)?;
    let mut returned = Vec::new();
    for (entry, state) in session.unfinished()? {
        let Some(row) = session.store.row("entry", &entry)?.filter(|_| state == State::Returned) else { continue };
        if let Some(cooperative) = id_of(&row, "cooperative").filter(|of| whose.contains(of)) {
            returned.push(Returned { entry, cooperative, visit: id_of(&row, "subject"), title: None });
        }
    }
    let mut places = BTreeMap::new();
    let mut found: Vec<Waits> = Vec::new();
    for FollowUp { kind, cooperative, entry, visit, on, days, .. } in
        session.follow_ups(&whose, &visits, returned, today)?
    {
        let place = *places.entry((cooperative, kind)).or_insert(found.len());
        match found.get_mut(place) {
            Some(known) => known.count += 1,
            None => found.push(Waits { kind, cooperative, entry, visit, on, days, count: 1 }),
        }
    }
    Ok(found)
}

/// A document that came back with remarks.
pub(super) struct Returned {
    pub entry: Uuid,
    pub cooperative: Uuid,
    pub visit: Option<Uuid>,
    /// In the language asked for, where one was.
    pub title: Option<String>,
}

impl Session {
    /// What is to be looked after in these cooperatives, in these visits and documents, most urgent first; whose
    /// it is and how many remarks came back is not said yet.
    pub(super) fn follow_ups(
        &mut self,
        whose: &BTreeSet<Uuid>,
        visits: &[AgendaVisit],
        returned: Vec<Returned>,
        today: NaiveDate,
    ) -> Result<Vec<FollowUp>, Fault> {
        let mut follow = Vec::new();
        for Returned { entry, cooperative, visit, title } in returned {
            let back = about(FollowUpKind::Returned, cooperative);
            follow.push(FollowUp { entry: Some(entry), visit, text: title, ..back });
        }
        for visit in visits.iter().filter(|v| v.state == "late") {
            let days = visit.planned_on.map(|day| (today - day).num_days());
            follow.push(FollowUp {
                visit: Some(visit.id),
                entry: visit.report,
                text: visit.purpose.clone(),
                on: visit.planned_on,
                days,
                ..about(FollowUpKind::NoReport, visit.cooperative)
            });
        }
        for (cooperative, due) in
            self.dues(whose)?.into_iter().flat_map(|(of, dues)| dues.into_iter().map(move |d| (of, d)))
        {
            let left = (due.on - today).num_days();
            let kind = match left {
                ..0 => FollowUpKind::Overdue,
                0..=SOON_DAYS => FollowUpKind::Soon,
                _ => continue,
            };
            let days = Some(left.abs());
            follow.push(FollowUp { text: Some(due.title), on: Some(due.on), days, ..about(kind, cooperative) });
        }
        follow.extend(self.unvisited(whose, today)?);
        follow.sort_by_key(FollowUp::urgency);
        Ok(follow)
    }

    /// Says of what is to be looked after whose it is, and how many remarks came back.
    pub(super) fn tell_follow_ups(&mut self, follow: &mut [FollowUp]) -> Result<(), Fault> {
        let mut names = BTreeMap::new();
        for one in follow {
            if let std::collections::btree_map::Entry::Vacant(place) = names.entry(one.cooperative) {
                place.insert(self.store.row("cooperative", &one.cooperative)?);
            }
            let record = names.get(&one.cooperative).and_then(Option::as_ref);
            one.name_fr = record.and_then(|r| text_of(r, "name_fr")).unwrap_or_default();
            one.name_ar = record.and_then(|r| text_of(r, "name_ar"));
            if let (FollowUpKind::Returned, Some(entry)) = (one.kind, one.entry) {
                one.remarks = open_remarks(self, &entry)?;
            }
        }
        Ok(())
    }

    fn unvisited(&mut self, whose: &BTreeSet<Uuid>, today: NaiveDate) -> Result<Vec<FollowUp>, Fault> {
        let long = self.figure(DAYS_WITHOUT_VISIT, today)?;
        let last = self.last_visits(None)?;
        let coming = self.store.rows_between("visit", "planned_on", (today, today + Span::new(PLANNED_DAYS)))?;
        let planned: BTreeSet<Uuid> = coming
            .iter()
            .filter(|row| text_of(row, "cancelled").is_none())
            .filter_map(|row| id_of(row, "cooperative"))
            .collect();
        let without = whose.iter().filter(|c| !planned.contains(c)).filter_map(|cooperative| {
            let on = last.get(cooperative).copied();
            let days = on.map(|day| (today - day).num_days());
            let is_long = days.is_none_or(|days| days > long);
            is_long.then(|| FollowUp { on, days, ..about(FollowUpKind::Unvisited, *cooperative) })
        });
        Ok(without.collect())
    }

    /// Cooperatives that are given today to whoever works here, or to anybody.
    pub(super) fn accompanied(&mut self, own: bool, today: NaiveDate) -> Result<BTreeSet<Uuid>, Fault> {
        let person = self.store.identity().person;
        let filter: Vec<_> = own.then_some(("person", Value::Id(person))).into_iter().collect();
        let rows = self.store.rows("assignment", &filter)?;
        let holds = |row: &&terrain_store::Row| {
            let begun = day_of(row, "from").is_some_and(|from| from <= today);
            begun && day_of(row, "to").is_none_or(|to| to > today)
        };
        Ok(rows.iter().filter(holds).filter_map(|row| id_of(row, "cooperative")).collect())
    }
}

fn about(kind: FollowUpKind, cooperative: Uuid) -> FollowUp {
    let (name_fr, name_ar, entry, visit, text, on, days) = (String::new(), None, None, None, None, None, None);
    FollowUp { kind, cooperative, name_fr, name_ar, entry, visit, text, on, days, remarks: 0 }
}
