//! An entry as other tools read it: instance XML of ODK, tables as Central writes them, JSON as Central's OData.

mod entry;
mod json;
mod tables;
mod xml;

pub use entry::{Element, Submission};
pub use json::to_json;
pub use tables::{TableOptions, to_tables};
pub use xml::to_xml;
