//! Tidiness of the whole repository: what no compiler or linter sees. Each rule is a test that names file and line and
//! says why; an exception is listed here with its reason, or not made. It reads text and manifests and runs nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test")]

#[path = "tidy/page.rs"]
mod page;
#[path = "tidy/words.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use cargo_metadata::{Dependency, DependencyKind, Metadata, MetadataCommand, Package};

/// Which crate may use which, and which besides in its tests only: the arrows of ARCHITECTURE.md.
const ARROWS: &[(&str, &str, &str)] = &[
    ("terrain-domain", "", ""),
    ("terrain-sheets", "", ""),
    ("terrain-forms", "sheets domain", "shipped"),
    ("terrain-shipped", "", "domain"),
    ("terrain-changes", "domain", ""),
    ("terrain-words", "domain", ""),
    ("terrain-store", "changes domain", ""),
    ("terrain-reports", "words domain", ""),
    ("terrain-sync", "store changes domain", ""),
    ("terrain-api", "sync store reports changes words forms sheets shipped domain", ""),
    ("terrain-demo", "api", ""),
    ("terrain-testkit", "api sync store changes domain", ""),
    ("terrain-cli", "demo api", "testkit"),
    ("mourafaka-terrain", "demo api", ""),
    ("terrain-tests", "", "demo api testkit"),
];

/// The lowest crates stay light: everything else waits for them to compile. Their tests may use more.
const LIGHT: &[(&str, &[&str])] = &[
    ("terrain-domain", &["serde", "chrono", "uuid", "thiserror", "ts-rs"]),
    ("terrain-sheets", &["calamine", "cfb", "csv", "zip", "thiserror"]),
];

/// Dependencies that one crate alone knows, so that they can be replaced there.
const OWNED: &[(&str, &str)] = &[("rusqlite", "terrain-store"), ("typst", "terrain-reports"), ("clap", "terrain-cli")];

/// Lines that a file aims not to pass and lines it never passes, by its extension.
const SIZES: &[(&str, usize, usize)] = &[("rs", 400, 600), ("svelte", 400, 400), ("ts", 400, 400)];

/// Files between the two sizes, with the reason.
const LONG: &[(&str, &str)] = &[];

/// What is never written: text, in files of these extensions, in tests only or anywhere, and why.
const NEVER: &[(&str, &[&str], bool, &str)] = &[
    (concat!("#[ign", "ore"), &["rs"], false, "a known gap is a test that asserts today's wrong result"),
    (concat!("to", "do!("), &["rs"], false, "write it or leave it out"),
    (concat!("unimple", "mented!("), &["rs"], false, "write it or leave it out"),
    (concat!("thread::", "sleep"), &["rs"], true, "a test waits for what it needs, not for time to pass"),
    (concat!(".on", "ly("), &["ts", "js"], false, "all tests run"),
    (concat!(".sk", "ip("), &["ts", "js"], false, "all tests run"),
];

/// Places of one machine, which another does not have.
const MACHINE: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("artifac", "tory"), concat!("index.", "crates.io")];

struct File {
    path: String,
    text: String,
}

impl File {
    fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|e| e == extension)
    }

    /// Lines with their numbers.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(n, line)| (n + 1, line))
    }

    /// The first line that belongs to tests: the whole of a test file, else what follows `#[cfg(test)]`.
    fn tests_from(&self) -> usize {
        if self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.contains("terrain-testkit/") {
            return 1;
        }
        self.lines().find(|(_, line)| line.trim() == "#[cfg(test)]").map_or(usize::MAX, |(n, _)| n)
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every text file but those that .gitignore names.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let ignored = std::fs::read_to_string(root().join(".gitignore")).unwrap();
    let ignored: Vec<&str> = ignored.lines().map(|l| l.trim_matches('/')).chain([".git"]).collect();
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let place = entry.path();
            let path = place.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            if ignored.contains(&path.as_str()) || entry.file_name() == "node_modules" {
                continue;
            }
            match std::fs::read_to_string(&place) {
                _ if place.is_dir() => folders.push(place),
                Ok(text) => found.push(File { path, text: text.replace("\r\n", "\n") }),
                Err(_) => {} // a picture, a font, a workbook
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
});

static METADATA: LazyLock<Metadata> = LazyLock::new(|| MetadataCommand::new().no_deps().exec().unwrap());

fn rust() -> impl Iterator<Item = &'static File> {
    FILES.iter().filter(|f| f.is("rs"))
}

/// Manifests of the packages; the root is none.
fn manifests() -> impl Iterator<Item = &'static File> {
    FILES.iter().filter(|f| f.path.ends_with("/Cargo.toml"))
}

/// Where a package takes a dependency: its manifest and the line.
fn taken(package: &Package, used: &Dependency) -> String {
    let path = package.manifest_path.strip_prefix(root()).unwrap().as_str().replace('\\', "/");
    let file = manifests().find(|f| f.path == path).unwrap();
    let line = file.lines().find(|(_, line)| line.split(['.', ' ', '=']).next() == Some(&used.name));
    format!("{path}:{}", line.map_or(1, |(n, _)| n))
}

fn none(wrong: &[String], why: &str) {
    assert!(wrong.is_empty(), "{why}\n  {}\n", wrong.join("\n  "));
}

#[test]
fn arrows_between_crates_go_down() {
    let mut wrong = Vec::new();
    for package in METADATA.workspace_packages() {
        let name = package.name.as_str();
        let Some((_, always, in_tests)) = ARROWS.iter().find(|(n, ..)| *n == name) else {
            wrong.push(format!("{name}: not in the arrows of ARCHITECTURE.md and of this test"));
            continue;
        };
        for used in &package.dependencies {
            let Some(short) = used.name.strip_prefix("terrain-") else { continue };
            let allowed = |list: &str| list.split(' ').any(|a| a == short);
            let test = used.kind == DependencyKind::Development;
            if !(allowed(always) || test && allowed(in_tests)) {
                wrong.push(format!("{}: {name} → {} ({})", taken(package, used), used.name, used.kind));
            }
        }
    }
    none(&wrong, "an arrow goes down, as drawn in ARCHITECTURE.md, never up or sideways:");
}

#[test]
fn outside_dependencies_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for package in METADATA.workspace_packages() {
        let name = package.name.as_str();
        let light = LIGHT.iter().find(|(n, _)| *n == name).map(|(_, allowed)| *allowed);
        let outside = package.dependencies.iter().filter(|d| !d.name.starts_with("terrain-"));
        for used in outside.filter(|d| d.kind != DependencyKind::Development) {
            let place = taken(package, used);
            if light.is_some_and(|allowed| !allowed.contains(&used.name.as_str())) {
                wrong.push(format!("{place}: {} is not for the light crate {name}", used.name));
            }
            if let Some((_, owner)) = OWNED.iter().find(|(n, owner)| *n == used.name && *owner != name) {
                wrong.push(format!("{place}: {} belongs to {owner}", used.name));
            }
            if used.name.starts_with("tauri") && !place.starts_with("src-tauri/Cargo.toml") {
                wrong.push(format!("{place}: {} belongs to the shell", used.name));
            }
        }
    }
    none(&wrong, "a dependency is in a crate that must not know it:");
}

#[test]
fn only_the_shell_names_its_frame() {
    // The journeys start the window with the variables by which its frame lets itself be driven.
    let shell = ["src-tauri/src/", "src-tauri/examples/", "src-tauri/build.rs", "tests/e2e/"];
    let shell = |path: &str| shell.iter().any(|p| path.starts_with(p));
    let mut wrong = Vec::new();
    for file in rust().filter(|f| !shell(&f.path) && !f.path.starts_with("tests/tidy")) {
        let names = |line: &str| line.replace("src-tauri", "").to_lowercase().contains("tauri");
        wrong.extend(
            file.lines().filter(|(_, l)| names(l)).map(|(n, line)| format!("{}:{n}: {}", file.path, line.trim())),
        );
    }
    none(&wrong, "the core never knows the window's frame (Tauri):");
}

#[test]
fn files_keep_their_size_and_say_what_they_are_for() {
    let mut wrong = Vec::new();
    for file in FILES.iter() {
        let Some((_, aim, hard)) = SIZES.iter().find(|(extension, ..)| file.is(extension)) else { continue };
        let (lines, listed) = (file.text.lines().count(), LONG.iter().any(|(path, _)| *path == file.path));
        if lines > *hard || (lines > *aim && !listed) {
            wrong.push(format!("{}:{lines}: {lines} lines, at most {}", file.path, if listed { hard } else { aim }));
        }
        if file.is("rs") && !file.text.starts_with("//! ") {
            wrong.push(format!("{}:1: no `//!` at the top", file.path));
        }
    }
    let long = |path: &str| FILES.iter().any(|f| f.path == path && f.text.lines().count() > SIZES[0].1);
    wrong.extend(
        LONG.iter().filter(|(path, _)| !long(path)).map(|(path, _)| format!("tests/tidy.rs: {path} is not long")),
    );
    none(&wrong, "a file is one noun, told at its top; cut it where two things meet:");
}

#[test]
fn no_test_is_switched_off_and_nothing_is_left_undone() {
    let mut wrong = Vec::new();
    for file in FILES.iter() {
        for (text, _, in_tests, why) in NEVER.iter().filter(|(_, extensions, ..)| extensions.iter().any(|e| file.is(e)))
        {
            let from = if *in_tests { file.tests_from() } else { 1 };
            let found = file.lines().filter(|(n, line)| *n >= from && line.contains(text));
            wrong.extend(found.map(|(n, _)| format!("{}:{n}: {text}: {why}", file.path)));
        }
    }
    none(&wrong, "what is there works and is tested:");
}

#[test]
fn nothing_belongs_to_one_machine() {
    let mut wrong = Vec::new();
    for file in FILES.iter() {
        for (n, line) in file.lines() {
            let temporary = n < file.tests_from() && line.contains(concat!("/t", "mp/"));
            // A step of a path in a form's expression, `instance('l')/root/item`, is no place of a machine.
            let machine = MACHINE.iter().any(|m| line.match_indices(m).any(|(at, _)| !line[..at].ends_with(')')));
            let source = file.path == "Cargo.lock" && line.starts_with("source = ");
            let elsewhere = source && line != r#"source = "registry+https://github.com/rust-lang/crates.io-index""#;
            if temporary || machine || elsewhere {
                wrong.push(format!("{}:{n}: {}", file.path, line.trim()));
            }
        }
    }
    none(&wrong, "paths and registries of one machine are not in the repository; all crates come from crates.io:");
}

#[test]
fn manifests_take_lints_licence_and_versions_from_the_root() {
    let mut wrong = Vec::new();
    for file in manifests() {
        for needed in ["[lints]\nworkspace = true\n", "\nlicense.workspace = true\n"] {
            if !file.text.contains(needed) {
                wrong.push(format!("{}: lacks {:?}", file.path, needed.trim()));
            }
        }
        let mut section = "";
        for (n, line) in file.lines().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            if line.starts_with('[') {
                section = line;
            } else if section.contains("dependencies") && !line.contains("workspace = true") {
                wrong.push(format!("{}:{n}: {line}: its version goes into the root table", file.path));
            }
        }
    }
    none(&wrong, "one place decides licence, lints and versions:");
}
