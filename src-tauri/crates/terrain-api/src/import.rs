//! A coordinator's own spreadsheet of cooperatives: every row is new, changed, the same, or refused with its cell and the
//! reason. What is accepted enters as one operation, all or nothing; doing it again changes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{FieldType, Input, Kind, PROVINCES, SECTORS, Value, normalise};
use terrain_sheets::{Cell, Sheet, place};
use terrain_store::{OpName, Row};
use uuid::Uuid;

use crate::fields::{known_field, known_kind};
use crate::import_columns::{Column, ColumnView, guess};
use crate::{Fault, Session};

/// Rows in which the headers are looked for: above them stand titles and logos.
const HEADER_ROWS_MAX: usize = 20;

/// A row of the file and what becomes of it.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct ImportRow {
    /// Number in the file.
    pub row: u32,
    /// `new`, `changed`, `same` or `refused`.
    pub outcome: &'static str,
    /// The cooperative's name as it stands in the file.
    pub name: String,
    /// Fields that change.
    pub fields: Vec<&'static str>,
    /// The cell that is refused, `Feuille!B12`.
    pub cell: Option<String>,
    /// Message id of the reason.
    pub reason: Option<&'static str>,
    /// What stands in the cell.
    pub got: Option<String>,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Serialize)]
pub struct ImportReport {
    /// How each column was understood.
    pub columns: Vec<ColumnView>,
    /// Each row.
    pub rows: Vec<ImportRow>,
    /// Counts.
    pub new: u64,
    /// Rows of cooperatives that change.
    pub changed: u64,
    /// Rows that are already so.
    pub same: u64,
    /// Rows left out.
    pub refused: u64,
    /// Nothing was saved.
    pub dry_run: bool,
}

struct Bad {
    column: usize,
    reason: &'static str,
    got: String,
}

/// A row ready to be written.
struct Plan {
    existing: Option<Uuid>,
    fields: Vec<(&'static str, Value)>,
}

/// Imports rows of `kind` (cooperatives) from an XLSX, XLS or CSV file. `map` overrides guesses: header → field, or empty.
pub fn import(
    session: &mut Session,
    kind: &str,
    file: &Path,
    map: &[(String, String)],
    dry_run: bool,
) -> Result<ImportReport, Fault> {
    let kind = known_kind(kind)?;
    if kind.name != "cooperative" {
        return Err(Fault::input("fault-import-kind", &[("kind", kind.name)]));
    }
    let place = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|_| Fault::input("fault-file-missing", &[("path", &place)]))?;
    let book = terrain_sheets::read(&bytes).map_err(|e| {
        let code = if e.is_limit() { "fault-sheet-too-large" } else { "fault-sheet-unreadable" };
        Fault::input(code, &[("path", &place), ("reason", &e.to_string())])
    })?;
    let (sheet, header, columns) = book
        .sheets
        .iter()
        .find_map(|sheet| find_header(kind, sheet))
        .ok_or_else(|| Fault::input("fault-import-no-header", &[("path", &place)]))?;
    let (columns, views) = understood(kind, sheet, header, columns, map)?;
    let existing = session.store.rows(kind.name, &[])?;
    let mut report =
        ImportReport { columns: views, rows: Vec::new(), new: 0, changed: 0, same: 0, refused: 0, dry_run };
    let mut plans = Vec::new();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for row in sheet.rows.iter().skip(header + 1) {
        let (line, plan) = judge(kind, sheet, row, &columns, &existing, &mut seen);
        match line.outcome {
            "new" => report.new += 1,
            "changed" => report.changed += 1,
            "same" => report.same += 1,
            _ => report.refused += 1,
        }
        report.rows.push(line);
        plans.extend(plan);
    }
    if !dry_run && !plans.is_empty() {
        session.store.write(OpName::Import, file.file_name().and_then(|n| n.to_str()), |w| {
            for plan in &plans {
                match plan.existing {
                    None => {
                        w.create(kind.name, &plan.fields)?;
                    }
                    Some(row) => {
                        plan.fields.iter().try_for_each(|(field, value)| w.set(kind.name, row, field, value))?;
                    }
                }
            }
            Ok(())
        })?;
    }
    Ok(report)
}

type Columns = Vec<Option<Column>>;

/// The first row in which a name and at least one other column are recognised.
fn find_header<'s>(kind: &Kind, sheet: &'s Sheet) -> Option<(&'s Sheet, usize, Columns)> {
    for (i, row) in sheet.rows.iter().take(HEADER_ROWS_MAX).enumerate() {
        let meaning = |c: &Cell| match c {
            Cell::Text(t) => guess(kind, t),
            _ => None,
        };
        let columns: Columns = row.cells.iter().map(meaning).collect();
        let named = columns.iter().any(|c| matches!(c, Some(Column::Field("name_fr" | "name_ar"))));
        if named && columns.iter().flatten().count() >= 2 {
            return Some((sheet, i, columns));
        }
    }
    None
}

fn understood(
    kind: &'static Kind,
    sheet: &Sheet,
    header: usize,
    mut columns: Columns,
    map: &[(String, String)],
) -> Result<(Columns, Vec<ColumnView>), Fault> {
    let cells = sheet.rows.get(header).map_or(&[][..], |r| r.cells.as_slice());
    let title = |c: &Cell| if let Cell::Text(t) = c { t.clone() } else { String::new() };
    for (name, field) in map {
        let at = cells.iter().position(|c| normalise(&title(c)) == normalise(name));
        let at = at.ok_or_else(|| Fault::input("fault-import-unknown-column", &[("got", name)]))?;
        let meaning = match field.as_str() {
            "" => None,
            "province" => Some(Column::Province),
            field => Some(Column::Field(known_field(kind, field)?.name)),
        };
        if let Some(slot) = columns.get_mut(at) {
            *slot = meaning;
        }
    }
    // The first column of a meaning counts; a second one is left out and shown so.
    for i in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(i);
        if let Some(slot) = rest.first_mut()
            && slot.is_some()
            && before.contains(slot)
        {
            *slot = None;
        }
    }
    let view = |(cell, meaning): (&Cell, &Option<Column>)| ColumnView {
        column: title(cell),
        field: meaning.map(|m| match m {
            Column::Field(name) => name.to_owned(),
            Column::Province => "province".to_owned(),
        }),
    };
    let views = cells.iter().zip(&columns).filter(|(c, _)| **c != Cell::Empty).map(view).collect();
    Ok((columns, views))
}

fn judge(
    kind: &'static Kind,
    sheet: &Sheet,
    row: &terrain_sheets::Row,
    columns: &Columns,
    existing: &[Row],
    seen: &mut BTreeMap<String, u32>,
) -> (ImportRow, Option<Plan>) {
    let mut line = ImportRow {
        row: row.number,
        outcome: "refused",
        name: String::new(),
        fields: Vec::new(),
        cell: None,
        reason: None,
        got: None,
    };
    let outcome = read_fields(kind, row, columns).and_then(|fields| {
        let text = |name: &str| match fields.get(name) {
            Some(Value::Text(t)) => Some(t.clone()),
            _ => None,
        };
        let name = text("name_fr").or_else(|| text("name_ar"));
        let name_column = columns.iter().position(|c| matches!(c, Some(Column::Field("name_fr" | "name_ar"))));
        let column = name_column.unwrap_or_default();
        let Some(name) = name else {
            return Err(Bad { column, reason: "import-reason-name", got: String::new() });
        };
        line.name = name.clone();
        let keys = keys_of(|f| text(f));
        for key in &keys {
            if let Some(first) = seen.get(key) {
                return Err(Bad { column, reason: "import-reason-twice", got: first.to_string() });
            }
        }
        let found = matching(&keys, existing);
        if found.len() > 1 {
            return Err(Bad { column, reason: "import-reason-ambiguous", got: name });
        }
        if let Some(key) = keys.first() {
            seen.insert(key.clone(), row.number);
        }
        Ok((fields, found.first().copied()))
    });
    let (mut fields, found) = match outcome {
        Ok(read) => read,
        Err(bad) => {
            line.cell = Some(place(&sheet.name, row.number, bad.column));
            line.reason = Some(bad.reason);
            line.got = Some(bad.got);
            return (line, None);
        }
    };
    if !fields.contains_key("name_fr") && found.is_none() {
        // The model wants a French name; where only an Arabic one is known it stands for both until somebody writes one.
        if let Some(name) = fields.get("name_ar").cloned() {
            fields.insert("name_fr", name);
        }
    }
    let changes = |(field, value): &(&'static str, Value)| match found {
        Some(row) => row.fields.get(field) != Some(value),
        None => true,
    };
    let fields: Vec<_> = fields.into_iter().filter(changes).collect();
    line.fields = fields.iter().map(|(f, _)| *f).collect();
    line.outcome = match (found, fields.is_empty()) {
        (None, _) => "new",
        (Some(_), false) => "changed",
        (Some(_), true) => "same",
    };
    let plan = (!fields.is_empty()).then(|| Plan { existing: found.map(|r| r.id), fields });
    (line, plan)
}

/// What identifies a cooperative, the surest first: ICE, number in the local register, name.
fn keys_of(text: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut keys = Vec::new();
    for field in ["ice", "local_register_number", "name_fr", "name_ar"] {
        if let Some(value) = text(field) {
            keys.push(format!("{field}:{}", normalise(&value)));
            if field == "name_fr" {
                break;
            }
        }
    }
    keys
}

/// Existing rows that share the surest key that any shares; another ICE or number means another cooperative.
fn matching<'r>(keys: &[String], existing: &'r [Row]) -> Vec<&'r Row> {
    for (i, key) in keys.iter().enumerate() {
        let here = |row: &&Row| {
            let theirs = keys_of(|f| match row.fields.get(f) {
                Some(Value::Text(t)) => Some(t.clone()),
                _ => None,
            });
            let field = |k: &str| k.split(':').next().unwrap_or_default().to_owned();
            let contradicts = keys.iter().take(i).any(|k| theirs.iter().any(|t| field(t) == field(k) && t != k));
            theirs.contains(key) && !contradicts
        };
        let found: Vec<&Row> = existing.iter().filter(here).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn read_fields(
    kind: &'static Kind,
    row: &terrain_sheets::Row,
    columns: &Columns,
) -> Result<BTreeMap<&'static str, Value>, Bad> {
    let mut fields = BTreeMap::new();
    let mut province = None;
    for (at, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
        let got = shown(cell);
        let bad = |reason| Bad { column: at, reason, got: got.clone() };
        match (cell, column) {
            (Cell::Empty, _) | (_, None) => {}
            (Cell::Error(_), Some(_)) => return Err(bad("import-reason-error")),
            (_, Some(Column::Province)) => {
                let wanted = normalise(&got);
                let of = PROVINCES.iter().find(|p| {
                    [p.fr, p.ar, p.zgh, p.code, p.iso].iter().any(|name| normalise(name) == wanted)
                        || normalise(p.fr).split(' ').next() == Some(wanted.as_str())
                });
                let found = of.ok_or_else(|| bad("import-reason-province"))?;
                province = Some(format!("{}.{}.", terrain_domain::REGION.code, found.code));
            }
            (cell, Some(Column::Field(name))) => {
                let Some(field) = kind.field(name) else { continue };
                let input = input_for(field.name, &field.ty, cell).map_err(bad)?;
                let value = field.ty.accept(&input).map_err(|_| bad(reason_for(&field.ty)))?;
                if value != Value::Null {
                    fields.insert(field.name, value);
                }
            }
        }
    }
    if let Some(code) = province {
        fields.entry("commune_code").or_insert(Value::Text(code));
    }
    Ok(fields)
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(t) | Cell::Date(t) | Cell::Error(t) => t.clone(),
        Cell::Int(i) => i.to_string(),
        Cell::Real(x) => x.to_string(),
        Cell::Bool(b) => b.to_string(),
    }
}

fn reason_for(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Date => "import-reason-date",
        FieldType::Int | FieldType::Money | FieldType::Dec => "import-reason-number",
        FieldType::One(_) | FieldType::Many(_) | FieldType::Bool => "import-reason-option",
        _ => "import-reason-text",
    }
}

/// From what a person puts into a spreadsheet to what the field takes.
fn input_for(name: &str, ty: &FieldType, cell: &Cell) -> Result<Input, &'static str> {
    let text = shown(cell);
    Ok(match ty {
        FieldType::Text => Input::Text(match (name, cell) {
            // Excel turns numbers written as text into numbers and drops their leading zeros.
            ("ice", Cell::Int(i)) => format!("{i:015}"),
            ("phone", Cell::Int(i)) if text.len() == 9 => format!("0{i}"),
            _ => text,
        }),
        FieldType::Date => Input::Text(day(&text).ok_or("import-reason-date")?),
        FieldType::Int => Input::Int(amount(&text).filter(|x| x.fract() == 0.0).ok_or("import-reason-number")? as i64),
        FieldType::Money => {
            let dirhams = amount(&text).ok_or("import-reason-number")?;
            Input::Real((dirhams * 100.0).round())
        }
        FieldType::Bool => match normalise(&text).as_str() {
            "oui" | "vrai" | "true" | "1" | "x" | "نعم" | "yes" => Input::Bool(true),
            "non" | "faux" | "false" | "0" | "لا" | "no" => Input::Bool(false),
            _ => return Err("import-reason-option"),
        },
        FieldType::One(_) if name == "sector" => Input::Text(sector(&text).ok_or("import-reason-sector")?.into()),
        FieldType::Many(_) => Input::List(
            text.split([',', ';', '/', ' ']).filter(|t| !t.is_empty()).map(|t| Input::Text(t.into())).collect(),
        ),
        _ => Input::Text(text),
    })
}

/// A sector by code or by its name in any language.
fn sector(text: &str) -> Option<&'static str> {
    let wanted = normalise(text);
    let named = |s: &&terrain_domain::Sector| [s.code, s.fr, s.ar, s.en].iter().any(|n| normalise(n) == wanted);
    let exact = SECTORS.iter().find(named);
    let mut beginning = SECTORS.iter().filter(|s| {
        let words = |n: &str| normalise(n).split(' ').any(|w| w == wanted);
        words(s.fr) || words(s.ar)
    });
    match (exact, beginning.next(), beginning.next()) {
        (Some(one), ..) | (None, Some(one), None) => Some(one.code),
        _ => None,
    }
}

/// Day, month and year (two figures: of this century) or ISO, between `/`, `-`, `.` or spaces.
fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.', ' ']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year: i32 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    let parsed = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some(parsed.format("%Y-%m-%d").to_string())
}

/// `12 500,50 DH` → 12500.5.
fn amount(text: &str) -> Option<f64> {
    let plain = text.to_lowercase().replace(['\u{a0}', '\u{202f}', ' '], "");
    let plain = plain.trim_end_matches("dh").trim_end_matches("mad").trim_end_matches("dhs").replace(',', ".");
    let number = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    plain.parse::<f64>().ok().filter(|x| number && x.abs() < 9e13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_put_into_cells_is_understood() {
        for (text, expected) in [
            ("31/12/2025", Some("2025-12-31")),
            ("3-1-2025", Some("2025-01-03")),
            ("2025-12-31", Some("2025-12-31")),
            ("31.12.25", Some("2025-12-31")),
            ("1/2/20250", None),
            ("31/02/2025", None),
            ("bientôt", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in
            [("12 500,50 DH", Some(12_500.5)), ("1000", Some(1000.0)), ("mille", None), ("", None), ("1e9", None)]
        {
            assert_eq!(amount(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Safran", Some("saffron")),
            ("العسل", Some("honey")),
            ("miel", Some("honey")),
            ("Tissage", Some("weaving_carpets")),
            ("espace", None),
        ] {
            assert_eq!(sector(text), expected, "{text}");
        }
    }
}
