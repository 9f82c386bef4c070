//! Why a text is no expression, with what was probably meant.

use std::ops::Range;

/// Where and why a text is no expression.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} at {span:?}")]
pub struct ParseError {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Why.
    pub kind: ParseErrorKind,
}

/// Why a text is no expression. Each names what its message and its advice need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseErrorKind {
    /// Nothing is written.
    Empty,
    /// Longer than any cell.
    TooLong {
        /// Bytes.
        max: usize,
    },
    /// Parentheses, calls, conditions or terms within each other beyond what is evaluated safely.
    TooDeep {
        /// Levels.
        max: usize,
    },
    /// `’`, `“`, `«`…
    BentQuote {
        /// As found.
        found: char,
        /// The straight one.
        write: &'static str,
    },
    /// `≤`, `==`, `&&`, `||`, `<>`, `×`…: a sign of another language or of typesetting.
    ForeignSign {
        /// As found.
        found: String,
        /// XPath's.
        write: &'static str,
    },
    /// `;` between arguments: write `,`.
    Separator,
    /// `AND`, `Or`, `DIV`: operators are written small.
    OperatorCase {
        /// As found.
        found: String,
        /// Small.
        write: &'static str,
    },
    /// A parenthesis is opened and never closed.
    UnclosedParenthesis,
    /// A bracket is opened and never closed.
    UnclosedBracket,
    /// `)` or `]` that nothing opened.
    UnopenedClosing {
        /// `)` or `]`.
        found: &'static str,
    },
    /// A quote is opened and never closed, or stands inside a text.
    UnclosedQuote {
        /// `'` or `"`.
        quote: char,
    },
    /// `//`: write the path.
    DoubleSlash,
    /// `@name`: there are no attributes.
    Attribute,
    /// No such function.
    UnknownFunction {
        /// As written.
        name: String,
        /// The nearest one.
        nearest: Option<&'static str>,
    },
    /// Too few or too many arguments.
    Arguments {
        /// The function.
        name: &'static str,
        /// At least.
        least: usize,
        /// At most; nothing where there is no limit.
        most: Option<usize>,
        /// As written.
        found: usize,
    },
    /// `$name`: write `${name}`.
    DollarWithoutBraces {
        /// The name.
        name: String,
    },
    /// `{name}`: write `${name}`.
    BracesWithoutDollar {
        /// The name.
        name: String,
    },
    /// `${name` without its end.
    UnclosedReference,
    /// `${…}` around what is no name.
    BadReference {
        /// What stands in it.
        name: String,
    },
    /// `ancestor::`, `preceding-sibling::`…
    UnsupportedAxis {
        /// The axis.
        name: String,
    },
    /// `text()`, `comment()`… as a step.
    UnsupportedNodeTest {
        /// The test.
        name: String,
    },
    /// Words of a language, not an expression.
    Prose,
    /// It ends where a value is needed.
    EndsEarly,
    /// Something stands where it cannot.
    Unexpected {
        /// What.
        found: String,
    },
}
