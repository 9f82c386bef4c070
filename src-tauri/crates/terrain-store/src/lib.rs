//! The replica: one encrypted SQLite file holding the log and the tables that follow from it.
//!
//! Every write is a named operation ([`Store::write`]): it appends to the log and updates the tables in one transaction.
//! Tables are a pure function of the accepted changes; only the log is ever migrated.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod apply;
mod catch_up;
mod changed;
mod columns;
mod copy;
mod delivery;
mod document;
mod draft;
mod edit;
mod env;
mod error;
mod file;
mod fold;
mod history;
mod identity;
mod joined;
mod lives;
mod local_key;
mod log;
mod memory;
mod moment;
mod open;
mod page;
mod parts;
mod plan_line;
mod publish;
mod read;
mod revert;
mod schema;
mod seal;
mod search;
mod standing;
mod subject;
mod task;
mod undo;
mod unsent;
mod write;

pub use apply::{Applied, Incoming};
pub use changed::EVERYTHING;
pub use copy::Contents;
pub use delivery::Delivery;
pub use document::DocumentEvent;
pub use draft::Draft;
pub use env::{BUILT_AT_MS, Env, fresh};
pub use error::StoreError;
pub use file::{FILE_BYTES_MAX, HeldFile, NamedFile, read_central_files};
pub use history::HistoryEntry;
pub use identity::Identity;
pub use lives::LiveView;
pub use local_key::{LocalKey, LocalKeyError, open_envelope, recipient_of, seal_envelope};
pub use log::{QuarantinedOperation, SegmentName, StoredSegment};
pub use moment::Moment;
pub use open::Store;
pub use page::PAGE_KEYS_MAX;
pub use publish::{CentralContents, read_central_file};
pub use read::{Conflict, ConflictValue, Row, RowFilter};
pub use schema::LOG_VERSION;
pub use standing::KnownStanding;
pub use task::{Task, TaskChange};
pub use undo::{UndoRefusal, Undoable};
pub use write::{OpName, Touched, Write};
