//! The one typed table: kinds, fields, identifiers and writers. SQL, permissions, search, import and the command read it.
//! Names are a contract: added to, never renamed.

use crate::place::SECTOR_CODES;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// At most 10,000 characters.
    Text,
    /// ISO, local.
    Date,
    /// `HH:MM`.
    Time,
    /// UTC milliseconds.
    Instant,
    /// A whole number.
    Int,
    /// An exact decimal.
    Dec,
    /// Yes or no.
    Bool,
    /// Centimes of dirham.
    Money,
    /// Latitude, longitude, accuracy.
    Place,
    /// One option.
    One(&'static [&'static str]),
    /// Several options.
    Many(&'static [&'static str]),
    /// A row of one of these kinds.
    Ref(&'static [&'static str]),
    /// Several rows.
    ManyRef(&'static [&'static str]),
    /// BLAKE3, hexadecimal.
    Hash,
    /// Several of them.
    ManyHash,
}

/// A field of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name everywhere.
    pub name: &'static str,
    /// What it holds.
    pub ty: FieldType,
    /// A row without it is incomplete.
    pub required: bool,
    /// Sealed under the key of its subject.
    pub personal: bool,
}

/// How a row gets its identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdRecipe {
    /// Drawn by whoever makes it.
    V7,
    /// The same, and there is one row.
    One,
    /// Derived from these fields.
    V5(&'static [&'static str]),
}

impl IdRecipe {
    /// The notation of published tables.
    pub fn notation(&self) -> String {
        match self {
            Self::V7 => "v7".into(),
            Self::One => "one".into(),
            Self::V5(fields) => format!("v5 {}", fields.join(" ")),
        }
    }
}

/// Roles in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Accompanies cooperatives.
    Coach,
    /// Gives grouped training.
    Trainer,
    /// Assigns, reviews, merges, exports.
    RegionalCoordinator,
    /// Publishes forms and indicators, reads all.
    NationalAdmin,
    /// Reads, and makes own diagnostics.
    Evaluator,
}

/// Codes of all roles, in the order of [`Role`].
pub const ROLES: &[&str] = &["coach", "trainer", "regional_coordinator", "national_admin", "evaluator"];

impl Role {
    /// Its name in the log and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Coach => "coach",
            Self::Trainer => "trainer",
            Self::RegionalCoordinator => "regional_coordinator",
            Self::NationalAdmin => "national_admin",
            Self::Evaluator => "evaluator",
        }
    }

    /// The role of this code.
    pub fn parse(code: &str) -> Option<Self> {
        let all = [Self::Coach, Self::Trainer, Self::RegionalCoordinator, Self::NationalAdmin, Self::Evaluator];
        all.into_iter().find(|r| r.code() == code)
    }
}

/// Who may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody in this role.
    Role(Role),
    /// The person of the row, on the own `person` row.
    OwnRow,
    /// The paper key.
    Root,
    /// The owner of the row.
    Owner,
}

/// A right to write some or all fields.
#[derive(Clone, Copy, Debug)]
pub struct Writer {
    /// Who.
    pub who: Who,
    /// Which fields; nothing means all, making and deleting included.
    pub fields: Option<&'static [&'static str]>,
}

/// A kind of row.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name everywhere.
    pub name: &'static str,
    /// In the order of model and screens.
    pub fields: &'static [Field],
    /// Computed after merging, never stored as changes.
    pub derived: &'static [&'static str],
    /// Identifier.
    pub id: IdRecipe,
    /// Who may write.
    pub writers: &'static [Writer],
}

impl Kind {
    /// A field by name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// Whether some field is personal.
    pub fn has_personal(&self) -> bool {
        self.fields.iter().any(|f| f.personal)
    }
}

/// A kind by name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|k| k.name == name)
}

const fn f(name: &'static str, ty: FieldType) -> Field {
    Field { name, ty, required: false, personal: false }
}
const fn must(name: &'static str, ty: FieldType) -> Field {
    Field { name, ty, required: true, personal: false }
}
const fn personal(field: Field) -> Field {
    Field { personal: true, ..field }
}
const fn all(role: Role) -> Writer {
    Writer { who: Who::Role(role), fields: None }
}

use FieldType::{Bool, Date, Dec, Int, Many, ManyHash, Money, One, Place, Ref, Text};
use Role::{Coach, NationalAdmin, RegionalCoordinator};

const LANGUAGES: &[&str] = &["fr", "ar", "zgh", "en"];
const ROOT: Writer = Writer { who: Who::Root, fields: None };
const FIELD_WORK: &[Writer] = &[all(Coach), all(RegionalCoordinator)];
const ADMINISTRATION: &[Writer] = &[all(RegionalCoordinator), all(NationalAdmin)];

/// All kinds, in the order of the model.
pub static KINDS: &[Kind] = &[
    Kind {
        name: "programme",
        id: IdRecipe::One,
        derived: &[],
        writers: ADMINISTRATION,
        fields: &[
            must("name_fr", Text),
            f("name_ar", Text),
            f("tranche", Text),
            f("phase", Text),
            f("cohort", Text),
            f("region_code", Text),
            f("starts_on", Date),
            f("ends_on", Date),
            f("retention_years", Int),
        ],
    },
    Kind {
        name: "setting",
        id: IdRecipe::V5(&["key", "valid_from"]),
        derived: &[],
        writers: ADMINISTRATION,
        fields: &[must("key", Text), must("value", Text), must("valid_from", Date), f("source", Text)],
    },
    Kind {
        name: "person",
        id: IdRecipe::V7,
        derived: &["role", "devices"],
        writers: &[all(RegionalCoordinator), Writer { who: Who::OwnRow, fields: Some(&["phone", "languages"]) }],
        fields: &[personal(must("name", Text)), personal(f("phone", Text)), f("languages", Many(LANGUAGES))],
    },
    Kind {
        name: "certificate",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator), Writer { who: Who::Owner, fields: None }],
        fields: &[
            must("device", Text),
            must("person", Ref(&["person"])),
            must("role", One(ROLES)),
            must("from_seq", Int),
            must("signing_key", Text),
            must("receiving_key", Text),
            must("proof", Text),
            f("successor_of", Text),
        ],
    },
    Kind {
        name: "ending",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator), Writer { who: Who::Owner, fields: None }],
        fields: &[
            must("certificate", Ref(&["certificate"])),
            must("how", One(&["retire", "revoke"])),
            f("tips", ManyHash),
            f("reason", Text),
        ],
    },
    Kind {
        name: "schema",
        id: IdRecipe::V5(&["number", "table"]),
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator)],
        fields: &[must("number", Int), must("table", Text)],
    },
    Kind {
        name: "assignment",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[all(RegionalCoordinator)],
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("person", Ref(&["person"])),
            must("from", Date),
            f("to", Date),
        ],
    },
    Kind {
        name: "cooperative",
        id: IdRecipe::V7,
        derived: &["province_code", "region_code", "members_total", "last_visit_on"],
        writers: FIELD_WORK,
        fields: &[
            must("name_fr", Text),
            f("name_ar", Text),
            f("name_zgh", Text),
            f("acronym", Text),
            f("local_register_number", Text),
            f("court", Text),
            f("registration_date", Date),
            f("central_register_number", Text),
            f("ice", Text),
            f("tax_id", Text),
            f("category", Many(&["1", "2", "3"])),
            f("sector", One(SECTOR_CODES)),
            f("branch", Text),
            f("commune_code", Text),
            f("douar", Text),
            f("seat_address", Text),
            f("position", Place),
            f("founding_assembly_date", Date),
            f("capital_subscribed", Money),
            f("capital_paid", Money),
            f("share_value", Money),
            f("organ_type", One(&["manager", "board"])),
            f("members_women", Int),
            f("members_men", Int),
            f("members_under35", Int),
            f("women_only", Bool),
            f("youth_led", Bool),
            f("phone", Text),
            f("email", Text),
            f("languages", Many(&["fr", "ar", "zgh"])),
            f("union_membership", Text),
            f("other_programmes", Text),
        ],
    },
    Kind {
        name: "officer",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            personal(must("name", Text)),
            must("role", One(&["president", "manager", "treasurer", "secretary", "board_member", "director"])),
            f("sex", One(&["f", "m"])),
            f("birth_year", Int),
            personal(f("phone", Text)),
            f("mandate_from", Date),
            f("mandate_to", Date),
        ],
    },
    Kind {
        name: "visit",
        id: IdRecipe::V7,
        derived: &["state"],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("coach", Ref(&["person"])),
            f("planned_on", Date),
            f("purpose", Text),
            f("venue", Text),
            f("days", Dec),
            f("cancelled", Text),
        ],
    },
];
