//! The files of a cooperative: those attached to its record, and to its visits, documents and answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use terrain_domain::Value;
use uuid::Uuid;

use crate::attachments::{Attached, read};
use crate::entry::{id_of, text_of};
use crate::fields::{find_row, known_kind};
use crate::records::made_at;
use crate::{Fault, Session};

/// Whose files.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct CooperativeFilesRequest {
    pub cooperative: String,
    pub language: Option<String>,
}

/// A file of a cooperative.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CooperativeFile {
    /// Its row.
    pub id: Uuid,
    /// As it is called.
    pub name: String,
    /// What it is.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// When it was attached, UTC.
    pub at: String,
    /// By whom.
    pub person: String,
    /// Title of the document, or purpose of the visit, that it belongs to; nothing for the cooperative's own.
    pub of: Option<String>,
    /// Its bytes are on this laptop.
    pub here: bool,
}

/// All files of a cooperative, the newest first.
pub fn cooperative_files(session: &mut Session, id: &str, language: &str) -> Result<Vec<CooperativeFile>, Fault> {
    let id = find_row(&session.store, known_kind("cooperative")?, id)?;
    let subjects = subjects(session, &id, language)?;
    let held: BTreeSet<String> = session.store.files_held()?.into_iter().map(|f| f.hash.to_string()).collect();
    let mut found = Vec::new();
    for row in session.store.rows("attachment", &[])? {
        let of = id_of(&row, "subject").and_then(|subject| subjects.get(&subject));
        let (Some(of), Some(file)) = (of, read(&row)) else { continue };
        let Attached { id, name, media_type, size, hash, .. } = file;
        let person = session.name_of(session.store.person_of_row(&id));
        let (at, here) = (made_at(&id), held.contains(&hash));
        found.push(CooperativeFile { id, name, media_type, size, at, person, of: of.clone(), here });
    }
    found.reverse();
    Ok(found)
}

/// Rows to which a file of this cooperative may be attached, each with what it is called.
fn subjects(session: &Session, id: &Uuid, language: &str) -> Result<BTreeMap<Uuid, Option<String>>, Fault> {
    let of = [("cooperative", Value::Id(*id))];
    let joined = session.store.joined()?;
    let own = joined.iter().filter(|(_, kept)| *kept == id).map(|(one, _)| *one).chain([*id]);
    let mut found: BTreeMap<Uuid, Option<String>> = own.map(|one| (one, None)).collect();
    for visit in session.store.rows("visit", &of)? {
        found.insert(visit.id, text_of(&visit, "purpose"));
    }
    let titled = if language == "ar" { ["title_ar", "title_fr"] } else { ["title_fr", "title_ar"] };
    for entry in session.store.rows("entry", &of)? {
        let form = id_of(&entry, "form").map(|form| session.store.row("form", &form)).transpose()?.flatten();
        let title = form.and_then(|form| titled.iter().find_map(|field| text_of(&form, field)));
        let title = Some(title.unwrap_or_default());
        for answer in session.store.parts_of("answer", &entry.id)? {
            found.insert(answer, title.clone());
        }
        found.insert(entry.id, title);
    }
    Ok(found)
}
