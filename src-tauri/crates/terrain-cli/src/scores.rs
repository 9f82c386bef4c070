//! Scores and proposals, for a person to read.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_api::{Fault, Session};

use crate::output::Output;
use crate::run::Done;

/// Points are shown without decimals, differences with a sign and one.
fn points(score: Option<f64>) -> String {
    score.map_or_else(|| "—".to_owned(), |s| format!("{:.0}", api::shown(s)))
}

fn moved(delta: f64) -> String {
    format!("{delta:+.1}")
}

/// The score of an entry, and what moved since another.
pub fn score(session: &mut Session, entry: &str, against: Option<&str>, output: &Output) -> Result<Done, Fault> {
    let view = api::score(session, entry, against)?;
    if output.json(&json!(view)) {
        return Ok(Done::Clean);
    }
    let words = &output.words;
    let language = words.code();
    let mut rows = Vec::new();
    for dimension in &view.score.dimensions {
        let label = dimension.labels.get(language).or_else(|| dimension.labels.get("fr")).unwrap_or(&dimension.name);
        let band = dimension.band.map(|b| words.say(b.code(), &[]));
        let why = dimension.why_none.map(|w| words.say(w.code(), &[]));
        let axis =
            view.against.as_ref().and_then(|a| a.under_this.comparison.axes.iter().find(|x| x.name == dimension.name));
        let before = axis.map(|a| points(a.first));
        let difference = axis.and_then(|a| a.difference.as_ref());
        let because = difference.map(|d| {
            let parts = d.movements.iter().filter(|m| (m.by_level + m.by_composition).abs() >= 0.05).take(4);
            parts.map(|m| format!("{} {}", m.name, moved(m.by_level + m.by_composition))).collect::<Vec<_>>().join(", ")
        });
        rows.push(json!({
            "dimension": label, "weight": format!("{}", dimension.weight), "score": points(dimension.score),
            "band": band.or(why), "before": before, "moved": difference.map(|d| moved(d.delta)), "because": because,
        }));
    }
    output.table(&rows, &["dimension", "weight", "score", "band", "before", "moved", "because"]);
    let band = view.score.band.map(|b| words.say(b.code(), &[])).unwrap_or_default();
    output.say("score-overall", &[("score", &points(view.score.overall)), ("band", &band)]);
    if view.score.provisional {
        output.say("score-provisional", &[]);
    }
    for flag in &view.score.flags {
        output.say("score-flag", &[("question", flag)]);
    }
    if let Some(against) = &view.against {
        let delta = against.under_this.comparison.overall.as_ref().map_or_else(|| "—".to_owned(), |d| moved(d.delta));
        let args = [("before", points(against.score.overall)), ("moved", delta), ("version", against.version.clone())];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        output.say("score-against", &args);
        if let Some(under) = &against.under_that {
            let delta = under.comparison.overall.as_ref().map_or_else(|| "—".to_owned(), |d| moved(d.delta));
            output.say("score-under-that", &[("version", &under.version), ("moved", &delta)]);
        }
    }
    for finding in &view.score.findings {
        output.note("finding-of-field", &[("field", &finding.question), ("said", &words.say(finding.code, &[]))]);
    }
    Ok(Done::Clean)
}

/// Strengths, weaknesses, opportunities, threats and actions that an entry proposes.
pub fn suggest(session: &mut Session, entry: &str, output: &Output) -> Result<Done, Fault> {
    let view = api::suggest(session, entry, output.words.code())?;
    if output.json(&json!(view)) {
        return Ok(Done::Clean);
    }
    let words = &output.words;
    let label = |question: &str| match view.labels.get(question) {
        Some(label) if !label.is_empty() => label.clone(),
        _ => question.to_owned(),
    };
    let none = |empty: bool| {
        if empty {
            output.say("swot-none", &[]);
        }
    };
    for (key, items) in [("swot-strengths", &view.swot.strengths), ("swot-weaknesses", &view.swot.weaknesses)] {
        output.say(key, &[]);
        items.iter().for_each(|i| output.say("swot-line", &[("text", &label(&i.question))]));
        none(items.is_empty());
    }
    for (key, seeds) in [("swot-opportunities", &view.swot.opportunities), ("swot-threats", &view.swot.threats)] {
        output.say(key, &[]);
        for seed in seeds {
            let text = seed.text.clone().unwrap_or_else(|| seed.value.clone());
            output.say("swot-line", &[("text", &format!("{} ({text})", label(&seed.question)))]);
        }
        none(seeds.is_empty());
    }
    let rows = view.actions.iter().map(|action| {
        let title = action.labels.get(words.code()).or_else(|| action.labels.get("fr")).unwrap_or(&action.id);
        let reasons: Vec<String> = action.reasons.iter().map(|r| label(&r.question)).collect();
        json!({
            "action": title, "days": format!("{}", action.typical_days), "index": format!("{:.1}", action.priority.index),
            "quadrant": words.say(action.priority.quadrant.code(), &[]), "reasons": reasons,
        })
    });
    let rows: Vec<Json> = rows.collect();
    output.table(&rows, &["action", "days", "index", "quadrant", "reasons"]);
    Ok(Done::Clean)
}
