//! What an expression is, once read.

use std::ops::Range;

use super::functions;
use crate::NodeId;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// `12.5`
    Number(f64),
    /// `'text'`
    Text(String),
    /// `- x`
    Negate(Box<Expr>),
    /// `a op b`
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// A path, a reference, or a filtered expression.
    Path(Box<Path>),
    /// `name(arguments)`, with the bytes of the name.
    Call(Function, Vec<Expr>, Range<usize>),
}

/// Binary operators, all left-associative, from the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `or`
    Or,
    /// `and`
    And,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `div`
    Divide,
    /// `mod`
    Modulo,
    /// `|`
    Union,
}

/// A path: where it begins, what is left of the beginning, and the steps from there.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Where it begins.
    pub start: Start,
    /// Predicates on the beginning, `${repeat}[age < 18]`.
    pub predicates: Vec<Expr>,
    /// Steps from there.
    pub steps: Vec<Step>,
    /// Bytes of the whole path in the text.
    pub span: Range<usize>,
}

/// Where a path begins.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// `/`
    Root,
    /// A relative path, or `.`: the context node.
    Here,
    /// `current()`: the node whose expression this is.
    Current,
    /// `${name}` or `last-saved#name`: the compiler fills in the node.
    Question {
        /// As written.
        name: String,
        /// `${last-saved#name}`.
        last_saved: bool,
        /// Resolved by the compiler.
        node: Option<NodeId>,
    },
    /// `instance('id')` and any other expression that gives nodes.
    Expression(Expr),
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// In which direction.
    pub axis: Axis,
    /// Which nodes.
    pub test: Test,
    /// Which of these.
    pub predicates: Vec<Expr>,
}

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Children.
    Child,
    /// `..`
    Parent,
    /// `.`
    Itself,
}

/// A node test.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Of this name.
    Name(String),
    /// `*`, or `.` and `..`.
    Any,
}

/// A function, by its place in the table of functions (name, arity, implementation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Function(pub u16);

impl Function {
    /// As it is written.
    pub fn name(self) -> &'static str {
        functions::entry(self).map_or("", |entry| entry.name)
    }

    /// Whether it reads the clock, chance, or what was answered before: `now`, `today`, `random`, `uuid`, `once`.
    pub fn is_volatile(self) -> bool {
        functions::entry(self).is_some_and(|entry| entry.volatile)
    }
}
