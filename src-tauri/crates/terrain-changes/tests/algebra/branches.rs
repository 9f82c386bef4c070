//! Chains with unsealed work at their end, as a laptop has that was restored while it wrote: stories always seal before
//! they merge, so these few cases are laid out by hand.

use std::sync::Arc;

use terrain_changes::{
    Advance, BaseRef, Chains, ChangeId, Content, DeviceId, Hash32, Link, Position, RowChange, RowState, Tip, Vector,
    advance, row_state,
};
use terrain_domain::Value;

const AMINA: DeviceId = DeviceId([1; 16]);
const HASSAN: DeviceId = DeviceId([2; 16]);
/// Amina's first segment (1 to 5), and what her restored laptop sealed after it (6 to 7).
const FIRST: Hash32 = Hash32([10; 32]);
const RESTORED: Hash32 = Hash32([11; 32]);

fn link(from: u64, to: u64, hash: Hash32, previous: Option<Hash32>) -> Link {
    Link { device: AMINA, from, to, hash, previous }
}

fn at(device: DeviceId, seq: u64, segment: Option<i64>) -> Position {
    Position { device, seq, segment }
}

fn change(id: u8, position: Position, base: &[BaseRef], deps: &[(DeviceId, u64, Hash32)]) -> RowChange {
    let mut vector = Vector::default();
    deps.iter().for_each(|(device, seq, hash)| vector.add(*device, Tip { seq: *seq, hash: *hash }));
    RowChange {
        id: ChangeId([id; 16]),
        position,
        deps: Arc::new(vector),
        at: 0,
        clock_ok: true,
        undoes: false,
        field: "name_fr".into(),
        content: Content::Plain(Value::Int(i64::from(id))),
        base: base.to_vec(),
        auto: false,
        seen: None,
    }
}

fn live(state: &RowState) -> Vec<u8> {
    state.fields.values().flatten().map(|l| l.id.0[0]).collect()
}

/// Amina's laptop writes 6 unsealed after the first segment; what it knows of the restored branch is told by `restored`.
fn amina(restored: bool) -> Chains {
    let mut chains = Chains::default();
    chains.add(1, link(1, 5, FIRST, None));
    if restored {
        chains.add(2, link(6, 7, RESTORED, Some(FIRST)));
    }
    chains.set_own(AMINA, Some(FIRST));
    chains
}

#[test]
fn unsealed_work_is_a_branch_of_its_own() {
    let chains = amina(true);
    assert!(chains.is_forked(&AMINA), "what is unsealed and what was sealed elsewhere follow the same segment");
    let (sealed, unsealed) = (at(AMINA, 5, Some(1)), at(AMINA, 8, None));
    let elsewhere = at(AMINA, 6, Some(2));
    assert!(chains.precedes(&sealed, &unsealed) && chains.precedes(&sealed, &elsewhere));
    assert!(!chains.precedes(&elsewhere, &unsealed) && !chains.precedes(&at(AMINA, 6, None), &at(AMINA, 7, Some(2))));
    assert!(chains.precedes(&at(AMINA, 6, None), &unsealed));
    assert!(!amina(false).is_forked(&AMINA));
}

/// Hassan had seen number 6 of the other branch. Nobody can have seen Amina's unsealed 6, whatever his vector says.
#[test]
fn nobody_names_what_is_unsealed() {
    let own = change(1, at(AMINA, 6, None), &[], &[(AMINA, 5, FIRST)]);
    let his = change(2, at(HASSAN, 1, Some(3)), &[BaseRef::At(AMINA, 6)], &[(AMINA, 7, RESTORED)]);
    let chains = amina(false);
    let mut state = RowState::default();
    let applied = |device: &DeviceId| if *device == AMINA { 6 } else { 0 };
    assert_eq!(advance(&mut state, &own, &chains, &applied), Advance::Done);
    assert_eq!(advance(&mut state, &his, &chains, &applied), Advance::NeedsHistory, "a step would hide her value");
    assert_eq!(live(&row_state(&[own.clone(), his.clone()], &chains)), [1, 2]);
    let sealed_elsewhere = change(3, at(AMINA, 6, Some(2)), &[], &[]);
    assert_eq!(live(&row_state(&[own, his, sealed_elsewhere], &amina(true))), [1, 2], "once it is there it is named");
}

/// A number can stand twice, unsealed here and sealed by the restored laptop: nothing replaces itself with its copy.
#[test]
fn a_change_does_not_name_itself() {
    let deps = [(AMINA, 7, RESTORED)];
    let own = change(1, at(AMINA, 6, None), &[BaseRef::At(AMINA, 6)], &deps);
    let copy = RowChange { position: at(AMINA, 6, Some(2)), ..own.clone() };
    assert_eq!(live(&row_state(&[own, copy], &amina(true))), [1]);
}

#[test]
fn a_segment_that_comes_twice_is_no_branch() {
    let mut chains = amina(false);
    chains.add(1, link(1, 5, FIRST, None));
    assert!(!chains.is_forked(&AMINA) && chains.len() == 1);
}
