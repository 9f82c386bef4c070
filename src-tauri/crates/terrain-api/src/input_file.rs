//! Files that a person names: looked at before they are read.

use std::fs;
use std::path::Path;

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
        let mb = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
        let (size, max) = (mb(about.len()), mb(bytes_max));
        return Err(Fault::input(too_large, &[("path", &place), ("size_mb", &size), ("max_mb", &max)]));
    }
    fs::read(file).map_err(|e| Fault::of_file(&e, &place))
}
