//! What is wrong or doubtful, gathered while a workbook is read: all of it, never only the first.

pub(crate) mod codes;
pub(crate) mod limits;

use codes::Code;
use terrain_domain::did_you_mean;

use crate::{CellRef, Finding, Message, Severity};

/// Findings so far.
#[derive(Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    /// What does not fit any more; still counts for whether the form can be used.
    spare: Option<Finding>,
    errors: bool,
    hints: usize,
    unsupported: bool,
    warned: usize,
}

impl Findings {
    /// Adds one and gives it back, for what more there is to say. Warnings beyond the limit are left out; of what makes a
    /// form unusable, too, once there is plenty of it.
    pub(crate) fn put(&mut self, code: Code, at: CellRef, args: &[(&'static str, &str)]) -> &mut Finding {
        let finding = Finding {
            severity: code.severity,
            code: code.code,
            at,
            span: None,
            message: Message::new(code.message, args),
            advice: code.advice.map(|id| Message::new(id, args)),
            related: Vec::new(),
        };
        let warning = code.severity == Severity::Warning;
        self.errors |= code.severity == Severity::Error;
        self.unsupported |= code.severity == Severity::Unsupported;
        self.warned += usize::from(warning);
        let same = self.list.len() - self.warned.min(self.list.len());
        let full = if warning { self.warned > limits::WARNINGS_MAX } else { same >= limits::ERRORS_MAX };
        if full {
            return self.spare.insert(finding);
        }
        self.list.push_mut(finding)
    }

    /// What was probably meant: the same in other letters, else the nearest. Comparing takes time: nothing after the first
    /// dozens.
    pub(crate) fn near<'a>(&mut self, written: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
        self.hints += 1;
        let lower = written.to_lowercase();
        let same = known.clone().find(|name| name.to_lowercase() == lower);
        same.or_else(|| if self.hints > limits::HINTS_MAX { None } else { did_you_mean(written, known) })
    }

    /// Whether the form cannot be used; `lenient` passes over what is not supported here.
    pub(crate) fn is_fatal(&self, lenient: bool) -> bool {
        self.errors || (self.unsupported && !lenient)
    }

    /// The gravest first, then the survey from its top, then the other sheets.
    pub(crate) fn sorted(mut self) -> Vec<Finding> {
        let other = |f: &Finding| !f.at.sheet.trim().eq_ignore_ascii_case("survey") && !f.at.sheet.is_empty();
        self.list.sort_by_cached_key(|f| (f.severity, other(f), f.at.sheet.clone(), f.at.row));
        self.list
    }
}
