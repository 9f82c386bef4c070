//! States of documents: every rule as a story, and what holds for every set of events, hostile ones too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test"
)]

mod acts;
mod always;
mod rules;
mod story;
