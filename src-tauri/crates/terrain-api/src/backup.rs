//! Backups: one encrypted file with all that is on this laptop; the proof that it holds; and the way back.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use terrain_store::{Contents, Env, Store, StoreError};
use terrain_sync::{BackupHead, Folder, SyncError};

use crate::fault::Status;
use crate::records::instant;
use crate::session::write_new;
use crate::{Fault, Folders, ProgressFn, Session};

/// How a backup's name ends.
pub const BACKUP_ENDING: &str = "mourafaka-backup";
/// Beginning of the names of folders in which copies are made; what is left of them after a crash goes with the next backup.
const SCRATCH: &str = "scratch-";
/// Name in this laptop's journal.
pub(crate) const BACKED_UP: &str = "backup";

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub(crate) struct BackupRequest {
    pub path: PathBuf,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct ProveRequest {
    /// The backup, or the folder that holds it.
    pub path: PathBuf,
    /// Its name there.
    pub name: Option<String>,
}

/// A backup that was made.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BackupView {
    /// The file's name.
    pub name: String,
    /// Where it lies.
    pub file: String,
    /// Its bytes.
    pub bytes: u64,
    /// When it was made, UTC.
    pub at: String,
}

/// A backup that was restored into a scratch place and compared with what is on this laptop.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ProofView {
    /// When it was made, UTC.
    pub at: String,
    /// What is in it.
    pub contents: Contents,
    /// Changes that were made or came since, and are not in it.
    pub behind: u64,
    /// Changes that are in it and no longer here.
    pub ahead: u64,
    /// It shows the very same as this laptop.
    pub same: bool,
    /// The passphrase of today opens it.
    pub same_passphrase: bool,
}

/// A data folder that was made from a backup.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RestoredView {
    /// When the backup was made, UTC.
    pub at: String,
    /// What is in it.
    pub contents: Contents,
    /// Whose work it is.
    pub person: String,
}

/// Where a backup lies: its folder and its name there.
fn place_of(path: &Path) -> Result<(Folder, String), Fault> {
    let missing = || Fault::input("fault-file-missing", &[("path", &path.display().to_string())]);
    let name = path.file_name().and_then(|n| n.to_str()).ok_or_else(missing)?;
    Ok((Folder::new(folder_of(path)), name.to_owned()))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name given for a backup inside a picked folder: a name, no way elsewhere.
pub(crate) fn named_in(folder: PathBuf, name: Option<&str>) -> Result<PathBuf, Fault> {
    match name {
        None => Ok(folder),
        Some(name) if Path::new(name).file_name().is_some_and(|n| n == name) => Ok(folder.join(name)),
        Some(name) => Err(Fault::input("fault-file-missing", &[("path", name)])),
    }
}

fn stopped() -> Fault {
    Fault::new(Status::Target, "fault-backup-stopped", &[])
}

/// What went wrong with the backup `file`; what the disk refuses is told of its folder.
fn failed(e: SyncError, file: &Path, data: &Path) -> Fault {
    match e {
        SyncError::Stopped => stopped(),
        e @ (SyncError::NotABackup | SyncError::BackupDamaged(_)) => Fault::from(e).at(&file.display().to_string()),
        other => Fault::of_sync(other, folder_of(file), data),
    }
}

/// What is not sound in a replica out of a backup is the backup's fault.
fn unsound(e: StoreError, at: &Path) -> Fault {
    let damaged = matches!(e, StoreError::Unsound(_)) || e.is_damaged();
    let path = at.display().to_string();
    if damaged { Fault::new(Status::Target, "fault-backup-damaged", &[("path", &path)]) } else { Fault::from(e) }
}

/// Looks at all of what came out of the backup `src`.
fn looked_through(store: &mut Store, src: &Path, progress: &mut ProgressFn<'_>) -> Result<Contents, Fault> {
    let mut told = |done, total| progress(terrain_sync::Step::Verify, done, total);
    store.prove(&mut told).map_err(|e| unsound(e, src))?.ok_or_else(stopped)
}

/// A folder inside the data folder for copies that nobody keeps.
fn scratch(data: &Path) -> Result<tempfile::TempDir, Fault> {
    for left in fs::read_dir(data).into_iter().flatten().flatten() {
        if left.file_name().to_string_lossy().starts_with(SCRATCH) {
            #[expect(clippy::disallowed_methods, reason = "what an interrupted backup of ours left in the data folder")]
            let _ = fs::remove_dir_all(left.path());
        }
    }
    let made = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(data);
    made.map_err(|e| Fault::from(StoreError::from(e)).at(&data.display().to_string()))
}

/// Makes a backup of all that is on this laptop: under the name given, or, in a folder that is there, under one that says of
/// what and when. The passphrase opens it as it opens this laptop.
pub fn backup(session: &mut Session, dest: &Path, progress: &mut ProgressFn<'_>) -> Result<BackupView, Fault> {
    let data = session.data_folder();
    let (made_at, _) = session.store.now();
    let at = instant(made_at);
    let path = if dest.is_dir() { dest.join(session.backup_name(made_at)) } else { dest.to_path_buf() };
    let shown = path.display().to_string();
    if path.exists() {
        return Err(Fault::input("fault-file-exists", &[("path", &shown)]));
    }
    let whole = |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_path_buf());
    if whole(&path).starts_with(whole(&data)) {
        return Err(Fault::input("fault-backup-inside", &[("path", &shown)]));
    }
    let (folder, name) = place_of(&path)?;
    let at_data = |e: StoreError| Fault::from(e).at(&data.display().to_string());
    let key = fs::read_to_string(Folders::key(&data)).map_err(|e| at_data(e.into()))?;
    let scratch = scratch(&data)?;
    let copy = scratch.path().join("replica");
    let mut told = |done, total| progress(terrain_sync::Step::Copy, done, total);
    if !session.store.copy_to(&copy, &mut told).map_err(at_data)? {
        return Err(stopped());
    }
    let programme = session.store.identity().centre.programme;
    let written = BackupHead::of(&copy, programme, key, made_at)
        .and_then(|head| terrain_sync::write_backup(&copy, &head, &folder, &name, progress));
    let bytes = written.map_err(|e| failed(e, &path, &data))?;
    let view = BackupView { name, file: shown, bytes, at };
    // What is on the disk is made: a journal that takes no line does not undo it.
    let _ =
        session.store.note(made_at, BACKED_UP, &serde_json::json!({ "name": view.name, "bytes": bytes }).to_string());
    Ok(view)
}

/// Restores a backup into a scratch place, looks at all of it, and compares it with what is on this laptop.
///
/// Errors: `fault-backup-damaged` where anything is not as it was written, `fault-backup-other` where it is not of this data.
pub fn prove(session: &mut Session, src: &Path, progress: &mut ProgressFn<'_>) -> Result<ProofView, Fault> {
    let data = session.data_folder();
    let scratch = scratch(&data)?;
    let copy = scratch.path().join("replica");
    let (folder, name) = place_of(src)?;
    let head = terrain_sync::unpack_backup(&folder, &name, &copy, progress).map_err(|e| failed(e, src, &data))?;
    let (now, _) = session.store.now();
    // What is looked at is written by nobody: its clock stands still.
    let still = Env::new(move || now, || 0, 0);
    let mut there = session.store.open_copy(&copy, still).map_err(|e| match e {
        StoreError::Key => Fault::input("fault-backup-other", &[("path", &src.display().to_string())]),
        other => unsound(other, src),
    })?;
    let contents = looked_through(&mut there, src, progress)?;
    let (behind, ahead) = (there.lacks_of(&session.store), session.store.lacks_of(&there));
    let same = behind == 0 && ahead == 0 && there.dump()? == session.store.dump()?;
    let key = fs::read_to_string(Folders::key(&data)).unwrap_or_default();
    Ok(ProofView { at: instant(head.made_at), contents, behind, ahead, same, same_passphrase: key == head.key })
}

/// Makes a data folder from a backup: where nothing is, and whole or not at all.
///
/// The laptop goes on under its own name. What it delivered after the backup was made comes back with its next sync, and what
/// is written meanwhile stands beside it as a branch of its own.
pub fn restore(
    src: &Path,
    data: &Path,
    passphrase: &str,
    env: Env,
    progress: &mut ProgressFn<'_>,
) -> Result<RestoredView, Fault> {
    let place = data.display().to_string();
    let at_place = |e: std::io::Error| Fault::from(StoreError::from(e)).at(&place);
    if !crate::programme::is_free(data) {
        return Err(Fault::input("fault-data-folder-exists", &[("path", &place)]));
    }
    let beside = folder_of(data);
    fs::create_dir_all(beside).map_err(at_place)?;
    let new = tempfile::Builder::new().prefix(".restore-").tempdir_in(beside).map_err(at_place)?;
    let (folder, name) = place_of(src)?;
    let replica = Folders::replica(new.path());
    let head = terrain_sync::unpack_backup(&folder, &name, &replica, progress).map_err(|e| failed(e, src, data))?;
    write_new(&Folders::key(new.path()), head.key.as_bytes())?;
    let view = {
        let mut session = Session::open(new.path(), passphrase, env)?;
        let contents = looked_through(&mut session.store, src, progress)?;
        let (now, _) = session.store.now();
        session.store.note(now, "restored", &serde_json::json!({ "made_at": head.made_at }).to_string())?;
        let person = session.store.identity().person;
        RestoredView { at: instant(head.made_at), contents, person: session.name_of(Some(person)) }
    };
    #[expect(clippy::disallowed_methods, reason = "the folder was made here; what it takes the place of is empty")]
    let moved = {
        let _ = fs::remove_dir(data);
        fs::rename(new.path(), data)
    };
    moved.map_err(at_place)?;
    let _ = new.keep();
    Ok(view)
}

impl Session {
    /// The name of a backup made at this moment: of which region, and when by this laptop's calendar.
    fn backup_name(&self, at_ms: i64) -> String {
        let local = at_ms.saturating_add(i64::from(self.store.offset_min(at_ms)) * 60_000);
        let when = chrono::DateTime::from_timestamp_millis(local).unwrap_or_default().format("%Y-%m-%d-%H%M%S");
        format!("{}-{when}.{BACKUP_ENDING}", self.store.identity().centre.slug)
    }
}
