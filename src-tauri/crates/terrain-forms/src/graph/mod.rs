//! What reads what: the order in which the rules of a form are evaluated, who has to be told of a change, and cycles, which
//! no order can serve.
//!
//! A rule is a (node, property). It reads values, and a value hangs on the calculation of its node, on its relevance and that
//! of everything around it, on its choices, and on how many instances the repeats around it have.

mod order;
mod reads;

use std::collections::{BTreeMap, BTreeSet};

use reads::{Read, reads};

use crate::CellRef;
use crate::check::{Findings, codes};
use crate::expression::{Expr, is_volatile};
use crate::form::{ChoiceSource, Form, Node, NodeId, NodeKind, Part, Property, Reader, Texts};

/// A rule.
pub(crate) type Task = (NodeId, Property);

/// What a rule reads, and where it is written.
struct Written<'f> {
    exprs: Vec<&'f Expr>,
    at: Option<&'f CellRef>,
    /// Reads all answers of this node, in every instance.
    source: Option<NodeId>,
    /// Bare names are columns of a choice.
    of_item: bool,
}

/// Fills in the order, the readers and what is volatile; a cycle is a finding at each of its cells in turn.
pub(crate) fn draw(form: &mut Form, findings: &mut Findings) {
    let tasks = tasks(form);
    let places: BTreeMap<Task, usize> = tasks.iter().enumerate().map(|(n, (task, _))| (*task, n)).collect();
    let mut readers: Vec<BTreeSet<Reader>> = vec![BTreeSet::new(); form.nodes.len()];
    let mut edges = order::Edges::new(tasks.len());
    for (place, (task, written)) in tasks.iter().enumerate() {
        let (node, property) = *task;
        let triggered = property == Property::Calculation && is_triggered(form, node);
        let (found, lost) = read_by(form, node, written);
        if let Some(at) = written.at.filter(|_| lost) {
            findings.put(codes::PATH_UNKNOWN, at.clone(), &[]);
        }
        let found = if triggered { triggers(form, node) } else { found };
        for read in found {
            let own = read.node == node && matches!(property, Property::Constraint | Property::Choices);
            if let Some(list) = usize::try_from(read.node.0).ok().and_then(|n| readers.get_mut(n)) {
                list.insert(Reader { node, property, wide: read.wide });
            }
            if own {
                continue;
            }
            for (before, hard) in before(form, read.node) {
                // What comes after is never waited for.
                let soft = triggered || !hard || sinks(property);
                if let Some(from) = places.get(&before).filter(|from| **from != place || !soft) {
                    edges.add(*from, place, !soft);
                }
            }
        }
    }
    if let Some(cycle) = edges.cycle() {
        let cells: Vec<(CellRef, String)> = cycle.iter().filter_map(|n| tasks.get(*n)).map(|t| cell(form, t)).collect();
        let names: Vec<&str> = cells.iter().map(|(_, name)| name.as_str()).collect();
        let names = names.iter().chain(names.first()).copied().collect::<Vec<_>>().join(" → ");
        if let Some((first, _)) = cells.first() {
            let found = findings.put(codes::CYCLE, first.clone(), &[("names", &names)]);
            found.related = cells.iter().skip(1).map(|(at, _)| at.clone()).collect();
        }
    }
    let order: Vec<Task> = edges.order().into_iter().filter_map(|n| tasks.get(n)).map(|(task, _)| *task).collect();
    let rank: BTreeMap<Task, usize> = order.iter().enumerate().map(|(n, task)| (*task, n)).collect();
    let ranked = |set: BTreeSet<Reader>| {
        // The wider of two alike is enough.
        let mut list: Vec<Reader> =
            set.iter().filter(|r| r.wide || !set.contains(&Reader { wide: true, ..**r })).copied().collect();
        list.sort_by_key(|r| rank.get(&(r.node, r.property)).copied());
        list
    };
    let volatile: Vec<Task> = order
        .iter()
        .filter(|task| {
            places.get(task).and_then(|n| tasks.get(*n)).is_some_and(|(_, w)| w.exprs.iter().any(|e| is_volatile(e)))
        })
        .copied()
        .collect();
    let readers = readers.into_iter().map(ranked).collect();
    drop(tasks);
    form.readers = readers;
    form.volatile = volatile;
    form.order = order;
}

/// Nothing is evaluated after these: they only show or judge.
fn sinks(property: Property) -> bool {
    matches!(property, Property::Readonly | Property::Required | Property::Constraint | Property::Texts)
}

fn is_triggered(form: &Form, node: NodeId) -> bool {
    matches!(form.node(node).map(|n| &n.kind), Some(NodeKind::Question(q)) if !q.triggers.is_empty())
}

fn triggers(form: &Form, node: NodeId) -> BTreeSet<Read> {
    match form.node(node).map(|n| &n.kind) {
        Some(NodeKind::Question(q)) => q.triggers.iter().map(|t| Read { node: *t, wide: false }).collect(),
        _ => BTreeSet::new(),
    }
}

/// What a rule reads, and whether one of its paths leads nowhere.
fn read_by(form: &Form, node: NodeId, written: &Written<'_>) -> (BTreeSet<Read>, bool) {
    let (mut found, mut lost) = (BTreeSet::new(), false);
    for expr in &written.exprs {
        lost |= reads(form, expr, (node, written.of_item), &mut found);
    }
    found.extend(written.source.map(|node| Read { node, wide: true }));
    // All instances of a node outside: how many there are matters as well.
    let around: BTreeSet<NodeId> = form.ancestors(node).collect();
    let mut repeats = BTreeSet::new();
    for read in &found {
        for above in form.ancestors(read.node).filter(|above| read.wide || !around.contains(above)) {
            if above != read.node && matches!(form.node(above).map(|n| &n.kind), Some(NodeKind::Repeat { .. })) {
                repeats.insert(Read { node: above, wide: read.wide });
            }
        }
    }
    found.extend(repeats);
    (found, lost)
}

/// The rules on which a value hangs, and whether a circle through them is one.
fn before(form: &Form, node: NodeId) -> Vec<(Task, bool)> {
    let mut before = vec![((node, Property::Calculation), true), ((node, Property::Choices), false)];
    for above in std::iter::once(node).chain(form.ancestors(node)) {
        before.push(((above, Property::Relevant), true));
    }
    if matches!(form.node(node).map(|n| &n.kind), Some(NodeKind::Repeat { .. })) {
        before.push(((node, Property::Count), true));
    }
    before
}

/// All rules, in the order of the sheet.
fn tasks(form: &Form) -> Vec<(Task, Written<'_>)> {
    let mut tasks = Vec::new();
    for (n, node) in form.nodes.iter().enumerate() {
        let id = NodeId(u32::try_from(n).unwrap_or(u32::MAX));
        let mut rules =
            vec![(Property::Relevant, node.relevant.as_ref()), (Property::Readonly, node.readonly.as_ref())];
        match &node.kind {
            NodeKind::Repeat { count } => rules.push((Property::Count, count.as_ref())),
            NodeKind::Question(question) => {
                rules.push((Property::Calculation, question.calculation.as_ref()));
                rules.push((Property::Required, question.required.as_ref()));
                rules.push((Property::Constraint, question.constraint.as_ref()));
            }
            NodeKind::Root | NodeKind::Group => {}
        }
        for (property, rule) in rules {
            let Some(rule) = rule else { continue };
            tasks.push((
                (id, property),
                Written { exprs: vec![&rule.expr], at: Some(&rule.at), source: None, of_item: false },
            ));
        }
        tasks.extend(choices(form, id, node));
        let exprs = outputs(node);
        if !exprs.is_empty() {
            tasks.push(((id, Property::Texts), Written { exprs, at: None, source: None, of_item: false }));
        }
    }
    tasks
}

fn choices<'f>(form: &'f Form, id: NodeId, node: &'f Node) -> Option<(Task, Written<'f>)> {
    let NodeKind::Question(question) = &node.kind else { return None };
    let choices = question.choices.as_ref()?;
    let mut exprs: Vec<&Expr> = choices.filter.iter().map(|rule| &rule.expr).collect();
    exprs.extend(choices.randomize.iter().flatten());
    let source = match &choices.source {
        ChoiceSource::Repeat(node) => Some(*node),
        ChoiceSource::List(list) => {
            let labels = form.lists.get(*list).into_iter().flat_map(|l| &l.choices).map(|c| &c.label);
            exprs.extend(labels.flat_map(outputs_of));
            None
        }
        ChoiceSource::File { .. } => None,
    };
    let at = choices.filter.as_ref().map(|rule| &rule.at);
    let any = !exprs.is_empty() || source.is_some();
    any.then_some(((id, Property::Choices), Written { exprs, at, source, of_item: true }))
}

fn outputs(node: &Node) -> Vec<&Expr> {
    let mut texts = vec![&node.label, &node.hint, &node.guidance];
    texts.extend(node.media.values());
    if let NodeKind::Question(question) = &node.kind {
        texts.extend([&question.required_message, &question.constraint_message]);
    }
    texts.into_iter().flat_map(outputs_of).collect()
}

fn outputs_of(texts: &Texts) -> impl Iterator<Item = &Expr> {
    texts.0.iter().flatten().flat_map(|template| &template.0).filter_map(|part| match part {
        Part::Output(expr) => Some(expr),
        Part::Literal(_) => None,
    })
}

/// Where a rule is written, and the name of its node.
fn cell(form: &Form, (task, written): &(Task, Written<'_>)) -> (CellRef, String) {
    let node = form.node(task.0);
    let row = node.map_or(0, |n| n.row);
    let at = written.at.cloned().unwrap_or_else(|| CellRef { row, ..CellRef::default() });
    (at, node.map(|n| n.name.clone()).unwrap_or_default())
}

impl Form {
    /// The groups and repeats around a node, from the nearest to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let above = |id: &NodeId| self.node(*id).and_then(|n| n.parent);
        std::iter::successors(above(&id), move |id| above(id))
    }
}
