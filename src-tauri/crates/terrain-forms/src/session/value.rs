//! What an answer has to be by its type, and the one text under which it is stored.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::error::SetError;
use crate::{Control, DataType, Deviations, Node, Question};

/// Longest answer, in characters: a long report fits, a file does not.
pub const CHARS_MAX: usize = 100_000;

/// The text to store for what a person entered; blank clears. Choices are looked at elsewhere.
pub fn canonical(node: &Node, question: &Question, input: &str, deviations: Deviations) -> Result<String, SetError> {
    if input.chars().count() > CHARS_MAX {
        return Err(SetError::TooLong { chars_max: CHARS_MAX });
    }
    let text = if deviations.untrimmed_text && question.data == DataType::Text { input } else { input.trim() };
    if text.is_empty() {
        return Ok(String::new());
    }
    if deviations.integers_cut {
        return Ok(decode(question, text, deviations));
    }
    let malformed = SetError::Malformed { data: question.data };
    if question.control == Control::Trigger {
        return if text == "OK" { Ok(text.to_owned()) } else { Err(malformed) };
    }
    let stored = typed(question.data, text).ok_or(malformed)?;
    if question.control == Control::Range {
        within(node, &stored)?;
    }
    Ok(stored)
}

/// The bounds of a range.
fn within(node: &Node, stored: &str) -> Result<(), SetError> {
    let bound = |name: &str, otherwise: f64| {
        node.parameters.get(name).and_then(|text| text.trim().parse::<f64>().ok()).unwrap_or(otherwise)
    };
    let (start, end) = (bound("start", 1.0), bound("end", 10.0));
    let (low, high) = (start.min(end), start.max(end));
    let value: f64 = stored.parse().unwrap_or(f64::NAN);
    if value >= low && value <= high {
        return Ok(());
    }
    Err(SetError::OutOfRange { low: low.to_string(), high: high.to_string() })
}

/// The text to store for a value that nobody entered (a default, a calculation): what is no value of the type is blank.
pub fn decode(question: &Question, text: &str, deviations: Deviations) -> String {
    let trimmed = text.trim();
    match question.data {
        DataType::Text if deviations.untrimmed_text => text.to_owned(),
        DataType::Int if trimmed.is_empty() => String::new(),
        DataType::Int => trimmed.parse::<f64>().ok().and_then(int_text).unwrap_or_default(),
        DataType::Date if !deviations.number_keeps_dates => {
            typed(DataType::Date, trimmed).or_else(|| day_text(trimmed)).unwrap_or_default()
        }
        data => typed(data, trimmed).unwrap_or_default(),
    }
}

/// Days since 1970-01-01, as `today() + 7` gives them.
fn day_text(text: &str) -> Option<String> {
    let days = text.parse::<f64>().ok().filter(|d| d.is_finite() && d.abs() < 4_000_000.0)?;
    #[expect(clippy::cast_possible_truncation, reason = "within four million")]
    let days = days.floor() as i64;
    NaiveDate::default().checked_add_signed(chrono::TimeDelta::days(days)).map(|d| d.to_string())
}

/// The canonical text of a value, nothing where it is none of the type.
pub fn typed(data: DataType, text: &str) -> Option<String> {
    match data {
        DataType::Text | DataType::Binary => Some(text.to_owned()),
        DataType::SelectOne | DataType::SelectMultiple | DataType::Rank => {
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        DataType::Int => whole(text),
        DataType::Decimal => decimal(text),
        DataType::Date => {
            let day = text.split_once('T').map_or(text, |(day, _)| day);
            (text.len() == day.len() || typed(DataType::DateTime, text).is_some()).then(|| date(day)).flatten()
        }
        DataType::Time => time(text),
        DataType::DateTime => date_time(text),
        DataType::GeoPoint => point(text),
        DataType::GeoTrace | DataType::GeoShape => {
            let points = text.trim_end_matches(';').split(';').map(|p| point(p.trim())).collect::<Option<Vec<_>>>()?;
            Some(points.join(";"))
        }
    }
}

/// An integer within the bounds that XForms tools share (32 bits).
fn whole(text: &str) -> Option<String> {
    let value: i32 = text.strip_prefix('+').unwrap_or(text).parse().ok()?;
    Some(value.to_string())
}

fn int_text(value: f64) -> Option<String> {
    let cut = value.trunc();
    let fits = cut >= f64::from(i32::MIN) && cut <= f64::from(i32::MAX);
    fits.then(|| if cut == 0.0 { "0".to_owned() } else { cut.to_string() })
}

/// A number as people write it here: a comma may stand for the point.
fn decimal(text: &str) -> Option<String> {
    let text = text.replace(',', ".");
    let plain = text.strip_prefix(['+', '-']).unwrap_or(&text);
    if !plain.contains(|c: char| c.is_ascii_digit()) || !plain.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let value: f64 = text.parse().ok().filter(|v: &f64| v.is_finite())?;
    Some(if value == 0.0 { "0".to_owned() } else { value.to_string() })
}

fn date(text: &str) -> Option<String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|d| d.to_string() == text).map(|d| d.to_string())
}

/// Time without its offset, and the offset as written.
fn offset(text: &str) -> Option<(&str, &str)> {
    if let Some(plain) = text.strip_suffix('Z') {
        return Some((plain, "Z"));
    }
    let Some(place) = text.rfind(['+', '-']) else { return Some((text, "")) };
    let (plain, zone) = text.split_at_checked(place)?;
    let digits = zone.get(1..)?;
    let (hours, minutes) = digits.split_once(':').or_else(|| digits.split_at_checked(2)).unwrap_or((digits, "00"));
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().unwrap_or(0));
    (hours <= 14 && minutes < 60).then_some((plain, zone))
}

/// `14:30` becomes `14:30:00.000`; an offset stays as it is.
fn time(text: &str) -> Option<String> {
    let (plain, zone) = offset(text)?;
    let parsed = NaiveTime::parse_from_str(plain, "%H:%M:%S%.f").or_else(|_| NaiveTime::parse_from_str(plain, "%H:%M"));
    Some(format!("{}{zone}", parsed.ok()?.format("%H:%M:%S%.3f")))
}

fn date_time(text: &str) -> Option<String> {
    let (day, rest) = text.split_once(['T', ' ']).unwrap_or((text, "00:00"));
    let (plain, zone) = offset(rest)?;
    let whole = format!("{}T{plain}", date(day)?);
    let parsed = NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M:%S%.f")
        .or_else(|_| NaiveDateTime::parse_from_str(&whole, "%Y-%m-%dT%H:%M"));
    Some(format!("{}{zone}", parsed.ok()?.format("%Y-%m-%dT%H:%M:%S%.3f")))
}

/// Farthest from the ground, and from the truth, that a position is taken for one.
const METRES_MAX: f64 = 1_000_000.0;

/// `lat lon [alt [acc]]`; what is missing at the end is 0, as ODK writes it.
fn point(text: &str) -> Option<String> {
    let parts: Vec<f64> =
        text.split_whitespace().map(|p| decimal(p).and_then(|d| d.parse().ok())).collect::<Option<_>>()?;
    let (lat, lon) = (parts.first()?, parts.get(1)?);
    let (altitude, accuracy) = (parts.get(2).copied().unwrap_or(0.0), parts.get(3).copied().unwrap_or(0.0));
    let outside = lat.abs() > 90.0 || lon.abs() > 180.0 || altitude.abs() > METRES_MAX || accuracy.abs() > METRES_MAX;
    // With a point in each number, as ODK writes it.
    (parts.len() <= 4 && !outside).then(|| format!("{lat:?} {lon:?} {altitude:?} {accuracy:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Typed input is taken under one text, or refused.
    #[test]
    fn typed_input() {
        let check = |data, input: &str, expected: Option<&str>| {
            assert_eq!(typed(data, input).as_deref(), expected, "{data:?} {input}");
        };
        for (input, expected) in [
            ("12", Some("12")),
            ("+012", Some("12")),
            ("-0", Some("0")),
            ("3.7", None),
            ("abc", None),
            ("2147483648", None),
            ("1e3", None),
        ] {
            check(DataType::Int, input, expected);
        }
        for (input, expected) in [
            ("12,50", Some("12.5")),
            ("-.5", Some("-0.5")),
            ("5.", Some("5")),
            ("1.2.3", None),
            ("1e3", None),
            ("inf", None),
            ("NaN", None),
            ("-", None),
        ] {
            check(DataType::Decimal, input, expected);
        }
        for (input, expected) in [
            ("2026-02-28", Some("2026-02-28")),
            ("2026-02-29", None),
            ("28/02/2026", None),
            ("2026-2-8", None),
            ("2026-02-28T10:00", Some("2026-02-28")),
            ("2026-02-28Tx", None),
        ] {
            check(DataType::Date, input, expected);
        }
        for (input, expected) in [
            ("9:05", Some("09:05:00.000")),
            ("14:30:15.5+01:00", Some("14:30:15.500+01:00")),
            ("14:30Z", Some("14:30:00.000Z")),
            ("24:30", None),
            ("14:30+99:00", None),
            ("", None),
        ] {
            check(DataType::Time, input, expected);
        }
        for (input, expected) in [
            ("2026-11-24T10:00:00.000+01:00", Some("2026-11-24T10:00:00.000+01:00")),
            ("2026-11-24 10:00", Some("2026-11-24T10:00:00.000")),
            ("2026-11-31T10:00", None),
        ] {
            check(DataType::DateTime, input, expected);
        }
        for (input, expected) in [
            ("30.4 -9.6", Some("30.4 -9.6 0.0 0.0")),
            ("30,4 -9,6 12 5", Some("30.4 -9.6 12.0 5.0")),
            ("91 0", None),
            ("30", None),
            ("1 2 3 4 5", None),
        ] {
            check(DataType::GeoPoint, input, expected);
        }
        check(DataType::GeoTrace, "30 -9;31 -9.5 1 2;", Some("30.0 -9.0 0.0 0.0;31.0 -9.5 1.0 2.0"));
        check(DataType::GeoShape, "30 -9;x", None);
        check(DataType::SelectMultiple, " a  b ", Some("a b"));
    }
}
