//! A stop at every single operation on the target, in each of the three ways a stop can leave things.

use serde_json::json;
use terrain_testkit::{After, Fleet, RamDisk, opens};

/// After a stop anywhere in a sync a valid generation opens, and the next sync brings everything.
#[test]
fn a_sync_may_be_stopped_at_any_operation() {
    std::thread::scope(|scope| {
        for after in [After::Keep, After::Drop, After::Tear] {
            scope.spawn(move || sweep(after));
        }
    });
}

fn sweep(after: After) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 7);
    let row = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative d'essai" }));
    fleet.all_sync(&disk);
    let mut stops = [0, 0];
    for (who, name) in ["Khadija", "Amina"].into_iter().enumerate() {
        for at in 0.. {
            let phone = format!("06000{at:05}");
            // The one who publishes has something to merge as well.
            let other = if who == 0 { "Amina" } else { "Khadija" };
            fleet.of(other).sets("cooperative", &row, json!({ "douar": format!("Douar {at}") }));
            fleet.of(name).sets("cooperative", &row, json!({ "phone": phone }));
            // Each brings a file that the other lacks.
            let (photo, report) = (format!("photo {after:?} {name} {at}"), format!("report {after:?} {other} {at}"));
            fleet.of(name).attaches(&row, "photo.jpg", photo.as_bytes());
            fleet.of(other).attaches(&row, "report.pdf", report.as_bytes());
            fleet.of(other).syncs(&disk);
            disk.stop_at(at, after);
            let outcome = fleet.of(name).tries_to_sync(&disk);
            let stopped = disk.recover();
            let place = format!("{name} stopped at operation {at}, {after:?}");
            assert!(opens(&disk).is_some(), "{place}: no generation opens");
            assert!(fleet.of(name).syncs(&disk).delivered, "{place}");
            fleet.of("Khadija").syncs(&disk);
            fleet.of("Amina").syncs(&disk);
            for reader in ["Khadija", "Amina"] {
                assert_eq!(fleet.of(reader).sees("cooperative", &row, "phone"), json!(phone), "{place}");
                for file in [&photo, &report] {
                    assert!(fleet.of(reader).has_file(file.as_bytes()), "{place}: {reader} lacks {file}");
                }
            }
            if !stopped {
                assert!(outcome.is_ok());
                stops[who] = at;
                break;
            }
        }
    }
    assert!(stops[0] > 40 && stops[1] > 15, "the sweep went over {stops:?} operations");
}
