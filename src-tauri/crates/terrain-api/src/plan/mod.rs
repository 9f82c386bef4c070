//! Development plans: what a sealed diagnostic proposes, what was kept or refused of it, and how it goes on from visit to
//! visit. Objectives, actions, updates and requests for assistance are edited as rows of any kind.

mod alike;
mod due;
mod keep;
mod lives;
mod proposed;
mod totals;
mod view;

pub use keep::{KeepRequest, RefuseRequest, keep_suggestion, refuse_suggestion};
pub use lives::OpenAction;
pub use proposed::{ReasonView, SuggestedAction};
pub use totals::{FundingView, PlanTotals};
pub use view::{
    ObjectiveView, PersonView, PlanAction, PlanRequest, PlanView, PlanVisit, RequestView, UpdateView, plan,
};

pub(crate) use lives::{LivingAction, choices, day_of, derived, int_of, open_actions};
