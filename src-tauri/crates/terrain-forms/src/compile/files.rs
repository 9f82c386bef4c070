//! Files of data beside the workbook: each that a form names is there and can be read, or the cell that names it is told.

use super::Compiler;
use super::select::parameters_of;
use crate::check::{codes, limits};
use crate::form::{ChoiceSource, DataFile};
use crate::read::{Row, Table};
use crate::{CellRef, Table as Data};

/// The cooperative's record, which the app gives to every form.
pub(crate) const GIVEN: &str = "cooperative.csv";

impl Compiler<'_> {
    /// `csv-external`: a file for `instance()`.
    pub(super) fn declare_file(&mut self, survey: &Table, row: &Row, extension: &str) {
        match survey.get(row, "name") {
            Some(name) => {
                self.file(&format!("{name}.{extension}"), &survey.at(row, "name"), &[]);
            }
            None => {
                let row_number = row.number.to_string();
                let args = [("label", ""), ("row", row_number.as_str())];
                self.findings.put(codes::NAME_MISSING, survey.at(row, "name"), &args);
            }
        }
    }

    /// `select_one_from_file villages.csv`, with its columns of values and labels.
    pub(super) fn choices_of_file(&mut self, survey: &Table, row: &Row, name: &str) -> Option<ChoiceSource> {
        let written = parameters_of(survey.get(row, "parameters").unwrap_or_default());
        let set = |column: &str| written.iter().find(|(n, _)| n == column).map(|(_, value)| value.clone());
        let value = set("value").unwrap_or_else(|| "name".to_owned());
        let label = set("label").unwrap_or_else(|| "label".to_owned());
        self.file(name, &survey.at(row, "type"), &[&value, &label]);
        Some(ChoiceSource::File { name: name.to_owned(), value, label })
    }

    /// A file that a cell names, with the columns that it must have.
    pub(super) fn file(&mut self, name: &str, at: &CellRef, columns: &[&str]) {
        let Some(id) = name.strip_suffix(".csv") else {
            self.findings.put(codes::FILE_KIND, at.clone(), &[("file", name)]);
            return;
        };
        if self.files.len() >= limits::FILES_MAX && !self.files.contains_key(name) {
            let max = limits::FILES_MAX.to_string();
            self.findings.put(codes::FILES_MANY, at.clone(), &[("max", &max)]);
            return;
        }
        let known = self.files.contains_key(name);
        let file = || DataFile { name: name.to_owned(), id: id.to_owned(), at: at.clone() };
        self.files.entry(name.to_owned()).or_insert_with(file);
        if name == GIVEN || (known && columns.is_empty()) {
            return;
        }
        let Some(bytes) = self.media.file(name) else {
            if !self.options.reference && !known {
                self.findings.put(codes::FILE_MISSING, at.clone(), &[("file", name)]);
            }
            return;
        };
        let table = if bytes.len() > limits::FILE_BYTES_MAX { None } else { Data::from_csv(&bytes).ok() };
        let Some(table) = table else {
            self.findings.put(codes::FILE_BAD, at.clone(), &[("file", name)]);
            return;
        };
        for column in columns.iter().filter(|column| table.column(column).is_none()) {
            let names = table.columns.join(", ");
            let args = [("file", name), ("column", column), ("names", names.as_str())];
            self.findings.put(codes::FILE_COLUMN, at.clone(), &args);
        }
    }
}
