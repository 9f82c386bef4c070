//! The column `parameters`: `start=1 end=10 step=1`.

use std::collections::BTreeMap;

use super::Compiler;
use super::select::parameters_of;
use super::structure::What;
use crate::check::{codes, limits};
use crate::form::DataType;
use crate::read::{Row, Table};

/// What can be set, by the type that takes it.
fn known(what: &What) -> &'static [&'static str] {
    match what {
        What::Select { kind, .. } if kind.ends_with("from_file") => &["randomize", "seed", "value", "label"],
        What::Select { .. } => &["randomize", "seed"],
        What::Question(kind) => match kind.name {
            "range" => &["start", "end", "step", "tick_interval", "placeholder", "tick_labelset"],
            "text" => &["rows"],
            "image" => &["max-pixels", "app"],
            "audio" | "video" => &["quality"],
            "geopoint" | "geotrace" | "geoshape" => {
                &["capture-accuracy", "warning-accuracy", "allow-mock-accuracy", "incremental"]
            }
            _ => &[],
        },
        _ => &[],
    }
}

impl Compiler<'_> {
    pub(super) fn parameters(&mut self, survey: &Table, row: &Row, what: &What) -> BTreeMap<String, String> {
        let Some(text) = survey.get(row, "parameters") else { return BTreeMap::new() };
        let at = survey.at(row, "parameters");
        let written = parameters_of(text);
        if written.len() > limits::WORDS_MAX {
            let max = limits::WORDS_MAX.to_string();
            self.findings.put(codes::WORDS_MANY, at.clone(), &[("max", &max)]);
        }
        for (name, value) in &written {
            if value.is_empty() {
                self.findings.put(codes::PARAMETER_BAD, at.clone(), &[("got", name)]);
            } else if !known(what).contains(&name.as_str()) {
                self.findings.put(codes::PARAMETER_UNKNOWN, at.clone(), &[("got", name)]);
            }
        }
        written.into_iter().take(limits::WORDS_MAX).collect()
    }

    /// A range goes up or down by steps that lead somewhere; a number that is not whole makes it decimal.
    pub(super) fn range(&mut self, survey: &Table, row: &Row) -> DataType {
        let written = parameters_of(survey.get(row, "parameters").unwrap_or_default());
        let value = |name: &str, default: &str| {
            written.iter().find(|(n, _)| n == name).map_or_else(|| default.to_owned(), |(_, value)| value.clone())
        };
        let texts = [value("start", "1"), value("end", "10"), value("step", "1")];
        let numbers: Vec<f64> = texts.iter().filter_map(|t| t.parse().ok()).filter(|x: &f64| x.is_finite()).collect();
        let sound = match numbers.as_slice() {
            [start, end, step] => *step != 0.0 && step.abs() <= (end - start).abs(),
            _ => false,
        };
        if !sound {
            let text = survey.get(row, "parameters").unwrap_or_default();
            self.findings.put(codes::RANGE_BAD, survey.at(row, "parameters"), &[("got", text)]);
        }
        if texts.iter().all(|t| t.parse::<i64>().is_ok()) { DataType::Int } else { DataType::Decimal }
    }
}
