//! Files that are no tables, or tables made to hurt: each is refused with what, where and what to do, and nothing is
//! imported; what merely looks odd is read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use common::{Place, differences, fails, picture};
use serde_json::json;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (i, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate() {
            sheet.write(i as u32, column as u16, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A workbook whose sheet is this XML.
fn with_sheet(rows: &str) -> Vec<u8> {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let types = format!(
        r#"<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#
    );
    let link = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{document}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{document}"><sheets><sheet name="Feuille" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#);
    zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", link("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

const HEADER: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>Secteur</t></is></c></row>"#;

#[test]
fn what_is_no_table_is_refused() {
    let place = Place::demo();
    let khadija = place.laptop("coordinator");
    let noise: Vec<u8> = (0..20_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let sound = workbook(&[&["Nom", "Secteur"], &["Essai", "argan"]]);
    let files: Vec<(String, &[&str], &str)> = vec![
        (place.file("lettre.txt", "Madame, Monsieur,\nveuillez trouver ci-joint…\n"), &[], "fault-import-no-header"),
        (place.file("bruit.xlsx", &noise), &[], "fault-sheet-unreadable"),
        (place.file("coupé.xlsx", &sound[..sound.len() / 2]), &[], "fault-sheet-unreadable"),
        (place.file("zip.xlsx", zipped(&[("a.txt", b"a")])), &[], "fault-sheet-unreadable"),
        (place.file("bombe.xlsx", zipped(&[("xl/a", &vec![0; 101 << 20])])), &[], "fault-sheet-bomb"),
        (
            place.file(
                "coin.xlsx",
                with_sheet(&format!(r#"{HEADER}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)),
            ),
            &[],
            "fault-sheet-too-many-cells",
        ),
        (
            place.file("énorme.csv", format!("Nom;Secteur\n{};argan\n", "x".repeat(200_000))),
            &[],
            "fault-sheet-cell-too-long",
        ),
        (place.file("sans-titres.csv", "Coopérative A;argan\nCoopérative B;safran\n"), &[], "fault-import-no-header"),
        (place.file("vide.csv", ""), &[], "fault-sheet-empty"),
        (place.file("blanc.csv", "\n \n"), &[], "fault-sheet-empty"),
        (place.file("vieux.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), &[], "fault-sheet-old-format"),
        (place.text("coach-1"), &[], "fault-not-a-file"),
        (place.text("nulle-part.xlsx"), &[], "fault-file-missing"),
        (place.text("coach-1/key/dedans.xlsx"), &[], "fault-file-unreadable"),
        (place.file("bon.xlsx", &sound), &["--map", "Observations=douar"], "fault-import-unknown-column"),
        (place.file("bon.xlsx", &sound), &["--map", "Nom=nom"], "fault-unknown-field"),
        (place.file("bon.xlsx", &sound), &["--map", "Nom=douar", "--map", "NOM=name_fr"], "fault-field-twice"),
    ];
    let large = place.text("grand.xlsx");
    fs::File::create(&large).unwrap().set_len(30 << 20).unwrap();
    let before = picture(&place.path("coordinator"));
    for (file, map, code) in files.iter().chain([&(large, &[] as &[&str], "fault-sheet-too-large")]) {
        let view = fails(&khadija.runs(&[&["import", "cooperative", file, "--json"], *map].concat()), 2, code);
        let named = !map.is_empty() || view["message"].as_str().unwrap().contains(file.as_str());
        assert!(named, "{view}");
    }
    assert_eq!(differences(&before, &picture(&place.path("coordinator"))), Vec::<PathBuf>::new());
}

/// What merely looks odd: how many rows are new, and how many refused.
#[test]
fn what_looks_odd_is_read() {
    let place = Place::demo();
    let khadija = place.laptop("coordinator");
    let check = |file: &str, bytes: &[u8], map: &[&str], new: u64, refused: u64| {
        let file = place.file(file, bytes);
        let report = khadija.does(&[&["import", "cooperative", &file, "--dry-run"], map].concat());
        assert_eq!((&report["new"], &report["refused"]), (&json!(new), &json!(refused)), "{file}: {report}");
        report
    };
    let ghosts: String = (2..=1_048_575).map(|r| format!(r#"<row r="{r}"/>"#)).collect();
    let last = r#"<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Dernière</t></is></c></row>"#;
    let report = check("fantômes.xlsx", &with_sheet(&format!("{HEADER}{ghosts}{last}")), &[], 1, 0);
    assert_eq!(report["rows"][0]["row"], 1_048_576);

    let twice = workbook(&[&["Nom", "Secteur", "Nom"], &["Première", "argan", "Seconde"]]);
    let report = check("deux-fois.xlsx", &twice, &[], 1, 0);
    assert_eq!((&report["rows"][0]["name"], &report["columns"][2]["field"]), (&json!("Première"), &json!(null)));

    let long =
        format!("Nom;Secteur;Douar\nA;argan;{}\nB;argan;\u{7}\n{};argan;\n", "x".repeat(10_001), "é".repeat(100));
    let report = check("long.csv", long.as_bytes(), &[], 1, 2);
    let reasons = [&report["rows"][0]["reason"], &report["rows"][1]["reason"]];
    assert_eq!(reasons, ["import-reason-too-long", "import-reason-control"]);
    assert!(report["rows"][0]["got"].as_str().unwrap().chars().count() < 70);

    let wide: Vec<u8> =
        "Dénomination;Filière;État\nÉtoile;Safran;x\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wide = [b"\xff\xfe".as_slice(), &wide].concat();
    let report = check("utf16.csv", &wide, &["--map", "ÉTAT=douar"], 1, 0);
    assert_eq!(report["columns"][2]["field"], "douar");
    check("bom.csv", "\u{feff}Raison sociale,القطاع\n\"Safran, fils\",الزعفران\n".as_bytes(), &[], 1, 0);
    check("arabe.csv", "اسم التعاونية;الإقليم\nتعاونية الأمل;تارودانت\nتعاونية الامل;طاطا\n".as_bytes(), &[], 1, 1);

    // An Arabic name alone, twice in a row: the second time it is the same cooperative.
    let file = place.file("seul.csv", "اسم التعاونية;القطاع\nتعاونية النجاح;العسل\n");
    assert_eq!(khadija.does(&["import", "cooperative", &file])["new"], 1);
    let again = khadija.does(&["import", "cooperative", &file]);
    assert_eq!((&again["new"], &again["same"], &again["changed"]), (&json!(0), &json!(1), &json!(0)), "{again}");
}
