//! From the answer to a question to its level, as one cell of `terrain_scoring` says it. It reads and writes the cell and
//! gives levels; it knows nothing of weights.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::recipe::LEVEL_MAX;

/// From the answer to a level between 0 and 4.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum ScoreMap {
    /// The answer is the level.
    #[default]
    Level,
    /// The number of chosen values other than `none`.
    Count {
        /// Level by that number, from 0 on.
        points: Vec<f64>,
        /// Level when more are chosen than `points` tells.
        above_last: f64,
    },
    /// Level by the value chosen.
    Values(BTreeMap<String, f64>),
}

/// The choice of a `select_multiple` that says "nothing of this"; it is not counted.
pub const NONE: &str = "none";
/// Longest cell, in bytes.
const CELL_BYTES_MAX: usize = 8_000;
/// Most pairs in a cell: a list of choices that is longer is not one that people score.
const PAIRS_MAX: usize = 200;

impl ScoreMap {
    /// Reads a cell: blank or `level`; `count 0=0 1=2 2=3 above=4`; `value yes=4 partly=2 no=0`.
    ///
    /// # Errors
    /// A refusal that quotes the part of the cell that cannot be read.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.len() > CELL_BYTES_MAX {
            return Err(Refusal::new("refusal-map-long", &[]));
        }
        let mut words = text.split_whitespace();
        let rule = words.next().unwrap_or("level").to_lowercase();
        let pairs = words.map(pair).collect::<Result<Vec<_>, _>>()?;
        if pairs.len() > PAIRS_MAX {
            return Err(Refusal::new("refusal-map-long", &[]));
        }
        match rule.as_str() {
            "level" => match pairs.first() {
                None => Ok(Self::Level),
                Some((key, _)) => Err(Refusal::new("refusal-map-pair", &[("got", key)])),
            },
            "count" => count(&pairs),
            "value" => values(pairs),
            _ => Err(Refusal::new("refusal-map-rule", &[("got", &rule)])),
        }
    }

    /// The cell that `parse` reads as this.
    pub fn to_text(&self) -> String {
        match self {
            Self::Level => "level".to_owned(),
            Self::Count { points, above_last } => {
                let pairs: Vec<_> = points.iter().enumerate().map(|(n, level)| format!(" {n}={level}")).collect();
                format!("count{} above={above_last}", pairs.concat())
            }
            Self::Values(levels) => {
                let pairs: Vec<_> = levels.iter().map(|(value, level)| format!(" {value}={level}")).collect();
                format!("value{}", pairs.concat())
            }
        }
    }

    /// The level of an answer that is not blank; nothing for one that gives none.
    pub fn level(&self, answer: &str) -> Option<f64> {
        let level = match self {
            Self::Level => answer.trim().parse().ok()?,
            Self::Count { points, above_last } => {
                let chosen: BTreeSet<&str> = answer.split_whitespace().filter(|value| *value != NONE).collect();
                points.get(chosen.len()).copied().unwrap_or(*above_last)
            }
            Self::Values(levels) => *levels.get(answer.trim())?,
        };
        is_level(level).then_some(level)
    }

    /// All levels that the map can give; nothing where they are the answers themselves.
    pub fn levels(&self) -> Vec<f64> {
        match self {
            Self::Level => Vec::new(),
            Self::Count { points, above_last } => points.iter().chain([above_last]).copied().collect(),
            Self::Values(levels) => levels.values().copied().collect(),
        }
    }
}

/// Whether a number is a level.
pub(crate) fn is_level(number: f64) -> bool {
    (0.0..=LEVEL_MAX).contains(&number)
}

/// `key=level`; a comma in the level is a point.
fn pair(word: &str) -> Result<(String, f64), Refusal> {
    let Some((key, level)) = word.rsplit_once('=').filter(|(key, _)| !key.is_empty()) else {
        return Err(Refusal::new("refusal-map-pair", &[("got", word)]));
    };
    match level.replace(',', ".").parse() {
        Ok(level) if is_level(level) => Ok((key.to_owned(), level)),
        _ => Err(Refusal::new("refusal-map-level", &[("got", word)])),
    }
}

/// Numbers from 0 on, none left out, and perhaps `above`; without it the last level stays.
fn count(pairs: &[(String, f64)]) -> Result<ScoreMap, Refusal> {
    let (mut points, mut above) = (Vec::new(), None);
    for (key, level) in pairs {
        if key == "above" && above.is_none() {
            above = Some(*level);
        } else if key.parse() == Ok(points.len()) {
            points.push(*level);
        } else {
            return Err(Refusal::new("refusal-map-order", &[("got", key), ("number", &points.len().to_string())]));
        }
    }
    match points.last().copied() {
        Some(last) => Ok(ScoreMap::Count { points, above_last: above.unwrap_or(last) }),
        None => Err(Refusal::new("refusal-map-empty", &[])),
    }
}

fn values(pairs: Vec<(String, f64)>) -> Result<ScoreMap, Refusal> {
    let mut levels = BTreeMap::new();
    for (value, level) in pairs {
        if levels.contains_key(&value) {
            return Err(Refusal::new("refusal-map-twice", &[("got", &value)]));
        }
        levels.insert(value, level);
    }
    match levels.is_empty() {
        true => Err(Refusal::new("refusal-map-empty", &[])),
        false => Ok(ScoreMap::Values(levels)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cells are read, written the same way, and what cannot be read is refused by name.
    #[test]
    fn cells_are_read_and_written() {
        let check = |cell: &str, expected: Result<&str, &str>| {
            let read = ScoreMap::parse(cell);
            let said = read.as_ref().map(ScoreMap::to_text).map_err(|refusal| refusal.code);
            assert_eq!(said.as_deref().map_err(|code| *code), expected, "{cell:?}");
            if let Ok(map) = read {
                assert_eq!(ScoreMap::parse(&map.to_text()), Ok(map), "{cell:?}");
            }
        };
        check("", Ok("level"));
        check("  ", Ok("level"));
        check("Level", Ok("level"));
        check("count 0=0 1=1 2=2 3=3 4=4 above=4", Ok("count 0=0 1=1 2=2 3=3 4=4 above=4"));
        check("count 0=0 1=2,5", Ok("count 0=0 1=2.5 above=2.5"));
        check("count above=4 0=0", Ok("count 0=0 above=4"));
        check("value b=2  a=0 c=4", Ok("value a=0 b=2 c=4"));
        check("value a=b=1", Ok("value a=b=1"));
        check("level 3", Err("refusal-map-pair"));
        check("level a=3", Err("refusal-map-pair"));
        check("median a=1", Err("refusal-map-rule"));
        check("count", Err("refusal-map-empty"));
        check("count above=4", Err("refusal-map-empty"));
        check("count 1=0", Err("refusal-map-order"));
        check("count 0=0 2=1", Err("refusal-map-order"));
        check("count 0=0 above=4 above=3", Err("refusal-map-order"));
        check("value", Err("refusal-map-empty"));
        check("value a", Err("refusal-map-pair"));
        check("value =1", Err("refusal-map-pair"));
        check("value a=1 a=2", Err("refusal-map-twice"));
        check("value a=5", Err("refusal-map-level"));
        check("value a=-1", Err("refusal-map-level"));
        check("value a=NaN", Err("refusal-map-level"));
        check("value a=inf", Err("refusal-map-level"));
        check(&format!("value {}", "a=1 ".repeat(3_000)), Err("refusal-map-long"));
        check(&format!("count {}", "0=1 ".repeat(201)), Err("refusal-map-long"));
    }

    #[test]
    fn answers_give_levels() {
        let check = |cell: &str, answer: &str, expected: Option<f64>| {
            assert_eq!(ScoreMap::parse(cell).unwrap().level(answer), expected, "{cell:?} {answer:?}");
        };
        let (counted, valued) = ("count 0=0 1=2 2=3 3=4 above=4", "value yes=4 partly=1.5 no=0");
        check("", "0", Some(0.0));
        check("", " 3 ", Some(3.0));
        check("", "2.5", Some(2.5));
        check("", "5", None);
        check("", "-1", None);
        check("", "nan", None);
        check("", "beaucoup", None);
        check(counted, "none", Some(0.0));
        check(counted, "organic", Some(2.0));
        check(counted, "organic organic", Some(2.0));
        check(counted, "organic none fair_trade", Some(3.0));
        check(counted, "a b c d e", Some(4.0));
        check(valued, "partly", Some(1.5));
        check(valued, "maybe", None);
    }
}
