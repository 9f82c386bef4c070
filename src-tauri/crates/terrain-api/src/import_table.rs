//! The table that is imported: a file of the laptop, or one that was dropped onto the window.

use std::path::Path;

use terrain_sheets::{FILE_BYTES_MAX, Workbook};

use crate::{Fault, input_file};

/// Where the table is.
#[derive(Clone, Copy, Debug)]
pub enum Table<'t> {
    /// A file of the laptop.
    File(&'t Path),
    /// The page holds it: its name, and its bytes in base64 (RFC 4648, padded).
    Held(&'t str, &'t str),
}

impl Table<'_> {
    /// What it is called, without its place.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::File(path) => path.file_name().and_then(|name| name.to_str()),
            Self::Held(name, _) => Some(name),
        }
    }

    /// As messages tell it.
    pub(crate) fn place(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Held(name, _) => (*name).to_owned(),
        }
    }

    /// Its cells, where it is a table and not too large.
    pub(crate) fn read(&self) -> Result<Workbook, Fault> {
        let too_large = "fault-sheet-too-large";
        let bytes = match self {
            Self::File(path) => input_file::read(path, FILE_BYTES_MAX, too_large)?,
            Self::Held(name, data) => input_file::held(name, data, FILE_BYTES_MAX, too_large)?,
        };
        terrain_sheets::read(&bytes).map_err(|e| Fault::of_sheet(&e, &self.place()))
    }
}
