//! Lists of choices and tables beside the workbook, under one shape; what is offered of them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Table;
use super::core::{Core, SlotId};
use crate::{Choice, ChoiceSource, Form};

/// A list: of the workbook, or a table.
#[derive(Debug)]
pub enum List {
    /// By place in the form.
    Form(usize),
    /// A table, with the places of its columns by name.
    Table(Arc<Table>),
}

/// All lists of a session: those of the form first, tables by name after.
#[derive(Debug)]
pub struct Lists {
    all: Vec<List>,
    names: HashMap<String, u32>,
    /// Rows by the name of the choice.
    rows: Vec<HashMap<String, Vec<u32>>>,
}

/// What a select offers.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Offer {
    /// No choices, or not worked out.
    #[default]
    None,
    /// Rows of a list; all of them in order where there is no second.
    Rows(u32, Option<Vec<u32>>),
    /// Answers of a question in a repeat.
    Answers(Vec<String>),
}

impl Lists {
    pub fn new(form: &Form, media: &BTreeMap<String, Arc<Table>>) -> Self {
        let mut lists = Self { all: Vec::new(), names: HashMap::new(), rows: Vec::new() };
        for (index, list) in form.lists.iter().enumerate() {
            let names = list.choices.iter().map(|c| c.name.as_str());
            lists.push(List::Form(index), &[list.name.as_str()], names);
        }
        for (file, table) in media {
            let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
            let name = table.column("name").unwrap_or(usize::MAX);
            let names = (0..table.rows.len()).map(|row| table.cell(row, name));
            lists.push(List::Table(Arc::clone(table)), &[file.as_str(), stem], names);
        }
        lists
    }

    fn push<'a>(&mut self, list: List, names: &[&str], values: impl Iterator<Item = &'a str>) {
        let place = super::core::next(&self.all);
        for name in names {
            self.names.entry((*name).to_owned()).or_insert(place);
        }
        let mut rows: HashMap<String, Vec<u32>> = HashMap::new();
        for (row, value) in (0..).zip(values) {
            rows.entry(value.to_owned()).or_default().push(row);
        }
        self.all.push(list);
        self.rows.push(rows);
    }

    /// A list by its name or a table by its file's name, with or without the extension.
    pub fn find(&self, name: &str) -> Option<u32> {
        let stem = || name.rsplit_once('.').and_then(|(stem, _)| self.names.get(stem));
        self.names.get(name).or_else(stem).copied()
    }

    pub fn len(&self, form: &Form, list: u32) -> u32 {
        let length = match self.all.get(super::core::at(list)) {
            Some(List::Form(index)) => form.lists.get(*index).map_or(0, |l| l.choices.len()),
            Some(List::Table(table)) => table.rows.len(),
            None => 0,
        };
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    /// Rows whose name is this.
    pub fn rows(&self, list: u32, name: &str) -> &[u32] {
        self.rows.get(super::core::at(list)).and_then(|r| r.get(name)).map_or(&[], Vec::as_slice)
    }

    /// A choice of the workbook.
    pub fn choice<'f>(&self, form: &'f Form, list: u32, row: u32) -> Option<&'f Choice> {
        match self.all.get(super::core::at(list))? {
            List::Form(index) => form.lists.get(*index)?.choices.get(super::core::at(row)),
            List::Table(_) => None,
        }
    }

    /// Text of a column in a row; of a choice, `name` is what is stored. Labels of choices are asked elsewhere.
    pub fn column<'a>(&'a self, form: &'a Form, list: u32, row: u32, column: &str) -> &'a str {
        match self.all.get(super::core::at(list)) {
            Some(List::Form(index)) => {
                let choice = form.lists.get(*index).and_then(|l| l.choices.get(super::core::at(row)));
                match (choice, column) {
                    (Some(choice), "name") => &choice.name,
                    (Some(choice), _) => choice.columns.get(column).map_or("", String::as_str),
                    (None, _) => "",
                }
            }
            Some(List::Table(table)) => {
                table.column(column).map_or("", |place| table.cell(super::core::at(row), place))
            }
            None => "",
        }
    }

    /// Place of a column in a row, by its name: of a choice, its name, its label, then the others.
    pub fn column_place(&self, form: &Form, list: u32, row: u32, column: &str) -> Option<u32> {
        let place = match self.all.get(super::core::at(list))? {
            List::Form(index) => {
                let choice = form.lists.get(*index)?.choices.get(super::core::at(row))?;
                match column {
                    "name" => 0,
                    "label" => 1,
                    "itextId" => choice.columns.len() + 2,
                    _ => 2 + choice.columns.keys().position(|k| k == column)?,
                }
            }
            List::Table(table) => table.column(column)?,
        };
        u32::try_from(place).ok()
    }

    /// Name and text of the column at a place of a row.
    pub fn cell<'a>(&'a self, form: &'a Form, list: u32, row: u32, place: u32) -> Option<(&'a str, &'a str)> {
        let place = super::core::at(place);
        match self.all.get(super::core::at(list))? {
            List::Form(index) => {
                let choice = form.lists.get(*index)?.choices.get(super::core::at(row))?;
                match place.checked_sub(2) {
                    Some(other) => choice.columns.iter().nth(other).map(|(name, text)| (name.as_str(), text.as_str())),
                    None if place == 0 => Some(("name", &choice.name)),
                    None => Some(("label", "")),
                }
            }
            List::Table(table) => Some((table.columns.get(place)?, table.cell(super::core::at(row), place))),
        }
    }

    /// What a choice's label is called in the XML of other tools: `jr:itext(…/itextId)` is written for labels in several
    /// languages.
    pub fn text_id(&self, form: &Form, list: u32, row: u32) -> String {
        match self.all.get(super::core::at(list)) {
            Some(List::Form(index)) => form.lists.get(*index).map_or_else(String::new, |l| format!("{}-{row}", l.name)),
            _ => String::new(),
        }
    }

    /// How many columns a row has.
    pub fn width(&self, form: &Form, list: u32, row: u32) -> u32 {
        let width = match self.all.get(super::core::at(list)) {
            Some(List::Form(index)) => {
                let choice = form.lists.get(*index).and_then(|l| l.choices.get(super::core::at(row)));
                choice.map_or(0, |c| c.columns.len() + 2)
            }
            Some(List::Table(table)) => table.columns.len(),
            None => 0,
        };
        u32::try_from(width).unwrap_or(0)
    }
}

impl Core {
    /// List of a select's choices, where they come from one, with the columns of value and label.
    pub fn choice_list(&self, slot: SlotId) -> Option<(u32, &str, &str)> {
        match &self.question(slot)?.choices.as_ref()?.source {
            ChoiceSource::List(index) => Some((u32::try_from(*index).ok()?, "name", "label")),
            ChoiceSource::File { name, value, label } => Some((self.lists.find(name)?, value, label)),
            ChoiceSource::Repeat(_) => None,
        }
    }

    /// Values that a select offers, in order.
    pub fn offered(&self, slot: SlotId) -> Vec<&str> {
        let Some(found) = self.slot(slot) else { return Vec::new() };
        let value = |list: u32, row: u32| {
            let column = self.choice_list(slot).map_or("name", |(_, value, _)| value);
            self.lists.column(&self.form, list, row, column)
        };
        match &found.offer {
            Offer::None => Vec::new(),
            Offer::Rows(list, Some(rows)) => rows.iter().map(|row| value(*list, *row)).collect(),
            Offer::Rows(list, None) => (0..self.lists.len(&self.form, *list)).map(|row| value(*list, row)).collect(),
            Offer::Answers(values) => values.iter().map(String::as_str).collect(),
        }
    }

    /// Whether a select offers a value.
    pub fn offers(&self, slot: SlotId, value: &str) -> bool {
        let Some(found) = self.slot(slot) else { return false };
        let plain = self.choice_list(slot).is_none_or(|(_, column, _)| column == "name");
        match &found.offer {
            Offer::None => false,
            Offer::Rows(list, rows) if plain => {
                let named = self.lists.rows(*list, value);
                rows.as_ref().map_or(!named.is_empty(), |rows| named.iter().any(|row| rows.contains(row)))
            }
            Offer::Rows(..) => self.offered(slot).contains(&value),
            Offer::Answers(values) => values.iter().any(|v| v == value),
        }
    }
}
