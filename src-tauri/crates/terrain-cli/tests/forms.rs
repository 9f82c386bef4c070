//! Workbooks by command: checked at their cells in three languages, run as the reference runs them, published, printed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::fs;

use common::programme::{real, workbook};
use common::{Outcome, Place, fails, run};
use serde_json::{Value as Json, json};

const CLEAN: &str = "survey
    | type | name | label |
    | integer | members | Membres |
    settings
    | form_id | version | form_title |
    | essai | 1 | Essai |";

/// A verdict: status, codes of the findings as `CELL key`, and every finding with its keys, told in each language.
fn check(place: &Place, sheets: &str, status: i32, expected: &[&str]) {
    let file = place.file("essai.xlsx", workbook(sheets));
    let mut said = Vec::new();
    for language in ["fr", "ar", "en"] {
        let told = run(&["form", "check", &file, "--json", "--lang", language]);
        assert_eq!(told.status, status, "{sheets} {}", told.out);
        let verdict = told.json();
        assert_eq!(verdict["form"].is_null(), status == 2);
        let findings = verdict["findings"].as_array().unwrap();
        for finding in findings {
            let keys: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["advice", "args", "at", "code", "key", "message", "related", "severity", "span"]);
            let at: Vec<&str> = finding["at"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(at, ["cell", "column", "row", "sheet"]);
            let message = finding["message"].as_str().unwrap();
            let arabic = message.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
            assert!(arabic == (language == "ar") && !message.contains("form-"), "{language} {message}");
        }
        let named = |f: &Json| format!("{} {}", f["at"]["cell"].as_str().unwrap_or("-"), f["key"].as_str().unwrap());
        let found: Vec<String> = findings.iter().map(named).collect();
        assert!(
            expected.iter().all(|e| found.iter().any(|f| f == e)) && found.is_empty() == expected.is_empty(),
            "{sheets} {found:?}"
        );
        said.push(told.out);
    }
    said.dedup();
    assert_eq!(said.len(), if expected.is_empty() { 1 } else { 3 }, "each language has its own words");
    // For a person: the cell stands in front, and nothing is a bare id.
    let read = run(&["form", "check", &file]);
    assert!(read.status == status && !read.out.contains("form-") && read.out.lines().count() > expected.len());
}

#[test]
fn a_workbook_is_checked_at_its_cells() {
    let place = Place::empty();
    let survey = |rows: &str| format!("survey\n| type | name | label |\n{rows}");
    check(&place, CLEAN, 0, &[]);
    check(&place, &survey("| texte | a | A |"), 2, &["A2 form-type-unknown"]);
    check(&place, &survey("| text | a | A |\n| text | a | B |"), 2, &["B3 form-name-twice"]);
    check(&place, &survey("| begin group | g | G |\n| text | a | A |"), 2, &["A2 form-begin-alone"]);
    check(&place, &survey("| text | a | ${absente} |"), 2, &["C2 form-reference-unknown"]);
    check(&place, &survey("| text | a | = |"), 2, &["C2 form-cell-error"]);
    check(&place, &survey("| text | a | < A |\n| text | b | B |"), 1, &["C2 form-merged"]);
    check(&place, "survey\n| type | name | label | label |\n| text | a | A | B |", 2, &["D1 form-header-twice"]);
    check(&place, "survey\n| type | name | label | couleur |\n| text | a | A | B |", 1, &["D1 form-column-unknown"]);
    let cycle = "survey\n| type | name | calculation |\n| calculate | a | ${b} |\n| calculate | b | ${a} |";
    check(&place, cycle, 2, &["C2 form-cycle"]);
}

/// Each is told with what to do, in place of a form; nothing ends in a defect.
#[test]
fn files_that_are_no_workbooks() {
    let place = Place::empty();
    let whole = workbook(CLEAN);
    let noise: Vec<u8> = (0..5_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let cases: [(&str, &[u8], &str); 6] = [
        ("texte.xlsx", b"bonjour", "form-file-damaged"),
        ("bruit.xlsx", &noise, "form-file-damaged"),
        ("bruit.xls", &noise, "form-file-damaged"),
        ("coupe.xlsx", &whole[..whole.len() / 2], "form-file-damaged"),
        ("vide.xlsx", b"", "form-file-empty"),
        ("table.csv", b"type,name\ntext,a\n", "form-file-damaged"),
    ];
    for (name, bytes, key) in cases {
        let told = run(&["form", "check", &place.file(name, bytes), "--json"]);
        let finding = &told.json()["findings"][0];
        assert_eq!((told.status, finding["key"].as_str()), (2, Some(key)), "{name} {}", told.out);
        assert!(finding["advice"].is_string(), "{name}");
    }
    fails(&run(&["form", "check", &place.text("absent.xlsx"), "--json"]), 2, "fault-file-missing");
    fails(&run(&["form", "check", &place.text(""), "--json"]), 2, "fault-not-a-file");
}

#[test]
fn a_form_runs_as_the_reference_runs_it() {
    let name = "XLSForm__pyxform__group";
    let file = |inner: &str| real(inner).to_str().unwrap().to_owned();
    let (book, answers) =
        (file(&format!("workbooks/{name}.xlsx")), file(&format!("expected/seed1/{name}.answers.json")));
    let expected = fs::read_to_string(file(&format!("expected/seed1/{name}.expected.json"))).unwrap();
    let expected: Json = serde_json::from_str(&expected).unwrap();
    let ran = run(&["form", "run", &book, "--answers", &answers, "--reference", "--json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    for part in ["steps", "invalid", "volatile"] {
        assert_eq!(ran.json()[part], expected[part], "{part}");
    }
    let bench = run(&["bench", "form", &book, "--answers", &answers, "--json"]);
    for key in ["load_ms", "create_ms", "answer_ms_p50", "answer_ms_p95", "answer_ms_max"] {
        assert!(bench.json()[key].as_f64().is_some_and(|ms| ms >= 0.0), "{key} {}", bench.out);
    }
    let refused =
        run(&["form", "run", &file("workbooks/XLSForm__pyxform__bad_calc.xlsx"), "--answers", &answers, "--json"]);
    assert_eq!((refused.status, refused.json()["errors"][0]["at"]["cell"].as_str()), (2, Some("D2")));
    let place = Place::empty();
    for bad in ["", "[", r#"{"steps": 3}"#, r#"{"steps": [{"set": 1}]}"#] {
        let bad = place.file("reponses.json", bad);
        fails(&run(&["form", "run", &book, "--answers", &bad, "--json"]), 2, "fault-answers-unreadable");
    }
}

/// By file and by shipped name, once for all; what cannot be read is refused whole; a coach does not publish.
#[test]
fn a_form_is_published_once() {
    let (place, khadija, amina, _) = Place::programme();
    let file = place.file("essai.xlsx", workbook(CLEAN));
    let made = khadija.does(&["form", "publish", &file]);
    assert_eq!((&made["already"], &made["form_id"], &made["version"]), (&json!(false), &json!("essai"), &json!("1")));
    let again = khadija.does(&["form", "publish", &file]);
    assert_eq!((&again["already"], &again["id"]), (&json!(true), &made["id"]));
    assert_eq!(khadija.does(&["form", "publish", "diagnostic"])["already"], false);
    fails(&amina.runs(&["form", "publish", &file, "--json"]), 3, "fault-not-allowed");
    fails(&khadija.runs(&["form", "publish", &file, "--purpose", "diagnostik", "--json"]), 2, "fault-unknown-purpose");
    let bad = place.file("bad.xlsx", "hello");
    fails(&khadija.runs(&["form", "publish", &bad, "--json"]), 2, "fault-form-refused");
    fails(&khadija.runs(&["form", "publish", &place.text("absent.xlsx"), "--json"]), 2, "fault-file-missing");
    assert_eq!(khadija.ids("form").len(), 2);

    let prints = |told: Outcome, part: &str| assert!(told.status == 0 && told.out.contains(part), "{}", told.out);
    prints(run(&["form", "print", &file, "--blank"]), "Membres");
    prints(khadija.runs(&["form", "print", "essai"]), "Membres");
    prints(khadija.runs(&["form", "print", "diagnostic", "--lang", "ar"]), "\u{627}");
    let listed = khadija.runs(&["list", "form"]).out;
    assert!(listed.contains("Essai") && listed.contains("Diagnostic"), "{listed}");
}
