//! The languages of a form, and what is not translated.

use std::collections::BTreeMap;

use crate::CellRef;
use crate::check::{codes, limits};
use crate::read::Table;

use super::Compiler;

/// `fr` of `Français (fr)`, of `fr`, of `French`; empty where it cannot be told.
pub(crate) fn code(language: &str) -> String {
    let written = language.trim().to_lowercase();
    if let Some((_, rest)) = written.rsplit_once('(') {
        let inside = rest.trim_end_matches(')').trim();
        return inside.split(['-', '_']).next().unwrap_or_default().to_owned();
    }
    let known = [
        ("fr", &["french", "français", "francais", "الفرنسية"][..]),
        ("ar", &["arabic", "arabe", "العربية", "عربي", "عربية"]),
        ("en", &["english", "anglais", "الإنجليزية"]),
        ("es", &["spanish", "español", "espagnol"]),
        ("zgh", &["tamazight", "amazigh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"]),
    ];
    let named = known.iter().find(|(_, names)| names.contains(&written.as_str())).map(|(code, _)| (*code).to_owned());
    let short = written.split(['-', '_']).next().unwrap_or_default();
    let is_code = (2..=3).contains(&short.chars().count()) && short.chars().all(|c| c.is_ascii_lowercase());
    named.unwrap_or_else(|| if is_code { short.to_owned() } else { String::new() })
}

impl Compiler<'_> {
    /// Languages in the order in which they appear; the default one first. A column without a language is in the default
    /// one where that is named.
    pub(super) fn gather_languages(
        &mut self,
        survey: &Table,
        choices: Option<&Table>,
        default: Option<&(String, CellRef)>,
    ) {
        let translated = |table: &&Table, name: &str| {
            let names = if table.sheet == survey.sheet { &super::names::SURVEY } else { &super::names::CHOICES };
            names.translated.contains(&name)
        };
        let tables: Vec<&Table> = std::iter::once(survey).chain(choices).collect();
        let mut found: Vec<(String, CellRef)> = Vec::new();
        for table in &tables {
            for column in table.columns.iter().filter(|c| translated(table, &c.name)) {
                let language = column.language.clone().unwrap_or_default();
                if !found.iter().any(|(l, _)| *l == language) {
                    found.push((language, table.at_column(table.header_row, column)));
                }
            }
        }
        if let Some((default, at)) = default {
            let same = |l: &str| l == default || (!code(l).is_empty() && code(l) == code(default));
            match found.iter().position(|(l, _)| same(l)) {
                Some(place) => {
                    let first = found.remove(place);
                    found.insert(0, first);
                }
                None if found.is_empty() => {}
                None => match found.iter_mut().find(|(l, _)| l.is_empty()) {
                    Some(unnamed) => unnamed.0.clone_from(default),
                    None => {
                        let names = found.iter().map(|(l, _)| l.as_str()).collect::<Vec<_>>().join(", ");
                        let args = [("got", default.as_str()), ("names", &names)];
                        self.findings.put(codes::LANGUAGE_UNKNOWN, at.clone(), &args);
                    }
                },
            }
        }
        if let Some((_, at)) = found.get(limits::LANGUAGES_MAX) {
            let max = limits::LANGUAGES_MAX.to_string();
            self.findings.put(codes::LANGUAGES_MANY, at.clone(), &[("max", &max)]);
        }
        self.languages = found.into_iter().map(|(language, _)| language).take(limits::LANGUAGES_MAX).collect();
        if self.languages.is_empty() {
            self.languages.push(String::new());
        }
    }

    /// Place of a column's language. Without a name it is the unnamed one, else the first.
    pub(super) fn language(&self, written: Option<&str>) -> Option<usize> {
        match written {
            Some(language) => self.languages.iter().position(|l| l == language),
            None => Some(self.languages.iter().position(String::is_empty).unwrap_or(0)),
        }
    }

    /// One warning for each column and language in which something is missing that another language says.
    pub(super) fn check_translations(&mut self, survey: &Table, choices: Option<&Table>) {
        if self.languages.len() < 2 {
            return;
        }
        for table in std::iter::once(survey).chain(choices) {
            let names = if table.sheet == survey.sheet { &super::names::SURVEY } else { &super::names::CHOICES };
            for name in names.translated {
                self.check_translated(table, name);
            }
        }
    }

    fn check_translated(&mut self, table: &Table, name: &str) {
        let mut lacking: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for row in &table.rows {
            let said: Vec<usize> =
                table.all(row, name).filter_map(|(c, _)| self.language(c.language.as_deref())).collect();
            if said.is_empty() {
                continue;
            }
            for language in (0..self.languages.len()).filter(|l| !said.contains(l)) {
                lacking.entry(language).or_default().push(row.number);
            }
        }
        for (language, rows) in lacking {
            // The standard calls the language of plain `label` columns so.
            let written = self.languages.get(language).filter(|l| !l.is_empty()).map_or("default", String::as_str);
            let at_row = rows.first().copied().unwrap_or_default();
            let column =
                table.columns.iter().find(|c| c.name == name && self.language(c.language.as_deref()) == Some(language));
            let at = match column {
                Some(column) => table.at_column(at_row, column),
                None => CellRef { sheet: table.sheet.clone(), row: at_row, ..CellRef::default() },
            };
            let args = [("name", name), ("language", written), ("count", &rows.len().to_string())];
            self.findings.put(codes::TRANSLATION_MISSING, at, &args);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_languages_are_found() {
        for (language, expected) in [
            ("Français (fr)", "fr"),
            ("العربية (ar)", "ar"),
            ("English (en-GB)", "en"),
            ("fr", "fr"),
            ("ar_MA", "ar"),
            ("French", "fr"),
            ("Klingon", ""),
            ("", ""),
        ] {
            assert_eq!(code(language), expected, "{language}");
        }
    }
}
