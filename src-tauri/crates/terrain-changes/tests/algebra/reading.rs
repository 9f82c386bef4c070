//! What a set of segments says, in any order of arrival: who may write, what is accepted, the changes of each row.

use std::collections::BTreeMap;
use std::sync::Arc;

use terrain_changes::{
    Authority, Chains, ControlOp, Hash32, Operation, Position, RowChange, RowState, Vector, Verdict, row_state,
};
use terrain_domain::TABLE_NUMBER;
use uuid::Uuid;

use crate::oracle::{Log, Told, tell};
use crate::world::{Stored, World};

/// A kind and a row of it.
pub type Row = (&'static str, Uuid);
/// An operation with the place of its first change and its author's vector.
pub type Placed<'w> = (Position, Arc<Vector>, &'w Operation);

pub struct Reading {
    pub chains: Chains,
    pub log: Log,
    pub authority: Authority,
    /// By the hash of the segment (nothing for unsealed ones) and the operation's first number.
    pub verdicts: BTreeMap<(Option<Hash32>, u64), Verdict>,
    rows: BTreeMap<(String, Uuid), Vec<RowChange>>,
}

/// The operations of a segment under its local number.
pub fn placed(number: i64, stored: &Stored) -> Vec<Placed<'_>> {
    let first = Position { device: stored.link.device, seq: stored.link.from, segment: Some(number) };
    in_order(first, &stored.deps, &stored.operations)
}

fn in_order<'w>(first: Position, deps: &Arc<Vector>, operations: &'w [Operation]) -> Vec<Placed<'w>> {
    let mut seq = first.seq;
    let mut place = |operation: &'w Operation| {
        let position = Position { seq, ..first };
        seq += operation.changes.len() as u64;
        (position, deps.clone(), operation)
    };
    operations.iter().map(&mut place).collect()
}

pub fn control((position, deps, operation): &Placed<'_>) -> Option<ControlOp> {
    let control = || ControlOp { position: *position, deps: (**deps).clone(), operation: (*operation).clone() };
    ControlOp::concerns(operation).then(control)
}

/// The changes of an operation with their rows.
pub fn row_changes((first, deps, operation): &Placed<'_>) -> Vec<((String, Uuid), RowChange)> {
    let ids = operation.change_ids(&first.device, first.seq).unwrap();
    let change = |((change, id), seq): ((&terrain_changes::Change, _), u64)| {
        let of_row = RowChange {
            id,
            position: Position { seq, ..*first },
            deps: deps.clone(),
            at: operation.at,
            clock_ok: operation.clock_ok,
            undoes: operation.undoes.is_some(),
            field: change.field.clone(),
            content: change.content.clone(),
            base: change.base.clone(),
            auto: change.auto,
            seen: change.seen.clone(),
        };
        ((change.kind.clone(), change.row), of_row)
    };
    operation.changes.iter().zip(ids).zip(first.seq..).map(change).collect()
}

/// A state in the words of the oracle.
pub fn as_told(state: &RowState) -> Told {
    let fields = state.fields.iter().map(|(field, lives)| (field.clone(), lives.iter().map(|l| l.id).collect()));
    Told { fields: fields.collect(), alive: state.alive, deleted_and_edited: state.deleted_and_edited }
}

impl Reading {
    /// Reads these segments as they arrive one after another.
    pub fn of(world: &World, arrival: &[usize]) -> Self {
        Self::with_own(world, arrival, None)
    }

    /// Reads what one laptop has, its unsealed changes included.
    pub fn of_laptop(world: &World, who: usize) -> Self {
        let known: Vec<usize> = world.laptops[who].known.iter().copied().collect();
        Self::with_own(world, &known, Some(who))
    }

    fn with_own(world: &World, arrival: &[usize], own: Option<usize>) -> Self {
        let (mut chains, mut log) = (Chains::default(), Log::default());
        let mut operations: Vec<Placed<'_>> = Vec::new();
        for (number, stored) in (1..).zip(arrival.iter().map(|&i| &world.segments[i])) {
            chains.add(number, stored.link);
            log.links.push((number, stored.link));
            operations.extend(placed(number, stored));
        }
        if let Some(who) = own {
            let device = world.laptops[who].device;
            log.own_tip = world.own_tip(who).map(|tip| tip.hash);
            chains.set_own(device, log.own_tip);
            let seq = world.own_tip(who).map_or(0, |tip| tip.seq) + 1;
            let deps = Arc::new(world.vector(who));
            operations.extend(in_order(Position { device, seq, segment: None }, &deps, &world.laptops[who].unsealed));
        }
        let controls: Vec<ControlOp> = operations.iter().filter_map(control).collect();
        let (root, key) = world.root();
        let authority = Authority::settle(root, key, &controls, &chains);
        let mut reading = Self { chains, log, authority, verdicts: BTreeMap::new(), rows: BTreeMap::new() };
        for one in &operations {
            let verdict = reading.authority.judge(&one.0, &one.1, TABLE_NUMBER, one.2, &reading.chains);
            let hash = one.0.segment.and_then(|n| reading.chains.link(n)).map(|link| link.hash);
            reading.verdicts.insert((hash, one.0.seq), verdict);
            if verdict.is_ok() {
                for (row, change) in row_changes(one) {
                    reading.rows.entry(row).or_default().push(change);
                }
            }
        }
        reading
    }

    pub fn changes(&self, row: Row) -> impl Iterator<Item = &RowChange> {
        self.rows.get(&(row.0.to_owned(), row.1)).into_iter().flatten()
    }

    /// All rows with their accepted changes.
    pub fn rows(&self) -> impl Iterator<Item = (&(String, Uuid), &Vec<RowChange>)> {
        self.rows.iter()
    }

    /// The states of all rows, as the code under test has them.
    pub fn states(&self) -> BTreeMap<(String, Uuid), RowState> {
        self.rows.iter().map(|(row, changes)| (row.clone(), row_state(changes, &self.chains))).collect()
    }

    pub fn state(&self, row: Row) -> RowState {
        self.rows.get(&(row.0.to_owned(), row.1)).map(|c| row_state(c, &self.chains)).unwrap_or_default()
    }

    /// The same row as the oracle tells it.
    pub fn told(&self, row: Row) -> Told {
        let changes: Vec<RowChange> = self.changes(row).cloned().collect();
        tell(&changes, &self.log)
    }
}
