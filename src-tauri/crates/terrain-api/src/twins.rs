//! Cooperatives that were entered twice: found, joined, separated again. Joining writes one row; what belongs to the record
//! that was joined is read with the one that is kept, on every laptop, and nothing of it is changed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use terrain_domain::{Alike, Looked, Value, province_of};
use terrain_store::{OpName, Row};
use uuid::Uuid;

use crate::entry::{id_of, text_of};
use crate::fields::{find_row, known_kind};
use crate::{Fault, Session};

/// Two records.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct PairRequest {
    /// The one that is kept, where they are joined.
    pub kept: String,
    /// The other.
    pub joined: String,
}

/// A record that was joined to another.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SeparateRequest {
    pub joined: String,
}

/// Two records that look like one cooperative.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TwinsView {
    /// The one that was entered first.
    pub one: Uuid,
    /// The other.
    pub other: Uuid,
    /// Why they look alike.
    pub why: Alike,
}

/// A record that was joined to another.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct JoinedView {
    /// Its row.
    pub id: Uuid,
    /// French.
    pub name_fr: String,
    /// Arabic.
    pub name_ar: Option<String>,
}

/// What a record is known by.
pub(crate) fn looked(row: &Row) -> Looked {
    let text = |field: &str| text_of(row, field).unwrap_or_default();
    let province = province_of(&text("commune_code")).map(|p| p.code.to_owned()).unwrap_or_default();
    let names = ["name_fr", "name_ar", "name_zgh"].into_iter().filter_map(|field| text_of(row, field)).collect();
    Looked { ice: text("ice"), register: text("local_register_number"), court: text("court"), names, province }
}

/// Both records of an alias, whichever way round, the first by its id.
fn pair(row: &Row) -> Option<(Uuid, Uuid)> {
    let (kept, joined) = (id_of(row, "kept")?, id_of(row, "joined")?);
    Some((kept.min(joined), kept.max(joined)))
}

/// Records that look as if they had been entered twice, the surest first; those that somebody told apart are not among them.
pub fn twins(session: &mut Session) -> Result<Vec<TwinsView>, Fault> {
    let times = session.store.times_changed(&["cooperative", "alias"]);
    if let Some((_, known)) = session.twins.as_ref().filter(|(then, _)| *then == times) {
        return Ok(known.clone());
    }
    let rows = session.store.rows("cooperative", &[])?;
    let apart: BTreeSet<(Uuid, Uuid)> = session.store.rows("alias", &[])?.iter().filter_map(pair).collect();
    let all: Vec<Looked> = rows.iter().map(looked).collect();
    let view = |(one, other, why): (usize, usize, Alike)| {
        let (one, other) = (rows.get(one)?.id, rows.get(other)?.id);
        let (one, other) = (one.min(other), one.max(other));
        (!apart.contains(&(one, other))).then_some(TwinsView { one, other, why })
    };
    let found: Vec<TwinsView> = terrain_domain::twins(&all).into_iter().filter_map(view).collect();
    session.twins = Some((times, found.clone()));
    Ok(found)
}

/// The records that were joined to this one.
pub(crate) fn joined_to(session: &Session, kept: &Uuid) -> Result<Vec<JoinedView>, Fault> {
    let mut found = Vec::new();
    for (id, _) in session.store.joined()?.into_iter().filter(|(_, to)| to == kept) {
        let Some(row) = session.store.row("cooperative", &id)? else { continue };
        let name_fr = text_of(&row, "name_fr").unwrap_or_default();
        found.push(JoinedView { id, name_fr, name_ar: text_of(&row, "name_ar") });
    }
    Ok(found)
}

fn both(session: &Session, kept: &str, joined: &str) -> Result<(Uuid, Uuid), Fault> {
    let kind = known_kind("cooperative")?;
    let (one, other) = (find_row(&session.store, kind, kept)?, find_row(&session.store, kind, joined)?);
    if one == other {
        return Err(Fault::input("fault-join-itself", &[]));
    }
    Ok((one, other))
}

/// Reads the second record as the first from now on, everywhere.
pub fn join(session: &mut Session, kept: &str, joined: &str) -> Result<Json, Fault> {
    let (kept, joined) = both(session, kept, joined)?;
    let fields = [("kept", Value::Id(kept)), ("joined", Value::Id(joined))];
    let (id, _) = session.store.write(OpName::Create, None, |w| w.create("alias", &fields))?;
    Ok(serde_json::json!({ "id": id, "kept": kept }))
}

/// Says that two records are two cooperatives, however alike they look.
pub fn tell_apart(session: &mut Session, one: &str, other: &str) -> Result<Json, Fault> {
    let (one, other) = both(session, one, other)?;
    let fields = [("kept", Value::Id(one)), ("joined", Value::Id(other)), ("separated", Value::Bool(true))];
    let (id, _) = session.store.write(OpName::Create, None, |w| w.create("alias", &fields))?;
    Ok(serde_json::json!({ "id": id }))
}

/// Takes a record out of those that it is read with.
pub fn separate(session: &mut Session, joined: &str) -> Result<Json, Fault> {
    let id = find_row(&session.store, known_kind("cooperative")?, joined)?;
    let rows = session.store.rows("alias", &[])?;
    let open = rows.iter().filter(|row| row.fields.get("separated") != Some(&Value::Bool(true)));
    let of_it: Vec<Uuid> =
        open.filter(|row| [id_of(row, "kept"), id_of(row, "joined")].contains(&Some(id))).map(|row| row.id).collect();
    if of_it.is_empty() {
        return Err(Fault::input("fault-not-joined", &[]));
    }
    session.store.write(OpName::Set, None, |w| {
        of_it.iter().try_for_each(|row| w.set("alias", *row, "separated", &Value::Bool(true)))
    })?;
    Ok(serde_json::json!({ "id": id }))
}
