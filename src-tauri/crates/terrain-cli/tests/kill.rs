//! The process is killed at any moment: what it had answered for is there, the centre opens, the next sync completes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{Laptop, Place, fails, mourafaka, run};
use serde_json::json;

/// Kills of each kind of command.
const KILLS: u32 = 15;
const SEED: u64 = 20_261_124;

/// Moments spread over `whole`: one in each of so many equal parts, where in it by chance.
fn moments(whole: Duration, count: u32, seed: u64) -> Vec<Duration> {
    let mut state = seed;
    let mut chance = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        f64::from((state >> 40) as u32) / f64::from(1 << 24)
    };
    (0..count).map(|i| whole.mul_f64((f64::from(i) + chance()) / f64::from(count))).collect()
}

/// Runs it and kills it after so long; gives its status where it ended before.
fn killed(mut command: Command, after: Duration) -> Option<i32> {
    let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    while start.elapsed() < after {
        std::thread::yield_now();
    }
    process.kill().unwrap();
    process.wait().unwrap().code()
}

/// How long it takes when nobody kills it: the longest of three.
fn duration(laptop: &Laptop, args: impl Fn(u32) -> Vec<String>) -> Duration {
    let time = |i: u32| {
        let start = Instant::now();
        let args = args(1_000 + i);
        laptop.does(&args.iter().map(String::as_str).collect::<Vec<_>>());
        start.elapsed()
    };
    (0..3_u32).map(time).max().unwrap()
}

/// The centre opens as it lies: sound, or with debris that the next sync clears.
fn centre_opens(laptop: &Laptop) {
    let verdict = run(&["fsck", &laptop.central, "--json"]);
    assert!(verdict.status <= 1 && verdict.json()["generation"].is_u64(), "{}", verdict.out);
}

fn rebuild_changes_nothing(laptop: &Laptop) {
    let before = laptop.everything();
    laptop.does(&["rebuild"]);
    assert!(laptop.everything() == before);
}

#[test]
fn a_set_that_returned_is_there() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let visit = amina.ids("visit")[0].clone();
    let args =
        |i: u32| -> Vec<String> { vec!["set".into(), "visit".into(), visit.clone(), format!("purpose=Essai {i}")] };
    let whole = duration(&amina, args);
    let mut held = amina.reads("visit", &visit, "purpose");
    for (i, moment) in (0..).zip(moments(whole, KILLS, SEED)) {
        let args = args(i);
        let ended = killed(amina.command(&args.iter().map(String::as_str).collect::<Vec<_>>()), moment);
        let read = amina.reads("visit", &visit, "purpose");
        let tried = json!(format!("Essai {i}"));
        assert!(
            read == tried || ended.is_none() && read == held,
            "{i} after {moment:?} (seed {SEED}): {ended:?} {read}"
        );
        held = read;
    }
    assert_eq!(amina.syncs()["delivered"], true);
    rebuild_changes_nothing(&amina);
    let khadija = place.laptop("coordinator");
    khadija.syncs();
    assert_eq!(khadija.reads("visit", &visit, "purpose"), held);
}

/// An entry that is being filled keeps every answer that was answered for, and holds the one in hand whole or not at all.
#[test]
fn an_entry_survives_while_it_is_filled() {
    let (place, khadija, amina, cooperative) = Place::programme();
    let form = "survey\n| type | name | label |\n| text | said | Dit |\nsettings\n| form_id | version |\n| dit | 1 |";
    khadija.does(&["form", "publish", &place.file("dit.xlsx", common::programme::workbook(form))]);
    khadija.syncs();
    amina.syncs();
    let made = amina.does(&["entry", "new", "dit", "--cooperative", &cooperative]);
    let entry = made["id"].as_str().unwrap().to_owned();
    let args = |i: u32| -> Vec<String> { vec!["entry".into(), "set".into(), entry.clone(), format!("said=Essai {i}")] };
    let whole = duration(&amina, args);
    let read = || common::programme::value(&amina.does(&["entry", "show", &entry]), "said");
    let mut held = read();
    for (i, moment) in (0..).zip(moments(whole, KILLS, SEED + 2)) {
        let args = args(i);
        let ended = killed(amina.command(&args.iter().map(String::as_str).collect::<Vec<_>>()), moment);
        let (now, tried) = (read(), json!(format!("Essai {i}")));
        assert!(now == tried || ended.is_none() && now == held, "{i} after {moment:?}: {ended:?} {now}");
        held = now;
    }
    rebuild_changes_nothing(&amina);
    assert_eq!(read(), held);
}

#[test]
fn a_killed_sync_is_completed_by_the_next() {
    let place = Place::demo();
    let (amina, khadija) = (place.laptop("coach-1"), place.laptop("coordinator"));
    let (visit, cooperative) = (amina.ids("visit")[0].clone(), khadija.ids("cooperative")[0].clone());
    let sync = |laptop: &Laptop| laptop.command(&["sync", &laptop.central, "--quiet"]);
    let whole = duration(&khadija, |_| vec!["sync".into(), khadija.central.clone()]);
    let (mut hers, mut theirs) = (json!(null), json!(null));
    for (i, moment) in (0..).zip(moments(whole.mul_f64(1.2), KILLS, SEED + 1)) {
        // The coach's sync pushes, the coordinator's receives and publishes.
        let (laptop, kind, id, field, held) = match i % 2 {
            0 => (&amina, "visit", &visit, "venue", &mut hers),
            _ => (&khadija, "cooperative", &cooperative, "douar", &mut theirs),
        };
        let value = format!("Lieu {i}");
        laptop.does(&["set", kind, id, &format!("{field}={value}")]);
        *held = json!(value);
        let ended = killed(sync(laptop), moment);
        centre_opens(laptop);
        assert_eq!(laptop.reads(kind, id, field), *held, "{i} after {moment:?} (seed {}): {ended:?}", SEED + 1);
        if i % 5 == 4 {
            assert_eq!((&amina.syncs()["delivered"], &khadija.syncs()["delivered"]), (&json!(true), &json!(true)));
            amina.syncs();
            for laptop in [&amina, &khadija] {
                assert_eq!(laptop.reads("visit", &visit, "venue"), hers);
                assert_eq!(laptop.reads("cooperative", &cooperative, "douar"), theirs);
            }
        }
    }
    // What a killed publication left is noted at the next one, and taken away at the one after.
    for look in ["premier", "second"] {
        khadija.does(&["set", "cooperative", &cooperative, &format!("douar=Le {look} regard")]);
        khadija.syncs();
    }
    let sound = run(&["fsck", &khadija.central, "--json"]);
    assert_eq!((sound.status, &sound.json()["findings"]), (0, &json!([])));
    rebuild_changes_nothing(&amina);
    rebuild_changes_nothing(&khadija);
}

/// Ctrl-C in the middle of a long work: it stops at the next safe point, says so, and leaves nothing half done.
#[test]
fn a_demonstration_stops_when_asked() {
    let place = Place::empty();
    let dir = place.path("démonstration");
    let mut command = mourafaka(&["demo", dir.to_str().unwrap(), "--cooperatives", "400", "--json"]);
    let process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let patience = Instant::now();
    while !dir.join("central/souss-massa.mourafaka").exists() {
        assert!(patience.elapsed() < Duration::from_secs(60), "the demonstration never began");
        std::thread::yield_now();
    }
    let pid = process.id().to_string();
    assert!(Command::new("sh").args(["-c", "kill -INT \"$0\"", &pid]).status().unwrap().success());
    let output = process.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let told = common::Outcome {
        status: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    fails(&told, 4, "fault-demo-stopped");
    assert!(!dir.exists());
}
