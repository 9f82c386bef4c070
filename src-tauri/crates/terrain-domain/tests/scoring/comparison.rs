//! What moved between two scores adds up to the difference, whatever was asked at either moment.

use proptest::prelude::*;
use terrain_domain::{Comparison, Difference, Recipe, Score, Standing, compare, recompute, score};

use crate::strategic::{answers, dimension, item, strategic};

fn scored(recipe: &Recipe, text: &str) -> Score {
    score(recipe, &answers(recipe, text))
}

/// Governance, one line: the difference, its two parts, then each question that moved.
fn said(comparison: &Comparison) -> String {
    let axis = comparison.axes.iter().find(|a| a.name == "governance").unwrap();
    let Some(difference) = &axis.difference else { return "none".to_owned() };
    let mut words = vec![format!(
        "{:+.2} = level {:+.2}, composition {:+.2}:",
        difference.delta, difference.by_level, difference.by_composition
    )];
    for m in difference.movements.iter().filter(|m| m.by_level.abs() + m.by_composition.abs() > 1e-9) {
        words.push(format!("{} {:+.2} {:+.2}", m.name, m.by_level, m.by_composition));
    }
    words.join(" ")
}

/// Weights of governance: 3 3 3 2 2 1.
#[test]
fn each_axis_says_what_moved_it() {
    let recipe = strategic();
    let check = |first: &str, second: &str, expected: &str| {
        assert_eq!(said(&compare(&scored(&recipe, first), &scored(&recipe, second))), expected, "{first} → {second}");
    };
    check("*=2", "*=2", "+0.00 = level +0.00, composition +0.00:");
    check("*=2", "*=2 ga_regularity=4", "+10.71 = level +10.71, composition +0.00: ga_regularity +10.71 +0.00");
    check(
        "*=2",
        "*=2 ga_regularity=4 transparency=1",
        "+7.14 = level +7.14, composition +0.00: ga_regularity +10.71 +0.00 transparency -3.57 +0.00",
    );
    // A question that comes in at the middle of both scores moves nothing, a better one lifts.
    check("*=2 transparency=hidden", "*=2", "+0.00 = level +0.00, composition +0.00:");
    check("*=2 transparency=hidden", "*=2 transparency=4", {
        "+7.14 = level +0.00, composition +7.14: transparency +0.00 +6.63 ga_regularity +0.00 +0.13 \
         legal_compliance +0.00 +0.13 organ_functioning +0.00 +0.13 member_participation +0.00 +0.09 \
         conflict_management +0.00 +0.04"
    });
    check("*=4 ga_regularity=0", "*=4 ga_regularity=hidden", {
        "+21.43 = level +0.00, composition +21.43: ga_regularity +0.00 +19.13 legal_compliance +0.00 +0.63 \
         organ_functioning +0.00 +0.63 member_participation +0.00 +0.42 transparency +0.00 +0.42 \
         conflict_management +0.00 +0.21"
    });
    check("*=2", "*=blank", "none");
}

#[test]
fn the_whole_is_moved_by_its_dimensions() {
    let recipe = strategic();
    let finance =
        "bookkeeping=4 cash_control=4 cost_price_known=4 profitability=4 capital_and_reserves=4 access_to_finance=4";
    let overall = compare(&scored(&recipe, "*=2"), &scored(&recipe, &format!("*=2 {finance}"))).overall.unwrap();
    assert!((overall.delta - 7.0).abs() < 1e-9, "50 points more at a weight of 14 of 100: {overall:?}");
    assert_eq!((overall.movements[0].name.as_str(), overall.movements.len()), ("finance", 10));
    assert!((overall.movements[0].by_level - 7.0).abs() < 1e-9 && overall.by_composition.abs() < 1e-9);
}

#[test]
fn questions_that_stand_otherwise_are_said() {
    let recipe = strategic();
    let comparison = compare(&scored(&recipe, "*=2 transparency=na"), &scored(&recipe, "*=2 ga_regularity=hidden"));
    let governance = &comparison.axes[0];
    let found: Vec<_> = governance.restanding.iter().map(|r| (r.question.as_str(), r.first, r.second)).collect();
    let (counted, na) = (Some(Standing::Counted), Some(Standing::NotApplicable));
    assert_eq!(found, [("ga_regularity", counted, Some(Standing::Irrelevant)), ("transparency", na, counted)]);
}

/// The next version of the form drops a question, brings another, renames a dimension and weighs otherwise.
#[test]
fn versions_are_compared_under_either_recipe() {
    let first = strategic();
    let mut second = strategic();
    second.items.retain(|i| i.question != "conflict_management");
    second.items.push(item("governance", "women_in_board", 2.0));
    second.dimensions[0].labels.insert("fr".into(), "Gouvernance".into());
    second.items[0].weight = 1.0;
    second.dimensions[9].name = "territory".into();
    second.items.iter_mut().filter(|i| i.dimension == "innovation_territory").for_each(|i| {
        i.dimension = "territory".into();
    });
    let old = answers(&first, "*=2 conflict_management=4");
    let new = answers(&second, "*=3 women_in_board=1");
    let under_new = recompute(&old, &first, &second);
    let names = |list: &[terrain_domain::Unshared]| -> Vec<String> {
        list.iter().map(|u| format!("{}.{}", u.dimension, u.question)).collect()
    };
    assert_eq!(names(&under_new.not_asked), ["governance.women_in_board"]);
    assert_eq!(names(&under_new.left_aside), ["governance.conflict_management"]);
    let standing = |score: &Score, q: &str| score.item(q).unwrap().standing;
    assert_eq!(standing(&under_new.score, "women_in_board"), Standing::NotAsked);
    assert_eq!(under_new.score.dimensions[0].score, Some(50.0));

    let comparison = compare(&under_new.score, &score(&second, &new));
    assert_eq!(comparison.axes.len(), 10);
    assert_eq!(comparison.axes[0].labels["fr"], "Gouvernance");
    assert_eq!(comparison.axes[0].restanding[0].first, Some(Standing::NotAsked));

    let under_old = recompute(&new, &second, &first);
    assert_eq!(names(&under_old.not_asked), ["governance.conflict_management"]);
    assert_eq!(names(&under_old.left_aside), ["governance.women_in_board"]);

    // Each under its own recipe: the axis that only one has is shown once each, without a difference.
    let own = compare(&score(&first, &old), &score(&second, &new));
    let alone: Vec<_> = own.axes.iter().filter(|a| a.difference.is_none()).map(|a| a.name.as_str()).collect();
    assert_eq!(alone, ["territory", "innovation_territory"]);
    assert_eq!(own.axes[0].labels["fr"], "Gouvernance");
}

/// A version that asks little of what another weighs gets no score under it.
#[test]
fn a_version_that_asked_too_little_has_no_score() {
    let first = strategic();
    let mut second = Recipe::default();
    second.dimensions.push(dimension("governance", 100.0, &[]));
    second.items = (0..5).map(|n| item("governance", &format!("new{n}"), 3.0)).collect();
    second.items.push(item("governance", "ga_regularity", 3.0));
    assert_eq!(recompute(&answers(&first, "*=4"), &first, &second).score.overall, None);
}

fn closes(difference: &Difference) -> bool {
    let sum = |of: fn(&terrain_domain::Movement) -> f64| difference.movements.iter().map(of).sum::<f64>();
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    near(sum(|m| m.by_level), difference.by_level)
        && near(sum(|m| m.by_composition), difference.by_composition)
        && near(difference.by_level + difference.by_composition, difference.delta)
}

fn any_moment() -> impl Strategy<Value = Vec<(&'static str, u8)>> {
    let words = prop_oneof![
        5 => proptest::sample::select(vec!["0", "1", "2", "3", "4"]),
        1 => proptest::sample::select(vec!["na", "hidden", "blank", "absent"]),
    ];
    proptest::collection::vec((words, 0u8..6), strategic().items.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Also under recipes whose weights differ.
    #[test]
    fn movements_add_up_to_the_difference(first in any_moment(), second in any_moment()) {
        let moment = |words: &[(&str, u8)]| {
            let mut recipe = strategic();
            for (item, (_, weight)) in recipe.items.iter_mut().zip(words) {
                item.weight = f64::from(*weight);
            }
            let text: String = recipe.items.iter().zip(words).map(|(i, w)| format!("{}={} ", i.question, w.0)).collect();
            scored(&recipe, &text)
        };
        let (a, b) = (moment(&first), moment(&second));
        let (there, back) = (compare(&a, &b), compare(&b, &a));
        let near = |x: f64, y: f64| (x - y).abs() < 1e-9;
        for (axis, again) in there.axes.iter().zip(&back.axes) {
            match (&axis.difference, &again.difference) {
                (Some(d), Some(back)) => {
                    prop_assert!(closes(d) && near(d.delta, axis.second.unwrap() - axis.first.unwrap()));
                    prop_assert!(near(d.by_level, -back.by_level) && near(d.by_composition, -back.by_composition));
                }
                (d, _) => prop_assert!(d.is_none() && (axis.first.is_none() || axis.second.is_none())),
            }
        }
        if let Some(whole) = &there.overall {
            prop_assert!(closes(whole) && near(whole.delta, b.overall.unwrap() - a.overall.unwrap()));
        }
    }
}
