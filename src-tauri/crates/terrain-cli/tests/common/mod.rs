//! People at their laptops, by command: a small demonstration made once and copied for each test, so that every test
//! starts from the same programme and none waits for another.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod programme;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::SystemTime;

use serde_json::Value as Json;
use tempfile::TempDir;
use terrain_api::{Fault, Language, Status, Words};

/// Everybody's.
pub const PASSPHRASE: &str = "demonstration";

/// What a command said.
pub struct Outcome {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Outcome {
    /// The one JSON document on standard output.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {:?} {:?}", self.out, self.err))
    }
}

/// The command, in French and with everybody's passphrase unless it is told otherwise.
pub fn mourafaka<A: AsRef<OsStr>>(args: &[A]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mourafaka"));
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "XDG_DATA_HOME"] {
        command.env_remove(variable);
    }
    command.env("MOURAFAKA_PASSPHRASE", PASSPHRASE).args(args).stdin(Stdio::null());
    command
}

pub fn outcome(mut command: Command) -> Outcome {
    let output = command.output().unwrap();
    Outcome {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub fn run<A: AsRef<OsStr>>(args: &[A]) -> Outcome {
    outcome(mourafaka(args))
}

/// A folder with a demonstration of its own: `central`, `coordinator` (Khadija), `coach-1` (Amina), `coach-2` (Hassan).
pub struct Place {
    pub dir: TempDir,
}

impl Place {
    pub fn empty() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// Everything sent and received by everybody; disagreements, on the first cooperative's telephone and in a diagnostic,
    /// settled.
    pub fn demo() -> Self {
        static MADE: OnceLock<TempDir> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let place = Self::empty();
            place.demonstrate("", 1);
            let khadija = place.laptop("coordinator");
            let open = khadija.does(&["conflicts"]);
            for id in open.as_array().unwrap().iter().map(|c| c["id"].as_str().unwrap()) {
                khadija.does(&["resolve", id, "--take", "1"]);
            }
            for name in ["coach-2", "coordinator", "coach-1", "coach-2", "coordinator", "coach-1", "coach-2"] {
                place.laptop(name).syncs();
            }
            place.dir
        });
        let place = Self::empty();
        copy(made.path(), place.dir.path());
        place
    }

    pub fn demonstrate(&self, inner: &str, seed: u32) -> Json {
        let (dir, seed) = (self.path(inner), seed.to_string());
        let small = ["--cooperatives", "4", "--coaches", "2", "--months", "2", "--seed", &seed, "--json"];
        let made = run(&[&["demo", dir.to_str().unwrap()], &small[..]].concat());
        assert_eq!(made.status, 0, "{}", made.err);
        made.json()
    }

    pub fn path(&self, inner: &str) -> PathBuf {
        if inner.is_empty() { self.dir.path().to_path_buf() } else { self.dir.path().join(inner) }
    }

    pub fn text(&self, inner: &str) -> String {
        self.path(inner).to_str().unwrap().to_owned()
    }

    pub fn file(&self, inner: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(inner);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn laptop(&self, name: &str) -> Laptop {
        Laptop { data: self.text(name), central: self.text("central") }
    }
}

/// One person's.
#[derive(Clone)]
pub struct Laptop {
    pub data: String,
    pub central: String,
}

impl Laptop {
    pub fn command(&self, args: &[&str]) -> Command {
        mourafaka(&[args, &["--data", &self.data]].concat())
    }

    pub fn runs(&self, args: &[&str]) -> Outcome {
        outcome(self.command(args))
    }

    /// Does it without a failure, and gives the JSON.
    pub fn does(&self, args: &[&str]) -> Json {
        let done = self.runs(&[args, &["--json"]].concat());
        assert!(done.status <= 1, "{args:?} {}: {}", done.status, done.err);
        done.json()
    }

    pub fn syncs(&self) -> Json {
        self.does(&["sync", &self.central])
    }

    /// A field of a row.
    pub fn reads(&self, kind: &str, id: &str, field: &str) -> Json {
        self.does(&["show", kind, id])[field].clone()
    }

    pub fn ids(&self, kind: &str) -> Vec<String> {
        let rows = self.does(&["list", kind]);
        rows.as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect()
    }

    /// All rows of the kinds that people write.
    pub fn everything(&self) -> Vec<Json> {
        ["programme", "person", "assignment", "cooperative", "officer", "visit"]
            .iter()
            .map(|kind| self.does(&["list", kind]))
            .collect()
    }
}

pub const KINDS: [&str; 17] = [
    "programme",
    "setting",
    "person",
    "certificate",
    "ending",
    "schema",
    "assignment",
    "cooperative",
    "officer",
    "visit",
    "form",
    "entry",
    "instance",
    "answer",
    "event",
    "remark",
    "attachment",
];

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file and folder below a place: name, moment of the last change, content. What SQLite keeps beside an open
/// database is left out: reading makes and removes it.
pub fn picture(place: &Path) -> BTreeMap<PathBuf, (SystemTime, Vec<u8>)> {
    let mut seen = BTreeMap::new();
    let mut folders = vec![place.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.map(Result::unwrap) {
            let (path, about) = (entry.path(), entry.metadata().unwrap());
            let beside = path.to_str().unwrap().ends_with("-wal") || path.to_str().unwrap().ends_with("-shm");
            if about.is_dir() {
                folders.push(path.clone());
                seen.insert(path, (SystemTime::UNIX_EPOCH, Vec::new()));
            } else if !beside {
                let content = fs::read(&path).unwrap_or_default();
                seen.insert(path, (about.modified().unwrap(), content));
            }
        }
    }
    seen
}

/// Names of what differs between two pictures.
pub fn differences<T: PartialEq>(before: &BTreeMap<PathBuf, T>, after: &BTreeMap<PathBuf, T>) -> Vec<PathBuf> {
    let all: std::collections::BTreeSet<&PathBuf> = before.keys().chain(after.keys()).collect();
    all.into_iter().filter(|p| before.get(*p) != after.get(*p)).cloned().collect()
}

/// A failure as it must be told: this status and code, `{code, args, message}` and nothing else on standard output, the
/// same message on standard error, whole in all three languages, and French in French.
pub fn fails(told: &Outcome, status: i32, code: &str) -> Json {
    let context = format!("{code}: {} {} {}", told.status, told.out, told.err);
    assert_eq!(told.status, status, "{context}");
    let view = told.json();
    assert_eq!(view["code"], code, "{context}");
    let keys: Vec<&str> = view.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["args", "code", "message"], "{context}");
    let message = view["message"].as_str().unwrap();
    assert!(told.err.trim_end().ends_with(message), "{context}");
    let args: BTreeMap<String, String> = serde_json::from_value(view["args"].clone()).unwrap();
    for language in [Language::Fr, Language::Ar, Language::En] {
        let fault = Fault { code: code.to_owned().leak(), args: args.clone(), status: Status::Input };
        let said = fault.view_in_command(&Words::new(language)).message;
        let left = ["{$", "{ $", "fault-", "reason-", "refusal-", "type-", "os error"];
        let left: Vec<&&str> = left.iter().filter(|l| said.contains(**l)).collect();
        assert!(left.is_empty() && said.len() < 2_000, "{language:?} {left:?}: {said}");
        // What people typed and where things lie may be in any language; our own words are not.
        let ours = args.values().fold(said.clone(), |said, value| said.replace(value.as_str(), " "));
        let typed = |w: &&str| !w.trim_start_matches(['«', '"', ' ', '\u{a0}']).starts_with("--");
        let ours: String = ours.split(' ').filter(typed).collect::<Vec<_>>().join(" ");
        let words: Vec<String> = ours.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
        let english = ["the", "not", "is", "this", "of", "file", "folder", "error", "found", "invalid", "expected"];
        let english: Vec<&String> = words.iter().filter(|w| english.contains(&w.as_str())).collect();
        let arabic = ours.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        match language {
            Language::En => assert!(!arabic, "{said}"),
            Language::Ar => assert!(arabic && english.is_empty(), "{english:?}: {said}"),
            _ => assert!(!arabic && english.is_empty(), "{english:?}: {said}"),
        }
    }
    view
}
