//! What goes where: results on standard output, messages and progress on standard error.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value as Json;
use terrain_api::{Fault, Language, Step, Words};

use crate::table::{plain, table};

/// The two streams, in the language chosen.
pub struct Output {
    /// Words.
    pub words: Words,
    json: bool,
    quiet: bool,
}

impl Output {
    /// As what was typed and the environment say; read before anything else, since a usage error is told this way too.
    pub fn of(typed: &[OsString]) -> Self {
        let typed: Vec<_> = typed.iter().map(|t| t.to_string_lossy()).take_while(|t| t != "--").collect();
        let after = typed.iter().skip_while(|t| *t != "--lang").nth(1).map(ToString::to_string);
        let joined = typed.iter().find_map(|t| t.strip_prefix("--lang=").map(str::to_owned));
        let environment = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|v| std::env::var(v).ok());
        let named = joined.into_iter().chain(after).chain(environment);
        let language = named.filter_map(|t| Language::parse(&t)).next().unwrap_or(Language::Fr);
        let has = |flag: &str| typed.iter().any(|t| t == flag);
        Self { words: Words::new(language), json: has("--json"), quiet: has("--quiet") }
    }

    /// Prints a JSON document, where it was asked for.
    pub fn json(&self, value: &Json) -> bool {
        if self.json {
            write(&mut std::io::stdout(), &value.to_string());
        }
        self.json
    }

    /// One line on standard output.
    pub fn line(&self, text: &str) {
        write(&mut std::io::stdout(), text);
    }

    /// Text of several lines on standard output; in JSON, one string.
    pub fn text(&self, text: &str) {
        if !self.json(&Json::from(text)) {
            self.line(text.trim_end());
        }
    }

    /// A message on standard output, in words.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) {
        self.line(&self.worded(key, args));
    }

    /// A remark on standard error, in words.
    pub fn note(&self, key: &str, args: &[(&str, &str)]) {
        write(&mut std::io::stderr(), &self.worded(key, args));
    }

    /// What to do next, for whoever reads along.
    pub fn next(&self, key: &str, args: &[(&str, &str)]) {
        if !self.json && !self.quiet {
            self.note(key, args);
        }
    }

    fn worded(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, String)> = args.iter().map(|(k, v)| (*k, plain(v))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        self.words.say(key, &args)
    }

    /// A failure: in words, and as JSON.
    pub fn fail(&self, fault: &Fault) {
        let view = fault.view_in_command(&self.words);
        self.json(&serde_json::to_value(&view).unwrap_or_default());
        write(&mut std::io::stderr(), &contained(&view.message));
    }

    /// Rows as a table: the given columns, those that hold something.
    pub fn table(&self, rows: &[Json], columns: &[&str]) {
        self.line(&table(rows, columns, &self.words));
    }

    /// Progress on standard error: a bar on a terminal, one line a step otherwise; stops when asked to.
    pub fn progress(&self) -> impl FnMut(Step, u64, u64) -> bool {
        let terminal = std::io::stderr().is_terminal();
        let (words, quiet) = (self.words, self.quiet);
        let bar = self.bar("{msg} {wide_bar} {pos}/{len}");
        let mut last = None;
        move |step, done, total| {
            let label = label(&words, step);
            bar.set_message(label.clone());
            bar.set_length(total.max(1));
            bar.set_position(done);
            if !terminal && !quiet && last != Some(step) {
                write(&mut std::io::stderr(), &format!("{label}…"));
            }
            last = Some(step);
            !stop_asked()
        }
    }

    /// Progress of work made of very many small steps: they pass on a terminal; otherwise one line says that it goes on.
    pub fn progress_of(&self, key: &str) -> impl FnMut(Step, u64, u64) -> bool {
        let words = self.words;
        let bar = self.bar("{spinner} {msg}");
        let what = words.say(key, &[]);
        if !std::io::stderr().is_terminal() && !self.quiet {
            write(&mut std::io::stderr(), &what);
        }
        move |step, _, _| {
            bar.set_message(format!("{what} {}", label(&words, step)));
            bar.tick();
            !stop_asked()
        }
    }

    fn bar(&self, template: &str) -> ProgressBar {
        let shown = std::io::stderr().is_terminal() && !self.quiet;
        let bar = if shown { ProgressBar::new(1) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar
    }
}

fn label(words: &Words, step: Step) -> String {
    let name = serde_json::to_value(step).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    words.say(&format!("step-{name}"), &[])
}

/// A message with what people put into it: nothing in it takes hold of the terminal; the marks of direction are our own.
fn contained(message: &str) -> String {
    message.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// A reader that has gone away is no failure.
fn write(stream: &mut dyn Write, text: &str) {
    let _ = writeln!(stream, "{text}");
    let _ = stream.flush();
}

static STOP: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C asks to stop at the next safe point; a second one ends the process.
pub fn catch_stop() {
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::SeqCst) {
            std::process::exit(4);
        }
    });
}

/// Whether Ctrl-C asked to stop.
pub fn stop_asked() -> bool {
    STOP.load(Ordering::SeqCst)
}
