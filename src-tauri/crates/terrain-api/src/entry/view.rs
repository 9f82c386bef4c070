//! An entry as a person reads it: questions in order with their answers, what stands beside them, state and history.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_forms::{Control, DataType, NodeKind, Place};
use uuid::Uuid;

use super::fill::answer_id;
use super::open::{Content, Entry, text_of};
use super::remark::{Placed, RemarkView, remarks};
use crate::records::instant;
use crate::{Fault, Session};

/// A question with its answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct QuestionView {
    /// Path with positions.
    pub path: String,
    /// Name.
    pub name: String,
    /// Type, as in the workbook.
    pub r#type: String,
    /// Label.
    pub label: String,
    /// What stands below the label.
    pub hint: String,
    /// What is there for whoever asks for more.
    pub guidance: String,
    /// Path of the group that it stands in; nothing at the top.
    pub group: Option<String>,
    /// one, many, text, number, date, time, other.
    #[cfg_attr(feature = "types", ts(type = "'one' | 'many' | 'text' | 'number' | 'date' | 'time' | 'other'"))]
    pub control: &'static str,
    /// The choices are levels of maturity, 0 to 4.
    pub levels: bool,
    /// What is offered; nothing where any answer may be typed.
    pub choices: Vec<ChoiceView>,
    /// Stored value.
    pub value: String,
    /// Value for people.
    pub shown: String,
    /// An answer is needed.
    pub required: bool,
    /// It cannot be changed by hand.
    pub readonly: bool,
    /// required, constraint.
    #[cfg_attr(feature = "types", ts(type = "'constraint' | 'required' | null"))]
    pub bad: Option<&'static str>,
    /// The form's own sentence about it.
    pub message: Option<String>,
    /// Beside the value.
    pub comment: Option<String>,
    /// seen, declared, estimated.
    #[cfg_attr(feature = "types", ts(type = "'seen' | 'declared' | 'estimated' | null"))]
    pub source: Option<String>,
    /// The reason.
    pub not_applicable: Option<String>,
    /// It may be marked not applicable.
    pub may_not_apply: bool,
    /// Attachments.
    pub evidence: Vec<Uuid>,
    /// People disagree on it.
    pub provisional: bool,
    /// What the cooperative's last finalised entry says.
    pub previous: Option<String>,
    /// The same as it is stored.
    pub previous_value: Option<String>,
    /// Remarks on it.
    pub remarks: Vec<RemarkView>,
    /// What is typed and not yet written, by field.
    pub drafts: BTreeMap<String, String>,
}

/// A choice that a question offers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ChoiceView {
    /// What is stored, and typed.
    pub value: String,
    /// In words.
    pub label: String,
}

/// A group around questions, or one element of a repeat.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct GroupView {
    /// Path with positions.
    pub path: String,
    /// Name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Questions asked that have an answer.
    pub answered: usize,
    /// Questions asked.
    pub asked: usize,
    /// Of these, needed and without an answer.
    pub missing: usize,
}

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
    /// What to look at.
    pub findings: Vec<EntryFinding>,
    /// Acts on the document, oldest first.
    pub events: Vec<EventView>,
    /// Remarks on the whole entry.
    pub remarks: Vec<RemarkView>,
}

/// An entry with its questions as they stand now.
pub fn show_entry(session: &mut Session, entry: &str, language: &str) -> Result<EntryView, Fault> {
    let mut entry = session.entry(entry, Content::Live)?;
    let _ = entry.session.set_language(language);
    let last = session.earlier(&entry)?;
    view_of(session, &entry, last.as_ref(), language)
}

/// What the questions of an entry are shown with.
pub(crate) struct Beside<'e> {
    last: Option<&'e Entry>,
    remarks: Vec<Placed>,
    drafts: Vec<terrain_store::Draft>,
}

impl<'e> Beside<'e> {
    /// Reads it.
    pub(crate) fn read(session: &mut Session, entry: &Entry, last: Option<&'e Entry>) -> Result<Self, Fault> {
        Ok(Self { last, remarks: remarks(session, &entry.id)?, drafts: session.store.drafts()? })
    }

    /// Groups and questions that are asked, in order; only the questions that are `wanted`.
    pub(crate) fn walk(&self, entry: &Entry, wanted: impl Fn(&Place) -> bool) -> Walked {
        let mut walked = Walked::default();
        for place in entry.session.walk() {
            if let Some(group) = group(entry, &place) {
                walked.groups.push(group);
            } else if wanted(&place)
                && let Some(mut view) = question(entry, self, place)
            {
                let around = walked.groups.iter().rev().find(|g| view.path.starts_with(&format!("{}/", g.path)));
                view.group = around.map(|g| g.path.clone());
                walked.order.push(view.path.clone());
                walked.questions.push(view);
            } else if self.is_shown(entry, &place) {
                walked.order.push(entry.session.path(&place));
            }
        }
        walked
    }

    /// Whether a question is shown: it is asked, or something was said of it.
    fn is_shown(&self, entry: &Entry, place: &Place) -> bool {
        let Some(NodeKind::Question(question)) = entry.form.node(place.node).map(|n| &n.kind) else { return false };
        let (at, relevant) = (entry.kept_place(place), entry.is_asked(place));
        let entered = !matches!(question.control, Control::None | Control::Note);
        entered && (relevant || self.remarks.iter().any(|(p, _)| *p == at))
    }
}

/// Groups and questions of an entry.
#[derive(Default)]
pub(crate) struct Walked {
    pub groups: Vec<GroupView>,
    pub questions: Vec<QuestionView>,
    /// Paths of all questions that are shown.
    pub order: Vec<String>,
}

/// The whole view of an entry that is open.
pub(crate) fn view_of(
    session: &mut Session,
    entry: &Entry,
    last: Option<&Entry>,
    language: &str,
) -> Result<EntryView, Fault> {
    let beside = Beside::read(session, entry, last)?;
    let Walked { groups, questions, .. } = beside.walk(entry, |_| true);
    let remarks = beside.remarks;
    let progress = entry.session.progress(&Entry::WHOLE);
    let cooperative = session.store.row("cooperative", &entry.cooperative)?;
    Ok(EntryView {
        id: entry.id,
        form_id: entry.form.id.clone(),
        version: entry.form.version.clone(),
        title: entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned(),
        cooperative: entry.cooperative,
        cooperative_name: cooperative.and_then(|r| text_of(&r, "name_fr")).unwrap_or_default(),
        owner: session.name_of(Some(entry.document().owner)),
        state: entry.document().state.name(),
        answered: progress.answered,
        asked: progress.asked,
        missing: progress.missing,
        groups,
        questions,
        parked: parked(entry),
        findings: session.entry_findings(entry)?,
        events: session.events_view(entry),
        remarks: remarks.into_iter().filter(|(_, r)| r.path.is_none()).map(|(_, r)| r).collect(),
    })
}

/// A group that holds questions which are asked now; not the whole entry.
fn group(entry: &Entry, place: &Place) -> Option<GroupView> {
    let node = entry.form.node(place.node)?;
    let whole = node.parent.is_none() || matches!(node.kind, NodeKind::Question(_));
    let progress = (!whole).then(|| entry.session.progress(place)).filter(|p| p.asked > 0)?;
    let label = entry.session.node(place).map(|s| s.label).filter(|label| !label.is_empty());
    Some(GroupView {
        path: entry.session.path(place),
        name: node.name.clone(),
        label: label.unwrap_or_else(|| node.name.clone()),
        answered: progress.answered,
        asked: progress.asked,
        missing: progress.missing,
    })
}

/// How it is entered.
fn control_of(question: &terrain_forms::Question) -> &'static str {
    match (question.control, question.data) {
        (Control::Select, DataType::SelectMultiple) => "many",
        (Control::Select, _) => "one",
        (Control::Range, _) | (Control::Input, DataType::Int | DataType::Decimal) => "number",
        (Control::Input, DataType::Text) => "text",
        (Control::Input, DataType::Date) => "date",
        (Control::Input, DataType::Time) => "time",
        _ => "other",
    }
}

/// Choices that are the five levels of maturity.
const LEVELS: [&str; 5] = ["0", "1", "2", "3", "4"];

fn question(entry: &Entry, around: &Beside<'_>, place: Place) -> Option<QuestionView> {
    let (last, remarks) = (around.last, &around.remarks);
    let node = entry.form.node(place.node)?;
    let NodeKind::Question(question) = &node.kind else { return None };
    let state = entry.session.node(&place)?;
    let at = entry.kept_place(&place);
    let on: Vec<RemarkView> = remarks.iter().filter(|(p, _)| *p == at).map(|(_, r)| r.clone()).collect();
    if !state.relevant && on.is_empty() || matches!(question.control, Control::None | Control::Note) {
        return None;
    }
    let beside = entry.kept_at(&at).map(|(_, b)| b.clone()).unwrap_or_default();
    let previous = node.previous.as_ref().and_then(|from| {
        let last = last?;
        let place =
            last.place(if from == "yes" { &node.path } else { from }).or_else(|_| last.place(&node.name)).ok()?;
        last.session.node(&place).map(|s| (s.shown, s.value)).filter(|(shown, _)| !shown.is_empty())
    });
    let (previous, previous_value) = previous.unzip();
    let row = answer_id(&entry.id, &at);
    let drafts = around.drafts.iter().filter(|d| d.kind == "answer" && d.row == row);
    let blocking = entry.form.recipe.as_ref().is_some_and(|r| r.is_blocking(&node.name));
    let bad = match (state.bad_constraint, state.bad_required) {
        (true, _) => Some("constraint"),
        (_, true) => Some("required"),
        _ => None,
    };
    Some(QuestionView {
        path: entry.session.path(&place),
        name: node.name.clone(),
        r#type: question.type_name.clone(),
        label: state.label,
        hint: state.hint,
        guidance: state.guidance,
        group: None,
        control: control_of(question),
        levels: state.choices.iter().map(|c| c.value.as_str()).eq(LEVELS),
        choices: state.choices.into_iter().map(|c| ChoiceView { value: c.value, label: c.label }).collect(),
        value: state.value,
        shown: state.shown,
        required: state.required,
        readonly: state.readonly,
        bad,
        message: (!state.message.is_empty()).then_some(state.message),
        comment: beside.comment,
        source: beside.source,
        not_applicable: beside.not_applicable,
        may_not_apply: !blocking,
        evidence: beside.evidence,
        provisional: beside.provisional,
        previous,
        previous_value,
        remarks: on,
        drafts: drafts.map(|d| (d.field.clone(), d.text.clone())).collect(),
    })
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
