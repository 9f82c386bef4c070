//! The documents of a cooperative: its entries of forms with state, score and how far each has come.

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{Band, Score, Value};
use terrain_store::{Delivery, Row};
use uuid::Uuid;

use crate::entry::{Content, Entry, Standing, id_of, open_remarks, text_of};
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

/// The documents of a cooperative, the newest first.
pub(super) fn documents(session: &mut Session, cooperative: &Row, language: &str) -> Result<Vec<DocumentView>, Fault> {
    let rows = session.store.rows("entry", &[("cooperative", Value::Id(cooperative.id))])?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let reached = session.store.document_delivery(&ids)?;
    let mut found = Vec::with_capacity(rows.len());
    for ((row, standing), delivery) in rows.iter().zip(session.standings(cooperative, &rows)?).zip(reached) {
        found.push(document(session, row, &standing, delivery, language)?);
    }
    found.sort_by_key(|view| std::cmp::Reverse((view.held_on, view.entry)));
    Ok(found)
}

fn document(
    session: &Session,
    row: &Row,
    standing: &Standing,
    delivery: Delivery,
    language: &str,
) -> Result<DocumentView, Fault> {
    let form = match (standing.figures, id_of(row, "form")) {
        (Some(_), Some(form)) => session.store.row("form", &form)?,
        _ => None,
    };
    let title = |field: &str| form.as_ref().and_then(|form| text_of(form, field));
    let own = if language == "ar" { title("title_ar") } else { None };
    let figures = standing.figures.as_ref();
    Ok(DocumentView {
        entry: row.id,
        purpose: form.as_ref().and_then(|form| text_of(form, "purpose")),
        title: own.or(title("title_fr")).or(title("title_ar")).unwrap_or_default(),
        visit: id_of(row, "subject"),
        held_on: figures.and_then(|f| f.held_on).or(standing.finalised_on),
        state: standing.state,
        author: session.name_of(session.store.person_of_row(&row.id)),
        answered: figures.map_or(0, |f| f.answered),
        asked: figures.map_or(0, |f| f.asked),
        sealed: standing.sealed.is_some(),
        score: figures.and_then(|f| f.score),
        band: figures.and_then(|f| f.band),
        provisional: figures.is_some_and(|f| f.provisional),
        capped: figures.is_some_and(|f| f.capped),
        remarks: open_remarks(session, &row.id)? as u64,
        delivery,
    })
}

impl DocumentView {
    /// Opened, with the score of what counts; nothing where its form has not come yet.
    pub(super) fn opened(&self, session: &mut Session, language: &str) -> Option<(Entry, Score)> {
        let mut entry = session.open_entry(&self.entry, Content::Counted).ok()?;
        let _ = entry.session.set_language(language);
        let score = entry.score()?;
        Some((entry, score))
    }
}
