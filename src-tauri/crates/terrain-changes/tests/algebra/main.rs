//! The algebra of the log holds on random histories of people and laptops, and says what the design says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod branches;
mod encoding;
mod history;
mod hostile;
mod laws;
mod oracle;
mod people;
mod reading;
mod rights;
mod settling;
mod shelf;
mod world;

use proptest::test_runner::Config;

/// Histories per law: forty of them find every fault that was planted to try the laws (deps ignored, branches followed by
/// number, a return or a missing base forgotten by a step), so this is five times what is needed, in a few seconds.
const CASES: u32 = 200;

/// `PROPTEST_CASES` raises the number. A failing history is written down as a case of its own, not as a seed in a file.
fn config() -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    Config { cases: CASES.max(asked), failure_persistence: None, ..Config::default() }
}
