//! Disagreements as they are settled in the window: the values side by side, with their authors and what stands around them;
//! and rows that one person deleted while another edited them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use terrain_domain::{Field, FieldType, Kind, Value, kind as kind_of};
use terrain_store::{Conflict, Row};
use uuid::Uuid;

use crate::entry::{AnswerContext, id_of, text_of};
use crate::fields::known_kind;
use crate::labels::{label, name_of_row};
use crate::laptops::AuthorView;
use crate::records::instant;
use crate::tasks::{TaskView, tasks};
use crate::{Fault, Session};

/// Most other fields of the row that are shown around.
const AROUND_MAX: usize = 8;
/// Most rows that are offered for a field that names one.
const OFFERED_MAX: usize = 500;

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub(crate) struct DisagreementsRequest {
    pub language: String,
}

/// All that waits for somebody's decision.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DisagreementsView {
    /// Fields with several values.
    pub conflicts: Vec<DisagreementView>,
    /// Rows deleted by one person and edited by another.
    pub tasks: Vec<TaskView>,
}

/// A field on which people disagree, with what stands around it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DisagreementView {
    /// Names it for `resolve`: `ROW.FIELD`.
    pub id: String,
    /// What is shown here, for `resolve`: a value that comes later is not settled with it.
    pub shown: Vec<String>,
    /// Where it is.
    pub head: HeadView,
    /// Field.
    pub field: String,
    /// What the field takes.
    pub takes: FieldShape,
    /// This person may settle it.
    pub editable: bool,
    /// The values, in the order of `resolve --take N`.
    pub values: Vec<ConflictSide>,
    /// Other fields of the row that say something.
    pub around: Vec<AroundView>,
    /// Of an answer: its form and question.
    pub answer: Option<AnswerContext>,
}

/// A row by the words that people know it by.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct HeadView {
    /// Kind.
    pub kind: String,
    /// Row.
    pub row: Uuid,
    /// What it is known by; empty where it has no words of its own.
    pub name: String,
    /// The cooperative that it belongs to, or is.
    pub cooperative: Option<NamedCooperative>,
    /// The entry that it is a part of, or is.
    pub entry: Option<Uuid>,
}

/// A cooperative's names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NamedCooperative {
    /// Row.
    pub id: Uuid,
    /// French.
    pub name_fr: String,
    /// Arabic, or empty.
    pub name_ar: String,
}

/// What a field takes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FieldShape {
    /// Which type.
    #[cfg_attr(
        feature = "types",
        ts(
            type = "'text' | 'date' | 'time' | 'instant' | 'int' | 'dec' | 'bool' | 'money' | 'place' | 'one' | 'many' | 'ref' | 'other'"
        )
    )]
    pub r#type: &'static str,
    /// A row without it is incomplete.
    pub required: bool,
    /// What may be chosen: codes, or rows with their names.
    pub options: Vec<OptionView>,
}

/// Something that may be chosen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct OptionView {
    /// Code or row.
    pub value: String,
    /// Name of a row; nothing for codes, which have words of their own.
    pub name: Option<String>,
}

/// One of the values.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ConflictSide {
    /// From 1; the first is the provisional one.
    pub n: usize,
    /// The value; nothing where it was emptied.
    pub value: Json,
    /// It is sealed under a key that is not here.
    pub sealed: bool,
    /// In words: the name of a row, the label of a choice; nothing where the value says it itself.
    pub said: Option<String>,
    /// Who wrote it, and where.
    pub author: AuthorView,
    /// When, UTC.
    pub at: String,
    /// Whether the author's clock was believable.
    pub clock_ok: bool,
    /// Of a scored answer: the scores with this value.
    pub effect: Option<EffectView>,
}

/// Scores of an entry with one of the values.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EffectView {
    /// The dimension's words, by language.
    pub dimension: BTreeMap<String, String>,
    /// Its score, 0 to 100.
    pub score: Option<f64>,
    /// The whole's.
    pub overall: Option<f64>,
}

/// Another field of the row.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AroundView {
    /// Field.
    pub field: String,
    /// Type, as in [`FieldShape`].
    pub r#type: &'static str,
    /// Value.
    pub value: Json,
    /// In words, where the value does not say it.
    pub said: Option<String>,
}

/// Everything that waits for a decision, in the order of kind, row and field.
pub fn disagreements(session: &mut Session, language: &str) -> Result<DisagreementsView, Fault> {
    let mut conflicts = Vec::new();
    for conflict in session.store.conflicts()? {
        conflicts.push(view(session, conflict, language)?);
    }
    Ok(DisagreementsView { conflicts, tasks: tasks(session, language)? })
}

fn view(session: &mut Session, conflict: Conflict, language: &str) -> Result<DisagreementView, Fault> {
    let kind = known_kind(&conflict.kind)?;
    let row = session.store.row(kind.name, &conflict.row)?;
    let field = kind.field(&conflict.field);
    let answer = match &row {
        Some(row) if kind.name == "answer" => crate::entry::answer_context(session, row, &conflict, language)?,
        _ => None,
    };
    let own = session.store.person_of_row(&conflict.row) == Some(session.store.identity().person);
    let mut values = Vec::new();
    for (i, one) in conflict.values.iter().enumerate() {
        let said = match answer.as_ref().and_then(|a| a.said.get(i)) {
            Some(said) => said.clone(),
            None => words_of(session, field, one.value.as_ref())?,
        };
        values.push(ConflictSide {
            n: i + 1,
            value: serde_json::to_value(&one.value).unwrap_or_default(),
            sealed: one.value.is_none(),
            said,
            author: session.author(&one.device),
            at: instant(one.at),
            clock_ok: one.clock_ok,
            effect: answer.as_ref().and_then(|a| a.effects.get(i).cloned().flatten()),
        });
    }
    Ok(DisagreementView {
        id: format!("{}.{}", conflict.row, conflict.field),
        shown: conflict.lives.iter().map(ToString::to_string).collect(),
        head: head(session, kind.name, &conflict.row)?,
        takes: shape(session, field)?,
        editable: session.may_write(kind.name, &conflict.field, own),
        values,
        around: row.map_or(Ok(Vec::new()), |row| around(session, kind, &row, &conflict.field))?,
        field: conflict.field,
        answer,
    })
}

/// What a row is known by, and what it belongs to.
pub(crate) fn head(session: &mut Session, kind: &str, row: &Uuid) -> Result<HeadView, Fault> {
    let found = session.store.row(kind, row)?;
    let name = found.as_ref().map(|row| label(kind, row)).unwrap_or_default();
    let entry = if kind == "entry" { Some(*row) } else { found.as_ref().and_then(|r| id_of(r, "entry")) };
    let mut of = if kind == "cooperative" { Some(*row) } else { found.as_ref().and_then(|r| id_of(r, "cooperative")) };
    for (through, field) in [("entry", entry), ("action", found.as_ref().and_then(|r| id_of(r, "action")))] {
        if let (None, Some(id)) = (of, field) {
            of = session.store.row(through, &id)?.and_then(|r| id_of(&r, "cooperative"));
        }
    }
    let cooperative = match of {
        Some(id) => session.store.row("cooperative", &id)?.map(|r| NamedCooperative {
            id,
            name_fr: text_of(&r, "name_fr").unwrap_or_default(),
            name_ar: text_of(&r, "name_ar").unwrap_or_default(),
        }),
        None => None,
    };
    Ok(HeadView { kind: kind.to_owned(), row: *row, name, cooperative, entry })
}

pub(crate) fn type_name(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Text => "text",
        FieldType::Date => "date",
        FieldType::Time => "time",
        FieldType::Instant => "instant",
        FieldType::Int => "int",
        FieldType::Dec => "dec",
        FieldType::Bool => "bool",
        FieldType::Money => "money",
        FieldType::Place => "place",
        FieldType::One(_) => "one",
        FieldType::Many(_) => "many",
        FieldType::Ref(_) => "ref",
        FieldType::ManyRef(_) | FieldType::Hash | FieldType::ManyHash | FieldType::Event => "other",
    }
}

fn shape(session: &Session, field: Option<&Field>) -> Result<FieldShape, Fault> {
    let Some(field) = field else { return Ok(FieldShape { r#type: "other", required: true, options: Vec::new() }) };
    let mut options = Vec::new();
    match field.ty {
        FieldType::One(codes) | FieldType::Many(codes) => {
            options.extend(codes.iter().map(|c| OptionView { value: (*c).to_owned(), name: None }));
        }
        FieldType::Ref([one]) => {
            for row in session.store.rows(one, &[])?.into_iter().take(OFFERED_MAX) {
                options.push(OptionView { value: row.id.to_string(), name: Some(label(one, &row)) });
            }
        }
        _ => {}
    }
    Ok(FieldShape { r#type: type_name(&field.ty), required: field.required, options })
}

/// The names of rows that a value names.
pub(crate) fn words_of(
    session: &Session,
    field: Option<&Field>,
    value: Option<&Value>,
) -> Result<Option<String>, Fault> {
    let name = |kinds: &[&str], id: &Uuid| name_of_row(session, kinds, id);
    Ok(match (field.map(|f| f.ty), value) {
        (Some(FieldType::Ref(kinds)), Some(Value::Id(id))) => name(kinds, id)?,
        (Some(FieldType::ManyRef(kinds)), Some(Value::List(items))) => {
            let mut names = Vec::new();
            for item in items {
                if let Value::Id(id) = item {
                    names.extend(name(kinds, id)?);
                }
            }
            Some(names.join(" · "))
        }
        _ => None,
    })
}

/// What else the row says: not what it belongs to, which stands in its head, nor what only the app reads.
fn around(session: &Session, kind: &Kind, row: &Row, of: &str) -> Result<Vec<AroundView>, Fault> {
    let mut found = Vec::new();
    let told = |f: &&Field| {
        let inside = matches!(f.name, "cooperative" | "entry" | "instance" | "path" | "form" | "workbook");
        let read = !matches!(f.ty, FieldType::Hash | FieldType::ManyHash | FieldType::Event);
        f.name != of && !inside && read && row.fields.get(f.name).is_some_and(|v| *v != Value::Null)
    };
    for field in kind.fields.iter().filter(told).take(AROUND_MAX) {
        let value = row.fields.get(field.name);
        found.push(AroundView {
            field: field.name.to_owned(),
            r#type: type_name(&field.ty),
            value: serde_json::to_value(value).unwrap_or_default(),
            said: words_of(session, kind_of(kind.name).and_then(|k| k.field(field.name)), value)?,
        });
    }
    Ok(found)
}
