//! Bytes of workbooks and evidence: kept whole inside the replica beside the log, named by their hash.
//!
//! Rows name files; a file is never changed, and this is not where anybody decides what may be attached.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use terrain_changes::{Content, Hash32, RowState};
use terrain_domain::{Value, kind as find_kind};
use uuid::Uuid;

use crate::open::connect;
use crate::{Store, StoreError, Write};

/// A larger file is not taken: two minutes of a telephone's video, or a scanned report. It passes through memory whole.
pub const FILE_BYTES_MAX: u64 = 20 << 20;
/// The kind whose files the central file carries too: answers cannot be read without their workbook, and it is small.
const IN_CENTRAL_FILE: &str = "form";

/// A file that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// BLAKE3 of its bytes.
    pub hash: Hash32,
    /// Kind of the row.
    pub kind: &'static str,
    /// The row, the first where several name the same bytes.
    pub row: Uuid,
    /// How the row calls it.
    pub name: String,
}

impl NamedFile {
    /// Whether the central file carries it too.
    pub fn in_central_file(&self) -> bool {
        self.kind == IN_CENTRAL_FILE
    }
}

/// A file that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeldFile {
    /// BLAKE3 of its bytes.
    pub hash: Hash32,
    /// How many bytes.
    pub length: u64,
    /// Seen complete in the centre by this laptop.
    pub delivered: bool,
}

/// A field that names files.
struct Naming {
    kind: &'static str,
    field: &'static str,
    /// The field that says how people call it.
    called: &'static str,
    /// Whether a row (?1, its `subject` ?2, and the entry of that ?3) that was deleted still counts, because something that
    /// stands needs it.
    needed_by: &'static str,
}

const NAMINGS: [Naming; 2] = [
    Naming {
        kind: "attachment",
        field: "hash",
        called: "name",
        // What a sealed document names is part of it, whatever became of the row.
        needed_by: "SELECT EXISTS (SELECT 1 FROM event WHERE entry IN (?2, ?3)) OR EXISTS
            (SELECT 1 FROM answer a JOIN event e ON e.entry = a.entry WHERE instr(a.evidence, ?1) > 0)",
    },
    Naming {
        kind: IN_CENTRAL_FILE,
        field: "workbook",
        called: "form_id",
        needed_by: "SELECT EXISTS (SELECT 1 FROM entry WHERE form IN (?1, ?2, ?3))",
    },
];

/// States that the table of a kind (?1) does not show whole: rows that are no more, and those whose field (?2) is in disagreement.
fn hidden_states(of: &Naming) -> String {
    format!(
        "SELECT s.row, s.state FROM state s WHERE s.kind IN ('attachment', 'form') AND s.kind = ?1
         AND (NOT EXISTS (SELECT 1 FROM \"{}\" k WHERE k.n = s.n)
           OR EXISTS (SELECT 1 FROM disagreement d WHERE d.state = s.n AND d.field = ?2)) ORDER BY s.row",
        of.kind
    )
}

/// Puts bytes beside the log; nothing happens where they are there already.
fn put(db: &Connection, bytes: &[u8], delivered: bool) -> Result<Hash32, StoreError> {
    let length = bytes.len() as u64;
    if length > FILE_BYTES_MAX {
        return Err(StoreError::FileTooLarge { length, max: FILE_BYTES_MAX });
    }
    let hash = Hash32::of(bytes);
    db.prepare_cached("INSERT OR IGNORE INTO file(hash, delivered, bytes) VALUES (?1, ?2, ?3)")?.execute((
        &hash.0[..],
        delivered,
        bytes,
    ))?;
    Ok(hash)
}

impl Write<'_, '_> {
    /// Keeps the bytes of a file in the same transaction as the row that names it; gives its name.
    ///
    /// Errors: [`StoreError::FileTooLarge`] above [`FILE_BYTES_MAX`].
    pub fn put_file(&mut self, bytes: &[u8]) -> Result<Hash32, StoreError> {
        put(self.db(), bytes, false)
    }
}

impl Store {
    /// Keeps the bytes of a file that no write of this laptop brings; on the disk when this returns.
    pub fn put_file(&mut self, bytes: &[u8]) -> Result<Hash32, StoreError> {
        put(&self.db, bytes, false)
    }

    /// Keeps the bytes of a file that came from the centre.
    pub fn take_file(&mut self, bytes: &[u8]) -> Result<Hash32, StoreError> {
        self.changed.add("attachment");
        put(&self.db, bytes, true)
    }

    /// The bytes of a file, where they are here. Read back, they are what their name says, or damage is told.
    pub fn file(&self, hash: &Hash32) -> Result<Option<Vec<u8>>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT bytes FROM file WHERE hash = ?1")?;
        let found: Option<Vec<u8>> = q.query_row([&hash.0[..]], |r| r.get(0)).optional()?;
        match found {
            Some(bytes) if Hash32::of(&bytes) != *hash => Err(StoreError::Incomplete("a file as it was put")),
            other => Ok(other),
        }
    }

    /// Whether the bytes of a file are on this laptop.
    pub fn holds_file(&self, hash: &Hash32) -> Result<bool, StoreError> {
        let mut q = self.db.prepare_cached("SELECT EXISTS (SELECT 1 FROM file WHERE hash = ?1)")?;
        Ok(q.query_row([&hash.0[..]], |r| r.get(0))?)
    }

    /// All files that are here, in order.
    pub fn files_held(&self) -> Result<Vec<HeldFile>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT hash, length(bytes), delivered FROM file ORDER BY hash")?;
        let mut rows = q.query([])?;
        let mut held = Vec::new();
        while let Some(r) = rows.next()? {
            let hash = crate::log::blob_hash(r, 0)?.ok_or(StoreError::Incomplete("file hash"))?;
            held.push(HeldFile { hash, length: r.get::<_, i64>(1)? as u64, delivered: r.get(2)? });
        }
        Ok(held)
    }

    /// Files that live rows name and that are not here, in order.
    pub fn files_wanted(&self) -> Result<Vec<NamedFile>, StoreError> {
        let held: BTreeSet<Hash32> = self.files_held()?.into_iter().map(|f| f.hash).collect();
        Ok(self.files_named()?.into_values().filter(|f| !held.contains(&f.hash)).collect())
    }

    /// Files that live rows name, and deleted ones that a sealed document or an entry needs; every value of a disagreement.
    pub fn files_named(&self) -> Result<BTreeMap<Hash32, NamedFile>, StoreError> {
        let mut named = BTreeMap::new();
        for naming in NAMINGS.iter().filter(|n| find_kind(n.kind).is_some()) {
            self.name_live(naming, &mut named)?;
            self.name_from_states(naming, &mut named)?;
        }
        Ok(named)
    }

    fn name_live(&self, of: &Naming, named: &mut BTreeMap<Hash32, NamedFile>) -> Result<(), StoreError> {
        let Naming { kind, field, called, .. } = of;
        let sql =
            format!("SELECT id, \"{field}\", \"{called}\" FROM \"{kind}\" WHERE \"{field}\" IS NOT NULL ORDER BY id");
        let mut q = self.db.prepare_cached(&sql)?;
        let mut rows = q.query([])?;
        while let Some(r) = rows.next()? {
            let (id, hash, name): (String, String, Option<String>) = (r.get(0)?, r.get(1)?, r.get(2)?);
            if let (Some(hash), Ok(row)) = (Hash32::parse(&hash), Uuid::parse_str(&id)) {
                let name = name.unwrap_or_default();
                named.entry(hash).or_insert(NamedFile { hash, kind, row, name });
            }
        }
        Ok(())
    }

    /// What the table does not show: the other values of a disagreement, and rows that are no more but still needed.
    fn name_from_states(&self, of: &Naming, named: &mut BTreeMap<Hash32, NamedFile>) -> Result<(), StoreError> {
        let mut q = self.db.prepare_cached(&hidden_states(of))?;
        let mut rows = q.query((of.kind, of.field))?;
        while let Some(r) = rows.next()? {
            let row = Uuid::from_slice(r.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)
                .map_err(|_| StoreError::Incomplete("row id"))?;
            let state = RowState::from_bytes(r.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
            let plain = |field: &str| -> Vec<&Value> {
                let lives = state.fields.get(field).map_or(&[][..], Vec::as_slice);
                lives.iter().filter_map(|l| if let Content::Plain(v) = &l.content { Some(v) } else { None }).collect()
            };
            if !state.alive && !self.is_needed(of, &row, plain("subject").first().copied())? {
                continue;
            }
            let name = match plain(of.called).first() {
                Some(Value::Text(name)) => name.clone(),
                _ => String::new(),
            };
            for value in plain(of.field) {
                if let Value::Hash(bytes) = value {
                    let hash = Hash32(*bytes);
                    named.entry(hash).or_insert(NamedFile { hash, kind: of.kind, row, name: name.clone() });
                }
            }
        }
        Ok(())
    }

    fn is_needed(&self, of: &Naming, row: &Uuid, subject: Option<&Value>) -> Result<bool, StoreError> {
        // Without a subject or an entry it is asked with one that no row has.
        let (mut subject_id, mut entry_id) = ("-".to_owned(), "-".to_owned());
        if let Some(Value::Id(subject)) = subject {
            subject_id = subject.to_string();
            // The answer itself may be deleted as well: what it belonged to stands in its state.
            let answer = self.state("answer", subject)?.unwrap_or_default();
            let entry = answer.fields.get("entry").and_then(|lives| lives.first()).map(|live| &live.content);
            if let Some(Content::Plain(Value::Id(entry))) = entry {
                entry_id = entry.to_string();
            }
        }
        let mut q = self.db.prepare_cached(of.needed_by)?;
        Ok(q.query_row((row.to_string(), subject_id, entry_id), |r| r.get(0))?)
    }

    /// Notes which files were seen complete in the centre.
    pub fn mark_files_delivered(&mut self, hashes: &[Hash32]) -> Result<(), StoreError> {
        let tx = self.db.transaction()?;
        for hash in hashes {
            tx.prepare_cached("UPDATE file SET delivered = 1 WHERE hash = ?1 AND delivered = 0")?
                .execute([&hash.0[..]])?;
        }
        Ok(tx.commit()?)
    }

    /// The files that the central file carries too.
    pub(crate) fn copy_files_to_central(&self, db: &Connection) -> Result<(), StoreError> {
        let named = self.files_named()?;
        for file in named.values().filter(|f| f.in_central_file()) {
            db.prepare_cached(
                "INSERT INTO central.file(hash, delivered, bytes) SELECT hash, 1, bytes FROM main.file WHERE hash = ?1",
            )?
            .execute([&file.hash.0[..]])?;
        }
        Ok(())
    }
}

/// Reads these files out of a local copy of a central file, one after the other; gives those that are there and sound to
/// `take`. Nothing else in it is believed.
///
/// Errors: [`StoreError::Key`] when it does not open under the key.
pub fn read_central_files(
    path: &Path,
    key: &[u8; 32],
    wanted: &[Hash32],
    take: &mut dyn FnMut(Vec<u8>),
) -> Result<(), StoreError> {
    let db = connect(path, key)?;
    // Made by an app that did not carry files yet.
    let carries: bool =
        db.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'file')", [], |r| r.get(0))?;
    if !carries {
        return Ok(());
    }
    let mut q = db.prepare("SELECT bytes FROM file WHERE hash = ?1 AND length(bytes) <= ?2")?;
    for hash in wanted {
        let found: Option<Vec<u8>> = q.query_row((&hash.0[..], FILE_BYTES_MAX as i64), |r| r.get(0)).optional()?;
        if let Some(bytes) = found.filter(|b| Hash32::of(b) == *hash) {
            take(bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use terrain_changes::{CentreHeader, DeviceId, KeyRing, RingKey, SigningKey};

    use super::*;
    use crate::{Env, Identity, OpName};

    fn identity() -> Identity {
        let (programme, name, slug) = (Uuid::from_bytes([1; 16]), "Essai".into(), "souss-massa".into());
        let (root, recipient) = (Hash32([2; 32]), String::new());
        let ring = KeyRing(vec![RingKey([3; 32])]);
        let first_key = ring.current().unwrap().id();
        let centre = CentreHeader { programme, name, slug, root, recipient, first_key, app_min: 1 };
        Identity {
            header: Vec::new(),
            centre,
            device: DeviceId([4; 16]),
            signing: SigningKey::from_bytes(&[5; 32]),
            receiving: String::new(),
            person: Uuid::from_bytes([6; 16]),
            ring,
        }
    }

    fn env() -> Env {
        Env::new(|| 0, || 0, 0)
    }

    /// What is put is there once, whole, under its hash; what is too large is refused with both sizes.
    #[test]
    fn bytes_are_kept_under_their_hash() {
        let mut store = Store::in_memory(identity(), env()).unwrap();
        let hash = store.put_file(b"photo").unwrap();
        assert_eq!((hash, store.take_file(b"photo").unwrap()), (Hash32::of(b"photo"), hash));
        assert_eq!(store.file(&hash).unwrap().as_deref(), Some(&b"photo"[..]));
        assert_eq!(store.file(&Hash32::of(b"other")).unwrap(), None);
        assert_eq!(store.files_held().unwrap(), [HeldFile { hash, length: 5, delivered: false }]);
        store.mark_files_delivered(&[hash, Hash32::of(b"other")]).unwrap();
        assert!(store.files_held().unwrap()[0].delivered);
        assert!(store.files_wanted().unwrap().is_empty());
        let large = vec![0; FILE_BYTES_MAX as usize + 1];
        let refused = store.put_file(&large).unwrap_err();
        assert!(matches!(refused, StoreError::FileTooLarge { length, max } if length == max + 1), "{refused}");
        store.put_file(&large[1..]).unwrap();
    }

    /// Asking which files rows name goes over rows of the kinds that name files alone.
    #[test]
    fn other_rows_are_not_looked_at() {
        let store = Store::in_memory(identity(), env()).unwrap();
        for naming in &NAMINGS {
            let sql = format!("EXPLAIN QUERY PLAN {}", hidden_states(naming));
            let mut q = store.db.prepare(&sql).unwrap();
            let steps = q.query_map((naming.kind, naming.field), |r| r.get::<_, String>(3)).unwrap();
            let steps: Vec<String> = steps.map(Result::unwrap).collect();
            assert!(steps[0].contains("INDEX state_file"), "{steps:?}");
        }
    }

    /// A write that fails leaves no file behind.
    #[test]
    fn a_file_comes_with_its_write_or_not_at_all() {
        let mut store = Store::in_memory(identity(), env()).unwrap();
        let failed = store.write(OpName::Create, None, |w| {
            w.put_file(b"photo")?;
            Err::<(), _>(StoreError::Incomplete("the rest"))
        });
        assert!(failed.is_err());
        assert!(store.files_held().unwrap().is_empty());
        // Nobody has admitted this laptop: its operation is refused, and the file with it.
        let refused = store.write(OpName::Create, None, |w| {
            w.put_file(b"photo")?;
            w.create("cooperative", &[])
        });
        assert!(matches!(refused, Err(StoreError::NotPermitted { .. })));
        assert!(store.files_held().unwrap().is_empty());
    }

    /// Files outlive a rebuild and a restart; a replica of the first version gets their table.
    #[test]
    fn files_are_part_of_what_is_never_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let (path, key) = (folder.path().join("replica"), [7; 32]);
        {
            let store = Store::create(&path, &key, identity(), env()).unwrap();
            store
                .db
                .execute_batch("DROP TABLE file; DROP TABLE draft; DROP TABLE page; PRAGMA user_version = 1;")
                .unwrap();
        }
        let hash = {
            let mut store = Store::open(&path, &key, env()).unwrap();
            let hash = store.put_file(b"photo").unwrap();
            store.rebuild().unwrap();
            hash
        };
        let store = Store::open(&path, &key, env()).unwrap();
        assert_eq!(store.file(&hash).unwrap().as_deref(), Some(&b"photo"[..]));
        store.db.execute("UPDATE file SET bytes = x'00'", []).unwrap();
        assert!(store.file(&hash).is_err(), "damage is told");
    }
}
