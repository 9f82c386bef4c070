//! The draft of an entry: what was entered and what cannot be computed again. Everything else (calculations, relevance,
//! choices, labels) follows from it and the form, and is never kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::NodeId;

/// Names an instance of a repeat for ever, wherever it stands; 0 is the whole entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceKey(pub u128);

impl InstanceKey {
    /// What is in no repeat.
    pub const ROOT: Self = Self(0);
}

impl Serialize for InstanceKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Uuid::from_u128(self.0))
    }
}

impl<'de> Deserialize<'de> for InstanceKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Uuid::parse_str(&text).map(|uuid| Self(uuid.as_u128())).map_err(serde::de::Error::custom)
    }
}

/// A value, a group, a repeat or an instance: the instance it stands in and its node. With a repeat as the node, the instance
/// around it means the repeat as a whole, one of the repeat's own means that instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The nearest instance around it.
    pub instance: InstanceKey,
    /// The node of the form.
    pub node: NodeId,
}

/// A value of the draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// As stored: canonical text.
    pub value: String,
    /// Nobody entered it: a default, the result of a trigger, a time, a number drawn once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub auto: bool,
}

/// An instance of a repeat.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct KeptInstance {
    /// Its name for ever.
    pub key: InstanceKey,
    /// Path of the repeat, without positions.
    pub range: String,
    /// The instance around it.
    pub parent: InstanceKey,
    /// Instances of a repeat stand in the order of this text, then of the key.
    pub order_key: String,
}

/// Where a value of the draft stands: the instance and the path without positions.
pub type KeptPlace = (InstanceKey, String);

/// The draft of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// Values that are not blank, hidden ones too.
    #[serde(with = "as_list")]
    pub values: BTreeMap<KeptPlace, Kept>,
    /// Instances, surplus ones too, by range, parent and order.
    pub instances: Vec<KeptInstance>,
    /// Questions that somebody said do not apply.
    pub not_applicable: BTreeSet<KeptPlace>,
    /// What this version of the form has no place for, as it came.
    pub parked: Parked,
}

/// Answers of an older or newer version of the form, kept as they came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parked {
    /// Values without a question.
    #[serde(with = "as_list")]
    pub values: BTreeMap<KeptPlace, Kept>,
    /// Instances without a repeat.
    pub instances: Vec<KeptInstance>,
    /// Marks without a question.
    pub not_applicable: BTreeSet<KeptPlace>,
}

/// JSON has no keys but text, so a map by place is written as a list.
mod as_list {
    use super::{BTreeMap, Deserialize, Deserializer, InstanceKey, Kept, KeptPlace, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Line {
        instance: InstanceKey,
        path: String,
        #[serde(flatten)]
        kept: Kept,
    }

    pub fn serialize<S: Serializer>(map: &BTreeMap<KeptPlace, Kept>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map.iter().map(|((instance, path), kept)| Line {
            instance: *instance,
            path: path.clone(),
            kept: kept.clone(),
        }))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<KeptPlace, Kept>, D::Error> {
        let lines = Vec::<Line>::deserialize(deserializer)?;
        Ok(lines.into_iter().map(|line| ((line.instance, line.path), line.kept)).collect())
    }
}
