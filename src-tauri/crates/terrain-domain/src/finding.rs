//! What a person may write down but should look at. Numbers marked "to verify" in the programme's notes are defaults here,
//! to become dated settings.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::{Dec, Kind, PRIORITIES, Value, province_of};

/// Something to look at in a row; nothing is refused for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Message id, `finding-…`.
    pub code: &'static str,
    /// The field it is about.
    pub field: &'static str,
    /// What the message says.
    pub args: BTreeMap<&'static str, String>,
}

/// Law 112-12: at least five members; 1,000 DH of capital, a quarter paid at subscription.
const MEMBERS_MIN: i64 = 5;
const CAPITAL_MIN_CENTIMES: i64 = 100_000;
/// A visit of more days than this is a slip of the hand.
const DAYS_MAX: i64 = 5;

/// Required fields that a row lacks, in order.
pub fn missing(kind: &Kind, row: &BTreeMap<&'static str, Value>) -> Vec<&'static str> {
    let empty = |name| matches!(row.get(name), None | Some(Value::Null));
    kind.fields.iter().filter(|f| f.required && empty(f.name)).map(|f| f.name).collect()
}

struct Reader<'r> {
    row: &'r BTreeMap<&'static str, Value>,
    found: Vec<Finding>,
}

impl Reader<'_> {
    fn say(&mut self, code: &'static str, field: &'static str) {
        self.found.push(Finding { code, field, args: BTreeMap::new() });
    }

    fn int(&self, field: &str) -> Option<i64> {
        match self.row.get(field) {
            Some(Value::Int(i)) => Some(*i),
            _ => None,
        }
    }

    fn date(&self, field: &str) -> Option<NaiveDate> {
        match self.row.get(field) {
            Some(Value::Date(d)) => Some(*d),
            _ => None,
        }
    }

    fn text(&self, field: &str) -> Option<&str> {
        match self.row.get(field) {
            Some(Value::Text(t)) => Some(t),
            _ => None,
        }
    }

    fn reversed(&mut self, from: &'static str, to: &'static str) {
        if let (Some(a), Some(b)) = (self.date(from), self.date(to))
            && b < a
        {
            self.say("finding-dates-reversed", to);
        }
    }

    fn phone(&mut self) {
        let Some(phone) = self.text("phone") else { return };
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        let national = digits.len() == 10 && digits.starts_with('0');
        let international = digits.len() == 12 && digits.starts_with("212") || digits.starts_with("00212");
        if !national && !international {
            self.say("finding-phone-length", "phone");
        }
    }

    fn cooperative(&mut self, today: NaiveDate) {
        if self.text("ice").is_some_and(|ice| ice.len() != 15 || !ice.bytes().all(|b| b.is_ascii_digit())) {
            self.say("finding-ice-digits", "ice");
        }
        if let (Some(subscribed), paid) = (self.int("capital_subscribed"), self.int("capital_paid")) {
            if subscribed < CAPITAL_MIN_CENTIMES {
                self.say("finding-capital-low", "capital_subscribed");
            }
            match paid {
                Some(paid) if paid > subscribed => self.say("finding-paid-over-subscribed", "capital_paid"),
                Some(paid) if paid.saturating_mul(4) < subscribed => {
                    self.say("finding-paid-below-quarter", "capital_paid");
                }
                _ => {}
            }
        }
        if let (Some(women), Some(men)) = (self.int("members_women"), self.int("members_men")) {
            let total = women.saturating_add(men);
            if total < MEMBERS_MIN {
                self.say("finding-members-few", "members_women");
            }
            if self.int("members_under35").is_some_and(|young| young > total) {
                self.say("finding-under35-over-total", "members_under35");
            }
        }
        for field in ["registration_date", "founding_assembly_date"] {
            if self.date(field).is_some_and(|day| day > today) {
                self.say("finding-date-future", field);
            }
        }
        if let (Some(founded), Some(registered)) = (self.date("founding_assembly_date"), self.date("registration_date"))
            && registered < founded
        {
            self.say("finding-registered-before-founded", "registration_date");
        }
        if self.text("email").is_some_and(|e| !e.contains('@')) {
            self.say("finding-email-at", "email");
        }
        if self.text("commune_code").is_some_and(|c| province_of(c).is_none()) {
            self.say("finding-commune-unknown", "commune_code");
        }
    }

    fn visit(&mut self) {
        let Some(Value::Dec(days)) = self.row.get("days").cloned() else { return };
        let hundredths = 10i64
            .checked_pow(u32::from(days.scale))
            .and_then(|unit| days.mantissa.checked_mul(100).filter(|m| m % unit == 0).map(|m| m / unit));
        match hundredths {
            Some(h) if h > 0 && h % 25 == 0 && h <= DAYS_MAX * 100 => {}
            Some(h) if h > DAYS_MAX * 100 => self.say("finding-days-many", "days"),
            _ => self.say("finding-days-quarters", "days"),
        }
    }
}

impl Reader<'_> {
    fn dec(&self, field: &str) -> Option<Dec> {
        match self.row.get(field) {
            Some(Value::Dec(d)) => Some(*d),
            _ => None,
        }
    }

    fn is(&self, field: &str, code: &str) -> bool {
        self.text(field) == Some(code)
    }

    fn not_after(&mut self, field: &'static str, today: NaiveDate) {
        if self.date(field).is_some_and(|day| day > today) {
            self.say("finding-date-future", field);
        }
    }

    fn action(&mut self) {
        self.reversed("start_on", "due_on");
        if self.int("cost").is_some_and(|cost| cost < 0) {
            self.say("finding-cost-negative", "cost");
        }
        if self.int("priority").is_some_and(|priority| !PRIORITIES.contains(&priority)) {
            self.say("finding-priority-range", "priority");
        }
        let (baseline, target) = (self.dec("baseline"), self.dec("target"));
        if target.is_some() && target == baseline {
            self.say("finding-target-is-baseline", "target");
        }
        if (baseline.is_some() || target.is_some()) && self.text("indicator").is_none() {
            self.say("finding-target-without-indicator", "indicator");
        }
        if self.text("refused").is_some_and(|reason| !reason.chars().any(char::is_alphanumeric)) {
            self.say("finding-refused-without-reason", "refused");
        }
    }

    fn action_update(&mut self, today: NaiveDate) {
        self.not_after("on", today);
        if self.int("progress").is_some_and(|progress| !(0..=100).contains(&progress)) {
            self.say("finding-progress-range", "progress");
        } else if self.is("status", "done") && self.int("progress").is_some_and(|progress| progress < 100) {
            self.say("finding-done-below-whole", "progress");
        }
        if self.is("status", "dropped") && self.text("note").is_none() {
            self.say("finding-dropped-without-note", "note");
        }
        self.reversed("on", "due_on");
    }

    fn assistance_request(&mut self, today: NaiveDate) {
        self.not_after("asked_on", today);
        let answered = self.is("status", "done") || self.is("status", "refused");
        if answered && self.text("outcome").is_none() {
            self.say("finding-outcome-missing", "outcome");
        }
    }
}

/// Everything to look at in a row, in the order of the checks.
pub fn findings(kind: &Kind, row: &BTreeMap<&'static str, Value>, today: NaiveDate) -> Vec<Finding> {
    let mut reader = Reader { row, found: Vec::new() };
    for field in missing(kind, row) {
        reader.say("finding-required-missing", field);
    }
    reader.phone();
    match kind.name {
        "cooperative" => reader.cooperative(today),
        "visit" => reader.visit(),
        "action" => reader.action(),
        "action_update" => reader.action_update(today),
        "assistance_request" => reader.assistance_request(today),
        "assignment" => reader.reversed("from", "to"),
        "programme" => reader.reversed("starts_on", "ends_on"),
        "officer" => {
            reader.reversed("mandate_from", "mandate_to");
            let age = reader.int("birth_year").map(|year| i64::from(today.year()) - year);
            if age.is_some_and(|age| !(15..=110).contains(&age)) {
                reader.say("finding-birth-year", "birth_year");
            }
        }
        _ => {}
    }
    reader.found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dec, kind};

    #[test]
    fn doubtful_values_are_kept_and_pointed_out() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let text = |t: &str| Value::Text(t.into());
        let check = |name: &str, fields: &[(&'static str, Value)], expected: &[&str]| {
            let row: BTreeMap<_, _> = fields.iter().cloned().collect();
            let kind = kind(name).unwrap();
            let found = findings(kind, &row, today);
            let codes: Vec<_> = found.iter().map(|f| f.code).filter(|c| *c != "finding-required-missing").collect();
            assert_eq!(codes, expected, "{fields:?}");
        };
        check("cooperative", &[("ice", text("123"))], &["finding-ice-digits"]);
        check("cooperative", &[("ice", text("001234567000045"))], &[]);
        check(
            "cooperative",
            &[("capital_subscribed", Value::Int(200_000)), ("capital_paid", Value::Int(300_000))],
            &["finding-paid-over-subscribed"],
        );
        check(
            "cooperative",
            &[("members_women", Value::Int(3)), ("members_men", Value::Int(1))],
            &["finding-members-few"],
        );
        check("cooperative", &[("phone", text("06123"))], &["finding-phone-length"]);
        check("cooperative", &[("phone", text("+212 612 34 56 78"))], &[]);
        check("cooperative", &[("commune_code", text("09.999.01"))], &["finding-commune-unknown"]);
        check("visit", &[("days", Value::Dec(Dec::new(75, 2)))], &[]);
        check("visit", &[("days", Value::Dec(Dec::new(3, 1)))], &["finding-days-quarters"]);
        check("visit", &[("days", Value::Dec(Dec::new(12, 0)))], &["finding-days-many"]);
        let (day, dec) = (|d: &str| Value::Date(d.parse().unwrap()), |d: &str| Value::Dec(Dec::parse(d).unwrap()));
        let dates = [("start_on", day("2026-03-01")), ("due_on", day("2026-02-01"))];
        check("action", &dates, &["finding-dates-reversed"]);
        let measure = |target: &str| [("indicator", text("Niveau")), ("baseline", dec("1")), ("target", dec(target))];
        check("action", &measure("1.0"), &["finding-target-is-baseline"]);
        check("action", &measure("0.5"), &[]);
        check("action", &measure("3")[1..], &["finding-target-without-indicator"]);
        check(
            "action",
            &[("cost", Value::Int(-1)), ("priority", Value::Int(0))],
            &["finding-cost-negative", "finding-priority-range"],
        );
        check("action", &[("refused", text("—"))], &["finding-refused-without-reason"]);
        check("action", &[("refused", text("Trop cher"))], &[]);
        let update = |status: &str, progress: i64| [("status", text(status)), ("progress", Value::Int(progress))];
        check("action_update", &update("in_progress", 101), &["finding-progress-range"]);
        check("action_update", &update("done", 80), &["finding-done-below-whole"]);
        check("action_update", &update("done", 100), &[]);
        check("action_update", &update("dropped", 10), &["finding-dropped-without-note"]);
        check(
            "action_update",
            &[("on", day("2026-12-01")), ("due_on", day("2026-11-30"))],
            &["finding-date-future", "finding-dates-reversed"],
        );
        check("assistance_request", &[("status", text("done"))], &["finding-outcome-missing"]);
        check("assistance_request", &[("asked_on", day("2027-01-01"))], &["finding-date-future"]);
        let (early, late) = (today, today.succ_opt().unwrap());
        check("assignment", &[("from", Value::Date(late)), ("to", Value::Date(early))], &["finding-dates-reversed"]);
        assert_eq!(missing(kind("assignment").unwrap(), &BTreeMap::new()), ["cooperative", "person", "from"]);
    }
}
