//! Reading a table of cooperatives: how each column was understood, what becomes of each row.

use std::path::Path;

use terrain_api as api;
use terrain_api::{Fault, Session};

use crate::output::Output;
use crate::run::Done;

/// Imports a file, or shows what would happen.
pub fn import(
    session: &mut Session,
    kind: &str,
    file: &Path,
    map: &[(String, String)],
    dry_run: bool,
    output: &Output,
) -> Result<Done, Fault> {
    let report = api::import(session, kind, api::Table::File(file), api::Understanding { map, reads: &[] }, dry_run)?;
    let done = Done::with(report.refused > 0);
    if output.json(&serde_json::to_value(&report).unwrap_or_default()) {
        return Ok(done);
    }
    for column in &report.columns {
        match &column.field {
            Some(field) => output.say("import-column", &[("column", &column.column), ("field", field)]),
            None => output.say("import-column-left", &[("column", &column.column)]),
        }
    }
    for row in &report.rows {
        show_row(row, output);
    }
    let counts = [report.new, report.changed, report.same, report.refused].map(|n| n.to_string());
    let [new, changed, same, refused] = &counts;
    output.say("import-done", &[("new", new), ("changed", changed), ("same", same), ("refused", refused)]);
    if dry_run {
        output.say("import-dry", &[]);
    }
    if report.refused > 0 {
        output.next("next-import-refused", &[]);
    }
    if report.columns.iter().any(|c| c.field.is_none()) {
        output.next("next-import-map", &[]);
    }
    if !dry_run && report.new + report.changed > 0 {
        output.next("next-assign", &[]);
    }
    Ok(done)
}

fn show_row(row: &api::ImportRow, output: &Output) {
    let outcome = output.words.say(&format!("import-row-{}", row.outcome), &[]);
    let number = row.row.to_string();
    let about = match (&row.cell, row.reason) {
        (Some(cell), Some(reason)) => {
            let said = output.words.say(reason, &[("got", row.got.as_deref().unwrap_or_default())]);
            output.words.say("import-row-cell", &[("cell", cell), ("said", &said)])
        }
        _ if row.outcome == "changed" => row.fields.join(", "),
        _ => String::new(),
    };
    let args = [("row", number.as_str()), ("outcome", &outcome), ("name", &row.name), ("about", &about)];
    output.say(if about.is_empty() { "import-row-line" } else { "import-row-line-about" }, &args);
}
