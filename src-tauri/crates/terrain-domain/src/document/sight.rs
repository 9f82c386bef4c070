//! Who had seen whom among the events of one document. It knows causes, not meanings.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{EVENTS_MAX, Event};

/// Events by number, and for each the numbers of those that it has seen.
pub(super) struct Sight<'e> {
    /// Each identifier once, sorted by it.
    pub events: Vec<&'e Event>,
    /// What each has seen, as far as it is believed; never itself.
    seen: Vec<BTreeSet<usize>>,
    /// Whether events were left out because there are too many.
    pub cut: bool,
}

/// Keeps so many events: those of coordinators first, then what these speak about, so that nobody else crowds them out.
pub(super) fn keep_first<E: Borrow<Event>>(events: &mut Vec<E>, count: usize) {
    let said = events.iter().map(E::borrow).filter(|event| event.coordinator);
    let meant: BTreeSet<Uuid> = said.filter_map(|event| event.names).collect();
    events.sort_by_key(|event| {
        let event = event.borrow();
        (!event.coordinator, !meant.contains(&event.id), event.id)
    });
    events.truncate(count);
}

impl<'e> Sight<'e> {
    /// Of a set: the order of `events` does not matter. Of two events with one identifier the smaller is read.
    pub fn new(events: &'e [Event]) -> Self {
        let mut once = BTreeMap::<Uuid, &Event>::new();
        for event in events {
            let known = once.entry(event.id).or_insert(event);
            *known = (*known).min(event);
        }
        let mut events: Vec<&Event> = once.into_values().collect();
        let cut = events.len() > EVENTS_MAX;
        if cut {
            keep_first(&mut events, EVENTS_MAX);
            events.sort_by_key(|event| event.id);
        }
        let numbers: BTreeMap<Uuid, usize> = events.iter().enumerate().map(|(n, event)| (event.id, n)).collect();
        let claims = |event: &&Event| -> BTreeSet<usize> {
            event.saw.iter().chain(&event.names).filter_map(|id| numbers.get(id).copied()).collect()
        };
        let claimed: Vec<BTreeSet<usize>> = events.iter().map(claims).collect();
        // Of two that claim to have seen each other one does not tell the truth; a coordinator is believed before others.
        let believed = |n: usize, m: usize| {
            let mutual = claimed.get(m).is_some_and(|of_m| of_m.contains(&n));
            let role = |n: usize| events.get(n).is_some_and(|event| event.coordinator);
            !mutual || role(n) && !role(m)
        };
        let truly = |(n, of_n): (usize, &BTreeSet<usize>)| of_n.iter().copied().filter(|m| believed(n, *m)).collect();
        let seen = claimed.iter().enumerate().map(truly).collect();
        Self { events, seen, cut }
    }

    /// What an event has seen.
    pub fn of(&self, n: usize) -> impl Iterator<Item = usize> {
        self.seen.get(n).into_iter().flatten().copied()
    }

    /// Whether `n` has seen `m`.
    pub fn has(&self, n: usize, m: usize) -> bool {
        self.seen.get(n).is_some_and(|seen| seen.contains(&m))
    }

    /// The number of an event.
    pub fn number(&self, id: Uuid) -> Option<usize> {
        self.events.binary_search_by_key(&id, |event| event.id).ok()
    }

    /// Those of a set that no other of it has seen; the whole set if they go round in a circle.
    pub fn latest(&self, set: &BTreeSet<usize>) -> BTreeSet<usize> {
        let replaced: BTreeSet<usize> = set.iter().flat_map(|n| self.of(*n)).collect();
        let latest: BTreeSet<usize> = set.difference(&replaced).copied().collect();
        if latest.is_empty() { set.clone() } else { latest }
    }

    /// One of a set, where causes leave the choice: the last by clock, then by identifier.
    pub fn last(&self, set: impl IntoIterator<Item = usize>) -> Option<usize> {
        set.into_iter().max_by_key(|n| self.events.get(*n).map(|event| (event.at, event.id)))
    }

    /// All events, each after those that it has seen, else by clock and identifier; a circle is cut at its first.
    pub fn history(&self) -> Vec<usize> {
        let key = |n: usize| (self.events.get(n).map(|event| (event.at, event.id)), n);
        let mut before: Vec<usize> = self.seen.iter().map(BTreeSet::len).collect();
        let mut after = vec![Vec::new(); self.events.len()];
        for (n, seen) in self.seen.iter().enumerate() {
            for m in seen {
                after.get_mut(*m).into_iter().for_each(|list: &mut Vec<usize>| list.push(n));
            }
        }
        let mut left: BTreeSet<_> = (0..self.events.len()).map(key).collect();
        let mut ready: BTreeSet<_> = left.iter().filter(|(_, n)| before.get(*n) == Some(&0)).copied().collect();
        let mut history = Vec::new();
        while let Some(next) = ready.pop_first().or_else(|| left.first().copied()) {
            left.remove(&next);
            history.push(next.1);
            for m in after.get(next.1).into_iter().flatten() {
                let Some(count) = before.get_mut(*m) else { continue };
                *count = count.saturating_sub(1);
                if *count == 0 && left.contains(&key(*m)) {
                    ready.insert(key(*m));
                }
            }
        }
        history
    }
}
