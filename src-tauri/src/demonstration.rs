//! The demonstration: a fictional programme in a folder of its own beside the person's data, made when somebody wants to try.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use terrain_api::{Env, Fault, ProgressFn, Session, Status};
use terrain_demo::{PASSPHRASE, Plan};

use crate::laptop::{Laptop, OpenedView};

/// As the command makes it: 33 cooperatives, four coaches, two years; these end on the day it is made.
const PLAN: Plan = Plan { cooperatives: 33, coaches: 4, months: 24, seed: 1, start: None };
/// Stands in a demonstration that was made to its end.
const WHOLE: &str = "whole";

/// As whom.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Persona {
    /// The first coach.
    Coach,
    /// The regional coordinator.
    Coordinator,
}

/// What to open.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Demonstrate {
    /// As whom.
    pub person: Persona,
    /// Throw away the one that is there and make it again.
    pub afresh: bool,
}

fn folder(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_owned();
    name.push("-demonstration");
    data.with_file_name(name)
}

/// Whether one was made.
pub fn is_there(data: &Path) -> bool {
    folder(data).join(WHOLE).is_file()
}

fn failed(e: &std::io::Error, folder: &Path) -> Fault {
    let args = [("path", folder.display().to_string()), ("reason", e.to_string())];
    Fault::new(Status::Target, "fault-demonstration-folder", &args.each_ref().map(|(k, v)| (*k, v.as_str())))
}

/// Opens the demonstration as one of its people; makes it first where it is not there.
pub fn open(laptop: &Laptop, request: &Demonstrate, progress: &mut ProgressFn<'_>) -> Result<OpenedView, Fault> {
    let mut open = laptop.session();
    *open = None;
    let folder = folder(&laptop.data());
    let whole = folder.join(WHOLE);
    if request.afresh || !whole.is_file() {
        make(&folder, progress)?;
    }
    let person = match request.person {
        Persona::Coach => "coach-1",
        Persona::Coordinator => "coordinator",
    };
    let session = Session::open(&folder.join(person), PASSPHRASE, Env::system())?;
    laptop.put(&mut open, session, true)
}

/// A folder without the mark is somebody's own, and stays as it is.
#[expect(clippy::disallowed_methods, reason = "the shell's own folder of fictional data, remade at a person's wish")]
fn make(folder: &Path, progress: &mut ProgressFn<'_>) -> Result<(), Fault> {
    let mark = beside(folder);
    if folder.exists() {
        if !mark.is_file() {
            let args = [("path", folder.display().to_string()), ("reason", "reason-exists".to_owned())];
            return Err(Fault::input("fault-demonstration-folder", &args.each_ref().map(|(k, v)| (*k, v.as_str()))));
        }
        // First what says that it is whole: a removal that is cut short leaves no demonstration that looks so.
        let _ = fs::remove_file(folder.join(WHOLE));
        fs::remove_dir_all(folder).map_err(|e| failed(&e, folder))?;
    }
    if let Some(parent) = mark.parent() {
        fs::create_dir_all(parent).map_err(|e| failed(&e, folder))?;
    }
    fs::write(&mark, "").map_err(|e| failed(&e, folder))?;
    let mut on = |step, done, total| progress(step, done, total);
    let plan = PLAN.until_today(Env::system());
    terrain_demo::make(folder, &plan, &mut on)?;
    fs::write(folder.join(WHOLE), "").map_err(|e| failed(&e, folder))
}

/// Beside the folder, and made before it: what is in the folder is a demonstration, or the beginning of one.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".mark");
    folder.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of that name that the app did not make is nobody's demonstration.
    #[test]
    fn a_persons_own_folder_is_not_thrown_away() {
        let root = tempfile::tempdir().unwrap();
        let own = folder(&root.path().join("terrain"));
        fs::create_dir(&own).unwrap();
        fs::File::create(own.join("thesis.odt")).unwrap();
        let refused = make(&own, &mut |_, _, _| true).unwrap_err();
        assert_eq!(refused.code, "fault-demonstration-folder");
        assert!(own.join("thesis.odt").is_file());
        let stopped = make(&folder(&root.path().join("other")), &mut |_, _, _| false).unwrap_err();
        assert_eq!(stopped.code, "fault-demo-stopped");
        assert!(!is_there(&root.path().join("other")));
    }
}
