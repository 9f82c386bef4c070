//! Where the diagnostics of cooperatives stand, for the list. What is sealed never changes, so that its score is worked out
//! once; what is asked of the log is asked again only when something came.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use terrain_domain::Value;
use terrain_domain::score as score_of;
use terrain_store::Row;
use uuid::Uuid;

use super::open::{Content, Entry, id_of};
use super::seal::Sealing;
use crate::{Fault, Session};

/// What a state is read from, besides answers.
const STATE_KINDS: [&str; 1] = ["event"];
/// What the progress of a draft is read from.
const DRAFT_KINDS: [&str; 8] =
    ["answer", "instance", "entry", "form", "cooperative", "visit", "action", "action_update"];

/// A diagnostic in a list.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub entry: Uuid,
    pub state: &'static str,
    pub answered: u64,
    pub asked: u64,
    /// The day on which it was held, of one that is sealed.
    pub sealed: Option<NaiveDate>,
    /// Overall, of one that is sealed.
    pub score: Option<f64>,
}

/// What was worked out of an entry.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    answered: u64,
    asked: u64,
    held_on: Option<NaiveDate>,
    score: Option<f64>,
}

/// What a content is known by: nothing else changes what is worked out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// Sealed by this event, all of it here or not.
    Sealed { event: Uuid, whole: bool },
    /// As it stood after so many changes.
    Draft { times: u64 },
}

/// Figures by entry, and what they are of: the content, and the record that the form looked up.
#[derive(Default)]
pub(crate) struct Remembered {
    /// How often what states follow from had changed.
    times: u64,
    sealings: BTreeMap<Uuid, Sealing>,
    figures: BTreeMap<Uuid, (Known, blake3::Hash, Figures)>,
}

/// What a form can look up of a cooperative.
fn record(row: &Row, last_visit: Option<&NaiveDate>) -> blake3::Hash {
    let text = serde_json::to_vec(&(&row.fields, last_visit)).unwrap_or_default();
    blake3::hash(&text)
}

fn figures(entry: &Entry) -> Figures {
    let progress = entry.session.progress(&Entry::WHOLE);
    let (answered, asked) = (progress.answered as u64, progress.asked as u64);
    Figures { answered, asked, held_on: entry.held_on(), score: None }
}

impl Session {
    /// The diagnostics of these cooperatives.
    pub(crate) fn diagnostics(
        &mut self,
        cooperatives: &[Row],
        last_visits: &BTreeMap<Uuid, NaiveDate>,
    ) -> Result<BTreeMap<Uuid, Vec<Standing>>, Fault> {
        let records: BTreeMap<Uuid, blake3::Hash> =
            cooperatives.iter().map(|row| (row.id, record(row, last_visits.get(&row.id)))).collect();
        let forms = self.store.rows("form", &[("purpose", Value::Text("diagnostic".into()))])?;
        let forms: BTreeSet<Uuid> = forms.iter().map(|form| form.id).collect();
        let mut found: BTreeMap<Uuid, Vec<Standing>> = BTreeMap::new();
        let mut there = BTreeSet::new();
        for entry in self.store.rows("entry", &[])? {
            there.insert(entry.id);
            let of = (id_of(&entry, "cooperative"), id_of(&entry, "form"));
            let (Some(cooperative), Some(form)) = of else { continue };
            if let (Some(record), true) = (records.get(&cooperative), forms.contains(&form)) {
                found.entry(cooperative).or_default().push(self.standing(&entry.id, *record)?);
            }
        }
        self.standings.figures.retain(|entry, _| there.contains(entry));
        Ok(found)
    }

    /// The events of an entry and the state that follows, worked out once until something comes.
    pub(crate) fn known_sealing(&mut self, entry: &Uuid) -> Result<Option<&Sealing>, Fault> {
        let times = self.store.times_changed(&STATE_KINDS);
        if self.standings.times != times {
            self.standings.sealings.clear();
            self.standings.times = times;
        }
        if !self.standings.sealings.contains_key(entry) {
            let sealing = self.sealing(entry)?;
            self.standings.sealings.insert(*entry, sealing);
        }
        Ok(self.standings.sealings.get(entry))
    }

    fn standing(&mut self, entry: &Uuid, record: blake3::Hash) -> Result<Standing, Fault> {
        self.known_sealing(entry)?;
        let counted = self.standings.sealings.get(entry).and_then(Sealing::counted_by);
        let known = match counted {
            Some((event, moment)) => Known::Sealed { event, whole: self.store.has_whole(moment) },
            None => Known::Draft { times: self.store.times_changed(&DRAFT_KINDS) },
        };
        let remembered = self.standings.figures.get(entry);
        let figures = match remembered.filter(|(k, r, _)| (k, r) == (&known, &record)) {
            Some((.., figures)) => *figures,
            None => self.work_out(entry, record, known.clone()),
        };
        let sealing = self.standings.sealings.get(entry);
        let at = sealing.and_then(Sealing::finalised_at).and_then(chrono::DateTime::from_timestamp_millis);
        let sealed = matches!(known, Known::Sealed { .. });
        Ok(Standing {
            entry: *entry,
            state: sealing.map(|s| s.document.state.name()).unwrap_or_default(),
            answered: figures.answered,
            asked: figures.asked,
            sealed: sealed.then(|| figures.held_on.unwrap_or(at.unwrap_or_default().date_naive())),
            score: figures.score,
        })
    }

    /// Opens the entry. One whose form has not come yet has no figures, and is looked at again the next time.
    fn work_out(&mut self, entry: &Uuid, record: blake3::Hash, known: Known) -> Figures {
        let Ok(opened) = self.open_entry(entry, Content::Counted) else { return Figures::default() };
        let mut figures = figures(&opened);
        if let (Known::Sealed { .. }, Some(recipe)) = (&known, &opened.form.recipe) {
            figures.score = score_of(recipe, &opened.item_answers()).overall;
        }
        self.standings.figures.insert(*entry, (known, record, figures));
        figures
    }
}
