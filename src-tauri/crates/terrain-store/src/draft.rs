//! What somebody is typing, kept on the disk while the field has the focus: on this laptop alone, outside the log. Sealing,
//! syncs and rebuilds leave it alone; the write of the field takes it away.

use std::collections::BTreeSet;

use rusqlite::Connection;
use terrain_changes::Operation;
use terrain_domain::TEXT_MAX;
use uuid::Uuid;

use crate::fold::Fold;
use crate::{Store, StoreError, Write};

/// A field: kind, row, name.
pub(crate) type Slot = (String, Uuid, String);

/// A text that is not in the log yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Kind of the row, which may not be there yet.
    pub kind: String,
    /// The row.
    pub row: Uuid,
    /// The field.
    pub field: String,
    /// As it was typed.
    pub text: String,
    /// When it was kept last, UTC ms.
    pub at: i64,
}

/// All slots that hold a text.
pub(crate) fn slots(db: &Connection) -> Result<BTreeSet<Slot>, StoreError> {
    let mut q = db.prepare("SELECT kind, row, field FROM draft")?;
    let mut rows = q.query([])?;
    let mut found = BTreeSet::new();
    while let Some(r) = rows.next()? {
        found.insert((r.get(0)?, row_id(&r.get::<_, Vec<u8>>(1)?)?, r.get(2)?));
    }
    Ok(found)
}

fn row_id(bytes: &[u8]) -> Result<Uuid, StoreError> {
    Uuid::from_slice(bytes).map_err(|_| StoreError::Incomplete("row id"))
}

fn delete(db: &Connection, (kind, row, field): &Slot) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM draft WHERE kind = ?1 AND row = ?2 AND field = ?3")?.execute((
        kind,
        &row.as_bytes()[..],
        field,
    ))?;
    Ok(())
}

impl Store {
    /// Keeps the text of a field that is being edited; on the disk when this returns. An empty text is one too.
    pub fn keep_draft(&mut self, kind: &str, row: &Uuid, field: &str, text: &str) -> Result<(), StoreError> {
        let length = text.chars().count();
        if length > TEXT_MAX {
            return Err(StoreError::TextTooLong { length, max: TEXT_MAX });
        }
        let (at, _) = self.env.now();
        self.db
            .prepare_cached(
                "INSERT INTO draft(kind, row, field, text, at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at",
            )?
            .execute((kind, &row.as_bytes()[..], field, text, at))?;
        self.memory.drafts.insert((kind.to_owned(), *row, field.to_owned()));
        self.changed.add("draft");
        Ok(())
    }

    /// Lets a text go: the person gave the edit up.
    pub fn drop_draft(&mut self, kind: &str, row: &Uuid, field: &str) -> Result<(), StoreError> {
        let slot = (kind.to_owned(), *row, field.to_owned());
        delete(&self.db, &slot)?;
        self.memory.drafts.remove(&slot);
        self.changed.add("draft");
        Ok(())
    }

    /// All texts kept, in the order of kind, row and field.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT kind, row, field, text, at FROM draft ORDER BY kind, row, field")?;
        let mut rows = q.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let row = row_id(&r.get::<_, Vec<u8>>(1)?)?;
            found.push(Draft { kind: r.get(0)?, row, field: r.get(2)?, text: r.get(3)?, at: r.get(4)? });
        }
        Ok(found)
    }
}

impl Write<'_, '_> {
    /// The field is left, whether or not what was typed differs from what stands.
    pub fn leaves(&mut self, kind: &str, row: Uuid, field: &str) -> Result<(), StoreError> {
        self.fold.drop_draft(kind, row, field)
    }
}

impl Fold<'_> {
    /// A field is no longer being typed.
    pub(crate) fn drop_draft(&mut self, kind: &str, row: Uuid, field: &str) -> Result<(), StoreError> {
        let slot = (kind.to_owned(), row, field.to_owned());
        if self.memory.drafts.remove(&slot) { delete(self.db, &slot) } else { Ok(()) }
    }

    /// What an operation of this laptop sets is no longer being typed.
    pub(crate) fn drop_drafts(&mut self, operation: &Operation) -> Result<(), StoreError> {
        if self.memory.drafts.is_empty() {
            return Ok(());
        }
        operation.changes.iter().try_for_each(|change| self.drop_draft(&change.kind, change.row, &change.field))
    }
}

#[cfg(test)]
mod tests {
    use terrain_changes::{CentreHeader, DeviceId, Hash32, KeyId, KeyRing, SigningKey};

    use super::*;
    use crate::{Env, Identity, schema};

    const ROW: Uuid = Uuid::from_u128(7);

    fn identity() -> Identity {
        let centre = CentreHeader {
            programme: Uuid::from_u128(1),
            name: "essai".into(),
            slug: "essai".into(),
            root: Hash32([1; 32]),
            recipient: "age1".into(),
            first_key: KeyId([1; 8]),
            app_min: 1,
        };
        let (device, signing) = (DeviceId([2; 16]), SigningKey::from_bytes(&[3; 32]));
        let (receiving, person, ring) =
            ("age".into(), Uuid::from_u128(2), KeyRing(vec![terrain_changes::RingKey([4; 32])]));
        Identity { header: Vec::new(), centre, device, signing, receiving, person, ring }
    }

    fn env() -> Env {
        Env::new(|| 5, || 6, 0)
    }

    /// The files as they lie on the disk while the app runs: what is found after the process was killed, or the battery fell out.
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn power_cut(from: &std::path::Path, to: &std::path::Path) {
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            std::fs::write(to.join(entry.file_name()), std::fs::read(entry.path()).unwrap()).unwrap();
        }
    }

    #[test]
    fn what_is_typed_is_there_after_a_power_cut() {
        let (before, after) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let path = before.path().join("replica");
        let mut store = Store::create(&path, &[9; 32], identity(), env()).unwrap();
        store.keep_draft("answer", &ROW, "value", "La coopérative compte").unwrap();
        store.keep_draft("answer", &ROW, "value", "La coopérative compte 12 femmes").unwrap();
        store.keep_draft("answer", &ROW, "comment", "").unwrap();
        store.keep_page("route", Some("entry")).unwrap();
        power_cut(before.path(), after.path());
        store.drop_draft("answer", &ROW, "comment").unwrap();
        drop(store);
        for (folder, expected) in [(after.path(), 2), (before.path(), 1)] {
            let mut store = Store::open(&folder.join("replica"), &[9; 32], env()).unwrap();
            store.rebuild().unwrap();
            let drafts = store.drafts().unwrap();
            assert_eq!(drafts.len(), expected);
            assert_eq!(store.pages().unwrap(), [("route".to_owned(), "entry".to_owned())]);
            let last = drafts.last().unwrap();
            assert_eq!(
                (last.field.as_str(), last.text.as_str(), last.at),
                ("value", "La coopérative compte 12 femmes", 5)
            );
        }
    }

    #[test]
    fn a_draft_is_no_longer_than_a_text() {
        let mut store = Store::in_memory(identity(), env()).unwrap();
        store.keep_draft("answer", &ROW, "value", &"é".repeat(TEXT_MAX)).unwrap();
        let refused = store.keep_draft("answer", &ROW, "value", &"é".repeat(TEXT_MAX + 1));
        assert!(matches!(refused, Err(StoreError::TextTooLong { length: 10_001, .. })));
        assert_eq!(store.drafts().unwrap()[0].text.chars().count(), TEXT_MAX);
    }

    /// A replica of every earlier version opens, with what it holds.
    #[test]
    fn replicas_of_older_versions_open() {
        for version in 1..schema::LOG_VERSION {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("replica");
            let db = crate::open::connect(&path, &[9; 32]).unwrap();
            for step in schema::MIGRATIONS.iter().take(usize::try_from(version).unwrap()) {
                db.execute_batch(step).unwrap();
            }
            db.pragma_update(None, "user_version", version).unwrap();
            identity().save(&db).unwrap();
            drop(db);
            let mut store = Store::open(&path, &[9; 32], env()).unwrap();
            store.keep_draft("answer", &ROW, "value", "x").unwrap();
            assert_eq!((store.drafts().unwrap().len(), store.identity().person), (1, identity().person), "{version}");
        }
    }
}
