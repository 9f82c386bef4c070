//! The order of rules, who reads what, and circles.

use terrain_forms::{Form, Property, compile_workbook};

use crate::fixture::{check, form, media, options, workbook};

/// Order as `name.property`, in short.
fn order(form: &Form) -> String {
    let short = |p: &Property| match p {
        Property::Count => "n",
        Property::Relevant => "r",
        Property::Calculation => "c",
        Property::Choices => "l",
        Property::Readonly => "o",
        Property::Required => "q",
        Property::Constraint => "k",
        Property::Texts => "t",
    };
    form.order
        .iter()
        .map(|(id, p)| format!("{}.{}", form.node(*id).unwrap().name, short(p)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Who reads a node: `name`, with `*` where any instance may be read.
fn readers(form: &Form, name: &str) -> String {
    let place = form.nodes.iter().position(|n| n.name == name).unwrap();
    let one =
        |r: &terrain_forms::Reader| format!("{}{}", form.node(r.node).unwrap().name, if r.wide { "*" } else { "" });
    form.readers[place].iter().map(one).collect::<Vec<_>>().join(" ")
}

fn survey(rows: &str) -> String {
    let rows: String = rows.trim().lines().map(|row| format!("\n| {} |", row.trim())).collect();
    format!("survey\n| type | name | label | calculation | relevant | repeat_count | trigger | constraint |{rows}")
}

#[test]
fn each_rule_comes_after_what_it_reads() {
    let form = form(&survey(
        "calculate | last | | ${middle} + 1 | | | |
         calculate | middle | | ${first} * 2 | | | |
         integer | first | A | | | | |
         begin_group | g | G | | ${last} > 3 | | |
         text | inside | Bonjour ${last} | | | | | . != ${middle}
         end_group | | | | | | |
         calculate | after | | concat(${inside}, now()) | | | |",
    ));
    assert_eq!(order(&form), "middle.c last.c g.r inside.k inside.t after.c");
    assert_eq!(readers(&form, "last"), "g inside");
    assert_eq!(readers(&form, "first"), "middle");
    assert_eq!(readers(&form, "inside"), "inside after");
    assert_eq!(
        form.volatile.iter().map(|(id, _)| form.node(*id).unwrap().name.as_str()).collect::<Vec<_>>(),
        ["after"]
    );
}

#[test]
fn references_within_a_repeat_stay_within_and_those_from_outside_are_wide_open() {
    let form = form(&survey(
        "integer | n | N | | | | |
         begin_repeat | r | R | | | ${n} | |
         integer | x | X | | | | |
         calculate | double | | ${x} * 2 | | | |
         calculate | rank | | position(..) | | | |
         calculate | share | | ${x} div sum(/data/r/x) | | | |
         end_repeat | | | | | | |
         calculate | total | | sum(${double}) | | | |
         calculate | many | | count(${r}) | | | |
         calculate | second | | indexed-repeat(${x}, ${r}, 2) | | | |",
    ));
    assert_eq!(readers(&form, "n"), "r");
    assert_eq!(readers(&form, "x"), "double share* second");
    assert_eq!(readers(&form, "double"), "total");
    assert_eq!(readers(&form, "r"), "rank share* total many* second*");
    let order = order(&form);
    let at = |what: &str| order.find(what).unwrap();
    assert!(at("r.n") < at("rank.c") && at("double.c") < at("total.c") && at("r.n") < at("many.c"), "{order}");
}

#[test]
fn circles_are_told_with_their_cells_in_turn() {
    let text = survey(
        "calculate | a | | ${b} + 1 | | | |
         calculate | b | | ${c} + 1 | | | |
         calculate | c | | ${a} + 1 | | | |
         integer | d | D | | ${a} > 1 | | |",
    );
    let findings = compile_workbook(&workbook(&text), &media(), &options()).unwrap_err();
    assert_eq!(findings.len(), 1);
    let cells: Vec<_> =
        std::iter::once(&findings[0].at).chain(&findings[0].related).map(|c| c.cell.as_deref().unwrap()).collect();
    assert_eq!(cells, ["D2", "D4", "D3"]);
    assert_eq!(findings[0].message.args["names"], "a → c → b → a");
    for (rows, expected) in [
        ("text | a | A | | ${b} = '' | | |\ntext | b | B | | ${a} = '' | | |", "E2 XF111"),
        ("begin_group | g | G | | ${a} = '' | | |\ntext | a | A | | | | |\nend_group | | | | | | |", "E2 XF111"),
        ("begin_repeat | r | R | | | ${a} | |\ninteger | a | A | | | | |\nend_repeat | | | | | | |", "F2 XF111"),
        ("text | a | A | | | | | . != ${b}\ntext | b | B | | | | | . != ${a}", ""),
        ("calculate | a | | ${b} + 1 | | | ${b} |\ninteger | b | B | | ${a} > 2 | | |", ""),
        ("note | a | Bonjour ${a} | | | | |", ""),
        ("calculate | a | | once(random()) | | | |", ""),
        ("calculate | a | | ${last-saved#a} + 1 | | | |", "D2 XF118"),
    ] {
        check(&survey(rows), expected);
    }
}
