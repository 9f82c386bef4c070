//! The sheet `settings`: one row that names the form.

use super::Compiler;
use super::names::SETTINGS_KNOWN;
use super::structure::is_name;
use crate::CellRef;
use crate::check::codes;
use crate::form::NodeId;
use crate::read::{Row, Table, is_yes};

/// What the settings say.
#[derive(Default)]
pub(super) struct Settings {
    pub id: Option<String>,
    pub title: String,
    pub title_ar: Option<String>,
    pub version: Option<String>,
    pub root_name: Option<String>,
    pub default_language: Option<(String, CellRef)>,
    pub instance_name: Option<(String, CellRef)>,
    pub style: Vec<String>,
    pub choice_duplicates: bool,
    pub purpose: Option<String>,
    pub date_question: Option<(String, CellRef)>,
}

/// Words of `style` that change something here.
const STYLES: &[&str] = &["pages", "theme-grid"];

impl Compiler<'_> {
    pub(super) fn settings(&mut self, table: Option<&Table>) -> Settings {
        let mut settings = Settings { title: self.options.name.clone(), ..Settings::default() };
        let Some(table) = table else { return settings };
        let Some(row) = table.rows.first() else { return settings };
        if let Some(more) = table.rows.get(1) {
            let at = CellRef { sheet: table.sheet.clone(), row: more.number, ..CellRef::default() };
            self.findings.put(codes::SETTINGS_MORE, at, &[]);
        }
        self.unknown_settings(table, row);
        let text = |name: &str| table.get(row, name).map(str::to_owned);
        let placed = |name: &str| text(name).map(|t| (t, table.at(row, name)));
        settings.id = text("form_id");
        if let Some(title) = text("form_title") {
            settings.title = title;
        } else if let Some(id) = &settings.id {
            settings.title.clone_from(id);
        }
        settings.title_ar = text("terrain_title_ar");
        settings.version = text("version");
        settings.default_language = placed("default_language").filter(|(language, _)| language != "default");
        settings.instance_name = placed("instance_name");
        settings.choice_duplicates = text("allow_choice_duplicates").is_some_and(|t| is_yes(&t));
        self.flat = text("flat").is_some_and(|t| is_yes(&t));
        settings.purpose = text("terrain_purpose");
        settings.date_question = placed("terrain_date");
        settings.root_name = text("name");
        if let Some(name) = settings.root_name.as_deref().filter(|name| !is_name(name)) {
            self.findings.put(codes::NAME_BAD, table.at(row, "name"), &[("got", name)]);
        }
        if text("public_key").is_some() {
            self.findings.put(codes::PUBLIC_KEY, table.at(row, "public_key"), &[]);
        }
        let style = text("style").unwrap_or_default();
        settings.style = self.words(&style, &table.at(row, "style"));
        for word in settings.style.iter().filter(|w| !STYLES.contains(&w.as_str())) {
            self.findings.put(codes::STYLE_UNKNOWN, table.at(row, "style"), &[("got", word)]);
        }
        settings
    }

    fn unknown_settings(&mut self, table: &Table, row: &Row) {
        for (column, _) in table.cells(row).filter(|(c, _)| !SETTINGS_KNOWN.contains(&c.name.as_str())) {
            let at = table.at_column(table.header_row, column);
            let idle = ["namespaces", "client_editable"].contains(&column.name.as_str())
                || ["sms_", "attribute::"].iter().any(|prefix| column.name.starts_with(prefix));
            let args = [("name", column.header.as_str()), ("sheet", &table.sheet)];
            match self.findings.near(&column.name, SETTINGS_KNOWN.iter().copied()) {
                _ if idle => self.findings.put(codes::SETTING_IDLE, at, &args),
                Some(near) => {
                    let [name, sheet] = args;
                    self.findings.put(codes::COLUMN_NEAR, at, &[name, sheet, ("hint", near)])
                }
                None => self.findings.put(codes::COLUMN_UNKNOWN, at, &args),
            };
        }
    }

    /// The question that dates the entry.
    pub(super) fn date_question(&mut self, name: &str, at: &CellRef) -> Option<NodeId> {
        use crate::form::{DataType, NodeKind};
        let name = name.trim_start_matches("${").trim_end_matches('}').trim();
        let found = self.by_name.get(name).and_then(|nodes| nodes.first()).copied();
        let is_day = |id: &NodeId| match self.node(*id).map(|n| (&n.kind, n.repeat)) {
            Some((NodeKind::Question(q), None)) => matches!(q.data, DataType::Date | DataType::DateTime),
            _ => false,
        };
        let dated = found.filter(is_day);
        if dated.is_none() {
            self.findings.put(codes::DATE_QUESTION, at.clone(), &[("got", name)]);
        }
        dated
    }
}
