//! Figures of a plan: how its actions stand, what they cost, who pays.

use serde::Serialize;
use terrain_domain::{ActionLife, ActionStatus, normalise, objective_progress};

use super::view::PlanAction;

/// Figures of a plan.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanTotals {
    /// Not begun.
    pub planned: u32,
    /// Begun.
    pub in_progress: u32,
    /// Finished.
    pub done: u32,
    /// Given up.
    pub dropped: u32,
    /// Never taken.
    pub refused: u32,
    /// Of what is open: the day promised has passed.
    pub overdue: u32,
    /// Of what is open: it comes within two weeks.
    pub soon: u32,
    /// Percent, the mean of all actions that count; what was promised during visits counts on its own.
    pub progress: Option<u8>,
    /// What was promised during visits: open.
    pub promises_open: u32,
    /// Of these: the day promised has passed.
    pub promises_overdue: u32,
    /// What was promised during visits and done.
    pub promises_kept: u32,
    /// What the actions that count cost together, in centimes.
    pub cost: i64,
    /// By who pays, the largest first.
    pub funding: Vec<FundingView>,
    /// Actions that count of which nobody said what they cost.
    pub without_cost: u32,
}

/// What one source pays.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FundingView {
    /// As it was written first; nothing where nobody said it.
    pub source: Option<String>,
    /// Centimes.
    pub cost: i64,
    /// Actions.
    pub actions: u32,
}

/// Counts. What was refused or dropped costs nothing.
pub(super) fn totals(actions: &[PlanAction]) -> PlanTotals {
    let mut totals = PlanTotals::default();
    let mut lives = Vec::new();
    for action in actions {
        let count = match action.status {
            ActionStatus::Planned => &mut totals.planned,
            ActionStatus::InProgress => &mut totals.in_progress,
            ActionStatus::Done => &mut totals.done,
            ActionStatus::Dropped => &mut totals.dropped,
            ActionStatus::Refused => &mut totals.refused,
        };
        *count += 1;
        totals.overdue += u32::from(action.days_left.is_some_and(|left| left < 0));
        totals.soon += u32::from(action.soon);
        if action.promised {
            totals.promises_open += u32::from(action.status.is_open());
            totals.promises_overdue += u32::from(action.days_left.is_some_and(|left| left < 0));
            totals.promises_kept += u32::from(action.status == ActionStatus::Done);
            continue;
        }
        lives.push(ActionLife { status: action.status, progress: action.progress, ..ActionLife::default() });
        if matches!(action.status, ActionStatus::Dropped | ActionStatus::Refused) {
            continue;
        }
        match action.cost {
            Some(cost) => totals.pays(action.funding.as_deref(), cost),
            None => totals.without_cost += 1,
        }
    }
    totals.progress = objective_progress(&lives);
    totals.funding.sort_by_key(|f| (f.source.is_none(), -f.cost));
    totals
}

impl PlanTotals {
    fn pays(&mut self, source: Option<&str>, cost: i64) {
        self.cost = self.cost.saturating_add(cost);
        let same = |f: &&mut FundingView| f.source.as_deref().map(normalise) == source.map(normalise);
        match self.funding.iter_mut().find(same) {
            Some(known) => (known.cost, known.actions) = (known.cost.saturating_add(cost), known.actions + 1),
            None => self.funding.push(FundingView { source: source.map(str::to_owned), cost, actions: 1 }),
        }
    }
}
