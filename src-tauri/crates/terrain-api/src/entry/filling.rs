//! An entry as it is filled in the window: the whole when it is opened, then after each answer what is another now.

use std::collections::BTreeSet;

use serde::Serialize;
use terrain_domain::{Score, score as score_of};
use terrain_forms::Place;

use super::fill::{AnswerFinding, Filling, fill_open};
use super::guard::open_to_change;
use super::open::{Content, Entry};
use super::question::QuestionView;
use super::view::{EntryView, view_of};
use super::walk::{Around, GroupView, Walked};
use crate::records::instant;
use crate::visits::{AskedPromise, ReportedVisit};
use crate::{Fault, Session};

/// An entry, opened to be filled.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EntryFormView {
    /// Questions, state and history.
    #[serde(flatten)]
    pub entry: EntryView,
    /// The score of what is answered so far; nothing where the form has no scoring.
    pub score: Option<Score>,
    /// That of the cooperative's last finalised entry of this form.
    pub previous_score: Option<Score>,
    /// It is open to answers, and this person may give them.
    pub editable: bool,
    /// This person may write remarks on it, and say that one is dealt with.
    pub may_remark: bool,
    /// Acts on the document, each with whether it is open to this person.
    pub offers: Vec<OfferView>,
    /// The visit that it is the report of.
    pub visit: Option<ReportedVisit>,
    /// What it asks about of the plan, line by line.
    pub promises: Vec<AskedPromise>,
    /// The newest version of the form that is here, where it is newer than that of the entry.
    pub newer: Option<String>,
}

/// An act on the document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct OfferView {
    /// finalise, return, validate, reopen, close.
    #[cfg_attr(feature = "types", ts(type = "'finalise' | 'return' | 'validate' | 'reopen' | 'close'"))]
    pub act: &'static str,
    /// It can be done, if only as a request.
    pub open: bool,
    /// `document-…`: why not, or that it only asks the coordination.
    pub why: Option<&'static str>,
}

/// What an answer changed in what is shown.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AnsweredView {
    /// When it was on the disk, UTC.
    pub saved_at: String,
    /// Paths of all questions that are shown now, in order.
    pub order: Vec<String>,
    /// Questions that may be another now, or are new.
    pub changed: Vec<QuestionView>,
    /// Groups with something to ask, in order.
    pub groups: Vec<GroupView>,
    /// Questions asked that have an answer.
    pub answered: usize,
    /// Questions asked.
    pub asked: usize,
    /// Of these, needed and without an answer.
    pub missing: usize,
    /// The score of what is answered so far.
    pub score: Option<Score>,
    /// What to look at: broken constraints of what was entered.
    pub findings: Vec<AnswerFinding>,
}

impl Entry {
    /// The score of its answers; nothing where the form has no scoring.
    pub(crate) fn score(&self) -> Option<Score> {
        let recipe = self.form.recipe.as_ref()?;
        Some(score_of(recipe, &self.item_answers()))
    }
}

/// Opens an entry to be filled.
pub fn open_form(session: &mut Session, entry: &str, language: &str) -> Result<EntryFormView, Fault> {
    let mut entry = session.entry(entry, Content::Sealed)?;
    let _ = entry.session.set_language(language);
    let last = session.earlier(&entry)?;
    Ok(EntryFormView {
        offers: session.offers(&entry),
        newer: session.newer_version(&entry)?,
        visit: session.reported_visit(&entry)?,
        promises: session.asked_promises(&entry)?,
        score: entry.score(),
        previous_score: last.as_ref().and_then(Entry::score),
        editable: open_to_change(entry.document().state).is_ok() && session.may_write("answer", "value", false),
        may_remark: session.may_write("remark", "text", false),
        entry: view_of(session, &entry, last.as_ref(), language, true)?,
    })
}

/// Answers questions and tells what is another now.
pub fn answer(session: &mut Session, entry: &str, filling: &Filling, language: &str) -> Result<AnsweredView, Fault> {
    let mut entry = session.entry(entry, Content::Live)?;
    let _ = entry.session.set_language(language);
    let filled = fill_open(session, &mut entry, filling)?;
    let (saved_at, _) = session.now();
    session.read_beside(&mut entry)?;
    let beside = [&filling.answers, &filling.comment, &filling.source, &filling.not_applicable, &filling.evidence];
    let named = beside.into_iter().chain([&filling.detach]).flatten().map(|(path, _)| path);
    // What is gone with its instance has no place any more.
    let wanted: BTreeSet<Place> = named.chain(&filled.changed).filter_map(|path| entry.place(path).ok()).collect();
    let last = session.earlier(&entry)?;
    let around = Around::read(session, &entry, last.as_ref(), true)?;
    let Walked { groups, questions, order } = around.walk(&entry, |place| wanted.contains(place));
    let progress = entry.session.progress(&Entry::WHOLE);
    Ok(AnsweredView {
        saved_at: instant(saved_at),
        order,
        changed: questions,
        groups,
        answered: progress.answered,
        asked: progress.asked,
        missing: progress.missing,
        score: entry.score(),
        findings: filled.findings,
    })
}
