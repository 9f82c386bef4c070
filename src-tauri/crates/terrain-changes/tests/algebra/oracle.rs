//! The oracle: live values of a row read from the words of the design, as plainly and as slowly as possible.
//!
//! It shares nothing with `row_state` but the types: every question about a chain is answered by walking `previous`
//! links from a tip to the first segment, and every change is compared with every other.

use std::collections::{BTreeMap, BTreeSet};

use terrain_changes::{BaseRef, ChangeId, Hash32, Link, Position, ROW, RowChange, RowLife, Tip, Vector};

/// All segments with their local numbers, and where this laptop's unsealed changes hang.
#[derive(Default)]
pub struct Log {
    pub links: Vec<(i64, Link)>,
    pub own_tip: Option<Hash32>,
}

/// What the design says of a row.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// The live changes of each field, each once.
    pub fields: BTreeMap<String, Vec<ChangeId>>,
    pub alive: bool,
    pub deleted_and_edited: bool,
}

impl Log {
    /// The segments from this one back to the first.
    pub fn chain(&self, mut end: Option<Hash32>) -> Vec<i64> {
        let mut walked = Vec::new();
        while let Some((n, link)) = end.and_then(|hash| self.links.iter().find(|(_, l)| l.hash == hash)) {
            walked.push(*n);
            end = link.previous;
        }
        walked
    }

    /// Somebody with this vector has the change: it lies on the chain of one of the tips.
    pub fn had(&self, vector: &Vector, place: &Position) -> bool {
        let on = |hash| place.segment.is_some_and(|n| self.chain(Some(hash)).contains(&n));
        vector.tips(&place.device).any(|tip| place.seq <= tip.seq && on(tip.hash))
    }

    /// What a change says it saw counts as far as the segment really reaches that it names.
    pub fn saw(&self, seen: &Vector, place: &Position) -> bool {
        let to = |hash| self.links.iter().find(|(_, l)| l.hash == hash).map_or(0, |(_, l)| l.to);
        let mut real = Vector::default();
        seen.iter().for_each(|(device, tip)| real.add(*device, Tip { seq: tip.seq.min(to(tip.hash)), ..*tip }));
        self.had(&real, place)
    }

    /// The same laptop wrote the one before the other, on one branch. Unsealed changes hang on the own tip.
    pub fn wrote_before(&self, earlier: &Position, later: &Position) -> bool {
        let hash = |n| self.links.iter().find(|(m, _)| *m == n).map(|(_, link)| link.hash);
        let branch = self.chain(later.segment.map_or(self.own_tip, hash));
        let on_branch = match earlier.segment {
            Some(n) => branch.contains(&n),
            None => later.segment.is_none(),
        };
        earlier.device == later.device && earlier.seq < later.seq && on_branch
    }

    /// The author of `c` knew of `d`, and `d` is something that `c` may name: its own field, or, for an explicit return
    /// that undoes nothing, any field of the row.
    fn may_name(&self, c: &RowChange, d: &RowChange) -> bool {
        let returns = c.field == ROW && RowLife::of(&c.content) == Some(RowLife::Alive) && !c.undoes;
        let knew = self.had(&c.deps, &d.position) || self.wrote_before(&d.position, &c.position);
        c.id != d.id && knew && (c.field == d.field || returns)
    }

    /// A base entry names one change: where two different ones could be meant, it names neither.
    fn names(&self, c: &RowChange, d: &RowChange, all: &[RowChange]) -> bool {
        let at = |e: &RowChange| BaseRef::At(e.position.device, e.position.seq);
        let other = |e: &RowChange| e.id != d.id && at(e) == at(d) && self.may_name(c, e);
        let written = c.base.contains(&BaseRef::Full(d.id)) || (c.base.contains(&at(d)) && !all.iter().any(other));
        let unwritten = c.field == d.field && self.wrote_before(&d.position, &c.position);
        self.may_name(c, d) && (written || unwritten)
    }
}

/// Live are the changes that no change names. One change (one id) may lie on two branches of a restored laptop: what is
/// true of either copy is true of the change.
pub fn tell(all: &[RowChange], log: &Log) -> Told {
    let is = |c: &RowChange, life| c.field == ROW && RowLife::of(&c.content) == Some(life);
    let named = |id| all.iter().any(|d| d.id == id && all.iter().any(|c| log.names(c, d, all)));
    let live: Vec<&RowChange> = all.iter().filter(|c| !named(c.id)).collect();
    let deletes: Vec<&RowChange> = live.iter().copied().filter(|c| is(c, RowLife::Deleted)).collect();
    let saw = |d: &RowChange, c: &RowChange| {
        d.seen.as_ref().is_some_and(|seen| log.saw(seen, &c.position)) || log.wrote_before(&c.position, &d.position)
    };
    let seen = |id| live.iter().any(|c| c.id == id && deletes.iter().any(|d| saw(d, c)));
    let kept = !deletes.is_empty() && live.iter().any(|c| !is(c, RowLife::Deleted) && !seen(c.id));
    let mut fields: BTreeMap<String, Vec<ChangeId>> = BTreeMap::new();
    for (field, id) in live.iter().map(|c| (c.field.clone(), c.id)).collect::<BTreeSet<_>>() {
        fields.entry(field).or_default().push(id);
    }
    let made = all.iter().any(|c| is(c, RowLife::Alive) && c.base.is_empty());
    Told { fields, alive: made && (deletes.is_empty() || kept), deleted_and_edited: kept }
}
