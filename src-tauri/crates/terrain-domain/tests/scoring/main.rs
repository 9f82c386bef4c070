//! The strategic diagnostic from its recipe to its plan, through what the crate offers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

mod comparison;
mod plan;
mod recipe;
mod score;
mod strategic;
