//! The expression language of XLSForm: XPath 1.0 expressions with `${name}` and ODK's functions.
//!
//! `parse` reads text, `evaluate` runs it over a [`Tree`]. Knows nothing of workbooks, sessions or languages.

mod ast;
mod tree;

pub use ast::{Axis, Expr, Function, Operator, Path, Start, Step, Test};
pub use tree::Tree;
