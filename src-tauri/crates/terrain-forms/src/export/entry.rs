//! An entry detached from its session: names, values, instances; what is not asked is not there.

use crate::{InstanceKey, NodeId};

/// A node with everything inside. Instances of a repeat are siblings of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The node of the form.
    pub node: NodeId,
    /// Its name.
    pub name: String,
    /// Of an instance, and of the root.
    pub key: Option<InstanceKey>,
    /// As stored.
    pub value: String,
    /// In the order of the sheet.
    pub children: Vec<Element>,
}

impl Default for Element {
    fn default() -> Self {
        Self { node: NodeId(0), name: String::new(), key: None, value: String::new(), children: Vec::new() }
    }
}

/// An entry to hand on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission {
    /// Form.
    pub form_id: String,
    /// Its version.
    pub version: String,
    /// `uuid:…`, fixed when the entry was begun.
    pub instance_id: String,
    /// The root.
    pub root: Element,
}
