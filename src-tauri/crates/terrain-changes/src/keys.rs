//! The programme's keys and what is derived from them. Each use has its own derived key (BLAKE3 `derive_key`).

use bech32::{Bech32, Hrp};
use ed25519_dalek::SigningKey;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::KeyId;

/// The secret printed on paper at the start of a programme: the root of all trust and the last way back in.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct PaperKey(pub [u8; 32]);

const PAPER: Hrp = Hrp::parse_unchecked("mourafaka");
const AGE: Hrp = Hrp::parse_unchecked("age-secret-key-");

impl PaperKey {
    /// The text to print: groups of six characters with a checksum.
    pub fn to_words(&self) -> String {
        let text = bech32::encode::<Bech32>(PAPER, &self.0).unwrap_or_default();
        let groups: Vec<String> = text.chars().collect::<Vec<_>>().chunks(6).map(|c| c.iter().collect()).collect();
        groups.join(" ")
    }

    /// Reads a typed or pasted paper key; spaces, hyphens and line ends do not matter. Nothing when the checksum is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        let joined: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let (hrp, bytes) = bech32::decode(&joined.to_lowercase()).ok()?;
        if hrp == PAPER { bytes.try_into().ok().map(Self) } else { None }
    }

    /// The Ed25519 key that signs the first certificates.
    pub fn root(&self) -> SigningKey {
        SigningKey::from_bytes(&blake3::derive_key("mourafaka terrain 2026-11 paper key: root signature", &self.0))
    }

    /// The age identity to which key rings and local keys are sealed.
    pub fn identity(&self) -> String {
        let secret = blake3::derive_key("mourafaka terrain 2026-11 paper key: age identity", &self.0);
        bech32::encode_upper::<Bech32>(AGE, &secret).unwrap_or_default()
    }
}

/// One key of the programme.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RingKey(pub [u8; 32]);

impl RingKey {
    /// Its public name.
    pub fn id(&self) -> KeyId {
        let hash = blake3::derive_key("mourafaka terrain 2026-11 key id", &self.0);
        let mut id = [0; 8];
        id.iter_mut().zip(hash).for_each(|(slot, byte)| *slot = byte);
        KeyId(id)
    }

    /// Seals segments.
    pub fn segments(&self) -> [u8; 32] {
        blake3::derive_key("mourafaka terrain 2026-11 segments", &self.0)
    }

    /// The raw SQLCipher key of the central file.
    pub fn central_file(&self) -> [u8; 32] {
        blake3::derive_key("mourafaka terrain 2026-11 central file", &self.0)
    }

    /// Seals workbooks and evidence in the centre.
    pub fn files(&self) -> [u8; 32] {
        blake3::derive_key("mourafaka terrain 2026-11 files", &self.0)
    }

    /// Names them there: without this key nobody can tell whether a file that he knows is among them.
    pub fn file_names(&self) -> [u8; 32] {
        blake3::derive_key("mourafaka terrain 2026-11 file names", &self.0)
    }

    /// Seals the keys of subjects in the centre.
    pub fn subjects(&self) -> [u8; 32] {
        blake3::derive_key("mourafaka terrain 2026-11 subject keys", &self.0)
    }
}

/// The programme's keys, oldest first; new things are sealed under the last.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct KeyRing(pub Vec<RingKey>);

impl KeyRing {
    /// The key in use.
    pub fn current(&self) -> Option<&RingKey> {
        self.0.last()
    }

    /// The key of this name.
    pub fn find(&self, id: &KeyId) -> Option<&RingKey> {
        self.0.iter().find(|k| k.id() == *id)
    }

    /// All keys one after the other, for sealing to a device or to the paper key.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|k| k.0).collect()
    }

    /// Reads [`KeyRing::to_bytes`]; nothing where the length is not a whole number of keys.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let chunks = bytes.chunks_exact(32);
        if !chunks.remainder().is_empty() || bytes.is_empty() {
            return None;
        }
        chunks.map(|c| c.try_into().ok().map(RingKey)).collect::<Option<Vec<_>>>().map(Self)
    }
}

/// The key of one person's values.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SubjectKey(pub [u8; 32]);
