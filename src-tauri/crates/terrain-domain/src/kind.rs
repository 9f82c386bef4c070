//! What a kind of row is: its fields and their types, how it is named, who writes it. The kinds themselves are in `kinds`.

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
    /// A row of one of these kinds; of any kind where none is named.
    Ref(&'static [&'static str]),
    /// Several rows.
    ManyRef(&'static [&'static str]),
    /// BLAKE3, hexadecimal.
    Hash,
    /// Several of them.
    ManyHash,
    /// What a document's event says: the content sealed, the event it speaks of, a note.
    Event,
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
    /// Drawn, or derived from these fields where several people would make the same rows.
    Either(&'static [&'static str]),
}

impl IdRecipe {
    /// The notation of published tables.
    pub fn notation(&self) -> String {
        match self {
            Self::V7 => "v7".into(),
            Self::One => "one".into(),
            Self::V5(fields) => format!("v5 {}", fields.join(" ")),
            Self::Either(fields) => format!("v7 or v5 {}", fields.join(" ")),
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

    /// Whether some field is personal: each such row has a key of its own.
    pub fn has_personal(&self) -> bool {
        self.fields.iter().any(|f| f.personal)
    }
}
