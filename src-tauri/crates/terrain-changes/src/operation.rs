//! Operations and changes: what a person would call one act, and the fields it sets.
//!
//! Encoding of an operation (CBOR, definite lengths):
//! `[name, at_ms, flags, note|null, undoes|null, [device…], [group…]]`, group = `[kind, row, [change…]]`,
//! change = `[field, content, base?, flags?, seen?]`; trailing empty parts are left out.
//! content = a plain value, or tag 1025 `[subject, nonce, bytes]`. base = flat `[index, step]` pairs: `index` into the
//! devices of the operation, `step` = seq minus the seq named before in this operation; or `[-1, id]` in full.

use minicbor::data::{Tag, Type};
use minicbor::{Decoder, Encoder};
use terrain_domain::Value;
use uuid::Uuid;

use crate::codec::{
    CodecError, LIST_MAX, TEXT_BYTES_MAX, array, bytes, change_id, decode_value, encode_optional_bytes, encode_text,
    encode_value, optional, text,
};
use crate::{ChangeId, DeviceId, Sealed, Vector};

/// The register of a row's life.
pub const ROW: &str = "_row";
/// Kind and field of a coordinator's acknowledgement.
pub const OP_ACK: &str = "_ack";
const PERSONAL: Tag = Tag::new(1025);
const CLOCK_OK: u64 = 1;
const MORE: u64 = 2;
const AUTO: u64 = 1;
/// Most changes of one base list: a settlement names every live value, and no field has thousands.
const BASE_MAX: u64 = 20_000;
/// Most changes of one segment, and so of one operation: what is sealed holds at most 3 MiB, and no change is written
/// in fewer than seven bytes. In memory each takes hundreds.
pub(crate) const CHANGES_MAX: u64 = 500_000;
/// Longest name of an operation, kind or field in bytes; every change of a group repeats its kind in memory.
const NAME_BYTES_MAX: usize = 255;

/// What a change sets the field to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// In clear inside the sealed segment.
    Plain(Value),
    /// Sealed once more under the key of a person, so that it can be forgotten.
    Personal(Sealed),
}

/// A change named as a base: by device and seq inside the author's deps, or in full where that is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BaseRef {
    /// The change with this number on the author's view of that device's chain.
    At(DeviceId, u64),
    /// Exactly this change.
    Full(ChangeId),
}

/// The two values of [`ROW`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowLife {
    /// Made, or brought back.
    Alive,
    /// Deleted; the change carries in `seen` what the deleter had.
    Deleted,
}

impl RowLife {
    /// The value written in the log.
    pub fn value(self) -> Value {
        Value::Text(match self {
            Self::Alive => "alive".into(),
            Self::Deleted => "deleted".into(),
        })
    }

    /// Reads a `_row` content.
    pub fn of(content: &Content) -> Option<Self> {
        match content {
            Content::Plain(Value::Text(t)) if t == "alive" => Some(Self::Alive),
            Content::Plain(Value::Text(t)) if t == "deleted" => Some(Self::Deleted),
            _ => None,
        }
    }
}

/// One field of one row set by one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Name of the kind.
    pub kind: String,
    /// The row.
    pub row: Uuid,
    /// Name of the field, or [`ROW`].
    pub field: String,
    /// The value.
    pub content: Content,
    /// The live values that the author saw.
    pub base: Vec<BaseRef>,
    /// Made by the app and not recomputable; never disagrees.
    pub auto: bool,
    /// What the author had of the whole log (a delete, a document's event).
    pub seen: Option<Vector>,
}

/// One act of a person: accepted, undone and shown as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// `create`, `set`, `import`…
    pub name: String,
    /// The author's wall clock, UTC milliseconds.
    pub at: i64,
    /// Whether the author's app found the clock believable.
    pub clock_ok: bool,
    /// What the person wrote beside it.
    pub note: Option<String>,
    /// First change of the operation that this one undoes.
    pub undoes: Option<ChangeId>,
    /// The operation goes on in the next segment of the run.
    pub more: bool,
    /// In the order of their numbers.
    pub changes: Vec<Change>,
}

impl Operation {
    /// The bytes that are stored and sealed.
    pub fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut devices: Vec<DeviceId> = Vec::new();
        for base in self.changes.iter().flat_map(|c| &c.base) {
            if let BaseRef::At(device, _) = base
                && !devices.contains(device)
            {
                devices.push(*device);
            }
        }
        let mut e = Encoder::new(Vec::with_capacity(64 + self.changes.len() * 32));
        encode_text(e.array(7)?, &self.name, NAME_BYTES_MAX)?;
        e.i64(self.at)?.u64(if self.clock_ok { CLOCK_OK } else { 0 } | if self.more { MORE } else { 0 })?;
        match &self.note {
            Some(note) => encode_text(&mut e, note, TEXT_BYTES_MAX)?,
            None => {
                e.null()?;
            }
        }
        encode_optional_bytes(&mut e, self.undoes.as_ref().map(|id| id.0.as_slice()))?;
        e.array(devices.len() as u64)?;
        for device in &devices {
            e.bytes(&device.0)?;
        }
        let groups: Vec<&[Change]> = self.changes.chunk_by(|a, b| a.row == b.row && a.kind == b.kind).collect();
        e.array(groups.len() as u64)?;
        let mut last_seq = 0;
        for group in groups {
            let Some(first) = group.first() else { continue };
            encode_text(e.array(3)?, &first.kind, NAME_BYTES_MAX)?;
            e.bytes(first.row.as_bytes())?.array(group.len() as u64)?;
            for change in group {
                change.encode(&mut e, &devices, &mut last_seq)?;
            }
        }
        Ok(e.into_writer())
    }

    /// Reads what [`Operation::encode`] wrote; refuses anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut d = Decoder::new(bytes);
        let operation = Self::decode_from(&mut d)?;
        if d.position() == bytes.len() { Ok(operation) } else { Err(CodecError::Shape("bytes after an operation")) }
    }

    pub(crate) fn decode_from(d: &mut Decoder<'_>) -> Result<Self, CodecError> {
        if array(d, 7)? != 7 {
            return Err(CodecError::Shape("operation"));
        }
        let (operation, at, flags) = (name(d)?.to_owned(), d.i64()?, d.u64()?);
        let note = optional(d, |d| Ok(text(d)?.to_owned()))?;
        let undoes = optional(d, change_id)?;
        let mut devices = Vec::new();
        for _ in 0..array(d, BASE_MAX)? {
            devices.push(DeviceId(bytes(d)?));
        }
        let mut changes = Vec::new();
        let mut last_seq = 0;
        for _ in 0..array(d, LIST_MAX)? {
            if array(d, 3)? != 3 {
                return Err(CodecError::Shape("group"));
            }
            let (kind, row) = (name(d)?, Uuid::from_bytes(bytes(d)?));
            for _ in 0..array(d, CHANGES_MAX - changes.len() as u64)? {
                changes.push(Change::decode(d, kind, row, &devices, &mut last_seq)?);
            }
        }
        if changes.is_empty() {
            return Err(CodecError::Shape("operation without changes"));
        }
        known_flags(flags, CLOCK_OK | MORE)?;
        let (clock_ok, more) = (flags & CLOCK_OK != 0, flags & MORE != 0);
        Ok(Self { name: operation, at, clock_ok, note, undoes, more, changes })
    }

    /// The ids of its changes, numbered from `first_seq` on `device`'s chain.
    ///
    /// Each commits to device, seq, the operation's own words and the whole change in a form that stands alone.
    pub fn change_ids(&self, device: &DeviceId, first_seq: u64) -> Result<Vec<ChangeId>, CodecError> {
        let mut head = Encoder::new(Vec::new());
        head.array(5)?.str(&self.name)?.i64(self.at)?.bool(self.clock_ok)?;
        match &self.note {
            Some(note) => head.str(note)?,
            None => head.null()?,
        };
        encode_optional_bytes(&mut head, self.undoes.as_ref().map(|id| id.0.as_slice()))?;
        let mut common = blake3::Hasher::new();
        common.update(&device.0).update(&head.into_writer());
        let mut ids = Vec::with_capacity(self.changes.len());
        let mut scratch = Vec::with_capacity(256);
        for (change, seq) in self.changes.iter().zip(first_seq..) {
            scratch.clear();
            let mut e = Encoder::new(scratch);
            e.u64(seq)?;
            change.encode_alone(&mut e)?;
            scratch = e.into_writer();
            let mut id = [0; 16];
            common.clone().update(&scratch).finalize_xof().fill(&mut id);
            ids.push(ChangeId(id));
        }
        Ok(ids)
    }

    /// Cuts an operation too large for one segment into parts of at most `changes_max` changes, all but the last marked `more`.
    pub fn split(self, changes_max: usize) -> Vec<Self> {
        let count = self.changes.len().div_ceil(changes_max.max(1)).max(1);
        let mut parts: Vec<Self> = self
            .changes
            .chunks(changes_max.max(1))
            .map(|part| Self {
                changes: part.to_vec(),
                more: true,
                name: self.name.clone(),
                note: self.note.clone(),
                ..self
            })
            .collect();
        if let Some(last) = parts.last_mut() {
            last.more = false;
        }
        if count == 1 && parts.is_empty() { vec![self] } else { parts }
    }
}

impl Change {
    /// A plain value without anything seen before.
    pub fn plain(kind: &str, row: Uuid, field: &str, value: Value) -> Self {
        let content = Content::Plain(value);
        Self { kind: kind.into(), row, field: field.into(), content, base: Vec::new(), auto: false, seen: None }
    }

    fn flags(&self) -> u64 {
        if self.auto { AUTO } else { 0 }
    }

    fn encode(&self, e: &mut Encoder<Vec<u8>>, devices: &[DeviceId], last_seq: &mut u64) -> Result<(), CodecError> {
        let parts = if self.seen.is_some() {
            5
        } else if self.auto {
            4
        } else if self.base.is_empty() {
            2
        } else {
            3
        };
        encode_text(e.array(parts)?, &self.field, NAME_BYTES_MAX)?;
        encode_content(e, &self.content)?;
        if parts >= 3 {
            e.array(self.base.len() as u64 * 2)?;
            for base in &self.base {
                match base {
                    BaseRef::At(device, seq) => {
                        let index = devices.iter().position(|d| d == device).ok_or(CodecError::Encode)?;
                        e.i64(index as i64)?.i64((*seq as i64).wrapping_sub(*last_seq as i64))?;
                        *last_seq = *seq;
                    }
                    BaseRef::Full(id) => {
                        e.i64(-1)?.bytes(&id.0)?;
                    }
                }
            }
        }
        if parts >= 4 {
            e.u64(self.flags())?;
        }
        if let Some(seen) = &self.seen {
            seen.encode(e)?;
        }
        Ok(())
    }

    fn decode(
        d: &mut Decoder<'_>,
        kind: &str,
        row: Uuid,
        devices: &[DeviceId],
        last_seq: &mut u64,
    ) -> Result<Self, CodecError> {
        let parts = array(d, 5)?;
        if parts < 2 {
            return Err(CodecError::Shape("change"));
        }
        let field = name(d)?.to_owned();
        let content = decode_content(d)?;
        let mut base = Vec::new();
        if parts >= 3 {
            for _ in 0..array(d, BASE_MAX)? / 2 {
                let index = d.i64()?;
                if index < 0 {
                    base.push(BaseRef::Full(change_id(d)?));
                    continue;
                }
                let device =
                    usize::try_from(index).ok().and_then(|i| devices.get(i)).ok_or(CodecError::Shape("base"))?;
                *last_seq = (*last_seq as i64).wrapping_add(d.i64()?) as u64;
                base.push(BaseRef::At(*device, *last_seq));
            }
        }
        let auto = parts >= 4 && known_flags(d.u64()?, AUTO)? & AUTO != 0;
        let seen = if parts >= 5 { Some(Vector::decode(d)?) } else { None };
        Ok(Self { kind: kind.into(), row, field, content, base, auto, seen })
    }

    /// The form that an id commits to: nothing relative to its neighbours.
    fn encode_alone(&self, e: &mut Encoder<Vec<u8>>) -> Result<(), CodecError> {
        e.array(7)?.str(&self.kind)?.bytes(self.row.as_bytes())?.str(&self.field)?;
        encode_content(e, &self.content)?;
        e.array(self.base.len() as u64)?;
        for base in &self.base {
            match base {
                BaseRef::At(device, seq) => e.array(2)?.bytes(&device.0)?.u64(*seq)?,
                BaseRef::Full(id) => e.bytes(&id.0)?,
            };
        }
        e.u64(self.flags())?;
        match &self.seen {
            Some(seen) => seen.encode(e)?,
            None => {
                e.null()?;
            }
        }
        Ok(())
    }
}

fn name<'b>(d: &mut Decoder<'b>) -> Result<&'b str, CodecError> {
    let name = text(d)?;
    if name.len() > NAME_BYTES_MAX { Err(CodecError::Limit("name")) } else { Ok(name) }
}

pub(crate) fn encode_content(e: &mut Encoder<Vec<u8>>, content: &Content) -> Result<(), CodecError> {
    match content {
        Content::Plain(value) => encode_value(e, value),
        Content::Personal(sealed) => {
            e.tag(PERSONAL)?.array(3)?.bytes(sealed.subject.as_bytes())?.bytes(&sealed.nonce)?.bytes(&sealed.bytes)?;
            Ok(())
        }
    }
}

pub(crate) fn decode_content(d: &mut Decoder<'_>) -> Result<Content, CodecError> {
    if d.datatype()? == Type::Tag && d.probe().tag()? == PERSONAL {
        d.tag()?;
        if array(d, 3)? != 3 {
            return Err(CodecError::Shape("personal value"));
        }
        let (subject, nonce) = (Uuid::from_bytes(bytes(d)?), bytes(d)?);
        return Ok(Content::Personal(Sealed { subject, nonce, bytes: d.bytes()?.to_vec() }));
    }
    decode_value(d, 2).map(Content::Plain)
}

/// Refuses flags that this app does not know: it would give such a change another id than an app that does.
fn known_flags(flags: u64, known: u64) -> Result<u64, CodecError> {
    if flags & !known == 0 { Ok(flags) } else { Err(CodecError::Shape("flags of a newer app")) }
}
