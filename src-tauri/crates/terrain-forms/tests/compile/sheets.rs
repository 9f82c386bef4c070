//! Sheets, headers, names, groups, choices and settings: what is wrong with a workbook as a whole.

use crate::fixture::{check, form};

const ONE: &str = "survey
    | type | name | label |
    | text | a | A |";

#[test]
fn sheets_and_headers() {
    check(ONE, "");
    check("questions\n| type | name |\n| text | a |", "file XF006");
    check("Survey \n| TYPE | Name | Label |\n| text | a | A |", "");
    check("survey\n| type | name | label |", "1 XF009");
    check("survey\n| name | label |\n| a | A |", "1 XF017");
    check(&format!("{ONE}\nchoises\n| list_name | name |\n| l | a |"), "choises!0 XF007");
    check(&format!("{ONE}\n_choises\n| list_name | name |\n| l | a |"), "");
    check(&format!("{ONE}\nNotes\n| texte |\n| pour moi |"), "");
    check(&format!("{ONE}\nSURVEY\n| type | name |\n| text | b |"), "SURVEY!0 XF008");
    check("survey\n| type | name | label | Label |\n| text | a | A | B |", "D1 XF013");
    check("survey\n| type | name | label | relevant | relevance |\n| text | a | A | | |", "E1 XF014");
    check("survey\n| type | name | label::fr | label::ar |\n| text | a | A | ا |", "");
    check("survey\n| type | name | label::fr | label:fr |\n| text | a | A | B |", "D1 XF014");
    check("survey\n| type | name | label | |\n| text | a | A | sans en-tête |", "");
    let gap = format!("{ONE}{}\n| text | b | B |", "\n".repeat(150));
    check(&gap, "153 XF010");
    let small_gap = format!("{ONE}{}\n| text | b | B |", "\n".repeat(60));
    check(&small_gap, "");
}

/// Rows around one or two questions: findings at their rows.
#[test]
fn rows_names_and_groups() {
    for (rows, expected) in [
        ("text a A", ""),
        ("- a A", "A2 XF030"),
        ("text - A", "B2 XF035"),
        ("text 1a A", "B2 XF036"),
        ("text nom_du_président A", ""),
        ("text الاسم A", ""),
        ("text a-b.c A", ""),
        ("text a:b A", "B2 XF036"),
        ("text meta A", "B2 XF037"),
        ("text data A", ""),
        ("text a -", "C2 XF052"),
        ("calculate a -", "D2 XF075"),
        ("text a A; text a B", "B3 XF038"),
        ("text a A; text A B", ""),
        ("begin_group g G; text a A; end_group - -; text a B", ""),
        ("begin_group g G; text a A; end_group g -", ""),
        ("begin_group g G; text a A; end_group h -", "B4 XF042"),
        ("begin_group g G; text a A", "A2 XF040"),
        ("text a A; end_group - -", "A3 XF039"),
        ("begin_group g G; text a A; end_repeat - -", "A4 XF041"),
        ("begin_repeat g G; text a A; end_group - -", "A4 XF041"),
        ("begin_group g G; begin_repeat r R; text a A; end_group - -; end_repeat - -", "A5 XF041, A6 XF041"),
        ("begin_group - G; text a A; end_group - -", "B2 XF035"),
        ("note - Attention", ""),
        ("start s -; end e -; today t -; text a A", ""),
        ("text a A; text - B; text 1 C; foo d D", "B3 XF035, B4 XF036, A5 XF031"),
    ] {
        let rows: String = rows
            .split("; ")
            .map(|row| {
                let cells: Vec<&str> = row.split(' ').map(|c| if c == "-" { "" } else { c }).collect();
                format!("\n| {} | |", cells.join(" | "))
            })
            .collect();
        check(&format!("survey\n| type | name | label | calculation |{rows}"), expected);
    }
    let deep = |kind: &str, depth: usize| {
        let begin: String = (0..depth).map(|n| format!("\n| begin_{kind} | g{n} | G |")).collect();
        let end = format!("\n| end_{kind} | | |").repeat(depth);
        format!("survey\n| type | name | label |{begin}\n| text | a | A |{end}")
    };
    check(&deep("group", 30), "");
    check(&deep("group", 31), "A32 XF043");
    check(&deep("repeat", 4), "");
    check(&deep("repeat", 5), "A6 XF044");
    let many: String = (0..5_001).map(|n| format!("\n| text | q{n} | Q |")).collect();
    check(&format!("survey\n| type | name | label |{many}"), "A5002 XF045");
}

#[test]
fn choices_are_checked() {
    for (headers, rows, expected) in [
        ("list_name | name | label", "l | a | A", ""),
        ("list name | value | label", "l | a | A", ""),
        ("list_name | name | value | label", "l | a | b | A", "choices!C1 XF014"),
        ("name | label", "a | A", "A2 XF055, choices!1 XF017"),
        ("list_name | label", "l | A", "A2 XF055, choices!1 XF017"),
        ("list_name | name | label", "l | a | A;  | b | B", "choices!A3 XF057"),
        ("list_name | name | label", "l | a | A; l | | B", "choices!B3 XF058"),
        ("list_name | name | label", "l | a | A; l | a | B", "choices!B3 XF059"),
        ("list_name | name | label", "l | a | A; m | a | B", ""),
        ("list_name | name | label", "l | a | A; l | b |", "choices!C3 XF061"),
        ("list_name | name | label | la région", "l | a | A | x", "choices!D1 XF019"),
        ("list_name | name | label | région", "l | a | A | x", ""),
        ("list_name | name | label", "l | 1 | A; l | 2 | B", ""),
    ] {
        let rows: String = rows.split("; ").map(|row| format!("\n| {row} |")).collect();
        let survey = "survey\n| type | name | label |\n| select_one l | q | Q |";
        check(&format!("{survey}\nchoices\n| {headers} |{rows}"), expected);
    }
    let form = form(
        "survey
        | type | name | label |
        | select_one l or_other | q | Q |
        choices
        | list_name | name | label | price |
        | l | a | A | 12 |",
    );
    let list = &form.lists[0].choices;
    assert_eq!(list.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["a", "other"]);
    assert_eq!(list[0].columns["price"], "12");
    assert_eq!(form.nodes[2].path, "/data/q_other");
}

#[test]
fn settings_name_the_form() {
    for (header, value, expected) in [
        ("form_title", "Fiche", ""),
        ("public_key", "MIIB", "settings!A2 XF022"),
        ("default_language", "français", ""),
        ("style", "pages", ""),
        ("style", "pages fancy", "settings!A2 XF074"),
        ("namespaces", "x", "settings!A1 XF020"),
        ("sms_keyword", "x", "settings!A1 XF020"),
        ("attribute::xyz", "x", "settings!A1 XF020"),
        ("form_titel", "x", "settings!A1 XF016"),
        ("couleur", "x", "settings!A1 XF015"),
        ("name", "1x", "settings!A2 XF036"),
        ("instance_name", "concat(${a}, 'x')", ""),
        ("instance_name", "${b}", "settings!A2 XF109"),
        ("terrain_date", "day", ""),
        ("terrain_date", "${day}", ""),
        ("terrain_date", "a", "settings!A2 XF136"),
        ("terrain_date", "none", "settings!A2 XF136"),
        ("terrain_purpose", "diagnostic", ""),
    ] {
        let survey = "survey\n| type | name | label |\n| text | a | A |\n| date | day | Jour |";
        check(&format!("{survey}\nsettings\n| {header} |\n| {value} |"), expected);
    }
    check(&format!("{ONE}\nsettings\n| form_id |\n| a |\n| b |"), "settings!3 XF021");
    let named = form(&format!(
        "{ONE}
        settings
        | form_title | form_id | version | style | terrain_title_ar | terrain_purpose |
        | Ma fiche | ma_fiche | 3 | pages | بطاقتي | visit |"
    ));
    assert_eq!((named.id.as_str(), named.version.as_str(), named.purpose.as_deref()), ("ma_fiche", "3", Some("visit")));
    assert_eq!(named.style, ["pages"]);
    assert_eq!(form(ONE).id, "fiche");
}

#[test]
fn languages_are_in_order_and_gaps_are_told() {
    let languages = |headers: &str, cells: &str, default: &str| {
        let settings =
            if default.is_empty() { String::new() } else { format!("\nsettings\n| default_language |\n| {default} |") };
        form(&format!("survey\n| type | name | {headers} |\n| text | a | {cells} |{settings}")).languages
    };
    assert_eq!(languages("label", "A", ""), [""]);
    assert_eq!(languages("label", "A", "Français (fr)"), ["Français (fr)"]);
    assert_eq!(languages("label::Français (fr) | label::العربية (ar)", "A | ا", ""), ["Français (fr)", "العربية (ar)"]);
    assert_eq!(languages("label::fr | label::ar", "A | ا", "ar"), ["ar", "fr"]);
    assert_eq!(languages("label::Français (fr) | label::ar", "A | ا", "ar"), ["ar", "Français (fr)"]);
    assert_eq!(languages("label::fr | hint::en", "A | B", ""), ["fr", "en"]);
    assert_eq!(languages("label | label::ar", "A | ا", "fr"), ["fr", "ar"]);
    check("survey\n| type | name | label::fr | label::ar |\n| text | a | A | |\n| text | b | B | |", "D2 XF053");
    let unknown =
        "survey\n| type | name | label::fr | label::ar |\n| text | a | A | ا |\nsettings\n| default_language |\n| en |";
    check(unknown, "settings!A2 XF023");
    let headers: String = (0..31).map(|n| format!("label::l{n} |")).collect();
    let labels = "A |".repeat(31);
    check(&format!("survey\n| type | name | {headers}\n| text | a | {labels}"), "AG1 XF047");
}
