//! A compiled form: immutable, shared by all its sessions. Nodes stand in an arena in the order of the sheet.

use std::collections::BTreeMap;

use terrain_domain::Recipe;

use crate::CellRef;
use crate::expression::Expr;

/// A node of the form, by its place in [`Form::nodes`]; 0 is the root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A compiled expression with the cell it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Compiled, references resolved.
    pub expr: Expr,
    /// Where it is written.
    pub at: CellRef,
}

/// A piece of a label.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Text as written (a subset of Markdown).
    Literal(String),
    /// The value of an expression, as text.
    Output(Expr),
}

/// Text with the outputs in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template(pub Vec<Part>);

/// A text in the form's languages, by index in [`Form::languages`]; nothing where it is not translated.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts(pub Vec<Option<Template>>);

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataType {
    /// Any text.
    Text,
    /// Whole number.
    Int,
    /// Number.
    Decimal,
    /// `2026-11-24`.
    Date,
    /// `14:30:00.000+01:00`.
    Time,
    /// `2026-11-24T14:30:00.000+01:00`.
    DateTime,
    /// One choice's name.
    SelectOne,
    /// Names separated by a space.
    SelectMultiple,
    /// All names, in order, separated by a space.
    Rank,
    /// `lat lon alt acc`.
    GeoPoint,
    /// Several points, `;` between them.
    GeoTrace,
    /// The same, closed.
    GeoShape,
    /// Name of a file kept beside.
    Binary,
}

/// How a value is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// A field, by the data type.
    Input,
    /// Text only; no value.
    Note,
    /// "OK" when acknowledged.
    Trigger,
    /// From start to end by step (`parameters`).
    Range,
    /// One or several of a list.
    Select,
    /// An order of a list.
    Rank,
    /// Photo, file, audio, video.
    Upload,
    /// Nobody enters it: calculate, hidden, start, end, today, deviceid, username, email, phonenumber…
    None,
}

/// Where choices come from.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceSource {
    /// A list of the workbook, by index in [`Form::lists`].
    List(usize),
    /// A file beside the workbook (`select_one_from_file`), by its name; value and label columns.
    File {
        /// `villages.csv`.
        name: String,
        /// Column of the value, `name` by default.
        value: String,
        /// Column of the label, `label` by default.
        label: String,
    },
    /// Answers of a question inside a repeat (`select_one ${name}`).
    Repeat(NodeId),
}

/// Choices of a select.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Where they come from.
    pub source: ChoiceSource,
    /// Which of them are offered: bare names are columns of the item, `current()/…` and `${…}` the question's side.
    pub filter: Option<Rule>,
    /// `randomize=true`, with its seed.
    pub randomize: Option<Option<Expr>>,
}

/// A value that a question starts with.
#[derive(Clone, Debug, PartialEq)]
pub enum Default {
    /// None.
    None,
    /// As written.
    Static(String),
    /// Evaluated once.
    Dynamic(Rule),
}

/// What is filled in by the app: `start`, `end`, `today`, `deviceid`, `username`, `phonenumber`, `email`…
pub type Preload = &'static str;

/// A node that has a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The type as written in the sheet, normalised (`select_one`, `integer`, `calculate`, `start`…).
    pub type_name: String,
    /// What the value is.
    pub data: DataType,
    /// How it is entered.
    pub control: Control,
    /// Of selects and ranks.
    pub choices: Option<Choices>,
    /// Filled in by the app.
    pub preload: Option<Preload>,
    /// Recomputed at each change of what it reads.
    pub calculation: Option<Rule>,
    /// The calculation runs only when one of these changes.
    pub triggers: Vec<NodeId>,
    /// At the beginning.
    pub default: Default,
    /// Whether an answer is needed.
    pub required: Option<Rule>,
    /// In each language.
    pub required_message: Texts,
    /// What the answer has to fulfil.
    pub constraint: Option<Rule>,
    /// In each language.
    pub constraint_message: Texts,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// The whole form.
    Root,
    /// A group.
    Group,
    /// A repeat; its instances hold the children.
    Repeat {
        /// How many instances there are; without it, people add and remove them.
        count: Option<Rule>,
    },
    /// A value.
    Question(Box<Question>),
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// `/data/group/name`, without positions.
    pub path: String,
    /// Row of the survey sheet; 0 for what no row makes.
    pub row: u32,
    /// Nothing for the root.
    pub parent: Option<NodeId>,
    /// In order.
    pub children: Vec<NodeId>,
    /// Nearest repeat around it (not itself).
    pub repeat: Option<NodeId>,
    /// What it is.
    pub kind: NodeKind,
    /// Label in each language.
    pub label: Texts,
    /// Hint in each language.
    pub hint: Texts,
    /// Guidance (evidence to look for) in each language.
    pub guidance: Texts,
    /// `image`, `audio`, `video`, `big-image` → file name in each language.
    pub media: BTreeMap<String, Texts>,
    /// When it is asked.
    pub relevant: Option<Rule>,
    /// When it cannot be changed by hand.
    pub readonly: Option<Rule>,
    /// Words of the appearance column.
    pub appearance: Vec<String>,
    /// `parameters`.
    pub parameters: BTreeMap<String, String>,
    /// Column `previous`: `yes`, or the path of another question, whose last finalised answer is shown or prefilled.
    pub previous: Option<String>,
    /// Column `personal`: the answer is sealed under a key of the entry.
    pub personal: bool,
    /// Column `plan`: the field of the development plan that the answer is of, for whoever carries it there.
    pub plan: Option<String>,
    /// Other columns, as written (`bind::…`, `body::…`, `instance::…` included), for exports that carry them.
    pub extra: BTreeMap<String, String>,
}

/// A choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is stored.
    pub name: String,
    /// Label in each language.
    pub label: Texts,
    /// Media in each language.
    pub media: BTreeMap<String, Texts>,
    /// Other columns, for filters: header → text.
    pub columns: BTreeMap<String, String>,
    /// Where it is written.
    pub at: CellRef,
}

/// A list of choices.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceList {
    /// Its name.
    pub name: String,
    /// In order.
    pub choices: Vec<Choice>,
}

/// A compiled form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// `form_id`, else the title or the file's stem given in the options.
    pub id: String,
    /// `version`; empty when none is written.
    pub version: String,
    /// In each language; the standard has one, `terrain_title_ar` adds another.
    pub title: Texts,
    /// Name of the root node: settings `name`, else `data`; `form` where a question is called `data` at the top.
    pub root_name: String,
    /// As written in the headers (`Français (fr)`); one empty name where no language is named. The first is shown first.
    pub languages: Vec<String>,
    /// Arena; index 0 is the root, then the order of the sheet; `meta` and its children come last.
    pub nodes: Vec<Node>,
    /// Lists of choices.
    pub lists: Vec<ChoiceList>,
    /// Files beside the workbook that the form reads, by name.
    pub files: Vec<DataFile>,
    /// `instance_name`.
    pub instance_name: Option<Rule>,
    /// Settings `style` words.
    pub style: Vec<String>,
    /// Calculations, relevances, … in an order in which each is evaluated after what it reads.
    pub order: Vec<(NodeId, Property)>,
    /// What reads a node, by its number, in the order of [`Form::order`].
    pub readers: Vec<Vec<Reader>>,
    /// What can change though no answer does: `now()`, `random()`…
    pub volatile: Vec<(NodeId, Property)>,
    /// Sheets `terrain_dimensions`, `terrain_scoring`, `terrain_actions`.
    pub recipe: Option<Recipe>,
    /// `when` of standard actions: (action id, question, condition).
    pub action_rules: Vec<(String, String, Option<Rule>)>,
    /// `terrain_purpose`.
    pub purpose: Option<String>,
    /// The question that dates the entry (`terrain_date`).
    pub date_question: Option<NodeId>,
}

/// A file beside the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// `villages.csv`.
    pub name: String,
    /// What `instance('…')` and `pulldata('…', …)` call it: the name without its ending.
    pub id: String,
    /// The cell that names it first.
    pub at: CellRef,
}

/// What is to be evaluated again when a node's value, relevance or instances change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reader {
    /// Whose rule reads.
    pub node: NodeId,
    /// Which rule.
    pub property: Property,
    /// Whether it may read any instance of the repeats around the node that is read; else only those of the nearest
    /// repeat that holds both.
    pub wide: bool,
}

/// What an expression decides about a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// How many instances.
    Count,
    /// Whether it is asked.
    Relevant,
    /// The value.
    Calculation,
    /// Which choices are offered.
    Choices,
    /// Whether it may be changed.
    Readonly,
    /// Whether it is needed.
    Required,
    /// Whether the answer fulfils the constraint.
    Constraint,
    /// Label, hint, messages.
    Texts,
}

impl Form {
    /// A node.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(usize::try_from(id.0).ok()?)
    }
}
