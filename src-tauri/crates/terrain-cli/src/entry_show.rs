//! An entry for a person to read: groups with their questions, answers and what stands beside them, choices, remarks, history.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_api::{EntryView, Fault, QuestionView, Session};

use crate::output::Output;
use crate::run::Done;
use crate::table::isolated;

/// Most choices beside a question in a list; `--question` shows all.
const CHOICES_MAX: usize = 12;

/// Shows an entry; `missing`, only what still needs an answer; `question`, that one with all its choices.
pub fn show(
    session: &mut Session,
    entry: &str,
    missing: bool,
    question: Option<&str>,
    output: &Output,
) -> Result<Done, Fault> {
    let mut view = api::show_entry(session, entry, output.words.code())?;
    if missing {
        view.questions.retain(|q| q.bad.is_some());
    }
    if let Some(wanted) = question {
        let inside = format!("/{wanted}");
        view.questions.retain(|q| q.name == wanted || q.path == wanted || q.path.ends_with(&inside));
        if view.questions.is_empty() {
            return Err(Fault::input("fault-unknown-question", &[("got", wanted), ("hint", "")]));
        }
    }
    if output.json(&json!(view)) {
        return Ok(Done::Clean);
    }
    heading(&view, output);
    match question {
        Some(_) => view.questions.iter().for_each(|q| alone(q, output)),
        None => {
            questions(&view, missing, output);
            around(&view, output);
        }
    }
    Ok(Done::Clean)
}

fn heading(view: &EntryView, output: &Output) {
    let state = output.words.say(&format!("state-{}", view.state), &[]);
    let (answered, asked, missing) = (view.answered.to_string(), view.asked.to_string(), view.missing.to_string());
    let args = [
        ("title", view.title.as_str()),
        ("cooperative", &view.cooperative_name),
        ("state", &state),
        ("answered", &answered),
        ("asked", &asked),
        ("missing", &missing),
    ];
    output.say("entry-heading", &args);
}

/// One question with everything that can be answered.
fn alone(question: &QuestionView, output: &Output) {
    output.say("question-heading", &[("path", &question.path), ("type", &question.r#type), ("text", &question.label)]);
    if !question.shown.is_empty() {
        output.say("question-answer", &[("answer", &question.shown)]);
    }
    let beside = beside(question, output);
    if !beside.is_empty() {
        output.line(&isolated(&beside.join(" · ")));
    }
    for choice in &question.choices {
        output.say("question-choice", &[("value", &choice.value), ("text", &choice.label)]);
    }
}

/// A table of questions; a line of its own for each group, with how far it is.
fn questions(view: &EntryView, choices: bool, output: &Output) {
    let (mut rows, mut group) = (Vec::<Json>::new(), None);
    for question in &view.questions {
        if question.group != group {
            group.clone_from(&question.group);
            let of = view.groups.iter().find(|g| Some(&g.path) == group.as_ref());
            let line = of.map(|g| json!({ "text": format!("▸ {}/{} {}", g.answered, g.asked, g.label) }));
            rows.extend(line);
        }
        let mut row = json!({
            "question": question.name, "text": question.label, "answer": question.shown,
            "beside": beside(question, output).join(" · "),
        });
        if choices && let Some(row) = row.as_object_mut() {
            let more = (question.choices.len() > CHOICES_MAX).then_some("…");
            let values = question.choices.iter().take(CHOICES_MAX).map(|c| c.value.as_str()).chain(more);
            let values = values.collect::<Vec<_>>().join(" ");
            row.insert("choice".into(), Json::from(if values.is_empty() { question.r#type.clone() } else { values }));
        }
        rows.push(row);
    }
    output.table(&rows, &["question", "text", "choice", "answer", "beside"]);
    if let Some(first) = view.questions.first().filter(|_| choices) {
        output.next("next-question", &[("id", &view.id.to_string()), ("question", &first.name)]);
    }
}

fn beside(q: &QuestionView, output: &Output) -> Vec<String> {
    let beside = [
        q.bad.map(|bad| output.words.say(&format!("answer-bad-{bad}"), &[])),
        q.message.clone(),
        q.provisional.then(|| output.words.say("answer-provisional", &[])),
        q.not_applicable.as_ref().map(|why| output.words.say("answer-not-applicable", &[("why", why)])),
        q.source.as_ref().map(|s| output.words.say(&format!("source-{s}"), &[])),
        q.comment.clone(),
        q.previous.as_ref().map(|p| output.words.say("answer-previous", &[("value", p)])),
    ];
    let remarks =
        q.remarks.iter().map(|r| output.words.say("answer-remark", &[("person", &r.person), ("text", &r.text)]));
    beside.into_iter().flatten().chain(remarks).collect()
}

/// What belongs to the whole entry.
fn around(view: &EntryView, output: &Output) {
    for parked in &view.parked {
        let why = output.words.say(parked.why, &[]);
        output.say("move-line", &[("path", &parked.path), ("value", &parked.value), ("to", &why)]);
    }
    for remark in &view.remarks {
        output
            .line(&isolated(&output.words.say("answer-remark", &[("person", &remark.person), ("text", &remark.text)])));
    }
    for event in &view.events {
        let act = output.words.say(&format!("act-{}", event.act), &[]);
        let note = event.note.clone().unwrap_or_default();
        output.say("entry-event", &[("at", &event.at), ("act", &act), ("person", &event.person), ("note", &note)]);
    }
    for finding in &view.findings {
        let args = finding.args.iter().map(|(k, v)| (*k, v.as_str()));
        let args: Vec<(&str, &str)> = args.chain([("in", "command")]).collect();
        output.note(finding.code, &args);
    }
}
