//! What the app lays beside every form: `cooperative.csv`, one row, the cooperative's record, so that a form can prefill what
//! is known (`pulldata('cooperative', 'members_total', 'key', 'cooperative')`), and `actions.csv`, the actions of its plan that
//! were open when the entry was begun: an answer keeps its words when the action is done later.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use serde_json::Value as Json;
use terrain_domain::kind;
use uuid::Uuid;

use crate::{Fault, Session};

/// The names of the files.
const RECORD: &str = "cooperative.csv";
const ACTIONS: &str = "actions.csv";
/// The column and the value by which a form looks the row up.
const KEY: (&str, &str) = ("key", "cooperative");

/// Columns: the key, the id, every field of the kind and what is derived.
fn columns() -> Vec<&'static str> {
    let known = kind("cooperative");
    let fields = known.iter().flat_map(|k| k.fields.iter().map(|f| f.name));
    let derived = known.iter().flat_map(|k| k.derived.iter().copied());
    [KEY.0, "id"].into_iter().chain(fields).chain(derived).collect()
}

fn written(record: &Json) -> Vec<u8> {
    let text = |name: &str| match record.get(name) {
        _ if name == KEY.0 => KEY.1.to_owned(),
        Some(Json::String(t)) => t.clone(),
        Some(Json::Array(items)) => items.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(" "),
        Some(Json::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Some(Json::Object(place)) => {
            ["lat", "lon"].map(|k| place.get(k).map(ToString::to_string).unwrap_or_default()).join(" ")
        }
        Some(Json::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    let columns = columns();
    csv_of(&[columns.iter().map(|c| (*c).to_owned()).collect(), columns.iter().map(|c| text(c)).collect()])
}

fn csv_of(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// Actions to choose from, in the order of the days promised.
fn actions(choices: Vec<(String, String)>) -> Vec<u8> {
    let mut rows = vec![vec!["name".to_owned(), "label".to_owned()]];
    rows.extend(choices.into_iter().map(|(name, label)| vec![name, label]));
    csv_of(&rows)
}

/// The files of a cooperative of which nothing is known: what a form is checked with.
pub(crate) fn blank() -> BTreeMap<&'static str, Vec<u8>> {
    BTreeMap::from([(RECORD, written(&Json::Null)), (ACTIONS, actions(Vec::new()))])
}

/// The day on which this row was made, by the moment in its identifier.
fn made_on(session: &mut Session, row: &Uuid) -> NaiveDate {
    let at = i64::try_from(row.as_u128() >> 80).unwrap_or_default();
    let offset_min = session.store.offset_min(at);
    let local = at.saturating_add(i64::from(offset_min) * 60_000);
    DateTime::from_timestamp_millis(local).unwrap_or_default().date_naive()
}

/// The files of this cooperative for an entry; of one that was deleted nothing is known, and its entries are read all the
/// same.
pub(crate) fn of(
    session: &mut Session,
    cooperative: &Uuid,
    entry: &Uuid,
) -> Result<BTreeMap<&'static str, Vec<u8>>, Fault> {
    if session.store.row("cooperative", cooperative)?.is_none() {
        return Ok(blank());
    }
    let record = crate::show(session, "cooperative", &cooperative.to_string())?;
    let begun = made_on(session, entry);
    let choices = crate::plan::choices(session, cooperative, begun)?;
    Ok(BTreeMap::from([(RECORD, written(&record)), (ACTIONS, actions(choices))]))
}
