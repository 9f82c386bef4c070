//! Questions about a compiled form that screens, lists and papers ask.

use crate::{Form, Node, NodeId, NodeKind, Part, Property, Texts};

impl Form {
    /// Place of a language: by its name in the headers, or by the code in it (`Français (fr)`).
    pub fn language_index(&self, language: &str) -> Option<usize> {
        let code = format!("({language})");
        self.languages.iter().position(|l| l == language || l.ends_with(&code))
    }

    /// The title in the language at this place, else in the first that has one.
    pub fn title_in(&self, language: usize) -> &str {
        let own = self.title.0.get(language).and_then(Option::as_ref);
        let any = || self.title.0.iter().flatten().next();
        let first = own.or_else(any).and_then(|t| t.0.first());
        match first {
            Some(Part::Literal(text)) => text,
            _ => "",
        }
    }

    /// The title in a language, where it has one of its own.
    pub fn title_for(&self, language: &str) -> Option<&str> {
        let index = self.language_index(language)?;
        self.title.0.get(index).filter(|t| t.is_some()).map(|_| self.title_in(index)).filter(|t| !t.is_empty())
    }

    /// Nodes with a value, in order, `meta` included.
    pub fn questions(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        let numbered = self.nodes.iter().zip(0..).map(|(node, id)| (NodeId(id), node));
        numbered.filter(|(_, node)| matches!(node.kind, NodeKind::Question(_)))
    }

    /// The nodes that a rule of a node reads, in order.
    pub fn reads(&self, node: NodeId, property: Property) -> Vec<NodeId> {
        let read = |readers: &Vec<crate::Reader>| readers.iter().any(|r| r.node == node && r.property == property);
        self.readers.iter().zip(0..).filter(|(readers, _)| read(readers)).map(|(_, id)| NodeId(id)).collect()
    }

    /// The node of a path without positions.
    pub fn at_path(&self, path: &str) -> Option<(NodeId, &Node)> {
        self.nodes.iter().zip(0..).find(|(node, _)| node.path == path).map(|(node, id)| (NodeId(id), node))
    }
}

impl Texts {
    /// The text in the language at this place, else in the first that has one, its outputs shown as `…`.
    pub fn without_outputs(&self, language: usize) -> String {
        let own = self.0.get(language).and_then(Option::as_ref);
        let template = own.or_else(|| self.0.iter().flatten().next());
        let parts = template.map_or(&[][..], |t| t.0.as_slice());
        parts.iter().map(|part| if let Part::Literal(text) = part { text.as_str() } else { "…" }).collect()
    }
}
