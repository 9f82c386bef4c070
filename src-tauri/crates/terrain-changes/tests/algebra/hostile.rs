//! Bytes from a stick or a stranger are refused in order: nothing panics, and no few bytes claim much memory.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use minicbor::Encoder;
use proptest::prelude::*;
use terrain_changes::{
    CentreHeader, DeviceId, Hash32, KeyId, Operation, RowState, SegmentError, Signed, SigningKey, Vector, open_payload,
    parse_segment,
};
use uuid::Uuid;

use crate::config;
use crate::encoding::{KEY, operations, sealed};
use crate::history::{histories, live};
use crate::reading::Reading;

/// Ways to spoil bytes: overwritten, cut out, doubled, one bit.
#[derive(Clone, Debug)]
enum Spoil {
    Write(usize, u8),
    Cut(usize, usize),
    Double(usize, usize),
    Flip(usize, u8),
}

fn spoils() -> impl Strategy<Value = Vec<Spoil>> {
    let at = any::<prop::sample::Index>().prop_map(|i| i.index(1 << 20));
    let one = prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Spoil::Write(at, byte)),
        (at.clone(), 1..9usize).prop_map(|(at, count)| Spoil::Cut(at, count)),
        (at.clone(), 1..9usize).prop_map(|(at, count)| Spoil::Double(at, count)),
        (at, 0..8u8).prop_map(|(at, bit)| Spoil::Flip(at, bit)),
    ];
    prop::collection::vec(one, 1..4)
}

fn spoil(bytes: &[u8], spoils: &[Spoil]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for spoil in spoils {
        let length = out.len().max(1);
        match *spoil {
            _ if out.is_empty() => {}
            Spoil::Write(at, byte) => out[at % length] = byte,
            Spoil::Flip(at, bit) => out[at % length] ^= 1 << bit,
            Spoil::Cut(at, count) => {
                let from = at % length;
                out.drain(from..(from + count).min(length));
            }
            Spoil::Double(at, count) => {
                let part = out[at % length..(at % length + count).min(length)].to_vec();
                out.splice(at % length..at % length, part);
            }
        }
    }
    out
}

/// Everything that reads bytes from outside reads these; what comes of it does not matter here.
fn read_all(bytes: &[u8]) {
    if let Ok(operation) = Operation::decode(bytes) {
        let again = Operation::decode(&operation.encode().unwrap()).unwrap();
        assert_eq!(again, operation, "what was understood is understood again");
        operation.change_ids(&DeviceId([3; 16]), i64::MAX as u64).unwrap();
    }
    if parse_segment(bytes).is_ok() {
        panic!("nobody can spoil a signed segment unseen");
    }
    let _ = open_payload(bytes, &KEY);
    let _ = Signed::open(b"MTHD", bytes);
    let _ = CentreHeader::decode(bytes);
    let _ = RowState::from_bytes(bytes);
    let _ = Vector::from_bytes(bytes);
}

fn centre_header() -> CentreHeader {
    CentreHeader {
        programme: Uuid::from_u128(1),
        name: "Souss-Massa".into(),
        slug: "souss-massa".into(),
        root: Hash32([2; 32]),
        recipient: "age1".into(),
        first_key: KeyId([3; 8]),
        app_min: 1,
    }
}

/// A segment around this payload, sealed and signed as its header says.
fn around(payload: &[u8], from: u64, to: u64) -> Vec<u8> {
    let signing = SigningKey::from_bytes(&[9; 32]);
    let mut e = Encoder::new(Vec::new());
    e.array(11).unwrap().bytes(&[1; 16]).unwrap().bytes(&KEY.id().0).unwrap().bytes(&[3; 16]).unwrap();
    e.bytes(signing.verifying_key().as_bytes()).unwrap().u64(from).unwrap().u64(to).unwrap();
    match from {
        1 => e.null().unwrap(),
        _ => e.bytes(&[4; 32]).unwrap(),
    };
    e.array(0).unwrap().u32(1).unwrap().i64(0).unwrap().bool(false).unwrap();
    let head = e.into_writer();
    let cipher = XChaCha20Poly1305::new(&KEY.segments().into());
    let sealed = cipher.encrypt(XNonce::from_slice(&[5; 24]), Payload { msg: payload, aad: &head }).unwrap();
    let length = (head.len() as u32).to_le_bytes();
    let mut out = [b"MTSG".as_slice(), &[1], &length, &head, &[5; 24], &sealed].concat();
    let signature = ed25519_dalek::Signer::sign(&signing, &out).to_bytes();
    out.extend_from_slice(&signature);
    out
}

fn packed(operations: &[Vec<u8>]) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    operations.iter().for_each(|o| {
        e.bytes(o).unwrap();
    });
    zstd::bulk::compress(&e.into_writer(), 1).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_all(&bytes);
        let beginnings = [&b"MTSG\x01"[..], b"MTHD\x01", b"MTSG\x01\x10\0\0\0\x8b\x50", b"\x87\x63", b"\x83\0\x80\x81\x82"];
        for start in beginnings {
            read_all(&[start, &bytes].concat());
        }
    }

    #[test]
    fn spoiled_bytes_are_refused(operations in prop::collection::vec(operations(), 1..3), spoils in spoils()) {
        let (_, stored) = sealed(&operations, Vector::default());
        let header = centre_header().encode().unwrap();
        let signed = Signed::seal(CentreHeader::MAGIC, &header, &SigningKey::from_bytes(&[9; 32]));
        let sound = [operations[0].encode().unwrap(), stored, header, signed];
        for bytes in &sound {
            let spoiled = spoil(bytes, &spoils);
            if spoiled != *bytes {
                read_all(&spoiled);
                prop_assert!(Signed::open(CentreHeader::MAGIC, &spoiled).is_err());
            }
        }
    }

    /// The same below the seal: a certified laptop with a broken or hostile app.
    #[test]
    fn spoiled_payloads_are_refused(operations in prop::collection::vec(operations(), 1..3), spoils in spoils()) {
        let count = operations.iter().map(|o| o.changes.len() as u64).sum();
        let bodies: Vec<Vec<u8>> = operations.iter().map(|o| o.encode().unwrap()).collect();
        let stored = around(&packed(&bodies), 1, count);
        prop_assert_eq!(open_payload(&stored, &KEY).unwrap().len(), bodies.len(), "unspoiled it opens");
        let spoiled: Vec<Vec<u8>> = bodies.iter().map(|body| spoil(body, &spoils)).collect();
        for payload in [packed(&spoiled), spoil(&packed(&bodies), &spoils)] {
            let stored = around(&payload, 1, count);
            parse_segment(&stored).unwrap();
            let _ = open_payload(&stored, &KEY);
        }
    }

    #[test]
    fn spoiled_states_are_refused(acts in histories(), spoils in spoils()) {
        let world = live(&acts, true);
        for state in Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>()).states().values() {
            let _ = RowState::from_bytes(&spoil(&state.to_bytes().unwrap(), &spoils));
        }
    }
}

/// An operation of `groups` × `changes` smallest changes under a kind of this length.
fn swollen(kind: &str, groups: u64, changes: u64) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    e.array(7).unwrap().str("set").unwrap().i64(0).unwrap().u64(1).unwrap().null().unwrap().null().unwrap();
    e.array(0).unwrap().array(groups).unwrap();
    for _ in 0..groups {
        e.array(3).unwrap().str(kind).unwrap().bytes(&[0; 16]).unwrap().array(changes).unwrap();
        for _ in 0..changes {
            e.array(2).unwrap().str("").unwrap().null().unwrap();
        }
    }
    e.into_writer()
}

/// A few megabytes that would become gigabytes, each by another way, are refused before the memory is taken.
#[test]
fn bombs_do_not_go_off() {
    let long = "k".repeat(1 << 19);
    assert!(Operation::decode(&swollen(&long, 1, 200_000)).is_err(), "a long kind for each of many changes: 100 GB");
    assert!(Operation::decode(&swollen("k", 4, 400_000)).is_err(), "many changes in several groups");
    assert!(Operation::decode(&swollen("k", 1, 2)).is_ok());
    let many = vec![swollen("k", 1, 30_000); 40];
    let stored = around(&packed(&many), 1, 40 * 30_000);
    assert!(parse_segment(&stored).is_err(), "more changes than a segment may hold, by its header");
    assert!(open_payload(&stored, &KEY).is_err());
    let stored = around(&packed(&many), 1, 10);
    assert!(matches!(open_payload(&stored, &KEY), Err(SegmentError::Count { header: 10, .. })), "more than it says");
    let mut empty = vec![swollen("k", 0, 0); 300_000];
    empty.push(swollen("k", 1, 1));
    assert!(open_payload(&around(&packed(&empty), 1, 1), &KEY).is_err(), "operations that change nothing, without end");
    let stored = around(&packed(&[swollen("k", 1, 1)]), 1, 2);
    assert!(
        matches!(open_payload(&stored, &KEY), Err(SegmentError::Count { header: 2, found: 1 })),
        "less than it says"
    );
    let zeros = around(&zstd::bulk::compress(&vec![0; 60 << 20], 1).unwrap(), 1, 1);
    assert!(open_payload(&zeros, &KEY).is_err(), "sixty megabytes of zeros in a few kilobytes");
    // A frame that claims ten gigabytes: magic, a single segment with an eight-byte size, no block.
    let mut claim = vec![0x28, 0xb5, 0x2f, 0xfd, 0xe0];
    claim.extend_from_slice(&(10u64 << 30).to_le_bytes());
    assert!(open_payload(&around(&claim, 1, 1), &KEY).is_err());
    // Lists that claim a million entries and end.
    for claim in [&[0x9a, 0, 0x0f, 0x42, 0x3f][..], &[0x9b, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]] {
        assert!(Vector::from_bytes(claim).is_err() && Operation::decode(claim).is_err());
        assert!(RowState::from_bytes(&[&[0x83, 0], claim].concat()).is_err());
    }
}

/// Numbers at the edge of what a header can say.
#[test]
fn numbers_at_the_edge_are_refused() {
    let one = packed(&[swollen("k", 1, 1)]);
    for (from, to) in [(0, 0), (0, u64::MAX), (1, u64::MAX), (2, 1), (u64::MAX, u64::MAX), (1 << 63, 1 << 63)] {
        let stored = around(&one, from, to);
        assert!(parse_segment(&stored).is_err(), "{from}..={to}");
        assert!(open_payload(&stored, &KEY).is_err(), "{from}..={to}");
    }
    assert!(parse_segment(&around(&one, 1, 1)).is_ok() && open_payload(&around(&one, 1, 1), &KEY).is_ok());
    assert!(open_payload(&around(&one, 1 << 40, 1 << 40), &KEY).is_ok());
}
