//! The single command of the page: a name and JSON go to the door, on a thread that may block; the answer says what changed.

use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use tauri::ipc::Channel;
use tauri::{AppHandle, Manager};
use terrain_api::{Fault, FaultView, Language, Status, Step, Words};

use crate::demonstration::{self, Demonstrate};
use crate::dialogs::{self, Pick};
use crate::laptop::{Laptop, Open};
use crate::{first_run, reachable, window};

/// Progress is told at most this often, and at each new step.
const PROGRESS_EVERY: Duration = Duration::from_millis(60);

/// What the page may ask of the door: what its screens use. A page that was taken over reaches nothing else.
pub const OF_THE_DOOR: &[&str] = &[
    "agenda",
    "answer_draft",
    "assign",
    "attach",
    "attach_bytes",
    "attachments",
    "backup",
    "cooperative",
    "cooperative_files",
    "cooperatives",
    "delete",
    "disagreements",
    "entry_answer",
    "entry_close",
    "entry_finalise",
    "entry_form",
    "entry_move",
    "entry_new",
    "entry_reopen",
    "entry_return",
    "entry_validate",
    "follow_ups",
    "heal",
    "history",
    "import",
    "join",
    "journal",
    "keep_page_state",
    "list",
    "new",
    "places",
    "plan",
    "plan_keep",
    "plan_refuse",
    "prove",
    "redo",
    "resolve",
    "save_attachment",
    "score",
    "search",
    "separate",
    "set",
    "settle_task",
    "show",
    "status",
    "sync",
    "sync_preview",
    "tell_apart",
    "today",
    "twins",
    "undo",
    "undoable",
    "visit",
    "visit_report",
];

/// What the page gets.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answer {
    /// The command's own.
    pub value: Json,
    /// Kinds whose rows changed; `*` for all.
    pub touched: Vec<String>,
}

/// How far a long command is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProgressView {
    /// What is being done.
    pub step: Step,
    /// Of it, done.
    pub done: u64,
    /// Of it, in all.
    pub total: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Unlock {
    /// What the person typed.
    pub passphrase: String,
}

/// How large everything is drawn.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Zoom {
    /// Of the usual size; held between 80 and 200.
    pub percent: u16,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Nothing {}

/// Runs a command of the page.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    name: String,
    request: String,
    language: String,
    progress: Channel<ProgressView>,
) -> Result<Answer, FaultView> {
    let words = Words::new(Language::parse(&language).unwrap_or(Language::Fr));
    let at = app.clone();
    // Of the moment when it was asked for: a wish to stop that comes while it waits for its turn concerns it too.
    let stops = app.state::<Laptop>().stops();
    let asked = Asked { name, request, words, stops };
    let done = tauri::async_runtime::spawn_blocking(move || run(&app, &asked, &progress)).await;
    let done = done.unwrap_or_else(|_| {
        // A panic: what the session holds in memory may be half of something, what is on the disk is not.
        at.state::<Laptop>().lock();
        Err(Fault::new(Status::Defect, "fault-defect", &[("reason", "reason-panic")]))
    });
    done.map_err(|fault| fault.view(&words))
}

/// A command as it was asked for.
struct Asked {
    name: String,
    request: String,
    words: Words,
    /// How often somebody had wished that what runs should end.
    stops: u64,
}

fn run(app: &AppHandle, asked: &Asked, channel: &Channel<ProgressView>) -> Result<Answer, Fault> {
    let laptop = app.state::<Laptop>();
    let Asked { name, request, words, stops } = asked;
    let (name, request) = (name.as_str(), request.as_str());
    let told =
        |value: Json, touched: &[&str]| Answer { value, touched: touched.iter().map(|t| (*t).to_owned()).collect() };
    match name {
        "laptop" => {
            let Nothing {} = read(name, request)?;
            Ok(told(tell(laptop.view()?), &[]))
        }
        "unlock" => {
            let wanted: Unlock = read(name, request)?;
            let opened = laptop.unlock(&wanted.passphrase)?;
            window::restore(app);
            reachable::look(app);
            Ok(told(tell(opened), &["*"]))
        }
        "demonstrate" => {
            let wanted: Demonstrate = read(name, request)?;
            let opened = demonstration::open(&laptop, &wanted, &mut progress(&laptop, *stops, channel))?;
            window::restore(app);
            reachable::look(app);
            Ok(told(tell(opened), &["*"]))
        }
        "prepare_programme" => Ok(told(tell(first_run::prepare(&laptop, read(name, request)?)?), &[])),
        "start_programme" => {
            let wanted: Unlock = read(name, request)?;
            let opened = first_run::start(&laptop, &wanted.passphrase, &mut progress(&laptop, *stops, channel))?;
            reachable::look(app);
            Ok(told(tell(opened), &["*"]))
        }
        "restore_backup" => {
            let opened = first_run::restore(&laptop, &read(name, request)?, &mut progress(&laptop, *stops, channel))?;
            window::restore(app);
            reachable::look(app);
            Ok(told(tell(opened), &["*"]))
        }
        "choose_folder" => {
            window::keep(app);
            first_run::choose(&laptop, &read(name, request)?)?;
            Ok(told(tell(laptop.view()?), &["*"]))
        }
        "lock" => {
            let Nothing {} = read(name, request)?;
            window::keep(app);
            laptop.lock();
            Ok(told(Json::Null, &["*"]))
        }
        "print" => {
            let Nothing {} = read(name, request)?;
            window::print(app)?;
            Ok(told(Json::Null, &[]))
        }
        "stop" => {
            let Nothing {} = read(name, request)?;
            laptop.stop();
            Ok(told(Json::Null, &[]))
        }
        "zoom" => {
            let wanted: Zoom = read(name, request)?;
            window::zoom(app, wanted.percent);
            Ok(told(Json::Null, &[]))
        }
        "close" => {
            let Nothing {} = read(name, request)?;
            window::close(app);
            Ok(told(Json::Null, &[]))
        }
        "pick" => {
            let wanted: Pick = read(name, request)?;
            Ok(told(tell(dialogs::pick(app, &wanted, words)?), &[]))
        }
        _ if !OF_THE_DOOR.contains(&name) => Err(Fault::input("fault-unknown-command", &[("got", name), ("hint", "")])),
        _ => {
            let mut open = laptop.session();
            let Open { session, .. } = open.as_mut().ok_or_else(locked)?;
            let done = terrain_api::dispatch(session, name, request, &mut progress(&laptop, *stops, channel));
            // What a command changed before it failed is told with the next answer.
            let answer = done.map(|value| Answer { value, touched: session.take_touched() });
            if let Some(open) = open.as_ref() {
                laptop.learn_central(open);
            }
            answer
        }
    }
}

/// Nobody has opened anything, or it was locked meanwhile.
pub fn locked() -> Fault {
    Fault::new(Status::Refused, "fault-locked", &[])
}

/// A mistake names the command and never quotes the request, which may hold a passphrase.
fn read<T: DeserializeOwned>(name: &str, request: &str) -> Result<T, Fault> {
    let reason = |e: &serde_json::Error| if e.is_data() { "reason-json-shape" } else { "reason-json-syntax" };
    serde_json::from_str(request).map_err(|e| Fault::input("fault-bad-json", &[("got", name), ("reason", reason(&e))]))
}

fn tell(value: impl Serialize) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// Tells the page how far it is, and the command whether to go on.
fn progress<'p>(
    laptop: &'p Laptop,
    stops: u64,
    channel: &'p Channel<ProgressView>,
) -> impl FnMut(Step, u64, u64) -> bool + 'p {
    let mut last: Option<(Step, Instant)> = None;
    move |step, done, total| {
        let due = last.is_none_or(|(before, at)| before != step || at.elapsed() >= PROGRESS_EVERY || done == total);
        if due {
            last = Some((step, Instant::now()));
            // A page that is gone hears nothing; the command goes on.
            let _ = channel.send(ProgressView { step, done, total });
        }
        laptop.stops() == stops
    }
}
