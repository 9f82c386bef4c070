//! A question of an entry as a person reads it: what is asked, how it is entered, what is answered, what stands beside.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_forms::{Control, DataType, InstanceKey, NodeKind, Place};
use uuid::Uuid;

use super::fill::answer_id;
use super::open::Entry;
use super::remark::RemarkView;
use super::walk::Around;

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
    /// Row of the answer, also where nothing is answered yet.
    pub row: Uuid,
    /// Path without positions, and the element of a repeat that it stands in, as a remark names them.
    pub base: String,
    /// The same.
    pub instance: Option<Uuid>,
    /// The field of the plan, or of the visit, that the answer is of, as the column `plan` says it.
    pub plan: Option<String>,
    /// How it is entered: one, many, rank, text, number, date, time, datetime, point, line (several points), file,
    /// acknowledge; note is nothing but its label.
    #[cfg_attr(
        feature = "types",
        ts(
            type = "'one' | 'many' | 'rank' | 'text' | 'number' | 'date' | 'time' | 'datetime' | 'point' | 'line' | 'file' | 'acknowledge' | 'note'"
        )
    )]
    pub control: &'static str,
    /// Words of the appearance column.
    pub appearance: Vec<String>,
    /// A number without decimals.
    pub whole: bool,
    /// A number from one to another, by steps.
    pub bounds: Option<Bounds>,
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
    /// The same with their names; that of an answer which is a file first.
    pub files: Vec<FileView>,
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

/// Ends of a number, and the step between those that are offered.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Bounds {
    /// First.
    pub start: f64,
    /// Last; may be lower.
    pub end: f64,
    /// More than 0.
    pub step: f64,
}

/// A file beside an answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FileView {
    /// The attachment.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// By its content, `image/jpeg`.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// When it was added, UTC.
    pub at: String,
    /// Who added it.
    pub person: String,
    /// Whether its bytes are on this laptop.
    pub here: bool,
}

/// How it is entered.
fn control_of(question: &terrain_forms::Question) -> &'static str {
    match (question.control, question.data) {
        (Control::Select, DataType::SelectMultiple) => "many",
        (Control::Select, _) => "one",
        (Control::Rank, _) => "rank",
        (Control::Upload, _) => "file",
        (Control::Trigger, _) => "acknowledge",
        (Control::Note, _) => "note",
        (_, DataType::Int | DataType::Decimal) | (Control::Range, _) => "number",
        (_, DataType::Date) => "date",
        (_, DataType::Time) => "time",
        (_, DataType::DateTime) => "datetime",
        (_, DataType::GeoPoint) => "point",
        (_, DataType::GeoTrace | DataType::GeoShape) => "line",
        _ => "text",
    }
}

/// Choices that are the five levels of maturity.
const LEVELS: [&str; 5] = ["0", "1", "2", "3", "4"];

/// Ends of a range, as `parameters` say them.
fn bounds(node: &terrain_forms::Node, question: &terrain_forms::Question) -> Option<Bounds> {
    let number = |name: &str, otherwise: f64| {
        node.parameters
            .get(name)
            .and_then(|t| t.trim().parse::<f64>().ok())
            .filter(|n| n.is_finite())
            .unwrap_or(otherwise)
    };
    let step = number("step", 1.0).abs();
    let bounds =
        Bounds { start: number("start", 1.0), end: number("end", 10.0), step: if step > 0.0 { step } else { 1.0 } };
    (question.control == Control::Range).then_some(bounds)
}

/// What the cooperative's last finalised entry says here: for people, and as it is stored.
fn previous(last: Option<&Entry>, node: &terrain_forms::Node) -> Option<(String, String)> {
    let from = node.previous.as_ref()?;
    let last = last?;
    let place = last.place(if from == "yes" { &node.path } else { from }).or_else(|_| last.place(&node.name)).ok()?;
    last.session.node(&place).map(|s| (s.shown, s.value)).filter(|(shown, _)| !shown.is_empty())
}

pub(super) fn question(entry: &Entry, around: &Around<'_>, place: Place) -> Option<QuestionView> {
    let (last, remarks) = (around.last, &around.remarks);
    let node = entry.form.node(place.node)?;
    let NodeKind::Question(question) = &node.kind else { return None };
    let state = entry.session.node(&place)?;
    let at = entry.kept_place(&place);
    let on: Vec<RemarkView> = remarks.iter().filter(|(p, _)| *p == at).map(|(_, r)| r.clone()).collect();
    if !state.relevant && on.is_empty() || !around.shows(question) {
        return None;
    }
    let beside = entry.kept_at(&at).map(|(_, b)| b.clone()).unwrap_or_default();
    let (previous, previous_value) = previous(last, node).unzip();
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
        row,
        base: node.path.clone(),
        instance: (place.instance != InstanceKey::ROOT).then(|| Uuid::from_u128(place.instance.0)),
        plan: node.plan.clone(),
        control: control_of(question),
        appearance: node.appearance.clone(),
        whole: question.data == DataType::Int,
        bounds: bounds(node, question),
        levels: state.choices.iter().map(|c| c.value.as_str()).eq(LEVELS),
        choices: state.choices.into_iter().map(|c| ChoiceView { value: c.value, label: c.label }).collect(),
        files: around.files(&beside, &state.value),
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
