//! A sheet as rows of named columns, each cell with its place; and the sheets of a workbook by their names.

use std::collections::{BTreeMap, BTreeSet};

use terrain_sheets::{Sheet, Workbook, column_letters};

use super::{Names, clean, text_of};
use crate::CellRef;
use crate::check::{Findings, codes};

/// After so many blank rows nothing more is read: authors do leave tens of them, and tools leave a million.
const BLANK_ROWS_MAX: u32 = 100;

/// The sheets that mean something.
pub(crate) struct Sheets<'w> {
    found: BTreeMap<&'static str, &'w Sheet>,
}

impl<'w> Sheets<'w> {
    /// Sheets by their names, trimmed and in any case. Those that begin with `_` are the author's own.
    pub(crate) fn of(workbook: &'w Workbook, known: &[&'static str], findings: &mut Findings) -> Self {
        let mut found: BTreeMap<&'static str, &Sheet> = BTreeMap::new();
        let mut others = Vec::new();
        for sheet in workbook.sheets.iter().filter(|s| !s.name.trim().starts_with('_')) {
            let written = clean(&sheet.name).to_lowercase();
            match known.iter().find(|name| **name == written) {
                Some(name) => {
                    if let Some(first) = found.get(name) {
                        let related = vec![CellRef { sheet: first.name.clone(), ..CellRef::default() }];
                        let at = CellRef { sheet: sheet.name.clone(), ..CellRef::default() };
                        findings.put(codes::SHEET_TWICE, at, &[("name", name)]).related = related;
                    } else {
                        found.insert(name, sheet);
                    }
                }
                None => others.push((sheet, written)),
            }
        }
        for (sheet, written) in others {
            let missing = known.iter().copied().filter(|name| !found.contains_key(name));
            let Some(near) = findings.near(&written, missing).filter(|_| !sheet.rows.is_empty()) else { continue };
            let at = CellRef { sheet: sheet.name.clone(), ..CellRef::default() };
            findings.put(codes::SHEET_NEAR, at, &[("name", &sheet.name), ("hint", near)]);
        }
        Self { found }
    }

    /// A sheet as a table; nothing where there is none.
    pub(crate) fn table(&self, name: &str, names: &Names, findings: &mut Findings) -> Option<Table> {
        self.found.get(name).map(|sheet| Table::of(sheet, names, findings))
    }
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// Its one name.
    pub name: String,
    /// Its language, as written.
    pub language: Option<String>,
    /// Its header, as written.
    pub header: String,
    /// From 0.
    pub index: usize,
}

/// A sheet, read.
pub(crate) struct Table {
    /// As it is written.
    pub sheet: String,
    /// Row of the headers; 0 where the sheet is empty.
    pub header_row: u32,
    /// Those that have a header.
    pub columns: Vec<Column>,
    /// Those that say something.
    pub rows: Vec<Row>,
}

/// A row: its number as the person sees it, and its cells by the place of their column in [`Table::columns`].
pub(crate) struct Row {
    /// From 1.
    pub number: u32,
    cells: Vec<Option<String>>,
}

impl Table {
    fn of(sheet: &Sheet, names: &Names, findings: &mut Findings) -> Self {
        let mut rows = sheet.rows.iter();
        let mut table = Self { sheet: sheet.name.clone(), header_row: 0, columns: Vec::new(), rows: Vec::new() };
        let Some(head) = rows.next() else { return table };
        table.header_row = head.number;
        for (index, cell) in head.cells.iter().enumerate() {
            let Ok(Some(written)) = text_of(cell) else { continue };
            let header = names.read(&written);
            if !header.name.is_empty() {
                table.columns.push(Column { name: header.name, language: header.language, header: written, index });
            }
        }
        table.check_twice(findings);
        let mut last = head.number;
        for row in rows {
            if row.number - last.min(row.number) > BLANK_ROWS_MAX {
                let at = CellRef { sheet: sheet.name.clone(), row: row.number, ..CellRef::default() };
                findings.put(codes::ROWS_AFTER_BLANKS, at, &[("count", &(row.number - last - 1).to_string())]);
                break;
            }
            last = row.number;
            let read = table.row(row, findings);
            if read.cells.iter().any(Option::is_some) {
                table.rows.push(read);
            }
        }
        table.check_merged(sheet, findings);
        table
    }

    fn row(&self, row: &terrain_sheets::Row, findings: &mut Findings) -> Row {
        let mut cells = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let text = row.cells.get(column.index).map_or(Ok(None), text_of);
            cells.push(text.unwrap_or_else(|error| {
                findings.put(codes::CELL_ERROR, self.at_column(row.number, column), &[("got", &error)]);
                None
            }));
        }
        Row { number: row.number, cells }
    }

    /// Two headers that mean the same.
    fn check_twice(&self, findings: &mut Findings) {
        let mut seen: BTreeMap<(&str, Option<&str>), &Column> = BTreeMap::new();
        for column in &self.columns {
            let key = (column.name.as_str(), column.language.as_deref());
            let Some(first) = seen.insert(key, column) else { continue };
            let code = if clean(&first.header).to_lowercase() == clean(&column.header).to_lowercase() {
                codes::HEADER_TWICE
            } else {
                codes::HEADERS_ALIKE
            };
            let at = self.at_column(self.header_row, column);
            let args = [("name", column.header.as_str()), ("other", &first.header)];
            findings.put(code, at, &args).related = vec![self.at_column(self.header_row, first)];
            seen.insert(key, first);
        }
    }

    /// Only the first of merged cells holds the text: those below it are blank to every reader of forms.
    fn check_merged(&self, sheet: &Sheet, findings: &mut Findings) {
        let mut told = BTreeSet::new();
        for merged in &sheet.merged {
            let (first, last) = merged.rows;
            let read = self.rows.iter().any(|r| r.number == first) && first > self.header_row;
            let column = self.columns.iter().find(|c| (merged.columns.0..=merged.columns.1).contains(&c.index));
            let Some(column) = column.filter(|_| read && last > first && told.insert(first)) else { continue };
            let end = format!("{}{last}", column_letters(merged.columns.1));
            findings.put(codes::MERGED, self.at_column(first, column), &[("to", &end)]);
        }
    }

    /// Where the column of this name is, in no language.
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name && c.language.is_none())
    }

    /// What a row says in this column, in no language.
    pub(crate) fn get<'r>(&self, row: &'r Row, name: &str) -> Option<&'r str> {
        let at = self.columns.iter().position(|c| c.name == name && c.language.is_none())?;
        row.cells.get(at)?.as_deref()
    }

    /// What a row says, with the columns, in all languages of this name.
    pub(crate) fn all<'t>(&'t self, row: &'t Row, name: &'t str) -> impl Iterator<Item = (&'t Column, &'t str)> {
        self.cells(row).filter(move |(column, _)| column.name == name)
    }

    /// What a row says, with the columns.
    pub(crate) fn cells<'t>(&'t self, row: &'t Row) -> impl Iterator<Item = (&'t Column, &'t str)> {
        self.columns.iter().zip(&row.cells).filter_map(|(column, text)| Some((column, text.as_deref()?)))
    }

    /// The cell of a row in this column; the row alone where there is no such column.
    pub(crate) fn at(&self, row: &Row, name: &str) -> CellRef {
        self.at_number(row.number, name)
    }

    /// The same by the row's number.
    pub(crate) fn at_number(&self, row: u32, name: &str) -> CellRef {
        let column = self.columns.iter().find(|c| c.name == name);
        match column {
            Some(column) => self.at_column(row, column),
            None => CellRef { sheet: self.sheet.clone(), row, ..CellRef::default() },
        }
    }

    /// The cell of a row in this column.
    pub(crate) fn at_column(&self, row: u32, column: &Column) -> CellRef {
        CellRef {
            sheet: self.sheet.clone(),
            row,
            column: Some(column.header.clone()),
            cell: Some(format!("{}{row}", column_letters(column.index))),
        }
    }
}
