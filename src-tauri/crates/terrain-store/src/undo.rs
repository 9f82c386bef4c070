//! Undo and redo as a person understands them: one's own acts on this laptop, newest first. The stacks follow from the log, so
//! they outlive a restart; what an act's reverse is, is said in `revert`.

use std::collections::{BTreeSet, HashMap};

use terrain_changes::{ChangeId, Content, EVENT, OP_ACK, Operation, ROW};
use terrain_domain::Value;
use uuid::Uuid;

use crate::log::LoggedOperation;
use crate::moment::Moment;
use crate::{OpName, Store, StoreError, Touched};

/// Operations of this laptop among which undo and redo look: nobody goes back further, and each is read from the log.
const OPERATIONS_MAX: i64 = 400;
/// Kinds that decide who may write.
const CONTROL: [&str; 3] = ["certificate", "ending", "schema"];
/// Written as by the app, so that nobody disagrees about it, and yet by a person's hand: the place of an instance.
const ORDER: &str = "order_key";

/// An act that can be undone, or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// Name of the operation, as it was first done.
    pub name: String,
    /// When it was done, UTC ms.
    pub at: i64,
    /// What the person wrote beside it.
    pub note: Option<String>,
    /// Rows that it touched, in its order.
    pub rows: Vec<(String, Uuid)>,
}

/// Why an act is not undone; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoRefusal {
    /// There is none.
    #[error("nothing to undo")]
    Nothing,
    /// Somebody changed this field since, or wrote this row: undoing would take that away.
    #[error("{kind} {row} {field} was changed since")]
    ChangedSince {
        /// Kind.
        kind: String,
        /// Row.
        row: Uuid,
        /// Field, or `_row`.
        field: String,
    },
    /// It ended a disagreement, which nobody can bring about again alone.
    #[error("{kind} {row} {field} was a disagreement")]
    Settled {
        /// Kind.
        kind: String,
        /// Row.
        row: Uuid,
        /// Field.
        field: String,
    },
    /// What seals a document is not undone: the document is reopened.
    #[error("document {entry} is sealed")]
    Sealing {
        /// The document.
        entry: Uuid,
    },
}

/// One act: an operation with all its parts.
pub(crate) struct Act {
    /// Ids of its changes.
    pub ids: Vec<ChangeId>,
    /// Its parts as one.
    pub operation: Operation,
    /// What its author had before it.
    pub before: Moment,
}

impl Act {
    /// Rows that it touches, each once, in its order.
    pub(crate) fn rows(&self) -> Vec<(String, Uuid)> {
        let mut known = BTreeSet::new();
        let rows = self.operation.changes.iter().map(|c| (c.kind.clone(), c.row));
        rows.filter(|row| known.insert(row.clone())).collect()
    }

    /// What happened to which document, where it is a document's event.
    fn event(&self) -> Option<(&str, Uuid)> {
        let of_event = |c: &&terrain_changes::Change| c.kind == EVENT;
        let entry = self.operation.changes.iter().filter(of_event).find_map(|c| match &c.content {
            Content::Plain(Value::Id(entry)) if c.field == "entry" => Some(*entry),
            _ => None,
        })?;
        let what = self.operation.changes.iter().filter(of_event).find(|c| c.field != "entry" && c.field != ROW)?;
        Some((&what.field, entry))
    }
}

/// One's own acts with the two stacks, as numbers of acts.
#[derive(Default)]
pub(crate) struct Acts {
    pub all: Vec<Act>,
    /// Which act a change belongs to.
    by_change: HashMap<ChangeId, usize>,
    undo: Vec<usize>,
    redo: Vec<usize>,
}

impl Acts {
    /// The number of the act to which a change belongs.
    pub(crate) fn of(&self, id: &ChangeId) -> Option<usize> {
        self.by_change.get(id).copied()
    }

    /// The act whose first change this is.
    pub(crate) fn beginning_with(&self, id: &ChangeId) -> Option<usize> {
        self.of(id).filter(|n| self.all.get(*n).is_some_and(|act| act.ids.first() == Some(id)))
    }

    /// The act as it was first done, under undoing and doing again.
    fn origin(&self, mut n: usize) -> Option<&Act> {
        let mut act = self.all.get(n)?;
        while let Some(before) = act.operation.undoes.and_then(|id| self.beginning_with(&id)).filter(|b| *b < n) {
            n = before;
            act = self.all.get(n)?;
        }
        Some(act)
    }

    fn view(&self, n: usize) -> Option<Undoable> {
        let act = self.origin(n)?;
        let o = &act.operation;
        Some(Undoable { name: o.name.clone(), at: o.at, note: o.note.clone(), rows: act.rows() })
    }

    /// Puts the acts on their stacks, in the order in which they were done.
    fn stack(&mut self, by_person: impl Fn(&Act) -> bool) {
        for n in 0..self.all.len() {
            let Some(act) = self.all.get(n) else { continue };
            if let Some(undone) = act.operation.undoes.and_then(|id| self.beginning_with(&id)) {
                if let Some(at) = self.undo.iter().rposition(|u| *u == undone) {
                    self.undo.remove(at);
                    self.redo.push(n);
                } else if let Some(at) = self.redo.iter().rposition(|u| *u == undone) {
                    self.redo.remove(at);
                    self.undo.push(n);
                }
            } else if act.operation.undoes.is_none() && by_person(act) {
                self.redo.clear();
                match act.event() {
                    // A document that is open again stands in nobody's way.
                    Some(("reopen", entry)) => {
                        let all = &self.all;
                        let of_entry = |n: &usize| all.get(*n).and_then(Act::event).is_some_and(|(_, e)| e == entry);
                        self.undo.retain(|n| !of_entry(n));
                    }
                    _ => self.undo.push(n),
                }
            }
        }
    }
}

impl Store {
    /// What [`Store::undo`] would undo.
    pub fn undoable(&mut self) -> Result<Option<Undoable>, StoreError> {
        let acts = self.own_acts()?;
        Ok(acts.undo.last().and_then(|n| acts.view(*n)))
    }

    /// What [`Store::redo`] would do again.
    pub fn redoable(&mut self) -> Result<Option<Undoable>, StoreError> {
        let acts = self.own_acts()?;
        Ok(acts.redo.last().and_then(|n| acts.view(*n)))
    }

    /// Undoes the last act of the person on this laptop that is not undone yet: an act of its own in the log. All of it is
    /// undone or nothing.
    ///
    /// Errors: [`StoreError::Undo`] says why not.
    pub fn undo(&mut self) -> Result<(Undoable, Touched), StoreError> {
        let mut acts = self.own_acts()?;
        let stack = std::mem::take(&mut acts.undo);
        self.turn_back(OpName::Undo, &acts, &stack)
    }

    /// Does again what was undone last. Whatever the person did since has ended that.
    ///
    /// Errors: [`StoreError::Undo`] says why not.
    pub fn redo(&mut self) -> Result<(Undoable, Touched), StoreError> {
        let mut acts = self.own_acts()?;
        let stack = std::mem::take(&mut acts.redo);
        self.turn_back(OpName::Redo, &acts, &stack)
    }

    fn turn_back(&mut self, name: OpName, acts: &Acts, stack: &[usize]) -> Result<(Undoable, Touched), StoreError> {
        for n in stack.iter().rev() {
            let Some(act) = acts.all.get(*n) else { continue };
            if let Some((_, entry)) = act.event() {
                return Err(UndoRefusal::Sealing { entry }.into());
            }
            let plan = self.reverse(acts, act)?;
            // An act that left everything as it was has nothing to be undone.
            if plan.is_empty() {
                continue;
            }
            let first = act.ids.first().copied();
            let ((), touched) = self.write_undoing(name, None, first, |w| w.turn_back(plan))?;
            let view = acts.view(*n).ok_or(UndoRefusal::Nothing)?;
            return Ok((view, touched));
        }
        Err(UndoRefusal::Nothing.into())
    }

    /// The acts of this laptop that undo and redo look at, oldest first, on their stacks.
    fn own_acts(&mut self) -> Result<Acts, StoreError> {
        let Some(own) = self.memory.devices.get(&self.identity.device).copied() else { return Ok(Acts::default()) };
        let mut found = self.operations(
            "device = ?1 AND refused IS NULL AND n > (SELECT coalesce(min(n), 0) - 1 FROM
             (SELECT n FROM operation WHERE device = ?1 ORDER BY n DESC LIMIT ?2))",
            (own, OPERATIONS_MAX),
        )?;
        // On a restored laptop the other branch is not this laptop's doing.
        let here = self.here();
        found.retain(|op| self.memory.chains.precedes(&op.position, &here.place));
        let mut acts = Acts::default();
        let mut parts: Vec<LoggedOperation> = Vec::new();
        for op in found {
            let goes_on = op.operation.more;
            parts.push(op);
            if !goes_on {
                acts.all.extend(self.act(std::mem::take(&mut parts))?);
            }
        }
        for (n, act) in acts.all.iter().enumerate() {
            acts.by_change.extend(act.ids.iter().map(|id| (*id, n)));
        }
        let admitted: BTreeSet<Uuid> = self.memory.authority.standings().map(|(_, s)| s.person).collect();
        acts.stack(|act| by_person(act, &admitted));
        Ok(acts)
    }

    fn act(&mut self, parts: Vec<LoggedOperation>) -> Result<Option<Act>, StoreError> {
        let Some(first) = parts.first() else { return Ok(None) };
        let (place, segment) = (first.position, first.position.segment);
        let seen = (*self.memory.deps_of(&self.db, segment)?).clone();
        let mut ids = Vec::new();
        let mut whole: Option<Operation> = None;
        for part in parts {
            ids.extend(part.operation.change_ids(&part.position.device, part.position.seq)?);
            match &mut whole {
                None => whole = Some(part.operation),
                Some(whole) => whole.changes.extend(part.operation.changes),
            }
        }
        Ok(whole.map(|operation| Act { ids, operation, before: Moment { seen, place } }))
    }
}

/// Whether an act is one that a person did to the programme's rows, rather than the app's own or one about who may write.
fn by_person(act: &Act, admitted: &BTreeSet<Uuid>) -> bool {
    let own = [OpName::Start, OpName::Enrol, OpName::Adopt, OpName::Acknowledge];
    let o = &act.operation;
    let about_rights = |c: &terrain_changes::Change| {
        let admits = c.kind == "person" && c.field == ROW && admitted.contains(&c.row);
        CONTROL.contains(&c.kind.as_str()) || c.kind == OP_ACK || admits
    };
    !own.iter().any(|name| name.code() == o.name)
        && !o.changes.iter().any(about_rights)
        && !o.changes.iter().all(|c| c.auto && c.field != ORDER)
}
