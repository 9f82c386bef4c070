//! Codes that fields of kinds choose from. Names are a contract: added to, never renamed.

/// The ten dimensions of the strategic diagnostic, in the areas of which objectives are set.
pub const DIMENSIONS: &[&str] = &[
    "governance",
    "management",
    "finance",
    "production",
    "marketing",
    "commercialisation",
    "planning_monitoring",
    "social",
    "environment",
    "innovation_territory",
];
/// What marks a cooperative's way through the programme.
pub const MILESTONES: &[&str] = &[
    "applied",
    "selected",
    "reserve",
    "refused",
    "enrolled",
    "suspended",
    "resumed",
    "graduated",
    "extended",
    "withdrawn",
    "struck_off",
];
/// Where an action stands, by its last update.
pub const ACTION_STATUSES: &[&str] = &["planned", "in_progress", "done", "dropped"];
