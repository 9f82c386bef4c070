//! Where a cooperative stands in the two years of coaching: its stage, and in which month it is.
//!
//! The months count from the day of enrolment; where no enrolment was written down, from the first day on which somebody
//! was to accompany it. Time in suspension does not count, and none passes after the end.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// Months of coaching.
pub const MONTHS: u32 = 24;

/// Where a cooperative stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Written down, nothing more.
    Listed,
    /// It asked to be coached.
    Applied,
    /// It was chosen and is not enrolled yet.
    Selected,
    /// It waits for a place.
    Reserve,
    /// It was not chosen.
    Refused,
    /// It is being coached.
    Accompanied,
    /// Coaching rests.
    Suspended,
    /// It finished.
    Graduated,
    /// It left by itself.
    Withdrawn,
    /// It had to leave.
    StruckOff,
}

/// A milestone: its day and its kind, one of [`crate::MILESTONES`].
pub type Marked<'m> = (NaiveDate, &'m str);

/// The stage, and what the months follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Way {
    /// Where it stands.
    pub stage: Stage,
    /// The day from which months count.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub since: Option<NaiveDate>,
    /// The month it is in, the first is 1; more than [`MONTHS`] where it went on longer.
    pub month: Option<u32>,
}

fn after(kind: &str) -> Option<Stage> {
    Some(match kind {
        "applied" => Stage::Applied,
        "selected" => Stage::Selected,
        "reserve" => Stage::Reserve,
        "refused" => Stage::Refused,
        "enrolled" | "resumed" | "extended" => Stage::Accompanied,
        "suspended" => Stage::Suspended,
        "graduated" => Stage::Graduated,
        "withdrawn" => Stage::Withdrawn,
        "struck_off" => Stage::StruckOff,
        _ => return None,
    })
}

/// Whole months from one day to another.
fn months(from: NaiveDate, to: NaiveDate) -> u32 {
    let count = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let begun = i64::from(to.day() < from.day());
    u32::try_from(count(to) - count(from) - begun).unwrap_or_default()
}

/// Reads the way of a cooperative as of `today`: its milestones in any order, and the first day on which it was given to
/// somebody. What lies ahead does not count yet; of several on one day the one further in a cooperative's life counts.
pub fn way(milestones: &[Marked<'_>], given: Option<NaiveDate>, today: NaiveDate) -> Way {
    let rank = |kind: &str| crate::MILESTONES.iter().position(|known| *known == kind);
    let mut passed: Vec<_> = milestones.iter().filter(|(day, _)| *day <= today).collect();
    passed.sort_by_key(|(day, kind)| (*day, rank(kind)));
    let enrolled = passed.iter().find(|(_, kind)| *kind == "enrolled").map(|(day, _)| *day);
    let since = enrolled.or(given.filter(|day| *day <= today));
    let begun = if since.is_some() { Stage::Accompanied } else { Stage::Listed };
    let (mut stage, mut resting, mut rested) = (begun, None, 0);
    let mut end = None;
    for (day, kind) in passed {
        let Some(next) = after(kind) else { continue };
        let ended = matches!(next, Stage::Graduated | Stage::Withdrawn | Stage::StruckOff);
        end = ended.then(|| end.unwrap_or(*day));
        if next == Stage::Suspended {
            resting = resting.or(Some(*day));
        } else if let Some(from) = resting.take() {
            rested += (*day - since.map_or(from, |s| s.max(from))).num_days().max(0);
        }
        stage = next;
    }
    let until = end.or(resting).unwrap_or(today) - chrono::Duration::days(rested);
    let month = since.map(|from| months(from, until.max(from)) + 1);
    Way { stage, since, month }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn stage_and_month_follow_from_the_milestones() {
        let check = |marks: &[(&str, &str)], given: &str, today: &str, stage: Stage, month: Option<u32>| {
            let marks: Vec<Marked<'_>> = marks.iter().map(|(on, kind)| (day(on), *kind)).collect();
            let given = (!given.is_empty()).then(|| day(given));
            let forwards = way(&marks, given, day(today));
            let backwards: Vec<_> = marks.iter().rev().copied().collect();
            assert_eq!(way(&backwards, given, day(today)), forwards, "the order of rows means nothing");
            assert_eq!((forwards.stage, forwards.month), (stage, month), "{marks:?} {given:?} {today}");
        };
        let enrolled = ("2025-11-10", "enrolled");
        check(&[], "", "2026-11-28", Stage::Listed, None);
        check(&[("2025-09-01", "applied")], "", "2026-11-28", Stage::Applied, None);
        check(&[("2025-09-01", "applied"), ("2025-10-01", "reserve")], "", "2025-10-02", Stage::Reserve, None);
        check(&[], "2025-11-10", "2025-11-10", Stage::Accompanied, Some(1));
        check(&[], "2025-11-10", "2025-12-09", Stage::Accompanied, Some(1));
        check(&[], "2025-11-10", "2025-12-10", Stage::Accompanied, Some(2));
        check(&[], "2027-01-01", "2026-11-28", Stage::Listed, None);
        check(&[enrolled], "2025-10-01", "2026-11-28", Stage::Accompanied, Some(13));
        // What is planned has not happened.
        check(&[enrolled, ("2027-11-10", "graduated")], "", "2026-11-28", Stage::Accompanied, Some(13));
        // Three months at rest do not count, and the month stands still meanwhile.
        let rests = ("2026-02-10", "suspended");
        check(&[enrolled, rests], "", "2026-04-20", Stage::Suspended, Some(4));
        check(&[enrolled, rests, ("2026-05-10", "resumed")], "", "2026-06-11", Stage::Accompanied, Some(5));
        check(&[enrolled, ("2026-05-10", "withdrawn")], "", "2026-11-28", Stage::Withdrawn, Some(7));
        // Selected and enrolled on one day.
        check(&[enrolled, ("2025-11-10", "selected")], "", "2025-11-20", Stage::Accompanied, Some(1));
        // Somebody took it up again.
        let back = ("2026-07-01", "resumed");
        check(&[enrolled, ("2026-05-10", "withdrawn"), back], "", "2026-07-20", Stage::Accompanied, Some(9));
        check(&[enrolled, ("2027-11-01", "extended")], "", "2027-12-20", Stage::Accompanied, Some(26));
        check(&[("2024-02-29", "enrolled")], "", "2025-02-28", Stage::Accompanied, Some(12));
    }
}
