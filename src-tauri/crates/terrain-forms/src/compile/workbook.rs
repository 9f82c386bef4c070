//! The bytes of a workbook, or why they are none.

use terrain_sheets::{SheetError, Workbook};

use crate::CellRef;
use crate::check::{Findings, codes};

/// Reads the workbook; what stands in the way is a finding about the file.
pub(super) fn read(bytes: &[u8], findings: &mut Findings) -> Option<Workbook> {
    let error = match terrain_sheets::read(bytes) {
        Ok(workbook) if is_table(bytes) => {
            findings.put(codes::FILE_DAMAGED, CellRef::default(), &[]);
            drop(workbook);
            return None;
        }
        Ok(workbook) => return Some(workbook),
        Err(error) => error,
    };
    let file = CellRef::default();
    match error {
        SheetError::TooLarge { .. } | SheetError::Bomb => findings.put(codes::FILE_LARGE, file, &[]),
        SheetError::TooManyCells { sheet } => {
            let at = CellRef { sheet, ..CellRef::default() };
            findings.put(codes::FILE_LARGE, at, &[])
        }
        SheetError::CellTooLong { place } => {
            let (sheet, cell) = place.rsplit_once('!').unwrap_or(("", &place));
            let row = cell.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or_default();
            let at = CellRef { sheet: sheet.to_owned(), row, column: None, cell: Some(cell.to_owned()) };
            let max = terrain_sheets::CELL_BYTES_MAX.to_string();
            findings.put(codes::CELL_LONG, at, &[("max", &max)])
        }
        SheetError::Empty => findings.put(codes::FILE_EMPTY, file, &[]),
        SheetError::OldFormat => findings.put(codes::FILE_OLD, file, &[]),
        SheetError::Damaged(_) => findings.put(codes::FILE_DAMAGED, file, &[]),
    };
    None
}

/// Text is a table to the reader of tables, and no form.
fn is_table(bytes: &[u8]) -> bool {
    !bytes.starts_with(b"PK") && !bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}
