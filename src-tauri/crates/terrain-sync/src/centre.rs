//! The layout of a centre: names of its files, and the one way to write a file there.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::{DateTime, Datelike};
use terrain_changes::{DeviceId, Hash32};
use terrain_store::{SegmentName, fresh};

use crate::{Disk, DiskError, SyncError};

/// How many hexadecimal digits of a hash stand in a name: 128 bits.
const NAME_HASH: usize = 32;

/// Headers, generations and keys have a few hundred bytes, a generation some for each laptop.
const SMALL_BYTES_MAX: u64 = 4 << 20;
/// A central file with more bytes is not ours: that of a million changes has some 200 MB. It passes through memory whole.
const CENTRAL_BYTES_MAX: u64 = 1 << 30;

/// A centre on a target, with counts of what went over.
pub struct Centre<'d> {
    disk: &'d dyn Disk,
    /// Name of its files, `souss-massa`.
    pub slug: String,
    read: Cell<u64>,
    written: Cell<u64>,
}

/// A segment file's name, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SegmentFile {
    pub path: String,
    pub length: u64,
    pub device: DeviceId,
    pub hash: String,
    /// First and last change, as the name says.
    pub from: u64,
    pub to: u64,
}

/// Finds the one centre of a folder by its file or its header. A folder that lacks both is taken only where it is `own`.
pub fn find_slug(disk: &dyn Disk, own: Option<&str>) -> Result<String, SyncError> {
    let names = match disk.names("") {
        Ok(names) => names,
        Err(DiskError::Missing { .. }) => return Err(SyncError::NoCentre),
        Err(e) => return Err(e.into()),
    };
    let mut found: BTreeSet<String> = BTreeSet::new();
    for name in &names {
        if let Some(stem) = name.strip_suffix(".mourafaka").filter(|stem| !stem.contains('.')) {
            found.insert(stem.to_owned());
        }
        if let Some(stem) = name.strip_suffix(".data")
            && (own == Some(stem) || disk.length(&format!("{name}/header"))?.is_some())
        {
            found.insert(stem.to_owned());
        }
    }
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (None, _) => Err(SyncError::NoCentre),
        (Some(one), None) => Ok(one),
        (Some(a), Some(b)) => Err(SyncError::SeveralCentres([a, b].into_iter().chain(found).collect())),
    }
}

impl<'d> Centre<'d> {
    /// A centre of this name on this target; nothing is read yet.
    pub fn new(disk: &'d dyn Disk, slug: &str) -> Self {
        Self { disk, slug: slug.to_owned(), read: Cell::new(0), written: Cell::new(0) }
    }

    /// The target's operations.
    pub fn disk(&self) -> &'d dyn Disk {
        self.disk
    }

    /// Bytes read and written so far.
    pub fn bytes(&self) -> (u64, u64) {
        (self.read.get(), self.written.get())
    }

    pub(crate) fn inside(&self, path: &str) -> String {
        format!("{}.data/{path}", self.slug)
    }

    /// The central file.
    pub(crate) fn file(&self) -> String {
        format!("{}.mourafaka", self.slug)
    }

    /// The k-th file before it.
    pub(crate) fn previous(&self, k: u8) -> String {
        format!("{}.previous-{k}.mourafaka", self.slug)
    }

    /// Where a segment lies: by device and by quarter of the author's clock.
    pub(crate) fn segment_path(&self, name: &SegmentName) -> String {
        let day = DateTime::from_timestamp_millis(name.at).unwrap_or_default();
        let hash: String = name.hash.to_string().chars().take(NAME_HASH).collect();
        let (year, quarter) = (day.year(), day.month0() / 3 + 1);
        self.inside(&format!("log/{}/{year:04}q{quarter}/{:08}-{:08}-{hash}.seg", name.device, name.from, name.to))
    }

    /// All segment files, names read; names that are none of ours are given apart.
    pub(crate) fn segment_files(&self) -> Result<(Vec<SegmentFile>, Vec<String>), SyncError> {
        let mut odd = Vec::new();
        let mut files = Vec::new();
        for entry in self.disk.list(&self.inside("log"))? {
            match parse_segment_path(&entry.path) {
                Some(file) => files.push(SegmentFile { path: entry.path, length: entry.length, ..file }),
                None => odd.push(entry.path),
            }
        }
        Ok((files, odd))
    }

    /// Reads a file that is small by design; nothing where it is missing. A larger one is read as empty: it is none of ours.
    pub(crate) fn read_small(&self, path: &str) -> Result<Option<Vec<u8>>, SyncError> {
        self.read(path, SMALL_BYTES_MAX)
    }

    /// Reads a central file, or one before it.
    pub(crate) fn read_central(&self, path: &str) -> Result<Option<Vec<u8>>, SyncError> {
        self.read(path, CENTRAL_BYTES_MAX)
    }

    /// Reads a file; nothing where it is missing. One that is larger than it may be is read as empty.
    pub(crate) fn read(&self, path: &str, bytes_max: u64) -> Result<Option<Vec<u8>>, SyncError> {
        match self.disk.read(path, bytes_max) {
            Ok(bytes) => {
                self.read.set(self.read.get() + bytes.len() as u64);
                Ok(Some(bytes))
            }
            Err(DiskError::Missing { .. }) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// Writes a file so that it is either there whole or not at all: temporary name, length first, content, flush, read
    /// back and compared, then its name, then the folder.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
        let (folder, _) = path.rsplit_once('/').unwrap_or(("", path));
        let temporary = self.inside(&format!("tmp/{}", nonce()));
        self.disk.make_folder(&self.inside("tmp"))?;
        if !folder.is_empty() {
            self.disk.make_folder(folder)?;
        }
        let placed = self.put_at(&temporary, bytes).and_then(|()| {
            self.disk.rename(&temporary, path)?;
            Ok(self.disk.flush_folder(folder)?)
        });
        if placed.is_err() {
            let _ = self.disk.remove(&temporary);
        }
        placed
    }

    /// Writes a file under the name given and proves that it can be read back.
    pub(crate) fn put_at(&self, path: &str, bytes: &[u8]) -> Result<(), SyncError> {
        self.disk.create(path, bytes.len() as u64)?;
        self.disk.write(path, bytes)?;
        self.written.set(self.written.get() + bytes.len() as u64);
        self.disk.flush(path)?;
        let back = self.read(path, bytes.len() as u64)?.unwrap_or_default();
        if Hash32::of(&back) == Hash32::of(bytes) {
            return Ok(());
        }
        let reason = "what was written does not read back".into();
        Err(SyncError::Disk(DiskError::Failed { path: path.into(), reason }))
    }

    /// Moves a bad file out of the way; it is never destroyed.
    pub(crate) fn set_aside(&self, path: &str) -> Result<String, SyncError> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let to = self.inside(&format!("bad/{name}-{}", nonce()));
        self.disk.make_folder(&self.inside("bad"))?;
        match self.disk.rename(path, &to) {
            // Another laptop was faster.
            Ok(()) | Err(DiskError::Missing { .. }) => Ok(to),
            Err(e) => Err(e.into()),
        }
    }
}

/// Whether a stored hash begins as the name says.
pub(crate) fn name_fits(hash: &Hash32, name: &str) -> bool {
    name.len() == NAME_HASH && hash.to_string().starts_with(name)
}

/// Reads the names in a segment's path; path and length are left to the caller.
fn parse_segment_path(path: &str) -> Option<SegmentFile> {
    let mut parts = path.rsplit('/');
    let (file, _quarter, device) = (parts.next()?, parts.next()?, parts.next()?);
    let mut numbers = file.strip_suffix(".seg")?.split('-');
    let (from, to, hash) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let (from, to) = (from.parse::<u64>().ok()?, to.parse::<u64>().ok()?);
    let hex = hash.len() == NAME_HASH && hash.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
    let ordered = from > 0 && from <= to;
    let (device, hash) = (DeviceId::parse(device)?, hash.to_owned());
    (ordered && hex).then(|| SegmentFile { path: String::new(), length: 0, device, hash, from, to })
}

/// Eight hexadecimal digits for a temporary name.
pub(crate) fn nonce() -> String {
    fresh::<4>().iter().map(|b| format!("{b:02x}")).collect()
}
