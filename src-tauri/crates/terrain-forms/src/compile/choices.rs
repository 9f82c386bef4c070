//! The sheets `choices` and `external_choices`: lists, each choice with its labels and attributes.

use std::collections::{BTreeMap, BTreeSet};

use super::Compiler;
use super::structure::is_name;
use super::texts::MEDIA;
use crate::CellRef;
use crate::check::{codes, limits};
use crate::form::{Choice, ChoiceList};
use crate::read::{Row, Table};

/// Lists of `external_choices` are lists of their own, though they may have the name of one of `choices`.
pub(super) const EXTERNAL: &str = "external_choices/";

impl Compiler<'_> {
    pub(super) fn choices(&mut self, choices: Option<&Table>, external: Option<&Table>, duplicates: bool) {
        for (table, prefix) in choices.map(|t| (t, "")).into_iter().chain(external.map(|t| (t, EXTERNAL))) {
            self.choices_of(table, prefix, duplicates);
        }
    }

    fn choices_of(&mut self, table: &Table, prefix: &str, duplicates: bool) {
        for name in ["list_name", "name"] {
            if table.column(name).is_none() && !table.rows.is_empty() {
                let at = CellRef { sheet: table.sheet.clone(), row: table.header_row, ..CellRef::default() };
                self.findings.put(codes::COLUMN_MISSING, at, &[("name", name), ("sheet", &table.sheet)]);
                return;
            }
        }
        self.check_attributes(table);
        let mut seen: BTreeMap<(usize, String), u32> = BTreeMap::new();
        let mut unlabelled: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (index, row) in table.rows.iter().enumerate() {
            if index >= limits::CHOICES_MAX {
                let max = limits::CHOICES_MAX.to_string();
                self.findings.put(codes::CHOICES_MANY, table.at(row, "name"), &[("max", &max)]);
                break;
            }
            let Some(list) = table.get(row, "list_name") else {
                if table.get(row, "name").is_some() {
                    self.findings.put(codes::CHOICE_LIST_MISSING, table.at(row, "list_name"), &[]);
                }
                continue;
            };
            let Some(list) = self.list_of(prefix, list) else {
                let max = limits::LISTS_MAX.to_string();
                self.findings.put(codes::CHOICES_MANY, table.at(row, "list_name"), &[("max", &max)]);
                break;
            };
            let Some(name) = table.get(row, "name") else {
                self.findings.put(codes::CHOICE_NAME_MISSING, table.at(row, "name"), &[]);
                continue;
            };
            let first = seen.insert((list, name.to_owned()), row.number);
            if let Some(first) = first.filter(|_| !duplicates) {
                let related = vec![table.at_number(first, "name")];
                let list = table.get(row, "list_name").unwrap_or_default();
                let found =
                    self.findings.put(codes::CHOICE_TWICE, table.at(row, "name"), &[("name", name), ("list", list)]);
                found.related = related;
            }
            let choice = self.choice(table, row, name);
            if choice.label.0.is_empty() && choice.media.is_empty() {
                unlabelled.entry(list).or_default().push(row.number);
            }
            if let Some(list) = self.lists.get_mut(list) {
                list.choices.push(choice);
            }
        }
        for (list, rows) in unlabelled {
            let name = self.lists.get(list).map(|l| l.name.clone()).unwrap_or_default();
            let row = rows.first().copied().unwrap_or_default();
            let args = [("list", name.as_str()), ("count", &rows.len().to_string())];
            self.findings.put(codes::CHOICE_LABEL_MISSING, table.at_number(row, "label"), &args);
        }
    }

    /// The list of this name, made where there is none yet.
    fn list_of(&mut self, prefix: &str, name: &str) -> Option<usize> {
        let key = format!("{prefix}{name}");
        if let Some(found) = self.list_by_name.get(&key) {
            return Some(*found);
        }
        if self.lists.len() >= limits::LISTS_MAX {
            return None;
        }
        let place = self.lists.len();
        self.lists.push(ChoiceList { name: name.to_owned(), choices: Vec::new() });
        self.list_by_name.insert(key, place);
        Some(place)
    }

    fn choice(&mut self, table: &Table, row: &Row, name: &str) -> Choice {
        let root = self.root();
        let own = |name: &str| matches!(name, "list_name" | "name" | "label") || MEDIA.contains(&name);
        let columns = table.cells(row).filter(|(column, _)| !own(&column.name));
        let columns = columns.map(|(column, text)| (column.name.clone(), text.to_owned())).collect();
        Choice {
            name: name.to_owned(),
            label: self.texts(table, row, "label", root),
            media: self.media(table, row, root),
            columns,
            at: table.at(row, "name"),
        }
    }

    /// An attribute is named in filters: its header has to be a name.
    fn check_attributes(&mut self, table: &Table) {
        let mut told = BTreeSet::new();
        for column in &table.columns {
            let own =
                matches!(column.name.as_str(), "list_name" | "name" | "label") || MEDIA.contains(&column.name.as_str());
            if !own && !is_name(&column.name) && told.insert(&column.name) {
                let at = table.at_column(table.header_row, column);
                self.findings.put(codes::ATTRIBUTE_BAD, at, &[("got", &column.header)]);
            }
        }
    }
}
