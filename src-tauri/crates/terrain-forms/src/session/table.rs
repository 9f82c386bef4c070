//! A table beside the workbook: a header and rows of text.

/// Most rows of a table that are read; more than any list of places of a country.
pub const TABLE_ROWS_MAX: usize = 200_000;
/// Most columns.
pub const TABLE_COLUMNS_MAX: usize = 256;

/// A table of text with named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows; a row can be shorter than the header.
    pub rows: Vec<Vec<String>>,
}

/// Why a file is no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Not CSV in UTF-8.
    #[error("line {line} cannot be read")]
    Unreadable {
        /// From 1; 0 where it is not known.
        line: u64,
    },
    /// More rows than [`TABLE_ROWS_MAX`] or more columns than [`TABLE_COLUMNS_MAX`].
    #[error("too large")]
    TooLarge,
}

impl Table {
    /// Reads CSV with a header, separated by comma, or by semicolon where the header has no comma.
    ///
    /// # Errors
    /// Where it cannot be read or is too large.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, TableError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let header = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let delimiter = if !header.contains(&b',') && header.contains(&b';') { b';' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bytes);
        let mut lines = reader.records();
        let read = |record: Result<csv::StringRecord, csv::Error>| match record {
            Ok(record) => Ok(record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()),
            Err(e) => Err(TableError::Unreadable { line: e.position().map_or(0, csv::Position::line) }),
        };
        let columns = lines.next().map(read).transpose()?.unwrap_or_default();
        if columns.len() > TABLE_COLUMNS_MAX {
            return Err(TableError::TooLarge);
        }
        let mut rows = Vec::new();
        for record in lines {
            if rows.len() == TABLE_ROWS_MAX {
                return Err(TableError::TooLarge);
            }
            rows.push(read(record)?);
        }
        Ok(Self { columns, rows })
    }

    /// Place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c == name)
    }

    /// A cell, blank where the row ends before.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|r| r.get(column)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header, quotes, a short row, a mark at the beginning, and semicolons are read.
    #[test]
    fn csv_is_read() {
        let table = Table::from_csv("\u{feff}name,label\na,\"É, è\"\nb\n".as_bytes()).unwrap();
        assert_eq!(table.columns, ["name", "label"]);
        assert_eq!((table.cell(0, 1), table.cell(1, 0), table.cell(1, 1), table.cell(9, 9)), ("É, è", "b", "", ""));
        let table = Table::from_csv(b"name;label\na;b\n").unwrap();
        assert_eq!(table.cell(0, table.column("label").unwrap()), "b");
        assert_eq!(Table::from_csv(b"name\n\xff\n"), Err(TableError::Unreadable { line: 2 }));
    }
}
