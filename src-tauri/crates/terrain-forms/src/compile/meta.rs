//! What every form ends with: `meta/instanceID` and, where entries are named, `meta/instanceName`.

use super::Compiler;
use super::question::blank_question;
use crate::form::{Control, DataType, NodeKind, Rule};

impl Compiler<'_> {
    pub(super) fn add_meta(&mut self, instance_name: Option<Rule>) {
        let meta = self.push_node(self.root(), "meta", 0);
        let id = self.push_node(meta, "instanceID", 0);
        let mut question = blank_question("instanceID", DataType::Text, Control::None);
        question.preload = Some("uid");
        if let Some(node) = self.node_mut(id) {
            node.kind = NodeKind::Question(Box::new(question));
        }
        let Some(rule) = instance_name else { return };
        let name = self.push_node(meta, "instanceName", 0);
        let mut question = blank_question("instanceName", DataType::Text, Control::None);
        question.calculation = Some(rule);
        if let Some(node) = self.node_mut(name) {
            node.kind = NodeKind::Question(Box::new(question));
        }
    }
}
