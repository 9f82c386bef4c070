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
    /// To synchronise with.
    Central,
    /// To be attached.
    Evidence,
    /// Nothing that is picked in a dialog today.
    Other,
}

/// What was picked in this session, with the word that stands for it.
#[derive(Default)]
pub(crate) struct Picked(VecDeque<(String, Purpose, PathBuf)>);

impl Session {
    /// From now on a place is a word for one that a person picked, and no path is taken.
    pub fn take_picked_places_only(&mut self) {
        self.picked.get_or_insert_default();
    }

    /// The word for a place that a person has just picked; nobody can guess it.
    pub fn picked(&mut self, place: PathBuf, purpose: Purpose) -> String {
        let word = Uuid::from_bytes(terrain_store::fresh()).to_string();
        let Picked(places) = self.picked.get_or_insert_default();
        places.push_back((word.clone(), purpose, place));
        if places.len() > PICKED_MAX {
            places.pop_front();
        }
        word
    }

    /// The place that is meant: the path itself, or the one that was picked for this.
    pub(crate) fn given(&self, place: &Path, purpose: Purpose) -> Result<PathBuf, Fault> {
        let Some(Picked(places)) = &self.picked else { return Ok(place.to_path_buf()) };
        let known = |(word, of, _): &&(String, Purpose, PathBuf)| Path::new(word) == place && *of == purpose;
        let found = places.iter().find(known).map(|(.., place)| place.clone());
        found.ok_or_else(|| Fault::new(Status::Refused, "fault-not-picked", &[]))
    }

    /// A form that comes with the product, by its name, or the place of a workbook.
    pub(crate) fn given_form(&self, form: &str) -> Result<String, Fault> {
        if terrain_shipped::SHIPPED.iter().any(|shipped| shipped.name == form) {
            return Ok(form.to_owned());
        }
        Ok(self.given(Path::new(form), Purpose::Other)?.to_string_lossy().into_owned())
    }
}
