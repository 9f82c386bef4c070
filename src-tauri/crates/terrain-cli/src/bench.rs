//! Figures: the product's own functions and settings, timed.

use std::path::Path;

use terrain_api::{Fault, Session};
use terrain_demo::NaiveDate;

use crate::output::Output;
use crate::run::Done;

/// Saves of a row of 20 fields, each on the disk before the next.
pub fn save(size: u32, keep: Option<&Path>, output: &Output) -> Result<Done, Fault> {
    let figures = terrain_api::bench_save(size, keep)?;
    output.line(&serde_json::to_string(&figures).unwrap_or_default());
    Ok(Done::Clean)
}

/// Segments of several devices into an empty replica.
pub fn merge(input: &Path, keep: Option<&Path>, output: &Output) -> Result<Done, Fault> {
    let figures = terrain_api::bench_merge(input, keep)?;
    output.line(&serde_json::to_string(&figures).unwrap_or_default());
    Ok(Done::Clean)
}

/// A form read, created and answered.
pub fn form(file: &Path, answers: &Path, media: Option<&Path>, output: &Output) -> Result<Done, Fault> {
    let figures = terrain_api::bench_form(file, answers, media)?;
    output.line(&serde_json::to_string(&figures).unwrap_or_default());
    Ok(Done::Clean)
}

/// What each screen of the window waits for.
pub fn screens(
    open: &mut dyn FnMut() -> Result<Session, Fault>,
    on: Option<NaiveDate>,
    output: &Output,
) -> Result<Done, Fault> {
    terrain_api::bench_screens(open, on, &mut |figures| {
        output.line(&serde_json::to_string(figures).unwrap_or_default());
    })?;
    Ok(Done::Clean)
}
