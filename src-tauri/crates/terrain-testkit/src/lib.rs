//! A fleet of laptops with a fixed clock and seeded chance, and a disk that breaks on purpose. For tests only.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod chance;
mod disk;
mod fleet;
mod forge;

pub use chance::{Chance, Clock};
pub use disk::{After, Image, RamDisk};
pub use fleet::{Fleet, Laptop, complaints, json, opens};
pub use forge::{Forger, incoming, row};
pub use terrain_changes::{BaseRef, Change, EventContent, Hash32, SubjectKey, prove_device};
pub use terrain_domain::{Role, Value, new_v7, v5};
pub use terrain_store::{DocumentEvent, OpName, Store, StoreError, UndoRefusal, Write, read_central_files};
pub use terrain_sync::{BackupHead, Report, SyncError, unpack_backup, write_backup};
