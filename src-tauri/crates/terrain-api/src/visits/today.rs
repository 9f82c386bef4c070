//! A person's day: visits, what waits, and the next step.

use std::collections::BTreeSet;

use chrono::{Datelike, Days as Span, Months, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};
use terrain_domain::document::State;
use terrain_domain::{NextStep, Waiting, next_step};
use uuid::Uuid;

use super::agenda::AgendaVisit;
use super::brief::{LastVisit, counted};
use super::follow::{BACK_DAYS, FollowUp, FollowUpKind, Returned};
use super::promises::PromiseView;
use crate::entry::{Content, Entry, id_of, text_of};
use crate::settings::VISITS;
use crate::{Fault, Session};

/// How far ahead visits are told.
const AHEAD_DAYS: u64 = 14;

/// As many things to look after as a day names: beyond that, the list of cooperatives says which wait.
const FOLLOW_MAX: usize = 100;

/// In which language forms are named.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct TodayRequest {
    pub language: Option<String>,
}

/// A person's day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TodayView {
    /// Today by this laptop's calendar, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string"))]
    pub today: NaiveDate,
    /// The time of this laptop's calendar, `HH:MM`.
    pub now: String,
    /// What to do next.
    pub next: NextStep,
    /// Own visits of today, by hour.
    pub visits: Vec<TodayVisit>,
    /// Own visits of the coming two weeks.
    pub coming: Vec<AgendaVisit>,
    /// What to look after, most urgent first: the first [`FOLLOW_MAX`], and the first of each kind.
    pub follow: Vec<FollowUp>,
    /// How many there are in all.
    pub follow_count: usize,
    /// Own drafts, the newest first.
    pub drafts: Vec<DraftView>,
    /// Person-days of this month.
    pub days: Days,
    /// Cooperatives that are given to this person.
    pub cooperatives: usize,
}

/// A visit of today.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TodayVisit {
    /// The visit.
    #[serde(flatten)]
    pub visit: AgendaVisit,
    /// Which of the cooperative's visits, from 1.
    pub number: usize,
    /// How many the programme gives.
    pub of: i64,
    /// All members.
    pub members: Option<i64>,
    /// The women among them.
    pub women: Option<i64>,
    /// The last visit with a finalised report.
    pub last: Option<LastVisit>,
    /// What was promised then.
    pub promises: Vec<PromiseView>,
}

/// A draft to finish.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DraftView {
    /// The entry.
    pub entry: Uuid,
    /// Title of its form.
    pub title: String,
    /// Purpose of its form.
    pub purpose: String,
    /// The visit that it is about.
    pub visit: Option<Uuid>,
    /// Whose.
    pub cooperative: Uuid,
    /// French name.
    pub name_fr: String,
    /// Arabic name.
    pub name_ar: Option<String>,
    /// Questions asked that have an answer.
    pub answered: usize,
    /// Questions asked.
    pub asked: usize,
    /// Of these, needed and without an answer.
    pub missing: usize,
}

/// Person-days of a month.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Days {
    /// Of all visits of the month that were not cancelled.
    pub planned: f64,
    /// Of those with a finalised report.
    pub done: f64,
    /// Reports finalised.
    pub reports: usize,
    /// Of these, validated by the coordination.
    pub validated: usize,
}

/// The day of whoever works here.
pub fn today(session: &mut Session, language: &str) -> Result<TodayView, Fault> {
    let today = session.today();
    let (at, offset_min) = session.now();
    let local = chrono::DateTime::from_timestamp_millis(at + i64::from(offset_min) * 60_000).unwrap_or_default();
    let now = format!("{:02}:{:02}", local.hour(), local.minute());
    let month = today.with_day(1).unwrap_or(today);
    let from = month.min(today - Span::new(BACK_DAYS));
    let to = (month + Months::new(1) - Span::new(1)).max(today + Span::new(AHEAD_DAYS));
    let own = session.store.identity().person;
    let mut rows = session.store.rows_between("visit", "planned_on", (from, to))?;
    rows.retain(|row| id_of(row, "coach") == Some(own));
    let mine = session.agenda_visits(&rows, today)?;
    let visits = mine.iter().filter(|v| v.planned_on == Some(today) && v.cancelled.is_none());
    let visits = visits.map(|v| session.in_detail(v, today)).collect::<Result<Vec<_>, Fault>>()?;
    let ahead = |v: &&AgendaVisit| {
        v.cancelled.is_none() && v.planned_on.is_some_and(|d| d > today && d <= today + Span::new(AHEAD_DAYS))
    };
    let coming: Vec<AgendaVisit> = mine.iter().filter(ahead).cloned().collect();
    let drafts = session.my_drafts(language)?;
    let returned = drafts.returned.iter().map(|d| Returned {
        entry: d.entry,
        cooperative: d.cooperative,
        visit: d.visit,
        title: Some(d.title.clone()),
    });
    let own = session.accompanied(true, today)?;
    let mut follow = session.follow_ups(&own, &mine, returned.collect(), today)?;
    let cooperatives = own.len();
    let count = |kind: FollowUpKind| follow.iter().filter(|f| f.kind == kind).count();
    let open = |v: &&TodayVisit| v.visit.state == "planned";
    let begun = |v: &&TodayVisit| v.visit.starts_at.as_ref().is_none_or(|start| *start <= now);
    let (begun, before): (Vec<_>, Vec<_>) = visits.iter().filter(open).partition(begun);
    let waiting = Waiting {
        ahead: before.len(),
        begun: begun.len(),
        unreported: count(FollowUpKind::NoReport),
        returned: count(FollowUpKind::Returned),
        drafts: drafts.open.len(),
        overdue: count(FollowUpKind::Overdue),
        unvisited: count(FollowUpKind::Unvisited),
        unsent_days: session.unsent_days(at)?,
        coming: coming.len(),
    };
    let days = month_days(&mine, month);
    let follow_count = follow.len();
    let (mut kinds, mut place) = (BTreeSet::new(), 0);
    follow.retain(|one| {
        place += 1;
        kinds.insert(one.kind) || place <= FOLLOW_MAX
    });
    session.tell_follow_ups(&mut follow)?;
    Ok(TodayView {
        today,
        now,
        next: next_step(&waiting),
        visits,
        coming,
        follow,
        follow_count,
        drafts: drafts.open,
        days,
        cooperatives,
    })
}

fn month_days(mine: &[AgendaVisit], month: NaiveDate) -> Days {
    let mut days = Days::default();
    let of_month = |v: &&AgendaVisit| v.planned_on.and_then(|d| d.with_day(1)) == Some(month) && v.cancelled.is_none();
    for visit in mine.iter().filter(of_month) {
        let own = visit.days.unwrap_or_default();
        days.planned += own;
        if visit.state == "done" {
            days.done += own;
            days.reports += 1;
            days.validated += usize::from(matches!(visit.report_state, Some("validated" | "closed")));
        }
    }
    days
}

/// What a person has not finished.
#[derive(Default)]
struct Drafts {
    open: Vec<DraftView>,
    /// Those that came back.
    returned: Vec<DraftView>,
}

impl Session {
    fn in_detail(&mut self, visit: &AgendaVisit, today: NaiveDate) -> Result<TodayVisit, Fault> {
        let record = self.store.row("cooperative", &visit.cooperative)?;
        let (members, women) = record.as_ref().map_or((None, None), counted);
        let last = self.last_report(&visit.cooperative, visit.report.as_ref())?;
        Ok(TodayVisit {
            number: self.number_of(&visit.cooperative, &visit.id)?.0,
            of: self.figure(VISITS, today)?,
            members,
            women,
            promises: last.as_ref().map_or(Ok(Vec::new()), |report| self.promises(report, today))?,
            last: last.as_ref().map(|report| self.last_visit(report)).transpose()?,
            visit: visit.clone(),
        })
    }

    fn my_drafts(&mut self, language: &str) -> Result<Drafts, Fault> {
        let own = self.store.identity().person;
        let mut drafts = Drafts::default();
        for (id, state) in self.unfinished()?.into_iter().rev() {
            let own = self.store.person_of_row(&id) == Some(own);
            let Some(row) = self.store.row("entry", &id)?.filter(|_| own) else { continue };
            let into = if state == State::Draft { &mut drafts.open } else { &mut drafts.returned };
            if let Ok(entry) = self.open_entry(&id, Content::Live) {
                into.push(self.draft(&entry, id_of(&row, "subject"), language)?);
            }
        }
        Ok(drafts)
    }

    fn draft(&mut self, entry: &Entry, visit: Option<Uuid>, language: &str) -> Result<DraftView, Fault> {
        let record = self.store.row("cooperative", &entry.cooperative)?;
        let progress = entry.session.progress(&Entry::WHOLE);
        let said = |field: &str| record.as_ref().and_then(|r| text_of(r, field));
        Ok(DraftView {
            entry: entry.id,
            title: entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned(),
            purpose: text_of(&entry.form_row, "purpose").unwrap_or_default(),
            visit,
            cooperative: entry.cooperative,
            name_fr: said("name_fr").unwrap_or_default(),
            name_ar: said("name_ar"),
            answered: progress.answered,
            asked: progress.asked,
            missing: progress.missing,
        })
    }

    /// Days since the last sync where something waits to be sent; since the first of all where there was none.
    fn unsent_days(&mut self, now: i64) -> Result<Option<i64>, Fault> {
        if self.store.unsent()? == 0 {
            return Ok(None);
        }
        let last = self.store.last_noted("sync")?.map(|(at, _)| at);
        Ok(last.map(|at| (now - at) / 86_400_000))
    }
}
