//! What the window says: messages without arguments, read where they are written, so that a change of words changes no journey.

use std::path::Path;

/// The text of a message.
pub fn say(language: &str, id: &str) -> String {
    let ftl = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("src-tauri/crates/terrain-words/ftl");
    let begin = format!("{id} = ");
    let mut folders = vec![ftl.join(language)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).unwrap();
            if let Some(said) = text.lines().find_map(|line| line.strip_prefix(&begin)) {
                assert!(!said.contains("{ $") && !said.contains("{$"), "{id} takes arguments");
                return said.replace("{\" \"}", " ").trim().to_owned();
            }
        }
    }
    panic!("{id} is not said in {language}")
}
