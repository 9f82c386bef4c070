//! Labels, hints and messages in all languages.

use std::collections::BTreeMap;

use super::Compiler;
use crate::form::{NodeId, Texts};
use crate::read::{Row, Table};

/// Media beside a label.
pub(super) const MEDIA: &[&str] = &["media::image", "media::audio", "media::video", "media::big-image"];

impl Compiler<'_> {
    /// What a row says under this name, in each language.
    pub(super) fn texts(&mut self, table: &Table, row: &Row, name: &str, node: NodeId) -> Texts {
        let cells: Vec<_> = table
            .all(row, name)
            .map(|(column, text)| (column.language.clone(), text.to_owned(), table.at_column(row.number, column)))
            .collect();
        if cells.is_empty() {
            return Texts::default();
        }
        let mut texts = Texts(vec![None; self.languages.len()]);
        for (language, text, at) in cells {
            let template = self.template(&text, &at, node);
            let place = self.language(language.as_deref());
            if let Some(slot) = place.and_then(|place| texts.0.get_mut(place)) {
                // A column without a language is the default one's where that has none of its own.
                if slot.is_none() || language.is_some() {
                    *slot = Some(template);
                }
            }
        }
        texts
    }

    /// Names of files beside a label, in each language.
    pub(super) fn media(&mut self, table: &Table, row: &Row, node: NodeId) -> BTreeMap<String, Texts> {
        let mut media = BTreeMap::new();
        for name in MEDIA {
            let texts = self.texts(table, row, name, node);
            if !texts.0.is_empty() {
                media.insert(name.trim_start_matches("media::").to_owned(), texts);
            }
        }
        media
    }
}
