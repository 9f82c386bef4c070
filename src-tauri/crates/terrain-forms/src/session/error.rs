//! Why an answer is not taken. A broken constraint is no reason: it is shown and kept.

use crate::{DataType, Message};

/// Why an answer, or a change of a repeat, is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetError {
    /// The form has no such place, or the instance is gone.
    #[error("no such place")]
    Unknown,
    /// A group has no value.
    #[error("a group has no value")]
    Group,
    /// The question is not asked now.
    #[error("not asked now")]
    Hidden,
    /// The answer is fixed now.
    #[error("read-only")]
    Readonly,
    /// The form computes it.
    #[error("computed")]
    Calculated,
    /// Not among the choices offered now.
    #[error("not offered: {choice}")]
    NotOffered {
        /// The choice.
        choice: String,
    },
    /// Not a value of this type.
    #[error("not a {data:?}")]
    Malformed {
        /// What it has to be.
        data: DataType,
    },
    /// Outside of a range.
    #[error("outside of {low} to {high}")]
    OutOfRange {
        /// Lowest.
        low: String,
        /// Highest.
        high: String,
    },
    /// Longer than an answer can be.
    #[error("longer than {chars_max} characters")]
    TooLong {
        /// How long it can be.
        chars_max: usize,
    },
    /// An instance cannot be added or removed.
    #[error("repeat: {0:?}")]
    Repeat(RepeatError),
    /// What follows from the answer does not come to an end, or is too much.
    #[error("runs away at {path}")]
    Runaway {
        /// Where it was when it was stopped.
        path: String,
    },
}

/// Why an instance cannot be added or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatError {
    /// Not a repeat.
    NotARepeat,
    /// The form says how many instances there are.
    Counted,
    /// The key names another instance, or the whole entry.
    KeyTaken,
    /// As many instances as there can be.
    Full {
        /// How many.
        max: usize,
    },
}

impl SetError {
    /// The sentence for it.
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown => Message::new("form-set-unknown", &[]),
            Self::Group => Message::new("form-set-group", &[]),
            Self::Hidden => Message::new("form-set-hidden", &[]),
            Self::Readonly => Message::new("form-set-readonly", &[]),
            Self::Calculated => Message::new("form-set-calculated", &[]),
            Self::NotOffered { choice } => Message::new("form-set-not-offered", &[("choice", choice)]),
            Self::Malformed { data } => malformed(*data),
            Self::OutOfRange { low, high } => Message::new("form-set-range", &[("low", low), ("high", high)]),
            Self::TooLong { chars_max } => Message::new("form-set-too-long", &[("max", &chars_max.to_string())]),
            Self::Repeat(RepeatError::NotARepeat) => Message::new("form-set-no-repeat", &[]),
            Self::Repeat(RepeatError::Counted) => Message::new("form-set-counted", &[]),
            Self::Repeat(RepeatError::KeyTaken) => Message::new("form-set-key-taken", &[]),
            Self::Repeat(RepeatError::Full { max }) => Message::new("form-set-full", &[("max", &max.to_string())]),
            Self::Runaway { path } => Message::new("form-set-runaway", &[("path", path)]),
        }
    }
}

fn malformed(data: DataType) -> Message {
    let id = match data {
        DataType::Int => "form-set-int",
        DataType::Decimal => "form-set-decimal",
        DataType::Date => "form-set-date",
        DataType::Time => "form-set-time",
        DataType::DateTime => "form-set-date-time",
        DataType::Rank => "form-set-rank",
        DataType::GeoPoint | DataType::GeoTrace | DataType::GeoShape => "form-set-geo",
        DataType::Text | DataType::SelectOne | DataType::SelectMultiple | DataType::Binary => "form-set-text",
    };
    Message::new(id, &[])
}
