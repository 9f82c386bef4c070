//! A coordinator's table: dropped onto the window, looked through with what is refused, taken in, and taken back.

use serde_json::{Value as Json, json};

use crate::programme::Programme;
use crate::window::Window;

/// Six rows: two that are new, and four that are refused, each with its place.
const TABLE: &str = "Liste de la coordination;;;\nNom;Province;Secteur;Femmes\n\
    Azoul des essais;Tiznit;Miel;12\nTamount des essais;Taroudant;Miel;8\nIfri des essais;Tata;Fromage;3\n\
    ;Tata;Miel;4\nAssif des essais;Tata;Miel;beaucoup\n=1+1;Tata;Miel;5\n";

#[test]
fn a_table_with_refused_rows_is_taken_in_and_taken_back() {
    let programme = Programme::new();
    let before = names(&programme);
    let khadija = Window::open("import", &programme.laptop("coordinator"), "fr");
    khadija.enter();
    khadija.press("button", "frame-cooperatives");
    khadija.see("row", "");
    khadija.press("button", "cooperatives-import");
    khadija.see("heading", &khadija.say("import-title"));

    // What is no table says so, and nothing is lost by it.
    drop_file(&khadija, "photo.csv", "\u{0}\u{1}\u{2}");
    khadija.see("alert", "photo.csv");
    drop_file(&khadija, "liste.csv", TABLE);
    let rows = |what: &str, row: &str| khadija.wait(what, "find('row', given[0])", &[json!(row)]);
    rows("a new row", "Azoul des essais");
    for (place, row) in [("C5", "Fromage"), ("A6", ""), ("D7", "beaucoup")] {
        rows("a refused row with its place", &format!("CSV!{place}"));
        rows("what stands there", row);
    }
    khadija.picture("journey-import-1-preview", "fr");
    // A spelling that was meant: said once, read so.
    let meant = "[...document.querySelectorAll('td button')].find(shown)";
    khadija.wait("what may be meant", meant, &[]);
    khadija.run(&format!("{meant}.click()"), &[]);
    khadija.wait("the row is new now", "!find('row', 'CSV!B4')", &[]);
    assert_eq!(names(&programme), before, "a preview writes nothing");

    khadija.wait("the button that takes them in", "usable(find('button', 'Enregistrer'))", &[]);
    khadija.click("button", "Enregistrer");
    khadija.see("button", &khadija.say("import-undo"));
    khadija.picture("journey-import-2-taken", "fr");
    let after = names(&programme);
    let new: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
    // A formula is what it says, and no more.
    assert_eq!(new, ["=1+1", "Azoul des essais", "Tamount des essais"]);

    khadija.press("button", "import-undo");
    khadija.see("alert", &khadija.say("import-undone"));
    assert_eq!(names(&programme), before, "all as it was");
}

/// Lets a file fall onto the window, as a person's hand would.
fn drop_file(window: &Window, name: &str, text: &str) {
    let script = "const carried = new DataTransfer(); carried.items.add(new File([given[1]], given[0]));
        const fall = (type) => new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true });
        document.body.dispatchEvent(fall('dragover')); document.body.dispatchEvent(fall('drop'));";
    window.run(script, &[json!(name), json!(text)]);
}

/// Names of the cooperatives, as they are on the disk.
fn names(programme: &Programme) -> Vec<String> {
    let found = (0..50).find_map(|_| programme.peek("coordinator", "cooperatives", &json!({}))).unwrap();
    let row = |row: &Json| row["name_fr"].as_str().unwrap().to_owned();
    let mut all: Vec<String> = found["rows"].as_array().unwrap().iter().map(row).collect();
    all.sort();
    all
}
