//! Somebody of the programme writes around the app what packs to almost nothing and unpacks to very much: other laptops merge
//! it piece by piece, in the memory that they have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]
#![cfg(target_os = "linux")]

mod common;

use std::process::Command;

use common::{PASSPHRASE, Place, outcome};
use terrain_api::{Env, Session};
use terrain_testkit::{OpName, Value};

/// Megabytes that the merge unpacks to, all in all.
const UNPACKED_MB: usize = 240;
/// Address space that the other laptop's process may take, in KiB; unpacked all at once it takes more than 500 MB.
const MEMORY_KIB: usize = 450_000;

#[test]
fn what_unpacks_to_much_is_merged_piece_by_piece() {
    let place = Place::demo();
    let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
    let cooperative = amina.ids("cooperative").remove(0);
    {
        let mut session = Session::open(&place.path("coach-1"), PASSPHRASE, Env::system()).unwrap();
        let row = cooperative.parse().unwrap();
        for k in 0..UNPACKED_MB / 2 {
            let text = |c: &str| Value::Text(format!("{k}{}", c.repeat(1_000_000)));
            let written = session.store().write(OpName::Set, None, |w| {
                w.set("cooperative", row, "douar", &text("a"))?;
                w.set("cooperative", row, "branch", &text("b"))
            });
            written.unwrap();
        }
    }
    amina.syncs();
    let packed: u64 =
        common::picture(&place.path("central/souss-massa.data/log")).values().map(|(_, b)| b.len() as u64).sum();
    assert!(packed < 4 << 20, "{packed}");
    let limited = format!("ulimit -v {MEMORY_KIB}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.env("MOURAFAKA_PASSPHRASE", PASSPHRASE).args(["-c", &limited, env!("CARGO_BIN_EXE_mourafaka")]);
    command.args(["sync", &hassan.central, "--json", "--data", &hassan.data]);
    let told = outcome(command);
    assert!(told.status <= 1, "{} {}", told.status, told.err);
    assert!(told.json()["received"].as_u64().unwrap() >= UNPACKED_MB as u64);
    assert_eq!(hassan.reads("cooperative", &cooperative, "douar"), amina.reads("cooperative", &cooperative, "douar"));
}
