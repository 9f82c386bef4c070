//! Reading what operations say of certificates, endings and permission tables.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use terrain_domain::{Role, Value, device_prefix, owner_prefix};
use uuid::Uuid;

use crate::authority::End;
use crate::{Change, Content, DeviceId, Hash32, Operation, Position, ROW, RowLife, Vector};

/// Kinds judged by fixed rules, the same under every schema.
pub(crate) const CONTROL: [&str; 3] = ["certificate", "ending", "schema"];
/// An operation that carries control changes, with its place.
#[derive(Clone, Debug)]
pub struct ControlOp {
    /// Place of the operation's first change.
    pub position: Position,
    /// The author's vector at sealing.
    pub deps: Vector,
    /// The operation.
    pub operation: Operation,
}

impl ControlOp {
    /// Whether this operation makes control rows and does nothing else. Any other way of writing them is not accepted: what
    /// decides who may write must not hang on the rest of an operation, nor change afterwards.
    pub fn concerns(operation: &Operation) -> bool {
        let alive = |c: &&Change| c.field == ROW && RowLife::of(&c.content) == Some(RowLife::Alive);
        let made: BTreeSet<(&str, Uuid)> =
            operation.changes.iter().filter(alive).map(|c| (c.kind.as_str(), c.row)).collect();
        let making = |c: &Change| {
            let deletes = c.field == ROW && RowLife::of(&c.content) != Some(RowLife::Alive);
            let kind = c.kind.as_str();
            CONTROL.contains(&kind) && c.base.is_empty() && !deletes && made.contains(&(kind, c.row))
        };
        !operation.changes.is_empty() && operation.changes.iter().all(making)
    }
}

/// A certificate as somebody wrote it; whether it counts is for [`crate::Authority`] to say.
pub(crate) struct Certificate {
    pub row: Uuid,
    pub device: DeviceId,
    pub person: Uuid,
    pub role: Role,
    pub from_seq: u64,
    pub signing: [u8; 32],
    pub successor_of: Option<Uuid>,
    pub issuer: DeviceId,
    pub at: Position,
    pub deps: Vector,
}

/// An ending as somebody wrote it.
pub(crate) struct Ending {
    pub certificate: Uuid,
    pub end: End,
    pub ender: DeviceId,
    pub at: Position,
    pub deps: Vector,
}

pub(crate) type Fields<'a> = BTreeMap<&'a str, &'a Value>;

/// Whether the identifier says that this device made the row.
pub(crate) fn made_by(row: &Uuid, device: &DeviceId) -> bool {
    owner_prefix(row) == Some(device_prefix(&device.0))
}

/// The rows of `kind` that an operation makes, with their plain fields: control rows never change afterwards.
pub(crate) fn rows_of<'a>(operation: &'a Operation, kind: &str) -> Vec<(Uuid, Fields<'a>)> {
    let mut rows: BTreeMap<Uuid, Fields<'a>> = BTreeMap::new();
    for change in operation.changes.iter().filter(|c| c.kind == kind) {
        if let Content::Plain(value) = &change.content {
            rows.entry(change.row).or_default().insert(&change.field, value);
        }
    }
    rows.into_iter().filter(|(_, fields)| fields.contains_key(ROW)).collect()
}

pub(crate) fn text<'a>(fields: &Fields<'a>, name: &str) -> Option<&'a str> {
    match fields.get(name) {
        Some(Value::Text(t)) => Some(t),
        _ => None,
    }
}

pub(crate) fn int(fields: &Fields<'_>, name: &str) -> Option<i64> {
    match fields.get(name) {
        Some(Value::Int(i)) => Some(*i),
        _ => None,
    }
}

pub(crate) fn id(fields: &Fields<'_>, name: &str) -> Option<Uuid> {
    match fields.get(name) {
        Some(Value::Id(id)) => Some(*id),
        _ => None,
    }
}

pub(crate) fn read_certificates(control: &ControlOp) -> Vec<Certificate> {
    let read = |row: Uuid, f: &Fields<'_>| {
        let (device, person) = (DeviceId::parse(text(f, "device")?)?, id(f, "person")?);
        let signing = Hash32::parse(text(f, "signing_key")?)?.0;
        if !proves(text(f, "proof")?, &device, &person, &signing) {
            return None;
        }
        Some(Certificate {
            row,
            device,
            person,
            signing,
            role: Role::parse(text(f, "role")?)?,
            from_seq: u64::try_from(int(f, "from_seq")?).ok()?,
            successor_of: match text(f, "successor_of") {
                Some(t) if !t.is_empty() => Some(Uuid::parse_str(t).ok()?),
                _ => None,
            },
            issuer: control.position.device,
            at: control.position,
            deps: control.deps.clone(),
        })
    };
    let own = |row: &Uuid| made_by(row, &control.position.device);
    let rows = rows_of(&control.operation, "certificate").into_iter().filter(|(row, _)| own(row));
    rows.filter_map(|(row, f)| read(row, &f)).collect()
}

pub(crate) fn read_endings(control: &ControlOp) -> Vec<Ending> {
    let read = |f: &Fields<'_>| {
        let end = match text(f, "how")? {
            "retire" => End::Retire(control.position),
            "revoke" => {
                let hashes = match f.get("tips") {
                    Some(Value::List(items)) => items.as_slice(),
                    _ => &[],
                };
                let tip = |v: &Value| match v {
                    Value::Hash(h) => Some(Hash32(*h)),
                    _ => None,
                };
                End::Revoke(hashes.iter().filter_map(tip).collect())
            }
            _ => return None,
        };
        let certificate = id(f, "certificate")?;
        Some(Ending {
            certificate,
            end,
            ender: control.position.device,
            at: control.position,
            deps: control.deps.clone(),
        })
    };
    let own = |row: &Uuid| made_by(row, &control.position.device);
    let rows = rows_of(&control.operation, "ending").into_iter().filter(|(row, _)| own(row));
    rows.filter_map(|(_, f)| read(&f)).collect()
}

/// The certificates that a revocation reaches together: one device's and those of its self-named successors, for whoever
/// holds one of them may hold the keys of all.
pub(crate) fn family(of: &Certificate, certificates: &[Certificate]) -> Vec<Uuid> {
    let first = origin(of, certificates);
    certificates.iter().filter(|c| origin(c, certificates) == first).map(|c| c.row).collect()
}

/// The certificate from which a line of successors starts. Only a device itself can name its successor: a certificate that
/// another device claims to be one starts a line of its own.
fn origin(of: &Certificate, certificates: &[Certificate]) -> Uuid {
    let (mut current, mut steps) = (of, 0);
    while let Some(before) = current.successor_of.and_then(|row| certificates.iter().find(|c| c.row == row)) {
        if before.device != current.issuer || steps > certificates.len() {
            break;
        }
        (current, steps) = (before, steps + 1);
    }
    current.row
}

fn statement(device: &DeviceId, person: &Uuid) -> Vec<u8> {
    [b"mourafaka terrain 2026-11 device".as_slice(), &device.0, person.as_bytes()].concat()
}

/// The `proof` of a certificate: the device's own key says that it works for this person. Without it whoever may name a
/// successor could name another person's laptop, and take it over.
pub fn prove_device(device: &DeviceId, person: &Uuid, key: &SigningKey) -> String {
    key.sign(&statement(device, person)).to_bytes().iter().map(|b| format!("{b:02x}")).collect()
}

fn proves(proof: &str, device: &DeviceId, person: &Uuid, signing: &[u8; 32]) -> bool {
    let halves = proof.split_at_checked(64).and_then(|(a, b)| Some((Hash32::parse(a)?, Hash32::parse(b)?)));
    let key = VerifyingKey::from_bytes(signing).ok();
    let (Some((a, b)), Some(key)) = (halves, key) else { return false };
    let signature = Signature::from_components(a.0, b.0);
    key.verify_strict(&statement(device, person), &signature).is_ok()
}
