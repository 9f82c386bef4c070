//! Real forms that others wrote, against the reference engine and against ourselves: what is asked, offered, computed and
//! wrong after each of thousands of answers.
//!
//! It belongs to the package of the forms, which it needs alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

mod properties;
mod reference;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use terrain_forms::{CompileOptions, Form, compile};
use terrain_shipped::SHIPPED;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data/forms")
}

/// Workbooks by the stem of their name.
fn workbooks() -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(data().join("workbooks")).unwrap().map(|e| e.unwrap().path());
    let excel = files.filter(|p| p.extension().is_some_and(|e| e == "xlsx" || e == "xls"));
    excel.map(|p| (p.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read(&p).unwrap())).collect()
}

/// Those that can be used as they are, without any file beside them, and the forms that come with the product.
fn forms() -> BTreeMap<String, Arc<Form>> {
    let compiled = |name: &str, bytes: &[u8]| {
        let options = CompileOptions { name: name.to_owned(), reference: true };
        compile(bytes, &BTreeMap::new(), &options).ok().map(|(form, _)| Arc::new(form))
    };
    let shipped = SHIPPED.iter().map(|s| (s.name.to_owned(), s.workbook.to_vec()));
    workbooks()
        .into_iter()
        .chain(shipped)
        .filter_map(|(name, bytes)| Some((name.clone(), compiled(&name, &bytes)?)))
        .collect()
}
