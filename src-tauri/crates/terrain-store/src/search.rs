//! Writing a row into its table and its words into the index; finding rows by words.

use rusqlite::{Connection, params_from_iter};
use terrain_changes::{Content, RowState, settled};
use terrain_domain::{FieldType, Kind, Value, kind as find_kind, normalise, terms};
use uuid::Uuid;

use crate::catch_up::Indexes;
use crate::columns::{fits, to_sql};
use crate::fold::Fold;
use crate::memory::Memory;
use crate::{Store, StoreError};

/// Most rows that a search gives: more is not read by anybody.
const FOUND_MAX: usize = 200;
/// Letters from which on a beginning says something about what is looked for.
const RANKED_CHARS: usize = 3;

/// Texts that say where something stands in a form: nobody looks for them.
const PLACES: [(&str, &str); 4] =
    [("instance", "range"), ("instance", "order_key"), ("answer", "path"), ("remark", "path")];

/// A row as its tables show it: one value a field, in the order of the kind's fields, and the fields in disagreement.
pub(crate) fn shown<'k>(
    kind: &'k Kind,
    row: &Uuid,
    state: &RowState,
    memory: &Memory,
) -> (Vec<Option<Value>>, Vec<&'k str>) {
    let mut values = Vec::with_capacity(kind.fields.len());
    let mut open_fields = Vec::new();
    for field in kind.fields {
        let lives = state.fields.get(field.name).map_or(&[][..], Vec::as_slice);
        let open = |sealed: &terrain_changes::Sealed| {
            memory.subject_keys.get(&sealed.subject).and_then(|key| sealed.open(key, row, field.name))
        };
        let one = settled(lives, &open);
        if one.as_ref().is_some_and(|s| s.disagreement()) {
            open_fields.push(field.name);
        }
        values.push(one.and_then(|s| s.value).filter(|v| fits(&field.ty, v)));
    }
    (values, open_fields)
}

impl Fold<'_> {
    /// Writes the state, the kind's table, the disagreements and the search index of one row.
    pub(crate) fn write_row(
        &mut self,
        kind: &str,
        row: Uuid,
        n: Option<i64>,
        state: &RowState,
    ) -> Result<(), StoreError> {
        let bytes = state.to_bytes()?;
        let (n, fresh) = match n {
            Some(n) => {
                self.db
                    .prepare_cached("UPDATE state SET deleted_and_edited = ?2, waits = ?3, state = ?4 WHERE n = ?1")?
                    .execute((n, state.deleted_and_edited, state.waits, &bytes))?;
                (n, false)
            }
            None => {
                self.db
                    .prepare_cached(
                        "INSERT INTO state(kind, row, deleted_and_edited, waits, state) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute((kind, &row.as_bytes()[..], state.deleted_and_edited, state.waits, &bytes))?;
                (self.db.last_insert_rowid(), true)
            }
        };
        self.note_sealed(n, fresh, state)?;
        self.note_part(n, state)?;
        let Some(known) = find_kind(kind) else { return Ok(()) };
        let (values, open) = shown(known, &row, state, self.memory);
        let open_before = if fresh { Vec::new() } else { self.clear_row(known, n, state.alive)? };
        if !state.alive {
            return Ok(());
        }
        let marks: String = (0..known.fields.len()).map(|i| format!(", ?{}", i + 3)).collect();
        let id = row.to_string();
        let columns = [rusqlite::types::ToSqlOutput::from(n), rusqlite::types::ToSqlOutput::from(id)];
        let columns = columns.into_iter().chain(values.iter().map(|v| to_sql(v.as_ref())));
        self.db
            .prepare_cached(&format!("INSERT OR REPLACE INTO \"{kind}\" VALUES (?1, ?2{marks})"))?
            .execute(params_from_iter(columns))?;
        for field in &open {
            self.db.prepare_cached("INSERT INTO disagreement(state, field) VALUES (?1, ?2)")?.execute((n, field))?;
        }
        if self.indexes == Indexes::Now {
            put_words(self.db, known, n, &values)?;
        }
        self.done.disagreements += open.iter().filter(|f| !open_before.iter().any(|b| b == *f)).count() as u64;
        Ok(())
    }

    /// Notes which values of a row cannot be read here, because the key of their subject is missing.
    fn note_sealed(&mut self, n: i64, fresh: bool, state: &RowState) -> Result<(), StoreError> {
        if !fresh {
            self.db.prepare_cached("DELETE FROM sealed WHERE state = ?1")?.execute([n])?;
        }
        for (field, live) in state.fields.iter().flat_map(|(field, lives)| lives.iter().map(move |l| (field, l))) {
            match &live.content {
                Content::Personal(sealed) if !self.memory.subject_keys.contains_key(&sealed.subject) => {
                    self.db
                        .prepare_cached("INSERT OR IGNORE INTO sealed(state, field, subject) VALUES (?1, ?2, ?3)")?
                        .execute((n, field, &sealed.subject.as_bytes()[..]))?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Notes of which entry a row says it is a part. What it said earlier may stay noted: readers look at the row itself.
    fn note_part(&mut self, n: i64, state: &RowState) -> Result<(), StoreError> {
        for live in state.fields.get("entry").map_or(&[][..], Vec::as_slice) {
            if let Content::Plain(Value::Id(entry)) = &live.content {
                self.db
                    .prepare_cached("INSERT OR IGNORE INTO part(entry, state) VALUES (?1, ?2)")?
                    .execute((&entry.as_bytes()[..], n))?;
            }
        }
        Ok(())
    }

    /// Takes a row out of its index and disagreements before it is written anew, and out of its table where it does not
    /// stay; gives the fields that people disagreed on until now.
    fn clear_row(&mut self, kind: &Kind, n: i64, stays: bool) -> Result<Vec<String>, StoreError> {
        if !stays {
            let sql = format!("DELETE FROM \"{}\" WHERE n = ?1", kind.name);
            self.done.hidden += self.db.prepare_cached(&sql)?.execute([n])? as u64;
        }
        if self.indexes == Indexes::Now {
            forget_words(self.db, n)?;
        }
        let mut ended = self.db.prepare_cached("DELETE FROM disagreement WHERE state = ?1 RETURNING field")?;
        let fields = ended.query_map([n], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(fields)
    }
}

pub(crate) fn put_words(db: &Connection, kind: &Kind, n: i64, values: &[Option<Value>]) -> Result<(), StoreError> {
    let body = body(kind, values);
    if !body.is_empty() {
        db.prepare_cached("INSERT INTO search(rowid, body) VALUES (?1, ?2)")?.execute((n, body))?;
    }
    Ok(())
}

pub(crate) fn forget_words(db: &Connection, n: i64) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([n])?;
    Ok(())
}

fn body(kind: &Kind, values: &[Option<Value>]) -> String {
    let words = kind.fields.iter().zip(values).filter_map(|(field, value)| match (&field.ty, value) {
        (FieldType::Text, Some(Value::Text(text))) if !PLACES.contains(&(kind.name, field.name)) => {
            Some(normalise(text))
        }
        _ => None,
    });
    words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Store {
    /// Rows in which every word of `text` begins some word, best first: kind and id. Of what one or two letters alone begin, which
    /// is a good part of everything, the oldest first.
    pub fn search(&mut self, text: &str) -> Result<Vec<(String, Uuid)>, StoreError> {
        let terms = terms(text);
        let order = if terms.iter().all(|t| t.chars().count() < RANKED_CHARS) { "rowid" } else { "rank" };
        let words: Vec<String> = terms.iter().map(|t| format!("\"{}\"*", t.replace('"', ""))).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        self.transact(Indexes::Now, |_| Ok(()))?;
        search(&self.db, &words.join(" "), order)
    }
}

fn search(db: &Connection, query: &str, order: &str) -> Result<Vec<(String, Uuid)>, StoreError> {
    let mut q = db.prepare_cached(&format!(
        "SELECT s.kind, s.row FROM
             (SELECT rowid AS n, {order} AS best FROM search WHERE search MATCH ?1 ORDER BY {order} LIMIT ?2) f
         JOIN state s ON s.n = f.n ORDER BY f.best, s.row",
    ))?;
    let mut rows = q.query((query, FOUND_MAX as i64))?;
    let mut found = Vec::new();
    while let Some(r) = rows.next()? {
        let row: Vec<u8> = r.get(1)?;
        found.push((r.get(0)?, Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?));
    }
    Ok(found)
}
