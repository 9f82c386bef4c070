//! What a cell says, as text.

use std::borrow::Cow;

use terrain_sheets::Cell;

/// The text of a cell: whole numbers without a point, dates in ISO, yes and no as spreadsheets write them. An error of a
/// formula is given as such; a blank cell gives nothing.
pub(crate) fn text_of(cell: &Cell) -> Result<Option<String>, String> {
    Ok(match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(clean(text).into_owned()).filter(|t| !t.is_empty()),
        Cell::Int(i) => Some(i.to_string()),
        Cell::Real(x) => Some(x.to_string()),
        Cell::Bool(true) => Some("TRUE".to_owned()),
        Cell::Bool(false) => Some("FALSE".to_owned()),
        Cell::Date(t) | Cell::DateTime(t) | Cell::Time(t) => Some(t.clone()),
        Cell::Error(e) => return Err(e.clone()),
    })
}

/// Spaces of every kind become one ordinary space, and none is left at the ends; line breaks stay. What has no width and
/// no meaning here, such as a byte order mark, goes; marks of direction stay, Arabic needs them.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii() && c != '\t' && c != '\r';
    if text.chars().all(plain) && !text.contains("  ") && text.trim() == text {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{feff}' | '\u{200b}' | '\r' => {}
            '\n' => cleaned.push('\n'),
            c if c.is_whitespace() => {
                if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            c => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned.trim().to_owned())
}

/// `yes` as authors write it.
pub(crate) fn is_yes(text: &str) -> bool {
    matches!(text.to_lowercase().replace(' ', "").as_str(), "yes" | "true" | "true()")
}

/// `no` as authors write it.
pub(crate) fn is_no(text: &str) -> bool {
    matches!(text.to_lowercase().replace(' ', "").as_str(), "no" | "false" | "false()")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_people_see() {
        for (cell, expected) in [
            (Cell::Int(1), Some("1")),
            (Cell::Real(2.5), Some("2.5")),
            (Cell::Bool(true), Some("TRUE")),
            (Cell::Text(" a\u{a0}\u{202f} b\t".into()), Some("a b")),
            (Cell::Text("\u{feff}type".into()), Some("type")),
            (Cell::Text("ligne 1\r\nligne 2".into()), Some("ligne 1\nligne 2")),
            (Cell::Text("\u{a0}".into()), None),
            (Cell::DateTime("2026-11-24T14:30:00".into()), Some("2026-11-24T14:30:00")),
            (Cell::Text("نص\u{200f} عربي".into()), Some("نص\u{200f} عربي")),
            (Cell::Empty, None),
        ] {
            assert_eq!(text_of(&cell).unwrap().as_deref(), expected, "{cell:?}");
        }
        assert_eq!(text_of(&Cell::Error("#REF!".into())), Err("#REF!".to_owned()));
    }
}
