//! An entry as other tools read it, from answers to files.

use super::fixture::session;
use crate::export::{TableOptions, to_json, to_tables, to_xml};

const SHEET: &str = "text name
    geopoint place
    begin_group g
    select_multiple:l many
    begin_repeat r
    integer age
    begin_repeat s
    text t
    end
    end
    end
    begin_repeat s
    text t
    end
    text hidden | relevant=${name} = ''
    choice l a
    choice l b";

/// One table for the entries and one for each repeat, with keys; XML and JSON of the same.
#[test]
fn an_entry_is_exported() {
    let mut s = session(SHEET);
    let range = s.resolve("/data/g/r").unwrap();
    s.add_repeat(&range, crate::InstanceKey(5), 9).unwrap();
    for (path, value) in [
        ("/data/name", "=HYPERLINK(\"x\"), l'été"),
        ("/data/place", "30.4 -9.6 12 5"),
        ("/data/g/many", "b"),
        ("/data/g/r[1]/age", "7"),
        ("/data/g/r[2]/age", "9"),
        ("/data/g/r[2]/s[1]/t", "in"),
        ("/data/s[1]/t", "out"),
    ] {
        s.answer(path, value);
    }
    let submission = s.finalise().unwrap();
    let id = submission.instance_id.clone();
    let id = id.as_str();
    let tables = to_tables(s.form(), std::slice::from_ref(&submission), TableOptions { split_choices: true });
    let expected = [
        (
            "test.csv",
            format!(
                "name,place-Latitude,place-Longitude,place-Altitude,place-Accuracy,g-many,g-many/a,g-many/b,hidden,\
                 meta-instanceID,KEY\n\"=HYPERLINK(\"\"x\"\"), l'été\",30.4,-9.6,12.0,5.0,b,0,1,,{id},{id}\n"
            ),
        ),
        ("test-r.csv", format!("age,PARENT_KEY,KEY\n7,{id},{id}/g/r[1]\n9,{id},{id}/g/r[2]\n")),
        ("test-s~1.csv", format!("t,PARENT_KEY,KEY\n,{id}/g/r[1],{id}/g/r[1]/s[1]\nin,{id}/g/r[2],{id}/g/r[2]/s[1]\n")),
        ("test-s~2.csv", format!("t,PARENT_KEY,KEY\nout,{id},{id}/s[1]\n")),
    ];
    assert_eq!(tables, expected.map(|(name, text)| (name.to_owned(), text)));

    let xml = to_xml(&submission);
    let body = xml.split_once('>').unwrap().1;
    assert_eq!(
        body,
        format!(
            "<name>=HYPERLINK(\"x\"), l'été</name><place>30.4 -9.6 12.0 5.0</place><g><many>b</many><r><age>7</age><s><t/></s>\
             </r><r><age>9</age><s><t>in</t></s></r></g><s><t>out</t></s><meta><instanceID>{id}</instanceID></meta></data>"
        )
    );

    let json = to_json(s.form(), &submission);
    assert_eq!(json["place"]["coordinates"], serde_json::json!([-9.6, 30.4, 12.0]));
    assert_eq!((&json["g"]["r"][1]["age"], &json["hidden"]), (&serde_json::json!(9), &serde_json::Value::Null));
    assert_eq!(json["g"]["r"][1]["s"][0]["__id"], format!("{id}/g/r[2]/s[1]"));
}
