//! Random histories: what people do, in any interleaving, with numbers that are read modulo what there is.

use proptest::prelude::*;

use crate::world::{AMINA, HASSAN, How, KHADIJA, Says, World, ZINEB};

/// One thing that somebody does. The first number is always the laptop.
#[derive(Clone, Debug)]
pub enum Act {
    Create(u8, u8),
    /// Laptop, row, field, value, which live values were shown, made by the app.
    Set(u8, u8, u8, u8, u8, bool),
    /// As before, and claims to know a number on another laptop's chain.
    Claim(u8, u8, u8, u8, u8, u8),
    Delete(u8, u8, Says),
    BringBack(u8, u8, bool),
    Seal(u8),
    /// Taker, giver, which of the offered segments.
    Pull(u8, u8, u64),
    Clone(u8),
    Succeed(u8),
    /// Ender, whose certificate, revoked rather than retired.
    End(u8, u8, bool),
    /// Somebody without the right to do so, or the stranger for herself, signs a certificate.
    Forge(u8, u8),
}

const FIELDS: [&str; 2] = ["name_fr", "value"];
/// Few values, so that equal ones meet.
const VALUES: [&str; 3] = ["Argane", "Safran", "Tifaout"];

fn act() -> impl Strategy<Value = Act> {
    let (who, row) = (any::<u8>(), any::<u8>());
    // A pull takes all in half of the cases: histories that never meet say little.
    let some = prop_oneof![Just(u64::MAX), any::<u64>()];
    let shown = prop_oneof![3 => Just(u8::MAX), 1 => any::<u8>()];
    let says = prop_oneof![8 => Just(Says::Truth), 1 => Just(Says::Nothing), 1 => Just(Says::Lies)];
    prop_oneof![
        1 => (who, row).prop_map(|(w, r)| Act::Create(w, r)),
        9 => (who, row, any::<u8>(), any::<u8>(), shown, prop::bool::weighted(0.2))
            .prop_map(|(w, r, f, v, s, a)| Act::Set(w, r, f, v, s, a)),
        1 => (who, row, any::<u8>(), any::<u8>(), any::<u8>(), 1..9u8)
            .prop_map(|(w, r, f, v, o, s)| Act::Claim(w, r, f, v, o, s)),
        2 => (who, row, says).prop_map(|(w, r, s)| Act::Delete(w, r, s)),
        2 => (who, row, any::<bool>()).prop_map(|(w, r, u)| Act::BringBack(w, r, u)),
        4 => who.prop_map(Act::Seal),
        8 => (who, any::<u8>(), some).prop_map(|(w, f, b)| Act::Pull(w, f, b)),
        2 => who.prop_map(Act::Clone),
        1 => who.prop_map(Act::Succeed),
        1 => (who, any::<u8>(), any::<bool>()).prop_map(|(w, o, r)| Act::End(w, o, r)),
        1 => (who, any::<u8>()).prop_map(|(w, o)| Act::Forge(w, o)),
    ]
}

/// Laptops that act more often than the others (clones come behind them); the paper key stays in its drawer.
const OFTEN: [usize; 6] = [AMINA, HASSAN, AMINA, KHADIJA, HASSAN, AMINA];

/// A world after 5 to 60 acts; shorter ones show little, longer ones nothing that shorter ones do not.
pub fn histories() -> impl Strategy<Value = Vec<Act>> {
    prop::collection::vec(act(), 5..60)
}

/// Lives through the acts; everything is sealed at the end if `sealed`.
pub fn live(acts: &[Act], sealed: bool) -> World {
    let mut world = World::new();
    for act in acts {
        step(&mut world, act);
    }
    if sealed {
        (0..world.laptops.len()).for_each(|who| world.seal(who));
    }
    world
}

fn step(world: &mut World, act: &Act) {
    let laptops = world.laptops.len();
    let laptop = |n: &u8| match usize::from(*n) % (OFTEN.len() + laptops - 1) {
        often if often < OFTEN.len() => OFTEN[often],
        other => other - OFTEN.len() + 1,
    };
    // Most rows are the first: people must meet somewhere.
    let row = |n: &u8| [0, 0, 0, 1, 2][usize::from(*n) % 5];
    let field = |n: &u8| FIELDS[usize::from(*n) % FIELDS.len()];
    let value = |n: &u8| VALUES[usize::from(*n) % VALUES.len()];
    match act {
        Act::Create(w, r) => world.create(laptop(w), row(r)),
        Act::Set(w, r, f, v, shown, auto) => {
            let how = How { shown: *shown, auto: *auto, claims: None };
            world.set(laptop(w), row(r), field(f), value(v), how);
        }
        Act::Claim(w, r, f, v, other, seq) => {
            let how = How { claims: Some((usize::from(*other), u64::from(*seq))), ..How::default() };
            world.set(laptop(w), row(r), field(f), value(v), how);
        }
        Act::Delete(w, r, says) => world.delete(laptop(w), row(r), *says),
        Act::BringBack(w, r, undo) => world.bring_back(laptop(w), row(r), *undo),
        Act::Seal(w) => world.seal(laptop(w)),
        Act::Pull(w, from, bits) => world.pull(laptop(w), laptop(from), *bits),
        Act::Clone(w) => {
            world.clone_laptop(laptop(w));
        }
        Act::Succeed(w) => world.succeed(laptop(w)),
        Act::End(w, whose, revoke) => world.end(laptop(w), laptop(whose), *revoke),
        Act::Forge(w, whose) => {
            let by = laptop(w);
            // Coordinators may certify; everybody else forges.
            if world.laptops[by].role == "coach" || by == ZINEB {
                world.certify(by, laptop(whose), None);
            }
        }
    }
}
