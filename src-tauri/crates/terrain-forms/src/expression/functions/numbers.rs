//! Numbers.

use std::borrow::Cow;

use super::Special;
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{Expr, Tree, Value, calendar};

/// Ten to a power.
pub(super) fn exp10(power: f64) -> f64 {
    10f64.powf(power)
}

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    Ok(Value::Number(match (run, arguments) {
        (Special::Sum, [set]) => {
            let all = evaluation.numbers(&evaluation.value(set, at)?)?;
            if all.is_empty() && evaluation.deviations.empty_sum_blank { f64::NAN } else { all.into_iter().sum() }
        }
        (Special::Min | Special::Max, _) => {
            let mut all = Vec::new();
            for argument in arguments {
                all.append(&mut evaluation.numbers(&evaluation.value(argument, at)?)?);
            }
            let best = if run == Special::Min { f64::min } else { f64::max };
            // One blank makes the result blank, as the reference has it.
            if all.iter().any(|n| n.is_nan()) { f64::NAN } else { all.into_iter().reduce(best).unwrap_or(f64::NAN) }
        }
        (Special::Number, []) => evaluation.number_of_text(&evaluation.node_text(at.node)),
        (Special::Number, [value]) => {
            let value = evaluation.value(value, at)?;
            if evaluation.deviations.number_keeps_dates && matches!(value, Value::Text(_) | Value::Nodes(_)) {
                let text = evaluation.text_of(&value);
                if calendar::moment(&text, evaluation.tree.now().1).is_some_and(|moment| !moment.has_time) {
                    return Ok(Value::Text(Cow::Owned(text.into_owned())));
                }
            }
            evaluation.number_of(&value)
        }
        (Special::Round, [value]) => rounded(evaluation.number(value, at)?, 0.0),
        (Special::Round, [value, digits]) => rounded(evaluation.number(value, at)?, evaluation.number(digits, at)?),
        (Special::Pi, _) => std::f64::consts::PI,
        (Special::Random, _) => evaluation.tree.random(),
        _ => f64::NAN,
    }))
}

/// Half away from zero, at so many digits; negative ones are before the point.
fn rounded(value: f64, digits: f64) -> f64 {
    let digits = digits.trunc();
    if digits == 0.0 || value.is_infinite() {
        return if digits.is_nan() { f64::NAN } else { value.round() };
    }
    let scale = 10f64.powf(digits.abs());
    let result =
        if digits > 0.0 { (value.abs() * scale).round() / scale } else { (value.abs() / scale).round() * scale };
    // Beyond the digits that a number has, there is nothing to round.
    if digits > 0.0 && !result.is_finite() { value } else { result.copysign(value) }
}
