//! Workbooks of Excel 97–2003 (.xls). calamine keeps whole sheets in memory and believes what the file says of their size, so
//! the file is looked through first: `cfb` takes the workbook's stream out of the compound file (and refuses chains that
//! come back to themselves), `biff.rs` adds up what its records would cost, and calamine is given a new compound file with that
//! stream alone.

use std::io::{Cursor, Read, Write};

use calamine::{Data, DataRef, Range, Reader, Xls};

use crate::workbook::typed;
use crate::{Cell, Left, Merged, Row, Sheet, SheetError, Workbook, biff};

/// Largest file that is opened. Forms have tens of kilobytes; up to seven megabytes a compound file keeps its whole allocation
/// table in its header's reach, so that a list of tables elsewhere (which can name one sector a million times) is never read.
pub(crate) const OLD_FILE_BYTES_MAX: usize = 4 << 20;

/// Where the header says the list of further tables begins, and the smallest number that means nowhere.
const FURTHER_TABLES: std::ops::Range<usize> = 68..72;
const NOWHERE_MIN: u32 = 0xffff_fffa;

/// Whatever goes wrong, the answer is the same: save it in the format of today.
pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let outcome = std::panic::catch_unwind(|| {
        let stream = workbook_stream(bytes)?;
        let checked = biff::check(stream)?;
        read_sheets(&contained(&checked)?)
    });
    outcome.unwrap_or(Err(SheetError::OldFormat))
}

fn old<E>(_: E) -> SheetError {
    SheetError::OldFormat
}

/// The stream of the workbook; a file protected by a password has none.
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, SheetError> {
    let further = bytes.get(FURTHER_TABLES).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
    if bytes.len() > OLD_FILE_BYTES_MAX || further.is_none_or(|sector| sector < NOWHERE_MIN) {
        return Err(SheetError::OldFormat);
    }
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(old)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(SheetError::OldFormat)?;
    let mut stream = Vec::new();
    let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    file.open_stream(name).map_err(old)?.take(limit).read_to_end(&mut stream).map_err(old)?;
    Ok(stream)
}

/// The stream alone in a new file: calamine follows no chain that the sender made.
fn contained(stream: &[u8]) -> Result<Vec<u8>, SheetError> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).map_err(old)?;
    file.create_stream("/Workbook").map_err(old)?.write_all(stream).map_err(old)?;
    file.flush().map_err(old)?;
    Ok(file.into_inner().into_inner())
}

fn read_sheets(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(old)?;
    let mut left = Left::whole();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().filter_map(Merged::of).collect();
        let mut sheet = Sheet { name, rows: Vec::new(), merged };
        push_rows(&range, &mut sheet, &mut left)?;
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

fn push_rows(range: &Range<Data>, sheet: &mut Sheet, left: &mut Left) -> Result<(), SheetError> {
    let Some((first_row, first_column)) = range.start() else { return Ok(()) };
    let first_column = usize::try_from(first_column).unwrap_or(usize::MAX).min(crate::COLUMNS_MAX + 1);
    for (number, cells) in (first_row + 1..).zip(range.rows()) {
        let mut row = Row { number, cells: vec![Cell::Empty; first_column] };
        row.cells.extend(cells.iter().map(|cell| typed(&borrowed(cell))));
        left.push_row(sheet, row.number, row.cells)?;
    }
    Ok(())
}

fn borrowed(cell: &Data) -> DataRef<'_> {
    match cell {
        Data::Int(i) => DataRef::Int(*i),
        Data::Float(x) => DataRef::Float(*x),
        Data::String(t) => DataRef::SharedString(t),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(d) => DataRef::DateTime(*d),
        Data::DateTimeIso(t) => DataRef::DateTimeIso(t.clone()),
        Data::DurationIso(t) => DataRef::DurationIso(t.clone()),
        Data::Error(e) => DataRef::Error(e.clone()),
        Data::Empty => DataRef::Empty,
    }
}
