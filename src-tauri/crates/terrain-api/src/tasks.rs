//! Rows that one person deleted and another edited without knowing: told, and ended by a person.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use terrain_domain::kind as kind_of;
use terrain_store::{Task, TaskChange};
use uuid::Uuid;

use crate::disagreements::{HeadView, head, type_name, words_of};
use crate::entry::{Questions, questions_of, said_by};
use crate::fault::Status;
use crate::fields::{find_row, known_kind};
use crate::laptops::AuthorView;
use crate::records::instant;
use crate::{Fault, Session};

/// Most edits that are told of one row.
const EDITS_MAX: usize = 12;

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SettleTaskRequest {
    pub kind: String,
    pub id: String,
    /// The row stays; else it stays deleted.
    pub keep: bool,
    pub note: Option<String>,
    /// What was shown, as `tasks` said it; nothing means all that stands now.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<String>>", optional))]
    pub shown: Vec<String>,
}

/// A row that one person deleted and another edited.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TaskView {
    /// The row.
    pub head: HeadView,
    /// Who deleted it.
    pub deleted: Vec<TaskAct>,
    /// What was written by whoever did not know, oldest first, at most a dozen.
    pub edited: Vec<TaskAct>,
    /// How many of these there are.
    pub edits: usize,
    /// What is shown here, for settling it.
    pub shown: Vec<String>,
}

/// What one of the two did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TaskAct {
    /// Who, and where.
    pub author: AuthorView,
    /// When, UTC.
    pub at: String,
    /// Kind of the row that was written: of an entry also its answers.
    pub kind: String,
    /// Field; `_row` for the whole.
    pub field: String,
    /// Of an answer: its question, as it is asked.
    pub question: Option<String>,
    /// Type, as in [`crate::FieldShape`].
    pub r#type: &'static str,
    /// The value.
    pub value: Json,
    /// In words, where the value does not say it.
    pub said: Option<String>,
}

/// All of them, in the order of kind and row; questions in this language.
pub fn tasks(session: &mut Session, language: &str) -> Result<Vec<TaskView>, Fault> {
    let mut views = Vec::new();
    for (kind, row) in session.store.tasks()? {
        let Some(task) = session.store.task(&kind, &row)? else { continue };
        let mut head = head(session, &kind, &row)?;
        let mut questions = Questions::new();
        if kind == "entry" {
            (head.name, questions) = questions_of(session, &row, language)?;
        }
        let acts =
            |some: &[&TaskChange]| some.iter().map(|c| act(session, c, &questions)).collect::<Result<Vec<_>, _>>();
        let edits = telling(&task.edits);
        let deleted = acts(&task.deletes.iter().collect::<Vec<_>>())?;
        let edited = acts(edits.get(..EDITS_MAX).unwrap_or(&edits))?;
        views.push(TaskView { head, deleted, edited, edits: edits.len(), shown: shown(&task) });
    }
    Ok(views)
}

/// Those that say something to a person: not to which entry an answer belongs, nor where its question stands. Where there are
/// no others, all of them.
fn telling(edits: &[TaskChange]) -> Vec<&TaskChange> {
    let part = |c: &TaskChange| matches!(c.row.0.as_str(), "answer" | "instance");
    let told =
        |c: &&TaskChange| !part(c) || matches!(c.field.as_str(), "value" | "comment" | "source" | "not_applicable");
    let some: Vec<_> = edits.iter().filter(told).collect();
    if some.is_empty() { edits.iter().collect() } else { some }
}

fn act(session: &Session, c: &TaskChange, questions: &Questions) -> Result<TaskAct, Fault> {
    let question = questions.get(&c.row.1);
    let answer = question.filter(|_| c.field == "value").and_then(|q| said_by(Some(q), c.value.as_ref()));
    let field = kind_of(&c.row.0).and_then(|kind| kind.field(&c.field));
    Ok(TaskAct {
        author: session.author(&c.device),
        at: instant(c.at),
        kind: c.row.0.clone(),
        field: c.field.clone(),
        question: question.map(|q| q.label.clone()),
        r#type: field.map_or("other", |f| type_name(&f.ty)),
        value: serde_json::to_value(&c.value).unwrap_or_default(),
        said: match answer {
            Some(said) => Some(said),
            None => words_of(session, field, c.value.as_ref())?,
        },
    })
}

fn shown(task: &Task) -> Vec<String> {
    task.shown().iter().map(ToString::to_string).collect()
}

/// Ends one: the row stays as it is, or stays deleted. Nothing is lost either way: the history keeps all of it.
///
/// Errors: `fault-task-changed` where something came since it was shown.
pub fn settle_task(
    session: &mut Session,
    kind: &str,
    id: &str,
    keep: bool,
    note: Option<&str>,
    seen: &[String],
) -> Result<Json, Fault> {
    let kind = known_kind(kind)?;
    let row = match Uuid::try_parse(id) {
        Ok(row) => row,
        Err(_) => find_row(&session.store, kind, id)?,
    };
    let none = || Fault::input("fault-no-task", &[("kind", kind.name), ("got", id)]);
    let task = session.store.task(kind.name, &row)?.ok_or_else(none)?;
    if !seen.is_empty() && seen != shown(&task) {
        return Err(Fault::new(Status::Refused, "fault-task-changed", &[]));
    }
    if !keep {
        crate::entry::may_change(session, kind, &row, true)?;
    }
    session.store.settle_task(&task, keep, note)?;
    Ok(serde_json::json!({ "id": row, "kept": keep }))
}
