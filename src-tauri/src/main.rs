//! Mourafaka Terrain: one window on the door. The shell knows the system's dialogs, disks and windows; what the programme means it
//! leaves to `terrain-api`, what it looks like to the page.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod arguments;
mod call;
mod demonstration;
mod dialogs;
mod first_run;
mod laptop;
mod photos;
mod place;
mod reachable;
#[cfg(test)]
mod types;
mod window;

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use tauri::{Manager, RunEvent};

use crate::arguments::Arguments;
use crate::laptop::Laptop;

/// How long the end of the process waits for what is at work.
const ENDING: Duration = Duration::from_secs(5);

fn main() -> ExitCode {
    // What a panic says may quote what somebody typed, and desktops keep what programs print: the place is enough.
    std::panic::set_hook(Box::new(|panic| {
        let _ =
            writeln!(std::io::stderr(), "defect at {}", panic.location().map(ToString::to_string).unwrap_or_default());
    }));
    let arguments = match Arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(said) => return said.tell(),
    };
    // The frame ends the process in its own words where it finds no display.
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    if cfg!(target_os = "linux") && !display {
        return arguments::no_display();
    }
    let mut builder = tauri::Builder::default().plugin(tauri_plugin_dialog::init());
    // One window a data folder. A folder that is named may differ from the one already open, and the replica's own lock keeps two
    // windows from one folder.
    if arguments.data.is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)));
    }
    let built = builder
        .manage(Laptop::new(arguments.place()))
        .invoke_handler(tauri::generate_handler![call::call])
        .register_asynchronous_uri_scheme_protocol(photos::SCHEME, photos::serve)
        .setup(|app| {
            window::open(app.handle())?;
            reachable::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    app.state::<Laptop>().lock_within(ENDING);
                }
            });
            ExitCode::SUCCESS
        }
        Err(e) => arguments::no_window(&e),
    }
}
