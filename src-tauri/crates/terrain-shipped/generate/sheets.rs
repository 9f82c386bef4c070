//! A form as tables of text: the sheets of an XLSForm, and ours. Nothing about fonts and files.

use crate::text::{Choices, Question, Result, Whole, Words};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Text; also digits that are a name.
    Text(String),
    /// A quantity.
    Number(f64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        // An expression may be written over several lines; a cell holds one.
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() { Self::Blank } else { Self::Text(line) }
    }
}
impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}
impl From<&Option<String>> for Cell {
    fn from(text: &Option<String>) -> Self {
        text.as_deref().unwrap_or_default().into()
    }
}
impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        if yes { "yes" } else { "" }.into()
    }
}
impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A sheet: the header and rows of as many cells.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Headers.
    pub columns: &'static [&'static str],
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
}

const SURVEY: &[&str] = &[
    "type",
    "name",
    "label::Français (fr)",
    "label::العربية (ar)",
    "hint::Français (fr)",
    "hint::العربية (ar)",
    "guidance_hint::Français (fr)",
    "guidance_hint::العربية (ar)",
    "required",
    "readonly",
    "relevant",
    "constraint",
    "constraint_message::Français (fr)",
    "constraint_message::العربية (ar)",
    "default",
    "calculation",
    "appearance",
    "previous",
    "personal",
    // Only in the workbooks that need them.
    "repeat_count",
    "plan",
];
/// Columns that stand in every workbook.
const SURVEY_ALWAYS: usize = SURVEY.len() - 2;
const CHOICES: &[&str] = &["list_name", "name", "label::Français (fr)", "label::العربية (ar)"];
const SETTINGS: &[&str] = &[
    "form_title",
    "terrain_title_ar",
    "form_id",
    "version",
    "default_language",
    "instance_name",
    "terrain_purpose",
    "terrain_date",
];
const DIMENSIONS: &[&str] = &["name", "label::Français (fr)", "label::العربية (ar)", "weight", "blocking"];
const SCORING: &[&str] = &["dimension", "question", "weight", "map", "target"];
const ACTIONS: &[&str] =
    &["id", "label::Français (fr)", "label::العربية (ar)", "area", "typical_days", "question", "when"];

/// Finds the choices of a question of any form by its name.
pub type ChoicesOf<'a> = &'a dyn Fn(&str) -> Result<Choices>;

/// All sheets of a form.
pub fn sheets(whole: &Whole, choices_of: ChoicesOf<'_>) -> Result<Vec<Sheet>> {
    let mut sheets = vec![survey(whole)?, choices(whole, choices_of)?, settings(whole)];
    if whole.sections.iter().any(|s| s.weight.is_some()) {
        sheets.extend([dimensions(whole), scoring(whole), actions(whole)?]);
    }
    Ok(sheets)
}

fn survey(whole: &Whole) -> Result<Sheet> {
    let mut rows = Vec::new();
    for section in &whole.sections {
        let named = !section.name.is_empty();
        if named {
            let kind = if section.repeat { "begin_repeat" } else { "begin_group" };
            let begin = [kind.into(), (&section.name).into()];
            let mut begin = padded(begin.into_iter().chain(pair(&Some(section.label.clone()))));
            if let Some(count) = begin.get_mut(SURVEY_ALWAYS) {
                *count = (&section.count).into();
            }
            rows.push(begin);
        }
        for question in &section.question {
            rows.push(row(question)?);
        }
        if named {
            let kind = if section.repeat { "end_repeat" } else { "end_group" };
            rows.push(padded([kind.into()].into_iter()));
        }
    }
    let needed = rows.iter().any(|row| row.iter().skip(SURVEY_ALWAYS).any(|cell| *cell != Cell::Blank));
    let columns = if needed { SURVEY } else { SURVEY.get(..SURVEY_ALWAYS).unwrap_or_default() };
    rows.iter_mut().for_each(|row| row.truncate(columns.len()));
    Ok(Sheet { name: "survey", columns, rows })
}

fn row(question: &Question) -> Result<Vec<Cell>> {
    let q = question;
    let kind = match (q.kind.as_str(), &q.levels, &q.choices, &q.choices_of) {
        ("levels", Some(_), None, None) => format!("select_one {}", list(q)),
        ("select_one" | "select_multiple", None, Some(_), None) | ("select_multiple", None, None, Some(_)) => {
            format!("{} {}", q.kind, list(q))
        }
        ("levels" | "select_one" | "select_multiple", ..) => {
            return Err(format!("{}: it has no choices, or those of another type", q.name).into());
        }
        (_, None, None, None) => q.kind.clone(),
        _ => return Err(format!("{}: {} has no choices", q.name, q.kind).into()),
    };
    let (label, hint, evidence) = (pair(&q.label), pair(&q.hint), pair(&q.evidence));
    let start = [Cell::from(&kind), (&q.name).into()].into_iter().chain(label).chain(hint).chain(evidence);
    let logic = [q.required.into(), q.readonly.into(), (&q.relevant).into(), (&q.constraint).into()];
    let rest = [&q.default, &q.calculation, &q.appearance, &q.previous].map(Cell::from);
    Ok(padded(start.chain(logic).chain(pair(&q.message)).chain(rest).chain([
        q.personal.into(),
        Cell::Blank,
        (&q.plan).into(),
    ])))
}

fn list(question: &Question) -> String {
    if question.levels.is_some() { format!("lv_{}", question.name) } else { question.name.clone() }
}

fn pair(words: &Option<Words>) -> [Cell; 2] {
    words.as_ref().map_or([Cell::Blank, Cell::Blank], |w| [(&w.fr).into(), (&w.ar).into()])
}

fn padded(cells: impl Iterator<Item = Cell>) -> Vec<Cell> {
    cells.chain(std::iter::repeat(Cell::Blank)).take(SURVEY.len()).collect()
}

fn choices(whole: &Whole, choices_of: ChoicesOf<'_>) -> Result<Sheet> {
    let mut rows = Vec::new();
    for (_, question) in whole.questions() {
        let options = match (&question.levels, &question.choices, &question.choices_of) {
            (Some(options), ..) | (None, Some(options), _) => options.0.clone(),
            (None, None, Some(other)) => choices_of(other)?,
            _ => continue,
        };
        for (name, words) in &options {
            rows.push(vec![(&list(question)).into(), name.into(), (&words.fr).into(), (&words.ar).into()]);
        }
    }
    Ok(Sheet { name: "choices", columns: CHOICES, rows })
}

fn settings(whole: &Whole) -> Sheet {
    let f = &whole.form;
    let language = "Français (fr)".to_owned();
    let row = [&f.title.fr, &f.title.ar, &f.form_id, &f.version, &language, &f.instance_name, &f.purpose, &f.date];
    Sheet { name: "settings", columns: SETTINGS, rows: vec![row.map(Cell::from).to_vec()] }
}

fn dimensions(whole: &Whole) -> Sheet {
    let weighed = whole.sections.iter().filter_map(|s| s.weight.map(|weight| (s, weight)));
    let rows = weighed.map(|(s, weight)| {
        let [fr, ar] = pair(&Some(s.label.clone()));
        vec![(&s.name).into(), fr, ar, weight.into(), (&s.blocking.join(" ")).into()]
    });
    Sheet { name: "terrain_dimensions", columns: DIMENSIONS, rows: rows.collect() }
}

fn scoring(whole: &Whole) -> Sheet {
    let scored = whole.questions().filter_map(|(s, q)| q.weight.map(|weight| (s, q, weight)));
    let rows = scored
        .map(|(s, q, weight)| vec![(&s.name).into(), (&q.name).into(), weight.into(), (&q.map).into(), Cell::Blank]);
    Sheet { name: "terrain_scoring", columns: SCORING, rows: rows.collect() }
}

/// One row for each question and action, so that a question's best action stands first.
fn actions(whole: &Whole) -> Result<Sheet> {
    let mut rows = Vec::new();
    for (_, question) in whole.questions() {
        for id in &question.suggests {
            let found = whole.actions.iter().find(|(known, _)| known == id);
            let (_, action) = found.ok_or_else(|| format!("{}: there is no action {id}", question.name))?;
            let [fr, ar, area, name] = [&action.fr, &action.ar, &action.area, &question.name].map(Cell::from);
            rows.push(vec![id.into(), fr, ar, area, Cell::Number(action.days), name, Cell::Blank]);
        }
    }
    Ok(Sheet { name: "terrain_actions", columns: ACTIONS, rows })
}
