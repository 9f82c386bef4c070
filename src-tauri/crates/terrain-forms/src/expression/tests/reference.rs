//! The reference engine's values of single expressions, with and without its deviations.

use serde_json::Value as Json;

use super::Small;
use crate::Deviations;

fn stored() -> Json {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/data/forms/expressions.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text<'j>(json: &'j Json, key: &str) -> &'j str {
    json[key].as_str().unwrap_or_default()
}

/// The questions, with their defaults as answers; of a cell's spaces, reading leaves one between words.
pub fn answers(tree: &mut Small) {
    for question in stored()["survey"].as_array().unwrap() {
        let default: Vec<&str> = text(question, "default").split_whitespace().collect();
        tree.add(Some(0), text(question, "name"), &default.join(" "));
    }
}

/// Its one list. A blank cell of a list makes no node.
pub fn choices(tree: &mut Small) {
    let root = tree.list("l");
    for choice in stored()["choices"].as_array().unwrap() {
        let columns = ["name", "label", "grp", "w"].map(|column| (column, text(choice, column)));
        tree.item(root, &columns.into_iter().filter(|(_, cell)| !cell.is_empty()).collect::<Vec<_>>());
    }
}

/// What differs with the reference's deviations, and why.
const PINNED: &[(&str, &str)] = &[("- - 3", "XPath 1.0 has it; the reference's grammar does not")];

/// What differs without them: each is a row of [`Deviations::ALL`].
const DEVIATING: &[(&str, &str)] = &[
    ("string(0.0000001)", "javascript_numbers"),
    ("-1 div 0", "infinity_stored"),
    ("regex('abc', 'b')", "regex_searches"),
    ("regex('a1', '\\d')", "regex_searches"),
    ("date(20416.75)", "date_keeps_time"),
    ("number(today())", "number_keeps_dates"),
    ("number('0x10')", "javascript_numbers"),
    ("number('+5')", "javascript_numbers"),
];

/// Expressions that have another value than the reference's.
fn differing(deviations: &Deviations) -> Vec<String> {
    let mut tree = Small::new();
    answers(&mut tree);
    let context = tree.add(Some(0), "here", "");
    choices(&mut tree);
    let json = stored();
    let cases = json["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 126);
    let same = |expr: &str, case: &Json| match (super::run(&tree, expr, context, deviations), case["value"].as_str()) {
        (Ok(found), Some(expected)) => found == expected,
        (Ok(found), None) => text(case, "note") == "volatile" && !found.is_empty(),
        (Err(_), expected) => expected.is_none() && case["error"].is_string(),
    };
    let exprs = cases.iter().map(|case| (text(case, "expr"), case));
    exprs.filter(|(expr, case)| !same(expr, case)).map(|(expr, _)| expr.to_owned()).collect()
}

#[test]
fn values_are_the_references_but_for_what_is_declared() {
    let names = |list: &[(&str, &str)]| list.iter().map(|(expr, _)| (*expr).to_owned()).collect::<Vec<_>>();
    assert_eq!(differing(&Deviations::REFERENCE), names(PINNED));
    let mut without = names(DEVIATING);
    without.extend(names(PINNED));
    let mut found = differing(&Deviations::NONE);
    found.sort();
    without.sort();
    assert_eq!(found, without);
    for (_, name) in DEVIATING {
        assert!(Deviations::ALL.iter().any(|(known, ..)| known == name), "{name}");
    }
}
