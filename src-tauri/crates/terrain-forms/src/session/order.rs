//! Texts that order instances: between any two there is another one, so that a new place needs no other instance to change.

/// The letters, in order. A text never ends with the first, so that there is always room before it.
const LETTERS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A text between two others; blank for no limit. Where there is no room (equal or turned limits, or a text that ends with the
/// first letter, which is never made here) it comes after the first.
pub fn between(low: &str, high: &str) -> String {
    let digits = |text: &str| -> Vec<usize> {
        text.bytes().map(|b| LETTERS.iter().position(|l| *l == b).unwrap_or_default()).collect()
    };
    let (low, mut high) = (digits(low), digits(high));
    if high <= low {
        high.clear();
    }
    let mut found = Vec::new();
    let mut bounded = !high.is_empty();
    for place in 0.. {
        let from = low.get(place).copied().unwrap_or_default();
        let to = if bounded { high.get(place).copied().unwrap_or_default() } else { LETTERS.len() };
        if to > from + 1 {
            // Appending is what happens most: leave room above rather than halve it each time.
            let step = if bounded { (from + to) / 2 } else { from + 1 };
            found.push(step);
            break;
        }
        found.push(from);
        bounded = bounded && to == from && place + 1 < high.len();
    }
    found.iter().filter_map(|d| LETTERS.get(*d)).map(|b| char::from(*b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// There is room everywhere: at both ends and between any two, again and again.
    #[test]
    fn there_is_always_room() {
        let mut keys = vec![between("", "")];
        let mut seed = 7_usize;
        for _ in 0..2_000 {
            seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
            let at = (seed / 65_536) % (keys.len() + 1);
            let low = at.checked_sub(1).map_or("", |i| keys[i].as_str());
            let high = keys.get(at).map_or("", String::as_str);
            let key = between(low, high);
            assert!(low < key.as_str() && (high.is_empty() || key.as_str() < high), "{low} {key} {high}");
            assert!(!key.ends_with('0'));
            keys.insert(at, key);
        }
        for (low, high) in [("", "0"), ("0", "00"), ("b", "a"), ("a", "a"), ("é", "É"), ("", "00000")] {
            assert!(between(low, high).len() < 10, "{low} {high}");
        }
        let mut last = String::new();
        for _ in 0..1_000 {
            last = between(&last, "");
        }
        assert!(last.len() < 40, "{last}");
    }
}
