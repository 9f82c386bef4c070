//! From what was typed to the door and back. `Ok(true)` means: done, with findings of this run to look at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_api::{Env, Fault, NewCoach, NewProgramme, Session};

use crate::arguments::{Arguments, Bench, Command};
use crate::bench;
use crate::output::{Output, catch_stop};

type Done = Result<bool, Fault>;

/// Runs the command.
pub fn run(arguments: &Arguments, output: &Output) -> Done {
    catch_stop();
    match &arguments.command {
        Command::Fsck { path } => fsck(path, output),
        Command::Demo { dir, cooperatives, coaches, months, seed } => {
            let plan =
                terrain_demo::Plan { cooperatives: *cooperatives, coaches: *coaches, months: *months, seed: *seed };
            demo(dir, &plan, output)
        }
        Command::Bench { which: Bench::Save { size, keep } } => bench::save(*size, keep.as_deref(), output),
        Command::Bench { which: Bench::Merge { input, keep } } => bench::merge(input, keep.as_deref(), output),
        Command::Init { programme, person, central, paper_key_out, coaches } => {
            let passphrase = passphrase(arguments, output)?;
            let coach = |(name, data): &(String, PathBuf)| NewCoach {
                name: name.clone(),
                data: data.clone(),
                passphrase: passphrase.clone(),
            };
            let new = NewProgramme {
                name: programme.clone(),
                person: person.clone(),
                data: data_folder(arguments),
                central: central.clone(),
                paper_key_out: paper_key_out.clone(),
                coaches: coaches.iter().map(coach).collect(),
                passphrase: passphrase.clone(),
            };
            init(&new, output)
        }
        command => {
            let data = data_folder(arguments);
            if !data.join("key").is_file() {
                return Err(Fault::input("fault-no-data-folder", &[("path", &data.display().to_string())]));
            }
            let mut session = Session::open(&data, &passphrase(arguments, output)?, Env::system())?;
            with_session(&mut session, command, output)
        }
    }
}

fn with_session(session: &mut Session, command: &Command, output: &Output) -> Done {
    match command {
        Command::Status => status(session, output),
        Command::List { kind, filters } => {
            let rows = api::list(session, kind, filters)?;
            show_rows(&rows, output, "list-empty");
            Ok(false)
        }
        Command::Show { kind, id } => {
            let row = api::show(session, kind, id)?;
            show_fields(&row, output);
            Ok(false)
        }
        Command::Search { text } => {
            let found = api::search(session, &text.join(" "))?;
            show_rows(&found, output, "search-empty");
            Ok(false)
        }
        Command::New { kind, fields } => {
            let created = api::new(session, kind, &objects(fields))?;
            written(&created, output)
        }
        Command::Set { kind, id, fields } => {
            let created = api::set(session, kind, id, &objects(fields))?;
            written(&created, output)
        }
        Command::Delete { kind, id } => {
            let done = api::delete(session, kind, id)?;
            if !output.json(&done) {
                output.say("deleted", &[("id", &text_of(&done, "id"))]);
            }
            Ok(false)
        }
        Command::History { kind, id } => {
            let entries = api::history(session, kind, id)?;
            if !output.json(&entries) {
                let rows = entries.as_array().map_or(&[][..], Vec::as_slice);
                output.table(rows, &["at", "person", "operation", "field", "value", "live", "note"]);
            }
            Ok(false)
        }
        Command::Conflicts => conflicts(session, output),
        Command::Resolve { conflict, take, value, note } => {
            let value = value.as_deref().map(loose_json);
            let done = api::resolve(session, conflict, *take, value.as_ref(), note.as_deref())?;
            if !output.json(&done) {
                output.say("settled", &[("id", &text_of(&done, "id"))]);
            }
            Ok(false)
        }
        Command::Assign { cooperative, person } => {
            let done = api::assign(session, cooperative, person)?;
            if !output.json(&done) {
                output.say("written", &[("id", &text_of(&done, "id"))]);
            }
            Ok(false)
        }
        Command::Import { kind, file, map, dry_run } => import(session, kind, file, map, *dry_run, output),
        Command::Sync { central, dry_run } => sync(session, central.as_deref(), *dry_run, output),
        Command::Publish => {
            let view = api::publish(session, &mut output.progress())?;
            synced(&view, output)
        }
        Command::Heal { path } => {
            let view = api::heal(session, path, &mut output.progress())?;
            synced(&view, output)
        }
        Command::Rebuild => {
            let count = session.store().rebuild()?;
            if !output.json(&json!({ "rows": count })) {
                output.say("rebuilt", &[("count", &count.to_string())]);
            }
            Ok(false)
        }
        Command::Call { name, argument } => {
            let answer = api::dispatch(session, name, argument, &mut output.progress())?;
            output.line(&answer.to_string());
            Ok(false)
        }
        Command::Fsck { .. } | Command::Demo { .. } | Command::Init { .. } | Command::Bench { .. } => {
            Err(Fault::input("fault-usage", &[("reason", "mourafaka --help")]))
        }
    }
}

fn data_folder(arguments: &Arguments) -> PathBuf {
    if let Some(data) = &arguments.data {
        return data.clone();
    }
    let base = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|p| p.is_absolute());
    let home = || std::env::var_os("HOME").map(|h| PathBuf::from(h).join(".local/share"));
    base.or_else(home).unwrap_or_default().join("mourafaka-terrain")
}

fn passphrase(arguments: &Arguments, output: &Output) -> Result<String, Fault> {
    use std::io::IsTerminal;
    if let Some(file) = &arguments.passphrase_file {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|_| Fault::input("fault-file-missing", &[("path", &file.display().to_string())]))?;
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if let Ok(passphrase) = std::env::var("MOURAFAKA_PASSPHRASE") {
        return Ok(passphrase);
    }
    let missing = || Fault::input("fault-passphrase-missing", &[]);
    if !std::io::stdin().is_terminal() {
        return Err(missing());
    }
    rpassword::prompt_password(output.words.say("passphrase-ask", &[]) + " ").map_err(|_| missing())
}

/// A value as JSON, or as bare text where it is none: `phone=0612345678` needs no quotes in a shell.
fn loose_json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|_| Json::String(text.to_owned()))
}

fn objects(fields: &[(String, String)]) -> BTreeMap<String, Json> {
    fields.iter().map(|(name, text)| (name.clone(), loose_json(text))).collect()
}

fn text_of(value: &Json, key: &str) -> String {
    match value.get(key) {
        Some(Json::String(t)) => t.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn show_rows(rows: &[Json], output: &Output, empty: &str) {
    if output.json(&Json::Array(rows.to_vec())) {
        return;
    }
    if rows.is_empty() {
        return output.say(empty, &[]);
    }
    // The columns a person looks for first; all of them are in `show` and in `--json`.
    let columns = [
        "id",
        "kind",
        "label",
        "name",
        "name_fr",
        "name_ar",
        "sector",
        "province_code",
        "planned_on",
        "purpose",
        "role",
        "key",
        "value",
        "cooperative",
        "person",
        "from",
        "to",
        "last_visit_on",
        "state",
        "delivery",
    ];
    output.table(rows, &columns);
    output.say("list-count", &[("count", &rows.len().to_string())]);
}

fn show_fields(row: &Json, output: &Output) {
    if output.json(row) {
        return;
    }
    let fields = row.as_object().into_iter().flatten().filter(|(_, v)| !v.is_null());
    let rows: Vec<Json> = fields.map(|(k, v)| json!({ "field": k, "value": v })).collect();
    output.table(&rows, &["field", "value"]);
}

fn written(created: &api::Created, output: &Output) -> Done {
    let value = serde_json::to_value(created).unwrap_or_default();
    if !output.json(&value) {
        output.say("written", &[("id", &created.id.to_string())]);
    }
    for finding in &created.findings {
        let said = output.words.say(&finding.code, &[]);
        output.note("import-reason-text", &[("got", &format!("{} : {said}", finding.field))]);
    }
    Ok(!created.findings.is_empty())
}

fn status(session: &mut Session, output: &Output) -> Done {
    let view = api::status(session)?;
    if output.json(&serde_json::to_value(&view).unwrap_or_default()) {
        return Ok(false);
    }
    let role = view.role.map(|r| output.words.say(&format!("role-{r}"), &[])).unwrap_or_default();
    let last = view.last_sync.clone().unwrap_or_else(|| output.words.say("status-never", &[]));
    let health = &view.health;
    let worries = [
        ("quarantined", health.quarantined),
        ("waiting", health.waiting),
        ("tasks", health.tasks),
        ("forked", health.forked),
        ("clock", u64::from(!health.clock_ok)),
    ];
    let worries: Vec<String> = worries.iter().filter(|(_, n)| *n > 0).map(|(k, n)| format!("{k} {n}")).collect();
    let well = output.words.say("status-well", &[]);
    let rows = [
        ("status-person", view.person.clone()),
        ("status-role", role),
        ("status-programme", view.programme.clone()),
        ("status-unsent", view.unsent.to_string()),
        ("status-last", last),
        ("status-conflicts", view.conflicts.to_string()),
        ("status-health", if worries.is_empty() { well } else { worries.join(", ") }),
    ];
    for (key, value) in rows {
        output.line(&format!("{:<32} {value}", output.words.say(key, &[])));
    }
    Ok(false)
}

fn conflicts(session: &mut Session, output: &Output) -> Done {
    let found = api::conflicts(session)?;
    if output.json(&serde_json::to_value(&found).unwrap_or_default()) {
        return Ok(false);
    }
    if found.is_empty() {
        output.say("conflicts-empty", &[]);
    }
    for conflict in &found {
        output.line(&format!("{}  {}", conflict.id, conflict.kind));
        let rows: Vec<Json> = conflict.values.iter().filter_map(|v| serde_json::to_value(v).ok()).collect();
        output.table(&rows, &["n", "value", "person", "at"]);
    }
    Ok(false)
}

fn import(
    session: &mut Session,
    kind: &str,
    file: &Path,
    map: &[(String, String)],
    dry_run: bool,
    output: &Output,
) -> Done {
    let report = api::import(session, kind, file, map, dry_run)?;
    let findings = report.refused > 0;
    if output.json(&serde_json::to_value(&report).unwrap_or_default()) {
        return Ok(findings);
    }
    for column in &report.columns {
        match &column.field {
            Some(field) => output.say("import-column", &[("column", &column.column), ("field", field)]),
            None => output.say("import-column-left", &[("column", &column.column)]),
        }
    }
    for row in &report.rows {
        let outcome = output.words.say(&format!("import-row-{}", row.outcome), &[]);
        let reason = match (&row.cell, row.reason) {
            (Some(cell), Some(reason)) => {
                let said = output.words.say(reason, &[("got", row.got.as_deref().unwrap_or_default())]);
                format!(" — {cell} : {said}")
            }
            _ if row.fields.is_empty() || row.outcome == "new" => String::new(),
            _ => format!(" — {}", row.fields.join(", ")),
        };
        output.line(&format!("{:>5}  {outcome:<10} {}{reason}", row.row, row.name));
    }
    let counts = [report.new, report.changed, report.same, report.refused].map(|n| n.to_string());
    let [new, changed, same, refused] = &counts;
    output.say("import-done", &[("new", new), ("changed", changed), ("same", same), ("refused", refused)]);
    if dry_run {
        output.say("import-dry", &[]);
    }
    Ok(findings)
}

fn sync(session: &mut Session, central: Option<&Path>, dry_run: bool, output: &Output) -> Done {
    if dry_run {
        let preview = api::preview(session, central)?;
        if !output.json(&serde_json::to_value(&preview).unwrap_or_default()) {
            let (send, receive) = (preview.send.to_string(), preview.receive_files.to_string());
            output.say("sync-preview", &[("send", &send), ("receive", &receive)]);
        }
        return Ok(false);
    }
    let view = api::sync(session, central, &mut output.progress())?;
    synced(&view, output)
}

fn synced(view: &api::SyncView, output: &Output) -> Done {
    let report = &view.report;
    let findings = !report.findings.is_empty() || report.conflicts > 0 || report.quarantined > 0;
    if output.json(&serde_json::to_value(view).unwrap_or_default()) {
        return Ok(findings);
    }
    let (sent, received) = (report.sent.to_string(), report.received.to_string());
    output.say("sync-done", &[("sent", &sent), ("received", &received)]);
    output.say(if report.delivered { "sync-delivered" } else { "sync-not-delivered" }, &[]);
    if let Some(number) = report.published {
        output.say("sync-published", &[("number", &number.to_string())]);
    }
    if report.conflicts > 0 {
        output.say("sync-conflicts", &[("count", &report.conflicts.to_string())]);
    }
    for finding in &report.findings {
        let args: Vec<(&str, &str)> = finding.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        output.note(&finding.code, &args);
    }
    Ok(findings)
}

fn fsck(path: &Path, output: &Output) -> Done {
    let verdict = api::fsck(path)?;
    let number = verdict.generation.map(|n| n.to_string()).unwrap_or_default();
    if !output.json(&serde_json::to_value(&verdict).unwrap_or_default()) {
        let key = match (verdict.generation, verdict.findings.is_empty()) {
            (Some(_), true) => "fsck-sound",
            (Some(_), false) => "fsck-opens",
            (None, _) => "fsck-none",
        };
        output.say(key, &[("generation", &number)]);
        for finding in &verdict.findings {
            output.line(&format!("{} : {}", finding.path, output.words.say(&finding.what, &[])));
        }
    }
    match verdict.generation {
        Some(_) => Ok(!verdict.findings.is_empty()),
        None => std::process::exit(4),
    }
}

fn init(new: &NewProgramme, output: &Output) -> Done {
    let started = api::start_programme(new, &mut Env::system, &mut output.progress())?;
    if !output.json(&serde_json::to_value(&started).unwrap_or_default()) {
        output.say("init-done", &[("file", &started.central_file)]);
        output.say("init-paper", &[("path", &started.paper_key)]);
    }
    Ok(false)
}

fn demo(dir: &Path, plan: &terrain_demo::Plan, output: &Output) -> Done {
    let made = terrain_demo::make(dir, plan, &mut output.progress())?;
    if !output.json(&serde_json::to_value(&made).unwrap_or_default()) {
        output.say("demo-done", &[("path", &dir.display().to_string())]);
        let counts = [made.cooperatives, made.visits, made.people, made.conflicts].map(|n| n.to_string());
        let [cooperatives, visits, people, conflicts] = &counts;
        let args = [("cooperatives", cooperatives), ("visits", visits), ("people", people), ("conflicts", conflicts)];
        output.say("demo-counts", &args.map(|(k, v)| (k, v.as_str())));
    }
    Ok(false)
}
