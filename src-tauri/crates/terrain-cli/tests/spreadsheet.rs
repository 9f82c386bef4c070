//! A coordinator's own spreadsheet becomes the programme's cooperatives, and the coaches' visits meet in the central file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use common::{Place, differences, picture};
use serde_json::{Value as Json, json};

/// A spreadsheet as a coordinator keeps it: a title, French headers with accents, cells filled in by hand, some wrong.
fn spreadsheet() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Coopératives").unwrap();
    sheet.write(0, 0, "Programme d’accompagnement — 2ᵉ tranche").unwrap();
    let headers = [
        "N°",
        "Nom de la coopérative",
        "Nom en arabe",
        "Préfecture / Province",
        "Secteur d’activité",
        "ICE",
        "Date d’immatriculation",
        "Capital social (DH)",
        "Femmes",
        "Hommes",
        "Téléphone",
        "Observations",
    ];
    for (column, header) in headers.iter().enumerate() {
        sheet.write(3, column as u16, *header).unwrap();
    }
    let rows = [
        [
            "1",
            "=cmd|'/c calc'!A1",
            "تعاونية الأمل",
            "Taroudannt",
            "Safran",
            "",
            "15/03/2023",
            "12 500,50 DH",
            "12",
            "3",
            "0612345678",
            "",
        ],
        ["2", "<img src=x onerror=alert(1)>", "", "TIZNIT", "argan", "", "2023-04-01", "", "", "", "", "à revoir"],
        [
            "3",
            "Coopérative Ifoulki",
            "تعاونية إفولكي",
            "Chtouka-Aït Baha",
            "Miel",
            "",
            "",
            "1 000,00 DH",
            "7",
            "",
            "",
            "",
        ],
        ["4", "Province fausse", "", "Casablanca", "Miel", "", "", "", "", "", "", ""],
        ["5", "Date fausse", "", "Tata", "Miel", "", "31/02/2023", "", "", "", "", ""],
        ["6", "", "", "Tata", "Miel", "", "", "", "", "", "", ""],
        ["7", "Coopérative Ifoulki", "", "Tata", "Miel", "", "", "", "", "", "", ""],
        ["8", "Effectif faux", "", "Tata", "Miel", "", "", "", "douze", "", "", ""],
    ];
    for (i, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            sheet.write_string(4 + i as u32, column as u16, *text).unwrap();
        }
    }
    // As Excel keeps it once somebody typed it without an apostrophe: a number.
    sheet.write(4, 5, 1_234_567_000_045_f64).unwrap();
    sheet.write(4, 10, 612_345_678_f64).unwrap();
    sheet.write_formula(12, 1, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    book.save_to_buffer().unwrap()
}

/// The coordinator's own spreadsheet into a new programme; assigned, visited offline by two coaches, synced, read back,
/// and read by its key in the central file.
#[test]
fn a_spreadsheet_becomes_visits_in_the_central_file() {
    let place = Place::empty();
    let file = place.file("liste.xlsx", spreadsheet());
    let (amina, hassan) = (place.laptop("amina"), place.laptop("hassan"));
    let khadija = place.laptop("khadija");
    let (one, two) = (format!("Amina={}", amina.data), format!("Hassan={}", hassan.data));
    let paper = place.text("papier.txt");
    let started = khadija.does(&[
        "init",
        "--programme",
        "Essai Souss",
        "--person",
        "Khadija",
        "--central",
        &khadija.central,
        "--paper-key-out",
        &paper,
        "--coach",
        &one,
        "--coach",
        &two,
    ]);
    assert!(place.path("papier.txt").is_file() && started["coaches"].as_array().unwrap().len() == 2);
    assert_eq!(khadija.does(&["status"])["health"]["findings"], json!([]));

    let before = (picture(&place.path("khadija")), khadija.everything());
    let trial = khadija.runs(&["import", "cooperative", &file, "--dry-run", "--json"]);
    assert_eq!(
        (trial.status, &trial.json()["new"], &trial.json()["refused"]),
        (1, &json!(3), &json!(6)),
        "{}",
        trial.out
    );
    assert_eq!(differences(&before.0, &picture(&place.path("khadija"))), Vec::<std::path::PathBuf>::new());
    assert!(khadija.everything() == before.1);

    let report = khadija.does(&["import", "cooperative", &file]);
    assert_eq!([&report["new"], &report["changed"], &report["same"], &report["refused"]], [3, 0, 0, 6]);
    let column = |name: &str| {
        let columns = report["columns"].as_array().unwrap();
        columns.iter().find(|c| c["column"] == name).map(|c| c["field"].clone()).unwrap()
    };
    assert_eq!(column("Préfecture / Province"), "province");
    assert_eq!((column("Capital social (DH)"), column("Observations")), (json!("capital_subscribed"), Json::Null));
    let refused: Vec<(u64, &str, &str)> = (report["rows"].as_array().unwrap().iter())
        .filter(|r| r["outcome"] == "refused")
        .map(|r| (r["row"].as_u64().unwrap(), r["cell"].as_str().unwrap(), r["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(
        refused,
        [
            (8, "Coopératives!D8", "import-reason-province"),
            (9, "Coopératives!G9", "import-reason-date"),
            (10, "Coopératives!B10", "import-reason-name"),
            (11, "Coopératives!B11", "import-reason-twice"),
            (12, "Coopératives!I12", "import-reason-number"),
            (13, "Coopératives!B13", "import-reason-error"),
        ]
    );
    let again = khadija.does(&["import", "cooperative", &file]);
    assert_eq!([&again["new"], &again["changed"], &again["same"], &again["refused"]], [0, 0, 3, 6]);

    let rows = khadija.does(&["list", "cooperative"]);
    let row = |name: &str| rows.as_array().unwrap().iter().find(|r| r["name_fr"] == name).unwrap();
    let formula = row("=cmd|'/c calc'!A1");
    assert_eq!([&formula["ice"], &formula["phone"]], ["001234567000045", "0612345678"]);
    assert_eq!(
        (&formula["capital_subscribed"], &formula["registration_date"]),
        (&json!(1_250_050), &json!("2023-03-15"))
    );
    assert_eq!(
        (&formula["members_women"], &formula["members_total"], &formula["province_code"]),
        (&json!(12), &json!(15), &json!("541"))
    );
    let markup = row("<img src=x onerror=alert(1)>");

    khadija.does(&["assign", formula["id"].as_str().unwrap(), "Amina"]);
    khadija.does(&["assign", "Coopérative Ifoulki", "Hassan"]);
    khadija.syncs();
    for (coach, name, cooperative, day) in
        [(&amina, "Amina", formula, "2026-11-02"), (&hassan, "Hassan", markup, "2026-11-03")]
    {
        coach.syncs();
        let person = coach.does(&["show", "person", name])["id"].as_str().unwrap().to_owned();
        let (of, by, on) = (
            format!("cooperative={}", cooperative["id"].as_str().unwrap()),
            format!("coach={person}"),
            format!("planned_on={day}"),
        );
        coach.does(&["new", "visit", &of, &by, &on, "purpose=زيارة أولى"]);
        assert_eq!(coach.does(&["status"])["unsent"], 5);
        assert_eq!(coach.syncs()["delivered"], true);
    }
    let report = khadija.syncs();
    assert!(report["received"].as_u64().unwrap() >= 10 && report["published"].is_u64(), "{report}");
    let visits = khadija.does(&["list", "visit"]);
    assert_eq!(visits.as_array().unwrap().len(), 2);
    assert!(visits.as_array().unwrap().iter().all(|v| v["delivery"] == "received" && v["purpose"] == "زيارة أولى"));

    assert_eq!(
        read_central(&khadija, &place.text("central/souss-massa.mourafaka")),
        [
            "<img src=x onerror=alert(1)>||Tiznit|Argan||",
            "=cmd|'/c calc'!A1|تعاونية الأمل|Taroudannt|Safran|12500.5|Amina",
            "Coopérative Ifoulki|تعاونية إفولكي|Chtouka-Aït Baha|Miel|1000|Hassan",
            "2026-11-02|=cmd|'/c calc'!A1|Amina|زيارة أولى",
            "2026-11-03|<img src=x onerror=alert(1)>|Hassan|زيارة أولى",
        ]
    );
    assert_eq!(amina.runs(&["call", "central_key"]).status, 3);
}

/// The views of the central file as any SQLCipher 4 shows them under the key that the coordinator asked for. (The command
/// `sqlcipher` of Debian 12 is version 3, which knows neither the page size nor the hash of version 4.)
fn read_central(khadija: &common::Laptop, file: &str) -> Vec<String> {
    let key = khadija.does(&["call", "central_key", "{}"]);
    let db = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    db.execute_batch(key["pragma"].as_str().unwrap()).unwrap();
    let mut lines = Vec::new();
    for sql in [
        "SELECT nom, nom_arabe, province, secteur, capital_souscrit_dh, accompagnateur FROM lisible_cooperatives ORDER BY nom",
        "SELECT date, cooperative, accompagnateur, objet FROM lisible_visites ORDER BY date",
    ] {
        let mut query = db.prepare(sql).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let shown = |i| match row.get_ref(i).unwrap() {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                rusqlite::types::ValueRef::Real(x) => x.to_string(),
                _ => String::new(),
            };
            lines.push((0..columns).map(shown).collect::<Vec<_>>().join("|"));
        }
    }
    lines
}
