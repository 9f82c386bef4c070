//! XLSForm, natively: read → check → compile → session. A workbook becomes an immutable [`Form`] with findings at its cells;
//! a [`Session`] holds one person's answers to it and says what each answer changed.
//!
//! Pure: no I/O, and no clock or chance outside [`Env`]. Nothing here panics, whatever the workbook, the expression or the
//! answer is. Behaviour follows ODK's documents; where the reference engine departs from them, `deviation.rs` says so.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod answers;
mod check;
mod compile;
mod deviation;
mod export;
pub mod expression;
mod finding;
mod form;
mod graph;
mod lookup;
mod moving;
mod read;
mod run;
mod session;

pub use answers::{Answers, InstanceKey, Kept, KeptInstance, KeptPlace, Parked, Place};
pub use compile::{CompileOptions, Media, NoMedia, compile, compile_workbook};
pub use deviation::Deviations;
pub use export::{Element, Submission, TableOptions, to_json, to_tables, to_xml};
pub use finding::{CellRef, Finding, Message, Severity};
pub use form::{
    Choice, ChoiceList, ChoiceSource, Choices, Control, DataFile, DataType, Default, Form, Node, NodeId, NodeKind,
    Part, Preload, Property, Question, Reader, Rule, Template, Texts,
};
pub use moving::{Fate, Outcome, WhyParked, adapt, question_type};
pub use run::{RunError, RunOptions, Timings, bench, run};
pub use session::{
    Changes, Env, INSTANCES_MAX, Offered, Progress, RANGE_INSTANCES_MAX, RepeatError, Session, SetError, State, Table,
    TableError, Trouble, TroubleKind, Violation, ViolationKind,
};
