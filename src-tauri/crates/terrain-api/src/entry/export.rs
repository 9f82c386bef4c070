//! Entries as files for other tools: ODK's instance XML, CSV as ODK Central writes it, JSON.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use terrain_domain::Value;
use terrain_forms::{Submission, TableOptions, to_json, to_tables, to_xml};
use uuid::Uuid;

use super::open::{Content, Entry};
use crate::session::write_new;
use crate::{Fault, Session};

/// Longest part of a file's name that a version gives.
const VERSION_MAX: usize = 40;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
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
pub struct Exported {
    /// Files, in order.
    pub files: Vec<String>,
    /// How many entries.
    pub entries: usize,
}

/// Writes one entry, or all entries of a form, each under its own version, into a folder. No file there is replaced.
pub fn export(
    session: &mut Session,
    dest: &Path,
    format: EntryFormat,
    entry: Option<&str>,
    form: Option<&str>,
    split: bool,
) -> Result<Exported, Fault> {
    let ids = match (entry, form) {
        (Some(entry), _) => vec![session.entry(entry, Content::Counted)?.id],
        (None, form) => session.entries_of(form.unwrap_or_default())?,
    };
    let entries = ids.iter().map(|id| session.open_entry(id, Content::Counted)).collect::<Result<Vec<_>, _>>()?;
    let files = written(&entries, format, split);
    let place = |name: &str| dest.join(name);
    if let Some((name, _)) = files.iter().find(|(name, _)| place(name).exists()) {
        return Err(Fault::input("fault-file-exists", &[("path", &place(name).display().to_string())]));
    }
    fs::create_dir_all(dest).map_err(|e| Fault::of_file(&e, &dest.display().to_string()))?;
    for (name, bytes) in &files {
        write_new(&place(name), bytes)?;
    }
    let files = files.iter().map(|(name, _)| place(name).display().to_string()).collect();
    Ok(Exported { files, entries: entries.len() })
}

/// Files by name. Entries of several versions of a form give one set of tables a version.
fn written(entries: &[Entry], format: EntryFormat, split: bool) -> Vec<(String, Vec<u8>)> {
    let options = TableOptions { split_choices: split };
    let mut files = Vec::new();
    match format {
        EntryFormat::Odk => {
            for entry in entries {
                files.push((format!("{}.xml", entry.id), to_xml(&entry.session.submission()).into_bytes()));
            }
        }
        EntryFormat::Json => {
            let all: Vec<_> = entries.iter().map(|e| to_json(&e.form, &e.session.submission())).collect();
            let text = serde_json::to_string_pretty(&all).unwrap_or_default();
            files.push(("entries.json".to_owned(), text.into_bytes()));
        }
        EntryFormat::Csv => {
            let mut versions: Vec<Uuid> = entries.iter().map(|e| e.form_row.id).collect();
            versions.sort_unstable();
            versions.dedup();
            for version in &versions {
                let of: Vec<&Entry> = entries.iter().filter(|e| e.form_row.id == *version).collect();
                let Some(form) = of.first().map(|e| e.form.clone()) else { continue };
                let submissions: Vec<Submission> = of.iter().map(|e| e.session.submission()).collect();
                for (name, text) in to_tables(&form, &submissions, options) {
                    let name = if versions.len() > 1 { format!("{}-{name}", plain(&form.version)) } else { name };
                    files.push((name, text.into_bytes()));
                }
            }
        }
    }
    files
}

/// A version as a part of a file's name.
fn plain(version: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    version.chars().map(kept).take(VERSION_MAX).collect()
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
