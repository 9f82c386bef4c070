//! Reading rows, disagreements and tasks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::types::ToSqlOutput;
use rusqlite::{OptionalExtension, ToSql};
use terrain_changes::{ChangeId, DeviceId, ROW, RowState, Sealed, settled};
use terrain_domain::{FieldType, Kind, TABLE_NUMBER, Value, kind as find_kind};
use uuid::Uuid;

use crate::columns::{from_sql, to_sql};
use crate::joined::Joined;
use crate::{Store, StoreError};

/// Most values that are looked for in one go.
const AT_ONCE: usize = 500;

/// A row as its table shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// Field → value, for every field of the kind.
    pub fields: BTreeMap<&'static str, Value>,
    /// Fields whose value is provisional, because people disagree.
    pub disagreements: Vec<String>,
    /// Fields that hold something sealed under a key that is not here.
    pub sealed: Vec<String>,
}

/// A condition on a field: equal to this value, or empty.
pub type RowFilter = (&'static str, Value);

/// One of several live values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictValue {
    /// The value; nothing where it is sealed and its key is missing.
    pub value: Option<Value>,
    /// Who wrote it.
    pub person: Option<Uuid>,
    /// On which laptop.
    pub device: DeviceId,
    /// When, UTC ms.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
}

/// A field on which people disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Kind.
    pub kind: String,
    /// Row.
    pub row: Uuid,
    /// Field.
    pub field: String,
    /// The different values, the provisional one first.
    pub values: Vec<ConflictValue>,
    /// All live changes: a settlement names those that the person was shown.
    pub lives: Vec<ChangeId>,
}

impl Store {
    /// Rows of a kind that meet every filter, in the order of their ids. An unknown kind has none. Records that were joined
    /// to another are left out, and what names them is read as of the one that is kept.
    pub fn rows(&self, kind: &str, filters: &[RowFilter]) -> Result<Vec<Row>, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(Vec::new()) };
        let marks = self.marks("s.kind = ?1", kind)?;
        let mut conditions = String::new();
        let mut params = Vec::new();
        for (field, value) in filters {
            if let (Value::Id(id), Joined::FIELD) = (value, *field) {
                let all = marks.joined.all(*id);
                let from = params.len();
                params.extend(all.iter().map(|one| ToSqlOutput::from(one.to_string())));
                let places: Vec<String> = (from + 1..=params.len()).map(|n| format!("?{n}")).collect();
                conditions.push_str(&format!(" AND \"{field}\" IN ({})", places.join(",")));
                continue;
            }
            if let (Value::Id(entry), "entry") = (value, *field) {
                params.push(ToSqlOutput::from(entry.as_bytes().to_vec()));
                conditions.push_str(&format!(" AND n IN (SELECT state FROM part WHERE entry = ?{})", params.len()));
            }
            if *value == Value::Null {
                conditions.push_str(&format!(" AND \"{field}\" IS NULL"));
            } else {
                params.push(to_sql(Some(value)));
                conditions.push_str(&format!(" AND \"{field}\" = ?{}", params.len()));
            }
        }
        let mut q =
            self.db.prepare_cached(&format!("SELECT * FROM \"{}\" WHERE 1{conditions} ORDER BY id", known.name))?;
        let mut rows = q.query(rusqlite::params_from_iter(params))?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(read_row(known, r, &marks)?);
        }
        found.retain(|row| marks.joined.shows(kind, &row.id));
        Ok(found)
    }

    /// The rows of this kind whose day in this field is `from` or later and `to` or earlier, by that day.
    pub fn rows_between(
        &self,
        kind: &str,
        field: &'static str,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Row>, StoreError> {
        self.rows_that(kind, field, "BETWEEN ?1 AND ?2", &[Value::Date(from), Value::Date(to)])
    }

    /// The rows of this kind that have one of these values in this field, by that value. Who asks for a cooperative finds
    /// what names a record that was joined to it too.
    pub fn rows_among(&self, kind: &str, field: &'static str, among: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut found = Vec::new();
        // Who names a record that was joined is found under the one that is kept.
        let joined = if field == Joined::FIELD { self.reading()? } else { Joined::default() };
        let all = |value: &Value| match value {
            Value::Id(id) => joined.all(*id).into_iter().map(Value::Id).collect(),
            other => vec![other.clone()],
        };
        let mut asked: Vec<Value> = among.iter().flat_map(all).collect();
        asked.sort_unstable();
        asked.dedup();
        for some in asked.chunks(AT_ONCE) {
            let marks: Vec<String> = (1..=some.len()).map(|n| format!("?{n}")).collect();
            found.extend(self.rows_that(kind, field, &format!("IN ({})", marks.join(",")), some)?);
        }
        Ok(found)
    }

    /// Of all cooperatives, or of one: the day of the last visit that was not cancelled, this day or earlier.
    pub fn last_visits(&self, of: Option<Uuid>, until: NaiveDate) -> Result<BTreeMap<Uuid, NaiveDate>, StoreError> {
        let joined = self.reading()?;
        let ids: Vec<String> = of.map(|id| joined.all(id)).into_iter().flatten().map(|id| id.to_string()).collect();
        let until = Value::Date(until);
        let mut params = vec![to_sql(Some(&until))];
        params.extend(ids.into_iter().map(ToSqlOutput::from));
        let marks: Vec<String> = (2..=params.len()).map(|n| format!("?{n}")).collect();
        let among = if marks.is_empty() { String::new() } else { format!("cooperative IN ({}) AND", marks.join(",")) };
        let sql = format!(
            "SELECT cooperative, max(planned_on) FROM visit WHERE {among} cancelled IS NULL AND planned_on <= ?1 GROUP BY cooperative"
        );
        let mut q = self.db.prepare_cached(&sql)?;
        let mut rows = q.query(rusqlite::params_from_iter(params))?;
        let mut last = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let of = (from_sql(&FieldType::Ref(&[]), r.get_ref(0)?), from_sql(&FieldType::Date, r.get_ref(1)?));
            if let (Value::Id(cooperative), Value::Date(day)) = of {
                let known = last.entry(joined.kept(cooperative)).or_insert(day);
                *known = (*known).max(day);
            }
        }
        Ok(last)
    }

    fn rows_that(&self, kind: &str, field: &str, condition: &str, values: &[Value]) -> Result<Vec<Row>, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(Vec::new()) };
        let marks = self.marks("s.kind = ?1", kind)?;
        let sql = format!("SELECT * FROM \"{}\" WHERE \"{field}\" {condition} ORDER BY \"{field}\", id", known.name);
        let mut q = self.db.prepare_cached(&sql)?;
        let mut rows = q.query(rusqlite::params_from_iter(values.iter().map(|value| to_sql(Some(value)))))?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(read_row(known, r, &marks)?);
        }
        found.retain(|row| marks.joined.shows(kind, &row.id));
        Ok(found)
    }

    /// One row; one that was joined to another too.
    pub fn row(&self, kind: &str, id: &Uuid) -> Result<Option<Row>, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(None) };
        let mut q = self.db.prepare_cached(&format!(
            "SELECT k.* FROM state s JOIN \"{}\" k ON k.n = s.n WHERE s.row = ?1 AND s.kind = ?2",
            known.name
        ))?;
        let mut rows = q.query((&id.as_bytes()[..], kind))?;
        match rows.next()? {
            Some(r) => Ok(Some(read_row(known, r, &self.marks("s.n = ?1", r.get::<_, i64>(0)?)?)?)),
            None => Ok(None),
        }
    }

    /// Rows of this kind whose id begins so (for a person who types eight characters).
    pub fn ids_beginning(&self, kind: &str, prefix: &str) -> Result<Vec<Uuid>, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(Vec::new()) };
        let sql =
            format!("SELECT id FROM \"{}\" WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 10", known.name);
        let mut q = self.db.prepare_cached(&sql)?;
        let ids = q.query_map([prefix.to_lowercase()], |r| r.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(ids.iter().filter_map(|id| Uuid::parse_str(id).ok()).collect())
    }

    /// How many rows a kind has, as lists show them: those that were joined to another are left out.
    pub fn count(&self, kind: &str) -> Result<u64, StoreError> {
        let Some(known) = find_kind(kind) else { return Ok(0) };
        let n: i64 = self.db.query_row(&format!("SELECT count(*) FROM \"{}\"", known.name), [], |r| r.get(0))?;
        let joined = if kind == Joined::FIELD { self.joined()?.len() } else { 0 };
        Ok((n as u64).saturating_sub(joined as u64))
    }

    /// Which fields are in disagreement or sealed, in rows that meet a condition of ours.
    fn marks(&self, condition: &str, param: impl ToSql) -> Result<Marks, StoreError> {
        let mut marks = Marks { joined: self.reading()?, ..Marks::default() };
        for (table, fields) in [("disagreement", &mut marks.open), ("sealed", &mut marks.sealed)] {
            let mut q = self.db.prepare_cached(&format!(
                "SELECT DISTINCT d.state, d.field FROM {table} d JOIN state s ON s.n = d.state WHERE {condition}"
            ))?;
            let mut rows = q.query([&param])?;
            while let Some(r) = rows.next()? {
                fields.entry(r.get(0)?).or_default().push(r.get(1)?);
            }
        }
        Ok(marks)
    }

    /// How many fields are in disagreement.
    pub fn conflict_count(&self) -> Result<u64, StoreError> {
        Ok(self.db.query_row("SELECT count(*) FROM disagreement", [], |r| r.get::<_, i64>(0))? as u64)
    }

    /// All disagreements, in the order of kind, row and field.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let mut q = self.db.prepare_cached(
            "SELECT s.kind, s.row, d.field, s.state FROM disagreement d JOIN state s ON s.n = d.state ORDER BY s.kind, s.row, d.field",
        )?;
        let mut rows = q.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let (kind, row, field, state): (String, Vec<u8>, String, Vec<u8>) =
                (r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?);
            let row = Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?;
            let state = RowState::from_bytes(&state)?;
            let values = self.live_values(&state, &row, &field);
            let lives = state.fields.get(&field).into_iter().flatten().map(|l| l.id).collect();
            found.push(Conflict { kind, row, field, values, lives });
        }
        Ok(found)
    }

    fn live_values(&self, state: &RowState, row: &Uuid, field: &str) -> Vec<ConflictValue> {
        let lives = state.fields.get(field).map_or(&[][..], Vec::as_slice);
        let open = |sealed: &Sealed| self.open_sealed(sealed, row, field);
        let Some(one) = settled(lives, &open) else { return Vec::new() };
        let value = |(live, value): &(&terrain_changes::Live, Option<Value>)| ConflictValue {
            value: value.clone(),
            person: self.person_of(&live.device),
            device: live.device,
            at: live.at,
            clock_ok: live.clock_ok,
        };
        one.values.iter().map(value).collect()
    }

    pub(crate) fn open_sealed(&self, sealed: &Sealed, row: &Uuid, field: &str) -> Option<Value> {
        self.memory.subject_keys.get(&sealed.subject).and_then(|key| sealed.open(key, row, field))
    }

    /// The person whose device this is, as its certificate says.
    pub fn person_of(&self, device: &DeviceId) -> Option<Uuid> {
        self.memory.authority.standing(device).map(|s| s.person).filter(|p| !p.is_nil())
    }

    /// The role under which this replica writes.
    pub fn role(&self) -> Option<terrain_domain::Role> {
        let standing = self.memory.authority.standing(&self.identity.device)?;
        if standing.ended() { None } else { standing.role }
    }

    /// Whether the role under which this replica writes may make rows of a kind.
    pub fn may_make(&self, kind: &str) -> bool {
        let number = self.memory.authority.table_to_write_under(TABLE_NUMBER);
        let (role, table) = (self.role(), self.memory.authority.table(number));
        role.is_some() && table.is_some_and(|table| table.permits(kind, ROW, role, false, true))
    }

    /// Who may do what, as settled from the log.
    pub fn authority(&self) -> &terrain_changes::Authority {
        &self.memory.authority
    }

    /// Devices whose chain has several branches.
    pub fn forked(&self) -> Vec<DeviceId> {
        self.memory.device_ids.values().filter(|d| self.memory.chains.is_forked(d)).copied().collect()
    }

    /// Rows that one person deleted and another edited without knowing.
    pub fn tasks(&self) -> Result<Vec<(String, Uuid)>, StoreError> {
        let mut q =
            self.db.prepare_cached("SELECT kind, row FROM state WHERE deleted_and_edited = 1 ORDER BY kind, row")?;
        let mut rows = q.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let row: Vec<u8> = r.get(1)?;
            found.push((r.get(0)?, Uuid::from_slice(&row).map_err(|_| StoreError::Incomplete("row id"))?));
        }
        Ok(found)
    }

    /// The state of a row, for delivery and history.
    pub(crate) fn state(&self, kind: &str, row: &Uuid) -> Result<Option<RowState>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT state FROM state WHERE row = ?1 AND kind = ?2")?;
        let bytes: Option<Vec<u8>> = q.query_row((&row.as_bytes()[..], kind), |r| r.get(0)).optional()?;
        bytes.map(|b| RowState::from_bytes(&b).map_err(StoreError::from)).transpose()
    }
}

/// Fields of rows, by the rows' local numbers, and which records are read as which.
#[derive(Default)]
struct Marks {
    joined: Joined,
    open: BTreeMap<i64, Vec<String>>,
    sealed: BTreeMap<i64, Vec<String>>,
}

fn read_row(kind: &'static Kind, r: &rusqlite::Row<'_>, marks: &Marks) -> Result<Row, StoreError> {
    let n: i64 = r.get(0)?;
    let id: String = r.get(1)?;
    let mut fields = BTreeMap::new();
    for (i, field) in kind.fields.iter().enumerate() {
        fields.insert(field.name, marks.joined.read(field.name, from_sql(&field.ty, r.get_ref(i + 2)?)));
    }
    Ok(Row {
        id: Uuid::parse_str(&id).map_err(|_| StoreError::Incomplete("row id"))?,
        fields,
        disagreements: marks.open.get(&n).cloned().unwrap_or_default(),
        sealed: marks.sealed.get(&n).cloned().unwrap_or_default(),
    })
}
