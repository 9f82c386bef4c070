//! Who may write: certificates and endings settled from the root outwards, published permission tables, and the verdict
//! on each operation. A pure function of the control changes and the chains: the order of arrival does not matter.

use std::collections::BTreeMap;

use terrain_domain::{Role, Table};
use uuid::Uuid;

use crate::control::{
    CONTROL, Certificate, ControlOp, Ending, family, int, made_by, read_certificates, read_endings, rows_of, text,
};
use crate::document::events_are_whole;
use crate::{Chains, DeviceId, Hash32, Link, OP_ACK, Operation, Position, ROW, RowLife, Tip, Vector};

/// Longest chain of certificates that is followed; real ones have two or three links.
const STEPS_MAX: usize = 64;

/// How a certificate ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Stops what the device writes after having seen the ending itself.
    Retire(Position),
    /// Keeps only what lies on the chains up to these segments.
    Revoke(Vec<Hash32>),
}

/// Order in which certificates are settled: by depth below the paper key, then by the steps that lead down to them, each the
/// place in the issuer's chain and the device. A successor has its predecessor's depth and comes just after it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    depth: u32,
    steps: Vec<[u8; 24]>,
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
    rank: Rank,
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

impl Authority {
    /// Settles authority from every control operation known, whoever wrote it.
    pub fn settle(root: DeviceId, root_key: [u8; 32], operations: &[ControlOp], chains: &Chains) -> Self {
        let mut certificates: Vec<Certificate> = operations.iter().flat_map(read_certificates).collect();
        // Even one row written twice reads alike everywhere.
        certificates.sort_by_key(|c| (c.row, c.at.seq, c.device, c.signing, c.person, c.role));
        let endings: Vec<Ending> = operations.iter().flat_map(read_endings).collect();
        let mut authority = Self::default();
        let paper = Standing {
            certificate: Uuid::nil(),
            person: Uuid::nil(),
            role: None,
            signing: root_key,
            from_seq: 1,
            ends: Vec::new(),
            rank: Rank::default(),
        };
        authority.standings.insert(root, paper);
        for coordinators in [true, false] {
            authority.admit(coordinators, &certificates, &endings, chains);
        }
        authority.adopt_tables(operations, chains);
        authority
    }

    /// Admits certificates in rank order, so that whoever could end one has been settled before it.
    fn admit(&mut self, coordinators: bool, certificates: &[Certificate], endings: &[Ending], chains: &Chains) {
        // The key goes on after the rank so that even two branches of one chain settle alike everywhere.
        let mut waiting = BTreeMap::new();
        let mut open: Vec<&Certificate> =
            certificates.iter().filter(|c| (c.role == Role::RegionalCoordinator) == coordinators).collect();
        loop {
            open.retain(|c| match self.rank_of(c, chains) {
                Some(rank) => {
                    waiting.insert((rank, c.row, c.signing, c.person, c.role), *c);
                    false
                }
                None => true,
            });
            let Some(((rank, ..), c)) = waiting.pop_first() else { return };
            if self.standings.contains_key(&c.device) || rank.steps.len() > STEPS_MAX {
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
            let family = family(c, certificates);
            for e in endings.iter().filter(|e| family.contains(&e.certificate)) {
                let own = e.certificate == c.row && e.ender == c.device && matches!(e.end, End::Retire(_));
                let ranked = self.standings.get(&e.ender).is_some_and(|ender| {
                    ender.issues()
                        && (!coordinators || ender.rank < standing.rank)
                        && ender.holds(&e.at, &e.deps, chains)
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
    fn rank_of(&self, c: &Certificate, chains: &Chains) -> Option<Rank> {
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
        rank.steps.push(step);
        rank.depth += u32::from(c.successor_of.is_none());
        Some(rank)
    }

    /// The first adoption of a number counts, in the order of the adopters' ranks.
    fn adopt_tables(&mut self, operations: &[ControlOp], chains: &Chains) {
        let mut adopted: BTreeMap<(u32, Rank, u64, String), Table> = BTreeMap::new();
        for control in operations {
            let Some(author) = self.standings.get(&control.position.device) else { continue };
            if !author.issues() || !author.holds(&control.position, &control.deps, chains) {
                continue;
            }
            for (_, fields) in rows_of(&control.operation, "schema") {
                let written = text(&fields, "table").unwrap_or_default();
                let number = int(&fields, "number").and_then(|n| u32::try_from(n).ok());
                let table = serde_json::from_str::<Table>(written).ok().filter(|t| Some(t.number) == number);
                if let Some(table) = table {
                    let place = (table.number, author.rank.clone(), control.position.seq, written.to_owned());
                    adopted.insert(place, table);
                }
            }
        }
        for ((number, ..), table) in adopted {
            self.tables.entry(number).or_insert(table);
        }
    }

    /// The newest adopted table that an app knowing tables up to `known` can write under.
    pub fn table_to_write_under(&self, known: u32) -> u32 {
        self.tables.range(..=known).next_back().map_or(known, |(number, _)| *number)
    }

    /// The number of the newest adopted table, known to this app or not; nothing before the first.
    pub fn newest_table(&self) -> Option<u32> {
        self.tables.last_key_value().map(|(number, _)| *number)
    }

    /// An adopted table.
    pub fn table(&self, number: u32) -> Option<&Table> {
        self.tables.get(&number)
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
        if operation.changes.iter().any(|c| CONTROL.contains(&c.kind.as_str())) {
            return standing.judge_control(place, operation);
        }
        if operation.changes.iter().any(|c| c.kind == OP_ACK) {
            let alone = operation.changes.len() == 1 && standing.role == Some(Role::RegionalCoordinator);
            return if alone { Ok(()) } else { Err(Reason::NotPermitted) };
        }
        let table = self.tables.get(&schema).ok_or(Reason::UnknownSchema)?;
        if !events_are_whole(place, operation) {
            return Err(Reason::NotPermitted);
        }
        for change in &operation.changes {
            let own_row = change.kind == "person" && change.row == standing.person;
            let owner = made_by(&change.row, &place.device);
            if !table.permits(&change.kind, &change.field, standing.role, own_row, owner) {
                return Err(Reason::NotPermitted);
            }
            let first =
                change.field == ROW && change.base.is_empty() && RowLife::of(&change.content) == Some(RowLife::Alive);
            if first && !owner && !table.is_derived(&change.kind, &change.row) {
                return Err(Reason::NotOwner);
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

    /// Whether this one may issue certificates, end them and adopt tables.
    fn issues(&self) -> bool {
        matches!(self.role, None | Some(Role::RegionalCoordinator))
    }

    /// Control rows are judged by fixed rules, the same under every table: an operation makes them and does nothing else;
    /// who may not issue may only name a successor of the own device or retire it.
    fn judge_control(&self, place: &Position, operation: &Operation) -> Verdict {
        if !ControlOp::concerns(operation) {
            return Err(Reason::NotPermitted);
        }
        let control = ControlOp { position: *place, deps: Vector::default(), operation: operation.clone() };
        let rows = |kind| rows_of(operation, kind).len();
        let (certificates, endings) = (read_certificates(&control), read_endings(&control));
        if certificates.len() != rows("certificate") || endings.len() != rows("ending") {
            return Err(Reason::NotOwner);
        }
        let successor = |c: &Certificate| c.successor_of == Some(self.certificate) && c.person == self.person;
        let retirement = |e: &Ending| e.certificate == self.certificate && matches!(e.end, End::Retire(_));
        let of_itself = rows("schema") == 0 && certificates.iter().all(successor) && endings.iter().all(retirement);
        if self.issues() || of_itself { Ok(()) } else { Err(Reason::NotPermitted) }
    }

    /// Whether any ending counts.
    pub fn ended(&self) -> bool {
        !self.ends.is_empty()
    }
}
