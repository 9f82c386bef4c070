//! A window with nothing in it but a line of text and a field, beside which start, memory and keys of the app are measured.

use tauri::http::{Response, header::CONTENT_TYPE};
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><title>empty</title><p>empty</p><input autofocus>";

fn main() {
    let started = tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let page = Response::builder().header(CONTENT_TYPE, "text/html");
            page.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            // As the app: a driver cannot enter an ephemeral window.
            let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
            let window = WebviewWindowBuilder::new(app, "main", page).title("empty").inner_size(1366.0, 768.0);
            window.incognito(!driven).build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(e) = started {
        eprintln!("{e}");
    }
}
