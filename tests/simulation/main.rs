//! Laptops, one centre and bad luck, deterministic and seeded: edits, deletes, settlements and syncs, stops between any two
//! operations on the target, old and damaged copies of the centre put back. `SIM_SEEDS` and `SIM_EVENTS` make it larger;
//! `SIM_SEED` runs one seed and says what happens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod document;
mod story;
mod sweep;

use story::Story;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|t| t.parse().ok()).unwrap_or(default)
}

/// Whatever happened, in the end everybody has the same log and sees the same; nothing is written any more; the centre opens.
#[test]
fn whatever_happens_everybody_ends_with_the_same() {
    let events = number("SIM_EVENTS", 100);
    if let Ok(seed) = std::env::var("SIM_SEED") {
        return Story::new(seed.parse().unwrap(), true).run(events);
    }
    let seeds = number("SIM_SEEDS", 100);
    let workers = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let failed: Vec<u64> = std::thread::scope(|scope| {
        let run = |worker| {
            let mine = (0..seeds).filter(move |seed| seed % workers == worker);
            let fails = |seed: &u64| std::panic::catch_unwind(|| Story::new(*seed, false).run(events)).is_err();
            mine.filter(fails).collect::<Vec<u64>>()
        };
        let threads: Vec<_> = (0..workers).map(|worker| scope.spawn(move || run(worker))).collect();
        threads.into_iter().flat_map(|t| t.join().unwrap()).collect()
    });
    assert!(failed.is_empty(), "run again with SIM_SEED={failed:?}");
}
