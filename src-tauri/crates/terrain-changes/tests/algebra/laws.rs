//! The laws of the log, on random histories.

use proptest::prelude::*;
use terrain_changes::{BaseRef, End, ROW, RowChange, RowState, row_state};

use crate::config;
use crate::history::{histories, live};
use crate::reading::{Reading, as_told};
use crate::shelf::Shelf;
use crate::world::{World, ZINEB};

/// An order of arrival: segments sorted by drawn numbers. In half of them the certificates of the beginning come first:
/// where they come last, everything is read again at the end and hides what went wrong on the way.
pub fn shuffled(world: &World, keys: &[u16]) -> Vec<usize> {
    let begun = if keys[0].is_multiple_of(2) { World::new().segments.len() } else { 0 };
    let mut order: Vec<usize> = (0..world.segments.len()).collect();
    order.sort_by_key(|&i| (i >= begun, (i >= begun).then(|| keys[i % keys.len()].rotate_left(i as u32 % 16)), i));
    order
}

pub fn order() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 1..40)
}

proptest! {
    #![proptest_config(config())]

    /// Once all is there, neither states nor verdicts depend on the order in which it came.
    #[test]
    fn the_order_of_arrival_does_not_matter(acts in histories(), keys in order()) {
        let world = live(&acts, true);
        let written = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        let arrived = Reading::of(&world, &shuffled(&world, &keys));
        prop_assert_eq!(&written.verdicts, &arrived.verdicts);
        prop_assert_eq!(written.states(), arrived.states());
    }

    /// One batch, many, or everything twice: the same states, step by step or at once.
    #[test]
    fn batches_and_steps_do_not_matter(acts in histories(), keys in order(), size in 1..9usize) {
        let world = live(&acts, true);
        let order = shuffled(&world, &keys);
        let whole: Vec<_> = Reading::of(&world, &order).states().into_iter().collect();
        let mut shelf = Shelf::new(&world);
        for (n, batch) in order.chunks(size).enumerate() {
            shelf.deliver(batch);
            if n % 3 == 0 {
                let before = shelf.states();
                shelf.deliver(batch);
                prop_assert_eq!(before, shelf.states(), "the same again changes nothing");
            }
        }
        prop_assert_eq!(shelf.states().into_iter().collect::<Vec<_>>(), whole);
    }

    /// The definition reads what the design says; on every laptop and over everything.
    #[test]
    fn the_oracle_says_the_same(acts in histories()) {
        let world = live(&acts, false);
        let of_laptops = (0..world.laptops.len()).map(|who| Reading::of_laptop(&world, who));
        let all = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        for reading in of_laptops.chain([all]) {
            let whole = reading.log.links.len() == world.segments.len();
            for row in &world.rows {
                let changes: Vec<&RowChange> = reading.changes(*row).collect();
                if !whole && changes.iter().any(|c| lacks(&reading, c)) {
                    continue;
                }
                let (state, told) = (reading.state(*row), reading.told(*row));
                prop_assert_eq!(as_told(&state), told, "{:?}", changes);
            }
        }
    }

    /// No value goes unless a base names it, a later change of its own laptop follows it, or it is not accepted.
    #[test]
    fn no_live_value_vanishes_unnamed(acts in histories()) {
        let world = live(&acts, true);
        let reading = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        for (_, changes) in reading.rows() {
            let state = row_state(changes, &reading.chains);
            for c in changes {
                let alive = state.fields.get(&c.field).is_some_and(|lives| lives.iter().any(|l| l.id == c.id));
                prop_assert!(alive || changes.iter().any(|by| may_end(by, c)), "{:?} vanished", c);
            }
        }
    }

    /// A person's laptop that was never cloned has one value of a field; a branch of a cloned one too.
    #[test]
    fn nobody_disagrees_with_herself(acts in histories()) {
        let world = live(&acts, true);
        let reading = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        for (_, changes) in reading.rows() {
            for (field, lives) in &row_state(changes, &reading.chains).fields {
                let places = |id| changes.iter().filter(move |c| c.id == id).map(|c| c.position);
                let pairs = lives.iter().flat_map(|a| lives.iter().map(move |b| (a.id, b.id)));
                for (a, b) in pairs.filter(|(a, b)| a != b) {
                    let after = places(a).any(|p| places(b).any(|q| reading.log.wrote_before(&p, &q)));
                    prop_assert!(!after, "two values of {} on one branch", field);
                }
            }
        }
    }

    /// A stranger's segments change nothing for anybody, whatever she claims and signs.
    #[test]
    fn a_stranger_gains_nothing(acts in histories()) {
        let world = live(&acts, true);
        let stranger = world.laptops[ZINEB].device;
        let all: Vec<usize> = (0..world.segments.len()).collect();
        let hers = |i: &usize| world.segments[*i].link.device == stranger;
        let without: Vec<usize> = all.iter().copied().filter(|i| !hers(i)).collect();
        let (with, without) = (Reading::of(&world, &all), Reading::of(&world, &without));
        prop_assert_eq!(with.states(), without.states());
        prop_assert!(without.verdicts.iter().all(|(place, verdict)| with.verdicts.get(place) == Some(verdict)));
        prop_assert!(with.authority.standing(&stranger).is_none());
    }

    /// Of a revoked laptop only what lies on the chain of a kept tip is accepted, wherever and whenever it came.
    #[test]
    fn a_revoked_laptop_gains_nothing(acts in histories(), keys in order()) {
        let world = live(&acts, true);
        let reading = Reading::of(&world, &shuffled(&world, &keys));
        for (_, change) in reading.rows().flat_map(|(row, changes)| changes.iter().map(move |c| (row, c))) {
            let standing = reading.authority.standing(&change.position.device).unwrap();
            for end in &standing.ends {
                if let End::Revoke(kept) = end {
                    let on = |hash| reading.log.chain(Some(hash)).contains(&change.position.segment.unwrap());
                    prop_assert!(kept.iter().any(|hash| on(*hash)), "{:?} was written after the revocation", change);
                }
            }
        }
    }

    /// A state is the same after a night on the disk.
    #[test]
    fn states_survive_their_bytes(acts in histories()) {
        let world = live(&acts, true);
        for state in Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>()).states().values() {
            prop_assert_eq!(&RowState::from_bytes(&state.to_bytes().unwrap()).unwrap(), state);
        }
    }

    /// Having a change twice is having it once.
    #[test]
    fn a_change_counts_once(acts in histories()) {
        let world = live(&acts, true);
        let reading = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        for (_, changes) in reading.rows() {
            let twice: Vec<RowChange> = changes.iter().chain(changes).cloned().collect();
            prop_assert_eq!(row_state(&twice, &reading.chains), row_state(changes, &reading.chains));
        }
    }
}

/// Whether the author of a change had segments that are not here: then her vector cannot be walked yet.
fn lacks(reading: &Reading, c: &RowChange) -> bool {
    let vectors = [Some(&*c.deps), c.seen.as_ref()];
    vectors.into_iter().flatten().flat_map(|v| v.iter()).any(|(_, tip)| reading.chains.find(&tip.hash).is_none())
}

/// Whether `by` can be the reason why `c` is no longer live, told from its own words alone.
fn may_end(by: &RowChange, c: &RowChange) -> bool {
    let named = |b: &BaseRef| *b == BaseRef::Full(c.id) || *b == BaseRef::At(c.position.device, c.position.seq);
    let own = by.position.device == c.position.device && by.position.seq > c.position.seq && by.field == c.field;
    own || (by.base.iter().any(named) && (by.field == c.field || by.field == ROW))
}
