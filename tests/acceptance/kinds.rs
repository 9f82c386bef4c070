//! Kinds of a later permission table: adopted once by a coordinator, refused with words until then.

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

/// A programme of the first app goes on under a newer one: nobody is locked out, nothing is adopted twice.
#[test]
fn a_coordinator_adopts_what_a_newer_app_knows() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start_under(&["Khadija", "Amina"], &disk, 1, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let remark = |entry: &str| terrain_testkit::json(json!({ "entry": entry, "text": "à revoir" }));
    let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": "ab".repeat(32) });
    let refused = api::new(&mut fleet.of("Khadija").session, "form", &terrain_testkit::json(form.clone())).unwrap_err();
    assert_eq!(refused.code, "fault-kind-not-adopted");
    assert!(fleet.of("Khadija").session.store().adopt_table().unwrap(), "the coordinator's newer app adopts");
    assert!(!fleet.of("Khadija").session.store().adopt_table().unwrap(), "once");
    assert!(!fleet.of("Amina").session.store().adopt_table().unwrap(), "a coach never does");
    let form = fleet.of("Khadija").makes("form", form);
    let entry = json!({ "form": form, "cooperative": cooperative });
    let entry = fleet.of("Khadija").makes("entry", entry).to_string();
    // Amina's laptop works on under the first table until it has met the coordinator's.
    fleet.of("Amina").sets("cooperative", &cooperative, json!({ "phone": "0600000000" }));
    fleet.of("Khadija").syncs(&disk);
    fleet.of("Amina").syncs(&disk);
    let made = api::new(&mut fleet.of("Amina").session, "remark", &remark(&entry)).unwrap();
    fleet.all_sync(&disk);
    assert_eq!(fleet.of("Khadija").sees("remark", &made.id, "text"), json!("à revoir"));
    assert_eq!(fleet.of("Khadija").sees("cooperative", &cooperative, "phone"), json!("0600000000"));
    let before = fleet.of("Amina").session.store().dump().unwrap();
    fleet.of("Amina").session.store().rebuild().unwrap();
    assert_eq!(fleet.of("Amina").session.store().dump().unwrap(), before);
}
