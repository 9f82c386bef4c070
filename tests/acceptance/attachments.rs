//! Workbooks and evidence go from laptop to laptop through the centre, whole or not at all, whatever happens to them there.

use std::io::Write;

use serde_json::json;
use terrain_testkit::{EventContent, Fleet, Hash32, Image, RamDisk, Value, complaints};
use uuid::Uuid;

const PHOTO: &[u8] = b"a photo of the oil press";

/// Amina has attached a photo to a cooperative and delivered it; nobody has fetched it yet.
fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 3);
    let row = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    fleet.of("Amina").attaches(&row, "presse.jpg", PHOTO);
    let report = fleet.of("Amina").syncs(&disk);
    assert_eq!((report.attachments_sent, report.attachments_received, report.healed), (1, 0, 0));
    assert!(report.delivered);
    (fleet, disk, row)
}

fn files(image: &Image) -> Vec<String> {
    image.iter().map(|(_, path, _)| path.clone()).filter(|path| path.contains(".data/files/")).collect()
}

fn codes(report: &terrain_testkit::Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.code.as_str()).collect()
}

/// The others get it, once; a sync with nothing new then neither writes nor reads a file.
#[test]
fn a_file_reaches_everybody_once() {
    let (mut fleet, disk, _) = programme();
    for name in ["Khadija", "Hassan"] {
        assert!(!fleet.of(name).has_file(PHOTO));
        let report = fleet.of(name).syncs(&disk);
        assert_eq!((report.attachments_sent, report.attachments_received), (0, 1), "{name}");
        assert!(fleet.of(name).has_file(PHOTO), "{name}");
    }
    fleet.all_sync(&disk);
    let before = disk.image();
    for name in ["Khadija", "Amina", "Hassan"] {
        let report = fleet.of(name).syncs(&disk);
        assert_eq!((report.attachments_sent, report.attachments_received, report.healed), (0, 0, 0), "{name}");
    }
    assert!(disk.image() == before);
    assert_eq!(files(&before).len(), 1);
    // The same bytes on another row are the same file.
    let row = fleet.of("Hassan").makes("cooperative", json!({ "name_fr": "Autre" }));
    fleet.of("Hassan").attaches(&row, "copie.jpg", PHOTO);
    assert_eq!(fleet.of("Hassan").syncs(&disk).attachments_sent, 0);
    assert_eq!(files(&disk.image()).len(), 1);
}

/// Neither its bytes nor its hash are to be found in the centre by somebody who knows the file.
#[test]
fn a_stranger_cannot_tell_which_files_are_there() {
    let (_, disk, _) = programme();
    let hash = Hash32::of(PHOTO);
    let begins: String = hash.to_string().chars().take(8).collect();
    for (_, path, bytes) in disk.image() {
        assert!(!path.contains(&begins), "{path}");
        assert!(!bytes.windows(8).any(|w| w == &PHOTO[..8] || w == &hash.0[..8]), "{path}");
    }
}

/// A file that is not there yet is something to look at, not a failure; whoever has it writes it again.
#[test]
fn a_missing_file_is_told_and_comes_later() {
    let (mut fleet, disk, _) = programme();
    let mut image = disk.image();
    image.retain(|(_, path, _)| !path.contains("/files/"));
    disk.restore(&image);
    let report = fleet.of("Hassan").syncs(&disk);
    assert!(report.delivered);
    let waiting: Vec<_> = report.findings.iter().filter(|f| f.code == "finding-file-waiting").collect();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].args["name"], "presse.jpg");
    let report = fleet.of("Amina").syncs(&disk);
    assert_eq!((report.attachments_sent, report.healed), (0, 1), "put back, not sent");
    let report = fleet.of("Hassan").syncs(&disk);
    assert_eq!((report.attachments_received, codes(&report)), (1, Vec::new()));
}

/// What happens to the sealed bytes, and whether it is seen without a key.
type Damage<'a> = (&'a str, &'a dyn Fn(&mut Vec<u8>), bool);

/// Whatever stands under its name and is not the file is moved aside by whoever wants it and written again by whoever has it.
#[test]
fn a_bad_file_is_moved_aside_and_put_back() {
    let other = |bytes: &mut Vec<u8>| {
        let (mut fleet, disk, row) = programme();
        fleet.of("Amina").attaches(&row, "autre.jpg", b"something else");
        fleet.of("Amina").syncs(&disk);
        *bytes = disk.image().into_iter().rfind(|(_, path, _)| path.contains("/files/")).unwrap().2;
    };
    let cases: [Damage<'_>; 7] = [
        ("a turned bit", &|b| b[80] ^= 1, true),
        ("zeros", &|b| b.fill(0), true),
        ("cut short", &|b| b.truncate(b.len() / 2), true),
        ("empty", &|b| b.clear(), true),
        ("longer", &|b| b.push(0), true),
        ("far too long", &|b| b.resize(22 << 20, 0), true),
        ("another programme's file", &other, false),
    ];
    for (how, damage, seen_without_key) in cases {
        let (mut fleet, disk, _) = programme();
        let mut image = disk.image();
        let place = image.iter().position(|(_, path, _)| path.contains("/files/")).unwrap();
        damage(&mut image[place].2);
        let path = image[place].1.clone();
        disk.restore(&image);
        let bad = (path.clone(), "fsck-attachment-bad".to_owned());
        assert_eq!(complaints(&disk).contains(&bad), seen_without_key, "{how}");
        let report = fleet.of("Hassan").syncs(&disk);
        assert_eq!(codes(&report), ["finding-file-waiting", "finding-moved-aside"], "{how}");
        assert!(!fleet.of("Hassan").has_file(PHOTO), "{how}");
        assert_eq!(fleet.of("Amina").syncs(&disk).healed, 1, "{how}");
        fleet.of("Hassan").syncs(&disk);
        assert!(fleet.of("Hassan").has_file(PHOTO), "{how}");
        assert!(!complaints(&disk).contains(&bad), "{how}");
    }
}

/// Somebody who has the file sees by its length at once, and by its content within fifty syncs or at a `heal`, that it rotted.
#[test]
fn a_file_that_rots_is_put_back_by_who_has_it() {
    for (how, syncs_max) in [("heal", 1), ("sync", 50)] {
        let (mut fleet, disk, _) = programme();
        // What was written at the last push is read again at the next sync.
        fleet.of("Amina").syncs(&disk);
        let mut image = disk.image();
        let place = image.iter().position(|(_, path, _)| path.contains("/files/")).unwrap();
        image[place].2[90] ^= 1;
        disk.restore(&image);
        let mut healed = 0;
        for _ in 0..syncs_max {
            let amina = fleet.of("Amina");
            healed += if how == "heal" { amina.heals(&disk).healed } else { amina.syncs(&disk).healed };
        }
        assert_eq!(healed, 1, "{how}");
        assert!(complaints(&disk).iter().all(|(_, what)| what == "fsck-set-aside"), "{how}");
    }
}

/// Room is asked for before anything is written: with too little, neither file nor segment is.
#[test]
fn a_full_target_is_left_alone() {
    let (mut fleet, disk, row) = programme();
    fleet.of("Amina").attaches(&row, "film.mp4", &vec![7; 3 << 20]);
    let before = disk.image();
    disk.set_room(Some(5 << 20));
    let refused = fleet.of("Amina").tries_to_sync(&disk).unwrap_err();
    assert!(format!("{refused:?}").starts_with("Full { needed: 6"), "{refused:?}");
    assert!(disk.image() == before);
    disk.set_room(None);
    assert_eq!(fleet.of("Amina").syncs(&disk).attachments_sent, 1);
}

/// The central file carries workbooks, without which answers cannot be read, and no evidence.
#[test]
fn a_laptop_that_has_only_the_central_file_gets_the_workbooks() {
    let (mut fleet, disk, _) = programme();
    let workbook = b"a workbook with its questions";
    let khadija = fleet.of("Khadija").session.store();
    let made = khadija.write(terrain_testkit::OpName::Create, None, |w| {
        let hash = w.put_file(workbook)?;
        let text = |t: &str| Value::Text(t.into());
        let fields = [("form_id", text("diagnostic")), ("version", text("1")), ("purpose", text("diagnostic"))];
        w.create("form", &[&fields[..], &[("workbook", Value::Hash(hash.0))]].concat())
    });
    made.unwrap();
    let mut fatima = fleet.joins("Fatima");
    fleet.all_sync(&disk);
    let mut image = disk.image();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("central");
    let central = image.iter().find(|(_, path, _)| path == "souss-massa.mourafaka").unwrap();
    std::fs::File::create(&copy).unwrap().write_all(&central.2).unwrap();
    let key = fleet.of("Khadija").session.store().identity().ring.current().unwrap().central_file();
    let (mut carried, asked) = (Vec::new(), [Hash32::of(PHOTO), Hash32::of(workbook)]);
    terrain_testkit::read_central_files(&copy, &key, &asked, &mut |bytes| carried.push(bytes)).unwrap();
    assert_eq!(carried, [workbook], "the workbook and not the photo");
    image.retain(|(_, path, _)| !path.contains("/files/") && !path.contains("/log/"));
    disk.restore(&image);
    // She knows nobody who could have signed what was published until she has read it.
    fatima.syncs(&disk);
    let report = fatima.syncs(&disk);
    assert!(fatima.has_file(workbook), "{report:?}");
    assert!(!fatima.has_file(PHOTO));
    assert_eq!(report.attachments_received, 1);
    assert!(codes(&report).contains(&"finding-file-waiting"), "the photo is said to be missing");
}

/// Files of deleted rows are not carried any further; a workbook is as long as an entry needs it.
#[test]
fn only_what_is_still_named_is_fetched() {
    let (mut fleet, disk, row) = programme();
    let doomed = fleet.of("Amina").attaches(&row, "erreur.jpg", b"taken by mistake");
    fleet.of("Amina").syncs(&disk);
    fleet.of("Amina").deletes("attachment", &doomed);
    fleet.of("Amina").syncs(&disk);
    let report = fleet.of("Hassan").syncs(&disk);
    assert_eq!((report.attachments_received, codes(&report)), (1, Vec::new()));
    assert!(!fleet.of("Hassan").has_file(b"taken by mistake"));
    let workbook = Hash32::of(b"never sent");
    let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": workbook.to_string() });
    let khadija = fleet.of("Khadija");
    let form = khadija.makes("form", form);
    let wanted = |k: &mut terrain_testkit::Laptop| -> Vec<Hash32> {
        k.session.store().files_wanted().unwrap().into_iter().map(|f| f.hash).filter(|h| *h == workbook).collect()
    };
    khadija.makes("entry", json!({ "form": form, "cooperative": row }));
    khadija.deletes("form", &form);
    assert_eq!(wanted(khadija), [workbook], "an entry is filled under it");
    let entry: Uuid = khadija.session.store().rows("entry", &[]).unwrap()[0].id;
    khadija.deletes("entry", &entry);
    assert!(wanted(khadija).is_empty());
}

/// What a sealed document names is part of it: whoever deletes answer and photo afterwards takes nothing away.
#[test]
fn a_sealed_document_keeps_its_evidence() {
    let workbook = Hash32::of(b"a workbook");
    for sealed in [true, false] {
        let (mut fleet, disk, cooperative) = programme();
        let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": workbook.to_string() });
        let form = fleet.of("Khadija").makes("form", form);
        fleet.all_sync(&disk);
        let amina = fleet.of("Amina");
        let entry = amina.makes("entry", json!({ "form": form, "cooperative": cooperative }));
        let fields =
            [("entry", Value::Id(entry)), ("path", Value::Text("q1".into())), ("value", Value::Text("3".into()))];
        let store = amina.session.store();
        let answers = store.write(terrain_testkit::OpName::Answer, None, |w| w.create("answer", &fields));
        let answer = answers.unwrap().0;
        let photo = amina.attaches(&answer, "preuve.jpg", b"evidence");
        if sealed {
            let store = amina.session.store();
            let finalises = store
                .write(terrain_testkit::OpName::Seal, None, |w| w.event(entry, "finalise", &EventContent::default()));
            finalises.unwrap();
        }
        amina.deletes("attachment", &photo);
        // Not by the door, which does not touch what is sealed: as from a laptop that has not seen the seal.
        let store = amina.session.store();
        store.write(terrain_testkit::OpName::Delete, None, |w| w.delete("answer", answer)).unwrap();
        amina.syncs(&disk);
        fleet.of("Hassan").syncs(&disk);
        assert_eq!(fleet.of("Hassan").has_file(b"evidence"), sealed);
    }
}
