//! Selects, their labels, and files beside the form.

use super::Special;
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{Expr, Tree, Value};

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    Ok(match (run, arguments) {
        (Special::Selected, [set, name]) => {
            let (set, name) = (evaluation.text(set, at)?, evaluation.text(name, at)?);
            evaluation.spend(set.len() / 64)?;
            let name = name.trim();
            // As JavaRosa: nothing is selected in a blank set but the blank.
            Value::Boolean(if name.is_empty() { set.trim().is_empty() } else { words(&set).any(|word| word == name) })
        }
        (Special::CountSelected, [set]) => {
            let count = words(&evaluation.text(set, at)?).count();
            Value::Number(super::nodes::float(count))
        }
        (Special::SelectedAt, [set, index]) => {
            let (set, index) = (evaluation.text(set, at)?, evaluation.number(index, at)?.trunc());
            let place = crate::expression::paths::place(index + 1.0);
            let word = place.and_then(|place| words(&set).nth(place - 1)).unwrap_or_default();
            Value::owned(word)
        }
        (Special::ChoiceName, [value, question]) => {
            let value = evaluation.text(value, at)?;
            match evaluation.nodes(question, at)?.first() {
                Some(node) => Value::owned(evaluation.tree.choice_name(*node, &value)),
                None => Value::BLANK,
            }
        }
        (Special::Itext, [id]) => Value::owned(evaluation.tree.itext(&evaluation.text(id, at)?)),
        (Special::Pulldata, [file, column, key_column, key]) => {
            let (file, column) = (evaluation.text(file, at)?, evaluation.text(column, at)?);
            let (key_column, key) = (evaluation.text(key_column, at)?, evaluation.text(key, at)?);
            Value::owned(evaluation.tree.lookup(&file, &column, &key_column, &key))
        }
        _ => Value::BLANK,
    })
}

/// Names of a set.
fn words(set: &str) -> impl Iterator<Item = &str> {
    set.split_whitespace()
}
