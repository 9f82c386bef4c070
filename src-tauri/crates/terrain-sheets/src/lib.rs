//! Cells of .xlsx, .xls and .csv with their places, typed, with limits: every file from outside is hostile until read.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod csv_file;
mod workbook;

/// Largest file that is opened.
pub const FILE_BYTES_MAX: usize = 20 << 20;
/// Most rows with something in them, in one sheet.
pub const ROWS_MAX: usize = 100_000;
/// Most columns; beyond are formatting ghosts.
pub const COLUMNS_MAX: usize = 300;
/// Longest text of a cell, in bytes (Excel's own limit is 32,767 characters).
pub const CELL_BYTES_MAX: usize = 131_072;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Another number.
    Real(f64),
    /// Yes or no.
    Bool(bool),
    /// A day, ISO.
    Date(String),
    /// An error such as `#N/A`.
    Error(String),
}

/// A row with its number as the person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// From 1.
    pub number: u32,
    /// From column A; nothing after the last that is not empty.
    pub cells: Vec<Cell>,
}

/// A sheet: its rows that hold something.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Name.
    pub name: String,
    /// In order.
    pub rows: Vec<Row>,
}

/// A file read.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// In order.
    pub sheets: Vec<Sheet>,
}

/// Why a file cannot be read as a table.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// Over the size limit.
    #[error("{bytes} > {FILE_BYTES_MAX}")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Too many rows with something in them.
    #[error("> {ROWS_MAX} × {COLUMNS_MAX}")]
    TooManyCells,
    /// A cell is too long.
    #[error("{place}: > {CELL_BYTES_MAX}")]
    CellTooLong {
        /// `Feuille!B12`.
        place: String,
    },
    /// It would unpack to far more than any real workbook.
    #[error("zip: {bytes}")]
    Bomb {
        /// Announced size.
        bytes: u64,
    },
    /// Nothing in it.
    #[error("0")]
    Empty,
    /// Not such a file, or damaged.
    #[error("{0}")]
    Damaged(String),
}

impl SheetError {
    /// Whether a limit was passed, rather than the file being unreadable.
    pub fn is_limit(&self) -> bool {
        !matches!(self, Self::Damaged(_) | Self::Empty)
    }
}

/// `A`, `B`, … `AA` for a column counted from 0.
pub fn column_letters(column: usize) -> String {
    let mut n = column + 1;
    let mut letters = Vec::new();
    while n > 0 {
        let letter = u8::try_from((n - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        n = (n - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// `Feuille!B12`.
pub fn place(sheet: &str, row: u32, column: usize) -> String {
    format!("{sheet}!{}{row}", column_letters(column))
}

/// Reads a file by its content; the name only tells .csv from text of another kind.
pub fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(SheetError::TooLarge { bytes: bytes.len() });
    }
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    let zip = bytes.starts_with(b"PK\x03\x04");
    let ole = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let read = if zip || ole { workbook::read(bytes, zip)? } else { csv_file::read(bytes)? };
    if read.sheets.iter().all(|s| s.rows.is_empty()) { Err(SheetError::Empty) } else { Ok(read) }
}

fn push_row(rows: &mut Vec<Row>, sheet: &str, number: u32, mut cells: Vec<Cell>) -> Result<(), SheetError> {
    while cells.last() == Some(&Cell::Empty) {
        cells.pop();
    }
    if cells.is_empty() {
        return Ok(());
    }
    if cells.len() > COLUMNS_MAX || rows.len() >= ROWS_MAX {
        return Err(SheetError::TooManyCells);
    }
    let long = |c: &Cell| matches!(c, Cell::Text(t) if t.len() > CELL_BYTES_MAX);
    if let Some(column) = cells.iter().position(long) {
        return Err(SheetError::CellTooLong { place: place(sheet, number, column) });
    }
    rows.push(Row { number, cells });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn separators_and_encodings_are_found() {
        let text = |t: &str| Cell::Text(t.into());
        for bytes in [
            "Nom;Ville\n\"A;B\";Aït\n".as_bytes().to_vec(),
            [b"\xef\xbb\xbf".as_slice(), "Nom,Ville\n\"A;B\",Aït\n".as_bytes()].concat(),
            b"Nom;Ville\nA;A\xeft\n".to_vec(),
        ] {
            let book = read(&bytes).unwrap();
            let rows = &book.sheets[0].rows;
            assert_eq!(rows[0].cells, [text("Nom"), text("Ville")]);
            assert_eq!((rows[1].number, &rows[1].cells[1]), (2, &text("Aït")));
        }
    }

    /// Whatever the bytes are, reading ends with cells or an error.
    #[test]
    fn hostile_bytes_never_panic() {
        let mut state = 42u64;
        let mut chance = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write(0, 0, "Nom").unwrap().write(3, 2, 12.5).unwrap();
        let sound = book.save_to_buffer().unwrap();
        let rows = &read(&sound).unwrap().sheets[0].rows;
        assert_eq!((rows[1].number, rows[1].cells.len()), (4, 3));
        for _ in 0..300 {
            let mut bytes = sound.clone();
            for _ in 0..8 {
                let at = chance() as usize % bytes.len();
                bytes[at] = chance() as u8;
            }
            bytes.truncate(chance() as usize % (bytes.len() + 1));
            let _ = read(&bytes);
            let random: Vec<u8> = (0..chance() % 400).map(|_| chance() as u8).collect();
            let _ = read(&random);
        }
    }
}
