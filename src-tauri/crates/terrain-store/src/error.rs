//! Failures of the replica.

use terrain_changes::{CodecError, Reason, SegmentError};
use uuid::Uuid;

use crate::undo::UndoRefusal;

/// Why the replica could not do it; nothing is half done.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite says no.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The file does not open under this key, or is not a database.
    #[error("the data file does not open under this key")]
    Key,
    /// A file that should be encrypted is readable as it is.
    #[error("the data file is not encrypted")]
    NotEncrypted,
    /// Made by a newer app.
    #[error("the data file has format {found}, this app knows {known}")]
    Newer {
        /// Format of the file.
        found: i64,
        /// Newest known.
        known: i64,
    },
    /// Bytes in the log are not what they should be.
    #[error(transparent)]
    Codec(#[from] CodecError),
    /// A segment could not be made or read.
    #[error(transparent)]
    Segment(#[from] SegmentError),
    /// The person may not write this.
    #[error("not permitted: {kind}.{field}")]
    NotPermitted {
        /// Kind of the first change of the operation.
        kind: String,
        /// Its field.
        field: String,
        /// The rule.
        reason: Reason,
    },
    /// The programme's permission table does not know the kind yet: a coordinator's newer app adopts it.
    #[error("the programme does not know {kind} yet")]
    NotYetAdopted {
        /// The kind.
        kind: String,
    },
    /// No such row.
    #[error("no {kind} {id}")]
    UnknownRow {
        /// Kind.
        kind: String,
        /// Row.
        id: Uuid,
    },
    /// The key of a person's values has not come, or was destroyed.
    #[error("the key of {0} is missing")]
    SubjectKeyMissing(Uuid),
    /// Larger than a file may be.
    #[error("{length} bytes are more than {max}")]
    FileTooLarge {
        /// Bytes of the file.
        length: u64,
        /// Bytes that a file may have.
        max: u64,
    },
    /// An act cannot be undone.
    #[error(transparent)]
    Undo(#[from] UndoRefusal),
    /// Longer than the text of a field may be.
    #[error("{length} characters are more than {max}")]
    TextTooLong {
        /// Characters of the text.
        length: usize,
        /// Characters that a text may have.
        max: usize,
    },
    /// The replica has not been set up.
    #[error("the data file lacks {0}")]
    Incomplete(&'static str),
    /// Something in the replica is not as it was written: pages, segments, files or tables.
    #[error("the {0} of the replica are not sound")]
    Unsound(&'static str),
    /// Reading or writing a file beside the database.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl StoreError {
    /// Whether the laptop's own disk is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Sqlite(e) => e.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull),
            Self::Io(e) => e.kind() == std::io::ErrorKind::StorageFull,
            _ => false,
        }
    }

    /// Whether another process holds the file.
    pub fn is_busy(&self) -> bool {
        let Self::Sqlite(e) = self else { return false };
        matches!(e.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked))
    }

    /// Whether writing to the laptop's own disk is not allowed; SQLite says then that it cannot open what it keeps beside
    /// the file.
    pub fn is_read_only(&self) -> bool {
        use rusqlite::ErrorCode::{CannotOpen, PermissionDenied, ReadOnly};
        match self {
            Self::Sqlite(e) => matches!(e.sqlite_error_code(), Some(ReadOnly | CannotOpen | PermissionDenied)),
            Self::Io(e) => {
                matches!(e.kind(), std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied)
            }
            _ => false,
        }
    }

    /// Whether the laptop's own disk failed.
    pub fn is_disk(&self) -> bool {
        let Self::Sqlite(e) = self else { return matches!(self, Self::Io(_)) };
        e.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure)
    }

    /// Whether the data file is not what it should be, rather than our use of it.
    pub fn is_damaged(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let Self::Sqlite(e) = self else { return !matches!(self, Self::Io(_)) };
        matches!(e.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
    }
}
