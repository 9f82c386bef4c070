//! Opening a replica: encrypted or not at all.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use terrain_domain::{KINDS, Value};
use zeroize::Zeroizing;

use crate::catch_up::Indexes;
use crate::changed::{Changed, EVERYTHING};
use crate::fold::Fold;
use crate::memory::Memory;
use crate::{Env, Identity, StoreError, identity, schema};

/// Page cache in KiB while working, and while merging or rebuilding (measured: indexes in random order need it).
const CACHE_KIB: i64 = 8_192;
const CACHE_MERGING_KIB: i64 = 65_536;
/// How long a command waits for another one that has the data folder open: longer than most commands take.
const BUSY: std::time::Duration = std::time::Duration::from_secs(3);
/// Prepared statements kept: a few for each kind.
const STATEMENTS: usize = 128;

/// One person's replica on one laptop.
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) memory: Memory,
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    pub(crate) changed: Changed,
    /// Of the file; nothing for a replica in memory.
    pub(crate) key: Option<Zeroizing<[u8; 32]>>,
    path: PathBuf,
}

fn hex_key(key: &[u8; 32]) -> String {
    let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
    format!("x'{hex}'")
}

/// Opens a SQLCipher file under a raw key and proves that the key fits.
pub(crate) fn connect(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let db = Connection::open(path)?;
    // Failures are said by this crate's errors; SQLCipher's own log would go to standard error.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    db.pragma_update(None, "key", hex_key(key))?;
    // One process at a time: what is kept in memory of the log would be wrong after another's write.
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;")?;
    db.busy_timeout(BUSY)?;
    let read = db.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0));
    match read {
        Ok(_) => {}
        Err(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => return Err(StoreError::Key),
        Err(e) => return Err(e.into()),
    }
    let cipher: String = db.query_row("PRAGMA cipher_version", [], |r| r.get(0)).unwrap_or_default();
    if cipher.is_empty() {
        return Err(StoreError::NotEncrypted);
    }
    statements(&db)?;
    Ok(db)
}

/// Statements are prepared once. Their plans do not depend on what is bound: else SQLite would prepare one again each time that
/// it is bound to something else.
fn statements(db: &Connection) -> Result<(), StoreError> {
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Refuses a file that starts as plain SQLite does.
fn assert_encrypted(path: &Path) -> Result<(), StoreError> {
    use std::io::Read;
    let mut head = [0; 16];
    let Ok(mut file) = std::fs::File::open(path) else { return Ok(()) };
    let read = file.read(&mut head)?;
    if read == 16 && head.starts_with(b"SQLite format 3") { Err(StoreError::NotEncrypted) } else { Ok(()) }
}

impl Store {
    /// Makes a replica at `path`, which must not exist.
    pub fn create(path: &Path, key: &[u8; 32], identity: Identity, env: Env) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
        }
        let db = connect(path, key)?;
        let store = Self::set_up(db, (path.to_path_buf(), Some(Zeroizing::new(*key))), identity, env)?;
        assert_encrypted(path)?;
        Ok(store)
    }

    /// A replica in memory alone, for simulations of many laptops.
    pub fn in_memory(identity: Identity, env: Env) -> Result<Self, StoreError> {
        let db = Connection::open_in_memory()?;
        statements(&db)?;
        Self::set_up(db, (PathBuf::new(), None), identity, env)
    }

    fn set_up(
        mut db: Connection,
        (path, key): (PathBuf, Option<Zeroizing<[u8; 32]>>),
        identity: Identity,
        env: Env,
    ) -> Result<Self, StoreError> {
        pragmas(&db)?;
        let tx = db.transaction()?;
        migrate(&tx)?;
        tx.execute_batch(&schema::derived_tables())?;
        identity::put(&tx, "tables", schema::tables_fingerprint().as_bytes())?;
        identity.save(&tx)?;
        tx.commit()?;
        let memory = Memory::load(&db, &identity)?;
        Ok(Self { db, memory, identity, env, changed: Changed::default(), key, path })
    }

    /// Opens a replica; tables of another version are rebuilt from the log.
    pub fn open(path: &Path, key: &[u8; 32], env: Env) -> Result<Self, StoreError> {
        if !path.is_file() {
            return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
        }
        assert_encrypted(path)?;
        let mut db = connect(path, key)?;
        pragmas(&db)?;
        let tx = db.transaction()?;
        migrate(&tx)?;
        let identity = Identity::load(&tx)?;
        tx.commit()?;
        let memory = Memory::load(&db, &identity)?;
        let changed = Changed::default();
        let key = Some(Zeroizing::new(*key));
        let mut store = Self { db, memory, identity, env, changed, key, path: path.to_path_buf() };
        let tables = identity::get(&store.db, "tables")?;
        if tables.as_deref() != Some(schema::tables_fingerprint().as_bytes()) {
            store.rebuild()?;
        }
        Ok(store)
    }

    /// Makes all tables again from the log; gives the number of rows.
    pub fn rebuild(&mut self) -> Result<u64, StoreError> {
        self.merging(true)?;
        let done = self.transact(Indexes::Later, |fold| {
            let mut names = fold.db.prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
            )?;
            let names: Vec<String> = names.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
            let derived: Vec<String> =
                names.into_iter().filter(|n| !schema::LOG_TABLES.contains(&n.as_str())).collect();
            fold.db.execute_batch(&schema::drop_derived(&derived))?;
            fold.db.execute_batch(&schema::derived_tables())?;
            identity::put(fold.db, "tables", schema::tables_fingerprint().as_bytes())?;
            fold.indexes = Indexes::Now;
            fold.judge_again(&|_| true)?;
            fold.forget_rows();
            fold.replay()
        });
        self.merging(false)?;
        self.changed.add(EVERYTHING);
        Ok(done?.1.rows.len() as u64)
    }

    /// Runs one transaction over log and tables; on failure nothing remains, in memory neither.
    pub(crate) fn transact<T>(
        &mut self,
        indexes: Indexes,
        act: impl FnOnce(&mut Fold<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, crate::fold::Folded), StoreError> {
        let typed = self.memory.drafts.len();
        let outcome = (|| {
            let tx = self.db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let mut fold = Fold::new(&tx, &mut self.memory, &self.identity, indexes);
            if indexes == Indexes::Now {
                fold.catch_up()?;
            }
            let value = act(&mut fold)?;
            let folded = fold.finish()?;
            tx.commit()?;
            Ok((value, folded))
        })();
        match &outcome {
            Ok((_, folded)) => self.changed.add_rows(&folded.rows),
            Err(_) => self.memory = Memory::load(&self.db, &self.identity)?,
        }
        if self.memory.drafts.len() != typed {
            self.changed.add("draft");
        }
        outcome
    }

    /// More page cache while much is written in random order.
    pub(crate) fn merging(&self, on: bool) -> Result<(), StoreError> {
        let kib = if on { CACHE_MERGING_KIB } else { CACHE_KIB };
        Ok(self.db.pragma_update(None, "cache_size", -kib)?)
    }

    /// Who this replica is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Where the file lies; empty for a replica in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The clock, UTC ms, and whether it is believable.
    pub fn now(&mut self) -> (i64, bool) {
        self.env.now()
    }

    /// A new identifier that says it was made here.
    pub fn new_id(&mut self) -> uuid::Uuid {
        let (at, _) = self.env.now();
        terrain_domain::new_v7(at, &self.identity.device.0, self.env.chance())
    }

    /// The person of the laptop whose name stands in an identifier; nothing for derived ones and unknown laptops.
    pub fn person_of_row(&self, row: &uuid::Uuid) -> Option<uuid::Uuid> {
        let prefix = terrain_domain::owner_prefix(row)?;
        let known = self.memory.authority.standings();
        let mut of = known.filter(|(device, _)| terrain_domain::device_prefix(&device.0) == prefix);
        let first = of.next().map(|(_, standing)| standing.person);
        // Two laptops whose identifiers begin alike: neither is believed to be the owner.
        if of.all(|(_, standing)| Some(standing.person) == first) { first } else { None }
    }

    /// How many minutes the local calendar is ahead of UTC at this moment.
    pub fn offset_min(&self, at_ms: i64) -> i32 {
        self.env.offset_min(at_ms)
    }

    /// Clock and chance.
    pub fn env(&mut self) -> &mut Env {
        &mut self.env
    }

    /// A setting of this laptop alone.
    pub fn local(&self, key: &str) -> Result<Option<String>, StoreError> {
        let value = identity::get(&self.db, &format!("local.{key}"))?;
        Ok(value.and_then(|v| String::from_utf8(v).ok()))
    }

    /// Sets a setting of this laptop alone.
    pub fn set_local(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        identity::put(&self.db, &format!("local.{key}"), value.as_bytes())
    }

    /// Adds a line to this laptop's journal of what met the centre (`sync`, `sync_failed`, `central_key`); the oldest go after
    /// a thousand, but for the last of each.
    pub fn note(&mut self, at_ms: i64, what: &str, report: &str) -> Result<(), StoreError> {
        self.db.execute("INSERT INTO journal(at, what, report) VALUES (?1, ?2, ?3)", (at_ms, what, report))?;
        self.db.execute(
            "DELETE FROM journal WHERE n <= (SELECT max(n) FROM journal) - 1000
             AND n NOT IN (SELECT max(n) FROM journal GROUP BY what)",
            [],
        )?;
        self.changed.add("journal");
        Ok(())
    }

    /// The last lines of the journal about any of these, newest first: when (UTC ms), about what, and the report.
    pub fn noted(&self, what: &[&str], lines_max: u32) -> Result<Vec<(i64, String, String)>, StoreError> {
        let mut q = self.db.prepare_cached("SELECT at, what, report FROM journal ORDER BY n DESC")?;
        let mut rows = q.query([])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            let line: (i64, String, String) = (r.get(0)?, r.get(1)?, r.get(2)?);
            if found.len() >= lines_max as usize {
                break;
            }
            if what.contains(&line.1.as_str()) {
                found.push(line);
            }
        }
        Ok(found)
    }

    /// The last line of the journal about this: when (UTC ms), and its report.
    pub fn last_noted(&self, what: &str) -> Result<Option<(i64, String)>, StoreError> {
        use rusqlite::OptionalExtension;
        let mut q = self.db.prepare_cached("SELECT at, report FROM journal WHERE what = ?1 ORDER BY n DESC LIMIT 1")?;
        Ok(q.query_row([what], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }

    /// All tables as text in a fixed order: equal for equal logs and key rings.
    pub fn dump(&self) -> Result<String, StoreError> {
        let mut out = String::new();
        for kind in KINDS {
            for row in self.rows(kind.name, &[])? {
                out.push_str(&format!("{} {}", kind.name, row.id));
                for (field, value) in &row.fields {
                    let json = serde_json::to_string(value).unwrap_or_default();
                    if *value != Value::Null {
                        out.push_str(&format!(" {field}={json}"));
                    }
                }
                out.push_str(&format!(" ?{:?}\n", row.disagreements));
            }
        }
        let mut tasks = self.tasks()?;
        tasks.sort();
        out.push_str(&format!("{tasks:?}\n"));
        Ok(out)
    }
}

impl Fold<'_> {
    /// Forgets the rows marked so far: a replay visits them all.
    fn forget_rows(&mut self) {
        self.clear();
    }
}

fn pragmas(db: &Connection) -> Result<(), StoreError> {
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;")?;
    Ok(db.pragma_update(None, "cache_size", -CACHE_KIB)?)
}

fn migrate(db: &Connection) -> Result<(), StoreError> {
    let version: i64 = db.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    if version > schema::LOG_VERSION {
        return Err(StoreError::Newer { found: version, known: schema::LOG_VERSION });
    }
    if version == schema::LOG_VERSION {
        // Opening to read writes nothing: not even the number that is there already.
        return Ok(());
    }
    for step in schema::MIGRATIONS.iter().skip(usize::try_from(version).unwrap_or_default()) {
        db.execute_batch(step)?;
    }
    Ok(db.pragma_update(None, "user_version", schema::LOG_VERSION)?)
}
