//! An entry as a person reads it: questions in order with their answers, what stands beside them, state and history.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use super::open::{Content, Entry, text_of};
use super::question::QuestionView;
use super::remark::RemarkView;
use super::walk::{Around, GroupView, Walked};
use crate::records::instant;
use crate::{Fault, Session};

/// An act on the document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EventView {
    /// finalise, return, validate, reopen, close.
    pub act: &'static str,
    /// Who.
    pub person: String,
    /// When, UTC.
    pub at: String,
    /// A word with it.
    pub note: Option<String>,
}

/// Something to look at in an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EntryFinding {
    /// Message id.
    pub code: &'static str,
    /// What it says.
    pub args: BTreeMap<&'static str, String>,
}

/// An answer without a place in this version.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ParkedView {
    /// Where it was given.
    pub path: String,
    /// The value.
    pub value: String,
    /// Why: `parked-…`.
    pub why: &'static str,
}

/// An answer that stands otherwise now than what was sealed: it came after, and does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LateView {
    /// The answer.
    pub row: Uuid,
    /// Where it was given.
    pub path: String,
    /// The value that was sealed; nothing where there was no answer.
    pub sealed: Option<String>,
    /// The value that came after; nothing where the answer was emptied.
    pub now: Option<String>,
    /// Who gave it.
    pub by: String,
}

/// An entry.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EntryView {
    /// Its row.
    pub id: Uuid,
    /// `form_id`.
    pub form_id: String,
    /// Version of the form.
    pub version: String,
    /// Title of the form.
    pub title: String,
    /// The cooperative.
    pub cooperative: Uuid,
    /// Its name.
    pub cooperative_name: String,
    /// Who owns it.
    pub owner: String,
    /// draft, finalised, returned, validated, closed.
    #[cfg_attr(feature = "types", ts(type = "'draft' | 'finalised' | 'returned' | 'validated' | 'closed'"))]
    pub state: &'static str,
    /// Questions asked that have an answer, and questions asked.
    pub answered: usize,
    /// Questions asked.
    pub asked: usize,
    /// Of these, needed and without an answer.
    pub missing: usize,
    /// Groups with something to ask, in order.
    pub groups: Vec<GroupView>,
    /// In order.
    pub questions: Vec<QuestionView>,
    /// Without a place in this version.
    pub parked: Vec<ParkedView>,
    /// What came after it was sealed, and does not count.
    pub late: Vec<LateView>,
    /// What to look at.
    pub findings: Vec<EntryFinding>,
    /// Acts on the document, oldest first.
    pub events: Vec<EventView>,
    /// Remarks on the whole entry.
    pub remarks: Vec<RemarkView>,
}

/// An entry with its questions as they stand now.
pub fn show_entry(session: &mut Session, entry: &str, language: &str) -> Result<EntryView, Fault> {
    let mut entry = session.entry(entry, Content::Sealed)?;
    let _ = entry.session.set_language(language);
    let last = session.earlier(&entry)?;
    view_of(session, &entry, last.as_ref(), language, false)
}

/// The whole view of an entry that is open.
pub(crate) fn view_of(
    session: &mut Session,
    entry: &Entry,
    last: Option<&Entry>,
    language: &str,
    window: bool,
) -> Result<EntryView, Fault> {
    let around = Around::read(session, entry, last, window)?;
    let Walked { groups, questions, .. } = around.walk(entry, |_| true);
    let remarks = around.remarks;
    let progress = entry.session.progress(&Entry::WHOLE);
    let late = session.arrived_after(entry)?;
    let cooperative = session.store.row("cooperative", &entry.cooperative)?;
    Ok(EntryView {
        id: entry.id,
        form_id: entry.form.id.clone(),
        version: entry.form.version.clone(),
        title: entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned(),
        cooperative: entry.cooperative,
        cooperative_name: cooperative.and_then(|r| named(&r, window && language == "ar")).unwrap_or_default(),
        owner: session.name_of(Some(entry.document().owner)),
        state: entry.document().state.name(),
        answered: progress.answered,
        asked: progress.asked,
        missing: progress.missing,
        groups,
        questions,
        parked: parked(entry),
        findings: session.entry_findings(entry, &late)?,
        late,
        events: session.events_view(entry),
        remarks: remarks.into_iter().filter(|(_, r)| r.path.is_none()).map(|(_, r)| r).collect(),
    })
}

fn named(record: &terrain_store::Row, arabic: bool) -> Option<String> {
    text_of(record, "name_ar").filter(|_| arabic).or_else(|| text_of(record, "name_fr"))
}

fn parked(entry: &Entry) -> Vec<ParkedView> {
    let parked = entry.fates.iter().filter_map(|f| Some((f, f.why?)));
    parked.map(|(f, why)| ParkedView { path: f.from.1.clone(), value: f.value.clone(), why: why.code() }).collect()
}

impl Session {
    fn events_view(&self, entry: &Entry) -> Vec<EventView> {
        let events = entry.document().timeline.iter();
        let view = |e: &terrain_domain::document::Step| EventView {
            act: e.act.name(),
            person: self.name_of(Some(e.person)),
            at: instant(e.at),
            note: e.note.clone(),
        };
        events.map(view).collect()
    }
}
