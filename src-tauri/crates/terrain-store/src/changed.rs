//! Which kinds changed since somebody last asked: a window reloads by that.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::Store;

/// Anything may have changed.
pub const EVERYTHING: &str = "*";
/// Who may do what hangs on rows of these, and with it what every screen offers.
const SETTLING: [&str; 3] = ["certificate", "ending", "schema"];

/// Kinds that changed. What is no row has a name of its own: `draft`, `journal`.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    /// Since somebody last asked.
    untold: BTreeSet<String>,
    /// How often each changed.
    times: BTreeMap<String, u64>,
}

impl Changed {
    /// Adds a kind.
    pub(crate) fn add(&mut self, kind: &str) {
        let kind = if SETTLING.contains(&kind) { EVERYTHING } else { kind };
        if !self.untold.contains(kind) {
            self.untold.insert(kind.to_owned());
        }
        match self.times.get_mut(kind) {
            Some(times) => *times += 1,
            None => {
                self.times.insert(kind.to_owned(), 1);
            }
        }
    }

    /// Adds the kinds of rows.
    pub(crate) fn add_rows(&mut self, rows: &[(String, Uuid)]) {
        for group in rows.chunk_by(|a, b| a.0 == b.0) {
            if let Some((kind, _)) = group.first() {
                self.add(kind);
            }
        }
    }

    fn take(&mut self) -> Vec<String> {
        let kinds = std::mem::take(&mut self.untold);
        if kinds.contains(EVERYTHING) { vec![EVERYTHING.to_owned()] } else { kinds.into_iter().collect() }
    }
}

impl Store {
    /// The kinds that changed since this was last asked, in order; [`EVERYTHING`] alone where anything may have. What a
    /// failed act changed on its way stays until it is told.
    pub fn take_changed(&mut self) -> Vec<String> {
        self.changed.take()
    }

    /// A number that grows whenever rows of these kinds may have changed: what was worked out from them stands as long as
    /// it stays.
    pub fn times_changed(&self, kinds: &[&str]) -> u64 {
        let times = |kind: &&str| self.changed.times.get(*kind).copied().unwrap_or_default();
        kinds.iter().chain(&[EVERYTHING]).map(times).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_once_in_order() {
        let mut changed = Changed::default();
        let row = |kind: &str| (kind.to_owned(), Uuid::nil());
        changed.add_rows(&[row("visit"), row("visit"), row("answer")]);
        changed.add("draft");
        assert_eq!(changed.take(), ["answer", "draft", "visit"]);
        assert_eq!(changed.take(), Vec::<String>::new());
        changed.add_rows(&[row("answer"), row("ending")]);
        assert_eq!(changed.take(), [EVERYTHING]);
    }
}
