//! What to know before leaving for a visit, on one page.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use terrain_domain::Value;
use uuid::Uuid;

use super::agenda::AgendaVisit;
use super::promises::PromiseView;
use crate::entry::{Content, Entry, id_of, text_of};
use crate::fields::{find_row, known_kind};
use crate::plan::{OpenAction, day_of, int_of};
use crate::settings::VISITS;
use crate::{Fault, Session};

/// Most documents to ask for: what people can bring to one visit.
const DOCUMENTS_MAX: usize = 6;

/// Which visit.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct VisitRequest {
    pub visit: String,
    pub language: Option<String>,
}

/// A visit and what to know before it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct VisitView {
    /// The visit.
    pub visit: AgendaVisit,
    /// Which of the cooperative's visits it is, from 1; 0 where it was cancelled.
    pub number: usize,
    /// How many the programme gives.
    pub of: i64,
    /// All members.
    pub members: Option<i64>,
    /// The women among them.
    pub women: Option<i64>,
    /// The last visit with a finalised report.
    pub last: Option<LastVisit>,
    /// What was promised at its end.
    pub promises: Vec<PromiseView>,
    /// Other actions of the plan that are late, due soon or begun.
    pub actions: Vec<OpenAction>,
    /// Remarks of the coordination that nobody has settled.
    pub remarks: Vec<OpenRemark>,
    /// Whom to meet.
    pub people: Vec<Person>,
    /// Documents that would bear out answers of the last diagnostic.
    pub documents: Vec<ToCollect>,
    /// What was prepared for this visit: question and answer.
    pub prepared: Vec<(String, String)>,
}

/// A visit made before.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct LastVisit {
    /// The day on which it was made.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Its report.
    pub entry: Uuid,
    /// The visit that the report is of.
    pub visit: Option<Uuid>,
}

/// A remark to answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct OpenRemark {
    /// Its row.
    pub id: Uuid,
    /// The document.
    pub entry: Uuid,
    /// Title of its form.
    pub title: String,
    /// The question that it is on.
    pub question: Option<String>,
    /// The text.
    pub text: String,
    /// Who wrote it.
    pub person: String,
}

/// Somebody of the cooperative.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Person {
    /// The officer.
    pub id: Uuid,
    /// Name; empty where it is sealed.
    pub name: String,
    /// Code of the role.
    pub role: String,
    /// Phone.
    pub phone: Option<String>,
}

/// A document to ask for.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ToCollect {
    /// The question that it bears out.
    pub question: String,
    /// What to look at.
    pub what: String,
}

/// A visit with what to know before it.
pub fn visit(session: &mut Session, visit: &str, language: &str) -> Result<VisitView, Fault> {
    let id = find_row(&session.store, known_kind("visit")?, visit)?;
    let gone = || Fault::input("fault-unknown-row", &[("kind", "visit"), ("got", visit)]);
    let row = session.store.row("visit", &id)?.ok_or_else(gone)?;
    let today = session.today();
    let view = session.agenda_visits(std::slice::from_ref(&row), today)?.pop().ok_or_else(gone)?;
    let cooperative = view.cooperative;
    let record = session.store.row("cooperative", &cooperative)?;
    let (members, women) = record.as_ref().map_or((None, None), counted);
    let (number, _) = session.number_of(&cooperative, &id)?;
    let last = session.last_report(&cooperative, view.report.as_ref())?;
    let promises = last.as_ref().map_or(Ok(Vec::new()), |report| session.promises(report, today))?;
    let mut actions = crate::plan::open_actions(session, &BTreeSet::from([cooperative]), today)?;
    actions.retain(|a| !promises.iter().any(|p| p.action == Some(a.id)) && is_gone_through(a));
    Ok(VisitView {
        number,
        of: session.figure(VISITS, today)?,
        members,
        women,
        last: last.as_ref().map(|report| session.last_visit(report)).transpose()?,
        promises,
        actions,
        remarks: session.open_remarks(&cooperative, language)?,
        people: session.people_of(&cooperative)?,
        documents: session.documents_to_ask(&cooperative, language)?,
        prepared: session.prepared(&id, language)?,
        visit: view,
    })
}

fn is_gone_through(action: &OpenAction) -> bool {
    action.overdue_days > 0 || action.soon || action.status == terrain_domain::ActionStatus::InProgress
}

/// Members, and the women among them.
pub(super) fn counted(record: &terrain_store::Row) -> (Option<i64>, Option<i64>) {
    let (women, men) = (int_of(record, "members_women"), int_of(record, "members_men"));
    let all =
        (women.is_some() || men.is_some()).then(|| women.unwrap_or_default().saturating_add(men.unwrap_or_default()));
    (all, women)
}

impl Session {
    pub(super) fn last_visit(&mut self, report: &Entry) -> Result<LastVisit, Fault> {
        let visit = self.store.row("entry", &report.id)?.and_then(|row| id_of(&row, "subject"));
        let on = report.form.date_question.and_then(|node| report.root(node)).and_then(|text| text.parse().ok());
        let planned = visit.map(|v| self.store.row("visit", &v)).transpose()?.flatten();
        Ok(LastVisit { on: on.or(planned.and_then(|row| day_of(&row, "planned_on"))), entry: report.id, visit })
    }

    fn open_remarks(&mut self, cooperative: &Uuid, language: &str) -> Result<Vec<OpenRemark>, Fault> {
        let entries = self.store.rows("entry", &[("cooperative", Value::Id(*cooperative))])?;
        let ids: Vec<Value> = entries.iter().map(|row| Value::Id(row.id)).collect();
        let mut opened: BTreeMap<Uuid, Option<Entry>> = BTreeMap::new();
        let mut remarks = Vec::new();
        for row in self.store.rows_among("remark", "entry", &ids)? {
            // An answer to a remark is none.
            let dealt = row.fields.get("settled") == Some(&Value::Bool(true)) || id_of(&row, "parent").is_some();
            let Some(entry) = id_of(&row, "entry").filter(|_| !dealt) else { continue };
            if let std::collections::btree_map::Entry::Vacant(place) = opened.entry(entry) {
                let mut one = self.open_entry(&entry, Content::Live).ok();
                if let Some(one) = &mut one {
                    let _ = one.session.set_language(language);
                }
                place.insert(one);
            }
            let Some(Some(one)) = opened.get(&entry) else { continue };
            let question = text_of(&row, "path").and_then(|p| one.place(&p).ok()).and_then(|p| one.session.node(&p));
            remarks.push(OpenRemark {
                id: row.id,
                entry,
                title: one.form.title_for(language).unwrap_or_else(|| one.form.title_in(0)).to_owned(),
                question: question.map(|s| s.label).filter(|label| !label.is_empty()),
                text: text_of(&row, "text").unwrap_or_default(),
                person: self.name_of(self.store.person_of_row(&row.id)),
            });
        }
        Ok(remarks)
    }

    fn people_of(&mut self, cooperative: &Uuid) -> Result<Vec<Person>, Fault> {
        let today = self.today();
        let rows = self.store.rows("officer", &[("cooperative", Value::Id(*cooperative))])?;
        let serves = |row: &&terrain_store::Row| day_of(row, "mandate_to").is_none_or(|to| to >= today);
        let person = |row: &terrain_store::Row| Person {
            id: row.id,
            name: text_of(row, "name").unwrap_or_default(),
            role: text_of(row, "role").unwrap_or_default(),
            phone: text_of(row, "phone"),
        };
        Ok(rows.iter().filter(serves).map(person).collect())
    }

    /// Of the last sealed diagnostic, what is scored, was not seen on paper and has no evidence; heaviest first.
    fn documents_to_ask(&mut self, cooperative: &Uuid, language: &str) -> Result<Vec<ToCollect>, Fault> {
        let Ok(form) = self.find_form("diagnostic", None) else { return Ok(Vec::new()) };
        let Some(last) = self.last_finalised(cooperative, &form, None)? else { return Ok(Vec::new()) };
        let Ok(mut entry) = self.open_entry(&last, Content::Counted) else { return Ok(Vec::new()) };
        let _ = entry.session.set_language(language);
        let Some(recipe) = &entry.form.recipe else { return Ok(Vec::new()) };
        let mut items: Vec<_> = recipe.items.iter().collect();
        items.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let wanted = items.into_iter().filter_map(|item| {
            let place = entry.place(&item.question).ok()?;
            let state = entry.session.node(&place).filter(|s| s.relevant && !s.value.is_empty() && s.value != "0")?;
            let beside = entry.kept_at(&entry.kept_place(&place)).map(|(_, beside)| beside);
            let seen = beside.is_some_and(|b| !b.evidence.is_empty() || b.source.as_deref() == Some("seen"));
            (!seen && !state.guidance.is_empty()).then_some(ToCollect { question: state.label, what: state.guidance })
        });
        Ok(wanted.take(DOCUMENTS_MAX).collect())
    }

    /// Answers of the plan of this visit, where somebody filled one.
    fn prepared(&mut self, visit: &Uuid, language: &str) -> Result<Vec<(String, String)>, Fault> {
        let mut said = Vec::new();
        for row in self.store.rows("entry", &[("subject", Value::Id(*visit))])? {
            let Ok(mut entry) = self.open_entry(&row.id, Content::Counted) else { continue };
            if text_of(&entry.form_row, "purpose").as_deref() != Some("visit_plan") {
                continue;
            }
            let _ = entry.session.set_language(language);
            let states = entry.session.walk().into_iter().filter_map(|place| entry.session.node(&place));
            said.extend(states.filter(|s| s.relevant && !s.shown.is_empty()).map(|s| (s.label, s.shown)));
        }
        Ok(said)
    }
}
