//! Workbooks become forms, or lists of what is wrong with them, each thing at its cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

mod cells;
mod fixture;
mod graphs;
mod hostile;
mod recipes;
mod shapes;
mod sheets;
mod workbooks;
