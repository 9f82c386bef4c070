//! The recipe of the strategic diagnostic, and answers to it written in few words.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::{Dimension, ItemAnswer, Recipe, ScoreMap, ScoredItem, StandardAction};

/// Each dimension with its weight, then its questions with theirs; 0 is a fact.
const ROWS: &str = "\
governance 14: ga_regularity=3 organ_functioning=3 legal_compliance=3 member_participation=2 transparency=2 conflict_management=1 last_ga_date=0
management 11: roles_and_tasks=3 manager_skills=3 stock_management=2 records_filing=2 internal_communication=1 digital_tools=1
finance 14: bookkeeping=3 cash_control=2 cost_price_known=3 profitability=3 capital_and_reserves=2 access_to_finance=1 turnover_last_year=0
production 12: technical_mastery=3 quality_control=3 hygiene_safety=3 equipment_capacity=2 supply_inputs=2 traceability=1
marketing 9: market_knowledge=3 product_range=2 brand_packaging=2 promotion=2 certifications_held=1
commercialisation 12: sales_channels=3 customer_contracts=2 price_policy=2 logistics_distance=2 sales_tracking=2 main_client_share=0
planning_monitoring 9: vision_shared=2 business_plan=3 annual_work_plan=2 indicators_followed=2 evaluation_learning=1
social 8: collective_needs=3 decent_work=2 income_effect=2 inclusion=2 jobs_created=0
environment 5: resource_use=3 waste_byproducts=3 natural_resource=2 inputs_packaging_impact=1 climate_risk=1
innovation_territory 6: innovation_practice=2 value_chain_position=3 networks_partnerships=2 territorial_anchoring=2 territory_potential=0";
const BLOCKING: [&str; 3] = ["legal_compliance", "bookkeeping", "hygiene_safety"];
const MAPS: [(&str, &str); 2] =
    [("digital_tools", "count 0=0 1=1 2=2 3=3 4=4 above=4"), ("certifications_held", "count 0=0 1=2 2=3 3=4 above=4")];
/// Identifier, area, days, question, when.
const ACTIONS: [(&str, &str, f64, &str, &str); 3] = [
    ("A_GOV_GA", "governance", 1.0, "ga_regularity", ""),
    ("A_GOV_BOARD", "governance", 1.0, "organ_functioning", ""),
    ("A_FIN_CASHBOOK", "finance", 2.0, "bookkeeping", "${bookkeeping} <= 1"),
];

fn labels(name: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("fr".to_owned(), name.to_owned())])
}

pub fn dimension(name: &str, weight: f64, blocking: &[&str]) -> Dimension {
    let blocking = blocking.iter().map(|b| (*b).to_owned()).collect();
    Dimension { name: name.to_owned(), labels: labels(name), weight, blocking }
}

pub fn item(dimension: &str, question: &str, weight: f64) -> ScoredItem {
    let cell = MAPS.iter().find(|(q, _)| *q == question).map_or("", |(_, cell)| cell);
    let map = ScoreMap::parse(cell).unwrap();
    ScoredItem { dimension: dimension.to_owned(), question: question.to_owned(), weight, map, target: 3.0 }
}

pub fn action(id: &str, area: &str, typical_days: f64, question: &str, when: &str) -> StandardAction {
    let [id, area, question, when] = [id, area, question, when].map(str::to_owned);
    StandardAction { labels: labels(&id), id, area, typical_days, question, when }
}

/// 10 dimensions of 100, 52 questions that weigh, 5 facts, 3 actions.
pub fn strategic() -> Recipe {
    let mut recipe = Recipe::default();
    for row in ROWS.lines() {
        let (head, questions) = row.split_once(": ").unwrap();
        let (name, weight) = head.split_once(' ').unwrap();
        let questions = questions.split(' ').map(|q| q.split_once('=').unwrap());
        let blocking: Vec<&str> = questions.clone().map(|q| q.0).filter(|q| BLOCKING.contains(q)).collect();
        recipe.items.extend(questions.map(|(question, weight)| item(name, question, weight.parse().unwrap())));
        recipe.dimensions.push(dimension(name, weight.parse().unwrap(), &blocking));
    }
    recipe.actions = ACTIONS.iter().map(|(id, area, days, q, when)| action(id, area, *days, q, when)).collect();
    recipe
}

/// Every question of the recipe, answered as `text` says: `question=value`, `question=na`, `question=hidden`,
/// `question=blank`, `question=absent`; `*=value` for all that it does not name. A select_multiple gets as many choices as give
/// that level, or the next that it can give.
pub fn answers(recipe: &Recipe, text: &str) -> Vec<ItemAnswer> {
    let said: BTreeMap<&str, &str> = text.split_whitespace().map(|w| w.split_once('=').unwrap()).collect();
    let known: BTreeSet<&str> = recipe.items.iter().map(|i| i.question.as_str()).chain(["*"]).collect();
    assert!(said.keys().all(|q| known.contains(q)), "{text}");
    let mut found = Vec::new();
    for scored in &recipe.items {
        let question = scored.question.as_str();
        let word = said.get(question).or(said.get("*")).copied().unwrap_or("blank");
        let chosen = ["none", "a", "a b", "a b c", "a b c d"];
        let value = match (word, &scored.map) {
            ("na" | "hidden" | "blank", _) => None,
            ("absent", _) => continue,
            (word, ScoreMap::Count { points, .. }) => {
                let level = word.parse().unwrap();
                Some(chosen[points.iter().position(|p| *p >= level).unwrap()].to_owned())
            }
            (word, _) => Some(word.to_owned()),
        };
        let (relevant, not_applicable) = (word != "hidden", word == "na");
        found.push(ItemAnswer { question: question.to_owned(), value, relevant, not_applicable });
    }
    found
}
