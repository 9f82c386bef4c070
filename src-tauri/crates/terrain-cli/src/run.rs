//! From what was typed to the door and back.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use terrain_api as api;
use terrain_api::{Env, Fault, Folders, Language, Session};

use crate::arguments::{Arguments, Bench, Command};
use crate::backups;
use crate::output::{Output, catch_stop};
use crate::table::in_words;
use crate::{bench, entries, exchange, forms, import, scores, show, start};

/// How a command ended that was not a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Nothing to look at.
    Clean,
    /// Findings of this run to look at.
    Findings,
    /// `fsck`: no generation of the central file opens.
    NothingOpens,
    /// What was given is refused, and the findings say why.
    Refused,
}

impl Done {
    /// With findings or without.
    pub fn with(findings: bool) -> Self {
        if findings { Self::Findings } else { Self::Clean }
    }
}

/// Longest passphrase file that is read: its first line is the passphrase.
const PASSPHRASE_FILE_MAX: u64 = 65_536;

/// Runs the command.
pub fn run(arguments: &Arguments, output: &Output) -> Result<Done, Fault> {
    if let Some(named) = arguments.lang.as_deref().filter(|l| Language::parse(l).is_none()) {
        return Err(Fault::input("fault-usage-language", &[("got", named)]));
    }
    match &arguments.command {
        Command::Fsck { path } => exchange::fsck(path, output),
        Command::Demo { dir, cooperatives, coaches, months, seed, start } => {
            catch_stop();
            let (cooperatives, coaches, months) = (*cooperatives, *coaches, *months);
            let plan = terrain_demo::Plan { cooperatives, coaches, months, seed: *seed, start: *start };
            start::demo(dir, &plan, output)
        }
        Command::Bench { which: Bench::Save { size, keep } } => bench::save(*size, keep.as_deref(), output),
        Command::Bench { which: Bench::Merge { input, keep } } => bench::merge(input, keep.as_deref(), output),
        Command::Bench { which: Bench::Form { file, answers, media } } => {
            bench::form(file, answers, media.as_deref(), output)
        }
        Command::Bench { which: Bench::Screens { on } } => {
            let (data, words) = (data_folder(arguments), passphrase(arguments, output, false)?);
            bench::screens(&mut || Session::open(&data, &words, Env::system()), *on, output)
        }
        Command::Init(new) => {
            let data = data_folder(arguments);
            start::init(new, data, || passphrase(arguments, output, true), output)
        }
        Command::Restore { src } => {
            let data = data_folder(arguments);
            catch_stop();
            backups::restore(src, &data, &passphrase(arguments, output, false)?, output)
        }
        command => {
            if let Command::Form(form) = command
                && let Some(done) = forms::alone(form, output)
            {
                return done;
            }
            let data = data_folder(arguments);
            if !data.join("key").is_file() {
                return Err(Fault::input("fault-no-data-folder", &[("path", &data.display().to_string())]));
            }
            let mut session = Session::open(&data, &passphrase(arguments, output, false)?, Env::system())?;
            catch_stop();
            with_session(&mut session, command, output).map_err(|fault| fault.at_data(&data))
        }
    }
}

fn with_session(session: &mut Session, command: &Command, output: &Output) -> Result<Done, Fault> {
    match command {
        Command::Status => show::status(session, output),
        Command::List { kind, filters } => {
            let rows = api::list(session, kind, filters)?;
            show::rows(session, kind, &rows, output)
        }
        Command::Show { kind, id } => {
            let row = api::show(session, kind, id)?;
            show::fields(session, kind, row, output)
        }
        Command::Search { text } => show::found(&api::search(session, &text.join(" "))?, output),
        Command::New { kind, fields } => {
            let created = api::new(session, kind, &objects(kind, fields)?)?;
            written(&created, output)
        }
        Command::Set { kind, id, fields } => {
            let created = api::set(session, kind, id, &objects(kind, fields)?)?;
            written(&created, output)
        }
        Command::Delete { kind, id } => said(&api::delete(session, kind, id)?, "deleted", output),
        Command::Undo => turned(&api::undo(session)?, "undone", output),
        Command::Redo => turned(&api::redo(session)?, "redone", output),
        Command::History { kind, id } => show::history(&api::history(session, kind, id)?, output),
        Command::Conflicts => show::conflicts(session, output),
        Command::Resolve { conflict, take, value, note } => {
            let value = value.as_deref().map(|text| settling(session, conflict, text)).transpose()?;
            said(&api::resolve(session, conflict, *take, value.as_ref(), note.as_deref(), &[])?, "settled", output)
        }
        Command::Tasks { end } => backups::tasks(session, end.as_ref(), output),
        Command::Backup { dest } => backups::backup(session, dest, output),
        Command::Prove { src } => backups::prove(session, src, output),
        Command::Assign { cooperative, person } => said(&api::assign(session, cooperative, person)?, "written", output),
        Command::Attach { kind, id, file } => exchange::attached(&api::attach(session, kind, id, file)?, output),
        Command::Import { kind, file, map, dry_run } => import::import(session, kind, file, map, *dry_run, output),
        Command::Sync { central, dry_run } => exchange::sync(session, central.as_deref(), *dry_run, output),
        Command::Publish => {
            let view = api::publish(session, &mut output.progress())?;
            exchange::synced(&view, output)
        }
        Command::Heal { path } => {
            let view = api::heal(session, Some(path), &mut output.progress())?;
            exchange::synced(&view, output)
        }
        Command::Rebuild => {
            let done = api::rebuild(session)?;
            if !output.json(&done) {
                output.say("rebuilt", &[("count", &text_of(&done, "rows"))]);
            }
            Ok(Done::Clean)
        }
        Command::Form(form) => forms::in_programme(session, form, output),
        Command::Entry(entry) => entries::entry(session, entry, output),
        Command::Score { entry, against } => scores::score(session, entry, against.as_deref(), output),
        Command::Suggest { entry } => scores::suggest(session, entry, output),
        Command::Export(export) => entries::export(session, export, output),
        Command::Call { name, argument } => {
            let answer = api::dispatch(session, name, argument, &mut output.progress())?;
            output.line(&answer.to_string());
            Ok(Done::Clean)
        }
        Command::Fsck { .. }
        | Command::Demo { .. }
        | Command::Init(_)
        | Command::Restore { .. }
        | Command::Bench { .. } => Err(Fault::input("fault-usage-no-command", &[])),
    }
}

fn data_folder(arguments: &Arguments) -> PathBuf {
    arguments.data.clone().unwrap_or_else(Folders::usual)
}

/// From the file, the environment, or whoever sits there; a new one is asked for twice.
fn passphrase(arguments: &Arguments, output: &Output, new: bool) -> Result<String, Fault> {
    use std::io::IsTerminal;
    if let Some(file) = &arguments.passphrase_file {
        return passphrase_in(file);
    }
    if let Ok(passphrase) = std::env::var("MOURAFAKA_PASSPHRASE") {
        return Ok(passphrase);
    }
    let missing = || Fault::input("fault-passphrase-missing", &[]);
    if !std::io::stdin().is_terminal() {
        return Err(missing());
    }
    let ask = |key: &str| rpassword::prompt_password(output.words.say(key, &[]) + " ").map_err(|_| missing());
    let first = ask("passphrase-ask")?;
    if new && ask("passphrase-again")? != first {
        return Err(Fault::input("fault-passphrase-differs", &[]));
    }
    Ok(first)
}

fn passphrase_in(file: &Path) -> Result<String, Fault> {
    let mut text = String::new();
    let read = File::open(file).and_then(|f| f.take(PASSPHRASE_FILE_MAX).read_to_string(&mut text));
    read.map_err(|e| Fault::of_file(&e, &file.display().to_string()))?;
    // Editors of some systems put a mark in front that nobody sees.
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if first.is_empty() { Err(Fault::input("fault-passphrase-missing", &[])) } else { Ok(first.to_owned()) }
}

fn objects(kind: &str, fields: &[(String, String)]) -> Result<BTreeMap<String, Json>, Fault> {
    let mut objects = BTreeMap::new();
    for (name, text) in fields {
        if objects.insert(name.clone(), api::typed(kind, name, text)).is_some() {
            return Err(Fault::input("fault-field-twice", &[("field", name)]));
        }
    }
    Ok(objects)
}

/// The value that settles a disagreement, read as its field takes it.
fn settling(session: &mut Session, conflict: &str, text: &str) -> Result<Json, Fault> {
    let found = api::conflicts(session)?.into_iter().find(|c| c.id.starts_with(conflict));
    Ok(found.map_or_else(|| Json::from(text), |c| api::typed(&c.kind, &c.field, text)))
}

/// A value of an answer, as text.
pub fn text_of(value: &Json, key: &str) -> String {
    match value.get(key) {
        Some(Json::String(t)) => t.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

pub fn said(done: &Json, key: &str, output: &Output) -> Result<Done, Fault> {
    if !output.json(done) {
        output.say(key, &[("id", &text_of(done, "id"))]);
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}

fn turned(done: &api::UndoneView, key: &str, output: &Output) -> Result<Done, Fault> {
    if !output.json(&serde_json::to_value(done).unwrap_or_default()) {
        let name = in_words("operation", &done.act.name, &output.words).unwrap_or_else(|| done.act.name.clone());
        output.say(key, &[("operation", &name), ("at", &done.act.at), ("count", &done.act.rows.to_string())]);
        output.next("next-sync", &[]);
    }
    Ok(Done::Clean)
}

fn written(created: &api::Created, output: &Output) -> Result<Done, Fault> {
    let done = serde_json::to_value(created).unwrap_or_default();
    said(&done, "written", output)?;
    for finding in &created.findings {
        let said = output.words.say(&finding.code, &[]);
        output.note("finding-of-field", &[("field", &finding.field), ("said", &said)]);
    }
    Ok(Done::with(!created.findings.is_empty()))
}
