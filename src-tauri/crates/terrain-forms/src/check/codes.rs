//! Every finding that a workbook can have: its stable code, how bad it is, what is said and what is advised. The words are
//! in `form.ftl` of `terrain-words`; a code never changes its meaning and is never used again for another.

use crate::Severity;

/// A kind of finding.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code {
    /// `XF012`.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Message id.
    pub message: &'static str,
    /// Message id of what to do.
    pub advice: Option<&'static str>,
}

const fn error(code: &'static str, message: &'static str, advice: Option<&'static str>) -> Code {
    Code { code, severity: Severity::Error, message, advice }
}

const fn unsupported(code: &'static str, message: &'static str, advice: Option<&'static str>) -> Code {
    Code { code, severity: Severity::Unsupported, message, advice }
}

const fn warning(code: &'static str, message: &'static str, advice: Option<&'static str>) -> Code {
    Code { code, severity: Severity::Warning, message, advice }
}

pub(crate) const FILE_DAMAGED: Code = error("XF001", "form-file-damaged", Some("form-advice-file-damaged"));
pub(crate) const FILE_LARGE: Code = error("XF002", "form-file-large", Some("form-advice-file-large"));
pub(crate) const FILE_EMPTY: Code = error("XF003", "form-file-empty", Some("form-advice-file-empty"));
pub(crate) const FILE_OLD: Code = error("XF004", "form-file-old", Some("form-advice-file-old"));
pub(crate) const CELL_LONG: Code = error("XF005", "form-cell-long", None);
pub(crate) const SHEET_MISSING: Code = error("XF006", "form-sheet-missing", Some("form-advice-sheet-missing"));
pub(crate) const SHEET_NEAR: Code = warning("XF007", "form-sheet-near", Some("form-advice-sheet-near"));
pub(crate) const SHEET_TWICE: Code = error("XF008", "form-sheet-twice", None);
pub(crate) const SHEET_BLANK: Code = error("XF009", "form-sheet-blank", None);
pub(crate) const ROWS_AFTER_BLANKS: Code =
    warning("XF010", "form-rows-after-blanks", Some("form-advice-rows-after-blanks"));
pub(crate) const MERGED: Code = warning("XF011", "form-merged", Some("form-advice-merged"));
pub(crate) const CELL_ERROR: Code = error("XF012", "form-cell-error", Some("form-advice-cell-error"));
pub(crate) const HEADER_TWICE: Code = error("XF013", "form-header-twice", Some("form-advice-header-twice"));
pub(crate) const HEADERS_ALIKE: Code = error("XF014", "form-headers-alike", Some("form-advice-header-twice"));
pub(crate) const COLUMN_UNKNOWN: Code = warning("XF015", "form-column-unknown", None);
pub(crate) const COLUMN_NEAR: Code = warning("XF016", "form-column-unknown", Some("form-advice-near"));
pub(crate) const COLUMN_MISSING: Code = error("XF017", "form-column-missing", None);
pub(crate) const COLUMN_IDLE: Code = warning("XF018", "form-column-idle", None);
pub(crate) const ATTRIBUTE_BAD: Code = warning("XF019", "form-attribute-bad", Some("form-advice-attribute-bad"));
pub(crate) const SETTING_IDLE: Code = warning("XF020", "form-setting-idle", None);
pub(crate) const SETTINGS_MORE: Code = warning("XF021", "form-settings-more", None);
pub(crate) const PUBLIC_KEY: Code = unsupported("XF022", "form-public-key", Some("form-advice-public-key"));
pub(crate) const LANGUAGE_UNKNOWN: Code =
    warning("XF023", "form-language-unknown", Some("form-advice-language-unknown"));
pub(crate) const ENTITIES: Code = warning("XF024", "form-entities", None);
pub(crate) const TYPE_MISSING: Code = warning("XF030", "form-type-missing", None);
pub(crate) const TYPE_UNKNOWN: Code = error("XF031", "form-type-unknown", Some("form-advice-types"));
pub(crate) const TYPE_NEAR: Code = error("XF032", "form-type-unknown", Some("form-advice-near"));
pub(crate) const TYPE_UNSUPPORTED: Code =
    unsupported("XF033", "form-type-unsupported", Some("form-advice-type-unsupported"));
pub(crate) const TYPE_LIMITED: Code = warning("XF034", "form-type-limited", None);
pub(crate) const NAME_MISSING: Code = error("XF035", "form-name-missing", Some("form-advice-name-missing"));
pub(crate) const NAME_BAD: Code = error("XF036", "form-name-bad", Some("form-advice-name-bad"));
pub(crate) const NAME_RESERVED: Code = error("XF037", "form-name-reserved", None);
pub(crate) const NAME_TWICE: Code = error("XF038", "form-name-twice", Some("form-advice-name-twice"));
pub(crate) const END_ALONE: Code = error("XF039", "form-end-alone", Some("form-advice-end-alone"));
pub(crate) const BEGIN_ALONE: Code = error("XF040", "form-begin-alone", Some("form-advice-begin-alone"));
pub(crate) const END_OTHER: Code = error("XF041", "form-end-other", Some("form-advice-end-other"));
pub(crate) const END_NAME: Code = warning("XF042", "form-end-name", None);
pub(crate) const TOO_DEEP: Code = error("XF043", "form-too-deep", None);
pub(crate) const REPEATS_DEEP: Code = error("XF044", "form-repeats-deep", None);
pub(crate) const QUESTIONS_MANY: Code = error("XF045", "form-questions-many", None);
pub(crate) const CHOICES_MANY: Code = error("XF046", "form-choices-many", None);
pub(crate) const LANGUAGES_MANY: Code = error("XF047", "form-languages-many", None);
pub(crate) const EXPRESSION_LONG: Code = error("XF048", "form-expression-long", None);
pub(crate) const TEXT_LONG: Code = error("XF049", "form-text-long", None);
pub(crate) const FILES_MANY: Code = error("XF050", "form-files-many", None);
pub(crate) const WORDS_MANY: Code = error("XF051", "form-words-many", None);
pub(crate) const LABEL_MISSING: Code = warning("XF052", "form-label-missing", None);
pub(crate) const TRANSLATION_MISSING: Code =
    warning("XF053", "form-translation-missing", Some("form-advice-translation-missing"));
pub(crate) const LIST_MISSING: Code = error("XF054", "form-list-missing", Some("form-advice-list-missing"));
pub(crate) const LIST_UNKNOWN: Code = error("XF055", "form-list-unknown", Some("form-advice-list-unknown"));
pub(crate) const LIST_NEAR: Code = error("XF056", "form-list-unknown", Some("form-advice-near"));
pub(crate) const CHOICE_LIST_MISSING: Code = warning("XF057", "form-choice-list-missing", None);
pub(crate) const CHOICE_NAME_MISSING: Code =
    error("XF058", "form-choice-name-missing", Some("form-advice-choice-name-missing"));
pub(crate) const CHOICE_TWICE: Code = error("XF059", "form-choice-twice", Some("form-advice-choice-twice"));
pub(crate) const CHOICE_SPACE: Code = error("XF060", "form-choice-space", Some("form-advice-choice-space"));
pub(crate) const CHOICE_LABEL_MISSING: Code = warning("XF061", "form-choice-label-missing", None);
pub(crate) const OTHER_WORDS: Code = warning("XF062", "form-other-words", None);
pub(crate) const OTHER_FILTER: Code = warning("XF063", "form-other-filter", None);
pub(crate) const FILE_MISSING: Code = error("XF064", "form-file-missing", Some("form-advice-file-missing"));
pub(crate) const FILE_BAD: Code = error("XF065", "form-file-bad", Some("form-advice-file-bad"));
pub(crate) const FILE_COLUMN: Code = error("XF066", "form-file-column", Some("form-advice-file-column"));
pub(crate) const FILE_KIND: Code = unsupported("XF067", "form-file-kind", Some("form-advice-file-kind"));
pub(crate) const PARAMETER_UNKNOWN: Code = warning("XF068", "form-parameter-unknown", None);
pub(crate) const PARAMETER_BAD: Code = error("XF069", "form-parameter-bad", None);
pub(crate) const RANGE_BAD: Code = error("XF070", "form-range-bad", Some("form-advice-range-bad"));
pub(crate) const APPEARANCE_LIMITED: Code = warning("XF071", "form-appearance-limited", None);
pub(crate) const APPEARANCE_UNKNOWN: Code = warning("XF072", "form-appearance-unknown", None);
pub(crate) const SEARCH: Code = unsupported("XF073", "form-search", Some("form-advice-search"));
pub(crate) const STYLE_UNKNOWN: Code = warning("XF074", "form-style-unknown", None);
pub(crate) const CALCULATION_MISSING: Code =
    error("XF075", "form-calculation-missing", Some("form-advice-calculation-missing"));
pub(crate) const CALCULATION_EDITABLE: Code =
    warning("XF076", "form-calculation-editable", Some("form-advice-calculation-editable"));
pub(crate) const TRIGGER_BAD: Code = error("XF077", "form-trigger-bad", Some("form-advice-trigger-bad"));
pub(crate) const DEFAULT_BAD: Code = warning("XF078", "form-default-bad", None);
pub(crate) const DEFAULT_CHOICE: Code = warning("XF079", "form-default-choice", None);
pub(crate) const MEDIA_MISSING: Code = warning("XF080", "form-media-missing", None);
pub(crate) const PREVIOUS_BAD: Code = error("XF081", "form-previous-bad", Some("form-advice-previous-bad"));
pub(crate) const EXPRESSION_BAD: Code = error("XF100", "form-expression-bad", None);
pub(crate) const EXPRESSION_OPERATOR: Code = error("XF101", "form-expression-operator", None);
pub(crate) const EXPRESSION_QUOTES: Code = error("XF102", "form-expression-quotes", Some("form-advice-quotes"));
pub(crate) const QUOTES_READ: Code = warning("XF103", "form-quotes-read", Some("form-advice-quotes"));
pub(crate) const FUNCTION_UNKNOWN: Code = error("XF104", "form-function-unknown", None);
pub(crate) const FUNCTION_NEAR: Code = error("XF105", "form-function-unknown", Some("form-advice-near"));
pub(crate) const ARGUMENTS_BAD: Code = error("XF106", "form-arguments-bad", None);
pub(crate) const PATH_UNSUPPORTED: Code =
    unsupported("XF107", "form-path-unsupported", Some("form-advice-path-unsupported"));
pub(crate) const REFERENCE_UNKNOWN: Code = error("XF108", "form-reference-unknown", None);
pub(crate) const REFERENCE_NEAR: Code = error("XF109", "form-reference-unknown", Some("form-advice-near"));
pub(crate) const REFERENCE_AMBIGUOUS: Code =
    error("XF110", "form-reference-ambiguous", Some("form-advice-reference-ambiguous"));
pub(crate) const CYCLE: Code = error("XF111", "form-cycle", Some("form-advice-cycle"));
pub(crate) const PATH_UNKNOWN: Code = warning("XF112", "form-path-unknown", Some("form-advice-path-unknown"));
pub(crate) const PREDICATE_TRAP: Code = error("XF113", "form-predicate-trap", Some("form-advice-predicate-trap"));
pub(crate) const BARE_IF: Code = warning("XF114", "form-bare-if", Some("form-advice-bare-if"));
pub(crate) const BLANK_SUM: Code = warning("XF115", "form-blank-sum", Some("form-advice-blank-sum"));
pub(crate) const REGEX_OPEN: Code = warning("XF116", "form-regex-open", Some("form-advice-regex-open"));
pub(crate) const REGEX_BAD: Code = error("XF117", "form-regex-bad", None);
pub(crate) const OPTION_UNKNOWN: Code = error("XF119", "form-option-unknown", None);
pub(crate) const OPTION_NEAR: Code = error("XF141", "form-option-unknown", Some("form-advice-near"));
pub(crate) const LAST_SAVED: Code = warning("XF118", "form-last-saved", None);
pub(crate) const EXPRESSION_EMPTY: Code = error("XF120", "form-expression-empty", None);
pub(crate) const EXPRESSION_DEEP: Code = error("XF121", "form-expression-deep", None);
pub(crate) const EXPRESSION_UNCLOSED: Code = error("XF122", "form-expression-unclosed", None);
pub(crate) const EXPRESSION_UNOPENED: Code = error("XF123", "form-expression-unopened", None);
pub(crate) const EXPRESSION_QUOTE: Code = error("XF124", "form-expression-quote", Some("form-advice-expression-quote"));
pub(crate) const REFERENCE_SHAPE: Code = error("XF125", "form-reference-shape", None);
pub(crate) const REFERENCE_BAD: Code = error("XF126", "form-reference-bad", None);
pub(crate) const EXPRESSION_PROSE: Code = error("XF127", "form-expression-prose", Some("form-advice-expression-prose"));
pub(crate) const EXPRESSION_ENDS: Code = error("XF128", "form-expression-ends", None);
pub(crate) const INSTANCE_UNKNOWN: Code = error("XF129", "form-instance-unknown", Some("form-advice-instance-unknown"));
pub(crate) const RECIPE_QUESTION: Code = error("XF130", "form-recipe-question", None);
pub(crate) const RECIPE_QUESTION_NEAR: Code = error("XF131", "form-recipe-question", Some("form-advice-near"));
pub(crate) const RECIPE_NUMBER: Code = error("XF132", "form-recipe-number", None);
pub(crate) const RECIPE_MAP: Code = error("XF133", "form-recipe-map", Some("form-advice-recipe-map"));
pub(crate) const RECIPE_BAD: Code = error("XF134", "form-recipe-bad", None);
pub(crate) const RECIPE_DOUBT: Code = warning("XF135", "form-recipe-bad", None);
pub(crate) const DATE_QUESTION: Code = error("XF136", "form-date-question", Some("form-advice-date-question"));
pub(crate) const PLAN_UNKNOWN: Code = warning("XF137", "form-plan-unknown", Some("form-advice-plan"));
pub(crate) const PLAN_NEAR: Code = error("XF138", "form-plan-unknown", Some("form-advice-near"));
