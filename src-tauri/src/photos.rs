//! Attachments for the page: `photo://localhost/ID`. Nothing of them is kept by the webview.

use tauri::http::{Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder, http::Request};
use terrain_api::Shown;

use crate::laptop::Laptop;

/// The protocol's name.
pub const SCHEME: &str = "photo";

/// Answers a request on a thread that may wait for the session.
pub fn serve<R: Runtime>(context: UriSchemeContext<'_, R>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let app = context.app_handle().clone();
    tauri::async_runtime::spawn_blocking(move || {
        let id = request.uri().path().trim_start_matches('/');
        let laptop = app.state::<Laptop>();
        let mut open = laptop.session();
        let shown = open.as_mut().and_then(|open| terrain_api::photo(&mut open.session, id).ok());
        drop(open);
        responder.respond(response(shown));
    });
}

fn response(shown: Option<Shown>) -> Response<Vec<u8>> {
    let (status, media_type, bytes) = match shown {
        Some(shown) => (StatusCode::OK, shown.media_type, shown.bytes),
        None => (StatusCode::NOT_FOUND, "text/plain", Vec::new()),
    };
    let mut response = Response::new(bytes);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_kept_by_the_webview() {
        let check = |shown: Option<Shown>, status: StatusCode| {
            let response = response(shown);
            assert_eq!(response.status(), status);
            assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
            assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        };
        check(Some(Shown { media_type: "image/jpeg", bytes: vec![1] }), StatusCode::OK);
        check(None, StatusCode::NOT_FOUND);
    }
}
