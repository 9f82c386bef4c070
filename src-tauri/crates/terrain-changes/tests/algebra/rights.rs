//! Who may write is settled alike everywhere, and two coordinators cannot revoke each other.

use std::collections::BTreeMap;

use proptest::prelude::*;
use terrain_changes::{Change, End, Operation, Position, Reason};
use terrain_domain::{Table, Value};

use crate::config;
use crate::laws::{order, shuffled};
use crate::reading::Reading;
use crate::world::{AMINA, HASSAN, KHADIJA, ROOT, SALMA, World};

/// A world of certificates: laptops 6 and 7 begin as clones of Hassan's disk under devices of their own.
#[derive(Clone, Debug)]
enum Deed {
    /// Signer, for whom, as a coordinator.
    Certify(u8, u8, bool),
    /// Ender, whose certificate, revoked.
    End(u8, u8, bool),
    Pull(u8, u8),
    Write(u8),
    Clone(u8),
    Succeed(u8),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let (a, b) = (any::<u8>(), any::<u8>());
    let deed = prop_oneof![
        2 => (a, b, any::<bool>()).prop_map(|(a, b, c)| Deed::Certify(a, b, c)),
        4 => (a, b, any::<bool>()).prop_map(|(a, b, r)| Deed::End(a, b, r)),
        3 => (a, b).prop_map(|(a, b)| Deed::Pull(a, b)),
        3 => a.prop_map(Deed::Write),
        1 => a.prop_map(Deed::Clone),
        1 => a.prop_map(Deed::Succeed),
    ];
    prop::collection::vec(deed, 3..30)
}

fn live(deeds: &[Deed]) -> World {
    let mut world = World::new();
    for deed in deeds {
        let laptops = world.laptops.len();
        // The paper key signs nothing more: else everybody could always be ended by it.
        let laptop = |n: &u8| usize::from(*n) % (laptops - 1) + 1;
        match deed {
            Deed::Certify(by, whose, coordinator) => {
                let (by, whose) = (laptop(by), laptop(whose));
                let role = std::mem::replace(
                    &mut world.laptops[whose].role,
                    if *coordinator { "regional_coordinator" } else { "coach" },
                );
                world.certify(by, whose, None);
                world.laptops[whose].role = role;
            }
            Deed::End(by, whose, revoke) => world.end(laptop(by), laptop(whose), *revoke),
            Deed::Pull(who, from) => world.pull(laptop(who), laptop(from), u64::MAX),
            Deed::Write(who) => world.create(laptop(who), 0),
            Deed::Clone(who) => {
                world.clone_laptop(laptop(who));
            }
            Deed::Succeed(who) => world.succeed(laptop(who)),
        }
    }
    (0..world.laptops.len()).for_each(|who| world.seal(who));
    world
}

proptest! {
    #![proptest_config(config())]

    /// Certificates, endings and verdicts are the same in any order of arrival.
    #[test]
    fn rights_do_not_depend_on_arrival(deeds in deeds(), keys in order()) {
        let world = live(&deeds);
        let all: Vec<usize> = (0..world.segments.len()).collect();
        let (written, arrived) = (Reading::of(&world, &all), Reading::of(&world, &shuffled(&world, &keys)));
        prop_assert_eq!(&written.verdicts, &arrived.verdicts);
        let told = |reading: &Reading| -> Vec<_> {
            let ends = |ends: &[End]| ends.iter().filter(|end| matches!(end, End::Revoke(_))).count();
            let standings = reading.authority.standings();
            standings.map(|(d, s)| (*d, s.certificate, s.role, ends(&s.ends), s.ends.len())).collect()
        };
        prop_assert_eq!(told(&written), told(&arrived));
        prop_assert!(written.authority.same_tables(&arrived.authority));
    }

    /// Whatever people sign, nobody but the paper key and she herself ends the first coordinator.
    #[test]
    fn coordinators_never_end_each_other(deeds in deeds()) {
        let world = live(&deeds);
        let reading = Reading::of(&world, &(0..world.segments.len()).collect::<Vec<_>>());
        let first = reading.authority.standing(&world.laptops[KHADIJA].device).unwrap();
        let own = |end: &End| matches!(end, End::Retire(at) if at.device == world.laptops[KHADIJA].device);
        prop_assert!(first.ends.iter().all(own));
    }
}

/// Khadija's certificate comes first; each says who ends whom, having seen nothing of the other.
#[test]
fn of_two_who_revoke_each_other_the_first_one_counts() {
    for (deeds, ended) in [
        (vec![(KHADIJA, SALMA), (SALMA, KHADIJA)], vec![SALMA]),
        (vec![(SALMA, KHADIJA)], vec![]),
        (vec![(KHADIJA, SALMA)], vec![SALMA]),
        (vec![(ROOT, KHADIJA), (KHADIJA, SALMA)], vec![KHADIJA]),
        (vec![(SALMA, AMINA), (KHADIJA, SALMA)], vec![SALMA]),
        (vec![(SALMA, AMINA)], vec![AMINA]),
        (vec![(AMINA, HASSAN), (HASSAN, AMINA)], vec![]),
    ] {
        let mut world = World::new();
        for &(by, whose) in &deeds {
            world.end(by, whose, true);
        }
        (0..world.laptops.len()).for_each(|who| world.seal(who));
        let all: Vec<usize> = (0..world.segments.len()).collect();
        for order in [all.clone(), all.into_iter().rev().collect()] {
            let reading = Reading::of(&world, &order);
            let is_ended = |n: &usize| reading.authority.standing(&world.laptops[*n].device).unwrap().ended();
            let found: Vec<usize> = (KHADIJA..=HASSAN).filter(is_ended).collect();
            assert_eq!(found, ended, "{deeds:?}");
        }
    }
}

/// A laptop that is replaced retires itself and names its successor; a revocation reaches both.
#[test]
fn a_revocation_reaches_the_whole_family() {
    let mut world = World::new();
    world.succeed(AMINA);
    let successor = world.laptops.len() - 1;
    world.create(successor, 0);
    world.seal(successor);
    let written = |world: &World| -> Vec<Option<Reason>> {
        let reading = Reading::of(world, &(0..world.segments.len()).collect::<Vec<_>>());
        let hers = |hash| {
            world.segments.iter().any(|s| s.link.hash == hash && s.link.device == world.laptops[successor].device)
        };
        let of_hers = reading.verdicts.iter().filter(|((hash, _), _)| hash.is_some_and(hers));
        let by_seq: BTreeMap<u64, Option<Reason>> = of_hers.map(|((_, seq), v)| (*seq, v.err())).collect();
        by_seq.into_values().collect()
    };
    assert_eq!(written(&world), [Some(Reason::NotOwner)], "the row is Amina's first laptop's");
    world.set(successor, 0, "name_fr", "Argane", Default::default());
    world.seal(successor);
    assert_eq!(written(&world), [Some(Reason::NotOwner), None]);
    // Khadija holds the old laptop's chain up to the certificate of the new one, and of the new one nothing.
    world.pull(KHADIJA, AMINA, u64::MAX);
    world.end(KHADIJA, AMINA, true);
    world.seal(KHADIJA);
    assert_eq!(written(&world), [Some(Reason::Ended), Some(Reason::Ended)]);
}

/// Of two tables under one number everybody reads by that of the coordinator who comes first.
#[test]
fn one_number_is_one_table() {
    let mut world = World::new();
    let mut table = Table { number: 7, ..Table::current() };
    table.kinds.retain(|kind, _| kind == "cooperative");
    world.adopt(KHADIJA, &table);
    table.kinds.clear();
    world.adopt(SALMA, &table);
    world.adopt(AMINA, &Table { number: 8, ..table });
    (0..world.laptops.len()).for_each(|who| world.seal(who));
    let all: Vec<usize> = (0..world.segments.len()).collect();
    for order in [all.clone(), all.into_iter().rev().collect()] {
        let reading = Reading::of(&world, &order);
        let set = Change::plain("cooperative", world.rows[0].1, "name_fr", Value::Null);
        let operation = Operation {
            name: "set".into(),
            at: 0,
            clock_ok: true,
            note: None,
            undoes: None,
            more: false,
            changes: vec![set],
        };
        let place = Position { device: world.laptops[AMINA].device, seq: 9, segment: None };
        let judge = |schema| reading.authority.judge(&place, &world.vector(AMINA), schema, &operation, &reading.chains);
        assert_eq!(judge(7), Ok(()), "Khadija's table lets coaches write, Salma's nobody");
        assert_eq!(judge(8), Err(Reason::UnknownSchema), "a coach adopts nothing");
    }
}
