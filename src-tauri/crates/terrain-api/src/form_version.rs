//! Which of two versions of a form is the newer one.

/// Versions in the order in which people count: 9 before 10, and 2026112401 after both.
pub(crate) fn version_order(version: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = version.chars().collect();
    let parts = chars.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let order = |part: &[char]| {
        let text: String = part.iter().collect();
        let number = text.trim_start_matches('0');
        if text.starts_with(|c: char| c.is_ascii_digit()) { (number.len() + 1, number.to_owned()) } else { (0, text) }
    };
    parts.map(order).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_stand_in_the_order_of_their_numbers() {
        let ordered = ["", "a", "1", "2", "9", "10", "10.9", "10.10", "v2", "2026112401", "2026112402"];
        let mut sorted = ordered;
        sorted.sort_by_key(|v| version_order(v));
        assert_eq!(sorted, ["", "a", "v2", "1", "2", "9", "10", "10.9", "10.10", "2026112401", "2026112402"]);
    }
}
