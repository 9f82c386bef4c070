//! Whatever the bytes and cells are: no panic, findings at most by the hundred, and in moments.

use rust_xlsxwriter::Workbook as Writer;
use terrain_forms::{CompileOptions, NoMedia, compile, compile_workbook};
use terrain_sheets::{Cell, Merged};

use crate::fixture::{check, media, options, told, workbook};

fn refused(bytes: &[u8]) -> Vec<String> {
    told(&compile(bytes, &NoMedia, &CompileOptions::default()).unwrap_err())
}

fn written(cells: &[(u32, u16, &str)]) -> Writer {
    let mut book = Writer::new();
    let sheet = book.add_worksheet();
    sheet.set_name("survey").unwrap();
    for (row, column, text) in cells {
        sheet.write(*row, *column, *text).unwrap();
    }
    book
}

const SURVEY: &[(u32, u16, &str)] =
    &[(0, 0, "type"), (0, 1, "name"), (0, 2, "label"), (1, 0, "text"), (1, 1, "a"), (1, 2, "A")];

#[test]
fn files_that_are_no_workbooks() {
    assert_eq!(refused(b"bonjour"), ["file XF001"]);
    assert_eq!(refused(b"type,name,label\ntext,a,A\n"), ["file XF001"]);
    assert_eq!(refused(b""), ["file XF003"]);
    assert_eq!(refused(b"PK\x03\x04 no zip"), ["file XF001"]);
    assert_eq!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), ["file XF004"]);
    assert_eq!(refused(&vec![b'x'; 21 << 20]), ["file XF002"]);
    let whole = written(SURVEY).save_to_buffer().unwrap();
    for cut in [10, whole.len() / 2, whole.len() - 30] {
        assert_eq!(refused(&whole[..cut]), ["file XF001"]);
    }
    assert!(compile(&whole, &NoMedia, &CompileOptions::default()).is_ok());
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, &vec![b' '; 101 << 20]).unwrap();
    assert_eq!(refused(&zip.finish().unwrap().into_inner()), ["file XF002"]);
}

#[test]
fn sheets_that_claim_or_hold_too_much() {
    // A ghost row at the very end is not reached, and costs nothing.
    let mut ghost = written(SURVEY);
    ghost.worksheet_from_index(0).unwrap().write(1_048_575, 0, "text").unwrap();
    let (form, findings) = compile(&ghost.save_to_buffer().unwrap(), &NoMedia, &CompileOptions::default()).unwrap();
    assert_eq!((form.nodes.len(), told(&findings)), (4, vec!["1048576 XF010".to_owned()]));
    // A cell of forty megabytes, which no spreadsheet program writes.
    let mut long = workbook("survey\n| type | name | label |\n| text | a | A |");
    long.sheets[0].rows[1].cells[2] = Cell::Text("x".repeat(40 << 20));
    let findings = compile_workbook(&long, &media(), &options()).unwrap_err();
    assert_eq!(told(&findings), ["C2 XF049"]);
    long.sheets[0].rows[0].cells[2] = Cell::Text("relevant".into());
    assert_eq!(told(&compile_workbook(&long, &media(), &options()).unwrap_err())[0], "C2 XF048");
    // Findings stay countable.
    let rows = "\n| nope | 1 | |".repeat(4_000);
    let many = workbook(&format!("survey\n| type | name | label |{rows}"));
    let findings = compile_workbook(&many, &media(), &options()).unwrap_err();
    assert!((500..1_100).contains(&findings.len()), "{}", findings.len());
}

#[test]
fn merged_cells_and_errors_of_formulas() {
    let mut merged = workbook("survey\n| type | name | label |\n| text | a | A |\n| text | b | |");
    merged.sheets[0].merged.push(Merged { rows: (2, 3), columns: (2, 2) });
    merged.sheets[0].merged.push(Merged { rows: (1, 1), columns: (0, 2) });
    let (_, findings) = compile_workbook(&merged, &media(), &options()).unwrap();
    assert_eq!(told(&findings), ["C2 XF011", "C3 XF052"]);
    check("survey\n| type | name | label |\n| text | a | #REF! |", "C2 XF012, C2 XF052");
}

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// What is put into cells: pieces of forms, whole and broken.
const PIECES: &[&str] = &[
    "",
    "text",
    "begin_group",
    "end_group",
    "begin_repeat",
    "end_repeat",
    "select_one l",
    "select_multiple l or_other",
    "calculate",
    "rank ${a}",
    "range",
    "select_one_from_file villages.csv",
    "table-list",
    "yes",
    "${a}",
    "${b} + ${a}",
    "sum(${a})",
    "../a",
    "/data/a",
    "position(..)",
    "count(${r}[a > 1])",
    "indexed-repeat(${a}, ${r}, 1)",
    "${",
    "((((",
    "'",
    "a or_other",
    "begin_kobomatrix",
    "pulldata('villages', 'label', 'name', ${a})",
    "now()",
    "start=0 end=1 step=0",
    "l",
    "a",
    "b",
    "r",
    "type",
    "name",
    "label::fr",
    "label",
    "relevant",
    "choice_filter",
    "1",
    "é",
    "\u{202e}",
    "🐑",
    "data",
    "meta",
    "instance('l')/root/item[name = ${a}]/label",
    "${last-saved#a}",
    "jr:choice-name(${a}, '${a}')",
    "search('x')",
    "randomize=true seed=${a}",
    "audit",
    "#REF!",
    "${a}, ${b}",
    "list_name",
    "survey",
    "settings",
    "choices",
];

/// Cells of a form are exchanged for pieces of others; compiling ends, and findings stay within their limits.
#[test]
fn changed_cells_end_well() {
    let sound = "survey
        | type | name | label | relevant | calculation | constraint | default | choice_filter | appearance | parameters | repeat_count | trigger |
        | text | a | A ${b} | | | . != ${b} | | | | | | |
        | integer | n | N | | | | | | | | | |
        | begin_repeat | r | R | ${a} != '' | | | | | | | ${n} | |
        | select_one l | b | B | | | | | c = ${a} | minimal | | | |
        | calculate | d | | | ${b} + 1 | | | | | | | |
        | end_repeat | | | | | | | | | | | |
        | begin_group | g | G | | | | | | table-list | | | |
        | select_one l | e | E | | | | x | | | randomize=true | | |
        | end_group | | | | | | | | | | | |
        choices
        | list_name | name | label | c |
        | l | x | X | 1 |
        | l | y | Y | 2 |
        settings
        | form_id | name | instance_name | default_language |
        | f | data | ${a} | fr |";
    let mut chance = Chance(2026);
    let (mut usable, mut rounds) = (0, 0);
    let sound = workbook(sound);
    while rounds < 3_000 {
        let mut changed = sound.clone();
        for _ in 0..=chance.below(5) {
            let sheet = chance.below(changed.sheets.len());
            let rows = &mut changed.sheets[sheet].rows;
            let row = chance.below(rows.len());
            let cells = &mut rows[row].cells;
            let cell = chance.below(cells.len());
            let piece = PIECES[chance.below(PIECES.len())];
            cells[cell] = if piece.is_empty() { Cell::Empty } else { Cell::Text(piece.to_owned()) };
        }
        let outcome = compile_workbook(&changed, &media(), &options());
        usable += usize::from(outcome.is_ok());
        let (Ok((_, findings)) | Err(findings)) = outcome;
        assert!(findings.len() < 1_100);
        rounds += 1;
    }
    assert!((150..2_900).contains(&usable), "{usable}: both outcomes are to be seen");
}

/// Bytes of real workbooks of both formats are changed; whatever comes of it is a form or findings.
#[test]
fn changed_bytes_end_well() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data/forms/workbooks");
    let mut chance = Chance(7);
    for name in
        ["XLSForm__pyxform__pull_data.xlsx", "XLSForm__pyxform__group.xlsx", "XLSForm__pyxform__repeat_date_test.xls"]
    {
        let sound = std::fs::read(folder.join(name)).unwrap();
        for _ in 0..100 {
            let mut bytes = sound.clone();
            for _ in 0..=chance.below(4) {
                let at = chance.below(bytes.len());
                bytes[at] = u8::try_from(chance.below(256)).unwrap();
            }
            let _ = compile(&bytes, &media(), &options());
        }
    }
}
