//! Messages: French, Arabic and English say the same things, and what they say and what the code and the page ask for are one.

use std::collections::{BTreeMap, BTreeSet};

use super::{FILES, File, none, rust};

/// Messages of the command alone: the page does not carry them.
const COMMAND_ONLY: &[&str] = &["/command.ftl:", "/help.ftl:"];

/// A message: where it is and what it says.
struct Message {
    place: String,
    text: String,
}

impl Message {
    /// Names of its arguments: what follows a `$`.
    fn args(&self) -> BTreeSet<String> {
        let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        self.text.split('$').skip(1).map(name).collect()
    }

    /// What it says outside braces.
    fn plain(&self) -> String {
        let mut depth = 0;
        let outside = |c: &char| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0
        };
        self.text.chars().filter(outside).collect()
    }
}

type Messages = BTreeMap<String, Message>;

/// The messages of a language; an id that is there twice is added to `wrong`.
fn messages(language: &str, wrong: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    let folder = format!("src-tauri/crates/terrain-words/ftl/{language}/");
    for file in FILES.iter().filter(|f| f.path.starts_with(&folder)) {
        let mut last = String::new();
        for (n, line) in file.lines().filter(|(_, l)| !l.starts_with('#')) {
            let place = format!("{}:{n}", file.path);
            match line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                Some((id, _)) if messages.contains_key(id) => wrong.push(format!("{place}: {id} is there twice")),
                Some((id, text)) => {
                    let message = Message { place, text: text.to_owned() };
                    last = id.to_owned();
                    messages.insert(last.clone(), message);
                }
                None => messages.get_mut(&last).into_iter().for_each(|m| m.text.push_str(line)),
            }
        }
    }
    assert!(!messages.is_empty(), "{folder}: no messages");
    messages
}

#[test]
fn every_language_says_everything_with_the_same_arguments() {
    let mut wrong = Vec::new();
    let fr = messages("fr", &mut wrong);
    for language in ["ar", "en"] {
        let other = messages(language, &mut wrong);
        for (id, message) in &fr {
            match other.get(id) {
                None => wrong.push(format!("{}: {id} is not said in {language}", message.place)),
                Some(said) if said.args() != message.args() => {
                    let (here, there) = (said.args(), message.args());
                    wrong.push(format!("{}: {id} takes {here:?}, in French {there:?}", said.place));
                }
                Some(_) => {}
            }
        }
        for (id, message) in other.iter().filter(|(id, _)| !fr.contains_key(*id)) {
            wrong.push(format!("{}: {id} is not said in fr", message.place));
        }
        let arabic = |text: &str| text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
        for (id, message) in other.iter().filter(|_| language == "ar") {
            let plain = message.plain();
            if plain.contains(char::is_alphabetic) && !arabic(&plain) {
                wrong.push(format!("{}: {id} is not in Arabic", message.place));
            }
        }
    }
    none(&wrong, "French, Arabic and English say the same things:");
}

/// What stands between quotation marks on a line of code, and what stands just before it.
fn literals(line: &str) -> Vec<(String, String)> {
    let code = line.replace("\\\"", "").replace("'\"'", "");
    let parts: Vec<&str> = if code.trim_start().starts_with("//") { Vec::new() } else { code.split('"').collect() };
    parts.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

/// Ids of messages in a line of the page: what stands whole between two of the same quotation marks, and how those begin
/// that a template literal puts together.
fn page_literals(line: &str) -> (Vec<(&str, &str)>, Vec<&str>) {
    let (mut whole, mut begun) = (Vec::new(), Vec::new());
    for (at, quote) in line.char_indices().filter(|(_, c)| "'\"`".contains(*c)) {
        let rest = &line[at + 1..];
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c)));
        let Some(end) = end.filter(|end| *end > 0) else { continue };
        if rest[end..].starts_with(quote) {
            whole.push((&line[..at], &rest[..end]));
        } else if quote == '`' && rest[end..].starts_with("${") {
            begun.push(&rest[..end]);
        }
    }
    (whole, begun)
}

#[test]
fn literals_of_the_page_are_seen() {
    let seen = page_literals("l'eau: t('a-b', x), \"c-d\" `e-${f}` `g-h`");
    assert_eq!(seen.0.iter().map(|(_, l)| *l).collect::<Vec<_>>(), ["a-b", "c-d", "g-h"]);
    assert_eq!(seen.1, ["e-"]);
}

/// Sources of the page but their tests and what is generated.
fn page() -> impl Iterator<Item = &'static File> {
    let source = |f: &&File| (f.is("ts") || f.is("svelte")) && !f.path.ends_with(".test.ts");
    FILES.iter().filter(|f| f.path.starts_with("ui/src/") && !f.path.contains("/generated/")).filter(source)
}

/// Ids that are used, how those begin that are put together, and what is wrong.
#[derive(Default)]
struct Uses {
    whole: BTreeSet<String>,
    begun: BTreeSet<String>,
    wrong: Vec<String>,
}

impl Uses {
    fn in_code(&mut self, fr: &Messages, prefixes: &BTreeSet<&str>) {
        for file in rust().filter(|f| !f.path.starts_with("tests/tidy")) {
            for (n, line) in file.lines() {
                for (before, literal) in literals(line) {
                    let prefix = literal.split_once('-').map_or("", |(prefix, _)| prefix);
                    let plain =
                        literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c));
                    let said = before.ends_with(".say(") || before.ends_with(".note(");
                    if literal.contains('{') && prefixes.contains(prefix) {
                        self.begun.extend(literal.split('{').next().map(str::to_owned));
                    } else if fr.contains_key(&literal) {
                        self.whole.insert(literal);
                    } else if plain && (said || prefixes.contains(prefix)) && !literal.ends_with('-') {
                        self.wrong.push(format!("{}:{n}: {literal} is not said in fr", file.path));
                    }
                }
            }
        }
    }

    fn in_page(&mut self, fr: &Messages, prefixes: &BTreeSet<&str>) {
        for file in page() {
            for (n, line) in file.lines().filter(|(_, l)| !l.trim_start().starts_with("//")) {
                let (whole, begun) = page_literals(line);
                self.begun.extend(begun.iter().filter(|b| b.contains('-')).map(|b| (*b).to_owned()));
                for (before, literal) in whole {
                    let prefix = literal.split_once('-').map_or("", |(prefix, _)| prefix);
                    let said = before.strip_suffix("t(").is_some_and(|b| !b.ends_with(|c: char| c.is_alphanumeric()));
                    match fr.get(literal) {
                        Some(message) if COMMAND_ONLY.iter().any(|file| message.place.contains(file)) => {
                            self.wrong.push(format!("{}:{n}: {literal} is a message of the command", file.path));
                        }
                        Some(_) => drop(self.whole.insert(literal.to_owned())),
                        None if said || prefixes.contains(prefix) => {
                            self.wrong.push(format!("{}:{n}: {literal} is not said in fr", file.path));
                        }
                        None => {}
                    }
                }
            }
        }
    }
}

#[test]
fn every_message_is_used_and_every_one_used_is_said() {
    let mut uses = Uses::default();
    let fr = messages("fr", &mut uses.wrong);
    let prefixes: BTreeSet<&str> = fr.keys().filter_map(|id| id.split_once('-')).map(|(prefix, _)| prefix).collect();
    uses.in_code(&fr, &prefixes);
    uses.in_page(&fr, &prefixes);
    for (id, message) in fr.iter().filter(|(id, _)| !uses.whole.contains(*id)) {
        if !uses.begun.iter().any(|b| b.len() > 1 && id.starts_with(b)) {
            uses.wrong.push(format!("{}: {id} is used nowhere", message.place));
        }
    }
    none(&uses.wrong, "messages and code name each other:");
}
