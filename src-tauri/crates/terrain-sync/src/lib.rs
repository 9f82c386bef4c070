//! One replica meets one central folder: start, pull, merge, seal, push, publish, check, heal.
//!
//! The target is never trusted and never locked: what is missing is worked out from what is really there, each time; every
//! step can be stopped, repeated, or done by another laptop.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod attachments;
mod backup;
mod centre;
mod disk;
mod error;
mod exchange;
mod file;
mod fsck;
mod generation;
mod keys;
mod publish;
mod pull;
mod push;
mod report;
mod start;

pub use backup::{BACKUP_BYTES_MAX, BackupHead, read_backup_head, unpack_backup, write_backup};
pub use centre::{Centre, find_slug};
pub use disk::{Disk, DiskError, Entry, Folder};
pub use error::SyncError;
pub use exchange::{exchange, heal, preview, publish_now, put_root_envelope};
pub use fsck::{Fsck, FsckFinding, fsck};
pub use generation::Generation;
pub use report::{Finding, Preview, Progress, Report, Step};
pub use start::{read_header, start_centre};
