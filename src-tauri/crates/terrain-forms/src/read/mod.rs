//! From cells to named columns of text: what the sheets are called, what their headers mean, what a cell says. Knows
//! nothing of questions or choices.

mod cell;
mod header;
mod table;

pub(crate) use cell::{clean, is_no, is_yes, text_of};
pub(crate) use header::Names;
pub(crate) use table::{Row, Sheets, Table};
