//! Rows by the words that people know them by: search, and names in place of identifiers.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Serialize;
use serde_json::Value as Json;
use terrain_domain::{FieldType, Role, Value};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::{id_of, text_of};
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
    /// The same in Arabic.
    pub cooperative_name_ar: Option<String>,
    /// Of people: what an officer does in the cooperative, in which role somebody works in the programme.
    pub role: Option<String>,
}

/// Rows in which every word begins some word, best first.
pub fn search(session: &mut Session, text: &str) -> Result<Vec<Found>, Fault> {
    let rows = session.store.search(text)?;
    let mut looked = Looked { session, rows: BTreeMap::new() };
    rows.into_iter().map(|(kind, id)| looked.found(kind, id)).collect()
}

/// Rows that were looked at: most that is found belongs to the same few.
struct Looked<'s> {
    session: &'s Session,
    rows: BTreeMap<(String, Uuid), Option<Row>>,
}

impl Looked<'_> {
    fn row(&mut self, kind: &str, id: Uuid) -> Result<Option<&Row>, Fault> {
        Ok(match self.rows.entry((kind.to_owned(), id)) {
            Entry::Occupied(known) => known.into_mut().as_ref(),
            Entry::Vacant(new) => new.insert(self.session.store.row(kind, &id)?).as_ref(),
        })
    }

    fn named(&mut self, kind: &str, id: Uuid, field: &str) -> Result<Option<Uuid>, Fault> {
        Ok(self.row(kind, id)?.and_then(|row| id_of(row, field)))
    }

    fn name(&mut self, kind: &str, id: Option<Uuid>) -> Result<Option<String>, Fault> {
        let Some(id) = id else { return Ok(None) };
        Ok(self.row(kind, id)?.and_then(|row| texts(kind, row).into_iter().next()))
    }

    fn found(&mut self, kind: String, id: Uuid) -> Result<Found, Fault> {
        let entry = if kind == "entry" { Some(id) } else { self.named(&kind, id, "entry")? };
        let (form, of_entry) = match entry {
            Some(entry) => (self.named("entry", entry, "form")?, self.named("entry", entry, "cooperative")?),
            None => (None, None),
        };
        let concerned = self.named(&kind, id, "cooperative")?.or(of_entry);
        let (form, cooperative_name) = (self.name("form", form)?, self.name("cooperative", concerned)?);
        let cooperative_name_ar = match concerned {
            Some(of) => self.row("cooperative", of)?.and_then(|row| text_of(row, "name_ar")),
            None => None,
        };
        let cooperative = if kind == "cooperative" { Some(id) } else { concerned };
        let label = self.row(&kind, id)?.map(|row| label(&kind, row)).unwrap_or_default();
        let role = match kind.as_str() {
            "officer" => self.row(&kind, id)?.and_then(|row| text_of(row, "role")),
            "person" => self.role_of(&id).map(|role| role.code().to_owned()),
            _ => None,
        };
        Ok(Found { kind, id, label, entry, form, cooperative, cooperative_name, cooperative_name_ar, role })
    }

    /// In which role a person works; nothing for who has no laptop that counts.
    fn role_of(&self, person: &Uuid) -> Option<Role> {
        let standings = self.session.store.authority().standings();
        standings.filter(|(_, s)| s.person == *person && !s.ended()).find_map(|(_, s)| s.role)
    }
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
