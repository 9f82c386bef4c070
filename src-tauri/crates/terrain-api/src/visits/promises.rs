//! What a cooperative promised at the end of its last visit, and what became of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{ActionLife, ActionStatus};
use terrain_forms::{InstanceKey, Place};
use uuid::Uuid;

use crate::entry::{Content, Entry, Line, lines};
use crate::{Fault, Session};

/// Where a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PromiseState {
    /// Kept.
    Kept,
    /// Kept in part.
    Partly,
    /// The day has passed.
    Late,
    /// The day is still to come, or none was said.
    Open,
    /// Given up.
    Dropped,
}

/// A promise.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PromiseView {
    /// The action of the plan that it became; nothing where it was written in one text.
    pub action: Option<Uuid>,
    /// What.
    pub what: String,
    /// Who.
    pub who: Option<String>,
    /// By when: the day promised last.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub due_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: PromiseState,
    /// Days since the day promised.
    pub overdue_days: u32,
}

/// A promise that an entry asks about.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AskedPromise {
    /// Path of the element of the repeat that asks.
    pub element: String,
    /// The promise, as it stands without what this entry says.
    #[serde(flatten)]
    pub promise: PromiseView,
    /// Percent done by then.
    pub progress: u8,
}

impl Session {
    /// What an entry asks about, line by line.
    pub(crate) fn asked_promises(&mut self, entry: &Entry) -> Result<Vec<AskedPromise>, Fault> {
        let told = lines(&entry.form, &entry.session);
        let plans: BTreeSet<Uuid> = told.iter().map(|_| entry.cooperative).collect();
        let living = self.living_actions(&plans)?;
        let today = self.today();
        let view = |line: &Line| {
            let life = line.action().and_then(|id| living.get(&id)).map(|a| a.life);
            let promise = promise(line, life, today)?;
            Some(AskedPromise {
                element: line.element(&entry.session)?,
                promise,
                progress: life.map_or(0, |l| l.progress),
            })
        };
        Ok(told.iter().filter(|line| line.asks).filter_map(view).collect())
    }

    /// The newest finalised report of a cooperative's visits, but that of one visit, as it was sealed.
    pub(super) fn last_report(&mut self, cooperative: &Uuid, but: Option<&Uuid>) -> Result<Option<Entry>, Fault> {
        let Ok(form) = self.find_form("visit_report", None) else { return Ok(None) };
        let last = self.last_finalised(cooperative, &form, but)?;
        Ok(last.and_then(|id| self.open_entry(&id, Content::Counted).ok()))
    }

    /// What this report ends with: its lines, else its text, line by line.
    pub(super) fn promises(&mut self, report: &Entry, today: NaiveDate) -> Result<Vec<PromiseView>, Fault> {
        let living = self.living_actions(&BTreeSet::from([report.cooperative]))?;
        let view = |line: &Line| promise(line, line.action().and_then(|id| living.get(&id)).map(|a| a.life), today);
        let told = lines(&report.form, &report.session);
        let mut promises: Vec<PromiseView> = told.iter().filter(|line| !line.asks).filter_map(view).collect();
        if promises.is_empty() {
            promises = in_one_text(report);
        }
        Ok(promises)
    }
}

/// A line as a promise, with where its action stands; nothing where it does not say what.
fn promise(line: &Line, life: Option<ActionLife>, today: NaiveDate) -> Option<PromiseView> {
    let overdue_days = life.map_or(0, |l| l.overdue_days(today));
    let state = match life.map(|l| l.status) {
        Some(ActionStatus::Done) => PromiseState::Kept,
        Some(ActionStatus::Dropped | ActionStatus::Refused) => PromiseState::Dropped,
        _ if overdue_days > 0 => PromiseState::Late,
        Some(ActionStatus::InProgress) => PromiseState::Partly,
        _ => PromiseState::Open,
    };
    Some(PromiseView {
        action: line.action(),
        what: line.said("title")?.to_owned(),
        who: line.said("owner").map(str::to_owned),
        due_on: life.and_then(|l| l.due_on).or(line.day("due_on")),
        state,
        overdue_days,
    })
}

/// Texts that the next report of the form opens with.
fn in_one_text(report: &Entry) -> Vec<PromiseView> {
    let carried = report.form.nodes.iter().filter_map(|n| n.previous.as_deref()).filter(|from| *from != "yes");
    let places = carried.filter_map(|from| report.form.at_path(from)).filter(|(_, node)| node.repeat.is_none());
    let texts = places.filter_map(|(node, _)| {
        let state = report.session.node(&Place { instance: InstanceKey::ROOT, node })?;
        state.relevant.then_some(state.value)
    });
    let lines: Vec<String> =
        texts.flat_map(|text| text.lines().map(|l| l.trim().to_owned()).collect::<Vec<_>>()).collect();
    let promise = |what: String| PromiseView {
        action: None,
        what,
        who: None,
        due_on: None,
        state: PromiseState::Open,
        overdue_days: 0,
    };
    lines.into_iter().filter(|l| !l.is_empty()).map(promise).collect()
}
