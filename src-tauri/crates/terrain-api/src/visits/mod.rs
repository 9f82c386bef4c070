//! Visits: the agenda, what to know before one, its report, and the day that follows from them.

mod agenda;
mod brief;
mod follow;
mod promises;
mod report;
mod today;

pub(crate) use agenda::AgendaRequest;
pub use agenda::{AgendaView, AgendaVisit, agenda};
pub(crate) use brief::VisitRequest;
pub use brief::{LastVisit, OpenRemark, Person, ToCollect, VisitView, visit};
pub use follow::{FollowUp, FollowUpKind, Waits, follow_ups};
pub use promises::{AskedPromise, PromiseState, PromiseView};
pub use report::{Report, ReportedVisit, visit_report};
pub(crate) use today::TodayRequest;
pub use today::{Days, DraftView, TodayView, TodayVisit, today};
