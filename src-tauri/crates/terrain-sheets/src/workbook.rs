//! Excel workbooks through calamine, cell by cell: a sheet that holds two far corners costs two cells, not the area.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use crate::{COLUMNS_MAX, Cell, Left, Sheet, SheetError, Workbook};

/// A workbook that unpacks to more is a bomb.
pub(crate) const UNPACKED_BYTES_MAX: u64 = 100 << 20;
/// Files inside the zip; real workbooks have a few dozen.
const FILES_MAX: usize = 10_000;

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    // Damaged files have made readers panic before; whatever happens inside, the person gets a message.
    let outcome = std::panic::catch_unwind(|| {
        check_unpacked(bytes)?;
        read_sheets(bytes)
    });
    outcome.unwrap_or_else(|_| Err(SheetError::Damaged("?".into())))
}

/// Unpacks everything once and keeps nothing: what the zip announces about sizes is not believed.
fn check_unpacked(bytes: &[u8]) -> Result<(), SheetError> {
    let damaged = |e: zip::result::ZipError| SheetError::Damaged(e.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > FILES_MAX {
        return Err(SheetError::Bomb);
    }
    let mut left = UNPACKED_BYTES_MAX;
    for i in 0..archive.len() {
        let file = archive.by_index(i).map_err(damaged)?;
        let unpacked = std::io::copy(&mut file.take(left + 1), &mut std::io::sink());
        let unpacked = unpacked.map_err(|e| SheetError::Damaged(e.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(SheetError::Bomb)?;
    }
    Ok(())
}

fn read_sheets(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let damaged = |e: XlsxError| SheetError::Damaged(e.to_string());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = Left::whole();
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut sheet = Sheet { name, rows: Vec::new() };
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
            let value = cell(found.get_value());
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
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

fn cell(data: &DataRef<'_>) -> Cell {
    let text = |t: &str| if t.trim().is_empty() { Cell::Empty } else { Cell::Text(t.trim().to_owned()) };
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::String(t) => text(t),
        DataRef::SharedString(t) => text(t),
        DataRef::Int(i) => Cell::Int(*i),
        DataRef::Float(x) => number(*x),
        DataRef::Bool(b) => Cell::Bool(*b),
        DataRef::DateTime(d) => {
            let (year, month, day, ..) = d.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(t) => Cell::Date(t.chars().take(10).collect()),
        DataRef::DurationIso(t) => text(t),
        DataRef::Error(e) => Cell::Error(e.to_string()),
    }
}

fn number(x: f64) -> Cell {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and below 2^53")]
    if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 { Cell::Int(x as i64) } else { Cell::Real(x) }
}
