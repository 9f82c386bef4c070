//! Where the reference engine departs from ODK's documents: the one table of what `--reference` reproduces.
//!
//! A form that is filled in never uses them; they exist so that a run can be compared with the reference, step by step.

/// Which departures of the reference are reproduced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deviations {
    /// `regex()` looks for the pattern anywhere in the text.
    pub regex_searches: bool,
    /// A set of nodes is true when it holds a node, whatever its value: `if(${x}, …)`.
    pub node_truth: bool,
    /// A path that finds no node equals nothing, and differs from nothing.
    pub absent_unequal: bool,
    /// Numbers are read and written as JavaScript does: `0x10`, `+5`, `1e-7`.
    pub javascript_numbers: bool,
    /// `number()` of a date gives the date back.
    pub number_keeps_dates: bool,
    /// `date()` of a number with a fraction keeps the time.
    pub date_keeps_time: bool,
    /// `format-date()` takes a number of days for no date.
    pub format_refuses_numbers: bool,
    /// Infinity is stored as text.
    pub infinity_stored: bool,
    /// Spaces around an answer are kept, and an answer of spaces alone is an answer.
    pub untrimmed_text: bool,
    /// A decimal answered to an integer question is cut, a text becomes blank, instead of being refused.
    pub integers_cut: bool,
    /// A lowered `repeat_count` deletes the instances beyond it.
    pub count_deletes: bool,
    /// `pulldata()` of a file that is not there is blank, instead of refusing the form.
    pub missing_file_blank: bool,
    /// The sum of no nodes is blank.
    pub empty_sum_blank: bool,
    /// A note that is `required` lacks an answer for ever, instead of needing none.
    pub notes_required: bool,
}

impl Deviations {
    /// As ODK documents it.
    pub const NONE: Self = Self {
        regex_searches: false,
        node_truth: false,
        absent_unequal: false,
        javascript_numbers: false,
        number_keeps_dates: false,
        date_keeps_time: false,
        format_refuses_numbers: false,
        infinity_stored: false,
        untrimmed_text: false,
        integers_cut: false,
        count_deletes: false,
        missing_file_blank: false,
        empty_sum_blank: false,
        notes_required: false,
    };

    /// As `@getodk/xforms-engine` 0.22.0 does it.
    pub const REFERENCE: Self = Self {
        regex_searches: true,
        node_truth: true,
        absent_unequal: true,
        javascript_numbers: true,
        number_keeps_dates: true,
        date_keeps_time: true,
        format_refuses_numbers: true,
        infinity_stored: true,
        untrimmed_text: true,
        integers_cut: true,
        count_deletes: true,
        missing_file_blank: true,
        empty_sum_blank: true,
        notes_required: true,
    };

    /// Every deviation: name, what ODK documents and we do, what the reference does.
    pub const ALL: &'static [(&'static str, &'static str, &'static str)] = &[
        ("regex_searches", "regex() matches the whole text", "it matches anywhere in the text"),
        ("node_truth", "if(${x}, …) converts the value: blank and 0 are false", "true when the node exists"),
        ("absent_unequal", "what is not there equals the blank, as a blank answer does", "it equals nothing"),
        (
            "javascript_numbers",
            "XPath numbers: digits and a point, never an exponent",
            "0x10 and +5 are numbers, small ones are written 1e-7",
        ),
        ("number_keeps_dates", "number(date) is the number of days since 1970-01-01", "the date's text"),
        ("date_keeps_time", "date(20416.75) is a date", "a date with its time"),
        ("format_refuses_numbers", "format-date(20416, …) formats that day", "blank"),
        ("infinity_stored", "infinite is stored as blank", "the text Infinity"),
        ("untrimmed_text", "spaces around an answer are not part of it", "they are, and spaces alone are an answer"),
        ("integers_cut", "3.7 or abc for an integer is refused", "3 is stored; abc becomes blank"),
        ("count_deletes", "a lowered repeat_count hides the instances beyond it", "it deletes them"),
        ("missing_file_blank", "pulldata() of a missing file refuses the form", "blank"),
        ("empty_sum_blank", "the sum of no nodes is 0", "blank"),
        ("notes_required", "a required note needs no answer", "it is missing one for ever"),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table names every field, and the reference has them all: neither can be forgotten alone.
    #[test]
    fn the_table_is_whole() {
        let shown = format!("{:?}", Deviations::REFERENCE);
        assert_eq!(shown.matches(": true").count(), Deviations::ALL.len());
        assert!(!shown.contains(": false"));
        for (name, ..) in Deviations::ALL {
            assert!(shown.contains(&format!("{name}: true")), "{name}");
        }
        assert_eq!(Deviations::NONE, Deviations::default());
    }
}
