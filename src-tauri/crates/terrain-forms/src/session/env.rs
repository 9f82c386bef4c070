//! What a session needs from outside: the clock, chance, who answers on which laptop, files beside the workbook.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Table;
use crate::Deviations;

/// The surroundings of a session. Nothing else from outside is read.
pub struct Env {
    /// Milliseconds since 1970-01-01T00:00Z and the offset of the local zone in minutes.
    pub now: Box<dyn Fn() -> (i64, i32) + Send>,
    /// 64 bits by chance.
    pub chance: Box<dyn FnMut() -> u64 + Send>,
    /// The entry's identifier: names of instances that the form itself makes follow from it.
    pub entry: u128,
    /// `deviceid`.
    pub device: String,
    /// `username`.
    pub user: String,
    /// `phonenumber`.
    pub phone: String,
    /// `email`.
    pub email: String,
    /// Tables beside the workbook (`villages.csv`), by file name.
    pub media: BTreeMap<String, Arc<Table>>,
    /// Values of the last saved entry, by path without positions.
    pub last_saved: BTreeMap<String, String>,
    /// A language of the form, by its name or the code in it; the form's first one where it names none.
    pub language: String,
    /// Departures of the reference to reproduce; none but to compare.
    pub deviations: Deviations,
}

impl Env {
    /// Surroundings with a clock and chance, and nothing beside.
    pub fn new(now: impl Fn() -> (i64, i32) + Send + 'static, chance: impl FnMut() -> u64 + Send + 'static) -> Self {
        Self {
            now: Box::new(now),
            chance: Box::new(chance),
            entry: 0,
            device: String::new(),
            user: String::new(),
            phone: String::new(),
            email: String::new(),
            media: BTreeMap::new(),
            last_saved: BTreeMap::new(),
            language: String::new(),
            deviations: Deviations::NONE,
        }
    }
}

impl std::fmt::Debug for Env {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Env")
            .field("language", &self.language)
            .field("media", &self.media.keys())
            .finish_non_exhaustive()
    }
}
