//! From a score to a proposal: strengths and weaknesses, priorities, suggested actions.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::{Impacts, Priority, Recipe, SUGGESTIONS_MAX, Suggestion, effort, score, suggestions, swot};

use crate::strategic::{action, answers, item, strategic};

fn priority(text: &Priority) -> String {
    let code = text.quadrant.code().trim_start_matches("quadrant-");
    format!("gap {} impact {} effort {} index {:.2} {code}", text.gap, text.impact, text.effort, text.index)
}

/// The heaviest product is 14 · 3 = 42.
#[test]
fn priorities_come_out_as_on_paper() {
    let recipe = strategic();
    let impacts = Impacts::new(&recipe);
    let check = |question: &str, level: Option<f64>, days: f64, expected: &str| {
        assert_eq!(priority(&impacts.priority(question, level, days)), expected, "{question}");
    };
    check("ga_regularity", Some(0.0), 1.0, "gap 3 impact 5 effort 2 index 7.50 quick-win");
    check("ga_regularity", Some(2.0), 5.0, "gap 1 impact 5 effort 5 index 1.00 major-project");
    check("ga_regularity", Some(4.0), 1.0, "gap 0 impact 5 effort 2 index 0.00 quick-win");
    check("transparency", Some(1.0), 2.0, "gap 2 impact 4 effort 3 index 2.67 major-project");
    check("traceability", Some(1.0), 0.5, "gap 2 impact 2 effort 1 index 4.00 fill-in");
    check("climate_risk", Some(0.5), 3.0, "gap 2.5 impact 1 effort 4 index 0.62 postpone");
    check("last_ga_date", None, 1.0, "gap 1 impact 1 effort 2 index 0.50 fill-in");
    check("phase_of_moon", None, 1.0, "gap 1 impact 1 effort 2 index 0.50 fill-in");
    for (days, expected) in [(0.25, 1), (0.5, 1), (0.75, 2), (1.0, 2), (2.0, 3), (3.0, 4), (3.5, 5), (f64::NAN, 5)] {
        assert_eq!(effort(days), expected, "{days}");
    }
    let mut ambitious = strategic();
    ambitious.items[0].target = 4.0;
    assert_eq!(Impacts::new(&ambitious).priority("ga_regularity", Some(3.0), 1.0).gap.to_string(), "1");
    let mut nothing = strategic();
    nothing.items.iter_mut().for_each(|i| i.weight = 0.0);
    assert_eq!(Impacts::new(&nothing).of("ga_regularity"), 1, "no weight at all is no impact of 5");
}

fn said(found: &[Suggestion]) -> String {
    let one = |s: &Suggestion| {
        let reasons: Vec<_> = s.reasons.iter().map(|r| r.question.as_str()).collect();
        let marks = [(s.urgent, "!"), (s.taken, "+")].map(|(yes, mark)| if yes { mark } else { "" });
        format!("{}{} {:.2} {}", s.id, marks.concat(), s.priority.index, reasons.join("+"))
    };
    found.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Actions of the strategic diagnostic, one of them suggested by two questions, two by one question.
fn with_actions() -> Recipe {
    let mut recipe = strategic();
    recipe.actions = vec![
        action("GA", "governance", 1.0, "ga_regularity", ""),
        action("BOARD", "governance", 1.0, "organ_functioning", ""),
        action("ROLES", "governance", 1.0, "organ_functioning", ""),
        action("ROLES", "governance", 9.0, "roles_and_tasks", ""),
        action("CASHBOOK", "finance", 4.0, "bookkeeping", ""),
        action("CLIENTS", "commercialisation", 2.0, "main_client_share", "${main_client_share} > 60"),
        action("COMM", "management", 0.5, "internal_communication", ""),
    ];
    recipe
}

#[test]
fn actions_are_suggested_with_their_reasons() {
    let recipe = with_actions();
    let check = |text: &str, held: &[(&str, &str)], done: &[&str], expected: &str| {
        let held = held.iter().map(|(a, q)| ((*a).to_owned(), (*q).to_owned())).collect();
        let done: BTreeSet<String> = done.iter().map(|d| (*d).to_owned()).collect();
        let scored = score(&recipe, &answers(&recipe, text));
        assert_eq!(said(&suggestions(&recipe, &scored, &held, &done)), expected, "{text} {held:?} {done:?}");
    };
    check("*=3", &[], &[], "");
    check("*=blank", &[], &[], "");
    check("*=3 ga_regularity=2", &[], &[], "GA 2.50 ga_regularity");
    check("*=3 ga_regularity=1", &[], &[], "GA+ 5.00 ga_regularity");
    check("*=3 ga_regularity=hidden organ_functioning=0", &[], &[], {
        "BOARD+ 7.50 organ_functioning, ROLES 7.50 organ_functioning"
    });
    check("*=3 organ_functioning=0", &[], &["BOARD"], "ROLES+ 7.50 organ_functioning");
    // One action, two questions: once, with the higher index and both reasons, the stronger first.
    check("*=3 organ_functioning=2 roles_and_tasks=0", &[], &[], {
        "ROLES+ 6.00 roles_and_tasks+organ_functioning, BOARD 2.50 organ_functioning"
    });
    // A blocking question at 0 comes before any index.
    check("*=3 ga_regularity=0 bookkeeping=0", &[], &[], "CASHBOOK!+ 3.00 bookkeeping, GA+ 7.50 ga_regularity");
    check("*=3 ga_regularity=0 bookkeeping=1", &[], &[], "GA+ 7.50 ga_regularity, CASHBOOK+ 2.00 bookkeeping");
    // A condition of the workbook is the form engine's to decide, and the level does not matter then.
    check("*=3 main_client_share=80", &[("CLIENTS", "main_client_share")], &[], "CLIENTS 0.33 main_client_share");
    check("*=3 main_client_share=80", &[("CLIENTS", "ga_regularity")], &[], "");
    check("*=3 ga_regularity=3", &[("GA", "ga_regularity")], &[], "");
}

#[test]
fn a_proposal_is_short_and_in_the_order_of_the_sheet_where_equal() {
    let mut recipe = strategic();
    recipe.actions = (0..40).map(|n| action(&format!("A{n:02}"), "governance", 1.0, "ga_regularity", "")).collect();
    recipe.actions.push(action("FIRST", "governance", 0.5, "ga_regularity", ""));
    let scored = score(&recipe, &answers(&recipe, "*=0"));
    let found = suggestions(&recipe, &scored, &BTreeSet::new(), &BTreeSet::new());
    let ids: Vec<_> = found.iter().map(|s| s.id.as_str()).collect();
    assert_eq!((ids.len(), ids[0], ids[1], ids[14]), (SUGGESTIONS_MAX, "FIRST", "A00", "A13"));
    assert_eq!(found.iter().filter(|s| s.taken).count(), 1, "one action a question is taken, the others offered");
}

#[test]
fn strengths_weaknesses_chances_and_dangers_are_proposed() {
    let mut recipe = strategic();
    recipe.items.push(item("governance", "no_weight", 0.0));
    let check = |text: &str, raw: &[(&str, &str)], expected: [&str; 4]| {
        let raw: BTreeMap<String, String> = raw.iter().map(|(q, v)| ((*q).to_owned(), (*v).to_owned())).collect();
        let found = swot(&score(&recipe, &answers(&recipe, text)), &raw);
        let items = |list: &[terrain_domain::SwotItem]| {
            list.iter().map(|i| format!("{} {}", i.question, i.rank)).collect::<Vec<_>>().join(", ")
        };
        let seeds = |list: &[terrain_domain::SwotSeed]| {
            let one =
                |s: &terrain_domain::SwotSeed| format!("{}={}", s.question, s.text.as_deref().unwrap_or(&s.value));
            list.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let said =
            [items(&found.strengths), items(&found.weaknesses), seeds(&found.opportunities), seeds(&found.threats)];
        assert_eq!(said, expected, "{text}");
    };
    check("*=2 no_weight=4", &[], ["", "", "", ""]);
    check("*=2 transparency=3 climate_risk=4 no_weight=4", &[], ["transparency 84, climate_risk 20", "", "", ""]);
    check("*=2 transparency=1 climate_risk=0", &[("climate_risk", "0")], {
        ["", "transparency 84, climate_risk 20", "", "climate_risk=0"]
    });
    check("*=4", &[], {
        [
            "ga_regularity 168, organ_functioning 168, legal_compliance 168, bookkeeping 168, cost_price_known 168",
            "",
            "",
            "",
        ]
    });
    check(
        "*=2",
        &[
            ("swot_opportunities", " Route neuve \n\n Coopération avec l'hôtel"),
            ("territory_potential", "Argan"),
            ("main_client_share", "60"),
            ("supply_inputs", "2"),
        ],
        [
            "",
            "",
            "swot_opportunities=Route neuve, swot_opportunities=Coopération avec l'hôtel, territory_potential=Argan",
            "",
        ],
    );
    check(
        "*=2",
        &[("swot_threats", "a\nb\nc"), ("main_client_share", "60.5"), ("supply_inputs", "1"), ("climate_risk", "0")],
        ["", "", "", "swot_threats=a, swot_threats=b, swot_threats=c, main_client_share=60.5, supply_inputs=1"],
    );
    check("*=2", &[("main_client_share", "beaucoup"), ("swot_threats", "  ")], ["", "", "", ""]);
}
