//! Entries by command: filled, sealed, reviewed, scored, exported.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_api::{Fault, Filling, Session};

use crate::arguments_entry::{EntryCommand, EntrySet, Export, Format};
use crate::output::Output;
use crate::run::{Done, said};
use crate::table::isolated;

/// Runs a command of the group `entry`.
pub fn entry(session: &mut Session, command: &EntryCommand, output: &Output) -> Result<Done, Fault> {
    match command {
        EntryCommand::New { form, cooperative, visit } => {
            let created = api::new_entry(session, form, cooperative, visit.as_deref())?;
            said(&json!(created), "entry-begun", output)
        }
        EntryCommand::Set(set) => fill(session, set, output),
        EntryCommand::Show { entry, missing } => show(session, entry, *missing, output),
        EntryCommand::Finalise { entry, note } => sealed(api::finalise(session, entry, note.as_deref())?, output),
        EntryCommand::Reopen { entry, reason } => sealed(api::reopen(session, entry, reason)?, output),
        EntryCommand::Return { entry, remarks, note } => {
            sealed(api::return_entry(session, entry, remarks, note.as_deref())?, output)
        }
        EntryCommand::Validate { entry, note } => sealed(api::validate(session, entry, note.as_deref())?, output),
        EntryCommand::Close { entry, note } => sealed(api::close(session, entry, note.as_deref())?, output),
        EntryCommand::Move { entry, version, dry_run } => {
            moved(&api::move_entry(session, entry, version, *dry_run)?, output)
        }
    }
}

fn fill(session: &mut Session, set: &EntrySet, output: &Output) -> Result<Done, Fault> {
    let filling = Filling {
        add: set.add.clone(),
        answers: set.answers.clone(),
        comment: set.comment.clone(),
        source: set.source.clone(),
        not_applicable: set.not_applicable.clone(),
        evidence: set.evidence.clone(),
        remove: set.remove.clone(),
    };
    let filled = api::fill(session, &set.entry, &filling)?;
    if !output.json(&json!(filled)) {
        output.say("written", &[("id", &filled.id.to_string())]);
        for finding in &filled.findings {
            let said = output.words.say(finding.code, &[]);
            let said = if finding.message.is_empty() { said } else { format!("{said} {}", finding.message) };
            output.say("finding-of-field", &[("field", &finding.path), ("said", &said)]);
        }
    }
    Ok(Done::with(!filled.findings.is_empty()))
}

fn sealed(done: api::Sealed, output: &Output) -> Result<Done, Fault> {
    if !output.json(&json!(done)) {
        let state = output.words.say(&format!("state-{}", done.state), &[]);
        output.say("entry-sealed", &[("id", &done.id.to_string()), ("state", &state)]);
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}

fn moved(moved: &api::Moved, output: &Output) -> Result<Done, Fault> {
    if !output.json(&json!(moved)) {
        for (key, fates) in
            [("move-kept", &moved.kept), ("move-converted", &moved.converted), ("move-parked", &moved.parked)]
        {
            output.say(key, &[("count", &fates.len().to_string())]);
            for fate in fates.iter().filter(|_| key != "move-kept") {
                let to = fate.to.clone().or_else(|| fate.why.map(|why| output.words.say(why, &[])));
                let args = [("path", fate.path.as_str()), ("value", &fate.value), ("to", &to.unwrap_or_default())];
                output.say("move-line", &args);
            }
        }
        let args = [("from", moved.from.as_str()), ("to", &moved.to)];
        output.say(if moved.dry_run { "move-dry" } else { "move-done" }, &args);
    }
    Ok(Done::with(!moved.parked.is_empty()))
}

fn show(session: &mut Session, entry: &str, missing: bool, output: &Output) -> Result<Done, Fault> {
    let mut view = api::show_entry(session, entry, output.words.code())?;
    if missing {
        view.questions.retain(|q| q.bad.is_some());
    }
    if output.json(&json!(view)) {
        return Ok(Done::with(!view.findings.is_empty()));
    }
    let state = output.words.say(&format!("state-{}", view.state), &[]);
    let (answered, asked) = (view.answered.to_string(), view.asked.to_string());
    let args = [
        ("title", view.title.as_str()),
        ("cooperative", &view.cooperative_name),
        ("state", &state),
        ("answered", &answered),
        ("asked", &asked),
    ];
    output.say("entry-heading", &args);
    let line = |q: &api::QuestionView| {
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
        let beside: Vec<String> = beside.into_iter().flatten().chain(remarks).collect();
        json!({ "question": q.name, "text": q.label, "answer": q.shown, "beside": beside.join(" · ") })
    };
    let rows: Vec<Json> = view.questions.iter().map(line).collect();
    output.table(&rows, &["question", "text", "answer", "beside"]);
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
        let args: Vec<(&str, &str)> = finding.args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        output.note(finding.code, &args);
    }
    Ok(Done::with(!view.findings.is_empty()))
}

/// Entries as files.
pub fn export(session: &mut Session, export: &Export, output: &Output) -> Result<Done, Fault> {
    let format = match export.format {
        Format::Odk => api::EntryFormat::Odk,
        Format::Csv => api::EntryFormat::Csv,
        Format::Json => api::EntryFormat::Json,
    };
    let (entry, form) = (export.entry.as_deref(), export.form.as_deref());
    let done = api::export(session, &export.dest, format, entry, form, export.split)?;
    if !output.json(&json!(done)) {
        done.files.iter().for_each(|file| output.line(file));
        output.say("export-done", &[("count", &done.entries.to_string())]);
    }
    Ok(Done::Clean)
}
