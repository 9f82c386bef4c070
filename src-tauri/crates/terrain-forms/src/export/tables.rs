//! Entries as tables, as ODK Central writes them: one of the entries and one for each repeat, tied by keys.
//!
//! Texts are written as they are, also those that a spreadsheet takes for a formula (`=`, `+`, `-`, `@` at the beginning), as
//! Central does: a value has to come back as it was. Who opens a table in a spreadsheet is told where it is exported.

use std::collections::BTreeMap;

use super::{Element, Submission};
use crate::{ChoiceSource, DataType, Form, NodeId, NodeKind, Question};

/// How tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// A column with 1 or 0 for each choice after a question with several.
    pub split_choices: bool,
}

/// A column: the node, and the choice where it is split.
struct Column {
    node: NodeId,
    title: String,
    part: Part,
}

enum Part {
    Whole,
    /// Of a position: latitude, longitude, altitude, accuracy.
    Number(usize),
    Choice(String),
}

/// A table: of the entries (node 0) or of a repeat.
struct Sheet {
    node: NodeId,
    file: String,
    columns: Vec<Column>,
    writer: csv::Writer<Vec<u8>>,
}

/// File names and their text: the entries first, then repeats in the order of the sheet.
pub fn to_tables(form: &Form, submissions: &[Submission], options: TableOptions) -> Vec<(String, String)> {
    let mut sheets = sheets(form, options);
    for sheet in &mut sheets {
        let titles = sheet.columns.iter().map(|c| c.title.as_str());
        let keys: &[&str] = if sheet.node == NodeId(0) { &["KEY"] } else { &["PARENT_KEY", "KEY"] };
        // Writing into memory does not fail.
        let _written = sheet.writer.write_record(titles.chain(keys.iter().copied()));
    }
    for submission in submissions {
        let key = submission.instance_id.clone();
        write(&mut sheets, &submission.root, NodeId(0), None, &key);
    }
    let text = |s: Sheet| {
        let bytes = s.writer.into_inner().unwrap_or_default();
        (s.file, String::from_utf8(bytes).unwrap_or_default())
    };
    sheets.into_iter().map(text).collect()
}

fn sheets(form: &Form, options: TableOptions) -> Vec<Sheet> {
    let ids = || (0..).zip(&form.nodes).map(|(id, node)| (NodeId(id), node));
    let is_repeat = |kind: &NodeKind| matches!(kind, NodeKind::Repeat { .. });
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    ids().filter(|(_, n)| is_repeat(&n.kind)).for_each(|(_, n)| *totals.entry(&n.name).or_default() += 1);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = vec![Sheet {
        node: NodeId(0),
        file: file_name(&form.id),
        columns: columns(form, NodeId(0), options),
        writer: csv::Writer::from_writer(Vec::new()),
    }];
    for (id, node) in ids().filter(|(_, n)| is_repeat(&n.kind)) {
        // Repeats of one name in different groups are told apart as Central does.
        let count = counts.entry(&node.name).or_default();
        *count += 1;
        let many = totals.get(node.name.as_str()).is_some_and(|total| *total > 1);
        let suffix = if many { format!("~{count}") } else { String::new() };
        found.push(Sheet {
            node: id,
            file: file_name(&format!("{}-{}{suffix}", form.id, node.name)),
            columns: columns(form, id, options),
            writer: csv::Writer::from_writer(Vec::new()),
        });
    }
    found
}

/// A name that every file system takes.
fn file_name(stem: &str) -> String {
    let safe: String = stem.chars().filter(|c| !c.is_control() && !"/\\?<>:*|\"".contains(*c)).take(200).collect();
    format!("{}.csv", safe.trim_matches(['.', ' ']))
}

/// Columns below a node, repeats left out; names of groups are joined by a hyphen.
fn columns(form: &Form, top: NodeId, options: TableOptions) -> Vec<Column> {
    let mut found = Vec::new();
    let mut stack: Vec<(NodeId, String)> = vec![(top, String::new())];
    while let Some((id, prefix)) = stack.pop() {
        let Some(node) = form.node(id) else { continue };
        let own = if prefix.is_empty() { node.name.clone() } else { format!("{prefix}-{}", node.name) };
        match &node.kind {
            NodeKind::Question(question) => found.extend(question_columns(form, id, question, &own, options)),
            NodeKind::Repeat { .. } if id != top => {}
            _ => {
                let inside = if id == top { String::new() } else { own };
                stack.extend(node.children.iter().rev().map(|child| (*child, inside.clone())));
            }
        }
    }
    found
}

fn question_columns(form: &Form, node: NodeId, question: &Question, title: &str, options: TableOptions) -> Vec<Column> {
    if question.data == DataType::GeoPoint {
        let parts = ["Latitude", "Longitude", "Altitude", "Accuracy"].into_iter().enumerate();
        return parts
            .map(|(n, part)| Column { node, title: format!("{title}-{part}"), part: Part::Number(n) })
            .collect();
    }
    let mut found = vec![Column { node, title: title.to_owned(), part: Part::Whole }];
    if options.split_choices
        && question.data == DataType::SelectMultiple
        && let Some(ChoiceSource::List(list)) = question.choices.as_ref().map(|c| &c.source)
    {
        let choices = form.lists.get(*list).into_iter().flat_map(|l| &l.choices);
        found.extend(choices.map(|c| Column {
            node,
            title: format!("{title}/{}", c.name),
            part: Part::Choice(c.name.clone()),
        }));
    }
    found
}

/// Writes the row of an element and those of the repeats inside.
fn write(sheets: &mut [Sheet], element: &Element, table: NodeId, parent: Option<&str>, key: &str) {
    let mut values: BTreeMap<NodeId, &str> = BTreeMap::new();
    let mut inside: Vec<(&Element, String)> = Vec::new();
    let mut stack: Vec<(&Element, String)> = vec![(element, key.to_owned())];
    while let Some((next, path)) = stack.pop() {
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        let mut groups = Vec::new();
        for child in &next.children {
            if child.key.is_some() {
                let position = positions.entry(&child.name).or_default();
                *position += 1;
                inside.push((child, format!("{path}/{}[{position}]", child.name)));
            } else if child.children.is_empty() {
                values.insert(child.node, &child.value);
            } else {
                groups.push((child, format!("{path}/{}", child.name)));
            }
        }
        stack.extend(groups.into_iter().rev());
    }
    if let Some(sheet) = sheets.iter_mut().find(|s| s.node == table) {
        let cells = sheet.columns.iter().map(|column| cell(column, values.get(&column.node).copied()));
        let cells: Vec<String> = cells.chain(parent.map(str::to_owned)).chain([key.to_owned()]).collect();
        let _written = sheet.writer.write_record(cells);
    }
    for (child, path) in inside {
        write(sheets, child, child.node, Some(key), &path);
    }
}

fn cell(column: &Column, value: Option<&str>) -> String {
    let text = value.unwrap_or_default();
    match &column.part {
        Part::Whole => text.to_owned(),
        Part::Number(n) => text.split_whitespace().nth(*n).unwrap_or_default().to_owned(),
        // What was not asked, or not answered, is neither 1 nor 0.
        Part::Choice(_) if text.is_empty() => String::new(),
        Part::Choice(choice) => if text.split_whitespace().any(|v| v == choice) { "1" } else { "0" }.to_owned(),
    }
}
