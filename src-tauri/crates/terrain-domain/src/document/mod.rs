//! The state of a document, read from its events. There is no status field: laptops append events without having seen
//! those of others, and every laptop reads the same state from the same set of them, in whatever order they came.
//!
//! An event *has seen* what lay inside the vector of its author, or what it names. The reading, rule by rule:
//!
//! 1. Return, validate and close are a coordinator's; who owns the entry or finalised it, ever, never validates it. Any
//!    other such event has no effect, and a finding says so.
//! 2. A coordinator's reopen cancels every event that it has seen, finalise, close and reopen included. What it had not
//!    seen stays.
//! 3. A finalise that a later one has seen is replaced by it. Those left are the *tips*: normally one, several when two
//!    laptops finalised without seeing each other. Who validates, returns or reopens one of them in sight of another passes
//!    that other over.
//! 4. A validate is about the finalise that it names; a return or an author's reopen about the one that it names, else
//!    about the latest that it has seen. One that is about no finalise, or about one that is cancelled, has no effect. So
//!    finalise ∥ return is finalised: the return had not seen it.
//! 5. Of what is about one finalise: an author's reopen has no effect while a validate of it or a close stands (finding:
//!    the author asks to reopen); else it beats a return; of what is left, a return beats a validate (finding: opposite
//!    opinions, unless the return had seen the validate and so is simply the later opinion).
//! 6. Close beats all, until a coordinator who has seen it reopens. A finalise after it waits in vain, and is said.
//! 7. Else the document is what its tips are: finalised if one of them still waits for an opinion, else a draft if one is
//!    reopened, else returned, else validated; without a finalise it is a draft.
//! 8. What counts is the content of the last finalise that stands validated, also while a newer one waits or was returned.
//!    A document closed without any validation counts with the last finalise that the close has seen, if it is neither
//!    reopened nor returned.
//!
//! Events of unknown laptops never come here: what is not accepted is no event. Accepted ones may still be hostile (two
//! that claim to have seen each other, circles, a name that nobody knows): every set gives a state.

mod acts;
mod reading;
mod sight;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use acts::{Asker, Offer, Verdict, next_acts};
pub use reading::document;

/// Most events of one document that are read. People make some ten; of more, those of coordinators come first and what
/// these name, so that nobody else can crowd them out.
pub const EVENTS_MAX: usize = 1_000;

/// Leaves out events that would not be read, before anybody asks of each what it saw of all others. One more than is read
/// stays, so that the reading says that there are too many.
pub fn leave_out(events: &mut Vec<Event>) {
    if events.len() > EVENTS_MAX + 1 {
        sight::keep_first(events, EVENTS_MAX + 1);
    }
}

/// What an event does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The author seals the content.
    Finalise,
    /// A coordinator sends it back.
    Return,
    /// A coordinator agrees to the finalise named.
    Validate,
    /// The author takes it back, or a coordinator cancels all that was seen.
    Reopen,
    /// A coordinator ends it.
    Close,
}

impl Act {
    /// All of them, in the order of a document's life.
    pub const ALL: [Self; 5] = [Self::Finalise, Self::Return, Self::Validate, Self::Reopen, Self::Close];

    /// The field of the kind `event` that holds it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Finalise => "finalise",
            Self::Return => "return",
            Self::Validate => "validate",
            Self::Reopen => "reopen",
            Self::Close => "close",
        }
    }

    /// Message id of what was done.
    pub fn code(self) -> &'static str {
        match self {
            Self::Finalise => "document-act-finalise",
            Self::Return => "document-act-return",
            Self::Validate => "document-act-validate",
            Self::Reopen => "document-act-reopen",
            Self::Close => "document-act-close",
        }
    }

    /// The act by that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }
}

/// One event of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Its row.
    pub id: Uuid,
    /// Who made it.
    pub person: Uuid,
    /// Whether that person acted as a coordinator.
    pub coordinator: bool,
    /// What it does.
    pub act: Act,
    /// BLAKE3 of what is sealed.
    pub content: Option<[u8; 32]>,
    /// The event that it is about.
    pub names: Option<Uuid>,
    /// What its author wrote.
    pub note: Option<String>,
    /// The author's wall clock, UTC milliseconds: shown, and used only where causes leave a choice.
    pub at: i64,
    /// Events inside what its author had seen.
    pub saw: BTreeSet<Uuid>,
}

/// The state of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing is sealed, or it was reopened.
    Draft,
    /// Sealed, without an opinion.
    Finalised,
    /// Sent back to the author.
    Returned,
    /// A coordinator agreed.
    Validated,
    /// Ended.
    Closed,
}

impl State {
    /// Its name in fields and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Finalised => "finalised",
            Self::Returned => "returned",
            Self::Validated => "validated",
            Self::Closed => "closed",
        }
    }

    /// Message id of its name for people.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "document-draft",
            Self::Finalised => "document-finalised",
            Self::Returned => "document-returned",
            Self::Validated => "document-validated",
            Self::Closed => "document-closed",
        }
    }
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It makes the state, or the content that counts.
    Stands,
    /// Another one took its place or beats it.
    Overruled,
    /// A coordinator who had seen it reopened.
    Cancelled,
    /// It had no effect from the beginning.
    None,
}

impl Effect {
    /// Message id of what became of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stands => "document-effect-stands",
            Self::Overruled => "document-effect-overruled",
            Self::Cancelled => "document-effect-cancelled",
            Self::None => "document-effect-none",
        }
    }
}

/// A line of a document's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The event.
    pub event: Uuid,
    /// Who made it.
    pub person: Uuid,
    /// Whether that person acted as a coordinator.
    pub coordinator: bool,
    /// What it does.
    pub act: Act,
    /// The finalise that it is about.
    pub about: Option<Uuid>,
    /// What its author wrote.
    pub note: Option<String>,
    /// The author's wall clock, UTC milliseconds.
    pub at: i64,
    /// What became of it.
    pub effect: Effect,
}

/// Something to look at in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DocumentFinding {
    /// Message id, `finding-document-…`.
    pub code: &'static str,
    /// The event it is about.
    pub event: Uuid,
    /// The event that it meets.
    pub other: Option<Uuid>,
}

/// A document as its events make it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The state.
    pub state: State,
    /// The finalise whose content counts.
    pub counted: Option<Uuid>,
    /// The finalise that waits for an opinion.
    pub awaiting: Option<Uuid>,
    /// The person of the entry.
    pub owner: Uuid,
    /// Who has finalised it, ever.
    pub finalisers: BTreeSet<Uuid>,
    /// What to look at, sorted.
    pub findings: Vec<DocumentFinding>,
    /// All events, each after what it had seen.
    pub timeline: Vec<Step>,
}
