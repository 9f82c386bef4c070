//! Which values of a row are live. [`row_state`] is the definition, read from all accepted changes of the row;
//! [`advance`] gives the same by one step where nothing unusual is in play, and says so where it is not.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use minicbor::{Decoder, Encoder};
use terrain_domain::Value;

use crate::codec::{CodecError, LIST_MAX, array, bytes, change_id, text};
use crate::operation::{decode_content, encode_content};
use crate::{BaseRef, Chains, ChangeId, Content, DeviceId, Position, ROW, RowLife, Sealed, Vector};

/// An accepted change of one row, with what is needed to judge it.
#[derive(Clone, Debug)]
pub struct RowChange {
    /// Its id.
    pub id: ChangeId,
    /// Its place.
    pub position: Position,
    /// The author's vector at sealing (for unsealed changes: now).
    pub deps: Arc<Vector>,
    /// The author's wall clock, UTC ms.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
    /// Whether its operation undoes another.
    pub undoes: bool,
    /// The field.
    pub field: String,
    /// The value.
    pub content: Content,
    /// What the author saw of the field.
    pub base: Vec<BaseRef>,
    /// Made by the app.
    pub auto: bool,
    /// What the author saw of the log (deletes).
    pub seen: Option<Vector>,
}

/// A live value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// The change.
    pub id: ChangeId,
    /// Its author's device.
    pub device: DeviceId,
    /// Its number there.
    pub seq: u64,
    /// Written when, UTC ms.
    pub at: i64,
    /// Whether that clock was believable.
    pub clock_ok: bool,
    /// Made by the app.
    pub auto: bool,
    /// The value, perhaps still sealed.
    pub content: Content,
}

/// The live values of a row and whether it is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RowState {
    /// Field → live values in the order of their ids; `_row` included.
    pub fields: BTreeMap<String, Vec<Live>>,
    /// Somebody made it and nobody's delete stands.
    pub alive: bool,
    /// A delete stands against an edit that the deleter had not seen.
    pub deleted_and_edited: bool,
    /// A delete, a return or a base not yet here is in play: the next change needs [`row_state`].
    pub unusual: bool,
}

/// What one step could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// The state is the same as [`row_state`] of all changes.
    Done,
    /// Something unusual: read the row's history. The state is untouched.
    NeedsHistory,
}

impl RowChange {
    fn life(&self) -> Option<RowLife> {
        if self.field == ROW { RowLife::of(&self.content) } else { None }
    }

    /// An explicit return of a row that was seen before, other than an undo: what it names is past.
    fn returns(&self) -> bool {
        self.life() == Some(RowLife::Alive) && !self.base.is_empty() && !self.undoes
    }

    fn to_live(&self) -> Live {
        Live {
            id: self.id,
            device: self.position.device,
            seq: self.position.seq,
            at: self.at,
            clock_ok: self.clock_ok,
            auto: self.auto,
            content: self.content.clone(),
        }
    }
}

/// The definition: the state of a row from all its accepted changes, in any order.
pub fn row_state(changes: &[RowChange], chains: &Chains) -> RowState {
    let mut by_place: HashMap<(DeviceId, u64), Vec<usize>> = HashMap::new();
    let mut by_id: HashMap<ChangeId, usize> = HashMap::new();
    let mut by_author: BTreeMap<(&str, DeviceId), Vec<usize>> = BTreeMap::new();
    for (i, c) in changes.iter().enumerate() {
        by_place.entry((c.position.device, c.position.seq)).or_default().push(i);
        by_id.insert(c.id, i);
        by_author.entry((&c.field, c.position.device)).or_default().push(i);
    }
    let mut masked = vec![false; changes.len()];
    let mut unusual = changes.iter().any(|c| c.life() == Some(RowLife::Deleted) || c.returns());
    for (i, c) in changes.iter().enumerate() {
        for base in &c.base {
            let named: &[usize] = match base {
                BaseRef::At(device, seq) => by_place.get(&(*device, *seq)).map_or(&[], Vec::as_slice),
                BaseRef::Full(id) => by_id.get(id).map_or(&[], std::slice::from_ref),
            };
            let mut found = false;
            for &j in named {
                let Some(d) = changes.get(j) else { continue };
                let had = chains.covers(&c.deps, &d.position) || chains.precedes(&d.position, &c.position);
                if i == j || !had || (d.field != c.field && !c.returns()) {
                    continue;
                }
                found = true;
                mask(&mut masked, j);
            }
            unusual |= !found;
        }
    }
    for group in by_author.values_mut() {
        group.sort_by_key(|&i| changes.get(i).map(|c| c.position.seq));
        for (k, &i) in group.iter().enumerate() {
            let Some(c) = changes.get(i) else { continue };
            let mut later = group.iter().skip(k + 1).filter_map(|&j| changes.get(j));
            if later.any(|d| chains.precedes(&c.position, &d.position)) {
                mask(&mut masked, i);
            }
        }
    }
    let live: Vec<&RowChange> = changes.iter().zip(&masked).filter(|(_, masked)| !**masked).map(|(c, _)| c).collect();
    let deletes: Vec<&RowChange> = live.iter().copied().filter(|c| c.life() == Some(RowLife::Deleted)).collect();
    let unseen = |c: &RowChange| {
        c.life() != Some(RowLife::Deleted)
            && deletes.iter().all(|d| {
                let seen = d.seen.as_ref().is_some_and(|seen| chains.seen_covers(seen, &d.position, &c.position));
                !seen && !chains.precedes(&c.position, &d.position)
            })
    };
    let edited = !deletes.is_empty() && live.iter().any(|c| unseen(c));
    let mut state = RowState {
        alive: changes.iter().any(|c| c.field == ROW) && (deletes.is_empty() || edited),
        deleted_and_edited: edited,
        unusual,
        fields: BTreeMap::new(),
    };
    for c in live {
        state.fields.entry(c.field.clone()).or_default().push(c.to_live());
    }
    state.fields.values_mut().for_each(|lives| lives.sort_by_key(|l| l.id));
    state
}

fn mask(masked: &mut [bool], i: usize) {
    if let Some(slot) = masked.get_mut(i) {
        *slot = true;
    }
}

/// One step of [`row_state`] for a change that comes after all those in `state` in its own chain.
///
/// `applied` says up to which number a device's (unforked) chain is already in the state.
pub fn advance(
    state: &mut RowState,
    change: &RowChange,
    chains: &Chains,
    applied: &dyn Fn(&DeviceId) -> u64,
) -> Advance {
    let author = change.position.device;
    if state.unusual || chains.is_forked(&author) || change.seen.is_some() || change.returns() {
        return Advance::NeedsHistory;
    }
    for base in &change.base {
        let BaseRef::At(device, seq) = base else { return Advance::NeedsHistory };
        let had = if *device == author {
            *seq < change.position.seq
        } else {
            change.deps.only_tip(device).is_some_and(|tip| *seq <= tip.seq) && *seq <= applied(device)
        };
        if !had || chains.is_forked(device) {
            return Advance::NeedsHistory;
        }
        let here = |l: &Live| l.device == *device && l.seq == *seq;
        // A base that names nothing here may name a change of another field, or one that is not accepted.
        if !state.fields.get(&change.field).is_some_and(|lives| lives.iter().any(here)) {
            return Advance::NeedsHistory;
        }
    }
    let lives = state.fields.entry(change.field.clone()).or_default();
    lives.retain(|l| {
        let named = |base: &BaseRef| matches!(base, BaseRef::At(d, s) if *d == l.device && *s == l.seq);
        l.device != author && !change.base.iter().any(named)
    });
    let at = lives.partition_point(|l| l.id < change.id);
    lives.insert(at, change.to_live());
    if change.field == ROW {
        state.alive = true;
    }
    Advance::Done
}

/// The outcome for one field: its value, and the others where people disagree.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled<'a> {
    /// The value, or the provisional one. Nothing where it is sealed and the key is missing.
    pub value: Option<Value>,
    /// The change that it comes from.
    pub from: &'a Live,
    /// One live change for each different value, the provisional one first; a single entry without disagreement.
    pub values: Vec<(&'a Live, Option<Value>)>,
}

impl Settled<'_> {
    /// Whether several different values are live.
    pub fn disagreement(&self) -> bool {
        self.values.len() > 1
    }
}

/// Reads a field's live values. Values made by the app never disagree: the smallest id counts, behind any person's value.
pub fn settled<'a>(lives: &'a [Live], open: &dyn Fn(&Sealed) -> Option<Value>) -> Option<Settled<'a>> {
    let read = |live: &Live| match &live.content {
        Content::Plain(value) => Some(value.clone()),
        Content::Personal(sealed) => open(sealed),
    };
    let mut people: Vec<&Live> = lives.iter().filter(|l| !l.auto).collect();
    people.sort_by_key(|l| std::cmp::Reverse((l.clock_ok, l.at, l.device, l.id)));
    if people.is_empty() {
        people.extend(lives.iter().min_by_key(|l| l.id));
    }
    let mut values: Vec<(&Live, Option<Value>)> = Vec::new();
    for live in people {
        let value = read(live);
        let same = |(other, v): &(&Live, Option<Value>)| match (v, &value) {
            (Some(a), Some(b)) => a == b,
            _ => other.content == live.content,
        };
        if !values.iter().any(same) {
            values.push((live, value));
        }
    }
    let (from, value) = values.first().cloned()?;
    Some(Settled { value, from, values })
}

impl RowState {
    /// The state as bytes, for the replica's own table; never sent anywhere.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CodecError> {
        let mut devices: Vec<DeviceId> = self.fields.values().flatten().map(|l| l.device).collect();
        devices.sort();
        devices.dedup();
        let mut e = Encoder::new(Vec::with_capacity(self.fields.len() * 48));
        let flags = u64::from(self.alive) | u64::from(self.deleted_and_edited) << 1 | u64::from(self.unusual) << 2;
        e.array(3)?.u64(flags)?.array(devices.len() as u64)?;
        for device in &devices {
            e.bytes(&device.0)?;
        }
        e.array(self.fields.len() as u64)?;
        for (field, lives) in &self.fields {
            e.array(2)?.str(field)?.array(lives.len() as u64)?;
            for live in lives {
                let index = devices.binary_search(&live.device).unwrap_or(0) as u64;
                e.array(6)?.bytes(&live.id.0)?.u64(index)?.u64(live.seq)?.i64(live.at)?;
                e.u64(u64::from(live.clock_ok) | u64::from(live.auto) << 1)?;
                encode_content(&mut e, &live.content)?;
            }
        }
        Ok(e.into_writer())
    }

    /// Reads [`RowState::to_bytes`].
    pub fn from_bytes(stored: &[u8]) -> Result<Self, CodecError> {
        let mut d = Decoder::new(stored);
        array(&mut d, 3)?;
        let flags = d.u64()?;
        let mut devices = Vec::new();
        for _ in 0..array(&mut d, LIST_MAX)? {
            devices.push(DeviceId(bytes(&mut d)?));
        }
        let mut fields = BTreeMap::new();
        for _ in 0..array(&mut d, LIST_MAX)? {
            array(&mut d, 2)?;
            let field = text(&mut d)?.to_owned();
            let mut lives = Vec::new();
            for _ in 0..array(&mut d, LIST_MAX)? {
                array(&mut d, 6)?;
                let id = change_id(&mut d)?;
                let index = usize::try_from(d.u64()?).unwrap_or(usize::MAX);
                let device = *devices.get(index).ok_or(CodecError::Shape("row state"))?;
                let (seq, at, bits) = (d.u64()?, d.i64()?, d.u64()?);
                let content = decode_content(&mut d)?;
                lives.push(Live { id, device, seq, at, clock_ok: bits & 1 != 0, auto: bits & 2 != 0, content });
            }
            fields.insert(field, lives);
        }
        Ok(Self { fields, alive: flags & 1 != 0, deleted_and_edited: flags & 2 != 0, unusual: flags & 4 != 0 })
    }
}
