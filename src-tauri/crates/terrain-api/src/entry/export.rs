//! Entries as files for other tools: ODK's instance XML, CSV as ODK Central writes it, JSON.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use terrain_domain::Value;
use terrain_forms::{Element, Fate, Form, Submission, TableOptions, to_json, to_tables, to_xml};
use uuid::Uuid;

use super::open::{Content, Entry, text_of};
use crate::session::write_new;
use crate::{Fault, Session};

/// Longest part of a file's name that a workbook gives.
const NAME_MAX: usize = 80;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EntryFormat {
    /// One XForm instance an entry.
    Odk,
    /// One file, and one for each repeat.
    Csv,
    /// One document.
    Json,
}

/// What was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Exported {
    /// Files, in order.
    pub files: Vec<String>,
    /// How many entries.
    pub entries: usize,
}

/// What is asked of an export.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Exporting {
    /// Folder for the files.
    pub dest: PathBuf,
    /// Format.
    pub format: EntryFormat,
    /// One entry.
    pub entry: Option<String>,
    /// All entries of a form, in all its versions.
    pub form: Option<String>,
    /// One column a choice for questions with several answers (csv).
    #[serde(default)]
    pub split: bool,
    /// Without the answers of personal questions.
    #[serde(default)]
    pub anonymous: bool,
}

/// Writes one entry, or all entries of a form, each under its own version, into a folder: all files, or none. No file there
/// is replaced. What counts of a sealed entry is what was sealed.
pub fn export(session: &mut Session, asked: &Exporting) -> Result<Exported, Fault> {
    let ids = match (&asked.entry, &asked.form) {
        (Some(entry), _) => vec![session.entry(entry, Content::Counted)?.id],
        (None, Some(form)) => session.entries_of(form)?,
        (None, None) => return Err(Fault::input("fault-export-what", &[])),
    };
    let entries = ids.iter().map(|id| session.open_entry(id, Content::Counted)).collect::<Result<Vec<_>, _>>()?;
    let files = match asked.format {
        EntryFormat::Odk => entries.iter().map(|e| (format!("{}.xml", e.id), to_xml(&handed(e, asked)))).collect(),
        EntryFormat::Json => json(&entries, asked),
        EntryFormat::Csv => tables(session, &entries, asked)?,
    };
    let files = put(&asked.dest, &files)?;
    let (now, _) = session.store.now();
    let what = json!({ "entries": ids.len(), "format": asked.format, "anonymous": asked.anonymous }).to_string();
    session.store.note(now, "export", &what)?;
    Ok(Exported { files, entries: entries.len() })
}

/// An entry as it is handed on.
fn handed(entry: &Entry, asked: &Exporting) -> Submission {
    fn forget(form: &Form, element: &mut Element) {
        if form.node(element.node).is_some_and(|n| n.personal) {
            element.value.clear();
        }
        element.children.iter_mut().for_each(|child| forget(form, child));
    }
    let mut submission = entry.session.submission();
    if asked.anonymous {
        forget(&entry.form, &mut submission.root);
    }
    submission
}

/// Answers without a place in this version; whether they were personal is not known any more.
fn parked<'e>(entry: &'e Entry, asked: &Exporting) -> Vec<&'e Fate> {
    entry.fates.iter().filter(|f| f.why.is_some() && !asked.anonymous).collect()
}

fn json(entries: &[Entry], asked: &Exporting) -> Vec<(String, String)> {
    let one = |entry: &Entry| {
        let mut one = to_json(&entry.form, &handed(entry, asked));
        if let Some(fields) = one.as_object_mut() {
            let parked: Vec<Json> =
                parked(entry, asked).iter().map(|f| json!({ "path": f.from.1, "value": f.value })).collect();
            fields.insert("__entry".into(), json!(entry.id));
            fields.insert("__cooperative".into(), json!(entry.cooperative));
            fields.insert("__state".into(), json!(entry.document().state.name()));
            fields.insert("__parked".into(), json!(parked));
        }
        one
    };
    let all: Vec<Json> = entries.iter().map(one).collect();
    vec![("entries.json".to_owned(), serde_json::to_string_pretty(&all).unwrap_or_default())]
}

/// The tables of each version, one table that says which entry each key is, and one of what found no place.
fn tables(session: &mut Session, entries: &[Entry], asked: &Exporting) -> Result<Vec<(String, String)>, Fault> {
    let mut versions: Vec<Uuid> = entries.iter().map(|e| e.form_row.id).collect();
    versions.sort_unstable();
    versions.dedup();
    let mut files: Vec<(String, String)> = Vec::new();
    for version in &versions {
        let of: Vec<&Entry> = entries.iter().filter(|e| e.form_row.id == *version).collect();
        let Some(form) = of.first().map(|e| e.form.clone()) else { continue };
        let submissions: Vec<Submission> = of.iter().map(|e| handed(e, asked)).collect();
        for (name, text) in to_tables(&form, &submissions, TableOptions { split_choices: asked.split }) {
            let name = plain(name.strip_suffix(".csv").unwrap_or(&name));
            let mut name = if versions.len() > 1 { format!("{name}-{}", plain(&form.version)) } else { name };
            // Two publications of one version, or names that differ only in what a file's name cannot hold.
            while files.iter().any(|(taken, _)| *taken == format!("{name}.csv")) {
                name.push('_');
            }
            files.push((format!("{name}.csv"), text));
        }
    }
    let mut keys =
        vec![["KEY", "entry", "form_id", "version", "state", "cooperative", "name_fr"].map(str::to_owned).to_vec()];
    let mut aside = vec![["KEY", "path", "value"].map(str::to_owned).to_vec()];
    for entry in entries {
        let key = entry.session.submission().instance_id;
        let cooperative = session.store.row("cooperative", &entry.cooperative)?;
        let name = cooperative.and_then(|row| text_of(&row, "name_fr")).unwrap_or_default();
        let (form, state) = (&entry.form, entry.document().state.name());
        let (id, cooperative) = (entry.id.to_string(), entry.cooperative.to_string());
        keys.push(vec![key.clone(), id, form.id.clone(), form.version.clone(), state.to_owned(), cooperative, name]);
        aside.extend(parked(entry, asked).iter().map(|f| vec![key.clone(), f.from.1.clone(), f.value.clone()]));
    }
    files.push(("_entries.csv".to_owned(), csv_text(&keys)));
    if aside.len() > 1 {
        files.push(("_parked.csv".to_owned(), csv_text(&aside)));
    }
    Ok(files)
}

fn csv_text(rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Writes all files, or takes back those that this attempt has made.
fn put(dest: &Path, files: &[(String, String)]) -> Result<Vec<String>, Fault> {
    let place = |name: &str| dest.join(name);
    if let Some((name, _)) = files.iter().find(|(name, _)| place(name).exists()) {
        return Err(Fault::input("fault-file-exists", &[("path", &place(name).display().to_string())]));
    }
    fs::create_dir_all(dest).map_err(|e| Fault::of_file(&e, &dest.display().to_string()))?;
    let mut made = Vec::new();
    for (name, text) in files {
        let path = place(name);
        if let Err(fault) = write_new(&path, text.as_bytes()) {
            #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
            made.iter().for_each(|file| {
                let _ = fs::remove_file(file);
            });
            return Err(fault);
        }
        made.push(path);
    }
    Ok(made.iter().map(|path| path.display().to_string()).collect())
}

/// A text of the workbook as a part of a file's name.
fn plain(text: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    text.chars().map(kept).take(NAME_MAX).collect()
}

impl Session {
    /// Entries of a form in all its versions, in the order of their ids.
    fn entries_of(&mut self, form: &str) -> Result<Vec<Uuid>, Fault> {
        let named = self.find_form(form, None)?;
        let form_id = named.fields.get("form_id").cloned().unwrap_or(Value::Null);
        let mut ids = Vec::new();
        for version in self.store.rows("form", &[("form_id", form_id)])? {
            ids.extend(self.store.rows("entry", &[("form", Value::Id(version.id))])?.iter().map(|r| r.id));
        }
        ids.sort_unstable();
        Ok(ids)
    }
}
