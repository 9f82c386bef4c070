//! Personal values: sealed inside the change under a key of their subject that lives outside the log, so that destroying
//! the key forgets the person while log and signatures stay whole.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use minicbor::Decoder;
use terrain_domain::Value;
use uuid::Uuid;

use crate::SubjectKey;
use crate::codec::{CodecError, decode_value, value_bytes};

/// A value under a subject's key (XChaCha20-Poly1305; the row and field are authenticated with it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Whose key.
    pub subject: Uuid,
    /// Drawn for each value.
    pub nonce: [u8; 24],
    /// The sealed value with its tag.
    pub bytes: Vec<u8>,
}

fn place(subject: &Uuid, row: &Uuid, field: &str) -> Vec<u8> {
    [subject.as_bytes().as_slice(), row.as_bytes(), field.as_bytes()].concat()
}

impl Sealed {
    /// Seals `value` for this row and field.
    pub fn seal(
        key: &SubjectKey,
        subject: Uuid,
        row: &Uuid,
        field: &str,
        nonce: [u8; 24],
        value: &Value,
    ) -> Result<Self, CodecError> {
        let cipher = XChaCha20Poly1305::new(&key.0.into());
        let payload = Payload { msg: &value_bytes(value)?, aad: &place(&subject, row, field) };
        let bytes = cipher.encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| CodecError::Encode)?;
        Ok(Self { subject, nonce, bytes })
    }

    /// The value, or nothing where the key, the row or the field is another.
    pub fn open(&self, key: &SubjectKey, row: &Uuid, field: &str) -> Option<Value> {
        let cipher = XChaCha20Poly1305::new(&key.0.into());
        let payload = Payload { msg: &self.bytes, aad: &place(&self.subject, row, field) };
        let plain = cipher.decrypt(XNonce::from_slice(&self.nonce), payload).ok()?;
        decode_value(&mut Decoder::new(&plain), 2).ok()
    }
}
