//! What is there, for a person to read.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_api::{Fault, Found, Session};

use crate::output::Output;
use crate::run::Done;
use crate::table::{in_words, isolated};

/// The columns a person looks for first; all of them are in `show` and in `--json`.
const COLUMNS: [&str; 28] = [
    "id",
    "kind",
    "label",
    "name",
    "name_fr",
    "name_ar",
    "title_fr",
    "version",
    "form",
    "sector",
    "province_code",
    "planned_on",
    "purpose",
    "role",
    "key",
    "value",
    "cooperative",
    "coach",
    "person",
    "from",
    "to",
    "last_visit_on",
    "how",
    "held_on",
    "score",
    "progress",
    "state",
    "delivery",
];

/// Rows of a kind.
pub fn rows(session: &mut Session, kind: &str, rows: &[Json], output: &Output) -> Result<Done, Fault> {
    if output.json(&Json::Array(rows.to_vec())) {
        return Ok(Done::Clean);
    }
    if rows.is_empty() {
        output.say("rows-empty", &[]);
        return Ok(Done::Clean);
    }
    let mut named = api::named(session, kind, rows)?;
    if kind == "entry" {
        named.iter_mut().filter_map(Json::as_object_mut).for_each(derived);
    }
    output.table(&named, &COLUMNS);
    output.say("rows-count", &[("count", &rows.len().to_string())]);
    Ok(Done::Clean)
}

/// What is derived of an entry, as a person reads it; the form's name says its purpose.
fn derived(row: &mut serde_json::Map<String, Json>) {
    row.remove("purpose");
    let number = |v: &Json| v.as_u64().unwrap_or_default();
    let progress = row.get("progress").and_then(Json::as_object);
    let progress = progress.and_then(|p| Some(format!("{}/{}", number(p.get("answered")?), number(p.get("asked")?))));
    row.insert("progress".into(), Json::from(progress));
    let score = row.get("score").and_then(Json::as_f64).map(|s| format!("{:.0}", api::shown(s)));
    row.insert("score".into(), Json::from(score));
}

/// What a search found.
pub fn found(rows: &[Found], output: &Output) -> Result<Done, Fault> {
    if output.json(&serde_json::to_value(rows).unwrap_or_default()) {
        return Ok(Done::Clean);
    }
    if rows.is_empty() {
        output.say("search-empty", &[]);
        return Ok(Done::Clean);
    }
    let named = |f: &Found| json!({ "kind": f.kind, "id": f.id, "label": f.label, "cooperative": f.cooperative_name });
    output.table(&rows.iter().map(named).collect::<Vec<_>>(), &COLUMNS);
    output.next("next-show", &[]);
    Ok(Done::Clean)
}

/// One row, field by field.
pub fn fields(session: &mut Session, kind: &str, row: Json, output: &Output) -> Result<Done, Fault> {
    if output.json(&row) {
        return Ok(Done::Clean);
    }
    let named = api::named(session, kind, std::slice::from_ref(&row))?;
    let mut rows = Vec::new();
    for (field, value) in named.iter().filter_map(Json::as_object).flatten().filter(|(_, v)| !v.is_null()) {
        // What has words of its own is said in words, as in a list.
        let word = value.as_str().and_then(|code| in_words(field, code, &output.words));
        let value = word.map_or_else(|| value.clone(), Json::from);
        rows.push(json!({ "field": field, "value": value }));
    }
    output.table(&rows, &["field", "value"]);
    if row.get("provisional").is_some() {
        output.next("next-conflicts", &[]);
    }
    Ok(Done::Clean)
}

/// Everything that a row ever was.
pub fn history(entries: &Json, output: &Output) -> Result<Done, Fault> {
    if output.json(entries) {
        return Ok(Done::Clean);
    }
    let mut rows = entries.as_array().cloned().unwrap_or_default();
    for row in rows.iter_mut().filter_map(Json::as_object_mut) {
        let life = (row.get("field").and_then(Json::as_str) == Some("_row"))
            .then(|| row.get("value").and_then(Json::as_str).map(|code| format!("life-{code}")))
            .flatten()
            .filter(|id| output.words.has(id));
        if let Some(life) = life {
            row.insert("value".into(), Json::from(output.words.say(&life, &[])));
        }
    }
    output.table(&rows, &["at", "person", "operation", "field", "value", "live", "note"]);
    Ok(Done::Clean)
}

/// Open disagreements.
pub fn conflicts(session: &mut Session, output: &Output) -> Result<Done, Fault> {
    let found = api::conflicts(session)?;
    if output.json(&serde_json::to_value(&found).unwrap_or_default()) {
        return Ok(Done::Clean);
    }
    if found.is_empty() {
        output.say("conflicts-empty", &[]);
    }
    for conflict in &found {
        let row = api::show(session, &conflict.kind, &conflict.row.to_string()).unwrap_or_default();
        let name = ["name_fr", "name", "path", "title_fr", "planned_on"]
            .iter()
            .find_map(|f| row.get(*f)?.as_str())
            .unwrap_or_default();
        output.line(&format!("{}  {}  {}", conflict.id, conflict.kind, isolated(name)));
        let rows: Vec<Json> = conflict.values.iter().filter_map(|v| serde_json::to_value(v).ok()).collect();
        output.table(&rows, &["n", "value", "person", "at"]);
    }
    if let Some(first) = found.first() {
        output.next("next-resolve", &[("id", &first.id)]);
    }
    Ok(Done::Clean)
}

/// Who am I, what waits, is everything well.
pub fn status(session: &mut Session, output: &Output) -> Result<Done, Fault> {
    let view = api::status(session)?;
    if output.json(&serde_json::to_value(&view).unwrap_or_default()) {
        return Ok(Done::Clean);
    }
    let words = &output.words;
    let role = match view.role {
        Some(role) => words.say(&format!("role-{role}"), &[]),
        None => words.say("status-no-role", &[]),
    };
    let last = view.last_sync.clone().unwrap_or_else(|| words.say("status-never", &[]));
    let health = &view.health;
    let worries = [
        ("health-quarantined", health.quarantined),
        ("health-waiting", health.waiting),
        ("health-tasks", health.tasks),
        ("health-forked", health.forked),
        ("health-clock", u64::from(!health.clock_ok)),
        ("health-findings", health.findings.as_array().map_or(0, |f| f.len() as u64)),
    ];
    let worries = worries.iter().filter(|(_, n)| *n > 0);
    let worries: Vec<String> = worries.map(|(k, n)| words.say(k, &[("count", &n.to_string())])).collect();
    let well = words.say("status-well", &[]);
    let rows = [
        ("status-person", view.person.clone()),
        ("status-role", role),
        ("status-programme", view.programme.clone()),
        ("status-central", view.central.clone().unwrap_or_else(|| words.say("status-none", &[]))),
        ("status-unsent", view.unsent.to_string()),
        ("status-last", last),
        ("status-conflicts", view.conflicts.to_string()),
        ("status-drafts", view.drafts.to_string()),
        ("status-health", if worries.is_empty() { well } else { worries.join(" ; ") }),
    ];
    for (key, value) in rows {
        output.say("status-line", &[("name", &words.say(key, &[])), ("value", &value)]);
    }
    if view.conflicts > 0 {
        output.next("next-conflicts", &[]);
    }
    if view.unsent > 0 {
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}
