//! The named limits of a form: far above any real one, low enough that nothing from outside costs more than moments. The
//! workbook's own (bytes, rows, columns, letters of a cell) are those of `terrain-sheets`.

/// Most rows of the survey. The largest public forms have some 3,000.
pub(crate) const QUESTIONS_MAX: usize = 5_000;
/// Most choices, files not counted.
pub(crate) const CHOICES_MAX: usize = 100_000;
/// Most lists of choices.
pub(crate) const LISTS_MAX: usize = 5_000;
/// Deepest groups within groups.
pub(crate) const DEPTH_MAX: usize = 30;
/// Deepest repeats within repeats.
pub(crate) const REPEAT_DEPTH_MAX: usize = 4;
/// Longest expression, in bytes.
pub(crate) const EXPRESSION_BYTES_MAX: usize = 20_000;
/// Longest label, hint or message, in bytes.
pub(crate) const TEXT_BYTES_MAX: usize = 40_000;
/// Most languages.
pub(crate) const LANGUAGES_MAX: usize = 30;
/// Most files beside the workbook that a form reads.
pub(crate) const FILES_MAX: usize = 100;
/// Largest of these, in bytes.
pub(crate) const FILE_BYTES_MAX: usize = 20 << 20;
/// Most words of an appearance, and most parameters.
pub(crate) const WORDS_MAX: usize = 50;
/// Longest name, in characters.
pub(crate) const NAME_CHARS_MAX: usize = 200;
/// Warnings that are told; the rest are like them.
pub(crate) const WARNINGS_MAX: usize = 500;
/// Errors that are told.
pub(crate) const ERRORS_MAX: usize = 500;
/// Names that are compared with all others for what was meant.
pub(crate) const HINTS_MAX: usize = 100;
