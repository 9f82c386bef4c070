//! The `mourafaka` command: the same door as the window, without a window.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod arguments;
mod arguments_entry;
mod backups;
mod bench;
mod entries;
mod entry_show;
mod exchange;
mod forms;
mod help;
mod import;
mod output;
mod run;
mod scores;
mod show;
mod start;
mod table;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::arguments::Arguments;
use crate::output::Output;
use crate::run::Done;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let output = Output::of(&typed);
    let matches = help::command(&output.words).try_get_matches_from(typed);
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(e) if !e.use_stderr() => {
            let _ = e.print();
            return ExitCode::SUCCESS;
        }
        Err(e) => return failed(&usage::fault(&e), &output),
    };
    match run::run(&arguments, &output) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Findings) => ExitCode::from(1),
        Ok(Done::NothingOpens) => ExitCode::from(4),
        Ok(Done::Refused) => ExitCode::from(2),
        Err(fault) => failed(&fault, &output),
    }
}

fn failed(fault: &terrain_api::Fault, output: &Output) -> ExitCode {
    output.fail(fault);
    ExitCode::from(fault.status as u8)
}
