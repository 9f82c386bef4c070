//! What was worked out and is kept beside the tables, as text: with the version of the app that did, since another may work it
//! out otherwise.

use serde::{Serialize, de::DeserializeOwned};
use terrain_store::StoreError;

use crate::Fault;

const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(&(VERSION, value)).unwrap_or_default()
}

/// Nothing where another version wrote it.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let (version, value) = serde_json::from_str::<(String, T)>(text).ok()?;
    (version == VERSION).then_some(value)
}

/// Where the disk is full, what could not be kept is worked out again the next time.
pub(crate) fn unless_full(kept: Result<(), StoreError>) -> Result<(), Fault> {
    match kept {
        Err(e) if !e.is_full() => Err(e.into()),
        _ => Ok(()),
    }
}
