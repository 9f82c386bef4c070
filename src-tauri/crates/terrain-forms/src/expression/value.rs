//! What an expression evaluates to, and the conversions between the four types.

use std::borrow::Cow;

use super::{Tree, calendar};
use crate::Deviations;

/// A value. Dates are texts that count as days wherever a number is needed.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a, N> {
    /// Not a number where there is none.
    Number(f64),
    /// Text, dates and geographic values.
    Text(Cow<'a, str>),
    /// `true` or `false`.
    Boolean(bool),
    /// Nodes in document order.
    Nodes(Vec<N>),
}

impl<'a, N: Copy> Value<'a, N> {
    /// Text that nobody else holds.
    pub fn owned(text: impl Into<String>) -> Self {
        Self::Text(Cow::Owned(text.into()))
    }

    /// The blank.
    pub const BLANK: Self = Self::Text(Cow::Borrowed(""));

    /// As text: of nodes, the first one's; blank where there is none or no number.
    pub fn text<T: Tree<Node = N>>(&self, tree: &'a T, deviations: &Deviations) -> Cow<'a, str> {
        match self {
            Self::Number(number) => Cow::Owned(number_text(*number, deviations)),
            Self::Text(text) => text.clone(),
            Self::Boolean(true) => Cow::Borrowed("true"),
            Self::Boolean(false) => Cow::Borrowed("false"),
            Self::Nodes(nodes) => nodes.first().map_or(Cow::Borrowed(""), |node| tree.text(*node)),
        }
    }

    /// As a number: dates are days since 1970-01-01, with the fraction of the local day.
    pub fn number<T: Tree<Node = N>>(&self, tree: &T, deviations: &Deviations) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Boolean(truth) => f64::from(u8::from(*truth)),
            Self::Text(text) => text_number(text, tree.now().1, deviations),
            Self::Nodes(nodes) => {
                nodes.first().map_or(f64::NAN, |node| text_number(&tree.text(*node), tree.now().1, deviations))
            }
        }
    }

    /// As a truth. Nodes are as true as the first one's value, blank and zero are false; a group is true.
    pub fn truth<T: Tree<Node = N>>(&self, tree: &T, deviations: &Deviations) -> bool {
        match self {
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::Boolean(truth) => *truth,
            Self::Nodes(nodes) if deviations.node_truth => !nodes.is_empty(),
            Self::Nodes(nodes) => nodes.first().is_some_and(|node| node_truth(tree, *node)),
        }
    }

    /// As it is kept as an answer: what is no number, or infinite, is blank.
    pub fn stored<T: Tree<Node = N>>(&self, tree: &'a T, deviations: &Deviations) -> String {
        match self {
            Self::Number(number) if number.is_infinite() && !deviations.infinity_stored => String::new(),
            _ => self.text(tree, deviations).into_owned(),
        }
    }
}

/// Truth of a node: of an answer by its text, while a group or an instance is there or not.
pub(super) fn node_truth<T: Tree>(tree: &T, node: T::Node) -> bool {
    if text_truth(&tree.text(node)) {
        return true;
    }
    let mut inside = Vec::new();
    tree.children(node, None, &mut inside);
    !inside.is_empty()
}

/// Truth of an answer's text.
pub(super) fn text_truth(text: &str) -> bool {
    !text.is_empty() && decimal(text.trim()) != Some(0.0)
}

/// A number as text: shortest digits that read back the same, never an exponent; blank when it is none.
pub fn number_text(number: f64, deviations: &Deviations) -> String {
    if number.is_nan() {
        String::new()
    } else if number.is_infinite() {
        if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else if number == 0.0 {
        "0".to_owned()
    } else if deviations.javascript_numbers && !(1e-6..1e21).contains(&number.abs()) {
        let text = format!("{number:e}");
        if text.contains("e-") { text } else { text.replace('e', "e+") }
    } else {
        number.to_string()
    }
}

/// A text as a number: XPath's digits, or a date of the calendar as its day; else not a number.
pub fn text_number(text: &str, offset_min: i32, deviations: &Deviations) -> f64 {
    let text = text.trim();
    if let Some(number) = decimal(text) {
        return number;
    }
    if deviations.javascript_numbers
        && let Some(number) = javascript(text)
    {
        return number;
    }
    calendar::moment(text, offset_min).map_or(f64::NAN, |moment| moment.days())
}

/// `-?digits(.digits)?` or `-?.digits`, as XPath 1.0 has it.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let shaped = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.bytes().any(|b| b.is_ascii_digit());
    if shaped { text.parse().ok() } else { None }
}

/// What JavaScript's `Number()` takes besides.
fn javascript(text: &str) -> Option<f64> {
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        let digits = u64::from_str_radix(hex, 16).ok()?;
        return nearest(digits);
    }
    match text {
        "Infinity" | "+Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ if text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) => text.parse().ok(),
        _ => None,
    }
}

/// An integer as the nearest number.
fn nearest(digits: u64) -> Option<f64> {
    digits.to_string().parse().ok()
}
