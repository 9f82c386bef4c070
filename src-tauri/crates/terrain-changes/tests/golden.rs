//! The encodings of the first day, pinned byte by byte: every later version reads them and writes the same.
//!
//! `GOLDEN=write cargo test -p terrain-changes --test golden what_is_written` writes the file anew; that is right only
//! before anybody's log exists. Compressed payloads are the one
//! exception: another version of zstd may pack otherwise, so stored segments are only read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use terrain_changes::{
    BaseRef, CentreHeader, Change, ChangeId, Content, DeviceId, EVENT, EventContent, Hash32, KeyId, Operation,
    PaperKey, Position, ROW, RingKey, RowLife, Sealed, SegmentHeader, Signed, SigningKey, SubjectKey, Tip, Vector,
    event_id, open_payload, parse_segment, seal_segment,
};
use terrain_domain::{Dec, Place, Value};
use uuid::Uuid;

const AMINA: DeviceId = DeviceId([0xa1; 16]);
const HASSAN: DeviceId = DeviceId([0xb2; 16]);
const ROW_ID: Uuid = Uuid::from_u128(0x0192_0000_0000_7a1a_8a1a_1a1a_0000_0007);
const SUBJECT: Uuid = Uuid::from_u128(0x0192_0000_0000_7a1a_8a1a_1a1a_0000_0008);
const RING_KEY: RingKey = RingKey([0x11; 32]);
const SUBJECT_KEY: SubjectKey = SubjectKey([0x22; 32]);
/// Characters of a line; the rest of a value goes on in lines that begin with a space.
const LINE: usize = 100;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden.txt")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

fn unhex(text: &str) -> Vec<u8> {
    let digit = |b: u8| (b as char).to_digit(16).unwrap() as u8;
    text.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

/// The stored entries; a missing file fails here.
fn stored() -> BTreeMap<String, Vec<u8>> {
    let text = std::fs::read_to_string(path()).expect("tests/golden.txt belongs to the repository");
    let joined = text.replace("\n ", "");
    let entries = joined.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries.map(|line| line.split_once(" = ").unwrap()).map(|(name, hex)| (name.into(), unhex(hex))).collect()
}

fn written(entries: &[(&str, Vec<u8>)]) -> String {
    let head = "# Encodings of the first day, in hexadecimal. Read tests/golden.rs before touching a line.\n";
    entries.iter().fold(head.to_owned(), |mut out, (name, bytes)| {
        let line = format!("{name} = {}", hex(bytes));
        let lines: Vec<String> = line.as_bytes().chunks(LINE).map(|c| String::from_utf8(c.to_vec()).unwrap()).collect();
        out.push_str(&lines.join("\n "));
        out.push('\n');
        out
    })
}

fn vector() -> Vector {
    let mut vector = Vector::default();
    vector.add(AMINA, Tip { seq: 300, hash: Hash32([0x33; 32]) });
    vector.add(HASSAN, Tip { seq: 7, hash: Hash32([0x44; 32]) });
    vector.add(HASSAN, Tip { seq: 9, hash: Hash32([0x55; 32]) });
    vector
}

fn sealed() -> Sealed {
    let name = Value::Text("Fatima Aït Baha".into());
    Sealed::seal(&SUBJECT_KEY, SUBJECT, &ROW_ID, "name", [0x66; 24], &name).unwrap()
}

/// Every kind of value, base and mark that the log knows.
fn operation() -> Operation {
    let change = |field: &str, value| Change::plain("cooperative", ROW_ID, field, value);
    let named = |field: &str, value, base: &[BaseRef]| Change { base: base.to_vec(), ..change(field, value) };
    let personal = Content::Personal(sealed());
    let visit = Uuid::from_u128(9);
    Operation {
        name: "import".into(),
        at: 1_793_491_200_123,
        clock_ok: true,
        note: Some("saisi à Tiznit ⵜⵉⵣⵏⵉⵜ".into()),
        undoes: Some(ChangeId([0x77; 16])),
        more: true,
        changes: vec![
            change(ROW, RowLife::Alive.value()),
            change("null", Value::Null),
            change("no", Value::Bool(false)),
            named("yes", Value::Bool(true), &[BaseRef::At(AMINA, 3)]),
            named("int", Value::Int(-1), &[BaseRef::At(HASSAN, 9), BaseRef::At(AMINA, 250), BaseRef::At(HASSAN, 2)]),
            named("int_max", Value::Int(i64::MAX), &[BaseRef::Full(ChangeId([0x88; 16])), BaseRef::At(AMINA, 4)]),
            change("int_min", Value::Int(i64::MIN)),
            change("dec", Value::Dec(Dec::new(-12_345, 2))),
            change("dec_small", Value::Dec(Dec::new(1, 18))),
            change("text", Value::Text("تعاونية أركان".into())),
            change("date", Value::Date(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap())),
            change("date_old", Value::Date(NaiveDate::from_ymd_opt(1957, 2, 28).unwrap())),
            change("time", Value::Time(23 * 60 + 59)),
            change("id", Value::Id(ROW_ID)),
            change("hash", Value::Hash([0x99; 32])),
            change("place", Value::Place(Place { lat_e7: 296_967_000, lon_e7: -97_333_000, accuracy_m: Some(12) })),
            change("place_bare", Value::Place(Place { lat_e7: -1, lon_e7: 1, accuracy_m: None })),
            change("list", Value::List(vec![Value::Text("1".into()), Value::Text("3".into())])),
            change("list_empty", Value::List(Vec::new())),
            Change { auto: true, ..change("start", Value::Int(1_793_491_200_000)) },
            Change { content: personal, base: vec![BaseRef::At(AMINA, 300)], ..change("name", Value::Null) },
            Change { row: visit, kind: "visit".into(), ..named("days", Value::Int(2), &[BaseRef::At(HASSAN, 1)]) },
            Change { seen: Some(vector()), ..named(ROW, RowLife::Deleted.value(), &[BaseRef::At(AMINA, 1)]) },
        ],
    }
}

/// A document is finalised, then validated: every shape of an event, with what its author had seen.
fn event_operation() -> Operation {
    let at = 1_793_491_200_999;
    let place = |seq| Position { device: AMINA, seq, segment: None };
    let events = [
        ("finalise", EventContent { content: Some(Hash32([0x99; 32])), ..EventContent::default() }),
        ("validate", EventContent { names: Some(ROW_ID), note: Some("vu — تم".into()), ..EventContent::default() }),
        ("close", EventContent::default()),
    ];
    let changes = events.iter().zip([1, 4, 7]).flat_map(|((field, said), seq)| {
        let row = event_id(at, &place(seq));
        let happened = Change::plain(EVENT, row, field, said.value());
        [
            Change::plain(EVENT, row, ROW, RowLife::Alive.value()),
            Change::plain(EVENT, row, "entry", Value::Id(SUBJECT)),
            Change { seen: Some(vector()), ..happened },
        ]
    });
    let changes = changes.collect();
    Operation { name: "finalise".into(), at, clock_ok: true, note: None, undoes: None, more: false, changes }
}

fn small_operation() -> Operation {
    let value = Value::Text("Argane".into());
    let changes = vec![Change::plain("cooperative", ROW_ID, "name_fr", value)];
    Operation { name: "set".into(), at: 5, clock_ok: false, note: None, undoes: None, more: false, changes }
}

fn signing() -> SigningKey {
    SigningKey::from_bytes(&[0xaa; 32])
}

fn segment_header(from: u64, to: u64, previous: Option<Hash32>, deps: Vector, continues: bool) -> SegmentHeader {
    SegmentHeader {
        programme: Uuid::from_u128(0xbb),
        key: RING_KEY.id(),
        device: AMINA,
        signing: signing().verifying_key().to_bytes(),
        from,
        to,
        previous,
        deps,
        schema: 1,
        at: 1_793_491_200_456,
        continues,
    }
}

/// The first segment of a chain, and one that follows `first`.
fn segments(first: Option<Hash32>) -> [(SegmentHeader, Vec<Operation>); 2] {
    let count = operation().changes.len() as u64;
    let two = vec![small_operation(), Operation { more: true, ..small_operation() }];
    [
        (segment_header(1, count, None, Vector::default(), true), vec![operation()]),
        (segment_header(count + 1, count + 2, first, vector(), true), two),
    ]
}

fn seal((header, operations): &(SegmentHeader, Vec<Operation>)) -> Vec<u8> {
    let bodies: Vec<Vec<u8>> = operations.iter().map(|o| o.encode().unwrap()).collect();
    seal_segment(header, &bodies, &RING_KEY, [0xcc; 24], &signing()).unwrap()
}

fn paper_key() -> PaperKey {
    PaperKey(std::array::from_fn(|n| n as u8))
}

fn centre_header() -> CentreHeader {
    CentreHeader {
        programme: Uuid::from_u128(0xbb),
        name: "Mourafaka Souss-Massa — مرافقة".into(),
        slug: "souss-massa".into(),
        root: Hash32(paper_key().root().verifying_key().to_bytes()),
        recipient: "age1qqqq".into(),
        first_key: RING_KEY.id(),
        app_min: 1,
    }
}

/// What must be written the same for ever.
fn entries() -> Vec<(&'static str, Vec<u8>)> {
    let ids = |operation: Operation, device, first: u64| {
        operation.change_ids(device, first).unwrap().iter().flat_map(|id| id.0).collect::<Vec<u8>>()
    };
    let header = centre_header().encode().unwrap();
    vec![
        ("operation", operation().encode().unwrap()),
        ("operation.change_ids", ids(operation(), &AMINA, 1)),
        ("small_operation", small_operation().encode().unwrap()),
        ("small_operation.change_ids", ids(small_operation(), &HASSAN, 1 << 40)),
        ("event_operation", event_operation().encode().unwrap()),
        ("event_operation.change_ids", ids(event_operation(), &AMINA, 1)),
        ("personal.nonce_then_sealed", [&sealed().nonce[..], &sealed().bytes].concat()),
        ("vector", vector().to_bytes().unwrap()),
        ("root_device", DeviceId::root(&Uuid::from_u128(0xbb)).0.to_vec()),
        ("ring_key.id", RING_KEY.id().0.to_vec()),
        ("ring_key.segments", RING_KEY.segments().to_vec()),
        ("ring_key.central_file", RING_KEY.central_file().to_vec()),
        ("ring_key.subjects", RING_KEY.subjects().to_vec()),
        ("paper_key.words_in_utf8", paper_key().to_words().into_bytes()),
        ("paper_key.root_public", paper_key().root().verifying_key().to_bytes().to_vec()),
        ("paper_key.identity_in_utf8", paper_key().identity().into_bytes()),
        ("centre_header", header.clone()),
        ("centre_header.signed", Signed::seal(CentreHeader::MAGIC, &header, &paper_key().root())),
    ]
}

#[expect(clippy::disallowed_methods, reason = "a file of the repository, written by hand once and checked in")]
fn write_anew() {
    let [first, _] = segments(None);
    let first = seal(&first);
    let [_, second] = segments(Some(Hash32::of(&first)));
    let mut all = entries();
    all.extend([("segment.first", first), ("segment.second", seal(&second))]);
    std::fs::write(path(), written(&all)).unwrap();
}

/// With `GOLDEN=write` the file is made; otherwise what is written today is what was written then.
#[test]
fn what_is_written_is_what_was_written() {
    if std::env::var("GOLDEN").as_deref() == Ok("write") {
        write_anew();
    }
    let stored = stored();
    for (name, bytes) in entries() {
        assert_eq!(stored.get(name).map(|b| hex(b)), Some(hex(&bytes)), "{name}");
    }
    assert_eq!(stored.len(), entries().len() + 2, "an entry that nobody reads, beside the two segments");
}

#[test]
fn what_was_written_is_read() {
    let stored = stored();
    let get = |name: &str| stored.get(name).unwrap_or_else(|| panic!("no {name}")).as_slice();
    assert_eq!(Operation::decode(get("operation")).unwrap(), operation());
    assert_eq!(Operation::decode(get("small_operation")).unwrap(), small_operation());
    assert_eq!(Operation::decode(get("event_operation")).unwrap(), event_operation());
    assert_eq!(Vector::from_bytes(get("vector")).unwrap(), vector());
    let (nonce, bytes) = get("personal.nonce_then_sealed").split_first_chunk::<24>().unwrap();
    let personal = Sealed { subject: SUBJECT, nonce: *nonce, bytes: bytes.to_vec() };
    assert_eq!(personal.open(&SUBJECT_KEY, &ROW_ID, "name"), Some(Value::Text("Fatima Aït Baha".into())));
    assert_eq!(personal.open(&SUBJECT_KEY, &ROW_ID, "phone"), None, "a value opens in its own field only");
    assert_eq!(personal.open(&SUBJECT_KEY, &SUBJECT, "name"), None, "and in its own row");
    let words = String::from_utf8(get("paper_key.words_in_utf8").to_vec()).unwrap();
    assert!(PaperKey::parse(&words).is_some_and(|key| key.0 == paper_key().0));
    assert!(PaperKey::parse(&words.to_uppercase().replace(' ', "\n")).is_some(), "typed from paper");
    assert!(PaperKey::parse(&words.replacen('q', "p", 1)).is_none(), "a wrong letter is noticed");
    let signed = Signed::open(CentreHeader::MAGIC, get("centre_header.signed")).unwrap();
    assert_eq!(signed.by, paper_key().root().verifying_key());
    assert_eq!(CentreHeader::decode(&signed.payload).unwrap(), centre_header());
    assert_eq!(centre_header().first_key, KeyId(get("ring_key.id").try_into().unwrap()));
}

/// Stored segments are parsed, verified and opened; what is written today differs from them in the packing at most.
#[test]
fn segments_of_then_are_read() {
    let stored = stored();
    let first = &stored["segment.first"];
    let expected = segments(Some(Hash32::of(first)));
    for (bytes, (header, operations)) in [first, &stored["segment.second"]].into_iter().zip(&expected) {
        let segment = parse_segment(bytes).unwrap();
        assert_eq!((&segment.header, segment.hash), (header, Hash32::of(bytes)));
        assert_eq!(segment.tip(), Tip { seq: header.to, hash: Hash32::of(bytes) });
        let opened = open_payload(bytes, &RING_KEY).unwrap();
        let found: Vec<&Operation> = opened.iter().map(|(_, operation)| operation).collect();
        assert_eq!(found, operations.iter().collect::<Vec<_>>());
        assert!(opened.iter().all(|(body, operation)| *body == operation.encode().unwrap()));
        // Magic, format, header and nonce stand before the packed payload.
        let today = seal(&(header.clone(), operations.clone()));
        let length = u32::from_le_bytes(bytes[5..9].try_into().unwrap()) as usize;
        assert_eq!(hex(&today[..9 + length + 24]), hex(&bytes[..9 + length + 24]));
        assert_eq!(open_payload(&today, &RING_KEY).unwrap(), opened);
    }
}
