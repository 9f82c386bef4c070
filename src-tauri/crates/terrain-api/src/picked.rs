//! Places that a person picked in a dialog. The window's page never learns a path: it hands back the word for one, and the word
//! is good for what the place was picked for.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::fault::Status;
use crate::{Fault, Session};

/// Most places that are remembered; the oldest go.
const PICKED_MAX: usize = 100;

/// What a place is picked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To synchronise with, or to begin a programme in.
    Central,
    /// To make a backup in, or to read one.
    Backup,
    /// A data folder to be opened.
    Data,
    /// To be attached.
    Evidence,
    /// To be read as a table of cooperatives.
    Table,
    /// A folder to save something into.
    Saved,
    /// Anything else.
    Other,
}

/// Places that were picked, each under a word that nobody can guess.
#[derive(Default)]
pub struct Picked(VecDeque<(String, Purpose, PathBuf)>);

impl Picked {
    /// The word for a place that a person has just picked.
    pub fn word(&mut self, place: PathBuf, purpose: Purpose) -> String {
        let word = Uuid::from_bytes(terrain_store::fresh()).to_string();
        self.0.push_back((word.clone(), purpose, place));
        if self.0.len() > PICKED_MAX {
            self.0.pop_front();
        }
        word
    }

    /// The place that was picked for this under the word.
    ///
    /// Errors: `fault-not-picked`.
    pub fn place(&self, word: &Path, purpose: Purpose) -> Result<PathBuf, Fault> {
        let known = |(known, of, _): &&(String, Purpose, PathBuf)| Path::new(known) == word && *of == purpose;
        let found = self.0.iter().find(known).map(|(.., place)| place.clone());
        found.ok_or_else(|| Fault::new(Status::Refused, "fault-not-picked", &[]))
    }
}

impl Session {
    /// From now on places are named by the words for what was picked, and no path is taken.
    pub fn take_picked_places_only(&mut self) {
        self.picked.get_or_insert_default();
    }

    /// The word for a place that a person has just picked; nobody can guess it.
    pub fn picked(&mut self, place: PathBuf, purpose: Purpose) -> String {
        self.picked.get_or_insert_default().word(place, purpose)
    }

    /// The place that is meant: the path itself, or the one that was picked for this.
    pub(crate) fn given(&self, place: &Path, purpose: Purpose) -> Result<PathBuf, Fault> {
        match &self.picked {
            Some(picked) => picked.place(place, purpose),
            None => Ok(place.to_path_buf()),
        }
    }

    /// A form that comes with the product, by its name, or the place of a workbook.
    pub(crate) fn given_form(&self, form: &str) -> Result<String, Fault> {
        if terrain_shipped::SHIPPED.iter().any(|shipped| shipped.name == form) {
            return Ok(form.to_owned());
        }
        Ok(self.given(Path::new(form), Purpose::Other)?.to_string_lossy().into_owned())
    }
}
