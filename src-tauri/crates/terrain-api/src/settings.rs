//! Figures of the programme that a coordinator may set (kind `setting`), dated, each with a usual value.

use chrono::NaiveDate;
use terrain_domain::Value;

use crate::entry::text_of;
use crate::{Fault, Session};

/// A figure and the value that holds where nobody set another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    key: &'static str,
    usual: i64,
}

/// Coaching visits that a cooperative gets in the programme.
pub(crate) const VISITS: Figure = Figure { key: "visits_per_cooperative", usual: 16 };
/// After so many days without a visit a cooperative is said to be without one for long.
pub(crate) const DAYS_WITHOUT_VISIT: Figure = Figure { key: "days_without_visit", usual: 45 };

impl Session {
    /// What holds on this day: the value set last before it.
    pub(crate) fn figure(&mut self, figure: Figure, on: NaiveDate) -> Result<i64, Fault> {
        let rows = self.store.rows("setting", &[("key", Value::Text(figure.key.to_owned()))])?;
        let dated = rows.iter().filter_map(|row| match row.fields.get("valid_from") {
            Some(Value::Date(from)) if *from <= on => Some((*from, text_of(row, "value")?.trim().parse().ok()?)),
            _ => None,
        });
        Ok(dated.max_by_key(|(from, _)| *from).map_or(figure.usual, |(_, value)| value))
    }
}
