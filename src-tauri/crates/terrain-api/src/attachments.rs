//! Files on records: a photo, a scan, a recording, a table. What comes in is looked at, reduced or refused; the bytes enter
//! the replica together with the row that names them.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use terrain_changes::Hash32;
use terrain_domain::{Kind, TABLE_NUMBER, Value};
use terrain_store::{FILE_BYTES_MAX, OpName, Row, StoreError};
use uuid::Uuid;

use crate::fault::Status;
use crate::fields::{find_row, known_kind};
use crate::media::{Media, NotTaken, clean_name, media_of};
use crate::picture::{PictureError, reduce};
use crate::{Fault, Session, input_file};

/// The kind of rows that name files.
const ATTACHMENT: &str = "attachment";
/// Kinds to which nothing is attached: they are no records of the field, or files themselves.
const NO_SUBJECTS: [&str; 5] = ["certificate", "ending", "schema", "event", ATTACHMENT];

/// A file on a record.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Attached {
    /// The row that names it.
    pub id: Uuid,
    /// Its name, cleaned.
    pub name: String,
    /// By its content.
    pub media_type: String,
    /// Bytes kept.
    pub size: u64,
    /// BLAKE3 of the bytes kept.
    pub hash: String,
    /// Bytes of the picture that was given, where it was reduced.
    pub reduced_from: Option<u64>,
}

/// A file on a record, as it is listed.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AttachmentView {
    /// The file.
    #[serde(flatten)]
    pub file: Attached,
    /// Whether its bytes have come to this laptop.
    pub here: bool,
}

/// What is kept of a file that was given.
struct Kept {
    name: String,
    media: Media,
    bytes: Vec<u8>,
    reduced_from: Option<u64>,
}

/// Says that a file is too large to be kept; a message id.
const TOO_LARGE: &str = "fault-attachment-too-large";

/// A file that the page itself holds: dropped onto it, or drawn there.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AttachBytes {
    /// Kind of the record.
    pub kind: String,
    /// The record.
    pub id: String,
    /// As it is called.
    pub name: String,
    /// Its bytes in base64 (RFC 4648, padded), as many as a file may have.
    pub data: String,
}

/// Attaches a file to a record.
pub fn attach(session: &mut Session, kind: &str, id: &str, path: &Path) -> Result<Attached, Fault> {
    let (kind, row) = subject(session, kind, id)?;
    keep(session, kind, row, path, read_whole(path)?)
}

/// Attaches bytes to a record, as [`attach`] does with those of a file: looked at, reduced or refused.
pub fn attach_bytes(session: &mut Session, given: &AttachBytes) -> Result<Attached, Fault> {
    let (kind, row) = subject(session, &given.kind, &given.id)?;
    let bytes = input_file::held(&given.name, &given.data, FILE_BYTES_MAX, TOO_LARGE)?;
    keep(session, kind, row, Path::new(&given.name), bytes)
}

/// Keeps a file and the row that names it.
fn keep(session: &mut Session, kind: &Kind, row: Uuid, path: &Path, bytes: Vec<u8>) -> Result<Attached, Fault> {
    let kept = kept(path, bytes)?;
    if let Some(there) = of_row(session, &row)?.into_iter().find(|a| a.hash == Hash32::of(&kept.bytes).to_string()) {
        return Ok(there);
    }
    let hash = Hash32::of(&kept.bytes);
    let size = kept.bytes.len() as u64;
    let media_type = kept.media.media_type();
    let fields = [
        ("subject", Value::Id(row)),
        ("name", Value::Text(kept.name.clone())),
        ("media_type", Value::Text(media_type.into())),
        ("size", Value::Int(i64::try_from(size).unwrap_or(i64::MAX))),
        ("hash", Value::Hash(hash.0)),
    ];
    let evidence = if kind.name == "answer" { evidence_of(session, &row)? } else { Vec::new() };
    let (id, _) = session.store.write(OpName::Attach, None, |w| {
        w.put_file(&kept.bytes)?;
        let made = w.create(ATTACHMENT, &fields)?;
        if kind.name == "answer" {
            let all = evidence.into_iter().chain([Value::Id(made)]).collect();
            w.set(kind.name, row, "evidence", &Value::List(all))?;
        }
        Ok(made)
    })?;
    let (media_type, hash) = (media_type.to_owned(), hash.to_string());
    Ok(Attached { id, name: kept.name, media_type, size, hash, reduced_from: kept.reduced_from })
}

/// The files of a record, in the order in which they were attached.
pub fn attachments(session: &mut Session, kind: &str, id: &str) -> Result<Vec<AttachmentView>, Fault> {
    let kind = known_kind(kind)?;
    let row = find_row(&session.store, kind, id)?;
    let held: Vec<String> = session.store.files_held()?.into_iter().map(|f| f.hash.to_string()).collect();
    let view = |file: Attached| AttachmentView { here: held.contains(&file.hash), file };
    Ok(of_row(session, &row)?.into_iter().map(view).collect())
}

/// Writes the file of an attachment to `dest`, a name that is not taken or a folder.
pub fn save_attachment(session: &mut Session, id: &str, dest: &Path) -> Result<Json, Fault> {
    let kind = known_kind(ATTACHMENT)?;
    let id = find_row(&session.store, kind, id)?;
    let row = session.store.row(ATTACHMENT, &id)?;
    let file = row.and_then(|row| read(&row)).ok_or_else(|| unknown(&id.to_string()))?;
    let hash = Hash32::parse(&file.hash).unwrap_or_default();
    let Some(bytes) = session.store.file(&hash)? else {
        return Err(Fault::new(Status::Refused, "fault-attachment-not-here", &[("name", &file.name)]));
    };
    let path = if dest.is_dir() { dest.join(saved_name(&id, &file.name, &bytes)) } else { dest.to_path_buf() };
    write_whole(&path, &bytes)?;
    Ok(serde_json::json!({ "id": id, "path": path, "size": bytes.len(), "media_type": file.media_type }))
}

fn unknown(id: &str) -> Fault {
    Fault::input("fault-unknown-row", &[("kind", ATTACHMENT), ("got", id)])
}

/// The record to which something is attached, where this person may write it.
fn subject(session: &Session, kind: &str, id: &str) -> Result<(&'static Kind, Uuid), Fault> {
    let kind = known_kind(kind)?;
    if NO_SUBJECTS.contains(&kind.name) {
        return Err(Fault::input("fault-attachment-subject", &[("kind", kind.name)]));
    }
    let row = find_row(&session.store, kind, id)?;
    let own = row == session.store.identity().person;
    if kind.fields.iter().any(|f| session.may_write(kind.name, f.name, own)) {
        return Ok((kind, row));
    }
    Err(Fault::new(Status::Refused, "fault-not-allowed", &[("kind", kind.name), ("field", ATTACHMENT)]))
}

impl Session {
    /// Whether the table in force gives this person's role the right to write a field, of the own row or of another.
    pub(crate) fn may_write(&self, kind: &str, field: &str, own: bool) -> bool {
        let (authority, role) = (self.store.authority(), self.store.role());
        let table = authority.table(authority.table_to_write_under(TABLE_NUMBER));
        table.is_none_or(|table| table.permits(kind, field, role, own, false))
    }
}

/// The attachments that an answer names already.
fn evidence_of(session: &Session, row: &Uuid) -> Result<Vec<Value>, Fault> {
    let found = session.store.row("answer", row)?;
    Ok(match found.and_then(|mut r| r.fields.remove("evidence")) {
        Some(Value::List(named)) => named,
        _ => Vec::new(),
    })
}

fn of_row(session: &Session, row: &Uuid) -> Result<Vec<Attached>, Fault> {
    let rows = session.store.rows(ATTACHMENT, &[("subject", Value::Id(*row))])?;
    Ok(rows.iter().filter_map(read).collect())
}

/// A row that names a file; one that does not yet say which is passed over.
pub(crate) fn read(row: &Row) -> Option<Attached> {
    let text = |field: &str| match row.fields.get(field) {
        Some(Value::Text(t)) => t.clone(),
        _ => String::new(),
    };
    let Some(Value::Hash(hash)) = row.fields.get("hash") else { return None };
    let size = match row.fields.get("size") {
        Some(Value::Int(size)) => u64::try_from(*size).unwrap_or_default(),
        _ => 0,
    };
    let (name, media_type, hash) = (text("name"), text("media_type"), Hash32(*hash).to_string());
    Some(Attached { id: row.id, name, media_type, size, hash, reduced_from: None })
}

/// What is kept of these bytes: pictures reduced, the other types that may be attached as they are.
fn kept(path: &Path, bytes: Vec<u8>) -> Result<Kept, Fault> {
    let place = path.display().to_string();
    let given = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let media = media_of(&given, &bytes).map_err(|why| {
        let code = match why {
            NotTaken::NotWhatItSays => "fault-attachment-other-content",
            NotTaken::Heic => "fault-attachment-heic",
            NotTaken::Type => "fault-attachment-type",
        };
        Fault::input(code, &[("path", &place)])
    })?;
    let name = clean_name(&given, media);
    let Media::Picture(format) = media else { return Ok(Kept { name, media, bytes, reduced_from: None }) };
    let picture = reduce(&bytes, format).map_err(|e| match e {
        PictureError::TooLarge { width, height } => {
            let (width, height) = (width.to_string(), height.to_string());
            let args = [("path", place.as_str()), ("width", &width), ("height", &height)];
            Fault::input("fault-attachment-picture-large", &args)
        }
        PictureError::Damaged => Fault::input("fault-attachment-picture-damaged", &[("path", &place)]),
    })?;
    Ok(Kept { name, media, reduced_from: Some(bytes.len() as u64), bytes: picture })
}

/// Reads a file, where it is one and not too large; a file that grows meanwhile is not read further.
fn read_whole(path: &Path) -> Result<Vec<u8>, Fault> {
    let place = path.display().to_string();
    let unreadable = |e: std::io::Error| Fault::of_file(&e, &place);
    // Asked before it is opened: opening a pipe or a device waits, or does something.
    let about = fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(Fault::input("fault-not-a-file", &[("path", &place)]));
    }
    if about.len() > FILE_BYTES_MAX {
        return Err(input_file::larger(&place, about.len(), FILE_BYTES_MAX, TOO_LARGE));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes));
    read.map_err(unreadable)?;
    let length = bytes.len() as u64;
    if length > FILE_BYTES_MAX {
        return Err(input_file::larger(&place, length, FILE_BYTES_MAX, TOO_LARGE));
    }
    Ok(bytes)
}

/// The name under which a file is laid into a folder. Name and bytes may come from a laptop that took neither as this one
/// would: never a path, never another ending than that of the content, and nothing that a double click would run.
fn saved_name(id: &Uuid, name: &str, bytes: &[u8]) -> String {
    media_of(name, bytes).map_or_else(|_| format!("{id}.bin"), |media| clean_name(name, media))
}

/// Writes a new file, whole or not at all; what is there already is never replaced.
fn write_whole(path: &PathBuf, bytes: &[u8]) -> Result<(), Fault> {
    let place = path.display().to_string();
    let failed = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Fault::input("fault-file-exists", &[("path", &place)]),
        std::io::ErrorKind::NotFound => Fault::input("fault-file-missing", &[("path", &place)]),
        _ => Fault::from(StoreError::from(e)).at(&place),
    };
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
    written.map_err(|e| {
        let _ = fs::remove_file(path);
        failed(e)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another laptop says of a file is not believed when it is laid into a folder.
    #[test]
    fn saved_files_end_as_their_content_does() {
        let check = |name: &str, bytes: &[u8], expected: &str| {
            assert_eq!(saved_name(&Uuid::from_u128(7), name, bytes), expected, "{name:?}");
        };
        let nameless = "00000000-0000-0000-0000-000000000007.bin";
        check("facture.pdf", b"%PDF-1.7", "facture.pdf");
        check("../../facture.exe", b"%PDF-1.7", "facture.exe.pdf");
        check("facture\u{202e}fdp.exe", b"MZ\x90\0", nameless);
        check("facture.pdf", b"MZ\x90\0", nameless);
        check("..", b"", nameless);
    }
}
