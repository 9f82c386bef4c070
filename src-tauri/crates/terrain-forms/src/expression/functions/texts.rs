//! Texts. Lengths and places count UTF-16 units, as every engine of ODK does.

use std::borrow::Cow;

use super::{Plain, Special};
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{EvaluationError, Expr, Tree, Value, pattern};

/// Longest `uuid(n)`.
const UUID_CHARS_MAX: f64 = 1_000.0;

/// Longest text that an expression puts together, in bytes.
const TEXT_BYTES_MAX: usize = 1 << 20;

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    Ok(match (run, arguments) {
        (Special::Concat, _) => Value::owned(joined(evaluation, "", arguments, at)?),
        (Special::Join, [separator, rest @ ..]) => {
            Value::owned(joined(evaluation, &evaluation.text(separator, at)?, rest, at)?)
        }
        (Special::String, _) => Value::Text(own(evaluation, arguments, at)?),
        (Special::StringLength, _) => {
            let units = own(evaluation, arguments, at)?.encode_utf16().count();
            Value::Number(super::nodes::float(units))
        }
        (Special::NormalizeSpace, _) => {
            let text = own(evaluation, arguments, at)?;
            Value::owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        (Special::Substr, [text, from, rest @ ..]) => {
            let (text, from) = (evaluation.text(text, at)?, evaluation.number(from, at)?);
            let to = match rest.first() {
                Some(to) => Some(evaluation.number(to, at)?),
                None => None,
            };
            evaluation.spend(text.len() / 64)?;
            Value::owned(substr(&text, from, to))
        }
        (Special::Substring, [text, from, rest @ ..]) => {
            let (text, from) = (evaluation.text(text, at)?, evaluation.number(from, at)?);
            let length = match rest.first() {
                Some(length) => Some(evaluation.number(length, at)?),
                None => None,
            };
            evaluation.spend(text.len() / 64)?;
            Value::owned(substring(&text, from, length))
        }
        (Special::Regex, [text, wanted]) => {
            let (text, wanted) = (evaluation.text(text, at)?, evaluation.text(wanted, at)?);
            evaluation.spend((text.len() + wanted.len()) / 8)?;
            Value::Boolean(pattern::matches(&text, &wanted, evaluation.deviations.regex_searches))
        }
        (Special::Uuid, []) => Value::owned(evaluation.tree.uuid()),
        (Special::Uuid, [length]) => {
            let length = evaluation.number(length, at)?.clamp(0.0, UUID_CHARS_MAX);
            let (mut text, mut left) = (String::new(), length);
            while left > 0.0 {
                let more = evaluation.tree.uuid();
                text.extend(more.chars().take_while(|_| {
                    left -= 1.0;
                    left >= 0.0
                }));
                evaluation.spend(1)?;
            }
            Value::owned(text)
        }
        _ => Value::BLANK,
    })
}

/// The argument's text, or without one the context node's.
fn own<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Result<Cow<'a, str>, EvaluationError> {
    match arguments.first() {
        Some(argument) => evaluation.text(argument, at),
        None => Ok(evaluation.node_text(at.node)),
    }
}

fn joined<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    separator: &str,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Result<String, EvaluationError> {
    let (mut text, mut first) = (String::new(), true);
    for argument in arguments {
        for member in evaluation.members(&evaluation.value(argument, at)?)? {
            if !std::mem::take(&mut first) {
                text.push_str(separator);
            }
            text.push_str(&member);
            if text.len() > TEXT_BYTES_MAX {
                return Err(EvaluationError::TooMuchWork);
            }
        }
    }
    evaluation.spend(text.len() / 64)?;
    Ok(text)
}

/// Part of a text by UTF-16 units; half a pair of units becomes U+FFFD.
fn units(text: &str, from: f64, to: f64) -> String {
    let place = |n: f64| crate::expression::paths::place(n + 1.0).map_or(0, |p| p - 1);
    let (from, to) = (place(from.max(0.0)), if to > 4e9 { usize::MAX } else { place(to.max(0.0)) });
    let taken = text.encode_utf16().skip(from).take(to.saturating_sub(from));
    char::decode_utf16(taken).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// From a place (from 0) to another (not included); negative ones count from the end.
fn substr(text: &str, from: f64, to: Option<f64>) -> String {
    let length = super::nodes::float(text.encode_utf16().count());
    // What is no number is the beginning, as in Java and JavaScript.
    let fixed = |n: f64| {
        if n.is_nan() {
            0.0
        } else if n < 0.0 {
            length + n.trunc()
        } else {
            n.trunc()
        }
    };
    units(text, fixed(from), fixed(to.unwrap_or(length)).min(length))
}

/// XPath's: from a place (from 1), so many; both rounded.
fn substring(text: &str, from: f64, length: Option<f64>) -> String {
    let round = |n: f64| (n + 0.5).floor();
    let start = round(from);
    let end = length.map_or(f64::INFINITY, |length| start + round(length));
    if start.is_nan() || end.is_nan() { String::new() } else { units(text, start - 1.0, end - 1.0) }
}

pub(super) fn boolean_from_string(texts: &[Cow<'_, str>]) -> Plain {
    Plain::Boolean(matches!(texts, [text] if text == "1" || text == "true"))
}

pub(super) fn substring_before(texts: &[Cow<'_, str>]) -> Plain {
    let [text, mark] = texts else { return Plain::Text(String::new()) };
    Plain::Text(text.split_once(mark.as_ref()).map_or("", |(before, _)| before).to_owned())
}

pub(super) fn substring_after(texts: &[Cow<'_, str>]) -> Plain {
    let [text, mark] = texts else { return Plain::Text(String::new()) };
    Plain::Text(text.split_once(mark.as_ref()).map_or("", |(_, after)| after).to_owned())
}

pub(super) fn contains(texts: &[Cow<'_, str>]) -> Plain {
    Plain::Boolean(matches!(texts, [text, part] if text.contains(part.as_ref())))
}

pub(super) fn starts_with(texts: &[Cow<'_, str>]) -> Plain {
    Plain::Boolean(matches!(texts, [text, part] if text.starts_with(part.as_ref())))
}

pub(super) fn ends_with(texts: &[Cow<'_, str>]) -> Plain {
    Plain::Boolean(matches!(texts, [text, part] if text.ends_with(part.as_ref())))
}

/// Each character of the second text becomes the one at its place in the third, or goes.
pub(super) fn translate(texts: &[Cow<'_, str>]) -> Plain {
    let [text, from, to] = texts else { return Plain::Text(String::new()) };
    let mut map = std::collections::BTreeMap::new();
    let mut to = to.chars();
    for sign in from.chars() {
        let becomes = to.next();
        map.entry(sign).or_insert(becomes);
    }
    Plain::Text(text.chars().filter_map(|sign| map.get(&sign).copied().unwrap_or(Some(sign))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_the_first_plane_count_twice_and_are_never_torn() {
        assert_eq!(substr("é€😀x", 0.0, Some(2.0)), "é€");
        assert_eq!(substr("é€😀x", 0.0, Some(3.0)), "é€\u{fffd}");
        assert_eq!(substr("é€😀x", -1.0, None), "x");
        assert_eq!(substring("12345", 1.5, Some(2.6)), "234");
    }
}
