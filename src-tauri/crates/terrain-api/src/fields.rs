//! From what a person typed to kinds, rows and values.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use terrain_domain::{FieldType, IdRecipe, Input, KINDS, Kind, Value, did_you_mean, kind, normalise, v5};
use terrain_store::Store;
use uuid::Uuid;

use crate::Fault;

/// Shortest beginning of an id that is looked up.
const PREFIX_MIN: usize = 4;

pub(crate) fn known_kind(name: &str) -> Result<&'static Kind, Fault> {
    kind(name).ok_or_else(|| {
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
        let bad = |e: serde_json::Error| {
            Fault::input("fault-bad-json", &[("got", &json.to_string()), ("reason", &e.to_string())])
        };
        let input: Input = serde_json::from_value(json.clone()).map_err(bad)?;
        let value = field.ty.accept(&input).map_err(|r| Fault::refused_value(field.name, &r))?;
        if let (FieldType::Ref(kinds), Value::Id(row)) = (&field.ty, &value) {
            refers(store, kinds, row)?;
        }
        checked.push((field.name, value));
    }
    Ok(checked)
}

fn refers(store: &Store, kinds: &[&str], row: &Uuid) -> Result<(), Fault> {
    for kind in kinds {
        if store.row(kind, row)?.is_some() {
            return Ok(());
        }
    }
    Err(Fault::input("fault-unknown-row", &[("kind", &kinds.join(", ")), ("got", &row.to_string())]))
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
        [] => Err(Fault::input("fault-unknown-row", &[("kind", kind.name), ("got", text)])),
        several => {
            let count = several.len().to_string();
            Err(Fault::input("fault-ambiguous-row", &[("kind", kind.name), ("got", text), ("count", &count)]))
        }
    }
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
