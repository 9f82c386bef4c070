//! Publish: the next generation of the central file, made on the local disk and swapped in by name.

use terrain_changes::{Hash32, Tip};
use terrain_store::{SegmentName, Store};

use crate::centre::nonce;
use crate::generation::PREVIOUS;
use crate::pull::{contents_of, step};
use crate::report::{Finding, Progress, Step};
use crate::{Centre, Generation, SyncError};

/// What this laptop remembers: the last number it published or saw, and what it saw left behind.
const NUMBER: &str = "sync.generation";
const DEBRIS: &str = "sync.debris";
/// How often a publication starts again when another one came between; then the work stays delivered, unpublished.
const TRIES: u8 = 3;
/// A coach publishes too when the central file is this many segments behind.
const FAR_BEHIND: usize = 100;
/// Every so many syncs the whole central file is read again, not just its length.
const DEEP_EVERY: u64 = 10;

/// Whether the published file is sound and holds everything that is here.
pub(crate) fn due(
    store: &Store,
    centre: &Centre<'_>,
    generation: Option<&Generation>,
    coordinator: bool,
) -> Result<bool, SyncError> {
    let Some(generation) = generation else { return Ok(true) };
    let files = centre.disk().names("")?;
    if !files.contains(&centre.file()) || !file_is_sound(store, centre, generation)? {
        return Ok(true);
    }
    let ahead = store.vector().iter().any(|(device, tip)| !holds(generation, device, tip));
    if coordinator || !ahead {
        return Ok(ahead);
    }
    let published = |name: &SegmentName| generation.tips.tips(&name.device).any(|t| t.seq >= name.to);
    Ok(store.segments()?.iter().filter(|name| !published(name)).count() > FAR_BEHIND)
}

/// What the generation names was merged from its file by now: a tip ahead of ours that is still not here is a lie.
fn holds(generation: &Generation, device: &terrain_changes::DeviceId, tip: &Tip) -> bool {
    generation.tips.tips(device).any(|t| t == tip)
}

fn file_is_sound(store: &Store, centre: &Centre<'_>, generation: &Generation) -> Result<bool, SyncError> {
    let file = centre.file();
    let length = centre.disk().length(&file)?;
    if length != Some(generation.length) {
        return Ok(false);
    }
    let turn = store.local("sync.turn")?.and_then(|t| t.parse::<u64>().ok()).unwrap_or_default();
    let small = generation.length <= 8 << 20;
    if !small && turn % DEEP_EVERY != 0 {
        return Ok(true);
    }
    Ok(centre.read_central(&file)?.is_some_and(|bytes| Hash32::of(&bytes) == generation.file))
}

/// Publishes; gives the number, or nothing where others kept coming between.
pub(crate) fn publish(
    store: &mut Store,
    centre: &Centre<'_>,
    findings: &mut Vec<Finding>,
    progress: Progress<'_>,
) -> Result<Option<u64>, SyncError> {
    for _ in 0..TRIES {
        step(progress, Step::Publish, 0, 3)?;
        let before = Generation::load(store, centre)?;
        let number = next_number(store, before.as_ref())?;
        let folder = tempfile::tempdir().map_err(terrain_store::StoreError::from)?;
        let path = folder.path().join("central.mourafaka");
        store.make_central_file(&path, number)?;
        let bytes = std::fs::read(&path).map_err(terrain_store::StoreError::from)?;
        let needed = bytes.len() as u64 * 2;
        if let Some(free) = centre.disk().free()
            && free < needed
        {
            return Err(SyncError::Full { needed, free });
        }
        step(progress, Step::Publish, 1, 3)?;
        let new = format!("{}.new-{}", centre.slug, nonce());
        if let Err(e) = centre.put_at(&new, &bytes) {
            let _ = centre.disk().remove(&new);
            return Err(e.sized(needed, centre.disk()));
        }
        if Generation::load(store, centre)? != before {
            centre.disk().remove(&new)?;
            continue;
        }
        step(progress, Step::Publish, 2, 3)?;
        let key = store.identity().ring.current().ok_or(terrain_store::StoreError::Incomplete("ring"))?.clone();
        let generation = Generation {
            number,
            key: key.id(),
            file: Hash32::of(&bytes),
            length: bytes.len() as u64,
            tips: store.vector().clone(),
            previous: make_room(store, centre, before.as_ref(), &key.central_file(), findings)?,
        };
        centre.disk().rename(&new, &centre.file())?;
        centre.disk().flush_folder("")?;
        let sealed = generation.seal(&store.identity().signing).map_err(terrain_store::StoreError::from)?;
        centre.put(&centre.inside("generation"), &sealed)?;
        let back = centre.read_central(&centre.file())?.unwrap_or_default();
        if Hash32::of(&back) != generation.file {
            findings.push(Finding::new("finding-central-file-damaged", &[("path", &centre.file())]));
            return Ok(None);
        }
        store.set_local(NUMBER, &number.to_string())?;
        clear_debris(store, centre)?;
        return Ok(Some(number));
    }
    Ok(None)
}

/// Moves the files before it on by one. A current file that is not the one published is kept only where it opens.
fn make_room(
    store: &mut Store,
    centre: &Centre<'_>,
    before: Option<&Generation>,
    key: &[u8; 32],
    findings: &mut Vec<Finding>,
) -> Result<Vec<Hash32>, SyncError> {
    let mut kept = before.map_or(Vec::new(), |g| g.previous.clone());
    let Some(current) = centre.read_central(&centre.file())? else { return Ok(kept) };
    let published = before.is_some_and(|g| g.file == Hash32::of(&current));
    if !published {
        let Some((found, _)) = contents_of(&current, key) else {
            let to = centre.set_aside(&centre.file())?;
            findings.push(Finding::new("finding-moved-aside", &[("path", &centre.file()), ("to", &to)]));
            return Ok(kept);
        };
        findings.push(Finding::new("finding-central-file-older", &[("path", &centre.file())]));
        let place = centre.file();
        store
            .merge(found.into_iter().map(|bytes| terrain_store::Incoming { place: place.clone(), bytes }).collect())?;
    }
    let names = centre.disk().names("")?;
    for k in (1..PREVIOUS).rev() {
        if names.contains(&centre.previous(k)) {
            centre.disk().rename(&centre.previous(k), &centre.previous(k + 1))?;
        }
    }
    centre.disk().rename(&centre.file(), &centre.previous(1))?;
    kept.insert(0, Hash32::of(&current));
    kept.truncate(PREVIOUS.into());
    Ok(kept)
}

/// Remembers the number of the generation in the centre, so that a lost one does not begin again at 1.
pub(crate) fn remember_number(store: &mut Store, generation: &Generation) -> Result<(), SyncError> {
    let known = store.local(NUMBER)?.and_then(|n| n.parse::<u64>().ok()).unwrap_or_default();
    if generation.number > known {
        store.set_local(NUMBER, &generation.number.to_string())?;
    }
    Ok(())
}

/// One more than the published number, or than the last one this laptop knows of where the centre has lost it.
fn next_number(store: &Store, before: Option<&Generation>) -> Result<u64, SyncError> {
    let known = store.local(NUMBER)?.and_then(|n| n.parse::<u64>().ok()).unwrap_or_default();
    Ok(before.map_or(0, |g| g.number).max(known).saturating_add(1))
}

/// Takes away what interrupted publications and writes left behind: only what was there when this laptop published before,
/// since another laptop may be writing right now.
fn clear_debris(store: &mut Store, centre: &Centre<'_>) -> Result<(), SyncError> {
    let (new, tmp) = (format!("{}.new-", centre.slug), centre.inside("tmp"));
    let ours = |name: &str| name.len() == 8 && name.bytes().all(|b| b.is_ascii_hexdigit());
    let names = centre.disk().names("")?;
    let mut debris: Vec<String> = names.into_iter().filter(|n| n.strip_prefix(&new).is_some_and(ours)).collect();
    let inside = centre.disk().list(&tmp)?.into_iter().map(|e| e.path);
    debris.extend(inside.filter(|path| path.strip_prefix(&format!("{tmp}/")).is_some_and(ours)));
    let seen = store.local(DEBRIS)?.unwrap_or_default();
    let (old, fresh): (Vec<_>, Vec<_>) = debris.into_iter().partition(|path| seen.lines().any(|l| l == path));
    for path in &old {
        centre.disk().remove(path)?;
    }
    Ok(store.set_local(DEBRIS, &fresh.join("\n"))?)
}
