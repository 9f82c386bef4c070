//! Answering: what a person enters becomes changes; what follows from it is computed again by whoever reads.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use terrain_domain::{FieldType, Input, Value, kind, v5};
use terrain_forms::{Answers, Form, InstanceKey, Kept, KeptPlace, Place, SetError};
use terrain_store::{OpName, StoreError, Write};
use uuid::Uuid;

use super::guard::open_to_change;
use super::open::{Content, Entry};
use crate::fields::{find_row, known_kind};
use crate::{Fault, Session};

/// Longest list of choices in a message.
const CHOICES_MAX: usize = 10;

/// What a person enters in one go: all of it, or nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Filling {
    /// Repeats that get another instance, in this order, before anything is answered.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<String>>", optional))]
    pub add: Vec<String>,
    /// Question → value.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub answers: Vec<(String, String)>,
    /// Question → comment.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub comment: Vec<(String, String)>,
    /// Question → seen, declared, estimated.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub source: Vec<(String, String)>,
    /// Question → reason; empty takes the mark away.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub not_applicable: Vec<(String, String)>,
    /// Question → attachment.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub evidence: Vec<(String, String)>,
    /// Question → attachment that is no longer beside its answer; where no other answer of the entry names it, it is deleted.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub detach: Vec<(String, String)>,
    /// Instance → its place among the others, from 1; beyond the last it is the last.
    #[serde(rename = "move")]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, u32)>>", optional, rename = "move"))]
    pub moved: Vec<(String, u32)>,
    /// Instances taken away, after everything else.
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<String>>", optional))]
    pub remove: Vec<String>,
    /// Language in which the form speaks of what is entered; else its first.
    #[cfg_attr(feature = "types", ts(optional))]
    pub language: Option<String>,
}

impl Filling {
    fn is_empty(&self) -> bool {
        let pairs = [&self.answers, &self.comment, &self.source, &self.not_applicable, &self.evidence, &self.detach];
        self.add.is_empty()
            && self.moved.is_empty()
            && self.remove.is_empty()
            && pairs.iter().all(|pairs| pairs.is_empty())
    }
}

/// What an answer did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Filled {
    /// The entry.
    pub id: Uuid,
    /// Paths whose state is another now.
    pub changed: Vec<String>,
    /// What to look at: broken constraints of what was entered.
    pub findings: Vec<AnswerFinding>,
}

/// Something to look at in an answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AnswerFinding {
    /// `finding-answer-…`.
    pub code: &'static str,
    /// Path of the question.
    pub path: String,
    /// The form's own sentence.
    pub message: String,
}

/// A value or mark beside an answer.
pub(crate) struct Mark {
    place: Place,
    field: &'static str,
    value: Value,
}

/// Answers questions of an entry.
pub fn fill(session: &mut Session, entry: &str, filling: &Filling) -> Result<Filled, Fault> {
    let mut entry = session.entry(entry, Content::Live)?;
    fill_open(session, &mut entry, filling)
}

/// The same of an entry that is open. Its answers are those entered; what stands beside them is as it was.
pub(super) fn fill_open(session: &mut Session, entry: &mut Entry, filling: &Filling) -> Result<Filled, Fault> {
    open_to_change(entry.document().state)?;
    if filling.is_empty() {
        return Err(Fault::input("fault-nothing-answered", &[]));
    }
    if let Some(language) = &filling.language {
        // A language that the form does not have leaves its first.
        let _ = entry.session.set_language(language);
    }
    let before = entry.session.answers();
    let mut touched: BTreeSet<Place> = BTreeSet::new();
    for path in &filling.add {
        let range = entry.place(path)?;
        let key = InstanceKey(session.store.new_id().as_u128());
        let done = entry.session.add_repeat(&range, key, usize::MAX).map_err(|e| not_taken(path, &e))?;
        touched.extend(done.changed);
    }
    let mut asked = Vec::new();
    for (path, value) in &filling.answers {
        let place = entry.place(path)?;
        if asked.contains(&place) {
            return Err(Fault::input("fault-field-twice", &[("field", path)]));
        }
        let done = entry.session.set(&place, value).map_err(|e| with_choices(not_taken(path, &e), entry, &place))?;
        touched.extend(done.changed);
        asked.push(place);
    }
    let marks = marks(session, entry, filling, &mut touched)?;
    for (path, to) in &filling.moved {
        let (place, at) = (entry.place(path)?, to.saturating_sub(1) as usize);
        let done = entry.session.move_repeat(place.instance, at).map_err(|e| not_taken(path, &e))?;
        touched.extend(done.changed);
    }
    for path in &filling.remove {
        let place = entry.place(path)?;
        let done = entry.session.remove_repeat(place.instance).map_err(|e| not_taken(path, &e))?;
        touched.extend(done.changed);
    }
    let (after, gone) = (entry.session.answers(), entry.unnamed(&marks));
    session.store.write(OpName::Answer, None, |w| {
        // What was typed and taken back differs from nothing, and is left all the same.
        let left = asked.iter().map(|place| answer_id(&entry.id, &entry.kept_place(place)));
        left.into_iter().try_for_each(|row| w.leaves("answer", row, "value"))?;
        entry.write(w, &before, &after, &marks)?;
        gone.iter().try_for_each(|id| w.delete("attachment", *id))?;
        asked.iter().try_for_each(|place| entry.settle(w, &entry.kept_place(place), &before, &after))
    })?;
    let findings = asked.iter().filter_map(|place| finding(entry, *place)).collect();
    let changed = touched.iter().map(|place| entry.session.path(place)).collect();
    Ok(Filled { id: entry.id, changed, findings })
}

pub(crate) fn not_taken(path: &str, e: &SetError) -> Fault {
    let message = e.message();
    let mut fault = Fault::input(message.id, &[("question", path)]);
    fault.args.extend(message.args.into_iter().map(|(k, v)| (k.to_owned(), v)));
    fault
}

/// A choice that is not offered: with those that are, so that nobody has to look for them.
fn with_choices(mut fault: Fault, entry: &Entry, place: &Place) -> Fault {
    let offered = entry.session.node(place).map(|s| s.choices).unwrap_or_default();
    if fault.args.contains_key("choice") && !offered.is_empty() {
        let choices = offered.iter().take(CHOICES_MAX).map(|c| format!("{} = {}", c.value, c.label));
        let more = (offered.len() > CHOICES_MAX).then(|| "…".to_owned());
        fault.args.insert("choices".to_owned(), choices.chain(more).collect::<Vec<_>>().join(" ; "));
    }
    fault
}

fn marks(
    session: &mut Session,
    entry: &mut Entry,
    filling: &Filling,
    touched: &mut BTreeSet<Place>,
) -> Result<Vec<Mark>, Fault> {
    let mut marks = Vec::new();
    for (field, pairs) in
        [("comment", &filling.comment), ("source", &filling.source), ("not_applicable", &filling.not_applicable)]
    {
        for (path, text) in pairs {
            let place = entry.place(path)?;
            let input = if text.is_empty() { Input::Null } else { Input::Text(text.clone()) };
            let ty = kind("answer").and_then(|k| k.field(field)).map_or(FieldType::Text, |f| f.ty);
            let value = ty.accept(&input).map_err(|r| Fault::refused_value(field, &r))?;
            if field == "not_applicable" {
                let blocking = entry
                    .form
                    .recipe
                    .as_ref()
                    .is_some_and(|r| entry.form.node(place.node).is_some_and(|n| r.is_blocking(&n.name)));
                if blocking && value != Value::Null {
                    return Err(Fault::input("fault-not-applicable-blocking", &[("question", path)]));
                }
                let done =
                    entry.session.set_not_applicable(&place, value != Value::Null).map_err(|e| not_taken(path, &e))?;
                touched.extend(done.changed);
            }
            marks.push(Mark { place, field, value });
        }
    }
    marks.extend(evidence(session, entry, filling)?);
    Ok(marks)
}

/// Files beside answers: those that come, those that go. Several for one question stand together.
fn evidence(session: &Session, entry: &Entry, filling: &Filling) -> Result<Vec<Mark>, Fault> {
    let mut evidence: BTreeMap<Place, BTreeSet<Uuid>> = BTreeMap::new();
    let changes = filling.evidence.iter().map(|c| (c, true)).chain(filling.detach.iter().map(|c| (c, false)));
    for ((path, text), comes) in changes {
        let place = entry.place(path)?;
        let attachment = find_row(&session.store, known_kind("attachment")?, text)?;
        let kept = || entry.kept_at(&entry.kept_place(&place)).map(|(_, b)| b.evidence.iter().copied().collect());
        let ids = evidence.entry(place).or_insert_with(|| kept().unwrap_or_default());
        if comes {
            ids.insert(attachment)
        } else {
            ids.remove(&attachment)
        };
    }
    let list = |ids: BTreeSet<Uuid>| Value::List(ids.into_iter().map(Value::Id).collect());
    Ok(evidence.into_iter().map(|(place, ids)| Mark { place, field: "evidence", value: list(ids) }).collect())
}

impl Entry {
    /// Attachments that these marks take away and no answer names any more.
    fn unnamed(&self, marks: &[Mark]) -> BTreeSet<Uuid> {
        let (mut gone, mut named) = (BTreeSet::new(), BTreeSet::new());
        for (place, beside) in &self.kept {
            let mark = marks.iter().find(|m| m.field == "evidence" && self.kept_place(&m.place) == *place);
            match mark.map(|m| &m.value) {
                Some(Value::List(ids)) => {
                    gone.extend(beside.evidence.iter().filter(|id| !ids.contains(&Value::Id(**id))));
                    named.extend(ids.iter().filter_map(|id| if let Value::Id(id) = id { Some(*id) } else { None }));
                }
                _ => named.extend(&beside.evidence),
            }
        }
        gone.difference(&named).copied().collect()
    }
}

/// The row of an answer.
pub(crate) fn answer_id(entry: &Uuid, place: &KeptPlace) -> Uuid {
    let instance = if place.0 == InstanceKey::ROOT { String::new() } else { Uuid::from_u128(place.0.0).to_string() };
    v5("answer", &[&entry.to_string(), &instance, &place.1])
}

/// Fields that make the row of an answer.
fn answer_fields(entry: &Uuid, place: &KeptPlace) -> Vec<(&'static str, Value)> {
    let instance = if place.0 == InstanceKey::ROOT { Value::Null } else { Value::Id(Uuid::from_u128(place.0.0)) };
    vec![("entry", Value::Id(*entry)), ("instance", instance), ("path", Value::Text(place.1.clone()))]
}

impl Entry {
    /// What the draft holds differently now, and the marks, as changes.
    pub(crate) fn write(
        &self,
        w: &mut Write<'_, '_>,
        before: &Answers,
        after: &Answers,
        marks: &[Mark],
    ) -> Result<(), StoreError> {
        write_answers(w, (self.id, &self.form), before, after)?;
        // A cleared answer that is kept under the path of another version would come back.
        for place in before.values.keys().filter(|p| !after.values.contains_key(*p)) {
            let moved = self.kept_at(place).filter(|(from, _)| *from != place);
            if let Some((from, _)) = moved {
                w.set("answer", answer_id(&self.id, from), "value", &Value::Null)?;
            }
        }
        for mark in marks {
            let place = self.kept_place(&mark.place);
            let id = answer_id(&self.id, &place);
            w.upsert("answer", id, &answer_fields(&self.id, &place))?;
            // What is said beside a personal answer is about the same person; codes and files are not.
            let said = matches!(mark.field, "comment" | "not_applicable");
            if said && self.form.at_path(&place.1).is_some_and(|(_, n)| n.personal) {
                w.set_sealed("answer", id, mark.field, &mark.value, self.id)?;
            } else {
                w.set("answer", id, mark.field, &mark.value)?;
            }
        }
        Ok(())
    }

    /// The answer that stands already, given again where people disagree: it is the one that holds.
    fn settle(
        &self,
        w: &mut Write<'_, '_>,
        place: &KeptPlace,
        before: &Answers,
        after: &Answers,
    ) -> Result<(), StoreError> {
        let same = |given: &&Kept| before.values.get(place).is_some_and(|old| old.value == given.value);
        let Some(given) = after.values.get(place).filter(same) else { return Ok(()) };
        if !self.kept.get(place).is_some_and(|beside| beside.provisional) {
            return Ok(());
        }
        let (id, value) = (answer_id(&self.id, place), Value::Text(given.value.clone()));
        if self.form.at_path(&place.1).is_some_and(|(_, n)| n.personal) {
            w.set_sealed("answer", id, "value", &value, self.id)
        } else {
            w.set("answer", id, "value", &value)
        }
    }
}

/// What a draft holds differently now, as changes: instances, answers, instances taken away.
pub(crate) fn write_answers(
    w: &mut Write<'_, '_>,
    (entry, form): (Uuid, &Form),
    before: &Answers,
    after: &Answers,
) -> Result<(), StoreError> {
    let keys = |answers: &Answers| answers.instances.iter().map(|i| i.key).collect::<BTreeSet<_>>();
    let (had, has) = (keys(before), keys(after));
    for instance in after.instances.iter().filter(|i| !had.contains(&i.key)) {
        let parent = if instance.parent == InstanceKey::ROOT {
            Value::Null
        } else {
            Value::Id(Uuid::from_u128(instance.parent.0))
        };
        let fields = [
            ("entry", Value::Id(entry)),
            ("range", Value::Text(instance.range.clone())),
            ("parent", parent),
            ("order_key", Value::Text(instance.order_key.clone())),
        ];
        w.upsert("instance", Uuid::from_u128(instance.key.0), &fields)?;
    }
    let order = |answers: &Answers| -> BTreeMap<_, _> {
        answers.instances.iter().map(|i| (i.key, i.order_key.clone())).collect()
    };
    let stood = order(before);
    for (key, order_key) in order(after) {
        if stood.get(&key).is_some_and(|old| *old != order_key) {
            // Two who put it elsewhere do not disagree about anything that was seen or said.
            w.set_auto("instance", Uuid::from_u128(key.0), "order_key", &Value::Text(order_key))?;
        }
    }
    let places: BTreeSet<&KeptPlace> = before.values.keys().chain(after.values.keys()).collect();
    for place in places {
        let (old, new) = (before.values.get(place), after.values.get(place));
        // What goes with its instance is not cleared one by one.
        let gone = place.0 != InstanceKey::ROOT && !has.contains(&place.0);
        if gone || old.map(|k| &k.value) == new.map(|k| &k.value) {
            continue;
        }
        let id = answer_id(&entry, place);
        w.upsert("answer", id, &answer_fields(&entry, place))?;
        let value = new.map_or(Value::Null, |k| Value::Text(k.value.clone()));
        let personal = form.at_path(&place.1).is_some_and(|(_, n)| n.personal);
        match (personal, new.is_some_and(|k| k.auto)) {
            (true, _) => w.set_sealed("answer", id, "value", &value, entry)?,
            (false, true) => w.set_auto("answer", id, "value", &value)?,
            (false, false) => w.set("answer", id, "value", &value)?,
        }
    }
    for key in had.difference(&has) {
        w.delete("instance", Uuid::from_u128(key.0))?;
    }
    Ok(())
}

fn finding(entry: &Entry, place: Place) -> Option<AnswerFinding> {
    let state = entry.session.node(&place)?;
    let code = if state.bad_constraint { "finding-answer-constraint" } else { return None };
    Some(AnswerFinding { code, path: entry.session.path(&place), message: state.message })
}
