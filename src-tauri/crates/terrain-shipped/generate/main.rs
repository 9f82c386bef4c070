//! Makes the shipped workbooks from their texts: `make gen`. Files whose content is the same stay untouched, since a form
//! is known by its bytes and another packer would change them.

mod made;
mod patch;
mod sheets;
mod text;
mod workbook;

use std::path::Path;

fn main() -> text::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (file, bytes) in made::workbooks(&made::texts(&here.join("text"))?)? {
        let place = here.join(&file);
        let there = std::fs::read(&place).ok().and_then(|old| workbook::parts(&old).ok());
        if there.is_none_or(|old| workbook::parts(&bytes).is_ok_and(|new| new != old)) {
            #[expect(clippy::disallowed_methods, reason = "a developer's tool; the files are under version control")]
            std::fs::write(&place, bytes)?;
            eprintln!("{file}");
        }
    }
    Ok(())
}
