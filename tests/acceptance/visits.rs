//! A visit: planned, prepared, made, reported; and the next one, which opens on what was promised.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, Laptop, RamDisk};
use uuid::Uuid;

/// Reports are published, and a cooperative is there that Amina accompanies.
fn programme() -> (Fleet, RamDisk, Uuid, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    let khadija = fleet.of("Khadija");
    api::publish_form(&mut khadija.session, "visit_report", None, &api::Words::new(api::Language::Fr)).unwrap();
    let cooperative = khadija.makes("cooperative", json!({ "name_fr": "Coopérative Exemple", "members_women": 8 }));
    fleet.all_sync(&disk);
    let amina = fleet.of("Amina").session.store().identity().person;
    api::assign(&mut fleet.of("Khadija").session, &cooperative.to_string(), &amina.to_string()).unwrap();
    fleet.all_sync(&disk);
    (fleet, disk, cooperative, amina)
}

fn day(laptop: &mut Laptop, offset: i64) -> String {
    let mut day = api::today(&mut laptop.session, "fr").unwrap().today;
    for _ in 0..offset.abs() {
        day = if offset < 0 { day.pred_opt() } else { day.succ_opt() }.unwrap();
    }
    day.to_string()
}

fn plans(laptop: &mut Laptop, cooperative: Uuid, coach: Uuid, offset: i64) -> String {
    let on = day(laptop, offset);
    let visit =
        json!({ "cooperative": cooperative, "coach": coach, "planned_on": on, "starts_at": "09:30", "days": 0.5 });
    laptop.makes("visit", visit).to_string()
}

fn fills(laptop: &mut Laptop, entry: &str, answers: &[(&str, &str)]) {
    let answers = answers.iter().map(|(q, v)| ((*q).to_owned(), (*v).to_owned())).collect();
    api::fill(&mut laptop.session, entry, &api::Filling { answers, ..api::Filling::default() }).unwrap();
}

/// Everything that a report needs, but promises.
fn reports(laptop: &mut Laptop, entry: &str, on: &str) {
    let answers = [
        ("visit_date", on),
        ("visit_held", "yes"),
        ("attendees_total", "5"),
        ("attendees_women", "5"),
        ("themes_covered", "finance"),
        ("findings", "Cahier à jour"),
        ("work_done", "Classement"),
        ("objectives_reached", "all"),
        ("alert_level", "green"),
        ("signed_by_cooperative", "Rqia, présidente"),
    ];
    fills(laptop, entry, &answers);
}

fn list(laptop: &mut Laptop, kind: &str) -> Vec<Json> {
    api::list(&mut laptop.session, kind, &[]).unwrap()
}

fn states(laptop: &mut Laptop) -> Vec<(&'static str, Option<&'static str>)> {
    let (from, to) = (day(laptop, -60).parse().unwrap(), day(laptop, 60).parse().unwrap());
    let view = api::agenda(&mut laptop.session, from, to).unwrap();
    view.visits.iter().map(|v| (v.state, v.report_state)).collect()
}

/// What the brief of a visit says was promised: what, who, state.
fn promised(laptop: &mut Laptop, visit: &str) -> Vec<String> {
    let brief = api::visit(&mut laptop.session, visit, "fr").unwrap();
    brief
        .promises
        .iter()
        .map(|p| format!("{} / {} / {:?}", p.what, p.who.clone().unwrap_or_default(), p.state))
        .collect()
}

#[test]
fn a_visit_goes_from_its_plan_to_its_report_and_the_next_opens_on_its_promises() {
    let (mut fleet, disk, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let first = plans(amina, cooperative, coach, -7);
    assert_eq!(states(amina), [("late", None)]);
    let report = api::visit_report(&mut amina.session, &first).unwrap();
    assert!(report.begun);
    let entry = report.entry.to_string();
    assert_eq!(api::visit_report(&mut amina.session, &first).unwrap().entry, report.entry, "one report a visit");
    assert_eq!(states(amina), [("late", Some("draft"))]);
    let on = day(amina, -7);
    reports(amina, &entry, &on);
    let due = day(amina, -1);
    fills(
        amina,
        &entry,
        &[
            ("next_promises[1]/next_what", "Ouvrir un journal de caisse"),
            ("next_promises[1]/next_who", "trésorière"),
            ("next_promises[1]/next_due", &due),
        ],
    );
    assert!(list(amina, "action").is_empty(), "a draft promises nothing yet");
    api::finalise(&mut amina.session, &entry, None).unwrap();
    assert_eq!(states(amina), [("done", Some("finalised"))]);
    let actions = list(amina, "action");
    assert_eq!(actions.len(), 1, "{actions:?}");
    assert_eq!(
        (&actions[0]["title"], &actions[0]["owner"]),
        (&json!("Ouvrir un journal de caisse"), &json!("trésorière"))
    );
    // The next visit.
    let second = plans(amina, cooperative, coach, 0);
    assert_eq!(promised(amina, &second), ["Ouvrir un journal de caisse / trésorière / Late"]);
    let next = api::visit_report(&mut amina.session, &second).unwrap().entry.to_string();
    let view = api::show_entry(&mut amina.session, &next, "fr").unwrap();
    let kept = view.questions.iter().find(|q| q.name == "promise_kept").unwrap();
    assert_eq!((kept.label.as_str(), kept.hint.contains("trésorière")), ("Ouvrir un journal de caisse", true));
    assert!(!view.questions.iter().any(|q| q.name == "last_commitments"), "said once, line by line");
    let on = day(amina, 0);
    reports(amina, &next, &on);
    fills(
        amina,
        &next,
        &[
            ("promises[1]/promise_kept", "in_progress"),
            ("promises[1]/promise_note", "Cahier ouvert"),
            ("next_promises[1]/next_what", "Classer les pièces"),
        ],
    );
    api::finalise(&mut amina.session, &next, None).unwrap();
    let stands = |laptop: &mut Laptop| {
        let mut rows = list(laptop, "action");
        rows.sort_by_key(|a| a["title"].to_string());
        let updates = list(laptop, "action_update");
        let titles: Vec<String> = rows
            .iter()
            .map(|a| format!("{} {}", a["title"].as_str().unwrap(), a["status"].as_str().unwrap()))
            .collect();
        (titles, updates.len())
    };
    let once = (vec!["Classer les pièces planned".to_owned(), "Ouvrir un journal de caisse in_progress".to_owned()], 1);
    assert_eq!(stands(amina), once);
    // Taken up again it says nothing; finalised again, the same once more.
    api::reopen(&mut amina.session, &next, "Une erreur de date").unwrap();
    assert_eq!(stands(amina), (vec!["Ouvrir un journal de caisse planned".to_owned()], 0));
    fills(amina, &next, &[("promises[1]/promise_kept", "done")]);
    api::finalise(&mut amina.session, &next, None).unwrap();
    api::reopen(&mut amina.session, &next, "Encore").unwrap();
    api::finalise(&mut amina.session, &next, None).unwrap();
    let kept = (vec!["Classer les pièces planned".to_owned(), "Ouvrir un journal de caisse done".to_owned()], 1);
    assert_eq!(stands(amina), kept);
    fleet.all_sync(&disk);
    assert_eq!(stands(fleet.of("Khadija")), kept, "everybody sees the same plan");
}

/// A promise of which something was said since stays in the plan when its report is taken up again.
#[test]
fn what_others_build_on_stays() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let visit = plans(amina, cooperative, coach, -3);
    let entry = api::visit_report(&mut amina.session, &visit).unwrap().entry.to_string();
    let on = day(amina, -3);
    reports(amina, &entry, &on);
    fills(amina, &entry, &[("next_promises[1]/next_what", "Demander deux devis")]);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    let action = list(amina, "action")[0]["id"].clone();
    amina.makes("action_update", json!({ "action": action, "on": on, "status": "in_progress" }));
    api::reopen(&mut amina.session, &entry, "Corriger").unwrap();
    assert_eq!(list(amina, "action")[0]["id"], action);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    let actions = list(amina, "action");
    assert_eq!((actions.len(), &actions[0]["id"]), (1, &action));
}

#[test]
fn the_day_says_one_next_step() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let told = |laptop: &mut Laptop| {
        let view = serde_json::to_value(api::today(&mut laptop.session, "fr").unwrap()).unwrap();
        let kinds: Vec<String> =
            view["follow"].as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap().to_owned()).collect();
        (view["next"].as_str().unwrap().to_owned(), kinds.join(" "))
    };
    assert_eq!(told(amina), ("unvisited".into(), "unvisited".into()), "never visited, nothing planned");
    let followed = |laptop: &mut Laptop| {
        let all = api::follow_ups(&mut laptop.session).unwrap();
        all.iter().map(|f| (f.kind, f.cooperative)).collect::<Vec<_>>()
    };
    let unvisited = vec![(api::FollowUpKind::Unvisited, cooperative)];
    assert_eq!(followed(amina), unvisited);
    plans(amina, cooperative, coach, 3);
    assert_eq!(told(amina), ("ahead".into(), String::new()));
    let passed = plans(amina, cooperative, coach, -2);
    assert_eq!(told(amina), ("late_report".into(), "no_report".into()));
    assert_eq!(followed(amina), vec![(api::FollowUpKind::NoReport, cooperative)]);
    let refused =
        api::set(&mut amina.session, "visit", &passed, &terrain_testkit::json(json!({ "cancelled": "Route coupée" })));
    refused.unwrap();
    assert_eq!(api::visit_report(&mut amina.session, &passed).unwrap_err().code, "fault-visit-cancelled");
    assert_eq!(told(amina), ("ahead".into(), String::new()));
    api::undo(&mut amina.session).unwrap();
    assert_eq!(told(amina).0, "late_report", "a cancellation is undone");
}

/// A day names the most urgent of what is to be looked after, and something of each kind, however much there is.
#[test]
fn a_day_names_the_most_urgent_and_each_kind() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let mut due = |title: &str, offset: i64| {
        let on = day(amina, offset);
        amina.makes("action", json!({ "cooperative": cooperative, "title": title, "due_on": on }));
    };
    due("dans trois jours", 3);
    due("demain", 1);
    due("dans un mois", 30);
    for n in 1..=104 {
        due("en retard", -n);
    }
    let amina = fleet.of("Amina");
    plans(amina, cooperative, coach, -2);
    let view = api::today(&mut amina.session, "fr").unwrap();
    assert_eq!(view.follow_count, 107, "a report, what is late, what is soon due");
    let days: Vec<_> = view.follow.iter().map(|f| (f.kind, f.days)).collect();
    assert_eq!(days[0], (api::FollowUpKind::NoReport, Some(2)));
    assert_eq!(days[1..100], (6..=104).rev().map(|n| (api::FollowUpKind::Overdue, Some(n))).collect::<Vec<_>>());
    assert_eq!(days[100..], [(api::FollowUpKind::Soon, Some(1))]);
    assert!(view.follow.iter().all(|f| f.name_fr == "Coopérative Exemple"));
    let waits = api::follow_ups(&mut amina.session).unwrap();
    let told: Vec<_> = waits.iter().map(|w| (w.kind, w.days, w.count)).collect();
    let want = [
        (api::FollowUpKind::NoReport, Some(2), 1),
        (api::FollowUpKind::Overdue, Some(104), 104),
        (api::FollowUpKind::Soon, Some(1), 2),
    ];
    assert_eq!(told, want);
}

/// What the agenda holds that was not cancelled: day and person-days.
fn agenda(laptop: &mut Laptop) -> Vec<String> {
    let mut rows = list(laptop, "visit");
    rows.retain(|v| v["cancelled"].is_null());
    let mut told: Vec<String> = rows.iter().map(|v| format!("{} {}", v["planned_on"], v["days"])).collect();
    told.sort();
    told.iter().map(|t| t.replace('"', "")).collect()
}

#[test]
fn a_report_opens_with_its_visit_and_plans_the_next_one_once() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let (on, soon, later) = (day(amina, -1), day(amina, 20), day(amina, 25));
    let first = plans(amina, cooperative, coach, -1);
    amina.sets("visit", &first.parse().unwrap(), json!({ "venue": "Siège" }));
    let entry = api::visit_report(&mut amina.session, &first).unwrap().entry.to_string();
    let view = api::show_entry(&mut amina.session, &entry, "fr").unwrap();
    let opens = |name: &str| view.questions.iter().find(|q| q.name == name).map(|q| q.value.as_str());
    assert_eq!(["visit_date", "person_days"].map(opens), [Some(on.as_str()), Some("0.5")]);
    reports(amina, &entry, &on);
    let view = api::show_entry(&mut amina.session, &entry, "fr").unwrap();
    assert_eq!(view.questions.iter().find(|q| q.name == "place").map(|q| q.value.as_str()), Some("Siège"));
    fills(amina, &entry, &[("next_commitments", "Classer"), ("person_days", "0.75"), ("next_visit_date", &soon)]);
    assert_eq!(agenda(amina), [format!("{on} 0.5")], "a draft plans nothing yet");
    api::finalise(&mut amina.session, &entry, None).unwrap();
    let planned = [format!("{on} 0.75"), format!("{soon} 0.75")];
    assert_eq!(agenda(amina), planned);
    // Taken up again it is not planned; finalised again it is, once, on the day that the report says now.
    api::reopen(&mut amina.session, &entry, "Une autre date").unwrap();
    assert_eq!(agenda(amina), [format!("{on} 0.75")]);
    fills(amina, &entry, &[("next_visit_date", &later)]);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    assert_eq!(agenda(amina), [format!("{on} 0.75"), format!("{later} 0.75")]);
    // One that somebody has prepared since stays as it is.
    let next = list(amina, "visit").iter().find(|v| v["planned_on"] == json!(later)).unwrap()["id"].clone();
    amina.sets("visit", &next.as_str().unwrap().parse().unwrap(), json!({ "purpose": "Étiquetage" }));
    api::reopen(&mut amina.session, &entry, "Encore").unwrap();
    fills(amina, &entry, &[("next_visit_date", &soon)]);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    assert_eq!(agenda(amina), [format!("{on} 0.75"), format!("{later} 0.75")]);
}

/// Where somebody goes there on that day already, nothing is planned beside it.
#[test]
fn a_visit_that_is_planned_already_is_not_planned_twice() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let (on, soon) = (day(amina, -1), day(amina, 20));
    let first = plans(amina, cooperative, coach, -1);
    plans(amina, cooperative, coach, 20);
    let entry = api::visit_report(&mut amina.session, &first).unwrap().entry.to_string();
    reports(amina, &entry, &on);
    fills(amina, &entry, &[("next_commitments", "Classer"), ("next_visit_date", &soon)]);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    assert_eq!(agenda(amina).len(), 2);
    api::reopen(&mut amina.session, &entry, "Relire").unwrap();
    assert_eq!(agenda(amina).len(), 2, "what was not planned by the report is not taken away with it");
}

/// A promise that is put off says until when, and the plan counts it.
#[test]
fn a_promise_is_put_off() {
    let (mut fleet, _, cooperative, coach) = programme();
    let amina = fleet.of("Amina");
    let (on, before, later) = (day(amina, 0), day(amina, -3), day(amina, 15));
    amina.makes("action", json!({ "cooperative": cooperative, "title": "Tenir la caisse", "due_on": before }));
    let visit = plans(amina, cooperative, coach, 0);
    let entry = api::visit_report(&mut amina.session, &visit).unwrap().entry.to_string();
    let form = api::open_form(&mut amina.session, &entry, "fr").unwrap();
    let asked: Vec<_> = form.promises.iter().map(|p| (p.promise.what.as_str(), p.promise.overdue_days)).collect();
    assert_eq!(asked, [("Tenir la caisse", 3)]);
    assert!(
        form.entry.groups.iter().any(|g| form.promises[0].element.starts_with(&g.path) && g.plan == Some("review"))
    );
    reports(amina, &entry, &on);
    let answers = [
        ("promises[1]/promise_kept", "planned"),
        ("promises[1]/promise_new_due", later.as_str()),
        ("next_commitments", "Rien de plus"),
    ];
    fills(amina, &entry, &answers);
    api::finalise(&mut amina.session, &entry, None).unwrap();
    let action = &list(amina, "action")[0];
    assert_eq!((&action["postponed_count"], &list(amina, "action_update")[0]["due_on"]), (&json!(1), &json!(later)));
}
