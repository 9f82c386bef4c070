//! What goes where: results on standard output, messages and progress on standard error.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value as Json;
use terrain_api::{Fault, Language, Step, Words};

use crate::arguments::Arguments;

/// Longest cell in a table; the whole is in `--json`.
const CELL_MAX: usize = 40;

/// The two streams, in the language chosen.
pub struct Output {
    /// Words.
    pub words: Words,
    json: bool,
    quiet: bool,
}

impl Output {
    /// As the arguments and the environment say.
    pub fn new(arguments: &Arguments) -> Self {
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|v| std::env::var(v).ok());
        let named = arguments.lang.iter().cloned().chain(environment);
        let language = named.filter_map(|t| Language::parse(&t)).next().unwrap_or(Language::Fr);
        Self { words: Words::new(language), json: arguments.json, quiet: arguments.quiet }
    }

    /// Prints a JSON document, where it was asked for.
    pub fn json(&self, value: &Json) -> bool {
        if self.json {
            self.line(&value.to_string());
        }
        self.json
    }

    /// One line on standard output. A reader that has gone away is no failure.
    pub fn line(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// A message on standard output, in words.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) {
        self.line(&self.words.say(key, args));
    }

    /// A remark on standard error, in words.
    pub fn note(&self, key: &str, args: &[(&str, &str)]) {
        let _ = writeln!(std::io::stderr(), "{}", self.words.say(key, args));
    }

    /// A failure: in words, or as JSON.
    pub fn fail(&self, fault: &Fault) {
        let view = fault.view(&self.words);
        if self.json {
            self.line(&serde_json::to_string(&view).unwrap_or_default());
        }
        let _ = writeln!(std::io::stderr(), "{}", view.message);
    }

    /// Rows as a table: the given columns, those that hold something.
    pub fn table(&self, rows: &[Json], columns: &[&str]) {
        let text = |row: &Json, column: &str| match row.get(column) {
            None | Some(Json::Null) => String::new(),
            Some(Json::String(t)) => t.chars().take(CELL_MAX).collect(),
            Some(other) => other.to_string().chars().take(CELL_MAX).collect(),
        };
        let used: Vec<&str> = columns.iter().copied().filter(|c| rows.iter().any(|r| !text(r, c).is_empty())).collect();
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY).set_header(used.iter());
        for row in rows {
            table.add_row(used.iter().map(|c| text(row, c)));
        }
        self.line(&table.to_string());
    }

    /// Progress on standard error: a bar on a terminal, one line a step otherwise; stops when asked to.
    pub fn progress(&self) -> impl FnMut(Step, u64, u64) -> bool {
        let terminal = std::io::stderr().is_terminal();
        let (words, quiet) = (self.words, self.quiet);
        let bar = if terminal && !quiet { ProgressBar::new(1) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        let mut last = None;
        move |step, done, total| {
            let name = serde_json::to_value(step).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
            let label = words.say(&format!("step-{name}"), &[]);
            bar.set_length(total.max(1));
            bar.set_position(done);
            bar.set_message(label.clone());
            if !terminal && !quiet && last != Some(step) {
                let _ = writeln!(std::io::stderr(), "{label}…");
            }
            last = Some(step);
            !stop_asked()
        }
    }
}

static STOP: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// From now on Ctrl-C asks to stop at the next safe point; a second one ends the process.
pub fn catch_stop() {
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, std::sync::atomic::Ordering::SeqCst) {
            std::process::exit(4);
        }
    });
}

fn stop_asked() -> bool {
    STOP.load(std::sync::atomic::Ordering::SeqCst)
}
