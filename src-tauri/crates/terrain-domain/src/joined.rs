//! Records that were entered twice and joined: which one of them is kept. Laptops join without knowing of each other, in
//! either direction and in chains; every laptop reads the same from the same rows, in whatever order they came.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

/// Reads which record stands for which others: joined → kept. A pair says that its second is joined to its first. Of a
/// group the one that nobody joined to another is kept; where there are several such, or none, the one entered first.
pub fn kept_of(pairs: &[(Uuid, Uuid)]) -> BTreeMap<Uuid, Uuid> {
    let mut beside: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for (kept, joined) in pairs.iter().filter(|(kept, joined)| kept != joined) {
        beside.entry(*kept).or_default().insert(*joined);
        beside.entry(*joined).or_default().insert(*kept);
    }
    let joined: BTreeSet<Uuid> = pairs.iter().filter(|(k, j)| k != j).map(|(_, joined)| *joined).collect();
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for start in beside.keys() {
        let mut group = BTreeSet::new();
        let mut open = vec![*start];
        while let Some(one) = open.pop() {
            if seen.insert(one) {
                group.insert(one);
                open.extend(beside.get(&one).into_iter().flatten());
            }
        }
        // Identifiers of records begin with the moment at which they were made.
        let Some(kept) = group.difference(&joined).next().or(group.first()).copied() else { continue };
        found.extend(group.into_iter().filter(|one| *one != kept).map(|one| (one, kept)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_each_group_is_kept() {
        let check = |pairs: &[(u128, u128)], expected: &[(u128, u128)]| {
            let id = |(a, b): &(u128, u128)| (Uuid::from_u128(*a), Uuid::from_u128(*b));
            let mut pairs: Vec<_> = pairs.iter().map(id).collect();
            let expected: BTreeMap<_, _> = expected.iter().map(id).collect();
            assert_eq!(kept_of(&pairs), expected, "{pairs:?}");
            pairs.reverse();
            assert_eq!(kept_of(&pairs), expected, "the order of rows means nothing: {pairs:?}");
        };
        check(&[], &[]);
        check(&[(5, 5)], &[]);
        check(&[(9, 5)], &[(5, 9)]);
        check(&[(9, 5), (9, 5)], &[(5, 9)]);
        // Two laptops joined in opposite directions.
        check(&[(9, 5), (5, 9)], &[(9, 5)]);
        // A chain, and a ring.
        check(&[(1, 2), (2, 3)], &[(2, 1), (3, 1)]);
        check(&[(2, 3), (3, 4), (4, 2)], &[(3, 2), (4, 2)]);
        // One joined to two that nobody joined: the first of them.
        check(&[(7, 1), (8, 1)], &[(1, 7), (8, 7)]);
        check(&[(1, 2), (4, 3)], &[(2, 1), (3, 4)]);
    }
}
