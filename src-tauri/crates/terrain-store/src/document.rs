//! Events of documents in the replica: written with what the author had seen, and read with their place, so that it can be
//! said which of two saw the other. What state they give a document is not decided here.

use std::collections::BTreeSet;

use terrain_changes::{Change, Content, EVENT, EventContent, Position, ROW, RowLife, event_id};
use terrain_domain::{Role, Value};
use uuid::Uuid;

use crate::history::histories;
use crate::moment::Moment;
use crate::{Store, StoreError, Write};

/// An accepted event of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentEvent {
    /// Its row.
    pub id: Uuid,
    /// `finalise`, `return`, `validate`, `reopen`, `close`.
    pub what: String,
    /// What it says.
    pub said: EventContent,
    /// Who, as the certificate says.
    pub person: Option<Uuid>,
    /// In which role.
    pub role: Option<Role>,
    /// When, UTC ms.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
    /// What its author had of the log: the content that it seals lies inside.
    pub moment: Moment,
}

impl Write<'_, '_> {
    /// Says that something happened to a document (`what` is one of [`terrain_domain::EVENTS`]), with what this laptop has
    /// at this point, this write's own earlier changes included. Gives the event's row.
    ///
    /// What a *finalise* seals is computed before the write ([`Store::content_hash`] of [`Store::here`]), so such a write
    /// changes no answers.
    pub fn event(&mut self, entry: Uuid, what: &str, said: &EventContent) -> Result<Uuid, StoreError> {
        let device = self.fold.identity.device;
        let before = self.fold.memory.applied.get(&device).copied().unwrap_or_default();
        let seq = before + self.changes.len() as u64 + 1;
        let row = event_id(self.at, &Position { device, seq, segment: None });
        self.record(Change::plain(EVENT, row, ROW, RowLife::Alive.value()));
        self.record(Change::plain(EVENT, row, "entry", Value::Id(entry)));
        let seen = Some((*self.fold.memory.vector).clone());
        self.record(Change { seen, ..Change::plain(EVENT, row, what, said.value()) });
        Ok(row)
    }
}

impl Store {
    /// All events of a document, in the order of their authors' clocks, then of their ids.
    pub fn events(&mut self, entry: &Uuid) -> Result<Vec<DocumentEvent>, StoreError> {
        let rows: BTreeSet<(String, Uuid)> =
            self.parts_of(EVENT, entry)?.into_iter().map(|row| (EVENT.to_owned(), row)).collect();
        let mut found = Vec::new();
        for ((_, row), changes) in histories(&self.db, &mut self.memory, &rows)? {
            for c in changes {
                let (Some(seen), Content::Plain(value)) = (&c.seen, &c.content) else { continue };
                let Some(said) = EventContent::of(value) else { continue };
                let standing = self.memory.authority.standing(&c.position.device);
                let segment = c.position.segment.and_then(|n| self.memory.chains.link(n)).map(|link| link.hash);
                let event = DocumentEvent {
                    id: row,
                    what: c.field.clone(),
                    said,
                    person: standing.map(|s| s.person),
                    role: standing.and_then(|s| s.role),
                    at: c.at,
                    clock_ok: c.clock_ok,
                    moment: Moment { seen: seen.clone(), place: c.position },
                };
                found.push((c.id, segment, event));
            }
        }
        // A restored laptop seals the same event once more, on whichever branch, and one that lies writes two under one
        // identifier: one counts, the same everywhere, whatever came first.
        found.sort_by_key(|(change, segment, e)| (e.at, e.id, *change, *segment));
        found.dedup_by_key(|(.., e)| e.id);
        Ok(found.into_iter().map(|(.., event)| event).collect())
    }

    /// Whether the author of `a` had `b` when it happened.
    pub fn saw(&self, a: &DocumentEvent, b: &DocumentEvent) -> bool {
        self.memory.chains.seen_covers(&a.moment.seen, &a.moment.place, &b.moment.place)
    }
}
