//! Journeys in the real window, on a screen of its own: what the layers below cannot show. Linux only, since nowhere else
//! may a test drive a window without somebody's consent. The window is built before (`make e2e`, `make test`).
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod clear_text;
mod demonstration;
mod diagnostic;
mod disagreement;
mod driver;
mod ephemeral;
mod first_run;
mod import;
mod keys;
mod killed;
mod laptop;
mod plan;
mod programme;
mod screen;
mod screens;
mod steps;
mod sweep;
mod sweep_sees;
mod visit;
mod whole;
mod window;
mod words;
