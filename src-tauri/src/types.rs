//! The types of the page, written down from those of the shell and the door: `make gen` writes them, this test keeps them true.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use terrain_api::TypeOf;
use ts_rs::Config;

use crate::call::{Answer, Nothing, OF_THE_DOOR, ProgressView, Unlock, Zoom};
use crate::demonstration::Demonstrate;
use crate::dialogs::{Pick, Picked};
use crate::first_run::{ChooseFolder, PaperKeyView, PrepareProgramme, RestoreBackup};
use crate::laptop::{LaptopView, OpenedView};
use crate::reachable::ReachableView;

/// A change of types is brought to the page by setting this.
const WRITE: &str = "WRITE_TYPES";

/// Every file of the page's types, by name.
fn files() -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::new().with_large_int("number").with_out_dir(folder.path());
    let mut commands = Vec::new();
    let mut tell = |name: &str, request: &TypeOf, answer: &TypeOf| {
        (request.export)(&config).unwrap();
        (answer.export)(&config).unwrap();
        commands.push(format!(
            "  {name}: {{ request: {}; response: {} }};",
            (request.name)(&config),
            (answer.name)(&config)
        ));
    };
    let of = TypeOf::new::<Nothing>;
    tell("choose_folder", &TypeOf::new::<ChooseFolder>(), &TypeOf::new::<LaptopView>());
    tell("close", &of(), &TypeOf::new::<()>());
    tell("demonstrate", &TypeOf::new::<Demonstrate>(), &TypeOf::new::<OpenedView>());
    tell("laptop", &of(), &TypeOf::new::<LaptopView>());
    tell("lock", &of(), &TypeOf::new::<()>());
    tell("pick", &TypeOf::new::<Pick>(), &TypeOf::new::<Option<Picked>>());
    tell("prepare_programme", &TypeOf::new::<PrepareProgramme>(), &TypeOf::new::<PaperKeyView>());
    tell("print", &of(), &TypeOf::new::<()>());
    tell("restore_backup", &TypeOf::new::<RestoreBackup>(), &TypeOf::new::<OpenedView>());
    tell("start_programme", &TypeOf::new::<Unlock>(), &TypeOf::new::<OpenedView>());
    tell("stop", &of(), &TypeOf::new::<()>());
    tell("unlock", &TypeOf::new::<Unlock>(), &TypeOf::new::<OpenedView>());
    tell("zoom", &TypeOf::new::<Zoom>(), &TypeOf::new::<()>());
    terrain_api::types(&mut |name, request, answer| {
        if OF_THE_DOOR.contains(&name) {
            tell(name, request, answer);
        }
    });
    for other in [
        TypeOf::new::<Answer>(),
        TypeOf::new::<ProgressView>(),
        TypeOf::new::<ReachableView>(),
        TypeOf::new::<terrain_api::FaultView>(),
    ] {
        (other.export)(&config).unwrap();
    }
    let mut files = BTreeMap::new();
    read(folder.path(), folder.path(), &mut files);
    let commands = commands.join("\n");
    let names: Vec<&str> = files.keys().filter_map(|name| name.strip_suffix(".ts")).collect();
    let word = |name: &str| {
        let own = name.rsplit('/').next().unwrap();
        commands.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == own).then(|| own.to_owned())
    };
    let used: Vec<String> = names.iter().filter_map(|name| word(name)).collect();
    let index: String = names.iter().map(|name| format!("export type * from './{name}';\n")).collect();
    let head = "// Written by `make gen` from the types of the shell and the door; changed there, never here.\n";
    let imports = format!("import type {{ {} }} from './index';\n", used.join(", "));
    files.insert("index.ts".into(), format!("{head}{index}export type * from './Commands';\n"));
    files.insert(
        "Commands.ts".into(),
        format!("{head}{imports}\n/** Every command: what it is asked and what it answers. */\nexport type Commands = {{\n{commands}\n}};\n"),
    );
    files
}

#[test]
fn the_page_asks_for_what_is_there() {
    let unknown: Vec<_> = OF_THE_DOOR.iter().filter(|name| !terrain_api::NAMES.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn the_page_knows_the_types_of_the_door() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/generated");
    let files = files();
    if std::env::var_os(WRITE).is_some() {
        write(&place, &files);
    }
    let mut there = BTreeMap::new();
    read(&place, &place, &mut there);
    let differ = |name: &&String| files.get(*name) != there.get(*name).map(|t| t.replace("\r\n", "\n")).as_ref();
    let names: Vec<&String> =
        files.keys().chain(there.keys().filter(|n| !files.contains_key(*n))).filter(differ).collect();
    assert!(names.is_empty(), "types that the page does not know as they are now: {names:?}; run `make gen`");
}

#[expect(clippy::disallowed_methods, reason = "generated files of the repository")]
fn write(place: &Path, files: &BTreeMap<String, String>) {
    fs::remove_dir_all(place).unwrap();
    for (name, text) in files {
        let file = place.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}
