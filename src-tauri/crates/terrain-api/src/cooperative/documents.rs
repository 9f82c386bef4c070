//! The documents of a cooperative: its entries of forms, each opened once, with state, score and how far it has come.

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{Band, Score, Value};
use terrain_store::{Delivery, Row};
use uuid::Uuid;

use crate::entry::{Content, Entry, id_of, open_remarks, text_of};
use crate::{Fault, Session};

/// An entry of a form.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DocumentView {
    /// Its row.
    pub entry: Uuid,
    /// What its form is for: diagnostic, visit_plan, visit_report, monitoring, exit, other; nothing where it is not here.
    pub purpose: Option<String>,
    /// The form's title in the language asked for.
    pub title: String,
    /// The visit on which it was filled.
    pub visit: Option<Uuid>,
    /// The day on which it was held, `YYYY-MM-DD`; else that on which it was finalised.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub held_on: Option<NaiveDate>,
    /// draft, finalised, returned, validated, closed.
    #[cfg_attr(feature = "types", ts(type = "'draft' | 'finalised' | 'returned' | 'validated' | 'closed'"))]
    pub state: &'static str,
    /// Who owns it.
    pub author: String,
    /// Questions answered.
    pub answered: u64,
    /// Questions asked.
    pub asked: u64,
    /// Something of it was finalised and counts.
    pub sealed: bool,
    /// Overall, 0 to 100, of what counts; of a draft, so far.
    pub score: Option<f64>,
    /// Its band.
    pub band: Option<Band>,
    /// Too few axes have a score.
    pub provisional: bool,
    /// A blocking question holds the band down.
    pub capped: bool,
    /// Remarks that nobody has settled.
    pub remarks: u64,
    /// How far all of it has come: here, delivered, received.
    #[cfg_attr(feature = "types", ts(type = "'here' | 'delivered' | 'received'"))]
    pub delivery: Delivery,
}

/// A document with what its score is made of.
pub(super) struct Document {
    pub view: DocumentView,
    /// Nothing where its form has not come yet.
    pub opened: Option<(Entry, Option<Score>)>,
}

/// The documents of a cooperative, the newest first.
pub(super) fn documents(session: &mut Session, cooperative: &Uuid, language: &str) -> Result<Vec<Document>, Fault> {
    let rows = session.store.rows("entry", &[("cooperative", Value::Id(*cooperative))])?;
    let mut found = rows.iter().map(|row| document(session, row, language)).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|d| std::cmp::Reverse((d.view.held_on, d.view.entry)));
    Ok(found)
}

fn document(session: &mut Session, row: &Row, language: &str) -> Result<Document, Fault> {
    let opened = session.open_entry(&row.id, Content::Counted).ok();
    let sealing = match &opened {
        Some(entry) => entry.sealing.clone(),
        None => session.sealing(&row.id)?,
    };
    let mut view = DocumentView {
        entry: row.id,
        purpose: None,
        title: String::new(),
        visit: id_of(row, "subject"),
        held_on: sealing.finalised_at().and_then(chrono::DateTime::from_timestamp_millis).map(|at| at.date_naive()),
        state: sealing.document.state.name(),
        author: session.name_of(Some(sealing.document.owner)),
        answered: 0,
        asked: 0,
        sealed: sealing.counted().is_some(),
        score: None,
        band: None,
        provisional: false,
        capped: false,
        remarks: open_remarks(session, &row.id)? as u64,
        delivery: delivery(session, &row.id)?,
    };
    let opened = opened.map(|mut entry| {
        let _ = entry.session.set_language(language);
        let score = entry.score();
        tell(&mut view, &entry, score.as_ref(), language);
        (entry, score)
    });
    Ok(Document { view, opened })
}

fn tell(view: &mut DocumentView, entry: &Entry, score: Option<&Score>, language: &str) {
    let progress = entry.session.progress(&Entry::WHOLE);
    (view.answered, view.asked) = (progress.answered as u64, progress.asked as u64);
    view.purpose = text_of(&entry.form_row, "purpose");
    view.title = entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned();
    view.held_on = entry.held_on().or(view.held_on);
    if let Some(score) = score {
        (view.score, view.band) = (score.overall, score.band);
        (view.provisional, view.capped) = (score.provisional, score.capped);
    }
}

/// As far as the least of its parts.
fn delivery(session: &Session, entry: &Uuid) -> Result<Delivery, Fault> {
    let mut least = session.store.delivery("entry", &[*entry])?.into_iter().min();
    for kind in ["event", "answer"] {
        let parts = session.store.parts_of(kind, entry)?;
        least = session.store.delivery(kind, &parts)?.into_iter().chain(least).min();
    }
    Ok(least.unwrap_or(Delivery::Here))
}
