//! Dates and times as texts, and as days since 1970-01-01 of the local calendar. A date never moves to another day: it is
//! reckoned on the calendar, and only what names its own offset is brought to the session's.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use pure_rust_locales::{ar_MA, en_US, fr_FR};

/// Milliseconds of a day.
const DAY_MS: f64 = 86_400_000.0;

/// A date, or a date and a time on the session's clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    pub local: NaiveDateTime,
    pub has_time: bool,
}

impl Moment {
    /// Days since 1970-01-01, with the fraction of the day.
    pub fn days(&self) -> f64 {
        let since = self.local.signed_duration_since(NaiveDateTime::default());
        let whole = since.num_days();
        let rest = since.checked_sub(&TimeDelta::days(whole)).map_or(0, |r| r.num_milliseconds());
        float(whole) + float(rest) / DAY_MS
    }

    /// The moment of a number of days; nothing beyond the years that have four digits.
    pub fn from_days(days: f64) -> Option<Self> {
        let ms = (days * DAY_MS).round();
        if !(ms.is_finite() && ms.abs() < 1e15) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 1e15")]
        let since = TimeDelta::try_milliseconds(ms as i64)?;
        let local = NaiveDateTime::default().checked_add_signed(since)?;
        let has_time = local.time() != NaiveTime::MIN;
        (0..=9999).contains(&local.year()).then_some(Self { local, has_time })
    }

    /// `2026-11-24`.
    pub fn date_text(&self) -> String {
        self.local.date().to_string()
    }

    /// `2026-11-24T10:00:00.000+01:00`.
    pub fn date_time_text(&self, offset_min: i32) -> String {
        let (sign, minutes) = if offset_min < 0 { ('-', -offset_min) } else { ('+', offset_min) };
        let clock = self.local.format("%Y-%m-%dT%H:%M:%S%.3f");
        format!("{clock}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// Milliseconds since 1970-01-01T00:00Z as a moment of the zone.
pub(super) fn of_instant(ms: i64, offset_min: i32) -> Option<Moment> {
    let local = DateTime::from_timestamp_millis(ms)?.naive_utc();
    let local = local.checked_add_signed(TimeDelta::minutes(offset_min.into()))?;
    Some(Moment { local, has_time: true })
}

/// Reads `2026-11-24`, `2026-11-24T10:30`, `…:00`, `….000`, with `Z` or an offset or without.
pub(super) fn moment(text: &str, offset_min: i32) -> Option<Moment> {
    if !text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let Some((date, time)) = text.split_once('T') else {
        return Some(Moment { local: day(text)?.and_time(NaiveTime::MIN), has_time: false });
    };
    let (time, offset) = clock(time)?;
    let local = day(date)?.and_time(time);
    let local = match offset {
        None => local,
        Some(its) => {
            let shift = TimeDelta::minutes(i64::from(offset_min) - i64::from(its.local_minus_utc() / 60));
            local.checked_add_signed(shift)?
        }
    };
    Some(Moment { local, has_time: true })
}

/// `2026-11-24`, strictly.
fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (digits(parts.next()?, 4, 4)?, digits(parts.next()?, 2, 2)?, digits(parts.next()?, 2, 2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A date whose month and day may lack their zero, in front of anything: `2026-1-5`, `2026-1-5T…`.
pub(super) fn padded(text: &str) -> Option<String> {
    let (date, rest) = match text.split_once('T') {
        Some((date, rest)) => (date, format!("T{rest}")),
        None => (text, String::new()),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (digits(parts.next()?, 4, 4)?, digits(parts.next()?, 1, 2)?, digits(parts.next()?, 1, 2)?);
    parts.next().is_none().then(|| format!("{year:04}-{month:02}-{day:02}{rest}"))
}

fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let shaped = (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    shaped.then(|| text.parse().ok()).flatten()
}

/// `14:30`, `14:30:00`, `14:30:00.000`, with `Z`, an offset, or neither.
pub(super) fn clock(text: &str) -> Option<(NaiveTime, Option<FixedOffset>)> {
    let (time, offset) = if let Some(time) = text.strip_suffix('Z') {
        (time, FixedOffset::east_opt(0))
    } else if let Some(at) = text.rfind(['+', '-']) {
        let (time, written) = text.split_at_checked(at)?;
        let (hours, minutes) = written.get(1..)?.split_once(':')?;
        let seconds = i32::try_from(digits(hours, 2, 2)? * 60 + digits(minutes, 2, 2)?).ok()? * 60;
        (time, Some(FixedOffset::east_opt(if written.starts_with('-') { -seconds } else { seconds })?))
    } else {
        (text, None)
    };
    let mut parts = time.split(':');
    let (hour, minute) = (digits(parts.next()?, 2, 2)?, digits(parts.next()?, 2, 2)?);
    let (second, milli) = match parts.next() {
        None => (0, 0),
        Some(written) => {
            let (second, fraction) = written.split_once('.').unwrap_or((written, "0"));
            let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
            digits(fraction.get(..1)?, 1, 1)?;
            (digits(second, 2, 2)?, digits(&thousandths, 3, 3)?)
        }
    };
    if parts.next().is_some() {
        return None;
    }
    Some((NaiveTime::from_hms_milli_opt(hour, minute, second, milli)?, offset))
}

/// The fraction of the day.
pub(super) fn fraction(time: NaiveTime) -> f64 {
    let ms = time.signed_duration_since(NaiveTime::MIN).num_milliseconds();
    float(ms) / DAY_MS
}

/// Counts stay far below 2^53, where numbers are exact.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of ten thousand years stay below 2^53")]
fn float(count: i64) -> f64 {
    count as f64
}

/// Short names of months and days from Sunday. Arabic does not shorten its days.
fn names(language: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "ar" => (ar_MA::LC_TIME::ABMON, ar_MA::LC_TIME::DAY),
        "fr" | "zgh" => (fr_FR::LC_TIME::ABMON, fr_FR::LC_TIME::ABDAY),
        _ => (en_US::LC_TIME::ABMON, en_US::LC_TIME::ABDAY),
    }
}

/// `format-date`: `%Y %y %m %n %b %d %e %H %h %M %S %3 %a`; anything else stays as it is written.
pub(super) fn format(moment: &Moment, pattern: &str, language: &str) -> String {
    let (months, days) = names(language);
    let name = |names: &[&'static str], index: u32| {
        usize::try_from(index).ok().and_then(|i| names.get(i)).copied().unwrap_or_default().to_owned()
    };
    let local = moment.local;
    let mut text = String::new();
    let mut signs = pattern.chars().peekable();
    while let Some(sign) = signs.next() {
        let made = match (sign, signs.peek()) {
            ('%', Some('Y')) => format!("{:04}", local.year()),
            ('%', Some('y')) => format!("{:02}", local.year().rem_euclid(100)),
            ('%', Some('m')) => format!("{:02}", local.month()),
            ('%', Some('n')) => local.month().to_string(),
            ('%', Some('b')) => name(months, local.month0()),
            ('%', Some('d')) => format!("{:02}", local.day()),
            ('%', Some('e')) => local.day().to_string(),
            ('%', Some('H')) => format!("{:02}", local.hour()),
            ('%', Some('h')) => local.hour().to_string(),
            ('%', Some('M')) => format!("{:02}", local.minute()),
            ('%', Some('S')) => format!("{:02}", local.second()),
            ('%', Some('3')) => format!("{:03}", local.nanosecond() / 1_000_000 % 1_000),
            ('%', Some('a')) => name(days, local.weekday().num_days_from_sunday()),
            _ => {
                text.push(sign);
                continue;
            }
        };
        signs.next();
        text.push_str(&made);
    }
    text
}
