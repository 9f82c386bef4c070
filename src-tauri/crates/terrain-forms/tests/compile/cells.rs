//! One cell at a time: what each column takes, and what is told of the rest.

use crate::fixture::check;

/// A survey with a little of everything, and one row whose cell is tried: row 12. Its type is in A, its name in B.
#[track_caller]
fn cell(kind: &str, column: &str, value: &str, expected: &str) {
    let form = format!(
        "survey
        | type | name | label | {column} |
        | integer | age | Âge | |
        | select_one yn | member | Membre ? | |
        | text | town | Ville | |
        | begin_repeat | product | Produit | |
        | integer | price | Prix | |
        | begin_group | inner | Dedans | |
        | text | same | Un | |
        | end_group | | | |
        | end_repeat | | | |
        | text | same | Deux | |
        | {kind} | it | Essai | {value} |
        choices
        | list_name | name | label | region |
        | yn | yes | Oui | a |
        | yn | no | Non | b |
        | spaced | a b | A B | a |"
    );
    check(&form, expected);
}

#[test]
fn expressions_are_read_and_their_mistakes_are_told() {
    for (value, expected) in [
        ("${age} > 3", ""),
        ("${age} > 3 and (${member} = 'yes' or not(${town} = ''))", ""),
        ("selected(${member}, 'yes')", ""),
        ("yes", ""),
        ("true()", ""),
        ("sum(${price}) > 10", "D12 XF115"),
        ("count(${product}) > 2", ""),
        ("indexed-repeat(${price}, ${product}, 1) > 2", ""),
        ("../age > 1", ""),
        ("/data/age > 1", ""),
        ("./age > 1", "D12 XF112"),
        ("/data/aged > 1", "D12 XF112"),
        ("${product}[price > 2]/price > 1", ""),
        ("${product}[${price} > 2]/price > 1", "D12 XF113"),
        ("count(${product}[${age} > 2]) > 1", ""),
        ("instance('yn')/root/item[name = ${member}]/region = 'a'", ""),
        ("instance('none')/root/item/name = ''", "D12 XF129"),
        ("instance('cooperative')/root/item/name = ''", ""),
        ("pulldata('villages', 'label', 'name', ${town}) = ''", ""),
        ("pulldata('villages.csv', 'label', 'name', ${town}) = ''", ""),
        ("pulldata('villages', 'libelle', 'name', ${town}) = ''", "D12 XF066"),
        ("pulldata('missing', 'label', 'name', ${town}) = ''", "D12 XF064"),
        ("pulldata('broken', 'label', 'name', ${town}) = ''", "D12 XF065"),
        ("pulldata('cooperative', 'sector', 'id', '1') = ''", ""),
        ("jr:choice-name(${member}, '${member}') = 'Oui'", ""),
        ("${last-saved#town} = ''", "D12 XF118"),
        ("if(${age}, 1, 0) = 1", "D12 XF114"),
        ("if(${age} > 1, 1, 0) = 1", ""),
        ("regex(${town}, '^[A-Z]+$')", ""),
        ("regex(${town}, '[A-Z]+')", "D12 XF116"),
        ("regex(${town}, '^[A-Z+$')", "D12 XF117"),
        ("digest(${town}, 'MD5') = ''", ""),
        ("digest(${town}, 'SHA1') = ''", "D12 XF141"),
        ("${ages} > 3", "D12 XF109"),
        ("${xylophone} > 3", "D12 XF108"),
        ("${same} = ''", "D12 XF110"),
        ("${town} = 'Tamri", "D12 XF124"),
        ("${town} = ‘Tamri’", "D12 XF103"),
        ("${town} = “Tamri”", "D12 XF103"),
        ("${town} = ‘Tamri", "D12 XF102"),
        ("${age} ≥ 3", "D12 XF101"),
        ("${age} == 3", "D12 XF101"),
        ("${age} > 3 && ${age} < 5", "D12 XF101"),
        ("${age} > 3 AND ${age} < 5", "D12 XF101"),
        ("if(${age} > 3; 1; 0)", "D12 XF101"),
        ("(${age} > 3", "D12 XF122"),
        ("${product}[price > 2", "D12 XF122"),
        ("${age > 3", "D12 XF122"),
        ("${age} > 3)", "D12 XF123"),
        ("$age > 3", "D12 XF125"),
        ("{age} > 3", "D12 XF125"),
        ("${a ge} > 3", "D12 XF126"),
        ("${age} >", "D12 XF128"),
        ("${age} > > 3", "D12 XF100"),
        ("si la personne est majeure", "D12 XF127"),
        ("cont(${product}) > 2", "D12 XF105"),
        ("difference-in-months(${age}, 2) > 2", "D12 XF104"),
        ("selected(${member})", "D12 XF106"),
        ("//age > 1", "D12 XF107"),
        ("ancestor::age > 1", "D12 XF107"),
        ("${it} = ''", "D12 XF111"),
        (". = ''", "D12 XF111"),
    ] {
        cell("text", "relevant", value, expected);
    }
    for (value, expected) in [
        (". > 3", ""),
        (". > ${age}", ""),
        ("${it} > 3", ""),
        ("yes", ""),
        ("regex(., '^06[0-9]{8}$')", ""),
        (".. > 3", ""),
        ("${ages} > 3", "D12 XF109"),
    ] {
        cell("text", "constraint", value, expected);
    }
    for column in ["required", "readonly"] {
        for (value, expected) in [
            ("yes", ""),
            ("Yes", ""),
            ("TRUE()", ""),
            ("no", ""),
            ("false", ""),
            ("${age} > 3", ""),
            ("oui", "D12 XF112"),
        ] {
            cell("text", column, value, expected);
        }
    }
}

#[test]
fn calculations_and_triggers() {
    for (kind, value, expected) in [
        ("calculate", "${age} + 1", ""),
        ("calculate", "", "D12 XF075"),
        ("calculate", "${it} + 1", "D12 XF111"),
        ("calculate", ". + 1", "D12 XF111"),
        ("calculate", "'texte'", ""),
        ("note", "${age} + 1", ""),
        ("hidden", "", ""),
        ("integer", "${age} + 1", "D12 XF076"),
        ("calculate", "sum(${price})", "D12 XF115"),
        ("calculate", "max(${price}, 1)", ""),
        ("calculate", "${age}-1", ""),
        ("calculate", "${age} -", "D12 XF128"),
    ] {
        cell(kind, "calculation", value, expected);
    }
    for (value, expected) in [
        ("${age}", ""),
        ("${age}, ${town}", ""),
        ("${age},${ages}", "D12 XF109"),
        ("age", "D12 XF077"),
        ("${same}", "D12 XF110"),
    ] {
        cell("text", "trigger", value, expected);
    }
}

#[test]
fn defaults_are_written_or_evaluated() {
    for (kind, value, expected) in [
        ("text", "Agadir", ""),
        ("text", "a-b (c)", ""),
        ("text", "Souss - Massa", ""),
        ("integer", "3", ""),
        ("integer", "trois", "D12 XF078"),
        ("integer", "3.5", "D12 XF078"),
        ("integer", "1 + 2", ""),
        ("decimal", "2.5", ""),
        ("decimal", "deux", "D12 XF078"),
        ("date", "2026-11-24", ""),
        ("date", "24/11/2026", "D12 XF078"),
        ("date", "today()", ""),
        ("date", "todai()", "D12 XF105"),
        ("datetime", "2026-11-24T14:30:00", ""),
        ("text", "${town}", ""),
        ("text", "${towns}", "D12 XF109"),
        ("text", "concat('a', ${town})", ""),
        ("text", "uuid()", ""),
        ("geopoint", "30.42 -9.6 0 0", ""),
        ("select_one yn", "yes", ""),
        ("select_one yn", "maybe", "D12 XF079"),
        ("select_multiple yn", "yes no", ""),
        ("select_multiple yn", "yes maybe", "D12 XF079"),
    ] {
        cell(kind, "default", value, expected);
    }
}

#[test]
fn appearances_and_parameters() {
    for (value, expected) in [
        ("minimal", ""),
        ("multiline", ""),
        ("columns-3", ""),
        ("likert quick", ""),
        ("w2", "D12 XF071"),
        ("signature beside", ""),
        ("annotate", "D12 XF071"),
        ("placement-map", "D12 XF071"),
        ("ex:org.example.app", "D12 XF071"),
        ("jolie", "D12 XF072"),
        ("minimal jolie", "D12 XF072"),
        ("search('villages')", "D12 XF073"),
    ] {
        cell("select_one yn", "appearance", value, expected);
    }
    for (kind, value, expected) in [
        ("range", "start=0 end=10 step=2", ""),
        ("range", "start=0;end=1;step=0.1", ""),
        ("range", "start = 0 , end = 10", ""),
        ("range", "start=10 end=0 step=-1", ""),
        ("range", "start=a end=10", "D12 XF070"),
        ("range", "start=0 end=10 step=0", "D12 XF070"),
        ("range", "start=0 end=1 step=5", "D12 XF070"),
        ("range", "", ""),
        ("select_one yn", "randomize=true", ""),
        ("select_one yn", "randomize=true, seed=${age}", ""),
        ("select_one yn", "randomize=true, seed=${ages}", "D12 XF109"),
        ("select_one yn", "randomise=true", "D12 XF068"),
        ("text", "rows=5", ""),
        ("text", "rows=", "D12 XF069"),
        ("image", "max-pixels=1024", ""),
        ("select_one_from_file villages.csv", "value=name label=label", ""),
        ("select_one_from_file villages.csv", "value=code", "A12 XF066"),
    ] {
        cell(kind, "parameters", value, expected);
    }
}

#[test]
fn types_and_lists() {
    for (kind, expected) in [
        ("text", ""),
        ("audit", "A12 XF034"),
        ("barcode", "A12 XF034"),
        ("geotrace", "A12 XF034"),
        ("start-geopoint", "A12 XF034"),
        ("imei", "A12 XF034"),
        ("percentage", ""),
        ("phone number", ""),
        ("osm", "A12 XF033"),
        ("background-audio", "A12 XF033"),
        ("db:person", "A12 XF033"),
        ("begin_kobomatrix", "A12 XF040, A12 XF033"),
        ("texte", "A12 XF032"),
        ("selct_one yn", "A12 XF032"),
        ("pays", "A12 XF031"),
        ("select_one", "A12 XF054"),
        ("select_one oui", "A12 XF055"),
        ("select_one ym", "A12 XF056"),
        ("select_one spacd", "A12 XF056"),
        ("select_one YN", "A12 XF056"),
        ("select_one yn or_other", ""),
        ("select_one spaced", ""),
        ("select_multiple spaced", "choices!B4 XF060"),
        ("rank spaced", "choices!B4 XF060"),
        ("select_one ${price}", ""),
        ("select_one ${prix}", "A12 XF109"),
        ("select_one ${xylophone}", "A12 XF108"),
        ("select_one_from_file villages.csv", ""),
        ("select_one_from_file absent.csv", "A12 XF064"),
        ("select_one_from_file broken.csv", "A12 XF065"),
        ("select_one_from_file villages.xml", "A12 XF067"),
        ("select_one_external yn", "A12 XF034"),
        ("csv-external", "B12 XF064"),
    ] {
        cell(kind, "hint", "", expected);
    }
}

#[test]
fn columns_of_our_own() {
    for (column, value, expected) in [
        ("previous", "yes", ""),
        ("previous", "no", ""),
        ("previous", "age", ""),
        ("previous", "${age}", ""),
        ("previous", "/data/age", ""),
        ("previous", "ages", "D12 XF081"),
        ("plan", "status", ""),
        ("plan", "statut", "D12 XF138"),
        ("plan", "due-on", "D12 XF138"),
        ("plan", "parcelle 12", "D12 XF137"),
        ("personal", "yes", ""),
        ("disabled", "no", ""),
        ("disabled", "yes", ""),
        ("Ma remarque", "x", "D1 XF015"),
        ("relevent", "x", "D1 XF016"),
        ("save_to", "x", "D1 XF018"),
        ("body::accuracyThreshold", "5", "D1 XF018"),
        ("bind::type", "int", ""),
        ("media::image", "carte.png", ""),
        ("media::image", "plan.png", "C12 XF080"),
        ("choice_filter", "region = ${town}", ""),
        ("choice_filter", "region = ${towns}", "D12 XF109"),
        ("hint", "#REF!", "D12 XF012"),
    ] {
        cell("select_one yn", column, value, expected);
    }
}
