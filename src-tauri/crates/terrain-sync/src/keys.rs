//! Keys of persons in the centre: `keys/subject/<id>`, each sealed under the programme's key.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use terrain_changes::{KeyId, KeyRing, SubjectKey};
use terrain_store::fresh;
use uuid::Uuid;

use crate::{Centre, SyncError};

/// Key id, nonce, sealed key with its tag.
const LENGTH: usize = 8 + 24 + 32 + 16;

/// Seals a person's key: `key id(8) nonce(24) sealed(48)`.
pub(crate) fn seal(ring: &KeyRing, subject: &Uuid, key: &SubjectKey) -> Option<Vec<u8>> {
    let current = ring.current()?;
    let nonce: [u8; 24] = fresh();
    let cipher = XChaCha20Poly1305::new(&current.subjects().into());
    let payload = Payload { msg: &key.0, aad: subject.as_bytes() };
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
    Some([current.id().0.as_slice(), &nonce, &sealed].concat())
}

/// What came of opening a key file.
#[derive(PartialEq, Eq)]
pub(crate) enum Opened {
    /// The person's key.
    Key(SubjectKey),
    /// Sealed under a key of the programme that has not come here.
    UnknownRing,
    /// Not what was written there.
    Rotten,
}

pub(crate) fn open(ring: &KeyRing, subject: &Uuid, bytes: &[u8]) -> Opened {
    let parts = bytes.split_first_chunk::<8>().filter(|_| bytes.len() == LENGTH);
    let Some((id, rest)) = parts else { return Opened::Rotten };
    let Some(ring_key) = ring.find(&KeyId(*id)) else {
        // A single turned bit in the name of the key looks the same; whoever holds the person's key writes it anew.
        return Opened::UnknownRing;
    };
    let unsealed = rest.split_first_chunk::<24>().and_then(|(nonce, sealed)| {
        let cipher = XChaCha20Poly1305::new(&ring_key.subjects().into());
        let payload = Payload { msg: sealed, aad: subject.as_bytes() };
        cipher.decrypt(XNonce::from_slice(nonce), payload).ok()?.try_into().ok()
    });
    unsealed.map_or(Opened::Rotten, |key| Opened::Key(SubjectKey(key)))
}

/// Subjects whose key lies in the centre, in order, with the length of the file.
pub(crate) fn listed(centre: &Centre<'_>) -> Result<Vec<(Uuid, u64, String)>, SyncError> {
    let files = centre.disk().list(&centre.inside("keys/subject"))?;
    let subject = |path: &str| path.rsplit('/').next().and_then(|name| Uuid::try_parse(name).ok());
    Ok(files.into_iter().filter_map(|e| Some((subject(&e.path)?, e.length, e.path))).collect())
}

/// Whether a listed key file has the right length.
pub(crate) fn sound(length: u64) -> bool {
    length == LENGTH as u64
}

pub(crate) fn path(centre: &Centre<'_>, subject: &Uuid) -> String {
    centre.inside(&format!("keys/subject/{subject}"))
}
