//! The only door: every action of the window, the command and the tests is a function here, or a line of [`commands`].
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod attachments;
mod bench;
mod centre;
mod commands;
mod conflicts;
mod fault;
mod fields;
mod founding;
mod import;
mod import_cells;
mod import_columns;
mod import_match;
mod labels;
mod media;
mod picture;
mod programme;
mod records;
mod session;
mod status;
mod undo;
mod work;

pub use attachments::{Attached, AttachmentView, attach, attachments, save_attachment};
pub use bench::{MergeFigures, SaveFigures, bench_merge, bench_save};
pub use centre::{ProgressFn, SyncView, fsck, heal, preview, publish, sync};
pub use commands::{NAMES, dispatch};
pub use conflicts::{ConflictView, conflicts, resolve};
pub use fault::{Fault, FaultView, Status};
pub use fields::typed;
pub use founding::{Founding, admit, begin, found, found_under, hand_over};
pub use import::{ImportReport, ImportRow, import};
pub use labels::{named, search};
pub use programme::{NewCoach, NewProgramme, Started, check_places, start_programme};
pub use records::{Created, FindingView, delete, history, list, new, rebuild, set, show};
pub use session::{Folders, Session};
pub use status::{StatusView, status};
pub use undo::{UndoView, UndoableView, UndoneView, redo, undo, undoable};
pub use work::assign;

pub use terrain_store::Env;
pub use terrain_sync::{Fsck, Step};
pub use terrain_words::{Language, Words};
