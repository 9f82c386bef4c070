//! A draft under another version of its form: what would be kept, converted, parked is listed before it is done.

use std::collections::BTreeSet;

use serde::Serialize;
use terrain_domain::Value;
use terrain_forms::{Control, KeptPlace, Node, NodeKind, Outcome, Place};
use terrain_store::OpName;
use uuid::Uuid;

use super::guard::open_to_change;
use super::open::{Content, Entry};
use crate::form::as_text;
use crate::form_version::version_order;
use crate::{Fault, Session};

/// One answer's fate.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FateView {
    /// Where it was given.
    pub path: String,
    /// Where it stands in the other version.
    pub to: Option<String>,
    /// The value.
    pub value: String,
    /// The question as the version asks it that the entry has; nothing where that is not one of its questions.
    pub label: String,
    /// The value for people.
    pub shown: String,
    /// Why it is parked: `parked-…`.
    pub why: Option<&'static str>,
}

/// A move, done or tried.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Moved {
    /// The entry.
    pub id: Uuid,
    /// Version it had.
    pub from: String,
    /// Version it has, or would have.
    pub to: String,
    /// The same question and value.
    pub kept: Vec<FateView>,
    /// Another place, or written otherwise.
    pub converted: Vec<FateView>,
    /// Without a place; readable as before.
    pub parked: Vec<FateView>,
    /// Questions that only the other version asks, as it asks them.
    pub added: Vec<String>,
    /// Whether nothing was written.
    pub dry_run: bool,
}

impl Session {
    /// The newest version of an entry's form that is here and not withdrawn, where it is newer than the entry's.
    pub(super) fn newer_version(&mut self, entry: &Entry) -> Result<Option<String>, Fault> {
        let form_id = entry.form_row.fields.get("form_id").cloned().unwrap_or(Value::Null);
        let version = |row: &terrain_store::Row| row.fields.get("version").and_then(as_text).map(str::to_owned);
        let mut rows = self.store.rows("form", &[("form_id", form_id)])?;
        rows.retain(|row| row.fields.get("withdrawn") != Some(&Value::Bool(true)));
        let newest = rows.iter().filter_map(version).max_by_key(|v| version_order(v));
        let now = version_order(&version(&entry.form_row).unwrap_or_default());
        Ok(newest.filter(|newest| version_order(newest) > now))
    }
}

/// Moves a draft to another version of its form, or says what that would do.
pub fn move_entry(
    session: &mut Session,
    entry: &str,
    version: &str,
    dry_run: bool,
    language: &str,
) -> Result<Moved, Fault> {
    let mut now = session.entry(entry, Content::Live)?;
    open_to_change(now.document().state)?;
    let form_id = now.form_row.fields.get("form_id").and_then(as_text).unwrap_or_default().to_owned();
    let to = session.find_form(&form_id, Some(version)).or_else(|fault| {
        let row = session.find_form(version, None).map_err(|_| fault)?;
        let same = row.fields.get("form_id").and_then(as_text) == Some(&form_id);
        if same { Ok(row) } else { Err(Fault::input("fault-other-form", &[("got", version), ("form", &form_id)])) }
    })?;
    let row = session.store.row("entry", &now.id)?;
    let row = row.ok_or_else(|| Fault::input("fault-unknown-row", &[("kind", "entry"), ("got", entry)]))?;
    let mut then = session.open_entry_as(&row, to.clone(), Content::Live)?;
    for open in [&mut now, &mut then] {
        let _ = open.session.set_language(language);
    }
    let mut moved = Moved {
        id: now.id,
        from: now.form.version.clone(),
        to: then.form.version.clone(),
        kept: Vec::new(),
        converted: Vec::new(),
        parked: Vec::new(),
        added: only_asked_by(&then, &now),
        dry_run,
    };
    // What the form keeps for itself (`meta/instanceID`) is no answer of a person.
    let meta = format!("/{}/meta/", now.form.root_name);
    for fate in then.fates.iter().filter(|f| !f.from.1.starts_with(&meta)) {
        let of = terrain_forms::question_type(&then.form, fate.to.as_ref().map(|t| t.1.as_str()));
        let other_type = of != terrain_forms::question_type(&now.form, Some(&fate.from.1));
        let (label, shown) = as_read(&now, &fate.from, &fate.value);
        let view = FateView {
            path: fate.from.1.clone(),
            to: fate.to.as_ref().map(|t| t.1.clone()),
            value: fate.value.clone(),
            label,
            shown,
            why: fate.why.map(terrain_forms::WhyParked::code),
        };
        match fate.outcome {
            Outcome::Parked => moved.parked.push(view),
            Outcome::Kept if !other_type => moved.kept.push(view),
            _ => moved.converted.push(view),
        }
    }
    if !dry_run && to.id != now.form_row.id {
        session.store.write(OpName::MoveEntry, None, |w| w.set("entry", now.id, "form", &Value::Id(to.id)))?;
    }
    Ok(moved)
}

/// A kept answer as people read it in an entry: the question, and the value.
fn as_read(entry: &Entry, from: &KeptPlace, value: &str) -> (String, String) {
    let stands = entry.fates.iter().find(|f| f.from == *from).and_then(|f| f.to.as_ref()).unwrap_or(from);
    let node = entry.form.at_path(&stands.1).map(|(id, _)| id);
    let state = node.and_then(|node| entry.session.node(&Place { instance: stands.0, node }));
    state.filter(|s| s.value == value).map_or_else(|| (String::new(), value.to_owned()), |s| (s.label, s.shown))
}

/// Labels of the questions that are asked in `then` and are none of `now`, in order.
fn only_asked_by(then: &Entry, now: &Entry) -> Vec<String> {
    let seen = |node: &Node| matches!(&node.kind, NodeKind::Question(q) if !matches!(q.control, Control::None | Control::Note));
    let known: BTreeSet<&str> = now.form.nodes.iter().filter(|n| seen(n)).map(|n| n.name.as_str()).collect();
    let mut told = BTreeSet::new();
    let mut added = Vec::new();
    for place in then.session.walk() {
        let Some(node) = then.form.node(place.node).filter(|n| seen(n) && !known.contains(n.name.as_str())) else {
            continue;
        };
        let state = then.session.node(&place).filter(|s| s.relevant);
        if let Some(state) = state.filter(|_| told.insert(place.node)) {
            added.push(if state.label.is_empty() { node.name.clone() } else { state.label });
        }
    }
    added
}
