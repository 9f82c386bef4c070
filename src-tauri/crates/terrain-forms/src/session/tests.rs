//! The rules of a session, each on the smallest form that shows it.

use std::sync::Arc;

use super::fixture::{env, form, session};
use super::{Progress, Session, SetError, Table, ViolationKind};
use crate::{InstanceKey, Kept};

/// What is not asked is blank for every expression, and comes back with its value.
#[test]
fn hidden_answers_are_blank_and_come_back() {
    let mut s = session(
        "text show
         begin_group g | relevant=${show} = 'yes'
         text a | required=true()
         end
         calculate c | calculation=concat(${a}, '!')",
    );
    s.answer("/data/show", "yes");
    s.answer("/data/g/a", "x");
    assert_eq!(s.value("/data/c"), "x!");
    let changes = s.answer("/data/show", "no");
    let paths: Vec<String> = changes.changed.iter().map(|p| s.path(p)).collect();
    assert_eq!(paths, ["/data/show", "/data/g", "/data/g/a", "/data/c"]);
    assert_eq!((s.value("/data/g/a").as_str(), s.value("/data/c").as_str()), ("", "!"));
    assert!(!s.state("/data/g/a").relevant && s.validate().is_empty());
    let hidden = s.resolve("/data/g/a").unwrap();
    assert_eq!(s.set(&hidden, "y"), Err(SetError::Hidden));
    assert_eq!(s.kept(&hidden), Some(Kept { value: "x".into(), auto: false }));
    s.answer("/data/show", "yes");
    assert_eq!(s.value("/data/c"), "x!");
}

/// A constraint never refuses, is not asked of a blank, and keeps an entry from being finalised.
#[test]
fn constraints_and_required() {
    let mut s = session(
        "integer low
         integer n | constraint=. > ${low} | constraint_message=too low | required=${low} > 5
         note hello | required=true()",
    );
    s.answer("/data/low", "3");
    assert!(!s.state("/data/n").bad_constraint);
    s.answer("/data/n", "2");
    let state = s.state("/data/n");
    assert_eq!((state.bad_constraint, state.message.as_str()), (true, "too low"));
    s.answer("/data/low", "1");
    assert!(!s.state("/data/n").bad_constraint && s.validate().is_empty());
    s.answer("/data/low", "6");
    s.answer("/data/n", "");
    assert!(s.state("/data/n").bad_required);
    let found = s.finalise().unwrap_err();
    assert_eq!((found.len(), &found[0].kind), (1, &ViolationKind::Required));
    let n = s.resolve("/data/n").unwrap();
    let changes = s.set_not_applicable(&n, true).unwrap();
    assert_eq!((changes.changed.as_slice(), changes.stored.as_slice()), ([n].as_slice(), [n].as_slice()));
    assert!(s.finalise().is_ok());
}

/// What is no answer is refused, each for its own reason.
#[test]
fn refusals() {
    let mut s = session(
        "begin_group g
         integer n
         end
         calculate c | calculation=1
         text fixed | readonly=true()
         select_one:l one
         select_multiple:l many
         rank:l order
         acknowledge ok
         choice l a
         choice l b",
    );
    let mut refused = |path: &str, value: &str| {
        let place = s.resolve(path).unwrap();
        s.set(&place, value).unwrap_err()
    };
    assert_eq!(refused("/data/g", "1"), SetError::Group);
    assert_eq!(refused("/data/g/n", "3.7"), SetError::Malformed { data: crate::DataType::Int });
    assert_eq!(refused("/data/c", "2"), SetError::Calculated);
    assert_eq!(refused("/data/fixed", "2"), SetError::Readonly);
    assert_eq!(refused("/data/one", "z"), SetError::NotOffered { choice: "z".into() });
    assert_eq!(refused("/data/one", "a b"), SetError::NotOffered { choice: "a b".into() });
    assert_eq!(refused("/data/order", "b"), SetError::Malformed { data: crate::DataType::Rank });
    assert!(matches!(refused("/data/g/n", &"1".repeat(200_000)), SetError::TooLong { .. }));
    assert!(matches!(refused("/data/ok", "yes"), SetError::Malformed { .. }));
    s.answer("/data/many", " b  a ");
    assert_eq!(s.value("/data/many"), "a b");
    s.answer("/data/order", "b a");
    assert_eq!(s.state("/data/order").shown, "b, a");
}

/// A chosen value that is no longer offered is blank, and back when it is offered again; of several, only the vanished.
#[test]
fn filtered_choices() {
    let mut s = session(
        "text region
         select_one:p town | choice_filter=region = ${region}
         select_multiple:p towns | choice_filter=region = ${region} or region = 'all'
         calculate seen | calculation=${town}
         choice p agadir region=souss label=Agadir
         choice p fes region=nord
         choice p all region=all",
    );
    s.answer("/data/region", "souss");
    s.answer("/data/town", "agadir");
    s.answer("/data/towns", "agadir all");
    assert_eq!(s.state("/data/town").shown, "Agadir");
    let changes = s.answer("/data/region", "nord");
    assert!(changes.stored.iter().all(|p| s.path(p) == "/data/region"), "{changes:?}");
    assert_eq!(
        (s.value("/data/town"), s.value("/data/towns"), s.value("/data/seen")),
        ("".into(), "all".into(), "".into())
    );
    let offered: Vec<String> = s.state("/data/town").choices.into_iter().map(|c| c.value).collect();
    assert_eq!(offered, ["fes"]);
    s.answer("/data/region", "souss");
    assert_eq!((s.value("/data/seen"), s.value("/data/towns")), ("agadir".into(), "agadir all".into()));
}

/// A trigger runs a calculation when it changes, not before; a dynamic default is evaluated once.
#[test]
fn triggers_and_defaults() {
    let mut s = session(
        "text t
         text other | default=o
         text on | trigger=t | calculation=concat(${t}, ${other})
         text cleared | trigger=t
         text once | dynamic=concat(${other}, '?')",
    );
    assert_eq!((s.value("/data/on"), s.value("/data/once")), ("".into(), "o?".into()));
    s.answer("/data/cleared", "x");
    s.answer("/data/other", "p");
    assert_eq!((s.value("/data/on"), s.value("/data/once")), ("".into(), "o?".into()));
    let changes = s.answer("/data/t", "1");
    assert_eq!((s.value("/data/on"), s.value("/data/cleared")), ("1p".into(), "".into()));
    let stored: Vec<String> = changes.stored.iter().map(|p| s.path(p)).collect();
    assert_eq!(stored, ["/data/t", "/data/on", "/data/cleared"]);
    let on = s.resolve("/data/on").unwrap();
    assert_eq!(s.kept(&on), Some(Kept { value: "1p".into(), auto: true }));
    s.answer("/data/on", "mine");
    assert_eq!(s.kept(&on), Some(Kept { value: "mine".into(), auto: false }));
    s.answer("/data/other", "q");
    assert_eq!(s.value("/data/on"), "mine");
}

/// A calculation that feeds on itself through others is stopped and told, not followed for ever.
#[test]
fn what_runs_away_is_stopped() {
    let mut s = session(
        "integer n
         calculate a | calculation=if(${n} = 1, ${b} + 1, 0)
         calculate b | calculation=${a} + 1",
    );
    let n = s.resolve("/data/n").unwrap();
    let error = s.set(&n, "1").unwrap_err();
    assert!(matches!(error, SetError::Runaway { .. }), "{error}");
    assert!(s.validate().iter().any(|v| matches!(v.kind, ViolationKind::Limit(_))));
    s.set(&n, "2").unwrap();
    assert_eq!((s.value("/data/b"), s.validate().len()), ("1".into(), 0));
}

/// Labels follow what they show, and nothing else touches them.
#[test]
fn labels_follow() {
    let mut s = session(
        "text name
         text other
         note hello | label=Bonjour ${name} !",
    );
    let hello = s.resolve("/data/hello").unwrap();
    assert!(s.answer("/data/name", "Amina").changed.contains(&hello));
    assert_eq!(s.state("/data/hello").label, "Bonjour Amina !");
    assert!(!s.answer("/data/other", "x").changed.contains(&hello));
}

/// A number that is drawn once is kept in the draft and not drawn again.
#[test]
fn what_is_drawn_is_kept() {
    let sheet = "text a
         calculate drawn | calculation=once(random())
         calculate id | calculation=concat(${a}, uuid())";
    let mut s = session(sheet);
    s.answer("/data/a", "x");
    let (drawn, id) = (s.value("/data/drawn"), s.value("/data/id"));
    assert!(!drawn.is_empty());
    let mut t = Session::restore(form(sheet), s.answers(), env());
    assert_eq!((t.value("/data/drawn"), t.value("/data/id")), (drawn.clone(), id.clone()));
    assert_eq!(t.value("/data/meta/instanceID"), s.value("/data/meta/instanceID"));
    t.answer("/data/a", "y");
    assert_eq!(t.value("/data/drawn"), drawn);
    assert_ne!(t.value("/data/id"), id);
}

/// Answers without a place in this version are given back as they came.
#[test]
fn strange_answers_are_parked() {
    let mut s = session("text a\nbegin_repeat r\ntext x\nend");
    s.answer("/data/a", "1");
    s.answer("/data/r[1]/x", "2");
    let draft = s.answers();
    let other = Session::restore(form("integer b\ncalculate a | calculation=1"), draft.clone(), env());
    let parked = other.answers();
    assert_eq!((parked.parked.values.len(), parked.parked.instances.len()), (2, 1));
    let text = serde_json::to_string(&parked).unwrap();
    let back = Session::restore(s.form().clone(), serde_json::from_str(&text).unwrap(), env());
    assert_eq!(back.answers(), draft);
}

/// Choices of a file beside the workbook, under the columns that it has; its rows answer `pulldata()` and `instance()`.
#[test]
fn files_beside_the_workbook() {
    let mut around = env();
    let villages = "id,label,province,people\n1,Tafraout,tiznit,5000\n2,Imlil,haouz,800\n3,Asni,haouz,\n";
    around.media.insert("villages.csv".into(), Arc::new(Table::from_csv(villages.as_bytes()).unwrap()));
    let mut s = Session::new(
        form(
            "text province
             select_file:villages.csv village | choice_filter=province = ${province}
             calculate people | calculation=pulldata('villages', 'people', 'id', ${village})
             calculate all | calculation=count(instance('villages')/root/item[province = 'haouz'])",
        ),
        around,
    );
    assert_eq!(s.value("/data/all"), "2");
    s.answer("/data/province", "haouz");
    s.answer("/data/village", "2");
    assert_eq!((s.state("/data/village").shown, s.value("/data/people")), ("Imlil".into(), "800".into()));
    let labels: Vec<String> = s.state("/data/village").choices.into_iter().map(|c| c.label).collect();
    assert_eq!(labels, ["Imlil", "Asni"]);
    s.answer("/data/province", "tiznit");
    assert_eq!(s.value("/data/people"), "");
}

/// Answers given in a repeat are the choices of another question, each once, as they stand now.
#[test]
fn answers_as_choices() {
    let mut s = session("begin_repeat r\ntext who\nend\nselect_answers:who head");
    let range = s.resolve("/data/r").unwrap();
    s.add_repeat(&range, InstanceKey(1), 1).unwrap();
    s.add_repeat(&range, InstanceKey(2), 2).unwrap();
    for (path, name) in [("/data/r[1]/who", "Amina"), ("/data/r[2]/who", "Hassan"), ("/data/r[3]/who", "Amina")] {
        s.answer(path, name);
    }
    let head = s.resolve("/data/head").unwrap();
    assert_eq!(s.node(&head).unwrap().choices.len(), 2);
    s.answer("/data/head", "Hassan");
    assert!(s.remove_repeat(InstanceKey(1)).unwrap().changed.contains(&head));
    assert_eq!(s.value("/data/head"), "");
}

/// Questions that are asked, answered or said not to apply are counted, in a group or in all; a session goes to another thread.
#[test]
fn progress_is_counted() {
    fn sendable<T: Send>(value: T) -> T {
        value
    }
    let mut s = sendable(session(
        "begin_group g
         text a | required=true()
         text b
         note n
         calculate c | calculation=1
         text hidden | relevant=false()
         end
         text d",
    ));
    let all = s.resolve("/data").unwrap();
    assert_eq!(s.progress(&all), Progress { answered: 0, asked: 3, missing: 1 });
    s.answer("/data/g/a", "x");
    let b = s.resolve("/data/g/b").unwrap();
    s.set_not_applicable(&b, true).unwrap();
    let group = s.resolve("/data/g").unwrap();
    assert_eq!(s.progress(&group), Progress { answered: 2, asked: 2, missing: 0 });
    assert_eq!(s.progress(&all), Progress { answered: 2, asked: 3, missing: 0 });
}

/// A sum carried from instance to instance follows, through a thousand of them within the bounds of one answer.
#[test]
fn many_instances_at_once() {
    let mut s = session(
        "integer n
         begin_repeat r | repeat_count=${n}
         integer x | dynamic=position(..)
         calculate before | calculation=coalesce(indexed-repeat(${upto}, ${r}, position(..) - 1), 0)
         calculate upto | calculation=${before} + ${x}
         end
         calculate last | calculation=indexed-repeat(${upto}, ${r}, ${n})",
    );
    s.answer("/data/n", "60");
    assert_eq!(s.value("/data/last"), "1830");
    s.answer("/data/r[1]/x", "11");
    assert_eq!(s.value("/data/last"), "1840");
    s.answer("/data/n", "1000");
    assert_eq!(s.value("/data/last"), "500510");
    assert_eq!(s.state("/data/r").count, Some(1000));
}
