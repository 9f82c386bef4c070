//! Text → [`Expr`]: XPath 1.0's grammar with `${name}`. Operators climb by precedence and lean to the left.
//!
//! Depth is bounded while reading, so that nothing that walks, evaluates or drops the result can exhaust a stack.

use std::ops::Range;

use super::lex::{Placed, Token, tokens};
use super::{Expr, Operator, ParseError, ParseErrorKind};

/// Longest expression, in bytes: twice what a cell of a workbook holds in characters.
pub const EXPRESSION_BYTES_MAX: usize = 65_536;

/// Parentheses, calls and conditions within each other. Published forms nest about 60 `if`s.
pub const NESTING_MAX: usize = 128;

/// Levels of the tree, where each term of a chain `a + b + c` is one more.
pub const HEIGHT_MAX: usize = 1_000;

/// Reads an expression.
///
/// # Errors
/// Where and why the text is none.
pub fn parse(text: &str) -> Result<Expr, ParseError> {
    if text.len() > EXPRESSION_BYTES_MAX {
        return Err(ParseError { span: 0..0, kind: ParseErrorKind::TooLong { max: EXPRESSION_BYTES_MAX } });
    }
    read(text, 0).map_err(|error| {
        let limit = matches!(error.kind, ParseErrorKind::TooDeep { .. });
        if !limit && is_prose(text) { ParseError { span: 0..text.len(), kind: ParseErrorKind::Prose } } else { error }
    })
}

/// Reads what a column of conditions holds: an expression, or `yes`, `no`, `true`, `false` as they are typed in a cell.
///
/// # Errors
/// As [`parse`].
pub fn parse_rule(text: &str) -> Result<Expr, ParseError> {
    match text.trim() {
        "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" => parse("true()"),
        "no" | "No" | "NO" | "false" | "False" | "FALSE" => parse("false()"),
        _ => parse(text),
    }
}

pub(super) fn read(text: &str, nesting: usize) -> Result<Expr, ParseError> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, end: text.len(), nesting };
    if parser.tokens.is_empty() {
        return Err(ParseError { span: 0..text.len(), kind: ParseErrorKind::Empty });
    }
    let (expr, _) = parser.expression(Binding::Or)?;
    match parser.peek() {
        None => Ok(expr),
        Some(_) => Err(parser.unexpected()),
    }
}

/// Whether it reads as words: three in a row with nothing between them.
fn is_prose(text: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-');
    let operator = |word: &str| ["and", "or", "div", "mod"].contains(&word.to_lowercase().as_str());
    let mut row = 0;
    text.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation() || "؟،؛«»“”…".contains(c));
        row = if !bare.is_empty() && bare.chars().all(letter) && !operator(bare) && !word.contains(['(', '=']) {
            row + 1
        } else {
            0
        };
        row >= 3
    })
}

/// How tightly an operator binds, from the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    Or,
    And,
    Equality,
    Order,
    Sum,
    Product,
    Union,
    Operand,
}

/// Operators: as written, what they are, how they bind, and how their right side binds at least.
const OPERATORS: [(&str, Operator, Binding, Binding); 14] = [
    ("or", Operator::Or, Binding::Or, Binding::And),
    ("and", Operator::And, Binding::And, Binding::Equality),
    ("=", Operator::Equal, Binding::Equality, Binding::Order),
    ("!=", Operator::Unequal, Binding::Equality, Binding::Order),
    ("<", Operator::Less, Binding::Order, Binding::Sum),
    ("<=", Operator::AtMost, Binding::Order, Binding::Sum),
    (">", Operator::Greater, Binding::Order, Binding::Sum),
    (">=", Operator::AtLeast, Binding::Order, Binding::Sum),
    ("+", Operator::Plus, Binding::Sum, Binding::Product),
    ("-", Operator::Minus, Binding::Sum, Binding::Product),
    ("*", Operator::Times, Binding::Product, Binding::Union),
    ("div", Operator::Divide, Binding::Product, Binding::Union),
    ("mod", Operator::Modulo, Binding::Product, Binding::Union),
    ("|", Operator::Union, Binding::Union, Binding::Operand),
];

/// Tokens and how far they are read.
pub(super) struct Parser<'t> {
    tokens: Vec<Placed<'t>>,
    pub next: usize,
    end: usize,
    pub nesting: usize,
}

/// An expression and its height.
pub(super) type Grown = (Expr, usize);

impl<'t> Parser<'t> {
    pub fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.next).map(|(token, _)| *token)
    }

    pub fn peek_after(&self) -> Option<Token<'t>> {
        self.tokens.get(self.next + 1).map(|(token, _)| *token)
    }

    pub fn span(&self) -> Range<usize> {
        self.tokens.get(self.next).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    /// End of what was taken last.
    pub fn taken_to(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |(_, span)| span.end)
    }

    pub fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(s)) if s == sign);
        self.next += usize::from(found);
        found
    }

    pub fn error<X>(span: Range<usize>, kind: ParseErrorKind) -> Result<X, ParseError> {
        Err(ParseError { span, kind })
    }

    /// Why the next token cannot stand here.
    pub fn unexpected(&self) -> ParseError {
        let span = self.span();
        let before = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        let kind = match (self.peek(), before) {
            (None, _) => ParseErrorKind::EndsEarly,
            (Some(Token::Sign("//")), _) => ParseErrorKind::DoubleSlash,
            (Some(Token::Sign(found @ (")" | "]"))), _) => ParseErrorKind::UnopenedClosing { found },
            (Some(Token::Text(_)), Some((Token::Text(_), earlier))) if earlier.end == span.start => {
                ParseErrorKind::UnclosedQuote { quote: '\'' }
            }
            (Some(Token::Name(found)), Some(_)) if self.small(found).is_some() => {
                let write = self.small(found).unwrap_or_default();
                ParseErrorKind::OperatorCase { found: found.to_owned(), write }
            }
            (Some(token), _) => ParseErrorKind::Unexpected { found: shown(token) },
        };
        ParseError { span, kind }
    }

    /// The operator that a name is but for its case.
    fn small(&self, name: &str) -> Option<&'static str> {
        ["and", "or", "div", "mod"].into_iter().find(|o| o.eq_ignore_ascii_case(name) && *o != name)
    }

    pub fn grown(&self, expr: Expr, height: usize) -> Result<Grown, ParseError> {
        if height > HEIGHT_MAX {
            return Self::error(self.span(), ParseErrorKind::TooDeep { max: HEIGHT_MAX });
        }
        Ok((expr, height))
    }

    fn operator(&self) -> Option<(Operator, Binding, Binding)> {
        let (Token::Name(written) | Token::Sign(written)) = self.peek()? else { return None };
        let (_, operator, binding, right) = OPERATORS.iter().find(|(name, ..)| *name == written)?;
        Some((*operator, *binding, *right))
    }

    pub fn expression(&mut self, least: Binding) -> Result<Grown, ParseError> {
        self.nesting += 1;
        if self.nesting > NESTING_MAX {
            return Self::error(self.span(), ParseErrorKind::TooDeep { max: NESTING_MAX });
        }
        let (mut left, mut height) = if least <= Binding::Union && self.takes("-") {
            let (operand, height) = self.expression(Binding::Union)?;
            (Expr::Negate(Box::new(operand)), height + 1)
        } else {
            self.path()?
        };
        while let Some((operator, binding, right)) = self.operator() {
            if binding < least {
                break;
            }
            self.next += 1;
            let (operand, other) = if right == Binding::Operand { self.path()? } else { self.expression(right)? };
            (left, height) =
                self.grown(Expr::Binary(operator, Box::new(left), Box::new(operand)), 1 + height.max(other))?;
        }
        self.nesting -= 1;
        Ok((left, height))
    }
}

fn shown(token: Token<'_>) -> String {
    match token {
        Token::Number(number) => number.to_string(),
        Token::Text(text) => format!("'{text}'"),
        Token::Name(name) => name.to_owned(),
        Token::Reference { name, .. } => format!("${{{name}}}"),
        Token::Sign(sign) => sign.to_owned(),
    }
}
