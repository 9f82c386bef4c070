//! Which column is which field: a coordinator's own headers, in French, Arabic or English.

use serde::Serialize;
use terrain_domain::{Kind, normalise};

/// What a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// A field of the kind.
    Field(&'static str),
    /// A province's name, which becomes the beginning of the commune's code.
    Province,
}

/// A column as it was understood, for showing.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ColumnView {
    /// The header.
    pub column: String,
    /// The field, or nothing where it is left out.
    pub field: Option<String>,
}

/// Headers, normalised, by field of a cooperative. The field's own name is always understood too.
const COOPERATIVE: &[(&str, &[&str])] = &[
    (
        "name_fr",
        &[
            "nom",
            "nom de la cooperative",
            "cooperative",
            "denomination",
            "denomination de la cooperative",
            "denomination sociale",
            "raison sociale",
            "nom fr",
            "nom francais",
            "nom en francais",
            "name",
        ],
    ),
    (
        "name_ar",
        &[
            "nom arabe",
            "nom ar",
            "nom en arabe",
            "اسم التعاونيه",
            "الاسم",
            "الاسم بالعربيه",
            "التعاونيه",
            "name ar",
            "arabic name",
        ],
    ),
    ("acronym", &["sigle", "acronyme", "acronym"]),
    (
        "local_register_number",
        &[
            "numero d immatriculation",
            "immatriculation",
            "n d immatriculation",
            "registre local",
            "n registre",
            "numero registre local",
            "numero de registre",
            "n registre local",
            "رقم التقييد",
            "register number",
        ],
    ),
    ("court", &["tribunal", "المحكمه", "المحكمه الابتداييه", "court"]),
    (
        "registration_date",
        &[
            "date d immatriculation",
            "date immatriculation",
            "date de creation",
            "date d enregistrement",
            "تاريخ التقييد",
            "registration date",
        ],
    ),
    ("central_register_number", &["registre central", "numero registre central"]),
    ("ice", &["ice", "identifiant commun de l entreprise", "n ice", "numero ice", "التعريف الموحد للمقاوله"]),
    ("tax_id", &["if", "identifiant fiscal", "n if", "tax id"]),
    ("sector", &["secteur", "secteur d activite", "filiere", "activite", "القطاع", "قطاع", "sector"]),
    ("branch", &["branche", "branche d activite", "فرع النشاط", "branch"]),
    ("commune_code", &["code commune", "code de la commune", "رمز الجماعه", "commune code"]),
    ("douar", &["douar", "village", "الدوار", "دوار"]),
    ("seat_address", &["adresse", "siege", "adresse du siege", "العنوان", "المقر", "address"]),
    ("founding_assembly_date", &["date ag constitutive", "assemblee constitutive", "date de l assemblee constitutive"]),
    (
        "capital_subscribed",
        &[
            "capital",
            "capital souscrit",
            "capital souscrit dh",
            "capital social",
            "capital social dh",
            "capital dh",
            "راس المال",
            "capital mad",
        ],
    ),
    ("capital_paid", &["capital libere", "capital libere dh", "capital verse", "capital paye", "راس المال المدفوع"]),
    ("share_value", &["valeur de la part", "part sociale", "valeur part sociale"]),
    (
        "members_women",
        &["femmes", "nombre de femmes", "adherentes", "nb femmes", "membres femmes", "النساء", "عدد النساء", "women"],
    ),
    (
        "members_men",
        &["hommes", "nombre d hommes", "adherents", "nb hommes", "membres hommes", "الرجال", "عدد الرجال", "men"],
    ),
    ("members_under35", &["moins de 35 ans", "jeunes", "nb jeunes"]),
    ("women_only", &["feminine", "cooperative feminine", "نسويه"]),
    ("youth_led", &["jeunes dirigeants", "cooperative de jeunes"]),
    (
        "phone",
        &["telephone", "tel", "gsm", "portable", "n tel", "numero de telephone", "الهاتف", "رقم الهاتف", "phone"],
    ),
    ("email", &["email", "e mail", "mail", "courriel", "البريد الالكتروني"]),
    ("union_membership", &["union", "union de cooperatives"]),
    ("other_programmes", &["autres programmes", "programmes"]),
];

const PROVINCE: &[&str] = &[
    "province",
    "prefecture",
    "province prefecture",
    "prefecture province",
    "province ou prefecture",
    "prefecture ou province",
    "الاقليم",
    "العماله",
    "اقليم",
    "عماله",
    "العماله او الاقليم",
    "العماله الاقليم",
];

/// Guesses what a header means. Whole headers only: a wrong guess would be worse than none.
pub(crate) fn guess(kind: &Kind, header: &str) -> Option<Column> {
    let header = normalise(header);
    let own = kind.fields.iter().find(|f| normalise(f.name) == header).map(|f| f.name);
    if let Some(field) = own {
        return Some(Column::Field(field));
    }
    if PROVINCE.iter().any(|w| normalise(w) == header) {
        return Some(Column::Province);
    }
    let found = COOPERATIVE.iter().find(|(_, words)| words.iter().any(|w| normalise(w) == header));
    found.map(|(field, _)| Column::Field(field))
}
