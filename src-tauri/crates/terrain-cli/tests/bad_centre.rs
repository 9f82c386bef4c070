//! A centre that is none, another's, gone, full or read-only; a laptop whose disk refuses: what was typed stays, and
//! nothing is half done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::{Laptop, Outcome, Place, differences, fails, outcome, picture, run};
use serde_json::json;

/// What was on the laptop and waits to be sent is still there, whatever the centre was.
fn keeps_her_work(laptop: &Laptop, unsent: u64) {
    assert_eq!(laptop.does(&["status"])["unsent"], unsent);
}

#[test]
fn a_centre_that_is_none_is_left_alone() {
    let place = Place::demo();
    let hassan = place.laptop("coach-2");
    place.demonstrate("autre", 9);
    let visit = hassan.ids("visit")[0].clone();
    hassan.does(&["set", "visit", &visit, "purpose=À envoyer"]);
    fs::create_dir(place.path("vide")).unwrap();
    place.file("deux/a.mourafaka", "");
    place.file("deux/b.data/header", "");
    place.file("texte/souss-massa.data/header", "Bonjour");
    place.file(
        "tronqué/souss-massa.data/header",
        &fs::read(place.path("central/souss-massa.data/header")).unwrap()[..40],
    );
    place.file("sans/souss-massa.data/generation", "");
    place.file(
        "étranger/souss-massa.data/header",
        fs::read(place.path("autre/central/souss-massa.data/header")).unwrap(),
    );
    place.file("fichier", "Ceci n'est pas un dossier");
    let check = |centre: &str, status: i32, code: &str| {
        let centre = place.text(centre);
        for args in [&["sync", &centre][..], &["sync", &centre, "--dry-run"]] {
            let before = picture(&place.path(""));
            let view = fails(&hassan.runs(&[args, &["--json"]].concat()), status, code);
            assert!(view["message"].as_str().unwrap().contains(&centre), "{view}");
            let after = picture(&place.path(""));
            let own = |p: &PathBuf| p.starts_with(&hassan.data);
            let changed: Vec<PathBuf> = differences(&before, &after).into_iter().filter(|p| !own(p)).collect();
            assert_eq!(changed, Vec::<PathBuf>::new(), "{centre}");
        }
    };
    check("autre/central", 3, "fault-other-programme");
    check("vide", 4, "fault-no-centre");
    check("pas-là", 4, "fault-no-centre");
    check("fichier", 4, "fault-no-centre");
    check("fichier/dedans", 4, "fault-no-centre");
    check("deux", 2, "fault-several-centres");
    check("texte", 3, "fault-header-bad");
    check("tronqué", 3, "fault-header-bad");
    check("sans", 4, "fault-header-missing");
    check("étranger", 3, "fault-other-programme");
    for (centre, status, code) in [("vide", 4, "fault-no-centre"), ("deux", 2, "fault-several-centres")] {
        fails(&run(&["fsck", &place.text(centre), "--json"]), status, code);
    }
    let absent = place.text("pas-là");
    fails(&hassan.runs(&["heal", &absent, "--json"]), 4, "fault-target-gone");
    assert!(!place.path("pas-là").exists());
    fails(&hassan.runs(&["heal", &place.text("autre/central"), "--json"]), 3, "fault-other-programme");
    keeps_her_work(&hassan, 1);

    // The stick that was remembered is gone; when it is back, all goes on.
    assert_eq!(hassan.syncs()["delivered"], true);
    hassan.does(&["set", "visit", &visit, "purpose=Plus tard"]);
    fs::rename(place.path("central"), place.path("débranché")).unwrap();
    let view = fails(&hassan.runs(&["sync", "--json"]), 4, "fault-no-centre");
    assert!(view["message"].as_str().unwrap().contains("heal"), "{view}");
    assert!(!place.path("central").exists());
    keeps_her_work(&hassan, 1);
    fs::rename(place.path("débranché"), place.path("central")).unwrap();
    assert_eq!(hassan.does(&["sync"])["delivered"], true);
}

/// Writing fails in the middle: a file where a folder should be, a size that the system does not allow. This holds for
/// root too, whom permissions do not stop.
#[test]
fn a_disk_that_refuses_loses_nothing() {
    let place = Place::demo();
    let hassan = place.laptop("coach-2");
    let visit = hassan.ids("visit")[0].clone();
    hassan.does(&["set", "visit", &visit, "purpose=À envoyer"]);
    let _ = fs::remove_dir_all(place.path("central/souss-massa.data/tmp"));
    place.file("central/souss-massa.data/tmp", "pas un dossier");
    let before = picture(&place.path("central"));
    let view = fails(&hassan.runs(&["sync", &hassan.central, "--json"]), 4, "fault-target-failed");
    assert!(view["message"].as_str().unwrap().contains("souss-massa.data/tmp"), "{view}");
    assert_eq!(differences(&before, &picture(&place.path("central"))), Vec::<PathBuf>::new());
    keeps_her_work(&hassan, 1);
    fs::remove_file(place.path("central/souss-massa.data/tmp")).unwrap();
    assert_eq!(hassan.syncs()["delivered"], true);

    let held = hassan.reads("visit", &visit, "purpose");
    let script = "ulimit -f 0; trap '' XFSZ; exec \"$0\" \"$@\"";
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", script, env!("CARGO_BIN_EXE_mourafaka"), "set", "visit", &visit, "purpose=Perdu", "--json"]);
    limited
        .args(["--data", &hassan.data])
        .env("MOURAFAKA_PASSPHRASE", common::PASSPHRASE)
        .env_remove("LANG")
        .env_remove("LC_ALL");
    // Standard output is a pipe, which no limit of files concerns.
    fails(&outcome(limited), 4, "fault-laptop-failed");
    assert_eq!(hassan.reads("visit", &visit, "purpose"), held);
}

/// A script in a mount namespace of its own, where the system allows one: small and read-only file systems without
/// touching the machine's. Gives nothing where it does not; what is proved here of our own code is proved above without.
fn in_own_mounts(place: &Place, script: &str, args: &[&str]) -> Option<Outcome> {
    let unshare = |flags: &str, script: &str| {
        let mut command = std::process::Command::new("unshare");
        command.args([flags, "sh", "-euc", script, env!("CARGO_BIN_EXE_mourafaka"), &place.text("")]).args(args);
        command.env("MOURAFAKA_PASSPHRASE", common::PASSPHRASE).env_remove("LANG").env_remove("LC_ALL");
        command.output().is_ok_and(|o| o.status.success()).then_some(command)
    };
    let probe = "mkdir -p \"$1/sonde\"; mount -t tmpfs -o size=64k none \"$1/sonde\"";
    let Some(flags) = ["-m", "-rm"].into_iter().find(|flags| unshare(flags, probe).is_some()) else {
        eprintln!("no mounts here: full and read-only file systems are not tried");
        return None;
    };
    let mut command = std::process::Command::new("unshare");
    command.args([flags, "sh", "-euc", script, env!("CARGO_BIN_EXE_mourafaka"), &place.text("")]).args(args);
    command.env("MOURAFAKA_PASSPHRASE", common::PASSPHRASE).env_remove("LANG").env_remove("LC_ALL");
    Some(outcome(command))
}

/// In the script: `$0` the command, `$1` the place; `seen DIR` prints names, times and content.
const SEEN: &str = "seen() { cd \"$1\"; find . -type f ! -name '*-wal' ! -name '*-shm' -printf '%p %T@ ' -exec sha256sum {} \\; | sort; cd - >/dev/null; }; ";

#[test]
fn a_full_or_read_only_disk_loses_nothing() {
    let check = |name: &str, script: &str, code: &str| {
        let place = Place::demo();
        let hassan = place.laptop("coach-2");
        let visit = hassan.ids("visit")[0].clone();
        hassan.does(&["set", "visit", &visit, "purpose=À envoyer"]);
        let Some(told) = in_own_mounts(&place, &format!("{SEEN}{script}"), &[&visit]) else { return };
        let parts: Vec<&str> = told.out.split("----\n").collect();
        let [before, json, after, again] = parts.as_slice() else { panic!("{name}: {} {}", told.out, told.err) };
        let (json, status) = json.trim().rsplit_once('\n').unwrap();
        let failed = Outcome { status: status.parse().unwrap(), out: json.into(), err: told.err };
        fails(&failed, 4, code);
        assert_eq!(before, after, "{name}");
        let again: serde_json::Value = serde_json::from_str(again).unwrap();
        assert!(again["delivered"] == json!(true) || again["id"] == visit, "{name}: {again}");
    };
    let target = |before: &str, after: &str| {
        format!(
            "mkdir \"$1/clé\"; mount -t tmpfs -o size=4m none \"$1/clé\"; cp -a \"$1/central/.\" \"$1/clé\"; {before}; seen \"$1/clé\"; \
             echo ----; set +e; \"$0\" sync \"$1/clé\" --data \"$1/coach-2\" --json; echo $?; set -e; echo ----; seen \"$1/clé\"; \
             echo ----; {after}; \"$0\" sync \"$1/clé\" --data \"$1/coach-2\" --json --quiet 2>/dev/null"
        )
    };
    let laptop = |before: &str, after: &str| {
        format!(
            "mkdir \"$1/portable\"; mount -t tmpfs -o size=4m none \"$1/portable\"; cp -a \"$1/coach-2/.\" \"$1/portable\"; {before}; \
             seen \"$1/portable\"; echo ----; set +e; \"$0\" set visit \"$2\" purpose=Perdu --data \"$1/portable\" --json; echo $?; set -e; \
             echo ----; seen \"$1/portable\"; echo ----; {after}; \"$0\" set visit \"$2\" purpose=Gardé --data \"$1/portable\" --json --quiet 2>/dev/null"
        )
    };
    let fill = |dir: &str| format!("dd if=/dev/zero of=\"$1/{dir}/plein\" bs=1k 2>/dev/null || true");
    check("full target", &target(&fill("clé"), "rm \"$1/clé/plein\""), "fault-target-full");
    check(
        "read-only target",
        &target("mount -o remount,bind,ro \"$1/clé\"", "mount -o remount,bind,rw \"$1/clé\""),
        "fault-target-readonly",
    );
    check("full laptop", &laptop(&fill("portable"), "rm \"$1/portable/plein\""), "fault-laptop-full");
    check(
        "read-only laptop",
        &laptop("mount -o remount,bind,ro \"$1/portable\"", "mount -o remount,bind,rw \"$1/portable\""),
        "fault-laptop-readonly",
    );
}
