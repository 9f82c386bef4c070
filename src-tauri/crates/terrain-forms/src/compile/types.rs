//! What stands in the column `type`: begins and ends, questions, selects with their list, and what other tools know.

use crate::form::{Control, DataType, Preload};

/// What is begun or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nest {
    Group,
    Repeat,
}

/// What a row does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Command {
    Begin(Nest),
    End(Nest),
    Question(&'static Type),
    Select {
        kind: &'static str,
        source: Source,
        other: bool,
    },
    /// A file beside the workbook, declared for `instance()`.
    File {
        extension: &'static str,
    },
    /// Accepted; nothing happens here.
    Idle,
    /// Of another tool; what it begins or ends still counts, so that the other rows stay in step.
    Foreign(Option<Step>),
    Unknown,
}

/// Of a foreign command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Begin,
    End,
}

/// Where a select says its choices are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    /// Nothing is said.
    Missing,
    List(String),
    /// A list of `external_choices`.
    External(String),
    /// A file's name.
    File(String),
    /// `${name}`.
    Reference(String),
}

/// A type of question.
#[derive(Debug, PartialEq)]
pub(crate) struct Type {
    /// Its one name.
    pub name: &'static str,
    pub data: DataType,
    pub control: Control,
    pub preload: Option<Preload>,
    /// Accepted with a warning: it is filled in another way here, or not at all.
    pub limited: bool,
    /// A constraint of its own.
    pub constraint: Option<&'static str>,
    aliases: &'static [&'static str],
}

const fn plain(name: &'static str, data: DataType, control: Control, aliases: &'static [&'static str]) -> Type {
    Type { name, data, control, preload: None, limited: false, constraint: None, aliases }
}

const fn filled(name: &'static str, data: DataType, limited: bool, aliases: &'static [&'static str]) -> Type {
    Type { name, data, control: Control::None, preload: Some(name), limited, constraint: None, aliases }
}

const fn limited(name: &'static str, data: DataType, control: Control) -> Type {
    Type { name, data, control, preload: None, limited: true, constraint: None, aliases: &[] }
}

const fn bounded(
    name: &'static str,
    data: DataType,
    constraint: &'static str,
    aliases: &'static [&'static str],
) -> Type {
    Type { name, data, control: Control::Input, preload: None, limited: false, constraint: Some(constraint), aliases }
}

/// Types of questions but selects.
pub(crate) static TYPES: &[Type] = &[
    plain("text", DataType::Text, Control::Input, &["string", "txt"]),
    plain("integer", DataType::Int, Control::Input, &["int"]),
    plain("decimal", DataType::Decimal, Control::Input, &[]),
    plain("date", DataType::Date, Control::Input, &[]),
    plain("time", DataType::Time, Control::Input, &[]),
    plain("datetime", DataType::DateTime, Control::Input, &["date time"]),
    plain("note", DataType::Text, Control::Note, &[]),
    plain("acknowledge", DataType::Text, Control::Trigger, &["trigger"]),
    plain("range", DataType::Int, Control::Range, &[]),
    plain("calculate", DataType::Text, Control::None, &["calculation"]),
    plain("hidden", DataType::Text, Control::None, &[]),
    plain("geopoint", DataType::GeoPoint, Control::Input, &["gps", "location", "geo point"]),
    limited("geotrace", DataType::GeoTrace, Control::Input),
    limited("geoshape", DataType::GeoShape, Control::Input),
    plain("image", DataType::Binary, Control::Upload, &["photo"]),
    plain("audio", DataType::Binary, Control::Upload, &[]),
    plain("video", DataType::Binary, Control::Upload, &[]),
    plain("file", DataType::Binary, Control::Upload, &[]),
    limited("barcode", DataType::Text, Control::Input),
    limited("start-geopoint", DataType::GeoPoint, Control::None),
    limited("background-geopoint", DataType::GeoPoint, Control::None),
    filled("start", DataType::DateTime, false, &["start time", "starttime"]),
    filled("end", DataType::DateTime, false, &["end time", "endtime"]),
    filled("today", DataType::Date, false, &["get today"]),
    filled("deviceid", DataType::Text, false, &["device id", "get device id", "uri:deviceid"]),
    filled("username", DataType::Text, false, &["uri:username"]),
    filled("email", DataType::Text, false, &["uri:email"]),
    filled("phonenumber", DataType::Text, false, &["get phone number", "uri:phonenumber"]),
    filled("simserial", DataType::Text, true, &["sim id", "get sim id", "uri:simserial"]),
    filled("subscriberid", DataType::Text, true, &["subscriber id", "get subscriber id", "uri:subscriberid"]),
    filled("imei", DataType::Text, true, &[]),
    bounded("phone number", DataType::Text, "regex(., '^\\d*$')", &[]),
    bounded("percentage", DataType::Int, ". >= 0 and . <= 100", &["percent"]),
    bounded("number of days in last month", DataType::Int, ". >= 0 and . <= 31", &[]),
    bounded("number of days in last six months", DataType::Int, ". >= 0 and . <= 183", &[]),
    bounded("number of days in last year", DataType::Int, ". >= 0 and . <= 365", &[]),
];

/// Ways to write selects, the longest first, and their one name.
const SELECTS: &[(&str, &str)] = &[
    ("select all that apply from", "select_multiple"),
    ("select one external", "select_one_external"),
    ("select one from file", "select_one_from_file"),
    ("select multiple from file", "select_multiple_from_file"),
    ("select one from", "select_one"),
    ("select multiple from", "select_multiple"),
    ("select all that apply", "select_multiple"),
    ("select one", "select_one"),
    ("select multiple", "select_multiple"),
    ("select1", "select_one"),
    ("rank", "rank"),
];

/// Ways to ask for a text where no choice fits.
const OTHERS: &[&str] = &["or other", "or specify other"];

/// What other tools know.
const FOREIGN: &[(&str, Option<Step>)] = &[
    ("osm", None),
    ("background-audio", None),
    ("include", None),
    ("cascading select", None),
    ("tel", None),
    ("print", None),
    ("xml-external", None),
    ("begin loop", Some(Step::Begin)),
    ("begin looped group", Some(Step::Begin)),
    ("begin kobomatrix", Some(Step::Begin)),
    ("begin score", Some(Step::Begin)),
    ("begin rank", Some(Step::Begin)),
    ("end loop", Some(Step::End)),
    ("end looped group", Some(Step::End)),
    ("end kobomatrix", Some(Step::End)),
    ("end score", Some(Step::End)),
    ("end rank", Some(Step::End)),
];

/// Reads a cell of the column `type`.
pub(crate) fn command(cell: &str) -> Command {
    let spaced = |text: &str| text.to_lowercase().replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let written = spaced(cell);
    match written.as_str() {
        "begin group" | "begingroup" => return Command::Begin(Nest::Group),
        "end group" | "endgroup" => return Command::End(Nest::Group),
        "begin repeat" | "beginrepeat" => return Command::Begin(Nest::Repeat),
        "end repeat" | "endrepeat" => return Command::End(Nest::Repeat),
        "csv-external" => return Command::File { extension: "csv" },
        "audit" => return Command::Idle,
        _ => {}
    }
    if let Some(found) = TYPES.iter().find(|t| spaced(t.name) == written || t.aliases.contains(&written.as_str())) {
        return Command::Question(found);
    }
    let begins = |word: &str| written.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if let Some((_, step)) = FOREIGN.iter().find(|(word, _)| begins(word)) {
        return Command::Foreign(*step);
    }
    if written.starts_with("db:") {
        return Command::Foreign(None);
    }
    match SELECTS.iter().find(|(word, _)| begins(word)) {
        Some((word, kind)) => select(cell, word.split(' ').count(), kind),
        None => Command::Unknown,
    }
}

/// What follows the words of a select is its list, as it is written, and whether another answer may be given.
fn select(cell: &str, words: usize, kind: &'static str) -> Command {
    // The words may be joined by underscores: `select_one` is two words in one.
    let mut rest: Vec<&str> = cell.split_whitespace().collect();
    let mut left = words;
    while left > 0 && !rest.is_empty() {
        let first = rest.remove(0);
        left = left.saturating_sub(first.split('_').filter(|w| !w.is_empty()).count());
    }
    let text = rest.join(" ");
    let plain = text.to_lowercase().replace('_', " ");
    let other = OTHERS.iter().find(|o| plain.strip_suffix(**o).is_some_and(|list| list.ends_with(' ')));
    let list = match other {
        Some(words) => text.chars().take(text.chars().count() - words.chars().count()).collect(),
        None => text,
    };
    let list = list.trim().to_owned();
    let source = match kind {
        _ if list.is_empty() => Source::Missing,
        "select_one_external" => Source::External(list),
        _ if list.starts_with("${") => Source::Reference(list),
        "select_one_from_file" | "select_multiple_from_file" => Source::File(list),
        _ => Source::List(list),
    };
    Command::Select { kind, source, other: other.is_some() }
}

/// Every type, for what was probably meant.
pub(crate) fn all_names() -> impl Iterator<Item = &'static str> + Clone {
    let others = ["begin_group", "end_group", "begin_repeat", "end_repeat", "select_one", "select_multiple", "rank"];
    TYPES.iter().map(|t| t.name).chain(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a type is written does not matter; what it names does.
    #[test]
    fn types_are_understood() {
        for (cell, expected) in [
            ("begin group", "Begin(Group)"),
            ("begin_repeat", "Begin(Repeat)"),
            ("End  Group ", "End(Group)"),
            ("select_one yes_no", "select_one List(\"yes_no\")"),
            ("select one from yes_no", "select_one List(\"yes_no\")"),
            ("select1 a", "select_one List(\"a\")"),
            ("Select_Multiple  Liste_1", "select_multiple List(\"Liste_1\")"),
            ("select all that apply from a", "select_multiple List(\"a\")"),
            ("select_one a or_other", "select_one List(\"a\") other"),
            ("select_one a or specify other", "select_one List(\"a\") other"),
            ("select one from file villages.csv", "select_one_from_file File(\"villages.csv\")"),
            ("select_one_from_file villages.csv", "select_one_from_file File(\"villages.csv\")"),
            ("select_one_external villages", "select_one_external External(\"villages\")"),
            ("select_one ${member}", "select_one Reference(\"${member}\")"),
            ("rank a", "rank List(\"a\")"),
            ("select_one", "select_one Missing"),
            ("select_oneyes_no", "Unknown"),
            ("text", "text"),
            ("String", "text"),
            ("date time", "datetime"),
            ("dateTime", "datetime"),
            ("photo", "image"),
            ("start_geopoint", "Unknown"),
            ("start-geopoint", "start-geopoint"),
            ("begin_kobomatrix", "Foreign(Some(Begin))"),
            ("osm buildings", "Foreign(None)"),
            ("db:person", "Foreign(None)"),
            ("csv-external", "File { extension: \"csv\" }"),
            ("audit", "Idle"),
            ("country", "Unknown"),
            ("", "Unknown"),
        ] {
            let shown = match command(cell) {
                Command::Question(t) => t.name.to_owned(),
                Command::Select { kind, source, other } => {
                    format!("{kind} {source:?}{}", if other { " other" } else { "" })
                }
                other => format!("{other:?}"),
            };
            assert_eq!(shown, expected, "{cell}");
        }
    }
}
