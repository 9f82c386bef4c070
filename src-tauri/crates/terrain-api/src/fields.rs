//! From what a person typed to kinds, rows and values.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use terrain_domain::{FieldType, IdRecipe, Input, KINDS, Kind, Value, did_you_mean, kind as kind_of, normalise, v5};
use terrain_store::Store;
use uuid::Uuid;

use crate::Fault;

/// Shortest beginning of an id that is looked up.
const PREFIX_MIN: usize = 4;

pub(crate) fn known_kind(name: &str) -> Result<&'static Kind, Fault> {
    kind_of(name).ok_or_else(|| {
        let hint = did_you_mean(name, KINDS.iter().map(|k| k.name)).unwrap_or_default();
        Fault::input("fault-unknown-kind", &[("got", name), ("hint", hint)])
    })
}

/// The name of a field of the kind, as the model spells it.
pub(crate) fn known_field(kind: &'static Kind, name: &str) -> Result<&'static terrain_domain::Field, Fault> {
    if let Some(field) = kind.field(name) {
        return Ok(field);
    }
    if kind.derived.contains(&name) {
        return Err(Fault::input("fault-derived-field", &[("field", name)]));
    }
    let hint = did_you_mean(name, kind.fields.iter().map(|f| f.name)).unwrap_or_default();
    Err(Fault::input("fault-unknown-field", &[("kind", kind.name), ("got", name), ("hint", hint)]))
}

/// Checks every field of a JSON object; rows that are referred to must be there.
pub(crate) fn values(
    store: &Store,
    kind: &'static Kind,
    fields: &BTreeMap<String, Json>,
) -> Result<Vec<(&'static str, Value)>, Fault> {
    let mut checked = Vec::new();
    for (name, json) in fields {
        let field = known_field(kind, name)?;
        let input: Input = serde_json::from_value(json.clone()).map_err(|e| bad_json(&json.to_string(), &e))?;
        let value = field.ty.accept(&input).map_err(|r| Fault::refused_value(field.name, &r))?;
        match (&field.ty, &value) {
            (FieldType::Ref(kinds), Value::Id(row)) => refers(store, kinds, row)?,
            (FieldType::ManyRef(kinds), Value::List(rows)) => {
                for row in rows {
                    let Value::Id(row) = row else { continue };
                    refers(store, kinds, row)?;
                }
            }
            _ => {}
        }
        checked.push((field.name, value));
    }
    Ok(checked)
}

/// What a person typed after `FIELD=`: JSON, or text where it is none; nothing empties the field. Fields of text take
/// numbers as they are typed: nobody puts a telephone number between quotes.
pub fn typed(kind: &str, field: &str, text: &str) -> Json {
    if text.is_empty() {
        return Json::Null;
    }
    let textual = kind_of(kind).and_then(|k| k.field(field)).is_some_and(|f| f.ty == FieldType::Text);
    match serde_json::from_str(text) {
        Ok(Json::Number(_) | Json::Bool(_)) if textual => Json::String(text.to_owned()),
        Ok(json) => json,
        Err(_) => Json::String(text.to_owned()),
    }
}

fn refers(store: &Store, kinds: &[&str], row: &Uuid) -> Result<(), Fault> {
    for kind in kinds {
        if store.row(kind, row)?.is_some() {
            return Ok(());
        }
    }
    match kinds {
        [one] => kind_of(one).map_or(Ok(()), |kind| Err(not_found(store, kind, &row.to_string()))),
        _ => Err(Fault::input("fault-unknown-row", &[("kind", &kinds.join(", ")), ("got", &row.to_string())])),
    }
}

/// A row by its id, the beginning of its id, or (cooperatives and persons) its exact name.
pub(crate) fn find_row(store: &Store, kind: &Kind, text: &str) -> Result<Uuid, Fault> {
    if let Ok(id) = Uuid::try_parse(text)
        && store.row(kind.name, &id)?.is_some()
    {
        return Ok(id);
    }
    let hex = text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    let mut found = if hex && text.len() >= PREFIX_MIN { store.ids_beginning(kind.name, text)? } else { Vec::new() };
    if found.is_empty() && matches!(kind.name, "cooperative" | "person") {
        let wanted = normalise(text);
        for row in store.rows(kind.name, &[])? {
            let named = ["name_fr", "name_ar", "name"].iter().any(
                |f| matches!(row.fields.get(f), Some(Value::Text(t)) if !wanted.is_empty() && normalise(t) == wanted),
            );
            if named {
                found.push(row.id);
            }
        }
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(not_found(store, kind, text)),
        several => {
            let count = several.len().to_string();
            Err(Fault::input("fault-ambiguous-row", &[("kind", kind.name), ("got", text), ("count", &count)]))
        }
    }
}

/// No such row; where the identifier is one of another kind, it says so.
fn not_found(store: &Store, kind: &Kind, text: &str) -> Fault {
    let id = Uuid::try_parse(text).unwrap_or_default();
    let bears = |k: &&Kind| k.name != kind.name && store.row(k.name, &id).ok().flatten().is_some();
    match KINDS.iter().find(bears) {
        Some(other) if !id.is_nil() => {
            Fault::input("fault-other-kind", &[("kind", kind.name), ("got", text), ("other", other.name)])
        }
        _ => Fault::input("fault-unknown-row", &[("kind", kind.name), ("got", text)]),
    }
}

/// JSON that is none, or not of the shape expected.
pub(crate) fn bad_json(got: &str, e: &serde_json::Error) -> Fault {
    let said = e.to_string();
    let named = |before: &str| said.strip_prefix(before).and_then(|rest| rest.split('`').next());
    if let Some(name) = named("missing field `") {
        return Fault::input("fault-json-missing", &[("got", got), ("name", name)]);
    }
    if let Some(name) = named("unknown field `") {
        return Fault::input("fault-json-unknown", &[("got", got), ("name", name)]);
    }
    if let Some(name) = named("duplicate field `") {
        return Fault::input("fault-field-twice", &[("field", name)]);
    }
    let reason = if e.is_data() { "reason-json-shape" } else { "reason-json-syntax" };
    Fault::input("fault-bad-json", &[("got", got), ("reason", reason)])
}

/// The id that a kind's recipe gives to these fields; nothing where it is drawn.
pub(crate) fn derived_id(kind: &Kind, fields: &[(&'static str, Value)]) -> Option<Uuid> {
    let IdRecipe::V5(names) = kind.id else { return None };
    let text = |name: &str| {
        let value = fields.iter().find(|(f, _)| *f == name).map(|(_, v)| v);
        match value.map(serde_json::to_value) {
            Some(Ok(Json::String(t))) => t,
            Some(Ok(other)) => other.to_string(),
            _ => String::new(),
        }
    };
    let parts: Vec<String> = names.iter().map(|n| text(n)).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Some(v5(kind.name, &parts))
}
