//! Workbooks: checked, tried, published, printed; published ones compiled once a session.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value as Json;
use terrain_changes::Hash32;
use terrain_domain::{Value, normalise, v5};
use terrain_forms::{CompileOptions, Finding, Form, Media, Message, RunError, RunOptions, Severity};
use terrain_store::{OpName, Row};
use terrain_words::Words;
use uuid::Uuid;

use crate::fault::Status;
use crate::fields::{find_row, known_kind};
use crate::form_version::version_order;
use crate::{Fault, Session, input_file};

/// Largest workbook and largest file beside it.
const FORM_BYTES_MAX: u64 = terrain_sheets::FILE_BYTES_MAX;
/// Largest file of answers to try a form with.
const ANSWERS_BYTES_MAX: u64 = 20 << 20;
/// Most tables beside a workbook.
const TABLES_MAX: usize = 100;
/// What a form is for; the last is for all that the programme does not name.
pub(crate) const PURPOSES: [&str; 6] = ["diagnostic", "visit_plan", "visit_report", "monitoring", "exit", "other"];

/// A finding on a workbook, with its sentences.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FormFindingView {
    /// error, unsupported, warning.
    pub severity: Severity,
    /// `XF012`.
    pub code: &'static str,
    /// Sheet, row, column, cell.
    pub at: terrain_forms::CellRef,
    /// Bytes of the cell's text.
    pub span: Option<std::ops::Range<usize>>,
    /// Message id.
    pub key: &'static str,
    /// Its arguments.
    pub args: BTreeMap<&'static str, String>,
    /// In words.
    pub message: String,
    /// What to do, in words.
    pub advice: Option<String>,
    /// Other cells that belong to it.
    pub related: Vec<terrain_forms::CellRef>,
}

/// What is known of a form that compiles.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FormView {
    /// `form_id`.
    pub form_id: String,
    /// `version`.
    pub version: String,
    /// In its first language.
    pub title: String,
    /// As the headers name them.
    pub languages: Vec<String>,
    /// How many questions.
    pub questions: usize,
    /// What it is for, where the workbook says so.
    pub purpose: Option<String>,
}

/// The verdict on a workbook.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FormCheck {
    /// The form; nothing where it is refused.
    pub form: Option<FormView>,
    /// All that is wrong or doubtful.
    pub findings: Vec<FormFindingView>,
}

/// Files beside a workbook, in one folder: read when the form asks for them, never outside it.
pub(crate) struct Folder(pub Option<PathBuf>);

impl Folder {
    /// Every table in it, by name.
    fn tables(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok());
        let names = entries.into_iter().flatten().flatten().filter_map(|e| e.file_name().into_string().ok());
        let names = names.filter(|name| name.to_lowercase().ends_with(".csv")).take(TABLES_MAX);
        names.filter_map(|name| self.file(&name).map(|bytes| (name.clone(), bytes.into_owned()))).collect()
    }
}

impl Media for Folder {
    fn file(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        let plain = Path::new(name).file_name().is_some_and(|n| n == name);
        let path = self.0.as_ref().filter(|_| plain)?.join(name);
        let small = fs::symlink_metadata(&path).is_ok_and(|m| m.is_file() && m.len() <= FORM_BYTES_MAX);
        small.then(|| fs::read(path).ok()).flatten().map(Cow::Owned)
    }
}

pub(crate) fn said(message: &Message, words: &Words) -> String {
    let args: Vec<(&str, &str)> = message.args.iter().map(|(k, v)| (*k, v.as_str())).collect();
    words.say(message.id, &args)
}

fn views(findings: Vec<Finding>, words: &Words) -> Vec<FormFindingView> {
    let view = |f: Finding| FormFindingView {
        message: said(&f.message, words),
        advice: f.advice.as_ref().map(|a| said(a, words)),
        severity: f.severity,
        code: f.code,
        at: f.at,
        span: f.span,
        key: f.message.id,
        args: f.message.args,
        related: f.related,
    };
    findings.into_iter().map(view).collect()
}

fn view(form: &Form) -> FormView {
    FormView {
        form_id: form.id.clone(),
        version: form.version.clone(),
        title: form.title_in(0).to_owned(),
        languages: form.languages.clone(),
        questions: form.questions().count(),
        purpose: form.purpose.clone(),
    }
}

fn workbook(file: &Path) -> Result<Vec<u8>, Fault> {
    input_file::read(file, FORM_BYTES_MAX, "fault-sheet-too-large")
}

fn stem(file: &Path) -> String {
    file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Everything that is wrong or doubtful in a workbook.
pub fn check_form(file: &Path, media: Option<&Path>, words: &Words) -> Result<FormCheck, Fault> {
    let bytes = workbook(file)?;
    let folder = Folder(media.or(file.parent()).map(Path::to_path_buf));
    let media = WithRecord { folder, record: crate::cooperative_record::blank() };
    let options = CompileOptions { name: stem(file), ..CompileOptions::default() };
    Ok(match terrain_forms::compile(&bytes, &media, &options) {
        Ok((form, findings)) => FormCheck { form: Some(view(&form)), findings: views(findings, words) },
        Err(findings) => FormCheck { form: None, findings: views(findings, words) },
    })
}

/// A workbook as a form, or the first thing that refuses it.
pub(crate) fn compiled_file(file: &Path, words: &Words) -> Result<Form, Fault> {
    let bytes = workbook(file)?;
    let options = CompileOptions { name: stem(file), ..CompileOptions::default() };
    let media =
        WithRecord { folder: Folder(file.parent().map(Path::to_path_buf)), record: crate::cooperative_record::blank() };
    let compiled = terrain_forms::compile(&bytes, &media, &options);
    compiled.map(|(form, _)| form).map_err(|findings| refused(&file.display().to_string(), &findings, words))
}

/// How `form run` is asked to run.
#[derive(Clone, Debug, Default)]
pub struct FormTrial {
    /// Folder of the files that the form names.
    pub media: Option<PathBuf>,
    /// With labels.
    pub labels: bool,
    /// With times.
    pub timings: bool,
    /// Like the reference engine.
    pub reference: bool,
}

/// Answers a form step by step and keeps nothing: the document of results, or the findings that refuse the form.
pub fn run_form(
    file: &Path,
    answers: &Path,
    trial: &FormTrial,
    words: &Words,
) -> Result<Result<Json, Vec<FormFindingView>>, Fault> {
    let bytes = workbook(file)?;
    let place = answers.display().to_string();
    let text = input_file::read(answers, ANSWERS_BYTES_MAX, "fault-file-too-large")?;
    let not_text = || Fault::input("fault-file-unreadable", &[("path", &place), ("reason", "reason-not-text")]);
    let text = String::from_utf8(text).map_err(|_| not_text())?;
    let begun = std::time::Instant::now();
    let timer = || begun.elapsed().as_secs_f64() * 1e3;
    let options = RunOptions {
        name: &stem(file),
        media: Folder(trial.media.clone().or_else(|| file.parent().map(Path::to_path_buf))).tables(),
        reference: trial.reference,
        labels: trial.labels,
        timer: trial.timings.then_some(&timer as &dyn Fn() -> f64),
    };
    match terrain_forms::run(&bytes, &text, &options) {
        Ok(result) => Ok(Ok(result)),
        Err(RunError::Form(findings)) => Ok(Err(views(findings, words))),
        Err(RunError::Answers { line, column }) => {
            let (line, column) = (line.to_string(), column.to_string());
            Err(Fault::input("fault-answers-unreadable", &[("path", &place), ("line", &line), ("column", &column)]))
        }
    }
}

/// What reading, opening and answering a form takes, in milliseconds.
pub fn bench_form(file: &Path, answers: &Path, media: Option<&Path>) -> Result<Json, Fault> {
    let trial = FormTrial { media: media.map(Path::to_path_buf), timings: true, ..FormTrial::default() };
    let words = Words::new(terrain_words::Language::En);
    let result = run_form(file, answers, &trial, &words)?;
    let refused = |findings: Vec<FormFindingView>| {
        let (count, path) = (findings.len().to_string(), file.display().to_string());
        let first = findings.first().map(|f| (f.at.cell.clone().unwrap_or_default(), f.message.clone()));
        let (place, said) = first.unwrap_or_default();
        Fault::input("fault-form-refused", &[("path", &path), ("count", &count), ("place", &place), ("said", &said)])
    };
    Ok(result.map_err(refused)?.get("timings").cloned().unwrap_or_default())
}

/// A form just published.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Published {
    /// Its row.
    pub id: Uuid,
    /// Whether the row was there before.
    pub already: bool,
    /// Whether another workbook bears the same `form_id` and version: entries of both will say so.
    pub twice: bool,
    /// `form_id`.
    pub form_id: String,
    /// `version`.
    pub version: String,
    /// What to look at.
    pub findings: Vec<FormFindingView>,
}

/// Publishes a workbook, or one that the app ships, by its name.
pub fn publish_form(
    session: &mut Session,
    file: &str,
    purpose: Option<&str>,
    words: &Words,
) -> Result<Published, Fault> {
    // The later visit report is not part of the product, but of its demonstration.
    let mut shipped = terrain_shipped::SHIPPED.iter().chain([&terrain_shipped::VISIT_REPORT_2]);
    let shipped = shipped.find(|s| s.name == file);
    let (bytes, folder) = match shipped {
        Some(shipped) => (shipped.workbook.to_vec(), None),
        None => (workbook(Path::new(file))?, Path::new(file).parent().map(Path::to_path_buf)),
    };
    let options = CompileOptions { name: stem(Path::new(file)), ..CompileOptions::default() };
    let media = WithRecord { folder: Folder(folder), record: crate::cooperative_record::blank() };
    let (form, findings) = match terrain_forms::compile(&bytes, &media, &options) {
        Ok(compiled) => compiled,
        Err(findings) => return Err(refused(file, &findings, words)),
    };
    let purpose = match purpose.or(form.purpose.as_deref()) {
        None => "other",
        Some(named) => PURPOSES.into_iter().find(|p| *p == named).ok_or_else(|| {
            let hint = terrain_domain::did_you_mean(named, PURPOSES).unwrap_or_default();
            Fault::input("fault-unknown-purpose", &[("got", named), ("options", &PURPOSES.join(", ")), ("hint", hint)])
        })?,
    };
    let text = |t: &str| if t.is_empty() { Value::Null } else { Value::Text(t.to_owned()) };
    let hash = Hash32::of(&bytes);
    let hex = serde_json::to_value(Value::Hash(hash.0)).unwrap_or_default();
    let id = v5("form", &[hex.as_str().unwrap_or_default()]);
    let already = session.store.row("form", &id)?.is_some();
    let title = form.title_in(0);
    let fields = [
        ("form_id", text(&form.id)),
        ("version", text(if form.version.is_empty() { "1" } else { &form.version })),
        ("title_fr", text(if title.is_empty() { &form.id } else { title })),
        ("title_ar", form.title_for("ar").map_or(Value::Null, text)),
        ("purpose", text(purpose)),
        ("workbook", Value::Hash(hash.0)),
        ("withdrawn", Value::Null),
    ];
    session.store.write(OpName::PublishForm, None, |w| {
        w.put_file(&bytes)?;
        w.upsert("form", id, &fields)
    })?;
    let findings = views(findings, words);
    let twice = session.store.rows("form", fields.get(..2).unwrap_or_default())?.len() > 1;
    Ok(Published { id, already, twice, form_id: form.id.clone(), version: form.version.clone(), findings })
}

/// The first thing that refuses a workbook, as a failure; `form check` shows all.
fn refused(file: &str, findings: &[Finding], words: &Words) -> Fault {
    let errors: Vec<&Finding> = findings.iter().filter(|f| f.severity != Severity::Warning).collect();
    let place = |at: &terrain_forms::CellRef| match &at.cell {
        Some(cell) => format!("{}!{cell}", at.sheet),
        None if at.sheet.is_empty() => "form-finding-whole".to_owned(),
        None => at.sheet.clone(),
    };
    let first = errors.first().map(|f| (place(&f.at), said(&f.message, words)));
    let (place, said) = first.unwrap_or_default();
    let count = errors.len().to_string();
    Fault::input("fault-form-refused", &[("path", file), ("count", &count), ("place", &place), ("said", &said)])
}

/// Files beside a published workbook, and the record of the cooperative that the app adds to every form.
pub(crate) struct WithRecord {
    pub folder: Folder,
    pub record: BTreeMap<&'static str, Vec<u8>>,
}

impl Media for WithRecord {
    fn file(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        let own = self.record.get(name).map(|bytes| Cow::Borrowed(bytes.as_slice()));
        own.or_else(|| self.folder.file(name))
    }
}

impl Session {
    /// The compiled form of a row; compiled once a session.
    pub(crate) fn form(&mut self, row: &Row) -> Result<Arc<Form>, Fault> {
        let title = row.fields.get("title_fr").and_then(as_text).unwrap_or_default().to_owned();
        let missing = || Fault::new(Status::Refused, "fault-form-not-here", &[("title", &title)]);
        let Some(Value::Hash(hash)) = row.fields.get("workbook") else { return Err(missing()) };
        if let Some(form) = self.forms.get(hash) {
            return Ok(form.clone());
        }
        let bytes = self.store.file(&Hash32(*hash))?.ok_or_else(missing)?;
        let name = row.fields.get("form_id").and_then(as_text).unwrap_or_default().to_owned();
        let options = CompileOptions { name, ..CompileOptions::default() };
        let media = WithRecord { folder: Folder(None), record: crate::cooperative_record::blank() };
        let (form, _) = terrain_forms::compile(&bytes, &media, &options)
            .map_err(|_| Fault::new(Status::Refused, "fault-form-not-readable", &[("title", &title)]))?;
        let form = Arc::new(form);
        self.forms.insert(*hash, form.clone());
        Ok(form)
    }

    /// A published form that a person names: its id, `form_id`, purpose or title; the newest version that is not withdrawn.
    pub(crate) fn find_form(&mut self, text: &str, version: Option<&str>) -> Result<Row, Fault> {
        let rows = self.store.rows("form", &[])?;
        let wanted = normalise(text);
        let named = |row: &&Row| {
            ["form_id", "purpose", "title_fr", "title_ar"]
                .iter()
                .any(|f| row.fields.get(f).and_then(as_text).is_some_and(|t| normalise(t) == wanted))
        };
        let of = |row: &Row| row.fields.get("version").and_then(as_text).unwrap_or_default().to_owned();
        let mut found: Vec<&Row> = rows.iter().filter(named).collect();
        match version {
            Some(version) => found.retain(|row| of(row) == version),
            None => found.retain(|row| row.fields.get("withdrawn") != Some(&Value::Bool(true))),
        }
        found.sort_by_key(|row| version_order(&of(row)));
        // Several forms of one purpose, or two publications of one version: a person has to say which.
        let ids: std::collections::BTreeSet<_> = found.iter().map(|r| r.fields.get("form_id").cloned()).collect();
        let newest = found.last().map(|row| of(row));
        let several = found.iter().filter(|row| Some(of(row)) == newest).count();
        if let (Some(row), 1, 1) = (found.last(), ids.len(), several) {
            return Ok((*row).clone());
        }
        if found.is_empty() {
            let kind = known_kind("form")?;
            let id = find_row(&self.store, kind, text).map_err(|_| self.unknown_form(text, &rows))?;
            return rows
                .into_iter()
                .find(|r| r.id == id)
                .ok_or_else(|| Fault::input("fault-unknown-row", &[("kind", "form"), ("got", text)]));
        }
        let count = found.len().to_string();
        Err(Fault::input("fault-ambiguous-row", &[("kind", "form"), ("got", text), ("count", &count)]))
    }

    fn unknown_form(&self, text: &str, rows: &[Row]) -> Fault {
        let names: Vec<&str> = rows.iter().filter_map(|r| r.fields.get("form_id").and_then(as_text)).collect();
        let hint = terrain_domain::did_you_mean(text, names.iter().copied()).unwrap_or_default();
        Fault::input("fault-unknown-form", &[("got", text), ("options", &names.join(", ")), ("hint", hint)])
    }
}

pub(crate) fn as_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
