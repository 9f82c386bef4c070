//! One person's answers to a form: what each answer changes, what is asked, offered, computed and wrong now.

mod env;
mod error;
mod state;
mod table;

pub use env::Env;
pub use error::{RepeatError, SetError};
pub use state::{Changes, Offered, Progress, State, Violation, ViolationKind};
pub use table::{Table, TableError};
