//! A verdict on a centre that writes nothing: names, lengths, hashes, signatures, header, generations.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use terrain_changes::{DeviceId, Hash32, SEGMENT_BYTES_MAX, parse_segment};

use crate::centre::name_fits;
use crate::generation::PREVIOUS;
use crate::{Centre, Disk, Generation, SyncError, file, find_slug, read_header};

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FsckFinding {
    /// Where in the centre.
    pub path: String,
    /// Message id of what.
    pub what: String,
}

/// The verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fsck {
    /// Number of the generation that opens, if one does.
    pub generation: Option<u64>,
    /// What is not as it should be, in order.
    pub findings: Vec<FsckFinding>,
}

/// Checks the centre of a folder.
pub fn fsck(disk: &dyn Disk) -> Result<Fsck, SyncError> {
    let slug = find_slug(disk, None)?;
    let centre = Centre::new(disk, &slug);
    let mut verdict = Fsck::default();
    let mut say = |path: &str, what: &str| {
        verdict.findings.push(FsckFinding { path: path.to_owned(), what: what.to_owned() });
    };
    match read_header(&centre) {
        Ok(_) => {}
        Err(SyncError::HeaderMissing) => say(&centre.inside("header"), "fsck-header-missing"),
        Err(SyncError::HeaderBad(_)) => say(&centre.inside("header"), "fsck-header-bad"),
        Err(other) => return Err(other),
    }
    let (files, odd) = centre.segment_files()?;
    for path in odd {
        say(&path, "fsck-debris");
    }
    let mut held: BTreeMap<DeviceId, Vec<(u64, u64)>> = BTreeMap::new();
    let names: BTreeSet<String> = files.iter().map(|file| file.hash.clone()).collect();
    for file in &files {
        held.entry(file.device).or_default().push((file.from, file.to));
    }
    for file in files {
        let bytes = centre.read(&file.path, SEGMENT_BYTES_MAX as u64)?.unwrap_or_default();
        if !name_fits(&Hash32::of(&bytes), &file.hash) {
            say(&file.path, "fsck-segment-bad");
        } else if parse_segment(&bytes).is_err() {
            say(&file.path, "fsck-segment-foreign");
        }
    }
    for (folder, what) in [("tmp", "fsck-debris"), ("bad", "fsck-set-aside")] {
        for entry in disk.list(&centre.inside(folder))? {
            say(&entry.path, what);
        }
    }
    let new = format!("{slug}.new-");
    for name in disk.names("")?.into_iter().filter(|n| n.starts_with(&new)) {
        say(&name, "fsck-debris");
    }
    let generation = Generation::read_signed(&centre)?.map(|(g, _)| g);
    match &generation {
        None if centre.read_small(&centre.inside("generation"))?.is_some() => {
            say(&centre.inside("generation"), "fsck-generation-bad");
        }
        None => say(&centre.inside("generation"), "fsck-generation-missing"),
        Some(_) => {}
    }
    let tips = generation.iter().flat_map(|g| g.tips.iter());
    let lost = tips.filter(|(_, tip)| !names.iter().any(|name| name_fits(&tip.hash, name))).map(|(device, _)| *device);
    let gaps = held.iter().filter(|(_, runs)| has_gap(runs)).map(|(device, _)| *device);
    for device in lost.chain(gaps).collect::<BTreeSet<DeviceId>>() {
        say(&centre.inside(&format!("log/{device}")), "fsck-segments-missing");
    }
    check_attachments(&centre, &mut verdict)?;
    if let Some(generation) = &generation {
        check_files(&centre, generation, &mut verdict)?;
    }
    verdict.findings.sort();
    Ok(verdict)
}

/// Workbooks and evidence: names, lengths, headers, and whether the sealed bytes are those that were written.
fn check_attachments(centre: &Centre<'_>, verdict: &mut Fsck) -> Result<(), SyncError> {
    let listing = file::list(centre)?;
    let odd = listing.odd.iter().map(|path| (path.clone(), "fsck-debris"));
    let mut found: Vec<(String, &str)> = odd.collect();
    for (path, length) in listing.all(centre) {
        let whole = file::sound(length)
            && centre.read(&path, file::SEALED_BYTES_MAX)?.is_some_and(|bytes| file::is_whole(&bytes));
        if !whole {
            found.push((path, "fsck-attachment-bad"));
        }
    }
    let findings = found.into_iter().map(|(path, what)| FsckFinding { path, what: what.into() });
    verdict.findings.extend(findings);
    Ok(())
}

/// Which of the files of the centre opens: the one published last, or one that was published before it.
fn check_files(centre: &Centre<'_>, generation: &Generation, verdict: &mut Fsck) -> Result<(), SyncError> {
    let kept = (1..=PREVIOUS).map(|k| centre.previous(k));
    for (k, path) in std::iter::once(centre.file()).chain(kept).enumerate() {
        let hash = centre.read_central(&path)?.map(|bytes| Hash32::of(&bytes));
        let current = hash == Some(generation.file);
        let older = generation.previous.iter().position(|h| Some(*h) == hash);
        let number = if current {
            Some(generation.number)
        } else {
            older.map(|k| generation.number.saturating_sub(1 + k as u64))
        };
        if k == 0 && !current {
            let what = match (hash, older) {
                (None, _) => "fsck-file-missing",
                (Some(_), Some(_)) => "fsck-file-older",
                (Some(_), None) => "fsck-file-other",
            };
            verdict.findings.push(FsckFinding { path, what: what.into() });
        }
        if number.is_some() {
            verdict.generation = number;
            break;
        }
    }
    Ok(())
}

/// Whether numbers are missing between 1 and the last of one device's segments; branches may hold the same numbers.
fn has_gap(runs: &[(u64, u64)]) -> bool {
    let mut runs = runs.to_vec();
    runs.sort_unstable();
    let mut next = 1;
    runs.iter().any(|(from, to)| {
        let gap = *from > next;
        next = next.max(to.saturating_add(1));
        gap
    })
}
