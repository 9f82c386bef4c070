//! Before there is anything on this laptop: a programme is started, a backup is restored, another data folder is opened. Each
//! happens whole or not at all.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use terrain_api::{Env, Fault, NewProgramme, ProgressFn, Purpose, Status};

use crate::laptop::{Laptop, OpenedView};
use crate::place::holds_data;

/// A programme that is to be started.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PrepareProgramme {
    /// Its name.
    pub name: String,
    /// Who coordinates it.
    pub person: String,
    /// Of this laptop.
    pub passphrase: String,
    /// Word for the folder of the central file, which must be empty.
    pub central: PathBuf,
}

/// The key that is printed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PaperKeyView {
    /// Groups of six characters.
    pub groups: Vec<String>,
}

/// A backup to be restored into the empty data folder.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RestoreBackup {
    /// Word for the file.
    pub backup: PathBuf,
    /// That of the backup.
    pub passphrase: String,
}

/// A data folder to be opened from now on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS, Debug))]
pub struct ChooseFolder {
    /// Word for it; nothing for the usual one.
    pub folder: Option<PathBuf>,
}

/// Draws the keys of a programme and gives the one to be printed. Nothing is written, and what was prepared before is let go.
pub fn prepare(laptop: &Laptop, request: PrepareProgramme) -> Result<PaperKeyView, Fault> {
    let central = laptop.picked().place(&request.central, Purpose::Central)?;
    let PrepareProgramme { name, person, passphrase, .. } = request;
    let data = laptop.data();
    let new = NewProgramme { name, person, passphrase, data, central, paper_key_out: None, coaches: Vec::new() };
    let prepared = terrain_api::prepare_programme(new, Env::system())?;
    let groups = prepared.paper_key().split(' ').map(str::to_owned).collect();
    *laptop.prepared() = Some(prepared);
    Ok(PaperKeyView { groups })
}

/// Starts what was prepared and opens it. On failure nothing remains of it but the drawn keys, to be tried again.
pub fn start(laptop: &Laptop, passphrase: &str, progress: &mut ProgressFn<'_>) -> Result<OpenedView, Fault> {
    let mut prepared = laptop.prepared();
    let none = || Fault::new(Status::Refused, "fault-not-prepared", &[]);
    prepared.as_mut().ok_or_else(none)?.start(&mut Env::system, progress)?;
    *prepared = None;
    laptop.unlock(passphrase)
}

/// Makes the data folder from a backup and opens it.
pub fn restore(laptop: &Laptop, request: &RestoreBackup, progress: &mut ProgressFn<'_>) -> Result<OpenedView, Fault> {
    let backup = laptop.picked().place(&request.backup, Purpose::Backup)?;
    terrain_api::restore(&backup, &laptop.data(), &request.passphrase, Env::system(), progress)?;
    laptop.unlock(&request.passphrase)
}

/// The data folder that a person meant by this one: itself, or the only one inside it.
fn data_in(folder: PathBuf) -> Result<PathBuf, Fault> {
    if holds_data(&folder) {
        return Ok(folder);
    }
    let inside = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut inside: Vec<PathBuf> = inside.filter(|path| holds_data(path)).collect();
    inside.sort();
    let path = folder.display().to_string();
    if inside.len() > 1 {
        let names: Vec<_> = inside.iter().filter_map(|p| p.file_name()).map(|n| n.to_string_lossy()).collect();
        return Err(Fault::input("fault-several-data-there", &[("path", &path), ("names", &names.join(", "))]));
    }
    let central = terrain_api::has_centre(&folder) || folder.join("header").is_file();
    let code = if central { "fault-central-is-no-data" } else { "fault-no-data-there" };
    inside.pop().ok_or_else(|| Fault::input(code, &[("path", &path)]))
}

/// Another data folder from now on, or the usual one again; whatever is open is closed.
pub fn choose(laptop: &Laptop, request: &ChooseFolder) -> Result<(), Fault> {
    let Some(word) = &request.folder else {
        laptop.lock();
        laptop.place().back();
        return Ok(());
    };
    let folder = data_in(laptop.picked().place(word, Purpose::Data)?)?;
    laptop.lock();
    laptop.place().choose(folder);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Place;
    use std::fs;
    use std::path::Path;

    const PASSPHRASE: &str = "quatre mots sans rapport";

    fn laptop(data: &Path) -> Laptop {
        Laptop::new(Place::named(data.to_path_buf()))
    }

    fn request(laptop: &Laptop, central: &Path, passphrase: &str) -> PrepareProgramme {
        let central = laptop.picked().word(central.to_path_buf(), Purpose::Central).into();
        let (name, person) = ("Programme d'essai".to_owned(), "Khadija".to_owned());
        PrepareProgramme { name, person, passphrase: passphrase.to_owned(), central }
    }

    /// From nothing to an open programme whose coordinator is alone, then from its backup to another laptop.
    #[test]
    fn a_coordinator_starts_alone_and_restores() {
        let root = tempfile::tempdir().unwrap();
        let (data, central) = (root.path().join("data"), root.path().join("central"));
        let first = laptop(&data);
        let paper = prepare(&first, request(&first, &central, PASSPHRASE)).unwrap();
        assert!(
            paper.groups.len() > 8 && !data.exists() && !central.exists(),
            "nothing is written before the paper key is"
        );
        let stopped = start(&first, PASSPHRASE, &mut |_, _, _| false).unwrap_err();
        assert_eq!(stopped.code, "fault-stopped");
        assert!(
            !data.exists() && fs::read_dir(&central).map_or(0, Iterator::count) == 0,
            "nothing is left of half a start"
        );
        let opened = start(&first, PASSPHRASE, &mut |_, _, _| true).unwrap();
        assert_eq!((opened.person.as_str(), opened.role.as_deref()), ("Khadija", Some("regional_coordinator")));
        assert_eq!(start(&first, PASSPHRASE, &mut |_, _, _| true).unwrap_err().code, "fault-not-prepared");

        let made = {
            let mut open = first.session();
            let session = &mut open.as_mut().unwrap().session;
            let request = serde_json::json!({ "path": session.picked(root.path().to_path_buf(), Purpose::Backup) });
            terrain_api::dispatch(session, "backup", &request.to_string(), &mut |_, _, _| true).unwrap()
        };
        let second = laptop(&root.path().join("second"));
        let backup = root.path().join(made["name"].as_str().unwrap());
        let restores = |passphrase: &str| {
            let backup = second.picked().word(backup.clone(), Purpose::Backup).into();
            restore(&second, &RestoreBackup { backup, passphrase: passphrase.to_owned() }, &mut |_, _, _| true)
        };
        assert_eq!(restores("une autre phrase").unwrap_err().code, "fault-wrong-passphrase");
        assert!(!root.path().join("second").exists());
        assert_eq!(restores(PASSPHRASE).unwrap().person, "Khadija");
        assert_eq!(restores(PASSPHRASE).unwrap_err().code, "fault-data-folder-exists", "never over what is there");
    }

    /// What cannot be is refused before any key is shown.
    #[test]
    fn what_cannot_be_is_refused_at_once() {
        let root = tempfile::tempdir().unwrap();
        let taken = root.path().join("taken");
        fs::create_dir(&taken).unwrap();
        fs::File::create(taken.join("thesis.odt")).unwrap();
        let laptop = laptop(&root.path().join("data"));
        let check = |central: &Path, passphrase: &str, code: &str| {
            let refused = prepare(&laptop, request(&laptop, central, passphrase)).unwrap_err();
            assert_eq!(refused.code, code);
            assert!(laptop.prepared().is_none());
        };
        check(&root.path().join("central"), "court", "fault-weak-passphrase");
        check(&taken, PASSPHRASE, "fault-folder-not-empty");
        check(&root.path().join("data/central"), PASSPHRASE, "fault-data-folder-exists");
        let typed = PrepareProgramme { central: taken.clone(), ..request(&laptop, &taken, PASSPHRASE) };
        assert_eq!(prepare(&laptop, typed).unwrap_err().code, "fault-not-picked", "a path is no word");
    }

    /// The folder that is meant is found, or what is there in its place is said.
    #[test]
    fn a_data_folder_is_found() {
        let root = tempfile::tempdir().unwrap();
        let place = |name: &str| root.path().join(name);
        let data = ["one/mine", "two/a", "two/b"]
            .map(|folder| ["key", "replica.mourafaka"].map(|file| place(folder).join(file)));
        let other = ["central/souss-massa.data/header", "empty/notes.txt"].map(place);
        for file in data.iter().flatten().chain(&other) {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::File::create(file).unwrap();
        }
        let check = |picked: &str, found: Result<&str, &str>| {
            let laptop = laptop(&place("data"));
            let word = laptop.picked().word(place(picked), Purpose::Data);
            let chosen = choose(&laptop, &ChooseFolder { folder: Some(word.into()) }).map_err(|f| f.code);
            assert_eq!(chosen.map(|()| laptop.data()), found.map(place), "{picked}");
        };
        check("one/mine", Ok("one/mine"));
        check("one", Ok("one/mine"));
        check("two", Err("fault-several-data-there"));
        check("central", Err("fault-central-is-no-data"));
        check("central/souss-massa.data", Err("fault-central-is-no-data"));
        check("empty", Err("fault-no-data-there"));
        check("one/mine/key", Err("fault-no-data-there"));
    }
}
