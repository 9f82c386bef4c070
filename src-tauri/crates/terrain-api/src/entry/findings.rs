//! What to look at in an entry: disagreements, answers hidden by another person's answer, answers that arrived after
//! sealing, answers by somebody else, answers without a place.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::Value;
use terrain_forms::{InstanceKey, NodeId, Place, Property};
use terrain_store::Row;
use uuid::Uuid;

use super::open::{Content, Entry, text_of};
use super::seal::named;
use super::view::{EntryFinding, LateView};
use crate::{Fault, Session};

type Authors = BTreeMap<Uuid, BTreeSet<Uuid>>;

fn finding(code: &'static str, args: &[(&'static str, &str)]) -> EntryFinding {
    EntryFinding { code, args: args.iter().map(|(k, v)| (*k, (*v).to_owned())).collect() }
}

fn last_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// Where this laptop notes which hidden answers were told already.
const TOLD: &str = "hidden_told";

/// Answers that other people's answers hide since the last time that was asked, in entries that are still filled: told once,
/// after a sync; the entry itself goes on saying so.
pub(crate) fn newly_hidden(session: &mut Session) -> Result<Vec<EntryFinding>, Fault> {
    let told = session.store.local(TOLD)?.unwrap_or_default();
    let told: BTreeSet<&str> = told.lines().collect();
    let (mut now, mut new) = (BTreeSet::new(), Vec::new());
    for (id, _) in session.unfinished()? {
        // An entry whose form has not come yet is told elsewhere.
        let Ok(entry) = session.open_entry(&id, Content::Live) else { continue };
        let rows: Vec<Uuid> = entry.kept.values().map(|b| b.row).collect();
        let authors = session.store.authors("answer", &rows, "value")?;
        for found in session.hidden(&entry, &authors) {
            let key = blake3::hash(format!("{} {:?}", id, found.args).as_bytes()).to_hex().to_string();
            if !told.contains(key.as_str()) {
                new.push(found);
            }
            now.insert(key);
        }
    }
    let lines = now.into_iter().collect::<Vec<_>>().join("\n");
    if lines.lines().ne(told.iter().copied()) {
        session.store.set_local(TOLD, &lines)?;
    }
    Ok(new)
}

impl Session {
    /// Drafts that this person has to finish: begun or sent back.
    pub(crate) fn drafts_to_finish(&mut self) -> Result<u64, Fault> {
        let person = self.store.identity().person;
        let open = self.unfinished()?;
        Ok(open.iter().filter(|(entry, _)| self.store.person_of_row(entry) == Some(person)).count() as u64)
    }

    /// Everything to look at, in a fixed order.
    pub(crate) fn entry_findings(&mut self, entry: &Entry, late: &[LateView]) -> Result<Vec<EntryFinding>, Fault> {
        let rows: Vec<Uuid> = entry.kept.values().map(|b| b.row).collect();
        let authors = self.store.authors("answer", &rows, "value")?;
        let mut found = Vec::new();
        for path in self.disagreements(entry) {
            found.push(finding("finding-entry-disagreement", &[("question", &last_name(&path))]));
        }
        found.extend(self.hidden(entry, &authors));
        if !late.is_empty() {
            let late: BTreeSet<String> = late.iter().map(|one| last_name(&one.path)).collect();
            let late: Vec<String> = late.into_iter().collect();
            found.push(finding("finding-arrived-after", &[("questions", &named(&late))]));
        }
        let owner = entry.document().owner;
        let others = entry
            .kept
            .iter()
            .filter(|(_, b)| !b.value.is_empty() && authors.get(&b.row).is_some_and(|people| !people.contains(&owner)));
        let others: Vec<String> = others.map(|((_, path), _)| last_name(path)).collect();
        if !others.is_empty() {
            found.push(finding("finding-by-another", &[("questions", &named(&others))]));
        }
        let parked: Vec<String> =
            entry.fates.iter().filter(|f| f.why.is_some()).map(|f| last_name(&f.from.1)).collect();
        if !parked.is_empty() {
            found.push(finding("finding-parked", &[("questions", &named(&parked))]));
        }
        let of = |field: &str| entry.form_row.fields.get(field).cloned().unwrap_or(Value::Null);
        let same = self.store.rows("form", &[("form_id", of("form_id")), ("version", of("version"))])?;
        if same.len() > 1 {
            let args = [("form", entry.form.id.as_str()), ("version", entry.form.version.as_str())];
            found.push(finding("finding-form-twice", &args));
        }
        for said in &entry.document().findings {
            found.push(finding(said.code, &[]));
        }
        for _ in 0..self.broken_seals(entry)? {
            found.push(finding("finding-document-content", &[]));
        }
        Ok(found)
    }

    /// Answers of one person that another person's answer hides.
    fn hidden(&self, entry: &Entry, authors: &Authors) -> Vec<EntryFinding> {
        let mut found: BTreeMap<(Uuid, Uuid, String), Vec<String>> = BTreeMap::new();
        for fate in &entry.fates {
            let Some((place, node)) = fate.to.as_ref().and_then(|to| Some((to, entry.form.at_path(&to.1)?.0))) else {
                continue;
            };
            if entry.is_asked(&Place { instance: place.0, node }) {
                continue;
            }
            let Some(writers) = entry.kept.get(&fate.from).and_then(|b| authors.get(&b.row)) else { continue };
            for question in entry.deciding(place.0, node) {
                let deciders = entry.authors_of(question, authors);
                for (author, by) in writers.iter().flat_map(|w| deciders.iter().map(move |d| (*w, *d))) {
                    let decided = entry.form.node(question).map(|n| n.name.clone()).unwrap_or_default();
                    if author != by && !writers.contains(&by) {
                        found.entry((author, by, decided)).or_default().push(last_name(&place.1));
                    }
                }
            }
        }
        let said = |((author, by, question), hidden): ((Uuid, Uuid, String), Vec<String>)| {
            let (author, by) = (self.name_of(Some(author)), self.name_of(Some(by)));
            let hidden = named(&hidden);
            finding(
                "finding-answers-hidden",
                &[("author", &author), ("by", &by), ("question", &question), ("hidden", &hidden)],
            )
        };
        found.into_iter().map(said).collect()
    }

    /// Answers that stand otherwise now than what was sealed, in the order of their paths.
    pub(crate) fn arrived_after(&mut self, entry: &Entry) -> Result<Vec<LateView>, Fault> {
        let Some(moment) = entry.sealing.sealed().cloned() else { return Ok(Vec::new()) };
        let rows = self.store.parts_of("answer", &entry.id)?;
        let sealed = self.store.rows_within("answer", &rows, &moment)?;
        let sealed: BTreeMap<Uuid, Row> = sealed.into_iter().map(|row| (row.id, row)).collect();
        let now = self.store.rows("answer", &[("entry", Value::Id(entry.id))])?;
        let late: Vec<_> =
            now.iter().filter(|row| sealed.get(&row.id).map(|s| &s.fields) != Some(&row.fields)).collect();
        let ids: Vec<Uuid> = late.iter().map(|row| row.id).collect();
        let authors = self.store.authors("answer", &ids, "value")?;
        let view = |row: &&Row| {
            let by = authors.get(&row.id).into_iter().flatten().map(|person| self.name_of(Some(*person)));
            let by: Vec<String> = by.collect();
            let before = sealed.get(&row.id).and_then(|row| text_of(row, "value"));
            let (path, now) = (text_of(row, "path")?, text_of(row, "value"));
            Some(LateView { row: row.id, path, sealed: before, now, by: named(&by) })
        };
        let mut found: Vec<LateView> = late.iter().filter_map(view).collect();
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }
}

impl Entry {
    /// The questions on which it hangs that a node is not asked: those that the outermost hidden node around it reads.
    fn deciding(&self, instance: InstanceKey, node: NodeId) -> Vec<NodeId> {
        let mut around = vec![node];
        while let Some(parent) = around.last().and_then(|n| self.form.node(*n)).and_then(|n| n.parent) {
            around.push(parent);
        }
        let hidden = |n: &&NodeId| {
            let repeat = self.form.node(**n).and_then(|n| n.repeat);
            // Outside the repeat, the whole entry is the instance; nested repeats are looked at from the inside.
            let instance = if repeat.is_none() { InstanceKey::ROOT } else { instance };
            !self.is_asked(&Place { instance, node: **n })
        };
        let outermost = around.iter().rev().find(hidden).copied();
        outermost.map(|n| self.form.reads(n, Property::Relevant)).unwrap_or_default()
    }

    /// Who answered a question, in any instance.
    fn authors_of(&self, question: NodeId, authors: &Authors) -> BTreeSet<Uuid> {
        let path = self.form.node(question).map(|n| n.path.clone()).unwrap_or_default();
        let answers = self.fates.iter().filter(|f| f.to.as_ref().is_some_and(|(_, p)| *p == path));
        let rows = answers.filter_map(|f| self.kept.get(&f.from)).map(|b: &super::open::Beside| b.row);
        rows.filter_map(|row| authors.get(&row)).flatten().copied().collect()
    }
}
