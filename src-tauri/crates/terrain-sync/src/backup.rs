//! A backup: one file that holds a replica as it was, still encrypted, and its wrapped key. It appears under its name only
//! whole, flushed and read back.
//!
//! Layout: [`MAGIC`], the head's length (four bytes, little end first), the head's BLAKE3, the head in JSON, the replica.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use terrain_changes::Hash32;
use terrain_store::StoreError;
use uuid::Uuid;

use crate::centre::nonce;
use crate::pull::step;
use crate::report::{Progress, Step};
use crate::{Disk, DiskError, SyncError};

/// How every backup begins.
const MAGIC: &[u8] = b"mourafaka backup 1\n";
/// Bytes that pass through memory at once.
const PART: usize = 4 << 20;
/// A head has a wrapped key and a few numbers.
const HEAD_MAX: usize = 64 << 10;
/// A replica larger than this is not backed up into one file.
pub const BACKUP_BYTES_MAX: u64 = 16 << 30;

/// What stands in front of the replica.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupHead {
    /// When it was made, UTC ms.
    pub made_at: i64,
    /// Of which programme.
    pub programme: Uuid,
    /// The wrapped key as it lay beside the replica.
    pub key: String,
    /// Bytes of the replica.
    pub length: u64,
    /// Its BLAKE3, hexadecimal.
    pub hash: String,
}

impl BackupHead {
    /// The head of a backup of this copy.
    ///
    /// Errors: [`SyncError::BackupTooLarge`].
    pub fn of(copy: &Path, programme: Uuid, key: String, made_at: i64) -> Result<Self, SyncError> {
        let mut hasher = blake3::Hasher::new();
        let length = parts(copy, &mut |part| {
            hasher.update(part);
            Ok(())
        })?;
        if length > BACKUP_BYTES_MAX {
            return Err(SyncError::BackupTooLarge { length });
        }
        Ok(Self { made_at, programme, key, length, hash: hasher.finalize().to_hex().to_string() })
    }

    fn front(&self) -> Result<Vec<u8>, SyncError> {
        let json = serde_json::to_vec(self).map_err(|_| StoreError::Incomplete("head"))?;
        let length = u32::try_from(json.len()).map_err(|_| StoreError::Incomplete("head"))?;
        Ok([MAGIC, &length.to_le_bytes(), &Hash32::of(&json).0, &json].concat())
    }
}

/// Hands out a local file part by part; gives its length.
fn parts(path: &Path, take: &mut dyn FnMut(&[u8]) -> Result<(), SyncError>) -> Result<u64, SyncError> {
    let mut file = File::open(path).map_err(StoreError::from)?;
    let (mut buffer, mut length) = (vec![0; PART], 0);
    loop {
        let read = file.read(&mut buffer).map_err(StoreError::from)?;
        let part = buffer.get(..read).unwrap_or_default();
        if part.is_empty() {
            return Ok(length);
        }
        take(part)?;
        length += part.len() as u64;
    }
}

/// Writes a backup of this copy under `name`, which must be free; gives its bytes. On failure nothing of it remains.
pub fn write_backup(
    copy: &Path,
    head: &BackupHead,
    disk: &dyn Disk,
    name: &str,
    progress: Progress<'_>,
) -> Result<u64, SyncError> {
    let front = head.front()?;
    let total = front.len() as u64 + head.length;
    if let Some(free) = disk.free()
        && free < total
    {
        return Err(SyncError::Full { needed: total, free });
    }
    let new = format!("{name}.new-{}", nonce());
    let written = write_new(copy, &front, disk, &new, total, progress).and_then(|()| {
        disk.rename(&new, name)?;
        Ok(disk.flush_folder("")?)
    });
    if let Err(e) = written {
        // Under either name it is ours: the one was drawn, the other was free.
        for left in [&new, name] {
            let _ = disk.remove(left);
        }
        return Err(e.sized(total, disk));
    }
    Ok(total)
}

fn write_new(
    copy: &Path,
    front: &[u8],
    disk: &dyn Disk,
    new: &str,
    total: u64,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    step(progress, Step::Copy, 0, total)?;
    disk.create(new, total)?;
    disk.write_at(new, 0, front)?;
    let (mut at, mut hasher) = (front.len() as u64, blake3::Hasher::new());
    hasher.update(front);
    parts(copy, &mut |part| {
        disk.write_at(new, at, part)?;
        hasher.update(part);
        at += part.len() as u64;
        step(progress, Step::Copy, at, total)
    })?;
    disk.flush(new)?;
    let (mut at, mut back) = (0, blake3::Hasher::new());
    while at < total {
        let part = disk.read_at(new, at, PART as u64)?;
        back.update(&part);
        at += part.len() as u64;
        step(progress, Step::Verify, at.min(total), total)?;
        if part.is_empty() {
            break;
        }
    }
    if at != total || back.finalize() != hasher.finalize() {
        let reason = format!("{new} does not read back");
        return Err(DiskError::Failed { path: new.to_owned(), reason }.into());
    }
    Ok(())
}

/// Reads what stands in front of a backup; gives also where the replica begins.
///
/// Errors: [`SyncError::NotABackup`], [`SyncError::BackupDamaged`].
pub fn read_backup_head(disk: &dyn Disk, name: &str) -> Result<(BackupHead, u64), SyncError> {
    let fixed = MAGIC.len() + 4 + 32;
    let front = disk.read_at(name, 0, (fixed + HEAD_MAX) as u64)?;
    let rest = front.strip_prefix(MAGIC).ok_or(SyncError::NotABackup)?;
    let damaged = || SyncError::BackupDamaged("head");
    let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
    let (hash, rest) = rest.split_first_chunk::<32>().ok_or_else(damaged)?;
    let length = u32::from_le_bytes(*length) as usize;
    let json = rest.get(..length).filter(|_| length <= HEAD_MAX).ok_or_else(damaged)?;
    if Hash32::of(json).0 != *hash {
        return Err(damaged());
    }
    let head: BackupHead = serde_json::from_slice(json).map_err(|_| damaged())?;
    let begins = (fixed + length) as u64;
    if disk.length(name)? != begins.checked_add(head.length) || head.length > BACKUP_BYTES_MAX {
        return Err(SyncError::BackupDamaged("length"));
    }
    Ok((head, begins))
}

/// Lays the replica of a backup at `to`, which must not exist, and brings it to the disk.
///
/// Errors: [`SyncError::BackupDamaged`] where it is not what the head promises; what was laid down is then worth nothing.
pub fn unpack_backup(disk: &dyn Disk, name: &str, to: &Path, progress: Progress<'_>) -> Result<BackupHead, SyncError> {
    let (head, begins) = read_backup_head(disk, name)?;
    let mut file = File::create_new(to).map_err(StoreError::from)?;
    let (mut done, mut hasher) = (0, blake3::Hasher::new());
    while done < head.length {
        step(progress, Step::Pull, done, head.length)?;
        let part = disk.read_at(name, begins + done, (PART as u64).min(head.length - done))?;
        if part.is_empty() {
            return Err(SyncError::BackupDamaged("length"));
        }
        hasher.update(&part);
        file.write_all(&part).map_err(StoreError::from)?;
        done += part.len() as u64;
    }
    file.sync_all().map_err(StoreError::from)?;
    if hasher.finalize().to_hex().as_str() != head.hash {
        return Err(SyncError::BackupDamaged("content"));
    }
    Ok(head)
}
