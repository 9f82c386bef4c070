//! A window with nothing in it, beside which start and memory of the app are measured. It loads one line of text.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let started = tauri::Builder::default()
        .setup(|app| {
            let url = "data:text/html,<title>empty</title><p>empty</p><input autofocus>";
            let page = WebviewUrl::External(url.parse()?);
            WebviewWindowBuilder::new(app, "main", page)
                .title("empty")
                .inner_size(1366.0, 768.0)
                // As the app: a driver cannot enter an ephemeral window.
                .incognito(std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(e) = started {
        eprintln!("{e}");
    }
}
