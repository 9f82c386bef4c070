//! A verdict on a centre that writes nothing: names, lengths, hashes, signatures, header, generations.

use serde::Serialize;
use terrain_changes::{Hash32, parse_segment};

use crate::centre::name_fits;
use crate::{Centre, Disk, Generation, SyncError, find_slug, read_header};

/// One thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FsckFinding {
    /// Where in the centre.
    pub path: String,
    /// Message id of what.
    pub what: String,
}

/// The verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fsck {
    /// Number of the generation that opens, if one does.
    pub generation: Option<u64>,
    /// What is not as it should be, in order.
    pub findings: Vec<FsckFinding>,
}

/// Checks the centre of a folder.
pub fn fsck(disk: &dyn Disk) -> Result<Fsck, SyncError> {
    let slug = find_slug(disk)?;
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
    for file in files {
        let bytes = centre.read(&file.path)?.unwrap_or_default();
        if !name_fits(&Hash32::of(&bytes), &file.hash) {
            say(&file.path, "fsck-segment-bad");
        } else if parse_segment(&bytes).is_err() {
            say(&file.path, "fsck-segment-foreign");
        }
    }
    for folder in ["tmp", "bad"] {
        for entry in disk.list(&centre.inside(folder))? {
            say(&entry.path, "fsck-debris");
        }
    }
    let new = format!("{slug}.new-");
    for name in disk.names("")?.into_iter().filter(|n| n.starts_with(&new)) {
        say(&name, "fsck-debris");
    }
    let generation = Generation::load(&centre)?.map(|(g, _)| g);
    match &generation {
        None if centre.read(&centre.inside("generation"))?.is_some() => {
            say(&centre.inside("generation"), "fsck-generation-bad");
        }
        None => say(&centre.inside("generation"), "fsck-generation-missing"),
        Some(_) => {}
    }
    if let Some(generation) = &generation {
        let candidates = [centre.file(), centre.previous(1), centre.previous(2), centre.previous(3)];
        for (k, path) in candidates.iter().enumerate() {
            let bytes = centre.read(path)?;
            let fits = bytes.as_ref().is_some_and(|b| Hash32::of(b) == generation.file);
            if fits {
                verdict.generation = Some(generation.number);
                break;
            }
            if k == 0 {
                let what = if bytes.is_some() { "fsck-file-other" } else { "fsck-file-missing" };
                verdict.findings.push(FsckFinding { path: path.clone(), what: what.into() });
            }
        }
    }
    verdict.findings.sort();
    Ok(verdict)
}
