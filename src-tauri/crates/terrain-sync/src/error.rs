//! Why a sync stopped. Whatever it says, nothing was lost and nothing visible is half done.

use terrain_store::StoreError;
use uuid::Uuid;

use crate::{Disk, DiskError};

/// A sync that could not be completed.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The folder holds no centre.
    #[error("no central file in this folder")]
    NoCentre,
    /// The folder holds several.
    #[error("several central files: {0:?}")]
    SeveralCentres(Vec<String>),
    /// A centre is to be started where something is already.
    #[error("the folder is not empty")]
    NotEmpty,
    /// The header is gone though other things of a centre are there.
    #[error("the header is missing")]
    HeaderMissing,
    /// The header is not what its signature says.
    #[error("the header is bad: {0}")]
    HeaderBad(String),
    /// Another programme lives there.
    #[error("programme {found} instead of {expected}")]
    OtherProgramme {
        /// What the header says.
        found: Uuid,
        /// What this laptop belongs to.
        expected: Uuid,
    },
    /// Made by a newer app.
    #[error("format {found} is newer than {known}")]
    Newer {
        /// Of the centre.
        found: u32,
        /// Known here.
        known: u32,
    },
    /// Not enough room: nothing was written.
    #[error("{needed} bytes are needed, {free} are free")]
    Full {
        /// Bytes needed, with margin.
        needed: u64,
        /// Bytes free; 0 where the system only said that it is full.
        free: u64,
    },
    /// The file does not begin as a backup does.
    #[error("no backup")]
    NotABackup,
    /// A backup is not as it was written.
    #[error("the {0} of the backup is damaged")]
    BackupDamaged(&'static str),
    /// The replica is larger than a backup may be.
    #[error("{length} bytes are too many for a backup")]
    BackupTooLarge {
        /// Bytes of the replica.
        length: u64,
    },
    /// The person asked to stop.
    #[error("stopped")]
    Stopped,
    /// The target failed.
    #[error(transparent)]
    Disk(DiskError),
    /// This laptop failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DiskError> for SyncError {
    fn from(e: DiskError) -> Self {
        match e {
            DiskError::Full { .. } => Self::Full { needed: 0, free: 0 },
            other => Self::Disk(other),
        }
    }
}

impl SyncError {
    /// Says how much room was needed where the target only said that it is full.
    pub(crate) fn sized(self, needed: u64, disk: &dyn Disk) -> Self {
        match self {
            Self::Full { needed: 0, .. } => Self::Full { needed, free: disk.free().unwrap_or_default() },
            other => other,
        }
    }
}
