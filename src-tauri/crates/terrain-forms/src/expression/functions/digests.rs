//! Digests and base64.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::Plain;

/// `digest(text, algorithm[, encoding])`; blank where the algorithm or the encoding is not known.
pub(super) fn digest(texts: &[Cow<'_, str>]) -> Plain {
    let (text, algorithm, encoding) = match texts {
        [text, algorithm] => (text, algorithm, "base64"),
        [text, algorithm, encoding] => (text, algorithm, encoding.as_ref()),
        _ => return Plain::Text(String::new()),
    };
    let bytes = text.as_bytes();
    let made = match algorithm.as_ref() {
        "MD5" => Md5::digest(bytes).to_vec(),
        "SHA-1" => Sha1::digest(bytes).to_vec(),
        "SHA-256" => Sha256::digest(bytes).to_vec(),
        "SHA-384" => Sha384::digest(bytes).to_vec(),
        "SHA-512" => Sha512::digest(bytes).to_vec(),
        _ => return Plain::Text(String::new()),
    };
    Plain::Text(match encoding {
        "base64" => STANDARD.encode(made),
        "hex" => made.iter().map(|byte| format!("{byte:02x}")).collect(),
        _ => String::new(),
    })
}

/// Text of base64; blank where it is none.
pub(super) fn base64_decode(texts: &[Cow<'_, str>]) -> Plain {
    let decoded = texts.first().and_then(|text| STANDARD.decode(text.trim()).ok()).unwrap_or_default();
    Plain::Text(String::from_utf8_lossy(&decoded).into_owned())
}
