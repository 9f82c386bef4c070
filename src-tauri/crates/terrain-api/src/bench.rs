//! Figures, by the product's own functions and settings: signatures, permissions, encryption, durable commits.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use terrain_domain::{FieldType, Input, Value, kind};
use terrain_store::{Env, Incoming, OpName, Store, StoreError};
use uuid::Uuid;

use crate::{Fault, NewCoach, NewProgramme, Session, start_programme};

const PASSPHRASE: &str = "banc d'essai";
/// Longest file of edits that is read.
const EDITS_MAX: usize = 2_000_000;

/// Saves of one row of 20 fields.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SaveFigures {
    /// Sum over the saves.
    pub seconds: f64,
    /// How many.
    pub saves: u32,
    /// Medians and tails of one save, in milliseconds.
    pub p50_ms: f64,
    /// 95th percentile.
    pub p95_ms: f64,
    /// 99th percentile.
    pub p99_ms: f64,
}

/// A merge into an empty replica.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct MergeFigures {
    /// From sealed segments to the durable commit.
    pub seconds: f64,
    /// Peak memory of the process, preparation included.
    pub rss_mb: f64,
    /// Sealed bytes of the edits, each.
    pub bytes_per_change: f64,
    /// Edits merged.
    pub edits: u64,
    /// SHA-256 over the cells, those edited concurrently left out.
    pub digest: String,
    /// Size of the replica's file.
    pub file_bytes: u64,
}

/// A programme with several coaches, in a folder of its own.
struct Ground {
    _temporary: Option<tempfile::TempDir>,
    root: PathBuf,
}

fn io(e: std::io::Error) -> Fault {
    StoreError::from(e).into()
}

impl Ground {
    fn new(keep: Option<&Path>, coaches: usize) -> Result<Self, Fault> {
        let (temporary, root) = match keep {
            Some(folder) => (None, folder.to_path_buf()),
            None => {
                let folder = tempfile::tempdir().map_err(io)?;
                let root = folder.path().to_path_buf();
                (Some(folder), root)
            }
        };
        let coach = |k: usize| NewCoach {
            name: format!("Banc {k}"),
            data: root.join(format!("device-{k}")),
            passphrase: PASSPHRASE.into(),
        };
        let new = NewProgramme {
            name: "Banc d'essai".into(),
            person: "Banc 0".into(),
            data: root.join("coordinator"),
            passphrase: PASSPHRASE.into(),
            central: root.join("central"),
            paper_key_out: Some(root.join("cle-papier.txt")),
            coaches: (1..=coaches).map(coach).collect(),
        };
        start_programme(&new, &mut Env::system, &mut |_, _, _| true)?;
        Ok(Self { _temporary: temporary, root })
    }

    fn open(&self, name: &str) -> Result<Store, Fault> {
        Ok(Session::open(&self.root.join(name), PASSPHRASE, Env::system())?.store)
    }
}

fn quantile(sorted: &[f64], p: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index into a list")]
    let at = (sorted.len().saturating_sub(1) as f64 * p) as usize;
    sorted.get(at).copied().unwrap_or_default() * 1e3
}

/// Times `size` saves of a row of 20 fields, each on the disk before the next.
pub fn bench_save(size: u32, keep: Option<&Path>) -> Result<SaveFigures, Fault> {
    let ground = Ground::new(keep, 1)?;
    let mut store = ground.open("device-1")?;
    let shown = kind("cooperative").map_or(&[][..], |k| k.fields);
    let twenty: Vec<&terrain_domain::Field> =
        shown.iter().filter(|f| matches!(f.ty, FieldType::Text | FieldType::Int)).take(20).collect();
    assert!(twenty.len() == 20, "the kind has twenty fields of text or whole numbers");
    let mut rows: Vec<Uuid> = Vec::new();
    let mut each = Vec::new();
    for n in 0..size {
        let value = |field: &terrain_domain::Field| match field.ty {
            FieldType::Int => Value::Int(i64::from(n)),
            _ => Value::Text(format!("valeur {n} تعاونية")),
        };
        let fields: Vec<(&'static str, Value)> = twenty.iter().map(|field| (field.name, value(field))).collect();
        let old = rows.get((n % 200) as usize).copied();
        let start = Instant::now();
        let (row, _) = store.write(OpName::Set, None, |w| match old {
            None => w.create("cooperative", &fields),
            Some(row) => {
                fields.iter().try_for_each(|(field, value)| w.set("cooperative", row, field, value))?;
                Ok(row)
            }
        })?;
        each.push(start.elapsed().as_secs_f64());
        if old.is_none() {
            rows.push(row);
        }
    }
    let seconds = each.iter().sum();
    each.sort_by(f64::total_cmp);
    let [p50_ms, p95_ms, p99_ms] = [0.5, 0.95, 0.99].map(|p| quantile(&each, p));
    Ok(SaveFigures { seconds, saves: size, p50_ms, p95_ms, p99_ms })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct Edit {
    save: u64,
    phase: u64,
    device: String,
    row: String,
    field: String,
    value: Json,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
struct Meta {
    concurrent_rows: Vec<String>,
}

/// One row saved at once by one device.
struct Save {
    phase: u64,
    device: String,
    row: String,
    fields: Vec<(&'static str, Value)>,
}

fn read_saves(input: &Path) -> Result<(Vec<Save>, u64), Fault> {
    let place = input.display().to_string();
    let file = std::fs::File::open(input).map_err(|_| Fault::input("fault-file-missing", &[("path", &place)]))?;
    let mut saves: Vec<Save> = Vec::new();
    let (mut last, mut edits) = (None, 0);
    for line in std::io::BufReader::new(file).lines().take(EDITS_MAX) {
        let bad = |reason: String| Fault::input("fault-bad-json", &[("got", &place), ("reason", &reason)]);
        let edit: Edit = serde_json::from_str(&line.map_err(io)?).map_err(|e| bad(e.to_string()))?;
        let field = kind("cooperative").and_then(|k| k.field(&edit.field));
        let field = field.ok_or_else(|| bad(edit.field.clone()))?;
        let value = match &edit.value {
            // The door empties a field on a blank text; the workload counts it as a value of its own.
            Json::String(t) if t.is_empty() => Value::Text(String::new()),
            json => {
                let input: Input = serde_json::from_value(json.clone()).map_err(|e| bad(e.to_string()))?;
                field.ty.accept(&input).map_err(|r| Fault::refused_value(field.name, &r))?
            }
        };
        if last != Some(edit.save) {
            last = Some(edit.save);
            saves.push(Save { phase: edit.phase, device: edit.device, row: edit.row, fields: Vec::new() });
        }
        if let Some(save) = saves.last_mut() {
            save.fields.push((field.name, value));
        }
        edits += 1;
    }
    Ok((saves, edits))
}

/// Times the merge of the edits of several devices, sealed in segments, into an empty replica on the disk.
pub fn bench_merge(input: &Path, keep: Option<&Path>) -> Result<MergeFigures, Fault> {
    let (saves, edits) = read_saves(input)?;
    let mut devices: Vec<String> = saves.iter().map(|s| s.device.clone()).collect();
    devices.sort();
    devices.dedup();
    let ground = Ground::new(keep, devices.len() + 1)?;
    let (segments, rows) = prepare(&ground, &devices, &saves)?;
    drop(saves);
    let sealed: usize = segments.iter().map(Vec::len).sum();
    let mut receiver = ground.open(&format!("device-{}", devices.len() + 1))?;
    let incoming = segments.into_iter().map(|bytes| Incoming { place: String::new(), bytes }).collect();
    let start = Instant::now();
    receiver.merge(incoming)?;
    let seconds = start.elapsed().as_secs_f64();
    let rss_mb = peak_mb();
    let digest = digest(&receiver, &rows, input)?;
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |m| m.len());
    // What is committed but not yet folded back lies beside it.
    let file_bytes = size(receiver.path()) + size(&PathBuf::from(format!("{}-wal", receiver.path().display())));
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let bytes_per_change = sealed as f64 / edits.max(1) as f64;
    Ok(MergeFigures { seconds, rss_mb, bytes_per_change, edits, digest, file_bytes })
}

type Prepared = (Vec<Vec<u8>>, BTreeMap<String, Uuid>);

/// Each device writes its rows offline, everybody merges, each writes again: the segments of both phases.
fn prepare(ground: &Ground, devices: &[String], saves: &[Save]) -> Result<Prepared, Fault> {
    let mut rows: BTreeMap<String, Uuid> = BTreeMap::new();
    let mut sealed: Vec<Vec<u8>> = Vec::new();
    for phase in [1, 2] {
        let before = sealed.len();
        for (k, device) in devices.iter().enumerate() {
            let mut store = ground.open(&format!("device-{}", k + 1))?;
            let others = sealed.iter().take(before).map(|b| Incoming { place: String::new(), bytes: b.clone() });
            store.merge(others.collect())?;
            for save in saves.iter().filter(|s| s.phase == phase && s.device == *device) {
                let known = rows.get(&save.row).copied();
                let (row, _) = store.write(OpName::Set, None, |w| match known {
                    None => w.create("cooperative", &save.fields),
                    Some(row) => {
                        save.fields.iter().try_for_each(|(field, value)| w.set("cooperative", row, field, value))?;
                        Ok(row)
                    }
                })?;
                rows.insert(save.row.clone(), row);
            }
            store.seal()?;
            let own = store.identity().device;
            for name in store.segments()?.iter().filter(|n| n.device == own) {
                let bytes = store.segment_bytes(&name.hash)?.unwrap_or_default();
                if !sealed.contains(&bytes) {
                    sealed.push(bytes);
                }
            }
        }
    }
    Ok((sealed, rows))
}

fn digest(store: &Store, rows: &BTreeMap<String, Uuid>, input: &Path) -> Result<String, Fault> {
    let meta = PathBuf::from(format!("{}.meta.json", input.display()));
    let meta: Option<Meta> = std::fs::read(meta).ok().and_then(|b| serde_json::from_slice(&b).ok());
    let concurrent = meta.map(|m| m.concurrent_rows).unwrap_or_default();
    let mut hash = Sha256::new();
    for (name, id) in rows.iter().filter(|(name, _)| !concurrent.contains(name)) {
        let Some(row) = store.row("cooperative", id)? else { continue };
        for (field, value) in row.fields.iter().filter(|(_, v)| **v != Value::Null) {
            let json = serde_json::to_string(value).unwrap_or_default();
            hash.update(format!("{name}\t{field}\t{json}\n"));
        }
    }
    let mut text = String::new();
    for byte in hash.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn peak_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    let kb = line.and_then(|l| l.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    (kb.unwrap_or_default() / 102.4).round() / 10.0
}
