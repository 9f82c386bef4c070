//! Scores: worked examples, the rules at their edges, and what holds for every set of answers.

use proptest::prelude::*;
use terrain_domain::{Band, ItemAnswer, Recipe, Score, score};

use crate::strategic::{answers, item, strategic};

/// One line: the whole, the band, `~` if provisional, flags, findings.
fn said(score: &Score) -> String {
    let number = |x: Option<f64>| x.map_or("-".to_owned(), |x| format!("{x:.2}"));
    let mut words = vec![number(score.overall), score.band.map_or("-", Band::name).to_owned()];
    words.extend(score.provisional.then(|| "~".to_owned()));
    words.extend(score.capped.then(|| "capped".to_owned()));
    words.extend(score.flags.iter().map(|f| format!("!{f}")));
    words.extend(score.findings.iter().map(|f| format!("?{}:{}", f.code, f.question)));
    words.join(" ")
}

#[test]
fn whole_diagnostics_come_out_as_on_paper() {
    let recipe = strategic();
    let check = |text: &str, expected: &str| {
        assert_eq!(said(&score(&recipe, &answers(&recipe, text))), expected, "{text}");
    };
    check("*=0", "0.00 fragile !legal_compliance !bookkeeping !hygiene_safety");
    check("*=1", "25.23 emerging"); // one certificate is level 2 already
    check("*=1 certifications_held=hidden", "25.00 emerging");
    check("*=2", "50.00 developing");
    check("*=3", "75.00 consolidated");
    check("*=4", "100.00 performing");
    check("*=blank", "- - ~");
    check("*=hidden", "- - ~");
    check("*=absent", "- - ~");
    check(
        "*=na",
        "- - ~ ?finding-score-excused:legal_compliance ?finding-score-excused:bookkeeping \
        ?finding-score-excused:hygiene_safety",
    );
    check("*=4 hygiene_safety=0", "97.43 emerging capped !hygiene_safety");
    check("*=4 hygiene_safety=blank", "100.00 performing");
    check("*=4 hygiene_safety=na", "100.00 performing ?finding-score-excused:hygiene_safety");
    check("*=1 legal_compliance=0", "24.48 fragile !legal_compliance");
    check("*=2 market_knowledge=beaucoup", "50.00 developing ?finding-score-unreadable:market_knowledge");
    check("*=2 last_ga_date=2025-03-01 main_client_share=100", "50.00 developing");
}

/// Weights of governance: 3 3 3 2 2 1.
#[test]
fn a_dimension_needs_enough_answers_and_few_excuses() {
    let recipe = strategic();
    let check = |text: &str, expected: &str| {
        let scored = score(&recipe, &answers(&recipe, text));
        let governance = &scored.dimensions[0];
        let number =
            governance.score.map_or_else(|| governance.why_none.unwrap().code().to_owned(), |s| format!("{s:.3}"));
        let weights = (governance.answered_weight, governance.relevant_weight, governance.na_weight);
        let said = format!("{number} {} of {}, {} not", weights.0, weights.1, weights.2);
        assert_eq!(said, expected, "{text}");
        assert_eq!(governance.score.is_none(), governance.why_none.is_some());
        assert_eq!(governance.band, governance.score.map(Band::of));
    };
    let example = "ga_regularity=2 organ_functioning=2 legal_compliance=1 member_participation=3 transparency=2 \
        conflict_management=3 last_ga_date=2026-03-01";
    check(example, "50.000 14 of 14, 0 not");
    check("ga_regularity=4 organ_functioning=4 member_participation=1", "score-none-answers 8 of 14, 0 not");
    check("ga_regularity=4 organ_functioning=4 legal_compliance=4", "100.000 9 of 14, 0 not");
    check("*=2 conflict_management=na", "50.000 13 of 13, 1 not");
    check("*=2 transparency=na", "50.000 12 of 12, 2 not");
    check("*=2 ga_regularity=na", "score-none-applicable 11 of 11, 3 not");
    check("*=2 transparency=na conflict_management=na", "score-none-applicable 11 of 11, 3 not");
    check("*=2 legal_compliance=na", "50.000 11 of 14, 0 not");
    check("*=hidden", "score-none-irrelevant 0 of 0, 0 not");
    check("*=hidden transparency=3", "75.000 2 of 2, 0 not");
    check("*=3 transparency=hidden conflict_management=hidden", "75.000 11 of 11, 0 not");
    // What is hidden is no part of the weight of which a fifth may be excused: 2 of 9.
    check("*=2 transparency=na organ_functioning=hidden ga_regularity=hidden", "score-none-applicable 6 of 6, 2 not");
    check("*=2 last_ga_date=na", "50.000 14 of 14, 0 not");
    check("*=0 ga_regularity=4 legal_compliance=absent", "27.273 11 of 14, 0 not");
}

/// The rules say "less than" and "above": exactly 60 % answered gives a score, exactly 20 % excused too.
#[test]
fn the_shares_themselves_are_allowed() {
    let mut recipe = Recipe::default();
    recipe.dimensions.push(crate::strategic::dimension("one", 100.0, &[]));
    recipe.items = (0..5).map(|n| item("one", &format!("q{n}"), 0.1)).collect();
    let check = |text: &str, expected: Option<f64>| {
        let overall = score(&recipe, &answers(&recipe, text)).overall.map(|s| (s * 1e9).round() / 1e9);
        assert_eq!(overall, expected, "{text}");
    };
    check("q0=4 q1=4 q2=4", Some(100.0));
    check("q0=4 q1=4", None);
    check("*=4 q0=na", Some(100.0));
    check("*=4 q0=na q1=na", None);
    check("q0=na q1=4 q2=4 q3=4", Some(100.0));
    check("q0=na q1=4 q2=4", None);
}

#[test]
fn eight_of_ten_dimensions_make_a_score_final() {
    let recipe = strategic();
    let check = |blank: &[usize], expected: &str| {
        let mut given = answers(&recipe, "*=2");
        for question in recipe.items.iter().filter(|i| blank.iter().any(|b| recipe.dimensions[*b].name == i.dimension))
        {
            given.iter_mut().find(|a| a.question == question.question).unwrap().value = None;
        }
        assert_eq!(said(&score(&recipe, &given)), expected, "{blank:?}");
    };
    check(&[9], "50.00 developing");
    check(&[0, 2], "50.00 developing");
    check(&[0, 2, 5], "50.00 developing ~");
    check(&[0, 1, 2, 3, 4, 5, 6, 7, 8], "50.00 developing ~");
}

/// A recipe that nobody checked still gives a score without a panic or a number that is none.
#[test]
fn unsound_recipes_give_sound_numbers() {
    let mut recipe = strategic();
    recipe.items[0].weight = f64::NAN;
    recipe.items[1].weight = -5.0;
    recipe.items[2].weight = f64::INFINITY;
    recipe.dimensions[1].weight = f64::NAN;
    recipe.items.push(recipe.items[5].clone());
    let scored = score(&recipe, &answers(&recipe, "*=2"));
    assert_eq!(scored.overall, Some(50.0));
    assert_eq!(score(&Recipe::default(), &answers(&recipe, "*=2")).overall, None);
}

fn any_answer() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        6 => proptest::sample::select(vec!["0", "1", "2", "3", "4"]),
        1 => proptest::sample::select(vec!["na", "hidden", "blank", "absent"]),
    ]
}

fn any_answers() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(any_answer(), strategic().items.len())
}

fn text(recipe: &Recipe, words: &[&str]) -> String {
    recipe.items.iter().zip(words).map(|(i, w)| format!("{}={w} ", i.question)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scores_are_bounded_and_do_not_look_at_the_order(words in any_answers(), seed in any::<prop::sample::Index>()) {
        let recipe = strategic();
        let mut given = answers(&recipe, &text(&recipe, &words));
        let scored = score(&recipe, &given);
        let all = scored.dimensions.iter().filter_map(|d| d.score).chain(scored.overall);
        prop_assert!(all.clone().all(|s| (0.0..=100.0).contains(&s)), "{:?}", all.collect::<Vec<_>>());
        if !given.is_empty() {
            let by = seed.index(given.len());
            given.rotate_left(by);
            given.reverse();
        }
        prop_assert_eq!(score(&recipe, &given), scored);
        let twin = given.first().map(|first| ItemAnswer { value: Some("3".into()), ..first.clone() });
        let (mut before, mut after) = (given.clone(), given);
        before.splice(0..0, twin.clone());
        after.extend(twin);
        prop_assert_eq!(score(&recipe, &before), score(&recipe, &after), "of two answers to one question");
    }

    /// A level more in one question never lowers any score or band.
    #[test]
    fn scores_grow_with_every_item(words in any_answers(), which in any::<prop::sample::Index>()) {
        let recipe = strategic();
        let which = which.index(words.len());
        let mut higher = words.clone();
        higher[which] = match words[which] { "0" => "1", "1" => "2", "2" => "3", "3" => "4", other => other };
        let [before, after] = [&words, &higher].map(|w| score(&recipe, &answers(&recipe, &text(&recipe, w))));
        prop_assert!(after.overall >= before.overall);
        prop_assert!(after.band >= before.band);
        for (a, b) in after.dimensions.iter().zip(&before.dimensions) {
            prop_assert!(a.score >= b.score && a.score.is_some() == b.score.is_some());
        }
    }

    /// What is hidden may hold anything, or not be in the recipe at all.
    #[test]
    fn hidden_items_do_not_matter(words in any_answers(), which in any::<prop::sample::Index>()) {
        let mut recipe = strategic();
        let which = which.index(words.len());
        let mut words = words;
        words[which] = "hidden";
        let mut given = answers(&recipe, &text(&recipe, &words));
        let scored = score(&recipe, &given);
        let question = recipe.items[which].question.clone();
        let hidden: &mut ItemAnswer = given.iter_mut().find(|a| a.question == question).unwrap();
        (hidden.value, hidden.not_applicable) = (Some("4".to_owned()), true);
        prop_assert_eq!(&score(&recipe, &given), &scored);
        let removed = recipe.items.remove(which);
        let without = score(&recipe, &given);
        let alone = recipe.items.iter().all(|i| i.dimension != removed.dimension || i.weight <= 0.0);
        if !alone {
            prop_assert_eq!(without.overall, scored.overall);
            prop_assert_eq!(without.band, scored.band);
        }
    }
}
