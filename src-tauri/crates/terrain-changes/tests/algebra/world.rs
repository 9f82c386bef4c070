//! A programme in memory: laptops that write, seal, pull from one another, are cloned, retired and revoked.
//!
//! Laptops write as the app does (bases name what is shown, own earlier values unwritten unless the chain has branches,
//! sealing before every pull); what they see is read with the oracle, so that a fault of the code under test cannot
//! shape the histories that are to find it.

use std::collections::BTreeSet;
use std::sync::Arc;

use terrain_changes::{
    BaseRef, Change, ChangeId, DeviceId, Hash32, Link, Operation, ROW, RowLife, SigningKey, Tip, Vector, prove_device,
};
use terrain_domain::{Table, Value, new_v7, v5};
use uuid::Uuid;

use crate::reading::Reading;

/// A stored segment, without its seal.
pub struct Stored {
    pub link: Link,
    pub deps: Arc<Vector>,
    pub operations: Vec<Operation>,
}

/// One laptop. Two of them may be the same device: a clone.
#[derive(Clone)]
pub struct Laptop {
    pub device: DeviceId,
    pub person: Uuid,
    pub certificate: Uuid,
    pub role: &'static str,
    pub known: BTreeSet<usize>,
    pub unsealed: Vec<Operation>,
}

pub struct World {
    pub segments: Vec<Stored>,
    pub laptops: Vec<Laptop>,
    pub rows: Vec<(&'static str, Uuid)>,
    clock: i64,
    drawn: u64,
}

/// The laptops that every world begins with; `ZINEB` has no certificate.
pub const ROOT: usize = 0;
pub const KHADIJA: usize = 1;
pub const SALMA: usize = 2;
pub const AMINA: usize = 3;
pub const HASSAN: usize = 4;
pub const ZINEB: usize = 5;
/// Clones and successors beyond this number add nothing but time.
const LAPTOPS_MAX: usize = 10;

/// How a field is set.
#[derive(Clone, Copy, Debug)]
pub struct How {
    /// Which of the live values the screen had shown, one bit each.
    pub shown: u8,
    /// Made by the app.
    pub auto: bool,
    /// Also claims to know this number of another laptop's chain, which may be a lie.
    pub claims: Option<(usize, u64)>,
}

/// What a delete says that its author had seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Truth,
    Nothing,
    Lies,
}

impl Default for How {
    fn default() -> Self {
        Self { shown: u8::MAX, auto: false, claims: None }
    }
}

fn text(t: impl Into<String>) -> Value {
    Value::Text(t.into())
}

impl World {
    /// Root, two coordinators, two coaches, a stranger; certificates, the table and Amina's cooperative are everywhere.
    pub fn new() -> Self {
        let device = |n: u8| DeviceId([n; 16]);
        let laptop = |n: u8, role| Laptop {
            device: device(n),
            person: Uuid::from_u128(0x1000 + u128::from(n)),
            certificate: Uuid::nil(),
            role,
            known: BTreeSet::new(),
            unsealed: Vec::new(),
        };
        let roles = ["", "regional_coordinator", "regional_coordinator", "coach", "coach", "coach"];
        let laptops: Vec<Laptop> = roles.iter().zip(1..).map(|(role, n)| laptop(n * 16, *role)).collect();
        let row = |n: usize| ("cooperative", new_v7(1, &laptops[n].device.0, 7));
        let rows = vec![row(AMINA), row(HASSAN), ("setting", v5("setting", &["days", "2026-01-01"]))];
        let mut world = Self { segments: Vec::new(), laptops, rows, clock: 1_793_000_000_000, drawn: 0 };
        // Reading the whole table again and again would take most of the time.
        let mut table = Table::current();
        table.kinds.retain(|kind, _| world.rows.iter().any(|(k, _)| k == kind));
        world.adopt(ROOT, &table);
        for (by, whose) in [(ROOT, KHADIJA), (ROOT, SALMA), (KHADIJA, AMINA), (KHADIJA, HASSAN)] {
            world.laptops[whose].certificate = world.certify(by, whose, None);
        }
        for n in [ROOT, KHADIJA] {
            world.seal(n);
        }
        world.everybody_pulls();
        world.create(AMINA, 0);
        world.seal(AMINA);
        world.everybody_pulls();
        world
    }

    /// Everybody gets everything; the stranger too, but nobody takes anything of hers.
    pub fn everybody_pulls(&mut self) {
        for to in 0..self.laptops.len() {
            (0..self.laptops.len()).for_each(|from| self.pull(to, from, u64::MAX));
        }
    }

    pub fn root(&self) -> (DeviceId, [u8; 32]) {
        let root = self.laptops[ROOT].device;
        (root, Hash32::of(&root.0).0)
    }

    /// The tips of what a laptop has.
    pub fn vector(&self, who: usize) -> Vector {
        let known = &self.laptops[who].known;
        let past: BTreeSet<Hash32> = known.iter().filter_map(|&i| self.segments[i].link.previous).collect();
        let mut vector = Vector::default();
        for link in known.iter().map(|&i| self.segments[i].link).filter(|link| !past.contains(&link.hash)) {
            vector.add(link.device, Tip { seq: link.to, hash: link.hash });
        }
        vector
    }

    /// Where a laptop goes on writing: of several own tips the longest.
    pub fn own_tip(&self, who: usize) -> Option<Tip> {
        self.vector(who).tips(&self.laptops[who].device).copied().max()
    }

    /// Number of the laptop's next change.
    pub fn next_seq(&self, who: usize) -> u64 {
        let unsealed: usize = self.laptops[who].unsealed.iter().map(|o| o.changes.len()).sum();
        self.own_tip(who).map_or(0, |tip| tip.seq) + unsealed as u64 + 1
    }

    pub fn write(&mut self, who: usize, name: &str, undoes: Option<ChangeId>, changes: Vec<Change>) {
        self.clock += 1000;
        // Every seventh clock stands in 1970.
        let clock_ok = self.clock / 1000 % 7 != 0;
        let at = if clock_ok { self.clock } else { self.clock % 1_000_000 };
        let operation = Operation { name: name.into(), at, clock_ok, note: None, undoes, more: false, changes };
        self.laptops[who].unsealed.push(operation);
    }

    fn change(&self, row: usize, field: &str, value: Value) -> Change {
        Change::plain(self.rows[row].0, self.rows[row].1, field, value)
    }

    pub fn create(&mut self, who: usize, row: usize) {
        let change = self.change(row, ROW, RowLife::Alive.value());
        self.write(who, "create", None, vec![change]);
    }

    pub fn set(&mut self, who: usize, row: usize, field: &str, value: &str, how: How) {
        let mut change = self.change(row, field, text(value));
        change.base = self.shown(who, row, |f| f == field, how.shown, false);
        change.auto = how.auto;
        if let Some((other, seq)) = how.claims {
            let other = other % self.laptops.len();
            change.base.push(BaseRef::At(self.laptops[other].device, seq));
        }
        self.write(who, "set", None, vec![change]);
    }

    /// Deletes a row. An app that does not say what it had seen is broken, one that claims what is still to come lies, and
    /// neither may do harm.
    pub fn delete(&mut self, who: usize, row: usize, says: Says) {
        let mut change = self.change(row, ROW, RowLife::Deleted.value());
        change.base = self.shown(who, row, |f| f == ROW, u8::MAX, false);
        let mut seen = self.vector(who);
        if says == Says::Lies {
            let tips: Vec<(DeviceId, Tip)> = seen.iter().map(|(device, tip)| (*device, *tip)).collect();
            for (n, (device, tip)) in tips.into_iter().enumerate() {
                // Further than the segment reaches, or in a segment that nobody ever makes.
                let hash = if n % 2 == 0 { tip.hash } else { Hash32::of(&tip.hash.0) };
                seen.remove(&device, &tip);
                seen.add(device, Tip { seq: tip.seq + 1000, hash });
            }
        }
        change.seen = (says != Says::Nothing).then_some(seen);
        self.write(who, "delete", None, vec![change]);
    }

    /// Brings a row back: as it was where the delete is undone, empty otherwise.
    pub fn bring_back(&mut self, who: usize, row: usize, undo: bool) {
        let reading = Reading::of_laptop(self, who);
        let deletes = reading.changes(self.rows[row]).filter(|c| RowLife::of(&c.content) == Some(RowLife::Deleted));
        let undoes = deletes.last().filter(|_| undo).map(|c| c.id);
        let mut change = self.change(row, ROW, RowLife::Alive.value());
        change.base = self.shown(who, row, |_| true, u8::MAX, true);
        self.write(who, if undo { "undo" } else { "return" }, undoes, vec![change]);
    }

    /// What the laptop shows of a row, as bases.
    fn shown(&self, who: usize, row: usize, field: impl Fn(&str) -> bool, bits: u8, own_too: bool) -> Vec<BaseRef> {
        let reading = Reading::of_laptop(self, who);
        let vector = self.vector(who);
        let live = reading.told(self.rows[row]).fields;
        let ids: Vec<ChangeId> = live.into_iter().filter(|(f, _)| field(f)).flat_map(|(_, ids)| ids).collect();
        let mut base = Vec::new();
        for (n, id) in ids.into_iter().enumerate() {
            let Some(c) = reading.changes(self.rows[row]).find(|c| c.id == id) else { continue };
            let alone = !reading.chains.is_forked(&c.position.device);
            let own = c.position.device == self.laptops[who].device;
            if bits >> (n % 8) & 1 == 0 || (own && alone && !own_too) {
                continue;
            }
            let plain = alone && (own || vector.only_tip(&c.position.device).is_some());
            base.push(if plain { BaseRef::At(c.position.device, c.position.seq) } else { BaseRef::Full(id) });
        }
        base
    }

    /// Publishes a table of rights.
    pub fn adopt(&mut self, by: usize, table: &Table) {
        let written = serde_json::to_string(table).unwrap();
        let row = v5("schema", &[&table.number.to_string(), &written]);
        let number = Value::Int(i64::from(table.number));
        let fields = [(ROW, RowLife::Alive.value()), ("number", number), ("table", text(written))];
        let change = |(field, value)| Change::plain("schema", row, field, value);
        self.write(by, "adopt", None, fields.into_iter().map(change).collect());
    }

    /// Signs a certificate, rightly or not; gives its row.
    pub fn certify(&mut self, by: usize, whose: usize, successor_of: Option<Uuid>) -> Uuid {
        let to = self.laptops[whose].clone();
        let row = self.draw(by);
        let key = SigningKey::from_bytes(&Hash32::of(&to.device.0).0);
        let fields = [
            (ROW, RowLife::Alive.value()),
            ("device", text(to.device.to_string())),
            ("person", Value::Id(to.person)),
            ("role", text(to.role)),
            ("from_seq", Value::Int(1)),
            ("signing_key", text(Hash32(key.verifying_key().to_bytes()).to_string())),
            ("proof", text(prove_device(&to.device, &to.person, &key))),
            ("successor_of", text(successor_of.map(|id| id.to_string()).unwrap_or_default())),
        ];
        let change = |(field, value)| Change::plain("certificate", row, field, value);
        self.write(by, "enrol", None, fields.into_iter().map(change).collect());
        row
    }

    /// Ends a laptop's certificate: retires it, or revokes it and keeps what the ender holds.
    pub fn end(&mut self, by: usize, whose: usize, revoke: bool) {
        let device = self.laptops[whose].device;
        let tips = self.vector(by).tips(&device).map(|tip| Value::Hash(tip.hash.0)).collect();
        let row = self.draw(by);
        let fields = [
            (ROW, RowLife::Alive.value()),
            ("certificate", Value::Id(self.laptops[whose].certificate)),
            ("how", text(if revoke { "revoke" } else { "retire" })),
            ("tips", Value::List(if revoke { tips } else { Vec::new() })),
        ];
        let change = |(field, value)| Change::plain("ending", row, field, value);
        self.write(by, "end", None, fields.into_iter().map(change).collect());
    }

    /// An identifier that says which device made the row.
    fn draw(&mut self, by: usize) -> Uuid {
        self.drawn += 1;
        new_v7(1, &self.laptops[by].device.0, self.drawn)
    }

    pub fn seal(&mut self, who: usize) {
        let from = self.own_tip(who).map_or(0, |tip| tip.seq) + 1;
        let to = self.next_seq(who) - 1;
        if to < from {
            return;
        }
        let deps = Arc::new(self.vector(who));
        let previous = self.own_tip(who).map(|tip| tip.hash);
        let operations = std::mem::take(&mut self.laptops[who].unsealed);
        // The real nonce is drawn: equal contents of two clones are different segments.
        let mut bytes = vec![who as u8];
        operations.iter().for_each(|o| bytes.extend(o.encode().unwrap()));
        bytes.extend(deps.to_bytes().unwrap());
        let hash = Hash32::of(&bytes);
        let link = Link { device: self.laptops[who].device, from, to, hash, previous };
        self.laptops[who].known.insert(self.segments.len());
        self.segments.push(Stored { link, deps, operations });
    }

    /// Takes from another laptop what this one lacks and `bits` allow, predecessors first. Own work is sealed before.
    pub fn pull(&mut self, who: usize, from: usize, bits: u64) {
        let stranger = self.laptops[ZINEB].device;
        let offered: Vec<usize> = self.laptops[from].known.difference(&self.laptops[who].known).copied().collect();
        self.seal(who);
        for (n, i) in offered.into_iter().enumerate() {
            let link = self.segments[i].link;
            let before = |known: &BTreeSet<usize>| {
                link.previous.is_none_or(|hash| known.iter().any(|&k| self.segments[k].link.hash == hash))
            };
            let foreign = link.device == stranger && self.laptops[who].device != stranger;
            if !foreign && bits >> (n % 64) & 1 == 1 && before(&self.laptops[who].known) {
                self.laptops[who].known.insert(i);
            }
        }
    }

    /// A copy of the disk goes on as another laptop; what was unsealed is unsealed on both.
    pub fn clone_laptop(&mut self, who: usize) -> usize {
        if self.laptops.len() < LAPTOPS_MAX {
            self.laptops.push(self.laptops[who].clone());
        }
        self.laptops.len() - 1
    }

    /// The laptop names its own successor, which begins with the same disk under a new device.
    pub fn succeed(&mut self, who: usize) {
        if self.laptops.len() >= LAPTOPS_MAX || who == ROOT {
            return;
        }
        let device = DeviceId([0xa0 + self.laptops.len() as u8; 16]);
        let before = self.laptops[who].certificate;
        self.laptops.push(Laptop { device, unsealed: Vec::new(), ..self.laptops[who].clone() });
        let last = self.laptops.len() - 1;
        self.laptops[last].certificate = self.certify(who, last, Some(before));
        self.seal(who);
        self.pull(last, who, u64::MAX);
    }
}
