//! Places that a person picked in a dialog. The window's page never learns a path: it hands back the word for one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::fault::Status;
use crate::{Fault, Session};

/// Most places that are remembered; the oldest go.
const PICKED_MAX: usize = 100;

/// What was picked in this session, by the word that stands for it.
#[derive(Default)]
pub(crate) struct Picked {
    places: BTreeMap<u64, PathBuf>,
    next: u64,
}

/// What a word begins with.
const PREFIX: &str = "picked:";

impl Session {
    /// From now on a place is a word for one that a person picked, and no path is taken.
    pub fn take_picked_places_only(&mut self) {
        self.picked.get_or_insert_default();
    }

    /// The word for a place that a person has just picked.
    pub fn picked(&mut self, place: PathBuf) -> String {
        let picked = self.picked.get_or_insert_default();
        let n = picked.next;
        picked.next += 1;
        picked.places.insert(n, place);
        while picked.places.len() > PICKED_MAX {
            picked.places.pop_first();
        }
        format!("{PREFIX}{n}")
    }

    /// The place that is meant: the path itself, or the one that was picked.
    pub(crate) fn given(&self, place: &Path) -> Result<PathBuf, Fault> {
        let Some(picked) = &self.picked else { return Ok(place.to_path_buf()) };
        let n = place.to_str().and_then(|text| text.strip_prefix(PREFIX)).and_then(|n| n.parse::<u64>().ok());
        let found = n.and_then(|n| picked.places.get(&n)).cloned();
        found.ok_or_else(|| Fault::new(Status::Refused, "fault-not-picked", &[]))
    }

    /// A form that comes with the product, by its name, or the place of a workbook.
    pub(crate) fn given_form(&self, form: &str) -> Result<String, Fault> {
        if terrain_shipped::SHIPPED.iter().any(|shipped| shipped.name == form) {
            return Ok(form.to_owned());
        }
        Ok(self.given(Path::new(form))?.to_string_lossy().into_owned())
    }
}
