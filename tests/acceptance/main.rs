//! Stories of people on several laptops and one centre.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod attachments;
mod attacks;
mod backup;
mod bad_luck;
mod controls;
mod diagnostic;
mod disagreements;
mod documents;
mod entries;
mod filling;
mod kinds;
mod plans;
mod repeats;
mod scoring;
mod together;
mod twins;
mod undo;
mod visits;
mod window;
