//! A diagnostic's life on several laptops: filled by two coaches, settled, sealed, returned, corrected, validated, closed.

use serde_json::{Value as Json, json};
use terrain_api::{self as api, EntryFormat, EntryView, Exporting, Fault, Filling, Language, Session, Words};
use terrain_testkit::{Chance, Fleet, RamDisk, SubjectKey, incoming};
use uuid::Uuid;

const PEOPLE: [&str; 3] = ["Khadija", "Amina", "Hassan"];

fn publishes(fleet: &mut Fleet, form: &str) -> String {
    let words = Words::new(Language::Fr);
    api::publish_form(&mut fleet.of("Khadija").session, form, None, &words).unwrap().version
}

/// The shipped form, an argan cooperative, and Amina's draft for it, which everybody has.
fn programme(form: &str) -> (Fleet, RamDisk, String) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&PEOPLE, &disk, 1);
    publishes(&mut fleet, form);
    let record = json!({
        "name_fr": "Coopérative Exemple", "sector": "argan", "organ_type": "board", "members_women": 9, "members_men": 3,
        "members_under35": 4,
    });
    let cooperative = fleet.of("Khadija").makes("cooperative", record);
    fleet.all_sync(&disk);
    let amina = &mut fleet.of("Amina").session;
    let entry = api::new_entry(amina, form, &cooperative.to_string(), None).unwrap().id;
    fleet.all_sync(&disk);
    (fleet, disk, entry.to_string())
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn fills(fleet: &mut Fleet, name: &str, entry: &str, answers: &[(&str, &str)]) -> Result<(), Fault> {
    let filling = Filling { answers: pairs(answers), ..Filling::default() };
    api::fill(&mut fleet.of(name).session, entry, &filling).map(|_| ())
}

fn view(fleet: &mut Fleet, name: &str, entry: &str) -> EntryView {
    api::show_entry(&mut fleet.of(name).session, entry, "fr").unwrap()
}

fn value(view: &EntryView, question: &str) -> String {
    view.questions.iter().find(|q| q.name == question).map(|q| q.value.clone()).unwrap_or_default()
}

/// Arguments of the finding with this code, where the entry has one.
fn finding(view: &EntryView, code: &str) -> Option<Json> {
    view.findings.iter().find(|f| f.code == code).map(|f| json!(f.args))
}

/// Answers whatever is asked for and has no answer yet.
fn completes(fleet: &mut Fleet, name: &str, entry: &str) {
    while let Some(q) = view(fleet, name, entry).questions.into_iter().find(|q| q.bad == Some("required")) {
        let answer = match (q.name.as_str(), q.r#type.split(' ').next().unwrap_or_default()) {
            ("diagnostic_round", _) => "baseline",
            ("interview_language", _) => "tachelhit",
            ("visit_held", _) => "yes",
            ("objectives_reached", _) => "some",
            ("alert_level", _) => "green",
            ("themes_covered", _) => "finance",
            (_, "select_one") => "2",
            (_, "select_multiple") => "none",
            (_, "date") => "2026-10-01",
            (_, "integer" | "decimal") => "3",
            _ => "Texte",
        };
        fills(fleet, name, entry, &[(&q.path, answer)]).unwrap();
    }
}

fn refused<T: std::fmt::Debug>(done: Result<T, Fault>, code: &str, why: &str) {
    let fault = done.unwrap_err();
    assert_eq!((fault.code, fault.args.get("why").map(String::as_str).unwrap_or_default()), (code, why));
}

fn exported(fleet: &mut Fleet, name: &str, entry: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let session = &mut fleet.of(name).session;
    let asked = Exporting {
        dest: folder.path().join("e"),
        format: EntryFormat::Json,
        entry: Some(entry.to_owned()),
        form: None,
        split: false,
        anonymous: false,
    };
    let done = api::export(session, &asked).unwrap();
    std::fs::read_to_string(&done.files[0]).unwrap()
}

fn score(session: &mut Session, entry: &str) -> Option<f64> {
    api::score(session, entry, None).unwrap().score.overall
}

/// Two coaches, one diagnostic: what they answer apart is merged; where they disagree nothing is sealed until one settles it.
#[test]
fn two_coaches_fill_one_diagnostic() {
    let (mut fleet, disk, entry) = programme("diagnostic");
    fills(&mut fleet, "Amina", &entry, &[("ga_regularity", "3"), ("transparency", "4")]).unwrap();
    fills(&mut fleet, "Hassan", &entry, &[("ga_regularity", "2"), ("bookkeeping", "1")]).unwrap();
    fleet.all_sync(&disk);
    completes(&mut fleet, "Amina", &entry);
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let seen = view(&mut fleet, name, &entry);
        assert_eq!((value(&seen, "transparency"), value(&seen, "bookkeeping")), ("4".into(), "1".into()), "{name}");
        assert_eq!(finding(&seen, "finding-entry-disagreement").unwrap(), json!({ "question": "ga_regularity" }));
        assert_eq!(finding(&seen, "finding-by-another").unwrap(), json!({ "questions": "bookkeeping" }), "{name}");
    }
    for name in ["Amina", "Hassan"] {
        let done = api::finalise(&mut fleet.of(name).session, &entry, None);
        refused(done, "fault-entry-disagreement", "");
    }
    // Saying again what stands there settles it.
    let stands = value(&view(&mut fleet, "Hassan", &entry), "ga_regularity");
    fills(&mut fleet, "Hassan", &entry, &[("ga_regularity", &stands)]).unwrap();
    fleet.all_sync(&disk);
    let seen = view(&mut fleet, "Amina", &entry);
    assert_eq!((finding(&seen, "finding-entry-disagreement"), seen.missing), (None, 0));
    assert_eq!(value(&seen, "ga_regularity"), stands);
    assert_eq!(api::finalise(&mut fleet.of("Amina").session, &entry, None).unwrap().state, "finalised");
    refused(fills(&mut fleet, "Amina", &entry, &[("transparency", "0")]), "fault-entry-sealed", "");
}

/// What another laptop answered before it knew of the seal is told, and changes neither score nor export.
#[test]
fn what_arrives_after_the_seal_does_not_count() {
    let (mut fleet, disk, entry) = programme("diagnostic");
    completes(&mut fleet, "Amina", &entry);
    fleet.all_sync(&disk);
    api::finalise(&mut fleet.of("Amina").session, &entry, None).unwrap();
    let before = (score(&mut fleet.of("Amina").session, &entry), exported(&mut fleet, "Amina", &entry));
    fills(&mut fleet, "Hassan", &entry, &[("conflict_management", "0"), ("swot_threats", "Sécheresse")]).unwrap();
    assert_ne!(score(&mut fleet.of("Hassan").session, &entry), before.0);
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let seen = view(&mut fleet, name, &entry);
        let late = json!({ "questions": "conflict_management, swot_threats" });
        let told: Vec<_> = seen.late.iter().map(|one| (one.now.as_deref().unwrap(), one.by.as_str())).collect();
        assert_eq!(told, [("Sécheresse", "Hassan"), ("0", "Hassan")], "{name}");
        let held = seen.late[1].sealed.clone().unwrap();
        assert_eq!(value(&seen, "conflict_management"), held, "{name}: it shows what it holds");
        assert_ne!(held, "0");
        assert_eq!(finding(&seen, "finding-arrived-after"), Some(late), "{name}");
        let after = (score(&mut fleet.of(name).session, &entry), exported(&mut fleet, name, &entry));
        assert_eq!(after, before, "{name}");
    }
}

/// From the first seal to the last: who may do what, and where the remarks stand.
#[test]
fn a_diagnostic_is_returned_corrected_validated_and_closed() {
    let (mut fleet, disk, entry) = programme("diagnostic");
    completes(&mut fleet, "Amina", &entry);
    refused(api::validate(&mut fleet.of("Khadija").session, &entry, None), "fault-entry-act", "document-no-draft");
    api::finalise(&mut fleet.of("Amina").session, &entry, None).unwrap();
    fleet.all_sync(&disk);
    for name in ["Amina", "Hassan"] {
        let done = api::validate(&mut fleet.of(name).session, &entry, None);
        refused(done, "fault-entry-act", "document-no-coordinator");
    }
    let remarks = pairs(&[("bookkeeping", "Voir le cahier"), ("digital_tools", "Un téléphone au moins")]);
    api::return_entry(&mut fleet.of("Khadija").session, &entry, &remarks, Some("À revoir")).unwrap();
    fleet.all_sync(&disk);
    let seen = view(&mut fleet, "Amina", &entry);
    assert_eq!(seen.state, "returned");
    let on: Vec<(&str, &str, &str)> = seen
        .questions
        .iter()
        .flat_map(|q| q.remarks.iter().map(|r| (q.name.as_str(), r.text.as_str(), r.person.as_str())))
        .collect();
    assert_eq!(
        on,
        [("digital_tools", "Un téléphone au moins", "Khadija"), ("bookkeeping", "Voir le cahier", "Khadija")]
    );
    fills(&mut fleet, "Amina", &entry, &[("bookkeeping", "3"), ("digital_tools", "smartphone")]).unwrap();
    api::finalise(&mut fleet.of("Amina").session, &entry, None).unwrap();
    fleet.all_sync(&disk);
    assert_eq!(api::validate(&mut fleet.of("Khadija").session, &entry, None).unwrap().state, "validated");
    fleet.all_sync(&disk);
    // After a validation its owner only asks; nothing changes by it.
    let asked = api::reopen(&mut fleet.of("Amina").session, &entry, "Une erreur").unwrap();
    assert_eq!((asked.state, asked.asks), ("validated", Some("document-asks-reopen")));
    refused(fills(&mut fleet, "Amina", &entry, &[("bookkeeping", "0")]), "fault-entry-sealed", "");
    fleet.all_sync(&disk);
    let khadija = &mut fleet.of("Khadija").session;
    assert_eq!(api::reopen(khadija, &entry, "Accordé").unwrap().state, "draft");
    assert_eq!(value(&view(&mut fleet, "Khadija", &entry), "bookkeeping"), "3");
    fleet.all_sync(&disk);
    fills(&mut fleet, "Amina", &entry, &[("bookkeeping", "4")]).unwrap();
    api::finalise(&mut fleet.of("Amina").session, &entry, None).unwrap();
    fleet.all_sync(&disk);
    api::validate(&mut fleet.of("Khadija").session, &entry, None).unwrap();
    assert_eq!(api::close(&mut fleet.of("Khadija").session, &entry, None).unwrap().state, "closed");
    fleet.all_sync(&disk);
    refused(api::finalise(&mut fleet.of("Amina").session, &entry, None), "fault-entry-act", "document-no-closed");
    let acts: Vec<&str> = view(&mut fleet, "Hassan", &entry).events.iter().map(|e| e.act).collect();
    let life = ["finalise", "return", "finalise", "validate", "reopen", "reopen", "finalise", "validate", "close"];
    assert_eq!(acts, life);
}

/// Whoever owns an entry or sealed it does not validate it, coordinator or not.
#[test]
fn nobody_validates_their_own() {
    let (mut fleet, disk, theirs) = programme("visit_report");
    let cooperative = view(&mut fleet, "Khadija", &theirs).cooperative.to_string();
    let khadija = &mut fleet.of("Khadija").session;
    let own = api::new_entry(khadija, "visit_report", &cooperative, None).unwrap().id.to_string();
    completes(&mut fleet, "Khadija", &own);
    completes(&mut fleet, "Khadija", &theirs);
    for entry in [&own, &theirs] {
        api::finalise(&mut fleet.of("Khadija").session, entry, None).unwrap();
        fleet.all_sync(&disk);
        let done = api::validate(&mut fleet.of("Khadija").session, entry, None);
        refused(done, "fault-entry-act", "document-no-own");
    }
}

/// An answer that another person's answer hides is told with both names, and counts nowhere.
#[test]
fn hidden_answers_are_told() {
    let (mut fleet, disk, entry) = programme("diagnostic");
    fills(&mut fleet, "Hassan", &entry, &[("natural_resource", "4")]).unwrap();
    fills(&mut fleet, "Amina", &entry, &[("sector_kind", "services")]).unwrap();
    fleet.all_sync(&disk);
    let said = json!({ "author": "Hassan", "by": "Amina", "question": "sector_kind", "hidden": "natural_resource" });
    let counted = r#""natural_resource": "4""#;
    for name in PEOPLE {
        let seen = view(&mut fleet, name, &entry);
        assert_eq!(finding(&seen, "finding-answers-hidden").as_ref(), Some(&said), "{name}");
        assert_eq!(value(&seen, "natural_resource"), "", "{name}: not asked any more");
        assert!(!exported(&mut fleet, name, &entry).contains(counted), "{name}");
    }
    fills(&mut fleet, "Amina", &entry, &[("sector_kind", "natural_resource")]).unwrap();
    fleet.all_sync(&disk);
    assert!(exported(&mut fleet, "Amina", &entry).contains(counted), "asked again, it counts again");
    let seen = view(&mut fleet, "Hassan", &entry);
    assert_eq!((value(&seen, "natural_resource"), finding(&seen, "finding-answers-hidden")), ("4".into(), None));
}

/// A draft goes to a newer version of its form: what that does is listed first, what has no place stays readable, undo is whole.
#[test]
fn a_draft_moves_to_a_newer_version() {
    let (mut fleet, disk, entry) = programme("visit_report");
    let times = [("arrival_time", "09:00:00.000"), ("departure_time", "11:30:00.000")];
    let report = [&[("visit_held", "yes"), ("next_commitments", "Classer les factures")], &times[..]].concat();
    fills(&mut fleet, "Amina", &entry, &report).unwrap();
    let before = view(&mut fleet, "Amina", &entry);
    let version = publishes(&mut fleet, "visit_report-2");
    fleet.all_sync(&disk);
    let tried = api::move_entry(&mut fleet.of("Amina").session, &entry, &version, true, "fr").unwrap();
    let paths = |fates: &[_]| json!(fates).as_array().unwrap().iter().map(|f| f["path"].clone()).collect::<Vec<_>>();
    assert_eq!(paths(&tried.parked), ["/data/departure_time"]);
    let kept =
        ["arrival_time", "next_commitments", "promises_number", "visit_held"].map(|p| json!(format!("/data/{p}")));
    assert_eq!((paths(&tried.kept), tried.converted.len()), (kept.to_vec(), 0));
    assert_eq!(view(&mut fleet, "Amina", &entry).version, before.version, "only tried");
    api::move_entry(&mut fleet.of("Amina").session, &entry, &version, false, "fr").unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let seen = view(&mut fleet, name, &entry);
        assert_eq!((&seen.version, value(&seen, "next_commitments").as_str()), (&version, "Classer les factures"));
        let parked: Vec<(&str, &str)> = seen.parked.iter().map(|p| (p.value.as_str(), p.why)).collect();
        assert_eq!(parked, [("11:30:00.000", "parked-no-question")], "{name}");
        assert_eq!(finding(&seen, "finding-parked").unwrap(), json!({ "questions": "departure_time" }), "{name}");
    }
    api::undo(&mut fleet.of("Amina").session).unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        let seen = view(&mut fleet, name, &entry);
        assert_eq!((json!(seen.questions), seen.parked.len()), (json!(before.questions), 0), "{name}");
    }
}

/// Answers that name people are sealed under the entry's key; without the workbook an entry is said to wait for it.
#[test]
fn a_laptop_without_key_or_workbook_says_so() {
    let (mut fleet, disk, entry) = programme("visit_report");
    fills(&mut fleet, "Amina", &entry, &[("visit_held", "yes"), ("signed_by_cooperative", "Rqia Aït Baha")]).unwrap();
    let mut stranger = fleet.joins("Zineb");
    fleet.all_sync(&disk);
    assert_eq!(value(&view(&mut fleet, "Hassan", &entry), "signed_by_cooperative"), "Rqia Aït Baha");
    let answers = |session: &mut Session| {
        let rows = api::list(session, "answer", &[]).unwrap();
        let row = rows.iter().find(|r| r["path"] == "/data/signed_by_cooperative").unwrap().clone();
        row["value"].clone()
    };
    assert_eq!(answers(&mut fleet.of("Hassan").session), json!("Rqia Aït Baha"));
    let (log, keys): (Vec<Vec<u8>>, Vec<(Uuid, SubjectKey)>) = {
        let store = fleet.of("Amina").session.store();
        let names = store.segments().unwrap();
        (names.iter().map(|n| store.segment_bytes(&n.hash).unwrap().unwrap()).collect(), store.subject_keys())
    };
    // All segments have come, but neither keys nor files.
    let store = stranger.session.store();
    store.merge(log.into_iter().map(|bytes| incoming("test", bytes)).collect()).unwrap();
    assert_eq!(answers(&mut stranger.session), Json::Null);
    stranger.session.store().take_subject_keys(&keys).unwrap();
    assert_eq!(answers(&mut stranger.session), json!("Rqia Aït Baha"));
    let shown = api::show_entry(&mut stranger.session, &entry, "fr");
    refused(shown, "fault-form-not-here", "");
    let filled = api::fill(&mut stranger.session, &entry, &Filling::default());
    refused(filled, "fault-form-not-here", "");
    let listed = api::list(&mut stranger.session, "entry", &[]).unwrap();
    assert_eq!((&listed[0]["id"], &listed[0]["state"]), (&json!(entry), &json!("draft")));
    stranger.syncs(&disk);
    assert_eq!(api::show_entry(&mut stranger.session, &entry, "fr").unwrap().answered, 2);
}

/// Whatever the order in which laptops sync, everybody sees the same entry.
#[test]
fn the_order_of_syncs_does_not_matter() {
    const QUESTIONS: [&str; 5] = ["ga_regularity", "bookkeeping", "natural_resource", "sector_kind", "sales_channels"];
    for seed in 0..6 {
        let mut views: Vec<Json> = Vec::new();
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let (mut fleet, disk, entry) = programme("diagnostic");
            let mut chance = Chance::new(seed);
            for _ in 0..10 {
                let (name, question) = (PEOPLE[chance.below(3)], QUESTIONS[chance.below(5)]);
                let (level, sector) = (chance.below(5).to_string(), ["services", "natural_resource"][chance.below(2)]);
                let answer = if question == "sector_kind" { sector } else { level.as_str() };
                // What is not asked on this laptop at this moment is refused, and in every order alike.
                let _ = fills(&mut fleet, name, &entry, &[(question, answer)]);
            }
            for _ in 0..2 {
                for k in order {
                    fleet.laptops[k].syncs(&disk);
                }
            }
            for name in PEOPLE {
                views.push(json!(view(&mut fleet, name, &entry)));
            }
        }
        assert!(views[0]["answered"].as_u64().unwrap() > 5);
        assert!(views.iter().all(|v| *v == views[0]), "seed {seed}");
    }
}
