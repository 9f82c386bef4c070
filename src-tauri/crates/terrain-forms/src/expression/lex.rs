//! Tokens of an expression. What XPath has no token for is told from what was meant: quotes that a word processor bent,
//! `&&`, `≤`, `{name}`.

use std::ops::Range;

use winnow::Parser;
use winnow::ascii::{digit0, digit1};
use winnow::combinator::{alt, delimited, opt, preceded};
use winnow::error::EmptyError;
use winnow::stream::{LocatingSlice, Location};
use winnow::token::{any, literal, one_of, take_till, take_while};

use super::{ParseError, ParseErrorKind};

/// A token of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'t> {
    Number(f64),
    /// Between quotes.
    Text(&'t str),
    /// A name, with its prefix where it has one (`jr:itext`).
    Name(&'t str),
    /// `${name}`, `${last-saved#name}`.
    Reference {
        name: &'t str,
        last_saved: bool,
    },
    /// Anything else, as it is written.
    Sign(&'static str),
}

/// A token and its bytes.
pub(super) type Placed<'t> = (Token<'t>, Range<usize>);

type Input<'t> = LocatingSlice<&'t str>;

/// Signs of XPath, longest first.
const SIGNS: [&str; 20] =
    ["//", "..", "::", "!=", "<=", ">=", "(", ")", "[", "]", ",", "/", ".", "|", "+", "-", "*", "=", "<", ">"];

/// Signs of other languages or of typesetters, and what XPath writes for them.
const FOREIGN: [(&str, &str); 22] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "and"),
    ("==", "="),
    ("=<", "<="),
    ("=>", ">="),
    ("<>", "!="),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("×", "*"),
    ("÷", "div"),
    ("−", "-"),
    ("–", "-"),
    ("—", "-"),
    ("%", "mod"),
    ("^", "pow(…)"),
    ("!", "not(…)"),
    ("…", ".."),
];

/// Quotes that are none, and the one to write.
pub(super) const BENT_QUOTES: [(char, &str); 12] = [
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‛', "'"),
    ('′', "'"),
    ('`', "'"),
    ('´', "'"),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
];

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed<'_>>, ParseError> {
    let mut input = LocatingSlice::new(text);
    let mut found = Vec::new();
    loop {
        blank(&mut input);
        if input.is_empty() {
            return Ok(found);
        }
        let start = input.current_token_start();
        match token(&mut input) {
            Ok(token) => found.push((token, start..input.current_token_start())),
            Err(_) => return Err(strange(text, start)),
        }
    }
}

/// Whether a character can begin a name: letters of any script and `_`.
pub(super) fn begins_name(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

/// Whether it can follow: marks of Arabic and Indic scripts are letters' parts.
pub(super) fn continues_name(c: char) -> bool {
    begins_name(c) || c.is_numeric() || matches!(c, '-' | '.' | '·' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{670}')
}

fn blank(input: &mut Input<'_>) {
    let skipped: Result<&str, EmptyError> =
        take_while(0.., |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}').parse_next(input);
    let _ = skipped;
}

fn token<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    alt((number, text, reference, name, sign)).parse_next(input)
}

fn number<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    alt(((digit1, opt(('.', digit0))).take(), ('.', digit1).take()))
        .verify_map(|digits: &str| digits.parse().ok())
        .map(Token::Number)
        .parse_next(input)
}

fn text<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    alt((delimited('\'', take_till(0.., '\''), '\''), delimited('"', take_till(0.., '"'), '"')))
        .map(Token::Text)
        .parse_next(input)
}

fn spaces<'t>(input: &mut Input<'t>) -> Result<&'t str, EmptyError> {
    take_while(0.., char::is_whitespace).parse_next(input)
}

fn bare_name<'t>(input: &mut Input<'t>) -> Result<&'t str, EmptyError> {
    (one_of(begins_name), take_while(0.., continues_name)).take().parse_next(input)
}

/// `${name}` with what stands in it; templates have it too.
pub(super) fn reference<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    let inside = (opt((literal("last-saved"), spaces, '#', spaces)), bare_name);
    delimited(("${", spaces), inside, (spaces, '}'))
        .map(|(saved, name)| Token::Reference { name, last_saved: saved.is_some() })
        .parse_next(input)
}

/// A name takes a prefix along (`jr:itext`), but leaves the colons of an axis (`child::x`).
fn name<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    (bare_name, opt(preceded(':', bare_name))).take().map(Token::Name).parse_next(input)
}

fn sign<'t>(input: &mut Input<'t>) -> Result<Token<'t>, EmptyError> {
    let foreign = FOREIGN.iter().find(|(sign, _)| input.starts_with(sign)).map_or(0, |(sign, _)| sign.len());
    match SIGNS.into_iter().find(|sign| input.starts_with(sign)) {
        Some(sign) if sign.len() >= foreign => literal(sign).value(Token::Sign(sign)).parse_next(input),
        _ => Err(EmptyError),
    }
}

/// What begins at `start` and is no token.
fn strange(text: &str, start: usize) -> ParseError {
    let rest = text.get(start..).unwrap_or_default();
    let first: Result<char, EmptyError> = any.parse_next(&mut &*rest);
    let first = first.unwrap_or_default();
    let (kind, length) = if let Some((foreign, write)) = FOREIGN.iter().find(|(foreign, _)| rest.starts_with(foreign)) {
        (ParseErrorKind::ForeignSign { found: (*foreign).to_owned(), write }, foreign.len())
    } else if let Some((_, write)) = BENT_QUOTES.iter().find(|(quote, _)| *quote == first) {
        (ParseErrorKind::BentQuote { found: first, write }, first.len_utf8())
    } else {
        match first {
            '\'' | '"' => (ParseErrorKind::UnclosedQuote { quote: first }, rest.len()),
            ';' => (ParseErrorKind::Separator, 1),
            '@' => (ParseErrorKind::Attribute, 1),
            '$' if rest.starts_with("${") => reference_error(rest),
            '$' => {
                let after = rest.get(1..).unwrap_or_default();
                let named = after.trim_start();
                let name: String = named.chars().take_while(|c| continues_name(*c)).collect();
                let length = 1 + after.len() - named.len() + name.len();
                (ParseErrorKind::DollarWithoutBraces { name }, length)
            }
            '{' => {
                let name = rest.get(1..).and_then(|r| r.split_once('}')).map_or("", |(name, _)| name.trim());
                let length = rest.find('}').map_or(1, |end| end + 1);
                (ParseErrorKind::BracesWithoutDollar { name: name.to_owned() }, length)
            }
            _ => (ParseErrorKind::Unexpected { found: first.to_string() }, first.len_utf8()),
        }
    };
    ParseError { span: start..start + length, kind }
}

/// `${` that is not followed by a name and `}`.
pub(super) fn reference_error(rest: &str) -> (ParseErrorKind, usize) {
    let again = rest.get(2..).and_then(|inside| inside.find("${")).map_or(usize::MAX, |at| at + 2);
    match rest.find('}').filter(|end| *end < again) {
        None => (ParseErrorKind::UnclosedReference, rest.len().min(2)),
        Some(end) => {
            let name = rest.get(2..end).unwrap_or_default().trim().to_owned();
            (ParseErrorKind::BadReference { name }, end + 1)
        }
    }
}
