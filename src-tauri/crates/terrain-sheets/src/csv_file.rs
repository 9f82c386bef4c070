//! Text tables: UTF-8, UTF-16 with its mark, else Windows-1252; the separator is the one that gives the first line most columns.

use crate::{Cell, Sheet, SheetError, Workbook, push_row};

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(SheetError::Damaged("binary".into()));
    }
    let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default();
    let columns = |separator: &u8| first.bytes().filter(|b| b == separator).count();
    let separator = [b';', b',', b'\t', b'|'].into_iter().max_by_key(columns).unwrap_or(b';');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| SheetError::Damaged(e.to_string()))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |t: &str| if t.trim().is_empty() { Cell::Empty } else { Cell::Text(t.trim().to_owned()) };
        push_row(&mut rows, "CSV", u32::try_from(line).unwrap_or(u32::MAX), record.iter().map(cell).collect())?;
    }
    Ok(Workbook { sheets: vec![Sheet { name: "CSV".into(), rows }] })
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
