//! What is wrong or doubtful in a workbook, at its cell. Messages are ids with arguments; words are elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The form cannot be used.
    Error,
    /// The form asks for something that does not exist here; it cannot be used.
    Unsupported,
    /// To look at; the form can be used.
    Warning,
}

/// A cell of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CellRef {
    /// Name of the sheet as it is written; empty when the finding is about the whole file.
    pub sheet: String,
    /// From 1; 0 where the finding is about the whole sheet.
    pub row: u32,
    /// Header of the column, as it is written.
    pub column: Option<String>,
    /// `F12`.
    pub cell: Option<String>,
}

/// A message: id and arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Message {
    /// `form-…`.
    pub id: &'static str,
    /// What the message says.
    pub args: BTreeMap<&'static str, String>,
}

impl Message {
    /// A message with its arguments, each cut to a length that fits a line.
    pub fn new(id: &'static str, args: &[(&'static str, &str)]) -> Self {
        let cut = |text: &str| text.chars().take(ARGUMENT_MAX).collect();
        Self { id, args: args.iter().map(|(k, v)| (*k, cut(v))).collect() }
    }
}

/// Longest argument of a message, in characters.
const ARGUMENT_MAX: usize = 200;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Finding {
    /// How bad.
    pub severity: Severity,
    /// Stable short code, `XF012`.
    pub code: &'static str,
    /// Where.
    pub at: CellRef,
    /// Bytes of the cell's text.
    pub span: Option<Range<usize>>,
    /// What.
    pub message: Message,
    /// What to do.
    pub advice: Option<Message>,
    /// Other cells that belong to it (the other half of a duplicate, the cells of a cycle in order).
    pub related: Vec<CellRef>,
}
