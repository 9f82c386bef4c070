//! Entries by command, from the first answer to the validation, with undo; what is refused changes nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test writes files of its own")]

mod common;

use std::fs;

use common::programme::{value, workbook};
use common::{Laptop, Place, fails};
use serde_json::{Value as Json, json};

const FORM: &str = "survey
    | type | name | label | required | constraint | constraint_message | relevant |
    | begin group | people | Personnes | | | | |
    | integer | members | Membres | yes | . > 0 | Au moins un membre | |
    | select_one yn | export | Vend à l'étranger | yes | | | |
    | text | country | Pays | yes | | | ${export} = 'yes' |
    | end group | | | | | | |
    | begin group | sales | Ventes | | | | |
    | begin repeat | buyer | Acheteur | | | | |
    | text | who | Nom | | | | |
    | end repeat | | | | | | |
    | end group | | | | | | |
    choices
    | list_name | name | label |
    | yn | yes | Oui |
    | yn | no | Non |
    settings
    | form_id | version | form_title |
    | vente | VERSION | Vente |";

/// A programme with the form, on both laptops, and an entry that Amina has begun.
fn begun() -> (Place, Laptop, Laptop, String) {
    let (place, khadija, amina, cooperative) = Place::programme();
    let file = place.file("vente.xlsx", workbook(&FORM.replace("VERSION", "1")));
    khadija.does(&["form", "publish", &file]);
    khadija.syncs();
    amina.syncs();
    let made = amina.does(&["entry", "new", "vente", "--cooperative", &cooperative]);
    (place, khadija, amina, made["id"].as_str().unwrap().to_owned())
}

/// Whatever is refused says what to do and leaves entry and log as they were, the good answers beside it too.
#[test]
fn a_refused_answer_changes_nothing() {
    let (place, _, amina, entry) = begun();
    amina.does(&["entry", "set", &entry, "members=3"]);
    let before = (amina.does(&["entry", "show", &entry]), amina.does(&["status"])["unsent"].clone());
    let check = |args: &[&str], code: &str| {
        let told = amina.runs(&[&["entry", "set", &entry, "--json"], args].concat());
        let view = fails(&told, 2, code);
        if code.starts_with("form-set-") {
            let question = args.last().unwrap().split('=').next().unwrap();
            assert!(view["message"].as_str().unwrap().contains(question), "{view}");
        }
    };
    check(&["export=yes", "members=douze"], "form-set-int");
    check(&["members=4", "export=peut-être"], "form-set-not-offered");
    check(&["members=4", "country=France"], "form-set-hidden");
    check(&["members=4", "people=1"], "form-set-group");
    check(&["members=4", "inconnue=1"], "fault-unknown-question");
    check(&["members=4", "members=5"], "fault-field-twice");
    check(&["members=4", "buyer[3]/who=X"], "fault-unknown-question");
    check(&["members=4", "--add", "people"], "form-set-no-repeat");
    check(&["members=4", "--source", "members=ouï-dire"], "refusal-unknown-option");
    check(&["members=4", "--evidence", "members=0193"], "fault-unknown-row");
    check(&[], "fault-nothing-answered");
    let said = amina.runs(&["entry", "set", &entry, "export=peut-être", "--lang", "en"]).err;
    assert!(said.contains("yes = Oui") && said.contains("no = Non"), "{said}");
    assert_eq!((amina.does(&["entry", "show", &entry]), amina.does(&["status"])["unsent"].clone()), before);
    fails(&amina.runs(&["entry", "finalise", &entry, "--json"]), 2, "fault-entry-incomplete");
    fails(&amina.runs(&["entry", "new", "ventes", "--cooperative", "Tifaouine", "--json"]), 2, "fault-unknown-form");
    let exe = place.file("preuve.pdf", "MZ pas un PDF");
    fails(&amina.runs(&["attach", "entry", &entry, &exe, "--json"]), 2, "fault-attachment-other-content");
}

/// What is asked, in which group, with which choices; a broken constraint is kept and told.
#[test]
fn what_remains_is_shown_with_its_choices() {
    let (_place, _, amina, entry) = begun();
    let broken = amina.runs(&["entry", "set", &entry, "members=0", "--json"]);
    assert_eq!((broken.status, &broken.json()["findings"][0]["code"]), (1, &json!("finding-answer-constraint")));
    let shown = amina.does(&["entry", "show", &entry, "--missing"]);
    let open: Vec<(&str, &str)> = shown["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|q| (q["name"].as_str().unwrap(), q["bad"].as_str().unwrap()))
        .collect();
    assert_eq!(open, [("members", "constraint"), ("export", "required")]);
    assert_eq!(shown["questions"][1]["choices"][0], json!({ "value": "yes", "label": "Oui" }));
    assert_eq!(shown["questions"][1]["group"], shown["groups"][0]["path"]);
    assert_eq!((&shown["groups"][0]["label"], &shown["groups"][0]["asked"]), (&json!("Personnes"), &json!(2)));
    let check = |args: &[&str], parts: &[&str]| {
        let said = amina.runs(&[&["entry", "show", &entry], args].concat());
        for part in parts {
            assert!(said.out.contains(part), "{part}: {}", said.out);
        }
    };
    check(&["--missing"], &["Personnes", "yes no", "manque", "à corriger"]);
    check(&["--question", "export"], &["yes = Oui", "no = Non", "select_one"]);
    check(&["--missing", "--lang", "ar"], &["ناقص"]);
    fails(&amina.runs(&["entry", "show", &entry, "--question", "nulle", "--json"]), 2, "fault-unknown-question");
    assert_eq!(amina.does(&["status"])["drafts"], 1);
    assert!(amina.runs(&["list", "entry"]).out.contains("Vente"));
}

#[test]
fn repeats_and_undo() {
    let (_place, _, amina, entry) = begun();
    let show = || amina.does(&["entry", "show", &entry]);
    amina.does(&["entry", "set", &entry, "--add", "buyer", "--add", "buyer"]);
    amina.does(&["entry", "set", &entry, "buyer[1]/who=Coop A", "buyer[2]/who=Coop B", "members=7"]);
    amina.does(&["entry", "set", &entry, "--remove", "buyer[1]"]);
    assert_eq!(value(&show(), "who"), "Coop B");
    amina.does(&["undo"]);
    assert_eq!(value(&show(), "who"), "Coop A");
    amina.does(&["redo"]);
    assert_eq!((value(&show(), "who"), value(&show(), "members")), (json!("Coop B"), json!("7")));
    amina.does(&["entry", "set", &entry, "members=8"]);
    amina.does(&["undo"]);
    assert_eq!(value(&show(), "members"), "7");
    for _ in 0..4 {
        amina.does(&["undo"]);
    }
    fails(&amina.runs(&["entry", "show", &entry, "--json"]), 2, "fault-unknown-row");
    amina.does(&["redo"]);
    assert_eq!(show()["state"], "draft");
}

/// From the draft to the closed document; what is sealed is neither changed, deleted nor undone around its acts.
#[test]
fn a_document_goes_its_way() {
    let (place, khadija, amina, entry) = begun();
    let entry = entry.as_str();
    let state = |laptop: &Laptop, args: &[&str]| laptop.does(&[&["entry"], args].concat())["state"].clone();
    let meet = || ["coach-1", "coordinator", "coach-1"].map(|name| place.laptop(name).syncs());
    let photo = place.file("pv.pdf", "%PDF-1.4\n% un PV\n%%EOF\n");
    let attached = amina.does(&["attach", "entry", entry, &photo]);
    let evidence = format!("members={}", attached["id"].as_str().unwrap());
    amina.does(&[
        "entry",
        "set",
        entry,
        "members=12",
        "export=no",
        "--evidence",
        &evidence,
        "--source",
        "members=seen",
    ]);
    let shown = amina.does(&["entry", "show", entry]);
    assert_eq!(shown["questions"][0]["evidence"], json!([attached["id"]]));

    // Another version: tried, done, undone.
    let two = FORM.replace("VERSION", "2").replace("| members | Membres |", "| membres_total | Membres |");
    khadija.does(&["form", "publish", &place.file("vente-2.xlsx", workbook(&two))]);
    meet();
    amina.syncs();
    let tried = amina.runs(&["entry", "move", entry, "--version", "2", "--dry-run", "--json"]);
    assert_eq!((tried.status, &tried.json()["parked"][0]["value"]), (1, &json!("12")));
    amina.does(&["entry", "move", entry, "--version", "2"]);
    assert_eq!(amina.does(&["entry", "show", entry])["version"], "2");
    amina.does(&["undo"]);
    assert_eq!(value(&amina.does(&["entry", "show", entry]), "members"), "12");

    assert_eq!(state(&amina, &["finalise", entry]), "finalised");
    fails(&amina.runs(&["undo", "--json"]), 3, "fault-undo-sealed");
    let answer = amina.ids("answer").remove(0);
    let (of_entry, sealed) = (format!("entry={entry}"), "fault-entry-sealed");
    for args in [
        &["entry", "set", entry, "members=13"][..],
        &["delete", "entry", entry],
        &["delete", "answer", &answer],
        &["entry", "move", entry, "--version", "2"],
    ] {
        fails(&amina.runs(&[args, &["--json"]].concat()), 3, sealed);
    }
    // Answers are never written as plain records: these know nothing of what is personal.
    for args in [
        &["set", "answer", &answer, "value=13"][..],
        &["new", "answer", &of_entry, "path=/vente/people/members", "value=13"],
    ] {
        fails(&amina.runs(&[args, &["--json"]].concat()), 3, "fault-kind-not-writable");
    }
    fails(&amina.runs(&["entry", "validate", entry, "--json"]), 3, "fault-entry-act");
    fails(&amina.runs(&["entry", "reopen", entry, "--reason", " ", "--json"]), 2, "fault-reason-missing");
    meet();
    fails(&khadija.runs(&["entry", "return", entry, "--remark", "nulle=X", "--json"]), 2, "fault-unknown-question");
    assert_eq!(state(&khadija, &["return", entry, "--remark", "members=Joindre la liste"]), "returned");
    meet();
    amina.syncs();
    let shown = amina.does(&["entry", "show", entry]);
    assert_eq!(shown["questions"][0]["remarks"][0]["text"], "Joindre la liste");
    amina.does(&["entry", "set", entry, "members=13"]);
    assert_eq!(state(&amina, &["finalise", entry]), "finalised");
    assert_eq!(state(&amina, &["reopen", entry, "--reason", "Une erreur"]), "draft");
    assert_eq!(state(&amina, &["finalise", entry]), "finalised");
    meet();
    assert_eq!(state(&khadija, &["validate", entry]), "validated");
    assert_eq!(state(&khadija, &["close", entry]), "closed");
    for format in ["odk", "csv", "json"] {
        let (dest, form) = (place.text(&format!("sortie-{format}")), ["--form", "vente"]);
        let done = khadija.does(&[&["export", &dest, "--format", format], &form[..]].concat());
        assert_eq!(done["entries"], 1);
        let text = fs::read_to_string(done["files"][0].as_str().unwrap()).unwrap();
        assert!(text.contains("13"), "{format} {text}");
        let again = khadija.runs(&["export", &dest, "--format", format, "--entry", entry, "--json"]);
        fails(&again, 2, "fault-file-exists");
    }
    fails(&khadija.runs(&["score", entry, "--json"]), 2, "fault-form-not-scored");
    let printed = khadija.runs(&["form", "print", "--entry", entry]);
    assert!(printed.status == 0 && printed.out.contains("13"), "{}", printed.out);
    let named: Json = amina.does(&["call", "entry_show", &json!({ "entry": entry }).to_string()]);
    assert_eq!(named["id"], entry);
}
