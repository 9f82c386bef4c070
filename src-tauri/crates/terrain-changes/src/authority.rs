//! Who may write: certificates and endings settled from the root outwards, published permission tables, and the verdict
//! on each operation. A pure function of the control changes and the chains: the order of arrival does not matter.

use std::collections::BTreeMap;

use terrain_domain::{IdRecipe, Role, Table, Value, device_prefix, kind, owner_prefix};
use uuid::Uuid;

use crate::{Chains, Content, DeviceId, Hash32, Link, OP_ACK, Operation, Position, ROW, RowLife, Tip, Vector};

/// Kinds judged by fixed rules, the same under every schema.
const CONTROL: [&str; 3] = ["certificate", "ending", "schema"];
/// Longest chain of certificates that is followed; real ones have two or three links.
const DEPTH_MAX: u32 = 64;

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
    /// Whether this operation must be kept for the settling of authority.
    pub fn concerns(operation: &Operation) -> bool {
        operation.changes.iter().any(|c| CONTROL.contains(&c.kind.as_str()))
    }
}

/// How a certificate ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Stops what the device writes after having seen the ending itself.
    Retire(Position),
    /// Keeps only what lies on the chains up to these segments.
    Revoke(Vec<Hash32>),
}

/// What a device may do, from which number on, until which ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Row of the certificate.
    pub certificate: Uuid,
    /// Whose device.
    pub person: Uuid,
    /// In which role; nothing for the paper key.
    pub role: Option<Role>,
    /// Signature key that its segments must carry.
    pub signing: [u8; 32],
    /// First number that counts.
    pub from_seq: u64,
    /// Endings that count.
    pub ends: Vec<End>,
    rank: Vec<[u8; 24]>,
}

/// Why an operation is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No valid certificate names the device and its key.
    UnknownDevice,
    /// The certificate begins later.
    BeforeCertificate,
    /// Retired or revoked.
    Ended,
    /// The permission table of the segment has not been adopted.
    UnknownSchema,
    /// The role may not write this field.
    NotPermitted,
    /// A row made under another device's name.
    NotOwner,
}

/// The judgement of an operation.
pub type Verdict = Result<(), Reason>;

/// All standings and tables that hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    standings: BTreeMap<DeviceId, Standing>,
    tables: BTreeMap<u32, Table>,
}

struct Certificate {
    row: Uuid,
    device: DeviceId,
    person: Uuid,
    role: Role,
    from_seq: u64,
    signing: [u8; 32],
    successor_of: Option<Uuid>,
    issuer: DeviceId,
    at: Position,
    deps: Vector,
}

struct Ending {
    certificate: Uuid,
    end: End,
    ender: DeviceId,
    at: Position,
    deps: Vector,
}

impl Authority {
    /// Settles authority from every control operation known, whoever wrote it.
    pub fn settle(root: DeviceId, root_key: [u8; 32], operations: &[ControlOp], chains: &Chains) -> Self {
        let certificates: Vec<Certificate> = operations.iter().flat_map(read_certificates).collect();
        let endings: Vec<Ending> = operations.iter().flat_map(read_endings).collect();
        let mut authority = Self::default();
        let paper = Standing {
            certificate: Uuid::nil(),
            person: Uuid::nil(),
            role: None,
            signing: root_key,
            from_seq: 1,
            ends: Vec::new(),
            rank: Vec::new(),
        };
        authority.standings.insert(root, paper);
        for coordinators in [true, false] {
            authority.admit(coordinators, &certificates, &endings, chains);
        }
        for control in operations {
            authority.adopt_tables(control, chains);
        }
        authority
    }

    /// Admits certificates in rank order, so that whoever could end one has been settled before it.
    fn admit(&mut self, coordinators: bool, certificates: &[Certificate], endings: &[Ending], chains: &Chains) {
        let mut waiting: BTreeMap<(Vec<[u8; 24]>, Uuid), &Certificate> = BTreeMap::new();
        let mut seen: Vec<Uuid> = Vec::new();
        loop {
            for c in certificates {
                if (c.role == Role::RegionalCoordinator) != coordinators || seen.contains(&c.row) {
                    continue;
                }
                if let Some(rank) = self.rank_of(c, chains) {
                    seen.push(c.row);
                    waiting.insert((rank, c.row), c);
                }
            }
            let Some(((rank, _), c)) = waiting.pop_first() else { return };
            if self.standings.contains_key(&c.device) || rank.len() > DEPTH_MAX as usize {
                continue;
            }
            // Between being queued and being admitted the issuer cannot have lost standing: ranks only grow.
            let mut standing = Standing {
                certificate: c.row,
                person: c.person,
                role: Some(c.role),
                signing: c.signing,
                from_seq: c.from_seq,
                ends: Vec::new(),
                rank,
            };
            let family = self.family(c, certificates);
            for e in endings.iter().filter(|e| family.contains(&e.certificate)) {
                let own = e.certificate == c.row && e.ender == c.device && matches!(e.end, End::Retire(_));
                let ranked = self.standings.get(&e.ender).is_some_and(|ender| {
                    let may = ender.role.is_none() || ender.role == Some(Role::RegionalCoordinator);
                    may && (!coordinators || ender.rank < standing.rank) && ender.holds(&e.at, &e.deps, chains)
                });
                let reaches = e.certificate == c.row || matches!(e.end, End::Revoke(_));
                if reaches && (own || ranked) {
                    standing.ends.push(e.end.clone());
                }
            }
            self.standings.insert(c.device, standing);
        }
    }

    /// The rank of a certificate whose issuer stands: issuer's rank, then place in the issuer's chain, then device.
    fn rank_of(&self, c: &Certificate, chains: &Chains) -> Option<Vec<[u8; 24]>> {
        let issuer = self.standings.get(&c.issuer)?;
        if !issuer.holds(&c.at, &c.deps, chains) {
            return None;
        }
        match (c.successor_of, issuer.role) {
            (Some(before), role) => {
                let own = before == issuer.certificate && c.person == issuer.person && role == Some(c.role);
                if !own {
                    return None;
                }
            }
            (None, None | Some(Role::RegionalCoordinator)) => {}
            (None, _) => return None,
        }
        let mut step = [0; 24];
        let (number, device) = step.split_at_mut(8);
        number.copy_from_slice(&c.at.seq.to_be_bytes());
        device.copy_from_slice(&c.device.0);
        let mut rank = issuer.rank.clone();
        rank.push(step);
        Some(rank)
    }

    /// The certificate and those it succeeds, which a revocation reaches together.
    fn family(&self, c: &Certificate, certificates: &[Certificate]) -> Vec<Uuid> {
        let mut rows = vec![c.row];
        let mut before = c.successor_of;
        while let Some(row) = before {
            if rows.contains(&row) {
                break;
            }
            rows.push(row);
            before = certificates.iter().find(|p| p.row == row).and_then(|p| p.successor_of);
        }
        rows
    }

    fn adopt_tables(&mut self, control: &ControlOp, chains: &Chains) {
        let Some(author) = self.standings.get(&control.position.device) else { return };
        let may = author.role.is_none() || author.role == Some(Role::RegionalCoordinator);
        if !may || !author.holds(&control.position, &control.deps, chains) {
            return;
        }
        for (_, fields) in rows_of(&control.operation, "schema") {
            let table = text(&fields, "table").and_then(|t| serde_json::from_str::<Table>(t).ok());
            let number = int(&fields, "number").and_then(|n| u32::try_from(n).ok());
            if let (Some(table), Some(number)) = (table, number)
                && table.number == number
            {
                self.tables.entry(number).or_insert(table);
            }
        }
    }

    /// The standing of a device, ended or not.
    pub fn standing(&self, device: &DeviceId) -> Option<&Standing> {
        self.standings.get(device)
    }

    /// All devices with their standing, in order.
    pub fn standings(&self) -> impl Iterator<Item = (&DeviceId, &Standing)> {
        self.standings.iter()
    }

    /// Whether the same permission tables are adopted.
    pub fn same_tables(&self, other: &Self) -> bool {
        self.tables == other.tables
    }

    /// Whether the device belongs to a coordinator.
    pub fn is_coordinator(&self, device: &DeviceId) -> bool {
        self.standings.get(device).is_some_and(|s| s.role == Some(Role::RegionalCoordinator))
    }

    /// Whether a segment with this key may be read as this device's.
    pub fn knows(&self, device: &DeviceId, signing: &[u8; 32]) -> bool {
        self.standings.get(device).is_some_and(|s| s.signing == *signing)
    }

    /// Judges one operation: accepted as a whole or not at all.
    pub fn judge(
        &self,
        place: &Position,
        deps: &Vector,
        schema: u32,
        operation: &Operation,
        chains: &Chains,
    ) -> Verdict {
        let standing = self.standings.get(&place.device).ok_or(Reason::UnknownDevice)?;
        if place.seq < standing.from_seq {
            return Err(Reason::BeforeCertificate);
        }
        let last = Position { seq: place.seq + (operation.changes.len() as u64).saturating_sub(1), ..*place };
        if !standing.holds(place, deps, chains) || !standing.holds(&last, deps, chains) {
            return Err(Reason::Ended);
        }
        let coordinator = standing.role == Some(Role::RegionalCoordinator);
        for change in &operation.changes {
            match change.kind.as_str() {
                "certificate" | "ending" | "schema" if standing.role.is_none() || coordinator => {}
                "certificate" | "ending" if standing.only_of_itself(place, operation) => {}
                OP_ACK if coordinator => {}
                OP_ACK | "schema" | "certificate" | "ending" => return Err(Reason::NotPermitted),
                name => {
                    let table = self.tables.get(&schema).ok_or(Reason::UnknownSchema)?;
                    let own_row = name == "person" && change.row == standing.person;
                    let owner = owner_prefix(&change.row) == Some(device_prefix(&place.device.0));
                    if !table.permits(name, &change.field, standing.role, own_row, owner) {
                        return Err(Reason::NotPermitted);
                    }
                }
            }
            let first =
                change.field == ROW && change.base.is_empty() && RowLife::of(&change.content) == Some(RowLife::Alive);
            let derived = kind(&change.kind).is_some_and(|k| matches!(k.id, IdRecipe::V5(_)));
            if first && !derived && change.kind != OP_ACK {
                let owner = owner_prefix(&change.row) == Some(device_prefix(&place.device.0));
                if !owner {
                    return Err(Reason::NotOwner);
                }
            }
        }
        Ok(())
    }
}

impl Standing {
    /// Whether what was written at `place` (by this device, having `deps`) still counts.
    pub fn holds(&self, place: &Position, deps: &Vector, chains: &Chains) -> bool {
        place.seq >= self.from_seq
            && self.ends.iter().all(|end| match end {
                End::Retire(ending) => !chains.covers(deps, ending) && !chains.precedes(ending, place),
                End::Revoke(hashes) => hashes.iter().any(|hash| {
                    let kept = chains.find(hash).filter(|(_, link)| link.device == place.device);
                    let covers = |link: &Link| chains.tip_covers(&Tip { seq: link.to, hash: *hash }, place);
                    place.segment.is_some() && kept.is_some_and(|(_, link)| covers(link))
                }),
            })
    }

    /// Whether the control rows of an operation concern only its author's own device: a successor, or its own retirement.
    fn only_of_itself(&self, place: &Position, operation: &Operation) -> bool {
        let control = ControlOp { position: *place, deps: Vector::default(), operation: operation.clone() };
        let rows = |kind| rows_of(operation, kind).len();
        let (certificates, endings) = (read_certificates(&control), read_endings(&control));
        let successor = |c: &Certificate| c.successor_of == Some(self.certificate) && c.person == self.person;
        let retirement = |e: &Ending| e.certificate == self.certificate && matches!(e.end, End::Retire(_));
        let whole = certificates.len() == rows("certificate") && endings.len() == rows("ending");
        let made = operation.changes.iter().all(|c| c.base.is_empty());
        whole && made && certificates.iter().all(successor) && endings.iter().all(retirement)
    }

    /// Whether any ending counts.
    pub fn ended(&self) -> bool {
        !self.ends.is_empty()
    }
}

type Fields<'a> = BTreeMap<&'a str, &'a Value>;

/// The rows of `kind` that an operation makes, with their plain fields: control rows never change afterwards.
fn rows_of<'a>(operation: &'a Operation, kind: &str) -> Vec<(Uuid, Fields<'a>)> {
    let mut rows: BTreeMap<Uuid, Fields<'a>> = BTreeMap::new();
    for change in operation.changes.iter().filter(|c| c.kind == kind) {
        if let Content::Plain(value) = &change.content {
            rows.entry(change.row).or_default().insert(&change.field, value);
        }
    }
    rows.into_iter().filter(|(_, fields)| fields.contains_key(ROW)).collect()
}

fn text<'a>(fields: &Fields<'a>, name: &str) -> Option<&'a str> {
    match fields.get(name) {
        Some(Value::Text(t)) => Some(t),
        _ => None,
    }
}

fn int(fields: &Fields<'_>, name: &str) -> Option<i64> {
    match fields.get(name) {
        Some(Value::Int(i)) => Some(*i),
        _ => None,
    }
}

fn id(fields: &Fields<'_>, name: &str) -> Option<Uuid> {
    match fields.get(name) {
        Some(Value::Id(id)) => Some(*id),
        _ => None,
    }
}

fn read_certificates(control: &ControlOp) -> Vec<Certificate> {
    let read = |row: Uuid, f: &Fields<'_>| {
        Some(Certificate {
            row,
            device: DeviceId::parse(text(f, "device")?)?,
            person: id(f, "person")?,
            role: Role::parse(text(f, "role")?)?,
            from_seq: u64::try_from(int(f, "from_seq")?).ok()?,
            signing: Hash32::parse(text(f, "signing_key")?)?.0,
            successor_of: match text(f, "successor_of") {
                Some(t) if !t.is_empty() => Some(Uuid::parse_str(t).ok()?),
                _ => None,
            },
            issuer: control.position.device,
            at: control.position,
            deps: control.deps.clone(),
        })
    };
    rows_of(&control.operation, "certificate").into_iter().filter_map(|(row, f)| read(row, &f)).collect()
}

fn read_endings(control: &ControlOp) -> Vec<Ending> {
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
    rows_of(&control.operation, "ending").into_iter().filter_map(|(_, f)| read(&f)).collect()
}
