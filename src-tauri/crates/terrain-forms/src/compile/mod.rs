//! A workbook becomes a form, or a list of what stands in the way: everything that is wrong is found in one go, each thing
//! at its cell.

mod advice;
mod appearance;
mod choices;
mod expressions;
mod files;
mod languages;
mod media;
mod meta;
pub(crate) mod names;
mod parameters;
mod question;
mod recipe;
mod references;
mod select;
mod settings;
mod structure;
mod texts;
mod types;
mod workbook;

use std::collections::BTreeMap;

pub use media::{Media, NoMedia};
use terrain_sheets::Workbook;

use crate::check::{Findings, codes};
use crate::form::{ChoiceList, DataFile, Form, Node, NodeId, Texts};
use crate::graph;
use crate::read::{Sheets, Table};
use crate::{CellRef, Finding};

/// How a workbook is compiled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompileOptions {
    /// Stem of the file's name: the form's identifier where its settings say none.
    pub name: String,
    /// As the reference does it, for comparisons: what is not supported here and files of data that are missing do not stop
    /// the form.
    pub reference: bool,
}

/// Compiles the bytes of a workbook.
///
/// # Errors
/// Everything that is wrong with it, where something makes it unusable.
pub fn compile(
    workbook: &[u8],
    media: &dyn Media,
    options: &CompileOptions,
) -> Result<(Form, Vec<Finding>), Vec<Finding>> {
    let mut findings = Findings::default();
    match workbook::read(workbook, &mut findings) {
        Some(workbook) => compile_workbook(&workbook, media, options),
        None => Err(findings.sorted()),
    }
}

/// Compiles a workbook that has been read.
///
/// # Errors
/// As [`compile`].
pub fn compile_workbook(
    workbook: &Workbook,
    media: &dyn Media,
    options: &CompileOptions,
) -> Result<(Form, Vec<Finding>), Vec<Finding>> {
    let mut findings = Findings::default();
    let sheets = Sheets::of(workbook, names::SHEETS, &mut findings);
    let Some(survey) = sheets.table("survey", &names::SURVEY, &mut findings) else {
        let names = workbook.sheets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ");
        findings.put(codes::SHEET_MISSING, CellRef::default(), &[("names", &names)]);
        return Err(findings.sorted());
    };
    let mut compiler = Compiler {
        media,
        options,
        findings,
        languages: Vec::new(),
        root_name: String::new(),
        nodes: Vec::new(),
        by_name: BTreeMap::new(),
        lists: Vec::new(),
        list_by_name: BTreeMap::new(),
        files: BTreeMap::new(),
        audited: false,
        columns: BTreeMap::new(),
        flat: false,
    };
    let form = compiler.form(&sheets, &survey);
    let fatal = compiler.findings.is_fatal(options.reference);
    let findings = compiler.findings.sorted();
    if fatal { Err(findings) } else { Ok((form, findings)) }
}

/// The state of one compilation.
struct Compiler<'a> {
    media: &'a dyn Media,
    options: &'a CompileOptions,
    findings: Findings,
    languages: Vec<String>,
    root_name: String,
    nodes: Vec<Node>,
    by_name: BTreeMap<String, Vec<NodeId>>,
    lists: Vec<ChoiceList>,
    list_by_name: BTreeMap<String, usize>,
    files: BTreeMap<String, DataFile>,
    /// `audit` is asked for: its place in `meta` stays blank.
    audited: bool,
    /// Cells of the survey's columns that findings point at afterwards.
    columns: BTreeMap<&'static str, CellRef>,
    /// No group is a node: all questions stand beside each other.
    flat: bool,
}

impl Compiler<'_> {
    fn form(&mut self, sheets: &Sheets<'_>, survey: &Table) -> Form {
        let choices = sheets.table("choices", &names::CHOICES, &mut self.findings);
        let external = sheets.table("external_choices", &names::CHOICES, &mut self.findings);
        let settings = sheets.table("settings", &names::SETTINGS, &mut self.findings);
        self.columns_of_survey(survey);
        self.columns = ["name", "label", "default"].into_iter().map(|c| (c, survey.at_number(0, c))).collect();
        let settings = self.settings(settings.as_ref());
        self.gather_languages(survey, choices.as_ref(), settings.default_language.as_ref());
        let rows = self.structure(survey, settings.root_name.as_deref());
        self.choices(choices.as_ref(), external.as_ref(), settings.choice_duplicates);
        for made in &rows {
            self.fill(survey, made);
        }
        let instance_name = settings.instance_name.and_then(|(text, at)| self.rule(&text, &at, self.root()));
        let entities = sheets.table("entities", &names::ENTITIES, &mut self.findings);
        let entity_label = self.entity(entities.as_ref());
        self.add_meta(instance_name.clone(), entity_label);
        self.check_rules();
        let date_question = settings.date_question.and_then(|(name, at)| self.date_question(&name, &at));
        let (recipe, action_rules) = self.recipe(sheets);
        self.check_translations(survey, choices.as_ref());
        let titles = self.titles(&settings.title, settings.title_ar.as_deref());
        let mut form = Form {
            id: settings.id.unwrap_or_else(|| self.identifier(&settings.title)),
            version: settings.version.unwrap_or_default(),
            title: titles,
            root_name: std::mem::take(&mut self.root_name),
            languages: std::mem::take(&mut self.languages),
            nodes: std::mem::take(&mut self.nodes),
            lists: std::mem::take(&mut self.lists),
            files: std::mem::take(&mut self.files).into_values().collect(),
            instance_name,
            style: settings.style,
            order: Vec::new(),
            readers: Vec::new(),
            volatile: Vec::new(),
            recipe,
            action_rules,
            purpose: settings.purpose,
            date_question,
        };
        graph::draw(&mut form, &mut self.findings);
        form
    }

    fn root(&self) -> NodeId {
        NodeId(0)
    }

    fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(usize::try_from(id.0).ok()?)
    }

    fn node_mut(&mut self, id: NodeId) -> Option<&mut Node> {
        self.nodes.get_mut(usize::try_from(id.0).ok()?)
    }

    /// A cell of the survey, by its row and column.
    fn survey_cell(&self, row: u32, column: &str) -> CellRef {
        let head = self.columns.get(column).cloned().unwrap_or_default();
        let letters = |cell: String| format!("{}{row}", cell.trim_end_matches(|c: char| c.is_ascii_digit()));
        CellRef { row, cell: head.cell.clone().map(letters), ..head }
    }

    /// Where no identifier is given: the file's name, else the title.
    fn identifier(&self, title: &str) -> String {
        let name = self.options.name.trim();
        let text = if name.is_empty() { title } else { name };
        text.split_whitespace().collect::<Vec<_>>().join("_")
    }

    fn titles(&self, title: &str, arabic: Option<&str>) -> Texts {
        let literal = |text: &str| crate::Template(vec![crate::Part::Literal(text.to_owned())]);
        let is_arabic = |language: &str| languages::code(language) == "ar";
        let text = |language: &String| match arabic {
            Some(arabic) if is_arabic(language) => Some(literal(arabic)),
            _ => Some(literal(title)).filter(|_| !title.is_empty()),
        };
        Texts(self.languages.iter().map(text).collect())
    }
}
