//! Groups and questions of an entry in their order, each question with what is said of it.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_domain::Value;
use terrain_forms::{Control, NodeKind, Place, Question};
use uuid::Uuid;

use super::open::{Beside, Entry, text_of};
use super::promises::about_plan;
use super::question::{FileView, QuestionView, question};
use super::remark::{Placed, remarks};
use crate::records::made_at;
use crate::{Fault, Session};

/// A group around questions, a repeat as a whole, or one element of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct GroupView {
    /// Path with positions.
    pub path: String,
    /// Name.
    pub name: String,
    /// Label; the name where there is none.
    pub label: String,
    /// group, repeat, element.
    #[cfg_attr(feature = "types", ts(type = "'group' | 'repeat' | 'element'"))]
    pub kind: &'static str,
    /// Words of the appearance column.
    pub appearance: Vec<String>,
    /// Of a repeat about the development plan: `review` asks what became of its actions, `new` takes new ones.
    #[cfg_attr(feature = "types", ts(type = "'review' | 'new' | null"))]
    pub plan: Option<&'static str>,
    /// Of a repeat: people add to it and take away from it.
    pub open: bool,
    /// How many of the shown questions come before it.
    pub from: usize,
    /// Questions asked that have an answer.
    pub answered: usize,
    /// Questions asked.
    pub asked: usize,
    /// Of these, needed and without an answer.
    pub missing: usize,
}

/// What the questions of an entry are shown with.
pub(crate) struct Around<'e> {
    pub last: Option<&'e Entry>,
    pub remarks: Vec<Placed>,
    pub drafts: Vec<terrain_store::Draft>,
    /// Files beside the answers.
    files: BTreeMap<Uuid, FileView>,
    /// For the window: notes are shown too, and repeats without an element.
    window: bool,
}

impl<'e> Around<'e> {
    /// Reads it.
    pub(crate) fn read(session: &Session, entry: &Entry, last: Option<&'e Entry>, window: bool) -> Result<Self, Fault> {
        let mut files = BTreeMap::new();
        for id in entry.kept.values().flat_map(|beside| &beside.evidence) {
            if let Some(file) = file_view(session, *id)? {
                files.insert(*id, file);
            }
        }
        Ok(Self { last, remarks: remarks(session, &entry.id)?, drafts: session.store.drafts()?, files, window })
    }

    /// Whether a question is one that people see.
    pub(super) fn shows(&self, question: &Question) -> bool {
        match question.control {
            Control::None => false,
            Control::Note => self.window,
            _ => true,
        }
    }

    /// Files beside an answer; the one that is the answer itself first.
    pub(super) fn files(&self, beside: &Beside, value: &str) -> Vec<FileView> {
        let mut files: Vec<FileView> = beside.evidence.iter().filter_map(|id| self.files.get(id).cloned()).collect();
        files.sort_by_key(|file| file.name != value);
        files
    }

    /// Groups and questions that are asked, in order; only the questions that are `wanted`.
    pub(crate) fn walk(&self, entry: &Entry, wanted: impl Fn(&Place) -> bool) -> Walked {
        let mut walked = Walked::default();
        for place in entry.session.walk() {
            if let Some(group) = self.group(entry, &place, walked.order.len()) {
                walked.groups.push(group);
            } else if wanted(&place)
                && let Some(mut view) = question(entry, self, place)
            {
                let around = walked.groups.iter().rev().find(|g| view.path.starts_with(&format!("{}/", g.path)));
                view.group = around.map(|g| g.path.clone());
                walked.order.push(view.path.clone());
                walked.questions.push(view);
            } else if self.is_shown(entry, &place) {
                walked.order.push(entry.session.path(&place));
            }
        }
        walked
    }

    /// Whether a question is shown: it is asked, or something was said of it.
    fn is_shown(&self, entry: &Entry, place: &Place) -> bool {
        let Some(NodeKind::Question(question)) = entry.form.node(place.node).map(|n| &n.kind) else { return false };
        let (at, relevant) = (entry.kept_place(place), entry.is_asked(place));
        self.shows(question) && (relevant || self.remarks.iter().any(|(p, _)| *p == at))
    }

    /// A group that holds questions which are asked now; not the whole entry.
    fn group(&self, entry: &Entry, place: &Place, from: usize) -> Option<GroupView> {
        let node = entry.form.node(place.node)?;
        if node.parent.is_none() || matches!(node.kind, NodeKind::Question(_)) {
            return None;
        }
        let (progress, state) = (entry.session.progress(place), entry.session.node(place)?);
        let (kind, open) = match &node.kind {
            NodeKind::Repeat { count } if state.count.is_some() => ("repeat", count.is_none()),
            NodeKind::Repeat { count } => ("element", count.is_none()),
            _ => ("group", false),
        };
        if progress.asked == 0 && !(self.window && state.relevant) {
            return None;
        }
        Some(GroupView {
            path: entry.session.path(place),
            name: node.name.clone(),
            label: if state.label.is_empty() { node.name.clone() } else { state.label },
            kind,
            appearance: node.appearance.clone(),
            plan: (kind == "repeat").then(|| about_plan(&entry.form, place.node)).flatten(),
            open,
            from,
            answered: progress.answered,
            asked: progress.asked,
            missing: progress.missing,
        })
    }
}

/// Groups and questions of an entry.
#[derive(Default)]
pub(crate) struct Walked {
    pub groups: Vec<GroupView>,
    pub questions: Vec<QuestionView>,
    /// Paths of all questions that are shown.
    pub order: Vec<String>,
}

/// A file that a row names.
fn file_view(session: &Session, id: Uuid) -> Result<Option<FileView>, Fault> {
    let Some(row) = session.store.row("attachment", &id)? else { return Ok(None) };
    let Some(Value::Hash(hash)) = row.fields.get("hash") else { return Ok(None) };
    let size = if let Some(Value::Int(size)) = row.fields.get("size") { *size } else { 0 };
    let (name, media_type) = (text_of(&row, "name"), text_of(&row, "media_type"));
    let here = session.store.holds_file(&terrain_changes::Hash32(*hash))?;
    let (name, media_type) = (name.unwrap_or_default(), media_type.unwrap_or_default());
    let (at, person) = (made_at(&id), session.name_of(session.store.person_of_row(&id)));
    Ok(Some(FileView { id, name, media_type, size, at, person, here }))
}
