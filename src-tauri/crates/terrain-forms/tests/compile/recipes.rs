//! The sheets of scoring: what they hold, and what is told of them at their cells.

use crate::fixture::{check, form};

fn text(dimensions: &str, scoring: &str, actions: &str) -> String {
    let rows =
        |text: &str| text.split(';').filter(|r| !r.is_empty()).map(|row| format!("\n| {row} |")).collect::<String>();
    format!(
        "survey
        | type | name | label |
        | select_one level | ga | Assemblée |
        | select_one level | books | Comptes |
        choices
        | list_name | name | label |
        | level | 0 | Non |
        | level | 4 | Oui |
        terrain_dimensions
        | name | label::fr | label::ar | weight | blocking |{}
        terrain_scoring
        | dimension | question | weight | map | target |{}
        terrain_actions
        | id | label::fr | area | typical_days | question | when |{}",
        rows(dimensions),
        rows(scoring),
        rows(actions)
    )
}

const DIMENSION: &str = "governance | Gouvernance | الحكامة | 100 | ga";
const ITEMS: &str = "governance | ga | 3 | level | ; governance | books | 1 | value 0=0 4=4 | 4";
const ACTION: &str = "A_GA | Tenir l'assemblée | governance | 0.5 | ga | ${ga} <= 2";

#[test]
fn a_recipe_is_read() {
    let form = form(&text(DIMENSION, ITEMS, ACTION));
    let recipe = form.recipe.unwrap();
    assert_eq!(recipe.dimensions[0].labels["ar"], "الحكامة");
    assert_eq!(
        (recipe.dimensions[0].weight, recipe.dimensions[0].blocking.as_slice()),
        (100.0, &["ga".to_owned()][..])
    );
    assert_eq!((recipe.items[0].weight, recipe.items[0].target, recipe.items[1].target), (3.0, 3.0, 4.0));
    assert_eq!((recipe.actions[0].typical_days, recipe.actions[0].when.as_str()), (0.5, "${ga} <= 2"));
    assert_eq!(form.action_rules[0].0, "A_GA");
    assert!(form.action_rules[0].2.is_some());
    assert!(crate::fixture::form("survey\n| type | name | label |\n| text | a | A |").recipe.is_none());
}

#[test]
fn what_is_wrong_with_a_recipe_is_told() {
    for (dimensions, items, actions, expected) in [
        (DIMENSION, ITEMS, ACTION, ""),
        (
            "governance | Gouvernance | | cent | ga",
            ITEMS,
            "",
            "terrain_dimensions!D2 XF132, terrain_dimensions!D2 XF134, terrain_dimensions!D2 XF135",
        ),
        (DIMENSION, "governance | gaa | 3 | level | ;governance | ga | 1 | |", "", "terrain_scoring!B2 XF131"),
        (DIMENSION, "governance | xylophone | 3 | level | ;governance | ga | 1 | |", "", "terrain_scoring!B2 XF130"),
        (DIMENSION, "governance | ga | 3 | levels |", "", "terrain_scoring!D2 XF133"),
        (DIMENSION, "governanc | books | 3 | level | ;governance | ga | 1 | |", "", "terrain_scoring!A2 XF134"),
        (
            DIMENSION,
            ITEMS,
            "A_GA | Tenir | governance | 1 | gaa | ",
            "terrain_actions!E2 XF131, terrain_actions!E2 XF134",
        ),
        (DIMENSION, ITEMS, "A_GA | Tenir | governance | 1 | ga | ${gaa} < 2", "terrain_actions!F2 XF109"),
        (DIMENSION, ITEMS, "A_GA | Tenir | governance | beaucoup | ga | ", "terrain_actions!D2 XF132"),
        ("governance | Gouvernance | x | 90 | ga", ITEMS, "", "terrain_dimensions!D2 XF135"),
    ] {
        check(&text(dimensions, items, actions), expected);
    }
}
