//! Real and hostile workbooks: both formats of Excel are read alike by their content, and none costs more than its limits.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test")]

use std::io::{Read, Write};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use terrain_sheets::{Cell, Merged, SheetError, read};

fn real(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data/forms/workbooks");
    std::fs::read(folder.join(name)).unwrap()
}

fn text(t: &str) -> Cell {
    Cell::Text(t.into())
}

#[test]
fn the_old_format_is_read() {
    let book = read(&real("XLSForm__pyxform__widgets.xls")).unwrap();
    let names: Vec<&str> = book.sheets.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["survey", "choices", "settings"]);
    let survey = &book.sheets[0].rows;
    assert_eq!(survey[0].cells[..2], [text("type"), text("name")]);
    assert!(survey.len() > 30);
    let dates = read(&real("XLSForm__pyxform__repeat_date_test.xls")).unwrap();
    assert_eq!(dates.sheets[0].name, "survey");
}

/// A day keeps its time where it has one, in both systems of counting days; cells drawn as one are told.
#[test]
fn times_and_merged_cells_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let at = |t: &str| ExcelDateTime::parse_from_str(t).unwrap();
    sheet.write_with_format(0, 0, at("2026-11-24"), &day).unwrap();
    sheet.write_with_format(0, 1, at("2026-11-24T14:30:15"), &day).unwrap();
    sheet.write_with_format(0, 2, 0.5, &day).unwrap();
    sheet.merge_range(1, 0, 2, 1, "deux lignes", &Format::new()).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let read_back = read(&bytes).unwrap();
    let expected =
        [Cell::Date("2026-11-24".into()), Cell::DateTime("2026-11-24T14:30:15".into()), Cell::Time("12:00:00".into())];
    assert_eq!(read_back.sheets[0].rows[0].cells, expected);
    assert_eq!(read_back.sheets[0].merged, [Merged { rows: (2, 3), columns: (0, 1) }]);

    let since_1904 = replaced_in_zip(&bytes, "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
    let later = read(&since_1904).unwrap();
    assert_eq!(later.sheets[0].rows[0].cells[0], Cell::Date("2030-11-25".into()), "1462 days later");
}

fn replaced_in_zip(bytes: &[u8], name: &str, from: &str, to: &str) -> Vec<u8> {
    let mut from_zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut into = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for i in 0..from_zip.len() {
        let mut file = from_zip.by_index(i).unwrap();
        let (mut content, path) = (Vec::new(), file.name().unwrap().into_owned());
        file.read_to_end(&mut content).unwrap();
        if path == name {
            content = String::from_utf8(content).unwrap().replace(from, to).into_bytes();
        }
        into.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        into.write_all(&content).unwrap();
    }
    into.finish().unwrap().into_inner()
}

/// An .xls of these records: globals with one sheet, then the sheet.
fn old_workbook(globals: &[(u16, Vec<u8>)], sheet: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |(kind, data): &(u16, Vec<u8>)| {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    };
    let begin = (0x0809, vec![0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut stream: Vec<u8> = std::iter::once(&begin).chain(globals).flat_map(record).collect();
    let name = |at: u32| (0x0085, [&at.to_le_bytes()[..], &[0, 0, 1, 0, b'F']].concat());
    let end = record(&(0x000a, Vec::new()));
    let at = stream.len() + record(&name(0)).len() + end.len();
    stream.extend(record(&name(u32::try_from(at).unwrap())));
    stream.extend(&end);
    stream.extend(std::iter::once(&begin).chain(sheet).flat_map(record));
    stream.extend(&end);
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

fn number(row: u16, column: u16) -> (u16, Vec<u8>) {
    let at = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    (0x0203, [at, 7.5f64.to_le_bytes().to_vec()].concat())
}

fn label(row: u16, at: u32) -> (u16, Vec<u8>) {
    (0x00fd, [&row.to_le_bytes()[..], &[0, 0, 0, 0], &at.to_le_bytes()].concat())
}

/// What an .xls announces, repeats or spreads costs nothing or is refused; what stands in it is read.
#[test]
fn an_old_workbook_costs_what_it_holds() {
    let announced = (0x0200, [0u32, 65_536].iter().flat_map(|n| n.to_le_bytes()).chain([0, 0, 0, 1, 0, 0]).collect());
    let book = read(&old_workbook(&[], &[announced, number(2, 1)])).unwrap();
    assert_eq!(book.sheets[0].rows[0].number, 3);
    assert_eq!(book.sheets[0].rows[0].cells, [Cell::Empty, Cell::Real(7.5)]);

    let refused = |globals: &[(u16, Vec<u8>)], sheet: &[(u16, Vec<u8>)]| {
        assert!(matches!(read(&old_workbook(globals, sheet)), Err(SheetError::OldFormat)));
    };
    refused(&[], &[number(0, 0), number(65_535, 255)]);
    refused(&[], &[number(0, 0), number(0, 65_535), number(65_535, 0)]);

    let long = |letters: u16| {
        let text = vec![b'x'; usize::from(letters)];
        let head = [&[1, 0, 0, 0, 1, 0, 0, 0][..], &letters.to_le_bytes(), &[0]].concat();
        (0x00fc, [head, text].concat())
    };
    let named: Vec<(u16, Vec<u8>)> = (0..20_000).map(|row| label(row, 0)).collect();
    assert_eq!(read(&old_workbook(&[long(100)], &named)).unwrap().sheets[0].rows.len(), 20_000);
    refused(&[long(8_000)], &named);
    let empty_continuations: Vec<(u16, Vec<u8>)> =
        std::iter::once(long(3)).chain((0..100_000).map(|_| (0x003c, Vec::new()))).collect();
    refused(&empty_continuations, &[number(0, 0)]);
}

/// Whatever is changed in a sound file, reading ends with cells or an error, in little time.
#[test]
fn changed_old_workbooks_end_well() {
    let mut state = 7u64;
    let mut chance = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    let sound = real("XLSForm__pyxform__repeat_date_test.xls");
    let mut read_well = 0;
    for round in 0..400 {
        let mut bytes = sound.clone();
        // Half of them in the header, the table of sectors and the directory, where chains are made.
        let within = if round % 2 == 0 { bytes.len() } else { 2_048 };
        for _ in 0..=chance(6) {
            let at = chance(within);
            bytes[at] = [0, 1, 0x7f, 0x80, 0xfe, 0xff, u8::try_from(chance(256)).unwrap()][chance(7)];
        }
        if chance(10) == 0 {
            bytes.truncate(chance(sound.len()));
        }
        read_well += usize::from(read(&bytes).is_ok());
    }
    assert!(read_well > 20, "{read_well}: nothing but refusals would prove little");
}
