//! What the records of an .xls workbook would cost its reader, added up before it reads them. Nothing of their meaning is
//! read but places, counts and lengths; records that only announce sizes are struck out.

use crate::{CELLS_MAX, SheetError, TEXT_BYTES_MAX};

/// Most sheets; several may name the same cells.
const SHEETS_MAX: usize = 255;
/// Most continuations of a record: each may hold 8 KB, and the reader takes them one by one from the front.
const CONTINUATIONS_MAX: usize = 1_000;
/// A letter takes at most so many bytes once it is decoded.
const LETTER_BYTES_MAX: usize = 3;
/// A byte of a formula gives at most so many bytes of its text: five bytes name a defined name.
const FORMULA_BYTES: usize = 60;

const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;
const SHEET: u16 = 0x0085;
const TEXTS: u16 = 0x00fc;
const DIMENSIONS: u16 = 0x0200;
/// A type that no reader knows.
const STRUCK: u16 = 0x0fff;

/// The stream, without what it announces, where its cells fit into the limits.
pub(crate) fn check(mut stream: Vec<u8>) -> Result<Vec<u8>, SheetError> {
    let mut sheets = Vec::new();
    let mut texts = Vec::new();
    for record in Records::new(&stream, 0).take_while(|r| r.kind != END) {
        match record.kind {
            SHEET => sheets.push(usize::try_from(long(record.data, 0)).unwrap_or(usize::MAX)),
            TEXTS => texts = text_lengths(&record, &stream)?,
            _ => {}
        }
    }
    if sheets.len() > SHEETS_MAX {
        return Err(SheetError::OldFormat);
    }
    let announced = |at: &usize| Records::new(&stream, *at).filter(|r| r.kind == DIMENSIONS).map(|r| r.at).collect();
    let announced: Vec<Vec<usize>> = sheets.iter().map(announced).collect();
    for at in announced.into_iter().flatten() {
        let Some(kind) = stream.get_mut(at..at + 2) else { continue };
        kind.copy_from_slice(&STRUCK.to_le_bytes());
    }
    let mut cost = Cost::default();
    for at in sheets {
        cost.add_sheet(&stream, at, &texts)?;
    }
    Ok(stream)
}

/// A record and where it begins.
struct Record<'a> {
    at: usize,
    kind: u16,
    data: &'a [u8],
}

/// Records one after the other; ends where one is cut short.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let at = self.at;
        let head = self.stream.get(at..at.checked_add(4)?)?;
        let end = at + 4 + usize::from(short(head, 2));
        let record = Record { at, kind: short(head, 0), data: self.stream.get(at + 4..end)? };
        self.at = end;
        Some(record)
    }
}

fn short(data: &[u8], at: usize) -> u16 {
    let bytes = data.get(at..at + 2).and_then(|b| b.try_into().ok());
    u16::from_le_bytes(bytes.unwrap_or_default())
}

fn long(data: &[u8], at: usize) -> u32 {
    u32::from(short(data, at)) | u32::from(short(data, at + 2)) << 16
}

/// What has been added up.
#[derive(Default)]
struct Cost {
    cells: usize,
    bytes: usize,
}

impl Cost {
    /// The reader lays a sheet out as one rectangle around all its cells.
    fn add_sheet(&mut self, stream: &[u8], at: usize, texts: &[usize]) -> Result<(), SheetError> {
        let (mut rows, mut columns) = ((u16::MAX, 0), (u16::MAX, 0));
        let mut single = 0;
        for record in Records::new(stream, at) {
            let data = record.data;
            let mut width = 1;
            match record.kind {
                // Number, yes or error, compact number.
                0x0203 | 0x0205 | 0x027e => {}
                // Several compact numbers: six bytes each.
                0x00bd => width = u16::try_from(data.len() / 6).unwrap_or(u16::MAX).max(1),
                // Text in the cell, text of the formula before it, text of the table.
                0x0204 | 0x00d6 => self.bytes += usize::from(short(data, 6)) * LETTER_BYTES_MAX,
                0x0207 => {
                    self.bytes += usize::from(short(data, 0)) * LETTER_BYTES_MAX;
                    continue;
                }
                0x00fd => self.bytes += text_bytes(texts, long(data, 6)),
                0x0006 => self.bytes += data.len() * FORMULA_BYTES,
                // What announces sizes is struck out: here it is out of step.
                DIMENSIONS => return Err(SheetError::OldFormat),
                _ => continue,
            }
            let (row, column) = (short(data, 0), short(data, 2));
            rows = (rows.0.min(row), rows.1.max(row));
            columns = (columns.0.min(column), columns.1.max(column.saturating_add(width)));
            single += usize::from(width);
        }
        if single == 0 {
            return Ok(());
        }
        let side = |(first, last): (u16, u16)| usize::from(last.saturating_sub(first)) + 1;
        self.cells += (side(rows) * side(columns)).max(single);
        if self.cells > CELLS_MAX || self.bytes > TEXT_BYTES_MAX {
            return Err(SheetError::OldFormat);
        }
        Ok(())
    }
}

fn text_bytes(texts: &[usize], at: u32) -> usize {
    usize::try_from(at).ok().and_then(|at| texts.get(at)).copied().unwrap_or_default()
}

/// Bytes that each text of the table takes once decoded, by its length in letters. A text may go on in the records that
/// continue the table, where its letters begin with a byte that says how wide they are.
fn text_lengths(table: &Record<'_>, stream: &[u8]) -> Result<Vec<usize>, SheetError> {
    let after = Records::new(stream, table.at + 4 + table.data.len());
    let continued: Vec<&[u8]> = after.take_while(|r| r.kind == CONTINUE).map(|r| r.data).collect();
    if continued.len() > CONTINUATIONS_MAX {
        return Err(SheetError::OldFormat);
    }
    let mut rest = Rest { data: table.data.get(8..).unwrap_or_default(), continued: continued.into_iter() };
    let mut lengths = Vec::new();
    while !rest.data.is_empty() || rest.go_on() {
        let letters = usize::from(short(rest.data, 0));
        let flags = rest.data.get(2).copied().unwrap_or_default();
        rest.skip(3);
        let mut behind = 0;
        if flags & 0x8 != 0 {
            behind += usize::from(short(rest.data, 0)) * 4;
            rest.skip(2);
        }
        if flags & 0x4 != 0 {
            behind += usize::try_from(long(rest.data, 0)).unwrap_or(usize::MAX);
            rest.skip(4);
        }
        rest.skip_letters(letters, flags & 1 != 0);
        rest.skip_on(behind);
        lengths.push(letters * LETTER_BYTES_MAX);
    }
    Ok(lengths)
}

/// What is left of the table.
struct Rest<'a> {
    data: &'a [u8],
    continued: std::vec::IntoIter<&'a [u8]>,
}

impl Rest<'_> {
    fn go_on(&mut self) -> bool {
        let next = self.continued.next();
        self.data = next.unwrap_or_default();
        next.is_some()
    }

    fn skip(&mut self, bytes: usize) {
        self.data = self.data.get(bytes..).unwrap_or_default();
    }

    fn skip_on(&mut self, mut bytes: usize) {
        while bytes > 0 && (!self.data.is_empty() || self.go_on()) {
            let here = bytes.min(self.data.len());
            self.skip(here);
            bytes -= here;
        }
    }

    fn skip_letters(&mut self, mut letters: usize, mut wide: bool) {
        while letters > 0 {
            let width = if wide { 2 } else { 1 };
            let here = letters.min(self.data.len() / width);
            self.skip(here * width);
            letters -= here;
            if letters > 0 {
                if !self.go_on() {
                    return;
                }
                wide = self.data.first().is_some_and(|flags| flags & 1 != 0);
                self.skip(1);
            }
        }
    }
}
