//! Failures as the person meets them: a code with its arguments, put into words in one place.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::Serialize;
use terrain_changes::Reason;
use terrain_domain::Refusal;
use terrain_sheets::SheetError;
use terrain_store::{LocalKeyError, StoreError};
use terrain_sync::{DiskError, SyncError};
use terrain_words::Words;

/// Longest quotation of what was given.
const QUOTED_MAX: usize = 60;

/// Exit statuses of the command (0 and 1 are not failures).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Wrong input or usage.
    Input = 2,
    /// Not allowed, wrong passphrase, wrong programme.
    Refused = 3,
    /// The disk or the share failed and nothing was lost.
    Target = 4,
    /// A defect of ours.
    Defect = 70,
}

/// A failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Message id, `fault-…` or `refusal-…`.
    pub code: &'static str,
    /// What the message says.
    pub args: BTreeMap<String, String>,
    /// What kind of failure.
    pub status: Status,
}

/// A failure in JSON.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FaultView {
    /// Message id.
    pub code: &'static str,
    /// Its arguments.
    pub args: BTreeMap<String, String>,
    /// In the language chosen.
    pub message: String,
}

/// A reason of a machine without the stop at its end: the message has one.
fn sentence_end(reason: &str) -> &str {
    reason.trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}

impl Fault {
    /// A failure with its arguments; what was given (`got`) is quoted, and cut.
    pub fn new(status: Status, code: &'static str, args: &[(&str, &str)]) -> Self {
        let shown = |(k, v): &(&str, &str)| ((*k).to_owned(), if *k == "got" { quoted(v) } else { (*v).to_owned() });
        Self { code, args: args.iter().map(shown).collect(), status }
    }

    /// Wrong input.
    pub fn input(code: &'static str, args: &[(&str, &str)]) -> Self {
        Self::new(Status::Input, code, args)
    }

    /// The value of a field is refused.
    pub fn refused_value(field: &str, refusal: &Refusal) -> Self {
        let args = refusal.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone()));
        let args = args.chain([("field".to_owned(), field.to_owned())]).collect();
        Self { code: refusal.code, args, status: Status::Input }
    }

    /// The folder or file concerned, where it is not said yet.
    pub fn at(mut self, path: &str) -> Self {
        self.args.entry("path".into()).or_insert_with(|| path.to_owned());
        self
    }

    /// The data folder, where the message speaks of it and does not name it yet.
    pub fn at_data(self, data: &Path) -> Self {
        let speaks = self.code.starts_with("fault-data-folder-") || self.code.starts_with("fault-laptop-");
        if speaks || matches!(self.code, "fault-not-encrypted" | "fault-no-data-folder") {
            return self.at(&data.display().to_string());
        }
        self
    }

    /// A sync that could not be completed: the centre's own troubles name a place in the centre, the laptop's the laptop.
    pub fn of_sync(e: SyncError, centre: &Path, data: &Path) -> Self {
        match e {
            SyncError::Store(e) => Self::from(e).at_data(data),
            SyncError::Disk(DiskError::Failed { reason, .. }) if reason_of(&reason) == "reason-not-a-folder" => {
                Self::new(Status::Target, "fault-no-centre", &[]).at(&centre.display().to_string())
            }
            SyncError::Disk(e) => {
                let (DiskError::Full { path }
                | DiskError::ReadOnly { path }
                | DiskError::Missing { path }
                | DiskError::Failed { path, .. }) = &e;
                let place = if path.is_empty() { centre.to_path_buf() } else { centre.join(path) };
                let mut fault = Self::from(SyncError::Disk(e));
                fault.args.insert("path".into(), place.display().to_string());
                fault
            }
            other => Self::from(other).at(&centre.display().to_string()),
        }
    }

    /// A file that cannot be read as a table.
    pub fn of_sheet(e: &SheetError, file: &str) -> Self {
        let mb = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
        match e {
            SheetError::TooLarge { bytes } => {
                let (size, max) = (mb(*bytes), mb(terrain_sheets::FILE_BYTES_MAX));
                Self::input("fault-sheet-too-large", &[("path", file), ("size_mb", &size), ("max_mb", &max)])
            }
            SheetError::TooManyCells { sheet } => {
                Self::input("fault-sheet-too-many-cells", &[("path", file), ("sheet", sheet)])
            }
            SheetError::CellTooLong { place } => {
                Self::input("fault-sheet-cell-too-long", &[("path", file), ("cell", place)])
            }
            SheetError::Bomb => Self::input("fault-sheet-bomb", &[("path", file)]),
            SheetError::Empty => Self::input("fault-sheet-empty", &[("path", file)]),
            SheetError::OldFormat => Self::input("fault-sheet-old-format", &[("path", file)]),
            SheetError::Damaged(reason) => Self::input("fault-sheet-unreadable", &[("path", file), ("reason", reason)]),
        }
    }

    /// A file that was named and cannot be read.
    pub fn of_file(e: &io::Error, file: &str) -> Self {
        match e.kind() {
            io::ErrorKind::NotFound => Self::input("fault-file-missing", &[("path", file)]),
            _ => Self::input("fault-file-unreadable", &[("path", file), ("reason", &io_reason(e))]),
        }
    }

    /// In words, for whoever reads it in the window.
    pub fn view(&self, words: &Words) -> FaultView {
        self.said(words, "window")
    }

    /// In words, for whoever typed a command: what to do next is said by the names of commands.
    pub fn view_in_command(&self, words: &Words) -> FaultView {
        self.said(words, "command")
    }

    fn said(&self, words: &Words, whereabouts: &str) -> FaultView {
        let mut args: Vec<(&str, String)> = vec![("in", whereabouts.to_owned())];
        for (key, value) in &self.args {
            let shown = match key.as_str() {
                // An empty hint says so, so that the message can leave the question out.
                "hint" if value.is_empty() => "none".to_owned(),
                "state" if words.has(&format!("state-{value}")) => words.say(&format!("state-{value}"), &[]),
                "expected" => words.say(&format!("type-{value}"), &[]),
                "reason" | "why" | "place" if words.has(value) => words.say(value, &[]),
                _ => value.clone(),
            };
            args.push((key, shown));
        }
        if self.code.starts_with("refusal-") && !self.args.contains_key("hint") {
            args.push(("hint", "none".into()));
        }
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let said = words.say(self.code, &args);
        let message = match self.args.get("field") {
            Some(field) if self.code.starts_with("refusal-") => {
                words.say("refusal-of-field", &[("field", field), ("said", &said)])
            }
            _ => said,
        };
        // Several questions may be answered in one go: which one it is about stands in front.
        let message = match self.args.get("question") {
            Some(question) if self.code.starts_with("form-set-") => {
                words.say("refusal-of-field", &[("field", question), ("said", &message)])
            }
            _ => message,
        };
        let message = match self.args.get("choices") {
            Some(choices) => format!("{message} {}", words.say("form-set-choices", &[("choices", choices)])),
            None => message,
        };
        FaultView { code: self.code, args: self.args.clone(), message }
    }
}

fn quoted(text: &str) -> String {
    let mut cut: String = text.chars().take(QUOTED_MAX).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// What the system says, as a message id where there are words for it.
fn io_reason(e: &io::Error) -> String {
    let id = match e.kind() {
        io::ErrorKind::PermissionDenied => "reason-denied",
        io::ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        io::ErrorKind::NotADirectory => "reason-not-a-folder",
        io::ErrorKind::IsADirectory => "reason-is-a-folder",
        io::ErrorKind::InvalidFilename => "reason-name-too-long",
        io::ErrorKind::NotFound => "reason-missing",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "reason-full",
        io::ErrorKind::ResourceBusy => "reason-busy",
        io::ErrorKind::InvalidData => "reason-not-text",
        io::ErrorKind::AlreadyExists => "reason-exists",
        io::ErrorKind::FileTooLarge => "reason-too-large",
        io::ErrorKind::TimedOut
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::StaleNetworkFileHandle => "reason-network",
        _ if e.raw_os_error() == Some(5) => "reason-disk",
        _ => return e.to_string(),
    };
    id.to_owned()
}

/// The same from a text that ends with the system's number.
fn reason_of(text: &str) -> String {
    let number = text.rsplit_once("(os error ").and_then(|(_, n)| n.strip_suffix(')')?.parse::<i32>().ok());
    match number {
        Some(number) => io_reason(&io::Error::from_raw_os_error(number)),
        None if text.contains("does not read back") => "reason-read-back".into(),
        None => text.to_owned(),
    }
}

impl From<LocalKeyError> for Fault {
    fn from(e: LocalKeyError) -> Self {
        match e {
            LocalKeyError::Passphrase => Self::new(Status::Refused, "fault-wrong-passphrase", &[]),
            LocalKeyError::Newer(found) => {
                let found = found.to_string();
                Self::new(Status::Refused, "fault-newer-format", &[("found", &found), ("known", "1")])
            }
            LocalKeyError::Damaged | LocalKeyError::Envelope => {
                Self::new(Status::Refused, "fault-data-folder-damaged", &[("reason", "reason-key-file")])
            }
        }
    }
}

impl From<StoreError> for Fault {
    fn from(e: StoreError) -> Self {
        if e.is_full() {
            return Self::new(Status::Target, "fault-laptop-full", &[]);
        }
        if e.is_busy() {
            return Self::new(Status::Refused, "fault-data-folder-busy", &[]);
        }
        if e.is_read_only() {
            return Self::new(Status::Target, "fault-laptop-readonly", &[]);
        }
        match &e {
            StoreError::NotEncrypted => Self::new(Status::Refused, "fault-not-encrypted", &[]),
            StoreError::Newer { found, known } => {
                let (found, known) = (found.to_string(), known.to_string());
                Self::new(Status::Refused, "fault-newer-format", &[("found", &found), ("known", &known)])
            }
            StoreError::NotPermitted { kind, field, reason } => match reason {
                Reason::NotOwner => Self::new(Status::Refused, "fault-not-your-row", &[]),
                Reason::Ended | Reason::UnknownDevice | Reason::BeforeCertificate => {
                    Self::new(Status::Refused, "fault-certificate-ended", &[])
                }
                _ => Self::new(Status::Refused, "fault-not-allowed", &[("kind", kind), ("field", field)]),
            },
            StoreError::Undo(why) => Self::not_undone(why),
            StoreError::TextTooLong { length, max } => {
                Self::input("refusal-too-long", &[("length", &length.to_string()), ("max", &max.to_string())])
            }
            StoreError::NotYetAdopted { kind } => {
                Self::new(Status::Refused, "fault-kind-not-adopted", &[("kind", kind)])
            }
            StoreError::FileTooLarge { length, max } => {
                let mb = |bytes: &u64| bytes.div_ceil(1 << 20).to_string();
                Self::input("fault-attachment-too-large", &[("size_mb", &mb(length)), ("max_mb", &mb(max))])
            }
            StoreError::UnknownRow { kind, id } => {
                Self::input("fault-unknown-row", &[("kind", kind), ("got", &id.to_string())])
            }
            StoreError::SubjectKeyMissing(row) => {
                Self::new(Status::Refused, "fault-personal-key-missing", &[("row", &row.to_string())])
            }
            StoreError::Io(io) if io.kind() == std::io::ErrorKind::NotFound => Self::input("fault-no-data-folder", &[]),
            StoreError::Io(io) if io.kind() == std::io::ErrorKind::AlreadyExists => {
                Self::input("fault-data-folder-exists", &[])
            }
            StoreError::Io(io) => Self::new(Status::Target, "fault-laptop-failed", &[("reason", &io_reason(io))]),
            StoreError::Sqlite(_) if e.is_disk() => {
                Self::new(Status::Target, "fault-laptop-failed", &[("reason", "reason-disk")])
            }
            StoreError::Sqlite(_) if !e.is_damaged() => {
                Self::new(Status::Defect, "fault-defect", &[("reason", sentence_end(&e.to_string()))])
            }
            StoreError::Key => Self::new(Status::Refused, "fault-data-folder-damaged", &[("reason", "reason-key")]),
            _ => Self::new(Status::Refused, "fault-data-folder-damaged", &[("reason", "reason-damaged")]),
        }
    }
}

impl From<SyncError> for Fault {
    fn from(e: SyncError) -> Self {
        let target = |code, args: &[(&str, &str)]| Self::new(Status::Target, code, args);
        match e {
            SyncError::Store(e) => e.into(),
            SyncError::NoCentre => target("fault-no-centre", &[]),
            SyncError::SeveralCentres(names) => Self::input("fault-several-centres", &[("names", &names.join(", "))]),
            SyncError::NotEmpty => Self::input("fault-folder-not-empty", &[]),
            SyncError::HeaderMissing => target("fault-header-missing", &[]),
            SyncError::HeaderBad(reason) => Self::new(Status::Refused, "fault-header-bad", &[("reason", &reason)]),
            SyncError::OtherProgramme { .. } => Self::new(Status::Refused, "fault-other-programme", &[]),
            SyncError::Newer { found, known } => {
                let (found, known) = (found.to_string(), known.to_string());
                Self::new(Status::Refused, "fault-newer-format", &[("found", &found), ("known", &known)])
            }
            SyncError::Full { needed: 0, .. } => target("fault-target-full-now", &[]),
            SyncError::Full { needed, free } => {
                let mb = |bytes: u64| bytes.to_string();
                let (needed, free) = (needed.div_ceil(1 << 20), free >> 20);
                target("fault-target-full", &[("needed_mb", &mb(needed)), ("free_mb", &mb(free))])
            }
            SyncError::NotABackup => Self::input("fault-backup-none", &[]),
            SyncError::BackupDamaged(_) => Self::new(Status::Target, "fault-backup-damaged", &[]),
            SyncError::BackupTooLarge { length } => {
                let mb = length.div_ceil(1 << 20).to_string();
                Self::new(Status::Target, "fault-backup-too-large", &[("size_mb", &mb)])
            }
            SyncError::Stopped => target("fault-stopped", &[]),
            SyncError::Disk(DiskError::ReadOnly { path }) => target("fault-target-readonly", &[("path", &path)]),
            SyncError::Disk(DiskError::Missing { path }) => target("fault-target-gone", &[("path", &path)]),
            SyncError::Disk(other) => match other {
                DiskError::Failed { path, reason } => {
                    target("fault-target-failed", &[("path", &path), ("reason", &reason_of(&reason))])
                }
                other => target("fault-target-failed", &[("reason", &other.to_string())]),
            },
        }
    }
}
