//! From cells, as people fill them in, to values of fields.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use terrain_domain::{FieldType, Input, Kind, PROVINCES, Refusal, SECTORS, Value, normalise};
use terrain_sheets::Cell;

use crate::import_columns::Column;

/// Longest quotation of a cell.
const QUOTED_MAX: usize = 60;

/// What people wrote → what is meant by it, both normalised or a name that is understood: spellings that somebody settled.
pub(crate) type Reads = BTreeMap<String, String>;

/// A cell that is refused.
pub(crate) struct Bad {
    /// Counted from 0.
    pub column: usize,
    /// Message id.
    pub reason: &'static str,
    /// What stands there.
    pub got: String,
    /// A name that may be meant.
    pub meant: Option<&'static str>,
}

/// The fields of a row, and the beginning of the commune's code where only the province is said.
pub(crate) fn read_fields(
    kind: &'static Kind,
    row: &terrain_sheets::Row,
    columns: &[Option<Column>],
    reads: &Reads,
) -> Result<(BTreeMap<&'static str, Value>, Option<String>), Bad> {
    let mut fields = BTreeMap::new();
    let mut province = None;
    for (at, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
        let meant = reads.get(&normalise(&whole(cell))).map(|name| Cell::Text(name.clone()));
        let bad = |reason| Bad { column: at, reason, got: shown(cell), meant: meant_by(reason, &whole(cell)) };
        match (meant.as_ref().unwrap_or(cell), column) {
            (Cell::Empty, _) | (_, None) => {}
            (Cell::Error(_), Some(_)) => return Err(bad("import-reason-error")),
            (cell, Some(Column::Province)) => {
                let found = province_of(&whole(cell)).ok_or_else(|| bad("import-reason-province"))?;
                province = Some(format!("{}.{found}.", terrain_domain::REGION.code));
            }
            (cell, Some(Column::Field(name))) => {
                let Some(field) = kind.field(name) else { continue };
                let input = input_for(field.name, &field.ty, cell).map_err(bad)?;
                let value = field.ty.accept(&input).map_err(|r| bad(reason_for(&field.ty, &r)))?;
                if value != Value::Null {
                    fields.insert(field.name, value);
                }
            }
        }
    }
    Ok((fields, province))
}

/// Percent of the words of a name that stand in a text; words as short as articles do not count.
fn named_by(name: &str, text: &str) -> usize {
    let plain = normalise(name);
    let words: Vec<&str> = plain.split(' ').filter(|word| word.chars().count() > 3).collect();
    let there = words.iter().filter(|word| text.split(' ').any(|other| other == **word)).count();
    (100 * there).checked_div(words.len()).unwrap_or_default()
}

/// A name near to what stands in a cell: a spelling of a province, a sector that one of the words names.
fn meant_by(reason: &str, text: &str) -> Option<&'static str> {
    let wanted = normalise(text);
    match reason {
        "import-reason-province" => {
            let names: Vec<(String, &'static str)> =
                PROVINCES.iter().flat_map(|p| [(normalise(p.fr), p.fr), (normalise(p.ar), p.ar)]).collect();
            let near = terrain_domain::did_you_mean(&wanted, names.iter().map(|(plain, _)| plain.as_str()))?;
            names.iter().find(|(plain, _)| plain == near).map(|(_, name)| *name)
        }
        "import-reason-sector" => {
            let share = |s: &terrain_domain::Sector| [s.fr, s.ar].iter().map(|name| named_by(name, &wanted)).max();
            let mut best: Vec<_> = SECTORS.iter().map(|s| (share(s).unwrap_or_default(), s.fr)).collect();
            best.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
            let [(most, name), (next, _), ..] = best.as_slice() else { return None };
            (most > next).then_some(*name)
        }
        _ => None,
    }
}

/// A province's code, by its code or its name in any language.
fn province_of(text: &str) -> Option<&'static str> {
    let wanted = normalise(text);
    let named = |p: &&terrain_domain::Province| {
        [p.fr, p.ar, p.zgh, p.code, p.iso].iter().any(|name| normalise(name) == wanted)
            || normalise(p.fr).split(' ').next() == Some(wanted.as_str())
    };
    PROVINCES.iter().find(named).map(|p| p.code)
}

/// What stands in a cell, cut where it is longer than a line.
pub(crate) fn shown(cell: &Cell) -> String {
    let whole = whole(cell);
    let mut cut: String = whole.chars().take(QUOTED_MAX).collect();
    if cut.len() < whole.len() {
        cut.push('…');
    }
    cut
}

fn whole(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(t) | Cell::Date(t) | Cell::Time(t) | Cell::Error(t) => t.clone(),
        Cell::DateTime(t) => t.split('T').next().unwrap_or_default().to_owned(),
        Cell::Int(i) => i.to_string(),
        Cell::Real(x) => x.to_string(),
        Cell::Bool(b) => b.to_string(),
    }
}

fn reason_for(ty: &FieldType, refusal: &Refusal) -> &'static str {
    match ty {
        _ if refusal.code == "refusal-too-long" => "import-reason-too-long",
        _ if refusal.code == "refusal-control-character" => "import-reason-control",
        _ if refusal.code == "refusal-out-of-range" => "import-reason-number",
        FieldType::Date => "import-reason-date",
        FieldType::Int | FieldType::Money | FieldType::Dec => "import-reason-number",
        FieldType::One(_) | FieldType::Many(_) | FieldType::Bool => "import-reason-option",
        _ => "import-reason-text",
    }
}

/// From what a person puts into a spreadsheet to what the field takes.
fn input_for(name: &str, ty: &FieldType, cell: &Cell) -> Result<Input, &'static str> {
    let text = whole(cell);
    Ok(match ty {
        FieldType::Text => Input::Text(match (name, cell) {
            // Excel turns numbers written as text into numbers and drops their leading zeros.
            ("ice", Cell::Int(i)) => format!("{i:015}"),
            ("phone", Cell::Int(i)) if text.len() == 9 => format!("0{i}"),
            _ => text,
        }),
        FieldType::Date => Input::Text(day(&text).ok_or("import-reason-date")?),
        FieldType::Int => Input::Int(amount(&text).filter(|x| x.fract() == 0.0).ok_or("import-reason-number")? as i64),
        FieldType::Money => {
            let dirhams = amount(&text).ok_or("import-reason-number")?;
            Input::Real((dirhams * 100.0).round())
        }
        FieldType::Bool => match normalise(&text).as_str() {
            "oui" | "vrai" | "true" | "1" | "x" | "نعم" | "yes" => Input::Bool(true),
            "non" | "faux" | "false" | "0" | "لا" | "no" => Input::Bool(false),
            _ => return Err("import-reason-option"),
        },
        FieldType::One(_) if name == "sector" => Input::Text(sector(&text).ok_or("import-reason-sector")?.into()),
        FieldType::Many(_) => Input::List(
            text.split([',', ';', '/', ' ']).filter(|t| !t.is_empty()).map(|t| Input::Text(t.into())).collect(),
        ),
        _ => Input::Text(text),
    })
}

/// A sector by code or by its name in any language.
fn sector(text: &str) -> Option<&'static str> {
    let wanted = normalise(text);
    let named = |s: &&terrain_domain::Sector| [s.code, s.fr, s.ar, s.en].iter().any(|n| normalise(n) == wanted);
    let exact = SECTORS.iter().find(named);
    let mut beginning = SECTORS.iter().filter(|s| {
        let words = |n: &str| normalise(n).split(' ').any(|w| w == wanted);
        words(s.fr) || words(s.ar)
    });
    match (exact, beginning.next(), beginning.next()) {
        (Some(one), ..) | (None, Some(one), None) => Some(one.code),
        _ => None,
    }
}

/// Day, month and year (two figures: of this century) or ISO, between `/`, `-`, `.` or spaces; a time after it is left out.
fn day(text: &str) -> Option<String> {
    let text = latin(text.trim());
    let date = if text.contains(['/', '-', '.']) { text.split([' ', 'T']).next()? } else { &text };
    let parts: Vec<&str> = date.split(['/', '-', '.', ' ']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let year: i32 = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    let parsed = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some(parsed.format("%Y-%m-%d").to_string())
}

/// `12 500,50 DH`, `12.500,50`, `12,500.50` → 12500.5. Of two marks the last is that of the decimals.
fn amount(text: &str) -> Option<f64> {
    let plain = latin(text).to_lowercase().replace(['\u{a0}', '\u{202f}', ' '], "");
    let plain = plain.trim_end_matches("dhs").trim_end_matches("dh").trim_end_matches("mad").replace('٫', ",");
    let plain = match (plain.rfind('.'), plain.rfind(',')) {
        (Some(point), Some(comma)) if point > comma => plain.replace(',', ""),
        (Some(_), Some(_)) => plain.replace('.', ""),
        _ => plain,
    };
    let plain = plain.replace(',', ".");
    let number = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    plain.parse::<f64>().ok().filter(|x| number && x.abs() < 9e13)
}

/// Arabic figures in Latin ones.
fn latin(text: &str) -> String {
    let figure = |c: char| match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
        other => other,
    };
    text.chars().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_put_into_cells_is_understood() {
        for (text, expected) in [
            ("31/12/2025", Some("2025-12-31")),
            ("3-1-2025", Some("2025-01-03")),
            ("2025-12-31", Some("2025-12-31")),
            ("31.12.25", Some("2025-12-31")),
            ("2025-12-31 00:00:00", Some("2025-12-31")),
            ("٣١/١٢/٢٠٢٥", Some("2025-12-31")),
            ("1/2/20250", None),
            ("31/02/2025", None),
            ("bientôt", None),
        ] {
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("12 500,50 DH", Some(12_500.5)),
            ("1000", Some(1000.0)),
            ("mille", None),
            ("", None),
            ("1e9", None),
            ("12.500,50 dhs", Some(12_500.5)),
            ("12,500.50", Some(12_500.5)),
            ("١٢٠٠", Some(1200.0)),
            ("1.2.3", None),
        ] {
            assert_eq!(amount(text), expected, "{text}");
        }
        for (text, expected) in [
            ("Safran", Some("saffron")),
            ("العسل", Some("honey")),
            ("miel", Some("honey")),
            ("Tissage", Some("weaving_carpets")),
            ("espace", None),
        ] {
            assert_eq!(sector(text), expected, "{text}");
        }
    }
}
