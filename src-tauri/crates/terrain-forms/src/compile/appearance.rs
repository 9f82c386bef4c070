//! The column `appearance`: how a question is shown.

use super::Compiler;
use super::structure::What;
use crate::check::codes;
use crate::read::{Row, Table};

/// Choices without their words. In two pieces: whole, it looks like the name of a message.
pub(super) const NO_LABEL: &str = concat!("list", "-nolabel");

/// What changes something on a laptop.
const SHOWN: &[&str] = &[
    "multiline",
    "numbers",
    "thousands-sep",
    "minimal",
    "search",
    "autocomplete",
    "columns",
    "columns-pack",
    "compact",
    "likert",
    "horizontal",
    "horizontal-compact",
    NO_LABEL,
    "label",
    "list",
    "table-list",
    "field-list",
    "month-year",
    "year",
    "no-calendar",
    "quick",
    "quickcompact",
    "rating",
    "vertical",
    "no-ticks",
    "picker",
    "hidden-answer",
    "masked",
    "url",
    "signature",
    "draw",
    // Of our own: it stands in the column beside the other questions.
    "beside",
];

/// What other tools show in another way; here the question is shown in the usual one.
const LIMITED: &[&str] = &[
    "maps",
    "placement-map",
    "annotate",
    "new",
    "new-front",
    "new-rear",
    "bearing",
    "counter",
    "image-map",
    "map",
    "ethiopian",
    "coptic",
    "islamic",
    "bikram-sambat",
    "myanmar",
    "persian",
    "printer",
];

impl Compiler<'_> {
    pub(super) fn appearance(&mut self, survey: &Table, row: &Row, what: &What) -> Vec<String> {
        let Some(text) = survey.get(row, "appearance") else { return Vec::new() };
        let at = survey.at(row, "appearance");
        if text.trim_start().starts_with("search(") {
            self.findings.put(codes::SEARCH, at, &[]);
            return Vec::new();
        }
        if text.trim_start().starts_with("ex:") || text.trim_start().starts_with("printer:") {
            self.findings.put(codes::APPEARANCE_LIMITED, at, &[("got", text)]);
            return Vec::new();
        }
        // Expressions may choose between appearances in other tools.
        if text.contains("${") {
            self.findings.put(codes::APPEARANCE_UNKNOWN, at, &[("got", text)]);
            return Vec::new();
        }
        let words = self.words(text, &at);
        for word in &words {
            let plain = word.to_lowercase();
            let width = |prefix: &str| plain.strip_prefix(prefix).is_some_and(|n| n.parse::<u8>().is_ok());
            let grid = width("w");
            let shown =
                SHOWN.contains(&plain.as_str()) || width("columns-") || width("compact-") || width("quickcompact-");
            if grid || LIMITED.contains(&plain.as_str()) {
                self.findings.put(codes::APPEARANCE_LIMITED, at.clone(), &[("got", word)]);
            } else if !shown && !matches!(what, What::Count) {
                self.findings.put(codes::APPEARANCE_UNKNOWN, at.clone(), &[("got", word)]);
            }
        }
        words
    }
}
