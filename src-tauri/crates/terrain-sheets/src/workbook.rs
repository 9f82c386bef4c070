//! Excel workbooks through calamine.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use crate::{Cell, Sheet, SheetError, Workbook, push_row};

/// A workbook that unpacks to more is a bomb.
const UNPACKED_BYTES_MAX: u64 = 300 << 20;

pub(crate) fn read(bytes: &[u8], zip: bool) -> Result<Workbook, SheetError> {
    if zip {
        check_unpacked(bytes)?;
    }
    // Damaged files have made readers panic before; whatever happens inside, the person gets a message.
    let outcome = std::panic::catch_unwind(|| read_sheets(bytes));
    outcome.unwrap_or_else(|_| Err(SheetError::Damaged("?".into())))
}

fn read_sheets(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let damaged = |e: String| SheetError::Damaged(e);
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = match book.worksheet_range(&name) {
            Ok(range) => range,
            Err(e) => return Err(damaged(format!("{name}: {e}"))),
        };
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        let mut rows = Vec::new();
        for (cells, number) in range.rows().zip(first_row + 1..) {
            if cells.iter().all(|c| matches!(c, Data::Empty)) {
                continue;
            }
            let before = vec![Cell::Empty; usize::try_from(first_column).unwrap_or_default()];
            let cells = before.into_iter().chain(cells.iter().map(cell)).collect();
            push_row(&mut rows, &name, number, cells)?;
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(Workbook { sheets })
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(t) if t.trim().is_empty() => Cell::Empty,
        Data::String(t) => Cell::Text(t.trim().to_owned()),
        Data::Int(i) => Cell::Int(*i),
        Data::Float(x) => number(*x),
        Data::Bool(b) => Cell::Bool(*b),
        Data::DateTime(d) => {
            let (year, month, day, ..) = d.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(t) => Cell::Date(t.chars().take(10).collect()),
        Data::DurationIso(t) => Cell::Text(t.clone()),
        Data::Error(e) => Cell::Error(e.to_string()),
    }
}

fn number(x: f64) -> Cell {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and below 2^53")]
    if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 { Cell::Int(x as i64) } else { Cell::Real(x) }
}

/// Adds up what the zip's directory announces, before anything is unpacked.
fn check_unpacked(bytes: &[u8]) -> Result<(), SheetError> {
    let mut total = 0u64;
    let signature = b"PK\x01\x02";
    for (at, window) in bytes.windows(4).enumerate() {
        if window == signature
            && let Some(size) = bytes.get(at + 24..at + 28)
        {
            total += u64::from(u32::from_le_bytes(size.try_into().unwrap_or_default()));
        }
    }
    if total > UNPACKED_BYTES_MAX { Err(SheetError::Bomb { bytes: total }) } else { Ok(()) }
}
