//! Which values of a row are live. [`row_state`] is the definition, read from all accepted changes of the row;
//! [`advance`] gives the same by one step where nothing unusual is in play, and says so where it is not.

use std::collections::{BTreeMap, HashMap, HashSet};
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
    /// A delete names a segment that is not here: the row is to be read again when it comes.
    pub waits: bool,
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

    /// The making of a row. A `_row` with a base does not make one: it would pass by the rule that only a device whose name
    /// stands in the identifier makes a row.
    pub fn makes(&self) -> bool {
        self.life() == Some(RowLife::Alive) && self.base.is_empty()
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
///
/// A restored laptop seals once more what it had unsealed, so one change (one id) can lie on two branches: what is true
/// of either copy is true of the change, and it counts once.
pub fn row_state(changes: &[RowChange], chains: &Chains) -> RowState {
    let (named, unfound) = named(changes, chains);
    let live: Vec<&RowChange> = changes.iter().filter(|c| !named.contains(&c.id)).collect();
    let deletes: Vec<&RowChange> = live.iter().copied().filter(|c| c.life() == Some(RowLife::Deleted)).collect();
    let nothing = Vector::default();
    let saw = |d: &RowChange, c: &RowChange| {
        chains.seen_covers(d.seen.as_ref().unwrap_or(&nothing), &d.position, &c.position)
    };
    let seen: HashSet<ChangeId> = live.iter().filter(|c| deletes.iter().any(|d| saw(d, c))).map(|c| c.id).collect();
    let unseen = |c: &&RowChange| c.life() != Some(RowLife::Deleted) && !seen.contains(&c.id);
    let edited = !deletes.is_empty() && live.iter().any(unseen);
    let mut state = RowState {
        alive: changes.iter().any(|c| c.makes()) && (deletes.is_empty() || edited),
        deleted_and_edited: edited,
        unusual: unfound || changes.iter().any(|c| c.life() == Some(RowLife::Deleted) || c.returns()),
        waits: deletes.iter().any(|d| d.seen.as_ref().is_some_and(|seen| chains.awaits(seen))),
        fields: BTreeMap::new(),
    };
    for c in live {
        state.fields.entry(c.field.clone()).or_default().push(c.to_live());
    }
    for lives in state.fields.values_mut() {
        lives.sort_by_key(|l| l.id);
        lives.dedup_by_key(|l| l.id);
    }
    state
}

/// The changes that others name, and whether some base names nothing that is here.
fn named(changes: &[RowChange], chains: &Chains) -> (HashSet<ChangeId>, bool) {
    let mut by_place: HashMap<(DeviceId, u64), Vec<&RowChange>> = HashMap::new();
    let mut by_id: HashMap<ChangeId, Vec<&RowChange>> = HashMap::new();
    let mut by_author: BTreeMap<(&str, DeviceId), Vec<&RowChange>> = BTreeMap::new();
    for c in changes {
        by_place.entry((c.position.device, c.position.seq)).or_default().push(c);
        by_id.entry(c.id).or_default().push(c);
        by_author.entry((&c.field, c.position.device)).or_default().push(c);
    }
    let (mut named, mut unfound) = (HashSet::new(), false);
    for c in changes {
        for base in &c.base {
            let meant = match base {
                BaseRef::At(device, seq) => by_place.get(&(*device, *seq)),
                BaseRef::Full(id) => by_id.get(id),
            };
            let counts = |d: &&&RowChange| {
                let had = chains.covers(&c.deps, &d.position) || chains.precedes(&d.position, &c.position);
                d.id != c.id && had && (d.field == c.field || c.returns())
            };
            let mut ids = meant.into_iter().flatten().filter(counts).map(|d| d.id);
            // One entry names one change: where a number could mean two, nobody's value is hidden by a guess.
            match (ids.next(), ids.next()) {
                (Some(id), other) if other.into_iter().chain(ids).all(|o| o == id) => {
                    named.insert(id);
                }
                _ => unfound = true,
            }
        }
    }
    for group in by_author.values_mut() {
        group.sort_by_key(|c| c.position.seq);
        for (k, c) in group.iter().enumerate() {
            if group.iter().skip(k + 1).any(|d| chains.precedes(&c.position, &d.position)) {
                named.insert(c.id);
            }
        }
    }
    (named, unfound)
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
    // A delete that does not say what it had seen is one all the same.
    let deletes = change.life() == Some(RowLife::Deleted);
    if state.unusual || chains.is_forked(&author) || deletes || change.returns() {
        return Advance::NeedsHistory;
    }
    for base in &change.base {
        let BaseRef::At(device, seq) = base else { return Advance::NeedsHistory };
        let had = if *device == author {
            *seq < change.position.seq
        } else {
            let covered = change.deps.only_tip(device).is_some_and(|tip| *seq <= tip.seq);
            covered && *seq <= applied(device) && !chains.is_unsealed(device, *seq)
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
    state.alive |= change.makes();
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
        let bits = [self.alive, self.deleted_and_edited, self.unusual, self.waits];
        let flags = bits.iter().zip(0..).fold(0, |flags, (bit, n)| flags | u64::from(*bit) << n);
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
        let [alive, deleted_and_edited, unusual, waits] = [1, 2, 4, 8].map(|bit| flags & bit != 0);
        Ok(Self { fields, alive, deleted_and_edited, unusual, waits })
    }
}
