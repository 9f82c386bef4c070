//! CBOR of plain values, with limits on everything that comes from outside.
//!
//! Values describe themselves (tags of the CBOR registry), so that an older app carries fields it does not know:
//! decimal = tag 4 `[-scale, mantissa]`, date = tag 100 (days since 1970-01-01), identifier = tag 37 (16 bytes),
//! place = tag 103 `[lat_e7, lon_e7, accuracy_m|null]`, time of day = tag 1024 (minutes), hash = 32 bytes.

use chrono::{Datelike, NaiveDate};
use minicbor::data::{Tag, Type};
use minicbor::{Decoder, Encoder};
use terrain_domain::{Dec, Place, Value};
use uuid::Uuid;

use crate::ChangeId;

/// Longest text in bytes: 10,000 characters of four bytes, with room for what later versions may allow.
pub(crate) const TEXT_BYTES_MAX: usize = 1 << 20;
/// Most entries in one list, from outside: far above any real one, far below what would hurt.
pub(crate) const LIST_MAX: u64 = 1_000_000;
/// Days from 0001-01-01 to 1970-01-01.
const EPOCH_DAYS: i32 = 719_163;
const DECIMAL: Tag = Tag::new(4);
const IDENTIFIER: Tag = Tag::new(37);
const DAYS: Tag = Tag::new(100);
const GEOGRAPHIC: Tag = Tag::new(103);
const MINUTES: Tag = Tag::new(1024);

/// Bytes that are not what they should be.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// Not CBOR, or cut short.
    #[error("not the expected encoding: {0}")]
    Cbor(#[from] minicbor::decode::Error),
    /// Writing into memory failed; cannot happen with a vector.
    #[error("cannot encode")]
    Encode,
    /// CBOR of another shape than the named thing has.
    #[error("unexpected shape: {0}")]
    Shape(&'static str),
    /// More entries or bytes than the limit.
    #[error("over the limit: {0}")]
    Limit(&'static str),
}

impl<E> From<minicbor::encode::Error<E>> for CodecError {
    fn from(_: minicbor::encode::Error<E>) -> Self {
        Self::Encode
    }
}

/// The length of a definite array of at most `max` entries.
pub(crate) fn array(d: &mut Decoder<'_>, max: u64) -> Result<u64, CodecError> {
    match d.array()? {
        Some(n) if n <= max => Ok(n),
        Some(_) => Err(CodecError::Limit("list")),
        None => Err(CodecError::Shape("indefinite list")),
    }
}

/// A byte string of exactly `N` bytes.
pub(crate) fn bytes<const N: usize>(d: &mut Decoder<'_>) -> Result<[u8; N], CodecError> {
    d.bytes()?.try_into().map_err(|_| CodecError::Shape("byte string of another length"))
}

pub(crate) fn text<'b>(d: &mut Decoder<'b>) -> Result<&'b str, CodecError> {
    let text = d.str()?;
    if text.len() > TEXT_BYTES_MAX { Err(CodecError::Limit("text")) } else { Ok(text) }
}

/// Writes a text; what no reader would take is not written.
pub(crate) fn encode_text(e: &mut Encoder<Vec<u8>>, text: &str, bytes_max: usize) -> Result<(), CodecError> {
    if text.len() > bytes_max {
        return Err(CodecError::Limit("text"));
    }
    e.str(text)?;
    Ok(())
}

pub(crate) fn optional<'b, T>(
    d: &mut Decoder<'b>,
    read: impl FnOnce(&mut Decoder<'b>) -> Result<T, CodecError>,
) -> Result<Option<T>, CodecError> {
    if d.datatype()? == Type::Null {
        d.null()?;
        return Ok(None);
    }
    read(d).map(Some)
}

pub(crate) fn encode_optional_bytes(e: &mut Encoder<Vec<u8>>, bytes: Option<&[u8]>) -> Result<(), CodecError> {
    match bytes {
        Some(b) => e.bytes(b)?,
        None => e.null()?,
    };
    Ok(())
}

pub(crate) fn change_id(d: &mut Decoder<'_>) -> Result<ChangeId, CodecError> {
    bytes(d).map(ChangeId)
}

/// Writes one plain value.
pub(crate) fn encode_value(e: &mut Encoder<Vec<u8>>, value: &Value) -> Result<(), CodecError> {
    match value {
        Value::Null => e.null()?,
        Value::Bool(b) => e.bool(*b)?,
        Value::Int(i) => e.i64(*i)?,
        Value::Dec(d) => e.tag(DECIMAL)?.array(2)?.i64(-i64::from(d.scale))?.i64(d.mantissa)?,
        Value::Text(t) => return encode_text(e, t, TEXT_BYTES_MAX),
        Value::Date(d) => e.tag(DAYS)?.i64(i64::from(d.num_days_from_ce() - EPOCH_DAYS))?,
        Value::Time(m) => e.tag(MINUTES)?.u16(*m)?,
        Value::Id(id) => e.tag(IDENTIFIER)?.bytes(id.as_bytes())?,
        Value::Hash(h) => e.bytes(h)?,
        Value::Place(p) => {
            e.tag(GEOGRAPHIC)?.array(3)?.i32(p.lat_e7)?.i32(p.lon_e7)?;
            match p.accuracy_m {
                Some(m) => e.u32(m)?,
                None => e.null()?,
            }
        }
        Value::List(items) => {
            e.array(items.len() as u64)?;
            for item in items {
                encode_value(e, item)?;
            }
            e
        }
    };
    Ok(())
}

/// Reads one plain value; nesting deeper than a list of plain things is refused.
pub(crate) fn decode_value(d: &mut Decoder<'_>, depth: u8) -> Result<Value, CodecError> {
    Ok(match d.datatype()? {
        Type::Null => {
            d.null()?;
            Value::Null
        }
        Type::Bool => Value::Bool(d.bool()?),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 | Type::I8 | Type::I16 | Type::I32 | Type::I64 => {
            Value::Int(d.i64()?)
        }
        Type::String => Value::Text(text(d)?.to_owned()),
        Type::Bytes => Value::Hash(bytes(d)?),
        Type::Array if depth > 0 => {
            let length = array(d, LIST_MAX)?;
            let mut items = Vec::new();
            for _ in 0..length {
                items.push(decode_value(d, depth - 1)?);
            }
            Value::List(items)
        }
        Type::Tag => tagged(d)?,
        _ => return Err(CodecError::Shape("value")),
    })
}

fn tagged(d: &mut Decoder<'_>) -> Result<Value, CodecError> {
    let shape = CodecError::Shape("tagged value");
    Ok(match d.tag()? {
        DECIMAL => {
            if array(d, 2)? != 2 {
                return Err(shape);
            }
            let scale = u8::try_from(-d.i64()?.max(-255)).map_err(|_| CodecError::Shape("decimal"))?;
            Value::Dec(Dec::new(d.i64()?, scale))
        }
        DAYS => {
            let days = i32::try_from(d.i64()?).ok().and_then(|n| n.checked_add(EPOCH_DAYS));
            Value::Date(days.and_then(NaiveDate::from_num_days_from_ce_opt).ok_or(shape)?)
        }
        MINUTES => Value::Time(d.u16()?),
        IDENTIFIER => Value::Id(Uuid::from_bytes(bytes(d)?)),
        GEOGRAPHIC => {
            if array(d, 3)? != 3 {
                return Err(shape);
            }
            Value::Place(Place { lat_e7: d.i32()?, lon_e7: d.i32()?, accuracy_m: optional(d, |d| Ok(d.u32()?))? })
        }
        _ => return Err(shape),
    })
}

/// One value as bytes of its own.
pub(crate) fn value_bytes(value: &Value) -> Result<Vec<u8>, CodecError> {
    let mut e = Encoder::new(Vec::new());
    encode_value(&mut e, value)?;
    Ok(e.into_writer())
}
