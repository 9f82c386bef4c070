//! Glossary: the name of each notion in code and the words people use for it. One noun, one name, everywhere: a new
//! table, field or message takes its name from here. It holds no sentences; those are messages of terrain-words.
//! Tamazight is added to a term when a speaker has reviewed it, and not before.

/// A notion of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its name in code, SQL and message ids.
    pub code: &'static str,
    /// French.
    pub fr: &'static str,
    /// Arabic, as Moroccan law and administration say it.
    pub ar: &'static str,
    /// Plain English.
    pub en: &'static str,
}

const fn term_of(code: &'static str, fr: &'static str, ar: &'static str, en: &'static str) -> Term {
    Term { code, fr, ar, en }
}

/// All terms in the order of the work: the cooperative, the programme, coaching, figures, territory, the app.
pub static GLOSSARY: &[Term] = &[
    term_of("cooperative", "coopérative", "تعاونية", "cooperative"),
    term_of("cooperative_union", "union de coopératives", "اتحاد التعاونيات", "union of cooperatives"),
    term_of("member", "membre, adhérent, coopérateur", "عضو، متعاون", "member"),
    term_of("share", "part sociale", "حصة", "member's share"),
    term_of("share_capital", "capital social", "رأس المال", "share capital"),
    term_of("subscribed_capital", "capital souscrit", "رأس المال المكتتب فيه", "subscribed capital"),
    term_of("paid_capital", "capital libéré", "رأس المال المدفوع", "paid-up capital"),
    term_of("statutes", "statuts", "النظام الأساسي", "statutes"),
    term_of("internal_rules", "règlement intérieur", "النظام الداخلي", "internal rules"),
    term_of("general_assembly", "assemblée générale (AG)", "الجمع العام", "general meeting"),
    term_of(
        "ordinary_assembly",
        "assemblée générale ordinaire (AGO)",
        "الجمع العام العادي",
        "ordinary general meeting",
    ),
    term_of(
        "extraordinary_assembly",
        "assemblée générale extraordinaire (AGE)",
        "الجمع العام الاستثنائي",
        "extraordinary general meeting",
    ),
    term_of("board", "conseil d'administration", "مجلس الإدارة", "board of directors"),
    term_of("manager", "gérant(e)", "مسير(ة)", "manager"),
    term_of("president", "président(e)", "رئيس(ة)", "president"),
    term_of("treasurer", "trésorier(ère)", "أمين(ة) المال", "treasurer"),
    term_of("secretary", "secrétaire", "كاتب(ة)", "secretary"),
    term_of("director", "directeur(trice)", "مدير(ة)", "director"),
    term_of("auditor", "commissaire aux comptes", "مراقب الحسابات", "statutory auditor"),
    term_of("accountant_firm", "fiduciaire", "مكتب المحاسبة", "accounting firm"),
    term_of("minutes", "procès-verbal (PV)", "محضر", "minutes of a meeting"),
    term_of("quorum", "quorum", "النصاب القانوني", "quorum"),
    term_of("surplus", "excédent", "فائض", "surplus"),
    term_of("patronage_refund", "ristourne", "مردودات (ristournes)", "patronage refund"),
    term_of("legal_reserve", "réserve légale", "الاحتياطي القانوني", "legal reserve"),
    term_of(
        "training_fund",
        "fonds d'éducation et de formation coopératives",
        "صندوق التربية والتكوين التعاونيين",
        "cooperative education and training fund",
    ),
    term_of(
        "local_register",
        "registre local des coopératives",
        "السجل المحلي للتعاونيات",
        "local register of cooperatives",
    ),
    term_of(
        "central_register",
        "registre central des coopératives",
        "السجل المركزي للتعاونيات",
        "central register of cooperatives",
    ),
    term_of("registration_number", "numéro d'immatriculation", "رقم التقييد", "registration number"),
    term_of("striking_off", "radiation", "التشطيب", "striking off the register"),
    term_of("court", "tribunal de première instance", "المحكمة الابتدائية", "court of first instance"),
    term_of(
        "ice",
        "identifiant commun de l'entreprise (ICE)",
        "التعريف الموحد للمقاولة",
        "common company identifier (ICE)",
    ),
    term_of(
        "odco",
        "Office du développement de la coopération",
        "مكتب تنمية التعاون",
        "Office for the Development of Cooperation (ODCO)",
    ),
    term_of("delegation", "délégation régionale", "المندوبية الجهوية", "regional delegation"),
    term_of("programme", "programme Mourafaka", "برنامج مرافقة", "Mourafaka programme"),
    term_of("tranche", "tranche", "شطر", "tranche"),
    term_of("phase", "phase", "مرحلة", "phase"),
    term_of("cohort", "cohorte", "فوج", "cohort"),
    term_of(
        "call_for_interest",
        "appel à manifestation d'intérêt",
        "دعوة لإبداء الاهتمام",
        "call for expressions of interest",
    ),
    term_of("application", "candidature", "ترشيح", "application"),
    term_of("selection_committee", "comité de sélection", "لجنة الانتقاء", "selection committee"),
    term_of("enrolment", "adhésion au programme", "الانخراط في البرنامج", "joining the programme"),
    term_of("support_agreement", "convention d'accompagnement", "اتفاقية المواكبة", "support agreement"),
    term_of("beneficiary", "bénéficiaire", "مستفيد(ة)", "beneficiary"),
    term_of("coach", "accompagnateur(trice), coach", "مواكِب(ة)", "coach"),
    term_of("trainer", "formateur(trice)", "مكوِّن(ة)", "trainer"),
    term_of("regional_coordinator", "coordonnateur(trice) régional(e)", "منسق(ة) جهوي(ة)", "regional coordinator"),
    term_of("strategic_diagnostic", "diagnostic stratégique", "التشخيص الاستراتيجي", "strategic diagnostic"),
    term_of("baseline", "situation de référence", "الوضعية المرجعية", "starting situation"),
    term_of("dimension", "dimension", "محور", "dimension"),
    term_of("item", "critère", "معيار", "criterion"),
    term_of("maturity_level", "niveau de maturité", "مستوى النضج", "level of maturity"),
    term_of("score", "score, note", "تنقيط", "score"),
    term_of("weight", "pondération", "معامل الترجيح", "weight"),
    term_of("evidence", "preuve, pièce vue", "وثيقة إثبات", "evidence, document seen"),
    term_of(
        "swot",
        "forces, faiblesses, opportunités, menaces",
        "نقاط القوة والضعف والفرص والتهديدات",
        "strengths, weaknesses, opportunities, threats",
    ),
    term_of("feedback_session", "restitution", "جلسة عرض النتائج", "session giving back the results"),
    term_of("development_plan", "plan de développement", "مخطط التنمية", "development plan"),
    term_of("objective", "objectif", "هدف", "objective"),
    term_of("action", "action", "إجراء", "action"),
    term_of("priority", "priorité", "أولوية", "priority"),
    term_of("due_date", "échéance", "أجل الإنجاز", "due date"),
    term_of("owner", "responsable", "المسؤول عن الإنجاز", "person responsible"),
    term_of("budget", "budget", "ميزانية", "budget"),
    term_of("grouped_training", "formation groupée", "التكوين الجماعي", "group training"),
    term_of("training_session", "session de formation", "دورة تكوينية", "training session"),
    term_of("attendance_sheet", "feuille d'émargement", "ورقة الحضور", "attendance sheet"),
    term_of("pre_test", "pré-test", "اختبار قبلي", "test before the training"),
    term_of("post_test", "post-test", "اختبار بعدي", "test after the training"),
    term_of("satisfaction", "satisfaction", "درجة الرضا", "satisfaction"),
    term_of("individual_coaching", "accompagnement individuel", "المواكبة الفردية", "individual coaching"),
    term_of("coaching_visit", "visite d'accompagnement", "زيارة المواكبة", "coaching visit"),
    term_of("visit_plan", "plan de visite", "برنامج الزيارة", "visit plan"),
    term_of("visit_report", "compte rendu de visite", "تقرير الزيارة", "visit report"),
    term_of("technical_assistance", "assistance technique", "المساعدة التقنية", "technical assistance"),
    term_of("person_day", "homme-jour (jour-personne)", "يوم عمل لكل شخص", "person-day"),
    term_of("monitoring", "suivi", "التتبع", "monitoring"),
    term_of("evaluation", "évaluation", "التقييم", "evaluation"),
    term_of("indicator", "indicateur", "مؤشر", "indicator"),
    term_of("target", "cible", "قيمة مستهدفة", "target"),
    term_of("mid_term_review", "évaluation à mi-parcours", "تقييم نصف المرحلة", "mid-term review"),
    term_of("final_evaluation", "évaluation finale", "التقييم النهائي", "final evaluation"),
    term_of("graduation", "sortie du programme (réussie)", "التخرج من البرنامج", "graduation from the programme"),
    term_of("withdrawal", "retrait, abandon", "انسحاب", "withdrawal"),
    term_of("sector", "secteur", "قطاع", "sector"),
    term_of("branch", "branche d'activité", "فرع النشاط", "branch of activity"),
    term_of("value_chain", "filière", "سلسلة القيمة", "value chain"),
    term_of("market_channel", "canal de commercialisation", "قناة التسويق", "sales channel"),
    term_of("turnover", "chiffre d'affaires", "رقم المعاملات", "turnover"),
    term_of("gross_margin", "marge brute", "الهامش الإجمالي", "gross margin"),
    term_of("break_even", "seuil de rentabilité", "عتبة المردودية", "break-even point"),
    term_of("working_capital", "fonds de roulement", "رأس المال المتداول", "working capital"),
    term_of("cost_price", "coût de revient", "سعر التكلفة", "cost price"),
    term_of("traceability", "traçabilité", "قابلية التتبع", "traceability"),
    term_of("label", "label, signe de qualité (IGP, AOP, bio)", "علامة الجودة", "quality label (PGI, PDO, organic)"),
    term_of("health_authorisation", "autorisation sanitaire (ONSSA)", "الترخيص الصحي", "health authorisation (ONSSA)"),
    term_of("packaging", "emballage", "التعبئة والتغليف", "packaging"),
    term_of("local_product", "produit du terroir", "منتوج مجالي", "local product"),
    term_of("territorial_anchoring", "ancrage territorial", "الارتباط بالمجال الترابي", "roots in the territory"),
    term_of("collective_need", "besoin collectif", "حاجة جماعية", "collective need"),
    term_of(
        "social_economy",
        "économie sociale et solidaire",
        "الاقتصاد الاجتماعي والتضامني",
        "social and solidarity economy",
    ),
    term_of("province", "province", "إقليم", "province"),
    term_of("prefecture", "préfecture", "عمالة", "prefecture"),
    term_of("commune", "commune", "جماعة", "commune"),
    term_of("export_bundle", "fichier d'échange", "ملف التبادل", "exchange file"),
    term_of("sync", "synchronisation", "مزامنة", "synchronisation"),
    term_of("conflict", "conflit de saisie", "تعارض في الإدخال", "conflicting entries"),
    term_of("personal_data", "données à caractère personnel", "المعطيات ذات الطابع الشخصي", "personal data"),
    term_of(
        "consent_notice",
        "notice d'information et consentement",
        "إشعار وموافقة",
        "information notice and consent",
    ),
];

/// The term of this code.
pub fn term(code: &str) -> Option<&'static Term> {
    GLOSSARY.iter().find(|term| term.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each notion has one name in code and words in every language.
    #[test]
    fn every_term_is_named_once_and_said_in_three_languages() {
        let codes: BTreeSet<&str> = GLOSSARY.iter().map(|t| t.code).collect();
        assert_eq!((GLOSSARY.len(), codes.len()), (109, 109), "a term was lost or is there twice");
        let snake = |code: &str| {
            code.starts_with(|c: char| c.is_ascii_lowercase())
                && code.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                && !code.contains("__")
                && !code.ends_with('_')
        };
        let arabic = |text: &str| text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        for t in GLOSSARY {
            assert!(snake(t.code), "{}: not in snake_case", t.code);
            assert!(
                [t.fr, t.ar, t.en].iter().all(|w| !w.is_empty() && w.trim() == *w),
                "{}: a word is missing",
                t.code
            );
            assert!(arabic(t.ar) && !arabic(t.fr) && !arabic(t.en), "{}: languages are mixed up", t.code);
        }
    }

    #[test]
    fn a_term_is_found_by_its_code() {
        assert_eq!(term("coaching_visit").map(|t| t.fr), Some("visite d'accompagnement"));
        assert_eq!(term("visit_coaching"), None);
    }
}
