//! An answer on which people disagree: its form and question, the questions around it, and what each value does to the scores.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_domain::Value;
use terrain_forms::Place;
use terrain_store::{Conflict, Row};
use uuid::Uuid;

use super::open::{Content, Entry, id_of, instance_of, text_of};
use super::question::QuestionView;
use super::walk::Around;
use crate::disagreements::EffectView;
use crate::form::as_text;
use crate::{Fault, Session};

/// Questions shown before and after.
const NEIGHBOURS: usize = 2;

/// Where an answer stands.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AnswerContext {
    /// The entry.
    pub entry: Uuid,
    /// Title of the form.
    pub form: String,
    /// The group that the question stands in.
    pub section: String,
    /// The question; nothing where the form does not ask it now.
    pub question: Option<QuestionView>,
    /// Answered questions just before and after.
    pub neighbours: Vec<NeighbourView>,
    /// In the words of the form, value by value.
    #[serde(skip)]
    pub(crate) said: Vec<Option<String>>,
    /// What each value does to the scores.
    #[serde(skip)]
    pub(crate) effects: Vec<Option<EffectView>>,
}

/// A question nearby.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NeighbourView {
    /// Label.
    pub label: String,
    /// Answer for people.
    pub shown: String,
    /// Stored value, where it is a level of maturity.
    pub level: Option<String>,
}

/// What stands around the answer in this row; nothing where it belongs to no entry that is here.
pub(crate) fn answer_context(
    session: &mut Session,
    row: &Row,
    conflict: &Conflict,
    language: &str,
) -> Result<Option<AnswerContext>, Fault> {
    let Some(id) = id_of(row, "entry") else { return Ok(None) };
    let Ok(mut entry) = session.open_entry(&id, Content::Live) else { return Ok(None) };
    let _ = entry.session.set_language(language);
    let form = entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned();
    let place = entry.place_of(row);
    let last = session.earlier(&entry)?;
    let walked = Around::read(session, &entry, last.as_ref(), false)?.walk(&entry, |_| true);
    let path = place.map(|place| entry.session.path(&place));
    let here = path.and_then(|path| walked.questions.iter().position(|q| q.path == path));
    let question = here.and_then(|i| walked.questions.get(i)).cloned();
    let group = question.as_ref().and_then(|q| q.group.as_ref());
    let section = walked.groups.iter().find(|g| Some(&g.path) == group).map(|g| g.label.clone()).unwrap_or_default();
    let neighbours = here.map_or_else(Vec::new, |i| neighbours(&walked.questions, i));
    let on_value = conflict.field == "value";
    let said =
        conflict.values.iter().map(|v| said_by(question.as_ref().filter(|_| on_value), v.value.as_ref())).collect();
    let effects = match place.filter(|_| on_value) {
        Some(place) => conflict.values.iter().map(|v| effect(&mut entry, &place, v.value.as_ref())).collect(),
        None => Vec::new(),
    };
    Ok(Some(AnswerContext { entry: id, form, section, question, neighbours, said, effects }))
}

/// Answered questions around the one at this place, in order.
fn neighbours(questions: &[QuestionView], at: usize) -> Vec<NeighbourView> {
    let answered = |q: &&QuestionView| !q.shown.is_empty();
    let view = |q: &QuestionView| NeighbourView {
        label: q.label.clone(),
        shown: q.shown.clone(),
        level: q.levels.then(|| q.value.clone()),
    };
    let (before, after) = (questions.get(..at).unwrap_or_default(), questions.get(at + 1..).unwrap_or_default());
    let mut found: Vec<NeighbourView> = before.iter().rev().filter(answered).take(NEIGHBOURS).map(view).collect();
    found.reverse();
    found.extend(after.iter().filter(answered).take(NEIGHBOURS).map(view));
    found
}

/// The questions of an entry by the rows of their answers.
pub(crate) type Questions = BTreeMap<Uuid, QuestionView>;

/// The title of an entry's form, and what is asked, for each answer that is here; nothing where it cannot be opened.
pub(crate) fn questions_of(session: &mut Session, entry: &Uuid, language: &str) -> Result<(String, Questions), Fault> {
    let rows = session.store.rows("answer", &[("entry", Value::Id(*entry))])?;
    let Ok(mut entry) = session.open_entry(entry, Content::Live) else { return Ok(Default::default()) };
    let _ = entry.session.set_language(language);
    let title = entry.form.title_for(language).unwrap_or_else(|| entry.form.title_in(0)).to_owned();
    let walked = Around::read(session, &entry, None, false)?.walk(&entry, |_| true);
    let asked = |row: &Row| {
        let path = entry.session.path(&entry.place_of(row)?);
        Some((row.id, walked.questions.iter().find(|q| q.path == path)?.clone()))
    };
    Ok((title, rows.iter().filter_map(asked).collect()))
}

/// A stored value in the words of its question.
pub(crate) fn said_by(question: Option<&QuestionView>, value: Option<&Value>) -> Option<String> {
    let (question, value) = (question?, value.and_then(as_text)?);
    let label = |code: &str| question.choices.iter().find(|c| c.value == code).map(|c| c.label.clone());
    match question.control {
        "one" => label(value),
        "many" => {
            Some(value.split(' ').map(|c| label(c).unwrap_or_else(|| c.to_owned())).collect::<Vec<_>>().join(" · "))
        }
        _ => None,
    }
}

/// The scores with this value in place.
fn effect(entry: &mut Entry, place: &Place, value: Option<&Value>) -> Option<EffectView> {
    let text = value.map(|v| as_text(v).unwrap_or_default().to_owned())?;
    entry.session.set(place, &text).ok()?;
    let name = entry.form.node(place.node)?.name.clone();
    let score = entry.score()?;
    let holds = |d: &&terrain_domain::DimensionScore| d.items.iter().any(|i| i.question == name);
    let dimension = score.dimensions.iter().find(holds)?;
    let labels: BTreeMap<String, String> = dimension.labels.clone();
    Some(EffectView { dimension: labels, score: dimension.score, overall: score.overall })
}

/// Whether the form takes this as an answer at the place of this row; where it does not ask there now, any text is kept.
///
/// Errors: why not, in the form's words.
pub(crate) fn answerable(session: &mut Session, row: &Uuid, value: &Value) -> Result<(), Fault> {
    let Some(found) = session.store.row("answer", row)? else { return Ok(()) };
    let Some(id) = id_of(&found, "entry") else { return Ok(()) };
    let mut entry = match session.open_entry(&id, Content::Live) {
        // Whoever settles need not have the form: nothing here knows better than the person.
        Err(fault) if fault.code == "fault-form-not-here" => return Ok(()),
        opened => opened?,
    };
    let Some(place) = entry.place_of(&found) else { return Ok(()) };
    let text = as_text(value).unwrap_or_default().to_owned();
    let path = entry.session.path(&place);
    entry.session.set(&place, &text).map_err(|e| super::fill::not_taken(&path, &e))?;
    Ok(())
}

impl Entry {
    /// Where the answer of this row stands in this version of the form; nothing where it is not asked.
    fn place_of(&self, row: &Row) -> Option<Place> {
        let at = (instance_of(row, "instance"), text_of(row, "path").unwrap_or_default());
        let is_it = |place: &Place| {
            let kept = self.kept_place(place);
            self.kept_at(&kept).map_or(kept == at, |(from, _)| *from == at)
        };
        self.session.walk().into_iter().find(is_it)
    }
}
