//! The page: which folder may use which, and what its content policy, right-to-left text and the encrypted store ask of every
//! file, none of which its own tools look at.

use super::{FILES, File, none};

/// Which folder of `ui/src` may use which besides itself; the window's own files (`App`, `frame/`, `main`) may use all.
const FOLDERS: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("ipc", &["words"]),
    ("kit", &["words"]),
    ("gallery", &["kit", "words"]),
    ("screen", &["ipc"]),
    ("form", &["kit", "ipc", "words"]),
    ("features", &["form", "screen", "kit", "ipc", "words"]),
];

/// What no file of the page holds, and why.
const NEVER: &[(&str, &str)] = &[
    (concat!("sty", "le=\""), "the content policy refuses it: a class, or style:property"),
    (concat!("sty", "le='"), "the content policy refuses it: a class, or style:property"),
    (concat!("{@", "html"), "what people typed is never markup"),
    (concat!("local", "Storage"), "what is kept lies in the encrypted store"),
    (concat!("session", "Storage"), "what is kept lies in the encrypted store"),
    (concat!("indexed", "DB"), "what is kept lies in the encrypted store"),
    (concat!("document.", "cookie"), "what is kept lies in the encrypted store"),
    (concat!("ev", "al("), "the content policy refuses it"),
    (concat!("new Fun", "ction("), "the content policy refuses it"),
];

/// Sides that do not turn with the text.
const SIDES: &[&str] = &[
    "left:",
    "right:",
    "margin-left:",
    "margin-right:",
    "padding-left:",
    "padding-right:",
    "border-left",
    "border-right",
    "text-align: left",
    "text-align: right",
    "float: left",
    "float: right",
    "inset-left",
    "inset-right",
];

const TOKENS: &str = "ui/src/kit/tokens.css";

fn page() -> impl Iterator<Item = &'static File> {
    FILES.iter().filter(|f| f.path.starts_with("ui/src/") && (f.is("ts") || f.is("svelte") || f.is("css")))
}

/// Lines of style sheets: of the whole file, or of its `<style>`.
fn styles(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = file.is("css");
    file.lines().filter(move |(_, line)| {
        let was = inside;
        inside = (inside || *line == "<style>") && *line != "</style>";
        was && inside
    })
}

/// The folder of the page and, of a feature, its name.
fn place(path: &str) -> (&str, &str) {
    let mut steps = path.trim_start_matches("ui/src/").split('/');
    let (folder, next) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    if folder == "features" { (folder, next) } else { (folder, "") }
}

/// Where a relative import of a file leads.
fn led(from: &str, import: &str) -> String {
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in import.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// What a line imports.
fn imported(line: &str) -> Option<&str> {
    let after = ["from '", "import '", "import('"].iter().find_map(|m| line.split_once(m))?.1;
    after.split('\'').next()
}

#[test]
fn arrows_between_folders_of_the_page_go_down() {
    let mut wrong = Vec::new();
    for file in page().filter(|f| !f.is("css")) {
        let (folder, feature) = place(&file.path);
        for (n, import) in file.lines().filter_map(|(n, line)| Some((n, imported(line)?))) {
            let place_of = format!("{}:{n}: {import}", file.path);
            if import.starts_with("@tauri-apps/") && folder != "ipc" {
                wrong.push(format!("{place_of}: only ipc/ knows the window's frame"));
            }
            let Some((_, allowed)) = FOLDERS.iter().find(|(name, _)| *name == folder) else { continue };
            if !import.starts_with('.') {
                continue;
            }
            let target = led(&file.path, import);
            let (to, to_feature) = place(&target);
            // Messages lie beside their crate.
            let outside = !target.starts_with("ui/src/") && folder != "words";
            if outside || (to != folder && !allowed.contains(&to)) || (to == folder && to_feature != feature) {
                wrong.push(format!("{place_of}: {folder} does not use {target}"));
            }
        }
    }
    none(&wrong, "kit ← form ← features ← App, words below all, and no feature knows another:");
}

#[test]
fn the_page_keeps_to_its_policy() {
    let mut wrong = Vec::new();
    for file in page().chain(FILES.iter().filter(|f| f.path == "ui/index.html")) {
        for (text, why) in NEVER {
            let found = file.lines().filter(|(_, line)| line.contains(text));
            wrong.extend(found.map(|(n, _)| format!("{}:{n}: {text}: {why}", file.path)));
        }
    }
    none(&wrong, "the page runs under a strict policy and keeps nothing by itself:");
}

#[test]
fn styles_turn_with_the_text() {
    let mut wrong = Vec::new();
    for file in page() {
        let sided = styles(file).filter(|(_, line)| SIDES.iter().any(|s| line.trim_start().starts_with(s)));
        wrong.extend(sided.map(|(n, line)| format!("{}:{n}: {}", file.path, line.trim())));
    }
    none(&wrong, "Arabic mirrors every screen: start and end, not left and right:");
}

/// A colour written out: `#` and 3, 4, 6 or 8 hexadecimal digits, or a function that makes one.
fn raw_colour(line: &str) -> bool {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    let hex = |d: &str| matches!(d.len(), 3 | 4 | 6 | 8) && d.chars().all(|c| c.is_ascii_hexdigit());
    let made = ["rgb(", "rgba(", "hsl(", "oklch(", " white;", " black;"].iter().any(|f| line.contains(f));
    made || line.split('#').skip(1).any(|rest| hex(&digits(rest)))
}

#[test]
fn colours_stand_in_one_place() {
    let mut wrong = Vec::new();
    for file in page().filter(|f| f.path != TOKENS) {
        let raw = file.lines().filter(|(_, line)| raw_colour(line));
        wrong.extend(raw.map(|(n, line)| format!("{}:{n}: {}", file.path, line.trim())));
    }
    none(&wrong, "a colour has a name and two values, in kit/tokens.css:");
}

/// Markup of a component: neither its script nor its styles nor comments.
fn markup(text: &str) -> String {
    let mut rest = text.to_owned();
    for (open, close) in [("<script", "</script>"), ("<style", "</style>"), ("<!--", "-->")] {
        while let Some((from, to)) = rest.find(open).and_then(|from| Some((from, from + rest[from..].find(close)?))) {
            rest.replace_range(from..to + close.len(), "");
        }
    }
    rest
}

/// What people would read in markup as it stands, outside tags and braces, and in attributes that are read.
fn text_for_people(text: &str) -> Vec<String> {
    let (mut braces, mut in_tag, mut plain) = (0, false, String::new());
    let markup = markup(text);
    for c in markup.chars() {
        match c {
            '{' => braces += 1,
            '}' => braces -= 1,
            '<' if braces == 0 => in_tag = true,
            '>' if braces == 0 => in_tag = false,
            _ if braces == 0 && !in_tag => plain.push(c),
            _ => {}
        }
    }
    let words = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let mut found: Vec<String> = plain.split('\n').map(str::trim).filter(|p| words(p)).map(str::to_owned).collect();
    for attribute in [" label=\"", " aria-label=\"", " title=\"", " placeholder=\"", " hint=\"", " alt=\""] {
        let values = markup.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
        found.extend(values.filter(|v| words(v.split('{').next().unwrap_or_default())).map(str::to_owned));
    }
    found
}

#[test]
fn text_for_people_is_in_messages() {
    assert_eq!(
        text_for_people("<p class=\"a\" onclick={() => x > 1}>{t('a-b')} Hello<b title=\"Bye\"></b> –</p>"),
        ["Hello –", "Bye"]
    );
    let mut wrong = Vec::new();
    for file in page().filter(|f| f.is("svelte")) {
        wrong.extend(text_for_people(&file.text).iter().map(|text| format!("{}: {text}", file.path)));
    }
    none(&wrong, "what people read is a message in three languages:");
}
