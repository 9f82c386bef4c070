//! The centre is lost, old, half there, damaged, full or locked; a laptop is restored from a copy. Nothing is lost.

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{Fleet, Image, RamDisk, opens};
use uuid::Uuid;

/// A programme in which both coaches have something in the centre, and an image of the centre from before.
fn programme() -> (Fleet, RamDisk, Uuid, Image) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 2);
    let row = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let before = disk.image();
    fleet.of("Amina").sets("cooperative", &row, json!({ "douar": "Aït Exemple" }));
    fleet.of("Hassan").sets("cooperative", &row, json!({ "phone": "0600000001" }));
    fleet.all_sync(&disk);
    (fleet, disk, row, before)
}

/// What happened, and what the centre is then, from what it is now and what it was before.
type Damage<'a> = (&'a str, &'a dyn Fn(Image, Image) -> Image);

/// However the centre is damaged, the next syncs (and `heal`, where its header is gone) bring back all that was in it.
#[test]
fn a_damaged_centre_is_whole_again() {
    let segment = |path: &str| path.ends_with(".seg");
    let cases: [Damage<'_>; 8] = [
        ("gone", &|_, _| Vec::new()),
        ("put back older", &|_, before| before),
        ("half copied", &|now, _| now.into_iter().enumerate().filter(|(i, _)| i % 2 == 0).map(|(_, f)| f).collect()),
        ("without its log", &|now, _| now.into_iter().filter(|(_, path, _)| !segment(path)).collect()),
        ("only its log", &|now, _| now.into_iter().filter(|(_, path, _)| segment(path)).collect()),
        ("without the central file", &|now, _| {
            now.into_iter().filter(|(_, p, _)| !p.ends_with(".mourafaka")).collect()
        }),
        ("full of zeros", &|now, _| now.into_iter().map(|(n, p, b)| (n, p, vec![0; b.len()])).collect()),
        ("cut short", &|now, _| now.into_iter().map(|(n, p, b)| (n, p, b[..b.len() / 2].to_vec())).collect()),
    ];
    for (how, damage) in cases {
        let (mut fleet, disk, row, before) = programme();
        let sound = disk.image();
        disk.restore(&damage(sound.clone(), before));
        if let Err(e) = fleet.of("Amina").tries_to_sync(&disk) {
            assert!(
                !disk.image().iter().any(|(n, ..)| sound.iter().all(|(m, ..)| m != n)),
                "{how}: {e}, yet written to"
            );
            fleet.of("Amina").heals(&disk);
        }
        fleet.all_sync(&disk);
        assert!(opens(&disk).is_some(), "{how}");
        let there: Vec<String> = disk.image().into_iter().map(|(_, path, _)| path).collect();
        for (_, path, _) in sound.iter().filter(|(_, path, _)| segment(path) || path.contains("keys/subject")) {
            assert!(there.contains(path), "{how}: {path} is lacking");
        }
        for name in ["Khadija", "Amina", "Hassan"] {
            let laptop = fleet.of(name);
            assert_eq!(laptop.sees("cooperative", &row, "douar"), json!("Aït Exemple"), "{how}, {name}");
            assert_eq!(laptop.sees("cooperative", &row, "phone"), json!("0600000001"), "{how}, {name}");
        }
        // Whoever comes with an empty laptop finds everything in the centre alone.
        let images = [disk.image()];
        let mut newcomer = fleet.joins("Fatima");
        disk.restore(&images[0]);
        newcomer.syncs(&disk);
        assert_eq!(newcomer.sees("cooperative", &row, "phone"), json!("0600000001"), "{how}, from the centre");
    }
}

/// The segments are gone for good from folder and laptops but for the central file: it is complete by itself.
#[test]
fn the_central_file_is_complete_by_itself() {
    let (mut fleet, disk, row, _) = programme();
    let mut newcomer = fleet.joins("Fatima");
    let file_alone = disk.image().into_iter().filter(|(_, path, _)| !path.ends_with(".seg")).collect();
    disk.restore(&file_alone);
    newcomer.heals(&disk);
    assert_eq!(newcomer.sees("cooperative", &row, "phone"), json!("0600000001"));
}

/// A full or locked target changes nothing there and loses nothing here; the same sync later completes.
#[test]
fn a_target_that_refuses_loses_nothing() {
    for how in ["full", "locked"] {
        let (mut fleet, disk, row, _) = programme();
        fleet.of("Amina").sets("cooperative", &row, json!({ "douar": "Aït Autre" }));
        let before = disk.image();
        match how {
            "full" => disk.set_room(Some(100)),
            _ => disk.read_only.set(true),
        }
        assert!(fleet.of("Amina").tries_to_sync(&disk).is_err(), "{how}");
        assert!(disk.image() == before, "{how}: the target changed");
        disk.set_room(None);
        disk.read_only.set(false);
        fleet.all_sync(&disk);
        assert_eq!(fleet.of("Khadija").sees("cooperative", &row, "douar"), json!("Aït Autre"), "{how}");
    }
}

/// A laptop restored from yesterday's copy goes on under the same name: both branches count, and it is said.
#[test]
fn a_restored_laptop_loses_neither_branch() {
    let root = tempfile::tempdir().unwrap();
    let plan = terrain_demo::Plan { cooperatives: 1, coaches: 1, months: 1, seed: 3, start: None };
    terrain_demo::make(root.path(), &plan, &mut |_, _, _| true).unwrap();
    let central = root.path().join("central");
    let open = |name: &str| {
        let data = root.path().join(name);
        api::Session::open(&data, terrain_demo::PASSPHRASE, api::Env::system()).unwrap()
    };
    let copy = |from: &str, to: &str| {
        std::fs::create_dir(root.path().join(to)).unwrap();
        for entry in std::fs::read_dir(root.path().join(from)).unwrap() {
            let entry = entry.unwrap();
            let bytes = std::fs::read(entry.path()).unwrap();
            let mut file = std::fs::File::create(root.path().join(to).join(entry.file_name())).unwrap();
            std::io::Write::write_all(&mut file, &bytes).unwrap();
        }
    };
    copy("coach-1", "restored");
    let row = api::list(&mut open("coach-1"), "cooperative", &[]).unwrap()[0]["id"].as_str().unwrap().to_owned();
    for (name, field, value) in [("coach-1", "douar", "Douar A"), ("restored", "acronym", "Sigle B")] {
        let mut session = open(name);
        let fields = terrain_testkit::json(json!({ field: value }));
        api::set(&mut session, "cooperative", &row, &fields).unwrap();
        api::sync(&mut session, Some(&central), &mut |_, _, _| true).unwrap();
    }
    for name in ["coordinator", "coach-1", "restored"] {
        let mut session = open(name);
        api::sync(&mut session, Some(&central), &mut |_, _, _| true).unwrap();
        let shown = api::show(&mut session, "cooperative", &row).unwrap();
        assert_eq!((&shown["douar"], &shown["acronym"]), (&json!("Douar A"), &json!("Sigle B")), "{name}");
        assert_eq!(api::status(&mut session).unwrap().health.forked, 1, "{name}");
    }
}
