//! Failures as the person meets them: a code with its arguments, put into words in one place.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_changes::Reason;
use terrain_domain::Refusal;
use terrain_store::{LocalKeyError, StoreError};
use terrain_sync::{DiskError, SyncError};
use terrain_words::Words;

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
pub struct FaultView {
    /// Message id.
    pub code: &'static str,
    /// Its arguments.
    pub args: BTreeMap<String, String>,
    /// In the language chosen.
    pub message: String,
}

impl Fault {
    /// A failure with its arguments.
    pub fn new(status: Status, code: &'static str, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Self { code, args, status }
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

    /// In words.
    pub fn view(&self, words: &Words) -> FaultView {
        // An empty hint says so, so that the message can leave the question out.
        fn shown<'v>(key: &str, value: &'v str) -> &'v str {
            if key == "hint" && value.is_empty() { "none" } else { value }
        }
        let mut args: Vec<(&str, &str)> = self.args.iter().map(|(k, v)| (k.as_str(), shown(k, v))).collect();
        let mut message = String::new();
        if self.code.starts_with("refusal-")
            && let Some(field) = self.args.get("field")
        {
            message = format!("{field} : ");
        }
        let expected = self.args.get("expected").map(|ty| words.say(&format!("type-{ty}"), &[]));
        if let Some(expected) = &expected {
            args.retain(|(k, _)| *k != "expected");
            args.push(("expected", expected));
        }
        message.push_str(&words.say(self.code, &args));
        FaultView { code: self.code, args: self.args.clone(), message }
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
            other => Self::new(Status::Refused, "fault-data-folder-damaged", &[("reason", &other.to_string())]),
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
            StoreError::Io(io) => Self::new(Status::Target, "fault-laptop-failed", &[("reason", &io.to_string())]),
            other => Self::new(Status::Refused, "fault-data-folder-damaged", &[("reason", &other.to_string())]),
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
            SyncError::Full { needed, free } => {
                let mb = |bytes: u64| format!("{:.1}", bytes as f64 / 1_048_576.0);
                target("fault-target-full", &[("needed_mb", &mb(needed)), ("free_mb", &mb(free))])
            }
            SyncError::Stopped => target("fault-stopped", &[]),
            SyncError::Disk(DiskError::ReadOnly { path }) => target("fault-target-readonly", &[("path", &path)]),
            SyncError::Disk(DiskError::Missing { path }) => target("fault-target-gone", &[("path", &path)]),
            SyncError::Disk(other) => target("fault-target-failed", &[("reason", &other.to_string())]),
        }
    }
}
