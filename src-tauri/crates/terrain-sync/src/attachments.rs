//! Workbooks and evidence meet the centre: what rows name and is not here is fetched, what is here and not there is written,
//! and a part of what is there is read again. A file that has not arrived is something to look at, never a failure.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{Hash32, RingKey};
use terrain_store::{HeldFile, NamedFile, Store, fresh, read_central_files};

use crate::file::{self, OVERHEAD, Stored};
use crate::generation::PREVIOUS;
use crate::pull::{Compared, REREAD_PARTS, local_copy, step};
use crate::report::{Finding, Progress, Report, Step};
use crate::{Centre, Generation, SyncError};

/// A rotating part of the files is read again at each sync, about this much of it at most.
const REREAD_BYTES: u64 = 32 << 20;
/// So many files that have not arrived are named one by one.
const WAITING_NAMED: usize = 10;
/// What this laptop remembers: files written at the last push, and which central file was searched for which workbooks.
const PUSHED: &str = "sync.pushed-files";
const SEARCHED: &str = "sync.searched";

/// What the listing of `files` says against what is here.
#[derive(Default)]
pub(crate) struct Files {
    /// Here, named by a row, and there in the right length.
    there: BTreeMap<Hash32, Stored>,
    /// Of these, what this laptop had not seen there before.
    new_there: Vec<Hash32>,
    /// Here, named by a row, and not there.
    pub lacking: Vec<HeldFile>,
    /// There, named by a row, and not here.
    pub arriving: Vec<(NamedFile, Stored)>,
    /// Named by a row, and neither here nor there.
    waiting: Vec<NamedFile>,
    /// Paths whose length cannot be right.
    rotten: Vec<String>,
    /// Names that are none of ours.
    odd: Vec<String>,
}

/// Matches what lies in `files` with what rows name and what is here.
pub(crate) fn compare(store: &Store, centre: &Centre<'_>) -> Result<Files, SyncError> {
    let listing = file::list(centre)?;
    let held: BTreeMap<Hash32, HeldFile> = store.files_held()?.into_iter().map(|f| (f.hash, f)).collect();
    let mut files = Files { odd: listing.odd.clone(), ..Files::default() };
    for (hash, named) in store.files_named()? {
        let stored = listing.find(centre, &store.identity().ring, &hash);
        let right = |s: &Stored| held.get(&hash).map_or(file::sound(s.length), |h| s.length == h.length + OVERHEAD);
        let (right, wrong) = if stored.as_ref().is_some_and(right) { (stored, None) } else { (None, stored) };
        files.rotten.extend(wrong.map(|s| s.path));
        match (held.get(&hash), right) {
            (Some(held), Some(stored)) => {
                files.new_there.extend((!held.delivered).then_some(hash));
                files.there.insert(hash, stored);
            }
            (Some(held), None) => files.lacking.push(*held),
            (None, Some(stored)) => files.arriving.push((named, stored)),
            (None, None) => files.waiting.push(named),
        }
    }
    Ok(files)
}

/// Takes what rows name and is not here, each file by itself; workbooks from the central file where `files` lacks them.
/// Gives how many came, and what was seen of the others.
pub(crate) fn fetch(
    store: &mut Store,
    centre: &Centre<'_>,
    generation: Option<&Generation>,
    compared: &mut Compared,
    findings: &mut Vec<Finding>,
    progress: Progress<'_>,
) -> Result<(u64, Files), SyncError> {
    let mut files = compare(store, centre)?;
    compared.rotten.extend(std::mem::take(&mut files.rotten));
    findings.extend(files.odd.iter().map(|path| Finding::new("finding-debris", &[("path", path)])));
    let (mut came, mut waiting) = (0, std::mem::take(&mut files.waiting));
    let count = files.arriving.len() as u64;
    for (done, (named, stored)) in std::mem::take(&mut files.arriving).into_iter().enumerate() {
        step(progress, Step::Pull, done as u64, count)?;
        match stored.read(centre, &named.hash)? {
            Some(bytes) => {
                store.take_file(&bytes)?;
                came += 1;
            }
            None => {
                compared.rotten.insert(stored.path);
                waiting.push(named);
            }
        }
    }
    let workbooks: Vec<Hash32> = waiting.iter().filter(|f| f.in_central_file()).map(|f| f.hash).collect();
    if let Some(generation) = generation.filter(|_| !workbooks.is_empty()) {
        came += from_central_file(store, centre, generation, &workbooks)?;
    }
    Ok((came, files))
}

/// Searches the published central file and those before it for workbooks, once for the same ones.
fn from_central_file(
    store: &mut Store,
    centre: &Centre<'_>,
    generation: &Generation,
    wanted: &[Hash32],
) -> Result<u64, SyncError> {
    let asked: Vec<u8> = std::iter::once(&generation.file).chain(wanted).flat_map(|h| h.0).collect();
    let asked = Hash32::of(&asked).to_string();
    if store.local(SEARCHED)?.as_deref() == Some(asked.as_str()) {
        return Ok(0);
    }
    let Some(key) = store.identity().ring.find(&generation.key).map(RingKey::central_file) else { return Ok(0) };
    let (mut left, mut came) = (wanted.to_vec(), 0);
    let published = (1..=PREVIOUS).map(|k| centre.previous(k));
    for path in std::iter::once(centre.file()).chain(published) {
        let copy =
            if left.is_empty() { None } else { centre.read_central(&path)?.and_then(|bytes| local_copy(&bytes)) };
        let Some((_folder, copy)) = copy else { continue };
        let (asked, mut taken) = (left.clone(), Ok(()));
        let mut take = |bytes: Vec<u8>| {
            if taken.is_ok() {
                left.retain(|hash| *hash != Hash32::of(&bytes));
                came += 1;
                taken = store.take_file(&bytes).map(|_| ());
            }
        };
        // That a central file does not open is told where it is checked; here there is just nothing to find in it.
        let _ = read_central_files(&copy, &key, &asked, &mut take);
        taken?;
    }
    store.set_local(SEARCHED, &asked)?;
    Ok(came)
}

/// Reads again what this laptop wrote last time and a rotating part of the rest (all of it when `deep`).
pub(crate) fn reread(
    store: &mut Store,
    centre: &Centre<'_>,
    files: Files,
    compared: &mut Compared,
    deep: bool,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    let turn = store.local("sync.turn")?.and_then(|t| t.parse::<u64>().ok()).unwrap_or_default();
    let last = store.local(PUSHED)?.unwrap_or_default();
    let total: u64 = files.there.values().map(|s| s.length).sum();
    let parts = total.div_ceil(REREAD_BYTES).max(REREAD_PARTS);
    let count = files.there.len() as u64;
    let mut there: Vec<(Hash32, Stored)> = files.there.into_iter().collect();
    there.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
    let named: BTreeSet<String> = there.iter().map(|(_, stored)| stored.path.clone()).collect();
    for (i, (hash, stored)) in (0u64..).zip(there) {
        if !deep && i % parts != turn % parts && !last.contains(&hash.to_string()) {
            continue;
        }
        step(progress, Step::Verify, i, count)?;
        if stored.read(centre, &hash)?.is_none() {
            compared.rotten.insert(stored.path);
        }
    }
    if deep {
        reread_unnamed(centre, &named, compared)?;
    }
    // Once is enough: files are large, and their turn comes again.
    if last.is_empty() { Ok(()) } else { Ok(store.set_local(PUSHED, "")?) }
}

/// Files that no row names any more are told from rotten ones by their sealed bytes alone.
fn reread_unnamed(centre: &Centre<'_>, named: &BTreeSet<String>, compared: &mut Compared) -> Result<(), SyncError> {
    for (path, length) in file::list(centre)?.all(centre) {
        if named.contains(&path) || compared.rotten.contains(&path) {
            continue;
        }
        if !file::sound(length)
            || !centre.read(&path, file::SEALED_BYTES_MAX)?.is_some_and(|bytes| file::is_whole(&bytes))
        {
            compared.rotten.insert(path);
        }
    }
    Ok(())
}

/// Writes what the centre lacks; gives how many files were written for the first time and how many again.
pub(crate) fn push(
    store: &mut Store,
    centre: &Centre<'_>,
    lacking: &[HeldFile],
    progress: Progress<'_>,
) -> Result<(u64, u64), SyncError> {
    let (mut first, mut again, mut pushed) = (0, 0, Vec::new());
    let count = lacking.len() as u64;
    for (done, held) in lacking.iter().enumerate() {
        step(progress, Step::Push, done as u64, count)?;
        let ring = store.identity().ring.clone();
        let Some(bytes) = store.file(&held.hash)? else { continue };
        let sealed = file::sealed(centre, &ring, &held.hash, &bytes, fresh());
        let (path, sealed) = sealed.ok_or(terrain_store::StoreError::Incomplete("ring"))?;
        centre.put(&path, &sealed)?;
        if held.delivered {
            again += 1
        } else {
            first += 1
        }
        pushed.push(held.hash.to_string());
    }
    if !pushed.is_empty() {
        store.set_local(PUSHED, &pushed.join(" "))?;
    }
    Ok((first, again))
}

/// What is there counts as delivered, what rows name and nobody has brought is told. Gives whether nothing that is here
/// lacks there.
pub(crate) fn conclude(store: &mut Store, files: &Files, report: &mut Report) -> Result<bool, SyncError> {
    store.mark_files_delivered(&files.new_there)?;
    for file in files.waiting.iter().take(WAITING_NAMED) {
        let args = [("name", file.name.as_str()), ("id", &file.row.to_string())];
        report.findings.push(Finding::new("finding-file-waiting", &args));
    }
    let more = files.waiting.len().saturating_sub(WAITING_NAMED);
    if more > 0 {
        report.findings.push(Finding::new("finding-files-waiting", &[("count", &more.to_string())]));
    }
    Ok(files.lacking.is_empty())
}
