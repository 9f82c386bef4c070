//! Where the person was: the screen, its filters, the question in focus of each entry. The window finds it again after it was
//! closed, or ended otherwise.

use std::collections::BTreeMap;

use crate::{Fault, Session};

/// Longest key.
const KEY_CHARS_MAX: usize = 200;
/// Longest text, in bytes.
const VALUE_BYTES_MAX: usize = 16 << 10;

fn sound(key: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._/:-[]".contains(c);
    !key.is_empty() && key.chars().count() <= KEY_CHARS_MAX && key.chars().all(allowed)
}

/// All that the window kept.
pub fn page_state(session: &mut Session) -> Result<BTreeMap<String, String>, Fault> {
    Ok(session.store.pages()?.into_iter().collect())
}

/// Keeps a text under a key; nothing takes it away. Of many, the one written longest ago goes.
pub fn keep_page_state(session: &mut Session, key: &str, value: Option<&str>) -> Result<(), Fault> {
    if !sound(key) {
        return Err(Fault::input("fault-page-key", &[("got", key), ("max", &KEY_CHARS_MAX.to_string())]));
    }
    let length = value.map_or(0, str::len);
    if length > VALUE_BYTES_MAX {
        let args = [("key", key), ("length", &length.to_string()), ("max", &VALUE_BYTES_MAX.to_string())];
        return Err(Fault::input("fault-page-value", &args));
    }
    Ok(session.store.keep_page(key, value)?)
}
