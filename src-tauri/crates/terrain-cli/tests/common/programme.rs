//! The smallest programme that has forms: Khadija coordinates, Amina coaches, one cooperative; and workbooks from text.

use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

use super::{Laptop, Place, run};

impl Place {
    /// Khadija's and Amina's laptops; the cooperative is on both.
    pub fn programme() -> (Self, Laptop, Laptop, String) {
        let place = Self::empty();
        let (data, coach) = (place.text("coordinator"), format!("Amina={}", place.text("coach-1")));
        let (central, paper) = (place.text("central"), place.text("paper"));
        let mut args = vec!["init", "--data", &data, "--programme", "Essai", "--person", "Khadija"];
        args.extend(["--central", &central, "--paper-key-out", &paper, "--coach", &coach, "--json"]);
        let made = run(&args);
        assert_eq!(made.status, 0, "{}", made.err);
        let (khadija, amina) = (place.laptop("coordinator"), place.laptop("coach-1"));
        let fields = ["name_fr=Tifaouine", "sector=argan", "members_women=20", "members_men=5"];
        let made = khadija.does(&[&["new", "cooperative"], &fields[..]].concat());
        khadija.syncs();
        amina.syncs();
        (place, khadija, amina, made["id"].as_str().unwrap().to_owned())
    }
}

/// A workbook from text: the name of a sheet on a line, then its rows between bars. A cell `=` holds a formula in error,
/// `< text` is merged over the cell below.
pub fn workbook(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let plain = rust_xlsxwriter::Format::new();
    let mut lines = text.trim().lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(name) = lines.next() {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        let mut row = 0;
        while let Some(line) = lines.next_if(|line| line.starts_with('|')) {
            for (column, cell) in (0_u16..).zip(line.trim_matches('|').split('|').map(str::trim)) {
                if cell == "=" {
                    let formula = rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!");
                    sheet.write_formula(row, column, formula).unwrap();
                } else if let Some(text) = cell.strip_prefix("< ") {
                    sheet.merge_range(row, column, row + 1, column, text, &plain).unwrap();
                } else if !cell.is_empty() {
                    sheet.write(row, column, cell).unwrap();
                }
            }
            row += 1;
        }
    }
    book.save_to_buffer().unwrap()
}

/// A file of the workspace's real forms.
pub fn real(inner: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data/forms");
    fs::canonicalize(root).unwrap().join(inner)
}

/// An answer's stored value.
pub fn value(shown: &Json, name: &str) -> Json {
    let questions = shown["questions"].as_array().unwrap();
    questions.iter().find(|q| q["name"] == name).map_or(Json::Null, |q| q["value"].clone())
}
