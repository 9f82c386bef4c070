//! The functions of ODK's XForms: one table of names, numbers of arguments and implementations.
//!
//! Functions of numbers and of texts are plain functions; those that look at nodes, at the clock or at chance, or that do
//! not evaluate all their arguments, are [`Special`].

mod dates;
mod digests;
mod geography;
mod logic;
mod nodes;
mod numbers;
mod selects;
mod texts;

use std::borrow::Cow;

use super::evaluate::{At, Evaluated, Evaluation};
use super::{Expr, Function, Tree, Value};

pub use nodes::shuffled;

/// `current()` begins a path and is no call.
pub(super) const CURRENT: &str = "current";
/// Its second argument is a quoted path.
pub(super) const CHOICE_NAME: &str = "jr:choice-name";

/// A function.
pub(super) struct Entry {
    pub name: &'static str,
    /// Arguments at least.
    pub least: usize,
    /// Arguments at most; nothing where there is no limit.
    pub most: Option<usize>,
    /// Beyond the least, arguments come by so many.
    pub step: usize,
    /// May give another value though no answer changed.
    pub volatile: bool,
    /// Without arguments, it is about the context node.
    pub reads_context: bool,
    run: Run,
}

/// How a function is run.
#[derive(Clone, Copy)]
enum Run {
    /// Of one number.
    One(fn(f64) -> f64),
    /// Of two numbers.
    Two(fn(f64, f64) -> f64),
    /// Of texts, one an argument.
    Texts(fn(&[Cow<'_, str>]) -> Plain),
    /// Anything else.
    Special(Special),
}

/// What a function of texts gives.
enum Plain {
    Text(String),
    Boolean(bool),
}

/// Functions that need more than the values of their arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Special {
    Area,
    Boolean,
    Checklist,
    ChoiceName,
    Coalesce,
    Concat,
    Count,
    CountNonEmpty,
    CountSelected,
    Current,
    Date,
    DateTime,
    DecimalDateTime,
    DecimalTime,
    Distance,
    Enclosed,
    False,
    FormatDate,
    If,
    IndexedRepeat,
    Instance,
    Itext,
    Intersects,
    Join,
    Last,
    Max,
    Min,
    Not,
    Now,
    Number,
    Once,
    Pi,
    Position,
    Pulldata,
    Random,
    Randomize,
    Regex,
    Round,
    Selected,
    SelectedAt,
    String,
    StringLength,
    NormalizeSpace,
    Substr,
    Substring,
    Sum,
    Today,
    True,
    Uuid,
    WeightedChecklist,
}

impl Entry {
    /// Whether a call may have so many arguments.
    pub fn takes(&self, count: usize) -> bool {
        count >= self.least
            && self.most.is_none_or(|most| count <= most)
            && (count - self.least).is_multiple_of(self.step)
    }

    const fn new(name: &'static str, least: usize, most: Option<usize>, run: Run) -> Self {
        Self { name, least, most, step: 1, volatile: false, reads_context: false, run }
    }

    const fn volatile(mut self) -> Self {
        self.volatile = true;
        self
    }

    const fn about_context(mut self) -> Self {
        self.reads_context = true;
        self
    }

    const fn by_two(mut self) -> Self {
        self.step = 2;
        self
    }
}

const fn one(name: &'static str, run: fn(f64) -> f64) -> Entry {
    Entry::new(name, 1, Some(1), Run::One(run))
}

const fn two(name: &'static str, run: fn(f64, f64) -> f64) -> Entry {
    Entry::new(name, 2, Some(2), Run::Two(run))
}

const fn texts(name: &'static str, least: usize, most: usize, run: fn(&[Cow<'_, str>]) -> Plain) -> Entry {
    Entry::new(name, least, Some(most), Run::Texts(run))
}

const fn special(name: &'static str, least: usize, most: usize, run: Special) -> Entry {
    Entry::new(name, least, Some(most), Run::Special(run))
}

const fn several(name: &'static str, least: usize, run: Special) -> Entry {
    Entry::new(name, least, None, Run::Special(run))
}

/// The table. A [`Function`] is a place in it, so it is only ever appended to within one version of the app.
const TABLE: &[Entry] = &[
    // control and logic
    special("if", 3, 3, Special::If),
    special("coalesce", 2, 2, Special::Coalesce),
    special("once", 1, 1, Special::Once).volatile(),
    special("true", 0, 0, Special::True),
    special("false", 0, 0, Special::False),
    special("not", 1, 1, Special::Not),
    special("boolean", 1, 1, Special::Boolean),
    texts("boolean-from-string", 1, 1, texts::boolean_from_string),
    several("checklist", 2, Special::Checklist),
    several("weighted-checklist", 4, Special::WeightedChecklist).by_two(),
    // selects
    special("selected", 2, 2, Special::Selected),
    special("count-selected", 1, 1, Special::CountSelected),
    special("selected-at", 2, 2, Special::SelectedAt),
    special(CHOICE_NAME, 2, 2, Special::ChoiceName),
    special("jr:itext", 1, 1, Special::Itext),
    // nodes and repeats
    special("count", 1, 1, Special::Count),
    special("count-non-empty", 1, 1, Special::CountNonEmpty),
    special("sum", 1, 1, Special::Sum),
    several("min", 1, Special::Min),
    several("max", 1, Special::Max),
    special("position", 0, 1, Special::Position).about_context(),
    special("last", 0, 0, Special::Last).about_context(),
    special("indexed-repeat", 3, 7, Special::IndexedRepeat).by_two(),
    several("join", 1, Special::Join),
    several("concat", 0, Special::Concat),
    special("randomize", 1, 2, Special::Randomize).volatile(),
    special(CURRENT, 0, 0, Special::Current),
    special("instance", 1, 1, Special::Instance),
    special("pulldata", 4, 4, Special::Pulldata),
    // texts
    special("string", 0, 1, Special::String).about_context(),
    special("string-length", 0, 1, Special::StringLength).about_context(),
    special("normalize-space", 0, 1, Special::NormalizeSpace).about_context(),
    special("substr", 2, 3, Special::Substr),
    special("substring", 2, 3, Special::Substring),
    texts("substring-before", 2, 2, texts::substring_before),
    texts("substring-after", 2, 2, texts::substring_after),
    texts("contains", 2, 2, texts::contains),
    texts("starts-with", 2, 2, texts::starts_with),
    texts("ends-with", 2, 2, texts::ends_with),
    texts("translate", 3, 3, texts::translate),
    special("regex", 2, 2, Special::Regex),
    special("uuid", 0, 1, Special::Uuid).volatile(),
    texts("digest", 2, 3, digests::digest),
    texts("base64-decode", 1, 1, digests::base64_decode),
    // numbers
    special("number", 0, 1, Special::Number).about_context(),
    one("int", f64::trunc),
    special("round", 1, 2, Special::Round),
    one("floor", f64::floor),
    one("ceiling", f64::ceil),
    one("abs", f64::abs),
    two("pow", f64::powf),
    one("log", f64::ln),
    one("log10", f64::log10),
    one("exp", f64::exp),
    one("exp10", numbers::exp10),
    one("sqrt", f64::sqrt),
    one("sin", f64::sin),
    one("cos", f64::cos),
    one("tan", f64::tan),
    one("asin", f64::asin),
    one("acos", f64::acos),
    one("atan", f64::atan),
    two("atan2", f64::atan2),
    special("pi", 0, 0, Special::Pi),
    special("random", 0, 0, Special::Random).volatile(),
    // dates
    special("today", 0, 0, Special::Today).volatile(),
    special("now", 0, 0, Special::Now).volatile(),
    special("date", 1, 1, Special::Date),
    special("date-time", 1, 1, Special::DateTime),
    special("decimal-date-time", 1, 1, Special::DecimalDateTime),
    special("decimal-time", 1, 1, Special::DecimalTime),
    special("format-date", 2, 2, Special::FormatDate),
    special("format-date-time", 2, 2, Special::FormatDate),
    // places
    several("distance", 1, Special::Distance),
    special("area", 1, 1, Special::Area),
    special("geofence", 2, 2, Special::Enclosed),
    special("intersects", 1, 1, Special::Intersects),
];

/// A function by its name.
pub(super) fn find(name: &str) -> Option<(Function, &'static Entry)> {
    let place = TABLE.iter().position(|entry| entry.name == name)?;
    Some((Function(u16::try_from(place).ok()?), TABLE.get(place)?))
}

/// All names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|entry| entry.name)
}

/// What the table says of a function.
pub(super) fn entry(function: Function) -> Option<&'static Entry> {
    TABLE.get(usize::from(function.0))
}

/// Calls a function. The parser has counted the arguments.
pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    function: Function,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    let Some(entry) = entry(function) else { return Ok(Value::BLANK) };
    match (entry.run, arguments) {
        (Run::One(run), [number]) => Ok(Value::Number(run(evaluation.number(number, at)?))),
        (Run::Two(run), [a, b]) => Ok(Value::Number(run(evaluation.number(a, at)?, evaluation.number(b, at)?))),
        (Run::Texts(run), _) => {
            let texts = arguments.iter().map(|a| evaluation.text(a, at)).collect::<Result<Vec<_>, _>>()?;
            evaluation.spend(texts.iter().map(|text| text.len() / 64).sum())?;
            Ok(match run(&texts) {
                Plain::Text(text) => Value::owned(text),
                Plain::Boolean(truth) => Value::Boolean(truth),
            })
        }
        (Run::Special(run), _) => special_call(evaluation, run, arguments, at),
        _ => Ok(Value::BLANK),
    }
}

fn special_call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    use Special as S;
    match run {
        S::If
        | S::Coalesce
        | S::Once
        | S::True
        | S::False
        | S::Not
        | S::Boolean
        | S::Checklist
        | S::WeightedChecklist => logic::call(evaluation, run, arguments, at),
        S::Selected | S::CountSelected | S::SelectedAt | S::ChoiceName | S::Itext | S::Pulldata => {
            selects::call(evaluation, run, arguments, at)
        }
        S::Count
        | S::CountNonEmpty
        | S::Position
        | S::Last
        | S::IndexedRepeat
        | S::Randomize
        | S::Instance
        | S::Current => nodes::call(evaluation, run, arguments, at),
        S::Sum | S::Min | S::Max | S::Number | S::Round | S::Pi | S::Random => {
            numbers::call(evaluation, run, arguments, at)
        }
        S::Join
        | S::Concat
        | S::String
        | S::StringLength
        | S::NormalizeSpace
        | S::Substr
        | S::Substring
        | S::Regex
        | S::Uuid => texts::call(evaluation, run, arguments, at),
        S::Today | S::Now | S::Date | S::DateTime | S::DecimalDateTime | S::DecimalTime | S::FormatDate => {
            dates::call(evaluation, run, arguments, at)
        }
        S::Distance | S::Area | S::Enclosed | S::Intersects => geography::call(evaluation, run, arguments, at),
    }
}
