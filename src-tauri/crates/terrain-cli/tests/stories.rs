//! What people do with the command, told as they would tell it: reading and writing, two laptops and a centre, a
//! coordinator's own spreadsheet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::io::Write;
use std::process::{Command, Stdio};

use common::{KINDS, Place, differences, picture, run};
use serde_json::{Value as Json, json};

/// Status, list, show, search, new, set, history, delete: what was written is what is read.
#[test]
fn everything_is_read_and_written_by_command() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let status = amina.does(&["status"]);
    assert_eq!((&status["person"], &status["role"], &status["unsent"]), (&json!("Amina Exemple"), &json!("coach"), &json!(0)));
    for key in ["last_sync", "conflicts", "drafts", "health"] {
        assert!(status.get(key).is_some(), "{key}");
    }
    let cooperatives = amina.ids("cooperative");
    assert_eq!((cooperatives.len(), amina.ids("visit").len(), amina.ids("person").len()), (4, 4, 3));

    let id = cooperatives[0].as_str();
    let name = amina.reads("cooperative", id, "name_fr");
    let name = name.as_str().unwrap();
    // The beginnings of two identifiers differ within the milliseconds of a day or the laptop's own bits.
    for beginning in [id, &id[..id.len() - 1], &id.to_uppercase(), name, &name.to_uppercase().replace('É', "e")] {
        assert_eq!(amina.reads("cooperative", beginning, "id"), id, "{beginning}");
    }

    let person = amina.does(&["show", "person", "Amina Exemple"])["id"].as_str().unwrap().to_owned();
    let (for_cooperative, by) = (format!("cooperative={id}"), format!("coach={person}"));
    let made = amina.does(&["new", "visit", &for_cooperative, &by, "planned_on=2026-12-01", "days=0.5"]);
    let visit = made["id"].as_str().unwrap();
    assert_eq!(made["findings"], json!([]));
    amina.does(&["set", "visit", visit, "purpose=Tenue des registres", "venue=\"Siège\"", "days=0.75"]);
    amina.does(&["set", "visit", visit, "venue="]);
    let read = amina.does(&["show", "visit", visit]);
    assert_eq!((&read["purpose"], &read["days"], &read["venue"]), (&json!("Tenue des registres"), &json!(0.75), &Json::Null));
    assert_eq!((&read["delivery"], &read["state"]), (&json!("here"), &json!("planned")));
    let found = amina.does(&["list", "visit", "--where", &for_cooperative, "--where", "venue="]);
    assert!(found.as_array().unwrap().iter().any(|v| v["id"] == visit));
    assert_eq!(amina.does(&["list", "visit", "--where", "planned_on=2026-12-01"]).as_array().unwrap().len(), 1);

    // A doubtful value is kept and pointed out: status 1.
    let doubtful = amina.runs(&["set", "cooperative", id, "phone=612", "--json"]);
    assert_eq!((doubtful.status, &doubtful.json()["findings"][0]["code"]), (1, &json!("finding-phone-length")));
    assert_eq!(amina.reads("cooperative", id, "phone"), "612");

    let history = amina.does(&["history", "visit", visit]);
    let days: Vec<(&Json, &Json)> =
        history.as_array().unwrap().iter().filter(|e| e["field"] == "days").map(|e| (&e["value"], &e["live"])).collect();
    assert_eq!(days, [(&json!(0.5), &json!(false)), (&json!(0.75), &json!(true))]);
    assert!(history.as_array().unwrap().iter().all(|e| e["person"] == "Amina Exemple" && e["at"].is_string()));

    amina.does(&["delete", "visit", visit]);
    assert_eq!(amina.runs(&["show", "visit", visit]).status, 2);
    let history = amina.does(&["history", "visit", visit]);
    assert!(history.as_array().unwrap().iter().any(|e| e["operation"] == "delete" && e["value"] == "deleted"));
}

/// Whatever the way a word is written, it finds the record.
#[test]
fn search_knows_accents_and_arabic() {
    let place = Place::demo();
    let hassan = place.laptop("coach-2");
    let made = hassan.does(&["new", "cooperative", "name_fr=L'Œuvre d’Aït-Melloul", "name_ar=مُؤَسَّسَة الأركان", "sector=argan"]);
    let check = |words: &[&str], expected: bool| {
        let found = hassan.does(&[&["search"], words].concat());
        let there = found.as_array().unwrap().iter().any(|f| f["id"] == made["id"] && f["kind"] == "cooperative");
        assert_eq!(there, expected, "{words:?} {found}");
    };
    check(&["oeuvre"], true);
    check(&["Ait", "MELLOUL"], true);
    check(&["aït mell"], true);
    check(&["موسسة"], true);
    check(&["مؤسسه", "الاركان"], true);
    check(&["الأَرْكَان"], true);
    check(&["ait", "introuvable"], false);
    check(&["\"*'); DROP TABLE search; --"], false);
    check(&["'", "\u{202e}", "*"], false);
}

/// What people read is in their language: names for identifiers, words for codes, and what to do next.
#[test]
fn tables_are_for_people() {
    let place = Place::demo();
    let khadija = place.laptop("coordinator");
    let check = |args: &[&str], there: &[&str], not: &[&str]| {
        let told = khadija.runs(args);
        let said = format!("{}{}", told.out, told.err);
        for text in there {
            assert!(said.contains(text), "{args:?} lacks {text}: {said}");
        }
        for text in not {
            assert!(!said.contains(text), "{args:?} has {text}: {said}");
        }
    };
    let cooperative = khadija.ids("cooperative")[0].clone();
    check(&["list", "visit"], &["Coopérative fictive", "Amina Exemple", "tenue", "reçu", "4 fiches"], &["held", "received"]);
    check(&["list", "visit", "--lang", "ar"], &["منجزة", "استُلم", "عدد البطاقات"], &["held", "received"]);
    check(&["list", "assignment"], &["Coopérative fictive", "Hassan Exemple"], &[]);
    check(&["status"], &["coordonnateur(trice) régional(e)", "Brouillons", "À regarder : rien"], &["quarantined"]);
    check(&["history", "cooperative", &cooperative], &["création", "créée", "règlement", "oui"], &["create", "alive"]);
    check(&["set", "cooperative", &cooperative, "douar=Essai"], &["Enregistré", "« sync »"], &[]);
    check(&["set", "cooperative", &cooperative, "douar=Autre", "--quiet"], &["Enregistré"], &["« sync »"]);
    check(&["status", "--lang", "en"], &["Changes to send: 2", "\"sync\""], &[]);
    check(&["set", "cooperative", &cooperative, "ice=1"], &["15 chiffres", "gardé"], &[]);
    check(&["sync", &khadija.central, "--dry-run"], &["À envoyer : 3", "Essai"], &["Envoi"]);
    check(&["sync", &khadija.central, "--quiet"], &["copie du bureau"], &["Fusion", "Envoi…"]);
    check(&["--help"], &["Exemples", "Commandes", "Utilisation"], &["Usage", "Options:", "Print"]);
    check(&["import", "--help", "--lang", "ar"], &["أمثلة", "الأوامر"].map(|t| if t == "الأوامر" { "الخيارات" } else { t }), &["Usage"]);
}

/// Different fields of one record merge; the same field gives one disagreement on both laptops, settled for both by one.
#[test]
fn two_laptops_meet_in_the_centre() {
    let place = Place::demo();
    let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
    let (cooperative, visit) = (amina.ids("cooperative")[0].clone(), amina.ids("visit")[0].clone());
    for (kind, id, hers, his, field) in [
        ("cooperative", &cooperative, "douar=Tagadirt", "email=bureau@exemple.ma", "acronym"),
        ("visit", &visit, "venue=Siège", "days=0.25", "purpose"),
    ] {
        let (first, second) = (format!("{field}=Première"), format!("{field}=Seconde"));
        amina.does(&["set", kind, id, hers, &first]);
        hassan.does(&["set", kind, id, his, &second]);
    }
    assert_eq!(amina.syncs()["conflicts"], 0);
    let met = hassan.runs(&["sync", &hassan.central, "--json"]);
    assert_eq!((met.status, &met.json()["conflicts"], &met.json()["delivered"]), (1, &json!(2), &json!(true)));
    assert_eq!(amina.syncs()["conflicts"], 2);
    for laptop in [&amina, &hassan] {
        assert_eq!(laptop.reads("cooperative", &cooperative, "douar"), "Tagadirt");
        assert_eq!(laptop.reads("cooperative", &cooperative, "email"), "bureau@exemple.ma");
        assert_eq!(laptop.reads("visit", &visit, "venue"), "Siège");
        assert_eq!(laptop.reads("visit", &visit, "days"), 0.25);
        assert_eq!(laptop.reads("visit", &visit, "provisional"), json!(["purpose"]));
        let open = laptop.does(&["conflicts"]);
        assert_eq!(open.as_array().unwrap().len(), 2);
        for conflict in open.as_array().unwrap() {
            let mut values: Vec<&str> =
                conflict["values"].as_array().unwrap().iter().map(|v| v["value"].as_str().unwrap()).collect();
            values.sort_unstable();
            assert_eq!(values, ["Première", "Seconde"]);
        }
    }
    // Standing disagreements are no findings of a later sync.
    assert_eq!(amina.runs(&["sync", &amina.central]).status, 0);

    amina.does(&["resolve", &format!("{cooperative}.acronym"), "--take", "2", "--note", "Vu ensemble"]);
    amina.does(&["resolve", &format!("{visit}.purpose"), "--value", "Troisième"]);
    amina.syncs();
    hassan.syncs();
    for laptop in [&amina, &hassan] {
        assert_eq!(laptop.does(&["conflicts"]), json!([]));
        assert_eq!(laptop.reads("visit", &visit, "purpose"), "Troisième");
        let history = laptop.does(&["history", "cooperative", &cooperative]);
        let entries: Vec<&Json> =
            history.as_array().unwrap().iter().filter(|e| e["field"] == "acronym").collect();
        let said = |value: &str| entries.iter().any(|e| e["value"] == value);
        assert!(said("Première") && said("Seconde"), "{history}");
        let settled = entries.iter().find(|e| e["operation"] == "settle").unwrap();
        assert_eq!((&settled["note"], &settled["live"]), (&json!("Vu ensemble"), &json!(true)));
    }
    assert_eq!(amina.reads("cooperative", &cooperative, "acronym"), hassan.reads("cooperative", &cooperative, "acronym"));
}

/// A sync with nothing to say leaves every byte, name and time of the centre as it was.
#[test]
fn a_repeated_sync_changes_nothing() {
    let place = Place::demo();
    let laptops = ["coordinator", "coach-1", "coach-2"].map(|name| place.laptop(name));
    for laptop in &laptops {
        laptop.syncs();
    }
    let before = picture(&place.path("central"));
    for laptop in laptops.iter().chain(&laptops) {
        let report = laptop.syncs();
        assert_eq!((&report["bytes_written"], &report["findings"]), (&json!(0), &json!([])));
    }
    assert_eq!(differences(&before, &picture(&place.path("central"))), Vec::<std::path::PathBuf>::new());
    assert_eq!(run(&["fsck", &place.text("central")]).status, 0);
}

#[test]
fn the_same_seed_gives_the_same_programme() {
    let place = Place::empty();
    let made = place.demonstrate("one", 7);
    let again = place.demonstrate("two", 7);
    assert_eq!((&made["visits"], &made["conflicts"]), (&again["visits"], &again["conflicts"]));
    for kind in KINDS {
        let [one, two] = ["one/coordinator", "two/coordinator"].map(|d| place.laptop(d).does(&["list", kind]));
        assert_eq!(one, two, "{kind}");
    }
}

/// A spreadsheet as a coordinator keeps it: a title, French headers with accents, cells filled in by hand, some wrong.
fn spreadsheet() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Coopératives").unwrap();
    sheet.write(0, 0, "Programme d’accompagnement — 2ᵉ tranche").unwrap();
    let headers = [
        "N°", "Nom de la coopérative", "Nom en arabe", "Préfecture / Province", "Secteur d’activité", "ICE",
        "Date d’immatriculation", "Capital social (DH)", "Femmes", "Hommes", "Téléphone", "Observations",
    ];
    for (column, header) in headers.iter().enumerate() {
        sheet.write(3, column as u16, *header).unwrap();
    }
    let rows = [
        ["1", "=cmd|'/c calc'!A1", "تعاونية الأمل", "Taroudannt", "Safran", "", "15/03/2023", "12 500,50 DH", "12", "3", "0612345678", ""],
        ["2", "<img src=x onerror=alert(1)>", "", "TIZNIT", "argan", "", "2023-04-01", "", "", "", "", "à revoir"],
        ["3", "Coopérative Ifoulki", "تعاونية إفولكي", "Chtouka-Aït Baha", "Miel", "", "", "1 000,00 DH", "7", "", "", ""],
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
/// and read with sqlcipher in the central file.
#[test]
fn a_spreadsheet_becomes_visits_in_the_central_file() {
    let place = Place::empty();
    let file = place.file("liste.xlsx", spreadsheet());
    let (amina, hassan) = (place.laptop("amina"), place.laptop("hassan"));
    let khadija = place.laptop("khadija");
    let (one, two) = (format!("Amina={}", amina.data), format!("Hassan={}", hassan.data));
    let paper = place.text("papier.txt");
    let started = khadija.does(&[
        "init", "--programme", "Essai Souss", "--person", "Khadija", "--central", &khadija.central, "--paper-key-out", &paper,
        "--coach", &one, "--coach", &two,
    ]);
    assert!(place.path("papier.txt").is_file() && started["coaches"].as_array().unwrap().len() == 2);

    let before = (picture(&place.path("khadija")), khadija.everything());
    let trial = khadija.runs(&["import", "cooperative", &file, "--dry-run", "--json"]);
    assert_eq!((trial.status, &trial.json()["new"], &trial.json()["refused"]), (1, &json!(3), &json!(5)), "{}", trial.out);
    assert_eq!((differences(&before.0, &picture(&place.path("khadija"))), khadija.everything()), (vec![], before.1));

    let report = khadija.does(&["import", "cooperative", &file]);
    assert_eq!([&report["new"], &report["changed"], &report["same"], &report["refused"]], [3, 0, 0, 5]);
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
    assert_eq!(refused, [
        (8, "Coopératives!D8", "import-reason-province"),
        (9, "Coopératives!G9", "import-reason-date"),
        (10, "Coopératives!B10", "import-reason-name"),
        (11, "Coopératives!B11", "import-reason-twice"),
        (12, "Coopératives!I12", "import-reason-number"),
    ]);
    let again = khadija.does(&["import", "cooperative", &file]);
    assert_eq!([&again["new"], &again["changed"], &again["same"], &again["refused"]], [0, 0, 3, 5]);

    let rows = khadija.does(&["list", "cooperative"]);
    let row = |name: &str| rows.as_array().unwrap().iter().find(|r| r["name_fr"] == name).unwrap();
    let formula = row("=cmd|'/c calc'!A1");
    assert_eq!([&formula["ice"], &formula["phone"]], ["001234567000045", "0612345678"]);
    assert_eq!((&formula["capital_subscribed"], &formula["registration_date"]), (&json!(1_250_050), &json!("2023-03-15")));
    assert_eq!((&formula["members_women"], &formula["members_total"], &formula["province_code"]), (&json!(12), &json!(15), &json!("541")));
    let markup = row("<img src=x onerror=alert(1)>");

    khadija.does(&["assign", formula["id"].as_str().unwrap(), "Amina"]);
    khadija.does(&["assign", "Coopérative Ifoulki", "Hassan"]);
    khadija.syncs();
    for (coach, name, cooperative, day) in [(&amina, "Amina", formula, "2026-11-02"), (&hassan, "Hassan", markup, "2026-11-03")] {
        coach.syncs();
        let person = coach.does(&["show", "person", name])["id"].as_str().unwrap().to_owned();
        let (of, by, on) = (format!("cooperative={}", cooperative["id"].as_str().unwrap()), format!("coach={person}"), format!("planned_on={day}"));
        coach.does(&["new", "visit", &of, &by, &on, "purpose=زيارة أولى"]);
        assert_eq!(coach.does(&["status"])["unsent"], 5);
        assert_eq!(coach.syncs()["delivered"], true);
    }
    let report = khadija.syncs();
    assert!(report["received"].as_u64().unwrap() >= 10 && report["published"].is_u64(), "{report}");
    let visits = khadija.does(&["list", "visit"]);
    assert_eq!(visits.as_array().unwrap().len(), 2);
    assert!(visits.as_array().unwrap().iter().all(|v| v["delivery"] == "received" && v["purpose"] == "زيارة أولى"));

    let read = read_central(&khadija, &place.text("central/souss-massa.mourafaka"));
    assert_eq!(read, [
        "=cmd|'/c calc'!A1|تعاونية الأمل|Taroudannt|Safran|12500.5|Amina",
        "<img src=x onerror=alert(1)>||Tiznit|Argan|",
        "Coopérative Ifoulki|تعاونية إفولكي|Chtouka-Aït Baha|Miel|1000.0|Hassan",
        "2026-11-02|=cmd|'/c calc'!A1|Amina|زيارة أولى",
        "2026-11-03|<img src=x onerror=alert(1)>|Hassan|زيارة أولى",
    ].map(|l| if l.ends_with("Argan|") { format!("{l}|") } else { l.to_owned() }));
    assert_eq!(amina.runs(&["call", "central_key"]).status, 3);
}

/// The views of the central file as sqlcipher shows them under the key that the coordinator asked for.
fn read_central(khadija: &common::Laptop, file: &str) -> Vec<String> {
    let key = khadija.does(&["call", "central_key", "{}"]);
    let sql = format!(
        "{}\nSELECT nom, nom_arabe, province, secteur, capital_souscrit_dh, accompagnateur FROM lisible_cooperatives ORDER BY nom;\n\
         SELECT date, cooperative, accompagnateur, objet FROM lisible_visites ORDER BY date;\n",
        key["pragma"].as_str().unwrap()
    );
    let mut sqlcipher = Command::new("sqlcipher");
    sqlcipher.args(["-batch", "-readonly", file]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = sqlcipher.spawn().expect("sqlcipher is there: tools/setup.sh installs it");
    running.stdin.take().unwrap().write_all(sql.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().filter(|l| *l != "ok").map(str::to_owned).collect()
}
