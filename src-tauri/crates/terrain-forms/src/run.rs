//! A form run from beginning to end over a list of answers, with the state after each: to compare with other engines, and to
//! measure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    CompileOptions, Control, Deviations, Env, Finding, Form, InstanceKey, NodeKind, Place, Session, Table, compile,
    to_xml,
};

/// How a form is run.
#[derive(Default)]
pub struct RunOptions<'a> {
    /// Stem of the workbook's file name.
    pub name: &'a str,
    /// Files beside the workbook.
    pub media: BTreeMap<String, Vec<u8>>,
    /// With the departures of the reference.
    pub reference: bool,
    /// With labels.
    pub labels: bool,
    /// A clock in milliseconds, to measure with.
    pub timer: Option<&'a dyn Fn() -> f64>,
}

/// How long a form takes, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Timings {
    /// Reading and compiling the workbook.
    pub load_ms: f64,
    /// Beginning an entry.
    pub create_ms: f64,
    /// Nodes with a state, at the end.
    pub nodes: usize,
    /// Answers given.
    pub steps: usize,
    /// Half of the answers took no longer, with everything that follows from them.
    pub answer_ms_p50: f64,
    /// Of a hundred, 95.
    pub answer_ms_p95: f64,
    /// The longest.
    pub answer_ms_max: f64,
}

/// Why a run gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// The form cannot be used.
    #[error("{} findings", .0.len())]
    Form(Vec<Finding>),
    /// The answers are not in the format of a run.
    #[error("answers: line {line}, column {column}")]
    Answers {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
}

/// The answers of a run.
#[derive(Deserialize)]
struct Script {
    #[serde(default)]
    form: String,
    #[serde(default)]
    seed: u64,
    #[serde(default)]
    now: String,
    #[serde(default)]
    tz: String,
    #[serde(default)]
    steps: Vec<Step>,
}

/// One of: an answer, an instance more, an instance less.
#[derive(Clone, Deserialize)]
struct Step {
    set: Option<String>,
    #[serde(default)]
    value: String,
    add_repeat: Option<String>,
    remove_repeat: Option<String>,
    #[serde(default)]
    index: usize,
    language: Option<String>,
}

type States = BTreeMap<String, Value>;

/// Runs a form over answers.
///
/// # Errors
/// What stands in the way of the form, or the place where the answers cannot be read.
pub fn run(workbook: &[u8], answers: &str, options: &RunOptions<'_>) -> Result<Value, RunError> {
    let script = read(answers)?;
    let time = || options.timer.map_or(0.0, |timer| timer());
    let begin = time();
    let form = load(workbook, options)?;
    let loaded = time();
    let mut session = Session::new(Arc::clone(&form), env(&script, options));
    let created = time();

    let mut states = look(&session, options.labels);
    let initial = json!(states);
    let (mut steps, mut took, mut taken) = (Vec::new(), Vec::new(), 0_u128);
    for (i, step) in script.steps.iter().enumerate() {
        let before = time();
        taken += 1;
        let done = take(&mut session, step, InstanceKey(u128::MAX - taken));
        took.push(time() - before);
        let now = look(&session, options.labels);
        steps.push(told(i, step, done.err(), &states, &now));
        states = now;
    }
    let violations = session.validate();
    let invalid: Vec<Value> =
        violations.iter().map(|v| json!({"path": session.path(&v.place), "kind": kind(&v.kind)})).collect();
    let mut found = json!({
        "form": script.form, "seed": script.seed, "now": script.now, "tz": script.tz,
        "languages": form.languages, "initial": initial, "steps": steps, "final": states, "invalid": invalid,
        "instance_xml": to_xml(&session.submission()), "volatile": volatile(&session, &form),
    });
    if options.timer.is_some()
        && let Some(map) = found.as_object_mut()
    {
        map.insert("timings".to_owned(), json!(timings(loaded - begin, created - loaded, states.len(), took)));
    }
    Ok(found)
}

fn kind(kind: &crate::ViolationKind) -> &'static str {
    match kind {
        crate::ViolationKind::Required => "required",
        crate::ViolationKind::Constraint => "constraint",
        crate::ViolationKind::Limit(_) => "limit",
    }
}

/// Measures a form over answers, with the options' timer; nothing is looked at or printed between them.
///
/// # Errors
/// As [`run`].
pub fn bench(workbook: &[u8], answers: &str, options: &RunOptions<'_>) -> Result<Timings, RunError> {
    let script = read(answers)?;
    let time = || options.timer.map_or(0.0, |timer| timer());
    let begin = time();
    let form = load(workbook, options)?;
    let loaded = time();
    let mut session = Session::new(form, env(&script, options));
    let created = time();
    let mut took = Vec::new();
    for (key, step) in (0..).zip(&script.steps) {
        let before = time();
        // What is refused takes time as well.
        let _refused = take(&mut session, step, InstanceKey(u128::MAX - key));
        took.push(time() - before);
    }
    Ok(timings(loaded - begin, created - loaded, session.walk().len(), took))
}

fn read(answers: &str) -> Result<Script, RunError> {
    serde_json::from_str(answers).map_err(|e| RunError::Answers { line: e.line(), column: e.column() })
}

fn load(workbook: &[u8], options: &RunOptions<'_>) -> Result<Arc<Form>, RunError> {
    let compiling = CompileOptions { name: options.name.to_owned(), reference: options.reference };
    compile(workbook, &options.media, &compiling).map(|(form, _)| Arc::new(form)).map_err(RunError::Form)
}

fn timings(load_ms: f64, create_ms: f64, nodes: usize, mut answers: Vec<f64>) -> Timings {
    answers.sort_by(f64::total_cmp);
    let at = |percent: usize| answers.get((answers.len() * percent / 100).min(answers.len().saturating_sub(1)));
    Timings {
        load_ms,
        create_ms,
        nodes,
        steps: answers.len(),
        answer_ms_p50: at(50).copied().unwrap_or_default(),
        answer_ms_p95: at(95).copied().unwrap_or_default(),
        answer_ms_max: answers.last().copied().unwrap_or_default(),
    }
}

fn env(script: &Script, options: &RunOptions<'_>) -> Env {
    let instant = chrono::DateTime::parse_from_rfc3339(&script.now).map_or(0, |t| t.timestamp_millis());
    let offset = format!("2000-01-01T00:00:00{}", script.tz);
    let offset = chrono::DateTime::parse_from_rfc3339(&offset).map_or(0, |t| t.offset().local_minus_utc() / 60);
    let mut state = script.seed;
    // splitmix64: the run is the same each time.
    let chance = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let mut env = Env::new(move || (instant, offset), chance);
    let tables = options.media.iter().filter(|(name, _)| name.to_lowercase().ends_with(".csv"));
    env.media =
        tables.filter_map(|(name, bytes)| Some((name.clone(), Arc::new(Table::from_csv(bytes).ok()?)))).collect();
    env.deviations = if options.reference { Deviations::REFERENCE } else { Deviations::NONE };
    env
}

/// One step; the error says why it was not taken.
fn take(session: &mut Session, step: &Step, key: InstanceKey) -> Result<(), String> {
    let find = |session: &Session, path: &str| session.resolve(path).ok_or_else(|| "form-set-unknown".to_owned());
    let done = if let Some(path) = &step.set {
        let place = find(session, path)?;
        session.set(&place, &step.value)
    } else if let Some(path) = &step.add_repeat {
        let place = find(session, path)?;
        session.add_repeat(&place, key, usize::MAX)
    } else if let Some(path) = &step.remove_repeat {
        let place = find(session, &format!("{path}[{}]", step.index.saturating_add(1)))?;
        session.remove_repeat(place.instance)
    } else if let Some(language) = &step.language {
        session.set_language(language)
    } else {
        return Ok(());
    };
    done.map(|_| ()).map_err(|e| e.message().id.to_owned())
}

/// A step with what it changed.
fn told(i: usize, step: &Step, error: Option<String>, before: &States, now: &States) -> Value {
    let mut told = Map::new();
    told.insert("i".to_owned(), json!(i));
    if let Some(path) = &step.set {
        told.insert("set".to_owned(), json!(path));
        told.insert("value".to_owned(), json!(step.value));
    }
    told.extend(step.add_repeat.as_ref().map(|path| ("add_repeat".to_owned(), json!(path))));
    if let Some(path) = &step.remove_repeat {
        told.insert("remove_repeat".to_owned(), json!(path));
        told.insert("index".to_owned(), json!(step.index));
    }
    told.extend(step.language.as_ref().map(|l| ("language".to_owned(), json!(l))));
    let changed: States =
        now.iter().filter(|(p, s)| before.get(*p) != Some(s)).map(|(p, s)| (p.clone(), s.clone())).collect();
    told.insert("changed".to_owned(), json!(changed));
    let removed: Vec<&String> = before.keys().filter(|p| !now.contains_key(*p)).collect();
    if !removed.is_empty() {
        told.insert("removed".to_owned(), json!(removed));
    }
    told.extend(error.map(|e| ("error".to_owned(), json!(e))));
    Value::Object(told)
}

/// The state of every node, by path.
fn look(session: &Session, labels: bool) -> States {
    let mut found = States::new();
    for place in session.walk() {
        let Some((path, value)) = shown(session, &place, labels) else { continue };
        found.insert(path, value);
    }
    found
}

fn shown(session: &Session, place: &Place, labels: bool) -> Option<(String, Value)> {
    let (state, node) = (session.node(place)?, session.form().node(place.node)?);
    let mut path = session.path(place);
    let mut shown = Map::new();
    let range = state.count.is_some();
    let kind = match &node.kind {
        NodeKind::Root => return None,
        NodeKind::Group => "group",
        NodeKind::Repeat { count: Some(_) } if range => "repeat-range:controlled",
        NodeKind::Repeat { count: None } if range => "repeat-range:uncontrolled",
        NodeKind::Repeat { .. } => "repeat-instance",
        NodeKind::Question(question) => match question.control {
            Control::Input => "input",
            Control::Note => "note",
            Control::Trigger => "trigger",
            Control::Range => "range",
            Control::Select => "select",
            Control::Rank => "rank",
            Control::Upload => "upload",
            Control::None => "model-value",
        },
    };
    if range {
        path.push_str("[]");
    }
    shown.insert("t".to_owned(), json!(kind));
    shown.insert("rel".to_owned(), json!(state.relevant));
    if let NodeKind::Question(question) = &node.kind {
        shown.insert("v".to_owned(), json!(state.value));
        if state.relevant && question.choices.is_some() {
            shown.insert("opts".to_owned(), state.choices.iter().map(|c| json!(c.value)).collect());
        }
    }
    shown.extend(state.count.map(|count| ("count".to_owned(), json!(count))));
    let flags = [
        ("req", state.required),
        ("ro", state.readonly),
        ("bad_constraint", state.bad_constraint),
        ("bad_required", state.bad_required),
    ];
    shown.extend(flags.into_iter().filter(|(_, on)| *on).map(|(name, _)| (name.to_owned(), json!(true))));
    if labels {
        shown.insert("label".to_owned(), json!(state.label));
    }
    Some((path, Value::Object(shown)))
}

/// Paths whose value is another in each run: times, chance, who and where.
fn volatile(session: &Session, form: &Form) -> Vec<String> {
    let mut found = BTreeSet::new();
    for place in session.walk() {
        let question = match form.node(place.node).map(|n| &n.kind) {
            Some(NodeKind::Question(question)) => question,
            _ => continue,
        };
        let drawn = question.calculation.as_ref().is_some_and(|rule| crate::expression::is_volatile(&rule.expr));
        if question.preload.is_some() || drawn {
            found.extend(form.node(place.node).map(|n| n.path.clone()));
        }
    }
    found.into_iter().collect()
}
