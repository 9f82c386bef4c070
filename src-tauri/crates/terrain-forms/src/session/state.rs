//! What a page shows: the state of a node, what an answer changed, what is wrong with the whole.

use std::collections::BTreeMap;

use crate::{Message, Place};

/// What an answer, a language or a repeat changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Places whose [`State`] may be another now, in document order.
    pub changed: Vec<Place>,
    /// Instances that are there now and were not, in document order.
    pub added: Vec<Place>,
    /// Instances that are gone or set aside.
    pub removed: Vec<Place>,
    /// Values, marks and instances that the draft holds differently now: what the log has to be told.
    pub stored: Vec<Place>,
}

/// A choice that is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    /// What is stored.
    pub value: String,
    /// In the session's language; the value where there is none.
    pub label: String,
    /// `image`, `audio`… → file name.
    pub media: BTreeMap<String, String>,
}

/// The state of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// It is asked; so is everything around it.
    pub relevant: bool,
    /// An answer is needed.
    pub required: bool,
    /// It cannot be changed by hand.
    pub readonly: bool,
    /// The value as expressions see it: blank while it is not asked.
    pub value: String,
    /// The value for people: labels of choices in the session's language.
    pub shown: String,
    /// In the session's language, outputs filled in.
    pub label: String,
    /// The same.
    pub hint: String,
    /// The same.
    pub guidance: String,
    /// `image`, `audio`, `video`, `big-image` → file name.
    pub media: BTreeMap<String, String>,
    /// What is offered, while it is asked.
    pub choices: Vec<Offered>,
    /// The answer breaks its constraint.
    pub bad_constraint: bool,
    /// An answer is needed and there is none.
    pub bad_required: bool,
    /// Somebody said that it does not apply.
    pub not_applicable: bool,
    /// The form's own sentence about what is wrong, blank where it has none.
    pub message: String,
    /// Instances that count, of a repeat.
    pub count: Option<usize>,
}

/// How far a group is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions asked now that have an answer or do not apply.
    pub answered: usize,
    /// Questions asked now.
    pub asked: usize,
    /// Of these, the ones that need an answer and have none.
    pub missing: usize,
}

/// What keeps an entry from being finalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ViolationKind,
    /// The form's own sentence, blank where it has none.
    pub message: String,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViolationKind {
    /// An answer is needed.
    Required,
    /// The answer breaks its constraint.
    Constraint,
    /// A limit was met, so that some of the entry is not computed.
    Limit(Message),
}

/// A limit that was met: something is not computed, or not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: TroubleKind,
}

/// Which limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// A repeat is to have more instances than there can be.
    Count {
        /// As many as the form asks for.
        count: String,
        /// As many as there can be.
        max: usize,
    },
    /// The entry has too many instances in all.
    Instances {
        /// As many as there can be.
        max: usize,
    },
    /// What follows from an answer does not come to an end, or is too much.
    Runaway {
        /// Where it was stopped.
        path: String,
    },
}
