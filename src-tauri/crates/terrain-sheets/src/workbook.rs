//! Excel workbooks through calamine, cell by cell: a sheet that holds two far corners costs two cells, not the area.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use crate::{COLUMNS_MAX, Cell, Left, Merged, Sheet, SheetError, Workbook};

/// A workbook that unpacks to more is a bomb.
pub(crate) const UNPACKED_BYTES_MAX: u64 = 100 << 20;
/// Files inside the zip; real workbooks have a few dozen.
const FILES_MAX: usize = 10_000;

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    // Damaged files have made readers panic before; whatever happens inside, the person gets a message.
    let outcome = std::panic::catch_unwind(|| {
        let merged = check_unpacked(bytes)?;
        read_sheets(bytes, merged)
    });
    outcome.unwrap_or_else(|_| Err(SheetError::Damaged("?".into())))
}

/// Unpacks everything once and keeps nothing: what the zip announces about sizes is not believed. Whether cells are merged
/// anywhere is noticed on the way: they stand behind all cells, and most workbooks have none.
fn check_unpacked(bytes: &[u8]) -> Result<bool, SheetError> {
    let damaged = |e: zip::result::ZipError| SheetError::Damaged(e.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > FILES_MAX {
        return Err(SheetError::Bomb);
    }
    let mut left = UNPACKED_BYTES_MAX;
    let mut seen = Seen::default();
    for i in 0..archive.len() {
        let file = archive.by_index(i).map_err(damaged)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut seen);
        let unpacked = unpacked.map_err(|e| SheetError::Damaged(e.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(SheetError::Bomb)?;
    }
    Ok(seen.merged)
}

/// Looks for merged cells in what passes by.
#[derive(Default)]
struct Seen {
    merged: bool,
    tail: Vec<u8>,
}

impl std::io::Write for Seen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        const MARK: &[u8] = b"<mergeCell ";
        if !self.merged {
            self.tail.extend_from_slice(bytes);
            let marks = self.tail.split(|b| *b == b'<').skip(1);
            self.merged = marks.into_iter().any(|rest| MARK.get(1..).is_some_and(|mark| rest.starts_with(mark)));
            let keep = self.tail.len().saturating_sub(MARK.len());
            self.tail.drain(..keep);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn read_sheets(bytes: &[u8], merged: bool) -> Result<Workbook, SheetError> {
    let damaged = |e: XlsxError| SheetError::Damaged(e.to_string());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = Left::whole();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet { name, rows: Vec::new(), merged: Vec::new() };
        let mut reader = match book.worksheet_cells_reader(&sheet.name) {
            Ok(reader) => reader,
            // A sheet that is a chart holds no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(e) => return Err(damaged(e)),
        };
        let mut cells: Vec<Cell> = Vec::new();
        let mut row = 0;
        while let Some(found) = reader.next_cell().map_err(damaged)? {
            let (at, column) = found.get_position();
            let value = typed(found.get_value());
            if value == Cell::Empty {
                continue;
            }
            if at != row {
                left.push_row(&mut sheet, row + 1, std::mem::take(&mut cells))?;
                if at < row {
                    return Err(SheetError::Damaged(format!("{}: {} < {}", sheet.name, at + 1, row + 1)));
                }
                row = at;
            }
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            if column >= COLUMNS_MAX {
                return Err(SheetError::TooManyCells { sheet: sheet.name });
            }
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(slot) = cells.get_mut(column) {
                *slot = value;
            }
        }
        left.push_row(&mut sheet, row + 1, cells)?;
        drop(reader);
        if merged {
            let areas = book.merge_cells_by_sheet_name(&sheet.name).map_err(damaged)?;
            sheet.merged = areas.iter().filter_map(Merged::of).collect();
        }
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

/// A cell by what it holds.
pub(crate) fn typed(data: &DataRef<'_>) -> Cell {
    let text = |t: &str| if t.trim().is_empty() { Cell::Empty } else { Cell::Text(t.trim().to_owned()) };
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::String(t) => text(t),
        DataRef::SharedString(t) => text(t),
        DataRef::Int(i) => Cell::Int(*i),
        DataRef::Float(x) => number(*x),
        DataRef::Bool(b) => Cell::Bool(*b),
        DataRef::DateTime(d) => moment(d),
        DataRef::DateTimeIso(t) => match t.split_once('T') {
            Some((day, time)) if !time.trim_start_matches(['0', ':', '.', 'Z']).is_empty() => {
                Cell::DateTime(format!("{day}T{time}"))
            }
            Some((day, _)) => Cell::Date(day.to_owned()),
            None => Cell::Date(t.clone()),
        },
        DataRef::DurationIso(t) => text(t),
        DataRef::Error(e) => Cell::Error(e.to_string()),
    }
}

/// Days since the beginning of the workbook's calendar; a day without a time, a time without a day, or both.
fn moment(d: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, second, _) = d.to_ymd_hms_milli();
    let (date, time) = (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}"));
    match (d.as_f64().abs() < 1.0, (hour, minute, second) == (0, 0, 0)) {
        (true, _) => Cell::Time(time),
        (false, true) => Cell::Date(date),
        (false, false) => Cell::DateTime(format!("{date}T{time}")),
    }
}

fn number(x: f64) -> Cell {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and below 2^53")]
    if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 { Cell::Int(x as i64) } else { Cell::Real(x) }
}
