//! The shipped forms: their texts, and the workbooks made from them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

#[path = "../../generate/made.rs"]
mod made;
#[path = "../../generate/patch.rs"]
mod patch;
#[path = "../../generate/sheets.rs"]
mod sheets;
#[path = "../../generate/text.rs"]
mod text;
mod texts;
#[path = "../../generate/workbook.rs"]
mod workbook;
mod workbooks;
