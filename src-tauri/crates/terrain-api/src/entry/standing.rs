//! Where documents stand, for lists. What is sealed never changes: it is worked out once, and the store keeps it until
//! something happens to the document. Drafts are worked out again when what they are read from changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use terrain_domain::document::State;
use terrain_domain::{Band, Value};
use terrain_store::{KnownStanding, Row};
use uuid::Uuid;

use super::open::{Content, Entry, id_of};
use crate::worked_out::{self, unless_full};
use crate::{Fault, Session};

/// What the progress of a draft is read from.
const DRAFT_KINDS: [&str; 9] =
    ["answer", "instance", "entry", "event", "form", "cooperative", "visit", "action", "action_update"];
/// So many cooperatives are looked for one by one; of more, all entries of the form are read.
const FEW: usize = 50;

/// A document in a list.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub entry: Uuid,
    pub state: &'static str,
    /// The day on which it was held, of one that is sealed.
    pub sealed: Option<NaiveDate>,
    /// When what counts, or waits to, was finalised.
    pub finalised_on: Option<NaiveDate>,
    /// Of the answers that count; nothing where its form has not come yet.
    pub figures: Option<Figures>,
}

impl Standing {
    /// Overall score, of one that is sealed.
    pub fn score(&self) -> Option<f64> {
        self.sealed.and(self.figures?.score)
    }
}

/// What was worked out of an entry's answers, and the record that the form looked up meanwhile.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Figures {
    pub answered: u64,
    pub asked: u64,
    /// As the form says it.
    pub held_on: Option<NaiveDate>,
    /// Overall; of a draft, so far.
    pub score: Option<f64>,
    pub band: Option<Band>,
    /// Too few axes have a score.
    pub provisional: bool,
    /// A blocking question holds the band down.
    pub capped: bool,
    record: [u8; 32],
}

/// Where a document stands: what the store keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Stand {
    /// Its state.
    pub state: State,
    /// What counts, or waits to, was finalised then, UTC ms.
    pub finalised_at: Option<i64>,
    /// The answers that count are sealed ones.
    sealed: bool,
    /// All that its events name is here: nothing but another event changes it.
    whole: bool,
    figures: Option<Figures>,
}

/// What was worked out and is not kept yet.
type News = BTreeMap<Uuid, Stand>;

/// Figures of what is not sealed, or not all here: by entry, with how often what they are read from had changed.
#[derive(Default)]
pub(crate) struct Remembered(BTreeMap<Uuid, (u64, Figures)>);

/// What a form can look up of a cooperative.
fn record(row: &Row, last_visit: Option<&NaiveDate>) -> [u8; 32] {
    let text = serde_json::to_vec(&(&row.fields, last_visit)).unwrap_or_default();
    *blake3::hash(&text).as_bytes()
}

fn figures(entry: &Entry, record: [u8; 32]) -> Figures {
    let progress = entry.session.progress(&Entry::WHOLE);
    let score = entry.score();
    Figures {
        answered: progress.answered as u64,
        asked: progress.asked as u64,
        held_on: entry.held_on(),
        score: score.as_ref().and_then(|s| s.overall),
        band: score.as_ref().and_then(|s| s.band),
        provisional: score.as_ref().is_some_and(|s| s.provisional),
        capped: score.as_ref().is_some_and(|s| s.capped),
        record,
    }
}

impl Session {
    /// The diagnostics of these cooperatives.
    pub(crate) fn diagnostics(
        &mut self,
        cooperatives: &[Row],
        last_visits: &BTreeMap<Uuid, NaiveDate>,
    ) -> Result<BTreeMap<Uuid, Vec<Standing>>, Fault> {
        let records: BTreeMap<Uuid, [u8; 32]> =
            cooperatives.iter().map(|row| (row.id, record(row, last_visits.get(&row.id)))).collect();
        let forms = self.store.rows("form", &[("purpose", Value::Text("diagnostic".into()))])?;
        let forms: BTreeSet<Uuid> = forms.iter().map(|form| form.id).collect();
        let (field, among) = if records.len() > FEW {
            ("form", forms.clone())
        } else {
            ("cooperative", records.keys().copied().collect())
        };
        let among: Vec<Value> = among.into_iter().map(Value::Id).collect();
        let (mut found, mut new): (BTreeMap<Uuid, Vec<Standing>>, _) = (BTreeMap::new(), News::new());
        for entry in self.store.rows_among("entry", field, &among)? {
            let of = (id_of(&entry, "cooperative"), id_of(&entry, "form"));
            let (Some(cooperative), Some(form)) = of else { continue };
            if let (Some(record), true) = (records.get(&cooperative), forms.contains(&form)) {
                found.entry(cooperative).or_default().push(self.standing(&entry.id, *record, &mut new)?);
            }
        }
        self.keep_stands(new)?;
        Ok(found)
    }

    /// Where documents stand, each worked out once until something happens to it.
    pub(crate) fn stands(&mut self, entries: &[Uuid]) -> Result<BTreeMap<Uuid, Stand>, Fault> {
        let (mut found, mut new) = (BTreeMap::new(), News::new());
        for entry in entries {
            found.insert(*entry, self.stand(entry, &mut new)?);
        }
        self.keep_stands(new)?;
        Ok(found)
    }

    fn stand(&mut self, entry: &Uuid, new: &mut News) -> Result<Stand, Fault> {
        let known = self.store.standing(entry)?;
        if let Some(stand) = known.and_then(|known| worked_out::read(&known.about)) {
            return Ok(stand);
        }
        let sealing = self.sealing(entry)?;
        let stand = Stand {
            state: sealing.document.state,
            finalised_at: sealing.finalised_at(),
            sealed: sealing.counted().is_some(),
            whole: sealing.moments().all(|moment| self.store.has_whole(moment)),
            figures: None,
        };
        new.insert(*entry, stand.clone());
        Ok(stand)
    }

    /// On the disk together.
    fn keep_stands(&mut self, new: News) -> Result<(), Fault> {
        let known =
            |stand: &Stand| KnownStanding { state: stand.state.name().to_owned(), about: worked_out::write(stand) };
        let kept: Vec<_> = new.iter().filter(|(_, s)| s.whole).map(|(entry, s)| (*entry, known(s))).collect();
        unless_full(self.store.keep_standings(&kept))
    }

    /// Entries that are still filled, the oldest first: begun, or sent back.
    pub(crate) fn unfinished(&mut self) -> Result<Vec<(Uuid, State)>, Fault> {
        let mut found = BTreeMap::new();
        let unknown = self.store.not_worked_out()?;
        found.extend(self.stands(&unknown)?.into_iter().map(|(entry, stand)| (entry, stand.state)));
        for state in [State::Draft, State::Returned] {
            found.extend(self.store.standing_so(state.name())?.into_iter().map(|entry| (entry, state)));
        }
        found.retain(|_, state| matches!(state, State::Draft | State::Returned));
        Ok(found.into_iter().collect())
    }

    fn standing(&mut self, entry: &Uuid, record: [u8; 32], new: &mut News) -> Result<Standing, Fault> {
        let stand = self.stand(entry, new)?;
        let figures = self.figures_of(entry, &stand, record, new)?;
        let at = stand.finalised_at.and_then(chrono::DateTime::from_timestamp_millis);
        let finalised_on = at.map(|at| at.date_naive());
        let held_on = figures.and_then(|f| f.held_on).or(finalised_on);
        let sealed = stand.sealed.then(|| held_on.unwrap_or_default());
        Ok(Standing { entry: *entry, state: stand.state.name(), sealed, finalised_on, figures })
    }

    /// Where these documents of one cooperative stand.
    pub(crate) fn standings(&mut self, cooperative: &Row, entries: &[Row]) -> Result<Vec<Standing>, Fault> {
        let last_visits = self.last_visits(Some(cooperative.id))?;
        let (record, mut new) = (record(cooperative, last_visits.get(&cooperative.id)), News::new());
        let found = entries.iter().map(|entry| self.standing(&entry.id, record, &mut new)).collect::<Result<_, _>>()?;
        self.keep_stands(new)?;
        Ok(found)
    }

    /// What is worked out of the answers that count. An entry whose form has not come yet has none, and is looked at again
    /// the next time.
    fn figures_of(
        &mut self,
        entry: &Uuid,
        stand: &Stand,
        record: [u8; 32],
        new: &mut News,
    ) -> Result<Option<Figures>, Fault> {
        let times = self.store.times_changed(&DRAFT_KINDS);
        let lasting = stand.sealed && stand.whole;
        let remembered = self.standings.0.get(entry).filter(|(then, _)| *then == times).map(|(_, figures)| *figures);
        let known = if lasting { stand.figures } else { remembered };
        if let Some(figures) = known.filter(|figures| figures.record == record) {
            return Ok(Some(figures));
        }
        let Ok(opened) = self.open_entry(entry, Content::Counted) else { return Ok(None) };
        let figures = figures(&opened, record);
        if lasting {
            new.insert(*entry, Stand { figures: Some(figures), ..stand.clone() });
        } else {
            self.standings.0.insert(*entry, (times, figures));
        }
        Ok(Some(figures))
    }
}
