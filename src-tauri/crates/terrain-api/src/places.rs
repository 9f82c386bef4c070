//! Provinces and sectors with their names, which rows know by code.

use serde::Serialize;
use terrain_domain::{PROVINCES, Province, SECTORS, Sector};

/// What codes of places and sectors are called.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlacesView {
    /// Provinces and prefectures of the region.
    pub provinces: Vec<ProvinceView>,
    /// Sectors of activity.
    pub sectors: Vec<SectorView>,
}

/// A province or prefecture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ProvinceView {
    /// HCP code.
    pub code: String,
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
}

/// A sector of activity.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SectorView {
    /// Its name in rows.
    pub code: String,
    /// `agriculture`, `handicraft` or `other`.
    pub group: String,
    /// French.
    pub fr: String,
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

/// All of them, in the order of the tables.
pub fn places() -> PlacesView {
    let province = |p: &Province| ProvinceView { code: p.code.into(), fr: p.fr.into(), ar: p.ar.into() };
    let sector = |s: &Sector| SectorView {
        code: s.code.into(),
        group: s.group.into(),
        fr: s.fr.into(),
        ar: s.ar.into(),
        en: s.en.into(),
    };
    PlacesView { provinces: PROVINCES.iter().map(province).collect(), sectors: SECTORS.iter().map(sector).collect() }
}
