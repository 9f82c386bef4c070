//! Why a value is refused: a wrong type, an unknown option, a day that does not exist. Everything else a person could
//! reasonably want to write down is kept, with a finding.

use std::collections::BTreeMap;

/// A value that cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Message id, `refusal-…`.
    pub code: &'static str,
    /// What the message says.
    pub args: BTreeMap<&'static str, String>,
}

/// Longest quotation of what was given.
const QUOTED_MAX: usize = 60;

impl Refusal {
    /// A refusal with its arguments; quotations are cut.
    pub fn new(code: &'static str, args: &[(&'static str, &str)]) -> Self {
        let cut = |text: &str| text.chars().take(QUOTED_MAX).collect::<String>();
        Self {
            code,
            args: args.iter().map(|(k, v)| (*k, if *k == "options" { (*v).into() } else { cut(v) })).collect(),
        }
    }
}

/// The nearest of `options` to what was typed: at most a third of its letters wrong.
pub fn did_you_mean<'o>(got: &str, options: impl IntoIterator<Item = &'o str>) -> Option<&'o str> {
    let nearest = options.into_iter().map(|o| (distance(got, o), o)).min()?;
    (nearest.0 <= got.chars().count().div_ceil(3)).then_some(nearest.1)
}

/// Levenshtein's distance, in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(QUOTED_MAX).enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (y, above) in b.iter().zip(row.iter().skip(1)) {
            let cost = diagonal + usize::from(x != *y);
            left = cost.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
