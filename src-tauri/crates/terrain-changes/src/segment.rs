//! Segments: consecutive changes of one device, compressed, sealed, signed and chained.
//!
//! Stored bytes: `"MTSG" format(1) header_length(4, LE) header(CBOR) nonce(24) sealed payload  signature(64)`.
//! The header is authenticated with the payload; the Ed25519 signature covers every byte before it. A segment's hash is the
//! BLAKE3 of all stored bytes: it names the file and is what the next segment calls `previous`.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use minicbor::{Decoder, Encoder};
use uuid::Uuid;

use crate::codec::{CodecError, array, bytes, encode_optional_bytes, optional};
use crate::operation::CHANGES_MAX;
use crate::{DeviceId, Hash32, KeyId, Operation, RingKey, Tip, Vector};

const MAGIC: &[u8; 4] = b"MTSG";
/// Format written, and the newest that is read.
const FORMAT: u8 = 1;
/// Largest stored segment: a stick's lost sector costs at most this much to send again.
pub const SEGMENT_BYTES_MAX: usize = 4 << 20;
/// Largest payload after decompression; against bombs. Sealing never makes more than a quarter of it.
const PAYLOAD_BYTES_MAX: usize = 16 << 20;
/// zstd level: beyond 6 the gain on such text is under 2 %.
const LEVEL: i32 = 6;

/// The part of a segment that is read before any key is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentHeader {
    /// The programme.
    pub programme: Uuid,
    /// Which key of the ring sealed it.
    pub key: KeyId,
    /// The author.
    pub device: DeviceId,
    /// The author's signature key; a certificate must name the same.
    pub signing: [u8; 32],
    /// First change.
    pub from: u64,
    /// Last change.
    pub to: u64,
    /// Hash of the segment before it on this chain; nothing for the first.
    pub previous: Option<Hash32>,
    /// The author's vector at sealing.
    pub deps: Vector,
    /// Number of the permission table the author wrote under.
    pub schema: u32,
    /// The author's wall clock at sealing, UTC ms; names the folder, decides nothing.
    pub at: i64,
    /// The last operation goes on in the next segment.
    pub continues: bool,
}

/// A parsed segment whose signature holds.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its header.
    pub header: SegmentHeader,
    /// Hash of all stored bytes.
    pub hash: Hash32,
}

/// Why bytes are not a segment to be applied.
#[derive(Debug, thiserror::Error)]
pub enum SegmentError {
    /// Not a segment, or cut short.
    #[error("not a segment")]
    Shape,
    /// Made by a newer app: kept and relayed, not read.
    #[error("segment format {0} is newer")]
    Newer(u8),
    /// Over the size limit.
    #[error("segment over {SEGMENT_BYTES_MAX} bytes")]
    TooLarge,
    /// The signature does not fit the bytes.
    #[error("bad signature")]
    Signature,
    /// The key does not open it.
    #[error("does not open under its key")]
    Key,
    /// What is inside is not what it should be.
    #[error(transparent)]
    Codec(#[from] CodecError),
    /// The numbers of the header and the changes inside differ.
    #[error("the header says {header} changes, there are {found}")]
    Count {
        /// According to the header.
        header: u64,
        /// Really there.
        found: u64,
    },
}

impl SegmentHeader {
    fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let mut e = Encoder::new(Vec::new());
        e.array(11)?.bytes(self.programme.as_bytes())?.bytes(&self.key.0)?.bytes(&self.device.0)?;
        e.bytes(&self.signing)?.u64(self.from)?.u64(self.to)?;
        encode_optional_bytes(&mut e, self.previous.as_ref().map(|h| h.0.as_slice()))?;
        self.deps.encode(&mut e)?;
        e.u32(self.schema)?.i64(self.at)?.bool(self.continues)?;
        Ok(e.into_writer())
    }

    fn decode(header: &[u8]) -> Result<Self, SegmentError> {
        let header = Self::decode_fields(header)?;
        // A number is stored as a signed one; a chain that counts honestly never comes near.
        let numbers = 1 <= header.from && header.from <= header.to && i64::try_from(header.to).is_ok();
        let first = (header.from == 1) == header.previous.is_none();
        if numbers && first && header.to - header.from < CHANGES_MAX { Ok(header) } else { Err(SegmentError::Shape) }
    }

    fn decode_fields(header: &[u8]) -> Result<Self, CodecError> {
        let mut d = Decoder::new(header);
        if array(&mut d, 64)? < 11 {
            return Err(CodecError::Shape("segment header"));
        }
        Ok(Self {
            programme: Uuid::from_bytes(bytes(&mut d)?),
            key: KeyId(bytes(&mut d)?),
            device: DeviceId(bytes(&mut d)?),
            signing: bytes(&mut d)?,
            from: d.u64()?,
            to: d.u64()?,
            previous: optional(&mut d, |d| bytes(d).map(Hash32))?,
            deps: Vector::decode(&mut d)?,
            schema: d.u32()?,
            at: d.i64()?,
            continues: d.bool()?,
        })
    }
}

/// Seals encoded operations ([`Operation::encode`]) into one segment.
///
/// Errors: [`SegmentError::TooLarge`] for what nobody would read (stored bytes over [`SEGMENT_BYTES_MAX`], payload or
/// number of changes over their limits); the caller seals fewer at a time.
pub fn seal_segment(
    header: &SegmentHeader,
    operations: &[Vec<u8>],
    key: &RingKey,
    nonce: [u8; 24],
    signing: &SigningKey,
) -> Result<Vec<u8>, SegmentError> {
    assert!(header.from >= 1 && header.to >= header.from, "a segment holds at least one change, numbered from 1");
    let mut e = Encoder::new(Vec::new());
    for operation in operations {
        e.bytes(operation).map_err(CodecError::from)?;
    }
    let plain = e.into_writer();
    if plain.len() > PAYLOAD_BYTES_MAX || header.to - header.from >= CHANGES_MAX {
        return Err(SegmentError::TooLarge);
    }
    let packed = zstd::bulk::compress(&plain, LEVEL).map_err(|_| CodecError::Encode)?;
    let head = header.encode()?;
    let cipher = XChaCha20Poly1305::new(&key.segments().into());
    let payload = Payload { msg: &packed, aad: &head };
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| CodecError::Encode)?;
    let length = u32::try_from(head.len()).map_err(|_| SegmentError::TooLarge)?.to_le_bytes();
    let mut out = [MAGIC.as_slice(), &[FORMAT], &length, &head, &nonce, &sealed].concat();
    out.extend_from_slice(&signing.sign(&out).to_bytes());
    if out.len() > SEGMENT_BYTES_MAX { Err(SegmentError::TooLarge) } else { Ok(out) }
}

fn cut(bytes: &[u8]) -> Result<(&[u8], &[u8]), SegmentError> {
    if bytes.len() > SEGMENT_BYTES_MAX {
        return Err(SegmentError::TooLarge);
    }
    let rest = bytes.strip_prefix(MAGIC).ok_or(SegmentError::Shape)?;
    let (format, rest) = rest.split_first().ok_or(SegmentError::Shape)?;
    if *format > FORMAT {
        return Err(SegmentError::Newer(*format));
    }
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(SegmentError::Shape)?;
    let (head, body) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or(SegmentError::Shape)?;
    if body.len() < 24 + 16 + 64 { Err(SegmentError::Shape) } else { Ok((head, body)) }
}

/// Reads the header and verifies the signature; opens nothing.
pub fn parse_segment(stored: &[u8]) -> Result<Segment, SegmentError> {
    let (head, _) = cut(stored)?;
    let header = SegmentHeader::decode(head)?;
    let (covered, signature) = stored.split_last_chunk::<64>().ok_or(SegmentError::Shape)?;
    let key = VerifyingKey::from_bytes(&header.signing).map_err(|_| SegmentError::Signature)?;
    key.verify_strict(covered, &Signature::from_bytes(signature)).map_err(|_| SegmentError::Signature)?;
    Ok(Segment { header, hash: Hash32::of(stored) })
}

/// Opens a segment parsed before: its operations, each with its own encoded bytes.
pub fn open_payload(stored: &[u8], key: &RingKey) -> Result<Vec<(Vec<u8>, Operation)>, SegmentError> {
    let (head, body) = cut(stored)?;
    let header = SegmentHeader::decode(head)?;
    let (nonce, rest) = body.split_first_chunk::<24>().ok_or(SegmentError::Shape)?;
    let sealed = rest.get(..rest.len() - 64).ok_or(SegmentError::Shape)?;
    let cipher = XChaCha20Poly1305::new(&key.segments().into());
    let packed =
        cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: head }).map_err(|_| SegmentError::Key)?;
    let plain = zstd::bulk::Decompressor::new()
        .and_then(|mut z| z.decompress(&packed, decompressed_size(&packed)?))
        .map_err(|_| CodecError::Limit("payload"))?;
    let mut d = Decoder::new(&plain);
    let mut operations = Vec::new();
    let (mut count, expected) = (0u64, header.to - header.from + 1);
    while d.position() < plain.len() && count <= expected {
        let encoded = d.bytes().map_err(CodecError::from)?;
        let operation = Operation::decode(encoded)?;
        count += operation.changes.len() as u64;
        operations.push((encoded.to_vec(), operation));
    }
    if count == expected { Ok(operations) } else { Err(SegmentError::Count { header: expected, found: count }) }
}

/// The size that the frame announces, refused over the limit before any memory is taken.
fn decompressed_size(packed: &[u8]) -> std::io::Result<usize> {
    let announced = zstd::zstd_safe::get_frame_content_size(packed).ok().flatten().unwrap_or(u64::MAX);
    match usize::try_from(announced) {
        Ok(size) if size <= PAYLOAD_BYTES_MAX => Ok(size),
        _ => Err(std::io::ErrorKind::InvalidData.into()),
    }
}

impl Segment {
    /// The tip that a vector gains by it.
    pub fn tip(&self) -> Tip {
        Tip { seq: self.header.to, hash: self.hash }
    }
}
