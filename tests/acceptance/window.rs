//! What the window asks of the door.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

/// Runs a command as the window does; gives its answer and the kinds that it touched.
fn asks(fleet: &mut Fleet, name: &str, command: &str, request: Json) -> (Json, Vec<String>) {
    let session = &mut fleet.of(name).session;
    let answer = api::dispatch(session, command, &request.to_string(), &mut |_, _, _| true).unwrap();
    (answer, session.take_touched())
}

/// Each answer says which kinds changed, and what only reads says nothing.
#[test]
fn a_command_tells_what_it_touched() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    fleet.all_sync(&disk);
    fleet.of("Khadija").session.take_touched();
    let new = json!({ "kind": "cooperative", "fields": { "name_fr": "Coopérative Exemple" } });
    let (made, touched) = asks(&mut fleet, "Khadija", "new", new);
    assert_eq!(touched, ["cooperative"]);
    let draft = json!({ "kind": "cooperative", "id": made["id"], "field": "douar", "text": "Aït" });
    assert_eq!(asks(&mut fleet, "Khadija", "draft", draft).1, ["draft"]);
    assert!(asks(&mut fleet, "Khadija", "status", json!({})).1.is_empty());
    let undone = asks(&mut fleet, "Khadija", "undo", json!({}));
    assert_eq!(undone.1, ["cooperative"]);
    fleet.of("Khadija").syncs(&disk);
    assert_eq!(fleet.of("Khadija").session.take_touched(), ["*"], "what is delivered shows on every row");
    fleet.of("Amina").session.take_touched();
    fleet.of("Amina").syncs(&disk);
    assert_eq!(fleet.of("Amina").session.take_touched(), ["*"], "what came may be anything");
}
