//! The live values of a field with their authors: what a screen shows, so that a change can name it.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{ChangeId, Content, Live};
use terrain_domain::Value;
use uuid::Uuid;

use crate::{Store, StoreError};

/// One live value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveView {
    /// The change: a later one names it as seen.
    pub id: ChangeId,
    /// The value; nothing where it is sealed and its key is missing.
    pub value: Option<Value>,
    /// Who wrote it, as the certificate says.
    pub person: Option<Uuid>,
    /// When, UTC ms.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
    /// Made by the app.
    pub auto: bool,
}

impl Store {
    /// The live values of a field, in the order of their changes; of a deleted row too.
    pub fn live(&self, kind: &str, row: &Uuid, field: &str) -> Result<Vec<LiveView>, StoreError> {
        let state = self.state(kind, row)?.unwrap_or_default();
        let lives = state.fields.get(field).map_or(&[][..], Vec::as_slice);
        Ok(lives.iter().map(|live| self.live_view(live, row, field)).collect())
    }

    /// Who wrote the live values of this field, row by row; rows without any are left out.
    pub fn authors(
        &self,
        kind: &str,
        rows: &[Uuid],
        field: &str,
    ) -> Result<BTreeMap<Uuid, BTreeSet<Uuid>>, StoreError> {
        let mut found: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
        for row in rows {
            let persons = self.live(kind, row, field)?.into_iter().filter_map(|l| l.person);
            let persons: BTreeSet<Uuid> = persons.collect();
            if !persons.is_empty() {
                found.insert(*row, persons);
            }
        }
        Ok(found)
    }

    pub(crate) fn live_view(&self, live: &Live, row: &Uuid, field: &str) -> LiveView {
        let value = match &live.content {
            Content::Plain(value) => Some(value.clone()),
            Content::Personal(sealed) => self.open_sealed(sealed, row, field),
        };
        let person = self.person_of(&live.device);
        LiveView { id: live.id, value, person, at: live.at, clock_ok: live.clock_ok, auto: live.auto }
    }
}
