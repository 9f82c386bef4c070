//! An entry read from the log's tables: its form, its answers as kept, and a session that shows them.

use std::collections::BTreeMap;
use std::sync::Arc;

use terrain_domain::Value;
use terrain_domain::document::Document;
use terrain_forms::{Answers, Fate, Form, InstanceKey, Kept, KeptInstance, KeptPlace, NodeId, Place, Table};
use terrain_store::Row;
use uuid::Uuid;

use super::fill::answer_id;
use super::seal::Sealing;
use crate::fields::{find_row, known_kind};
use crate::form::as_text;
use crate::{Fault, Session};

/// What stands beside a value: an answer's row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    pub row: Uuid,
    pub value: String,
    pub comment: Option<String>,
    pub source: Option<String>,
    pub not_applicable: Option<String>,
    pub evidence: Vec<Uuid>,
    /// People disagree on the value.
    pub provisional: bool,
}

/// Which answers of an entry are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// What stands now.
    Live,
    /// What the document holds: of one that is sealed, what was sealed last, whether it counts already; else what stands now.
    Sealed,
    /// What counts: of a sealed document, what was sealed; else what stands now.
    Counted,
}

/// An entry, opened.
pub(crate) struct Entry {
    pub id: Uuid,
    pub cooperative: Uuid,
    pub form_row: Row,
    pub form: Arc<Form>,
    /// Rows of answers as kept, by where they were given.
    pub kept: BTreeMap<KeptPlace, Beside>,
    /// Where each kept answer stands in this version of the form.
    pub fates: Vec<Fate>,
    pub sealing: Sealing,
    pub session: terrain_forms::Session,
}

pub(crate) fn id_of(row: &Row, field: &str) -> Option<Uuid> {
    match row.fields.get(field) {
        Some(Value::Id(id)) => Some(*id),
        _ => None,
    }
}

pub(crate) fn text_of(row: &Row, field: &str) -> Option<String> {
    row.fields.get(field).and_then(as_text).map(str::to_owned)
}

/// The instance that a row stands in.
pub(crate) fn instance_of(row: &Row, field: &str) -> InstanceKey {
    id_of(row, field).map_or(InstanceKey::ROOT, |id| InstanceKey(id.as_u128()))
}

/// Answers as the rows say them, and what stands beside each. Only a row whose identifier is made of its place is that place's
/// answer: another one would hide it without a disagreement.
fn kept(entry: &Uuid, answers: &[Row], instances: &[Row]) -> (Answers, BTreeMap<KeptPlace, Beside>) {
    let (mut raw, mut beside) = (Answers::default(), BTreeMap::new());
    for row in instances {
        raw.instances.push(KeptInstance {
            key: InstanceKey(row.id.as_u128()),
            range: text_of(row, "range").unwrap_or_default(),
            parent: instance_of(row, "parent"),
            order_key: text_of(row, "order_key").unwrap_or_default(),
        });
    }
    for row in answers {
        let place = (instance_of(row, "instance"), text_of(row, "path").unwrap_or_default());
        if row.id != answer_id(entry, &place) {
            continue;
        }
        let value = text_of(row, "value").unwrap_or_default();
        let not_applicable = text_of(row, "not_applicable");
        if !value.is_empty() {
            raw.values.insert(place.clone(), Kept { value: value.clone(), auto: false });
        }
        if not_applicable.is_some() {
            raw.not_applicable.insert(place.clone());
        }
        let evidence = match row.fields.get("evidence") {
            Some(Value::List(items)) => {
                items.iter().filter_map(|i| if let Value::Id(id) = i { Some(*id) } else { None }).collect()
            }
            _ => Vec::new(),
        };
        let provisional = row.disagreements.iter().any(|f| f == "value" || f == "not_applicable");
        let (comment, source) = (text_of(row, "comment"), text_of(row, "source"));
        beside.insert(place, Beside { row: row.id, value, comment, source, not_applicable, evidence, provisional });
    }
    (raw, beside)
}

impl Session {
    /// Opens an entry that a person names.
    pub(crate) fn entry(&mut self, text: &str, content: Content) -> Result<Entry, Fault> {
        let id = find_row(&self.store, known_kind("entry")?, text)?;
        self.open_entry(&id, content)
    }

    /// Opens an entry.
    pub(crate) fn open_entry(&mut self, id: &Uuid, content: Content) -> Result<Entry, Fault> {
        let gone = || Fault::input("fault-unknown-row", &[("kind", "entry"), ("got", &id.to_string())]);
        let row = self.store.row("entry", id)?.ok_or_else(gone)?;
        let form = id_of(&row, "form").ok_or_else(gone)?;
        let form_row = self.store.row("form", &form)?.ok_or_else(gone)?;
        self.open_entry_as(&row, form_row, content)
    }

    /// Opens an entry under this version of its form.
    pub(crate) fn open_entry_as(&mut self, row: &Row, form_row: Row, content: Content) -> Result<Entry, Fault> {
        let form = self.form(&form_row)?;
        let cooperative = id_of(row, "cooperative").unwrap_or_default();
        let sealing = self.sealing(&row.id)?;
        let moment = match content {
            Content::Live => None,
            Content::Sealed => sealing.sealed(),
            Content::Counted => sealing.counted(),
        };
        let (answers, instances) = match moment {
            Some(moment) => {
                let (answers, instances) =
                    (self.store.parts_of("answer", &row.id)?, self.store.parts_of("instance", &row.id)?);
                // What belonged to another entry at that moment was not sealed with this one.
                let of_entry = |r: &Row| id_of(r, "entry") == Some(row.id);
                let mut answers = self.store.rows_within("answer", &answers, moment)?;
                let mut instances = self.store.rows_within("instance", &instances, moment)?;
                answers.retain(of_entry);
                instances.retain(of_entry);
                (answers, instances)
            }
            None => {
                let of_entry = [("entry", Value::Id(row.id))];
                (self.store.rows("answer", &of_entry)?, self.store.rows("instance", &of_entry)?)
            }
        };
        let (raw, kept) = kept(&row.id, &answers, &instances);
        let (answers, fates) = terrain_forms::adapt(raw, &form);
        let env = self.form_env(&row.id, &cooperative)?;
        let session = terrain_forms::Session::restore(form.clone(), answers, env);
        Ok(Entry { id: row.id, cooperative, form_row, form, kept, fates, sealing, session })
    }

    /// What stands beside the answers of an open entry, read again after something of it was written.
    pub(super) fn read_beside(&self, entry: &mut Entry) -> Result<(), Fault> {
        let of_entry = [("entry", Value::Id(entry.id))];
        let (answers, instances) = (self.store.rows("answer", &of_entry)?, self.store.rows("instance", &of_entry)?);
        let (raw, beside) = kept(&entry.id, &answers, &instances);
        entry.fates = terrain_forms::adapt(raw, &entry.form).1;
        entry.kept = beside;
        Ok(())
    }

    /// Clock, chance and files of a session on a form.
    pub(crate) fn form_env(&mut self, entry: &Uuid, cooperative: &Uuid) -> Result<terrain_forms::Env, Fault> {
        let now = self.now();
        let chance: u64 = self.store.env().chance();
        let mut drawn = 0u64;
        let draw = move || {
            // A fresh hash for each draw: what is drawn stands in the log afterwards and is no secret.
            drawn += 1;
            let hash = blake3::hash(&[chance.to_le_bytes(), drawn.to_le_bytes()].concat());
            hash.as_bytes().first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes))
        };
        let mut env = terrain_forms::Env::new(move || now, draw);
        env.entry = entry.as_u128();
        env.user = self.store.identity().person.to_string();
        for (name, bytes) in crate::cooperative_record::of(self, cooperative, entry)? {
            let table = Table::from_csv(&bytes).unwrap_or_default();
            env.media.insert(name.to_owned(), Arc::new(table));
        }
        Ok(env)
    }
}

impl Entry {
    /// The whole entry, as a place.
    pub(crate) const WHOLE: Place = Place { instance: InstanceKey::ROOT, node: NodeId(0) };

    /// Whether a place is there and asked now.
    pub(crate) fn is_asked(&self, place: &Place) -> bool {
        self.session.node(place).is_some_and(|s| s.relevant)
    }

    /// The day that the form says it was held on.
    pub(crate) fn held_on(&self) -> Option<chrono::NaiveDate> {
        let place = Place { instance: InstanceKey::ROOT, node: self.form.date_question? };
        self.session.node(&place)?.value.parse().ok()
    }

    /// The value of a question outside all repeats.
    pub(crate) fn root(&self, node: NodeId) -> Option<String> {
        let state = self.session.node(&Place { instance: InstanceKey::ROOT, node });
        state.map(|s| s.value).filter(|value| !value.is_empty())
    }

    /// The document's state and history.
    pub(crate) fn document(&self) -> &Document {
        &self.sealing.document
    }

    /// Where the value shown at this place is kept: under the same path, or under the one it had in another version.
    pub(crate) fn kept_at(&self, place: &KeptPlace) -> Option<(&KeptPlace, &Beside)> {
        let moved = self.fates.iter().find(|f| f.to.as_ref() == Some(place)).map(|f| &f.from);
        let from = moved.unwrap_or(place);
        self.kept.get_key_value(from)
    }
}
