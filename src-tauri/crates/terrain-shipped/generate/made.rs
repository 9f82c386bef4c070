//! All workbooks of `text/`, made in memory. The generator writes them; the tests compare them with what is committed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::patch::later;
use crate::sheets::{Sheet, sheets};
use crate::text::{Choices, Result, Texts, Whole};
use crate::workbook::workbook;

/// The forms, by the names of their texts.
pub const FORMS: &[&str] = &["diagnostic", "visit_plan", "visit_report", "monitoring", "exit"];
/// Later versions for the demonstration.
pub const LATER: &[&str] = &["visit_report-2"];

/// Reads every text below a folder.
pub fn texts(folder: &Path) -> Result<Texts> {
    let mut texts = Texts::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(here)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let name = path.with_extension("");
                let parts = name.strip_prefix(folder)?.iter().map(|p| p.to_string_lossy().into_owned());
                texts.0.insert(parts.collect::<Vec<_>>().join("/"), std::fs::read_to_string(&path)?);
            }
        }
    }
    Ok(texts)
}

/// Every form with its texts gathered, by the file it becomes.
pub fn wholes(texts: &Texts) -> Result<BTreeMap<String, Whole>> {
    let mut wholes = BTreeMap::new();
    for name in FORMS {
        wholes.insert(format!("workbooks/{name}.xlsx"), Whole::read(texts, name)?);
    }
    for name in LATER {
        let whole = later(texts, &format!("demonstration/{name}"))?;
        wholes.insert(format!("demonstration/{name}.xlsx"), whole);
    }
    Ok(wholes)
}

/// Every form as sheets.
pub fn tables(texts: &Texts) -> Result<BTreeMap<String, Vec<Sheet>>> {
    let wholes = wholes(texts)?;
    let choices_of = |name: &str| -> Result<Choices> {
        let found = wholes.values().flat_map(Whole::questions).find(|(_, q)| q.name == name && q.choices.is_some());
        let choices = found.and_then(|(_, q)| q.choices.clone());
        Ok(choices.ok_or_else(|| format!("{name}: no question of this name has choices"))?.0)
    };
    wholes.iter().map(|(file, whole)| Ok((file.clone(), sheets(whole, &choices_of)?))).collect()
}

/// Every form as a workbook.
pub fn workbooks(texts: &Texts) -> Result<BTreeMap<String, Vec<u8>>> {
    tables(texts)?.into_iter().map(|(file, sheets)| Ok((file, workbook(&sheets)?))).collect()
}
