//! Repeats of a form: each entry has its own, those that a count makes are the same on every laptop, and those that people
//! add stand beside each other.

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{Fleet, RamDisk};

use crate::scoring::{published, workbook};

fn fill(session: &mut api::Session, entry: &str, add: &[&str], answers: &[(&str, &str)]) {
    let answers = answers.iter().map(|(q, v)| ((*q).to_owned(), (*v).to_owned())).collect();
    let add = add.iter().map(|a| (*a).to_owned()).collect();
    api::fill(session, entry, &api::Filling { add, answers, ..api::Filling::default() }).unwrap();
}

fn answers(session: &mut api::Session, entry: &str) -> Vec<(String, String)> {
    let view = api::show_entry(session, entry, "en").unwrap();
    view.questions.into_iter().filter(|q| !q.value.is_empty()).map(|q| (q.path, q.value)).collect()
}

#[test]
fn instances_belong_to_their_entry_and_merge_by_their_name() {
    let survey: &[&[&str]] = &[
        &["type", "name", "label", "repeat_count"],
        &["integer", "how_many", "How many?", ""],
        &["begin repeat", "visit", "Visit", "${how_many}"],
        &["text", "who", "Who?", ""],
        &["end repeat", "", "", ""],
        &["begin repeat", "tool", "Tool", ""],
        &["text", "what", "What?", ""],
        &["end repeat", "", "", ""],
    ];
    let settings: &[&[&str]] = &[&["form_title", "form_id", "version"], &["Repeats", "repeats", "1"]];
    let form = workbook(&[("survey", survey), ("settings", settings)]);
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&["Khadija", "Amina"], &disk, 1);
    let cooperative = fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" })).to_string();
    let khadija = &mut fleet.of("Khadija").session;
    let form = published(khadija, &form);
    let [one, other] = [(); 2].map(|()| api::new_entry(khadija, &form, &cooperative, None).unwrap().id.to_string());
    fill(khadija, &one, &[], &[("how_many", "2"), ("visit[1]/who", "a"), ("tool[1]/what", "press")]);
    fill(khadija, &other, &[], &[("how_many", "1"), ("visit[1]/who", "z"), ("tool[1]/what", "loom")]);
    let first = [("how_many", "2"), ("visit[1]/who", "a"), ("tool[1]/what", "press")];
    let expected = first.map(|(p, v)| (format!("/data/{p}"), v.to_owned()));
    assert_eq!(answers(khadija, &one), expected, "another entry's instances are not this one's");
    fleet.all_sync(&disk);
    // Both fill the second counted instance's neighbours and add a tool each, apart.
    fill(&mut fleet.of("Khadija").session, &one, &["tool"], &[("visit[2]/who", "b"), ("tool[2]/what", "mill")]);
    fill(
        &mut fleet.of("Amina").session,
        &one,
        &["tool"],
        &[("how_many", "3"), ("visit[3]/who", "c"), ("tool[2]/what", "scale")],
    );
    fleet.all_sync(&disk);
    fleet.all_sync(&disk);
    let merged = answers(&mut fleet.of("Khadija").session, &one);
    assert_eq!(answers(&mut fleet.of("Amina").session, &one), merged);
    let of = |name: &str| merged.iter().filter(|(p, _)| p.ends_with(name)).map(|(_, v)| v.as_str()).collect::<Vec<_>>();
    assert_eq!(of("who"), ["a", "b", "c"]);
    let mut tools = of("what");
    tools.sort_unstable();
    assert_eq!(tools, ["mill", "press", "scale"]);
    // Each puts another tool elsewhere, apart: there is nothing to disagree about, and the last act can be taken back.
    let order = |session: &mut api::Session| -> Vec<String> {
        answers(session, &one).into_iter().filter(|(p, _)| p.ends_with("what")).map(|(_, v)| v).collect()
    };
    let put = |session: &mut api::Session, from: usize, to: u32| {
        let moved = vec![(format!("tool[{from}]"), to)];
        api::fill(session, &one, &api::Filling { moved, ..api::Filling::default() }).unwrap();
    };
    let before = order(&mut fleet.of("Khadija").session);
    put(&mut fleet.of("Khadija").session, 3, 1);
    let [a, b, c] = &before[..] else { panic!("{before:?}") };
    assert_eq!(order(&mut fleet.of("Khadija").session), [c, a, b].map(Clone::clone));
    put(&mut fleet.of("Amina").session, 2, 3);
    assert_eq!(order(&mut fleet.of("Amina").session), [a, c, b].map(Clone::clone));
    fleet.all_sync(&disk);
    fleet.all_sync(&disk);
    let [khadija, amina] = ["Khadija", "Amina"].map(|name| order(&mut fleet.of(name).session));
    assert_eq!(khadija, amina);
    let disagree = api::status(&mut fleet.of("Amina").session).unwrap().conflicts;
    assert_eq!(disagree, 0);
    put(&mut fleet.of("Amina").session, 1, 3);
    assert_ne!(order(&mut fleet.of("Amina").session), amina);
    api::undo(&mut fleet.of("Amina").session).unwrap();
    assert_eq!(order(&mut fleet.of("Amina").session), amina);
}
