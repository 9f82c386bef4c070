//! Text tables: UTF-8, UTF-16 with its mark, else Windows-1252; the separator is the one that stands most
//! often in the first lines.

use crate::{COLUMNS_MAX, Cell, Left, Sheet, SheetError, Workbook};

/// Lines from which the separator is found: above the headers stand titles.
const SAMPLE_LINES: usize = 20;

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(SheetError::Damaged("binary".into()));
    }
    let (separator, table) = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(table.as_bytes());
    // The reader passes over empty lines without counting them into where a row begins.
    let mut lines = Lines { text: table.as_bytes(), at: 0, line: 1 + u32::from(table.len() < text.len()) };
    let mut left = Left::whole();
    let mut sheet = Sheet { name: "CSV".into(), rows: Vec::new(), merged: Vec::new() };
    for record in reader.records() {
        let record = record.map_err(|e| SheetError::Damaged(e.to_string()))?;
        if record.len() > COLUMNS_MAX {
            return Err(SheetError::TooManyCells { sheet: sheet.name });
        }
        let line = lines.line_of(record.position().map_or(0, csv::Position::byte));
        let cell = |t: &str| if t.trim().is_empty() { Cell::Empty } else { Cell::Text(t.trim().to_owned()) };
        left.push_row(&mut sheet, line, record.iter().map(cell).collect())?;
    }
    Ok(Workbook { sheets: vec![sheet] })
}

/// Line numbers of rising places in a text.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first letter at or after this byte that ends no line.
    fn line_of(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(letter) = self.text.get(self.at) {
            if self.at >= byte && !matches!(letter, b'\r' | b'\n') {
                break;
            }
            self.line += u32::from(*letter == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// The separator, and the table without the line `sep=;` by which Excel names it.
fn separator(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(named) = first.trim_end().strip_prefix("sep=")
        && let [separator] = named.as_bytes()
    {
        return (*separator, rest);
    }
    let sample: Vec<&str> = text.lines().take(SAMPLE_LINES).collect();
    let count = |separator: &u8| sample.iter().map(|l| l.bytes().filter(|b| b == separator).count()).sum::<usize>();
    ([b'|', b'\t', b',', b';'].into_iter().max_by_key(count).unwrap_or(b';'), text)
}

fn decode(bytes: &[u8]) -> String {
    let wide = |pairs: &[u8], read: fn([u8; 2]) -> u16| {
        let units = pairs.chunks_exact(2).map(|p| read(p.try_into().unwrap_or_default()));
        char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
    };
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return wide(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return wide(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| western(*b)).collect(),
    }
}

/// Windows-1252: Latin-1 but for 0x80–0x9f.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = byte.checked_sub(0x80).and_then(|i| HIGH.get(usize::from(i)));
    high.copied().unwrap_or(char::from(byte))
}
