//! The header of a centre: which programme this is, and the public half of its paper key.

use minicbor::{Decoder, Encoder};
use uuid::Uuid;

use crate::codec::{CodecError, array, bytes, text};
use crate::{Hash32, KeyId};

/// What `header` of a centre says, signed by the paper key.
///
/// The design lets a coordinator's device sign with its chain of certificates; the root itself signs here, since it is
/// at hand when a centre is started: shorter, and nothing in it ever changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CentreHeader {
    /// The programme.
    pub programme: Uuid,
    /// Its name, to be shown before anything can be opened.
    pub name: String,
    /// Name of the files, `souss-massa`.
    pub slug: String,
    /// Public half of the paper key's signature key.
    pub root: Hash32,
    /// The age recipient of the paper key.
    pub recipient: String,
    /// The first key of the ring.
    pub first_key: KeyId,
    /// Oldest app that may write here.
    pub app_min: u32,
}

impl CentreHeader {
    /// First bytes of the file.
    pub const MAGIC: &[u8; 4] = b"MTHD";

    /// The payload to sign.
    pub fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut e = Encoder::new(Vec::new());
        e.array(7)?.bytes(self.programme.as_bytes())?.str(&self.name)?.str(&self.slug)?.bytes(&self.root.0)?;
        e.str(&self.recipient)?.bytes(&self.first_key.0)?.u32(self.app_min)?;
        Ok(e.into_writer())
    }

    /// Reads the payload.
    pub fn decode(payload: &[u8]) -> Result<Self, CodecError> {
        let mut d = Decoder::new(payload);
        if array(&mut d, 32)? < 7 {
            return Err(CodecError::Shape("header"));
        }
        Ok(Self {
            programme: Uuid::from_bytes(bytes(&mut d)?),
            name: text(&mut d)?.into(),
            slug: text(&mut d)?.into(),
            root: Hash32(bytes(&mut d)?),
            recipient: text(&mut d)?.into(),
            first_key: KeyId(bytes(&mut d)?),
            app_min: d.u32()?,
        })
    }
}
