//! Files on records, by command: what is kept of a photo, what is refused, and how a file gets to another laptop.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use common::{Laptop, Place, fails};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value as Json, json};

const PDF: &[u8] = b"%PDF-1.4\n% a scanned statute\n%%EOF\n";

/// A photo as a telephone makes it: large, lying on its side, and saying where it was taken.
fn photo() -> Vec<u8> {
    let picture = RgbImage::from_fn(2_400, 1_200, |x, y| Rgb([(x / 10) as u8, (y / 5) as u8, (x ^ y) as u8]));
    let mut plain = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut plain, ImageFormat::Jpeg).unwrap();
    let plain = plain.into_inner();
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
    exif.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"30.4278N 9.5981W");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

impl Laptop {
    fn saves(&self, id: &Json, dest: &Path) -> common::Outcome {
        let asked = json!({ "id": id, "dest": dest }).to_string();
        self.runs(&["call", "save_attachment", &asked, "--json"])
    }

    fn files_of(&self, id: &str) -> Json {
        self.does(&["call", "attachments", &json!({ "kind": "cooperative", "id": id }).to_string()])
    }
}

/// A photo is kept small, upright and without where it was taken; it comes to another laptop as it is kept, and is saved there
/// once, over nothing.
#[test]
fn a_photo_reaches_another_laptop_without_saying_where_it_was_taken() {
    let place = Place::demo();
    let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
    let cooperative = amina.ids("cooperative").remove(0);
    let taken = photo();
    assert!(holds(&taken, b"30.4278N"));
    let file = place.file("IMG \u{202e}2026.JPG", &taken);
    let attached = amina.does(&["attach", "cooperative", &cooperative, &file]);
    assert_eq!(attached["name"], "IMG 2026.JPG");
    assert_eq!(attached["media_type"], "image/jpeg");
    assert_eq!(attached["reduced_from"], taken.len());
    assert!(attached["size"].as_u64().unwrap() <= 300_000);
    let again = amina.does(&["attach", "cooperative", &cooperative, &file]);
    assert_eq!(again["id"], attached["id"], "the same photo is attached once");

    let kept = place.path("kept.jpg");
    assert_eq!(amina.saves(&attached["id"], &kept).status, 0);
    let bytes = fs::read(&kept).unwrap();
    assert_eq!(bytes.len() as u64, attached["size"].as_u64().unwrap());
    for trace in [&b"Exif"[..], b"30.4278N"] {
        assert!(!holds(&bytes, trace));
    }
    let upright = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap();
    assert_eq!((upright.width(), upright.height()), (800, 1_600));

    assert_eq!(amina.syncs()["attachments_sent"], 1);
    assert_eq!(hassan.syncs()["attachments_received"], 1);
    let listed = hassan.files_of(&cooperative);
    assert_eq!((listed[0]["name"].as_str(), listed[0]["here"].as_bool()), (Some("IMG 2026.JPG"), Some(true)));
    let folder = place.path("saved");
    fs::create_dir(&folder).unwrap();
    assert_eq!(hassan.saves(&listed[0]["id"], &folder).status, 0);
    let there = folder.join("IMG 2026.JPG");
    assert_eq!(fs::read(&there).unwrap(), bytes);
    fs::write(&there, b"mine").unwrap();
    fails(&hassan.saves(&listed[0]["id"], &folder), 2, "fault-file-exists");
    assert_eq!(fs::read(&there).unwrap(), b"mine");
    let said = amina.runs(&["attach", "cooperative", &cooperative, &file, "--lang", "en"]).out;
    assert!(said.contains("IMG 2026.JPG"), "{said}");
}

/// The one file that was not there before.
fn new_file<T>(files: &Path, before: &BTreeMap<PathBuf, T>) -> PathBuf {
    common::picture(files).into_keys().find(|p| p.is_file() && !before.contains_key(p)).unwrap()
}

/// Whatever cannot be attached is refused with words that say what to do, and leaves nothing.
#[test]
fn what_cannot_be_attached_is_refused() {
    let place = Place::demo();
    let amina = place.laptop("coach-1");
    let cooperative = amina.ids("cooperative").remove(0);
    let before = amina.ids("attachment");
    let large = place.file("film.mp4", "");
    fs::File::options().write(true).open(&large).unwrap().set_len(40 << 20).unwrap();
    let cases = [
        (place.file("liste.jpg", "nom,telephone\n"), "fault-attachment-other-content"),
        (place.file("vide.pdf", ""), "fault-attachment-other-content"),
        (large, "fault-attachment-too-large"),
        (place.file("setup.exe", b"MZ\x90\0"), "fault-attachment-type"),
        (place.file("page.html", "<html><script>alert(1)</script>"), "fault-attachment-type"),
        (place.file("coupee.jpg", &photo()[..300]), "fault-attachment-picture-damaged"),
        (place.file("IMG.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "fault-attachment-heic"),
        (place.text("absent.jpg"), "fault-file-missing"),
        (place.text(""), "fault-not-a-file"),
    ];
    for (file, code) in &cases {
        fails(&amina.runs(&["attach", "cooperative", &cooperative, file, "--json"]), 2, code);
    }
    #[cfg(unix)]
    fails(&amina.runs(&["attach", "cooperative", &cooperative, "/dev/zero", "--json"]), 2, "fault-not-a-file");
    let pdf = place.file("statuts.pdf", PDF);
    fails(&amina.runs(&["attach", "cooperative", "0000aaaa", &pdf, "--json"]), 2, "fault-unknown-row");
    let certificate = amina.ids("certificate").remove(0);
    fails(&amina.runs(&["attach", "certificate", &certificate, &pdf, "--json"]), 2, "fault-attachment-subject");
    // A coach may not write the programme, nor put a file on it.
    let programme = amina.ids("programme").remove(0);
    fails(&amina.runs(&["attach", "programme", &programme, &pdf, "--json"]), 3, "fault-not-allowed");
    fails(
        &amina.runs(&["new", "attachment", &format!("subject={cooperative}"), "--json"]),
        3,
        "fault-kind-not-writable",
    );
    assert_eq!(amina.ids("attachment"), before);
    let attached = amina.does(&["attach", "cooperative", &cooperative, &pdf]);
    let id = attached["id"].as_str().unwrap();
    fails(
        &amina.runs(&["set", "attachment", id, &format!("hash={}", "ab".repeat(32)), "--json"]),
        3,
        "fault-never-changed",
    );
}

/// A document is kept as it is; where its bytes have not come yet, that is said, and nothing fails.
#[test]
fn a_document_comes_whole_or_is_said_to_be_missing() {
    let place = Place::demo();
    let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
    let cooperative = amina.ids("cooperative").remove(0);
    let attached = amina.does(&["attach", "cooperative", &cooperative, &place.file("statuts.pdf", PDF)]);
    assert_eq!((attached["size"].as_u64(), &attached["reduced_from"]), (Some(PDF.len() as u64), &Json::Null));
    let (files, away) = (place.path("central/souss-massa.data/files"), place.path("away"));
    let before = common::picture(&files);
    amina.syncs();
    let file = new_file(&files, &before);
    fs::rename(&file, &away).unwrap();
    let synced = hassan.syncs();
    assert_eq!(synced["findings"][0]["code"], "finding-file-waiting");
    assert_eq!(hassan.files_of(&cooperative)[0]["here"], false);
    fails(&hassan.saves(&attached["id"], &place.path("statuts-2.pdf")), 3, "fault-attachment-not-here");
    assert!(!place.path("statuts-2.pdf").exists());
    fs::rename(&away, &file).unwrap();
    hassan.syncs();
    assert_eq!(hassan.saves(&attached["id"], &place.path("statuts-2.pdf")).status, 0);
    assert_eq!(fs::read(place.path("statuts-2.pdf")).unwrap(), PDF);
}

/// No link below the centre leads files out of it or others' files in.
#[cfg(unix)]
#[test]
fn links_in_the_centre_are_not_followed() {
    for inner in ["files", "files/aa"] {
        let place = Place::demo();
        let (amina, hassan) = (place.laptop("coach-1"), place.laptop("coach-2"));
        let cooperative = amina.ids("cooperative").remove(0);
        amina.does(&["attach", "cooperative", &cooperative, &place.file("statuts.pdf", PDF)]);
        let outside = place.path("outside");
        fs::create_dir_all(&outside).unwrap();
        let centre = place.path("central/souss-massa.data");
        let before = common::picture(&centre.join("files"));
        fs::rename(centre.join("files"), place.path("aside")).unwrap();
        if inner == "files" {
            std::os::unix::fs::symlink(&outside, centre.join("files")).unwrap();
        } else {
            // Whatever the name begins with, its folder is a link.
            fs::create_dir(centre.join("files")).unwrap();
            for k in 0..=255u8 {
                std::os::unix::fs::symlink(&outside, centre.join(format!("files/{k:02x}"))).unwrap();
            }
        }
        let told = amina.runs(&["sync", &amina.central, "--json"]);
        assert_eq!(told.status, 4, "{inner}: {} {}", told.out, told.err);
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0, "{inner}: written outside the centre");
        fs::rename(centre.join("files"), place.path("links")).unwrap();
        assert_eq!(amina.syncs()["delivered"], true);
        // A link in the place of the file itself brings nothing in.
        let file = new_file(&centre.join("files"), &before);
        let copy = place.file("outside/copy", fs::read(&file).unwrap());
        fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(copy, &file).unwrap();
        assert_eq!(hassan.does(&["sync", &hassan.central])["attachments_received"], 0);
    }
}
