//! What is derived of entries for lists: state, day, score, band, progress, author.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use terrain_domain::score as score_of;
use terrain_forms::{InstanceKey, Place};
use uuid::Uuid;

use super::open::{Content, Entry};
use crate::{Fault, Session};

/// Derived fields with their values.
type Summary = Vec<(&'static str, Json)>;

/// The derived fields of these entries. An entry whose form has not come yet shows its state alone.
pub(crate) fn summaries(session: &mut Session, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Summary>, Fault> {
    let mut found = BTreeMap::new();
    for id in ids {
        let opened = session.open_entry(id, Content::Counted);
        let summary = match &opened {
            Ok(entry) => summary(session, entry),
            Err(_) => {
                let sealing = session.sealing(id)?;
                let author = session.name_of(Some(sealing.document.owner));
                vec![("state", Json::from(sealing.document.state.name())), ("author", Json::from(author))]
            }
        };
        found.insert(*id, summary);
    }
    Ok(found)
}

fn summary(session: &Session, entry: &Entry) -> Summary {
    let purpose = entry.form_row.fields.get("purpose").and_then(crate::form::as_text).unwrap_or_default();
    let held_on = entry.form.date_question.map(|node| Place { instance: InstanceKey::ROOT, node });
    let held_on = held_on.and_then(|place| entry.session.node(&place)).map(|s| s.value).filter(|v| !v.is_empty());
    let score = entry.form.recipe.as_ref().map(|recipe| score_of(recipe, &entry.item_answers()));
    let overall = score.as_ref().and_then(|s| s.overall);
    let band = score.as_ref().and_then(|s| s.band).map(terrain_domain::Band::name);
    let progress = entry.session.progress(&Entry::WHOLE);
    vec![
        ("purpose", Json::from(purpose)),
        ("held_on", Json::from(held_on)),
        ("state", Json::from(entry.document().state.name())),
        ("score", Json::from(overall)),
        ("band", Json::from(band)),
        ("progress", json!({ "answered": progress.answered, "asked": progress.asked, "missing": progress.missing })),
        ("author", Json::from(session.name_of(Some(entry.sealing.document.owner)))),
    ]
}
