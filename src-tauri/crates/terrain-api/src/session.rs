//! A data folder opened by its person: `DIR/replica.mourafaka` (encrypted) and `DIR/key` (its key, wrapped).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use terrain_forms::Form;
use terrain_store::{Env, Identity, LocalKey, Store, fresh};
use uuid::Uuid;

use crate::entry::Remembered;
use crate::picked::Picked;
use crate::twins::TwinsView;
use crate::{Fault, fault::Status};

/// Shortest passphrase that is taken.
const PASSPHRASE_MIN: usize = 8;

/// Names inside a data folder.
pub struct Folders;

impl Folders {
    /// Where a person's data lies unless another folder is named: the platform's place for the data of applications.
    pub fn usual() -> PathBuf {
        dirs::data_dir().unwrap_or_default().join("mourafaka-terrain")
    }

    /// The encrypted replica.
    pub fn replica(data: &Path) -> PathBuf {
        data.join("replica.mourafaka")
    }

    /// The wrapped key.
    pub fn key(data: &Path) -> PathBuf {
        data.join("key")
    }
}

/// One person at work on one laptop.
pub struct Session {
    pub(crate) store: Store,
    /// Compiled forms by the hash of their workbook.
    pub(crate) forms: BTreeMap<[u8; 32], Arc<Form>>,
    /// What was worked out of entries for lists.
    pub(crate) standings: Remembered,
    /// Records that look alike, with how often what that is read from had changed.
    pub(crate) twins: Option<(u64, Vec<TwinsView>)>,
    /// What was picked in a dialog; nothing where places are named by their paths.
    pub(crate) picked: Option<Picked>,
}

pub(crate) fn check_passphrase(passphrase: &str) -> Result<(), Fault> {
    if passphrase.chars().count() < PASSPHRASE_MIN {
        return Err(Fault::input("fault-weak-passphrase", &[("min", &PASSPHRASE_MIN.to_string())]));
    }
    Ok(())
}

/// Writes a file that must not exist yet, for its owner alone, and brings it to the disk: the whole, or nothing.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    use std::io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        let whole = file.write_all(bytes).and_then(|()| file.sync_all());
        // The file was new, so it is ours: half of it is worth nothing to anybody.
        #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
        whole.inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
    });
    written.map_err(|e| Fault::from(terrain_store::StoreError::from(e)).at(&path.display().to_string()))
}

impl Session {
    /// Makes a data folder for this identity.
    pub(crate) fn create(data: &Path, passphrase: &str, identity: Identity, env: Env) -> Result<Self, Fault> {
        let place = data.display().to_string();
        let occupied = fs::read_dir(data).is_ok_and(|mut entries| entries.next().is_some());
        if occupied {
            return Err(Fault::input("fault-data-folder-exists", &[("path", &place)]));
        }
        let made = fs::create_dir_all(data);
        made.map_err(|e| Fault::from(terrain_store::StoreError::from(e)).at(&place))?;
        let key: [u8; 32] = fresh();
        let wrapped = LocalKey::wrap(&key, passphrase, &identity.centre.recipient)?;
        let text = serde_json::to_vec_pretty(&wrapped).map_err(|_| terrain_store::StoreError::Incomplete("key"))?;
        write_new(&Folders::key(data), &text)?;
        // The key file was new, so this folder is ours, and what cannot be completed in it goes.
        let made = Store::create(&Folders::replica(data), &key, identity, env);
        #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
        let store = made.map_err(|e| {
            for file in [Folders::replica(data), Folders::key(data)] {
                let _ = fs::remove_file(file);
            }
            let _ = fs::remove_dir(data);
            Fault::from(e).at(&place)
        })?;
        Ok(Self::with(store))
    }

    /// Opens a data folder.
    pub fn open(data: &Path, passphrase: &str, env: Env) -> Result<Self, Fault> {
        let place = data.display().to_string();
        let text = match fs::read(Folders::key(data)) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Fault::input("fault-no-data-folder", &[("path", &place)]));
            }
            Err(e) => {
                let reason = e.to_string();
                let args = [("path", place.as_str()), ("reason", reason.as_str())];
                return Err(Fault::new(Status::Refused, "fault-data-folder-damaged", &args));
            }
        };
        let damaged = |reason: &str| {
            let args = [("path", place.as_str()), ("reason", reason)];
            Fault::new(Status::Refused, "fault-data-folder-damaged", &args)
        };
        let wrapped: LocalKey = serde_json::from_slice(&text).map_err(|_| damaged("key"))?;
        let key = wrapped.unlock(passphrase).map_err(|e| Fault::from(e).at(&place))?;
        let replica = Folders::replica(data);
        // Asked first, since SQLite only says that the disk failed.
        let writable = fs::OpenOptions::new().write(true).open(&replica).map_err(terrain_store::StoreError::from);
        writable.map_err(|e| Fault::from(e).at(&place))?;
        let mut store = Store::open(&replica, &key, env).map_err(|e| Fault::from(e).at(&place))?;
        match store.adopt_table() {
            // A full disk can still be read; the table is adopted when there is room.
            Err(e) if !e.is_full() => return Err(Fault::from(e).at(&place)),
            _ => {}
        }
        Ok(Self::with(store))
    }

    /// A session on a replica that is already open.
    pub fn with(store: Store) -> Self {
        Self { store, forms: BTreeMap::new(), standings: Remembered::default(), twins: None, picked: None }
    }

    /// The kinds whose rows changed since this was last asked, in order; `*` alone where anything may have.
    pub fn take_touched(&mut self) -> Vec<String> {
        self.store.take_changed()
    }

    /// The replica.
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// A setting of the window on this laptop.
    pub fn setting(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.store.local(&format!("window.{key}"))?)
    }

    /// Keeps a setting of the window on this laptop.
    pub fn keep_setting(&mut self, key: &str, value: &str) -> Result<(), Fault> {
        Ok(self.store.set_local(&format!("window.{key}"), value)?)
    }

    /// Where it lies; empty for a replica in memory.
    pub(crate) fn data_folder(&self) -> PathBuf {
        self.store.path().parent().map(Path::to_path_buf).unwrap_or_default()
    }

    /// UTC milliseconds of this laptop's clock, and how many minutes its calendar is ahead.
    pub(crate) fn now(&mut self) -> (i64, i32) {
        let (at, _) = self.store.now();
        (at, self.store.offset_min(at))
    }

    /// Today by this laptop's calendar.
    pub(crate) fn today(&mut self) -> NaiveDate {
        let (now, offset_min) = self.now();
        let local = now.saturating_add(i64::from(offset_min) * 60_000);
        DateTime::from_timestamp_millis(local).unwrap_or_default().date_naive()
    }

    /// A person's name, or an empty text where it is sealed or unknown.
    pub(crate) fn name_of(&self, person: Option<Uuid>) -> String {
        let row = person.and_then(|p| self.store.row("person", &p).ok().flatten());
        match row.as_ref().and_then(|r| r.fields.get("name")) {
            Some(terrain_domain::Value::Text(name)) => name.clone(),
            _ => String::new(),
        }
    }
}
