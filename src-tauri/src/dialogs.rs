//! The system's dialogs. What a person picks stays here: the page gets a name to show and a word to hand back.

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use terrain_api::{BACKUP_ENDING, Fault, Purpose, Words};

use crate::call::locked;
use crate::laptop::Laptop;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Sought {
    /// The folder with the central file, or an empty one for it.
    Central,
    /// A backup.
    Backup,
    /// A folder to make a backup in.
    BackupFolder,
    /// A data folder.
    Data,
    /// A spreadsheet of cooperatives.
    Table,
    /// The folder to save something into.
    Saved,
    /// A photo or a document that shows what an answer says.
    Evidence,
    /// A recording of sound or pictures.
    Recording,
}

impl Sought {
    /// It is looked for before anybody has opened.
    fn is_for_opening(self) -> bool {
        matches!(self, Self::Central | Self::Backup | Self::Data)
    }

    fn purpose(self) -> Purpose {
        match self {
            Self::Central => Purpose::Central,
            Self::Backup | Self::BackupFolder => Purpose::Backup,
            Self::Data => Purpose::Data,
            Self::Table => Purpose::Table,
            Self::Saved => Purpose::Saved,
            Self::Evidence | Self::Recording => Purpose::Evidence,
        }
    }
}

/// Which dialog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Pick {
    /// What is looked for.
    pub what: Sought,
}

/// What was picked.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Picked {
    /// Stands for the place wherever a command asks for one.
    pub token: String,
    /// The last part of the place.
    pub name: String,
}

/// Files that can be attached, as `terrain-api` knows them by content.
const EVIDENCE: [&str; 8] = ["jpg", "jpeg", "png", "webp", "pdf", "xlsx", "xls", "csv"];
/// The same, of sound and pictures.
const RECORDINGS: [&str; 8] = ["mp3", "m4a", "ogg", "opus", "wav", "amr", "mp4", "3gp"];

/// Tables that can be read.
const TABLES: [&str; 3] = ["xlsx", "xls", "csv"];

/// Lets the person pick; nothing where the dialog was closed.
pub fn pick(app: &AppHandle, request: &Pick, words: &Words) -> Result<Option<Picked>, Fault> {
    let before = app.state::<Laptop>().session().is_none();
    if before && !request.what.is_for_opening() {
        return Err(locked());
    }
    let dialog = app.dialog().file();
    let dialog = match app.get_webview_window(crate::window::LABEL) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    };
    let picked = ask(dialog, request.what, words);
    let Some(path) = picked.and_then(|p| p.into_path().ok()) else { return Ok(None) };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    // The dialog may have stood open while the session was locked.
    let laptop = app.state::<Laptop>();
    if before {
        return Ok(Some(Picked { token: laptop.picked().word(path, request.what.purpose()), name }));
    }
    let mut open = laptop.session();
    let open = open.as_mut().ok_or_else(locked)?;
    Ok(Some(Picked { token: open.session.picked(path, request.what.purpose()), name }))
}

fn ask(dialog: FileDialogBuilder<tauri::Wry>, what: Sought, words: &Words) -> Option<tauri_plugin_dialog::FilePath> {
    match what {
        Sought::Central => dialog.set_title(words.say("pick-central", &[])).blocking_pick_folder(),
        Sought::BackupFolder => dialog.set_title(words.say("pick-backup-folder", &[])).blocking_pick_folder(),
        Sought::Data => dialog.set_title(words.say("pick-data", &[])).blocking_pick_folder(),
        Sought::Backup => {
            let title = words.say("pick-backup", &[]);
            dialog
                .set_title(title)
                .add_filter(words.say("pick-backup-kind", &[]), &[BACKUP_ENDING])
                .blocking_pick_file()
        }
        Sought::Saved => dialog.set_title(words.say("pick-saved", &[])).blocking_pick_folder(),
        Sought::Table => {
            let title = words.say("pick-table", &[]);
            dialog.set_title(title).add_filter(words.say("pick-table-kinds", &[]), &TABLES).blocking_pick_file()
        }
        Sought::Evidence => {
            let title = words.say("pick-evidence", &[]);
            dialog.set_title(title).add_filter(words.say("pick-evidence-kinds", &[]), &EVIDENCE).blocking_pick_file()
        }
        Sought::Recording => {
            let title = words.say("pick-recording", &[]);
            dialog.set_title(title).add_filter(words.say("pick-recording-kinds", &[]), &RECORDINGS).blocking_pick_file()
        }
    }
}
