//! Workbooks and evidence in the centre: `files/<aa>/<name>`, each sealed by itself and named by a keyed hash, so that a
//! stranger can neither read a file nor test whether one that he knows is there.

use std::collections::BTreeMap;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use terrain_changes::{Hash32, KeyRing, RingKey};
use terrain_store::FILE_BYTES_MAX;

use crate::{Centre, SyncError};

/// First bytes of a sealed file, with the version of its format.
const MAGIC: &[u8; 5] = b"MTFL\x01";
/// Magic, key id, hash of what follows it.
const HEADER: usize = MAGIC.len() + 8 + 32;
/// How much longer a sealed file is than its content: header, nonce, tag.
pub(crate) const OVERHEAD: u64 = HEADER as u64 + 24 + 16;
/// A sealed file with more bytes is none of ours.
pub(crate) const SEALED_BYTES_MAX: u64 = FILE_BYTES_MAX + OVERHEAD;
/// How many hexadecimal digits a name has: 128 bits.
const NAME: usize = 32;

/// Where a file lies in the centre, and the key under which its name says that it is sealed.
#[derive(Clone)]
pub(crate) struct Stored {
    pub path: String,
    pub length: u64,
    key: RingKey,
}

/// What lies in `files`.
#[derive(Default)]
pub(crate) struct Listing {
    /// Name → length.
    files: BTreeMap<String, u64>,
    /// Names that are none of ours.
    pub odd: Vec<String>,
}

/// Seals a file: `magic(5) key id(8) hash of the rest(32) nonce(24) sealed`. The content is bound to its hash.
pub(crate) fn seal(key: &RingKey, hash: &Hash32, bytes: &[u8], nonce: [u8; 24]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(&key.files().into());
    let payload = Payload { msg: bytes, aad: &bound(key, hash) };
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
    let rest = [&nonce[..], &sealed].concat();
    Some([&MAGIC[..], &key.id().0, &Hash32::of(&rest).0, &rest].concat())
}

/// What goes into the seal beside the content.
fn bound(key: &RingKey, hash: &Hash32) -> Vec<u8> {
    [&MAGIC[..], &key.id().0, &hash.0].concat()
}

/// The parts of a sealed file whose bytes are those that were written: key id, nonce, sealed. Needs no key.
fn parts(bytes: &[u8]) -> Option<(&[u8; 8], &[u8; 24], &[u8])> {
    let (key, rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<8>()?;
    let (hash, rest) = rest.split_first_chunk::<32>()?;
    let (nonce, sealed) = rest.split_first_chunk::<24>()?;
    (Hash32::of(rest).0 == *hash).then_some((key, nonce, sealed))
}

/// Whether these bytes are a sealed file as somebody wrote it.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    parts(bytes).is_some()
}

/// The content of a sealed file, or nothing where it is not the one of this hash under this key.
pub(crate) fn open(key: &RingKey, hash: &Hash32, bytes: &[u8]) -> Option<Vec<u8>> {
    let (id, nonce, sealed) = parts(bytes)?;
    if *id != key.id().0 {
        return None;
    }
    let cipher = XChaCha20Poly1305::new(&key.files().into());
    let payload = Payload { msg: sealed, aad: &bound(key, hash) };
    let content = cipher.decrypt(XNonce::from_slice(nonce), payload).ok()?;
    (Hash32::of(&content) == *hash).then_some(content)
}

/// The name of a file under this key.
fn name(key: &RingKey, hash: &Hash32) -> String {
    let keyed = Hash32(*blake3::keyed_hash(&key.file_names(), &hash.0).as_bytes());
    keyed.to_string().chars().take(NAME).collect()
}

/// Where a file of this name lies.
fn place(centre: &Centre<'_>, name: &str) -> String {
    let folder: String = name.chars().take(2).collect();
    centre.inside(&format!("files/{folder}/{name}"))
}

/// Whether a sealed file of this length can be ours.
pub(crate) fn sound(length: u64) -> bool {
    (OVERHEAD..=SEALED_BYTES_MAX).contains(&length)
}

/// Lists `files`.
pub(crate) fn list(centre: &Centre<'_>) -> Result<Listing, SyncError> {
    let mut listing = Listing::default();
    for entry in centre.disk().list(&centre.inside("files"))? {
        let name = entry.path.rsplit('/').next().unwrap_or_default();
        let hex = name.len() == NAME && name.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
        if hex && entry.path == place(centre, name) {
            listing.files.insert(name.to_owned(), entry.length);
        } else {
            listing.odd.push(entry.path);
        }
    }
    Ok(listing)
}

impl Listing {
    /// All files with their lengths, in order.
    pub(crate) fn all(&self, centre: &Centre<'_>) -> Vec<(String, u64)> {
        self.files.iter().map(|(name, length)| (place(centre, name), *length)).collect()
    }

    /// Where a file lies, under the newest key for which it is there.
    pub(crate) fn find(&self, centre: &Centre<'_>, ring: &KeyRing, hash: &Hash32) -> Option<Stored> {
        ring.0.iter().rev().find_map(|key| {
            let name = name(key, hash);
            let length = *self.files.get(&name)?;
            Some(Stored { path: place(centre, &name), length, key: key.clone() })
        })
    }
}

impl Stored {
    /// The content, or nothing where the file is not what its name says.
    pub(crate) fn read(&self, centre: &Centre<'_>, hash: &Hash32) -> Result<Option<Vec<u8>>, SyncError> {
        if !sound(self.length) {
            return Ok(None);
        }
        Ok(centre.read(&self.path, SEALED_BYTES_MAX)?.and_then(|bytes| open(&self.key, hash, &bytes)))
    }
}

/// Where a file is to be written, under the key in use, and its sealed bytes.
pub(crate) fn sealed(
    centre: &Centre<'_>,
    ring: &KeyRing,
    hash: &Hash32,
    bytes: &[u8],
    nonce: [u8; 24],
) -> Option<(String, Vec<u8>)> {
    let key = ring.current()?;
    Some((place(centre, &name(key, hash)), seal(key, hash, bytes, nonce)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: RingKey = RingKey([7; 32]);

    /// The bytes that every later version must read.
    #[test]
    fn the_format_never_changes() {
        let hash = Hash32::of(b"photo");
        let sealed = seal(&KEY, &hash, b"photo", [9; 24]).unwrap();
        let hex: String = sealed.iter().map(|b| format!("{b:02x}")).collect();
        let header = "4d54464c0161ce4bbbdc7b0e082f82e2e017246c8f77308f4ddde388ab86775ed1b8124d2ba0e809b88d8b7d53";
        let rest = "090909090909090909090909090909090909090909090909e8bd42185e93b030da037db8aeaaadbedc0c1c9d9a";
        assert_eq!(hex, format!("{header}{rest}"));
        assert_eq!(name(&KEY, &hash), "92720e0eabb55e67a0cbcf12c5f2e2a7");
        assert_eq!(open(&KEY, &hash, &sealed).as_deref(), Some(&b"photo"[..]));
        assert_eq!(sealed.len() as u64, 5 + OVERHEAD);
    }

    /// No other key, no other file and no turned bit or cut end passes; without a key a turned bit is seen as well.
    #[test]
    fn nothing_but_the_file_itself_opens() {
        let hash = Hash32::of(b"photo");
        let sealed = seal(&KEY, &hash, b"photo", [9; 24]).unwrap();
        assert!(is_whole(&sealed));
        assert_eq!(open(&RingKey([8; 32]), &hash, &sealed), None);
        assert_eq!(open(&KEY, &Hash32::of(b"other"), &sealed), None);
        for at in 0..sealed.len() {
            let mut turned = sealed.clone();
            turned[at] ^= 1;
            assert_eq!(open(&KEY, &hash, &turned), None, "bit at {at}");
            // The key's id is the one thing that nobody without the key can check.
            assert_eq!(is_whole(&turned), (5..13).contains(&at), "bit at {at}");
            assert_eq!(open(&KEY, &hash, &sealed[..at]), None, "cut at {at}");
            assert!(!is_whole(&sealed[..at]), "cut at {at}");
        }
        // Sealed by somebody who has the key, under the name of another file.
        let other = seal(&KEY, &hash, b"other", [9; 24]).unwrap();
        assert_eq!(open(&KEY, &hash, &other), None);
    }
}
