//! Cells of .xlsx, .xls and .csv with their places, typed, with limits: every file from outside is hostile until read.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod biff;
mod csv_file;
mod old_workbook;
mod workbook;

use workbook::UNPACKED_BYTES_MAX;

/// Largest file that is opened.
pub const FILE_BYTES_MAX: u64 = 20 << 20;
/// Most rows with something in them, in one sheet.
pub const ROWS_MAX: usize = 100_000;
/// Most columns; beyond are formatting ghosts.
pub const COLUMNS_MAX: usize = 300;
/// Most cells of a file, the empty ones before the last of each row counted: some 64 MB in memory.
pub const CELLS_MAX: usize = 2_000_000;
/// Most bytes of text of a file: one long text may be named by millions of cells.
pub const TEXT_BYTES_MAX: usize = 64 << 20;
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
    /// A day with a time of day, `2026-11-24T14:30:00`; without a zone, as it is shown.
    DateTime(String),
    /// A time of day, `14:30:00`.
    Time(String),
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
    /// Cells that are drawn as one; the value is that of the first.
    pub merged: Vec<Merged>,
}

/// Cells that are drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row, from 1.
    pub rows: (u32, u32),
    /// First and last column, from 0.
    pub columns: (usize, usize),
}

impl Merged {
    fn of(area: &calamine::Dimensions) -> Option<Self> {
        let column = |c: u32| usize::try_from(c).ok();
        let rows = (area.start.0.checked_add(1)?, area.end.0.checked_add(1)?);
        Some(Self { rows, columns: (column(area.start.1)?, column(area.end.1)?) })
    }
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
        bytes: u64,
    },
    /// Too many rows, columns, cells or letters.
    #[error("{sheet}: > {ROWS_MAX} × {COLUMNS_MAX}, {CELLS_MAX}")]
    TooManyCells {
        /// The sheet that passes the limit.
        sheet: String,
    },
    /// A cell is too long.
    #[error("{place}: > {CELL_BYTES_MAX}")]
    CellTooLong {
        /// `Feuille!B12`.
        place: String,
    },
    /// It unpacks to far more than any real workbook.
    #[error("zip: > {UNPACKED_BYTES_MAX}")]
    Bomb,
    /// Nothing in it.
    #[error("0")]
    Empty,
    /// The format of Excel before 2007, in a file that is large, protected or damaged; saved again as .xlsx it can be read.
    #[error(".xls")]
    OldFormat,
    /// Not such a file, or damaged.
    #[error("{0}")]
    Damaged(String),
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

/// Reads a file by its content, whatever its name says: a zip is a workbook, a compound file one of before 2007, everything
/// else is text.
pub fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(SheetError::TooLarge { bytes: bytes.len() as u64 });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    let read = match bytes {
        [0xd0, 0xcf, 0x11, 0xe0, ..] => old_workbook::read(bytes)?,
        [b'P', b'K', ..] => workbook::read(bytes)?,
        _ => csv_file::read(bytes)?,
    };
    if read.sheets.iter().all(|s| s.rows.is_empty()) { Err(SheetError::Empty) } else { Ok(read) }
}

/// What may still be read of a file.
struct Left {
    cells: usize,
    bytes: usize,
}

impl Left {
    fn whole() -> Self {
        Self { cells: CELLS_MAX, bytes: TEXT_BYTES_MAX }
    }

    /// Adds a row where it holds something and the limits allow.
    fn push_row(&mut self, sheet: &mut Sheet, number: u32, mut cells: Vec<Cell>) -> Result<(), SheetError> {
        while cells.last() == Some(&Cell::Empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        let mut bytes = 0;
        for (column, cell) in cells.iter().enumerate() {
            let Cell::Text(text) = cell else { continue };
            bytes += text.len();
            if text.len() > CELL_BYTES_MAX {
                return Err(SheetError::CellTooLong { place: place(&sheet.name, number, column) });
            }
        }
        let left = (self.cells.checked_sub(cells.len()), self.bytes.checked_sub(bytes));
        match left {
            (Some(cells_left), Some(bytes_left)) if cells.len() <= COLUMNS_MAX && sheet.rows.len() < ROWS_MAX => {
                *self = Self { cells: cells_left, bytes: bytes_left };
                sheet.rows.push(Row { number, cells });
                Ok(())
            }
            _ => Err(SheetError::TooManyCells { sheet: sheet.name.clone() }),
        }
    }
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

    #[test]
    fn titles_above_and_a_named_separator_do_not_mislead() {
        let text = |t: &str| Cell::Text(t.into());
        for csv in ["Liste, tranche 2, Agadir\n\nNom;Ville\nA;B\nC;D\n", "sep=;\n\nNom;Ville\nA;B, C\nC;D\n"] {
            let book = read(csv.as_bytes()).unwrap();
            let row = book.sheets[0].rows.iter().find(|r| r.cells == [text("Nom"), text("Ville")]);
            assert_eq!(row.unwrap().number, 3, "{csv}");
        }
        let wide: Vec<u8> = "Nom;Ville\nÉ;ا\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let book = read(&[b"\xff\xfe".as_slice(), &wide].concat()).unwrap();
        assert_eq!(book.sheets[0].rows[1].cells, [text("É"), text("ا")]);
    }

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in files {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// Small files that would need much memory are refused, and a sheet that is merely tall is read.
    #[test]
    fn what_a_file_makes_of_itself_is_limited() {
        let mut tall = rust_xlsxwriter::Workbook::new();
        tall.add_worksheet().write(0, 0, "Nom").unwrap().write(1_048_575, 0, "Z").unwrap();
        assert_eq!(read(&tall.save_to_buffer().unwrap()).unwrap().sheets[0].rows[1].number, 1_048_576);

        let mut corners = rust_xlsxwriter::Workbook::new();
        corners.add_worksheet().write(0, 0, "Nom").unwrap().write(1_048_575, 16_383, "Z").unwrap();
        assert!(matches!(read(&corners.save_to_buffer().unwrap()), Err(SheetError::TooManyCells { .. })));

        let mut repeated = rust_xlsxwriter::Workbook::new();
        let sheet = repeated.add_worksheet();
        for row in 0..2_100 {
            sheet.write(row, 0, "x".repeat(32_000)).unwrap();
        }
        assert!(matches!(read(&repeated.save_to_buffer().unwrap()), Err(SheetError::TooManyCells { .. })));

        let mut bomb = zipped(&[("a", &vec![0; 101 << 20])]);
        assert!(bomb.len() < 1 << 20 && matches!(read(&bomb), Err(SheetError::Bomb)));
        // The same, saying that it is small: four bytes of size, 22 after the signature in front, 24 in the directory.
        for (signature, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
            let found = bomb.windows(4).position(|w| w == signature).unwrap();
            bomb[found + at..found + at + 4].copy_from_slice(&100u32.to_le_bytes());
        }
        assert!(read(&bomb).is_err());
        assert!(matches!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Err(SheetError::OldFormat)));
        assert!(matches!(read(b" \n"), Err(SheetError::Empty)));
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
