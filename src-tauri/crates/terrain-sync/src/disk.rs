//! The few file operations that a target must offer. Tests own another implementation, which breaks on purpose.

use std::fs;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// A file of the target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Path inside the target, with `/`.
    pub path: String,
    /// Length in bytes.
    pub length: u64,
}

/// Why the target could not do it.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    /// No room left.
    #[error("no space at {path}")]
    Full {
        /// Where.
        path: String,
    },
    /// Writing is not allowed there.
    #[error("read-only at {path}")]
    ReadOnly {
        /// Where.
        path: String,
    },
    /// No such file or folder.
    #[error("missing: {path}")]
    Missing {
        /// Where.
        path: String,
    },
    /// Anything else that the system says.
    #[error("{path}: {reason}")]
    Failed {
        /// Where.
        path: String,
        /// What.
        reason: String,
    },
}

/// File operations on the target, each small enough to be interrupted between any two. Paths are relative, with `/`.
pub trait Disk {
    /// All files below a folder, in order; none where the folder is missing.
    fn list(&self, folder: &str) -> Result<Vec<Entry>, DiskError>;
    /// Names of files and folders directly in a folder, in order. The target itself missing is an error.
    fn names(&self, folder: &str) -> Result<Vec<String>, DiskError>;
    /// The length of a file; nothing where there is none.
    fn length(&self, path: &str) -> Result<Option<u64>, DiskError>;
    /// The whole of a file. Of one that has more bytes than it may, or is none, nothing: it is not what anybody promised, and
    /// a length that was listed can be another one by now.
    fn read(&self, path: &str, bytes_max: u64) -> Result<Vec<u8>, DiskError>;
    /// A part of a file: what there is of so many bytes from this place; nothing beyond its end.
    fn read_at(&self, path: &str, from: u64, length: u64) -> Result<Vec<u8>, DiskError>;
    /// Makes folders.
    fn make_folder(&self, folder: &str) -> Result<(), DiskError>;
    /// Makes a file of this length, so that a full disk shows before anything is replaced.
    fn create(&self, path: &str, length: u64) -> Result<(), DiskError>;
    /// Writes its content.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError>;
    /// Writes a part of its content at this place.
    fn write_at(&self, path: &str, from: u64, bytes: &[u8]) -> Result<(), DiskError>;
    /// Brings it to the disk and drops it from the caches, so that reading it back reads the disk.
    fn flush(&self, path: &str) -> Result<(), DiskError>;
    /// Gives it another name, replacing what is there.
    fn rename(&self, from: &str, to: &str) -> Result<(), DiskError>;
    /// Brings the names of a folder to the disk.
    fn flush_folder(&self, folder: &str) -> Result<(), DiskError>;
    /// Removes a file.
    fn remove(&self, path: &str) -> Result<(), DiskError>;
    /// Free bytes, where the system tells.
    fn free(&self) -> Option<u64>;
}

/// A folder on a disk, a stick or a share.
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder, which may turn out to be missing.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// Where a path lies. No link is followed below the root: it would lead out of the centre, to files of others.
    fn at(&self, path: &str) -> Result<PathBuf, DiskError> {
        let mut at = self.root.clone();
        for part in path.split('/').filter(|p| !p.is_empty()) {
            at.push(part);
            if fs::symlink_metadata(&at).is_ok_and(|about| about.file_type().is_symlink()) {
                return Err(DiskError::Failed { path: path.into(), reason: "link".into() });
            }
        }
        Ok(at)
    }
}

fn failed(path: &str, e: &io::Error) -> DiskError {
    let path = path.to_owned();
    match e.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DiskError::Full { path },
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => DiskError::ReadOnly { path },
        io::ErrorKind::NotFound => DiskError::Missing { path },
        _ => DiskError::Failed { path, reason: e.to_string() },
    }
}

/// Files deeper than this are not ours.
const DEPTH_MAX: u32 = 6;
/// A folder with more files is not ours: fifty laptops that sync every day for two years make 40,000 segments.
const FILES_MAX: usize = 500_000;

fn walk(root: &Path, inner: &str, depth: u32, found: &mut Vec<Entry>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(inner))? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if inner.is_empty() { name } else { format!("{inner}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() && depth > 0 {
            walk(root, &path, depth - 1, found)?;
        } else if kind.is_file() {
            found.push(Entry { path, length: entry.metadata()?.len() });
        }
        if found.len() > FILES_MAX {
            return Err(io::Error::other(format!("more than {FILES_MAX} files")));
        }
    }
    Ok(())
}

/// Makes sure of the blocks, where the system can: some file systems only promise a length.
#[cfg(target_os = "linux")]
fn reserve(file: &fs::File, length: u64) -> io::Result<()> {
    match rustix::fs::fallocate(file, rustix::fs::FallocateFlags::empty(), 0, length.max(1)) {
        Err(rustix::io::Errno::NOSPC) => Err(io::ErrorKind::StorageFull.into()),
        _ => file.set_len(length),
    }
}

#[cfg(not(target_os = "linux"))]
fn reserve(_: &fs::File, _: u64) -> io::Result<()> {
    Ok(())
}

/// Drops a file from the system's caches, where that can be asked for.
#[cfg(target_os = "linux")]
fn drop_caches(file: &fs::File) {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn drop_caches(_: &fs::File) {}

/// Brings the names of a folder to the disk.
fn flush_names(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder).and_then(|f| f.sync_all()) {
        // Some shares cannot flush a folder; the names are then as safe as the share makes them.
        Err(e) if !matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Err(e),
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn free_bytes(root: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(root).ok()?;
    stat.f_bavail.checked_mul(stat.f_frsize)
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

impl Disk for Folder {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, DiskError> {
        let mut found = Vec::new();
        if !self.at(folder)?.exists() {
            return Ok(found);
        }
        walk(&self.root, folder, DEPTH_MAX, &mut found).map_err(|e| failed(folder, &e))?;
        found.sort();
        Ok(found)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, DiskError> {
        let read = fs::read_dir(self.at(folder)?).map_err(|e| failed(folder, &e))?;
        let mut names: Vec<String> = read.flatten().filter_map(|e| e.file_name().into_string().ok()).collect();
        names.sort();
        Ok(names)
    }

    fn length(&self, path: &str) -> Result<Option<u64>, DiskError> {
        match fs::metadata(self.at(path)?) {
            Ok(about) => Ok(about.is_file().then_some(about.len())),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(failed(path, &e)),
        }
    }

    fn read(&self, path: &str, bytes_max: u64) -> Result<Vec<u8>, DiskError> {
        let at = self.at(path)?;
        let read = || {
            let about = fs::metadata(&at)?;
            let mut bytes = Vec::new();
            if about.is_file() && about.len() <= bytes_max {
                fs::File::open(&at)?.take(bytes_max.saturating_add(1)).read_to_end(&mut bytes)?;
            }
            let whole = bytes.len() as u64 <= bytes_max;
            Ok(if whole { bytes } else { Vec::new() })
        };
        read().map_err(|e: io::Error| failed(path, &e))
    }

    fn read_at(&self, path: &str, from: u64, length: u64) -> Result<Vec<u8>, DiskError> {
        let at = self.at(path)?;
        let read = || {
            let mut file = fs::File::open(&at)?;
            file.seek(io::SeekFrom::Start(from))?;
            let mut bytes = Vec::new();
            file.take(length).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|e: io::Error| failed(path, &e))
    }

    fn make_folder(&self, folder: &str) -> Result<(), DiskError> {
        let mut above = self.root.clone();
        if folder.is_empty() {
            return fs::create_dir_all(&above).map_err(|e| failed(folder, &e));
        }
        for part in folder.split('/') {
            let here = above.join(part);
            match fs::create_dir(&here) {
                // A new name is as safe as the folder that holds it.
                Ok(()) => flush_names(&above).map_err(|e| failed(folder, &e))?,
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && here.is_dir() => {}
                Err(e) => return Err(failed(folder, &e)),
            }
            above = here;
        }
        self.at(folder).map(|_| ())
    }

    fn create(&self, path: &str, length: u64) -> Result<(), DiskError> {
        let made = fs::File::create(self.at(path)?).and_then(|file| {
            file.set_len(length)?;
            reserve(&file, length)
        });
        made.map_err(|e| failed(path, &e))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        let written =
            fs::OpenOptions::new().write(true).open(self.at(path)?).and_then(|mut file| file.write_all(bytes));
        written.map_err(|e| failed(path, &e))
    }

    fn write_at(&self, path: &str, from: u64, bytes: &[u8]) -> Result<(), DiskError> {
        let written = fs::OpenOptions::new().write(true).open(self.at(path)?).and_then(|mut file| {
            file.seek(io::SeekFrom::Start(from))?;
            file.write_all(bytes)
        });
        written.map_err(|e| failed(path, &e))
    }

    fn flush(&self, path: &str) -> Result<(), DiskError> {
        let flushed = fs::OpenOptions::new().write(true).open(self.at(path)?).and_then(|file| {
            file.sync_all()?;
            drop_caches(&file);
            Ok(())
        });
        flushed.map_err(|e| failed(path, &e))
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), DiskError> {
        #[expect(clippy::disallowed_methods, reason = "the target's own file operations")]
        fs::rename(self.at(from)?, self.at(to)?).map_err(|e| failed(to, &e))
    }

    fn flush_folder(&self, folder: &str) -> Result<(), DiskError> {
        flush_names(&self.at(folder)?).map_err(|e| failed(folder, &e))
    }

    fn remove(&self, path: &str) -> Result<(), DiskError> {
        #[expect(clippy::disallowed_methods, reason = "the target's own file operations")]
        fs::remove_file(self.at(path)?).map_err(|e| failed(path, &e))
    }

    fn free(&self) -> Option<u64> {
        free_bytes(&self.root)
    }
}
