//! Disagreements: shown, and settled by a person.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;
use terrain_changes::ChangeId;
use terrain_domain::Value;
use terrain_store::{Conflict, OpName};
use uuid::Uuid;

use crate::fields::{known_field, known_kind, values};
use crate::records::instant;
use crate::{Fault, Session};

/// One of the values, numbered for `resolve --take N`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ConflictValueView {
    /// From 1; the first is the provisional one.
    pub n: usize,
    /// The value.
    pub value: Json,
    /// Who wrote it.
    pub person: String,
    /// When, UTC.
    pub at: String,
}

/// A field on which people disagree.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ConflictView {
    /// Names it for `resolve`: `ROW.FIELD`.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Row.
    pub row: Uuid,
    /// Field.
    pub field: String,
    /// The different values.
    pub values: Vec<ConflictValueView>,
    /// What is shown here, for `resolve`: a value that comes later is not settled with it.
    pub shown: Vec<String>,
}

fn id_of(conflict: &Conflict) -> String {
    format!("{}.{}", conflict.row, conflict.field)
}

/// All disagreements.
pub fn conflicts(session: &mut Session) -> Result<Vec<ConflictView>, Fault> {
    let found = session.store.conflicts()?;
    let view = |c: Conflict| ConflictView {
        id: id_of(&c),
        values: (c.values.iter().enumerate())
            .map(|(i, v)| ConflictValueView {
                n: i + 1,
                value: serde_json::to_value(&v.value).unwrap_or_default(),
                person: session.name_of(v.person),
                at: instant(v.at),
            })
            .collect(),
        shown: c.lives.iter().map(ToString::to_string).collect(),
        kind: c.kind,
        row: c.row,
        field: c.field,
    };
    Ok(found.into_iter().map(view).collect())
}

/// Settles a disagreement with one of its values, or with another one. All values stay in the history.
///
/// `shown` is what the person was shown, as [`conflicts`] said it; nothing means all that is live now.
pub fn resolve(
    session: &mut Session,
    id: &str,
    take: Option<usize>,
    value: Option<&Json>,
    note: Option<&str>,
    shown: &[String],
) -> Result<Json, Fault> {
    let read = |text: &String| {
        ChangeId::parse(text).ok_or_else(|| Fault::input("fault-unknown-conflict", &[("got", text.as_str())]))
    };
    let shown: Vec<ChangeId> = shown.iter().map(read).collect::<Result<_, _>>()?;
    let found = session.store.conflicts()?;
    let mut matching = found.iter().filter(|c| id_of(c) == id || (id.len() >= 8 && id_of(c).starts_with(id)));
    let conflict = match (matching.next(), matching.next()) {
        (Some(one), None) => one,
        _ => return Err(Fault::input("fault-unknown-conflict", &[("got", id)])),
    };
    let known = known_kind(&conflict.kind)?;
    let field = known_field(known, &conflict.field)?;
    let settled = match (take, value) {
        (Some(n), None | Some(Json::Null)) => {
            let chosen = n.checked_sub(1).and_then(|i| conflict.values.get(i)).and_then(|v| v.value.clone());
            let count = conflict.values.len().to_string();
            chosen.ok_or_else(|| Fault::input("fault-unknown-choice", &[("got", &n.to_string()), ("count", &count)]))?
        }
        (None, Some(json)) => {
            let object = BTreeMap::from([(field.name.to_owned(), json.clone())]);
            let value = values(&session.store, known, &object)?.pop().map_or(Value::Null, |(_, v)| v);
            if field.required && value == Value::Null {
                return Err(Fault::input("fault-required-missing", &[("kind", known.name), ("fields", field.name)]));
            }
            if (known.name, field.name) == ("answer", "value") {
                crate::entry::answerable(session, &conflict.row, &value)?;
            }
            value
        }
        _ => return Err(Fault::input("fault-take-or-value", &[])),
    };
    let (kind, row) = (conflict.kind.clone(), conflict.row);
    session.store.write(OpName::Settle, note, |w| match shown.as_slice() {
        [] => w.set(&kind, row, field.name, &settled),
        shown => w.set_on(&kind, row, field.name, &settled, shown),
    })?;
    Ok(serde_json::json!({ "id": id_of(conflict), "value": settled }))
}
