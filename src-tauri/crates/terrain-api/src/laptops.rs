//! From which laptop: people have names, laptops are counted among those of their person.

use serde::Serialize;
use terrain_changes::DeviceId;
use uuid::Uuid;

use crate::Session;
use crate::records::instant;

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
    /// When it was admitted, UTC; nothing where no certificate names it.
    pub since: Option<String>,
}

impl Session {
    /// The author of what was written on a device.
    pub(crate) fn author(&self, device: &DeviceId) -> AuthorView {
        let person = self.store.person_of(device);
        let standings = self.store.authority().standings().filter(|(_, s)| Some(s.person) == person);
        let mut laptops: Vec<(Uuid, DeviceId)> = standings.map(|(device, s)| (s.certificate, *device)).collect();
        laptops.sort();
        let at = laptops.iter().position(|(_, d)| d == device);
        // The row of a certificate is named after the moment in which it was made.
        let since = at.and_then(|at| laptops.get(at)).and_then(|(row, _)| row.get_timestamp());
        let ms = since.map(|t| t.to_unix()).map(|(s, ns)| s * 1000 + u64::from(ns) / 1_000_000);
        let own = self.store.identity();
        AuthorView {
            person: self.name_of(person),
            own: person == Some(own.person),
            here: *device == own.device,
            laptop: at.map_or(0, |at| at + 1),
            laptops: laptops.len(),
            since: ms.and_then(|ms| i64::try_from(ms).ok()).map(instant),
        }
    }
}
