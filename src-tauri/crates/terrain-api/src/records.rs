//! Reading and writing rows of any kind.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use terrain_domain::{IdRecipe, Kind, Value, findings, missing, province_of};
use terrain_store::{OpName, Row};
use uuid::Uuid;

use crate::entry::{may_change, summaries};
use crate::fault::Status;
use crate::fields::{derived_id, find_row, known_field, known_kind, typed, values};
use crate::{Fault, Session};

/// Fields that are never shown: names of devices and keys.
const HIDDEN: [(&str, &str); 4] = [
    ("certificate", "device"),
    ("certificate", "signing_key"),
    ("certificate", "receiving_key"),
    ("certificate", "proof"),
];
/// Kinds that are made by their own actions only.
const OWN_ACTIONS: [&str; 6] = ["certificate", "schema", "event", "attachment", "answer", "instance"];
/// Kinds that are set by their own actions only: these know which answers are personal, and what hangs on them.
const ANSWERED: [&str; 2] = ["answer", "instance"];
/// Kinds whose rows stand as they were made.
const NEVER_CHANGED: [&str; 4] = ["certificate", "ending", "schema", "event"];

/// What an attachment says of its bytes, which never change.
const OF_THE_BYTES: [&str; 4] = ["subject", "media_type", "size", "hash"];

/// A finding on a row just written.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FindingView {
    /// Message id.
    pub code: String,
    /// Field.
    pub field: String,
}

/// What a write gives back.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Created {
    /// The row.
    pub id: Uuid,
    /// What to look at in it.
    pub findings: Vec<FindingView>,
}

/// UTC, to the second, as people and programs read it.
pub(crate) fn instant(at_ms: i64) -> String {
    DateTime::from_timestamp_millis(at_ms).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// When a row was made: its identifier begins with that moment.
pub(crate) fn made_at(id: &Uuid) -> String {
    let (high, _) = id.as_u64_pair();
    instant(i64::try_from(high >> 16).unwrap_or_default())
}

impl Session {
    fn views(&mut self, kind: &'static Kind, rows: Vec<Row>) -> Result<Vec<Json>, Fault> {
        let ids: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
        let delivery = self.store.delivery(kind.name, &ids)?;
        let last_visits = match (kind.name, ids.as_slice()) {
            ("cooperative", [one]) => self.last_visits(Some(*one))?,
            ("cooperative", _) => self.last_visits(None)?,
            _ => BTreeMap::new(),
        };
        let mut special = match kind.name {
            "entry" => summaries(self, &ids)?,
            "action" => crate::plan::derived(self, &rows)?,
            _ => BTreeMap::new(),
        };
        let today = self.today();
        let mut views = Vec::with_capacity(rows.len());
        for (row, delivery) in rows.into_iter().zip(delivery) {
            let mut view = Map::new();
            view.insert("id".into(), Json::String(row.id.to_string()));
            for field in kind.fields {
                if !HIDDEN.contains(&(kind.name, field.name)) {
                    let value = row.fields.get(field.name).unwrap_or(&Value::Null);
                    view.insert(field.name.into(), serde_json::to_value(value).unwrap_or_default());
                }
            }
            let derived = special.remove(&row.id).unwrap_or_else(|| derived(kind, &row, &last_visits, today));
            for (name, value) in derived {
                view.insert(name.into(), value);
            }
            view.insert("delivery".into(), serde_json::to_value(delivery).unwrap_or_default());
            if !row.disagreements.is_empty() {
                view.insert("provisional".into(), Json::from(row.disagreements));
            }
            views.push(Json::Object(view));
        }
        Ok(views)
    }

    /// Cooperative → day of its last visit that was not cancelled and is not in the future; of all, or of one.
    pub(crate) fn last_visits(&mut self, of: Option<Uuid>) -> Result<BTreeMap<Uuid, chrono::NaiveDate>, Fault> {
        let today = self.today();
        Ok(self.store.last_visits(of, today)?)
    }

    fn row_findings(&mut self, kind: &'static Kind, id: &Uuid, fields: &[&str]) -> Result<Vec<FindingView>, Fault> {
        let Some(row) = self.store.row(kind.name, id)? else { return Ok(Vec::new()) };
        let found = self.found_in(kind, &row);
        Ok(found.into_iter().filter(|f| fields.contains(&f.field.as_str())).collect())
    }

    /// All that is to be looked at in a row.
    pub(crate) fn found_in(&mut self, kind: &Kind, row: &Row) -> Vec<FindingView> {
        let found = findings(kind, &row.fields, self.today());
        found.into_iter().map(|f| FindingView { code: f.code.into(), field: f.field.into() }).collect()
    }
}

fn derived(
    kind: &Kind,
    row: &Row,
    last_visits: &BTreeMap<Uuid, chrono::NaiveDate>,
    today: chrono::NaiveDate,
) -> Vec<(&'static str, Json)> {
    let int = |name: &str| match row.fields.get(name) {
        Some(Value::Int(i)) => Some(*i),
        _ => None,
    };
    match kind.name {
        "cooperative" => {
            let code = match row.fields.get("commune_code") {
                Some(Value::Text(code)) => province_of(code).map(|p| p.code),
                _ => None,
            };
            let total = match (int("members_women"), int("members_men")) {
                (None, None) => None,
                (w, m) => Some(w.unwrap_or_default().saturating_add(m.unwrap_or_default())),
            };
            vec![
                ("province_code", Json::from(code)),
                ("region_code", Json::from(code.map(|_| terrain_domain::REGION.code))),
                ("members_total", Json::from(total)),
                ("last_visit_on", Json::from(last_visits.get(&row.id).map(|d| d.to_string()))),
            ]
        }
        "visit" => {
            let cancelled = !matches!(row.fields.get("cancelled"), None | Some(Value::Null));
            let state = match row.fields.get("planned_on") {
                _ if cancelled => "cancelled",
                Some(Value::Date(day)) if *day <= today => "held",
                _ => "planned",
            };
            vec![("state", Json::from(state))]
        }
        _ => Vec::new(),
    }
}

/// Rows of a kind; each filter is `FIELD=VALUE`, the value as the field's JSON or as bare text; empty finds empty fields.
pub fn list(session: &mut Session, kind: &str, filters: &[(String, String)]) -> Result<Vec<Json>, Fault> {
    let kind = known_kind(kind)?;
    let mut stored = Vec::new();
    let mut computed = Vec::new();
    for (name, text) in filters {
        if kind.derived.contains(&name.as_str()) {
            computed.push((name, text));
            continue;
        }
        let field = known_field(kind, name)?;
        let json = typed(kind.name, name, text);
        let checked = values(&session.store, kind, &BTreeMap::from([(name.clone(), json)]));
        let value = match checked {
            Ok(found) => found.into_iter().next().map_or(Value::Null, |(_, v)| v),
            Err(_) => {
                let text = BTreeMap::from([(name.clone(), Json::String(text.clone()))]);
                values(&session.store, kind, &text)?.into_iter().next().map_or(Value::Null, |(_, v)| v)
            }
        };
        stored.push((field.name, value));
    }
    let rows = session.store.rows(kind.name, &stored)?;
    let mut views = session.views(kind, rows)?;
    views.retain(|view| {
        computed.iter().all(|(name, text)| match view.get(name.as_str()) {
            Some(Json::String(s)) => s == *text,
            Some(Json::Null) | None => text.is_empty(),
            Some(other) => {
                let shown = other.to_string();
                shown == **text
            }
        })
    });
    Ok(views)
}

/// One row.
pub fn show(session: &mut Session, kind: &str, id: &str) -> Result<Json, Fault> {
    let kind = known_kind(kind)?;
    let id = find_row(&session.store, kind, id)?;
    let rows = session.store.row(kind.name, &id)?.into_iter().collect();
    session.views(kind, rows)?.pop().ok_or_else(|| unknown(kind, &id))
}

fn unknown(kind: &Kind, id: &Uuid) -> Fault {
    Fault::input("fault-unknown-row", &[("kind", kind.name), ("got", &id.to_string())])
}

fn refuse(code: &'static str, kind: &Kind) -> Result<(), Fault> {
    Err(Fault::new(Status::Refused, code, &[("kind", kind.name)]))
}

fn can_be_made(session: &Session, kind: &Kind) -> Result<(), Fault> {
    if OWN_ACTIONS.contains(&kind.name) {
        return refuse("fault-kind-not-writable", kind);
    }
    if kind.id == IdRecipe::One && session.store.count(kind.name)? > 0 {
        return refuse("fault-only-one", kind);
    }
    Ok(())
}

fn can_change(kind: &Kind) -> Result<(), Fault> {
    if NEVER_CHANGED.contains(&kind.name) { refuse("fault-never-changed", kind) } else { Ok(()) }
}

/// A revocation keeps what this laptop holds of that person's chains, unless somebody says otherwise.
fn tips_to_keep(session: &Session, ending: &[(&'static str, Value)]) -> Option<(&'static str, Value)> {
    let revokes = ending.contains(&("how", Value::Text("revoke".into())));
    let certificate = ending.iter().find_map(|(field, value)| match value {
        Value::Id(id) if *field == "certificate" => Some(*id),
        _ => None,
    })?;
    let hashes = session.store.tips_of_person_with(&certificate);
    revokes.then(|| ("tips", Value::List(hashes.into_iter().map(|h| Value::Hash(h.0)).collect())))
}

/// Makes a row. Required fields must be there.
pub fn new(session: &mut Session, kind: &str, fields: &BTreeMap<String, Json>) -> Result<Created, Fault> {
    let kind = known_kind(kind)?;
    can_be_made(session, kind)?;
    let mut checked = values(&session.store, kind, fields)?;
    if kind.name == "ending" && !fields.contains_key("tips") {
        checked.extend(tips_to_keep(session, &checked));
    }
    let row: BTreeMap<&'static str, Value> = checked.iter().cloned().collect();
    let lacking = missing(kind, &row);
    if !lacking.is_empty() {
        let args = [("kind", kind.name), ("fields", &lacking.join(", "))];
        return Err(Fault::input("fault-required-missing", &args));
    }
    let own = (kind.id == IdRecipe::One).then_some(session.store.identity().centre.programme);
    let id = match own.or_else(|| derived_id(kind, &checked)) {
        Some(id) => {
            let there = session.store.row(kind.name, &id)?.is_some();
            session.store.write(OpName::Create, None, |w| {
                if !there {
                    return w.create_as(kind.name, id, &checked);
                }
                checked.iter().try_for_each(|(field, value)| w.set(kind.name, id, field, value))
            })?;
            id
        }
        None => session.store.write(OpName::Create, None, |w| w.create(kind.name, &checked))?.0,
    };
    let names: Vec<&str> = kind.fields.iter().map(|f| f.name).collect();
    let findings = session.row_findings(kind, &id, &names)?;
    Ok(Created { id, findings })
}

/// Sets fields of a row, all or none.
pub fn set(session: &mut Session, kind: &str, id: &str, fields: &BTreeMap<String, Json>) -> Result<Created, Fault> {
    let kind = known_kind(kind)?;
    can_change(kind)?;
    if kind.name == "attachment" && OF_THE_BYTES.iter().any(|f| fields.contains_key(*f)) {
        refuse("fault-never-changed", kind)?;
    }
    if ANSWERED.contains(&kind.name) {
        refuse("fault-kind-not-writable", kind)?;
    }
    let id = find_row(&session.store, kind, id)?;
    let checked = values(&session.store, kind, fields)?;
    for (name, value) in &checked {
        if *value == Value::Null && kind.field(name).is_some_and(|f| f.required) {
            let args = [("kind", kind.name), ("fields", *name)];
            return Err(Fault::input("fault-required-missing", &args));
        }
    }
    may_change(session, kind, &id, false)?;
    session.store.write(OpName::Set, None, |w| {
        checked.iter().try_for_each(|(field, value)| w.set(kind.name, id, field, value))
    })?;
    let names: Vec<&str> = checked.iter().map(|(f, _)| *f).collect();
    let findings = session.row_findings(kind, &id, &names)?;
    Ok(Created { id, findings })
}

/// Deletes a row; what others wrote without knowing keeps it alive.
pub fn delete(session: &mut Session, kind: &str, id: &str) -> Result<Json, Fault> {
    let kind = known_kind(kind)?;
    can_change(kind)?;
    if kind.id == IdRecipe::One {
        refuse("fault-never-deleted", kind)?;
    }
    let id = find_row(&session.store, kind, id)?;
    may_change(session, kind, &id, true)?;
    session.store.write(OpName::Delete, None, |w| w.delete(kind.name, id))?;
    Ok(serde_json::json!({ "id": id }))
}

/// Makes all tables again from the log; gives the number of rows.
pub fn rebuild(session: &mut Session) -> Result<Json, Fault> {
    let rows = session.store.rebuild()?;
    Ok(serde_json::json!({ "rows": rows }))
}

/// Everything that a row ever was, oldest first. Deleted rows have a history too, by their full id.
pub fn history(session: &mut Session, kind: &str, id: &str) -> Result<Json, Fault> {
    let kind = known_kind(kind)?;
    let id = match find_row(&session.store, kind, id) {
        Ok(id) => id,
        Err(fault) => Uuid::try_parse(id).map_err(|_| fault)?,
    };
    let entries = session.store.history(kind.name, &id)?;
    if entries.is_empty() {
        return Err(unknown(kind, &id));
    }
    let entries = entries.into_iter().filter(|e| !HIDDEN.contains(&(kind.name, e.field.as_str())));
    let views = entries.map(|e| {
        serde_json::json!({
            "at": instant(e.at), "clock_ok": e.clock_ok, "person": session.name_of(e.person), "laptop": e.laptop,
            "operation": e.operation,
            "field": e.field, "value": e.value, "live": e.live, "accepted": e.accepted, "note": e.note,
        })
    });
    Ok(Json::Array(views.collect()))
}
