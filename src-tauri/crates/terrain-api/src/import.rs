//! A coordinator's own spreadsheet of cooperatives: every row is new, changed, the same, or refused with its cell and the
//! reason. What is accepted enters as one operation, all or nothing; doing it again changes nothing.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_domain::{Kind, Value, findings, normalise};
use terrain_sheets::{Cell, Sheet, Workbook, place};
use terrain_store::{OpName, Row};
use uuid::Uuid;

use crate::fields::{known_field, known_kind};
use crate::import_cells::{Bad, Reads, read_fields};
use crate::import_columns::{Column, ColumnView, guess};
use crate::import_match::{Known, Marks, Resembled, Source, resembled};
use crate::import_table::Table;
use crate::records::FindingView;
use crate::{Fault, Session};

/// Rows in which the headers are looked for: above them stand titles and logos.
const HEADER_ROWS_MAX: usize = 20;

/// A row of the file and what becomes of it.
#[derive(Clone, Debug, Serialize, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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
    /// A name that may be meant by it.
    pub meant: Option<&'static str>,
    /// Of each field that changes, what stands there and what would.
    pub changes: Vec<FieldChange>,
    /// What is kept and is to be looked at.
    pub findings: Vec<FindingView>,
    /// Of a new row: what it looks like, as if it were entered twice.
    pub resembles: Option<Resembled>,
}

/// A field that an import changes.
#[derive(Clone, Debug, Serialize, PartialEq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FieldChange {
    /// The field.
    pub field: &'static str,
    /// What stands there.
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub before: Value,
    /// What would.
    #[cfg_attr(feature = "types", ts(type = "unknown"))]
    pub after: Value,
}

/// How a file is read beside what can be guessed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Understanding<'u> {
    /// Header → field, or empty to leave it out.
    pub map: &'u [(String, String)],
    /// Text of a cell → the province or sector that is meant by it.
    pub reads: &'u [(String, String)],
}

/// What an import did, or would do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// A row ready to be written.
struct Plan {
    existing: Option<Uuid>,
    fields: Vec<(&'static str, Value)>,
}

/// Imports rows of `kind` (cooperatives) from an XLSX or CSV file.
pub fn import(
    session: &mut Session,
    kind: &str,
    table: Table<'_>,
    understanding: Understanding<'_>,
    dry_run: bool,
) -> Result<ImportReport, Fault> {
    let kind = known_kind(kind)?;
    if kind.name != "cooperative" {
        return Err(Fault::input("fault-import-kind", &[("kind", kind.name)]));
    }
    let map = meanings(kind, understanding.map)?;
    let reads: Reads = understanding.reads.iter().map(|(text, name)| (normalise(text), name.clone())).collect();
    let today = session.today();
    let book = table.read()?;
    let (sheet, header, columns) = find_header(kind, &book, &map, &table.place())?;
    let (columns, views) = understood(sheet, header, columns);
    let existing = session.store.rows(kind.name, &[])?;
    let mut report =
        ImportReport { columns: views, rows: Vec::new(), new: 0, changed: 0, same: 0, refused: 0, dry_run };
    let mut plans = Vec::new();
    let mut known = Known::of(&existing);
    // What is said of a record that was joined to another is said of that other.
    for (joined, kept) in session.store.joined()? {
        let place = existing.iter().position(|row| row.id == kept);
        if let (Some(at), Some(row)) = (place, session.store.row(kind.name, &joined)?) {
            known.add(Source::Stored(at), &Marks::of(|f| row.fields.get(f)));
        }
    }
    let mut judge = Judge { kind, sheet, columns: &columns, existing: &existing, known, reads, today };
    for row in sheet.rows.iter().skip(header + 1) {
        let (line, plan) = judge.row(row);
        match line.outcome {
            "new" => report.new += 1,
            "changed" => report.changed += 1,
            "same" => report.same += 1,
            _ => report.refused += 1,
        }
        report.rows.push(line);
        plans.extend(plan);
    }
    let new = |line: &ImportRow| line.outcome == "new";
    let fields = |line: &ImportRow| line.changes.iter().map(|c| (c.field, c.after.clone())).collect();
    let fresh: Vec<_> = report.rows.iter().filter(|l| new(l)).map(|l| (l.row, fields(l))).collect();
    let mut alike = resembled(&existing, &fresh);
    report.rows.iter_mut().for_each(|line| line.resembles = alike.remove(&line.row));
    if !dry_run && !plans.is_empty() {
        write(session, kind, table.name(), &plans)?;
    }
    Ok(report)
}

fn write(session: &mut Session, kind: &Kind, name: Option<&str>, plans: &[Plan]) -> Result<(), Fault> {
    session.store.write(OpName::Import, name, |w| {
        for plan in plans {
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
    Ok(())
}

type Columns = Vec<Option<Column>>;
/// Normalised header → what it means, or that it is left out.
type Map = BTreeMap<String, (String, Option<Column>)>;

fn meanings(kind: &'static Kind, map: &[(String, String)]) -> Result<Map, Fault> {
    let mut meanings = Map::new();
    for (name, field) in map {
        let meaning = match field.as_str() {
            "" => None,
            "province" => Some(Column::Province),
            field => Some(Column::Field(known_field(kind, field)?.name)),
        };
        if meanings.insert(normalise(name), (name.clone(), meaning)).is_some() {
            return Err(Fault::input("fault-field-twice", &[("field", name)]));
        }
    }
    Ok(meanings)
}

fn title(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { "" }
}

/// The first row, of all sheets, in which a name and at least one other column are recognised. Every column of `map` must
/// stand in it.
fn find_header<'b>(
    kind: &Kind,
    book: &'b Workbook,
    map: &Map,
    file: &str,
) -> Result<(&'b Sheet, usize, Columns), Fault> {
    for sheet in &book.sheets {
        for (i, row) in sheet.rows.iter().take(HEADER_ROWS_MAX).enumerate() {
            let titles: Vec<String> = row.cells.iter().map(|c| normalise(title(c))).collect();
            let meaning = |(title, cell): (&String, &Cell)| match map.get(title) {
                Some((_, meaning)) => *meaning,
                None if title.is_empty() => None,
                None => guess(kind, self::title(cell)),
            };
            let columns: Columns = titles.iter().zip(&row.cells).map(meaning).collect();
            let named = columns.iter().any(|c| matches!(c, Some(Column::Field("name_fr" | "name_ar"))));
            if !named || columns.iter().flatten().count() < 2 {
                continue;
            }
            if let Some((name, _)) = map.iter().find(|(t, _)| !titles.contains(t)).map(|(_, named)| named) {
                return Err(Fault::input("fault-import-unknown-column", &[("got", name)]));
            }
            return Ok((sheet, i, columns));
        }
    }
    Err(Fault::input("fault-import-no-header", &[("path", file)]))
}

/// The first column of a meaning counts; a second one is left out and shown so.
fn understood(sheet: &Sheet, header: usize, mut columns: Columns) -> (Columns, Vec<ColumnView>) {
    for i in 0..columns.len() {
        let (before, rest) = columns.split_at_mut(i);
        if let Some(slot) = rest.first_mut()
            && slot.is_some()
            && before.contains(slot)
        {
            *slot = None;
        }
    }
    let cells = sheet.rows.get(header).map_or(&[][..], |r| r.cells.as_slice());
    let view = |(cell, meaning): (&Cell, &Option<Column>)| ColumnView {
        column: title(cell).to_owned(),
        field: meaning.map(|m| match m {
            Column::Field(name) => name.to_owned(),
            Column::Province => "province".to_owned(),
        }),
    };
    let views = cells.iter().zip(&columns).filter(|(c, _)| **c != Cell::Empty).map(view).collect();
    (columns, views)
}

/// Decides what becomes of each row, in order.
struct Judge<'j> {
    kind: &'static Kind,
    sheet: &'j Sheet,
    columns: &'j Columns,
    existing: &'j [Row],
    known: Known,
    reads: Reads,
    today: chrono::NaiveDate,
}

/// A row understood: its fields, and the row of the programme that it speaks of.
type Understood<'j> = (BTreeMap<&'static str, Value>, Option<&'j Row>);

impl<'j> Judge<'j> {
    fn row(&mut self, row: &terrain_sheets::Row) -> (ImportRow, Option<Plan>) {
        let (cell, reason, got) = (None, None, None);
        let (outcome, name) = ("refused", self.name_in(row));
        let mut line = ImportRow {
            row: row.number,
            outcome,
            name,
            fields: Vec::new(),
            cell,
            reason,
            got,
            meant: None,
            changes: Vec::new(),
            findings: Vec::new(),
            resembles: None,
        };
        let (fields, found) = match self.understand(row) {
            Ok(read) => read,
            Err(bad) => {
                line.cell = Some(place(&self.sheet.name, row.number, bad.column));
                line.reason = Some(bad.reason);
                line.got = Some(bad.got);
                line.meant = bad.meant;
                return (line, None);
            }
        };
        let changes = |(field, value): &(&'static str, Value)| match found {
            Some(row) => row.fields.get(field) != Some(value),
            None => true,
        };
        let fields: Vec<_> = fields.into_iter().filter(changes).collect();
        line.fields = fields.iter().map(|(f, _)| *f).collect();
        line.findings = self.look(found, &fields);
        let before = |field: &str| found.and_then(|row| row.fields.get(field)).cloned().unwrap_or(Value::Null);
        let change =
            |(field, value): &(&'static str, Value)| FieldChange { field, before: before(field), after: value.clone() };
        line.changes = fields.iter().map(change).collect();
        line.outcome = match (found, fields.is_empty()) {
            (None, _) => "new",
            (Some(_), false) => "changed",
            (Some(_), true) => "same",
        };
        let plan = (!fields.is_empty()).then(|| Plan { existing: found.map(|r| r.id), fields });
        (line, plan)
    }

    /// What is to be looked at in the fields that this row brings, read with what stands beside them.
    fn look(&self, found: Option<&Row>, fields: &[(&'static str, Value)]) -> Vec<FindingView> {
        let mut whole = found.map(|row| row.fields.clone()).unwrap_or_default();
        whole.extend(fields.iter().cloned());
        let brought = |field: &str| fields.iter().any(|(name, _)| *name == field);
        let all = findings(self.kind, &whole, self.today).into_iter().filter(|f| brought(f.field));
        all.map(|f| FindingView { code: f.code.into(), field: f.field.into() }).collect()
    }

    fn name_column(&self) -> usize {
        let names = |c: &Option<Column>| matches!(c, Some(Column::Field("name_fr" | "name_ar")));
        self.columns.iter().position(names).unwrap_or_default()
    }

    /// The name as it stands in the file, for showing; names longer than a line are cut.
    fn name_in(&self, row: &terrain_sheets::Row) -> String {
        row.cells.get(self.name_column()).map(crate::import_cells::shown).unwrap_or_default()
    }

    fn understand(&mut self, row: &terrain_sheets::Row) -> Result<Understood<'j>, Bad> {
        let (mut fields, province) = read_fields(self.kind, row, self.columns, &self.reads)?;
        let bad = |reason, got| Bad { column: self.name_column(), reason, got, meant: None };
        let marks = Marks::of(|field| fields.get(field));
        if !marks.named() {
            return Err(bad("import-reason-name", String::new()));
        }
        let found = self.known.find(&marks);
        let earlier = found.iter().find_map(|s| if let Source::File(number) = s { Some(*number) } else { None });
        if let Some(number) = earlier {
            return Err(bad("import-reason-twice", number.to_string()));
        }
        let stored = match found.as_slice() {
            [] => None,
            [Source::Stored(i)] => self.existing.get(*i),
            _ => return Err(bad("import-reason-ambiguous", self.name_in(row))),
        };
        self.known.add(Source::File(row.number), &marks);
        if let (Some(row_here), Some(Source::Stored(i))) = (stored, found.first()) {
            // Whatever names the same cooperative further down, by its present marks too, is a second row of it.
            self.known.replace(*i, row.number, &Marks::of(|f| row_here.fields.get(f)));
        }
        if !fields.contains_key("name_fr")
            && stored.is_none()
            && let Some(name) = fields.get("name_ar").cloned()
        {
            // The model wants a French name; where only an Arabic one is known it stands for both until somebody
            // writes one.
            fields.insert("name_fr", name);
        }
        if let Some(code) = province {
            let here = stored.and_then(|r| r.fields.get("commune_code"));
            let finer = matches!(here, Some(Value::Text(t)) if t.starts_with(&code));
            if !finer {
                fields.entry("commune_code").or_insert(Value::Text(code));
            }
        }
        Ok((fields, stored))
    }
}
