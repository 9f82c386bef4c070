//! Work done apart meets: merged field by field, disagreements shown and settled, nothing lost on the way.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, Hash32, RamDisk, incoming};
use uuid::Uuid;

const PEOPLE: [&str; 3] = ["Khadija", "Amina", "Hassan"];

/// A programme with one cooperative that everybody has.
fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&PEOPLE, &disk, 1);
    let row =
        fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple", "phone": "0600000000" }));
    fleet.all_sync(&disk);
    (fleet, disk, row)
}

fn open_conflicts(fleet: &mut Fleet) -> Vec<usize> {
    fleet.laptops.iter_mut().map(|l| api::conflicts(&mut l.session).unwrap().len()).collect()
}

/// Visits written down offline on two laptops are in the central file, and each says how far it has come.
#[test]
fn visits_typed_offline_meet_in_the_centre() {
    let (mut fleet, disk, cooperative) = programme();
    let mut visits = Vec::new();
    for (name, day) in [("Amina", "2026-11-03"), ("Hassan", "2026-11-04")] {
        let laptop = fleet.of(name);
        let coach = laptop.person;
        let visit = json!({ "cooperative": cooperative, "coach": coach, "planned_on": day, "days": 0.5 });
        visits.push((name, laptop.makes("visit", visit)));
    }
    let delivery = |name: &str, row: &Uuid, fleet: &mut Fleet| fleet.of(name).sees("visit", row, "delivery");
    let (_, of_amina) = visits[0];
    assert_eq!(delivery("Amina", &of_amina, &mut fleet), json!("here"));
    let report = fleet.of("Amina").syncs(&disk);
    assert!(report.delivered && report.sent > 0);
    assert_eq!(delivery("Amina", &of_amina, &mut fleet), json!("delivered"));
    fleet.all_sync(&disk);
    assert_eq!(delivery("Amina", &of_amina, &mut fleet), json!("received"));
    for (name, row) in &visits {
        for laptop in &mut fleet.laptops {
            assert_ne!(
                laptop.sees("visit", row, "planned_on"),
                Json::Null,
                "{name}'s visit on {}'s laptop",
                laptop.name
            );
        }
    }
}

/// What two people change of one row at once: different fields go together, the same field is shown until somebody settles it.
#[test]
fn two_people_change_one_row() {
    let check = |of_amina: Json, of_hassan: Json, merged: Json, conflicts: usize| {
        let (mut fleet, disk, row) = programme();
        fleet.of("Amina").sets("cooperative", &row, of_amina.clone());
        fleet.of("Hassan").sets("cooperative", &row, of_hassan.clone());
        fleet.all_sync(&disk);
        assert_eq!(open_conflicts(&mut fleet), [conflicts; 3], "{of_amina} and {of_hassan}");
        for laptop in &mut fleet.laptops {
            for (field, value) in merged.as_object().unwrap() {
                assert_eq!(laptop.sees("cooperative", &row, field), *value, "{field} on {}'s laptop", laptop.name);
            }
        }
        (fleet, disk, row)
    };
    check(
        json!({ "phone": "0611111111" }),
        json!({ "douar": "Aït Exemple" }),
        json!({ "phone": "0611111111", "douar": "Aït Exemple" }),
        0,
    );
    check(json!({ "phone": "0611111111" }), json!({ "phone": "0611111111" }), json!({ "phone": "0611111111" }), 0);
    // The later by the clock is shown for the time being, and marked.
    let provisional = json!({ "phone": "0622222222", "provisional": ["phone"] });
    let (mut fleet, disk, row) =
        check(json!({ "phone": "0611111111" }), json!({ "phone": "0622222222" }), provisional, 1);

    fleet.of("Hassan").settles(2);
    fleet.all_sync(&disk);
    assert_eq!(open_conflicts(&mut fleet), [0; 3]);
    for laptop in &mut fleet.laptops {
        assert_eq!(laptop.sees("cooperative", &row, "phone"), json!("0611111111"));
        let history = api::history(&mut laptop.session, "cooperative", &row.to_string()).unwrap();
        let entries = history.as_array().unwrap().iter().filter(|e| e["field"] == "phone");
        let values: Vec<(&str, bool)> =
            entries.map(|e| (e["value"].as_str().unwrap(), e["live"].as_bool().unwrap())).collect();
        let expected = [("0600000000", false), ("0611111111", false), ("0622222222", false), ("0611111111", true)];
        assert_eq!(values, expected, "{}'s history", laptop.name);
    }
}

/// Two people settle the same disagreement differently: that is a new one, and nobody's word is lost.
#[test]
fn two_settlements_disagree_again() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").sets("cooperative", &row, json!({ "phone": "0611111111" }));
    fleet.of("Hassan").sets("cooperative", &row, json!({ "phone": "0622222222" }));
    fleet.all_sync(&disk);
    fleet.of("Amina").settles(1);
    fleet.of("Hassan").settles(2);
    fleet.all_sync(&disk);
    assert_eq!(open_conflicts(&mut fleet), [1; 3]);
    fleet.of("Khadija").settles(1);
    fleet.all_sync(&disk);
    assert_eq!(open_conflicts(&mut fleet), [0; 3]);
}

/// A row deleted by one and edited by another who did not know stays, and both are told; seen first, it goes.
#[test]
fn an_edit_that_the_deleter_had_not_seen_keeps_the_row() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").deletes("cooperative", &row);
    fleet.of("Hassan").sets("cooperative", &row, json!({ "douar": "Aït Exemple" }));
    fleet.all_sync(&disk);
    for laptop in &mut fleet.laptops {
        assert_eq!(laptop.sees("cooperative", &row, "douar"), json!("Aït Exemple"), "{}", laptop.name);
        assert_eq!(api::status(&mut laptop.session).unwrap().health.tasks, 1);
    }
    fleet.of("Khadija").deletes("cooperative", &row);
    fleet.all_sync(&disk);
    for laptop in &mut fleet.laptops {
        assert_eq!(laptop.sees("cooperative", &row, "id"), Json::Null, "{}", laptop.name);
    }
}

/// A clock of another century is flagged and loses ties; it blocks nothing.
#[test]
fn a_wrong_clock_does_not_win() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").sets("cooperative", &row, json!({ "phone": "0611111111" }));
    fleet.clock.pass_days(80 * 365);
    fleet.of("Hassan").sets("cooperative", &row, json!({ "phone": "0622222222" }));
    fleet.clock.pass_days(-80 * 365);
    fleet.all_sync(&disk);
    assert_eq!(open_conflicts(&mut fleet), [1; 3]);
    assert_eq!(fleet.of("Khadija").sees("cooperative", &row, "phone"), json!("0611111111"));
}

/// A delete names a segment that has not come here: what it had seen is not believed by number, and told rightly once it comes.
#[test]
fn a_delete_is_read_again_when_what_it_saw_arrives() {
    let (mut fleet, disk, row) = programme();
    let other = fleet.of("Amina").makes("cooperative", json!({ "name_fr": "Une autre" }));
    fleet.of("Amina").sets("cooperative", &row, json!({ "phone": "0611111111" }));
    fleet.of("Amina").syncs(&disk);
    fleet.of("Amina").sets("cooperative", &other, json!({ "phone": "0622222222" }));
    fleet.of("Amina").syncs(&disk);
    fleet.of("Hassan").syncs(&disk);
    fleet.of("Hassan").deletes("cooperative", &row);
    fleet.of("Hassan").syncs(&disk);
    let store = fleet.of("Hassan").session.store();
    let names = store.segments().unwrap();
    let khadija: Vec<_> = fleet.of("Khadija").session.store().segments().unwrap().iter().map(|n| n.hash).collect();
    let new: Vec<_> = names.into_iter().filter(|n| !khadija.contains(&n.hash)).collect();
    let amina = fleet.of("Amina").session.store().identity().device;
    let last = new.iter().filter(|n| n.device == amina).max_by_key(|n| n.from).unwrap().hash;
    assert_eq!(new.len(), 3, "two of Amina's, one of Hassan's");
    let mut takes = |wanted: &dyn Fn(&Hash32) -> bool| {
        let hashes = new.iter().map(|n| n.hash).filter(|h| wanted(h));
        let store = fleet.of("Hassan").session.store();
        let bytes: Vec<Vec<u8>> = hashes.map(|h| store.segment_bytes(&h).unwrap().unwrap()).collect();
        let khadija = fleet.of("Khadija").session.store();
        khadija.merge(bytes.into_iter().map(|b| incoming("test", b)).collect()).unwrap();
        (khadija.row("cooperative", &row).unwrap().is_some(), khadija.tasks().unwrap().len())
    };
    assert_eq!(
        takes(&|hash| *hash != last),
        (true, 1),
        "Amina's edit stands: nothing here says that Hassan had seen it"
    );
    assert_eq!(takes(&|hash| *hash == last), (false, 0), "he had");
}
