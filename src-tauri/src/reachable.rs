//! The watch for the central folder: a stick that is put in, a share that comes back. It tells the page, and never syncs by itself.

use std::path::Path;
use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

use crate::laptop::Laptop;

/// The event's name.
const EVENT: &str = "reachable";
/// A stick that is put in is seen within this time.
const EVERY: Duration = Duration::from_secs(3);

/// Whether the central folder can be reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReachableView {
    /// Its header is there.
    pub reachable: bool,
    /// The folder's name; nothing where none was chosen yet.
    pub name: Option<String>,
}

fn seen(central: Option<&Path>) -> ReachableView {
    let Some(folder) = central else { return ReachableView::default() };
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    ReachableView { reachable: terrain_api::has_centre(folder), name: Some(name) }
}

/// Looks now and tells the page, changed or not: somebody has just opened the app.
pub fn look(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let central = app.state::<Laptop>().central();
        let _ = app.emit(EVENT, seen(central.as_deref()));
    });
}

/// Looks every few seconds for as long as the app runs. A share that hangs holds up this thread alone.
pub fn watch(app: AppHandle) {
    std::thread::spawn(move || {
        let mut last = ReachableView::default();
        loop {
            std::thread::sleep(EVERY);
            let central = app.state::<Laptop>().central();
            let now = seen(central.as_deref());
            if last != now {
                let _ = app.emit(EVENT, now.clone());
                last = now;
            }
        }
    });
}
