//! What every session of a form needs and the form alone decides: which nodes each instance holds, which of their properties
//! are computed and in which order, who is triggered by whom.

use std::collections::{BTreeMap, HashMap};

use crate::form::Property;
use crate::{Choices, Form, Node, NodeId, NodeKind, Part, Question, Texts};

/// All properties, in the order of their numbers.
pub const PROPERTIES: [Property; 8] = [
    Property::Count,
    Property::Relevant,
    Property::Calculation,
    Property::Choices,
    Property::Readonly,
    Property::Required,
    Property::Constraint,
    Property::Texts,
];

/// Number of a property: its place in [`PROPERTIES`].
pub fn number(property: Property) -> usize {
    PROPERTIES.iter().position(|p| *p == property).unwrap_or_default()
}

/// Nodes of an instance: the repeat (or the root) first, then those whose nearest repeat it is, in order.
#[derive(Debug)]
pub struct Block {
    pub nodes: Vec<NodeId>,
}

/// What is asked of a node, computed from its definition.
#[derive(Debug, Default)]
pub struct Duty {
    /// Properties that are computed, by number.
    pub computed: Vec<usize>,
    /// Place in the order of evaluation, by number of the property.
    pub rank: [u32; 8],
    /// Block and place in it; of a repeat, of the repeat as a whole.
    pub home: (u32, u32),
    /// Block of a repeat's instances.
    pub block: Option<u32>,
    /// Repeats around it, the outermost first.
    pub repeats: Vec<NodeId>,
    /// Questions that are computed when this one changes.
    pub triggers: Vec<NodeId>,
    /// Its calculation draws by chance or keeps its first value: the result is kept in the draft.
    pub drawn: bool,
}

/// See above.
#[derive(Debug)]
pub struct Plan {
    pub blocks: Vec<Block>,
    pub duties: Vec<Duty>,
    pub by_path: HashMap<String, NodeId>,
    /// Children of a node by name.
    pub names: BTreeMap<NodeId, HashMap<String, NodeId>>,
}

impl Plan {
    pub fn new(form: &Form) -> Self {
        let mut plan = Self {
            blocks: vec![Block { nodes: vec![NodeId(0)] }],
            duties: Vec::with_capacity(form.nodes.len()),
            by_path: HashMap::new(),
            names: BTreeMap::new(),
        };
        for (index, node) in form.nodes.iter().enumerate() {
            let id = NodeId(u32::try_from(index).unwrap_or(u32::MAX));
            plan.by_path.entry(node.path.clone()).or_insert(id);
            if let Some(parent) = node.parent {
                plan.names.entry(parent).or_default().entry(node.name.clone()).or_insert(id);
            }
            let duty = plan.duty(form, id, node);
            plan.duties.push(duty);
        }
        plan.ranks(form);
        plan.triggers(form);
        plan
    }

    /// A child of a node by its name.
    pub fn child(&self, parent: NodeId, name: &str) -> Option<NodeId> {
        self.names.get(&parent)?.get(name).copied()
    }

    /// What is asked of a node; nothing where the form has no such node.
    pub fn of(&self, id: NodeId) -> Option<&Duty> {
        self.duties.get(usize::try_from(id.0).ok()?)
    }

    fn duty(&mut self, form: &Form, id: NodeId, node: &Node) -> Duty {
        let mut duty = Duty { rank: [u32::MAX; 8], computed: computed(form, node), ..Duty::default() };
        let around = node.repeat.and_then(|r| self.of(r));
        let block = around.and_then(|d| d.block).unwrap_or_default();
        duty.repeats = around.map(|d| d.repeats.clone()).unwrap_or_default();
        duty.repeats.extend(node.repeat);
        if id.0 > 0
            && let Some(found) = self.blocks.get_mut(usize::try_from(block).unwrap_or_default())
        {
            duty.home = (block, u32::try_from(found.nodes.len()).unwrap_or(u32::MAX));
            found.nodes.push(id);
        }
        match &node.kind {
            NodeKind::Repeat { .. } => {
                duty.block = u32::try_from(self.blocks.len()).ok();
                self.blocks.push(Block { nodes: vec![id] });
            }
            NodeKind::Root => duty.block = Some(0),
            NodeKind::Group => {}
            NodeKind::Question(question) => {
                duty.drawn = reactive(question)
                    && question.calculation.as_ref().is_some_and(|rule| super::evaluate::draws(&rule.expr));
            }
        }
        duty
    }

    fn ranks(&mut self, form: &Form) {
        for (rank, (id, property)) in form.order.iter().enumerate() {
            let duty = usize::try_from(id.0).ok().and_then(|i| self.duties.get_mut(i));
            if let Some(place) = duty.and_then(|d| d.rank.get_mut(number(*property))) {
                *place = u32::try_from(rank).unwrap_or(u32::MAX - 1);
            }
        }
    }

    fn triggers(&mut self, form: &Form) {
        for (index, node) in form.nodes.iter().enumerate() {
            let NodeKind::Question(question) = &node.kind else { continue };
            for trigger in &question.triggers {
                let duty = usize::try_from(trigger.0).ok().and_then(|i| self.duties.get_mut(i));
                duty.into_iter().for_each(|d| d.triggers.extend(u32::try_from(index).map(NodeId)));
            }
        }
    }
}

/// Its calculation follows what it reads; one with triggers runs when these change.
pub fn reactive(question: &Question) -> bool {
    question.triggers.is_empty() && question.calculation.is_some()
}

/// Holds what an app knows and people do not see.
pub fn hidden(question: &Question) -> bool {
    question.control == crate::Control::None && question.calculation.is_none() && question.preload.is_none()
}

/// What a select offers is worked out: a filter, an order by chance, answers of others.
pub fn chosen(choices: &Choices) -> bool {
    choices.filter.is_some() || choices.randomize.is_some() || matches!(choices.source, crate::ChoiceSource::Repeat(_))
}

/// Properties of a node that are computed, by number.
fn computed(form: &Form, node: &Node) -> Vec<usize> {
    let mut found = Vec::new();
    if matches!(&node.kind, NodeKind::Repeat { count: Some(_) }) {
        found.push(Property::Count);
    }
    if node.relevant.is_some() {
        found.push(Property::Relevant);
    }
    if node.readonly.is_some() {
        found.push(Property::Readonly);
    }
    let mut texts: Vec<&Texts> = vec![&node.label, &node.hint, &node.guidance];
    texts.extend(node.media.values());
    if let NodeKind::Question(question) = &node.kind {
        if reactive(question) {
            found.push(Property::Calculation);
        }
        if question.choices.as_ref().is_some_and(chosen) {
            found.push(Property::Choices);
        }
        if question.required.is_some() {
            found.push(Property::Required);
        }
        if question.constraint.is_some() {
            found.push(Property::Constraint);
        }
        texts.extend([&question.constraint_message, &question.required_message]);
        texts.extend(choice_labels(form, question.choices.as_ref()));
    }
    if texts.into_iter().any(has_outputs) {
        found.push(Property::Texts);
    }
    found.into_iter().map(number).collect()
}

fn choice_labels<'a>(form: &'a Form, choices: Option<&'a Choices>) -> impl Iterator<Item = &'a Texts> {
    let list = choices.and_then(|c| match &c.source {
        crate::ChoiceSource::List(index) => form.lists.get(*index),
        _ => None,
    });
    list.into_iter().flat_map(|l| &l.choices).map(|c| &c.label)
}

/// A text that shows values.
fn has_outputs(texts: &Texts) -> bool {
    texts.0.iter().flatten().flat_map(|t| &t.0).any(|part| matches!(part, Part::Output(_)))
}
