//! What this laptop's meetings with the centre came to, those that were stopped or failed too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use terrain_sync::Report;

use crate::records::instant;
use crate::{Fault, Session, SyncView};

/// So many lines are told.
const LINES_MAX: u32 = 200;
/// Names in the journal.
const DONE: &str = "sync";
const FAILED: &str = "sync_failed";

/// A line of the journal: what came of a sync, or why it was not completed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct JournalView {
    /// When it ended, UTC.
    pub at: String,
    /// Counts and findings of one that was completed.
    pub report: Option<SyncView>,
    /// Why one was not.
    pub fault: Option<JournalFault>,
}

/// A failure as the journal keeps it; words are made when it is shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct JournalFault {
    /// Message id.
    pub code: String,
    /// Its arguments.
    pub args: BTreeMap<String, String>,
}

/// The last lines, newest first.
pub fn journal(session: &mut Session) -> Result<Vec<JournalView>, Fault> {
    let noted = session.store.noted(&[DONE, FAILED], LINES_MAX)?;
    let line = |(at, what, text): (i64, String, String)| JournalView {
        at: instant(at),
        report: serde_json::from_str(&text).ok().filter(|_| what == DONE).map(|report| SyncView { report }),
        fault: serde_json::from_str(&text).ok().filter(|_| what == FAILED),
    };
    Ok(noted.into_iter().map(line).collect())
}

impl Session {
    /// Notes a sync that was completed.
    pub(crate) fn note_sync(&mut self, report: &Report) -> Result<(), Fault> {
        let (now, _) = self.store.now();
        let text = serde_json::to_string(report).unwrap_or_default();
        Ok(self.store.note(now, DONE, &text)?)
    }

    /// Notes a sync that was not.
    pub(crate) fn note_failed_sync(&mut self, fault: &Fault) {
        let (now, _) = self.store.now();
        let told = JournalFault { code: fault.code.to_owned(), args: fault.args.clone() };
        // A full disk takes no line either: the person is told why the sync failed all the same.
        let _ = self.store.note(now, FAILED, &serde_json::to_string(&told).unwrap_or_default());
    }
}
