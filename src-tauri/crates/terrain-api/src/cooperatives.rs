//! The list of cooperatives as the window shows it: who accompanies each, when it was visited last, where its diagnostics
//! stand and what they gave.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use terrain_domain::{Stage, Value, province_of, way};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::{Standing, id_of, text_of};
use crate::plan::{day_of, int_of};
use crate::{Fault, Session};

/// All cooperatives.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CooperativesView {
    /// One a cooperative, in the order of their ids.
    pub rows: Vec<CooperativeRow>,
}

/// A cooperative in the list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CooperativeRow {
    /// Its row.
    pub id: Uuid,
    /// French.
    pub name_fr: String,
    /// Arabic.
    pub name_ar: Option<String>,
    /// Code of its sector; empty where nobody said it.
    pub sector: String,
    /// Code of its province.
    pub province: Option<String>,
    /// Name of its commune, where it is known.
    pub commune: Option<String>,
    /// All members.
    pub members: Option<i64>,
    /// The women among them.
    pub women: Option<i64>,
    /// Whether it is given to whoever works here.
    pub mine: bool,
    /// Who accompanies it.
    pub coach: Option<String>,
    /// Where it stands in the programme.
    pub stage: Stage,
    /// The month of the two years it is in, the first is 1.
    pub month: Option<u32>,
    /// Day of the last visit, `YYYY-MM-DD`.
    #[cfg_attr(feature = "types", ts(type = "string | null"))]
    pub last_visit_on: Option<NaiveDate>,
    /// Overall score of the first sealed diagnostic, 0 to 100.
    pub baseline: Option<f64>,
    /// The same of the last, where it is another.
    pub latest: Option<f64>,
    /// The most recent diagnostic, sealed or not.
    pub diagnostic: Option<DiagnosticView>,
    /// People disagree on a field of the record.
    pub provisional: bool,
}

/// Where a diagnostic stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct DiagnosticView {
    /// The entry.
    pub entry: Uuid,
    /// draft, finalised, returned, validated, closed.
    #[cfg_attr(feature = "types", ts(type = "'draft' | 'finalised' | 'returned' | 'validated' | 'closed'"))]
    pub state: String,
    /// Questions answered.
    pub answered: u64,
    /// Questions asked.
    pub asked: u64,
}

impl From<Standing> for DiagnosticView {
    fn from(s: Standing) -> Self {
        let (answered, asked) = s.figures.map_or((0, 0), |f| (f.answered, f.asked));
        Self { entry: s.entry, state: s.state.to_owned(), answered, asked }
    }
}

/// What a cooperative's way follows from: who accompanies it today, since when anybody does, its milestones.
#[derive(Default)]
pub(crate) struct Company {
    /// Whoever works here does.
    pub mine: bool,
    /// Of several people, who has it since the latest day.
    pub coach: Option<Uuid>,
    since: Option<(NaiveDate, Uuid)>,
    /// The first day on which it was given to somebody.
    pub given: Option<NaiveDate>,
    /// Days and kinds.
    pub milestones: Vec<(NaiveDate, String)>,
}

/// The cooperatives of the programme that are here.
pub fn cooperatives(session: &mut Session) -> Result<CooperativesView, Fault> {
    let rows = session.store.rows("cooperative", &[])?;
    let mut visits = session.last_visits(None)?;
    let today = session.today();
    let mut companies = ways(session, None)?;
    let mut diagnostics = session.diagnostics(&rows, &visits)?;
    let names = people(session)?;
    let view = |row: &Row| {
        let company = companies.remove(&row.id).unwrap_or_default();
        let standings = diagnostics.remove(&row.id).unwrap_or_default();
        let told = Told { names: &names, today, last_visit_on: visits.remove(&row.id), company, standings };
        row_view(row, told)
    };
    Ok(CooperativesView { rows: rows.iter().map(view).collect() })
}

/// What is known of a cooperative beside its record.
struct Told<'n> {
    names: &'n BTreeMap<Uuid, String>,
    today: NaiveDate,
    last_visit_on: Option<NaiveDate>,
    company: Company,
    standings: Vec<Standing>,
}

fn row_view(row: &Row, told: Told<'_>) -> CooperativeRow {
    let Told { names, today, last_visit_on, company, standings } = told;
    let (women, men) = (int_of(row, "members_women"), int_of(row, "members_men"));
    let members =
        (women.is_some() || men.is_some()).then(|| women.unwrap_or_default().saturating_add(men.unwrap_or_default()));
    let mut sealed: Vec<_> = standings.iter().filter_map(|s| s.sealed.map(|day| (day, s.entry, s.score()))).collect();
    sealed.sort_by_key(|(day, entry, _)| (*day, *entry));
    let baseline = sealed.first().and_then(|(.., score)| *score);
    let latest = sealed.get(1..).and_then(<[_]>::last).and_then(|(.., score)| *score);
    let marked: Vec<_> = company.milestones.iter().map(|(day, kind)| (*day, kind.as_str())).collect();
    let stands = way(&marked, company.given, today);
    let newest = standings.into_iter().max_by_key(|s| s.entry);
    CooperativeRow {
        id: row.id,
        name_fr: text_of(row, "name_fr").unwrap_or_default(),
        name_ar: text_of(row, "name_ar"),
        sector: text_of(row, "sector").unwrap_or_default(),
        province: text_of(row, "commune_code").and_then(|code| province_of(&code)).map(|p| p.code.to_owned()),
        // There is no table of communes yet.
        commune: None,
        members,
        women,
        mine: company.mine,
        coach: company.coach.and_then(|person| names.get(&person).cloned()),
        stage: stands.stage,
        month: stands.month,
        last_visit_on,
        baseline,
        latest,
        diagnostic: newest.map(DiagnosticView::from),
        provisional: !row.disagreements.is_empty(),
    }
}

fn people(session: &Session) -> Result<BTreeMap<Uuid, String>, Fault> {
    let rows = session.store.rows("person", &[])?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id, text_of(&row, "name")?))).collect())
}

/// By cooperative, of all or of one.
pub(crate) fn ways(session: &mut Session, of: Option<&Uuid>) -> Result<BTreeMap<Uuid, Company>, Fault> {
    let (today, own) = (session.today(), session.store.identity().person);
    let filter: Vec<_> = of.map(|id| ("cooperative", Value::Id(*id))).into_iter().collect();
    let mut found: BTreeMap<Uuid, Company> = BTreeMap::new();
    for row in session.store.rows("assignment", &filter)? {
        let of = (id_of(&row, "cooperative"), id_of(&row, "person"), day_of(&row, "from"));
        let (Some(cooperative), Some(person), Some(from)) = of else { continue };
        let company = found.entry(cooperative).or_default();
        company.given = company.given.into_iter().chain([from]).min();
        if from > today || day_of(&row, "to").is_some_and(|to| to <= today) {
            continue;
        }
        company.mine |= person == own;
        company.since = company.since.max(Some((from, person)));
        company.coach = company.since.map(|(_, person)| person);
    }
    for row in session.store.rows("milestone", &filter)? {
        let of = (id_of(&row, "cooperative"), day_of(&row, "on"), text_of(&row, "kind"));
        if let (Some(cooperative), Some(on), Some(kind)) = of {
            found.entry(cooperative).or_default().milestones.push((on, kind));
        }
    }
    Ok(found)
}
