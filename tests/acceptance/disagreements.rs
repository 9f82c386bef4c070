//! What the window shows of disagreements and of rows deleted by one and edited by another, and how a person ends them.

use serde_json::{Value as Json, json};
use terrain_api as api;
use terrain_testkit::{Fleet, OpName, RamDisk, Value};
use uuid::Uuid;

const PEOPLE: [&str; 3] = ["Khadija", "Amina", "Hassan"];

fn asks(fleet: &mut Fleet, name: &str, command: &str, request: Json) -> Result<Json, &'static str> {
    let done = api::dispatch(&mut fleet.of(name).session, command, &request.to_string(), &mut |_, _, _| true);
    done.map_err(|fault| fault.code)
}

fn view(fleet: &mut Fleet, name: &str) -> Json {
    asks(fleet, name, "disagreements", json!({ "language": "fr" })).unwrap()
}

fn programme() -> (Fleet, RamDisk, Uuid) {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&PEOPLE, &disk, 1);
    let row =
        fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple", "phone": "0600000000" }));
    fleet.all_sync(&disk);
    (fleet, disk, row)
}

fn disagreement(fleet: &mut Fleet, disk: &RamDisk, row: &Uuid, field: &str, values: [Json; 2]) {
    for (name, value) in ["Amina", "Hassan"].into_iter().zip(values) {
        fleet.of(name).sets("cooperative", row, json!({ field: value }));
        fleet.clock.pass_days(1);
    }
    fleet.all_sync(disk);
}

/// Both values stand with their authors; what is settled is what was shown, and the history keeps the rest.
#[test]
fn what_was_shown_is_settled() {
    let (mut fleet, disk, row) = programme();
    disagreement(&mut fleet, &disk, &row, "phone", [json!("0611111111"), json!("0622222222")]);
    let shown = view(&mut fleet, "Hassan")["conflicts"][0].clone();
    assert_eq!(shown["head"]["cooperative"]["name_fr"], "Coopérative Exemple");
    assert_eq!((&shown["takes"]["type"], &shown["editable"]), (&json!("text"), &json!(true)));
    let side = |n: usize| {
        let side = &shown["values"][n];
        let author = &side["author"];
        (side["value"].clone(), author["person"].clone(), author["here"].clone(), author["laptops"].clone())
    };
    assert_eq!(side(0), (json!("0622222222"), json!("Hassan"), json!(true), json!(1)));
    assert_eq!(side(1), (json!("0611111111"), json!("Amina"), json!(false), json!(1)));

    // A value that comes after the screen was drawn stands beside what is settled.
    let request = json!({ "id": shown["id"], "take": 2, "shown": shown["shown"] });
    let third = Value::Text("0633333333".into());
    let store = fleet.of("Khadija").session.store();
    store.write(OpName::Set, None, |w| w.set_on("cooperative", row, "phone", &third, &[])).unwrap();
    fleet.of("Khadija").syncs(&disk);
    fleet.of("Hassan").syncs(&disk);
    asks(&mut fleet, "Hassan", "resolve", request.clone()).unwrap();
    let left = view(&mut fleet, "Hassan");
    let values: Vec<&Json> = left["conflicts"][0]["values"].as_array().unwrap().iter().map(|v| &v["value"]).collect();
    assert_eq!(values.len(), 2, "{values:?}");
    assert!(values.contains(&&json!("0633333333")));

    let again = left["conflicts"][0].clone();
    let third = json!({ "id": again["id"], "value": "0655555555", "note": "au téléphone", "shown": again["shown"] });
    asks(&mut fleet, "Hassan", "resolve", third.clone()).unwrap();
    assert_eq!(view(&mut fleet, "Hassan")["conflicts"], json!([]));
    assert_eq!(asks(&mut fleet, "Hassan", "resolve", third), Err("fault-unknown-conflict"), "settled already");
    fleet.all_sync(&disk);
    for name in PEOPLE {
        assert_eq!(fleet.of(name).sees("cooperative", &row, "phone"), json!("0655555555"), "{name}");
        let history = api::history(&mut fleet.of(name).session, "cooperative", &row.to_string()).unwrap();
        let told: Vec<&str> = history.as_array().unwrap().iter().filter_map(|e| e["value"].as_str()).collect();
        for value in ["0600000000", "0611111111", "0622222222", "0633333333", "0655555555"] {
            assert!(told.contains(&value), "{name} has lost {value}");
        }
    }
}

/// A third value is checked as its field is.
#[test]
fn a_third_value_is_checked() {
    let check = |field: &str, values: [Json; 2], third: Json, expected: Result<(), &str>| {
        let (mut fleet, disk, row) = programme();
        disagreement(&mut fleet, &disk, &row, field, values);
        let id = format!("{row}.{field}");
        let done = asks(&mut fleet, "Khadija", "resolve", json!({ "id": id, "value": third })).map(|_| ());
        assert_eq!(done, expected, "{field} = {third}");
        let open = usize::from(expected.is_err());
        assert_eq!(view(&mut fleet, "Khadija")["conflicts"].as_array().unwrap().len(), open);
    };
    check(
        "registration_date",
        [json!("2024-01-01"), json!("2024-02-01")],
        json!("2024-02-31"),
        Err("refusal-bad-date"),
    );
    check("registration_date", [json!("2024-01-01"), json!("2024-02-01")], json!("2024-02-28"), Ok(()));
    check("organ_type", [json!("manager"), json!("board")], json!("king"), Err("refusal-unknown-option"));
    check("members_women", [json!(12), json!(14)], json!("many"), Err("refusal-wrong-type"));
    check("name_fr", [json!("Une"), json!("Autre")], Json::Null, Err("fault-required-missing"));
    check("douar", [json!("Un"), json!("Autre")], Json::Null, Ok(()));
}

/// Of an answer the window has the question, what stands around it, and what each value does to the scores; a third value is
/// what the form takes.
#[test]
fn an_answer_is_settled_inside_its_form() {
    let disk = RamDisk::default();
    let mut fleet = Fleet::start(&PEOPLE, &disk, 1);
    let khadija = &mut fleet.of("Khadija").session;
    let words = api::Words::new(api::Language::Fr);
    api::publish_form(khadija, "diagnostic", None, &words).unwrap();
    fleet.of("Khadija").makes("cooperative", json!({ "name_fr": "Coopérative Exemple" }));
    fleet.all_sync(&disk);
    let request = json!({ "form": "diagnostic", "cooperative": "Coopérative Exemple" });
    let entry = asks(&mut fleet, "Amina", "entry_new", request).unwrap()["id"].as_str().unwrap().to_owned();
    let form = asks(&mut fleet, "Amina", "entry_form", json!({ "entry": entry, "language": "fr" })).unwrap();
    let questions = form["questions"].as_array().unwrap();
    let levels: Vec<&str> =
        questions.iter().filter(|q| q["levels"] == true).map(|q| q["path"].as_str().unwrap()).take(3).collect();
    let answers = |fleet: &mut Fleet, name: &str, path: &str, value: &str| {
        let request = json!({ "entry": entry, "filling": { "answers": [[path, value]] } });
        asks(fleet, name, "entry_set", request).unwrap();
    };
    answers(&mut fleet, "Amina", levels[0], "4");
    fleet.all_sync(&disk);
    answers(&mut fleet, "Amina", levels[1], "1");
    fleet.clock.pass_days(1);
    answers(&mut fleet, "Hassan", levels[1], "3");
    fleet.all_sync(&disk);

    let shown = view(&mut fleet, "Khadija")["conflicts"][0].clone();
    let answer = &shown["answer"];
    assert_eq!(answer["question"]["path"], levels[1]);
    assert_eq!(answer["neighbours"][0]["level"], "4", "{answer}");
    let told = |n: usize| shown["values"][n]["said"].as_str().unwrap().to_owned();
    let choices = answer["question"]["choices"].as_array().unwrap();
    assert_eq!([told(0), told(1)], [3, 1].map(|level: usize| choices[level]["label"].as_str().unwrap().to_owned()));
    assert!(shown["values"][0]["effect"]["dimension"]["fr"].is_string(), "{}", shown["values"][0]);

    let settle = |value: &str| json!({ "id": shown["id"], "value": value, "shown": shown["shown"] });
    assert!(asks(&mut fleet, "Khadija", "resolve", settle("7")).is_err(), "no such level");
    asks(&mut fleet, "Khadija", "resolve", settle("2")).unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        assert_eq!(view(&mut fleet, name)["conflicts"], json!([]), "{name}");
        let form = asks(&mut fleet, name, "entry_form", json!({ "entry": entry, "language": "fr" })).unwrap();
        let value = form["questions"].as_array().unwrap().iter().find(|q| q["path"] == levels[1]).unwrap();
        assert_eq!(value["value"], "2", "{name}");
    }

    // Deleted by one and answered by another: what was answered is told by its question, not by the rows it is kept in.
    fleet.of("Amina").deletes("entry", &entry.parse().unwrap());
    answers(&mut fleet, "Hassan", levels[2], "4");
    fleet.all_sync(&disk);
    let task = view(&mut fleet, "Khadija")["tasks"][0].clone();
    let told: Vec<_> = task["edited"].as_array().unwrap().iter().map(|e| (&e["question"], &e["said"])).collect();
    let asked = questions.iter().find(|q| q["path"] == levels[2]).unwrap();
    assert_eq!((told, &task["edits"]), (vec![(&asked["label"], &asked["choices"][4]["label"])], &json!(1)));
    assert_eq!(task["head"]["name"], form["title"]);
}

/// Deleted by one, edited by another: both are told, and either end is everybody's; what came in between is not ended unseen.
#[test]
fn a_task_is_ended_by_a_person() {
    let check = |keep: bool, others: &[(&str, &str)]| {
        let (mut fleet, disk, row) = programme();
        fleet.of("Amina").deletes("cooperative", &row);
        for (field, value) in others {
            fleet.of("Hassan").sets("cooperative", &row, json!({ *field: value }));
        }
        fleet.all_sync(&disk);
        let task = view(&mut fleet, "Khadija")["tasks"][0].clone();
        assert_eq!(task["deleted"][0]["author"]["person"], "Amina");
        let edited: Vec<(&str, &str)> = task["edited"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| (e["field"].as_str().unwrap(), e["value"].as_str().unwrap()))
            .collect();
        assert_eq!(edited, others, "what Amina had not seen, and nothing else");

        fleet.of("Hassan").sets("cooperative", &row, json!({ "branch": "huile" }));
        fleet.all_sync(&disk);
        let settle = |task: &Json| json!({ "kind": "cooperative", "id": row, "keep": keep, "shown": task["shown"] });
        assert_eq!(asks(&mut fleet, "Khadija", "settle_task", settle(&task)), Err("fault-task-changed"));
        let task = view(&mut fleet, "Khadija")["tasks"][0].clone();
        asks(&mut fleet, "Khadija", "settle_task", settle(&task)).unwrap();
        fleet.all_sync(&disk);
        for name in PEOPLE {
            assert_eq!(view(&mut fleet, name)["tasks"], json!([]), "{name}");
            let phone = if keep { json!("0600000000") } else { Json::Null };
            assert_eq!(fleet.of(name).sees("cooperative", &row, "phone"), phone, "{name}: what Amina had seen too");
            let douar = if keep { json!("Aït Exemple") } else { Json::Null };
            assert_eq!(fleet.of(name).sees("cooperative", &row, "douar"), douar, "{name}");
        }
        assert_eq!(asks(&mut fleet, "Khadija", "settle_task", settle(&task)), Err("fault-no-task"));
        // Kept, it can be changed as before; and a full rebuild reads the same.
        let before = fleet.of("Hassan").session.store().dump().unwrap();
        api::rebuild(&mut fleet.of("Hassan").session).unwrap();
        assert_eq!(fleet.of("Hassan").session.store().dump().unwrap(), before);
        let changed = fleet.of("Amina").tries_to_set("cooperative", &row, json!({ "phone": "0677777777" }));
        assert_eq!(changed.is_ok(), keep);
    };
    check(true, &[("douar", "Aït Exemple")]);
    check(false, &[("douar", "Aït Exemple"), ("court", "Tiznit")]);
}

/// An answer given to an entry that somebody deleted keeps the entry, and is what is told.
#[test]
fn an_answer_keeps_its_entry() {
    let (mut fleet, disk, cooperative) = programme();
    let form = json!({ "form_id": "f", "version": "1", "purpose": "other", "workbook": "ab".repeat(32) });
    let form = fleet.of("Khadija").makes("form", form);
    fleet.all_sync(&disk);
    let entry = fleet.of("Amina").makes("entry", json!({ "form": form, "cooperative": cooperative }));
    fleet.all_sync(&disk);
    fleet.of("Amina").deletes("entry", &entry);
    fleet.of("Hassan").makes("remark", json!({ "entry": entry, "text": "À revoir ensemble" }));
    fleet.all_sync(&disk);
    let task = view(&mut fleet, "Khadija")["tasks"][0].clone();
    let told = task["edited"].as_array().unwrap().iter().find(|e| e["field"] == "text").unwrap();
    assert_eq!((&told["kind"], &told["value"]), (&json!("remark"), &json!("À revoir ensemble")));
    assert_eq!(task["head"]["cooperative"]["name_fr"], "Coopérative Exemple");
    let keep = json!({ "kind": "entry", "id": entry, "keep": true, "shown": task["shown"] });
    asks(&mut fleet, "Khadija", "settle_task", keep).unwrap();
    fleet.all_sync(&disk);
    for name in PEOPLE {
        assert_eq!(view(&mut fleet, name)["tasks"], json!([]), "{name}");
        assert_eq!(fleet.of(name).sees("entry", &entry, "id"), json!(entry), "{name}");
    }
}
