//! One evaluation: a rule of a node, seen from a slot, as a plain value and what it has read.

use super::core::{Core, Read, SlotId};
use super::view::View;
use crate::expression::{Expr, Value, calls, evaluate};

/// What a rule gave.
pub enum Outcome {
    Text(String),
    Truth(bool),
    Number(f64),
}

/// As what a rule is read.
#[derive(Clone, Copy)]
pub enum As {
    /// A value to store.
    Text,
    Truth,
    Number,
}

/// Whether an expression draws by chance or keeps its first value, so that its result cannot be computed again.
pub fn draws(expr: &Expr) -> bool {
    calls(expr).iter().any(|(function, _)| matches!(function.name(), "random" | "uuid" | "once"))
}

impl Core {
    /// Evaluates at a slot. What takes too much work is blank, false, no number; the second is false then.
    pub fn evaluate(&self, expr: &Expr, slot: SlotId, wanted: As) -> (Outcome, bool, Vec<Read>) {
        let view = View::new(self);
        let here = view.spot(slot);
        let deviations = &self.env.deviations;
        let (outcome, whole) = {
            let value = evaluate(expr, &view, here, here, deviations);
            let whole = value.is_ok();
            let value = value.unwrap_or(Value::Nodes(Vec::new()));
            let outcome = match wanted {
                As::Text => Outcome::Text(value.stored(&view, deviations)),
                As::Truth => Outcome::Truth(value.truth(&view, deviations)),
                As::Number => Outcome::Number(value.number(&view, deviations)),
            };
            (outcome, whole)
        };
        (outcome, whole, view.into_reads())
    }
}
