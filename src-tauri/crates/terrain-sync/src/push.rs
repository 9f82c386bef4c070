//! Push: what the target lacks, own and others'.

use std::collections::BTreeSet;

use terrain_changes::{DeviceId, Hash32};
use terrain_store::{SegmentName, Store};

use crate::attachments::{self, Files};
use crate::pull::{Compared, step};
use crate::report::{Finding, Progress, Report, Step};
use crate::{Centre, SyncError, file, keys};

/// What is to be written.
pub(crate) struct Lacking {
    pub files: Files,
    pub segments: Vec<SegmentName>,
    pub keys: Vec<(uuid::Uuid, terrain_changes::SubjectKey)>,
}

impl Lacking {
    pub(crate) fn is_empty(&self) -> bool {
        self.files.lacking.is_empty() && self.segments.is_empty() && self.keys.is_empty()
    }

    /// Bytes of the files, sealed.
    pub(crate) fn file_bytes(&self) -> u64 {
        self.files.lacking.iter().map(|f| f.length + file::OVERHEAD).sum()
    }

    fn bytes(&self) -> u64 {
        self.file_bytes() + self.segments.iter().map(|s| s.length).sum::<u64>() + self.keys.len() as u64 * 4_096
    }
}

/// Works out from what is really there what the target lacks.
pub(crate) fn lacking(store: &Store, centre: &Centre<'_>, compared: &Compared) -> Result<Lacking, SyncError> {
    let segments = store.segments()?.into_iter().filter(|n| !compared.there.contains_key(&n.hash)).collect();
    let sound = keys::listed(centre)?.into_iter().filter(|(_, length, _)| keys::sound(*length));
    let there: BTreeSet<uuid::Uuid> = sound.map(|(subject, ..)| subject).collect();
    let wanting = |s: &uuid::Uuid| !there.contains(s) || compared.rotten.contains(&keys::path(centre, s));
    let keys = store.subject_keys().into_iter().filter(|(s, _)| wanting(s)).collect();
    let files = attachments::compare(store, centre)?;
    Ok(Lacking { files, segments, keys })
}

/// Moves what has rotted out of the way, so that whoever has it sees it lacking and writes it again.
pub(crate) fn set_rotten_aside(
    centre: &Centre<'_>,
    compared: &mut Compared,
    findings: &mut Vec<Finding>,
) -> Result<(), SyncError> {
    for path in &compared.rotten {
        let to = centre.set_aside(path)?;
        findings.push(Finding::new("finding-moved-aside", &[("path", path), ("to", &to)]));
    }
    compared.rotten.clear();
    Ok(())
}

/// Writes them, each whole or not at all, files before the segments whose rows name them.
pub(crate) fn push(
    store: &mut Store,
    centre: &Centre<'_>,
    lacking: &Lacking,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    let needed = lacking.bytes() * 2;
    if let Some(free) = centre.disk().free()
        && free < needed
    {
        return Err(SyncError::Full { needed, free });
    }
    let sent = attachments::push(store, centre, &lacking.files.lacking, progress);
    let (first_files, files_again) = sent.map_err(|e| e.sized(needed, centre.disk()))?;
    report.attachments_sent = first_files;
    for (subject, key) in &lacking.keys {
        if let Some(sealed) = keys::seal(&store.identity().ring, subject, key) {
            centre.put(&keys::path(centre, subject), &sealed).map_err(|e| e.sized(needed, centre.disk()))?;
        }
    }
    // Written for the first time: one's own, and the paper key's, which the first coordinator brings.
    let first = [store.identity().device, DeviceId::root(&store.identity().centre.programme)];
    let (mut healed, mut pushed) = (files_again, Vec::new());
    let count = lacking.segments.len() as u64;
    for (done, name) in lacking.segments.iter().enumerate() {
        step(progress, Step::Push, done as u64, count)?;
        let path = centre.segment_path(name);
        let bytes = store.segment_bytes(&name.hash)?.unwrap_or_default();
        assert!(Hash32::of(&bytes) == name.hash, "the log's own segment no longer has its hash");
        centre.put(&path, &bytes).map_err(|e| e.sized(needed, centre.disk()))?;
        if name.delivered || !first.contains(&name.device) {
            healed += 1;
        }
        pushed.push(name.hash.to_string());
    }
    store.set_local("sync.pushed", &pushed.join(" "))?;
    report.healed = healed;
    Ok(())
}
