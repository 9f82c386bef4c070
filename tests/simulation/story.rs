//! One seed's story.

use std::collections::BTreeSet;

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{After, Chance, Fleet, Image, RamDisk, complaints, opens};
use uuid::Uuid;

use crate::document::sealed;

const NAMES: [&str; 4] = ["Khadija", "Amina", "Hassan", "Fatima"];
/// Images of the centre that may be put back.
const IMAGES_MAX: usize = 4;

/// A programme at the mercy of a seed.
pub struct Story {
    pub(crate) chance: Chance,
    pub(crate) fleet: Fleet,
    /// Entries that somebody made.
    pub(crate) entries: Vec<Uuid>,
    disk: RamDisk,
    images: Vec<Image>,
    rows: Vec<(&'static str, Uuid)>,
    tells: bool,
    /// Own segments that somebody was told are in the centre.
    delivered: BTreeSet<String>,
}

impl Story {
    pub fn new(seed: u64, tells: bool) -> Self {
        let disk = RamDisk::default();
        let fleet = Fleet::start(&NAMES, &disk, seed);
        let images = vec![disk.image()];
        let (rows, entries, delivered) = (Vec::new(), Vec::new(), BTreeSet::new());
        Self { chance: Chance::new(seed), fleet, entries, disk, images, rows, tells, delivered }
    }

    pub fn run(mut self, events: u64) {
        for _ in 0..events {
            self.event();
        }
        self.ends_well();
    }

    fn say(&self, text: &str) {
        if self.tells {
            eprintln!("{text}");
        }
    }

    fn event(&mut self) {
        let who = self.chance.below(NAMES.len());
        match self.chance.below(100) {
            0..30 => self.edit(who),
            30..42 => self.document(who),
            42..45 => self.attach(who),
            45..50 => self.delete(who),
            50..54 => self.settle(who),
            54..84 => self.sync(who),
            84..88 => self.images_change(),
            88..91 => self.centre_rots(),
            91..94 => self.rebuilds(who),
            _ => self.fleet.clock.pass_days(self.chance.below(9) as i64 - 2),
        }
    }

    fn edit(&mut self, who: usize) {
        let n = self.chance.below(6);
        let laptop = &mut self.fleet.laptops[who];
        if self.rows.len() < 4 || self.chance.once_in(6) {
            let officer_of = self.rows.iter().filter(|(kind, _)| *kind == "cooperative").map(|(_, row)| *row);
            let there: Vec<Uuid> = officer_of.filter(|row| !laptop.sees("cooperative", row, "id").is_null()).collect();
            let made = match there.first() {
                Some(row) if n < 3 => {
                    ("officer", json!({ "cooperative": row, "name": format!("Personne {n}"), "role": "president" }))
                }
                _ => ("cooperative", json!({ "name_fr": format!("Coopérative {n}") })),
            };
            self.rows.push((made.0, laptop.makes(made.0, made.1)));
            return;
        }
        let (kind, row) = self.rows[self.chance.below(self.rows.len())];
        let field = match (kind, self.chance.below(3)) {
            ("officer", 0) => json!({ "name": format!("Personne {n}") }),
            ("attachment", _) => json!({ "name": format!("fichier {n}.pdf") }),
            ("officer", _) => json!({ "birth_year": 1980 + n }),
            (_, 0) => json!({ "phone": format!("060000000{n}") }),
            (_, 1) => json!({ "members_women": n, "members_men": n + 1 }),
            _ => json!({ "douar": format!("Douar {n}") }),
        };
        // The row may be deleted here, or not have come yet, or its key may not: then there is nothing to edit.
        let _ = laptop.tries_to_set(kind, &row, field);
    }

    fn delete(&mut self, who: usize) {
        if self.rows.is_empty() {
            return;
        }
        let (kind, row) = self.rows[self.chance.below(self.rows.len())];
        let laptop = &mut self.fleet.laptops[who];
        if !laptop.sees(kind, &row, "id").is_null() {
            laptop.deletes(kind, &row);
        }
    }

    fn attach(&mut self, who: usize) {
        let file = format!("file {}", self.chance.below(1_000));
        let laptop = &mut self.fleet.laptops[who];
        if let Some((_, row)) = self.rows.first() {
            let made = laptop.attaches(row, "file.pdf", file.as_bytes());
            self.rows.push(("attachment", made));
        }
    }

    fn settle(&mut self, who: usize) {
        let laptop = &mut self.fleet.laptops[who];
        if !api::conflicts(&mut laptop.session).unwrap().is_empty() {
            laptop.settles(1 + self.chance.below(2));
        }
    }

    fn sync(&mut self, who: usize) {
        if self.chance.once_in(2) {
            let (at, after) = (self.chance.below(90), self.after());
            self.say(&format!("{} syncs, stopped at {at}: {after:?}", NAMES[who]));
            self.disk.stop_at(at as u64, after);
        } else {
            self.say(&format!("{} syncs", NAMES[who]));
        }
        let outcome = self.fleet.laptops[who].tries_to_sync(&self.disk);
        let stopped = self.disk.recover();
        match outcome {
            Ok(report) => {
                assert!(report.delivered || stopped, "a sync that ends delivers");
                let session = self.fleet.laptops[who].session.store();
                let own = session.identity().device;
                let mine = session.segments().unwrap().into_iter().filter(|s| s.device == own);
                self.delivered.extend(mine.map(|s| s.hash.to_string()));
            }
            Err(e) => assert!(stopped || self.centre_is_gone(), "{} was not stopped: {e}", NAMES[who]),
        }
    }

    /// A centre without header or any known segment is refused, rightly, until somebody heals it.
    fn centre_is_gone(&mut self) -> bool {
        let image = self.disk.image();
        let header = image.iter().find(|(_, path, _)| path == "souss-massa.data/header");
        header.is_none_or(|(.., h)| *h != self.fleet.laptops[0].session.store().identity().header)
    }

    fn after(&mut self) -> After {
        [After::Keep, After::Drop, After::Tear][self.chance.below(3)]
    }

    /// Somebody keeps a copy of the centre, or puts one back: whole, or only some of its files.
    fn images_change(&mut self) {
        if self.images.len() < IMAGES_MAX && self.chance.once_in(2) {
            self.images.push(self.disk.image());
            return;
        }
        let old = self.images[self.chance.below(self.images.len())].clone();
        if self.chance.once_in(2) {
            self.say("an old copy is put back");
            return self.disk.restore(&old);
        }
        self.say("an old copy is put back by half");
        let mut mixed = self.disk.image();
        mixed.retain(|(_, path, _)| path.ends_with("header") || !self.chance.once_in(2));
        for (number, path, bytes) in old {
            if self.chance.once_in(2) {
                mixed.retain(|(_, there, _)| *there != path);
                mixed.push((number, path, bytes));
            }
        }
        self.disk.restore(&mixed);
    }

    /// A file is lost, cut short, or has a bit turned over.
    fn centre_rots(&mut self) {
        let mut image = self.disk.image();
        let n = self.chance.below(image.len());
        let (how, at) = (self.chance.below(3), self.chance.below(1000));
        self.say(&format!("{} rots", image[n].1));
        let bytes = &mut image[n].2;
        let at = bytes.len() * at / 1000;
        match how {
            0 => {
                image.remove(n);
            }
            1 => bytes.truncate(at),
            _ if bytes.is_empty() => {}
            _ => bytes[at] ^= 1,
        }
        self.disk.restore(&image);
    }

    /// The tables are what the log says.
    fn rebuilds(&mut self, who: usize) {
        let store = self.fleet.laptops[who].session.store();
        let before = store.dump().unwrap();
        store.rebuild().unwrap();
        assert_eq!(before, store.dump().unwrap(), "{}'s tables are not what the log says", NAMES[who]);
    }

    fn ends_well(mut self) {
        self.fleet.laptops[0].heals(&self.disk);
        // A key that rotted in the centre is read again only now and then: as often as there are parts to read.
        for _ in 0..2 {
            self.fleet.all_sync(&self.disk);
        }
        let mut seen: Option<(Vec<String>, String, Vec<String>)> = None;
        for laptop in &mut self.fleet.laptops {
            let store = laptop.session.store();
            let log: Vec<String> = store.segments().unwrap().iter().map(|s| s.hash.to_string()).collect();
            for hash in &self.delivered {
                assert!(log.contains(hash), "{hash} was said to be in the centre and {} does not have it", laptop.name);
            }
            let lacking = store.files_wanted().unwrap();
            assert!(lacking.is_empty(), "{} never got {lacking:?}", laptop.name);
            let sealed: Vec<String> = self.entries.iter().flat_map(|entry| sealed(store, entry)).collect();
            let here = (log, store.dump().unwrap(), sealed);
            match &seen {
                None => seen = Some(here),
                Some(first) => assert_eq!(*first, here, "{} sees something else", laptop.name),
            }
            store.rebuild().unwrap();
            assert_eq!(seen.as_ref().unwrap().1, store.dump().unwrap(), "{} rebuilt", laptop.name);
        }
        let before = self.disk.image();
        self.disk.count();
        for laptop in &mut self.fleet.laptops {
            let report = laptop.syncs(&self.disk);
            assert_eq!((report.sent, report.received, report.published), (0, 0, None));
        }
        assert_eq!(self.disk.count().1, 0, "a sync with nothing new writes nothing");
        assert!(self.disk.image() == before);
        assert!(opens(&self.disk).is_some(), "no generation opens");
        let damaged: Vec<_> =
            complaints(&self.disk).into_iter().filter(|(_, what)| what == "fsck-attachment-bad").collect();
        assert!(damaged.is_empty(), "{damaged:?}");
    }
}
