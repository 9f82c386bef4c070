//! An order of things of which some come before others.

use std::collections::BTreeSet;

/// Which comes before which. A hard edge has to be kept; a soft one is kept where it can be.
pub(super) struct Edges {
    after: Vec<BTreeSet<(usize, bool)>>,
}

impl Edges {
    pub(super) fn new(count: usize) -> Self {
        Self { after: vec![BTreeSet::new(); count] }
    }

    pub(super) fn add(&mut self, from: usize, to: usize, hard: bool) {
        if let Some(after) = self.after.get_mut(from) {
            after.insert((to, hard));
        }
    }

    fn after(&self, from: usize) -> impl Iterator<Item = (usize, bool)> {
        self.after.get(from).into_iter().flatten().copied()
    }

    /// The first circle of hard edges, from its smallest member on; nothing where there is none.
    pub(super) fn cycle(&self) -> Option<Vec<usize>> {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            No,
            Open,
            Done,
        }
        let mut seen = vec![Seen::No; self.after.len()];
        for begin in 0..self.after.len() {
            // Depth first with a stack of its own: a form may chain thousands of calculations.
            let mut way: Vec<(usize, Vec<usize>)> = Vec::new();
            let mut enter = Some(begin).filter(|n| seen.get(*n) == Some(&Seen::No));
            while enter.is_some() || !way.is_empty() {
                if let Some(here) = enter.take() {
                    if let Some(slot) = seen.get_mut(here) {
                        *slot = Seen::Open;
                    }
                    let mut next: Vec<usize> = self.after(here).filter(|(_, hard)| *hard).map(|(to, _)| to).collect();
                    next.reverse();
                    way.push((here, next));
                }
                let Some((here, next)) = way.last_mut() else { break };
                match next.pop() {
                    Some(to) => match seen.get(to) {
                        Some(Seen::No) => enter = Some(to),
                        Some(Seen::Open) => {
                            let circle: Vec<usize> = way.iter().map(|(n, _)| *n).skip_while(|n| *n != to).collect();
                            return Some(from_smallest(circle));
                        }
                        _ => {}
                    },
                    None => {
                        if let Some(slot) = seen.get_mut(*here) {
                            *slot = Seen::Done;
                        }
                        way.pop();
                    }
                }
            }
        }
        None
    }

    /// Everything, each after what comes before it, otherwise by number. Where soft edges make a circle, or a hard one was
    /// refused already, the smallest that waits for the least goes first.
    pub(super) fn order(&self) -> Vec<usize> {
        let count = self.after.len();
        let mut waits = vec![(0usize, 0usize); count];
        for (to, hard) in (0..count).flat_map(|from| self.after(from)) {
            if let Some((hards, softs)) = waits.get_mut(to) {
                *(if hard { hards } else { softs }) += 1;
            }
        }
        let mut left: BTreeSet<((usize, usize), usize)> = waits.iter().copied().zip(0..).collect();
        let mut order = Vec::with_capacity(count);
        while let Some((_, here)) = left.pop_first() {
            order.push(here);
            for (to, hard) in self.after(here) {
                let Some(wait) = waits.get_mut(to) else { continue };
                if !left.remove(&(*wait, to)) {
                    continue;
                }
                let (hards, softs) = wait;
                let one = if hard { hards } else { softs };
                *one = one.saturating_sub(1);
                left.insert((*wait, to));
            }
        }
        order
    }
}

fn from_smallest(mut circle: Vec<usize>) -> Vec<usize> {
    let smallest = circle.iter().enumerate().min_by_key(|(_, n)| **n).map_or(0, |(at, _)| at);
    circle.rotate_left(smallest);
    circle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(count: usize, list: &[(usize, usize, bool)]) -> Edges {
        let mut edges = Edges::new(count);
        list.iter().for_each(|(from, to, hard)| edges.add(*from, *to, *hard));
        edges
    }

    #[test]
    fn each_comes_after_what_it_needs() {
        assert_eq!(edges(4, &[(3, 0, true), (0, 1, true)]).order(), [2, 3, 0, 1]);
        assert_eq!(edges(3, &[(0, 1, false), (1, 0, true)]).order(), [2, 1, 0]);
        assert_eq!(edges(3, &[(1, 0, false), (0, 1, false)]).order().len(), 3);
        assert_eq!(edges(3, &[(0, 1, true), (1, 2, true)]).cycle(), None);
        assert_eq!(edges(4, &[(2, 3, true), (3, 1, true), (1, 2, true)]).cycle(), Some(vec![1, 2, 3]));
        assert_eq!(edges(1, &[(0, 0, true)]).cycle(), Some(vec![0]));
        assert_eq!(edges(2, &[(0, 1, true), (1, 0, false)]).cycle(), None);
        let long: Vec<_> = (0..50_000).map(|n| (n, n + 1, true)).collect();
        assert_eq!(edges(50_001, &long).order().len(), 50_001);
        assert_eq!(edges(50_001, &long).cycle(), None);
    }
}
