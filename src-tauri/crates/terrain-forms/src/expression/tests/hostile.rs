//! Texts that nobody means well: nothing panics, everything ends soon, nothing exhausts a small stack.

use std::time::{Duration, Instant};

use super::{CASES, Small, garden};
use crate::Deviations;
use crate::expression::{
    EXPRESSION_BYTES_MAX, EvaluationError, NESTING_MAX, ParseErrorKind, aggregated, check_static, evaluate,
    is_volatile, parse, parse_template,
};

/// Deep nesting, long chains, odd bytes, one text a line (`repeat:N:before|middle|after` is written out).
const CORPUS: &str = include_str!("../../../../../../tests/data/forms/expressions-corpus.txt");

/// Seeds of the mutations; each gives a few thousand texts.
const SEEDS: std::ops::Range<u64> = 0..4;

/// splitmix64: the same texts everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }
}

/// Reads it every way there is and runs what can be run. Gives whether it was an expression.
fn endure(tree: &Small, text: &str) -> bool {
    let (template, _) = parse_template(text);
    drop(template);
    let mut expr = match parse(text) {
        Ok(expr) => expr,
        Err(error) => {
            assert!(text.get(error.span.clone()).is_some(), "{text:?}: {error:?}");
            return false;
        }
    };
    check_static(&expr, &|_, _| true);
    aggregated(&expr);
    is_volatile(&expr);
    assert_eq!(expr, expr.clone());
    tree.resolve(&mut expr);
    for context in [0, tree.at("/data/person[2]/age")] {
        for deviations in [Deviations::NONE, Deviations::REFERENCE] {
            if let Ok(value) = evaluate(&expr, tree, context, context, &deviations) {
                value.stored(tree, &deviations);
            }
        }
    }
    true
}

/// On a thread with half a megabyte of stack: less than any that the app has.
fn on_a_small_stack(run: impl FnOnce(&Small) + Send + 'static) {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(|| run(&garden())).unwrap().join().unwrap();
}

fn corpus() -> Vec<String> {
    let lines = CORPUS.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines
        .map(|line| match line.strip_prefix("repeat:") {
            None => line.to_owned(),
            Some(recipe) => {
                let (times, parts) = recipe.split_once(':').unwrap();
                let times: usize = times.parse().unwrap();
                let mut parts = parts.split('|');
                let (before, middle, after) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
                format!("{}{middle}{}", before.repeat(times), after.repeat(times))
            }
        })
        .collect()
}

fn expressions() -> Vec<&'static str> {
    CASES.lines().filter_map(|l| l.rsplit_once(" =>")).map(|(text, _)| text).collect()
}

#[test]
fn the_corpus_is_endured() {
    on_a_small_stack(|tree| {
        for text in corpus() {
            let begun = Instant::now();
            endure(tree, &text);
            assert!(begun.elapsed() < Duration::from_secs(20), "{}", text.chars().take(80).collect::<String>());
        }
    });
}

#[test]
fn mutations_of_good_expressions_are_endured() {
    let mut all: Vec<String> = expressions().into_iter().map(str::to_owned).collect();
    all.extend(corpus().into_iter().filter(|text| text.len() < 400));
    on_a_small_stack(move |tree| {
        for seed in SEEDS {
            let mut dice = Dice(seed);
            for text in &all {
                let mut signs: Vec<char> = text.chars().collect();
                for _ in 0..=dice.roll(3) {
                    let (at, other) = (dice.roll(signs.len()), all[dice.roll(all.len())].chars());
                    match dice.roll(4) {
                        0 if !signs.is_empty() => drop(signs.remove(at)),
                        1 if !signs.is_empty() => signs.truncate(at),
                        2 => drop(signs.splice(at..at, other)),
                        _ => signs.insert(
                            at,
                            ['(', ')', '[', '\'', '/', '-', '.', '$', '{', '}', ',', ' ', '٣'][dice.roll(13)],
                        ),
                    }
                }
                endure(tree, &signs.into_iter().collect::<String>());
            }
        }
    });
}

#[test]
fn soups_of_tokens_are_endured() {
    const TOKENS: &[&str] = &[
        "${i5}",
        "${person}",
        "${age}",
        "${pet}",
        "1",
        "2.5",
        "'a'",
        "''",
        "(",
        ")",
        "[",
        "]",
        ",",
        "/",
        "..",
        ".",
        "*",
        "-",
        "+",
        " div ",
        " mod ",
        " and ",
        " or ",
        "=",
        "!=",
        "<",
        "|",
        "name",
        "count(",
        "sum(",
        "if(",
        "position(",
        "last()",
        "instance('l')/root/item",
        "current()/",
        "concat(",
        "join(",
        "date(",
        "today()",
        "string(",
        "::",
        "node()",
        "randomize(",
        "indexed-repeat(",
        "selected(",
        "regex(",
        "max(",
        "not(",
        "person",
        "pet",
        "kind",
    ];
    on_a_small_stack(|tree| {
        let (mut dice, mut good) = (Dice(7), 0);
        for _ in 0..4_000 {
            let text: String = (0..1 + dice.roll(9)).map(|_| TOKENS[dice.roll(TOKENS.len())]).collect();
            good += usize::from(endure(tree, &text));
        }
        assert!(good > 100, "only {good} of the soups were expressions: they test little");
    });
}

#[test]
fn what_is_too_deep_or_too_long_is_refused_and_what_is_just_within_runs() {
    let kind = |text: &str| parse(text).unwrap_err().kind;
    let nested = |times: usize| format!("{}1{}", "(".repeat(times), ")".repeat(times));
    on_a_small_stack(move |tree| {
        assert!(matches!(kind(&nested(10_000)), ParseErrorKind::TooDeep { .. }));
        assert!(matches!(kind(&nested(NESTING_MAX)), ParseErrorKind::TooDeep { .. }));
        assert!(endure(tree, &nested(NESTING_MAX - 1)));
        assert!(endure(tree, &format!("{}1{}", "if(1, ".repeat(NESTING_MAX - 1), ", 2)".repeat(NESTING_MAX - 1))));
        assert!(endure(tree, &format!("{}1{}", "item[".repeat(NESTING_MAX - 1), "]".repeat(NESTING_MAX - 1))));
        assert!(endure(tree, &format!("1{}", " + 1".repeat(990))));
        assert!(matches!(kind(&format!("1{}", " + 1".repeat(1_000))), ParseErrorKind::TooDeep { .. }));
        assert!(matches!(kind(&" ".repeat(EXPRESSION_BYTES_MAX + 1)), ParseErrorKind::TooLong { .. }));
    });
}

#[test]
fn filters_within_filters_stop() {
    let mut tree = super::Small::new();
    let root = tree.list("big");
    for n in 0..3_000 {
        tree.item(root, &[("name", &n.to_string())]);
    }
    let all = "instance('big')/root/item";
    let text = format!("count({all}[count({all}[name > current()/name]) > count({all}[name < 3])])");
    let expr = parse(&text).unwrap();
    assert_eq!(evaluate(&expr, &tree, 0, 0, &Deviations::NONE), Err(EvaluationError::TooMuchWork));
}
