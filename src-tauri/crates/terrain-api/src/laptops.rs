//! From which laptop: people have names, laptops are counted among those of their person.

use serde::Serialize;
use terrain_changes::DeviceId;
use uuid::Uuid;

use crate::Session;

/// Who wrote, and on which laptop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AuthorView {
    /// The person's name, empty where it is sealed or unknown.
    pub person: String,
    /// It was this person, on whatever laptop.
    pub own: bool,
    /// It was on this laptop.
    pub here: bool,
    /// Which of the person's laptops, from 1 in the order in which they were admitted.
    pub laptop: usize,
    /// How many the person has or had.
    pub laptops: usize,
}

impl Session {
    /// The author of what was written on a device.
    pub(crate) fn author(&self, device: &DeviceId) -> AuthorView {
        let person = self.store.person_of(device);
        let standings = self.store.authority().standings().filter(|(_, s)| Some(s.person) == person);
        let mut laptops: Vec<(Uuid, DeviceId)> = standings.map(|(device, s)| (s.certificate, *device)).collect();
        laptops.sort();
        let laptop = laptops.iter().position(|(_, d)| d == device).map_or(0, |at| at + 1);
        let own = self.store.identity();
        AuthorView {
            person: self.name_of(person),
            own: person == Some(own.person),
            here: *device == own.device,
            laptop,
            laptops: laptops.len(),
        }
    }
}
