//! A small signed thing of the centre (header, generation): `magic, length, payload, public key, signature`.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// Largest payload: these files are small by design.
const PAYLOAD_MAX: usize = 4 << 20;

/// Why a signed file is not believed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SignedError {
    /// Not such a file, or cut short.
    #[error("not a signed file of this kind")]
    Shape,
    /// Made by a newer app.
    #[error("format {found} is newer than {known}")]
    Newer {
        /// The format of the file.
        found: u8,
        /// The newest that is understood here.
        known: u8,
    },
    /// The signature does not fit the bytes.
    #[error("bad signature")]
    Signature,
}

/// Bytes and who signed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What was signed.
    pub payload: Vec<u8>,
    /// By whom; whether that one may is for the reader to judge.
    pub by: VerifyingKey,
}

const FORMAT: u8 = 1;

impl Signed {
    /// The file: `magic(4) format(1) length(4) payload key(32) signature(64)`; the signature covers all before it.
    pub fn seal(magic: &[u8; 4], payload: &[u8], key: &SigningKey) -> Vec<u8> {
        let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes();
        let mut out = [magic.as_slice(), &[FORMAT], &length, payload, key.verifying_key().as_bytes()].concat();
        let signature = key.sign(&out);
        out.extend_from_slice(&signature.to_bytes());
        out
    }

    /// Reads and verifies such a file.
    pub fn open(magic: &[u8; 4], bytes: &[u8]) -> Result<Self, SignedError> {
        let rest = bytes.strip_prefix(magic).ok_or(SignedError::Shape)?;
        let (format, rest) = rest.split_first().ok_or(SignedError::Shape)?;
        if *format > FORMAT {
            return Err(SignedError::Newer { found: *format, known: FORMAT });
        }
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(SignedError::Shape)?;
        let length = u32::from_le_bytes(*length) as usize;
        if length > PAYLOAD_MAX || rest.len() != length + 96 {
            return Err(SignedError::Shape);
        }
        let (payload, rest) = rest.split_at_checked(length).ok_or(SignedError::Shape)?;
        let (key, signature) = rest.split_first_chunk::<32>().ok_or(SignedError::Shape)?;
        let signature = Signature::from_slice(signature).map_err(|_| SignedError::Shape)?;
        let by = VerifyingKey::from_bytes(key).map_err(|_| SignedError::Signature)?;
        let covered = bytes.get(..bytes.len() - 64).ok_or(SignedError::Shape)?;
        by.verify_strict(covered, &signature).map_err(|_| SignedError::Signature)?;
        Ok(Self { payload: payload.to_vec(), by })
    }
}
