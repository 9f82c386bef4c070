//! Which file is the central file, and what is in it.

use minicbor::{Decoder, Encoder};
use terrain_changes::{CodecError, Hash32, KeyId, Signed, SigningKey, Vector};

use terrain_store::Store;

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
    /// BLAKE3 of the files published before it that are kept, the latest first.
    pub previous: Vec<Hash32>,
}

/// How many files published before are kept beside the current one.
pub(crate) const PREVIOUS: u8 = 3;

impl Generation {
    pub(crate) fn seal(&self, signing: &SigningKey) -> Result<Vec<u8>, CodecError> {
        let mut e = Encoder::new(Vec::new());
        e.array(6)?.u64(self.number)?.bytes(&self.key.0)?.bytes(&self.file.0)?.u64(self.length)?;
        e.bytes(&self.tips.to_bytes()?)?.array(self.previous.len() as u64)?;
        for file in &self.previous {
            e.bytes(&file.0)?;
        }
        Ok(Signed::seal(MAGIC, &e.into_writer(), signing))
    }

    fn read(payload: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(payload);
        if d.array().ok()?? < 6 {
            return None;
        }
        let (number, key) = (d.u64().ok()?, KeyId::from_slice(d.bytes().ok()?)?);
        let (file, length) = (Hash32::from_slice(d.bytes().ok()?)?, d.u64().ok()?);
        let tips = Vector::from_bytes(d.bytes().ok()?).ok()?;
        let kept = d.array().ok()??.min(PREVIOUS.into());
        let previous = (0..kept).map(|_| Hash32::from_slice(d.bytes().ok()?)).collect::<Option<_>>()?;
        Some(Self { number, key, file, length, tips, previous })
    }

    /// The generation of a centre and the key that signed it; nothing where there is none or it is damaged.
    pub(crate) fn read_signed(centre: &Centre<'_>) -> Result<Option<(Self, [u8; 32])>, SyncError> {
        let Some(bytes) = centre.read_small(&centre.inside("generation"))? else { return Ok(None) };
        let signed = Signed::open(MAGIC, &bytes).ok();
        Ok(signed.and_then(|s| Some((Self::read(&s.payload)?, s.by.to_bytes()))))
    }

    /// The generation of a centre; nothing where there is none, or it is damaged, or no device of the programme signed it.
    pub(crate) fn load(store: &Store, centre: &Centre<'_>) -> Result<Option<Self>, SyncError> {
        let signed = Self::read_signed(centre)?;
        let known = |by: &[u8; 32]| store.authority().standings().any(|(_, s)| s.signing == *by && !s.ended());
        Ok(signed.filter(|(_, by)| known(by)).map(|(generation, _)| generation))
    }
}
