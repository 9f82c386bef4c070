//! Dates and times.

use super::Special;
use crate::expression::calendar::{self, Moment};
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{EvaluationError, Expr, Tree, Value};

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    let (now_ms, offset_min) = evaluation.tree.now();
    let as_date = |moment: Moment| Value::owned(moment.date_text());
    let as_date_time = |moment: Moment| Value::owned(moment.date_time_text(offset_min));
    Ok(match (run, arguments) {
        (Special::Today, _) => calendar::of_instant(now_ms, offset_min).map_or(Value::BLANK, as_date),
        (Special::Now, _) => calendar::of_instant(now_ms, offset_min).map_or(Value::BLANK, as_date_time),
        (Special::Date, [value]) => match moment(evaluation, value, at)? {
            (Some(moment), number) if number && moment.has_time && evaluation.deviations.date_keeps_time => {
                as_date_time(moment)
            }
            (Some(moment), _) => as_date(moment),
            (None, _) => Value::BLANK,
        },
        (Special::DateTime, [value]) => moment(evaluation, value, at)?.0.map_or(Value::BLANK, as_date_time),
        (Special::DecimalDateTime, [value]) => {
            Value::Number(moment(evaluation, value, at)?.0.map_or(f64::NAN, |moment| moment.days()))
        }
        (Special::DecimalTime, [value]) => {
            let text = evaluation.text(value, at)?;
            let text = text.trim();
            let time = match calendar::moment(text, offset_min) {
                Some(moment) => Some(moment.local.time()),
                None => calendar::clock(text).map(|(time, _)| time),
            };
            Value::Number(time.map_or(f64::NAN, calendar::fraction))
        }
        (Special::FormatDate, [value, format]) => {
            let (found, number) = moment(evaluation, value, at)?;
            let format = evaluation.text(format, at)?;
            match found {
                Some(moment) if !(number && evaluation.deviations.format_refuses_numbers) => {
                    Value::owned(calendar::format(&moment, &format, evaluation.tree.language()))
                }
                _ => Value::BLANK,
            }
        }
        _ => Value::BLANK,
    })
}

/// The moment that a value means, and whether it was a number of days.
fn moment<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    expr: &'a Expr,
    at: At<T::Node>,
) -> Result<(Option<Moment>, bool), EvaluationError> {
    let value = evaluation.value(expr, at)?;
    let offset = evaluation.tree.now().1;
    Ok(match value {
        Value::Number(days) => (Moment::from_days(days), true),
        Value::Boolean(_) => (None, false),
        Value::Text(_) | Value::Nodes(_) => {
            let text = evaluation.text_of(&value);
            let text = text.trim();
            let found = calendar::moment(text, offset).or_else(|| calendar::moment(&calendar::padded(text)?, offset));
            match found {
                Some(moment) => (Some(moment), false),
                // An answer that is a number of days, such as a calculation's.
                None => (Moment::from_days(evaluation.number_of_text(text)), true),
            }
        }
    })
}
