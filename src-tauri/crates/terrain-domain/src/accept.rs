//! From what was typed to a value of the field's type, or a refusal that says why.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::{Dec, FieldType, Input, Place, Refusal, Value, did_you_mean};

/// Longest text, in characters.
pub const TEXT_MAX: usize = 10_000;
/// Whole numbers that JSON carries exactly.
const INT_MAX: i64 = (1 << 53) - 1;
/// Days outside these years are slips of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// Most entries of a list.
const LIST_MAX: usize = 1_000;

impl FieldType {
    /// The model's notation: `text`, `one(f m)`, `ref person`.
    pub fn notation(&self) -> String {
        match self {
            Self::One(o) => format!("one({})", o.join(" ")),
            Self::Many(o) => format!("many({})", o.join(" ")),
            Self::Ref([]) => "ref any".into(),
            Self::Ref(k) => format!("ref {}", k.join("|")),
            Self::ManyRef(k) => format!("many ref {}", k.join("|")),
            other => other.word().into(),
        }
    }

    /// The type in one word, for messages.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Time => "time",
            Self::Instant => "instant",
            Self::Int => "int",
            Self::Dec => "dec",
            Self::Bool => "bool",
            Self::Money => "money",
            Self::Place => "place",
            Self::One(_) => "one",
            Self::Many(_) => "many",
            Self::Ref(_) => "ref",
            Self::ManyRef(_) => "many-ref",
            Self::Hash => "hash",
            Self::ManyHash => "many-hash",
            Self::Event => "event",
        }
    }

    /// Checks an input. Empty is always accepted: it empties the field.
    pub fn accept(&self, input: &Input) -> Result<Value, Refusal> {
        let wrong = || Refusal::new("refusal-wrong-type", &[("expected", self.word()), ("got", &quote(input))]);
        match (self, input) {
            (_, Input::Null) => Ok(Value::Null),
            (Self::Text, Input::Text(t)) => text(t),
            (Self::Date, Input::Text(t)) => date(t),
            (Self::Time, Input::Text(t)) => time(t),
            (Self::Int | Self::Money | Self::Instant, Input::Int(i)) => int(*i),
            (Self::Int | Self::Money | Self::Instant, Input::Real(x)) => match whole(*x) {
                Some(i) => int(i),
                None => Err(wrong()),
            },
            (Self::Dec, Input::Int(i)) => Ok(Value::Dec(Dec::new(*i, 0))),
            (Self::Dec, Input::Real(x)) => Dec::parse(&x.to_string()).map(Value::Dec).ok_or_else(wrong),
            (Self::Dec, Input::Text(t)) => Dec::parse(t).map(Value::Dec).ok_or_else(wrong),
            (Self::Bool, Input::Bool(b)) => Ok(Value::Bool(*b)),
            (Self::Place, Input::Map(_)) => place(input),
            (Self::One(options), Input::Text(t)) => option(t, options),
            (Self::Ref(_), Input::Text(t)) => id(t),
            (Self::Hash, Input::Text(t)) => hash(t),
            (Self::Many(options), Input::List(items)) => list(items, wrong, |t| option(t, options)),
            (Self::ManyRef(_), Input::List(items)) => list(items, wrong, id),
            (Self::ManyHash, Input::List(items)) => list(items, wrong, hash),
            (Self::Event, Input::List(items)) => event(items, wrong),
            _ => Err(wrong()),
        }
    }
}

fn quote(input: &Input) -> String {
    match input {
        Input::Null => "null".into(),
        Input::Bool(b) => b.to_string(),
        Input::Int(i) => i.to_string(),
        Input::Real(x) => x.to_string(),
        Input::Text(t) => format!("« {t} »"),
        Input::List(_) => "[…]".into(),
        Input::Map(_) => "{…}".into(),
    }
}

fn whole(x: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be whole and within 2^53")]
    (x.fract() == 0.0 && x.abs() <= INT_MAX as f64).then_some(x as i64)
}

fn text(t: &str) -> Result<Value, Refusal> {
    let length = t.chars().count();
    if length > TEXT_MAX {
        let (length, max) = (length.to_string(), TEXT_MAX.to_string());
        return Err(Refusal::new("refusal-too-long", &[("length", &length), ("max", &max)]));
    }
    if t.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
        return Err(Refusal::new("refusal-control-character", &[]));
    }
    Ok(if t.trim().is_empty() { Value::Null } else { Value::Text(t.to_owned()) })
}

fn date(t: &str) -> Result<Value, Refusal> {
    let bad = || Refusal::new("refusal-bad-date", &[("got", t)]);
    if t.len() != 10 {
        return Err(bad());
    }
    let day = NaiveDate::parse_from_str(t, "%Y-%m-%d").map_err(|_| bad())?;
    if YEARS.contains(&day.year()) { Ok(Value::Date(day)) } else { Err(bad()) }
}

fn time(t: &str) -> Result<Value, Refusal> {
    let parsed = t.split_once(':').filter(|_| t.len() == 5);
    let parsed = parsed.and_then(|(h, m)| Some((h.parse::<u16>().ok()?, m.parse::<u16>().ok()?)));
    match parsed {
        Some((h, m)) if h < 24 && m < 60 => Ok(Value::Time(h * 60 + m)),
        _ => Err(Refusal::new("refusal-bad-time", &[("got", t)])),
    }
}

fn int(i: i64) -> Result<Value, Refusal> {
    if i.unsigned_abs() <= INT_MAX.unsigned_abs() {
        return Ok(Value::Int(i));
    }
    Err(Refusal::new("refusal-out-of-range", &[("got", &i.to_string())]))
}

fn option(t: &str, options: &[&str]) -> Result<Value, Refusal> {
    if options.contains(&t) {
        return Ok(Value::Text(t.to_owned()));
    }
    let hint = did_you_mean(t, options.iter().copied()).unwrap_or_default();
    Err(Refusal::new("refusal-unknown-option", &[("got", t), ("options", &options.join(", ")), ("hint", hint)]))
}

fn id(t: &str) -> Result<Value, Refusal> {
    let parsed = Uuid::try_parse(t).ok().filter(|_| t.len() == 36);
    parsed.map(Value::Id).ok_or_else(|| Refusal::new("refusal-bad-id", &[("got", t)]))
}

fn hash(t: &str) -> Result<Value, Refusal> {
    let bad = || Refusal::new("refusal-bad-hash", &[("got", t)]);
    let digits: Vec<u32> = t.chars().map(|c| c.to_digit(16)).collect::<Option<_>>().ok_or_else(bad)?;
    let mut bytes = [0; 32];
    if digits.len() != 64 {
        return Err(bad());
    }
    for (slot, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *slot = pair.iter().try_fold(0u8, |b, d| u8::try_from(u32::from(b) * 16 + d)).map_err(|_| bad())?;
    }
    Ok(Value::Hash(bytes))
}

fn list(
    items: &[Input],
    wrong: impl Fn() -> Refusal,
    read: impl Fn(&str) -> Result<Value, Refusal>,
) -> Result<Value, Refusal> {
    if items.len() > LIST_MAX {
        let (length, max) = (items.len().to_string(), LIST_MAX.to_string());
        return Err(Refusal::new("refusal-too-long", &[("length", &length), ("max", &max)]));
    }
    let mut values = Vec::new();
    for item in items {
        let Input::Text(t) = item else { return Err(wrong()) };
        values.push(read(t)?);
    }
    values.sort();
    values.dedup();
    Ok(if values.is_empty() { Value::Null } else { Value::List(values) })
}

/// `[content, event named, note]`, each perhaps empty.
fn event(items: &[Input], wrong: impl Fn() -> Refusal) -> Result<Value, Refusal> {
    let [content, names, note] = items else { return Err(wrong()) };
    let part = |ty: FieldType, input: &Input| ty.accept(input);
    let names = part(FieldType::Ref(&[]), names)?;
    Ok(Value::List(vec![part(FieldType::Hash, content)?, names, part(FieldType::Text, note)?]))
}

fn place(input: &Input) -> Result<Value, Refusal> {
    let bad = || Refusal::new("refusal-bad-place", &[("got", &quote(input))]);
    let Input::Map(parts) = input else { return Err(bad()) };
    let number = |name: &str| match parts.get(name) {
        Some(Input::Int(i)) => Some(*i as f64),
        Some(Input::Real(x)) => Some(*x),
        _ => None,
    };
    let degrees = |name: &str, limit: f64| {
        let x = number(name).filter(|x| x.abs() <= limit)?;
        i32::try_from(whole((x * 1e7).round())?).ok()
    };
    let known = parts.keys().all(|k| ["lat", "lon", "accuracy_m"].contains(&k.as_str()));
    let accuracy_m = match parts.get("accuracy_m") {
        None | Some(Input::Null) => None,
        Some(_) => {
            let metres = number("accuracy_m").and_then(|x| whole(x.round())).and_then(|m| u32::try_from(m).ok());
            Some(metres.ok_or_else(bad)?)
        }
    };
    match (degrees("lat", 90.0), degrees("lon", 180.0), known) {
        (Some(lat_e7), Some(lon_e7), true) => Ok(Value::Place(Place { lat_e7, lon_e7, accuracy_m })),
        _ => Err(bad()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each type takes and what it refuses, as JSON.
    #[test]
    fn values_are_taken_or_refused() {
        let check = |ty: FieldType, json: &str, expected: &str| {
            let input: Input = serde_json::from_str(json).unwrap();
            let got = match ty.accept(&input) {
                Ok(value) => serde_json::to_string(&value).unwrap(),
                Err(refusal) => refusal.code.into(),
            };
            assert_eq!(got, expected, "{json} as {ty:?}");
        };
        check(FieldType::Date, r#""2026-02-28""#, r#""2026-02-28""#);
        check(FieldType::Date, r#""2026-02-31""#, "refusal-bad-date");
        check(FieldType::Date, r#""31/02/2026""#, "refusal-bad-date");
        check(FieldType::Int, r#""12""#, "refusal-wrong-type");
        check(FieldType::Int, "12.0", "12");
        check(FieldType::Int, "12.5", "refusal-wrong-type");
        check(FieldType::Money, "9007199254740993", "refusal-out-of-range");
        check(FieldType::Dec, "0.25", "0.25");
        check(FieldType::Dec, r#""1,50""#, "1.5");
        check(FieldType::Dec, r#""1.""#, "refusal-wrong-type");
        check(FieldType::One(&["argan", "honey"]), r#""honey""#, r#""honey""#);
        check(FieldType::One(&["argan", "honey"]), r#""hony""#, "refusal-unknown-option");
        check(FieldType::Many(&["fr", "ar"]), r#"["fr","ar","fr"]"#, r#"["ar","fr"]"#);
        check(FieldType::Text, r#""<img onerror=1>""#, r#""<img onerror=1>""#);
        check(FieldType::Text, r#""a\u0000b""#, "refusal-control-character");
        check(FieldType::Text, &format!("\"{}\"", "é".repeat(10_001)), "refusal-too-long");
        check(FieldType::Text, r#"" ""#, "null");
        check(FieldType::Place, r#"{"lat":30.42,"lon":-9.6}"#, r#"{"lat":30.42,"lon":-9.6,"accuracy_m":null}"#);
        check(FieldType::Place, r#"{"lat":91,"lon":0}"#, "refusal-bad-place");
        check(FieldType::Time, r#""24:00""#, "refusal-bad-time");
        check(FieldType::Ref(&["person"]), r#""x""#, "refusal-bad-id");
        let hash = "ab".repeat(32);
        let event = format!(r#"["{hash}",null,"à revoir"]"#);
        check(FieldType::Event, &event, &event);
        check(FieldType::Event, r#"[null,null,null]"#, "[null,null,null]");
        check(FieldType::Event, r#"[null,null]"#, "refusal-wrong-type");
        check(FieldType::Event, r#"["ab",null,null]"#, "refusal-bad-hash");
    }
}
