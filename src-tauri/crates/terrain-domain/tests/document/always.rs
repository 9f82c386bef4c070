//! What holds for every set of events, honest or not.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use terrain_domain::document::{Act, Asker, EVENTS_MAX, Effect, Event, State, Verdict, document, leave_out, next_acts};
use uuid::Uuid;

use crate::story::{AUTHOR, Story};

/// Five people; the first owns the entry, of whom she is also a coordinator in the second place.
const PEOPLE: [(Uuid, bool); 5] = [
    (AUTHOR, false),
    (AUTHOR, true),
    (Uuid::from_u128(1_002), false),
    (Uuid::from_u128(1_003), true),
    (Uuid::from_u128(1_004), true),
];

type Draw = (usize, usize, u16, usize);

fn event(n: usize, draw: Draw, saw: BTreeSet<Uuid>, of: usize) -> Event {
    let (act, person, _, names) = draw;
    let (person, coordinator) = PEOPLE[person];
    let id = |n: usize| Uuid::from_u128(1 + n as u128);
    let names = (names < of).then(|| id(names));
    let (act, content, at) = (Act::ALL[act], Some([n as u8; 32]), (n as i64 * 7) % 5);
    Event { id: id(n), person, coordinator, act, content, names, note: None, at, saw }
}

fn id(n: usize) -> Uuid {
    Uuid::from_u128(1 + n as u128)
}

/// Each has seen some of those before, and all that these had seen.
fn honest() -> impl Strategy<Value = Vec<Event>> {
    let draw = (0..5usize, 0..5usize, any::<u16>(), 0..12usize);
    proptest::collection::vec(draw, 0..8).prop_map(|draws| {
        let mut events: Vec<Event> = Vec::new();
        for (n, draw) in draws.iter().enumerate() {
            let direct: Vec<usize> = (0..n).filter(|m| draw.2 & (1 << m) != 0 || *m == draw.3).collect();
            let mut saw: BTreeSet<Uuid> = direct.iter().map(|m| id(*m)).collect();
            saw.extend(direct.iter().flat_map(|m| events[*m].saw.clone()));
            events.push(event(n, *draw, saw, n));
        }
        events
    })
}

/// Each claims what it likes.
fn hostile() -> impl Strategy<Value = Vec<Event>> {
    let draw = (0..5usize, 0..5usize, any::<u16>(), 0..12usize);
    proptest::collection::vec(draw, 0..8).prop_map(|draws| {
        let saw = |draw: &Draw| (0..12).filter(|m| draw.2 & (1 << m) != 0).map(id).collect();
        draws.iter().enumerate().map(|(n, draw)| event(n, *draw, saw(draw), 12)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_subset_in_any_order_gives_one_state(
        events in prop_oneof![honest(), hostile()], keep in any::<u16>(), turn in 0..8usize,
    ) {
        let kept = events.iter().enumerate().filter(|(n, _)| keep & (1 << n) != 0);
        let kept: Vec<Event> = kept.map(|(_, event)| event.clone()).collect();
        let read = document(AUTHOR, &kept);
        let mut other = kept.clone();
        if !other.is_empty() {
            other.rotate_left(turn % kept.len());
        }
        other.reverse();
        other.extend(kept.first().cloned());
        prop_assert_eq!(document(AUTHOR, &other), read.clone(), "order and repetition do not matter");
        if let Some(forged) = kept.first() {
            let twin = Event { act: Act::Close, coordinator: true, note: Some("twin".into()), ..forged.clone() };
            let (before, after) = ([vec![twin.clone()], kept.clone()].concat(), [kept.clone(), vec![twin]].concat());
            prop_assert_eq!(document(AUTHOR, &before), document(AUTHOR, &after), "of two with one name");
        }

        let acts: BTreeMap<Uuid, Act> = kept.iter().map(|e| (e.id, e.act)).collect();
        prop_assert!(read.counted.iter().chain(&read.awaiting).all(|id| acts[id] == Act::Finalise));
        prop_assert_eq!(read.awaiting.is_some(), read.state == State::Finalised);
        prop_assert!(read.state != State::Validated || read.counted.is_some());
        let told: BTreeSet<Uuid> = read.timeline.iter().map(|step| step.event).collect();
        prop_assert!(read.timeline.len() == kept.len() && told.into_iter().eq(acts.into_keys()));
    }

    /// What has no effect might as well not be there.
    #[test]
    fn events_without_effect_change_nothing(events in prop_oneof![honest(), hostile()]) {
        let read = document(AUTHOR, &events);
        let none = |e: &Event| read.timeline.iter().any(|s| s.event == e.id && s.effect == Effect::None);
        let left: Vec<Event> = events.iter().filter(|e| !none(e)).cloned().collect();
        let again = document(AUTHOR, &left);
        prop_assert_eq!((again.state, again.counted, again.awaiting), (read.state, read.counted, read.awaiting));
    }

    /// A coach alone never gets anything validated, returned or closed; and nobody validates the own work.
    #[test]
    fn rights_hold(events in hostile()) {
        let read = document(AUTHOR, &events);
        for step in read.timeline.iter().filter(|s| s.effect == Effect::Stands) {
            let coordinators = matches!(step.act, Act::Return | Act::Validate | Act::Close);
            prop_assert!(step.coordinator || !coordinators);
            prop_assert!(step.act != Act::Validate || step.person != AUTHOR && !read.finalisers.contains(&step.person));
        }
        let alone: Vec<Event> = events.iter().filter(|e| !e.coordinator).cloned().collect();
        prop_assert!(matches!(document(AUTHOR, &alone).state, State::Draft | State::Finalised));
    }

    /// A history tells each event after what it had seen.
    #[test]
    fn causes_come_first(events in honest()) {
        let place = |id: Uuid, steps: &[terrain_domain::document::Step]| steps.iter().position(|s| s.event == id);
        let read = document(AUTHOR, &events);
        for event in &events {
            let here = place(event.id, &read.timeline);
            prop_assert!(event.saw.iter().all(|seen| place(*seen, &read.timeline) < here));
        }
    }

    /// What is offered takes effect at once, what is asked changes nothing, for whoever has seen everything.
    #[test]
    fn offers_hold_what_they_promise(events in honest(), who in 0..5usize) {
        let read = document(AUTHOR, &events);
        let (person, coordinator) = PEOPLE[who];
        let asker = Asker { person, coordinator, writes: true };
        for offer in next_acts(&read, &asker, false) {
            let mut after = events.clone();
            let saw = events.iter().map(|e| e.id).collect();
            let mut next = event(11, (0, who, 0, 12), saw, 0);
            (next.act, next.names, next.at) = (offer.act, offer.names, -1);
            after.push(next);
            let then = document(AUTHOR, &after);
            let state = match offer.act {
                Act::Finalise => State::Finalised,
                Act::Return => State::Returned,
                Act::Validate => State::Validated,
                Act::Reopen => State::Draft,
                Act::Close => State::Closed,
            };
            match offer.verdict {
                Verdict::Allowed => {
                    prop_assert_eq!(then.state, state, "{:?}", offer);
                    prop_assert!(offer.act != Act::Validate || then.counted == read.awaiting);
                    prop_assert!(offer.act != Act::Reopen || !coordinator || then.counted.is_none());
                }
                Verdict::Asks(_) => {
                    prop_assert_eq!((then.state, then.counted, then.awaiting), (read.state, read.counted, read.awaiting));
                }
                Verdict::Refused(_) => {}
            }
        }
    }
}

/// A coach who floods a document cannot hide what coordinators said nor what they spoke about, and the reading stays quick.
#[test]
fn a_flood_is_cut_and_said() {
    let story = Story::read("F1 V1(sees F1) C1(sees V1)");
    // Identifiers after those of the story, and before them.
    let late = Uuid::from_u128(u128::MAX);
    for first in [5_000_000, 1_000] {
        let flood_id = |n: usize| Uuid::from_u128(first + n as u128);
        let mut events = story.events.clone();
        let last_of_flood = flood_id(3 * EVENTS_MAX);
        let moved = |id: Uuid| if first < 5_000_000 { Uuid::from_u128(u128::MAX - id.as_u128()) } else { id };
        for event in &mut events {
            event.id = moved(event.id);
            event.names = event.names.map(moved);
            event.saw = event.saw.iter().copied().map(moved).collect();
            assert!(first >= 5_000_000 || event.id > last_of_flood && event.id < late);
        }
        for n in 0..3 * EVENTS_MAX {
            let saw = (n.saturating_sub(40)..n).map(flood_id).collect();
            let mut flood = event(0, (0, 0, 0, 12), saw, 0);
            flood.id = flood_id(n);
            events.push(flood);
        }
        let check = |events: &[Event]| {
            let read = document(AUTHOR, events);
            let counted = Some(moved(story.id("F1")));
            assert_eq!((read.state, read.counted, read.timeline.len()), (State::Closed, counted, EVENTS_MAX));
            assert!(read.findings.iter().any(|f| f.code == "finding-document-many"));
        };
        check(&events);
        leave_out(&mut events);
        assert_eq!(events.len(), EVENTS_MAX + 1);
        check(&events);
    }
}
