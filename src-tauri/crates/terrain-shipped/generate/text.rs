//! The texts of `text/` as they are written: TOML, checked for unknown keys. README.md there says what each key means.
//! It must not know how a workbook looks.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};

/// What cannot be made into a workbook, with its place.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The same thing in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// French.
    pub fr: String,
    /// Arabic, with Latin digits.
    pub ar: String,
}

/// A form: its settings, and its questions here, in sections here, or in section files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The same through all versions.
    pub form_id: String,
    /// Larger for every later version.
    pub version: String,
    /// What its entries are for.
    pub purpose: String,
    /// The question that dates an entry.
    pub date: String,
    /// Names an entry: an expression.
    pub instance_name: String,
    /// Title of the form.
    pub title: Words,
    /// Names of section files, in order.
    #[serde(default)]
    pub sections: Vec<String>,
    /// The file of standard actions.
    pub actions: Option<String>,
    /// Questions outside sections.
    #[serde(default)]
    pub question: Vec<Question>,
    /// Sections written in the form's own file.
    #[serde(default)]
    pub section: Vec<Section>,
}

/// A group of questions; a dimension of the diagnostic where it has a weight.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Name of the group.
    pub name: String,
    /// Weight of the dimension in the overall score.
    pub weight: Option<u32>,
    /// Questions whose lowest level caps the overall band.
    #[serde(default)]
    pub blocking: Vec<String>,
    /// Title of the section.
    #[serde(default)]
    pub label: Words,
    /// Its questions are asked as often as there is something to say.
    #[serde(default)]
    pub repeat: bool,
    /// How often, where the form knows.
    pub count: Option<String>,
    /// Its questions.
    #[serde(default)]
    pub question: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable for ever.
    pub name: String,
    /// `levels`, or a type of XLSForm without its list.
    #[serde(rename = "type")]
    pub kind: String,
    /// Another question, of any form, whose choices these are.
    pub choices_of: Option<String>,
    /// Weight in its dimension; without one it is a fact.
    pub weight: Option<u32>,
    /// How an answer becomes a level, where it is none itself.
    pub map: Option<String>,
    /// Standard actions that a weak answer suggests, the best one first.
    #[serde(default)]
    pub suggests: Vec<String>,
    /// To be answered before the entry is finalised.
    #[serde(default)]
    pub required: bool,
    /// Shown and not changed by hand.
    #[serde(default)]
    pub readonly: bool,
    /// When it is asked.
    pub relevant: Option<String>,
    /// What an answer must fulfil.
    pub constraint: Option<String>,
    /// Told when it does not.
    pub message: Option<Words>,
    /// What it opens with.
    pub default: Option<String>,
    /// How it is calculated.
    pub calculation: Option<String>,
    /// How it looks.
    pub appearance: Option<String>,
    /// Whose last answer is shown beside (`yes`) or filled in (path of a question).
    pub previous: Option<String>,
    /// Holds names of people.
    #[serde(default)]
    pub personal: bool,
    /// The field of the development plan that the answer is of.
    pub plan: Option<String>,
    /// The question.
    pub label: Option<Words>,
    /// How to ask it.
    pub hint: Option<Words>,
    /// What to look at.
    pub evidence: Option<Words>,
    /// Described levels from 0 to 4.
    pub levels: Option<Ordered<Words>>,
    /// Choices by name.
    pub choices: Option<Ordered<Words>>,
}

/// A standard action.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its dimension.
    pub area: String,
    /// Days of coaching it takes.
    pub days: f64,
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
}

/// Choices by name, in order.
pub type Choices = Vec<(String, Words)>;

/// A table whose order counts.
#[derive(Clone, Debug)]
pub struct Ordered<T>(pub Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct InOrder<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Ordered<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

/// All texts: names below `text/`, without ending and with `/`, and what stands there.
#[derive(Clone, Debug, Default)]
pub struct Texts(pub std::collections::BTreeMap<String, String>);

impl Texts {
    /// Reads one as what it is.
    pub fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T> {
        let text = self.0.get(name).ok_or_else(|| format!("{name}: there is no such text"))?;
        toml::from_str(text).map_err(|e| format!("{name}: {e}").into())
    }
}

/// A form with all its sections and actions.
#[derive(Clone, Debug)]
pub struct Whole {
    /// Its settings.
    pub form: Form,
    /// Sections in order; one without a name where the form has none.
    pub sections: Vec<Section>,
    /// Standard actions by identifier.
    pub actions: Vec<(String, Action)>,
}

impl Whole {
    /// Gathers a form from its texts; section and actions files stand in the folder of its name.
    pub fn read(texts: &Texts, name: &str) -> Result<Self> {
        let mut form: Form = texts.read(name)?;
        let mut sections = Vec::new();
        if !form.question.is_empty() {
            let question = std::mem::take(&mut form.question);
            sections.push(Section {
                name: String::new(),
                weight: None,
                blocking: Vec::new(),
                label: Words::default(),
                repeat: false,
                count: None,
                question,
            });
        }
        for file in &form.sections {
            sections.push(texts.read(&format!("{name}/{file}"))?);
        }
        sections.append(&mut form.section);
        let actions = match &form.actions {
            Some(file) => texts.read::<Ordered<Action>>(&format!("{name}/{file}"))?.0,
            None => Vec::new(),
        };
        Ok(Self { form, sections, actions })
    }

    /// All questions with their section.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.sections.iter().flat_map(|s| s.question.iter().map(move |q| (s, q)))
    }
}
