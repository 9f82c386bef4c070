//! What `${name}` means: the node of that name, if there is one and only one.

use std::ops::Range;

use super::Compiler;
use crate::CellRef;
use crate::check::codes;
use crate::expression::{Expr, Start, walk_mut};
use crate::form::NodeId;

impl Compiler<'_> {
    /// Fills in every name of an expression.
    pub(super) fn resolve(&mut self, expr: &mut Expr, at: &CellRef, _node: NodeId) {
        let mut wrong: Vec<(String, Range<usize>)> = Vec::new();
        let mut saved = false;
        let by_name = &self.by_name;
        walk_mut(expr, &mut |path| {
            let Start::Question { name, last_saved, node } = &mut path.start else { return };
            saved |= *last_saved;
            let found = by_name.get(name.trim()).map(Vec::as_slice).unwrap_or_default();
            *node = found.first().copied();
            if found.len() != 1 {
                wrong.push((name.trim().to_owned(), path.span.clone()));
            }
        });
        for (name, span) in wrong {
            self.refuse_name(&name, at, span);
        }
        if saved {
            self.findings.put(codes::LAST_SAVED, at.clone(), &[]);
        }
    }

    /// The node of a name, in a cell that holds the name alone.
    pub(super) fn named(&mut self, name: &str, at: &CellRef) -> Option<NodeId> {
        let found = self.by_name.get(name).map(Vec::as_slice).unwrap_or_default();
        match found {
            [one] => Some(*one),
            _ => {
                self.refuse_name(name, at, 0..0);
                None
            }
        }
    }

    fn refuse_name(&mut self, name: &str, at: &CellRef, span: Range<usize>) {
        let several: Vec<NodeId> = self.by_name.get(name).cloned().unwrap_or_default();
        let rows = several.iter().filter_map(|id| self.node(*id)).map(|node| node.row).collect::<Vec<_>>();
        let rows: Vec<CellRef> = rows.into_iter().map(|row| self.survey_cell(row, "name")).collect();
        let found = if several.is_empty() {
            match self.findings.near(name, self.by_name.keys().map(String::as_str)) {
                Some(near) => self.findings.put(codes::REFERENCE_NEAR, at.clone(), &[("got", name), ("hint", near)]),
                None => self.findings.put(codes::REFERENCE_UNKNOWN, at.clone(), &[("got", name)]),
            }
        } else {
            self.findings.put(codes::REFERENCE_AMBIGUOUS, at.clone(), &[("got", name)])
        };
        found.related = rows;
        found.span = Some(span).filter(|span| !span.is_empty());
    }
}
