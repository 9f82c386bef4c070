//! Wrong input, whatever it is, gives a message that says what, where and what to do, the exit status of the contract,
//! and changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::string_slice, clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::process::Command;

use common::{Laptop, Place, differences, fails, mourafaka, outcome, picture, run};

/// What is typed wrong, before any data folder is looked at.
#[test]
fn usage_errors_are_told_like_all_others() {
    let place = Place::empty();
    let before = picture(&place.path(""));
    let check = |args: &[&str], code: &str, named: &str| {
        let view = fails(&run(&[args, &["--json"]].concat()), 2, code);
        let message = view["message"].as_str().unwrap();
        assert!(message.contains(named), "{args:?}: {message}");
    };
    check(&[], "fault-usage-no-command", "mourafaka --help");
    check(&["statu"], "fault-unknown-command", "« status »");
    check(&["xyzzy"], "fault-unknown-command", "« xyzzy »");
    check(&["\u{202e}etats"], "fault-unknown-command", "etats");
    check(&["status", "--dat", "x"], "fault-usage-unknown-argument", "« --data »");
    check(&["status", "x"], "fault-usage-unknown-argument", "« x »");
    check(&["list"], "fault-usage-missing", "<KIND>");
    check(&["set", "visit", "x"], "fault-usage-missing", "<FIELD=JSON>");
    check(&["search"], "fault-usage-missing", "<TEXT>");
    check(&["init"], "fault-usage-missing", "--central <DIR>");
    check(&["new", "visit", "planned_on"], "fault-usage-pair", "« planned_on »");
    check(&["list", "visit", "--where", "x"], "fault-usage-pair", "--where <FIELD=VALUE>");
    check(&["import", "cooperative", "f", "--map", "Nom"], "fault-usage-pair", "« Nom »");
    check(&["resolve", "x", "--take", "deux"], "fault-usage-bad-value", "« deux »");
    check(&["demo", "d", "--seed", "99999999999999999999999"], "fault-usage-bad-value", "--seed <N>");
    check(&["demo", "d", "--seed", "-1"], "fault-usage-unknown-argument", "-1");
    check(&["status", "--lang"], "fault-usage-no-value", "--lang <LANG>");
    check(&["status", "--lang", "xx"], "fault-usage-language", "« xx »");
    check(&["status", "--lang", "fr", "--lang", "ar"], "fault-usage-twice", "--lang <LANG>");
    check(&["demo", &place.text("d"), "--cooperatives", "0"], "fault-usage-range", "5000");
    let unreadable = [OsString::from("show"), OsString::from_vec(vec![b'x', 0xff]), "y".into(), "--json".into()];
    fails(&run(&unreadable), 2, "fault-usage-not-text");
    assert_eq!(differences(&before, &picture(&place.path(""))), Vec::<PathBuf>::new());
}

/// In the language chosen: by option, else by the environment, else French.
#[test]
fn messages_are_in_the_language_chosen() {
    let check = |args: &[&str], variable: &str, expected: &str| {
        let mut command = mourafaka(&[&["status", "--data", "nulle-part"], args].concat());
        command.env("LANG", variable);
        let told = outcome(command);
        assert_eq!((told.status, told.out.as_str()), (2, ""));
        assert!(told.err.contains(expected) && told.err.contains("nulle-part"), "{}", told.err);
    };
    check(&[], "", "Il n'y a pas de dossier");
    check(&[], "C.UTF-8", "Il n'y a pas de dossier");
    check(&[], "ar_MA.UTF-8", "لا يوجد مجلد بيانات");
    check(&["--lang", "en"], "ar_MA.UTF-8", "There is no data folder");
    check(&["--lang=zgh"], "en_GB", "Il n'y a pas de dossier");
}

/// A laptop in front of wrong input: the failure, and the data folder byte by byte as it was.
fn refuses(laptop: &Laptop, args: &[&str], status: i32, code: &str) -> serde_json::Value {
    let folder = PathBuf::from(&laptop.data);
    let before = picture(&folder);
    let view = fails(&laptop.runs(&[args, &["--json"]].concat()), status, code);
    assert_eq!(differences(&before, &picture(&folder)), Vec::<PathBuf>::new(), "{args:?}");
    view
}

#[test]
fn unknown_kinds_fields_and_records_are_refused() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let (cooperative, visit) = (amina.ids("cooperative")[0].clone(), amina.ids("visit")[0].clone());
    let (c, v) = (cooperative.as_str(), visit.as_str());
    let check = |args: &[&str], code: &str, hint: &str| {
        let view = refuses(&amina, args, 2, code);
        assert!(view["message"].as_str().unwrap().contains(hint), "{args:?}: {view}");
    };
    check(&["list", "cooperativ"], "fault-unknown-kind", "« cooperative »");
    check(&["list", "\u{202e}tisiv"], "fault-unknown-kind", "tisiv");
    check(&["list", "visit", "--where", "purpos=x"], "fault-unknown-field", "« purpose »");
    check(&["list", "visit", "--where", "planned_on=demain"], "refusal-bad-date", "demain");
    check(&["show", "visit", c], "fault-other-kind", "« cooperative »");
    check(&["show", "visit", "zzzz"], "fault-unknown-row", "zzzz");
    check(&["show", "visit", ""], "fault-unknown-row", "list visit");
    check(&["show", "visit", "0194"], "fault-ambiguous-row", "0194");
    check(&["show", "cooperative", &"é".repeat(50_000)], "fault-unknown-row", "éé…");
    check(&["history", "visit", "00000000-0000-0000-0000-000000000000"], "fault-unknown-row", "0000");
    check(&["delete", "visit", "zzzz"], "fault-unknown-row", "zzzz");
    check(&["set", "cooperative", c, "ouar=x"], "fault-unknown-field", "« douar »");
    check(&["set", "cooperative", c, "members_total=5"], "fault-derived-field", "members_total");
    check(&["set", "cooperative", c, "douar=a", "douar=b"], "fault-field-twice", "douar");
    check(&["set", "visit", v, "coach=x"], "refusal-bad-id", "« x »");
    check(&["set", "visit", v, &format!("coach={c}")], "fault-other-kind", "« cooperative »");
    check(&["set", "visit", v, "coach=00000000-0000-0000-0000-000000000000"], "fault-unknown-row", "person");
    check(&["new", "visit", "purpose=x"], "fault-required-missing", "cooperative, coach");
    check(&["set", "cooperative", c, "name_fr="], "fault-required-missing", "name_fr");
    check(&["resolve", "x", "--take", "1"], "fault-unknown-conflict", "« x »");
    check(&["import", "visit", "x"], "fault-import-kind", "cooperative");
    check(&["call", "stats"], "fault-unknown-command", "« status »");
    check(&["call", "show", "{"], "fault-bad-json", "JSON");
    check(&["call", "show", "[1]"], "fault-bad-json", "forme");
    check(&["call", "show", r#"{"kind":"visit"}"#], "fault-json-missing", "« id »");
    check(&["call", "status", r#"{"x":1}"#], "fault-json-unknown", "« x »");
    let twice = format!(r#"{{"kind":"visit","id":"{v}","fields":{{"days":1,"days":2}}}}"#);
    check(&["call", "set", &twice], "fault-field-twice", "days");

    // A record that is gone is no record to refer to.
    let khadija = place.laptop("coordinator");
    khadija.does(&["delete", "cooperative", c]);
    let refers = format!("cooperative={c}");
    refuses(&khadija, &["set", "visit", v, &refers], 2, "fault-unknown-row");
    refuses(&khadija, &["delete", "cooperative", c], 2, "fault-unknown-row");
}

#[test]
fn wrong_values_are_refused() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let (cooperative, visit) = (amina.ids("cooperative")[0].clone(), amina.ids("visit")[0].clone());
    let check = |field: &str, code: &str, hint: &str| {
        let (kind, id) = if field.starts_with(['d', 'p']) && !field.starts_with("pos") {
            ("visit", &visit)
        } else {
            ("cooperative", &cooperative)
        };
        let view = refuses(&amina, &["set", kind, id, field], 2, code);
        let (name, _) = field.split_once('=').unwrap();
        let message = view["message"].as_str().unwrap();
        assert!(message.starts_with(name) && message.contains(hint), "{field}: {message}");
    };
    check("planned_on=2026-02-31", "refusal-bad-date", "2026-02-31");
    check("planned_on=31/02/2026", "refusal-bad-date", "31/02/2026");
    check("planned_on=20260101", "refusal-wrong-type", "une date");
    check("days=beaucoup", "refusal-wrong-type", "beaucoup");
    check("days=1e400", "refusal-wrong-type", "1e400");
    check("members_women=1e400", "refusal-wrong-type", "1e400");
    check("members_women=12.5", "refusal-wrong-type", "un nombre entier");
    check("members_women=99999999999999999999", "refusal-wrong-type", "un nombre entier");
    check("capital_subscribed=9007199254740993", "refusal-out-of-range", "9007199254740993");
    check("women_only=oui", "refusal-wrong-type", "vrai ou faux");
    check("sector=hony", "refusal-unknown-option", "« honey »");
    check("languages=fr", "refusal-wrong-type", "une liste");
    check(r#"languages=["fr",1]"#, "refusal-wrong-type", "une liste");
    check(r#"position={"lat":91,"lon":0}"#, "refusal-bad-place", "-90");
    check(&format!("name_fr={}", "é".repeat(50_000)), "refusal-too-long", "50000");
    check(r#"name_fr="a\u0000b""#, "refusal-control-character", "contrôle");
    check("name_fr=\u{1b}[31mrouge", "refusal-control-character", "contrôle");
    check(r#"name_fr={"a":1}"#, "refusal-wrong-type", "du texte");

    // What a person may want to write down is kept, letter by letter.
    let longest = "ن".repeat(10_000);
    for text in [
        "<img src=x onerror=alert(1)>",
        "=cmd|'/c calc'!A1",
        "a\u{202e}b\u{2066}c",
        "'; DROP TABLE visit; --",
        "{$path}",
        "123",
        "true",
        &longest,
    ] {
        amina.does(&["set", "cooperative", &cooperative, &format!("name_fr={text}")]);
        assert_eq!(amina.reads("cooperative", &cooperative, "name_fr"), text);
    }
    assert_eq!(amina.runs(&["list", "cooperative"]).status, 0);
}

#[test]
fn what_one_may_not_do_is_refused() {
    let place = Place::demo();
    let (amina, khadija) = (place.laptop("coach-1"), place.laptop("coordinator"));
    let cooperative = amina.ids("cooperative")[0].clone();
    let person = khadija.ids("person")[2].clone();
    let check = |laptop: &Laptop, args: &[&str], code: &str| {
        refuses(laptop, args, 3, code);
    };
    check(&amina, &["new", "person", "name=Inconnu"], "fault-not-allowed");
    check(&amina, &["set", "person", &person, "phone=0600000000"], "fault-not-allowed");
    check(&amina, &["assign", &cooperative, "Hassan Exemple"], "fault-not-allowed");
    check(&amina, &["publish"], "fault-coordinator-only");
    check(&amina, &["call", "central_key"], "fault-coordinator-only");
    check(&khadija, &["new", "programme", "name_fr=Autre"], "fault-only-one");
    check(&khadija, &["new", "certificate", "role=coach"], "fault-kind-not-writable");
    check(&khadija, &["new", "schema", "number=2"], "fault-kind-not-writable");
    check(&khadija, &["set", "certificate", "x", "role=coach"], "fault-never-changed");
    check(&khadija, &["set", "ending", "x", "reason=x"], "fault-never-changed");
    check(&khadija, &["delete", "schema", "x"], "fault-never-changed");
    check(&khadija, &["delete", "programme", "x"], "fault-never-deleted");
}

/// A data folder that does not open: for want of a passphrase, of files, of sound files, or because it is in use.
#[test]
fn a_laptop_that_does_not_open_says_why() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let with = |variable: Option<&str>, args: &[&str]| {
        let mut command = amina.command(&[args, &["status", "--json"]].concat());
        match variable {
            Some(passphrase) => command.env("MOURAFAKA_PASSPHRASE", passphrase),
            None => command.env_remove("MOURAFAKA_PASSPHRASE"),
        };
        outcome(command)
    };
    fails(&with(Some("autre chose"), &[]), 3, "fault-wrong-passphrase");
    fails(&with(Some(""), &[]), 3, "fault-wrong-passphrase");
    fails(&with(None, &[]), 2, "fault-passphrase-missing");
    fails(&with(None, &["--passphrase-file", &place.text("rien")]), 2, "fault-file-missing");
    fails(&with(None, &["--passphrase-file", &place.text("")]), 2, "fault-file-unreadable");
    fails(&with(None, &["--passphrase-file", &place.file("vide", "\n")]), 2, "fault-passphrase-missing");
    fails(&with(None, &["--passphrase-file", &place.file("binaire", [0xff, 0xfe])]), 2, "fault-file-unreadable");
    let noted = place.file("noté", format!("\u{feff}{}\r\nautre ligne\r\n", common::PASSPHRASE));
    assert_eq!(with(None, &["--passphrase-file", &noted]).status, 0);
    refuses(&place.laptop("nulle-part"), &["status"], 2, "fault-no-data-folder");
    refuses(&place.laptop("central"), &["status"], 2, "fault-no-data-folder");

    let (key, replica) = ("coach-1/key", "coach-1/replica.mourafaka");
    let (sound_key, sound) = (fs::read(place.path(key)).unwrap(), fs::read(place.path(replica)).unwrap());
    let damaged = |file: &str, bytes: &[u8], status: i32, code: &str| {
        let whole = fs::read(place.path(file)).unwrap();
        fs::write(place.path(file), bytes).unwrap();
        let view = refuses(&amina, &["status"], status, code);
        assert!(view["message"].as_str().unwrap().contains(&amina.data), "{view}");
        fs::write(place.path(file), whole).unwrap();
    };
    damaged(key, b"", 3, "fault-data-folder-damaged");
    damaged(key, b"{}", 3, "fault-data-folder-damaged");
    damaged(key, &sound_key[..sound_key.len() / 2], 3, "fault-data-folder-damaged");
    damaged(replica, b"SQLite format 3\0 et la suite en clair", 3, "fault-not-encrypted");
    damaged(replica, &sound.iter().rev().copied().collect::<Vec<_>>(), 3, "fault-data-folder-damaged");
    let mut rotten = sound.clone();
    rotten[4_096..].fill(0);
    damaged(replica, &rotten, 3, "fault-data-folder-damaged");

    // Another process holds the file: SQLite waits five seconds for it.
    let held = fs::OpenOptions::new().read(true).write(true).open(place.path(replica)).unwrap();
    rustix::fs::fcntl_lock(&held, rustix::fs::FlockOperation::LockExclusive).unwrap();
    // (Nobody else may open the file meanwhile: closing it would end the hold.)
    fails(&amina.runs(&["status", "--json"]), 3, "fault-data-folder-busy");
    drop(held);
    assert_eq!(amina.runs(&["status"]).status, 0);
}

/// Starting where something is already: refused before anything is made, and nothing is left behind by what fails.
#[test]
fn starting_leaves_nothing_behind() {
    let place = Place::empty();
    place.file("pris/fichier", "à quelqu'un");
    let check = |args: &[&str], status: i32, code: &str| {
        let before = picture(&place.path(""));
        fails(&run(&[args, &["--json"]].concat()), status, code);
        assert_eq!(differences(&before, &picture(&place.path(""))), Vec::<PathBuf>::new(), "{args:?}");
    };
    let init = |data: &str, central: &str, paper: &str, name: &str, coach: &str| {
        let coach = format!("Amina={}", place.text(coach));
        let (data, central, paper) = (place.text(data), place.text(central), place.text(paper));
        [
            "init",
            "--data",
            &data,
            "--programme",
            name,
            "--person",
            "Khadija",
            "--central",
            &central,
            "--paper-key-out",
            &paper,
            "--coach",
            &coach,
        ]
        .map(str::to_owned)
    };
    let starts = |args: [String; 13], status: i32, code: &str| {
        check(&args.iter().map(String::as_str).collect::<Vec<_>>(), status, code);
    };
    check(&["demo", &place.text("pris")], 2, "fault-demo-folder");
    check(&["demo", &place.text("pris/fichier")], 2, "fault-demo-folder");
    check(&["demo", &place.text("pris/fichier/dedans")], 2, "fault-demo-folder");
    starts(init("pris", "c", "p", "Essai", "a"), 2, "fault-data-folder-exists");
    starts(init("d", "pris", "p", "Essai", "a"), 2, "fault-folder-not-empty");
    starts(init("d", "c", "pris/fichier", "Essai", "a"), 2, "fault-file-exists");
    starts(init("d", "c", "p", "Essai", "d"), 2, "fault-data-folder-exists");
    starts(init("d", "d/c", "p", "Essai", "a"), 2, "fault-data-folder-exists");
    starts(init("d", "c", "c/p", "Essai", "a"), 2, "fault-folder-not-empty");
    starts(init("d", "c", "p", "", "a"), 2, "fault-required-missing");
    starts(init("d", "c", "p", &"x".repeat(100_000), "a"), 2, "refusal-too-long");
    starts(init("d", "pris/fichier/c", "p", "Essai", "a"), 2, "fault-folder-not-empty");
    let mut weak = mourafaka(&init("d", "c", "p", "Essai", "a"));
    weak.arg("--json").env("MOURAFAKA_PASSPHRASE", "court");
    fails(&outcome(weak), 2, "fault-weak-passphrase");
    // The disk fails when half is made.
    let before = picture(&place.path(""));
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_mourafaka")]);
    limited.args(init("d", "c", "p", "Essai", "a")).arg("--json").env("MOURAFAKA_PASSPHRASE", common::PASSPHRASE);
    limited.env_remove("LANG").env_remove("LC_ALL");
    fails(&outcome(limited), 4, "fault-laptop-failed");
    assert_eq!(differences(&before, &picture(&place.path(""))), Vec::<PathBuf>::new());
}
