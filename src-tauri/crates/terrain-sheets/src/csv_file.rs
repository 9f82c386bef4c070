//! Text tables: UTF-8, UTF-16 with its mark, else Windows-1256 where it holds Arabic words and Windows-1252; the separator is the one that stands most
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
        Err(_) if is_arabic(bytes) => bytes.iter().map(|b| arabic(*b)).collect(),
        Err(_) => bytes.iter().map(|b| western(*b)).collect(),
    }
}

/// Letters beyond ASCII stand alone or in twos in French; in Arabic they make words.
const WORD_LEAST: usize = 3;

/// Whether a text of one byte a letter is Arabic: most of its high bytes stand in words of their own.
fn is_arabic(bytes: &[u8]) -> bool {
    let runs = || bytes.split(u8::is_ascii).map(<[u8]>::len);
    let in_words: usize = runs().filter(|length| *length >= WORD_LEAST).sum();
    2 * in_words > runs().sum()
}

/// Windows-1256.
fn arabic(byte: u8) -> char {
    const HIGH: &str = "\u{20ac}\u{67e}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{679}\u{2039}\u{152}\
        \u{686}\u{698}\u{688}\u{6af}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{6a9}\u{2122}\
        \u{691}\u{203a}\u{153}\u{200c}\u{200d}\u{6ba}\u{a0}\u{60c}\u{a2}\u{a3}\u{a4}\u{a5}\u{a6}\u{a7}\u{a8}\
        \u{a9}\u{6be}\u{ab}\u{ac}\u{ad}\u{ae}\u{af}\u{b0}\u{b1}\u{b2}\u{b3}\u{b4}\u{b5}\u{b6}\u{b7}\u{b8}\
        \u{b9}\u{61b}\u{bb}\u{bc}\u{bd}\u{be}\u{61f}\u{6c1}\u{621}\u{622}\u{623}\u{624}\u{625}\u{626}\u{627}\
        \u{628}\u{629}\u{62a}\u{62b}\u{62c}\u{62d}\u{62e}\u{62f}\u{630}\u{631}\u{632}\u{633}\u{634}\u{635}\
        \u{636}\u{d7}\u{637}\u{638}\u{639}\u{63a}\u{640}\u{641}\u{642}\u{643}\u{e0}\u{644}\u{e2}\u{645}\
        \u{646}\u{647}\u{648}\u{e7}\u{e8}\u{e9}\u{ea}\u{eb}\u{649}\u{64a}\u{ee}\u{ef}\u{64b}\u{64c}\u{64d}\
        \u{64e}\u{f4}\u{64f}\u{650}\u{f7}\u{651}\u{f9}\u{652}\u{fb}\u{fc}\u{200e}\u{200f}\u{6d2}";
    let high = byte.checked_sub(0x80).and_then(|at| HIGH.chars().nth(usize::from(at)));
    high.unwrap_or(char::from(byte))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coding_of_a_text_follows_from_its_bytes() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(decode(bytes), expected);
        check("Nom;Siège".as_bytes(), "Nom;Siège");
        check(b"Nom;Si\xe8ge d\xe9j\xe0 cr\xe9\xe9e", "Nom;Siège déjà créée");
        check(b"\xc7\xe1\xc7\xd3\xe3;Si\xe8ge", "الاسم;Siège");
        check(b"\xca\xda\xc7\xe6\xe4\xed\xc9 \xc7\xe1\xc3\xe3\xe1", "تعاونية الأمل");
    }
}
