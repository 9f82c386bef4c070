//! An entry as other tools read it: instance XML of ODK, tables as Central writes them, JSON as Central's OData.

mod entry;

pub use entry::{Element, Submission};
