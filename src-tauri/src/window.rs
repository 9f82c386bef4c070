//! The one window: where it stands is kept in the store, what it loads is the page alone, and its webview leaves nothing on the disk.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};
use terrain_api::{Fault, Status};

use crate::laptop::Laptop;

/// The window's label.
pub const LABEL: &str = "main";
/// Under which the store keeps where the window stands.
const KEY: &str = "window";
/// Size of a first window, in logical pixels: a whole small laptop's screen.
const SIZE: (f64, f64) = (1366.0, 768.0);
/// Smallest size at which every screen works.
const SIZE_MIN: (f64, f64) = (960.0, 600.0);

/// What the page hears when the person closes the window: it closes it once everything is saved.
const CLOSING: &str = "closing";
/// A second wish within this time is not discussed: the page may not answer.
const INSIST: Duration = Duration::from_secs(10);
/// How far the page can be drawn smaller and larger, in percent.
const ZOOM: (u16, u16) = (80, 200);

/// Where the window stands, in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Standing {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// Opens the window on the page.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Mourafaka Terrain")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SIZE_MIN.0, SIZE_MIN.1)
        .prevent_overflow()
        .center()
        .disable_drag_drop_handler()
        .on_navigation(|url| is_page(url.scheme(), url.host_str()))
        .on_new_window(|_, _| NewWindowResponse::Deny);
    let window = ephemeral(builder).build()?;
    let app = app.clone();
    let asked: Mutex<Option<Instant>> = Mutex::new(None);
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            keep(&app);
            let before = asked.lock().ok().and_then(|mut last| last.replace(Instant::now()));
            if before.is_none_or(|at| at.elapsed() > INSIST) && app.emit(CLOSING, ()).is_ok() {
                api.prevent_close();
            }
        }
    });
    Ok(())
}

/// Opens the system's dialog to print what the page shows.
pub fn print(app: &AppHandle) -> Result<(), Fault> {
    let failed = |e: tauri::Error| Fault::new(Status::Target, "fault-not-printed", &[("reason", &e.to_string())]);
    app.get_webview_window(LABEL).map_or(Ok(()), |window| window.print().map_err(failed))
}

/// Nothing of the page is kept between two starts. A driver of tests cannot open a session on such a window, and says so by the
/// variable that turns driving on; then the webview has the profile of the home that the driver gave.
fn ephemeral<'a, M: Manager<tauri::Wry>>(
    builder: WebviewWindowBuilder<'a, tauri::Wry, M>,
) -> WebviewWindowBuilder<'a, tauri::Wry, M> {
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    builder.incognito(!driven)
}

/// The page's own origin on each system, and the development server's while developing.
fn is_page(scheme: &str, host: Option<&str>) -> bool {
    match (scheme, host) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("localhost")) => cfg!(dev),
        _ => false,
    }
}

/// Brings the window to the front.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Draws everything larger or smaller, in percent of the usual size.
pub fn zoom(app: &AppHandle, percent: u16) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A webview that cannot stays as it is: everything is there all the same.
        let _ = window.set_zoom(f64::from(percent.clamp(ZOOM.0, ZOOM.1)) / 100.0);
    }
}

/// Closes the window: the page has saved everything.
pub fn close(app: &AppHandle) {
    keep(app);
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.destroy();
    }
}

fn standing(window: &WebviewWindow) -> tauri::Result<Standing> {
    let (position, size) = (window.outer_position()?, window.inner_size()?);
    let maximized = window.is_maximized()?;
    Ok(Standing { x: position.x, y: position.y, width: size.width, height: size.height, maximized })
}

/// Keeps where the window stands, where somebody is at work and nothing holds the session.
pub fn keep(app: &AppHandle) {
    let Some(standing) = app.get_webview_window(LABEL).and_then(|w| standing(&w).ok()) else { return };
    let laptop = app.state::<Laptop>();
    if let Some(mut open) = laptop.idle()
        && let Some(open) = open.as_mut()
        && let Ok(text) = serde_json::to_string(&standing)
    {
        // Where a window stood is no work: a disk that is full says so when there is some.
        let _ = open.session.keep_setting(KEY, &text);
    }
}

/// Puts the window where it stood, if a screen is still there.
pub fn restore(app: &AppHandle) {
    let laptop = app.state::<Laptop>();
    let kept = laptop.session().as_ref().and_then(|open| open.session.setting(KEY).ok().flatten());
    let Some(kept) = kept.and_then(|text| serde_json::from_str::<Standing>(&text).ok()) else { return };
    let Some(window) = app.get_webview_window(LABEL) else { return };
    let screens = window.available_monitors().unwrap_or_default();
    let screens = screens.iter().map(|s| (*s.position(), *s.size()));
    if kept.is_seen(screens) {
        let _ = window.set_size(PhysicalSize::new(kept.width, kept.height));
        let _ = window.set_position(PhysicalPosition::new(kept.x, kept.y));
    }
    if kept.maximized {
        let _ = window.maximize();
    }
}

impl Standing {
    /// Whether the top of the window, by which it is moved, lies on a screen.
    fn is_seen(&self, mut screens: impl Iterator<Item = (PhysicalPosition<i32>, PhysicalSize<u32>)>) -> bool {
        let middle = (i64::from(self.x) + i64::from(self.width) / 2, i64::from(self.y) + 8);
        screens.any(|(at, size)| {
            let across = i64::from(at.x)..i64::from(at.x) + i64::from(size.width);
            let down = i64::from(at.y)..i64::from(at.y) + i64::from(size.height);
            across.contains(&middle.0) && down.contains(&middle.1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_put_back_only_where_it_can_be_seen() {
        let check = |x: i32, y: i32, seen: bool| {
            let standing = Standing { x, y, width: 1366, height: 700, maximized: false };
            let screens = [(PhysicalPosition::new(0, 0), PhysicalSize::new(1366, 768))];
            assert_eq!(standing.is_seen(screens.into_iter()), seen, "{x} {y}");
        };
        check(0, 0, true);
        check(-600, 40, true);
        check(-1400, 0, false);
        check(1920, 0, false);
        check(0, 800, false);
        check(i32::MAX, i32::MAX, false);
    }

    #[test]
    fn the_window_shows_the_page_and_nothing_else() {
        let check =
            |scheme: &str, host: Option<&str>, page: bool| assert_eq!(is_page(scheme, host), page, "{scheme} {host:?}");
        check("tauri", Some("localhost"), true);
        check("http", Some("tauri.localhost"), true);
        check("https", Some("example.org"), false);
        check("file", None, false);
        check("data", None, false);
        check("about", None, false);
    }
}
