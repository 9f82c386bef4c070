//! Time and chance as arguments: a whole fleet of laptops runs deterministically in a test. Keys and nonces never come from
//! here: [`fresh`] asks the operating system, always.

use chrono::{DateTime, Local, Offset, TimeZone};

/// When this version of the app was built, UTC ms (2026-11-01): no believable clock is earlier.
pub const BUILT_AT_MS: i64 = 1_793_491_200_000;
/// A clock more than ten years after the build is not believed.
const BELIEVED_MS: i64 = 3_653 * 24 * 3_600 * 1_000;

/// The clock, and the chance that goes into identifiers.
pub struct Env {
    clock: Box<dyn FnMut() -> i64 + Send>,
    chance: Box<dyn FnMut() -> u64 + Send>,
    built_at_ms: i64,
    /// UTC milliseconds → minutes that the local calendar is ahead.
    zone: Box<dyn Fn(i64) -> i32 + Send>,
}

impl Env {
    /// The machine's clock and chance.
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
        let clock = || {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
            since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX))
        };
        let zone = |at_ms| {
            let utc = DateTime::from_timestamp_millis(at_ms).unwrap_or_default().naive_utc();
            Local.offset_from_utc_datetime(&utc).fix().local_minus_utc() / 60
        };
        let chance = || u64::from_le_bytes(fresh());
        Self { clock: Box::new(clock), chance: Box::new(chance), built_at_ms: BUILT_AT_MS, zone: Box::new(zone) }
    }

    /// A clock and chance of one's own, in UTC; `built_at_ms` says from when on the clock is believed.
    pub fn new(
        clock: impl FnMut() -> i64 + Send + 'static,
        chance: impl FnMut() -> u64 + Send + 'static,
        built_at_ms: i64,
    ) -> Self {
        Self { clock: Box::new(clock), chance: Box::new(chance), built_at_ms, zone: Box::new(|_| 0) }
    }

    /// UTC milliseconds, and whether they are believable.
    pub fn now(&mut self) -> (i64, bool) {
        let at = (self.clock)();
        (at, at >= self.built_at_ms && at <= self.built_at_ms.saturating_add(BELIEVED_MS))
    }

    /// How many minutes the local calendar is ahead of UTC at this moment (Morocco: 60, and 0 in Ramadan).
    pub fn offset_min(&self, at_ms: i64) -> i32 {
        (self.zone)(at_ms)
    }

    /// Chance for an identifier.
    pub fn chance(&mut self) -> u64 {
        (self.chance)()
    }

    /// Sixteen bytes for the id of a device or a programme.
    pub fn id(&mut self) -> [u8; 16] {
        (u128::from(self.chance()) << 64 | u128::from(self.chance())).to_le_bytes()
    }
}

/// Bytes for keys and nonces, from the operating system.
pub fn fresh<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    assert!(getrandom::fill(&mut bytes).is_ok(), "the operating system gives no chance: no key can be made safely");
    bytes
}
