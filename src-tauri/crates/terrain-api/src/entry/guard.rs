//! What is sealed is not changed around its own acts: rows of an entry that are written as plain records.

use terrain_domain::Kind;
use terrain_domain::document::State;
use uuid::Uuid;

use super::open::id_of;
use crate::fault::Status;
use crate::{Fault, Session};

/// Kinds whose rows are parts of an entry.
const PARTS: [&str; 2] = ["answer", "instance"];

/// Whether this row may be changed, or deleted, as a plain record. A document that was counted once is never deleted.
pub(crate) fn may_change(session: &mut Session, kind: &Kind, id: &Uuid, deletes: bool) -> Result<(), Fault> {
    if kind.name == "entry" {
        return open(session, id, deletes);
    }
    if !PARTS.contains(&kind.name) {
        return Ok(());
    }
    match session.store.row(kind.name, id)?.and_then(|row| id_of(&row, "entry")) {
        Some(entry) => open(session, &entry, false),
        None => Ok(()),
    }
}

fn open(session: &mut Session, entry: &Uuid, deletes: bool) -> Result<(), Fault> {
    let sealing = session.sealing(entry)?;
    if deletes && sealing.document.counted.is_some() {
        return Err(sealed(sealing.document.state));
    }
    open_to_change(sealing.document.state)
}

fn sealed(state: State) -> Fault {
    Fault::new(Status::Refused, "fault-entry-sealed", &[("state", state.name())])
}

/// Sealed documents are taken up again before they are changed.
pub(crate) fn open_to_change(state: State) -> Result<(), Fault> {
    if matches!(state, State::Draft | State::Returned) { Ok(()) } else { Err(sealed(state)) }
}
