//! Whoever has the stick, the key, or even a laptop of the programme can write only what the role allows.

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{BaseRef, Fleet, Forger, Hash32, RamDisk, Role, Value, new_v7, prove_device, row};
use uuid::Uuid;

fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 4);
    let row = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    (fleet, disk, row)
}

fn text(t: &str) -> Value {
    Value::Text(t.into())
}

/// What everybody sees, in one text.
fn dump(fleet: &mut Fleet) -> String {
    let dumps: Vec<String> = fleet.laptops.iter_mut().map(|l| l.session.store().dump().unwrap()).collect();
    assert!(dumps.iter().all(|d| *d == dumps[0]), "they see different things");
    dumps[0].clone()
}

/// A segment that is not what it claims, or whose author may not write it, changes nothing for anybody.
#[test]
fn forged_segments_change_nothing() {
    type Forgery = fn(&mut Fleet, &RamDisk, Uuid);
    let cases: [(&str, Forgery); 7] = [
        ("a stranger with the programme's key", |fleet, disk, cooperative| {
            let store = fleet.of("Amina").session.store();
            let stranger = Forger::stranger();
            let mine = new_v7(0, &stranger.device.0, 1);
            let mut changes = row("cooperative", mine, &[("name_fr", text("Fausse"))]);
            changes.extend(row("cooperative", cooperative, &[("phone", text("0666666666"))]));
            stranger.puts(disk, store, changes);
        }),
        ("a coach who assigns cooperatives", |fleet, disk, cooperative| {
            let person = fleet.of("Amina").person;
            let store = fleet.of("Amina").session.store();
            let amina = Forger::owner(store);
            let mine = new_v7(0, &amina.device.0, 1);
            let fields = [("cooperative", Value::Id(cooperative)), ("person", Value::Id(person))];
            amina.puts(disk, store, row("assignment", mine, &fields));
        }),
        ("a coach who makes herself coordinator", |fleet, disk, _| {
            let person = fleet.of("Amina").person;
            let store = fleet.of("Amina").session.store();
            let amina = Forger::owner(store);
            let fields = [
                ("device", text(&amina.device.to_string())),
                ("person", Value::Id(person)),
                ("role", text(Role::RegionalCoordinator.code())),
                ("from_seq", Value::Int(1)),
                ("signing_key", text(&format!("{:064x}", 1))),
                ("receiving_key", text("age1")),
            ];
            amina.puts(disk, store, row("certificate", new_v7(0, &amina.device.0, 1), &fields));
        }),
        ("a coach who names another's laptop as her successor", |fleet, disk, _| {
            let victim = fleet.of("Hassan").session.store().identity().clone();
            let person = fleet.of("Amina").person;
            let store = fleet.of("Amina").session.store();
            let amina = Forger::owner(store);
            let own = store.authority().standing(&amina.device).unwrap().certificate;
            let key = Hash32(victim.signing.verifying_key().to_bytes());
            let fields = [
                ("device", text(&victim.device.to_string())),
                ("person", Value::Id(person)),
                ("role", text(Role::Coach.code())),
                ("from_seq", Value::Int(1_000_000)),
                ("signing_key", text(&key.to_string())),
                ("receiving_key", text("age1")),
                ("proof", text(&prove_device(&victim.device, &person, &amina.signing))),
                ("successor_of", text(&own.to_string())),
            ];
            amina.puts(disk, store, row("certificate", new_v7(0, &amina.device.0, 1), &fields));
        }),
        ("a coach who brings a row to life that nobody made", |fleet, disk, _| {
            let other = fleet.of("Hassan").session.store().identity().device;
            let store = fleet.of("Amina").session.store();
            let mut changes = row("cooperative", new_v7(0, &other.0, 9), &[("name_fr", text("Fausse"))]);
            changes[0].base = vec![BaseRef::At(other, 999)];
            Forger::owner(store).puts(disk, store, changes);
        }),
        ("a coach who makes a row under another's name", |fleet, disk, _| {
            let other = fleet.of("Hassan").session.store().identity().device;
            let store = fleet.of("Amina").session.store();
            let changes = row("cooperative", new_v7(0, &other.0, 9), &[("name_fr", text("Fausse"))]);
            Forger::owner(store).puts(disk, store, changes);
        }),
        ("a coach who ends the coordinator", |fleet, disk, _| {
            let store = fleet.of("Amina").session.store();
            let amina = Forger::owner(store);
            let device = store.identity().centre.programme;
            let coordinator = store.authority().standings().find(|(_, s)| s.role == Some(Role::RegionalCoordinator));
            let certificate = coordinator.map_or(device, |(_, s)| s.certificate);
            let fields = [("certificate", Value::Id(certificate)), ("how", text("revoke"))];
            amina.puts(disk, store, row("ending", new_v7(0, &amina.device.0, 1), &fields));
        }),
    ];
    for (who, forge) in cases {
        let (mut fleet, disk, cooperative) = programme();
        let before = dump(&mut fleet);
        forge(&mut fleet, &disk, cooperative);
        // Amina's own laptop finds a branch of her chain that it did not write; the others judge what they find.
        for name in ["Khadija", "Hassan", "Amina"] {
            let report = fleet.of(name).syncs(&disk);
            let told = report.quarantined > 0 || !report.findings.is_empty();
            assert!(told || who.ends_with("nobody made"), "{who}: {name} is not told");
        }
        assert_eq!(dump(&mut fleet), before, "{who}");
        // The coordinator is still one, and work goes on.
        fleet.of("Khadija").sets("cooperative", &cooperative, json!({ "douar": "Aït Exemple" }));
        fleet.all_sync(&disk);
        assert_eq!(fleet.of("Hassan").sees("cooperative", &cooperative, "douar"), json!("Aït Exemple"), "{who}");
    }
}

/// What a revoked laptop wrote before counts, what it writes afterwards does not, whoever gets it first.
#[test]
fn a_revoked_laptop_gains_nothing() {
    let (mut fleet, disk, cooperative) = programme();
    fleet.of("Hassan").sets("cooperative", &cooperative, json!({ "douar": "Avant" }));
    fleet.all_sync(&disk);
    let hassan = fleet.of("Hassan").session.store().identity().device;
    let standing = fleet.of("Khadija").session.store().authority().standing(&hassan).unwrap().certificate;
    // He goes on writing, unaware, and comes to the office before the others know.
    fleet.of("Hassan").sets("cooperative", &cooperative, json!({ "douar": "Après", "acronym": "XX" }));
    fleet
        .of("Khadija")
        .makes("ending", json!({ "certificate": standing, "how": "revoke", "reason": "ordinateur volé" }));
    fleet.of("Hassan").syncs(&disk);
    fleet.all_sync(&disk);
    for laptop in &mut fleet.laptops {
        assert_eq!(laptop.sees("cooperative", &cooperative, "douar"), json!("Avant"), "{}", laptop.name);
        assert_eq!(laptop.sees("cooperative", &cooperative, "acronym"), json!(null), "{}", laptop.name);
    }
    let refused = fleet.of("Hassan").tries_to_set("cooperative", &cooperative, json!({ "phone": "0600000001" }));
    assert_eq!(refused.unwrap_err().code, "fault-certificate-ended");
    let roles: Vec<_> = fleet.laptops.iter_mut().map(|l| api::status(&mut l.session).unwrap().role).collect();
    assert_eq!(roles, [Some("regional_coordinator"), Some("coach"), None]);
}

/// A centre of another programme, or one whose header is not the paper key's, is neither read nor written.
#[test]
fn another_programme_is_left_alone() {
    let (mut fleet, _, _) = programme();
    let other = RamDisk::default();
    Fleet::start(&["Fatima"], &other, 5);
    let before = other.image();
    assert!(fleet.of("Amina").tries_to_sync(&other).is_err());
    assert!(other.image() == before);

    let (mut fleet, disk, _) = programme();
    let mut image = disk.image();
    let header = image.iter_mut().find(|(_, path, _)| path.ends_with("header")).unwrap();
    header.2[20] ^= 1;
    image.retain(|(_, path, _)| !path.ends_with(".seg"));
    disk.restore(&image);
    assert!(fleet.of("Amina").tries_to_sync(&disk).is_err());
    assert!(disk.image() == image);
}
