//! What is being typed: kept on the disk while the field has the focus, outside the log; one change is written when it
//! leaves the field.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::entry::{Content, answer_id};
use crate::fields::{find_row, known_field, known_kind};
use crate::records::instant;
use crate::{Fault, Session};

/// Keeps the text of a field of a row; nothing lets it go.
pub fn keep_draft(session: &mut Session, kind: &str, id: &str, field: &str, text: Option<&str>) -> Result<Json, Fault> {
    let kind = known_kind(kind)?;
    let field = known_field(kind, field)?;
    let row = find_row(&session.store, kind, id)?;
    keep(session, kind.name, &row, field.name, text)
}

/// What is typed of an answer; the rest of it is chosen.
const TYPED: [&str; 3] = ["value", "comment", "not_applicable"];

/// The same for a question of an entry, whose answer may not be there yet: its value, or what is said beside it.
pub fn keep_answer_draft(
    session: &mut Session,
    entry: &str,
    question: &str,
    field: Option<&str>,
    text: Option<&str>,
) -> Result<Json, Fault> {
    let field = known_field(known_kind("answer")?, field.unwrap_or("value"))?.name;
    if !TYPED.contains(&field) {
        return Err(Fault::input("fault-unknown-field", &[("kind", "answer"), ("got", field), ("hint", "value")]));
    }
    let entry = session.entry(entry, Content::Live)?;
    let place = entry.place(question)?;
    let row = answer_id(&entry.id, &entry.kept_place(&place));
    keep(session, "answer", &row, field, text)
}

fn keep(session: &mut Session, kind: &str, row: &Uuid, field: &str, text: Option<&str>) -> Result<Json, Fault> {
    match text {
        Some(text) => session.store.keep_draft(kind, row, field, text)?,
        None => session.store.drop_draft(kind, row, field)?,
    }
    Ok(json!({ "kind": kind, "id": row, "field": field }))
}

/// All texts that wait for their field to be left, such as after a power cut.
pub fn drafts(session: &mut Session) -> Result<Json, Fault> {
    let kept = session.store.drafts()?;
    let view = |d: terrain_store::Draft| json!({ "kind": d.kind, "id": d.row, "field": d.field, "text": d.text, "at": instant(d.at) });
    Ok(kept.into_iter().map(view).collect())
}
