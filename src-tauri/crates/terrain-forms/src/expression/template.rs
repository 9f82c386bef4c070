//! Labels: text with `${name}` in it.

use super::lex::{Token, reference, reference_error};
use super::{Expr, ParseError, Path, Start};
use crate::form::{Part, Template};
use winnow::Parser;
use winnow::stream::{LocatingSlice, Location};

/// Reads a label. What is no reference stays as it is written, and is told.
pub fn parse_template(text: &str) -> (Template, Vec<ParseError>) {
    let (mut parts, mut errors, mut literal) = (Vec::new(), Vec::new(), String::new());
    let (mut rest, mut at) = (text, 0);
    while let Some((before, _)) = rest.split_once("${") {
        literal.push_str(before);
        at += before.len();
        let opened = rest.get(before.len()..).unwrap_or_default();
        let mut input = LocatingSlice::new(opened);
        let length = match reference.parse_next(&mut input) {
            Ok(Token::Reference { name, last_saved }) => {
                let length = input.current_token_start();
                if !literal.is_empty() {
                    parts.push(Part::Literal(std::mem::take(&mut literal)));
                }
                let start = Start::Question { name: name.to_owned(), last_saved, node: None };
                let path = Path { start, predicates: Vec::new(), steps: Vec::new(), span: at..at + length };
                parts.push(Part::Output(Expr::Path(Box::new(path))));
                length
            }
            _ => {
                let (kind, length) = reference_error(opened);
                errors.push(ParseError { span: at..at + length, kind });
                literal.push_str(opened.get(..length).unwrap_or_default());
                length
            }
        };
        at += length;
        rest = opened.get(length..).unwrap_or_default();
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    (Template(parts), errors)
}
