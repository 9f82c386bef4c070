//! The five bands of an overall score: names, thresholds and rounding, nothing of how a score comes about.

use serde::{Deserialize, Serialize};

/// A band, from the lowest to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below 25.
    Fragile,
    /// From 25.
    Emerging,
    /// From 45.
    Developing,
    /// From 65.
    Consolidated,
    /// From 85.
    Performing,
}

/// Where each band begins.
pub const BANDS: [(Band, f64); 5] = [
    (Band::Fragile, 0.0),
    (Band::Emerging, 25.0),
    (Band::Developing, 45.0),
    (Band::Consolidated, 65.0),
    (Band::Performing, 85.0),
];

/// A mean that is 45 on paper may come out as 44.99999999999999 in binary; it is 45 all the same.
const TOLERANCE: f64 = 1e-9;

impl Band {
    /// The band of a score between 0 and 100, before any rounding.
    pub fn of(score: f64) -> Self {
        let reached = BANDS.iter().rev().find(|(_, least)| score + TOLERANCE >= *least);
        reached.map_or(Self::Fragile, |(band, _)| *band)
    }

    /// Its name in files and fields.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fragile => "fragile",
            Self::Emerging => "emerging",
            Self::Developing => "developing",
            Self::Consolidated => "consolidated",
            Self::Performing => "performing",
        }
    }

    /// Message id of its name for people.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fragile => "band-fragile",
            Self::Emerging => "band-emerging",
            Self::Developing => "band-developing",
            Self::Consolidated => "band-consolidated",
            Self::Performing => "band-performing",
        }
    }
}

/// A score as it is shown: without decimals, halves go up.
pub fn shown(score: f64) -> f64 {
    (score + 0.5 + TOLERANCE).floor()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_begin_at_their_thresholds() {
        let cases = [
            (-1.0, "fragile"),
            (0.0, "fragile"),
            (24.999, "fragile"),
            (25.0, "emerging"),
            (44.6, "emerging"),
            (44.999_999_999_99, "developing"),
            (45.0, "developing"),
            (64.99, "developing"),
            (65.0, "consolidated"),
            (84.5, "consolidated"),
            (85.0, "performing"),
            (100.0, "performing"),
            (f64::NAN, "fragile"),
        ];
        for (score, expected) in cases {
            assert_eq!(Band::of(score).name(), expected, "{score}");
        }
    }

    #[test]
    fn halves_go_up() {
        for (score, expected) in [(0.0, 0.0), (49.5, 50.0), (49.499, 49.0), (49.499_999_999_999, 50.0), (100.0, 100.0)]
        {
            assert_eq!(shown(score).total_cmp(&expected), std::cmp::Ordering::Equal, "{score}");
        }
    }
}
