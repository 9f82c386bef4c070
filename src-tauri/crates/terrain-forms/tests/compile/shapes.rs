//! What a form looks like once it is compiled.

use terrain_forms::{Control, DataType, Default, Form, NodeKind, Part, Question};

use crate::fixture::form;

fn shape(form: &Form) -> Vec<String> {
    let kind = |kind: &NodeKind| match kind {
        NodeKind::Root => "root".to_owned(),
        NodeKind::Group => "group".to_owned(),
        NodeKind::Repeat { count } => format!("repeat{}", if count.is_some() { " counted" } else { "" }),
        NodeKind::Question(q) => q.type_name.clone(),
    };
    form.nodes.iter().map(|n| format!("{} {}", n.path, kind(&n.kind))).collect()
}

fn question<'f>(form: &'f Form, name: &str) -> &'f Question {
    match &form.nodes.iter().find(|n| n.name == name).unwrap().kind {
        NodeKind::Question(question) => question,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn nodes_stand_as_in_the_sheet() {
    let form = form(
        "survey
        | type | name | label | repeat_count | appearance |
        | start | start | | | |
        | begin_group | who | Qui | | field-list |
        | text | name | Nom | | |
        | end_group | | | | |
        | integer | n | Combien | | |
        | begin_repeat | fixed | Fixe | ${n} | |
        | text | a | A | | |
        | begin_repeat | made | Calculé | ${n} + 1 | |
        | text | b | B | | |
        | end_repeat | | | | |
        | end_repeat | | | | |
        | begin_group | table | Tableau | | table-list |
        | select_one l | x | X | | |
        | select_one l | y | Y | | |
        | end_group | | | | |
        choices
        | list_name | name | label |
        | l | a | A |
        settings
        | instance_name |
        | ${name} |",
    );
    let expected = [
        "/data root",
        "/data/start start",
        "/data/who group",
        "/data/who/name text",
        "/data/n integer",
        "/data/fixed repeat counted",
        "/data/fixed/a text",
        "/data/fixed/made_count calculate",
        "/data/fixed/made repeat counted",
        "/data/fixed/made/b text",
        "/data/table group",
        "/data/table/generated_table_list_label_13 note",
        "/data/table/reserved_name_for_field_list_labels_14 select_one",
        "/data/table/x select_one",
        "/data/table/y select_one",
        "/data/meta group",
        "/data/meta/instanceID instanceID",
        "/data/meta/instanceName instanceName",
    ];
    assert_eq!(shape(&form), expected);
    let node = |name: &str| form.nodes.iter().find(|n| n.name == name).unwrap();
    assert_eq!(node("b").repeat.map(|r| form.node(r).unwrap().name.as_str()), Some("made"));
    assert_eq!((node("who").row, node("name").row, node("meta").row), (3, 4, 0));
    assert_eq!(node("who").appearance, ["field-list"]);
    assert_eq!(
        (node("table").appearance.as_slice(), node("x").appearance.as_slice()),
        (&["field-list".to_owned()][..], &[concat!("list", "-nolabel").to_owned()][..])
    );
}

#[test]
fn the_root_has_a_name_of_its_own() {
    let root = |name: &str, settings: &str| {
        form(&format!("survey\n| type | name | label |\n| text | {name} | A |{settings}")).root_name
    };
    assert_eq!(root("a", ""), "data");
    assert_eq!(root("data", ""), "form");
    assert_eq!(root("a", "\nsettings\n| name |\n| fiche |"), "fiche");
}

#[test]
fn types_are_what_they_say() {
    let form = form(
        "survey
        | type | name | label | parameters | default | required | previous | personal | calculation | instance::x |
        | range | whole | A | start=1 end=5 | | | | | | |
        | range | parts | A | start=0 end=1 step=0.25 | | | | | | |
        | integer | fixed | A | | 12 | yes | yes | | | k |
        | date | dated | A | | today() | no | fixed | yes | | |
        | note | told | A | | | | | | 1 + 1 | |
        | acknowledge | ok | A | | | | | | | |
        | photo | picture | A | | | | | | | |
        | today | day | | | | | | | | |
        | percentage | share | A | | | | | | | |",
    );
    let of = |name: &str| (question(&form, name).data, question(&form, name).control);
    assert_eq!(of("whole"), (DataType::Int, Control::Range));
    assert_eq!(of("parts"), (DataType::Decimal, Control::Range));
    assert_eq!(of("told"), (DataType::Text, Control::Note));
    assert_eq!(of("ok"), (DataType::Text, Control::Trigger));
    assert_eq!(of("picture"), (DataType::Binary, Control::Upload));
    assert_eq!(of("day"), (DataType::Date, Control::None));
    assert_eq!(question(&form, "day").preload, Some("today"));
    assert_eq!(question(&form, "fixed").default, Default::Static("12".into()));
    assert!(matches!(question(&form, "dated").default, Default::Dynamic(_)));
    assert!(question(&form, "fixed").required.is_some() && question(&form, "dated").required.is_none());
    assert!(question(&form, "share").constraint.is_some());
    let node = |name: &str| form.nodes.iter().find(|n| n.name == name).unwrap();
    assert_eq!((node("fixed").previous.as_deref(), node("fixed").personal), (Some("yes"), false));
    assert_eq!((node("dated").previous.as_deref(), node("dated").personal), (Some("/data/fixed"), true));
    assert_eq!(node("fixed").extra["instance::x"], "k");
}

#[test]
fn labels_hold_values_and_languages() {
    let form = form(
        "survey
        | type | name | label::fr | label::ar | hint::fr |
        | text | who | Qui ? | من؟ | |
        | note | hello | Bonjour ${who}, *bienvenue* | مرحبا ${who} | |",
    );
    let label = &form.nodes[2].label.0;
    let [Some(fr), Some(_)] = label.as_slice() else { panic!("{label:?}") };
    assert!(matches!(fr.0.as_slice(), [Part::Literal(a), Part::Output(_), Part::Literal(b)]
        if a == "Bonjour " && b == ", *bienvenue*"));
    assert!(form.nodes[2].hint.0.is_empty());
}

#[test]
fn flat_groups_give_their_condition_to_what_is_in_them() {
    let form = form(
        "survey
        | type | name | label | relevant | flat |
        | text | a | A | | |
        | begin_group | g | G | ${a} = 'x' | yes |
        | text | b | B | ${a} != '' | |
        | text | c | C | | |
        | end_group | | | | |",
    );
    assert_eq!(shape(&form)[1..4], ["/data/a text", "/data/b text", "/data/c text"]);
    assert_eq!(form.nodes[2].relevant.as_ref().unwrap().at.row, 4);
    assert_eq!(form.nodes[3].relevant.as_ref().unwrap().at.row, 3);
}

/// Files that a form reads are listed once, with the cell that names them.
#[test]
fn files_beside_the_workbook_are_listed() {
    let form = form(
        "survey
        | type | name | label | calculation |
        | select_one_from_file villages.csv | v | V | |
        | calculate | c | | pulldata('villages', 'commune', 'name', ${v}) |
        | calculate | d | | pulldata('cooperative', 'name', 'id', '1') |",
    );
    let files: Vec<_> = form.files.iter().map(|f| (f.name.as_str(), f.id.as_str(), f.at.cell.as_deref())).collect();
    assert_eq!(files, [("cooperative.csv", "cooperative", Some("D4")), ("villages.csv", "villages", Some("A2"))]);
}
