//! Taking back what one did last, and doing it again.

use serde::Serialize;
use terrain_store::{Touched, UndoRefusal, Undoable};
use uuid::Uuid;

use crate::fault::Status;
use crate::records::instant;
use crate::{Fault, Session};

/// An act on one of the two stacks, for the label of the button.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct UndoView {
    /// Name of the operation, as it was first done.
    pub name: String,
    /// When, UTC.
    pub at: String,
    /// What the person wrote beside it.
    pub note: Option<String>,
    /// Kind and id of the first row that it touched.
    pub row: Option<(String, Uuid)>,
    /// How many rows.
    pub rows: usize,
}

/// What the two buttons would do.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct UndoableView {
    /// What can be undone.
    pub undo: Option<UndoView>,
    /// What can be done again.
    pub redo: Option<UndoView>,
}

/// What was undone, or done again.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct UndoneView {
    /// The act.
    pub act: UndoView,
    /// Rows that changed.
    pub touched: Touched,
}

fn view(act: Undoable) -> UndoView {
    let (row, rows) = (act.rows.first().cloned(), act.rows.len());
    UndoView { name: act.name, at: instant(act.at), note: act.note, row, rows }
}

/// What can be undone and done again on this laptop.
pub fn undoable(session: &mut Session) -> Result<UndoableView, Fault> {
    let (undo, redo) = (session.store.undoable()?, session.store.redoable()?);
    Ok(UndoableView { undo: undo.map(view), redo: redo.map(view) })
}

/// Undoes what the person did last on this laptop.
pub fn undo(session: &mut Session) -> Result<UndoneView, Fault> {
    let next = session.store.undoable()?;
    unsealed(session, next.as_ref())?;
    let (act, touched) = session.store.undo()?;
    Ok(UndoneView { act: view(act), touched })
}

/// Does again what was undone last.
pub fn redo(session: &mut Session) -> Result<UndoneView, Fault> {
    let next = session.store.redoable()?;
    unsealed(session, next.as_ref())?;
    let (act, touched) = session.store.redo()?;
    Ok(UndoneView { act: view(act), touched })
}

/// Answers of a document that was sealed since are not taken back behind its seal.
fn unsealed(session: &mut Session, act: Option<&Undoable>) -> Result<(), Fault> {
    for (kind, row) in act.map_or(&[][..], |act| act.rows.as_slice()) {
        if let Some(kind) = terrain_domain::kind(kind) {
            crate::entry::may_change(session, kind, row, false)?;
        }
    }
    Ok(())
}

impl Fault {
    /// Why an act stays as it is.
    pub(crate) fn not_undone(why: &UndoRefusal) -> Self {
        let named = |code, kind: &str, row: &Uuid, field: &str| {
            Self::new(Status::Refused, code, &[("kind", kind), ("row", &row.to_string()), ("field", field)])
        };
        match why {
            UndoRefusal::Nothing => Self::new(Status::Refused, "fault-undo-nothing", &[]),
            UndoRefusal::ChangedSince { kind, row, field } => named("fault-undo-changed", kind, row, field),
            UndoRefusal::Settled { kind, row, field } => named("fault-undo-settled", kind, row, field),
            UndoRefusal::Sealing { entry } => {
                Self::new(Status::Refused, "fault-undo-sealed", &[("row", &entry.to_string())])
            }
        }
    }
}
