//! What is wrong with a recipe is said, at its cell.

use terrain_domain::{ITEMS_MAX, Recipe, RecipeProblem, ScoreMap, recipe_problems};

use crate::strategic::{dimension, item, strategic};

type Spoil = fn(&mut Recipe);

/// One thing is spoilt at a time, and exactly that is said, at its cell.
#[test]
fn every_mistake_has_its_cell() {
    let check = |spoil: Spoil, expected: &str| {
        let mut recipe = strategic();
        spoil(&mut recipe);
        let said = |p: &RecipeProblem| {
            let sort = if p.warning { "?" } else { "!" };
            let code = p.code.trim_start_matches("finding-recipe-");
            format!("{}[{}].{} {code}{sort}", p.sheet.name().trim_start_matches("terrain_"), p.row, p.column)
        };
        let found: Vec<_> = recipe_problems(&recipe).iter().map(said).collect();
        assert_eq!(found.join(", "), expected);
    };
    check(|_| {}, "");
    check(|r| *r = Recipe::default(), "");
    check(|r| r.dimensions[1].weight = 0.0, "dimensions[1].weight weight!, dimensions[0].weight sum?");
    check(|r| r.dimensions[1].weight = f64::NAN, "dimensions[1].weight weight!");
    check(|r| r.dimensions[1].weight = f64::INFINITY, "dimensions[1].weight weight!, dimensions[0].weight sum?");
    check(|r| r.dimensions[1].weight = 12.0, "dimensions[0].weight sum?");
    check(|r| r.dimensions[0].name = " ".into(), {
        "dimensions[0].name missing!, dimensions[0].name dimension-empty?, dimensions[0].blocking blocking!, \
         scoring[0].dimension dimension-unknown!, scoring[1].dimension dimension-unknown!, \
         scoring[2].dimension dimension-unknown!, scoring[3].dimension dimension-unknown!, \
         scoring[4].dimension dimension-unknown!, scoring[5].dimension dimension-unknown!, \
         scoring[6].dimension dimension-unknown!, actions[0].area dimension-unknown?, \
         actions[1].area dimension-unknown?"
    });
    check(|r| r.dimensions[0].labels.clear(), "dimensions[0].label label?");
    check(|r| r.dimensions[0].blocking.push("budget".into()), "dimensions[0].blocking blocking!");
    check(
        |r| {
            r.dimensions[1].weight = 6.0;
            r.dimensions.push(dimension("youth", 5.0, &[]));
        },
        "dimensions[10].name dimension-empty?",
    );
    check(
        |r| r.items[1].question = "ga_regularity".into(),
        "scoring[1].question twice!, actions[1].question action-never!",
    );
    check(|r| r.items[1].question = String::new(), "scoring[1].question missing!, actions[1].question action-never!");
    check(|r| r.items[1].dimension = "governanse".into(), "scoring[1].dimension dimension-unknown!");
    check(|r| r.items[1].weight = -1.0, "scoring[1].weight weight-negative!");
    check(|r| r.items[1].weight = f64::NAN, "scoring[1].weight weight-negative!");
    check(|r| r.items[1].weight = 0.0, "");
    check(|r| r.items[1].target = 5.0, "scoring[1].target level!");
    check(|r| r.items[1].map = ScoreMap::Count { points: vec![0.0, 9.0], above_last: 4.0 }, "scoring[1].map level!");
    check(|r| r.actions[1].id = String::new(), "actions[1].id missing!");
    check(|r| r.actions.push(r.actions[0].clone()), "actions[3].id twice!");
    check(|r| r.actions[1].typical_days = 0.0, "actions[1].typical_days days!");
    check(|r| r.actions[1].area = "governanse".into(), "actions[1].area dimension-unknown?");
    check(|r| r.actions[1].question = "phase_of_moon".into(), "actions[1].question action-never!");
    check(|r| r.actions[1].question = String::new(), "actions[1].question missing!");
    check(|r| (r.actions[1].question, r.actions[1].when) = ("moon".into(), "${moon} = 'new'".into()), "");
    check(
        |r| {
            let mut again = r.actions[0].clone();
            again.question = "transparency".into();
            again.typical_days = 9.0;
            again.labels.clear();
            r.actions.push(again);
        },
        "actions[3].id action-differs?",
    );
    check(
        |r| r.items.extend((0..=ITEMS_MAX).map(|n| item("governance", &format!("q{n}"), 1.0))),
        "scoring[2000].dimension many!",
    );
}

#[test]
fn a_dimension_nearly_named_is_proposed() {
    let mut recipe = strategic();
    recipe.items[0].dimension = "governanse".into();
    assert_eq!(recipe_problems(&recipe)[0].args["hint"], "governance");
}
