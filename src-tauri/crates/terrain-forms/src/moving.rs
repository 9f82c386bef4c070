//! Answers under another version of their form. Nothing is ever changed in what was answered: each reading finds the place
//! of every answer anew. The exact path counts first, else the unique name; what finds no place, or a taken one, is parked.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::session::canonical;
use crate::{Answers, ChoiceSource, Form, InstanceKey, Kept, KeptInstance, KeptPlace, Node, NodeKind, Question};

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The same question, the same value.
    Kept,
    /// Another place, or written otherwise.
    Converted,
    /// No place: readable, printable, exportable, and no part of the form.
    Parked,
}

/// Why an answer is parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyParked {
    /// The form has no such question.
    NoQuestion,
    /// Several questions bear the name.
    SeveralQuestions,
    /// The question stands in another repeat.
    OtherRepeat,
    /// The place has an answer of its own.
    Taken,
    /// The question takes no such value.
    OtherType,
    /// The choice is no longer offered.
    NoChoice,
}

impl WhyParked {
    /// Message id.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoQuestion => "parked-no-question",
            Self::SeveralQuestions => "parked-several-questions",
            Self::OtherRepeat => "parked-other-repeat",
            Self::Taken => "parked-taken",
            Self::OtherType => "parked-other-type",
            Self::NoChoice => "parked-no-choice",
        }
    }
}

/// The fate of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Where it was given.
    pub from: KeptPlace,
    /// Where it stands now; nothing where it is parked.
    pub to: Option<KeptPlace>,
    /// The value as given.
    pub value: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why it is parked.
    pub why: Option<WhyParked>,
}

/// Places of a form by path and by name.
struct Index<'f> {
    by_path: BTreeMap<&'f str, &'f Node>,
    by_name: BTreeMap<&'f str, Vec<&'f Node>>,
}

impl<'f> Index<'f> {
    fn of(form: &'f Form, wanted: fn(&NodeKind) -> bool) -> Self {
        let (mut by_path, mut by_name) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for node in form.nodes.iter().filter(|n| wanted(&n.kind)) {
            by_path.insert(node.path.as_str(), node);
            by_name.entry(node.name.as_str()).or_default().push(node);
        }
        Self { by_path, by_name }
    }

    fn find(&self, path: &str) -> Result<&'f Node, WhyParked> {
        if let Some(node) = self.by_path.get(path) {
            return Ok(node);
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        match self.by_name.get(name).map_or(&[][..], Vec::as_slice) {
            [one] => Ok(one),
            [] => Err(WhyParked::NoQuestion),
            _ => Err(WhyParked::SeveralQuestions),
        }
    }
}

/// Finds the place of every answer in this form. The second part tells each answer's fate, in the order of the answers.
pub fn adapt(raw: Answers, form: &Form) -> (Answers, Vec<Fate>) {
    let questions = Index::of(form, |kind| matches!(kind, NodeKind::Question(_)));
    let repeats = Index::of(form, |kind| matches!(kind, NodeKind::Repeat { .. }));
    let mut adapted = Answers { parked: raw.parked, ..Answers::default() };
    let ranges = place_instances(raw.instances, &repeats, form, &mut adapted);
    // The exact path counts first, so those are placed before the others.
    let (exact, moved): (Vec<_>, Vec<_>) =
        raw.values.into_iter().partition(|((_, path), _)| questions.by_path.contains_key(path.as_str()));
    let marks = raw.not_applicable;
    let mut fates = Vec::new();
    let mut park = |from: &KeptPlace, kept: Kept, why, adapted: &mut Answers| {
        fates.push(Fate {
            from: from.clone(),
            to: None,
            value: kept.value.clone(),
            outcome: Outcome::Parked,
            why: Some(why),
        });
        adapted.parked.values.insert(from.clone(), kept);
    };
    let mut placed = Vec::new();
    for (from, kept) in exact.into_iter().chain(moved) {
        let found = questions.find(&from.1).and_then(|node| stands_in(node, from.0, &ranges, form).map(|()| node));
        let found = found.and_then(|node| Ok((node, fitting(node, form, &kept.value)?)));
        match found {
            Err(why) => park(&from, kept, why, &mut adapted),
            Ok((node, value)) => {
                let to = (from.0, node.path.clone());
                if adapted.values.contains_key(&to) {
                    park(&from, kept, WhyParked::Taken, &mut adapted);
                    continue;
                }
                let same = to == from && value == kept.value;
                let outcome = if same { Outcome::Kept } else { Outcome::Converted };
                placed.push(Fate { from, to: Some(to.clone()), value: kept.value, outcome, why: None });
                adapted.values.insert(to, Kept { value, auto: kept.auto });
            }
        }
    }
    for mark in marks {
        match questions.find(&mark.1).and_then(|node| stands_in(node, mark.0, &ranges, form).map(|()| node)) {
            Ok(node) => {
                adapted.not_applicable.insert((mark.0, node.path.clone()));
            }
            Err(_) => {
                adapted.parked.not_applicable.insert(mark);
            }
        }
    }
    fates.extend(placed);
    fates.sort_by(|a, b| a.from.cmp(&b.from));
    (adapted, fates)
}

/// Instances whose repeat is still there, with the path it has now.
fn place_instances(
    instances: Vec<KeptInstance>,
    repeats: &Index<'_>,
    form: &Form,
    adapted: &mut Answers,
) -> BTreeMap<InstanceKey, String> {
    let mut ranges: BTreeMap<InstanceKey, String> = BTreeMap::new();
    let mut waiting = instances;
    // Outer instances are placed before those inside them; each round places at least one, or the rest has no place.
    loop {
        let before = waiting.len();
        let known: BTreeSet<InstanceKey> = ranges.keys().copied().collect();
        let (ready, rest): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|i| i.parent == InstanceKey::ROOT || known.contains(&i.parent));
        waiting = rest;
        for instance in ready {
            let node = repeats.find(&instance.range);
            match node.and_then(|node| stands_in(node, instance.parent, &ranges, form).map(|()| node)) {
                Ok(node) => {
                    ranges.insert(instance.key, node.path.clone());
                    adapted.instances.push(KeptInstance { range: node.path.clone(), ..instance });
                }
                Err(_) => adapted.parked.instances.push(instance),
            }
        }
        if waiting.len() == before {
            adapted.parked.instances.append(&mut waiting);
            adapted.instances.sort_by(|a, b| {
                (&a.range, a.parent, &a.order_key, a.key).cmp(&(&b.range, b.parent, &b.order_key, b.key))
            });
            return ranges;
        }
    }
}

/// Whether a node of the form stands in the repeat that this instance belongs to.
fn stands_in(
    node: &Node,
    instance: InstanceKey,
    ranges: &BTreeMap<InstanceKey, String>,
    form: &Form,
) -> Result<(), WhyParked> {
    let around = node.repeat.and_then(|id| form.node(id)).map(|n| n.path.as_str());
    if around == ranges.get(&instance).map(String::as_str) && (around.is_some() || instance == InstanceKey::ROOT) {
        Ok(())
    } else {
        Err(WhyParked::OtherRepeat)
    }
}

/// The value as the question writes it.
fn fitting(node: &Node, form: &Form, value: &str) -> Result<String, WhyParked> {
    let NodeKind::Question(question) = &node.kind else { return Err(WhyParked::NoQuestion) };
    let value = canonical(node, question, value).map_err(|_| WhyParked::OtherType)?;
    if offers(question, form, &value) { Ok(value) } else { Err(WhyParked::NoChoice) }
}

/// Whether the question's own list has all these choices; what comes from a file or from answers is asked by the session.
fn offers(question: &Question, form: &Form, value: &str) -> bool {
    let Some(choices) = &question.choices else { return true };
    let ChoiceSource::List(list) = choices.source else { return true };
    let Some(list) = form.lists.get(list) else { return true };
    let offered = |name: &str| list.choices.iter().any(|c| c.name == name);
    match question.data {
        crate::DataType::SelectOne => offered(value),
        _ => value.split(' ').filter(|v| !v.is_empty()).all(offered),
    }
}

/// The type of the question at a path, as the workbook writes it.
pub fn question_type<'f>(form: &'f Form, path: Option<&str>) -> Option<&'f str> {
    match &form.at_path(path?)?.1.kind {
        NodeKind::Question(question) => Some(&question.type_name),
        _ => None,
    }
}
