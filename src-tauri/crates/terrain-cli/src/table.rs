//! Rows as a table that a person reads.

use serde_json::Value as Json;
use terrain_api::Words;

/// Longest cell; the whole is in `--json`.
const CELL_MAX: usize = 40;
/// One line under the headings, none between rows.
const STYLE: comfy_table::TableStyle =
    comfy_table::TableStyle::new().header_separator(comfy_table::LineStyle::none().fill('─').junction('─'));

/// The given columns, those that hold something.
pub fn table(rows: &[Json], columns: &[&str], words: &Words) -> String {
    let used: Vec<&str> =
        columns.iter().copied().filter(|c| rows.iter().any(|r| !cell(r, c, words).is_empty())).collect();
    let mut table = comfy_table::Table::new();
    table.load_style(STYLE).set_header(used.iter().map(|c| heading(c, words)));
    for row in rows {
        table.add_row(used.iter().map(|c| isolated(&cell(row, c, words))));
    }
    table.trim_fmt()
}

/// Names of fields are what a person types after `set` and stand as they are; other columns have words.
fn heading(column: &str, words: &Words) -> String {
    let id = format!("column-{column}");
    if words.has(&id) { isolated(&words.say(&id, &[])) } else { column.to_owned() }
}

fn cell(row: &Json, column: &str, words: &Words) -> String {
    let whole = match row.get(column) {
        None | Some(Json::Null) => String::new(),
        Some(Json::String(text)) => in_words(column, text, words).unwrap_or_else(|| text.clone()),
        Some(Json::Bool(yes)) => words.say(if *yes { "value-true" } else { "value-false" }, &[]),
        Some(Json::Array(items)) => {
            items.iter().map(|i| i.as_str().map_or_else(|| i.to_string(), str::to_owned)).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
    };
    let whole = plain(&whole.replace(['\n', '\r', '\t'], " "));
    let mut cut: String = whole.chars().take(CELL_MAX).collect();
    if cut.len() < whole.len() {
        cut.push('…');
    }
    cut
}

/// A code of ours in words, where the column holds such codes.
pub fn in_words(column: &str, code: &str, words: &Words) -> Option<String> {
    let id = match column {
        "delivery" => format!("delivery-{code}"),
        "state" => format!("state-{code}"),
        "role" => format!("role-{code}"),
        "operation" => format!("operation-{code}"),
        "how" => format!("ending-{code}"),
        _ => return None,
    };
    words.has(&id).then(|| words.say(&id, &[]))
}

/// Without what would take hold of the terminal or turn the line around: control characters and marks of direction.
pub fn plain(text: &str) -> String {
    let shown = |c: char| match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => None,
        c if c.is_control() && c != '\n' => Some('\u{fffd}'),
        c => Some(c),
    };
    text.chars().filter_map(shown).collect()
}

/// Text that runs from right to left stands in an island of its own, so that its neighbours keep their place.
pub fn isolated(text: &str) -> String {
    let rtl = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    if text.contains(rtl) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use terrain_api::Language;

    #[test]
    fn cells_keep_their_place_and_the_terminal_its_state() {
        let words = Words::new(Language::Fr);
        let check = |value: Json, expected: &str| {
            assert_eq!(isolated(&cell(&serde_json::json!({ "c": value }), "c", &words)), expected);
        };
        check(Json::from("a\u{1b}[31mb\nc\u{202e}d"), "a\u{fffd}[31mb cd");
        check(Json::from("تعاونية"), "\u{2068}تعاونية\u{2069}");
        check(Json::from("x".repeat(41)), &format!("{}…", "x".repeat(40)));
        check(serde_json::json!(["fr", "ar"]), "fr, ar");
        check(Json::Null, "");
    }
}
