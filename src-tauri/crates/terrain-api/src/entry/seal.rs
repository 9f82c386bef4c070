//! Documents: finalised, returned with remarks, validated, reopened, closed. Each is an event that says what it saw.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use terrain_changes::{EventContent, Hash32};
use terrain_domain::document::{
    Act, Asker, Document, Event, Offer, State, Step, Verdict, document, leave_out, next_acts,
};
use terrain_domain::{Role, Value};
use terrain_store::{DocumentEvent, Moment, OpName};
use uuid::Uuid;

use super::filling::OfferView;
use super::of_visit::CarriedVisit;
use super::open::{Content, Entry};
use super::promises::Carried;
use crate::fault::Status;
use crate::{Fault, Session};

/// Longest list of questions in a message.
const NAMED_MAX: usize = 8;

/// Events of an entry, and the state that follows.
#[derive(Clone, Debug)]
pub(crate) struct Sealing {
    pub document: Document,
    /// By event.
    seals: BTreeMap<Uuid, Seal>,
}

/// What an event was made with.
#[derive(Clone, Debug)]
struct Seal {
    /// What its author had.
    moment: Moment,
    /// What a finalisation says that it seals.
    content: Option<Hash32>,
}

impl Sealing {
    /// What lies inside the finalisation that counts, of a document that is not a draft.
    pub(crate) fn counted(&self) -> Option<&Moment> {
        self.counted_by().map(|(_, moment)| moment)
    }

    /// What its events were made with.
    pub(crate) fn moments(&self) -> impl Iterator<Item = &Moment> {
        self.seals.values().map(|seal| &seal.moment)
    }

    /// The same with its event.
    pub(crate) fn counted_by(&self) -> Option<(Uuid, &Moment)> {
        let counted = match self.document.state {
            State::Draft | State::Returned => self.document.counted,
            _ => self.document.counted.or(self.document.awaiting),
        };
        let event = counted?;
        self.seals.get(&event).map(|seal| (event, &seal.moment))
    }

    /// What the newest finalisation sealed, whether it counts already or waits.
    fn newest(&self) -> Option<&Moment> {
        self.seals.get(&self.document.awaiting.or(self.document.counted)?).map(|seal| &seal.moment)
    }

    /// What a document holds that is sealed now.
    pub(crate) fn sealed(&self) -> Option<&Moment> {
        let is_sealed = matches!(self.document.state, State::Finalised | State::Validated | State::Closed);
        self.newest().filter(|_| is_sealed)
    }

    /// When what counts, or waits to, was finalised, UTC ms; nothing where nothing does.
    pub(crate) fn finalised_at(&self) -> Option<i64> {
        let stands = |s: &&Step| [self.document.counted, self.document.awaiting].contains(&Some(s.event));
        self.document.timeline.iter().filter(stands).map(|s| s.at).max()
    }
}

/// A document after an event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Sealed {
    /// The entry.
    pub id: Uuid,
    /// The event.
    pub event: Uuid,
    /// draft, finalised, returned, validated, closed.
    pub state: &'static str,
    /// `document-asks-…` where the event only asks the coordination.
    pub asks: Option<&'static str>,
}

/// An event as it is read, without whom it saw.
fn event(one: &DocumentEvent) -> Option<Event> {
    Some(Event {
        id: one.id,
        person: one.person.unwrap_or_default(),
        coordinator: one.role == Some(Role::RegionalCoordinator),
        act: Act::parse(&one.what)?,
        content: one.said.content.map(|hash| hash.0),
        names: one.said.names,
        note: one.said.note.clone(),
        at: one.at,
        saw: BTreeSet::new(),
    })
}

impl Session {
    /// The events of an entry and the state that follows from them.
    pub(crate) fn sealing(&mut self, entry: &Uuid) -> Result<Sealing, Fault> {
        let told = self.store.events(entry)?;
        let owner = self.store.person_of_row(entry).unwrap_or_default();
        let mut events: Vec<Event> = told.iter().filter_map(event).collect();
        leave_out(&mut events);
        let kept: BTreeSet<Uuid> = events.iter().map(|e| e.id).collect();
        let told: BTreeMap<Uuid, DocumentEvent> =
            told.into_iter().filter(|e| kept.contains(&e.id)).map(|e| (e.id, e)).collect();
        for event in &mut events {
            let Some(one) = told.get(&event.id) else { continue };
            let saw = told.values().filter(|other| other.id != one.id && self.store.saw(one, other));
            event.saw = saw.map(|other| other.id).collect();
        }
        let seals = told.into_iter().map(|(id, e)| (id, Seal { moment: e.moment, content: e.said.content })).collect();
        Ok(Sealing { document: document(owner, &events), seals })
    }

    /// Of the finalisations that matter, those whose seal is not that of what is read inside them: their author's app lied,
    /// or something inside is no longer accepted. What has not come yet is no reason.
    pub(crate) fn broken_seals(&mut self, entry: &Entry) -> Result<usize, Fault> {
        let document = &entry.sealing.document;
        let matter: BTreeSet<Uuid> = document.awaiting.iter().chain(&document.counted).copied().collect();
        let mut broken = 0;
        for seal in matter.iter().filter_map(|id| entry.sealing.seals.get(id)) {
            let here = self.store.has_whole(&seal.moment);
            let sound = !here || seal.content == Some(self.store.content_hash(&entry.id, &seal.moment)?);
            broken += usize::from(!sound);
        }
        Ok(broken)
    }

    /// Fields of an entry's answers and repeat instances on which people disagree, by path.
    pub(crate) fn disagreements(&mut self, entry: &Entry) -> Vec<String> {
        let open = entry.kept.iter().filter(|(_, beside)| beside.provisional);
        open.map(|((_, path), _)| path.clone()).collect()
    }

    /// Acts on an entry, each with whether it is open to this person.
    pub(super) fn offers(&mut self, entry: &Entry) -> Vec<OfferView> {
        let disagreement = !self.disagreements(entry).is_empty();
        let view = |offer: Offer| match offer.verdict {
            Verdict::Allowed => OfferView { act: offer.act.name(), open: true, why: None },
            Verdict::Asks(why) => OfferView { act: offer.act.name(), open: true, why: Some(why) },
            Verdict::Refused(why) => OfferView { act: offer.act.name(), open: false, why: Some(why) },
        };
        next_acts(entry.document(), &self.asker(), disagreement).into_iter().map(view).collect()
    }

    fn asker(&self) -> Asker {
        let role = self.store.role();
        Asker {
            person: self.store.identity().person,
            coordinator: role == Some(Role::RegionalCoordinator),
            writes: matches!(role, Some(Role::Coach | Role::Trainer | Role::Evaluator | Role::RegionalCoordinator)),
        }
    }
}

/// What an act brings besides the event.
#[derive(Default)]
struct With<'a> {
    note: Option<&'a str>,
    /// Rows of remarks, each with its fields.
    remarks: Vec<Vec<(&'static str, Value)>>,
    /// What the entry had brought to the plan.
    plan: Option<&'a Carried>,
    /// What it had brought to the agenda.
    visit: Option<&'a CarriedVisit>,
}

/// Whether the act is open to this person: what it asks for where it only asks, and the finalise that it names.
fn offered(session: &mut Session, entry: &Entry, act: Act) -> Result<(Option<&'static str>, Option<Uuid>), Fault> {
    let open = session.disagreements(entry);
    if act == Act::Finalise && !open.is_empty() {
        return Err(Fault::new(Status::Refused, "fault-entry-disagreement", &[("questions", &named(&open))]));
    }
    let offers = next_acts(entry.document(), &session.asker(), !open.is_empty());
    let offer = offers.iter().find(|o| o.act == act);
    match offer.map(|o| (o.verdict, o.names)) {
        Some((Verdict::Allowed, names)) => Ok((None, names)),
        Some((Verdict::Asks(code), names)) => Ok((Some(code), names)),
        Some((Verdict::Refused(why), _)) => Err(Fault::new(Status::Refused, "fault-entry-act", &[("why", why)])),
        None => Err(Fault::new(Status::Refused, "fault-entry-act", &[("why", "document-no-role")])),
    }
}

fn seal(session: &mut Session, entry: &Entry, act: Act, with: &With<'_>) -> Result<Sealed, Fault> {
    let (asks, names) = offered(session, entry, act)?;
    let content = match act {
        Act::Finalise => Some(session.store.content_hash(&entry.id, &session.store.here())?),
        _ => None,
    };
    let said = EventContent { content, names, note: with.note.map(str::to_owned) };
    let (event, _) = session.store.write(OpName::Seal, None, |w| {
        if asks.is_none() {
            with.plan.map_or(Ok(()), |plan| plan.take_back(w))?;
            with.visit.map_or(Ok(()), |visit| visit.take_back(w))?;
        }
        for remark in &with.remarks {
            w.create("remark", remark)?;
        }
        w.event(entry.id, act.name(), &said)
    })?;
    let state = session.sealing(&entry.id)?.document.state.name();
    Ok(Sealed { id: entry.id, event, state, asks })
}

pub(crate) fn named(paths: &[String]) -> String {
    let mut named: Vec<&str> = paths.iter().take(NAMED_MAX).map(String::as_str).collect();
    if paths.len() > NAMED_MAX {
        named.push("…");
    }
    named.join(", ")
}

/// Seals the answers as they stand here and hands them to the coordination. Everything that is asked for must be answered,
/// and no constraint broken.
pub fn finalise(session: &mut Session, entry: &str, note: Option<&str>) -> Result<Sealed, Fault> {
    let mut entry = session.entry(entry, Content::Live)?;
    // What the form fills in at the end becomes an answer before it is sealed.
    let before = entry.session.answers();
    let violations = entry.session.finalise().err().unwrap_or_default();
    if !violations.is_empty() {
        let paths: Vec<String> = violations.iter().map(|v| entry.session.path(&v.place)).collect();
        let count = paths.len().to_string();
        return Err(Fault::input("fault-entry-incomplete", &[("count", &count), ("questions", &named(&paths))]));
    }
    offered(session, &entry, Act::Finalise)?;
    let plan = Carried::read(session, &mut entry)?;
    let visit = CarriedVisit::read(session, &mut entry)?;
    let after = entry.session.answers();
    session.store.write(OpName::Answer, None, |w| {
        entry.write(w, &before, &after, &[])?;
        plan.map_or(Ok(()), |plan| plan.carry(w))?;
        visit.map_or(Ok(()), |visit| visit.carry(w))
    })?;
    seal(session, &entry, Act::Finalise, &With { note, ..With::default() })
}

/// Takes a sealed entry up again. After a validation, an author only asks for it.
pub fn reopen(session: &mut Session, entry: &str, reason: &str) -> Result<Sealed, Fault> {
    if reason.trim().is_empty() {
        return Err(Fault::input("fault-reason-missing", &[]));
    }
    let mut entry = session.entry(entry, Content::Live)?;
    let (plan, visit) = (Carried::read(session, &mut entry)?, CarriedVisit::read(session, &mut entry)?);
    let with = With { note: Some(reason), plan: plan.as_ref(), visit: visit.as_ref(), ..With::default() };
    seal(session, &entry, Act::Reopen, &with)
}

/// Sends an entry back to its author, with remarks on exact answers.
pub fn return_entry(
    session: &mut Session,
    entry: &str,
    remarks: &[(String, String)],
    note: Option<&str>,
) -> Result<Sealed, Fault> {
    let entry = session.entry(entry, Content::Live)?;
    let mut rows = Vec::new();
    for (path, text) in remarks {
        if text.trim().is_empty() {
            return Err(Fault::input("fault-reason-missing", &[]));
        }
        let place = entry.place(path)?;
        let (instance, path) = entry.kept_place(&place);
        let mut row =
            vec![("entry", Value::Id(entry.id)), ("path", Value::Text(path)), ("text", Value::Text(text.clone()))];
        if instance != terrain_forms::InstanceKey::ROOT {
            row.push(("instance", Value::Id(Uuid::from_u128(instance.0))));
        }
        rows.push(row);
    }
    seal(session, &entry, Act::Return, &With { note, remarks: rows, ..With::default() })
}

/// Accepts the finalisation that waits.
pub fn validate(session: &mut Session, entry: &str, note: Option<&str>) -> Result<Sealed, Fault> {
    let entry = session.entry(entry, Content::Live)?;
    seal(session, &entry, Act::Validate, &With { note, ..With::default() })
}

/// Puts a document away for good.
pub fn close(session: &mut Session, entry: &str, note: Option<&str>) -> Result<Sealed, Fault> {
    let entry = session.entry(entry, Content::Live)?;
    seal(session, &entry, Act::Close, &With { note, ..With::default() })
}
