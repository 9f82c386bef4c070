//! The committed workbooks are those of the texts, the same bytes each time; a word changed in a text is a cell changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use terrain_shipped::{SHIPPED, Shipped, VISIT_REPORT_2};

use crate::text::Texts;
use crate::{made, workbook};

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

static TEXTS: LazyLock<Texts> = LazyLock::new(|| made::texts(&folder().join("text")).unwrap());
static MADE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| made::workbooks(&TEXTS).unwrap());

/// Cells that say something, by sheet, header and row.
fn cells(bytes: &[u8]) -> BTreeMap<(String, String, usize), String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = BTreeMap::new();
    for (sheet, range) in book.worksheets() {
        let headers: Vec<String> = range.rows().next().unwrap().iter().map(Data::to_string).collect();
        for (row, values) in range.rows().enumerate().skip(1) {
            for (header, value) in headers.iter().zip(values).filter(|(_, v)| **v != Data::Empty) {
                cells.insert((sheet.clone(), header.clone(), row), value.to_string());
            }
        }
    }
    cells
}

fn shipped() -> impl Iterator<Item = &'static Shipped> {
    SHIPPED.iter().chain([&VISIT_REPORT_2])
}

#[test]
fn committed_workbooks_are_those_of_the_texts() {
    for (file, bytes) in &*MADE {
        let committed = std::fs::read(folder().join(file)).unwrap();
        let same = workbook::parts(bytes).unwrap() == workbook::parts(&committed).unwrap();
        assert!(same, "{file} is not what its text says: run `make gen`");
        let name = Path::new(file).file_stem().unwrap().to_str().unwrap();
        let known = shipped().find(|s| s.name == name).unwrap_or_else(|| panic!("{name} is not handed out"));
        assert_eq!(known.workbook, committed, "{file}");
    }
    assert_eq!(MADE.len(), shipped().count());
}

#[test]
fn making_twice_gives_the_same_bytes() {
    assert!(made::workbooks(&TEXTS).unwrap() == *MADE);
}

/// Changing `from` into `to` in the text `name` changes these cells, and no others in any workbook.
fn check(name: &str, from: &str, to: &str, expected: &[(&str, &str, &str)]) {
    let mut edited = TEXTS.clone();
    let text = edited.0.get_mut(name).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from} in {name}");
    *text = text.replace(from, to);
    let after = made::workbooks(&edited).unwrap();
    let mut changed = BTreeSet::new();
    for (file, bytes) in &*MADE {
        let (old, new) = (cells(bytes), cells(&after[file]));
        for place in old.keys().chain(new.keys()).filter(|place| old.get(*place) != new.get(*place)) {
            changed.insert((file.clone(), place.0.clone(), place.1.clone(), place.2));
            assert!(new.get(place).is_some_and(|cell| cell.contains(to)), "{place:?}");
        }
    }
    let changed: Vec<_> = changed.iter().map(|(f, s, c, _)| (f.as_str(), s.as_str(), c.as_str())).collect();
    assert_eq!(changed, expected, "{from} → {to}");
}

#[test]
fn a_word_changed_in_a_text_is_a_cell_changed() {
    const DIAGNOSTIC: &str = "workbooks/diagnostic.xlsx";
    const FR: &str = "label::Français (fr)";
    const AR: &str = "label::العربية (ar)";
    let governance = "diagnostic/governance";
    check(governance, "Tenue de l'assemblée", "Déroulement de l'assemblée", &[(DIAGNOSTIC, "survey", FR)]);
    check(governance, "لم ينعقد أي جمع عام عادي", "لم يعقد قط أي جمع", &[(DIAGNOSTIC, "choices", AR)]);
    check(
        governance,
        "PV signé, feuille",
        "PV signé et daté, feuille",
        &[(DIAGNOSTIC, "survey", "guidance_hint::Français (fr)")],
    );
    let action = (DIAGNOSTIC, "terrain_actions", FR);
    check("diagnostic/actions", "Calculer le coût de revient complet", "Calculer ensemble le coût", &[action; 3]);
    let both = ["demonstration/visit_report-2.xlsx", "workbooks/visit_report.xlsx"];
    check(
        "visit_report",
        "Qui, quoi, quand.",
        "Qui fait quoi, quand.",
        &both.map(|f| (f, "survey", "hint::Français (fr)")),
    );
}

#[test]
fn settings_say_what_is_handed_out() {
    for form in shipped() {
        let cells = cells(form.workbook);
        let setting = |name: &str| cells[&("settings".to_owned(), name.to_owned(), 1)].clone();
        assert_eq!(setting("terrain_purpose"), form.purpose);
        assert_eq!(setting("default_language"), "Français (fr)");
        assert!(setting("form_id").starts_with("mourafaka_"));
        assert!(setting("version").len() == 10 && setting("version").parse::<u64>().is_ok(), "YYYYMMDDnn");
    }
    let old = cells(SHIPPED.iter().find(|s| s.name == "visit_report").unwrap().workbook);
    let new = cells(VISIT_REPORT_2.workbook);
    let setting = |name: &str| ("settings".to_owned(), name.to_owned(), 1);
    assert_eq!(old[&setting("form_id")], new[&setting("form_id")]);
    assert!(old[&setting("version")] < new[&setting("version")]);
}
