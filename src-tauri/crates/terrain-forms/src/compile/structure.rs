//! Rows of the survey become nodes within nodes: names, groups, repeats. What each asks is filled in afterwards, when every
//! name is known.

use std::collections::BTreeMap;

use super::Compiler;
use super::types::{self, Command, Nest, Source, Step, Type};
use crate::CellRef;
use crate::check::{codes, limits};
use crate::form::{Node, NodeId, NodeKind, Texts};
use crate::read::{Row, Table, is_yes};

/// A node that a row has made.
pub(super) struct Made {
    pub id: NodeId,
    /// Place of the row in the table.
    pub row: usize,
    pub what: What,
    /// Rows of the groups around it that are no nodes (`flat`): when they are relevant holds for it.
    pub flat: Vec<usize>,
}

/// The appearance of a group whose selects stand in one table.
pub(super) const TABLE: &str = "table-list";
/// How other tools name the head of such a table, before the number of its row.
pub(super) const TABLE_HEAD: &str = "reserved_name_for_field_list_labels_";

/// What it is.
pub(super) enum What {
    Group,
    Repeat,
    /// The hidden number of a repeat's instances, where it is written as an expression.
    Count,
    Question(&'static Type),
    Select {
        kind: &'static str,
        source: Source,
        other: bool,
    },
    /// The text beside a select with another answer; the select is given.
    Other(String),
    /// The words above a table of selects.
    TableLabel,
    /// The row of choices at the head of a table of selects.
    TableHead {
        kind: &'static str,
        source: Source,
    },
}

/// A group or repeat that is open.
struct Open {
    id: NodeId,
    nest: Nest,
    at: CellRef,
    name: String,
    foreign: bool,
    /// A table whose selects are still to come, or the list of the selects in it.
    table: InTable,
    /// The row of a group that is no node: what stands in it belongs to what is around it.
    flat: Option<usize>,
}

/// Whether a group is a table of selects (`table-list`).
#[derive(Clone, Copy, PartialEq)]
enum InTable {
    No,
    Empty,
    Headed,
}

struct Walk<'t> {
    survey: &'t Table,
    open: Vec<Open>,
    made: Vec<Made>,
    siblings: BTreeMap<(NodeId, String), CellRef>,
}

impl Compiler<'_> {
    /// All nodes but `meta`, in the order of the sheet.
    pub(super) fn structure(&mut self, survey: &Table, root_name: Option<&str>) -> Vec<Made> {
        self.root_name = match root_name {
            Some(name) => name.to_owned(),
            None if has_top(survey, "data") => "form".to_owned(),
            None => "data".to_owned(),
        };
        let path = format!("/{}", self.root_name);
        self.nodes.push(Node { path, name: self.root_name.clone(), kind: NodeKind::Root, ..blank() });
        let mut walk = Walk { survey, open: Vec::new(), made: Vec::new(), siblings: BTreeMap::new() };
        if survey.column("type").is_none() || survey.rows.is_empty() {
            let code = if survey.rows.is_empty() { codes::SHEET_BLANK } else { codes::COLUMN_MISSING };
            let at = CellRef { sheet: survey.sheet.clone(), row: survey.header_row, ..CellRef::default() };
            self.findings.put(code, at, &[("name", "type"), ("sheet", &survey.sheet)]);
            return walk.made;
        }
        for (index, row) in survey.rows.iter().enumerate() {
            if index >= limits::QUESTIONS_MAX {
                let max = limits::QUESTIONS_MAX.to_string();
                self.findings.put(codes::QUESTIONS_MANY, survey.at(row, "type"), &[("max", &max)]);
                break;
            }
            if !survey.get(row, "disabled").is_some_and(is_yes) {
                self.row(&mut walk, index, row);
            }
        }
        let last = survey.rows.last().map(|row| survey.at(row, "type"));
        for open in walk.open.iter().rev() {
            let found = self.findings.put(codes::BEGIN_ALONE, open.at.clone(), &[("name", &open.name)]);
            found.related.extend(last.clone());
        }
        walk.made
    }

    fn row(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row) {
        let survey = walk.survey;
        let at = survey.at(row, "type");
        let Some(cell) = survey.get(row, "type") else {
            let said = ["name", "label", "calculation"].iter().any(|c| survey.all(row, c).next().is_some());
            if said {
                self.findings.put(codes::TYPE_MISSING, at, &[]);
            }
            return;
        };
        match types::command(cell) {
            Command::Begin(nest) => self.begin(walk, index, row, nest, false),
            Command::End(nest) => self.end(walk, row, Some(nest)),
            Command::Question(kind) => {
                if kind.limited {
                    self.findings.put(codes::TYPE_LIMITED, at, &[("name", kind.name)]);
                }
                self.add(walk, index, row, What::Question(kind));
            }
            Command::Select { kind, source, other } => self.add_select(walk, index, row, (kind, source, other)),
            Command::File { extension } => self.declare_file(survey, row, extension),
            Command::Idle => {
                self.findings.put(codes::TYPE_LIMITED, at, &[("name", cell)]);
                self.audited = true;
            }
            Command::Foreign(step) => {
                self.findings.put(codes::TYPE_UNSUPPORTED, at, &[("name", cell)]);
                match step {
                    Some(Step::Begin) => self.begin(walk, index, row, Nest::Group, true),
                    Some(Step::End) => self.end(walk, row, None),
                    None => self.add_unknown(walk, index, row),
                }
            }
            Command::Unknown => {
                let first = cell.split_whitespace().next().unwrap_or_default().to_lowercase();
                let meant = self.findings.near(&cell.to_lowercase(), types::all_names());
                match meant.or_else(|| self.findings.near(&first, types::all_names())) {
                    Some(near) => self.findings.put(codes::TYPE_NEAR, at, &[("got", cell), ("hint", near)]),
                    None => self.findings.put(codes::TYPE_UNKNOWN, at, &[("got", cell)]),
                };
                // The name is still known, so that what refers to it is not reported as well.
                self.add_unknown(walk, index, row);
            }
        }
    }

    /// A row whose type is not known, as a text.
    fn add_unknown(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row) {
        let text = types::TYPES.first().filter(|_| walk.survey.get(row, "name").is_some());
        if let Some(text) = text {
            self.add(walk, index, row, What::Question(text));
        }
    }

    fn add_select(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row, select: (&'static str, Source, bool)) {
        let (kind, source, other) = select;
        if let Some(open) = walk.open.last_mut().filter(|open| open.table == InTable::Empty) {
            open.table = InTable::Headed;
            let (parent, at) = (open.id, walk.survey.at(row, "name"));
            let name = format!("{TABLE_HEAD}{}", row.number);
            let head = What::TableHead { kind, source: source.clone() };
            self.push(walk, (index, row.number), &name, (parent, at), head);
        }
        let Some(id) = self.add(walk, index, row, What::Select { kind, source, other }) else { return };
        if !other {
            return;
        }
        let name = self.node(id).map(|n| n.name.clone()).unwrap_or_default();
        let parent = walk.open.last().map_or(NodeId(0), |o| o.id);
        let at = walk.survey.at(row, "name");
        self.push(walk, (index, row.number), &format!("{name}_other"), (parent, at), What::Other(name));
    }

    fn begin(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row, nest: Nest, foreign: bool) {
        let at = walk.survey.at(row, "type");
        let repeats = walk.open.iter().filter(|o| o.nest == Nest::Repeat).count();
        if walk.open.len() >= limits::DEPTH_MAX {
            let max = limits::DEPTH_MAX.to_string();
            self.findings.put(codes::TOO_DEEP, at.clone(), &[("max", &max)]);
        } else if nest == Nest::Repeat && repeats >= limits::REPEAT_DEPTH_MAX {
            let max = limits::REPEAT_DEPTH_MAX.to_string();
            self.findings.put(codes::REPEATS_DEEP, at.clone(), &[("max", &max)]);
        }
        if nest == Nest::Repeat {
            self.add_count(walk, index, row);
        }
        let flat = nest == Nest::Group && (self.flat || walk.survey.get(row, "flat").is_some_and(is_yes));
        let what = if nest == Nest::Repeat { What::Repeat } else { What::Group };
        let parent = walk.open.last().map_or(NodeId(0), |o| o.id);
        // Where the name is missing the children still stand within.
        let id = if flat { parent } else { self.add(walk, index, row, what).unwrap_or(parent) };
        let name = walk.survey.get(row, "name").unwrap_or_default().to_owned();
        let appearance = walk.survey.get(row, "appearance").unwrap_or_default();
        let is_table = nest == Nest::Group && appearance.split_whitespace().any(|word| word == TABLE);
        let table = if is_table { InTable::Empty } else { InTable::No };
        walk.open.push(Open { id, nest, at, name, foreign, table, flat: flat.then_some(index) });
        let words = ["label", "hint"].iter().any(|column| walk.survey.all(row, column).next().is_some());
        if is_table && words {
            let name = format!("generated_table_list_label_{}", row.number);
            let at = walk.survey.at(row, "name");
            self.push(walk, (index, row.number), &name, (id, at), What::TableLabel);
        }
    }

    /// A number of instances that is more than a reference is a calculation of its own, as other tools make it.
    fn add_count(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row) {
        let (Some(count), Some(name)) = (walk.survey.get(row, "repeat_count"), walk.survey.get(row, "name")) else {
            return;
        };
        let reference = count.strip_prefix("${").and_then(|rest| rest.strip_suffix('}'));
        if reference.is_some_and(|name| !name.contains(['{', '}'])) {
            return;
        }
        let parent = walk.open.last().map_or(NodeId(0), |o| o.id);
        let at = walk.survey.at(row, "repeat_count");
        self.push(walk, (index, row.number), &format!("{name}_count"), (parent, at), What::Count);
    }

    fn end(&mut self, walk: &mut Walk<'_>, row: &Row, nest: Option<Nest>) {
        let at = walk.survey.at(row, "type");
        let Some(open) = walk.open.pop() else {
            self.findings.put(codes::END_ALONE, at, &[]);
            return;
        };
        let matches = nest.is_none_or(|nest| nest == open.nest) && open.foreign == nest.is_none();
        if !matches {
            let found = self.findings.put(codes::END_OTHER, at, &[("name", &open.name)]);
            found.related.push(open.at);
            return;
        }
        if let Some(name) = walk.survey.get(row, "name").filter(|name| *name != open.name) {
            let at = walk.survey.at(row, "name");
            let found = self.findings.put(codes::END_NAME, at, &[("got", name), ("name", &open.name)]);
            found.related.push(open.at);
        }
    }

    /// Adds the node of a row under its name, where it has one.
    fn add(&mut self, walk: &mut Walk<'_>, index: usize, row: &Row, what: What) -> Option<NodeId> {
        let survey = walk.survey;
        let at = survey.at(row, "name");
        let parent = walk.open.last().map_or(NodeId(0), |o| o.id);
        let Some(name) = survey.get(row, "name") else {
            if matches!(what, What::Question(Type { name: "note", .. })) {
                // Nobody refers to a note: it gets the name that other tools give it.
                let name = format!("generated_note_name_{}", row.number);
                return Some(self.push(walk, (index, row.number), &name, (parent, at), what));
            }
            let label = survey.all(row, "label").next().map_or("", |(_, text)| text);
            let row = row.number.to_string();
            self.findings.put(codes::NAME_MISSING, at, &[("label", label), ("row", &row)]);
            return None;
        };
        if !is_name(name) {
            self.findings.put(codes::NAME_BAD, at.clone(), &[("got", name)]);
        } else if name == "meta" && parent == NodeId(0) {
            self.findings.put(codes::NAME_RESERVED, at.clone(), &[("got", name)]);
        }
        Some(self.push(walk, (index, row.number), name, (parent, at), what))
    }

    fn push(
        &mut self,
        walk: &mut Walk<'_>,
        (index, number): (usize, u32),
        name: &str,
        (parent, at): (NodeId, CellRef),
        what: What,
    ) -> NodeId {
        if let Some(first) = walk.siblings.insert((parent, name.to_owned()), at.clone()) {
            self.findings.put(codes::NAME_TWICE, at, &[("name", name)]).related.push(first);
        }
        let id = self.push_node(parent, name, number);
        self.by_name.entry(name.to_owned()).or_default().push(id);
        let flat = walk.open.iter().rev().map_while(|open| open.flat).collect();
        walk.made.push(Made { id, row: index, what, flat });
        let repeat = matches!(walk.made.last(), Some(Made { what: What::Repeat, .. }));
        if let Some(node) = self.node_mut(id).filter(|_| repeat) {
            node.kind = NodeKind::Repeat { count: None };
        }
        id
    }

    /// Adds a node under its parent.
    pub(super) fn push_node(&mut self, parent: NodeId, name: &str, row: u32) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let (path, repeat) = self.node(parent).map_or((String::new(), None), |above| {
            let repeat = matches!(above.kind, NodeKind::Repeat { .. }).then_some(parent).or(above.repeat);
            (format!("{}/{name}", above.path), repeat)
        });
        let node = Node { name: name.to_owned(), path, row, parent: Some(parent), repeat, ..blank() };
        self.nodes.push(node);
        if let Some(above) = self.node_mut(parent) {
            above.children.push(id);
        }
        id
    }
}

/// Whether a row at the top of the form has this name.
fn has_top(survey: &Table, name: &str) -> bool {
    let mut depth = 0i32;
    survey.rows.iter().any(|row| {
        let command = survey.get(row, "type").map(types::command);
        let top = depth == 0 && survey.get(row, "name") == Some(name);
        match command {
            Some(Command::Begin(_) | Command::Foreign(Some(Step::Begin))) => depth += 1,
            Some(Command::End(_) | Command::Foreign(Some(Step::End))) => depth -= 1,
            _ => {}
        }
        top
    })
}

/// A name of XML without a colon: letters of any script, digits, `_`, `-`, `.`, and no digit first.
pub(super) fn is_name(name: &str) -> bool {
    let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c) || ('\u{64b}'..='\u{65f}').contains(&c);
    let first = name.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    let rest = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.') || mark(c);
    first && name.chars().all(rest) && name.chars().count() <= limits::NAME_CHARS_MAX
}

/// A node that says nothing.
fn blank() -> Node {
    Node {
        name: String::new(),
        path: String::new(),
        row: 0,
        parent: None,
        children: Vec::new(),
        repeat: None,
        kind: NodeKind::Group,
        label: Texts::default(),
        hint: Texts::default(),
        guidance: Texts::default(),
        media: BTreeMap::new(),
        relevant: None,
        readonly: None,
        appearance: Vec::new(),
        parameters: BTreeMap::new(),
        previous: None,
        personal: false,
        plan: None,
        extra: BTreeMap::new(),
    }
}
