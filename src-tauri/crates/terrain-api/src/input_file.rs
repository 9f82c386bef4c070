//! Files that a person names: looked at before they are read.

use std::fs;
use std::path::Path;

use base64::Engine as _;

use crate::Fault;

/// The bytes of an ordinary file of at most `bytes_max`; a larger one is told by `too_large`, a message id.
///
/// A device or a pipe would be read for ever, so only ordinary files are.
pub(crate) fn read(file: &Path, bytes_max: u64, too_large: &'static str) -> Result<Vec<u8>, Fault> {
    let place = file.display().to_string();
    let about = fs::metadata(file).map_err(|e| Fault::of_file(&e, &place))?;
    if !about.is_file() {
        return Err(Fault::input("fault-not-a-file", &[("path", &place)]));
    }
    if about.len() > bytes_max {
        return Err(larger(&place, about.len(), bytes_max, too_large));
    }
    fs::read(file).map_err(|e| Fault::of_file(&e, &place))
}

/// The bytes of a file that the page holds, in base64 (RFC 4648, padded); a larger one is told by `too_large`, before it is
/// decoded: four letters make three bytes.
pub(crate) fn held(name: &str, data: &str, bytes_max: u64, too_large: &'static str) -> Result<Vec<u8>, Fault> {
    let length = data.len() as u64 / 4 * 3;
    if length > bytes_max + 2 {
        return Err(larger(name, length, bytes_max, too_large));
    }
    let unread = |_| Fault::input("fault-bad-json", &[("got", name), ("reason", "reason-json-shape")]);
    base64::engine::general_purpose::STANDARD.decode(data).map_err(unread)
}

/// A file is larger than may be.
pub(crate) fn larger(place: &str, bytes: u64, bytes_max: u64, too_large: &'static str) -> Fault {
    let mb = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
    Fault::input(too_large, &[("path", place), ("size_mb", &mb(bytes)), ("max_mb", &mb(bytes_max))])
}
