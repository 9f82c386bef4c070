//! Runs an expression over a [`Tree`], within a bound of work.

use std::borrow::Cow;
use std::cell::Cell;

use super::functions;
use super::value::{node_truth, text_truth};
use super::{Expr, Operator, Tree, Value, text_number};
use crate::Deviations;

/// Nodes visited, operations and comparisons of one evaluation. A filter over 20 000 choices takes about 200 000; this is
/// a fraction of a second.
const WORK_MAX: u64 = 5_000_000;

/// Why an expression has no value. Its place is then blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// More work than any form needs.
    #[error("more work than {WORK_MAX} steps")]
    TooMuchWork,
}

/// Evaluates an expression.
///
/// `context` is the node that `.` and relative names begin at (in a choice filter, the item); `current` is the node whose
/// expression it is (`current()`, and where `${name}` is seen from).
///
/// # Errors
/// Too much work: the value is then blank.
pub fn evaluate<'a, T: Tree>(
    expr: &'a Expr,
    tree: &'a T,
    context: T::Node,
    current: T::Node,
    deviations: &Deviations,
) -> Result<Value<'a, T::Node>, EvaluationError> {
    let evaluation = Evaluation { tree, current, deviations: *deviations, work: Cell::new(WORK_MAX) };
    evaluation.value(expr, At { node: context, position: 1, size: 1 })
}

/// Where an expression is evaluated.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<N> {
    pub node: N,
    /// `position()`
    pub position: usize,
    /// `last()`
    pub size: usize,
}

/// One evaluation.
pub(super) struct Evaluation<'a, T: Tree> {
    pub tree: &'a T,
    pub current: T::Node,
    pub deviations: Deviations,
    work: Cell<u64>,
}

/// What an evaluation gives.
pub(super) type Evaluated<'a, T> = Result<Value<'a, <T as Tree>::Node>, EvaluationError>;

impl<'a, T: Tree> Evaluation<'a, T> {
    /// Takes work from what is left.
    pub fn spend(&self, work: usize) -> Result<(), EvaluationError> {
        let work = u64::try_from(work).unwrap_or(u64::MAX);
        let left = self.work.get().checked_sub(work).ok_or(EvaluationError::TooMuchWork)?;
        self.work.set(left);
        Ok(())
    }

    pub fn value(&self, expr: &'a Expr, at: At<T::Node>) -> Evaluated<'a, T> {
        self.spend(1)?;
        match expr {
            Expr::Number(number) => Ok(Value::Number(*number)),
            Expr::Text(text) => Ok(Value::Text(Cow::Borrowed(text))),
            Expr::Negate(inside) => Ok(Value::Number(-self.number(inside, at)?)),
            Expr::Binary(operator, left, right) => {
                if matches!(**left, Expr::Binary(..)) {
                    return self.chain(expr, at);
                }
                let left = self.value(left, at)?;
                self.apply(*operator, left, right, at)
            }
            Expr::Path(path) => self.path(path, at),
            Expr::Call(function, arguments, _) => functions::call(self, *function, arguments, at),
        }
    }

    /// `a + b + c + …` leans to the left as deep as it is long: it is gone down without recursion.
    fn chain(&self, expr: &'a Expr, at: At<T::Node>) -> Evaluated<'a, T> {
        let (mut first, mut links) = (expr, Vec::new());
        while let Expr::Binary(operator, left, right) = first {
            links.push((*operator, &**right));
            first = left;
        }
        self.spend(links.len())?;
        let mut value = self.value(first, at)?;
        for (operator, right) in links.into_iter().rev() {
            value = self.apply(operator, value, right, at)?;
        }
        Ok(value)
    }

    fn apply(
        &self,
        operator: Operator,
        left: Value<'a, T::Node>,
        right: &'a Expr,
        at: At<T::Node>,
    ) -> Evaluated<'a, T> {
        Ok(match operator {
            Operator::Or => Value::Boolean(self.truth_of(&left) || self.truth(right, at)?),
            Operator::And => Value::Boolean(self.truth_of(&left) && self.truth(right, at)?),
            Operator::Equal | Operator::Unequal => {
                let right = self.value(right, at)?;
                Value::Boolean(self.equal(&left, &right, operator == Operator::Equal)?)
            }
            Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast => {
                let right = self.value(right, at)?;
                Value::Boolean(self.ordered(operator, &left, &right)?)
            }
            Operator::Union => {
                let (Value::Nodes(mut nodes), Value::Nodes(more)) = (left, self.value(right, at)?) else {
                    return Ok(Value::Nodes(Vec::new()));
                };
                nodes.extend(more);
                self.spend(nodes.len())?;
                nodes.sort_unstable();
                nodes.dedup();
                Value::Nodes(nodes)
            }
            _ => {
                let (left, right) = (self.number_of(&left), self.number(right, at)?);
                Value::Number(match operator {
                    Operator::Plus => left + right,
                    Operator::Minus => left - right,
                    Operator::Times => left * right,
                    Operator::Divide => left / right,
                    _ => left % right,
                })
            }
        })
    }

    pub fn text(&self, expr: &'a Expr, at: At<T::Node>) -> Result<Cow<'a, str>, EvaluationError> {
        Ok(self.text_of(&self.value(expr, at)?))
    }

    pub fn number(&self, expr: &'a Expr, at: At<T::Node>) -> Result<f64, EvaluationError> {
        Ok(self.number_of(&self.value(expr, at)?))
    }

    pub fn truth(&self, expr: &'a Expr, at: At<T::Node>) -> Result<bool, EvaluationError> {
        Ok(self.truth_of(&self.value(expr, at)?))
    }

    /// Nodes of an expression; none where it gives something else.
    pub fn nodes(&self, expr: &'a Expr, at: At<T::Node>) -> Result<Vec<T::Node>, EvaluationError> {
        Ok(match self.value(expr, at)? {
            Value::Nodes(nodes) => nodes,
            _ => Vec::new(),
        })
    }

    pub fn text_of(&self, value: &Value<'a, T::Node>) -> Cow<'a, str> {
        value.text(self.tree, &self.deviations)
    }

    pub fn number_of(&self, value: &Value<'a, T::Node>) -> f64 {
        value.number(self.tree, &self.deviations)
    }

    pub fn truth_of(&self, value: &Value<'a, T::Node>) -> bool {
        value.truth(self.tree, &self.deviations)
    }

    pub fn number_of_text(&self, text: &str) -> f64 {
        text_number(text, self.tree.now().1, &self.deviations)
    }

    /// Texts of all members: of nodes each one's, of anything else its own.
    pub fn members(&self, value: &Value<'a, T::Node>) -> Result<Vec<Cow<'a, str>>, EvaluationError> {
        match value {
            Value::Nodes(nodes) => {
                self.spend(nodes.len())?;
                Ok(nodes.iter().map(|node| self.tree.text(*node)).collect())
            }
            _ => Ok(vec![self.text_of(value)]),
        }
    }

    /// Numbers of all members.
    pub fn numbers(&self, value: &Value<'a, T::Node>) -> Result<Vec<f64>, EvaluationError> {
        match value {
            Value::Nodes(_) => Ok(self.members(value)?.iter().map(|text| self.number_of_text(text)).collect()),
            _ => Ok(vec![self.number_of(value)]),
        }
    }

    /// Truths of all members.
    pub fn truths(&self, value: &Value<'a, T::Node>) -> Result<Vec<bool>, EvaluationError> {
        match value {
            Value::Nodes(nodes) if !self.deviations.node_truth => {
                self.spend(nodes.len())?;
                Ok(nodes.iter().map(|node| node_truth(self.tree, *node)).collect())
            }
            Value::Nodes(nodes) => Ok(vec![true; nodes.len()]),
            _ => Ok(vec![self.truth_of(value)]),
        }
    }

    /// `=` (or `!=`): true as soon as any member is (un)equal to any of the other's. A set without nodes is as the blank.
    pub fn equal(
        &self,
        left: &Value<'a, T::Node>,
        right: &Value<'a, T::Node>,
        wanted: bool,
    ) -> Result<bool, EvaluationError> {
        match (left, right) {
            (Value::Boolean(truth), other) | (other, Value::Boolean(truth)) => {
                Ok((self.truth_of(other) == *truth) == wanted)
            }
            (Value::Nodes(_), Value::Nodes(_)) => {
                let (left, right) = (self.some_members(left)?, self.some_members(right)?);
                for a in &left {
                    self.spend(right.len())?;
                    if right.iter().any(|b| (a == b) == wanted) {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            (nodes @ Value::Nodes(_), other) | (other, nodes @ Value::Nodes(_)) => {
                Ok(self.some_members(nodes)?.iter().any(|text| self.text_equals(text, other) == wanted))
            }
            (Value::Number(number), other) | (other, Value::Number(number)) => {
                Ok((self.number_of(other) == *number) == wanted)
            }
            (Value::Text(a), Value::Text(b)) => Ok((a == b) == wanted),
        }
    }

    /// Whether a node's text equals a number or a text.
    pub fn text_equals(&self, text: &str, other: &Value<'a, T::Node>) -> bool {
        match other {
            Value::Number(number) => self.number_of_text(text) == *number,
            Value::Text(other) => text == other,
            Value::Boolean(truth) => text_truth(text) == *truth,
            Value::Nodes(nodes) => match nodes.as_slice() {
                [] => text.is_empty() && !self.deviations.absent_unequal,
                nodes => nodes.iter().any(|node| self.tree.text(*node) == text),
            },
        }
    }

    fn some_members(&self, value: &Value<'a, T::Node>) -> Result<Vec<Cow<'a, str>>, EvaluationError> {
        let mut members = self.members(value)?;
        if members.is_empty() && !self.deviations.absent_unequal {
            members.push(Cow::Borrowed(""));
        }
        Ok(members)
    }

    /// `<` and its kin go through numbers, always.
    fn ordered(
        &self,
        operator: Operator,
        left: &Value<'a, T::Node>,
        right: &Value<'a, T::Node>,
    ) -> Result<bool, EvaluationError> {
        let (left, right) = (self.numbers(left)?, self.numbers(right)?);
        for a in &left {
            self.spend(right.len())?;
            let holds = right.iter().any(|b| match operator {
                Operator::Less => a < b,
                Operator::AtMost => a <= b,
                Operator::Greater => a > b,
                _ => a >= b,
            });
            if holds {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
