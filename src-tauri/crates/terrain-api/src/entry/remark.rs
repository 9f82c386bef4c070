//! Remarks of a reader on an entry, each with the place that it is on.

use serde::Serialize;
use terrain_domain::Value;
use uuid::Uuid;

use super::open::{id_of, instance_of, text_of};
use crate::records::instant;
use crate::{Fault, Session};

/// A remark on an answer, or on the whole.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RemarkView {
    /// Its row.
    pub id: Uuid,
    /// Path of the question; nothing for the whole entry.
    pub path: Option<String>,
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub person: String,
    /// When it was written, UTC; nothing where its identifier does not say.
    pub at: Option<String>,
    /// The remark that it answers.
    pub parent: Option<Uuid>,
    /// Whether it is settled.
    pub settled: bool,
}

/// A remark with the place that it is on.
pub(super) type Placed = (terrain_forms::KeptPlace, RemarkView);

/// Remarks of an entry with the place that each is on.
pub(super) fn remarks(session: &Session, entry: &Uuid) -> Result<Vec<Placed>, Fault> {
    let rows = session.store.rows("remark", &[("entry", Value::Id(*entry))])?;
    let view = |row: &terrain_store::Row| {
        let path = text_of(row, "path");
        let place = (instance_of(row, "instance"), path.clone().unwrap_or_default());
        let settled = row.fields.get("settled") == Some(&Value::Bool(true));
        let person = session.name_of(session.store.person_of_row(&row.id));
        let at = (row.id.get_version_num() == 7).then(|| i64::try_from(row.id.as_u128() >> 80).unwrap_or_default());
        let (text, parent) = (text_of(row, "text").unwrap_or_default(), id_of(row, "parent"));
        (place, RemarkView { id: row.id, path, text, person, at: at.map(instant), parent, settled })
    };
    Ok(rows.iter().map(view).collect())
}

/// How many remarks on an entry are not dealt with; an answer to a remark is none.
pub(crate) fn open_remarks(session: &Session, entry: &Uuid) -> Result<usize, Fault> {
    let remarks = remarks(session, entry)?;
    Ok(remarks.iter().filter(|(_, r)| !r.settled && r.parent.is_none()).count())
}
