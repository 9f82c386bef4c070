//! Meeting the centre: sync, publish, heal, fsck.

use std::path::Path;

use terrain_api as api;
use terrain_api::{Fault, Session};

use crate::output::Output;
use crate::run::Done;

/// Exchanges everything, or shows what would be.
pub fn sync(session: &mut Session, central: Option<&Path>, dry_run: bool, output: &Output) -> Result<Done, Fault> {
    if !dry_run {
        let view = api::sync(session, central, &mut output.progress())?;
        return synced(&view, output);
    }
    let view = api::preview(session, central)?;
    if !output.json(&serde_json::to_value(&view).unwrap_or_default()) {
        let preview = view.preview;
        let counts = [
            preview.send,
            preview.send_files + preview.send_attachments,
            preview.receive_files + preview.receive_attachments,
        ]
        .map(|n| n.to_string());
        let [send, send_files, receive_files] = &counts;
        let sizes = [
            kilobytes(preview.send_bytes + preview.send_attachment_bytes),
            kilobytes(preview.receive_bytes + preview.receive_attachment_bytes),
        ];
        let [send_kb, receive_kb] = &sizes;
        output.say("sync-preview-send", &[("send", send), ("files", send_files), ("kb", send_kb)]);
        output.say("sync-preview-receive", &[("files", receive_files), ("kb", receive_kb)]);
        output.say("sync-preview-dry", &[]);
    }
    Ok(Done::Clean)
}

fn kilobytes(bytes: u64) -> String {
    bytes.div_ceil(1024).to_string()
}

/// A file attached to a record.
pub fn attached(file: &api::Attached, output: &Output) -> Result<Done, Fault> {
    if output.json(&serde_json::to_value(file).unwrap_or_default()) {
        return Ok(Done::Clean);
    }
    let kb = kilobytes(file.size);
    output.say("attached", &[("name", &file.name), ("kb", &kb), ("id", &file.id.to_string())]);
    if let Some(from) = file.reduced_from {
        output.say("attached-reduced", &[("from_kb", &kilobytes(from)), ("kb", &kb)]);
    }
    output.next("next-sync", &[]);
    Ok(Done::Clean)
}

/// The result of a sync, a publication or a repair.
pub fn synced(view: &api::SyncView, output: &Output) -> Result<Done, Fault> {
    let report = &view.report;
    let done = Done::with(!report.findings.is_empty() || report.conflicts > 0 || report.quarantined > 0);
    if output.json(&serde_json::to_value(view).unwrap_or_default()) {
        return Ok(done);
    }
    let (sent, received) = (report.sent.to_string(), report.received.to_string());
    output.say("sync-done", &[("sent", &sent), ("received", &received)]);
    if report.attachments_sent + report.attachments_received > 0 {
        let (sent, received) = (report.attachments_sent.to_string(), report.attachments_received.to_string());
        output.say("sync-attachments", &[("sent", &sent), ("received", &received)]);
    }
    if let Some(number) = report.published {
        output.say("sync-published", &[("number", &number.to_string())]);
    }
    let counts = [
        ("sync-conflicts", report.conflicts),
        ("sync-hidden", report.hidden),
        ("sync-quarantined", report.quarantined),
    ];
    for (key, count) in counts.iter().filter(|(_, n)| *n > 0) {
        output.say(key, &[("count", &count.to_string())]);
    }
    for finding in &report.findings {
        let args: Vec<(&str, &str)> = finding.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        output.note(&finding.code, &args);
    }
    output.say(if report.delivered { "sync-delivered" } else { "sync-not-delivered" }, &[]);
    Ok(done)
}

/// A verdict on a centre, writing nothing.
pub fn fsck(path: &Path, output: &Output) -> Result<Done, Fault> {
    let verdict = api::fsck(path)?;
    let (done, key) = match (verdict.generation, verdict.findings.is_empty()) {
        (Some(_), true) => (Done::Clean, "fsck-sound"),
        (Some(_), false) => (Done::Findings, "fsck-opens"),
        (None, _) => (Done::NothingOpens, "fsck-none"),
    };
    if output.json(&serde_json::to_value(&verdict).unwrap_or_default()) {
        return Ok(done);
    }
    let number = verdict.generation.map(|n| n.to_string()).unwrap_or_default();
    output.say(key, &[("generation", &number)]);
    for finding in &verdict.findings {
        let said = output.words.say(&finding.what, &[]);
        output.say("fsck-line", &[("path", &finding.path), ("said", &said)]);
    }
    if done == Done::Findings {
        output.next("next-sync-heals", &[]);
    }
    Ok(done)
}
