//! A development plan: adopted, followed by several people, offered by forms.

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{Fleet, Laptop, RamDisk};
use uuid::Uuid;

fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina", "Hassan"], &disk, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    (fleet, disk, cooperative)
}

/// `status progress ×postponed`.
fn stands(laptop: &mut Laptop, action: &Uuid) -> String {
    let shown = api::show(&mut laptop.session, "action", &action.to_string()).unwrap();
    let said = |field: &str| shown[field].as_str().map_or_else(|| shown[field].to_string(), str::to_owned);
    format!("{} {} ×{}", said("status"), said("progress"), said("postponed_count"))
}

/// A programme begun before there were plans gets them when its coordinator opens the newer app; nobody is locked out.
#[test]
fn a_programme_begun_without_plans_gets_them() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start_under(&["Khadija", "Amina"], &disk, 1, 2);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let action = json!({ "cooperative": cooperative, "title": "Tenir le journal de caisse" });
    for name in ["Khadija", "Amina"] {
        let refused = api::new(&mut fleet.of(name).session, "action", &terrain_testkit::json(action.clone()));
        assert_eq!(refused.unwrap_err().code, "fault-kind-not-adopted", "{name}");
    }
    assert!(fleet.of("Khadija").session.store().adopt_table().unwrap());
    fleet.all_sync(&disk);
    let made = fleet.of("Amina").makes("action", action);
    fleet.all_sync(&disk);
    assert_eq!(stands(fleet.of("Khadija"), &made), "planned 0 ×0");
}

/// Two people note the same action without knowing of each other: both updates stay, the later day counts everywhere.
#[test]
fn two_peoples_updates_of_one_action_meet() {
    let (mut fleet, disk, cooperative) = programme();
    let action = json!({ "cooperative": cooperative, "title": "Étiqueter les produits", "due_on": "2026-03-01" });
    let action = fleet.of("Amina").makes("action", action);
    fleet.all_sync(&disk);
    let update = |on: &str, status: &str, progress: u8, due: &str| json!({ "action": action, "on": on, "status": status, "progress": progress, "due_on": due });
    fleet.of("Hassan").makes("action_update", update("2026-02-20", "in_progress", 60, "2026-05-01"));
    fleet.of("Amina").makes("action_update", update("2026-02-01", "in_progress", 20, "2026-04-01"));
    assert_eq!(stands(fleet.of("Amina"), &action), "in_progress 20 ×1");
    fleet.all_sync(&disk);
    for name in ["Khadija", "Amina", "Hassan"] {
        assert_eq!(stands(fleet.of(name), &action), "in_progress 60 ×2", "{name}");
    }
    // A list can be asked for what is derived.
    let of_status = |status: &str| vec![("status".to_owned(), status.to_owned())];
    let hassan = &mut fleet.of("Hassan").session;
    assert_eq!(api::list(hassan, "action", &of_status("in_progress")).unwrap().len(), 1);
    assert_eq!(api::list(hassan, "action", &of_status("done")).unwrap().len(), 0);
}

/// A form offers the actions that were open when its entry was begun; an answer keeps its words when the action is done.
#[test]
fn a_form_offers_the_open_actions() {
    let (mut fleet, _, cooperative) = programme();
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, "visit_plan", None, &words).unwrap();
    let khadija = fleet.of("Khadija");
    let mut makes = |title: &str, due: &str| {
        khadija.makes("action", json!({ "cooperative": cooperative, "title": title, "due_on": due }))
    };
    let (late, early, done) = (makes("Tard", "2027-03-01"), makes("Tôt", "2027-01-01"), makes("Faite", "2027-01-01"));
    khadija.makes("action", json!({ "cooperative": cooperative, "title": "Refusée", "refused": "Trop chère" }));
    khadija.makes("action_update", json!({ "action": done, "on": "2020-01-01", "status": "done" }));
    let entry = api::new_entry(&mut khadija.session, "visit_plan", &cooperative.to_string(), None).unwrap().id;
    let offered = |laptop: &mut Laptop| {
        let view = api::show_entry(&mut laptop.session, &entry.to_string(), "fr").unwrap();
        let question = view.questions.iter().find(|q| q.name == "plan_actions_targeted").unwrap();
        question.choices.iter().map(|c| (c.value.clone(), c.label.clone())).collect::<Vec<_>>()
    };
    let both = vec![(early.to_string(), "Tôt".to_owned()), (late.to_string(), "Tard".to_owned())];
    assert_eq!(offered(khadija), both);
    khadija.makes("action_update", json!({ "action": early, "on": "2100-01-01", "status": "done" }));
    assert_eq!(offered(khadija), both, "as when the entry was begun");
}
