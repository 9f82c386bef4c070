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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::{parse, walk};

    /// Literals as they are, outputs as `<name at span>`, errors behind.
    fn check(text: &str, expected: &str) {
        let (template, errors) = parse_template(text);
        let mut shown = String::new();
        for part in &template.0 {
            match part {
                Part::Literal(literal) => shown.push_str(literal),
                Part::Output(Expr::Path(path)) => {
                    let Start::Question { name, last_saved, .. } = &path.start else { panic!("{text}") };
                    let saved = if *last_saved { "saved " } else { "" };
                    shown.push_str(&format!("<{saved}{name} at {}>", text.get(path.span.clone()).unwrap()));
                }
                Part::Output(_) => panic!("{text}"),
            }
        }
        for error in errors {
            shown.push_str(&format!(" !{:?} at {}", error.kind, text.get(error.span).unwrap()));
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn labels_are_cut_at_their_references() {
        check("", "");
        check("Plain", "Plain");
        check("Bonjour ${name} !", "Bonjour <name at ${name}> !");
        check("${ name }${b}", "<name at ${ name }><b at ${b}>");
        check("مرحبا ${الاسم}، كم عمرك؟", "مرحبا <الاسم at ${الاسم}>، كم عمرك؟");
        check("${last-saved#x} %", "<saved x at ${last-saved#x}> %");
        check("5 $ and {braces}", "5 $ and {braces}");
        check("é ${a b} ${c}", "é ${a b} <c at ${c}> !BadReference { name: \"a b\" } at ${a b}");
        check("${open ${c}", "${open <c at ${c}> !UnclosedReference at ${");
        check("cost ${", "cost ${ !UnclosedReference at ${");
    }

    #[test]
    fn references_in_quotes_and_in_predicates_know_their_place() {
        let text = "'é' = ''  and x = jr:choice-name(${a}, ' ${b} ') or ${r}[x > ${c}]/y";
        let expr = parse(text).unwrap();
        let mut places = Vec::new();
        walk(&expr, &mut |path| places.push(text.get(path.span.clone()).unwrap()));
        assert_eq!(places, ["x", "${a}", "${b}", "${r}[x > ${c}]/y", "x", "${c}"]);
    }
}
