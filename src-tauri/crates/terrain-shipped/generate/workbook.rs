//! Tables as an .xlsx that reads well in any spreadsheet program, the same bytes every time.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet,
};

use crate::sheets::{Cell, Sheet};
use crate::text::Result;

/// Header and section tints: the product's argan green.
const GREEN: Color = Color::RGB(0x002E_6B4A);
const TINT: Color = Color::RGB(0x00E7_F0EA);
const LINE: Color = Color::RGB(0x00E6_E1D8);
/// Tab of the sheets that only this product reads: saffron.
const SAFFRON: Color = Color::RGB(0x00C7_7F0A);
/// Bytes of a text that is shown by its beginning only; everything else has less than 250.
const LONG: usize = 400;
const A4: u8 = 9;
const RIGHT_TO_LEFT: u8 = 2;

/// Writes the workbook.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // A fixed day, since a workbook is known by its bytes.
    let properties = DocProperties::new()
        .set_author("Mourafaka Terrain")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 11, 24)?);
    workbook.set_properties(&properties);
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<()> {
    page.set_name(sheet.name)?;
    page.set_tab_color(if sheet.name.starts_with("terrain_") { SAFFRON } else { GREEN });
    page.set_landscape().set_paper_size(A4).set_repeat_rows(0, 0)?;
    if sheet.name != "survey" {
        page.set_print_fit_to_pages(1, 0); // the survey is too wide for that
    }
    page.set_freeze_panes(1, if sheet.name == "settings" { 0 } else { 2 })?;
    let header = Format::new().set_bold().set_font_color(Color::White).set_background_color(GREEN);
    let header = header.set_text_wrap().set_align(FormatAlign::VerticalCenter);
    for (column, name) in (0..).zip(sheet.columns) {
        page.write_string_with_format(0, column, *name, &header)?;
        page.set_column_width(column, width(sheet.name, name))?;
    }
    let mut last = 1;
    for (row, cells) in (1..).zip(&sheet.rows) {
        last = row;
        let group = matches!(cells.first(), Some(Cell::Text(kind)) if kind.ends_with("_group"));
        for ((column, name), cell) in (0..).zip(sheet.columns).zip(cells) {
            let format = body(name, group);
            match cell {
                Cell::Blank if group => page.write_blank(row, column, &format)?,
                Cell::Blank => page,
                // "Fill" shows the beginning of a long expression instead of making the row as high as a page.
                Cell::Text(text) if text.len() > LONG => page.write_string_with_format(
                    row,
                    column,
                    text,
                    &format.unset_text_wrap().set_align(FormatAlign::Fill),
                )?,
                Cell::Text(text) => page.write_string_with_format(row, column, text, &format)?,
                Cell::Number(number) => page.write_number_with_format(row, column, *number, &format)?,
            };
        }
    }
    // Names made of digits are meant as text; no green corners about it.
    page.ignore_error_range(1, 0, last, 16, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn body(column: &str, group: bool) -> Format {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let format = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    let format = if group { format.set_bold().set_background_color(TINT) } else { format };
    let mono = ["relevant", "constraint", "default", "calculation", "instance_name", "map"].contains(&column);
    if arabic(column) {
        format.set_align(FormatAlign::Right).set_reading_direction(RIGHT_TO_LEFT)
    } else if mono {
        format.set_font_name("Consolas").set_font_size(9)
    } else {
        format
    }
}

fn arabic(column: &str) -> bool {
    column.ends_with("(ar)") || column.ends_with("_ar")
}

/// In characters.
fn width(sheet: &str, column: &str) -> f64 {
    match column.split("::").next().unwrap_or(column) {
        "label" => 44.0,
        "hint" | "guidance_hint" | "constraint_message" | "form_title" | "terrain_title_ar" => 34.0,
        "relevant" | "constraint" | "default" | "calculation" | "instance_name" | "map" | "form_id" => 36.0,
        "type" => 30.0,
        "name" if sheet == "choices" => 22.0,
        "name" | "list_name" | "question" | "blocking" | "id" => 26.0,
        "dimension" | "area" | "default_language" | "terrain_purpose" | "terrain_date" | "version" => 20.0,
        _ => 12.0,
    }
}

/// The parts of a workbook, unpacked: equal parts are the same workbook, however they were packed.
pub fn parts(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut parts = BTreeMap::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n)?;
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        parts.insert(part.name()?.into_owned(), content);
    }
    Ok(parts)
}
