//! Names of devices, changes, keys and stored bytes: fixed-size byte strings, written in lower-case hexadecimal.

use std::fmt;

macro_rules! bytes_id {
    ($(#[$doc:meta])* $name:ident, $size:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub [u8; $size]);

        impl $name {
            /// The bytes as a fixed array, or nothing where the length differs.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// Reads lower-case or upper-case hexadecimal of exactly the right length.
            pub fn parse(text: &str) -> Option<Self> {
                let mut out = [0u8; $size];
                let bytes = text.as_bytes();
                if bytes.len() != $size * 2 {
                    return None;
                }
                for (slot, pair) in out.iter_mut().zip(bytes.chunks_exact(2)) {
                    let [high, low] = pair else { return None };
                    let digit = |b: &u8| (*b as char).to_digit(16);
                    *slot = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
                }
                Some(Self(out))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }
    };
}

bytes_id!(
    /// A device: 16 bytes drawn when its keys are made, bound to its Ed25519 key by a certificate.
    DeviceId, 16
);
bytes_id!(
    /// A change: BLAKE3-128 of device, seq and canonical encoding.
    ChangeId, 16
);
bytes_id!(
    /// BLAKE3-256 of stored bytes (a segment, a file).
    Hash32, 32
);
bytes_id!(
    /// A key of the programme's ring: 8 bytes derived from the key.
    KeyId, 8
);

impl Hash32 {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl DeviceId {
    /// The paper key's own pseudo-device, derived from the programme so that every replica names it alike.
    pub fn root(programme: &uuid::Uuid) -> Self {
        let hash = blake3::derive_key("mourafaka terrain 2026-11 root device", programme.as_bytes());
        let mut id = [0; 16];
        id.iter_mut().zip(hash).for_each(|(slot, byte)| *slot = byte);
        Self(id)
    }
}
