//! Forms written as text: the name of a sheet on a line, then its rows between bars, the first with the headers.

use std::collections::BTreeMap;

use terrain_forms::{CompileOptions, Finding, Form, compile_workbook};
use terrain_sheets::{Cell, Row, Sheet, Workbook};

/// A workbook from text. A blank line is a blank row; `#REF!` is an error of a formula.
pub fn workbook(text: &str) -> Workbook {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut number = 0;
    for line in text.trim().lines().map(str::trim) {
        match line.strip_prefix('|') {
            Some(cells) => {
                number += 1;
                let cells = cells.strip_suffix('|').unwrap_or(cells).split('|').map(cell).collect();
                sheets.last_mut().unwrap().rows.push(Row { number, cells });
            }
            None if line.is_empty() => number += 1,
            None => {
                sheets.push(Sheet { name: line.to_owned(), rows: Vec::new(), merged: Vec::new() });
                number = 0;
            }
        }
    }
    Workbook { sheets }
}

fn cell(text: &str) -> Cell {
    // A bar within a cell is written ¦.
    let text = text.trim().replace('¦', "|");
    match text.as_str() {
        "" => Cell::Empty,
        error if error.starts_with("#REF") => Cell::Error(error.to_owned()),
        number if number.parse::<i64>().is_ok() && !number.starts_with('0') => Cell::Int(number.parse().unwrap()),
        _ => Cell::Text(text),
    }
}

/// Files beside the workbook in all tests.
pub fn media() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([
        ("villages.csv".to_owned(), b"name,label,commune\nimsouane,Imsouane,tamri\n".to_vec()),
        ("broken.csv".to_owned(), b"name\n\xff\n".to_vec()),
        ("carte.png".to_owned(), Vec::new()),
    ])
}

pub fn options() -> CompileOptions {
    CompileOptions { name: "fiche".to_owned(), reference: false }
}

/// Where and what: `B3 XF036`, or `choices!B3 XF059` where it is not the survey.
pub fn told(findings: &[Finding]) -> Vec<String> {
    let place = |f: &Finding| {
        let cell = f.at.cell.clone().unwrap_or_else(|| f.at.row.to_string());
        match f.at.sheet.as_str() {
            "survey" => cell,
            "" => "file".to_owned(),
            sheet => format!("{sheet}!{cell}"),
        }
    };
    findings.iter().map(|f| format!("{} {}", place(f), f.code)).collect()
}

/// Compiles and compares all findings.
#[track_caller]
pub fn check(text: &str, expected: &str) {
    let findings = match compile_workbook(&workbook(text), &media(), &options()) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    let expected: Vec<&str> = expected.split(", ").filter(|e| !e.is_empty()).collect();
    assert_eq!(told(&findings), expected, "{text}\n{findings:#?}");
}

/// A form that can be used.
#[track_caller]
pub fn form(text: &str) -> Form {
    compile_workbook(&workbook(text), &media(), &options()).map(|(form, _)| form).unwrap_or_else(|f| panic!("{f:#?}"))
}
