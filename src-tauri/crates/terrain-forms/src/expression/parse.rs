//! Text → [`Expr`]: XPath 1.0's grammar with `${name}`. Operators climb by precedence and lean to the left.
//!
//! Depth is bounded while reading, so that nothing that walks, evaluates or drops the result can exhaust a stack.

use std::ops::Range;

use super::functions;
use super::lex::{Placed, Token, tokens};
use super::{Axis, Expr, Operator, ParseError, ParseErrorKind, Path, Start, Step, Test};

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

fn read(text: &str, nesting: usize) -> Result<Expr, ParseError> {
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
enum Binding {
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

struct Parser<'t> {
    tokens: Vec<Placed<'t>>,
    next: usize,
    end: usize,
    nesting: usize,
}

/// An expression and its height.
type Grown = (Expr, usize);

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.next).map(|(token, _)| *token)
    }

    fn peek_after(&self) -> Option<Token<'t>> {
        self.tokens.get(self.next + 1).map(|(token, _)| *token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens.get(self.next).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    /// End of what was taken last.
    fn taken_to(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |(_, span)| span.end)
    }

    fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(s)) if s == sign);
        self.next += usize::from(found);
        found
    }

    fn error<X>(span: Range<usize>, kind: ParseErrorKind) -> Result<X, ParseError> {
        Err(ParseError { span, kind })
    }

    /// Why the next token cannot stand here.
    fn unexpected(&self) -> ParseError {
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

    fn grown(&self, expr: Expr, height: usize) -> Result<Grown, ParseError> {
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

    fn expression(&mut self, least: Binding) -> Result<Grown, ParseError> {
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

    /// A path, or one of the operands that are none: numbers, texts, calls, parentheses.
    fn path(&mut self) -> Result<Grown, ParseError> {
        let from = self.span().start;
        let (start, mut height) = match (self.peek(), self.peek_after()) {
            (Some(Token::Number(number)), _) => {
                self.next += 1;
                return Ok((Expr::Number(number), 1));
            }
            (Some(Token::Text(text)), _) => {
                self.next += 1;
                return Ok((Expr::Text(text.to_owned()), 1));
            }
            (Some(Token::Reference { name, last_saved }), _) => {
                self.next += 1;
                (Start::Question { name: name.to_owned(), last_saved, node: None }, 1)
            }
            (Some(Token::Sign("(")), _) => {
                let inside = self.parenthesis()?;
                match self.peek() {
                    Some(Token::Sign("[" | "/")) => (Start::Expression(inside.0), inside.1 + 1),
                    _ => return Ok(inside),
                }
            }
            (Some(Token::Name(name)), Some(Token::Sign("("))) if name != "node" => {
                let (call, height) = self.call(name)?;
                match (call, self.peek()) {
                    (None, _) => (Start::Current, 1),
                    (Some(call), Some(Token::Sign("[" | "/"))) => (Start::Expression(call), height + 1),
                    (Some(call), _) => return Ok((call, height)),
                }
            }
            (Some(Token::Sign("/")), _) => (Start::Root, 1),
            (Some(Token::Sign("." | ".." | "*") | Token::Name(_)), _) => (Start::Here, 1),
            _ => return Err(self.unexpected()),
        };
        let mut path = Path { start, predicates: Vec::new(), steps: Vec::new(), span: from..from };
        let first = match path.start {
            Start::Here if self.takes(".") => false,
            Start::Here => true,
            Start::Root => {
                self.next += 1;
                self.begins_step()
            }
            _ => false,
        };
        if !first {
            height = height.max(self.predicates(&mut path.predicates)?);
        }
        if first || self.takes("/") {
            height = height.max(self.steps(&mut path.steps)?);
        }
        path.span = from..self.taken_to();
        self.grown(Expr::Path(Box::new(path)), height)
    }

    fn begins_step(&self) -> bool {
        matches!(self.peek(), Some(Token::Name(_) | Token::Sign("*" | "." | "..")))
    }

    fn parenthesis(&mut self) -> Result<Grown, ParseError> {
        let open = self.span();
        self.next += 1;
        let inside = self.expression(Binding::Or)?;
        self.closes(")", open)?;
        Ok(inside)
    }

    /// Takes what closes `open`.
    fn closes(&mut self, sign: &'static str, open: Range<usize>) -> Result<(), ParseError> {
        if self.takes(sign) {
            return Ok(());
        }
        if self.peek().is_some() {
            return Err(self.unexpected());
        }
        let round = sign == ")";
        Self::error(open, if round { ParseErrorKind::UnclosedParenthesis } else { ParseErrorKind::UnclosedBracket })
    }

    /// Steps with `/` between them.
    fn steps(&mut self, steps: &mut Vec<Step>) -> Result<usize, ParseError> {
        let mut height = 1;
        loop {
            let (axis, test) = self.step()?;
            let mut step = Step { axis, test, predicates: Vec::new() };
            height = height.max(self.predicates(&mut step.predicates)?);
            steps.push(step);
            if !self.takes("/") {
                return Ok(height);
            }
        }
    }

    fn step(&mut self) -> Result<(Axis, Test), ParseError> {
        if self.takes(".") {
            return Ok((Axis::Itself, Test::Any));
        }
        if self.takes("..") {
            return Ok((Axis::Parent, Test::Any));
        }
        let axis = match (self.peek(), self.peek_after()) {
            (Some(Token::Name(name)), Some(Token::Sign("::"))) => {
                let axis = match name {
                    "child" => Axis::Child,
                    "parent" => Axis::Parent,
                    "self" => Axis::Itself,
                    _ => {
                        let kind = ParseErrorKind::UnsupportedAxis { name: name.to_owned() };
                        return Self::error(self.span(), kind);
                    }
                };
                self.next += 2;
                axis
            }
            _ => Axis::Child,
        };
        match (self.peek(), self.peek_after()) {
            (Some(Token::Sign("*")), _) => {
                self.next += 1;
                Ok((axis, Test::Any))
            }
            (Some(Token::Name(name)), Some(Token::Sign("("))) => {
                let span = self.span();
                self.next += 2;
                if name != "node" || !self.takes(")") {
                    return Self::error(span, ParseErrorKind::UnsupportedNodeTest { name: name.to_owned() });
                }
                Ok((axis, Test::Any))
            }
            (Some(Token::Name(name)), _) => {
                self.next += 1;
                Ok((axis, Test::Name(name.to_owned())))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// `[…]`, any number of them; gives the greatest height.
    fn predicates(&mut self, into: &mut Vec<Expr>) -> Result<usize, ParseError> {
        let mut height = 0;
        loop {
            let open = self.span();
            if !self.takes("[") {
                return Ok(height + 1);
            }
            let (inside, inner) = self.expression(Binding::Or)?;
            self.closes("]", open)?;
            height = height.max(inner);
            into.push(inside);
        }
    }

    /// A call; nothing for `current()`.
    fn call(&mut self, name: &str) -> Result<(Option<Expr>, usize), ParseError> {
        let span = self.span();
        self.next += 1;
        let open = self.span();
        self.next += 1;
        let (mut arguments, mut places, mut height) = (Vec::new(), Vec::new(), 0);
        if !self.takes(")") {
            loop {
                let from = self.span().start;
                let (argument, inner) = self.expression(Binding::Or)?;
                arguments.push(argument);
                places.push(from);
                height = height.max(inner);
                if !self.takes(",") {
                    break;
                }
            }
            self.closes(")", open)?;
        }
        let Some((function, entry)) = functions::find(name) else {
            let same = functions::names().find(|known| known.eq_ignore_ascii_case(name));
            let nearest = same.or_else(|| terrain_domain::did_you_mean(name, functions::names()));
            return Self::error(span, ParseErrorKind::UnknownFunction { name: name.to_owned(), nearest });
        };
        if !entry.takes(arguments.len()) {
            let (name, least, most, found) = (entry.name, entry.least, entry.most, arguments.len());
            return Self::error(span.start..self.taken_to(), ParseErrorKind::Arguments { name, least, most, found });
        }
        if entry.name == functions::CURRENT {
            return Ok((None, 1));
        }
        if entry.name == functions::CHOICE_NAME {
            self.quoted_question(&mut arguments, &places)?;
        }
        let (call, height) = self.grown(Expr::Call(function, arguments, span), height + 1)?;
        Ok((Some(call), height))
    }

    /// The second argument of `jr:choice-name` is a path between quotes: it is read as the path that it is.
    fn quoted_question(&self, arguments: &mut [Expr], places: &[usize]) -> Result<(), ParseError> {
        let (Some(argument), Some(place)) = (arguments.get_mut(1), places.get(1)) else { return Ok(()) };
        let Expr::Text(quoted) = argument else { return Ok(()) };
        let shift = place + 1;
        let moved = |mut error: ParseError| {
            error.span = error.span.start + shift..error.span.end + shift;
            error
        };
        let mut inside = read(quoted, self.nesting).map_err(moved)?;
        super::walk_mut(&mut inside, &mut |path| path.span = path.span.start + shift..path.span.end + shift);
        *argument = inside;
        Ok(())
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
