//! Which file is the central file, and what is in it.

use minicbor::{Decoder, Encoder};
use terrain_changes::{CodecError, Hash32, KeyId, Signed, SigningKey, Vector};

use crate::{Centre, SyncError};

const MAGIC: &[u8; 4] = b"MTGN";

/// What `generation` of a centre says, signed by whoever published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// From 1; each publication adds one.
    pub number: u64,
    /// The key under which the file opens.
    pub key: KeyId,
    /// BLAKE3 of the file.
    pub file: Hash32,
    /// Its length in bytes.
    pub length: u64,
    /// The tips that the file holds.
    pub tips: Vector,
}

impl Generation {
    pub(crate) fn seal(&self, signing: &SigningKey) -> Result<Vec<u8>, CodecError> {
        let mut e = Encoder::new(Vec::new());
        e.array(5)?.u64(self.number)?.bytes(&self.key.0)?.bytes(&self.file.0)?.u64(self.length)?;
        e.bytes(&self.tips.to_bytes()?)?;
        Ok(Signed::seal(MAGIC, &e.into_writer(), signing))
    }

    fn read(payload: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(payload);
        if d.array().ok()?? < 5 {
            return None;
        }
        Some(Self {
            number: d.u64().ok()?,
            key: KeyId::from_slice(d.bytes().ok()?)?,
            file: Hash32::from_slice(d.bytes().ok()?)?,
            length: d.u64().ok()?,
            tips: Vector::from_bytes(d.bytes().ok()?).ok()?,
        })
    }

    /// The generation of a centre and the key that signed it; nothing where there is none or it is damaged.
    pub fn load(centre: &Centre<'_>) -> Result<Option<(Self, [u8; 32])>, SyncError> {
        let Some(bytes) = centre.read(&centre.inside("generation"))? else { return Ok(None) };
        let signed = Signed::open(MAGIC, &bytes).ok();
        Ok(signed.and_then(|s| Some((Self::read(&s.payload)?, s.by.to_bytes()))))
    }
}
