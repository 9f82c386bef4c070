//! Plainly fictional names and figures. Sectors are where they really are: argan on the coast, saffron in the mountains,
//! dates in Tata, silver in Tiznit.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::chance::Chance;

/// The coordinator.
pub const COORDINATOR: &str = "Khadija Exemple";

const COACHES: [&str; 4] = ["Amina Exemple", "Hassan Exemple", "Fatima Exemple", "Brahim Exemple"];

/// The k-th coach.
pub fn coach(k: u32) -> String {
    match COACHES.get(k as usize) {
        Some(name) => (*name).into(),
        None => format!("Accompagnateur Exemple {}", k + 1),
    }
}

/// A sector's code and what a cooperative of it is called in French and Arabic.
type Trade = (&'static str, &'static str, &'static str);

/// Of each province: the commune code's beginning, the court, and sectors that are really worked there.
const PLACES: [(&str, &str, [Trade; 4]); 6] = [
    (
        "09.001.",
        "Agadir",
        [
            ("argan", "Argan", "أركان"),
            ("honey", "Miel", "عسل"),
            ("rural_tourism_lodging", "Gîtes", "سياحة"),
            ("fishing_artisanal", "Pêche", "صيد"),
        ],
    ),
    (
        "09.273.",
        "Inezgane",
        [
            ("embroidery_sewing", "Broderie", "طرز"),
            ("catering", "Traiteur", "إطعام"),
            ("pottery", "Poterie", "فخار"),
            ("services", "Services", "خدمات"),
        ],
    ),
    (
        "09.163.",
        "Inezgane",
        [
            ("argan", "Argan", "أركان"),
            ("citrus_vegetables", "Maraîchage", "خضروات"),
            ("dairy_milk", "Lait", "حليب"),
            ("cactus_prickly_pear", "Cactus", "صبار"),
        ],
    ),
    (
        "09.541.",
        "Taroudannt",
        [
            ("saffron", "Safran", "زعفران"),
            ("argan", "Argan", "أركان"),
            ("olive_oil", "Olive", "زيتون"),
            ("weaving_carpets", "Tapis", "زرابي"),
        ],
    ),
    (
        "09.551.",
        "Tata",
        [
            ("dates", "Dattes", "تمور"),
            ("henna_rose", "Henné", "حناء"),
            ("weaving_carpets", "Tapis", "زرابي"),
            ("goats_sheep", "Élevage", "ماعز"),
        ],
    ),
    (
        "09.581.",
        "Tiznit",
        [
            ("jewellery_silver", "Argent", "فضة"),
            ("honey", "Miel", "عسل"),
            ("argan", "Argan", "أركان"),
            ("aromatic_medicinal_plants", "Plantes", "نباتات"),
        ],
    ),
];

const NAMES: [(&str, &str); 8] = [
    ("Tamounte", "تامونت"),
    ("Tifawine", "تيفاوين"),
    ("Afoulki", "أفولكي"),
    ("Tudert", "تودرت"),
    ("Azamour", "أزمور"),
    ("Itran", "إيثران"),
    ("Tagmat", "تاكمات"),
    ("Anaruz", "أناروز"),
];

fn at<T: Copy>(of: &[T], k: u32) -> Option<T> {
    of.get(k as usize % of.len().max(1)).copied()
}

/// The k-th cooperative.
pub fn cooperative(k: u32, chance: &mut Chance) -> Json {
    let Some((commune, court, sectors)) = at(&PLACES, k) else { return Json::Null };
    let Some((sector, sector_fr, sector_ar)) = at(&sectors, k / 6) else { return Json::Null };
    let Some((name, name_ar)) = at(&NAMES, k / 6 + k) else { return Json::Null };
    let number = k + 1;
    let (women, men) = (5 + chance.below(25), chance.below(8));
    let subscribed = (10 + chance.below(90)) * 100_000;
    let year = 2023 + chance.below(2);
    json!({
        "name_fr": format!("Coopérative fictive {name} {sector_fr} {number}"),
        "name_ar": format!("تعاونية {name_ar} {sector_ar} {number} (مثال)"),
        "local_register_number": format!("{number:04}/{}", year % 100),
        "court": court,
        "registration_date": format!("{year}-{:02}-{:02}", 1 + chance.below(11), 1 + chance.below(28)),
        "ice": format!("000000000{number:06}"),
        "sector": sector,
        "commune_code": format!("{commune}01.{:02}.", 1 + chance.below(20)),
        "douar": format!("Douar Exemple-{number}"),
        "capital_subscribed": subscribed,
        "capital_paid": subscribed / 4 * (1 + chance.below(4)),
        "share_value": 10_000,
        "organ_type": if women + men > 15 { "board" } else { "manager" },
        "members_women": women,
        "members_men": men,
        "members_under35": chance.below(women + men),
        "women_only": men == 0,
        "phone": format!("06000{number:05}"),
        "email": format!("cooperative{number}@example.org"),
        "languages": ["zgh", "ar"],
    })
}

/// Its officers.
pub fn officers(cooperative: &str, chance: &mut Chance) -> Vec<Json> {
    let first = ["Rqia", "Zahra", "Malika", "Aïcha", "Mina", "Fadma", "Lahcen", "Saïd"];
    ["president", "treasurer"]
        .iter()
        .map(|role| {
            let k = chance.below(first.len() as u64);
            let name = usize::try_from(k).ok().and_then(|k| first.get(k)).copied().unwrap_or_default();
            json!({
                "cooperative": cooperative,
                "name": format!("{name} Fictive-{}", 100 + chance.below(900)),
                "role": role,
                "sex": if k < 6 { "f" } else { "m" },
                "birth_year": 1965 + chance.below(35),
                "phone": format!("06001{:05}", chance.below(100_000)),
                "mandate_from": "2024-01-15",
            })
        })
        .collect()
}

const PURPOSES: [&str; 8] = [
    "Tenue de la comptabilité avec la trésorière",
    "Préparation de l'assemblée générale",
    "Étiquetage, prix et emballage",
    "Contrôle de la qualité et traçabilité",
    "Recherche de clients et suivi des commandes",
    "Suivi des actions du plan de développement",
    "Calcul du coût de revient",
    "Réunion du conseil et partage des tâches",
];

/// A visit.
pub fn visit(cooperative: &str, coach: &str, day: NaiveDate, chance: &mut Chance) -> Json {
    let venue = ["Siège de la coopérative", "Atelier", "Chez la présidente"];
    let cancelled = (chance.below(20) == 0).then_some("Route coupée par les pluies");
    json!({
        "cooperative": cooperative,
        "coach": coach,
        "planned_on": day.to_string(),
        "purpose": chance.pick(&PURPOSES),
        "venue": chance.pick(&venue),
        "days": if chance.below(3) == 0 { json!(1) } else { json!(0.5) },
        "cancelled": cancelled,
    })
}

/// What a coach learns on the way.
pub fn news(month: u32, chance: &mut Chance) -> Json {
    match chance.below(3) {
        0 => json!({ "members_women": 6 + chance.below(30) }),
        1 => json!({ "other_programmes": format!("INDH, demande du mois {}", month + 1) }),
        _ => json!({ "seat_address": format!("Maison Exemple n° {}", 1 + chance.below(200)) }),
    }
}
