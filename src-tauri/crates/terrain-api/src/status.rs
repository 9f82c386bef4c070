//! Who am I, what waits to be sent, and is everything well.

use serde::Serialize;
use serde_json::Value as Json;
use terrain_domain::KINDS;
use terrain_store::LOG_VERSION;

use crate::laptops::AuthorView;
use crate::records::instant;
use crate::{Fault, Session};

/// The state of a replica.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct StatusView {
    /// The person's name.
    pub person: String,
    /// Role, or nothing where the certificate has ended.
    pub role: Option<&'static str>,
    /// Kinds of which that role may make rows.
    pub writes: Vec<&'static str>,
    /// Own changes not yet seen in the centre.
    pub unsent: u64,
    /// When the last sync ended, UTC.
    pub last_sync: Option<String>,
    /// Fields in disagreement.
    pub conflicts: u64,
    /// Drafts to finish.
    pub drafts: u64,
    /// What to look at.
    pub health: Health,
    /// The programme's name.
    pub programme: String,
    /// When this laptop was last backed up, UTC.
    pub last_backup: Option<String>,
    /// The central folder used last.
    pub central: Option<String>,
    /// The laptop itself, among those of its person.
    pub laptop: AuthorView,
    /// How the data folder is laid out: an app reads folders up to its own number.
    pub data_version: i64,
}

/// What to look at; all zero and empty when everything is well.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Health {
    /// Operations in the log that are not accepted.
    pub quarantined: u64,
    /// Segments whose predecessor has not come.
    pub waiting: u64,
    /// Records deleted by one person and edited by another.
    pub tasks: u64,
    /// Whether this laptop's clock is believable.
    pub clock_ok: bool,
    /// Laptops that were restored or cloned.
    pub forked: u64,
    /// When the key of the central file was last shown on this laptop, UTC.
    pub central_key_shown: Option<String>,
    /// The last sync's findings.
    pub findings: Json,
}

/// The state of this replica.
pub fn status(session: &mut Session) -> Result<StatusView, Fault> {
    let (_, clock_ok) = session.store.now();
    let last = session.store.last_noted("sync")?;
    let report: Json = last.as_ref().and_then(|(_, r)| serde_json::from_str(r).ok()).unwrap_or_default();
    let (person, device) = (session.store.identity().person, session.store.identity().device);
    let health = Health {
        quarantined: session.store.quarantine()?.len() as u64,
        waiting: session.store.waiting()?.iter().map(|(_, n)| n).sum(),
        tasks: session.store.tasks()?.len() as u64,
        clock_ok,
        forked: session.store.forked().len() as u64,
        central_key_shown: session.store.last_noted("central_key")?.map(|(at, _)| instant(at)),
        findings: report.get("findings").cloned().unwrap_or_default(),
    };
    Ok(StatusView {
        person: session.name_of(Some(person)),
        role: session.store.role().map(terrain_domain::Role::code),
        writes: KINDS.iter().map(|kind| kind.name).filter(|kind| session.store.may_make(kind)).collect(),
        unsent: session.store.unsent()?,
        last_sync: last.map(|(at, _)| instant(at)),
        conflicts: session.store.conflict_count()?,
        drafts: session.drafts_to_finish()?,
        health,
        programme: session.store.identity().centre.name.clone(),
        last_backup: session.store.last_noted(crate::backup::BACKED_UP)?.map(|(at, _)| instant(at)),
        central: session.store.local("central")?,
        laptop: session.author(&device),
        data_version: LOG_VERSION,
    })
}
