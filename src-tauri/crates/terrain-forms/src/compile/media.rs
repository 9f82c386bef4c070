//! Files beside the workbook.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Gives files beside the workbook, by name.
pub trait Media {
    /// The bytes of `villages.csv`; nothing where there is no such file.
    fn file(&self, name: &str) -> Option<Cow<'_, [u8]>>;
}

/// No file at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoMedia;

impl Media for NoMedia {
    fn file(&self, _: &str) -> Option<Cow<'_, [u8]>> {
        None
    }
}

impl Media for BTreeMap<String, Vec<u8>> {
    fn file(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        self.get(name).map(|bytes| Cow::Borrowed(bytes.as_slice()))
    }
}
