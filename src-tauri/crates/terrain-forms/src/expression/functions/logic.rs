//! Conditions.

use super::Special;
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{EvaluationError, Expr, Tree, Value};

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    Ok(match (run, arguments) {
        (Special::If, [condition, yes, no]) => {
            return evaluation.value(if evaluation.truth(condition, at)? { yes } else { no }, at);
        }
        (Special::Coalesce, [first, second]) => {
            let text = evaluation.text(first, at)?;
            Value::Text(if text.is_empty() { evaluation.text(second, at)? } else { text })
        }
        (Special::Once, [first]) => {
            let present = evaluation.node_text(evaluation.current);
            if !present.is_empty() {
                return Ok(Value::Text(present));
            }
            return evaluation.value(first, at);
        }
        (Special::True, _) => Value::Boolean(true),
        (Special::Not, [inside]) => Value::Boolean(!evaluation.truth(inside, at)?),
        (Special::Boolean, [inside]) => Value::Boolean(evaluation.truth(inside, at)?),
        (Special::Checklist, [least, most, conditions @ ..]) => {
            let mut met = 0.0;
            for condition in conditions {
                let truths = evaluation.truths(&evaluation.value(condition, at)?)?;
                met += truths.into_iter().map(|t| f64::from(u8::from(t))).sum::<f64>();
            }
            Value::Boolean(within(met, evaluation.number(least, at)?, evaluation.number(most, at)?))
        }
        (Special::WeightedChecklist, [least, most, pairs @ ..]) => {
            let met = weighed(evaluation, pairs, at)?;
            Value::Boolean(within(met, evaluation.number(least, at)?, evaluation.number(most, at)?))
        }
        _ => Value::Boolean(false),
    })
}

/// Sum of the weights of the conditions that are met.
fn weighed<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    pairs: &'a [Expr],
    at: At<T::Node>,
) -> Result<f64, EvaluationError> {
    let mut met = 0.0;
    for pair in pairs.chunks_exact(2) {
        let [condition, weight] = pair else { continue };
        let truths = evaluation.truths(&evaluation.value(condition, at)?)?;
        let weights = evaluation.numbers(&evaluation.value(weight, at)?)?;
        met += truths.into_iter().zip(weights).filter(|(truth, _)| *truth).map(|(_, weight)| weight).sum::<f64>();
    }
    Ok(met)
}

/// -1 is no limit.
#[expect(clippy::float_cmp, reason = "-1 is written, not reckoned")]
fn within(met: f64, least: f64, most: f64) -> bool {
    (least == -1.0 || met >= least) && (most == -1.0 || met <= most)
}
