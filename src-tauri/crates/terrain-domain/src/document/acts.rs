//! Which acts a document allows now, and to whom, so that the door and the window agree. It does not look at answers:
//! whether anything required is missing is said elsewhere.

use serde::Serialize;
use uuid::Uuid;

use super::{Act, Document, State};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The person of this laptop.
    pub person: Uuid,
    /// Whether that person is a coordinator.
    pub coordinator: bool,
    /// Whether that person's role may write answers.
    pub writes: bool,
}

/// Whether an act is open to who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "verdict", content = "code")]
pub enum Verdict {
    /// It takes effect.
    Allowed,
    /// It is kept as a request to the coordination and changes nothing by itself; the message says so.
    Asks(&'static str),
    /// It is refused, for the reason of this message.
    Refused(&'static str),
}

/// An act and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The act.
    pub act: Act,
    /// Whether it is open.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// The finalise that the event names.
    pub names: Option<Uuid>,
}

/// All acts, in the order of a document's life, each with whether it is open to who asks. `disagreement`: two values of an
/// answer wait to be settled.
pub fn next_acts(document: &Document, asker: &Asker, disagreement: bool) -> Vec<Offer> {
    let (waiting, counted) = (document.awaiting, document.counted);
    let offer = |act: Act| {
        let verdict = verdict(document, asker, disagreement, act);
        let names = match act {
            _ if matches!(verdict, Verdict::Refused(_)) => None,
            Act::Validate => waiting,
            Act::Return => waiting.or(counted),
            Act::Reopen if !asker.coordinator => waiting.or(counted),
            Act::Finalise | Act::Reopen | Act::Close => None,
        };
        Offer { act, verdict, names }
    };
    Act::ALL.into_iter().map(offer).collect()
}

fn verdict(document: &Document, asker: &Asker, disagreement: bool, act: Act) -> Verdict {
    let (state, coordinator) = (document.state, asker.coordinator);
    let draft = state == State::Draft;
    let nothing = draft && document.counted.is_none();
    let refusal = match act {
        Act::Finalise if !asker.writes => "document-no-role",
        Act::Finalise if state == State::Closed => "document-no-closed",
        Act::Finalise if disagreement => "document-no-disagreement",
        Act::Reopen if coordinator && !nothing => return Verdict::Allowed,
        Act::Reopen if coordinator || asker.writes && draft => "document-no-draft",
        Act::Reopen if !asker.writes => "document-no-role",
        Act::Reopen if state == State::Returned => "document-no-returned",
        Act::Reopen if state != State::Finalised => return Verdict::Asks("document-asks-reopen"),
        Act::Return | Act::Validate | Act::Close if !coordinator => "document-no-coordinator",
        Act::Return | Act::Validate | Act::Close if state == State::Closed => "document-no-closed",
        Act::Return | Act::Validate if draft => "document-no-draft",
        Act::Close if nothing => "document-no-draft",
        Act::Return | Act::Validate if state == State::Returned => "document-no-returned",
        Act::Validate if asker.person == document.owner || document.finalisers.contains(&asker.person) => {
            "document-no-own"
        }
        Act::Validate if document.awaiting.is_none() => "document-no-waiting",
        _ => return Verdict::Allowed,
    };
    Verdict::Refused(refusal)
}
