//! Rows by the words that people know them by: search, and names in place of identifiers.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Serialize;
use serde_json::Value as Json;
use terrain_domain::{FieldType, Value};
use terrain_store::Row;
use uuid::Uuid;

use crate::fields::known_kind;
use crate::{Fault, Session};

/// A row that was found by its words, and what it belongs to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Found {
    /// Its kind.
    pub kind: String,
    /// Its identifier.
    pub id: Uuid,
    /// What it is known by; empty where it has no words of its own.
    pub label: String,
    /// The entry that it is or that it is a part of.
    pub entry: Option<Uuid>,
    /// What the form of that entry is called.
    pub form: Option<String>,
    /// The cooperative that it is or that it concerns.
    pub cooperative: Option<Uuid>,
    /// What that cooperative is called; nothing where it is the row itself.
    pub cooperative_name: Option<String>,
}

/// Rows in which every word begins some word, best first.
pub fn search(session: &mut Session, text: &str) -> Result<Vec<Found>, Fault> {
    let rows = session.store.search(text)?;
    rows.into_iter().map(|(kind, id)| found(session, kind, id)).collect()
}

fn found(session: &Session, kind: String, id: Uuid) -> Result<Found, Fault> {
    let row = session.store.row(&kind, &id)?;
    let names = |row: &Option<Row>, field: &str| match row.as_ref().and_then(|row| row.fields.get(field)) {
        Some(Value::Id(named)) => Some(*named),
        _ => None,
    };
    let entry = if kind == "entry" { Some(id) } else { names(&row, "entry") };
    let entry_row = match entry {
        Some(entry) => session.store.row("entry", &entry)?,
        None => None,
    };
    let form = match names(&entry_row, "form") {
        Some(form) => name_of_row(session, &["form"], &form)?,
        None => None,
    };
    let concerned = names(&row, "cooperative").or_else(|| names(&entry_row, "cooperative"));
    let cooperative_name = match concerned {
        Some(cooperative) => name_of_row(session, &["cooperative"], &cooperative)?,
        None => None,
    };
    let cooperative = if kind == "cooperative" { Some(id) } else { concerned };
    let label = row.map(|row| label(&kind, &row)).unwrap_or_default();
    Ok(Found { kind, id, label, entry, form, cooperative, cooperative_name })
}

/// The same rows for a person to read: a row that is referred to stands by its name where it has one.
pub fn named(session: &mut Session, kind: &str, rows: &[Json]) -> Result<Vec<Json>, Fault> {
    let kind = known_kind(kind)?;
    let mut names: BTreeMap<(&str, Uuid), String> = BTreeMap::new();
    let mut rows = rows.to_vec();
    for field in kind.fields {
        let FieldType::Ref(kinds) = field.ty else { continue };
        for cell in rows.iter_mut().filter_map(|r| r.get_mut(field.name)) {
            let Some(id) = cell.as_str().and_then(|t| Uuid::try_parse(t).ok()) else { continue };
            for kind in kinds {
                let name = match names.entry((*kind, id)) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(new) => {
                        let row = session.store.row(kind, &id)?;
                        let name = row.and_then(|row| texts(kind, &row).into_iter().next());
                        new.insert(name.unwrap_or_default())
                    }
                };
                if !name.is_empty() {
                    *cell = Json::String(name.clone());
                    break;
                }
            }
        }
    }
    Ok(rows)
}

/// What a row is known by.
pub(crate) fn label(kind: &str, row: &Row) -> String {
    texts(kind, row).join(" · ")
}

/// What a row is known by whose kind is one of these; nothing where it is not here, or has no words of its own.
pub(crate) fn name_of_row(session: &Session, kinds: &[&str], id: &Uuid) -> Result<Option<String>, Fault> {
    for kind in kinds {
        if let Some(row) = session.store.row(kind, id)? {
            return Ok(texts(kind, &row).into_iter().next());
        }
    }
    Ok(None)
}

/// What a row is known by, each text once.
fn texts(kind: &str, row: &Row) -> Vec<String> {
    let fields: &[&str] = match kind {
        "cooperative" | "programme" => &["name_fr", "name_ar"],
        "form" => &["title_fr", "title_ar"],
        "visit" => &["planned_on", "purpose"],
        "remark" => &["text"],
        "objective" | "action" => &["title"],
        "assistance_request" => &["topic"],
        "attachment" => &["name"],
        "person" | "officer" => &["name"],
        _ => &[],
    };
    let mut texts: Vec<String> = Vec::new();
    for field in fields {
        let text = match row.fields.get(field) {
            Some(Value::Text(t)) => t.clone(),
            Some(Value::Date(d)) => d.to_string(),
            _ => continue,
        };
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}
