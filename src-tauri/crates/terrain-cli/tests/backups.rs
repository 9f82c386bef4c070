//! Backups by command, and records deleted by one person and edited by another.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use common::{Place, run};

#[test]
fn a_backup_is_made_proved_and_restored() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let file = place.text("one.mourafaka-backup");
    let made = amina.does(&["backup", &file]);
    assert_eq!(made["file"], file);
    let proof = amina.does(&["prove", &file]);
    assert_eq!((&proof["same"], &proof["behind"]), (&true.into(), &0.into()));
    assert_eq!(amina.runs(&["backup", &file]).status, 2, "never over another file");
    assert_eq!(place.laptop("coordinator").runs(&["prove", &file]).status, 2, "of another laptop");

    let again = place.laptop("again");
    let restored = again.does(&["restore", &file]);
    assert_eq!(restored["person"], amina.does(&["status"])["person"]);
    assert_eq!(again.does(&["list", "cooperative"]), amina.does(&["list", "cooperative"]));
    assert_eq!(again.runs(&["restore", &file]).status, 2, "never over what is there");
    let (secret, other) = (place.file("wrong", "une autre phrase"), place.text("other"));
    assert_eq!(run(&["restore", &file, "--passphrase-file", &secret, "--data", &other]).status, 3);
    assert!(!place.path("other").exists());
    let cut = std::fs::read(&file).unwrap();
    let cut = place.file("cut.mourafaka-backup", &cut[..cut.len() - 1]);
    assert_eq!(amina.runs(&["prove", &cut]).status, 4);
}

#[test]
fn a_task_is_told_and_ended() {
    for (end, left) in [("keep", 0), ("drop", 2)] {
        let place = Place::demo();
        let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
        let row = amina.does(&["list", "cooperative"])[0]["id"].as_str().unwrap().to_owned();
        amina.does(&["delete", "cooperative", &row]);
        hassan.does(&["set", "cooperative", &row, "douar=Aït Exemple"]);
        amina.syncs();
        hassan.syncs();
        let tasks = hassan.does(&["tasks"]);
        assert_eq!((&tasks[0]["head"]["row"], &tasks[0]["edited"][0]["field"]), (&row.clone().into(), &"douar".into()));
        assert!(hassan.runs(&["tasks"]).out.contains("douar"));
        hassan.does(&["tasks", end, "cooperative", &row]);
        assert_eq!(hassan.does(&["tasks"]).as_array().unwrap().len(), 0);
        assert_eq!(hassan.runs(&["show", "cooperative", &row]).status, left, "{end}");
    }
}
