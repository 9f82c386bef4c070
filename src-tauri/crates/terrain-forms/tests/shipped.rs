//! The shipped forms in the engine: nothing to say about them, what is asked at opening, what a record fills in, and a way
//! to the end of each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use terrain_domain::{Band, ItemAnswer, Score, ScoreMap, ScoredItem, score, suggestions};
use terrain_forms::{CompileOptions, Control, DataType, Env, Form, NodeKind, Place, Session, Table, compile};
use terrain_shipped::{SHIPPED, Shipped, VISIT_REPORT_2};

const COLUMNS: &str = "key,name_fr,sector,organ_type,members_total,members_women,members_under35";
/// A record of which nothing is known, and one that is complete.
const BLANK: &str = "cooperative,,,,,,";
const TIFAWIN: &str = "cooperative,Tifawin,argan,board,14,12,5";
const ACTIONS: &str = "name,label\na1,Ouvrir un journal de caisse\na2,Fiches de stock\n";

fn shipped() -> impl Iterator<Item = &'static Shipped> {
    SHIPPED.iter().chain([&VISIT_REPORT_2])
}

fn named(name: &str) -> &'static Shipped {
    shipped().find(|s| s.name == name).unwrap()
}

/// Files that are attached to every form.
fn files(record: &str) -> BTreeMap<String, Vec<u8>> {
    let cooperative = format!("{COLUMNS}\n{record}\n").into_bytes();
    [("cooperative.csv".to_owned(), cooperative), ("actions.csv".to_owned(), ACTIONS.as_bytes().to_vec())].into()
}

fn form(shipped: &Shipped) -> Form {
    let options = CompileOptions { name: shipped.name.to_owned(), ..CompileOptions::default() };
    let (form, findings) = compile(shipped.workbook, &files(BLANK), &options).unwrap_or_else(|e| panic!("{e:#?}"));
    assert!(findings.is_empty(), "{}: {findings:#?}", shipped.name);
    form
}

/// A form opened for a cooperative, on 24 November 2026.
fn open(shipped: &Shipped, record: &str) -> Session {
    let mut bits = 1_u64;
    let chance = move || {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        bits
    };
    let mut env = Env::new(|| (1_795_514_400_000, 60), chance);
    let tables = files(record).into_iter().map(|(name, bytes)| (name, Arc::new(Table::from_csv(&bytes).unwrap())));
    env.media = tables.collect();
    Session::new(Arc::new(form(shipped)), env)
}

/// The place of the question of this name.
fn place(session: &Session, name: &str) -> Place {
    let path = session.form().nodes.iter().find(|n| n.name == name).unwrap_or_else(|| panic!("{name}")).path.clone();
    session.resolve(&path).unwrap()
}

fn answer(session: &mut Session, answers: &str) {
    for line in answers.split(';') {
        let (name, value) = line.split_once('=').unwrap();
        let place = place(session, name.trim());
        session.set(&place, value.trim()).unwrap_or_else(|e| panic!("{line}: {e}"));
    }
}

fn value(session: &Session, name: &str) -> String {
    session.node(&place(session, name)).unwrap().value
}

#[test]
fn the_checker_has_nothing_to_say() {
    for shipped in shipped() {
        let form = form(shipped);
        assert_eq!(form.purpose.as_deref(), Some(shipped.purpose));
        assert!(form.date_question.is_some(), "{}: dated by a question", shipped.name);
        assert_eq!(form.languages, ["Français (fr)", "العربية (ar)"]);
        assert_eq!(form.recipe.is_some(), shipped.purpose == "diagnostic");
    }
}

/// One line for each question: `*` where an answer is needed, `~` where it is not asked, and what stands in it.
fn opening(session: &Session) -> String {
    let mut text = String::new();
    for place in session.walk() {
        let (Some(node), Some(state)) = (session.form().node(place.node), session.node(&place)) else { continue };
        if node.path.contains("/meta") || node.kind == NodeKind::Root {
            continue;
        }
        let depth = node.path.matches('/').count();
        let mark = if !state.relevant {
            "~"
        } else if state.required {
            "*"
        } else {
            " "
        };
        let value = if state.value.is_empty() { String::new() } else { format!(" = {}", state.value) };
        writeln!(text, "{mark}{}{}{value}", "  ".repeat(depth - 1), node.name).unwrap();
    }
    text
}

/// With nothing known of the cooperative every dependency is blank: no question may show or hide by accident.
#[test]
fn what_is_asked_at_opening_is_pinned() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/shipped-opening.txt");
    let mut now = String::new();
    for shipped in shipped() {
        let session = open(shipped, BLANK);
        assert!(session.troubles().is_empty(), "{}: {:?}", shipped.name, session.troubles());
        write!(now, "# {} {}\n{}\n", shipped.name, session.form().version, opening(&session)).unwrap();
    }
    if std::env::var_os("PIN").is_some() {
        #[expect(clippy::disallowed_methods, reason = "pins what the test compares with")]
        std::fs::write(&file, &now).unwrap();
    }
    let pinned = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let line = pinned.lines().zip(now.lines()).position(|(a, b)| a != b).map_or(0, |n| n + 1);
    let why = format!(
        "{} differs from line {line} on: if the change is meant, write it again with \
         `PIN=1 cargo test -p terrain-forms --test shipped` and look at the difference",
        file.display()
    );
    assert!(pinned == now, "{why}\n{now}");
}

#[test]
fn a_record_fills_in_what_is_known_and_stays_editable() {
    fn check(form: &str, record: &str, expected: &[(&str, &str)]) {
        let session = open(named(form), record);
        let found: Vec<_> = expected.iter().map(|(name, _)| (*name, value(&session, name))).collect();
        let found: Vec<_> = found.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(found, expected, "{form}, {record}");
    }
    let known = [("sector_kind", "natural_resource"), ("organ_type", "board"), ("members_total", "14")];
    check("diagnostic", TIFAWIN, &known);
    check("diagnostic", TIFAWIN, &[("members_women", "12"), ("members_under35", "5"), ("coach_remarks", "")]);
    for (sector, kind) in
        [("saffron", "agrifood"), ("pottery", "crafts"), ("transport", "services"), ("trade", "other")]
    {
        check(
            "diagnostic",
            &format!("cooperative,Azur,{sector},manager,,,"),
            &[("sector_kind", kind), ("members_total", "")],
        );
    }
    check("monitoring", TIFAWIN, &[("q_members_total", "14"), ("q_members_women", "12"), ("q_members_under35", "5")]);
    let mut session = open(named("diagnostic"), TIFAWIN);
    answer(&mut session, "diagnostic_date = 2026-11-20; members_total = 15; sector_kind = crafts");
    assert_eq!(session.instance_name(), "Tifawin 2026-11-20");
    assert_eq!(value(&session, "members_total"), "15");
}

/// Column `previous` with a path: that answer of the last entry is filled in, so the question is there from the start.
#[test]
fn what_the_last_entry_fills_in_is_asked_at_opening() {
    let mut filled = Vec::new();
    for shipped in shipped() {
        let mut session = open(shipped, BLANK);
        let form = session.form().clone();
        for node in form.nodes.iter().filter(|n| n.previous.as_deref().is_some_and(|p| p != "yes")) {
            let from = node.previous.as_deref().unwrap();
            assert!(form.nodes.iter().any(|n| n.path == from), "{}: {from}", shipped.name);
            let place = session.resolve(&node.path).unwrap();
            session.fill(&place, "Acheter des bocaux").unwrap_or_else(|e| panic!("{}: {e}", node.path));
            filled.push((shipped.name, node.name.clone()));
        }
    }
    let expected = ["visit_report", "visit_report-2"].map(|form| (form, "last_commitments".to_owned()));
    assert_eq!(filled, expected);
}

/// An answer that a coach can give, where one is needed.
fn plausible(session: &Session, place: &Place) -> Option<String> {
    let state = session.node(place)?;
    let NodeKind::Question(question) = &session.form().node(place.node)?.kind else { return None };
    if !state.relevant || !state.value.is_empty() || state.readonly || question.control == Control::None {
        return None;
    }
    Some(match question.data {
        DataType::SelectOne | DataType::SelectMultiple => state.choices.last()?.value.clone(),
        DataType::Date => "2026-11-20".to_owned(),
        DataType::Time => format!("{:02}:30", 9 + place.node.0 % 12),
        DataType::Int | DataType::Decimal => "5".to_owned(),
        _ if session.form().node(place.node)?.name == "quarter" => "2026-T3".to_owned(),
        _ => "Vu avec la trésorière".to_owned(),
    })
}

#[test]
fn every_form_can_be_filled_and_finalised() {
    for shipped in shipped() {
        for record in [BLANK, TIFAWIN] {
            let mut session = open(shipped, record);
            assert!(session.finalise().is_err(), "{}: nothing is answered yet", shipped.name);
            for place in session.walk() {
                if let Some(answer) = plausible(&session, &place) {
                    session.set(&place, &answer).unwrap_or_else(|e| panic!("{}: {answer}: {e}", session.path(&place)));
                }
            }
            let wrong: Vec<String> = session.validate().iter().map(|v| session.path(&v.place)).collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}", shipped.name);
            assert!(session.finalise().is_ok());
        }
    }
}

/// After these answers, exactly these questions break their constraint, and each says why in both languages.
fn check(form: &str, answers: &str, broken: &[&str]) {
    let mut session = open(named(form), BLANK);
    answer(&mut session, answers);
    let bad = |session: &Session| -> Vec<(String, String)> {
        let states = session.walk().into_iter().filter_map(|p| Some((p, session.node(&p)?)));
        let name = |p: &Place| session.form().node(p.node).unwrap().name.clone();
        states.filter(|(_, s)| s.bad_constraint).map(|(p, s)| (name(&p), s.message)).collect()
    };
    let french = bad(&session);
    assert_eq!(french.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>(), broken, "{form}: {answers}");
    session.set_language("ar").unwrap();
    for ((name, fr), (_, ar)) in french.iter().zip(bad(&session)) {
        assert!(!fr.is_empty() && !ar.is_empty() && *fr != ar, "{name}: {fr} / {ar}");
    }
}

#[test]
fn constraints_hold_what_they_say() {
    check("diagnostic", "diagnostic_date = 2026-11-24", &[]);
    check("diagnostic", "diagnostic_date = 2026-11-25", &["diagnostic_date"]);
    check("diagnostic", "participants_women = 3", &[]);
    check("diagnostic", "participants_women = 3; participants_total = 2", &["participants_women"]);
    check(
        "diagnostic",
        "members_total = 4; members_women = 4; members_under35 = 5",
        &["members_total", "members_under35"],
    );
    check("diagnostic", "digital_tools = none", &[]);
    check("diagnostic", "digital_tools = none messaging", &["digital_tools"]);
    check("diagnostic", "digital_tools = messaging spreadsheet", &[]);
    check("diagnostic", "sales_channels = 1; main_client_share = 101", &["main_client_share"]);
    check("visit_plan", "planned_duration_h = 0", &["planned_duration_h"]);
    check("visit_plan", "planned_duration_h = 12.5", &["planned_duration_h"]);
    check("visit_report", "visit_held = yes; departure_time = 09:00", &[]);
    check("visit_report", "visit_held = yes; departure_time = 09:00; arrival_time = 08:30", &[]);
    check("visit_report", "visit_held = yes; departure_time = 09:00; arrival_time = 10:30", &["departure_time"]);
    check("visit_report", "next_visit_date = 2026-12-01", &[]);
    check("visit_report", "next_visit_date = 2026-11-01; visit_date = 2026-11-20", &["next_visit_date"]);
    check("monitoring", "quarter = 2026-T5", &["quarter"]);
    check("monitoring", "quarter = le 2026-T4", &["quarter"]);
    check("monitoring", "q_jobs_women = 0", &[]);
    check("monitoring", "q_jobs_women = 3; q_jobs_permanent = 1; q_jobs_seasonal = 1", &["q_jobs_women"]);
    check("monitoring", "q_jobs_women = 2; q_jobs_seasonal = 2", &[]);
    check("monitoring", "q_turnover_mad = 1000; q_clients_active = 2; q_clients_new = 3", &["q_clients_new"]);
    check(
        "monitoring",
        "q_certifications = none halal; q_environment_actions = none solar",
        &["q_certifications", "q_environment_actions"],
    );
    check("exit", "exit_date = 2027-01-01", &["exit_date"]);
}

#[test]
fn answers_open_and_close_what_depends_on_them() {
    fn check(form: &str, answers: &str, asked: &str, hidden: &str) {
        let mut session = open(named(form), BLANK);
        answer(&mut session, answers);
        let shown = |name: &&str| session.node(&place(&session, name)).unwrap().relevant;
        assert!(asked.split_whitespace().all(|n| shown(&n)), "{form}, {answers}: {asked}");
        assert!(!hidden.split_whitespace().any(|n| shown(&n)), "{form}, {answers}: not {hidden}");
    }
    check("diagnostic", "ga_regularity = 0", "organ_functioning", "last_ga_date");
    check("diagnostic", "ga_regularity = 2", "last_ga_date", "");
    check("diagnostic", "sector_kind = services", "", "stock_management supply_inputs traceability natural_resource");
    check("diagnostic", "sector_kind = crafts", "stock_management supply_inputs traceability", "natural_resource");
    check("diagnostic", "sector_kind = natural_resource", "natural_resource", "");
    check("visit_report", "visit_held = no", "not_held_reason next_commitments", "findings signed_by_cooperative");
    check("visit_report", "visit_held = partly", "not_held_reason findings last_commitments", "alert_note");
    check("visit_report", "alert_level = red", "alert_note", "");
    check("visit_report-2", "visit_held = yes", "last_commitments", "commitments_kept");
    check("visit_report-2", "visit_held = yes; last_commitments = Acheter des bocaux", "commitments_kept", "");
    check("monitoring", "survival_status = stopped", "", "q_production_qty q_loss_pct q_clients_active");
    check("exit", "exit_type = graduated", "", "exit_reason");
    check("exit", "exit_type = withdrawn", "exit_reason", "");
}

#[test]
fn a_quarter_is_dated_by_its_last_day() {
    for (quarter, day) in [("1", "03-31"), ("2", "06-30"), ("3", "09-30"), ("4", "12-31"), ("5", "")] {
        let mut session = open(named("monitoring"), TIFAWIN);
        answer(&mut session, &format!("quarter = 2026-T{quarter}"));
        let expected = if day.is_empty() { String::new() } else { format!("2026-{day}") };
        assert_eq!(value(&session, "quarter_end"), expected);
        assert_eq!(session.instance_name(), format!("Tifawin 2026-T{quarter}"));
    }
}

/// The score of a session of the diagnostic.
fn scored(session: &Session) -> Score {
    let recipe = session.form().recipe.clone().unwrap();
    let answer = |item: &ScoredItem| {
        let state = session.node(&place(session, &item.question)).unwrap();
        let value = Some(state.value).filter(|v| !v.is_empty());
        let question = item.question.clone();
        ItemAnswer { question, value, relevant: state.relevant, not_applicable: state.not_applicable }
    };
    score(&recipe, &recipe.items.iter().map(answer).collect::<Vec<_>>())
}

#[test]
fn the_diagnostic_scores_from_its_own_sheets() {
    let mut session = open(named("diagnostic"), TIFAWIN);
    let governance = "ga_regularity = 2; organ_functioning = 2; legal_compliance = 1; member_participation = 3; \
                      transparency = 2; conflict_management = 3; last_ga_date = 2026-03-20";
    answer(&mut session, governance);
    let found = scored(&session);
    assert_eq!(found.dimensions[0].score, Some(50.0), "(3·50+3·50+3·25+2·75+2·50+1·75)/14");
    assert!(found.provisional && found.dimensions[1].score.is_none());

    let recipe = session.form().recipe.clone().unwrap();
    for item in &recipe.items {
        let place = place(&session, &item.question);
        let skipped = if item.map == ScoreMap::Level { 4 } else { 1 };
        let best = session.node(&place).unwrap().choices.into_iter().skip(skipped).map(|c| c.value);
        let best = best.collect::<Vec<_>>().join(" ");
        session.set(&place, &best).unwrap_or_else(|e| panic!("{}: {e}", item.question));
    }
    let found = scored(&session);
    assert_eq!((found.overall, found.band, found.provisional), (Some(100.0), Some(Band::Performing), false));
    answer(&mut session, "bookkeeping = 0");
    let found = scored(&session);
    assert_eq!(
        (found.band, found.capped, &found.flags[..]),
        (Some(Band::Emerging), true, &["bookkeeping".to_owned()][..])
    );
    let actions = suggestions(&recipe, &found, &[].into(), &[].into());
    // The quicker one ranks higher, the one that the text names first is taken.
    let actions: Vec<_> = actions.iter().map(|a| (a.id.as_str(), a.urgent, a.taken)).collect();
    assert_eq!(actions, [("A_FIN_ACCOUNTANT", true, false), ("A_FIN_CASHBOOK", true, true)]);
}
