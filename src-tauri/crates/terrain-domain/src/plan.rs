//! A development plan: where an action stands by its updates, when it is late, how far an objective is. The day is an
//! argument; updates may come in any order and give the same.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::Quadrant;

/// An open action is due soon in so many days or fewer.
pub const SOON_DAYS: i64 = 14;
/// All of it.
const WHOLE: u8 = 100;

/// Where an action stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Not begun.
    #[default]
    Planned,
    /// Begun.
    InProgress,
    /// Finished.
    Done,
    /// Given up on the way.
    Dropped,
    /// Never taken into the plan, with a reason.
    Refused,
}

impl ActionStatus {
    /// Its code, as updates name it and JSON shows it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Refused => "refused",
        }
    }

    /// The status of an update's code.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Planned, Self::InProgress, Self::Done, Self::Dropped].into_iter().find(|s| s.code() == code)
    }

    /// Whether something is left to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress)
    }
}

/// What somebody noted of an action on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionUpdate {
    /// Its row: of one day's updates the later identifier counts last.
    pub id: Uuid,
    /// The day.
    pub on: NaiveDate,
    /// Where the action stands since.
    pub status: ActionStatus,
    /// Percent, if it was said.
    pub progress: Option<i64>,
    /// The day by which it is promised now, if it was said.
    pub due_on: Option<NaiveDate>,
}

/// What follows from an action's updates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActionLife {
    /// By the last update; [`ActionStatus::Refused`] whatever they say where it was refused.
    pub status: ActionStatus,
    /// Percent: what was said last; all of it once done.
    pub progress: u8,
    /// The day promised last.
    pub due_on: Option<NaiveDate>,
    /// How often a later day was promised than the one before.
    pub postponed: u32,
    /// Since when it is done or dropped.
    pub closed_on: Option<NaiveDate>,
    /// The day of the last update.
    pub updated_on: Option<NaiveDate>,
}

impl ActionLife {
    /// The life of an action that was first promised for `due_on`, by its updates in any order.
    pub fn of(due_on: Option<NaiveDate>, refused: bool, updates: &[ActionUpdate]) -> Self {
        let mut updates: Vec<&ActionUpdate> = updates.iter().collect();
        updates.sort_by_key(|u| (u.on, u.id));
        let mut life = Self { due_on, ..Self::default() };
        for update in updates {
            if let Some(day) = update.due_on {
                life.postponed += u32::from(life.due_on.is_some_and(|before| day > before));
                life.due_on = Some(day);
            }
            if let Some(said) = update.progress {
                life.progress = u8::try_from(said.clamp(0, i64::from(WHOLE))).unwrap_or(WHOLE);
            }
            life.closed_on = if update.status.is_open() { None } else { life.closed_on.or(Some(update.on)) };
            life.status = update.status;
            life.updated_on = Some(update.on);
        }
        if life.status == ActionStatus::Done {
            life.progress = WHOLE;
        }
        if refused {
            life.status = ActionStatus::Refused;
        }
        life
    }

    /// Whether something is left to do.
    pub fn is_open(&self) -> bool {
        self.status.is_open()
    }

    /// Days until the day promised, negative once it is past; nothing where none is, or nothing is left to do.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.due_on.filter(|_| self.is_open()).map(|due| (due - today).num_days())
    }

    /// Days since the day promised, 0 if it has not passed.
    pub fn overdue_days(&self, today: NaiveDate) -> u32 {
        let late = self.days_left(today).map_or(0, |left| -left);
        u32::try_from(late.max(0)).unwrap_or(u32::MAX)
    }

    /// Whether the day promised is today or within [`SOON_DAYS`].
    pub fn is_soon(&self, today: NaiveDate) -> bool {
        self.days_left(today).is_some_and(|left| (0..=SOON_DAYS).contains(&left))
    }
}

/// How far an objective is, in percent: the mean of its actions, those refused or dropped aside; nothing without any.
///
/// All weigh the same. By cost, one machine would outweigh ten changes of habit that cost nothing, and most actions of a
/// young cooperative cost nothing.
pub fn objective_progress<'l>(lives: impl IntoIterator<Item = &'l ActionLife>) -> Option<u8> {
    let counts = |life: &&ActionLife| !matches!(life.status, ActionStatus::Dropped | ActionStatus::Refused);
    let (mut sum, mut count) = (0u32, 0u32);
    for life in lives.into_iter().filter(counts) {
        (sum, count) = (sum + u32::from(life.progress), count + 1);
    }
    let mean = (2 * sum + count).checked_div(2 * count)?;
    u8::try_from(mean).ok()
}

/// The first and the last of the priorities that an action can have.
pub const PRIORITIES: std::ops::RangeInclusive<i64> = 1..=5;

/// The priority with which a suggestion begins in a plan, the first being 1.
pub fn action_priority(urgent: bool, quadrant: Quadrant) -> i64 {
    match quadrant {
        _ if urgent => 1,
        Quadrant::QuickWin => 2,
        Quadrant::MajorProject => 3,
        Quadrant::FillIn => 4,
        Quadrant::Postpone => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// `on status progress due`, a dot where nothing was said; numbered in the order given.
    fn updates(lines: &[&str]) -> Vec<ActionUpdate> {
        let update = |(n, line): (usize, &&str)| {
            let said: Vec<&str> = line.split(' ').collect();
            ActionUpdate {
                id: Uuid::from_u128(n as u128),
                on: day(said[0]),
                status: ActionStatus::parse(said[1]).unwrap(),
                progress: said[2].parse().ok(),
                due_on: said[3].parse().ok(),
            }
        };
        lines.iter().enumerate().map(update).collect()
    }

    /// `status progress due ×postponed closed`.
    fn told(life: &ActionLife) -> String {
        let or_dot = |d: Option<NaiveDate>| d.map_or(".".into(), |d| d.to_string());
        let (status, due, closed) = (life.status.code(), or_dot(life.due_on), or_dot(life.closed_on));
        format!("{status} {} {due} ×{} {closed}", life.progress, life.postponed)
    }

    #[test]
    fn an_action_stands_where_its_last_update_says() {
        let check = |due: &str, refused: bool, lines: &[&str], expected: &str| {
            assert_eq!(told(&ActionLife::of(due.parse().ok(), refused, &updates(lines))), expected, "{lines:?}");
        };
        check(".", false, &[], "planned 0 . ×0 .");
        check("2026-03-01", false, &["2026-02-01 in_progress 40 ."], "in_progress 40 2026-03-01 ×0 .");
        // The order of the days counts, not the order in which they came.
        check(
            "2026-03-01",
            false,
            &["2026-02-20 in_progress 60 2026-04-01", "2026-02-01 in_progress 20 2026-03-15"],
            "in_progress 60 2026-04-01 ×2 .",
        );
        // Brought forward is not postponed; the same day again neither; what was not said stays.
        check(
            "2026-03-01",
            false,
            &["2026-01-01 in_progress 30 2026-02-15", "2026-01-02 in_progress . 2026-02-15"],
            "in_progress 30 2026-02-15 ×0 .",
        );
        // A first promise by an update postpones nothing.
        check(".", false, &["2026-01-01 planned . 2026-05-01"], "planned 0 2026-05-01 ×0 .");
        check("2026-03-01", false, &["2026-02-01 done 80 ."], "done 100 2026-03-01 ×0 2026-02-01");
        // Noted as done twice it is done since the first; taken up again it is open.
        let twice = ["2026-02-01 done . .", "2026-03-01 done . ."];
        check(".", false, &twice, "done 100 . ×0 2026-02-01");
        let again = ["2026-02-01 dropped 10 .", "2026-03-01 in_progress . ."];
        check(".", false, &again, "in_progress 10 . ×0 .");
        check(".", false, &["2026-02-01 in_progress 400 ."], "in_progress 100 . ×0 .");
        check(".", false, &["2026-02-01 in_progress -4 ."], "in_progress 0 . ×0 .");
        check("2026-03-01", true, &["2026-02-01 in_progress 40 ."], "refused 40 2026-03-01 ×0 .");
    }

    #[test]
    fn only_what_is_open_is_late_or_soon() {
        let check = |status: &str, due: &str, expected: (Option<i64>, u32, bool)| {
            let line = format!("2026-01-01 {status} . .");
            let life = ActionLife::of(due.parse().ok(), false, &updates(&[&line]));
            let today = day("2026-03-10");
            assert_eq!(
                (life.days_left(today), life.overdue_days(today), life.is_soon(today)),
                expected,
                "{status} {due}"
            );
        };
        check("planned", "2026-03-09", (Some(-1), 1, false));
        check("in_progress", "2026-02-08", (Some(-30), 30, false));
        check("in_progress", "2026-03-10", (Some(0), 0, true));
        check("planned", "2026-03-24", (Some(14), 0, true));
        check("planned", "2026-03-25", (Some(15), 0, false));
        check("done", "2026-01-08", (None, 0, false));
        check("dropped", "2026-01-08", (None, 0, false));
        check("planned", ".", (None, 0, false));
    }

    #[test]
    fn an_objective_is_as_far_as_what_was_kept_of_it() {
        let check = |lines: &[&str], expected: Option<u8>| {
            let lives: Vec<_> = lines.iter().map(|l| ActionLife::of(None, false, &updates(&[l]))).collect();
            assert_eq!(objective_progress(&lives), expected, "{lines:?}");
        };
        check(&[], None);
        check(&["2026-01-01 dropped 50 ."], None);
        check(&["2026-01-01 in_progress 25 .", "2026-01-01 done . ."], Some(63));
        check(&["2026-01-01 dropped 0 .", "2026-01-01 in_progress 40 ."], Some(40));
    }

    fn any_update() -> impl Strategy<Value = ActionUpdate> {
        let statuses = [ActionStatus::Planned, ActionStatus::InProgress, ActionStatus::Done, ActionStatus::Dropped];
        let day = (0u64..900).prop_map(|n| day("2025-01-01") + chrono::Days::new(n));
        let due = proptest::option::of(day.clone());
        (any::<u128>(), day, proptest::sample::select(statuses.to_vec()), proptest::option::of(-20i64..140), due)
            .prop_map(|(id, on, status, progress, due_on)| ActionUpdate {
                id: Uuid::from_u128(id),
                on,
                status,
                progress,
                due_on,
            })
    }

    proptest! {
        /// Laptops that have the same updates say the same, whatever came first.
        #[test]
        fn a_life_does_not_hang_on_the_order_of_arrival(mut all in proptest::collection::vec(any_update(), 0..12), turn in 0usize..12) {
            let due = Some(day("2025-06-01"));
            let life = ActionLife::of(due, false, &all);
            let turn = turn.min(all.len());
            all.rotate_left(turn);
            all.reverse();
            prop_assert_eq!(life, ActionLife::of(due, false, &all));
            prop_assert!(life.progress <= 100);
            prop_assert!(life.postponed as usize <= all.iter().filter(|u| u.due_on.is_some()).count());
            prop_assert_eq!(life.closed_on.is_some(), !life.is_open());
            prop_assert!(life.closed_on <= life.updated_on);
        }

        /// Late and soon exclude each other, and a later day makes nothing less late.
        #[test]
        fn lateness_grows_with_the_days(all in proptest::collection::vec(any_update(), 0..6), after in 0u64..400) {
            let life = ActionLife::of(None, false, &all);
            let (today, later) = (day("2026-01-01"), day("2026-01-01") + chrono::Days::new(after));
            prop_assert!(!(life.overdue_days(today) > 0 && life.is_soon(today)));
            prop_assert!(life.overdue_days(later) >= life.overdue_days(today));
        }
    }
}
