//! Regular expressions of `regex()`: matched in linear time, whatever the pattern and the text.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};

/// Compiled patterns kept by a thread; a form has a few dozen.
const KEPT_MAX: usize = 256;

/// Bytes of a compiled pattern: a few thousand repetitions of a class.
const COMPILED_BYTES_MAX: usize = 1 << 20;

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
