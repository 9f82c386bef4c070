//! The reverse of an act: every field gets back what it held before, rows that were made go, rows that were deleted come back.
//! Where anybody changed one of them since, nothing is reversed.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{
    Chains, Change, ChangeId, Content, Live, ROW, RowChange, RowLife, RowState, Sealed, row_state, settled,
};
use terrain_domain::Value;
use uuid::Uuid;

use crate::history::histories;
use crate::moment::within;
use crate::subject::KEY_PROOF;
use crate::undo::{Act, Acts, UndoRefusal};
use crate::{Store, StoreError, Write};

/// Kinds whose rows are parts of an entry.
const PARTS: [&str; 4] = ["instance", "answer", "remark", "event"];

/// One change that takes an act back, on top of what is live.
pub(crate) enum Back {
    /// A field gets this value again.
    Field { kind: String, row: Uuid, field: String, content: Content, auto: bool, lives: Vec<Live> },
    /// The row goes.
    Delete { kind: String, row: Uuid, lives: Vec<Live> },
    /// The row comes back, with what it held.
    Revive { kind: String, row: Uuid, lives: Vec<Live> },
}

/// What an act did to one row, and how the row stood before and stands now.
struct Turn<'a> {
    acts: &'a Acts,
    act: &'a Act,
    kind: &'a str,
    row: Uuid,
    /// The act's own changes of the row, in its order.
    own: Vec<(&'a Change, ChangeId)>,
    /// All changes of the row.
    changes: &'a [RowChange],
    chains: &'a Chains,
    before: RowState,
    now: RowState,
}

impl Store {
    /// What reverses an act.
    pub(crate) fn reverse(&mut self, acts: &Acts, act: &Act) -> Result<Vec<Back>, StoreError> {
        let rows = act.rows();
        let mut plan = Vec::new();
        let known = histories(&self.db, &mut self.memory, &rows.iter().cloned().collect())?;
        let mut own: BTreeMap<(&str, Uuid), Vec<(&Change, ChangeId)>> = BTreeMap::new();
        for (change, id) in act.operation.changes.iter().zip(&act.ids) {
            own.entry((&change.kind, change.row)).or_default().push((change, *id));
        }
        for (kind, row) in &rows {
            let (kind, row) = (kind.as_str(), *row);
            let own = own.remove(&(kind, row)).unwrap_or_default();
            let changes = known.get(&(kind.to_owned(), row)).map_or(&[][..], Vec::as_slice);
            let before = within(changes, &act.before, &self.memory.chains);
            let now = row_state(changes, &self.memory.chains);
            let chains = &self.memory.chains;
            let turn = Turn { acts, act, kind, row, own, changes, chains, before, now };
            turn.plan(self, &mut plan)?;
        }
        Ok(plan)
    }

    /// Whether an entry that an act made has parts that others, or later acts, made.
    fn has_other_parts(&self, act: &Act, entry: &Uuid) -> Result<Option<(String, Uuid)>, StoreError> {
        for kind in PARTS {
            for row in self.parts_of(kind, entry)? {
                let own = act.operation.changes.iter().any(|c| c.kind == kind && c.row == row);
                if !own && self.row(kind, &row)?.is_some() {
                    return Ok(Some((kind.to_owned(), row)));
                }
            }
        }
        Ok(None)
    }
}

impl Turn<'_> {
    fn plan(&self, store: &Store, plan: &mut Vec<Back>) -> Result<(), StoreError> {
        let (kind, row) = (self.kind.to_owned(), self.row);
        let life = self.last(ROW).and_then(|(change, _)| Some((change, RowLife::of(&change.content)?)));
        let lives = || self.now.fields.get(ROW).cloned().unwrap_or_default();
        match life {
            Some((_, RowLife::Deleted)) if self.before.alive => {
                self.unchanged_since(ROW)?;
                plan.push(Back::Revive { kind, row, lives: lives() });
                self.fields(store, &self.touched(), false, plan)
            }
            Some((change, RowLife::Alive)) if !self.before.alive => {
                self.all_unchanged_since(store)?;
                // A return named what the row held before it was deleted; undoing a delete names nothing but the delete.
                let returned = !change.base.is_empty() && self.act.operation.undoes.is_none();
                let mut fields = self.touched();
                if returned {
                    fields.extend(self.before.fields.keys().map(String::as_str));
                }
                self.fields(store, &fields, true, plan)?;
                plan.push(Back::Delete { kind, row, lives: lives() });
                Ok(())
            }
            // Neither there before nor now, or made once more where it was there: its fields count.
            _ if self.now.alive => self.fields(store, &self.touched(), false, plan),
            _ if self.before.alive => Err(self.changed_since(ROW)),
            _ => Ok(()),
        }
    }

    /// Puts fields back. Of a row that goes, only what it held before.
    fn fields(
        &self,
        store: &Store,
        fields: &BTreeSet<&str>,
        goes: bool,
        plan: &mut Vec<Back>,
    ) -> Result<(), StoreError> {
        for field in fields.iter().filter(|f| **f != ROW && **f != KEY_PROOF) {
            let open = |sealed: &Sealed| store.open_sealed(sealed, &self.row, field);
            let lives_of = |state: &RowState| state.fields.get(*field).cloned().unwrap_or_default();
            let (before, now) = (lives_of(&self.before), lives_of(&self.now));
            if goes && before.is_empty() {
                continue;
            }
            if self.last(field).is_some() {
                self.unchanged_since(field)?;
            }
            let (was, is) = (settled(&before, &open), settled(&now, &open));
            if was.as_ref().is_some_and(|s| s.disagreement()) {
                let (kind, field) = (self.kind.to_owned(), (*field).to_owned());
                return Err(UndoRefusal::Settled { kind, row: self.row, field }.into());
            }
            let (content, auto) = match &was {
                Some(s) => (s.from.content.clone(), s.from.auto),
                None => (Content::Plain(Value::Null), false),
            };
            let same = match (&was, &is) {
                (Some(was), Some(is)) => was.value.is_some() && was.value == is.value || content == is.from.content,
                (None, Some(is)) => is.value == Some(Value::Null),
                (_, None) => content == Content::Plain(Value::Null),
            };
            if !same {
                let (kind, field) = (self.kind.to_owned(), (*field).to_owned());
                plan.push(Back::Field { kind, row: self.row, field, content, auto, lives: now });
            }
        }
        Ok(())
    }

    /// The act's last change of this field, with its id.
    fn last(&self, field: &str) -> Option<(&Change, ChangeId)> {
        self.own.iter().rfind(|(c, _)| c.field == field).copied()
    }

    /// Fields of the row that the act set.
    fn touched(&self) -> BTreeSet<&str> {
        self.own.iter().map(|(c, _)| c.field.as_str()).collect()
    }

    fn changed_since(&self, field: &str) -> StoreError {
        let (kind, field) = (self.kind.to_owned(), field.to_owned());
        UndoRefusal::ChangedSince { kind, row: self.row, field }.into()
    }

    /// The field is as the act left it.
    fn unchanged_since(&self, field: &str) -> Result<(), StoreError> {
        let left = self.last(field).map(|(_, id)| self.origins(id, field)).unwrap_or_default();
        if self.stands(field) == left { Ok(()) } else { Err(self.changed_since(field)) }
    }

    /// The row that the act made holds nothing but what was there before and what the act put there.
    fn all_unchanged_since(&self, store: &Store) -> Result<(), StoreError> {
        for field in self.now.fields.keys().filter(|field| *field != KEY_PROOF) {
            let mut known = self.last(field).map(|(_, id)| self.origins(id, field)).unwrap_or_default();
            let before = self.before.fields.get(field).into_iter().flatten();
            known.extend(before.flat_map(|live| self.origins(live.id, field)));
            if !self.stands(field).is_subset(&known) {
                return Err(self.changed_since(field));
            }
        }
        if self.kind == "entry"
            && let Some((kind, row)) = store.has_other_parts(self.act, &self.row)?
        {
            return Err(UndoRefusal::ChangedSince { kind, row, field: ROW.to_owned() }.into());
        }
        Ok(())
    }

    /// What the live values of a field stand for.
    fn stands(&self, field: &str) -> BTreeSet<ChangeId> {
        let lives = self.now.fields.get(field).into_iter().flatten();
        lives.flat_map(|live| self.origins(live.id, field)).collect()
    }

    /// Which changes one stands for: undoing and doing again bring back what earlier changes had put there.
    fn origins(&self, id: ChangeId, field: &str) -> BTreeSet<ChangeId> {
        let itself = BTreeSet::from([id]);
        let Some(by) = self.acts.of(&id) else { return itself };
        let undone = self.acts.all.get(by).and_then(|act| act.operation.undoes);
        let undone = undone.and_then(|first| self.acts.beginning_with(&first)).filter(|undone| *undone < by);
        let Some(act) = undone.and_then(|n| self.acts.all.get(n)) else { return itself };
        let state = within(self.changes, &act.before, self.chains);
        state.fields.get(field).into_iter().flatten().flat_map(|live| self.origins(live.id, field)).collect()
    }
}

impl Write<'_, '_> {
    /// Writes what takes an act back. A row that comes back names its delete in full: without a base it would be a new one.
    pub(crate) fn turn_back(&mut self, plan: Vec<Back>) -> Result<(), StoreError> {
        for back in plan {
            match back {
                Back::Field { kind, row, field, content, auto, lives } => {
                    let base = self.base(&lives);
                    self.record(Change { kind, row, field, content, base, auto, seen: None });
                }
                Back::Delete { kind, row, lives } => {
                    let base = lives.iter().map(|live| self.named(live)).collect();
                    self.record_delete(&kind, row, base);
                }
                Back::Revive { kind, row, lives } => {
                    let base = lives.iter().map(|live| self.named(live)).collect();
                    self.record(Change { base, ..Change::plain(&kind, row, ROW, RowLife::Alive.value()) });
                }
            }
        }
        Ok(())
    }
}
