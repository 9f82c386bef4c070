//! Entries by command: filled, sealed, reviewed, scored, exported.

use serde_json::json;
use terrain_api as api;
use terrain_api::{Fault, Filling, Session};

use crate::arguments_entry::{EntryCommand, EntrySet, Export, Format};
use crate::entry_show;
use crate::output::Output;
use crate::run::Done;

/// Runs a command of the group `entry`.
pub fn entry(session: &mut Session, command: &EntryCommand, output: &Output) -> Result<Done, Fault> {
    match command {
        EntryCommand::New { form, cooperative, visit } => {
            let created = api::new_entry(session, form, cooperative, visit.as_deref())?;
            if !output.json(&json!(created)) {
                let id = created.id.to_string();
                output.say("entry-begun", &[("id", &id)]);
                output.next("next-answer", &[("id", &id)]);
            }
            Ok(Done::Clean)
        }
        EntryCommand::Set(set) => fill(session, set, output),
        EntryCommand::Show { entry, missing, question } => {
            entry_show::show(session, entry, *missing, question.as_deref(), output)
        }
        EntryCommand::Finalise { entry, note } => sealed(api::finalise(session, entry, note.as_deref())?, output),
        EntryCommand::Reopen { entry, reason } => sealed(api::reopen(session, entry, reason)?, output),
        EntryCommand::Return { entry, remarks, note } => {
            sealed(api::return_entry(session, entry, remarks, note.as_deref())?, output)
        }
        EntryCommand::Validate { entry, note } => sealed(api::validate(session, entry, note.as_deref())?, output),
        EntryCommand::Close { entry, note } => sealed(api::close(session, entry, note.as_deref())?, output),
        EntryCommand::Move { entry, version, dry_run } => {
            moved(&api::move_entry(session, entry, version, *dry_run, output.words.code())?, output)
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
        detach: set.detach.clone(),
        moved: set.moved.clone(),
        remove: set.remove.clone(),
        language: Some(output.words.code().to_owned()),
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

/// Entries as files.
pub fn export(session: &mut Session, export: &Export, output: &Output) -> Result<Done, Fault> {
    let format = match export.format {
        Format::Odk => api::EntryFormat::Odk,
        Format::Csv => api::EntryFormat::Csv,
        Format::Json => api::EntryFormat::Json,
    };
    let asked = api::Exporting {
        dest: export.dest.clone(),
        format,
        entry: export.entry.clone(),
        form: export.form.clone(),
        split: export.split,
        anonymous: export.anonymous,
    };
    let done = api::export(session, &asked)?;
    if !output.json(&json!(done)) {
        done.files.iter().for_each(|file| output.line(file));
        output.say("export-done", &[("count", &done.entries.to_string())]);
    }
    Ok(Done::Clean)
}
