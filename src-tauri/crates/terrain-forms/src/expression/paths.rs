//! Paths: where they begin, their steps, and what predicates leave of them.

use std::borrow::Cow;

use super::evaluate::{At, Evaluated, Evaluation};
use super::{Axis, EvaluationError, Expr, Function, Operator, Path, Start, Step, Test, Tree, Value, functions};

/// Columns of a list's items and what each has to equal.
type Columns<'a, T> = Vec<(&'a str, Value<'a, <T as Tree>::Node>)>;

/// Nodes, or why there are none.
type Found<T> = Result<Vec<<T as Tree>::Node>, EvaluationError>;

impl<'a, T: Tree> Evaluation<'a, T> {
    pub fn path(&self, path: &'a Path, at: At<T::Node>) -> Evaluated<'a, T> {
        let mut nodes = Vec::new();
        let mut steps = path.steps.as_slice();
        match &path.start {
            Start::Here => nodes.push(at.node),
            Start::Current => nodes.push(self.current),
            Start::Question { node: Some(id), last_saved: true, .. } => {
                return Ok(Value::owned(self.tree.last_saved(*id)));
            }
            Start::Question { node: Some(id), .. } => self.tree.question(*id, self.current, &mut nodes),
            Start::Question { node: None, .. } => {}
            Start::Root => match steps.split_first() {
                None => nodes.push(self.tree.root()),
                // The node above the root has no name and no other child.
                Some((Step { axis: Axis::Child, test, predicates }, rest)) => {
                    let root = self.tree.root();
                    if matches!(test, Test::Any) || matches!(test, Test::Name(name) if name == self.tree.name(root)) {
                        nodes = self.filtered(vec![root], predicates, at)?;
                    }
                    steps = rest;
                }
                Some(_) => steps = &[],
            },
            Start::Expression(start) => match self.value(start, at)? {
                Value::Nodes(found) => nodes = found,
                _ => steps = &[],
            },
        }
        self.spend(nodes.len())?;
        nodes = self.filtered(nodes, &path.predicates, at)?;
        for step in steps {
            nodes = self.step(&nodes, step, at)?;
        }
        Ok(Value::Nodes(nodes))
    }

    fn step(&self, from: &[T::Node], step: &'a Step, at: At<T::Node>) -> Found<T> {
        let mut all = Vec::new();
        let named = |node: &T::Node| match &step.test {
            Test::Any => true,
            Test::Name(name) => self.tree.name(*node) == name,
        };
        for node in from {
            let before = all.len();
            match (step.axis, &step.test) {
                (Axis::Child, Test::Any) => self.tree.children(*node, None, &mut all),
                (Axis::Child, Test::Name(name)) => self.tree.children(*node, Some(name), &mut all),
                (Axis::Parent, _) => all.extend(self.tree.parent(*node).filter(named)),
                (Axis::Itself, _) => all.extend(Some(*node).filter(named)),
            }
            self.spend(1 + all.len().saturating_sub(before))?;
            if !step.predicates.is_empty() {
                let found = all.split_off(before);
                all.append(&mut self.filtered(found, &step.predicates, at)?);
            }
        }
        if !all.is_sorted() {
            all.sort_unstable();
        }
        all.dedup();
        Ok(all)
    }

    /// What predicates leave of nodes.
    fn filtered(&self, mut nodes: Vec<T::Node>, predicates: &'a [Expr], at: At<T::Node>) -> Found<T> {
        for predicate in predicates {
            if let Expr::Number(number) = predicate {
                nodes = place(*number).and_then(|n| nodes.get(n - 1).copied()).into_iter().collect();
            } else if let Some(columns) = self.columns(predicate, at)? {
                nodes = self.with_columns(&nodes, &columns)?;
            } else {
                let size = nodes.len();
                let mut kept = Vec::new();
                for (index, node) in nodes.into_iter().enumerate() {
                    let position = index + 1;
                    let holds = match self.value(predicate, At { node, position, size })? {
                        Value::Number(number) => place(number) == Some(position),
                        other => self.truth_of(&other),
                    };
                    if holds {
                        kept.push(node);
                    }
                }
                nodes = kept;
            }
        }
        Ok(nodes)
    }

    /// The usual filter of a long list, `column = ${question} and …`: its values are the same for all items and are
    /// evaluated once. Nothing for any other predicate.
    fn columns(&self, predicate: &'a Expr, at: At<T::Node>) -> Result<Option<Columns<'a, T>>, EvaluationError> {
        let Some(equations) = equations(predicate) else { return Ok(None) };
        let mut columns = Vec::with_capacity(equations.len());
        for (column, side) in equations {
            match self.value(side, at)? {
                Value::Boolean(_) => return Ok(None),
                value => columns.push((column, value)),
            }
        }
        Ok(Some(columns))
    }

    fn with_columns(&self, nodes: &[T::Node], columns: &[(&'a str, Value<'a, T::Node>)]) -> Found<T> {
        let (mut kept, mut cells) = (Vec::new(), Vec::new());
        for node in nodes {
            self.spend(columns.len())?;
            let holds = columns.iter().all(|(column, value)| {
                cells.clear();
                self.tree.children(*node, Some(column), &mut cells);
                match cells.as_slice() {
                    [] => !self.deviations.absent_unequal && self.text_equals("", value),
                    cells => cells.iter().any(|cell| self.text_equals(&self.tree.text(*cell), value)),
                }
            });
            if holds {
                kept.push(*node);
            }
        }
        Ok(kept)
    }

    /// The nodes that a reference means anywhere in the form, as `indexed-repeat` needs them.
    pub fn everywhere(&self, expr: &'a Expr, at: At<T::Node>) -> Found<T> {
        match expr {
            Expr::Path(path) if path.predicates.is_empty() && path.steps.is_empty() => match &path.start {
                Start::Question { node: Some(id), last_saved: false, .. } => {
                    let mut nodes = Vec::new();
                    self.tree.question(*id, self.tree.root(), &mut nodes);
                    self.spend(nodes.len())?;
                    Ok(nodes)
                }
                _ => self.nodes(expr, at),
            },
            _ => self.nodes(expr, at),
        }
    }

    /// Whether a node stands within another.
    pub fn within(&self, node: T::Node, around: T::Node) -> Result<bool, EvaluationError> {
        let mut above = Some(node);
        while let Some(place) = above {
            if place == around {
                return Ok(true);
            }
            self.spend(1)?;
            above = self.tree.parent(place);
        }
        Ok(false)
    }

    /// Text of the first node, as it is read by `once` and by functions without arguments.
    pub fn node_text(&self, node: T::Node) -> Cow<'a, str> {
        self.tree.text(node)
    }
}

/// A number that is a place, from 1.
pub(super) fn place(number: f64) -> Option<usize> {
    let whole = number >= 1.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, from 1 to 2^32")]
    whole.then_some(number as usize)
}

/// `column = side and …` with sides that do not look at the item.
fn equations(predicate: &Expr) -> Option<Vec<(&str, &Expr)>> {
    match predicate {
        Expr::Binary(Operator::And, left, right) => {
            let mut both = equations(left)?;
            both.append(&mut equations(right)?);
            Some(both)
        }
        Expr::Binary(Operator::Equal, left, right) => match (column(left), column(right)) {
            (Some(name), None) if stands_alone(right) => Some(vec![(name, right)]),
            (None, Some(name)) if stands_alone(left) => Some(vec![(name, left)]),
            _ => None,
        },
        _ => None,
    }
}

/// A bare name.
fn column(expr: &Expr) -> Option<&str> {
    let Expr::Path(path) = expr else { return None };
    match (&path.start, path.predicates.as_slice(), path.steps.as_slice()) {
        (Start::Here, [], [Step { axis: Axis::Child, test: Test::Name(name), predicates }])
            if predicates.is_empty() =>
        {
            Some(name)
        }
        _ => None,
    }
}

/// Whether it means the same for every item.
fn stands_alone(expr: &Expr) -> bool {
    match expr {
        Expr::Number(_) | Expr::Text(_) => true,
        Expr::Negate(inside) => stands_alone(inside),
        Expr::Binary(_, left, right) => stands_alone(left) && stands_alone(right),
        Expr::Path(path) => match &path.start {
            Start::Root | Start::Current | Start::Question { .. } => true,
            Start::Here => false,
            Start::Expression(start) => stands_alone(start),
        },
        Expr::Call(function, arguments, _) => {
            !reads_context(*function, arguments) && arguments.iter().all(stands_alone)
        }
    }
}

fn reads_context(function: Function, arguments: &[Expr]) -> bool {
    functions::entry(function).is_none_or(|entry| entry.volatile || (arguments.is_empty() && entry.reads_context))
}
