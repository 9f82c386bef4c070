//! The central file: one encrypted SQLite, complete by itself: the log, the tables, and views that a person can read.

use std::path::Path;

use rusqlite::Connection;
use terrain_changes::SubjectKey;
use terrain_domain::{KINDS, PROVINCES, SECTORS};

use uuid::Uuid;

use crate::open::connect;
use crate::{Store, StoreError, schema};

/// Views in French, the language of the office; names of columns are what the coordinator reads.
const VIEWS: &str = "
CREATE VIEW lisible_cooperatives AS
SELECT c.name_fr AS nom, c.name_ar AS nom_arabe, c.acronym AS sigle, p.name_fr AS province, p.name_ar AS province_arabe,
       s.name_fr AS secteur, s.name_ar AS secteur_arabe, c.commune_code AS commune, c.douar, c.phone AS telephone, c.email AS courriel,
       c.ice, c.local_register_number AS numero_registre, c.registration_date AS immatriculation,
       c.members_women AS adherentes, c.members_men AS adherents, c.members_under35 AS moins_de_35_ans, c.capital_subscribed / 100.0 AS capital_souscrit_dh,
       c.capital_paid / 100.0 AS capital_libere_dh,
       (SELECT group_concat(e.name, ', ') FROM assignment a JOIN person e ON e.id = a.person
         WHERE a.cooperative = c.id AND a.\"to\" IS NULL) AS accompagnateur,
       (SELECT max(v.planned_on) FROM visit v WHERE v.cooperative = c.id AND v.cancelled IS NULL AND v.planned_on <= date('now')) AS derniere_visite,
       c.id
FROM cooperative c LEFT JOIN province p ON p.code = substr(c.commune_code, 4, 3) LEFT JOIN sector s ON s.code = c.sector
ORDER BY c.name_fr;
CREATE VIEW lisible_visites AS
SELECT v.planned_on AS date, c.name_fr AS cooperative, c.name_ar AS cooperative_arabe, e.name AS accompagnateur,
       CASE WHEN v.cancelled IS NOT NULL THEN 'annulée' WHEN v.planned_on <= date('now') THEN 'tenue' ELSE 'prévue' END AS etat,
       v.purpose AS objet, v.venue AS lieu, v.days AS jours, v.cancelled AS annulation, v.id
FROM visit v LEFT JOIN cooperative c ON c.id = v.cooperative LEFT JOIN person e ON e.id = v.coach
ORDER BY v.planned_on, c.name_fr;
";

impl Store {
    /// Makes the central file at `path` (which must not exist), under the programme's key, holding `generation`.
    ///
    /// Checked before it is let go: SQLite's integrity check, and as many segments as here.
    pub fn make_central_file(&self, path: &Path, generation: u64) -> Result<(), StoreError> {
        let key = self.identity.ring.current().ok_or(StoreError::Incomplete("ring"))?.central_file();
        {
            let db = connect(path, &key)?;
            db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF;")?;
            db.execute_batch(&schema::MIGRATIONS.concat())?;
            // What somebody is typing stays on that laptop.
            db.execute_batch("DROP TABLE draft; DROP TABLE page;")?;
            db.pragma_update(None, "user_version", schema::LOG_VERSION)?;
            db.execute_batch(VIEWS_TABLES)?;
            let kinds: String = KINDS.iter().map(|k| schema::kind_table(k, "")).collect();
            db.execute_batch(&kinds)?;
            db.execute_batch(VIEWS)?;
        }
        let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
        let text = path.to_str().ok_or(StoreError::Incomplete("path in unicode"))?;
        self.db.execute("ATTACH DATABASE ?1 AS central KEY ?2", (text, format!("x'{hex}'")))?;
        let copied = self.copy_to_central(generation);
        self.db.execute_batch("DETACH DATABASE central")?;
        copied?;
        let db = connect(path, &key)?;
        let sound: String = db.query_row("PRAGMA integrity_check", [], |r| r.get(0))?;
        let count = |db: &Connection| db.query_row("SELECT count(*) FROM segment", [], |r| r.get::<_, i64>(0));
        if sound != "ok" || count(&db)? != count(&self.db)? {
            return Err(StoreError::Incomplete("a sound central file"));
        }
        Ok(())
    }

    fn copy_to_central(&self, generation: u64) -> Result<(), StoreError> {
        let tx = self.db.unchecked_transaction()?;
        tx.execute_batch(
            "INSERT INTO central.segment SELECT n, hash, device, from_seq, to_seq, previous, deps, schema, at, continues, applied, 1, bytes
             FROM main.segment ORDER BY device, from_seq;
             INSERT INTO central.subject_key SELECT subject, key FROM main.subject_key;",
        )?;
        for kind in KINDS {
            tx.execute_batch(&format!("INSERT INTO central.\"{0}\" SELECT * FROM main.\"{0}\";", kind.name))?;
        }
        for p in PROVINCES {
            tx.execute("INSERT INTO central.province VALUES (?1, ?2, ?3)", (p.code, p.fr, p.ar))?;
        }
        for s in SECTORS {
            tx.execute("INSERT INTO central.sector VALUES (?1, ?2, ?3)", (s.code, s.fr, s.ar))?;
        }
        tx.execute("INSERT INTO central.meta VALUES ('header', ?1)", [&self.identity.header])?;
        tx.execute("INSERT INTO central.meta VALUES ('generation', ?1)", [generation.to_string().into_bytes()])?;
        tx.execute("INSERT INTO central.meta VALUES ('vector', ?1)", [self.memory.vector.to_bytes()?])?;
        self.copy_files_to_central(&tx)?;
        Ok(tx.commit()?)
    }
}

const VIEWS_TABLES: &str = "
CREATE TABLE province(code TEXT PRIMARY KEY NOT NULL, name_fr TEXT NOT NULL, name_ar TEXT NOT NULL) STRICT;
CREATE TABLE sector(code TEXT PRIMARY KEY NOT NULL, name_fr TEXT NOT NULL, name_ar TEXT NOT NULL) STRICT;
";

/// Segments and keys of persons in a central file.
pub type CentralContents = (Vec<Vec<u8>>, Vec<(Uuid, SubjectKey)>);

/// Reads segments and subject keys out of a local copy of a central file; nothing else in it is believed.
///
/// Errors: [`StoreError::Key`] when it does not open under the key.
pub fn read_central_file(path: &Path, key: &[u8; 32]) -> Result<CentralContents, StoreError> {
    let db = connect(path, key)?;
    let mut q = db.prepare("SELECT bytes FROM segment ORDER BY device, from_seq")?;
    let segments = q.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    let mut q = db.prepare("SELECT subject, key FROM subject_key ORDER BY subject")?;
    let rows: Vec<(Vec<u8>, Vec<u8>)> = q.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<Result<_, _>>()?;
    let key =
        |(subject, key): (Vec<u8>, Vec<u8>)| Some((Uuid::from_slice(&subject).ok()?, SubjectKey(key.try_into().ok()?)));
    Ok((segments, rows.into_iter().filter_map(key).collect()))
}
