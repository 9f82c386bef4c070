//! One sync, start to end. Never asks; can be stopped between any two operations on the target and done again.

use terrain_changes::Hash32;
use terrain_store::{OpName, Store};

use crate::pull::{Compared, compare, pull, pull_from_file, pull_keys, reread, step};
use crate::push::{lacking, push, set_rotten_aside};
use crate::report::{Finding, Preview, Progress, Report, Step};
use crate::{Centre, Disk, Generation, SyncError, attachments, find_slug, publish, read_header};

/// Exchanges everything with the centre on `disk`.
pub fn exchange(store: &mut Store, disk: &dyn Disk, progress: Progress<'_>) -> Result<Report, SyncError> {
    let slug = find_slug(disk, Some(&store.identity().centre.slug))?;
    let centre = Centre::new(disk, &slug);
    run(store, &centre, Extent::Usual, progress)
}

/// Puts back what a centre has lost, its header included; never destroys. The folder must exist.
pub fn heal(store: &mut Store, disk: &dyn Disk, progress: Progress<'_>) -> Result<Report, SyncError> {
    // A folder that is not there is a stick that is not plugged in: nothing is made in its place.
    disk.names("")?;
    let slug = store.identity().centre.slug.clone();
    let centre = Centre::new(disk, &slug);
    match check_header(store, &centre) {
        Err(SyncError::HeaderMissing | SyncError::HeaderBad(_)) => put_header(store, &centre)?,
        other => other?,
    }
    run(store, &centre, Extent::Deep, progress)
}

/// What a sync would do; writes nothing anywhere.
pub fn preview(store: &Store, disk: &dyn Disk) -> Result<Preview, SyncError> {
    let slug = find_slug(disk, Some(&store.identity().centre.slug))?;
    let centre = Centre::new(disk, &slug);
    check_header(store, &centre)?;
    let compared = compare(&centre, &store.segments()?)?;
    let lacking = lacking(store, &centre, &compared)?;
    let files = &lacking.files;
    Ok(Preview {
        send: store.unsent()?,
        receive_files: compared.unknown.len() as u64,
        receive_bytes: compared.unknown.iter().map(|f| f.length).sum(),
        send_files: lacking.segments.len() as u64,
        send_bytes: lacking.segments.iter().map(|s| s.length).sum(),
        receive_attachments: files.arriving.len() as u64,
        receive_attachment_bytes: files.arriving.iter().map(|(_, s)| s.length).sum(),
        send_attachments: files.lacking.len() as u64,
        send_attachment_bytes: lacking.file_bytes(),
        generation: Generation::load(store, &centre)?.map(|generation| generation.number),
    })
}

fn check_header(store: &Store, centre: &Centre<'_>) -> Result<(), SyncError> {
    let (bytes, header) = read_header(centre)?;
    let own = store.identity();
    if header.programme != own.centre.programme {
        return Err(SyncError::OtherProgramme { found: header.programme, expected: own.centre.programme });
    }
    if bytes == own.header { Ok(()) } else { Err(SyncError::HeaderBad("not the header of this programme".into())) }
}

fn put_header(store: &Store, centre: &Centre<'_>) -> Result<(), SyncError> {
    let path = centre.inside("header");
    if centre.read_small(&path)?.is_some() {
        centre.set_aside(&path)?;
    }
    centre.put(&path, &store.identity().header)
}

/// The header is put back on the way only where segments of this laptop's log show that this is the right folder.
fn header_or_proof(store: &Store, centre: &Centre<'_>, findings: &mut Vec<Finding>) -> Result<(), SyncError> {
    match check_header(store, centre) {
        Err(missing @ (SyncError::HeaderMissing | SyncError::HeaderBad(_))) => {
            if compare(centre, &store.segments()?)?.there.is_empty() {
                return Err(missing);
            }
            put_header(store, centre)?;
            findings.push(Finding::new("finding-healed", &[("count", "1")]));
            Ok(())
        }
        other => other,
    }
}

/// How much a sync does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Reads again a part of what is there, publishes where that is due.
    Usual,
    /// Reads again all of it, publishes where that is due.
    Deep,
    /// Leaves publishing to the caller.
    WithoutPublishing,
}

fn run(store: &mut Store, centre: &Centre<'_>, extent: Extent, progress: Progress<'_>) -> Result<Report, SyncError> {
    let (start, _) = store.now();
    let mut report = Report::default();
    step(progress, Step::Header, 0, 1)?;
    header_or_proof(store, centre, &mut report.findings)?;
    step(progress, Step::List, 0, 1)?;
    let mut compared = compare(centre, &store.segments()?)?;
    for path in &compared.odd {
        report.findings.push(Finding::new("finding-debris", &[("path", path)]));
    }
    let mut applied = pull(store, centre, &mut compared, &mut report.findings, progress)?;
    let generation = Generation::load(store, centre)?;
    if let Some(generation) = &generation {
        publish::remember_number(store, generation)?;
        let more = pull_from_file(store, centre, generation, &mut report.findings)?;
        applied.changes += more.changes;
        applied.disagreements += more.disagreements;
        applied.hidden += more.hidden;
        applied.refused += more.refused;
        applied.news |= more.news;
    }
    pull_keys(store, centre, &mut compared)?;
    let findings = &mut report.findings;
    let (came, files) = attachments::fetch(store, centre, generation.as_ref(), &mut compared, findings, progress)?;
    report.attachments_received = came;
    attachments::reread(store, centre, files, &mut compared, extent == Extent::Deep, progress)?;
    reread(store, centre, &mut compared, extent == Extent::Deep, progress)?;
    report.received = applied.changes;
    report.conflicts = applied.disagreements;
    report.hidden = applied.hidden;
    report.quarantined = applied.refused;

    step(progress, Step::Seal, 0, 1)?;
    let coordinator = store.role() == Some(terrain_domain::Role::RegionalCoordinator);
    if coordinator && applied.news {
        store.write(OpName::Acknowledge, None, |w| {
            w.acknowledge();
            Ok(())
        })?;
    }
    store.seal()?;
    deliver(store, centre, compared, &mut report, progress)?;
    if extent != Extent::WithoutPublishing && publish::due(store, centre, generation.as_ref(), coordinator)? {
        report.published = publish::publish(store, centre, &mut report.findings, progress)?;
    }
    (report.bytes_read, report.bytes_written) = centre.bytes();
    let (end, _) = store.now();
    report.duration_ms = u64::try_from(end - start).unwrap_or_default();
    report.findings.sort();
    report.findings.dedup();
    Ok(report)
}

/// Pushes what is lacking, lists again, and only then says *livré*.
fn deliver(
    store: &mut Store,
    centre: &Centre<'_>,
    mut compared: Compared,
    report: &mut Report,
    progress: Progress<'_>,
) -> Result<(), SyncError> {
    let unsent = store.unsent()?;
    set_rotten_aside(centre, &mut compared, &mut report.findings)?;
    // The first listing was made before the pull: what came by it is there.
    let names = store.segments()?;
    let now = compare(centre, &names)?;
    let lacking = lacking(store, centre, &now)?;
    if !lacking.is_empty() {
        push(store, centre, &lacking, report, progress)?;
    }
    step(progress, Step::Verify, 0, 1)?;
    let after = if lacking.is_empty() { now } else { compare(centre, &names)? };
    let there: Vec<Hash32> = after.there.keys().copied().collect();
    store.mark_delivered(&there)?;
    let left = store.unsent()?;
    report.sent = unsent - left.min(unsent);
    // What was once seen there may be gone since: only what this listing shows counts.
    let own = store.identity().device;
    let files = if lacking.files.lacking.is_empty() { lacking.files } else { attachments::compare(store, centre)? };
    let files_there = attachments::conclude(store, &files, report)?;
    report.delivered =
        files_there && left == 0 && names.iter().all(|n| n.device != own || after.there.contains_key(&n.hash));
    if report.healed > 0 {
        report.findings.push(Finding::new("finding-healed", &[("count", &report.healed.to_string())]));
    }
    Ok(())
}

/// Makes the next generation of the central file now, whether or not it is due.
pub fn publish_now(store: &mut Store, disk: &dyn Disk, progress: Progress<'_>) -> Result<Report, SyncError> {
    let slug = find_slug(disk, Some(&store.identity().centre.slug))?;
    let centre = Centre::new(disk, &slug);
    let mut report = run(store, &centre, Extent::WithoutPublishing, progress)?;
    report.published = publish::publish(store, &centre, &mut report.findings, progress)?;
    (report.bytes_read, report.bytes_written) = centre.bytes();
    Ok(report)
}

/// Puts the programme's keys into the centre, sealed so that only the paper key opens them.
pub fn put_root_envelope(disk: &dyn Disk, slug: &str, envelope: &[u8]) -> Result<(), SyncError> {
    let centre = Centre::new(disk, slug);
    centre.put(&centre.inside("keys/root"), envelope)
}
