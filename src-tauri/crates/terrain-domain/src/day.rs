//! What is most urgent in a coach's day: one clear next step, by what waits.

use serde::Serialize;

/// Days after which what is unsent is worth a reminder.
pub const UNSENT_DAYS: i64 = 7;

/// What waits for a person today, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Visits of today without a finalised report, whose hour has not begun.
    pub ahead: usize,
    /// Visits of today without a finalised report, whose hour has begun, or that have none.
    pub begun: usize,
    /// Visits of earlier days without a finalised report.
    pub unreported: usize,
    /// Documents that the coordination sent back.
    pub returned: usize,
    /// Own drafts.
    pub drafts: usize,
    /// Actions past the day promised.
    pub overdue: usize,
    /// Cooperatives that nobody has visited for long, nor will.
    pub unvisited: usize,
    /// Days since the last sync, where something waits to be sent; `None` where nothing does.
    pub unsent_days: Option<i64>,
    /// Visits of the coming days.
    pub coming: usize,
}

/// The next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// A visit is under way: its report.
    Report,
    /// A visit comes today: read its brief.
    Prepare,
    /// The report of an earlier visit is due.
    LateReport,
    /// A document came back.
    Returned,
    /// A draft is to be finished.
    Draft,
    /// A promise is overdue: call.
    Overdue,
    /// A cooperative has been without a visit for long.
    Unvisited,
    /// Send what is here alone.
    Send,
    /// Nothing is pressing, and visits are planned: read the next one's brief.
    Ahead,
    /// Nothing is planned: plan a visit.
    Plan,
}

/// The most urgent of what waits. People who are there come first, then what others wait for, then what only this person
/// knows, then what can be planned.
pub fn next_step(waiting: &Waiting) -> NextStep {
    let w = waiting;
    let steps = [
        (w.begun > 0, NextStep::Report),
        (w.ahead > 0, NextStep::Prepare),
        (w.returned > 0, NextStep::Returned),
        (w.unreported > 0, NextStep::LateReport),
        (w.unsent_days.is_some_and(|days| days >= UNSENT_DAYS), NextStep::Send),
        (w.drafts > 0, NextStep::Draft),
        (w.overdue > 0, NextStep::Overdue),
        (w.unvisited > 0, NextStep::Unvisited),
        (w.coming > 0, NextStep::Ahead),
    ];
    steps.into_iter().find(|(is, _)| *is).map_or(NextStep::Plan, |(_, step)| step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_step_is_the_most_urgent() {
        let check = |waiting: Waiting, expected: NextStep| assert_eq!(next_step(&waiting), expected, "{waiting:?}");
        let none = Waiting::default();
        let all = Waiting {
            ahead: 1,
            begun: 1,
            unreported: 1,
            returned: 1,
            drafts: 1,
            overdue: 1,
            unvisited: 1,
            unsent_days: Some(30),
            coming: 1,
        };
        check(none, NextStep::Plan);
        check(Waiting { coming: 2, ..none }, NextStep::Ahead);
        check(all, NextStep::Report);
        // Each falls to the next as it is dealt with.
        let all = Waiting { begun: 0, ..all };
        check(all, NextStep::Prepare);
        let all = Waiting { ahead: 0, ..all };
        check(all, NextStep::Returned);
        let all = Waiting { returned: 0, ..all };
        check(all, NextStep::LateReport);
        let all = Waiting { unreported: 0, ..all };
        check(all, NextStep::Send);
        // Sent within the week, or nothing to send: no reminder.
        let all = Waiting { unsent_days: Some(6), ..all };
        check(all, NextStep::Draft);
        let all = Waiting { drafts: 0, unsent_days: None, ..all };
        check(all, NextStep::Overdue);
        check(Waiting { overdue: 0, ..all }, NextStep::Unvisited);
    }
}
