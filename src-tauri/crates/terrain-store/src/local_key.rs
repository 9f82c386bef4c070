//! The key of the local file: random, kept beside it wrapped twice, under the passphrase (argon2id) and under the
//! programme's paper key (age).

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::fresh;

/// argon2id: 64 MiB, two passes (OWASP's second choice); under 150 ms on the machines of 2018.
const MEMORY_KIB: u32 = 65_536;
const PASSES: u32 = 2;
/// Parameters read from a file beyond these are an attack on memory, not a setting.
const MEMORY_KIB_MAX: u32 = 1 << 20;
const PASSES_MAX: u32 = 16;

/// The wrapped key as stored beside the data file.
#[derive(Clone, Serialize, Deserialize)]
pub struct LocalKey {
    format: u32,
    memory_kib: u32,
    passes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
    paper: String,
}

/// Why the key could not be had.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LocalKeyError {
    /// The passphrase is another.
    #[error("wrong passphrase")]
    Passphrase,
    /// Not such a file.
    #[error("the key file is damaged")]
    Damaged,
    /// Made by a newer app.
    #[error("key file format {0} is newer")]
    Newer(u32),
    /// An envelope could not be made or opened.
    #[error("the envelope does not open")]
    Envelope,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn unhex(text: &str) -> Result<Vec<u8>, LocalKeyError> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let digits = digits.filter(|d| d.len() % 2 == 0).ok_or(LocalKeyError::Damaged)?;
    digits
        .chunks_exact(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(high * 16 + low).map_err(|_| LocalKeyError::Damaged),
            _ => Err(LocalKeyError::Damaged),
        })
        .collect()
}

fn stretch(passphrase: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<Zeroizing<[u8; 32]>, LocalKeyError> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(|_| LocalKeyError::Damaged)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, key.as_mut())
        .map_err(|_| LocalKeyError::Damaged)?;
    Ok(key)
}

impl LocalKey {
    /// Wraps `key` under a passphrase and for the paper key's `recipient`.
    pub fn wrap(key: &[u8; 32], passphrase: &str, recipient: &str) -> Result<Self, LocalKeyError> {
        let (salt, nonce): ([u8; 16], [u8; 24]) = (fresh(), fresh());
        let kek = stretch(passphrase, &salt, MEMORY_KIB, PASSES)?;
        let cipher = XChaCha20Poly1305::new((&*kek).into());
        let payload = Payload { msg: key, aad: b"mourafaka local key" };
        let wrapped = cipher.encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| LocalKeyError::Envelope)?;
        Ok(Self {
            format: 1,
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: hex(&wrapped),
            paper: hex(&seal_envelope(key, recipient)?),
        })
    }

    /// The key, by passphrase.
    pub fn unlock(&self, passphrase: &str) -> Result<Zeroizing<[u8; 32]>, LocalKeyError> {
        if self.format > 1 {
            return Err(LocalKeyError::Newer(self.format));
        }
        if self.memory_kib > MEMORY_KIB_MAX || self.passes > PASSES_MAX {
            return Err(LocalKeyError::Damaged);
        }
        let kek = stretch(passphrase, &unhex(&self.salt)?, self.memory_kib, self.passes)?;
        let cipher = XChaCha20Poly1305::new((&*kek).into());
        let (nonce, wrapped) = (unhex(&self.nonce)?, unhex(&self.wrapped)?);
        if nonce.len() != 24 {
            return Err(LocalKeyError::Damaged);
        }
        let payload = Payload { msg: &wrapped, aad: b"mourafaka local key" };
        let key = cipher.decrypt(XNonce::from_slice(&nonce), payload).map_err(|_| LocalKeyError::Passphrase)?;
        key.try_into().map(Zeroizing::new).map_err(|_| LocalKeyError::Damaged)
    }

    /// The key, by the paper key's age identity.
    pub fn recover(&self, identity: &str) -> Result<Zeroizing<[u8; 32]>, LocalKeyError> {
        let key = open_envelope(&unhex(&self.paper)?, identity)?;
        key.try_into().map(Zeroizing::new).map_err(|_| LocalKeyError::Damaged)
    }
}

/// Seals bytes to an age recipient.
pub fn seal_envelope(bytes: &[u8], recipient: &str) -> Result<Vec<u8>, LocalKeyError> {
    let recipient: age::x25519::Recipient = recipient.parse().map_err(|_| LocalKeyError::Envelope)?;
    age::encrypt(&recipient, bytes).map_err(|_| LocalKeyError::Envelope)
}

/// Opens what was sealed to this age identity.
pub fn open_envelope(sealed: &[u8], identity: &str) -> Result<Vec<u8>, LocalKeyError> {
    let identity: age::x25519::Identity = identity.parse().map_err(|_| LocalKeyError::Envelope)?;
    age::decrypt(&identity, sealed).map_err(|_| LocalKeyError::Envelope)
}

/// The public recipient of an age identity.
pub fn recipient_of(identity: &str) -> Result<String, LocalKeyError> {
    let identity: age::x25519::Identity = identity.parse().map_err(|_| LocalKeyError::Envelope)?;
    Ok(identity.to_public().to_string())
}
