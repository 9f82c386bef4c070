//! The rules of a document, applied to the set of its events in the order in which `document/mod.rs` tells them.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::sight::Sight;
use super::{Act, Document, DocumentFinding, Effect, Event, State, Step};

/// Numbers of events.
type Set = BTreeSet<usize>;

/// How one finalise stands by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Waiting,
    Reopened,
    Returned,
    Validated,
}

/// What others said about one finalise.
#[derive(Default)]
struct Opinions {
    validates: Set,
    returns: Set,
    reopens: Set,
}

struct Reading<'e> {
    sight: Sight<'e>,
    owner: Uuid,
    finalisers: BTreeSet<Uuid>,
    /// Without effect from the beginning.
    void: Set,
    cancelled: Set,
    /// Finalises that are not cancelled, with what others said about them.
    finalises: BTreeMap<usize, Opinions>,
    /// Closes that are neither void nor cancelled.
    closes: Set,
    /// What each event is about.
    about: BTreeMap<usize, Set>,
    findings: BTreeSet<DocumentFinding>,
}

/// The state of the document of `owner` that a set of events makes; the order of `events` does not matter.
pub fn document(owner: Uuid, events: &[Event]) -> Document {
    let sight = Sight::new(events);
    let finalises = sight.events.iter().filter(|event| event.act == Act::Finalise);
    let finalisers = finalises.map(|event| event.person).collect();
    let mut reading = Reading {
        sight,
        owner,
        finalisers,
        void: Set::new(),
        cancelled: Set::new(),
        finalises: BTreeMap::new(),
        closes: Set::new(),
        about: BTreeMap::new(),
        findings: BTreeSet::new(),
    };
    if reading.sight.cut {
        reading.say("finding-document-many", 0, None);
    }
    reading.rights();
    reading.cancel();
    reading.opinions();
    reading.conclude()
}

impl Reading<'_> {
    fn say(&mut self, code: &'static str, n: usize, other: Option<usize>) {
        let id = |n: usize| self.sight.events.get(n).map(|event| event.id);
        if let Some(event) = id(n) {
            self.findings.insert(DocumentFinding { code, event, other: other.and_then(id) });
        }
    }

    fn act(&self, n: usize) -> Option<(Act, bool)> {
        self.sight.events.get(n).map(|event| (event.act, event.coordinator))
    }

    /// Rule 1: who may not, and what names nothing.
    fn rights(&mut self) {
        let finalise = |id: Uuid| self.sight.number(id).and_then(|n| self.act(n)).is_some_and(|a| a.0 == Act::Finalise);
        let wrong = |event: &Event| match event.act {
            Act::Finalise | Act::Reopen => None,
            Act::Return | Act::Validate | Act::Close if !event.coordinator => Some("finding-document-not-coordinator"),
            Act::Return | Act::Close => None,
            Act::Validate if event.person == self.owner || self.finalisers.contains(&event.person) => {
                Some("finding-document-own-validation")
            }
            Act::Validate if !event.names.is_some_and(finalise) => Some("finding-document-names-nothing"),
            Act::Validate => None,
        };
        let found: Vec<_> = self.sight.events.iter().enumerate().filter_map(|(n, e)| Some((n, wrong(e)?))).collect();
        for (n, code) in found {
            self.void.insert(n);
            self.say(code, n, None);
        }
    }

    /// Rule 2: what a coordinator's reopen has seen is cancelled.
    fn cancel(&mut self) {
        let reopens = (0..self.sight.events.len()).filter(|n| self.act(*n) == Some((Act::Reopen, true)));
        self.cancelled = reopens.flat_map(|n| self.sight.of(n)).collect();
    }

    /// Rule 4: who speaks about what.
    fn opinions(&mut self) {
        let alive: Vec<usize> =
            (0..self.sight.events.len()).filter(|n| !self.void.contains(n) && !self.cancelled.contains(n)).collect();
        let acts = |n: &usize| self.act(*n);
        let finalises: Set = alive.iter().copied().filter(|n| acts(n).is_some_and(|a| a.0 == Act::Finalise)).collect();
        self.closes = alive.iter().copied().filter(|n| acts(n) == Some((Act::Close, true))).collect();
        self.finalises = finalises.iter().map(|n| (*n, Opinions::default())).collect();
        for n in alive {
            let Some(event) = self.sight.events.get(n).copied() else { continue };
            let named = event.names.and_then(|id| self.sight.number(id)).filter(|n| finalises.contains(n));
            let about = match event.act {
                Act::Validate => named.into_iter().collect(),
                Act::Return | Act::Reopen if named.is_some() => named.into_iter().collect(),
                Act::Return | Act::Reopen => {
                    self.sight.latest(&self.sight.of(n).filter(|m| finalises.contains(m)).collect())
                }
                Act::Finalise | Act::Close => continue,
            };
            if event.act == Act::Validate && about.is_empty() {
                let other = event.names.and_then(|id| self.sight.number(id));
                self.say("finding-document-validated-reopened", n, other);
            }
            for finalise in &about {
                let Some(opinions) = self.finalises.get_mut(finalise) else { continue };
                match event.act {
                    Act::Validate => opinions.validates.insert(n),
                    Act::Return => opinions.returns.insert(n),
                    Act::Reopen if !event.coordinator => opinions.reopens.insert(n),
                    _ => continue,
                };
            }
            self.about.insert(n, about);
        }
    }

    /// Rule 5, for one finalise.
    fn standing(&self, opinions: &Opinions) -> Standing {
        let reopened = !opinions.reopens.is_empty() && opinions.validates.is_empty() && self.closes.is_empty();
        match opinions {
            _ if reopened => Standing::Reopened,
            Opinions { returns, .. } if !returns.is_empty() => Standing::Returned,
            Opinions { validates, .. } if !validates.is_empty() => Standing::Validated,
            _ => Standing::Waiting,
        }
    }

    /// Rule 3: finalises that nothing replaces.
    fn tips(&self, standings: &BTreeMap<usize, Standing>) -> Set {
        let tips = self.sight.latest(&self.finalises.keys().copied().collect());
        let mut passed_over = Set::new();
        for opinions in tips.iter().filter_map(|tip| Some((standings.get(tip)?, self.finalises.get(tip)?))) {
            let speakers = match opinions {
                (Standing::Validated, opinions) => &opinions.validates,
                (Standing::Returned, opinions) => &opinions.returns,
                (Standing::Reopened, opinions) => &opinions.reopens,
                (Standing::Waiting, _) => continue,
            };
            for speaker in speakers {
                let about = self.about.get(speaker);
                let meant = |n: &usize| about.is_some_and(|about| about.contains(n));
                passed_over.extend(self.sight.of(*speaker).filter(|n| tips.contains(n) && !meant(n)));
            }
        }
        let left: Set = tips.difference(&passed_over).copied().collect();
        // Two coordinators may each have passed over the choice of the other.
        if left.is_empty() { tips } else { left }
    }

    /// Rule 5: what is said of the tips.
    fn disagreements(&mut self, tips: &Set) {
        let mut found = Vec::new();
        for opinions in tips.iter().filter_map(|tip| self.finalises.get(tip)) {
            let Opinions { validates, returns, reopens } = opinions;
            if let Some(against) = self.closes.first().or(validates.first()) {
                found.extend(reopens.iter().map(|reopen| ("finding-document-author-asks", *reopen, *against)));
            }
            for validate in validates {
                let unaware = returns.iter().filter(|back| !self.sight.has(**back, *validate));
                found.extend(unaware.map(|back| ("finding-document-opposite", *validate, *back)));
            }
        }
        for (code, n, other) in found {
            self.say(code, n, Some(other));
        }
    }

    /// Rules 6 to 8.
    fn conclude(mut self) -> Document {
        let standings: BTreeMap<usize, Standing> =
            self.finalises.iter().map(|(n, opinions)| (*n, self.standing(opinions))).collect();
        let tips = self.tips(&standings);
        self.disagreements(&tips);
        let of = |set: &Set, standing: Standing| -> Set {
            set.iter().copied().filter(|n| standings.get(n) == Some(&standing)).collect()
        };
        let all: Set = standings.keys().copied().collect();
        let waiting = of(&tips, Standing::Waiting);
        let closed = self.sight.last(self.closes.iter().copied());
        let sealed = |n: &usize| self.closes.iter().any(|close| self.sight.has(*close, *n));
        let validated = of(&tips, Standing::Validated);
        let validated = if validated.is_empty() { of(&all, Standing::Validated) } else { validated };
        let mut counted = self.sight.last(self.sight.latest(&validated));
        let (state, awaiting) = if closed.is_some() {
            let seen: Set = of(&all, Standing::Waiting).into_iter().filter(sealed).collect();
            counted = counted.or_else(|| self.sight.last(self.sight.latest(&seen)));
            (State::Closed, None)
        } else if let Some(last) = self.sight.last(waiting.iter().copied()) {
            (State::Finalised, Some(last))
        } else {
            let has = |standing: Standing| tips.iter().any(|n| standings.get(n) == Some(&standing));
            let order = [(Standing::Reopened, State::Draft), (Standing::Returned, State::Returned)];
            let first = order.iter().find(|(standing, _)| has(*standing)).map(|(_, state)| *state);
            (first.unwrap_or(if tips.is_empty() { State::Draft } else { State::Validated }), None)
        };
        let late: Vec<usize> = waiting.iter().copied().filter(|n| !sealed(n)).collect();
        for n in late {
            match (closed, awaiting) {
                (Some(close), _) => self.say("finding-document-after-close", n, Some(close)),
                (None, Some(last)) if n != last && self.content(n) != self.content(last) => {
                    self.say("finding-document-twice", n, Some(last));
                }
                _ => {}
            }
        }
        let effect = |n: usize| self.effect(n, &standings, &tips, counted);
        let timeline = self.sight.history().into_iter().filter_map(|n| self.step(n, effect(n))).collect();
        let id = |n: Option<usize>| n.and_then(|n| self.sight.events.get(n)).map(|event| event.id);
        Document {
            state,
            counted: id(counted),
            awaiting: id(awaiting),
            timeline,
            owner: self.owner,
            findings: self.findings.iter().cloned().collect(),
            finalisers: self.finalisers,
        }
    }

    fn content(&self, n: usize) -> Option<[u8; 32]> {
        self.sight.events.get(n).and_then(|event| event.content)
    }

    fn effect(&self, n: usize, standings: &BTreeMap<usize, Standing>, tips: &Set, counted: Option<usize>) -> Effect {
        let closed = !self.closes.is_empty();
        let shows = |finalise: &usize| Some(*finalise) == counted || !closed && tips.contains(finalise);
        let makes = |standing: Standing| match self.about.get(&n) {
            Some(about) if about.is_empty() => Effect::None,
            Some(about) if about.iter().any(|f| shows(f) && standings.get(f) == Some(&standing)) => Effect::Stands,
            _ => Effect::Overruled,
        };
        match self.act(n) {
            _ if self.void.contains(&n) => Effect::None,
            _ if self.cancelled.contains(&n) => Effect::Cancelled,
            Some((Act::Finalise, _)) if shows(&n) => Effect::Stands,
            Some((Act::Finalise, _)) => Effect::Overruled,
            Some((Act::Validate, _)) => makes(Standing::Validated),
            Some((Act::Return, _)) => makes(Standing::Returned),
            Some((Act::Reopen, false)) => makes(Standing::Reopened),
            Some((Act::Reopen, true)) if self.sight.of(n).next().is_none() => Effect::None,
            Some((Act::Reopen | Act::Close, _)) => Effect::Stands,
            None => Effect::None,
        }
    }

    fn step(&self, n: usize, effect: Effect) -> Option<Step> {
        let event = self.sight.events.get(n)?;
        let about = self.about.get(&n).and_then(|about| self.sight.last(about.iter().copied()));
        Some(Step {
            event: event.id,
            person: event.person,
            coordinator: event.coordinator,
            act: event.act,
            about: about.and_then(|n| self.sight.events.get(n)).map(|finalise| finalise.id),
            note: event.note.clone(),
            at: event.at,
            effect,
        })
    }
}
