//! The development plan inside a form: lines that open with what the plan holds open, answers that become updates, new lines
//! that become actions. Which answer is what, the workbook says in its column `plan`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use terrain_domain::{ActionStatus, Value};
use terrain_forms::{Form, InstanceKey, NodeId, NodeKind, Place};
use terrain_store::{StoreError, Write};
use uuid::Uuid;

use super::open::{Entry, id_of, text_of};
use crate::plan::OpenAction;
use crate::{Fault, Session};

/// Most lines that a form opens with: what can be gone through with people in a visit.
const LINES_MAX: usize = 12;
/// All of it, in percent.
const WHOLE: i64 = 100;

/// A line of a repeat about the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its instance.
    key: InstanceKey,
    /// Asks for the status of an action that is there; else it is a new one.
    pub asks: bool,
    /// Column `plan` → answer; only what is not blank.
    answers: BTreeMap<String, String>,
    /// Where the action's identifier stands.
    action_at: Option<NodeId>,
}

impl Line {
    /// Path of the element of the repeat.
    pub fn element(&self, session: &terrain_forms::Session) -> Option<String> {
        let path = session.path(&Place { instance: self.key, node: self.action_at? });
        path.rsplit_once('/').map(|(element, _)| element.to_owned())
    }

    pub fn said(&self, field: &str) -> Option<&str> {
        self.answers.get(field).map(String::as_str)
    }

    pub fn day(&self, field: &str) -> Option<NaiveDate> {
        self.said(field).and_then(|text| text.parse().ok())
    }

    pub fn action(&self) -> Option<Uuid> {
        self.said("action").and_then(|text| Uuid::parse_str(text).ok())
    }

    pub fn status(&self) -> Option<ActionStatus> {
        self.said("status").and_then(ActionStatus::parse)
    }
}

/// The question of this repeat, or outside all, that is about this field of the plan.
pub(super) fn asking(form: &Form, repeat: Option<NodeId>, field: &str) -> Option<NodeId> {
    let is = |n: &&(NodeId, &terrain_forms::Node)| n.1.repeat == repeat && n.1.plan.as_deref() == Some(field);
    form.questions().collect::<Vec<_>>().iter().find(is).map(|(id, _)| *id)
}

/// Repeats about the plan, with whether they ask for a status.
fn repeats(form: &Form) -> Vec<(NodeId, bool)> {
    let repeats = form.nodes.iter().zip(0..).filter(|(n, _)| matches!(n.kind, NodeKind::Repeat { .. }));
    let ids = repeats.map(|(_, id)| NodeId(id)).filter(|id| asking(form, Some(*id), "action").is_some());
    ids.map(|id| (id, asking(form, Some(id), "status").is_some())).collect()
}

/// The name of the question by which this form takes new actions, which is their origin.
pub(crate) fn origin(form: &Form) -> Option<&str> {
    let (repeat, _) = repeats(form).into_iter().find(|(_, asks)| !asks)?;
    form.node(asking(form, Some(repeat), "title")?).map(|n| n.name.as_str())
}

/// The lines of an entry as they stand, in order.
pub(crate) fn lines(form: &Form, session: &terrain_forms::Session) -> Vec<Line> {
    let repeats: BTreeMap<NodeId, bool> = repeats(form).into_iter().collect();
    let mut lines: Vec<Line> = Vec::new();
    for place in session.walk() {
        let Some(node) = form.node(place.node) else { continue };
        let (Some(field), Some(asks)) = (&node.plan, node.repeat.and_then(|r| repeats.get(&r))) else { continue };
        if lines.last().is_none_or(|line| line.key != place.instance) {
            lines.push(Line { key: place.instance, asks: *asks, ..Line::default() });
        }
        let state = session.node(&place).filter(|s| s.relevant);
        let Some(line) = lines.last_mut() else { continue };
        if field == "action" {
            line.action_at = Some(place.node);
        }
        if let Some(value) = state.map(|s| s.value.trim().to_owned()).filter(|v| !v.is_empty()) {
            line.answers.insert(field.clone(), value);
        }
    }
    lines
}

/// What a visit goes through: promises, and what is begun, late or due soon.
fn is_gone_through(action: &OpenAction, promised: bool) -> bool {
    promised || action.overdue_days > 0 || action.soon || action.status == ActionStatus::InProgress
}

/// Fills in what the plan of a cooperative holds open.
pub(crate) fn open_with_plan(
    session: &mut Session,
    filling: &mut terrain_forms::Session,
    cooperative: &Uuid,
) -> Result<(), Fault> {
    let form = filling.form().clone();
    let Some((repeat, _)) = repeats(&form).into_iter().find(|(_, asks)| *asks) else { return Ok(()) };
    let Some(count) = asking(&form, None, "count") else { return Ok(()) };
    let today = session.today();
    let of_plan = BTreeSet::from([*cooperative]);
    let mut open = crate::plan::open_actions(session, &of_plan, today)?;
    let living = session.living_actions(&of_plan)?;
    let promise = origin(&form);
    let promised = |id: &Uuid| living.get(id).and_then(|a| text_of(&a.row, "origin")).as_deref() == promise;
    open.retain(|action| is_gone_through(action, promise.is_some() && promised(&action.id)));
    open.truncate(LINES_MAX);
    let root = Place { instance: InstanceKey::ROOT, node: count };
    if filling.fill(&root, &open.len().to_string()).is_err() {
        return Ok(());
    }
    let path = form.node(repeat).map(|n| n.path.clone()).unwrap_or_default();
    for (action, position) in open.iter().zip(1..) {
        let due = action.due_on.map(|day| day.to_string()).unwrap_or_default();
        let known = [("action", action.id.to_string()), ("title", action.title.clone()), ("due_on", due)];
        for (field, value) in known.into_iter().chain([("owner", action.owner.clone().unwrap_or_default())]) {
            let name = asking(&form, Some(repeat), field).and_then(|id| form.node(id)).map(|n| n.name.as_str());
            let place = name.and_then(|name| filling.resolve(&format!("{path}[{position}]/{name}")));
            // What the form does not ask for, or takes no such value of, is simply not filled in.
            if let Some(place) = place.filter(|_| !value.is_empty()) {
                let _ = filling.fill(&place, &value);
            }
        }
    }
    Ok(())
}

/// What an entry says of the plan, and what stands there of it.
pub(super) struct Carried {
    on: NaiveDate,
    cooperative: Uuid,
    visit: Option<Uuid>,
    origin: Option<String>,
    lines: Vec<Line>,
    /// Updates of this entry's visit that are there, by action.
    updates: BTreeMap<Uuid, Uuid>,
    /// Actions that an earlier sealing made of lines that are gone.
    orphans: Vec<Uuid>,
    /// Actions of this entry of which nobody has said anything since.
    untouched: BTreeSet<Uuid>,
}

/// What a repeat is to the plan: `review` asks what became of actions, `new` takes new ones.
pub(super) fn about_plan(form: &Form, repeat: NodeId) -> Option<&'static str> {
    let (_, asks) = repeats(form).into_iter().find(|(id, _)| *id == repeat)?;
    Some(if asks { "review" } else { "new" })
}

impl Carried {
    /// Reads it, and names an action for each new line: the identifier becomes an answer, so that sealing again finds it.
    pub fn read(session: &mut Session, entry: &mut Entry) -> Result<Option<Self>, Fault> {
        if repeats(&entry.form).is_empty() {
            return Ok(None);
        }
        let today = session.today();
        let visit = session.store.row("entry", &entry.id)?.and_then(|row| id_of(&row, "subject"));
        let on = entry.form.date_question.map(|node| Place { instance: InstanceKey::ROOT, node });
        let on = on.and_then(|p| entry.session.node(&p)).and_then(|s| s.value.parse().ok()).unwrap_or(today);
        let mut lines = lines(&entry.form, &entry.session);
        for line in lines.iter_mut().filter(|l| !l.asks && l.said("title").is_some() && l.action().is_none()) {
            let id = session.store.new_id().to_string();
            if let Some(node) = line.action_at {
                let _ = entry.session.fill(&Place { instance: line.key, node }, &id);
                line.answers.insert("action".to_owned(), id);
            }
        }
        let updates = Self::updates(session, visit, on)?;
        let named: BTreeSet<Uuid> = lines.iter().filter(|l| !l.asks).filter_map(Line::action).collect();
        let new_paths: BTreeSet<&str> = repeats(&entry.form)
            .into_iter()
            .filter(|(_, asks)| !asks)
            .filter_map(|(r, _)| asking(&entry.form, Some(r), "action"))
            .filter_map(|id| entry.form.node(id).map(|n| n.path.as_str()))
            .collect();
        let kept = entry.kept.iter().filter(|((_, path), _)| new_paths.contains(path.as_str()));
        let made: BTreeSet<Uuid> = kept.filter_map(|(_, b)| Uuid::parse_str(&b.value).ok()).collect();
        let living = session.living_actions(&BTreeSet::from([entry.cooperative]))?;
        let silent = |id: &&Uuid| {
            let untouched =
                |a: &crate::plan::LivingAction| a.life.updated_on.is_none() && id_of(&a.row, "objective").is_none();
            living.get(*id).is_some_and(untouched)
        };
        let untouched: BTreeSet<Uuid> = made.iter().filter(silent).copied().collect();
        let orphans = untouched.difference(&named).copied().collect();
        let origin = origin(&entry.form).map(str::to_owned);
        Ok(Some(Self { on, cooperative: entry.cooperative, visit, origin, lines, updates, orphans, untouched }))
    }

    /// Updates noted with this visit; of an entry without one, those of its day without a visit.
    fn updates(session: &mut Session, visit: Option<Uuid>, on: NaiveDate) -> Result<BTreeMap<Uuid, Uuid>, Fault> {
        let of = match visit {
            Some(visit) => vec![("visit", Value::Id(visit))],
            None => vec![("visit", Value::Null), ("on", Value::Date(on))],
        };
        let rows = session.store.rows("action_update", &of)?;
        Ok(rows.iter().filter_map(|row| Some((id_of(row, "action")?, row.id))).collect())
    }

    /// Brings the plan to what the lines say: once, however often it is sealed.
    pub fn carry(&self, w: &mut Write<'_, '_>) -> Result<(), StoreError> {
        let text = |said: Option<&str>| said.map_or(Value::Null, |t| Value::Text(t.to_owned()));
        for line in &self.lines {
            let Some(action) = line.action() else { continue };
            if line.asks {
                self.update(w, line, action)?;
            } else if line.said("title").is_some() {
                let fields = [
                    ("cooperative", Value::Id(self.cooperative)),
                    ("origin", text(self.origin.as_deref())),
                    ("title", text(line.said("title"))),
                    ("owner", text(line.said("owner"))),
                    ("due_on", line.day("due_on").map_or(Value::Null, Value::Date)),
                ];
                w.upsert("action", action, &fields)?;
            }
        }
        self.orphans.iter().try_for_each(|action| w.delete("action", *action))
    }

    fn update(&self, w: &mut Write<'_, '_>, line: &Line, action: Uuid) -> Result<(), StoreError> {
        let there = self.updates.get(&action);
        let Some(status) = line.status() else {
            return there.map_or(Ok(()), |row| w.delete("action_update", *row));
        };
        let note = line.said("note").map_or(Value::Null, |t| Value::Text(t.to_owned()));
        let due_on = line.day("new_due_on").map_or(Value::Null, Value::Date);
        let progress = if status == ActionStatus::Done { Value::Int(WHOLE) } else { Value::Null };
        let said = [
            ("on", Value::Date(self.on)),
            ("status", Value::Text(status.code().to_owned())),
            ("note", note),
            ("due_on", due_on),
            ("progress", progress),
        ];
        if let Some(row) = there {
            return said.iter().try_for_each(|(field, value)| w.set("action_update", *row, field, value));
        }
        let of = [("action", Value::Id(action)), ("visit", self.visit.map_or(Value::Null, Value::Id))];
        let fields: Vec<_> = of.into_iter().chain(said).filter(|(_, v)| *v != Value::Null).collect();
        w.create("action_update", &fields).map(|_| ())
    }

    /// Takes back what the lines said, when the entry is taken up again. An action of which something was said since stays.
    pub fn take_back(&self, w: &mut Write<'_, '_>) -> Result<(), StoreError> {
        for line in self.lines.iter().filter(|l| l.asks) {
            if let Some(row) = line.action().and_then(|a| self.updates.get(&a)) {
                w.delete("action_update", *row)?;
            }
        }
        self.untouched.iter().try_for_each(|action| w.delete("action", *action))
    }
}
