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

/// The shipped diagnostic, finalised by Amina with answers at level 0, so that it suggests.
fn diagnosed() -> (Fleet, RamDisk, Uuid) {
    let (mut fleet, disk, cooperative) = programme();
    let members =
        json!({ "sector": "argan", "organ_type": "board", "members_women": 9, "members_men": 3, "members_under35": 4 });
    fleet.of("Khadija").sets("cooperative", &cooperative, members);
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, "diagnostic", None, &words).unwrap();
    fleet.all_sync(&disk);
    let amina = &mut fleet.of("Amina").session;
    let entry = api::new_entry(amina, "diagnostic", &cooperative.to_string(), None).unwrap().id.to_string();
    loop {
        let view = api::show_entry(amina, &entry, "fr").unwrap();
        let Some(q) = view.questions.into_iter().find(|q| q.bad == Some("required")) else { break };
        let answer = match (q.control, q.choices.first()) {
            ("one", Some(first)) => first.value.clone(),
            ("many", _) => "none".to_owned(),
            ("date", _) => "2026-10-01".to_owned(),
            ("number", _) => "3".to_owned(),
            _ => "Texte".to_owned(),
        };
        let filling = api::Filling { answers: vec![(q.path, answer)], ..api::Filling::default() };
        api::fill(amina, &entry, &filling).unwrap();
    }
    api::finalise(amina, &entry, None).unwrap();
    fleet.all_sync(&disk);
    (fleet, disk, cooperative)
}

fn sees(laptop: &mut Laptop, cooperative: &Uuid) -> api::PlanView {
    let asked = api::PlanRequest { cooperative: cooperative.to_string(), language: None };
    api::plan(&mut laptop.session, &asked, "fr").unwrap()
}

/// A suggestion becomes an action under an objective of its area, or is refused with a reason; either is taken back as one.
#[test]
fn suggestions_are_kept_or_refused_and_taken_back() {
    let (mut fleet, disk, cooperative) = diagnosed();
    let words = api::Words::new(api::Language::Fr);
    let amina = fleet.of("Amina");
    let before = sees(amina, &cooperative);
    let [first, second, ..] = before.suggestions.as_slice() else { panic!("{:?}", before.suggestions) };
    assert!(first.reasons.iter().all(|r| !r.label.is_empty()), "{first:?}");
    let keep =
        |origin: &str| api::KeepRequest { cooperative: cooperative.to_string(), origin: origin.into(), language: None };
    let refuse = |origin: &str, reason: &str| api::RefuseRequest {
        cooperative: cooperative.to_string(),
        origin: origin.into(),
        reason: reason.into(),
        language: None,
    };
    let kept = api::keep_suggestion(&mut amina.session, &keep(&first.origin), &words).unwrap().id;
    let again = api::keep_suggestion(&mut amina.session, &keep(&first.origin), &words).unwrap().id;
    assert_eq!(kept, again, "kept once");
    let after = sees(amina, &cooperative);
    assert_eq!(after.suggestions.len(), before.suggestions.len() - 1);
    assert_eq!((after.objectives.len(), after.actions.len()), (1, 1));
    assert_eq!(
        (after.objectives[0].area.as_str(), after.actions[0].objective),
        (first.area.as_str(), Some(after.objectives[0].id))
    );
    assert_eq!(
        (after.actions[0].origin.as_deref(), after.actions[0].title.as_str()),
        (Some(first.origin.as_str()), first.title.as_str())
    );
    for blank in ["", "  ", "—"] {
        let fault = api::refuse_suggestion(&mut amina.session, &refuse(&second.origin, blank), &words).unwrap_err();
        assert_eq!(fault.code, "fault-refusal-without-reason", "{blank}");
    }
    api::refuse_suggestion(&mut amina.session, &refuse(&second.origin, "Pas de local"), &words).unwrap();
    let after = sees(amina, &cooperative);
    assert_eq!(
        (after.totals.planned, after.totals.refused, after.suggestions.len()),
        (1, 1, before.suggestions.len() - 2)
    );
    // Another laptop sees the same decisions, and takes the refused one after all.
    fleet.all_sync(&disk);
    let hassan = fleet.of("Hassan");
    api::keep_suggestion(&mut hassan.session, &keep(&second.origin), &words).unwrap();
    assert_eq!(sees(hassan, &cooperative).totals.planned, 2);
    let unknown = api::keep_suggestion(&mut hassan.session, &keep("A_NONE"), &words).unwrap_err();
    assert_eq!(unknown.code, "fault-not-suggested");
    // Amina undoes both of hers, one after the other: nothing of them is left.
    let amina = fleet.of("Amina");
    api::undo(&mut amina.session).unwrap();
    assert_eq!(sees(amina, &cooperative).totals.refused, 0);
    api::undo(&mut amina.session).unwrap();
    let undone = sees(amina, &cooperative);
    assert_eq!((undone.objectives.len(), undone.actions.len()), (0, 0), "the objective goes with its action");
}

/// Two laptops keep the same suggestion without knowing of each other: one action, in whose life both have a word.
#[test]
fn a_suggestion_kept_on_two_laptops_is_one_action() {
    let (mut fleet, disk, cooperative) = diagnosed();
    let words = api::Words::new(api::Language::Fr);
    let before = sees(fleet.of("Amina"), &cooperative);
    let origin = before.suggestions[0].origin.clone();
    let keep = || api::KeepRequest { cooperative: cooperative.to_string(), origin: origin.clone(), language: None };
    for (name, on) in [("Amina", "2026-11-02"), ("Hassan", "2026-11-03")] {
        let laptop = fleet.of(name);
        let action = api::keep_suggestion(&mut laptop.session, &keep(), &words).unwrap().id;
        laptop.makes("action_update", json!({ "action": action, "on": on, "status": "in_progress", "progress": 30 }));
    }
    fleet.all_sync(&disk);
    for name in ["Khadija", "Amina", "Hassan"] {
        let plan = sees(fleet.of(name), &cooperative);
        assert_eq!((plan.objectives.len(), plan.actions.len(), plan.totals.in_progress), (1, 1, 1), "{name}");
        assert_eq!(plan.actions[0].updates.len(), 2, "{name}");
        assert_eq!(
            (plan.actions[0].objective, plan.actions[0].promised),
            (Some(plan.objectives[0].id), false),
            "{name}"
        );
    }
    let (khadija, amina) = (sees(fleet.of("Khadija"), &cooperative), sees(fleet.of("Amina"), &cooperative));
    assert_eq!(khadija.actions[0].id, amina.actions[0].id);
    // Who refuses it afterwards refuses all of it.
    let refuse = api::RefuseRequest {
        cooperative: cooperative.to_string(),
        origin: origin.clone(),
        reason: "Trop tôt".into(),
        language: None,
    };
    api::refuse_suggestion(&mut fleet.of("Amina").session, &refuse, &words).unwrap();
    fleet.all_sync(&disk);
    let refused = sees(fleet.of("Hassan"), &cooperative).totals;
    assert_eq!((refused.refused, refused.in_progress), (1, 0));
}

/// What a list said of a document is said otherwise once something happened to it, here or elsewhere.
#[test]
fn a_list_follows_what_happens_to_a_document() {
    let (mut fleet, disk, cooperative) = diagnosed();
    let stands = |fleet: &mut Fleet, name: &str| {
        let list = api::cooperatives(&mut fleet.of(name).session).unwrap();
        let row = list.rows.into_iter().find(|row| row.id == cooperative).unwrap();
        let diagnostic = row.diagnostic.unwrap();
        (diagnostic.entry.to_string(), diagnostic.state, row.baseline.is_some())
    };
    let (entry, state, scored) = stands(&mut fleet, "Amina");
    assert_eq!((state.as_str(), scored), ("finalised", true));
    let remark = ("bookkeeping".to_owned(), "À préciser".to_owned());
    api::return_entry(&mut fleet.of("Khadija").session, &entry, &[remark], None).unwrap();
    assert_eq!(stands(&mut fleet, "Khadija").1, "returned");
    assert_eq!(stands(&mut fleet, "Amina").1, "finalised", "it has not come yet");
    fleet.all_sync(&disk);
    assert_eq!(stands(&mut fleet, "Amina").1, "returned");
    assert_eq!(api::status(&mut fleet.of("Amina").session).unwrap().drafts, 1);
    fleet.of("Amina").session.store().rebuild().unwrap();
    assert_eq!(stands(&mut fleet, "Amina").1, "returned");
    api::delete(&mut fleet.of("Amina").session, "entry", &entry).unwrap();
    assert_eq!(api::status(&mut fleet.of("Amina").session).unwrap().drafts, 0);
}

/// What plans promise is kept beside them: whatever was written, here or elsewhere, it is what is worked out anew.
#[test]
fn what_is_due_follows_every_change_of_a_plan() {
    let (mut fleet, disk, one) = programme();
    let other = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Modèle" }));
    fleet.all_sync(&disk);
    let amina = fleet.of("Amina").session.store().identity().person.to_string();
    for cooperative in [one, other] {
        api::assign(&mut fleet.of("Khadija").session, &cooperative.to_string(), &amina).unwrap();
    }
    fleet.all_sync(&disk);
    // `how many, their first day`, of one and of the other.
    let told = |fleet: &mut Fleet, name: &str| {
        let found = api::follow_ups(&mut fleet.of(name).session).unwrap();
        let said = |of: Uuid| {
            let late = found.iter().find(|w| w.kind == api::FollowUpKind::Overdue && w.cooperative == of);
            late.map_or("-".to_owned(), |w| format!("{} {}", w.count, w.on.unwrap()))
        };
        [said(one), said(other)].join(", ")
    };
    let check = |fleet: &mut Fleet, name: &str, want: &str, after: &str| {
        assert_eq!(told(fleet, name), want, "{name}: {after}");
        assert_eq!(told(fleet, name), want, "{name}: {after}, as it was kept");
    };
    check(&mut fleet, "Amina", "-, -", "nothing promised");
    let action = |of: Uuid, due: &str| json!({ "cooperative": of, "title": "Tenir un cahier", "due_on": due });
    let first = fleet.of("Amina").makes("action", action(one, "2020-03-01"));
    check(&mut fleet, "Amina", "1 2020-03-01, -", "an action");
    fleet.of("Amina").makes("action", action(one, "2020-02-01"));
    fleet.of("Amina").makes("action", action(other, "2020-01-01"));
    check(&mut fleet, "Amina", "2 2020-02-01, 1 2020-01-01", "two more");
    fleet.all_sync(&disk);
    let update =
        |due: &str, status: &str| json!({ "action": first, "on": "2020-04-01", "status": status, "due_on": due });
    fleet.of("Hassan").makes("action_update", update("2020-01-15", "in_progress"));
    check(&mut fleet, "Amina", "2 2020-02-01, 1 2020-01-01", "it has not come yet");
    fleet.all_sync(&disk);
    check(&mut fleet, "Amina", "2 2020-01-15, 1 2020-01-01", "another day, by somebody else");
    check(&mut fleet, "Khadija", "2 2020-01-15, 1 2020-01-01", "the coordinator's");
    let done = fleet.of("Amina").makes("action_update", update("2020-01-15", "done"));
    check(&mut fleet, "Amina", "1 2020-02-01, 1 2020-01-01", "done");
    api::undo(&mut fleet.of("Amina").session).unwrap();
    check(&mut fleet, "Amina", "2 2020-01-15, 1 2020-01-01", "undone");
    api::redo(&mut fleet.of("Amina").session).unwrap();
    fleet.of("Amina").deletes("action_update", &done);
    check(&mut fleet, "Amina", "2 2020-01-15, 1 2020-01-01", "deleted");
    fleet.of("Amina").sets("action", &first, json!({ "refused": "Trop tôt" }));
    check(&mut fleet, "Amina", "1 2020-02-01, 1 2020-01-01", "refused");
    fleet.of("Amina").sets("action", &first, json!({ "refused": null, "cooperative": other }));
    check(&mut fleet, "Amina", "1 2020-02-01, 2 2020-01-01", "of the other");
    api::join(&mut fleet.of("Amina").session, &one.to_string(), &other.to_string()).unwrap();
    check(&mut fleet, "Amina", "3 2020-01-01, -", "both are one");
    fleet.of("Amina").makes("action", action(other, "2019-12-01"));
    check(&mut fleet, "Amina", "4 2019-12-01, -", "of the one that was joined");
    api::separate(&mut fleet.of("Amina").session, &other.to_string()).unwrap();
    check(&mut fleet, "Amina", "1 2020-02-01, 3 2019-12-01", "separated");
    let second = fleet.of("Amina").makes("action", action(one, "2019-01-01"));
    check(&mut fleet, "Amina", "2 2019-01-01, 3 2019-12-01", "one more");
    let late = fleet.of("Amina").makes(
        "action_update",
        json!({ "action": second, "on": "2020-05-01", "status": "in_progress", "due_on": "2018-01-01" }),
    );
    check(&mut fleet, "Amina", "2 2018-01-01, 3 2019-12-01", "sooner");
    fleet.of("Amina").sets("action_update", &late, json!({ "action": first }));
    check(&mut fleet, "Amina", "2 2019-01-01, 3 2018-01-01", "the update is of another action");
    fleet.of("Amina").deletes("action", &second);
    check(&mut fleet, "Amina", "1 2020-02-01, 3 2018-01-01", "deleted");
    let twice = |of: Uuid, due: &str| json!({ "cooperative": of, "title": "Deux fois", "due_on": due, "origin": "x", "refused": null });
    fleet.of("Amina").makes("action", twice(one, "2017-01-01"));
    fleet.of("Amina").makes("action", twice(one, "2016-01-01"));
    check(&mut fleet, "Amina", "3 2016-01-01, 3 2018-01-01", "two of one origin that are none of a suggestion");
    fleet.all_sync(&disk);
    for name in ["Khadija", "Amina"] {
        check(&mut fleet, name, "3 2016-01-01, 3 2018-01-01", "everywhere");
        fleet.of(name).session.store().rebuild().unwrap();
        check(&mut fleet, name, "3 2016-01-01, 3 2018-01-01", "worked out anew");
    }
}
