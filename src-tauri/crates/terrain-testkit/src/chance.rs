//! Time and chance that repeat.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use terrain_store::Env;

/// 2026-11-02, 08:00 UTC.
const START_MS: i64 = 1_793_606_400_000;

/// A sequence that follows from its seed (SplitMix64: Steele, Lea, Flood 2014).
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        (self.draw() % n as u64) as usize
    }

    /// True once in `n`.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// The clock of all laptops; each reading moves it on by a second.
#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Default for Clock {
    fn default() -> Self {
        Self(Arc::new(AtomicI64::new(START_MS)))
    }
}

impl Clock {
    /// Lets days pass, or come back.
    pub fn pass_days(&self, days: i64) {
        self.0.fetch_add(days * 86_400_000, Ordering::Relaxed);
    }

    /// Clock and chance of one laptop.
    pub fn env(&self, seed: u64) -> Env {
        let (clock, mut chance) = (self.0.clone(), Chance::new(seed));
        Env::new(move || clock.fetch_add(1_000, Ordering::Relaxed), move || chance.draw(), START_MS - 86_400_000)
    }
}
