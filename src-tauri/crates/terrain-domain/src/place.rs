//! Region, provinces and prefectures (HCP codes; Tifinagh from OpenStreetMap), and sectors.

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// HCP code.
    pub code: &'static str,
    /// Name of files.
    pub slug: &'static str,
    /// French.
    pub fr: &'static str,
    /// Arabic.
    pub ar: &'static str,
    /// Tamazight.
    pub zgh: &'static str,
}

/// The region of the second tranche.
pub const REGION: Region =
    Region {
        code: "09", slug: "souss-massa", fr: "Souss-Massa", ar: "سوس ماسة", zgh: "ⵙⵓⵙ ⵎⴰⵙⵙⴰ"
    };

/// A province or prefecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Province {
    /// HCP code, three digits.
    pub code: &'static str,
    /// ISO 3166-2.
    pub iso: &'static str,
    /// A prefecture (عمالة) rather than a province (إقليم).
    pub prefecture: bool,
    /// French.
    pub fr: &'static str,
    /// Arabic.
    pub ar: &'static str,
    /// Tamazight; to be checked by a speaker.
    pub zgh: &'static str,
}

const fn p(code: &'static str, iso: &'static str, prefecture: bool, names: [&'static str; 3]) -> Province {
    let [fr, ar, zgh] = names;
    Province { code, iso, prefecture, fr, ar, zgh }
}

/// The six of Souss-Massa.
pub static PROVINCES: &[Province] = &[
    p("001", "MA-AGD", true, ["Agadir Ida-Outanane", "أكادير إدا وتنان", "ⴰⴳⴰⴷⵉⵔ ⵉⴷⴰ ⵡⵜⴰⵏⴰⵏ"]),
    p("273", "MA-INE", true, ["Inezgane-Aït Melloul", "إنزكان آيت ملول", "ⵉⵏⵣⴳⴰⵏ ⴰⵢⵜ ⵎⵍⵍⵓⵍ"]),
    p("163", "MA-CHT", false, ["Chtouka-Aït Baha", "اشتوكة آيت باها", "ⵛⵜⵓⴽⴰ ⴰⵢⵜ ⴱⴰⵀⴰ"]),
    p("541", "MA-TAR", false, ["Taroudannt", "تارودانت", "ⵜⴰⵔⵓⴷⴰⵏⵜ"]),
    p("551", "MA-TAT", false, ["Tata", "طاطا", "ⵟⴰⵟⴰ"]),
    p("581", "MA-TIZ", false, ["Tiznit", "تيزنيت", "ⵜⵉⵣⵏⵉⵜ"]),
];

/// The province of a commune's code `09.PPP.CC.NN.`.
pub fn province_of(commune_code: &str) -> Option<&'static Province> {
    let mut parts = commune_code.split('.');
    let (region, code) = (parts.next()?, parts.next()?);
    PROVINCES.iter().find(|p| region == REGION.code && p.code == code)
}

/// A sector of activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sector {
    /// Its name in the log.
    pub code: &'static str,
    /// `agriculture`, `handicraft` or `other`.
    pub group: &'static str,
    /// French.
    pub fr: &'static str,
    /// Arabic.
    pub ar: &'static str,
    /// English.
    pub en: &'static str,
}

macro_rules! sectors {
    ($($group:literal: $($code:literal $fr:literal $ar:literal $en:literal),+;)+) => {
        /// All sectors.
        pub static SECTORS: &[Sector] =
            &[$($(Sector { code: $code, group: $group, fr: $fr, ar: $ar, en: $en },)+)+];
        /// Their codes.
        pub const SECTOR_CODES: &[&str] = &[$($($code,)+)+];
    };
}

sectors! {
    "agriculture":
        "argan" "Argan" "الأركان" "Argan",
        "saffron" "Safran" "الزعفران" "Saffron",
        "honey" "Miel" "العسل" "Honey",
        "amlou_nuts" "Amlou et fruits secs" "أملو والفواكه الجافة" "Amlou and nuts",
        "dates" "Dattes" "التمور" "Dates",
        "cactus_prickly_pear" "Cactus, figue de barbarie" "الصبار والتين الشوكي" "Cactus, prickly pear",
        "carob" "Caroube" "الخروب" "Carob",
        "olive_oil" "Huile d'olive" "زيت الزيتون" "Olive oil",
        "citrus_vegetables" "Agrumes et maraîchage" "الحوامض والخضروات" "Citrus and vegetables",
        "aromatic_medicinal_plants" "Plantes aromatiques et médicinales" "النباتات العطرية والطبية" "Aromatic and medicinal plants",
        "dairy_milk" "Lait et produits laitiers" "الحليب ومشتقاته" "Dairy and milk",
        "goats_sheep" "Caprins et ovins" "الماعز والأغنام" "Goats and sheep",
        "camel" "Camelins" "الإبل" "Camels",
        "poultry_eggs" "Volaille et œufs" "الدواجن والبيض" "Poultry and eggs",
        "henna_rose" "Henné et rose" "الحناء والورد" "Henna and rose",
        "couscous_cereals" "Couscous et céréales" "الكسكس والحبوب" "Couscous and cereals",
        "seaweed" "Algues" "الطحالب" "Seaweed";
    "handicraft":
        "weaving_carpets" "Tissage et tapis" "النسيج والزرابي" "Weaving and carpets",
        "embroidery_sewing" "Broderie et couture" "الطرز والخياطة" "Embroidery and sewing",
        "jewellery_silver" "Bijouterie d'argent" "الحلي الفضية" "Silver jewellery",
        "pottery" "Poterie" "الفخار" "Pottery",
        "leather_babouche" "Cuir et babouches" "الجلد والبلغة" "Leather and babouches",
        "wood_marquetry" "Bois et marqueterie" "الخشب والتطعيم" "Wood and marquetry",
        "basketry" "Vannerie" "صناعة السلال" "Basketry";
    "other":
        "fishing_artisanal" "Pêche artisanale" "الصيد التقليدي" "Artisanal fishing",
        "fish_processing" "Transformation du poisson" "تحويل الأسماك" "Fish processing",
        "rural_tourism_lodging" "Tourisme rural et hébergement" "السياحة القروية والإيواء" "Rural tourism and lodging",
        "catering" "Restauration" "الإطعام" "Catering",
        "services" "Services" "الخدمات" "Services",
        "waste_recycling" "Déchets et recyclage" "النفايات وإعادة التدوير" "Waste and recycling",
        "transport" "Transport" "النقل" "Transport",
        "literacy_nursery" "Alphabétisation et crèche" "محو الأمية والحضانة" "Literacy and nursery",
        "housing" "Habitat" "السكن" "Housing",
        "trade" "Commerce" "التجارة" "Trade";
}
