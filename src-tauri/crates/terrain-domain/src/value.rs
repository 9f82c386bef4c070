//! Plain values of fields, in the one shape that log, tables, JSON and screens share.

use std::fmt;

use chrono::NaiveDate;
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Empty.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number; money in centimes; an instant in UTC milliseconds.
    Int(i64),
    /// An exact decimal.
    Dec(Dec),
    /// Text, or the code of an option.
    Text(String),
    /// A day of the local calendar.
    Date(NaiveDate),
    /// Minutes since midnight.
    Time(u16),
    /// A row.
    Id(Uuid),
    /// BLAKE3 of stored bytes.
    Hash([u8; 32]),
    /// A point with its accuracy.
    Place(Place),
    /// Several of one type.
    List(Vec<Value>),
}

/// An exact decimal, `mantissa / 10^scale`, without trailing zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dec {
    /// All digits.
    pub mantissa: i64,
    /// How many of them stand after the point, at most 18.
    pub scale: u8,
}

/// Latitude and longitude in ten-millionths of a degree (WGS 84), accuracy in metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// −900,000,000 to 900,000,000.
    pub lat_e7: i32,
    /// −1,800,000,000 to 1,800,000,000.
    pub lon_e7: i32,
    /// Radius of 68 % confidence, in metres.
    pub accuracy_m: Option<u32>,
}

/// Most digits after the point.
const SCALE_MAX: u8 = 18;

impl Dec {
    /// Normalises: no trailing zeros after the point.
    pub fn new(mantissa: i64, scale: u8) -> Self {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            (mantissa, scale) = (mantissa / 10, scale - 1);
        }
        Self { mantissa, scale }
    }

    /// Reads `0.25`, `0,25`, `-3`; nothing for anything else or more than 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (whole, fraction) = text.split_once('.').unwrap_or((text.as_str(), ""));
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let plain = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        let scale = u8::try_from(fraction.len()).ok().filter(|s| *s <= SCALE_MAX)?;
        if digits.is_empty() || !plain(digits) || !plain(fraction) || text.ends_with('.') {
            return None;
        }
        format!("{whole}{fraction}").parse().ok().map(|mantissa| Self::new(mantissa, scale))
    }
}

impl fmt::Display for Dec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let width = usize::from(self.scale) + 1;
        let digits = format!("{:0width$}", self.mantissa.unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{}{whole}.{fraction}", if self.mantissa < 0 { "-" } else { "" })
    }
}

fn degrees(e7: i32) -> f64 {
    f64::from(e7) / 1e7
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => s.serialize_unit(),
            Self::Bool(b) => s.serialize_bool(*b),
            Self::Int(i) => s.serialize_i64(*i),
            Self::Dec(d) => {
                let text = d.to_string();
                match text.parse::<f64>() {
                    Ok(x) if d.scale > 0 && x.to_string() == text => s.serialize_f64(x),
                    _ if d.scale == 0 => s.serialize_i64(d.mantissa),
                    _ => s.serialize_str(&text),
                }
            }
            Self::Text(t) => s.serialize_str(t),
            Self::Date(d) => s.collect_str(&d.format("%Y-%m-%d")),
            Self::Time(m) => s.collect_str(&format_args!("{:02}:{:02}", m / 60, m % 60)),
            Self::Id(id) => s.collect_str(id),
            Self::Hash(h) => s.serialize_str(&h.iter().map(|b| format!("{b:02x}")).collect::<String>()),
            Self::Place(p) => {
                let mut map = s.serialize_map(Some(3))?;
                map.serialize_entry("lat", &degrees(p.lat_e7))?;
                map.serialize_entry("lon", &degrees(p.lon_e7))?;
                map.serialize_entry("accuracy_m", &p.accuracy_m)?;
                map.end()
            }
            Self::List(items) => s.collect_seq(items),
        }
    }
}

/// What comes from JSON or from a spreadsheet's cell, before it is checked against a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Input {
    /// Empty.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Another number.
    Real(f64),
    /// Text.
    Text(String),
    /// Several.
    List(Vec<Input>),
    /// Named parts, such as a place.
    Map(std::collections::BTreeMap<String, Input>),
}
