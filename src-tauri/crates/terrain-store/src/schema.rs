//! The tables. The log's few tables migrate by numbered steps; all others are dropped and rebuilt from the log when
//! [`TABLES_VERSION`] or the kinds change.

use terrain_domain::{Field, FieldType, KINDS, Kind};

use crate::parts::ENTRY;

/// Version of the log's tables (`PRAGMA user_version`); steps are only ever added to [`MIGRATIONS`].
pub const LOG_VERSION: i64 = 4;
/// Version of the derived tables' code; raising it rebuilds them.
const TABLES_VERSION: u32 = 2;

/// One step a version, from an empty file.
pub(crate) const MIGRATIONS: [&str; LOG_VERSION as usize] = ["
CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE segment(
    n INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, device BLOB NOT NULL, from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL, previous BLOB, deps BLOB NOT NULL, schema INTEGER NOT NULL, at INTEGER NOT NULL,
    continues INTEGER NOT NULL, applied INTEGER NOT NULL, delivered INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE device(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE operation(
    n INTEGER PRIMARY KEY, segment INTEGER, device INTEGER NOT NULL, first_seq INTEGER NOT NULL, count INTEGER NOT NULL,
    control INTEGER NOT NULL, refused INTEGER, body BLOB NOT NULL) STRICT;
CREATE INDEX operation_control ON operation(n) WHERE control = 1;
CREATE INDEX operation_refused ON operation(n) WHERE refused IS NOT NULL;
CREATE TABLE subject_key(subject BLOB PRIMARY KEY NOT NULL, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE journal(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, report TEXT NOT NULL) STRICT;
", "
CREATE TABLE file(n INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, delivered INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
", "
CREATE TABLE draft(
    kind TEXT NOT NULL, row BLOB NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY(kind, row, field)) STRICT, WITHOUT ROWID;
", "
CREATE TABLE page(n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
"];

/// Derived tables that are the same for all kinds.
const DERIVED: &str = "
CREATE TABLE touch(row BLOB NOT NULL, operation INTEGER NOT NULL, PRIMARY KEY(row, operation)) STRICT, WITHOUT ROWID;
CREATE TABLE state(
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, row BLOB NOT NULL, deleted_and_edited INTEGER NOT NULL,
    waits INTEGER NOT NULL, state BLOB NOT NULL, UNIQUE(row, kind)) STRICT;
CREATE INDEX state_task ON state(n) WHERE deleted_and_edited = 1;
CREATE INDEX state_waits ON state(n) WHERE waits = 1;
CREATE INDEX state_file ON state(kind) WHERE kind IN ('attachment', 'form');
CREATE TABLE sealed(
    state INTEGER NOT NULL, field TEXT NOT NULL, subject BLOB NOT NULL, PRIMARY KEY(state, field, subject)) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_subject ON sealed(subject);
CREATE TABLE part(entry BLOB NOT NULL, state INTEGER NOT NULL, PRIMARY KEY(entry, state)) STRICT, WITHOUT ROWID;
CREATE TABLE standing(entry BLOB PRIMARY KEY NOT NULL, state TEXT, about TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX standing_state ON standing(state);
CREATE TABLE plan_line(cooperative TEXT PRIMARY KEY NOT NULL, line TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE disagreement(state INTEGER NOT NULL, field TEXT NOT NULL, PRIMARY KEY(state, field)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(body, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0');
";

/// The days of visits are asked for on their own.
const LAST_DAY: (&str, &str) = ("visit", "planned_on");
/// Whole in the index: the last visit of each cooperative is read from it alone.
const LAST_DAYS: &str = "CREATE INDEX visit_last ON visit(cooperative, cancelled, planned_on);";

/// What the promises of a plan are read from, and of which cooperative a row of it is, as SQL says it of `$` (the row before or after it is
/// written). A row that is replaced is looked up by its number: that fires no trigger for what goes.
const OF_PLAN: [(&str, &str); 2] = [
    ("action", "$.cooperative"),
    (
        "action_update",
        "(SELECT a.cooperative FROM state s JOIN action a ON a.n = s.n WHERE s.row = unhex($.action, '-') AND s.kind = 'action')",
    ),
];

/// Whoever writes a row of a plan takes away what was worked out of it.
fn plan_triggers() -> String {
    let trigger = |(kind, of): &(&str, &str)| {
        let gone = |row: &str| format!("DELETE FROM plan_line WHERE cooperative = {};", of.replace('$', row));
        let replaced = format!(
            "DELETE FROM plan_line WHERE cooperative IN (SELECT {} FROM \"{kind}\" was WHERE was.n = NEW.n);",
            of.replace('$', "was")
        );
        format!(
            "CREATE TRIGGER \"{kind}_written\" BEFORE INSERT ON \"{kind}\" BEGIN {replaced} {} END;
             CREATE TRIGGER \"{kind}_gone\" BEFORE DELETE ON \"{kind}\" BEGIN {} END;",
            gone("NEW"),
            gone("OLD")
        )
    };
    OF_PLAN.iter().map(trigger).collect()
}

/// SQLite's type for a field.
fn column_type(field: &Field) -> &'static str {
    match field.ty {
        FieldType::Int | FieldType::Money | FieldType::Instant | FieldType::Bool => "INTEGER",
        _ => "TEXT",
    }
}

/// The table of a kind: one column a field, readable as it is (dates ISO, identifiers hyphenated, money in centimes).
pub(crate) fn kind_table(kind: &Kind, prefix: &str) -> String {
    let columns: String = kind.fields.iter().map(|f| format!(", \"{}\" {}", f.name, column_type(f))).collect();
    format!("CREATE TABLE {prefix}\"{}\"(n INTEGER PRIMARY KEY, id TEXT NOT NULL{columns}) STRICT;", kind.name)
}

/// Parts of an entry are found by the entry; other rows by what they refer to, visits by their day too.
fn is_indexed(kind: &Kind, field: &Field) -> bool {
    let part = kind.field(ENTRY).is_some();
    (matches!(field.ty, FieldType::Ref(_)) && !part) || (kind.name, field.name) == LAST_DAY
}

fn indexes(kind: &Kind) -> String {
    let indexed = kind.fields.iter().filter(|f| is_indexed(kind, f));
    let index = |f: &Field| {
        let (kind, field) = (kind.name, f.name);
        format!("CREATE INDEX \"{kind}_{field}\" ON \"{kind}\"(\"{field}\");")
    };
    indexed.map(index).collect()
}

/// Makes all derived tables.
pub(crate) fn derived_tables() -> String {
    let kinds: String = KINDS.iter().map(|k| kind_table(k, "") + &indexes(k)).collect();
    format!("{DERIVED}{kinds}{LAST_DAYS}{}", plan_triggers())
}

/// Drops all derived tables, those of an older app too.
pub(crate) fn drop_derived(names: &[String]) -> String {
    names.iter().map(|name| format!("DROP TABLE IF EXISTS \"{}\";", name.replace('"', ""))).collect()
}

/// Names of the log's tables, which are never dropped.
pub(crate) const LOG_TABLES: [&str; 9] =
    ["meta", "segment", "device", "operation", "subject_key", "journal", "file", "draft", "page"];

/// Fingerprint of everything the derived tables depend on.
pub(crate) fn tables_fingerprint() -> String {
    let text = format!("{TABLES_VERSION}\n{}", derived_tables());
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
