//! Expressions against what is written down: cases of our own, the reference's values, and hostile texts.

mod hostile;
mod reference;
mod tree;

use tree::Small;

use super::{ParseError, evaluate, parse_rule};
use crate::Deviations;

/// Our cases: `expression => value as it is stored`, or `=> !Kind` for a text that is refused. Lines with `@` set the place,
/// the offset of the zone or the language for those below.
const CASES: &str = include_str!("cases.txt");

/// Answers of the reference's cases, a repeat with a repeat in it, a group, and a second list.
fn garden() -> Small {
    let mut tree = Small::new();
    reference::answers(&mut tree);
    let group = tree.add(Some(0), "g", "");
    tree.add(Some(group), "inside", "in a group");
    tree.add(Some(0), "été", "summer");
    tree.add(Some(0), "السن", "41");
    tree.add(Some(0), "a-b.c", "dashed");
    tree.add(Some(0), "div", "12");
    tree.add(Some(0), "zero", "0");
    for (name, age, pets) in
        [("Amina", "41", ["cat", "dog"].as_slice()), ("Hassan", "17", &["hen"]), ("Zineb", "", &[])]
    {
        let person = tree.instance(0, "person", &[("who", name), ("age", age), ("rank", "")]);
        for pet in pets {
            tree.instance(person, "pet", &[("kind", pet), ("legs", if *pet == "hen" { "2" } else { "4" })]);
        }
    }
    reference::choices(&mut tree);
    let root = tree.list("villages");
    for (code, province, people) in [("v1", "azilal", "120"), ("v2", "azilal", "80"), ("v3", "tinghir", "")] {
        tree.item(root, &[("name", code), ("province", province), ("people", people)]);
    }
    tree
}

fn run(tree: &Small, text: &str, context: usize, deviations: &Deviations) -> Result<String, ParseError> {
    let mut expr = parse_rule(text)?;
    tree.resolve(&mut expr);
    let value = evaluate(&expr, tree, context, context, deviations).unwrap();
    Ok(value.stored(tree, deviations))
}

#[test]
fn expressions_have_the_values_that_are_written_down() {
    let mut tree = garden();
    let (mut context, mut wrong, mut count) = (0, Vec::new(), 0);
    for (number, line) in CASES.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
        if let Some(setting) = line.strip_prefix("@ ") {
            match setting.split_once(' ') {
                Some(("offset", minutes)) => tree.offset_min = minutes.parse().unwrap(),
                Some(("language", code)) => tree.language = code.into(),
                _ => context = tree.at(setting),
            }
            continue;
        }
        let (text, expected) = line.rsplit_once(" =>").unwrap();
        count += 1;
        let found = match run(&tree, text, context, &Deviations::NONE) {
            Ok(value) => value,
            Err(error) => format!("!{:?}", error.kind),
        };
        let expected = expected.strip_prefix(' ').unwrap_or(expected);
        let same = if expected.starts_with('!') { found.starts_with(expected) } else { found == expected };
        if !same {
            wrong.push(format!("line {}: {text} => {found:?}, not {expected:?}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 400, "{count} cases");
}

#[test]
fn what_is_absent_is_blank_but_to_the_reference() {
    let tree = garden();
    let check = |text: &str, ours: &str, reference: &str| {
        assert_eq!(run(&tree, text, 0, &Deviations::NONE).unwrap(), ours, "{text}");
        assert_eq!(run(&tree, text, 0, &Deviations::REFERENCE).unwrap(), reference, "{text}");
    };
    check("/data/nowhere = ''", "true", "false");
    check("/data/nowhere != ''", "false", "false");
    check("/data/nowhere = ${iE}", "true", "false");
    check("count(instance('l')/root/item[w = ''])", "1", "0");
    check("count(instance('l')/root/item[w = ${iE}])", "1", "0");
    check("count(instance('l')/root/item[name = /data/nowhere])", "0", "0");
    check("if(${zero}, 'y', 'n')", "n", "y");
    check("if(${iE}, 'y', 'n')", "n", "y");
    check("not(${iE})", "true", "false");
    check("format-date(${dd} + 7, '%d')", "01", "");
    check("1 div 0", "", "Infinity");
    check("regex(${tA}, 'b')", "false", "true");
}
