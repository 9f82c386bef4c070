//! Pull: what the target has and this laptop lacks; and whether what both have is still sound there.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{Hash32, SEGMENT_BYTES_MAX};
use terrain_store::{Applied, CentralContents, Incoming, SegmentName, Store, read_central_file};

use crate::centre::{SegmentFile, name_fits};
use crate::report::{Finding, Progress, Step};
use crate::{Centre, Generation, SyncError, keys};

/// Bytes taken into memory before they are merged, and how many of them a change takes once it is unpacked.
const BATCH_BYTES: u64 = 96 << 20;
const CHANGE_BYTES: u64 = 300;
/// One part in so many of the known files is read again at each sync.
pub(crate) const REREAD_PARTS: u64 = 50;

/// What the listing of the target says against what is here.
#[derive(Default)]
pub(crate) struct Compared {
    /// Files that are new here.
    pub unknown: Vec<SegmentFile>,
    /// Known and of the right length.
    pub there: BTreeMap<Hash32, SegmentFile>,
    /// Files whose content is not what their name promises; they are moved out of the way before anything is written.
    pub rotten: BTreeSet<String>,
    /// Names in the log that are none of ours.
    pub odd: Vec<String>,
}

/// Matches the files of the target with the segments of this laptop, by the hash in the name and the length.
pub(crate) fn compare(centre: &Centre<'_>, names: &[SegmentName]) -> Result<Compared, SyncError> {
    let (files, odd) = centre.segment_files()?;
    let known: BTreeMap<String, &SegmentName> =
        names.iter().map(|n| (n.hash.to_string().chars().take(32).collect(), n)).collect();
    let mut compared = Compared { odd, ..Compared::default() };
    for file in files {
        match known.get(&file.hash) {
            None => compared.unknown.push(file),
            Some(name) if file.path != centre.segment_path(name) => compared.odd.push(file.path),
            Some(name) if name.length == file.length => {
                compared.there.insert(name.hash, file);
            }
            Some(_) => {
                compared.rotten.insert(file.path);
            }
        }
    }
    Ok(compared)
}

/// Reads and merges everything new; gives what was applied.
///
/// Files of devices that no certificate names are not even read: what came before may bring the certificate, and whatever is
/// left then stays where it is.
pub(crate) fn pull(
    store: &mut Store,
    centre: &Centre<'_>,
    compared: &mut Compared,
    findings: &mut Vec<Finding>,
    progress: Progress<'_>,
) -> Result<Applied, SyncError> {
    let mut total = Applied::default();
    let mut waiting = std::mem::take(&mut compared.unknown);
    loop {
        let known = |file: &SegmentFile| store.authority().standing(&file.device).is_some();
        let (readable, unknown): (Vec<_>, Vec<_>) = waiting.into_iter().partition(known);
        waiting = unknown;
        if readable.is_empty() {
            break;
        }
        read_and_merge(store, centre, readable, compared, &mut total, progress)?;
    }
    let mut unknown: BTreeMap<String, u64> = BTreeMap::new();
    let named = total.unknown.iter().map(|(_, device)| *device);
    for device in waiting.iter().map(|file| file.device).chain(named) {
        *unknown.entry(device.to_string()).or_default() += 1;
    }
    for (device, count) in &unknown {
        let args = [("device", device.as_str()), ("count", &count.to_string())];
        findings.push(Finding::new("finding-unknown-device", &args));
    }
    for (place, reason) in &total.bad {
        findings.push(Finding::new("finding-segment-bad", &[("path", place), ("reason", reason)]));
    }
    Ok(total)
}

fn read_and_merge(
    store: &mut Store,
    centre: &Centre<'_>,
    files: Vec<SegmentFile>,
    compared: &mut Compared,
    total: &mut Applied,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    let count = files.len() as u64;
    let mut batch: Vec<Incoming> = Vec::new();
    let mut size = 0;
    for (done, file) in files.into_iter().enumerate() {
        step(progress, Step::Pull, done as u64, count)?;
        match read_segment(centre, &file)? {
            Some(bytes) => {
                size += bytes.len() as u64 + (file.to - file.from).saturating_mul(CHANGE_BYTES);
                batch.push(Incoming { place: file.path.clone(), bytes });
            }
            None => {
                compared.rotten.insert(file.path.clone());
            }
        }
        if size > BATCH_BYTES {
            step(progress, Step::Merge, done as u64, count)?;
            merge(store, std::mem::take(&mut batch), total)?;
            size = 0;
        }
    }
    if !batch.is_empty() {
        step(progress, Step::Merge, count, count)?;
        merge(store, batch, total)?;
    }
    Ok(())
}

/// A file of the log, or nothing where its bytes are not those that its name promises.
fn read_segment(centre: &Centre<'_>, file: &SegmentFile) -> Result<Option<Vec<u8>>, SyncError> {
    if file.length > SEGMENT_BYTES_MAX as u64 {
        return Ok(None);
    }
    let bytes = centre.read(&file.path, SEGMENT_BYTES_MAX as u64)?;
    Ok(bytes.filter(|b| name_fits(&Hash32::of(b), &file.hash)))
}

fn merge(store: &mut Store, batch: Vec<Incoming>, total: &mut Applied) -> Result<(), SyncError> {
    let applied = store.merge(batch)?;
    total.changes += applied.changes;
    total.disagreements += applied.disagreements;
    total.hidden += applied.hidden;
    total.refused += applied.refused;
    total.news |= applied.news;
    total.rows.extend(applied.rows);
    total.unknown.extend(applied.unknown);
    total.bad.extend(applied.bad);
    Ok(())
}

/// Reads again what this laptop delivered last time and a rotating part of the rest (all of it when `deep`); what has rotted
/// is noted.
pub(crate) fn reread(
    store: &mut Store,
    centre: &Centre<'_>,
    compared: &mut Compared,
    deep: bool,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    let number = |text: Option<String>| text.and_then(|t| t.parse::<u64>().ok()).unwrap_or_default();
    let turn = number(store.local("sync.turn")?);
    let last = store.local("sync.pushed")?.unwrap_or_default();
    let in_turn = |i: usize| deep || i as u64 % REREAD_PARTS == turn % REREAD_PARTS;
    let mut files: Vec<(Hash32, SegmentFile)> = compared.there.iter().map(|(h, f)| (*h, f.clone())).collect();
    files.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
    let count = files.len() as u64;
    for (i, (hash, file)) in files.into_iter().enumerate() {
        if !in_turn(i) && !last.contains(&hash.to_string()) {
            continue;
        }
        step(progress, Step::Verify, i as u64, count)?;
        if read_segment(centre, &file)?.is_none() {
            compared.there.remove(&hash);
            compared.rotten.insert(file.path);
        }
    }
    for (i, (subject, key)) in store.subject_keys().iter().enumerate() {
        let path = keys::path(centre, subject);
        if in_turn(i)
            && let Some(bytes) = centre.read_small(&path)?
        {
            let opened = keys::open(&store.identity().ring, subject, &bytes);
            let rotten = match opened {
                keys::Opened::Key(there) => there != *key,
                // Healing writes it anew in any case: whoever has a newer key of the programme has the older ones too.
                keys::Opened::UnknownRing => deep,
                keys::Opened::Rotten => true,
            };
            if rotten {
                compared.rotten.insert(path);
            }
        }
    }
    Ok(store.set_local("sync.turn", &(turn + 1).to_string())?)
}

/// Opens the central file, as a local copy, when it is said to hold what neither the folder nor this laptop has.
pub(crate) fn pull_from_file(
    store: &mut Store,
    centre: &Centre<'_>,
    generation: &Generation,
    findings: &mut Vec<Finding>,
) -> Result<Applied, SyncError> {
    let mut total = Applied::default();
    if generation.tips.iter().all(|(_, tip)| store.has_tip(tip)) {
        return Ok(total);
    }
    let key = store.identity().ring.find(&generation.key).map(terrain_changes::RingKey::central_file);
    for path in [centre.file(), centre.previous(1), centre.previous(2), centre.previous(3)] {
        let (Some(key), Some(bytes)) = (&key, centre.read_central(&path)?) else { continue };
        match contents_of(&bytes, key) {
            Some((found, keys)) => {
                let incoming = found.into_iter().map(|bytes| Incoming { place: path.clone(), bytes }).collect();
                merge(store, incoming, &mut total)?;
                store.take_subject_keys(&keys)?;
                if generation.tips.iter().all(|(_, tip)| store.has_tip(tip)) {
                    break;
                }
            }
            None => findings.push(Finding::new("finding-central-file-damaged", &[("path", &path)])),
        }
    }
    Ok(total)
}

/// Segments and keys of persons inside a central file; nothing where it does not open.
pub(crate) fn contents_of(bytes: &[u8], key: &[u8; 32]) -> Option<CentralContents> {
    let (_folder, copy) = local_copy(bytes)?;
    read_central_file(&copy, key).ok()
}

/// A copy of a central file on this laptop, for as long as its folder is kept.
pub(crate) fn local_copy(bytes: &[u8]) -> Option<(tempfile::TempDir, std::path::PathBuf)> {
    let folder = tempfile::tempdir().ok()?;
    let copy = folder.path().join("central");
    std::fs::File::create(&copy).and_then(|mut f| std::io::Write::write_all(&mut f, bytes)).ok()?;
    Some((folder, copy))
}

/// Takes keys of persons that are new here; notes those that have rotted.
pub(crate) fn pull_keys(store: &mut Store, centre: &Centre<'_>, compared: &mut Compared) -> Result<(), SyncError> {
    let held: BTreeSet<_> = store.subject_keys().into_iter().map(|(subject, _)| subject).collect();
    let mut new = Vec::new();
    for (subject, _, path) in keys::listed(centre)? {
        if held.contains(&subject) {
            continue;
        }
        let bytes = centre.read_small(&path)?.unwrap_or_default();
        match keys::open(&store.identity().ring, &subject, &bytes) {
            keys::Opened::Key(key) => new.push((subject, key)),
            keys::Opened::Rotten => {
                compared.rotten.insert(path);
            }
            keys::Opened::UnknownRing => {}
        }
    }
    store.take_subject_keys(&new)?;
    Ok(())
}

/// Tells progress and asks whether to go on.
pub(crate) fn step(progress: Progress<'_>, step: Step, done: u64, total: u64) -> Result<(), SyncError> {
    if progress(step, done, total) { Ok(()) } else { Err(SyncError::Stopped) }
}
