//! A cooperative's page: who it is, where it stands in the two years, its diagnostics, what is to be followed up and what
//! happened.

use std::collections::BTreeSet;

mod axes;
mod documents;
mod files;
mod timeline;

use serde::{Deserialize, Serialize};
use terrain_domain::{Stage, province_of, way};
use uuid::Uuid;

pub use axes::{AxisView, MoveView};
pub use documents::DocumentView;
use documents::documents;
pub(crate) use files::CooperativeFilesRequest;
pub use files::{CooperativeFile, cooperative_files};
pub use timeline::TimelineLine;
use timeline::timeline;

use crate::cooperatives::ways;
use crate::entry::text_of;
use crate::fields::{find_row, known_kind};
use crate::plan::{OpenAction, int_of, open_actions};
use crate::records::FindingView;
use crate::twins::{JoinedView, joined_to};
use crate::{Fault, Session};

/// Whose page, and in which language.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct CooperativeRequest {
    pub cooperative: String,
    pub language: Option<String>,
}

/// A cooperative's page.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CooperativeView {
    /// Its row.
    pub id: Uuid,
    /// French.
    pub name_fr: String,
    /// Arabic.
    pub name_ar: Option<String>,
    /// Tamazight.
    pub name_zgh: Option<String>,
    /// Code of its sector.
    pub sector: Option<String>,
    /// Code of its province.
    pub province: Option<String>,
    /// All members.
    pub members: Option<i64>,
    /// The women among them.
    pub women: Option<i64>,
    /// Whether it is given to whoever works here.
    pub mine: bool,
    /// Who accompanies it.
    pub coach: Option<String>,
    /// Fields on which people disagree.
    pub provisional: Vec<String>,
    /// What is to be looked at in its record.
    pub findings: Vec<FindingView>,
    /// Records that were entered twice and joined to it.
    pub joined: Vec<JoinedView>,
    /// This person may change its record.
    pub editable: bool,
    /// Where it stands.
    pub stage: Stage,
    /// The month it is in, the first is 1.
    pub month: Option<u32>,
    /// The first sealed diagnostic.
    pub baseline: Option<Uuid>,
    /// The last, where it is another.
    pub latest: Option<Uuid>,
    /// Axis by axis.
    pub axes: Vec<AxisView>,
    /// Entries of forms, the newest first.
    pub documents: Vec<DocumentView>,
    /// What is left to do of its plan.
    pub actions: Vec<OpenAction>,
    /// What happened, the newest first.
    pub timeline: Vec<TimelineLine>,
}

/// The page of a cooperative.
pub fn cooperative(session: &mut Session, id: &str, language: &str) -> Result<CooperativeView, Fault> {
    let id = find_row(&session.store, known_kind("cooperative")?, id)?;
    // Of one that was joined to another, that other's page.
    let id = session.store.joined()?.get(&id).copied().unwrap_or(id);
    let gone = || Fault::input("fault-unknown-row", &[("kind", "cooperative"), ("got", &id.to_string())]);
    let row = session.store.row("cooperative", &id)?.ok_or_else(gone)?;
    let today = session.today();
    let views = documents(session, &row, language)?;
    let mut sealed: Vec<&DocumentView> = views.iter().filter(|view| view.sealed && is_diagnostic(view)).collect();
    sealed.reverse();
    let baseline = sealed.first().copied();
    let latest = sealed.get(1..).and_then(<[_]>::last).copied();
    let mut opened = |view: Option<&DocumentView>| view.and_then(|view| view.opened(session, language));
    let axes = axes::axes(opened(baseline).as_ref(), opened(latest).as_ref(), language);
    let (baseline, latest) = (baseline.map(|view| view.entry), latest.map(|view| view.entry));
    let mut ways = ways(session, Some(&id))?;
    let ways = ways.remove(&id).unwrap_or_default();
    let marked: Vec<_> = ways.milestones.iter().map(|(day, kind)| (*day, kind.as_str())).collect();
    let stands = way(&marked, ways.given, today);
    let (women, men) = (int_of(&row, "members_women"), int_of(&row, "members_men"));
    Ok(CooperativeView {
        id,
        name_fr: text_of(&row, "name_fr").unwrap_or_default(),
        name_ar: text_of(&row, "name_ar"),
        name_zgh: text_of(&row, "name_zgh"),
        sector: text_of(&row, "sector"),
        province: text_of(&row, "commune_code").and_then(|c| province_of(&c)).map(|p| p.code.to_owned()),
        members: (women.is_some() || men.is_some())
            .then(|| women.unwrap_or_default().saturating_add(men.unwrap_or_default())),
        women,
        mine: ways.mine,
        coach: ways.coach.and_then(|person| Some(session.name_of(Some(person))).filter(|name| !name.is_empty())),
        findings: session.found_in(known_kind("cooperative")?, &row),
        provisional: row.disagreements,
        joined: joined_to(session, &id)?,
        editable: session.may_write("cooperative", "name_fr", false),
        stage: stands.stage,
        month: stands.month,
        baseline,
        latest,
        axes,
        timeline: timeline(session, &id, &views)?,
        documents: views,
        actions: open_actions(session, &BTreeSet::from([id]), today)?,
    })
}

fn is_diagnostic(document: &DocumentView) -> bool {
    document.purpose.as_deref() == Some("diagnostic")
}
