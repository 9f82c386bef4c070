//! Regular expressions of `regex()`: matched in linear time, whatever the pattern and the text.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};

/// Compiled patterns kept by a thread; a form has a few dozen.
const KEPT_MAX: usize = 64;

/// Bytes of a compiled pattern, read forwards or backwards: two hundred letters of any script take some five millions.
const COMPILED_BYTES_MAX: usize = 10 << 20;

thread_local! {
    static KEPT: RefCell<BTreeMap<(bool, String), Option<Regex>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether the text matches, whole or anywhere; never where the pattern is none.
pub(super) fn matches(text: &str, pattern: &str, anywhere: bool) -> bool {
    KEPT.with_borrow_mut(|kept| {
        let key = (anywhere, pattern.to_owned());
        if kept.len() >= KEPT_MAX && !kept.contains_key(&key) {
            kept.clear();
        }
        let made = kept.entry(key).or_insert_with(|| compile(pattern, anywhere).ok());
        made.as_ref().is_some_and(|regex| regex.is_match(text))
    })
}

/// Compiles a pattern of Java's or JavaScript's kind.
///
/// # Errors
/// What the crate says of it: it has no look-around and no back-references.
pub(super) fn compile(pattern: &str, anywhere: bool) -> Result<Regex, regex::Error> {
    let pattern = ascii_classes(pattern);
    let whole = if anywhere { pattern } else { Cow::Owned(format!(r"\A(?:{pattern})\z")) };
    RegexBuilder::new(&whole).size_limit(COMPILED_BYTES_MAX).nest_limit(100).build()
}

/// `\d`, `\w`, `\b` mean ASCII in Java and JavaScript; here they would take the digits and letters of every script.
fn ascii_classes(pattern: &str) -> Cow<'_, str> {
    if !pattern.contains('\\') {
        return Cow::Borrowed(pattern);
    }
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut signs = pattern.chars();
    while let Some(sign) = signs.next() {
        if sign != '\\' {
            text.push(sign);
            continue;
        }
        match signs.next() {
            Some('d') => text.push_str("[0-9]"),
            Some('D') => text.push_str("[^0-9]"),
            Some('w') => text.push_str("[0-9A-Za-z_]"),
            Some('W') => text.push_str("[^0-9A-Za-z_]"),
            Some('b') => text.push_str(r"(?-u:\b)"),
            Some('<') => text.push('<'),
            Some('>') => text.push('>'),
            Some(other) => text.extend(['\\', other]),
            None => text.push('\\'),
        }
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_forms_write_compiles_and_what_would_not_end_is_refused() {
        for pattern in [
            r"^[\p{L} '-]{2,200}$",
            r"^[\p{Arabic}\s]+$",
            r"^0[5-7][0-9]{8}$",
            r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,4}$",
            r"^\d{1,3}([.,]\d+)?$",
            r"^(.|\n){0,500}$",
            r"[\d\-/]+",
        ] {
            assert!(compile(pattern, false).is_ok(), "{pattern}");
        }
        for pattern in [r"(?<=a)b", r"(?!a)b", r"(a)\1", r"((a{1,100}){1,100}){1,100}", r"a{", r"*", r"[", r"(", r"\"] {
            assert!(compile(pattern, false).is_err(), "{pattern}");
        }
    }

    /// A backtracking engine would take longer than the universe.
    #[test]
    fn matching_is_linear() {
        let text = "a".repeat(50_000) + "!";
        assert!(!matches(&text, "(a+)+", false));
        assert!(matches(&text, "(a+)+", true));
    }

    #[test]
    fn a_thread_keeps_few_patterns() {
        for n in 0..3 * KEPT_MAX {
            assert!(matches(&n.to_string(), &n.to_string(), false));
        }
        assert!(KEPT.with_borrow(BTreeMap::len) <= KEPT_MAX);
    }
}
