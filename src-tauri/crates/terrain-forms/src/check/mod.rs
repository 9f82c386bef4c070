//! What is wrong or doubtful, gathered while a workbook is read: all of it, never only the first.

pub(crate) mod codes;
pub(crate) mod limits;

use codes::Code;

use crate::{CellRef, Finding, Message, Severity};

/// Findings so far.
#[derive(Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    /// What does not fit any more; still counts for whether the form can be used.
    spare: Option<Finding>,
    errors: bool,
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

    /// Whether the form cannot be used; `lenient` passes over what is not supported here.
    pub(crate) fn is_fatal(&self, lenient: bool) -> bool {
        self.errors || (self.unsupported && !lenient)
    }

    /// In the order of severity, then of the workbook.
    pub(crate) fn sorted(mut self) -> Vec<Finding> {
        self.list.sort_by_key(|finding| finding.severity);
        self.list
    }
}
