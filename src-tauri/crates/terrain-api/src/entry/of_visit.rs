//! The visit inside its report: what it says already is filled in, what the report says goes back to it, and the next one is
//! planned. Which answer is what, the workbook says in its column `plan`, outside all repeats.

use chrono::NaiveDate;
use terrain_domain::{Dec, Value};
use terrain_forms::{InstanceKey, NodeId, Place};
use terrain_store::{Row, StoreError, Write};
use uuid::Uuid;

use super::open::{Entry, id_of, text_of};
use super::promises::asking;
use crate::plan::day_of;
use crate::{Fault, Session};

/// Fields of a visit that somebody fills in who prepares it.
const PREPARED: [&str; 4] = ["starts_at", "ends_at", "purpose", "venue"];

const fn at_root(node: NodeId) -> Place {
    Place { instance: InstanceKey::ROOT, node }
}

/// Fills in what the visit says: its day where it has come, its place, its person-days.
pub(super) fn open_with_visit(today: NaiveDate, filling: &mut terrain_forms::Session, visit: &Row) {
    let form = filling.form().clone();
    let held = day_of(visit, "planned_on").filter(|day| *day <= today);
    let days = visit.fields.get("days").and_then(|v| if let Value::Dec(d) = v { Some(d.to_string()) } else { None });
    let said = [
        (form.date_question, held.map(|day| day.to_string())),
        (asking(&form, None, "venue"), text_of(visit, "venue")),
        (asking(&form, None, "days"), days),
    ];
    for (node, value) in said {
        // What the form does not ask for, or takes no such value of, is simply not filled in.
        if let (Some(node), Some(value)) = (node, value) {
            let _ = filling.fill(&at_root(node), &value);
        }
    }
}

/// The visit that a report plans.
struct Next {
    id: Uuid,
    /// Nothing where none is to be planned.
    fields: Option<Vec<(&'static str, Value)>>,
    /// It is there, and nobody has prepared it or gone to it.
    untouched: bool,
    there: bool,
}

/// What a report says of visits.
pub(super) struct CarriedVisit {
    /// The visit that it is of, with its person-days.
    days: Option<(Uuid, Value)>,
    next: Option<Next>,
}

impl CarriedVisit {
    /// Reads it, and names the visit to plan: the identifier becomes an answer, so that sealing again finds it.
    pub fn read(session: &mut Session, entry: &mut Entry) -> Result<Option<Self>, Fault> {
        let Some(own) = session.store.row("entry", &entry.id)?.and_then(|row| id_of(&row, "subject")) else {
            return Ok(None);
        };
        let Some(own) = session.store.row("visit", &own)? else { return Ok(None) };
        let said = |entry: &Entry, field: &str| {
            let node = asking(&entry.form, None, field)?;
            entry.session.node(&at_root(node)).filter(|s| s.relevant && !s.value.is_empty()).map(|s| s.value)
        };
        let days = said(entry, "days").and_then(|text| Dec::parse(&text)).map(Value::Dec);
        let named = said(entry, "next_visit").and_then(|text| Uuid::parse_str(&text).ok());
        let on = said(entry, "next_visit_on").and_then(|text| text.parse::<NaiveDate>().ok());
        let today = session.today();
        let on = on.filter(|day| *day >= today);
        let next = match (named, on, asking(&entry.form, None, "next_visit")) {
            (None, None, _) | (None, _, None) => None,
            (Some(id), ..) => Some(session.next_visit(id, &own, days.as_ref(), on)?),
            (None, Some(_), Some(node)) => {
                let id = session.store.new_id();
                let next = session.next_visit(id, &own, days.as_ref(), on)?;
                if next.fields.is_some() {
                    let _ = entry.session.fill(&at_root(node), &next.id.to_string());
                }
                Some(next)
            }
        };
        Ok(Some(Self { days: days.map(|days| (own.id, days)), next }))
    }

    /// Brings the agenda to what the report says: once, however often it is sealed.
    pub fn carry(&self, w: &mut Write<'_, '_>) -> Result<(), StoreError> {
        if let Some((visit, days)) = &self.days {
            w.set("visit", *visit, "days", days)?;
        }
        let Some(next) = &self.next else { return Ok(()) };
        match &next.fields {
            Some(fields) if next.untouched || !next.there => w.upsert("visit", next.id, fields),
            None if next.untouched => w.delete("visit", next.id),
            _ => Ok(()),
        }
    }

    /// Takes the planned visit back, when the report is taken up again. One that somebody has prepared since stays.
    pub fn take_back(&self, w: &mut Write<'_, '_>) -> Result<(), StoreError> {
        self.next.iter().filter(|n| n.untouched).try_for_each(|n| w.delete("visit", n.id))
    }
}

impl Session {
    /// The visit of this identifier on a day, to the cooperative of another, by the same person and for as many `days`; none is
    /// planned where another visit goes there on that day already.
    fn next_visit(&self, id: Uuid, after: &Row, days: Option<&Value>, on: Option<NaiveDate>) -> Result<Next, Fault> {
        let field = |name: &str| after.fields.get(name).cloned().unwrap_or(Value::Null);
        let there = self.store.row("visit", &id)?;
        let free = |row: &Row| {
            text_of(row, "cancelled").is_none() && PREPARED.iter().all(|f| row.fields.get(*f).is_none_or(is_null))
        };
        let untouched =
            there.as_ref().is_some_and(free) && self.store.rows("entry", &[("subject", Value::Id(id))])?.is_empty();
        let fields = match on {
            Some(day) => {
                let same = [("cooperative", field("cooperative")), ("planned_on", Value::Date(day))];
                let others = self.store.rows("visit", &same)?;
                let goes = |row: &Row| row.id != id && text_of(row, "cancelled").is_none();
                (!others.iter().any(goes)).then(|| {
                    let fields = [("coach", field("coach")), ("days", days.cloned().unwrap_or_else(|| field("days")))];
                    same.into_iter().chain(fields).filter(|(_, value)| !is_null(value)).collect()
                })
            }
            None => None,
        };
        Ok(Next { id, fields, untouched, there: there.is_some() })
    }
}

fn is_null(value: &Value) -> bool {
    *value == Value::Null
}
