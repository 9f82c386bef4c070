//! Operands: paths with their steps and predicates, references, calls, what stands between parentheses.

use std::ops::Range;

use super::lex::Token;
use super::parse::{Binding, Grown, Parser, read};
use super::{Axis, Expr, ParseError, ParseErrorKind, Path, Start, Step, Test, functions};

impl Parser<'_> {
    /// A path, or one of the operands that are none: numbers, texts, calls, parentheses.
    pub fn path(&mut self) -> Result<Grown, ParseError> {
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
