//! What every form ends with: `meta/instanceID` and, where entries are named, `meta/instanceName`. What other tools keep there
//! besides has its place, so that entries have the same shape.

use super::Compiler;
use super::question::blank_question;
use crate::CellRef;
use crate::check::codes;
use crate::form::{Control, DataType, NodeId, NodeKind, Preload, Rule};
use crate::read::Table;

impl Compiler<'_> {
    pub(super) fn add_meta(&mut self, instance_name: Option<Rule>, entity_label: Option<Rule>) {
        let meta = self.push_node(self.root(), "meta", 0);
        if self.audited {
            self.hidden(meta, "audit", None, None);
        }
        if entity_label.is_some() {
            let entity = self.push_node(meta, "entity", 0);
            let readonly = entity_label.clone().map(|rule| Rule { expr: crate::expression::Expr::Number(1.0), ..rule });
            let label = self.hidden(entity, "label", entity_label, None);
            if let Some(node) = self.node_mut(label) {
                node.readonly = readonly;
            }
        }
        self.hidden(meta, "instanceID", None, Some("uid"));
        if instance_name.is_some() {
            self.hidden(meta, "instanceName", instance_name, None);
        }
    }

    fn hidden(&mut self, parent: NodeId, name: &str, calculation: Option<Rule>, preload: Option<Preload>) -> NodeId {
        let id = self.push_node(parent, name, 0);
        let mut question = blank_question(name, DataType::Text, Control::None);
        question.calculation = calculation;
        question.preload = preload;
        if let Some(node) = self.node_mut(id) {
            node.kind = NodeKind::Question(Box::new(question));
        }
        id
    }

    /// Entities are not written; the label that one would have is kept with the entry, unless it belongs to a repeat.
    pub(super) fn entity(&mut self, table: Option<&Table>) -> Option<Rule> {
        let (table, row) = table.and_then(|table| Some((table, table.rows.first()?)))?;
        let at = CellRef { sheet: table.sheet.clone(), row: row.number, ..CellRef::default() };
        self.findings.put(codes::ENTITIES, at, &[]);
        let label = table.get(row, "label").filter(|_| table.get(row, "repeat").is_none())?;
        self.rule(label, &table.at(row, "label"), self.root())
    }
}
