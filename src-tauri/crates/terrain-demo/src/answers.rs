//! What is answered in the shipped forms: plausible, and the same for the same seed. A profile of levels by sector, better
//! after a year of work.

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value as Json;
use terrain_api::Filling;

use crate::chance::Chance;

/// What a form opens with of a cooperative's record.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Place of its trade in [`PROFILES`]: natural resources, food, crafts, services.
    trade: usize,
    members: u64,
    women: u64,
    under35: u64,
}

const NATURAL: [&str; 4] = ["argan", "honey", "aromatic_medicinal_plants", "fishing_artisanal"];
const CRAFTS: [&str; 4] = ["weaving_carpets", "embroidery_sewing", "jewellery_silver", "pottery"];
const SERVICES: [&str; 3] = ["rural_tourism_lodging", "catering", "services"];

impl Facts {
    /// From the record as it is shown.
    pub fn of(record: &Json) -> Self {
        let number = |field: &str| record.get(field).and_then(Json::as_u64).unwrap_or_default();
        let sector = record.get("sector").and_then(Json::as_str).unwrap_or_default();
        let trade = match sector {
            s if NATURAL.contains(&s) => 0,
            s if CRAFTS.contains(&s) => 2,
            s if SERVICES.contains(&s) => 3,
            _ => 1,
        };
        let (women, men) = (number("members_women"), number("members_men"));
        let members = (women + men).max(5);
        Self { trade, members, women: women.min(members), under35: number("members_under35").min(members) }
    }
}

/// Questions on levels by dimension, and how each trade differs there from the others, in tenths of a level.
type Profile = (&'static [&'static str], [i64; 4]);
const PROFILES: [Profile; 10] = [
    (
        &[
            "ga_regularity",
            "organ_functioning",
            "legal_compliance",
            "member_participation",
            "transparency",
            "conflict_management",
        ],
        [4, 2, 0, -2],
    ),
    (
        &["roles_and_tasks", "manager_skills", "stock_management", "records_filing", "internal_communication"],
        [0, 2, -4, 4],
    ),
    (
        &[
            "bookkeeping",
            "cash_control",
            "cost_price_known",
            "profitability",
            "capital_and_reserves",
            "access_to_finance",
        ],
        [-3, 0, -5, 3],
    ),
    (
        &[
            "technical_mastery",
            "quality_control",
            "hygiene_safety",
            "equipment_capacity",
            "supply_inputs",
            "traceability",
        ],
        [3, 6, 8, 0],
    ),
    (&["market_knowledge", "product_range", "brand_packaging", "promotion"], [0, -2, 4, 5]),
    (&["sales_channels", "customer_contracts", "price_policy", "logistics_distance", "sales_tracking"], [-4, 0, -2, 4]),
    (
        &["vision_shared", "business_plan", "annual_work_plan", "indicators_followed", "evaluation_learning"],
        [-6, -5, -8, -2],
    ),
    (&["collective_needs", "decent_work", "income_effect", "inclusion"], [5, 0, 3, 2]),
    (
        &["resource_use", "waste_byproducts", "natural_resource", "inputs_packaging_impact", "climate_risk"],
        [4, -3, 0, -2],
    ),
    (&["innovation_practice", "value_chain_position", "networks_partnerships", "territorial_anchoring"], [2, 0, 5, 3]),
];
const GOODS_ONLY: [&str; 3] = ["stock_management", "supply_inputs", "traceability"];
const TOOLS: [&str; 4] = [
    "smartphone",
    "smartphone messaging",
    "smartphone messaging social_network",
    "smartphone messaging social_network spreadsheet",
];

fn pairs<const N: usize>(of: [(&str, String); N]) -> Vec<(String, String)> {
    of.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}

fn pair(question: &str, text: &str) -> (String, String) {
    (question.to_owned(), text.to_owned())
}

/// A diagnostic. `chance` begins alike in each round of a cooperative, so that the second builds on the first.
pub fn diagnostic(facts: &Facts, day: NaiveDate, later: bool, chance: &mut Chance) -> Filling {
    let present = 3 + chance.below(6);
    let mut answers = pairs([
        ("diagnostic_round", if later { "mid_term" } else { "baseline" }.into()),
        ("diagnostic_date", day.to_string()),
        ("interview_language", if chance.below(3) == 0 { "darija" } else { "tachelhit" }.into()),
        ("participants_total", present.to_string()),
        ("participants_women", (present * facts.women / facts.members).to_string()),
        ("members_total", facts.members.to_string()),
        ("members_women", facts.women.to_string()),
        ("members_under35", facts.under35.to_string()),
        ("swot_strengths", "Savoir-faire des membres, produit connu".into()),
        ("swot_weaknesses", "Peu de clients, comptes en retard".into()),
    ]);
    answers.extend(levels(facts, later, chance));
    let asked = |name: &str, min: u64| answers_level(&answers, name) >= min;
    let (met, sells) = (asked("ga_regularity", 1), asked("sales_channels", 1));
    let days_ago = 40 + chance.below(200);
    if met {
        answers.push(pair("last_ga_date", &(day - Days::new(days_ago)).to_string()));
    }
    let share = 30 + chance.below(60);
    if sells {
        answers.push(pair("main_client_share", &share.to_string()));
    }
    let tools = chance.below(3) + u64::from(later);
    let tools = usize::try_from(tools).ok().and_then(|k| TOOLS.get(k)).copied().unwrap_or_default();
    let turnover = (20 + chance.below(300)) * 1_000;
    let jobs = chance.below(8);
    answers.extend(pairs([
        ("digital_tools", tools.into()),
        ("turnover_last_year", (if later { turnover * 5 / 4 } else { turnover }).to_string()),
        ("jobs_created", (jobs + u64::from(later) * 2).to_string()),
        ("certifications_held", if later && facts.trade == 1 { "onssa" } else { "none" }.into()),
    ]));
    let mut filling = Filling { answers, ..Filling::default() };
    filling.source = vec![pair("ga_regularity", "seen"), pair("turnover_last_year", "declared")];
    if chance.below(3) == 0 {
        filling.comment = vec![pair("bookkeeping", "Cahier tenu par la trésorière, vu au siège.")];
    }
    filling
}

fn answers_level(answers: &[(String, String)], name: &str) -> u64 {
    answers.iter().find(|(n, _)| n == name).and_then(|(_, v)| v.parse().ok()).unwrap_or_default()
}

fn levels(facts: &Facts, later: bool, chance: &mut Chance) -> Vec<(String, String)> {
    let tenths = |n: u64| i64::try_from(n).unwrap_or_default();
    let strength = 10 + tenths(chance.below(12));
    let progress = 50 + chance.below(40);
    let mut answers = Vec::new();
    for (questions, by_trade) in PROFILES {
        let profile = by_trade.get(facts.trade).copied().unwrap_or_default();
        for question in questions {
            let level = (strength + profile + tenths(chance.below(13)) - 1) / 10;
            let gained = i64::from(chance.below(100) < progress && later);
            let hidden = GOODS_ONLY.contains(question) && facts.trade == 3;
            if !hidden && (*question != "natural_resource" || facts.trade == 0) {
                answers.push(pair(question, &(level + gained).clamp(0, 4).to_string()));
            }
        }
    }
    answers
}

/// The sheet of the quarter that ended before `day`; `age` in quarters of the programme.
pub fn monitoring(facts: &Facts, day: NaiveDate, age: u32, chance: &mut Chance) -> Filling {
    let ended = day - Days::new(u64::from(day.day()));
    let quarter = format!("{}-T{}", ended.year(), ended.month0() / 3 + 1);
    let season = if ended.month().is_multiple_of(12) { 13 } else { 10 };
    let turnover = (8 + chance.below(60)) * 100 * season * u64::from(10 + age) / 10;
    let (permanent, seasonal) = (1 + chance.below(3), chance.below(8));
    let meeting = ended.month() == 3;
    let mut answers = pairs([
        ("quarter", quarter),
        ("data_quality", if chance.below(2) == 0 { "documents" } else { "declared" }.into()),
        ("survival_status", "active".into()),
        ("q_members_total", facts.members.to_string()),
        ("q_members_women", facts.women.to_string()),
        ("q_members_under35", facts.under35.to_string()),
        ("q_jobs_permanent", permanent.to_string()),
        ("q_jobs_seasonal", seasonal.to_string()),
        ("q_jobs_women", (permanent + seasonal / 2).to_string()),
        ("q_production_qty", (20 + chance.below(400)).to_string()),
        ("q_production_unit", if facts.trade == 3 { "service" } else { "kg" }.into()),
        ("q_turnover_mad", turnover.to_string()),
        ("q_direct_costs_mad", (turnover * 6 / 10).to_string()),
        ("q_paid_to_members_mad", (turnover / 5).to_string()),
        ("q_cash_end_mad", (turnover / 8).to_string()),
        ("q_clients_active", (3 + u64::from(age)).to_string()),
        ("q_channels", if age > 3 { "on_site souk shop" } else { "on_site souk" }.into()),
        ("q_ga_held", if meeting { "yes" } else { "no" }.into()),
    ]);
    if meeting {
        answers.extend(pairs([
            ("q_ga_date", (ended - Days::new(9)).to_string()),
            ("q_ga_present", (facts.members * 3 / 4).to_string()),
        ]));
    }
    answers.extend(pairs([
        ("q_board_meetings", (1 + chance.below(3)).to_string()),
        ("q_books_delay_months", 4u64.saturating_sub(u64::from(age)).to_string()),
        ("q_main_difficulty", "Prix de la matière première".into()),
    ]));
    Filling { answers, ..Filling::default() }
}

/// The report of a visit.
pub fn report(facts: &Facts, day: NaiveDate, chance: &mut Chance) -> Filling {
    let themes =
        ["governance", "finance management", "marketing commercialisation", "production", "planning_monitoring"];
    let present = 3 + chance.below(facts.members - 3);
    let answers = pairs([
        ("visit_date", day.to_string()),
        ("visit_held", "yes".into()),
        ("arrival_time", "09:30:00.000".into()),
        ("departure_time", "12:15:00.000".into()),
        ("attendees_total", present.to_string()),
        ("attendees_women", (present * facts.women / facts.members).to_string()),
        ("themes_covered", chance.pick(&themes).unwrap_or("governance").into()),
        ("findings", "Le carnet de caisse est à jour ; les factures ne sont pas classées.".into()),
        ("work_done", "Classement des pièces du trimestre et calcul du coût du produit principal.".into()),
        ("objectives_reached", if chance.below(3) == 0 { "some" } else { "all" }.into()),
        ("next_commitments", "La trésorière classe les factures avant la fin du mois.".into()),
        ("alert_level", "green".into()),
        ("signed_by_cooperative", "Rqia Fictive, présidente".into()),
    ]);
    Filling { answers, ..Filling::default() }
}

/// What two people answer of one diagnostic without knowing of each other: different dimensions, and one question both.
pub fn shared(first: bool, day: NaiveDate) -> Filling {
    let day = day.to_string();
    let answers: &[(&str, &str)] = if first {
        &[
            ("diagnostic_round", "final"),
            ("diagnostic_date", &day),
            ("interview_language", "tachelhit"),
            ("ga_regularity", "3"),
            ("organ_functioning", "3"),
            ("legal_compliance", "4"),
            ("transparency", "2"),
        ]
    } else {
        &[("ga_regularity", "2"), ("bookkeeping", "2"), ("cash_control", "3"), ("cost_price_known", "1")]
    };
    Filling { answers: answers.iter().map(|(k, v)| pair(k, v)).collect(), ..Filling::default() }
}
