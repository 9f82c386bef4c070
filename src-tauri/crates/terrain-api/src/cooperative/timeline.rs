//! What happened with a cooperative, the newest first: visits, documents, milestones.

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::Value;
use terrain_store::{Delivery, Row};
use uuid::Uuid;

use super::documents::DocumentView;
use crate::entry::{id_of, text_of};
use crate::plan::day_of;
use crate::{Fault, Session};

/// A line of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct TimelineLine {
    /// The row: of the visit, the entry, the milestone.
    pub id: Uuid,
    /// What it is.
    #[cfg_attr(feature = "types", ts(type = "'visit' | 'document' | 'milestone'"))]
    pub what: &'static str,
    /// The day, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Of a visit its purpose, of a document its form's title, of a milestone its kind.
    pub title: String,
    /// What a person wrote beside it: where a visit was, the note of a milestone.
    pub about: Option<String>,
    /// Who.
    pub person: String,
    /// Why the visit does not take place.
    pub cancelled: Option<String>,
    /// The day lies ahead.
    pub ahead: bool,
    /// Overall score of the document.
    pub score: Option<f64>,
    /// Where its document stands: a visit's is its report.
    #[cfg_attr(feature = "types", ts(type = "'draft' | 'finalised' | 'returned' | 'validated' | 'closed' | null"))]
    pub state: Option<&'static str>,
    /// The entry that it opens.
    pub entry: Option<Uuid>,
    /// How far it has come.
    #[cfg_attr(feature = "types", ts(type = "'here' | 'delivered' | 'received'"))]
    pub delivery: Delivery,
}

/// Purposes of forms whose document is the visit's own.
const OF_VISITS: [&str; 2] = ["visit_report", "visit_plan"];

fn of_visit(document: &DocumentView, purpose: &str) -> bool {
    document.visit.is_some() && document.purpose.as_deref() == Some(purpose)
}

/// All of them.
pub(super) fn timeline(
    session: &mut Session,
    cooperative: &Uuid,
    documents: &[DocumentView],
) -> Result<Vec<TimelineLine>, Fault> {
    let today = session.today();
    let of = [("cooperative", Value::Id(*cooperative))];
    let visits = session.store.rows("visit", &of)?;
    let milestones = session.store.rows("milestone", &of)?;
    let here: Vec<Uuid> = visits.iter().map(|row| row.id).collect();
    let mut lines = Vec::new();
    for (row, delivery) in reached(session, "visit", visits)? {
        let mut line = plain(session, &row, "visit", "planned_on", delivery);
        line.title = text_of(&row, "purpose").unwrap_or_default();
        line.about = text_of(&row, "venue");
        line.cancelled = text_of(&row, "cancelled");
        if let Some(coach) = id_of(&row, "coach") {
            line.person = session.name_of(Some(coach));
        }
        let own = |purpose: &str| documents.iter().find(|d| d.visit == Some(row.id) && of_visit(d, purpose));
        if let Some(document) = OF_VISITS.iter().find_map(|purpose| own(purpose)) {
            line.state = Some(document.state);
            line.entry = Some(document.entry);
            line.delivery = line.delivery.min(document.delivery);
        }
        lines.push(line);
    }
    for (row, delivery) in reached(session, "milestone", milestones)? {
        let mut line = plain(session, &row, "milestone", "on", delivery);
        line.title = text_of(&row, "kind").unwrap_or_default();
        line.about = text_of(&row, "note");
        lines.push(line);
    }
    // A visit's own documents stand on its line, as long as the visit is there.
    let on_a_visit = |d: &&DocumentView| {
        OF_VISITS.iter().any(|purpose| of_visit(d, purpose)) && d.visit.is_some_and(|v| here.contains(&v))
    };
    lines.extend(documents.iter().filter(|d| !on_a_visit(d)).map(document));
    for line in &mut lines {
        line.ahead = line.on.is_some_and(|day| day > today);
    }
    // What has no day yet is what is being worked on.
    lines.sort_by_key(|line| std::cmp::Reverse((line.on.is_none(), line.on, line.id)));
    Ok(lines)
}

fn reached(session: &Session, kind: &str, rows: Vec<Row>) -> Result<Vec<(Row, Delivery)>, Fault> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let delivery = session.store.delivery(kind, &ids)?;
    Ok(rows.into_iter().zip(delivery).collect())
}

fn plain(session: &Session, row: &Row, what: &'static str, day: &str, delivery: Delivery) -> TimelineLine {
    TimelineLine {
        id: row.id,
        what,
        on: day_of(row, day),
        title: String::new(),
        about: None,
        person: session.name_of(session.store.person_of_row(&row.id)),
        cancelled: None,
        ahead: false,
        score: None,
        state: None,
        entry: None,
        delivery,
    }
}

fn document(view: &DocumentView) -> TimelineLine {
    TimelineLine {
        id: view.entry,
        what: "document",
        on: view.held_on,
        title: view.title.clone(),
        about: None,
        person: view.author.clone(),
        cancelled: None,
        ahead: false,
        score: view.score.filter(|_| view.sealed),
        state: Some(view.state),
        entry: Some(view.entry),
        delivery: view.delivery,
    }
}
