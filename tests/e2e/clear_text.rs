//! Nothing that a person types lies in clear anywhere but on the screen: the real window, as people have it, is typed
//! into, and everything that it may have written is searched while it runs and after it closed.

use std::cell::Cell;
use std::path::PathBuf;
use std::time::Instant;

use serde_json::{Value as Json, json};
use terrain_demo::PASSPHRASE;

use crate::ephemeral::{Ephemeral, holding};
use crate::programme::Programme;

/// Words that nothing else contains.
const ANSWER: &str = "zibelinerouge";
/// Letters that do nothing by themselves, and that nothing else contains.
const FIRST: &str = "xwxw";
const COMMENT: &str = "quartzviolet";
const DRAFT: &str = "ocelotmauve";

#[test]
fn nothing_typed_lies_in_clear() {
    let programme = Programme::new();
    let (entry, questions) = programme.begin_diagnostic("coach-1");
    let (question, _) = questions.iter().find(|(_, control)| control == "text").unwrap();
    let keep =
        |key: &str, value: String| programme.ask("coach-1", "keep_page_state", &json!({"key": key, "value": value}));
    keep("route", json!({"screen": "entry", "entry": entry}).to_string());
    keep(&format!("entry.{entry}"), question.clone());
    let laptop = programme.laptop("coach-1");
    let window = Ephemeral::open(&laptop);
    window.unlocks(PASSPHRASE);

    let form = || programme.peek("coach-1", "entry_form", &json!({"entry": entry, "language": "fr"}));
    let reaches = |what: &str, look: &dyn Fn() -> Option<Json>| {
        let start = Instant::now();
        while !look().is_some_and(|seen| seen.to_string().contains(what)) {
            assert!(
                start.elapsed().as_secs() < 60,
                "{what} does not reach the disk: {}",
                window.picture("failed-clear-text").display()
            );
        }
    };
    // Its question is there once what is typed is kept.
    let drafts = || programme.peek("coach-1", "drafts", &json!({}));
    let typed = Cell::new(None::<Instant>);
    reaches(FIRST, &|| {
        // A pause keeps it; what came too early comes again.
        if typed.get().is_none_or(|at| at.elapsed().as_secs() >= 4) {
            window.types(FIRST);
            typed.set(Some(Instant::now()));
        }
        drafts()
    });
    window.types(ANSWER);
    window.presses("Escape");
    reaches(ANSWER, &form);
    window.presses("c");
    window.types(COMMENT);
    window.presses("Return");
    reaches(COMMENT, &form);
    window.presses("Escape");
    window.presses("c");
    window.types(DRAFT);
    reaches(DRAFT, &drafts);
    window.picture("7-ephemeral");

    let texts = [ANSWER, COMMENT, DRAFT, PASSPHRASE];
    let folders = [laptop.disk(), laptop.data.parent().unwrap()];
    let (found, read) = holding(&folders, &texts);
    assert!(found.is_empty(), "in clear while the window is open: {found:?}");
    assert!(read > 5, "{read} files");
    window.close();
    let (found, _) = holding(&folders, &texts);
    assert!(found.is_empty(), "in clear after the window closed: {found:?}");
    let left: Vec<PathBuf> = files(laptop.disk());
    eprintln!("left beside the data: {left:?}");

    // The search finds what there is.
    std::fs::write(laptop.disk().join("temporary/a"), format!("…{DRAFT}…")).unwrap();
    let wide: Vec<u8> = COMMENT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(laptop.disk().join("home/.cache/b"), wide).unwrap();
    assert_eq!(holding(&folders, &texts).0.len(), 2);
}

fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.flat_map(|e| if e.path().is_dir() { files(&e.path()) } else { vec![e.path()] }).collect()
}
