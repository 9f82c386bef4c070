//! How long the window waits for what its screens show: every command that a screen calls, on a given data folder, through
//! the door.

use std::time::Instant;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::{Fault, Session, dispatch};

/// Answers of a command that is asked again, beside the first.
const WARM_RUNS: usize = 7;
const LANGUAGE: &str = "fr";

/// How long one command took.
#[derive(Debug, Serialize)]
pub struct ScreenFigures {
    /// The screen that calls it.
    pub screen: &'static str,
    /// The command.
    pub command: &'static str,
    /// The first time after unlocking, in milliseconds: nothing is in the app's memory.
    pub cold_ms: f64,
    /// The median of seven times after that.
    pub warm_ms: f64,
    /// Bytes of the answer in JSON.
    pub bytes: usize,
}

type Asked = (&'static str, &'static str, Json);

fn ask(session: &mut Session, name: &str, request: &Json) -> Result<(Json, f64), Fault> {
    let start = Instant::now();
    let answer = dispatch(session, name, &request.to_string(), &mut |_, _, _| true)?;
    Ok((answer, start.elapsed().as_secs_f64() * 1e3))
}

fn first<'j>(rows: &'j Json, list: &str, which: impl Fn(&Json) -> bool) -> Option<&'j Json> {
    let rows = rows.get(list)?.as_array()?;
    rows.iter().find(|row| which(row)).or_else(|| rows.first())
}

fn text(row: Option<&Json>, field: &str) -> String {
    row.and_then(|row| row.get(field)).and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    (first, first + Months::new(1) - Days::new(1))
}

/// What the screens ask, about a cooperative of whoever works here with a diagnostic, and a visit of the day asked about.
fn asked(session: &mut Session, day: NaiveDate) -> Result<Vec<Asked>, Fault> {
    let mine =
        |row: &Json| row.get("mine") == Some(&Json::Bool(true)) && !row.get("diagnostic").is_none_or(Json::is_null);
    let (list, _) = ask(session, "cooperatives", &json!({}))?;
    let row = first(&list, "rows", mine);
    let (cooperative, name) = (text(row, "id"), text(row, "name_fr"));
    let entry = text(row.and_then(|row| row.get("diagnostic")), "entry");
    let word: String = name.split_whitespace().last().unwrap_or_default().chars().take(5).collect();
    let (from, to) = month_of(day);
    let month = json!({ "from": from, "to": to });
    let (visits, _) = ask(session, "agenda", &month)?;
    let visit = text(first(&visits, "visits", |v| v.get("mine") == Some(&Json::Bool(true))), "id");
    let of = json!({ "cooperative": cooperative, "language": LANGUAGE });
    let row = json!({ "kind": "cooperative", "id": cooperative });
    let officers = json!({ "kind": "officer", "filters": [["cooperative", cooperative]] });
    let mut asked = vec![
        ("frame", "status", json!({})),
        ("today", "today", json!({ "language": LANGUAGE })),
        ("cooperatives", "cooperatives", json!({})),
        ("cooperatives", "follow_ups", json!({})),
        ("cooperatives", "twins", json!({})),
        ("cooperative", "cooperative", of.clone()),
        ("cooperative plan", "plan", of.clone()),
        ("cooperative files", "cooperative_files", of),
        ("cooperative people", "list", officers),
        ("cooperative edit", "show", row.clone()),
        ("cooperative past", "history", row),
        ("agenda week", "agenda", json!({ "from": day, "to": day + Days::new(6) })),
        ("agenda month", "agenda", month),
        ("disagreements", "disagreements", json!({ "language": LANGUAGE })),
        ("exchange", "sync_preview", json!({})),
        ("exchange", "journal", json!({})),
        ("palette", "search", json!({ "text": word })),
    ];
    if !visit.is_empty() {
        asked.push(("visit", "visit", json!({ "visit": visit, "language": LANGUAGE })));
    }
    if !entry.is_empty() {
        asked.push(("entry", "entry_form", json!({ "entry": entry, "language": LANGUAGE })));
    }
    Ok(asked)
}

/// Times what each screen asks, one after the other; each is asked the first time right after `open`. Months and weeks are
/// those of `day`, else of today.
pub fn bench_screens(
    open: &mut dyn FnMut() -> Result<Session, Fault>,
    day: Option<NaiveDate>,
    tell: &mut dyn FnMut(&ScreenFigures),
) -> Result<(), Fault> {
    let mut session = open()?;
    let day = day.unwrap_or_else(|| session.today());
    let all = asked(&mut session, day)?;
    drop(session);
    for (screen, command, request) in all {
        let mut session = open()?;
        let (answer, cold_ms) = ask(&mut session, command, &request)?;
        let bytes = answer.to_string().len();
        let mut warm = (0..WARM_RUNS)
            .map(|_| ask(&mut session, command, &request).map(|(_, ms)| ms))
            .collect::<Result<Vec<_>, _>>()?;
        warm.sort_by(f64::total_cmp);
        let warm_ms = warm.get(WARM_RUNS / 2).copied().unwrap_or_default();
        let rounded = |ms: f64| (ms * 100.0).round() / 100.0;
        tell(&ScreenFigures { screen, command, cold_ms: rounded(cold_ms), warm_ms: rounded(warm_ms), bytes });
    }
    Ok(())
}
