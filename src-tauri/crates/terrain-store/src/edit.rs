//! What a person does to rows inside a write: makes, sets, deletes, brings back, each on top of what was seen.

use std::rc::Rc;

use terrain_changes::{BaseRef, Change, ChangeId, Content, Live, ROW, RowLife, RowState, Sealed};
use terrain_domain::{Value, device_prefix, kind as find_kind, new_v7, owner_prefix};
use uuid::Uuid;

use crate::fold::load_state;
use crate::history::history_changes;
use crate::parts::entries_of;
use crate::subject::KEY_PROOF;
use crate::{StoreError, Write, fresh};

/// How a field is set.
#[derive(Clone, Copy, Default)]
struct How<'a> {
    /// What the screen had shown; nothing means all that is live.
    shown: Option<&'a [ChangeId]>,
    /// Whose key seals the value, where the kind does not say so.
    subject: Option<Uuid>,
    /// Made by the app.
    auto: bool,
}

impl Write<'_, '_> {
    /// Makes a row under a new identifier and sets these fields.
    pub fn create(&mut self, kind: &str, fields: &[(&str, Value)]) -> Result<Uuid, StoreError> {
        let row = new_v7(self.at, &self.fold.identity.device.0, self.env.chance());
        self.create_as(kind, row, fields)?;
        Ok(row)
    }

    /// Makes a row under a given identifier drawn before, which is not there.
    pub fn create_as(&mut self, kind: &str, row: Uuid, fields: &[(&str, Value)]) -> Result<(), StoreError> {
        if find_kind(kind).is_some_and(|k| k.has_personal()) {
            crate::subject::make(self.fold, row)?;
        }
        self.record(Change::plain(kind, row, ROW, RowLife::Alive.value()));
        self.fill(kind, row, fields)
    }

    fn fill(&mut self, kind: &str, row: Uuid, fields: &[(&str, Value)]) -> Result<(), StoreError> {
        for (field, value) in fields.iter().filter(|(_, value)| *value != Value::Null) {
            let content = self.content(kind, &row, field, value, None)?;
            self.record(Change { content, ..Change::plain(kind, row, field, Value::Null) });
        }
        Ok(())
    }

    /// Brings about that a row with a derived identifier is there and shows these values: makes it, brings it back empty
    /// where somebody deleted it, or sets what differs.
    pub fn upsert(&mut self, kind: &str, row: Uuid, fields: &[(&str, Value)]) -> Result<(), StoreError> {
        let known = load_state(self.fold.db, kind, &row)?.map(|(_, state)| state).unwrap_or_default();
        if known.alive || self.has_written(kind, &row, ROW) {
            return fields.iter().try_for_each(|(field, value)| self.set(kind, row, field, value));
        }
        if !known.fields.contains_key(ROW) {
            return self.create_as(kind, row, fields);
        }
        // What was there before the delete is named, one's own too: else it would show again.
        let base = known.fields.values().flatten().map(|live| self.named(live)).collect();
        self.record(Change { base, ..Change::plain(kind, row, ROW, RowLife::Alive.value()) });
        self.fill(kind, row, fields)
    }

    /// Sets one field, on top of the live values. Nothing is written where the value already stands alone.
    pub fn set(&mut self, kind: &str, row: Uuid, field: &str, value: &Value) -> Result<(), StoreError> {
        self.put(kind, row, field, value, How::default())
    }

    /// Sets one field on top of what the screen had shown (and of one's own later values): a value that came since stands
    /// beside it.
    pub fn set_on(
        &mut self,
        kind: &str,
        row: Uuid,
        field: &str,
        value: &Value,
        shown: &[ChangeId],
    ) -> Result<(), StoreError> {
        self.put(kind, row, field, value, How { shown: Some(shown), ..How::default() })
    }

    /// Sets a value that the app made and nobody can compute again (a dynamic default, the result of a trigger): it never
    /// makes a disagreement.
    pub fn set_auto(&mut self, kind: &str, row: Uuid, field: &str, value: &Value) -> Result<(), StoreError> {
        self.put(kind, row, field, value, How { auto: true, ..How::default() })
    }

    /// Sets a field of any kind to a value sealed under the key of `subject`, an entry. The laptop that made the entry
    /// makes the key where there is none.
    ///
    /// Errors: [`StoreError::SubjectKeyMissing`] where the key of another laptop's entry has not come.
    pub fn set_sealed(
        &mut self,
        kind: &str,
        row: Uuid,
        field: &str,
        value: &Value,
        subject: Uuid,
    ) -> Result<(), StoreError> {
        if owner_prefix(&subject) == Some(device_prefix(&self.fold.identity.device.0)) {
            self.make_key("entry", subject)?;
        }
        self.put(kind, row, field, value, How { subject: Some(subject), ..How::default() })
    }

    /// Makes the key under which personal answers of a row are sealed, where it has none, and shows in the log which it is,
    /// so that other laptops take it. To be called by whoever makes an entry of a form with personal questions.
    pub fn make_key(&mut self, kind: &str, row: Uuid) -> Result<(), StoreError> {
        if self.fold.memory.subject_keys.contains_key(&row) {
            return Ok(());
        }
        let known = load_state(self.fold.db, kind, &row)?.is_some_and(|(_, s)| s.fields.contains_key(KEY_PROOF));
        if known {
            return Err(StoreError::SubjectKeyMissing(row));
        }
        crate::subject::make(self.fold, row)?;
        let content = self.content(kind, &row, KEY_PROOF, &Value::Null, Some(row))?;
        self.record(Change { content, ..Change::plain(kind, row, KEY_PROOF, Value::Null) });
        Ok(())
    }

    fn put(&mut self, kind: &str, row: Uuid, field: &str, value: &Value, how: How<'_>) -> Result<(), StoreError> {
        let state = self.alive(kind, &row)?;
        let lives = state.fields.get(field).map_or(&[][..], Vec::as_slice);
        let how = How { subject: how.subject.or_else(|| self.sealed_under(&state, &row, lives)), ..how };
        if !self.has_written(kind, &row, field) && self.stands(lives, &row, field, value, how) {
            return self.fold.drop_draft(kind, row, field);
        }
        let content = self.content(kind, &row, field, value, how.subject)?;
        let base = match how.shown {
            None => self.base(lives),
            Some(shown) => self.shown_base(kind, &row, field, lives, shown)?,
        };
        self.record(Change { content, base, auto: how.auto, ..Change::plain(kind, row, field, Value::Null) });
        Ok(())
    }

    /// The subject under whose key a field is sealed by now: what is personal stays so, whoever sets it and by whatever way.
    /// Nobody else's subject than that of the row or its entry counts, else anybody could seal a field shut.
    fn sealed_under(&self, state: &RowState, row: &Uuid, lives: &[Live]) -> Option<Uuid> {
        let own = |subject: &Uuid| subject == row || entries_of(state).any(|entry| entry == *subject);
        let subjects = lives.iter().filter_map(|live| match &live.content {
            Content::Personal(sealed) => Some(sealed.subject),
            Content::Plain(_) => None,
        });
        subjects.filter(own).find(|subject| self.fold.memory.subject_keys.contains_key(subject))
    }

    /// Whether the value already stands alone, as it would be written.
    fn stands(&self, lives: &[Live], row: &Uuid, field: &str, value: &Value, how: How<'_>) -> bool {
        match lives {
            [] => *value == Value::Null,
            [one] => {
                let subject = match &one.content {
                    Content::Personal(sealed) => Some(sealed.subject),
                    Content::Plain(_) => None,
                };
                let alike = how.subject.is_none_or(|s| subject == Some(s));
                let seen = how.shown.is_none_or(|shown| shown.contains(&one.id));
                alike && seen && self.read(one, row, field).as_ref() == Some(value)
            }
            _ => false,
        }
    }

    /// Deletes a row; the change carries what this laptop had.
    pub fn delete(&mut self, kind: &str, row: Uuid) -> Result<(), StoreError> {
        let state = self.alive(kind, &row)?;
        let lives = state.fields.get(ROW).map_or(&[][..], Vec::as_slice);
        let base = self.base(lives);
        self.record_delete(kind, row, base);
        Ok(())
    }

    pub(crate) fn record_delete(&mut self, kind: &str, row: Uuid, base: Vec<BaseRef>) {
        let seen = Some((*self.fold.memory.vector).clone());
        self.record(Change { base, seen, ..Change::plain(kind, row, ROW, RowLife::Deleted.value()) });
    }

    fn alive(&mut self, kind: &str, row: &Uuid) -> Result<Rc<RowState>, StoreError> {
        if let Some((of, at, state)) = &self.seen
            && of == kind
            && at == row
        {
            return Ok(state.clone());
        }
        let state = if self.has_written(kind, row, ROW) {
            RowState::default()
        } else {
            let found = load_state(self.fold.db, kind, row)?.filter(|(_, state)| state.alive);
            found.ok_or_else(|| StoreError::UnknownRow { kind: kind.into(), id: *row })?.1
        };
        let state = Rc::new(state);
        self.seen = Some((kind.to_owned(), *row, state.clone()));
        Ok(state)
    }

    /// Whether this write has already changed the field.
    fn has_written(&self, kind: &str, row: &Uuid, field: &str) -> bool {
        let of_row = self.written.get(row).map_or(&[][..], Vec::as_slice);
        of_row.iter().filter_map(|&i| self.changes.get(i)).any(|c| c.kind == kind && c.field == field)
    }

    fn read(&self, live: &Live, row: &Uuid, field: &str) -> Option<Value> {
        match &live.content {
            Content::Plain(value) => Some(value.clone()),
            Content::Personal(sealed) => {
                self.fold.memory.subject_keys.get(&sealed.subject).and_then(|key| sealed.open(key, row, field))
            }
        }
    }

    /// Names live values of one field; one's own earlier ones need no naming unless the own chain has branches.
    pub(crate) fn base(&self, lives: &[Live]) -> Vec<BaseRef> {
        let (own, chains) = (self.fold.identity.device, &self.fold.memory.chains);
        let needed = |live: &&Live| live.device != own || chains.is_forked(&own);
        lives.iter().filter(needed).map(|live| self.named(live)).collect()
    }

    /// Names one live value, by number where that can mean only one.
    pub(crate) fn named(&self, live: &Live) -> BaseRef {
        let memory = &self.fold.memory;
        let known = live.device == self.fold.identity.device || memory.vector.only_tip(&live.device).is_some();
        if known && !memory.chains.is_forked(&live.device) {
            BaseRef::At(live.device, live.seq)
        } else {
            BaseRef::Full(live.id)
        }
    }

    /// Names what was shown: what is still live, and, should that end otherwise, what was replaced since.
    fn shown_base(
        &mut self,
        kind: &str,
        row: &Uuid,
        field: &str,
        lives: &[Live],
        shown: &[ChangeId],
    ) -> Result<Vec<BaseRef>, StoreError> {
        let still: Vec<Live> = lives.iter().filter(|l| shown.contains(&l.id)).cloned().collect();
        let mut base = self.base(&still);
        let gone = |id: &ChangeId| !still.iter().any(|l| l.id == *id);
        if shown.iter().any(gone) {
            let (db, own) = (self.fold.db, self.fold.identity.device);
            for c in history_changes(db, self.fold.memory, kind, row)? {
                if c.field == field && c.position.device != own && shown.contains(&c.id) && gone(&c.id) {
                    base.push(BaseRef::Full(c.id));
                }
            }
        }
        Ok(base)
    }

    /// The content to be written: sealed for personal fields under the row's key, and where a subject is given.
    fn content(
        &self,
        kind: &str,
        row: &Uuid,
        field: &str,
        value: &Value,
        subject: Option<Uuid>,
    ) -> Result<Content, StoreError> {
        let personal = || find_kind(kind).and_then(|k| k.field(field)).is_some_and(|f| f.personal);
        let Some(subject) = subject.or_else(|| personal().then_some(*row)) else {
            return Ok(Content::Plain(value.clone()));
        };
        let key = self.fold.memory.subject_keys.get(&subject).ok_or(StoreError::SubjectKeyMissing(subject))?;
        Ok(Content::Personal(Sealed::seal(key, subject, row, field, fresh(), value)?))
    }
}
