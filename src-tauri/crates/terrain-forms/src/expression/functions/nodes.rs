//! Nodes, repeats and lists.

use sha2::{Digest, Sha256};

use super::Special;
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::paths::place;
use crate::expression::{Expr, Tree, Value};

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    Ok(match (run, arguments) {
        (Special::Count, [set]) => match evaluation.value(set, at)? {
            Value::Nodes(nodes) => Value::Number(float(nodes.len())),
            _ => Value::Number(f64::NAN),
        },
        (Special::CountNonEmpty, [set]) => match evaluation.value(set, at)? {
            value @ Value::Nodes(_) => {
                Value::Number(float(evaluation.members(&value)?.iter().filter(|text| !text.is_empty()).count()))
            }
            _ => Value::Number(f64::NAN),
        },
        (Special::Position, []) => Value::Number(float(at.position)),
        (Special::Position, [node]) => match evaluation.nodes(node, at)?.first() {
            Some(node) => Value::Number(float(evaluation.tree.position(*node))),
            None => Value::Number(f64::NAN),
        },
        (Special::Last, _) => Value::Number(float(at.size)),
        (Special::IndexedRepeat, [target, places @ ..]) => return indexed(evaluation, target, places, at),
        (Special::Randomize, [set, seed @ ..]) => {
            let nodes = evaluation.nodes(set, at)?;
            let seed = match seed.first() {
                Some(seed) => Some(evaluation.value(seed, at)?),
                None => None,
            };
            let seed = seed.map(|value| (evaluation.number_of(&value), evaluation.text_of(&value)));
            let seed = seed.as_ref().map(|(number, text)| (*number, text.as_ref()));
            Value::Nodes(shuffled(&nodes, seed, || evaluation.tree.random()))
        }
        (Special::Instance, [id]) => {
            let id = evaluation.text(id, at)?;
            Value::Nodes(evaluation.tree.instance(&id).into_iter().collect())
        }
        (Special::Current, _) => Value::Nodes(vec![evaluation.current]),
        _ => Value::Nodes(Vec::new()),
    })
}

/// `indexed-repeat(target, repeat, index, …)`: the targets within the instances at these places, the pairs in any order.
fn indexed<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    target: &'a Expr,
    places: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    let mut pairs = Vec::new();
    for pair in places.chunks_exact(2) {
        let [repeat, index] = pair else { continue };
        let Some(index) = place(evaluation.number(index, at)?) else { return Ok(Value::Nodes(Vec::new())) };
        let instances = evaluation.everywhere(repeat, at)?;
        let mut depth = 0;
        let mut above = instances.first().copied();
        while let Some(node) = above {
            depth += 1;
            evaluation.spend(1)?;
            above = evaluation.tree.parent(node);
        }
        pairs.push((depth, index, instances));
    }
    pairs.sort_by_key(|(depth, ..)| *depth);
    let mut around = None;
    for (_, index, instances) in pairs {
        let mut inside = Vec::new();
        for instance in instances {
            if around.is_none_or(|node| evaluation.within(instance, node) == Ok(true)) {
                inside.push(instance);
            }
        }
        let Some(instance) = inside.get(index - 1) else { return Ok(Value::Nodes(Vec::new())) };
        around = Some(*instance);
    }
    let mut found = Vec::new();
    for node in evaluation.everywhere(target, at)? {
        if around.is_none_or(|around| evaluation.within(node, around) == Ok(true)) {
            found.push(node);
        }
    }
    Ok(Value::Nodes(found))
}

/// Counts as numbers: no tree has 2^53 nodes.
#[expect(clippy::cast_precision_loss, reason = "no tree has 2^53 nodes")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}

/// 2^31 − 1, the modulus of Park and Miller's generator.
const MODULUS: i64 = 2_147_483_647;

/// Their multiplier.
const MULTIPLIER: i64 = 16_807;

/// An order that a seed fixes for ever, the same as JavaRosa's and Web Forms': an inside-out shuffle driven by Park and
/// Miller's generator. The seed is a number and the text that it was; without one, `random` decides.
pub fn shuffled<X: Clone>(items: &[X], seed: Option<(f64, &str)>, mut random: impl FnMut() -> f64) -> Vec<X> {
    let mut state = seed.map(|(number, text)| first_state(number, text));
    let mut shuffled: Vec<X> = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let drawn = match &mut state {
            Some(state) => {
                *state = *state * MULTIPLIER % MODULUS;
                ratio(*state - 1)
            }
            None => random(),
        };
        let chosen = place((drawn * float(index + 1)).floor() + 1.0).map_or(0, |p| p - 1).min(index);
        shuffled.push(item.clone());
        shuffled.swap(chosen, index);
    }
    shuffled
}

/// A state's place between 0 and 1.
#[expect(clippy::cast_precision_loss, reason = "below 2^31")]
fn ratio(state: i64) -> f64 {
    state as f64 / (MODULUS - 1) as f64
}

/// A number is cut to a whole one as Java does; another text is digested, and the blank is 0.
fn first_state(number: f64, text: &str) -> i64 {
    let seed = if !number.is_nan() {
        #[expect(clippy::cast_possible_truncation, reason = "saturates, as Java does")]
        let whole = number as i64;
        whole
    } else if text.is_empty() {
        0
    } else {
        let digest = Sha256::digest(text.as_bytes());
        digest.first_chunk::<8>().map_or(0, |bytes| i64::from_be_bytes(*bytes))
    };
    let state = seed % MODULUS;
    if state <= 0 { state + MODULUS - 1 } else { state }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Orders that Web Forms' own tests name, and of a transcription of its algorithm in another language.
    #[test]
    fn a_seed_fixes_the_order_for_ever() {
        let check = |letters: &str, seed: (f64, &str), expected: &str| {
            let letters: Vec<char> = letters.chars().collect();
            let order: String = shuffled(&letters, Some(seed), || panic!("chance is not asked")).into_iter().collect();
            assert_eq!(order, expected, "{seed:?}");
        };
        check("ABCDEF", (42.0, "42"), "AFCBDE");
        check("ABCDEF", (-42.0, "-42"), "EDAFBC");
        check("ABCDEF", (1.0, "1"), "BFEACD");
        check("ABCDEF", (1.1, "1.1"), "BFEACD");
        check("ABCDEF", (11_111_111.0, "11111111"), "ACDBFE");
        check("ABCDEF", (0.0, "0"), "CBEAFD");
        check("ABCDEF", (f64::NAN, ""), "CBEAFD");
        check("abcdefgh", (1_234_567.9, "1234567.9"), "bdacfgeh");
        check("abcdefgh", (f64::NAN, "seed"), "heagbdcf");
    }

    #[test]
    fn without_a_seed_chance_decides() {
        assert_eq!(shuffled(&[1, 2, 3], None, || 0.0), [3, 1, 2]);
        assert_eq!(shuffled(&[1, 2, 3], None, || 0.999_999), [1, 2, 3]);
        assert_eq!(shuffled(&[1, 2, 3], None, || 7.0), [1, 2, 3], "chance out of its bounds");
    }
}
