//! What is written is read back the same, and an id commits to its change and to nothing beside it.

use chrono::NaiveDate;
use proptest::prelude::*;
use terrain_changes::{
    BaseRef, Change, ChangeId, Content, DeviceId, Hash32, Operation, RingKey, Sealed, SegmentError, SegmentHeader,
    SigningKey, Tip, Vector, open_payload, parse_segment, seal_segment,
};
use terrain_domain::{Dec, Place, Value};
use uuid::Uuid;

use crate::config;

fn plain_values() -> impl Strategy<Value = Value> {
    let dates = (-800_000..800_000i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt);
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        (any::<i64>(), 0..=18u8).prop_map(|(mantissa, scale)| Value::Dec(Dec::new(mantissa, scale))),
        ".{0,12}".prop_map(Value::Text),
        dates.prop_map(Value::Date),
        any::<u16>().prop_map(Value::Time),
        any::<u128>().prop_map(|n| Value::Id(Uuid::from_u128(n))),
        any::<[u8; 32]>().prop_map(Value::Hash),
        (any::<i32>(), any::<i32>(), any::<Option<u32>>())
            .prop_map(|(lat_e7, lon_e7, accuracy_m)| Value::Place(Place { lat_e7, lon_e7, accuracy_m })),
    ]
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![6 => plain_values(), 1 => prop::collection::vec(plain_values(), 0..5).prop_map(Value::List)]
}

fn devices() -> impl Strategy<Value = DeviceId> {
    // Few devices, as in life: the encoding numbers them.
    (0..4u8).prop_map(|n| DeviceId([n; 16]))
}

fn vectors() -> impl Strategy<Value = Vector> {
    prop::collection::vec((devices(), any::<u64>(), any::<[u8; 32]>()), 0..5).prop_map(|tips| {
        let mut vector = Vector::default();
        tips.into_iter().for_each(|(device, seq, hash)| vector.add(device, Tip { seq, hash: Hash32(hash) }));
        vector
    })
}

fn changes() -> impl Strategy<Value = Change> {
    let personal = (any::<u128>(), any::<[u8; 24]>(), prop::collection::vec(any::<u8>(), 0..40));
    let content = prop_oneof![
        5 => values().prop_map(Content::Plain),
        1 => personal.prop_map(|(subject, nonce, bytes)| {
            Content::Personal(Sealed { subject: Uuid::from_u128(subject), nonce, bytes })
        }),
    ];
    let base = prop_oneof![
        4 => (devices(), any::<u64>()).prop_map(|(device, seq)| BaseRef::At(device, seq)),
        1 => any::<[u8; 16]>().prop_map(|id| BaseRef::Full(ChangeId(id))),
    ];
    let names = prop::sample::select(vec!["cooperative", "visit", "_row", "name_fr", "é"]);
    let seen = prop::option::weighted(0.2, vectors());
    (names.clone(), 0..3u128, names, content, prop::collection::vec(base, 0..4), any::<bool>(), seen).prop_map(
        |(kind, row, field, content, base, auto, seen)| Change {
            kind: kind.into(),
            row: Uuid::from_u128(row),
            field: field.into(),
            content,
            base,
            auto,
            seen,
        },
    )
}

pub fn operations() -> impl Strategy<Value = Operation> {
    let note = prop::option::of(".{0,8}");
    let undoes = prop::option::of(any::<[u8; 16]>().prop_map(ChangeId));
    let flags = (any::<bool>(), any::<bool>());
    ("[a-z_]{0,8}", any::<i64>(), flags, note, undoes, prop::collection::vec(changes(), 1..8)).prop_map(
        |(name, at, (clock_ok, more), note, undoes, changes)| Operation {
            name,
            at,
            clock_ok,
            note,
            undoes,
            more,
            changes,
        },
    )
}

pub const KEY: RingKey = RingKey([7; 32]);

/// Seals operations as the first segment of a device.
pub fn sealed(operations: &[Operation], deps: Vector) -> (SegmentHeader, Vec<u8>) {
    let signing = SigningKey::from_bytes(&[9; 32]);
    let count: usize = operations.iter().map(|o| o.changes.len()).sum();
    let header = SegmentHeader {
        programme: Uuid::from_u128(1),
        key: KEY.id(),
        device: DeviceId([3; 16]),
        signing: signing.verifying_key().to_bytes(),
        from: 1,
        to: count as u64,
        previous: None,
        deps,
        schema: 1,
        at: 1_793_000_000_000,
        continues: false,
    };
    let bodies: Vec<Vec<u8>> = operations.iter().map(|o| o.encode().unwrap()).collect();
    let stored = seal_segment(&header, &bodies, &KEY, [5; 24], &signing).unwrap();
    (header, stored)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn operations_survive_their_bytes(operation in operations()) {
        let bytes = operation.encode().unwrap();
        prop_assert_eq!(&Operation::decode(&bytes).unwrap(), &operation);
        prop_assert!(Operation::decode(&[&bytes[..], &[0]].concat()).is_err(), "nothing may follow");
        prop_assert!(Operation::decode(&bytes[..bytes.len() - 1]).is_err(), "nothing may be missing");
    }

    #[test]
    fn segments_survive_their_bytes(operations in prop::collection::vec(operations(), 1..4), deps in vectors()) {
        let (header, stored) = sealed(&operations, deps);
        let segment = parse_segment(&stored).unwrap();
        prop_assert_eq!(&segment.header, &header);
        let opened = open_payload(&stored, &KEY).unwrap();
        prop_assert_eq!(opened.iter().map(|(_, o)| o).collect::<Vec<_>>(), operations.iter().collect::<Vec<_>>());
        prop_assert!(opened.iter().zip(&operations).all(|((body, _), o)| *body == o.encode().unwrap()));
        prop_assert!(open_payload(&stored, &RingKey([8; 32])).is_err(), "another key opens nothing");
    }

    #[test]
    fn vectors_survive_their_bytes(vector in vectors()) {
        prop_assert_eq!(Vector::from_bytes(&vector.to_bytes().unwrap()).unwrap(), vector);
    }

    /// The same change has the same id alone and among others, in one operation and in its parts; any difference in
    /// device, number, operation or the change itself gives another.
    #[test]
    fn an_id_commits_to_its_change_only(operation in operations(), first in 1..1000u64, part in 1..4usize) {
        let device = DeviceId([3; 16]);
        let ids = operation.change_ids(&device, first).unwrap();
        let mut seq = first;
        let mut in_parts = Vec::new();
        let parts = operation.clone().split(part);
        prop_assert!(parts.iter().rev().skip(1).all(|p| p.more && p.changes.len() == part));
        prop_assert!(parts.last().is_some_and(|p| !p.more && p.changes.len() <= part));
        for part in parts {
            let part = Operation::decode(&part.encode().unwrap()).unwrap();
            in_parts.extend(part.change_ids(&device, seq).unwrap());
            seq += part.changes.len() as u64;
        }
        prop_assert_eq!(&ids, &in_parts);
        for (n, change) in operation.changes.iter().enumerate() {
            let alone = Operation { changes: vec![change.clone()], ..operation.clone() };
            let id = |o: &Operation, device: u8, seq: u64| o.change_ids(&DeviceId([device; 16]), seq).unwrap()[0];
            let seq = first + n as u64;
            prop_assert_eq!(id(&alone, 3, seq), ids[n]);
            let mut others = vec![id(&alone, 4, seq), id(&alone, 3, seq + 1)];
            let mut differs = |change: &dyn Fn(&mut Operation)| {
                let mut other = alone.clone();
                change(&mut other);
                others.push(id(&other, 3, seq));
            };
            differs(&|o| o.name.push('x'));
            differs(&|o| o.at = o.at.wrapping_add(1));
            differs(&|o| o.clock_ok = !o.clock_ok);
            differs(&|o| o.note = if o.note.is_some() { None } else { Some(String::new()) });
            differs(&|o| o.undoes = if o.undoes.is_some() { None } else { Some(ChangeId([0; 16])) });
            differs(&|o| o.changes[0].kind.push('x'));
            differs(&|o| o.changes[0].row = Uuid::from_u128(77));
            differs(&|o| o.changes[0].field.push('x'));
            differs(&|o| o.changes[0].content = Content::Plain(Value::Text("another value".into())));
            differs(&|o| o.changes[0].base.push(BaseRef::At(DeviceId([1; 16]), 1)));
            differs(&|o| o.changes[0].auto = !o.changes[0].auto);
            differs(&|o| {
                let seen = &mut o.changes[0].seen;
                *seen = if seen.is_some() { None } else { Some(Vector::default()) };
            });
            others.push(ids[n]);
            let count = others.len();
            others.sort();
            others.dedup();
            prop_assert_eq!(others.len(), count, "two different changes share an id");
        }
    }
}

/// What no reader would take is not written either: it would lie in the log for ever.
#[test]
fn what_cannot_be_read_is_not_written() {
    let write = |kind: usize, field: usize, text: usize, note: usize| {
        let value = Value::Text("t".repeat(text));
        let changes = vec![Change::plain(&"k".repeat(kind), Uuid::nil(), &"f".repeat(field), value)];
        let note = Some("n".repeat(note));
        Operation { name: "set".into(), at: 0, clock_ok: true, note, undoes: None, more: false, changes }.encode()
    };
    for (kind, field, text, note, written) in [
        (255, 255, 1 << 20, 1 << 20, true),
        (256, 1, 1, 1, false),
        (1, 256, 1, 1, false),
        (1, 1, (1 << 20) + 1, 1, false),
        (1, 1, 1, (1 << 20) + 1, false),
    ] {
        let bytes = write(kind, field, text, note);
        assert_eq!(bytes.is_ok(), written, "{kind} {field} {text} {note}");
        assert!(bytes.is_err() || Operation::decode(&bytes.unwrap()).is_ok());
    }
    let (header, _) = sealed(&[Operation::decode(&write(1, 1, 1, 1).unwrap()).unwrap()], Vector::default());
    let seal = |to, body: Vec<u8>| {
        seal_segment(&SegmentHeader { to, ..header.clone() }, &[body], &KEY, [5; 24], &SigningKey::from_bytes(&[9; 32]))
    };
    assert!(seal(500_000, Vec::new()).is_ok());
    assert!(matches!(seal(500_001, Vec::new()), Err(SegmentError::TooLarge)), "more changes than anybody reads");
    assert!(
        matches!(seal(1, vec![0; 17 << 20]), Err(SegmentError::TooLarge)),
        "more bytes, small as they are when packed"
    );
}
