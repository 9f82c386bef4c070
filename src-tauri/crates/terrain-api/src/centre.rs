//! Meeting the centre: sync, publish, check, heal.

use std::path::{Path, PathBuf};

use serde::Serialize;
use terrain_sync::{Finding, Folder, Fsck, Preview, Report, Step};

use crate::fault::Status;
use crate::{Fault, Session};

/// Told at every step how much of it is done; answers whether to go on.
pub type ProgressFn<'p> = dyn FnMut(Step, u64, u64) -> bool + 'p;

/// The result of a sync.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SyncView {
    /// Counts and findings.
    #[serde(flatten)]
    pub report: Report,
}

/// What a sync would do, for people.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PreviewView {
    /// Counts.
    #[serde(flatten)]
    pub preview: Preview,
    /// What leaves, by kind.
    pub kinds: Vec<KindCount>,
    /// The folder of the centre.
    pub central: String,
}

/// How many rows of a kind.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct KindCount {
    /// The kind; answers, repeats and events count as their entries.
    pub kind: String,
    /// How many of it.
    pub rows: u64,
}

/// The folder of a centre, named by its file, by itself, or by the folder of its pieces.
fn folder_of(central: &Path) -> PathBuf {
    let ends = |ending| central.extension().is_some_and(|e| e == ending);
    let file = ends("mourafaka") && !central.is_dir();
    let pieces = ends("data") && central.join("header").is_file();
    if file || pieces { central.parent().map(Path::to_path_buf).unwrap_or_default() } else { central.to_path_buf() }
}

fn chosen(session: &Session, central: Option<&Path>) -> Result<PathBuf, Fault> {
    match central {
        Some(path) => Ok(folder_of(path)),
        None => {
            let remembered = session.store.local("central")?;
            remembered.map(PathBuf::from).ok_or_else(|| Fault::input("fault-no-centre-chosen", &[]))
        }
    }
}

/// Whether a centre can be reached in this folder: asked often, so it looks for the header's name and opens nothing.
pub fn has_centre(folder: &Path) -> bool {
    terrain_sync::find_slug(&Folder::new(folder), None).is_ok()
}

impl Session {
    /// The central folder that was used last.
    pub fn central(&self) -> Result<Option<PathBuf>, Fault> {
        Ok(self.store.local("central")?.map(PathBuf::from))
    }
}

fn remember(session: &mut Session, folder: &Path) -> Result<(), Fault> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    if let Some(text) = whole.to_str()
        && session.store.local("central")?.as_deref() != Some(text)
    {
        session.store.set_local("central", text)?;
    }
    Ok(())
}

fn run(
    session: &mut Session,
    central: Option<&Path>,
    act: impl FnOnce(&mut terrain_store::Store, &Folder) -> Result<Report, terrain_sync::SyncError>,
) -> Result<SyncView, Fault> {
    let folder = chosen(session, central)?;
    let data = session.data_folder();
    let met = act(&mut session.store, &Folder::new(&folder)).map_err(|e| Fault::of_sync(e, &folder, &data));
    let mut report = met.inspect_err(|fault| session.note_failed_sync(fault))?;
    if report.received > 0 {
        let hidden = crate::entry::newly_hidden(session)?;
        report.findings.extend(hidden.into_iter().map(|f| Finding {
            code: f.code.to_owned(),
            args: f.args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
        }));
    }
    session.note_sync(&report)?;
    Ok(SyncView { report })
}

/// Exchanges everything with the centre; `central` is its file or its folder, remembered afterwards.
pub fn sync(session: &mut Session, central: Option<&Path>, progress: &mut ProgressFn<'_>) -> Result<SyncView, Fault> {
    let folder = chosen(session, central)?;
    let view = run(session, Some(&folder), |store, folder| terrain_sync::exchange(store, folder, progress))?;
    remember(session, &folder)?;
    Ok(view)
}

/// Puts back what a centre has lost, its header included; never destroys. The centre chosen for syncs stays chosen, and is the
/// one that is meant where none is named.
pub fn heal(session: &mut Session, central: Option<&Path>, progress: &mut ProgressFn<'_>) -> Result<SyncView, Fault> {
    run(session, central, |store, folder| terrain_sync::heal(store, folder, progress))
}

/// Makes the next generation of the central file now. Coordinators only.
pub fn publish(session: &mut Session, progress: &mut ProgressFn<'_>) -> Result<SyncView, Fault> {
    coordinator_only(session)?;
    run(session, None, |store, folder| terrain_sync::publish_now(store, folder, progress))
}

/// What a sync would do.
pub fn preview(session: &mut Session, central: Option<&Path>) -> Result<PreviewView, Fault> {
    let folder = chosen(session, central)?;
    let data = session.data_folder();
    let looked = terrain_sync::preview(&session.store, &Folder::new(&folder));
    let preview = looked.map_err(|e| Fault::of_sync(e, &folder, &data))?;
    let kinds = session.store.unsent_kinds()?.into_iter().map(|(kind, rows)| KindCount { kind, rows }).collect();
    Ok(PreviewView { preview, kinds, central: folder.display().to_string() })
}

/// A verdict on a centre that writes nothing; needs no data folder.
pub fn fsck(central: &Path) -> Result<Fsck, Fault> {
    let folder = folder_of(central);
    terrain_sync::fsck(&Folder::new(&folder)).map_err(|e| Fault::of_sync(e, &folder, &folder))
}

pub(crate) fn coordinator_only(session: &Session) -> Result<(), Fault> {
    match session.store.role() {
        Some(terrain_domain::Role::RegionalCoordinator) => Ok(()),
        _ => Err(Fault::new(Status::Refused, "fault-coordinator-only", &[])),
    }
}

/// The key under which SQLCipher 4 opens the central file; noted in this laptop's journal, and shown by its status.
pub(crate) fn central_key(session: &mut Session) -> Result<serde_json::Value, Fault> {
    coordinator_only(session)?;
    let key = session.store.identity().ring.current().map(terrain_changes::RingKey::central_file).unwrap_or_default();
    let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
    let (now, _) = session.store.now();
    session.store.note(now, "central_key", "")?;
    Ok(serde_json::json!({ "key": hex, "pragma": format!("PRAGMA key = \"x'{hex}'\";") }))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Whichever piece of a centre a person points at, its folder is meant.
    #[test]
    fn a_centre_is_found_by_any_of_its_pieces() {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().join("souss-massa.data");
        fs::create_dir(&data).unwrap();
        let check = |named: &Path, folder: &Path| assert_eq!(folder_of(named), folder, "{}", named.display());
        check(&data, &data);
        fs::File::create(data.join("header")).unwrap();
        for named in [root.path(), &data, &root.path().join("souss-massa.mourafaka")] {
            check(named, root.path());
        }
    }
}
