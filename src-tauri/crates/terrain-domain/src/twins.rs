//! Cooperatives that look as if they had been entered twice: the same number in a register, or nearly the same name in
//! one province.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::normalise;

/// Words that say what a cooperative is, not which: left out of names.
const COMMON: [&str; 14] = [
    "cooperative",
    "coop",
    "cooperativa",
    "ste",
    "societe",
    "feminine",
    "agricole",
    "artisanale",
    "تعاونيه",
    "التعاونيه",
    "النسويه",
    "الفلاحيه",
    "الحرفيه",
    "de",
];
/// Names shorter than this are the same or they are not.
const NEARLY_LEAST: usize = 5;

/// What is compared of a cooperative; texts as they were typed.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Identifier of the enterprise.
    pub ice: String,
    /// Number in the local register.
    pub register: String,
    /// Court that keeps this register.
    pub court: String,
    /// In any language.
    pub names: Vec<String>,
    /// Code of the province; empty where it is not known.
    pub province: String,
}

/// Why two look alike, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Alike {
    /// The same ICE.
    Ice,
    /// The same number in the register of one court.
    Register,
    /// The same name.
    Name,
    /// A name that differs by a letter.
    NearlyName,
}

/// A name without what all have in common, its words together: spaces are typed at will.
fn bare(name: &str) -> String {
    let plain = normalise(name);
    let words: Vec<&str> = plain.split(' ').filter(|word| !COMMON.contains(word)).collect();
    if words.is_empty() { plain.replace(' ', "") } else { words.concat() }
}

/// The name, and it without each of its letters: two names that differ by a letter, or by the order of two, share one.
fn shortened(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let without = |at: usize| letters.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| *c).collect();
    let all = if letters.len() < NEARLY_LEAST { 0 } else { letters.len() };
    (0..all).map(without).chain([name.to_owned()]).collect()
}

/// Known to be others: another ICE, or another place in the register of one court.
fn contradict(a: &Looked, b: &Looked) -> bool {
    let (ice_a, ice_b) = (normalise(&a.ice), normalise(&b.ice));
    if !ice_a.is_empty() && !ice_b.is_empty() {
        return ice_a != ice_b;
    }
    let (number_a, number_b) = (normalise(&a.register), normalise(&b.register));
    !(number_a.is_empty() || number_b.is_empty() || (number_a == number_b && one_court(a, b)))
}

fn one_court(a: &Looked, b: &Looked) -> bool {
    let (a, b) = (normalise(&a.court), normalise(&b.court));
    a.is_empty() || b.is_empty() || a == b
}

fn one_province(a: &Looked, b: &Looked) -> bool {
    a.province.is_empty() || b.province.is_empty() || a.province == b.province
}

fn alike(a: &Looked, b: &Looked) -> Option<Alike> {
    let same = |x: &str, y: &str| !normalise(x).is_empty() && normalise(x) == normalise(y);
    if same(&a.ice, &b.ice) {
        return Some(Alike::Ice);
    }
    if contradict(a, b) {
        return None;
    }
    if same(&a.register, &b.register) && one_court(a, b) {
        return Some(Alike::Register);
    }
    if !one_province(a, b) {
        return None;
    }
    let bare_of = |one: &Looked| one.names.iter().map(|n| bare(n)).filter(|n| !n.is_empty()).collect::<BTreeSet<_>>();
    let (names_a, names_b) = (bare_of(a), bare_of(b));
    if !names_a.is_disjoint(&names_b) {
        return Some(Alike::Name);
    }
    let short = |names: &BTreeSet<String>| names.iter().flat_map(|n| shortened(n)).collect::<BTreeSet<_>>();
    (!short(&names_a).is_disjoint(&short(&names_b))).then_some(Alike::NearlyName)
}

/// Pairs that look alike, by their places, each once and the earlier place first; the surest pairs first. Two thousand
/// take as long as their letters, not as their pairs.
pub fn twins(all: &[Looked]) -> Vec<(usize, usize, Alike)> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        let names = one.names.iter().map(|name| bare(name)).filter(|name| !name.is_empty());
        let keys = names.flat_map(|name| shortened(&name)).map(|key| format!("name:{key}"));
        let numbers = [("ice", &one.ice), ("register", &one.register)];
        let numbers = numbers.into_iter().map(|(what, text)| (what, normalise(text))).filter(|(_, t)| !t.is_empty());
        for key in keys.chain(numbers.map(|(what, text)| format!("{what}:{text}"))).collect::<BTreeSet<_>>() {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut looked_at = BTreeSet::new();
    let mut found = Vec::new();
    for places in by_key.values().filter(|places| places.len() > 1) {
        for (i, a) in places.iter().enumerate() {
            for b in places.iter().skip(i + 1).filter(|b| looked_at.insert((*a, **b))) {
                let pair = all.get(*a).zip(all.get(*b)).and_then(|(one, other)| alike(one, other));
                found.extend(pair.map(|why| (*a, *b, why)));
            }
        }
    }
    found.sort_by_key(|(a, b, why)| (*why, *a, *b));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked(names: &[&str], province: &str, numbers: [&str; 3]) -> Looked {
        let [ice, register, court] = numbers.map(str::to_owned);
        let names = names.iter().map(|n| (*n).to_owned()).collect();
        Looked { ice, register, court, names, province: province.into() }
    }

    #[test]
    fn two_records_of_one_cooperative_are_found() {
        let check = |a: &Looked, b: &Looked, expected: Option<Alike>| {
            let found =
                |one: &Looked, other: &Looked| twins(&[one.clone(), other.clone()]).first().map(|(.., why)| *why);
            assert_eq!(found(a, b), expected, "{a:?} {b:?}");
            assert_eq!(found(b, a), expected, "either way round");
        };
        let named = |name: &str, province: &str| looked(&[name], province, [""; 3]);
        let tifawin = named("Coopérative Tifawin", "581");
        check(&tifawin, &named("TIFAWIN", "581"), Some(Alike::Name));
        check(&tifawin, &named("Coop. féminine Tifaouin", "581"), None);
        check(&tifawin, &named("Tifawine", "581"), Some(Alike::NearlyName));
        check(&tifawin, &named("Tifwain", "581"), Some(Alike::NearlyName));
        check(&tifawin, &named("Tifawin", "163"), None);
        check(&tifawin, &named("Tifawin", ""), Some(Alike::Name));
        check(&named("تعاونية تيفاوين", ""), &named("تيفاوين", ""), Some(Alike::Name));
        // Short names are the same or they are not.
        check(&named("Amal", ""), &named("Amel", ""), None);
        // A name that is only what all are called is kept whole.
        check(&named("Coopérative", ""), &named("Coopérative agricole", ""), None);
        let with = |numbers: [&str; 3]| looked(&["Tifawin"], "581", numbers);
        check(&with(["001", "", ""]), &looked(&["Azukni"], "163", ["001", "", ""]), Some(Alike::Ice));
        check(&with(["001", "", ""]), &with(["002", "", ""]), None);
        check(&with(["", "12", "Tiznit"]), &looked(&["Azukni"], "163", ["", "12", "TIZNIT"]), Some(Alike::Register));
        check(&with(["", "12", "Tiznit"]), &with(["", "12", "Agadir"]), None);
        check(&with(["", "12", ""]), &with(["", "13", ""]), None);
        check(&named("", ""), &named("", ""), None);
    }

    #[test]
    fn each_pair_comes_once_and_the_surest_first() {
        let nearly = looked(&["Tifawine", "تيفاوين"], "581", [""; 3]);
        let all =
            [nearly, looked(&["Tifawin"], "581", ["7", "", ""]), looked(&["Tifawin", "تيفاوين"], "581", ["7", "", ""])];
        assert_eq!(twins(&all), [(1, 2, Alike::Ice), (0, 2, Alike::Name), (0, 1, Alike::NearlyName)]);
        assert!(twins(&[]).is_empty());
    }
}
