//! Scores of two diagnostics a year apart, the later one on a newer version of the form; and a report that begins with what
//! was agreed the last time.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

type Sheet<'a> = (&'a str, &'a [&'a [&'a str]]);

/// A workbook in a file of its own; it goes with what is returned.
pub fn workbook(sheets: &[Sheet<'_>]) -> tempfile::NamedTempFile {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
            }
        }
    }
    let file = tempfile::Builder::new().suffix(".xlsx").tempfile().unwrap();
    book.save(file.path()).unwrap();
    file
}

pub fn published(session: &mut api::Session, file: &tempfile::NamedTempFile) -> String {
    let words = api::Words::new(api::Language::En);
    api::publish_form(session, file.path().to_str().unwrap(), None, &words).unwrap().id.to_string()
}

fn answered(session: &mut api::Session, form: &str, cooperative: &str, answers: &[(&str, &str)]) -> String {
    let entry = api::new_entry(session, form, cooperative, None).unwrap().id.to_string();
    let answers = answers.iter().map(|(q, v)| ((*q).to_owned(), (*v).to_owned())).collect();
    api::fill(session, &entry, &api::Filling { answers, ..api::Filling::default() }).unwrap();
    entry
}

const CHOICES: &[&[&str]] = &[
    &["list_name", "name", "label"],
    &["lv", "0", "none"],
    &["lv", "1", "little"],
    &["lv", "2", "some"],
    &["lv", "3", "much"],
    &["lv", "4", "all"],
];
const DIMENSIONS: &[&[&str]] =
    &[&["name", "label", "weight", "blocking"], &["d1", "First", "50", "a"], &["d2", "Second", "50", ""]];

/// Under the later form's scale the earlier diagnostic lacks a question; under the earlier one's the later has one besides.
/// Both ways the movements of each axis add up to its difference.
#[test]
fn what_moved_is_told_under_either_versions_scale() {
    let first = workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label"],
                &["select_one lv", "a", "A"],
                &["select_one lv", "b", "B"],
                &["select_one lv", "c", "C"],
            ],
        ),
        ("choices", CHOICES),
        (
            "settings",
            &[&["form_title", "form_id", "version", "terrain_purpose"], &["Two axes", "axes", "1", "diagnostic"]],
        ),
        ("terrain_dimensions", DIMENSIONS),
        (
            "terrain_scoring",
            &[
                &["dimension", "question", "weight", "map", "target"],
                &["d1", "a", "3", "", ""],
                &["d1", "b", "1", "", ""],
                &["d2", "c", "1", "", ""],
            ],
        ),
    ]);
    let second = workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label"],
                &["select_one lv", "a", "A"],
                &["select_one lv", "b", "B"],
                &["select_one lv", "e", "E"],
                &["select_one lv", "c", "C"],
            ],
        ),
        ("choices", CHOICES),
        (
            "settings",
            &[&["form_title", "form_id", "version", "terrain_purpose"], &["Two axes", "axes", "2", "diagnostic"]],
        ),
        ("terrain_dimensions", DIMENSIONS),
        (
            "terrain_scoring",
            &[
                &["dimension", "question", "weight", "map", "target"],
                &["d1", "a", "3", "", ""],
                &["d1", "b", "3", "", ""],
                &["d1", "e", "2", "", ""],
                &["d2", "c", "1", "", ""],
            ],
        ),
    ]);
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" })).to_string();
    let khadija = &mut fleet.of("Khadija").session;
    let form = published(khadija, &first);
    let before = answered(khadija, &form, &cooperative, &[("a", "1"), ("b", "3"), ("c", "2")]);
    let form = published(khadija, &second);
    let after = answered(khadija, &form, &cooperative, &[("a", "3"), ("b", "3"), ("e", "0"), ("c", "2")]);

    let view = serde_json::to_value(api::score(khadija, &after, Some(&before)).unwrap()).unwrap();
    let number = |pointer: &str| view.pointer(pointer).and_then(Json::as_f64).unwrap_or(f64::NAN);
    // By hand: (3·75 + 3·75 + 2·0) / 8 and 50; then (3·25 + 1·75) / 4 and 50.
    assert_eq!((number("/overall"), number("/against/score/overall")), (53.125, 43.75));
    // The earlier one under the later scale: (3·25 + 3·75) / 6, e not asked; the later one under the earlier: (3·75 + 75) / 4.
    let this = "/against/under_this/comparison/overall/delta";
    let that = "/against/under_that/comparison/overall/delta";
    assert_eq!((number(this), number(that)), (53.125 - 50.0, 62.5 - 43.75));
    assert_eq!(view.pointer("/against/under_this/recomputed/not_asked/0/question"), Some(&json!("e")));
    for under in ["under_this", "under_that"] {
        for axis in view.pointer(&format!("/against/{under}/comparison/axes")).unwrap().as_array().unwrap() {
            let difference = &axis["difference"];
            let moved = difference["movements"].as_array().unwrap().iter();
            let sum: f64 = moved.map(|m| m["by_level"].as_f64().unwrap() + m["by_composition"].as_f64().unwrap()).sum();
            assert!((sum - difference["delta"].as_f64().unwrap()).abs() < 1e-9, "{under} {axis}");
        }
    }
    // Another cooperative's diagnostic is no earlier state of this one.
    let other = api::new(khadija, "cooperative", &terrain_testkit::json(json!({ "name_fr": "Autre" }))).unwrap();
    let form = published(khadija, &second);
    let foreign = answered(khadija, &form, &other.id.to_string(), &[("a", "1")]);
    assert_eq!(api::score(khadija, &after, Some(&foreign)).unwrap_err().code, "fault-other-cooperative");
}

/// What was agreed at the last finalised visit stands in the next report from the beginning; a draft's words do not.
#[test]
fn a_visit_report_opens_with_what_was_agreed() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija"], &disk, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" })).to_string();
    let khadija = &mut fleet.of("Khadija").session;
    let words = api::Words::new(api::Language::En);
    api::publish_form(khadija, "visit_report", None, &words).unwrap();
    let agreed = |session: &mut api::Session, entry: &str| {
        let view = api::show_entry(session, entry, "fr").unwrap();
        view.questions.into_iter().find(|q| q.name == "last_commitments").map(|q| q.value).unwrap_or_default()
    };
    let filled = [
        ("visit_date", "2026-11-02"),
        ("visit_held", "no"),
        ("next_commitments", "Tenir le cahier de caisse"),
        ("alert_level", "green"),
        ("not_held_reason", "Route coupée"),
    ];
    let first = api::new_entry(khadija, "visit_report", &cooperative, None).unwrap().id.to_string();
    assert_eq!(agreed(khadija, &first), "");
    for (question, value) in filled {
        let set = |session: &mut api::Session, value: &str| {
            let answers = vec![(question.to_owned(), value.to_owned())];
            api::fill(session, &first, &api::Filling { answers, ..api::Filling::default() })
        };
        set(khadija, value).unwrap();
    }
    let second = api::new_entry(khadija, "visit_report", &cooperative, None).unwrap().id.to_string();
    assert_eq!(agreed(khadija, &second), "", "a draft says nothing yet");
    api::finalise(khadija, &first, None).unwrap();
    let third = api::new_entry(khadija, "visit_report", &cooperative, None).unwrap().id.to_string();
    assert_eq!(agreed(khadija, &third), "Tenir le cahier de caisse");
}
