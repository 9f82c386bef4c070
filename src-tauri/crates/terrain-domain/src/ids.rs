//! Identifiers: uuid v7 that says which device made the row, and derived uuid v5 where two people would make the same thing.

use uuid::Uuid;

/// Namespace of our derived identifiers, drawn once.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d6f_7572_6166_4aca_9e3d_0000_2026_1124);
/// How many bits of the device stand in a v7 identifier.
const DEVICE_BITS: u32 = 40;

/// A v7 identifier (RFC 9562): milliseconds, then 40 bits of the device, then 34 of `chance`.
pub fn new_v7(at_ms: i64, device: &[u8; 16], chance: u64) -> Uuid {
    let ms = u128::from(at_ms.max(0).unsigned_abs() & 0xffff_ffff_ffff);
    let device = u128::from(device_prefix(device));
    let (high, low) = (device >> 28, device & 0xfff_ffff);
    let chance = u128::from(chance & 0x3_ffff_ffff);
    Uuid::from_u128(ms << 80 | 7 << 76 | high << 64 | 2 << 62 | low << 34 | chance)
}

/// The device's 40 bits in a v7 identifier; nothing for another version.
pub fn owner_prefix(row: &Uuid) -> Option<u64> {
    if row.get_version_num() != 7 {
        return None;
    }
    let bits = row.as_u128();
    let (high, low) = (bits >> 64 & 0xfff, bits >> 34 & 0xfff_ffff);
    u64::try_from(high << 28 | low).ok()
}

/// The first 40 bits of a device's id.
pub fn device_prefix(device: &[u8; 16]) -> u64 {
    u64::try_from(u128::from_be_bytes(*device) >> (128 - DEVICE_BITS)).unwrap_or_default()
}

/// The identifier that these parts of a recipe always give.
pub fn v5(kind: &str, parts: &[&str]) -> Uuid {
    let name = std::iter::once(&kind).chain(parts).copied().collect::<Vec<_>>().join("\u{1f}");
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_says_which_device_made_it() {
        let device = [0xab, 0xcd, 0xef, 0x12, 0x34, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
        for (at, chance) in [(0, 0), (-5, u64::MAX), (1_793_491_200_000, 0x3_1234_5678)] {
            let id = new_v7(at, &device, chance);
            assert_eq!((id.get_version_num(), owner_prefix(&id)), (7, Some(0xab_cdef_1234)));
        }
        assert_eq!(owner_prefix(&v5("setting", &["a"])), None);
        assert_ne!(v5("setting", &["a", "b"]), v5("setting", &["ab", ""]));
    }
}
