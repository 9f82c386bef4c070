//! A window with nothing in it, beside which start and memory of the app are measured. It loads one line of text.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let started = tauri::Builder::default()
        .setup(|app| {
            let url = "data:text/html,<title>empty</title><input autofocus>";
            let page = WebviewUrl::External(url.parse()?);
            WebviewWindowBuilder::new(app, "main", page)
                .title("empty")
                .inner_size(1366.0, 768.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(e) = started {
        eprintln!("{e}");
    }
}
