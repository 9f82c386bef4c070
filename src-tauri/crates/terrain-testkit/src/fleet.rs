//! A programme with named people, each on a laptop whose replica lives in memory.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use terrain_api::{self as api, Fault, Session};
use terrain_changes::Hash32;
use terrain_domain::{Role, TABLE_NUMBER, Value};
use terrain_store::{OpName, Store};
use terrain_sync::{Disk, Report, SyncError, put_root_envelope, start_centre};
use uuid::Uuid;

use crate::Clock;

/// One person at work.
pub struct Laptop {
    /// The person.
    pub name: String,
    /// The person's row.
    pub person: Uuid,
    /// The replica.
    pub session: Session,
}

/// A coordinator and coaches.
pub struct Fleet {
    /// Everybody, the coordinator first.
    pub laptops: Vec<Laptop>,
    /// Everybody's clock.
    pub clock: Clock,
    seed: u64,
}

/// Fields as the door takes them.
pub fn json(fields: Json) -> BTreeMap<String, Json> {
    match fields {
        Json::Object(map) => map.into_iter().collect(),
        other => panic!("fields are an object, not {other}"),
    }
}

fn laptop(name: &str, store: Store) -> Laptop {
    Laptop { name: name.into(), person: store.identity().person, session: Session::with(store) }
}

impl Fleet {
    /// Starts a programme on `disk`: the first name is the coordinator's.
    pub fn start(names: &[&str], disk: &dyn Disk, seed: u64) -> Self {
        Self::start_under(names, disk, seed, TABLE_NUMBER)
    }

    /// A programme that was started by an app which knew permission tables up to this one.
    pub fn start_under(names: &[&str], disk: &dyn Disk, seed: u64, newest_table: u32) -> Self {
        let clock = Clock::default();
        let mut seeds = (0..).map(|k| seed.wrapping_mul(1_000_003).wrapping_add(k));
        let mut env = || clock.env(seeds.next().unwrap());
        let founding = api::found_under("Programme d'essai", &mut env(), newest_table).unwrap();
        let mut store = Store::in_memory(founding.identity.clone(), env()).unwrap();
        api::begin(&mut store, &founding, names[0]).unwrap();
        let mut laptops = vec![laptop(names[0], store)];
        for name in &names[1..] {
            let coordinator = laptops[0].session.store();
            let identity = api::admit(coordinator, name, Role::Coach).unwrap();
            let mut store = Store::in_memory(identity, env()).unwrap();
            api::hand_over(coordinator, &mut store).unwrap();
            laptops.push(laptop(name, store));
        }
        let slug = &founding.identity.centre.slug;
        start_centre(disk, &founding.identity.header, slug).unwrap();
        put_root_envelope(disk, slug, &founding.envelope).unwrap();
        laptops[0].syncs(disk);
        Self { laptops, clock, seed }
    }

    /// A person with an empty laptop: admitted by the coordinator, who does not hand anything over but the identity.
    pub fn joins(&mut self, name: &str) -> Laptop {
        let coordinator = self.laptops[0].session.store();
        let identity = api::admit(coordinator, name, Role::Coach).unwrap();
        laptop(name, Store::in_memory(identity, self.clock.env(self.seed ^ 0x5eed)).unwrap())
    }

    /// The laptop of this person.
    pub fn of(&mut self, name: &str) -> &mut Laptop {
        self.laptops.iter_mut().find(|l| l.name == name).unwrap()
    }

    /// Everybody syncs, in turn, so often that everything has reached everybody.
    pub fn all_sync(&mut self, disk: &dyn Disk) {
        for _ in 0..2 {
            for laptop in &mut self.laptops {
                laptop.syncs(disk);
            }
        }
    }
}

impl Laptop {
    /// Makes a row.
    pub fn makes(&mut self, kind: &str, fields: Json) -> Uuid {
        api::new(&mut self.session, kind, &json(fields)).unwrap().id
    }

    /// Sets fields.
    pub fn sets(&mut self, kind: &str, row: &Uuid, fields: Json) {
        self.tries_to_set(kind, row, fields).unwrap();
    }

    /// Sets fields, or not.
    pub fn tries_to_set(&mut self, kind: &str, row: &Uuid, fields: Json) -> Result<(), Fault> {
        api::set(&mut self.session, kind, &row.to_string(), &json(fields)).map(|_| ())
    }

    /// Deletes a row.
    pub fn deletes(&mut self, kind: &str, row: &Uuid) {
        api::delete(&mut self.session, kind, &row.to_string()).unwrap();
    }

    /// Attaches these bytes to a row, as they are.
    pub fn attaches(&mut self, row: &Uuid, name: &str, bytes: &[u8]) -> Uuid {
        let made = self.session.store().write(OpName::Create, None, |w| {
            let hash = w.put_file(bytes)?;
            let fields = [
                ("subject", Value::Id(*row)),
                ("name", Value::Text(name.into())),
                ("media_type", Value::Text("application/pdf".into())),
                ("size", Value::Int(bytes.len() as i64)),
                ("hash", Value::Hash(hash.0)),
            ];
            w.create("attachment", &fields)
        });
        made.unwrap().0
    }

    /// Whether the laptop has these bytes.
    pub fn has_file(&mut self, bytes: &[u8]) -> bool {
        self.session.store().file(&Hash32::of(bytes)).unwrap().is_some_and(|found| found == bytes)
    }

    /// What a field shows.
    pub fn sees(&mut self, kind: &str, row: &Uuid, field: &str) -> Json {
        match api::show(&mut self.session, kind, &row.to_string()) {
            Ok(shown) => shown[field].clone(),
            Err(_) => Json::Null,
        }
    }

    /// Settles the one open disagreement with the value of this number.
    pub fn settles(&mut self, take: usize) {
        let open = api::conflicts(&mut self.session).unwrap();
        api::resolve(&mut self.session, &open[0].id, Some(take), None, Some("convenu au téléphone"), &[]).unwrap();
    }

    /// Syncs.
    pub fn syncs(&mut self, disk: &dyn Disk) -> Report {
        self.tries_to_sync(disk).unwrap()
    }

    /// Syncs, or not.
    pub fn tries_to_sync(&mut self, disk: &dyn Disk) -> Result<Report, SyncError> {
        terrain_sync::exchange(self.session.store(), disk, &mut |_, _, _| true)
    }

    /// Makes a damaged or lost centre whole again.
    pub fn heals(&mut self, disk: &dyn Disk) -> Report {
        terrain_sync::heal(self.session.store(), disk, &mut |_, _, _| true).unwrap()
    }
}

/// What is not as it should be in a centre: path and message id.
pub fn complaints(disk: &dyn Disk) -> Vec<(String, String)> {
    terrain_sync::fsck(disk).unwrap().findings.into_iter().map(|f| (f.path, f.what)).collect()
}

/// The number of the generation that opens in a centre, if one does.
pub fn opens(disk: &dyn Disk) -> Option<u64> {
    terrain_sync::fsck(disk).unwrap().generation
}
