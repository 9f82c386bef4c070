//! The expression language of XLSForm: XPath 1.0 expressions with `${name}` and ODK's functions.
//!
//! `parse` reads text, `evaluate` runs it over a [`Tree`]. Knows nothing of workbooks, sessions or languages.

mod ast;
mod calendar;
mod check;
mod error;
mod evaluate;
mod functions;
mod lex;
mod operand;
mod parse;
mod paths;
mod pattern;
mod template;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod walk;

pub use ast::{Axis, Expr, Function, Operator, Path, Start, Step, Test};
pub use check::{Notice, NoticeKind, aggregated, check_static};
pub use error::{ParseError, ParseErrorKind};
pub use evaluate::{EvaluationError, evaluate};
pub use functions::shuffled;
pub use parse::{EXPRESSION_BYTES_MAX, HEIGHT_MAX, NESTING_MAX, parse, parse_rule};
pub use template::parse_template;
pub use tree::Tree;
pub use value::{Value, number_text, text_number};
pub use walk::{calls, each, is_volatile, walk, walk_mut};
