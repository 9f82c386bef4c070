//! Which nodes an expression reads. Paths are walked over the form as they will be walked over its answers; what cannot be
//! followed (lists, files) reads nothing here.

use std::collections::BTreeSet;

use crate::expression::{Axis, Expr, Path, Start, Step, Test};
use crate::form::{Form, NodeId, NodeKind};

/// A node that is read; of a group or repeat, its relevance and instances.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Read {
    pub node: NodeId,
    /// Any instance, not only that of the nearest common repeat.
    pub wide: bool,
}

/// Adds what `expr`, a rule of `owner`, reads. A filter of choices begins at the choice. True where a path leads nowhere.
pub(super) fn reads(form: &Form, expr: &Expr, (owner, of_item): (NodeId, bool), found: &mut BTreeSet<Read>) -> bool {
    let mut reading = Reading { form, owner, found, lost: false };
    let here = BTreeSet::from([owner]);
    reading.expr(expr, Some(&here).filter(|_| !of_item));
    reading.lost
}

/// Nodes that a path has come to; nothing where they are of a list or file.
type Nodes = Option<BTreeSet<NodeId>>;

struct Reading<'f, 'r> {
    form: &'f Form,
    owner: NodeId,
    found: &'r mut BTreeSet<Read>,
    lost: bool,
}

impl Reading<'_, '_> {
    fn expr(&mut self, expr: &Expr, here: Option<&BTreeSet<NodeId>>) {
        match expr {
            Expr::Number(_) | Expr::Text(_) => {}
            Expr::Negate(inside) => self.expr(inside, here),
            Expr::Binary(_, left, right) => {
                self.expr(left, here);
                self.expr(right, here);
            }
            Expr::Call(_, arguments, _) => arguments.iter().for_each(|a| self.expr(a, here)),
            Expr::Path(path) => self.path(path, here),
        }
    }

    fn path(&mut self, path: &Path, here: Option<&BTreeSet<NodeId>>) {
        let owner = self.owner;
        let (start, mut wide): (Nodes, bool) = match &path.start {
            Start::Root => (Some(BTreeSet::from([NodeId(u32::MAX)])), true),
            Start::Here => (here.cloned(), false),
            Start::Current => (Some(BTreeSet::from([owner])), false),
            // What was saved before does not change any more.
            Start::Question { last_saved: true, .. } => return,
            Start::Question { node, .. } => {
                let repeat = node.is_some_and(|id| self.is_repeat(id));
                (node.map(|id| BTreeSet::from([id])), repeat)
            }
            Start::Expression(inside) => {
                self.expr(inside, here);
                (None, false)
            }
        };
        wide |= !path.predicates.is_empty();
        let mut nodes = start;
        for predicate in &path.predicates {
            self.expr(predicate, nodes.as_ref());
        }
        for step in &path.steps {
            nodes = nodes.map(|nodes| self.step(&nodes, step, &mut wide));
            for predicate in &step.predicates {
                wide = true;
                self.expr(predicate, nodes.as_ref());
            }
        }
        self.lost |= nodes.as_ref().is_some_and(BTreeSet::is_empty);
        let nodes = nodes.unwrap_or_default();
        self.found.extend(nodes.into_iter().filter(|id| id.0 != u32::MAX).map(|node| Read { node, wide }));
    }

    fn step(&self, nodes: &BTreeSet<NodeId>, step: &Step, wide: &mut bool) -> BTreeSet<NodeId> {
        let mut next = BTreeSet::new();
        for id in nodes {
            match step.axis {
                Axis::Itself => next.extend([*id]),
                Axis::Parent => next.extend(self.form.node(*id).and_then(|n| n.parent)),
                Axis::Child => {
                    // Above the root stands the document.
                    let children = match id.0 {
                        u32::MAX => vec![NodeId(0)],
                        _ => self.form.node(*id).map(|n| n.children.clone()).unwrap_or_default(),
                    };
                    let named = |child: &NodeId| match &step.test {
                        Test::Any => true,
                        Test::Name(name) => self.form.node(*child).is_some_and(|n| n.name == *name),
                    };
                    for child in children.into_iter().filter(named) {
                        *wide |= self.is_repeat(child);
                        next.insert(child);
                    }
                }
            }
        }
        next
    }

    fn is_repeat(&self, id: NodeId) -> bool {
        matches!(self.form.node(id).map(|n| &n.kind), Some(NodeKind::Repeat { .. }))
    }
}
