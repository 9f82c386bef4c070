//! An attachment's bytes, for the window alone: pictures and documents that a person looks at.

use crate::fields::{find_row, known_kind};
use crate::media::{Media, media_of};
use crate::{Fault, Session};

/// Bytes to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// By their content, whatever the row says.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The picture that an attachment names. What is no picture is not shown: a page that is given a document might run it.
pub fn photo(session: &mut Session, attachment: &str) -> Result<Shown, Fault> {
    let id = find_row(&session.store, known_kind("attachment")?, attachment)?;
    let unknown = || Fault::input("fault-unknown-row", &[("kind", "attachment"), ("got", attachment)]);
    let row = session.store.row("attachment", &id)?.ok_or_else(unknown)?;
    let Some(terrain_domain::Value::Hash(hash)) = row.fields.get("hash") else { return Err(unknown()) };
    let bytes = session.store.file(&terrain_changes::Hash32(*hash))?.ok_or_else(unknown)?;
    match media_of("", &bytes) {
        Ok(media @ Media::Picture(_)) => Ok(Shown { media_type: media.media_type(), bytes }),
        _ => Err(unknown()),
    }
}
