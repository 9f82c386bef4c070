//! Backups, their proof and the way back; and records that one deleted while another edited them.

use std::path::Path;

use serde_json::Value as Json;
use terrain_api as api;
use terrain_api::{Env, Fault, Session};

use crate::arguments::TaskEnd;
use crate::output::Output;
use crate::run::{Done, text_of};

/// Makes a backup.
pub fn backup(session: &mut Session, dest: &Path, output: &Output) -> Result<Done, Fault> {
    let made = api::backup(session, dest, &mut output.progress())?;
    if !output.json(&serde_json::to_value(&made).unwrap_or_default()) {
        let kb = made.bytes.div_ceil(1024).to_string();
        output.say("backup-made", &[("path", &made.file), ("kb", &kb)]);
        output.next("next-prove", &[("path", &made.file)]);
    }
    Ok(Done::Clean)
}

/// Proves one.
pub fn prove(session: &mut Session, src: &Path, output: &Output) -> Result<Done, Fault> {
    let proof = api::prove(session, src, &mut output.progress())?;
    if !output.json(&serde_json::to_value(&proof).unwrap_or_default()) {
        let counts = [proof.contents.changes, proof.contents.rows, proof.contents.files].map(|n| n.to_string());
        let [changes, rows, files] = &counts;
        output.say("backup-sound", &[("at", &proof.at), ("changes", changes), ("rows", rows), ("files", files)]);
        if proof.same {
            output.say("backup-same", &[]);
        }
        for (key, count) in [("backup-behind", proof.behind), ("backup-ahead", proof.ahead)] {
            if count > 0 {
                output.say(key, &[("count", &count.to_string())]);
            }
        }
        if !proof.same_passphrase {
            output.say("backup-passphrase", &[]);
        }
    }
    Ok(Done::with(proof.ahead > 0))
}

/// Makes a data folder from a backup.
pub fn restore(src: &Path, data: &Path, passphrase: &str, output: &Output) -> Result<Done, Fault> {
    let made = api::restore(src, data, passphrase, Env::system(), &mut output.progress())?;
    if !output.json(&serde_json::to_value(&made).unwrap_or_default()) {
        let path = data.display().to_string();
        output.say("backup-restored", &[("path", &path), ("at", &made.at), ("person", &made.person)]);
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}

/// Lists tasks, or ends one.
pub fn tasks(session: &mut Session, end: Option<&TaskEnd>, output: &Output) -> Result<Done, Fault> {
    let (kind, id, keep) = match end {
        None => return list(session, output),
        Some(TaskEnd::Keep { kind, id }) => (kind, id, true),
        Some(TaskEnd::Drop { kind, id }) => (kind, id, false),
    };
    let done = api::settle_task(session, kind, id, keep, None, &[])?;
    if !output.json(&done) {
        output.say(if keep { "task-kept" } else { "task-dropped" }, &[("id", &text_of(&done, "id"))]);
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}

fn list(session: &mut Session, output: &Output) -> Result<Done, Fault> {
    let found = api::tasks(session, output.words.code())?;
    if output.json(&serde_json::to_value(&found).unwrap_or_default()) {
        return Ok(Done::Clean);
    }
    if found.is_empty() {
        output.say("tasks-empty", &[]);
    }
    for task in &found {
        let id = task.head.row.to_string();
        output.line(&format!("{id}  {}  {}", task.head.kind, task.head.name));
        let act = |field: &str, act: &api::TaskAct| serde_json::json!({ "field": field, "value": act.value, "person": act.author.person, "at": act.at });
        let deleted = task.deleted.iter().map(|a| act("_row", a));
        let rows: Vec<Json> =
            deleted.chain(task.edited.iter().map(|a| act(a.question.as_deref().unwrap_or(&a.field), a))).collect();
        output.table(&rows, &["field", "value", "person", "at"]);
    }
    if let Some(first) = found.first() {
        output.next("next-task", &[("kind", &first.head.kind), ("id", &first.head.row.to_string())]);
    }
    Ok(Done::Clean)
}
