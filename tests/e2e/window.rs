//! The real window, driven as a person would: it waits for what it needs to see, and tells what was there instead.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::driver::{Driver, kill};
use crate::laptop::{Laptop, PROGRAM};
use crate::screen::{LARGE, SMALL, Screen, pictures};
use crate::sweep;
use crate::words;

/// How long anything may take that is waited for, unless more is said. Two journeys share two cores with the compiler's
/// other tests, so this is far more than a person would wait.
const WAIT_MS: u32 = 30_000;
/// How often the system's dialog is opened for one folder.
const PICKS: u32 = 4;
/// An element, as the protocol names it.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const PAGE: &str = include_str!("page.js");

/// A window on a person's laptop, on a screen of its own.
pub struct Window {
    driver: Driver,
    screen: Screen,
    /// Its disk goes when nobody holds it any more.
    _laptop: Arc<Laptop>,
    /// In which the window speaks when nothing else is chosen.
    pub language: &'static str,
    story: String,
}

impl Window {
    /// Opens the window on this laptop; `story` names what is kept when it fails.
    pub fn open(story: &str, laptop: &Arc<Laptop>, language: &'static str) -> Self {
        let screen = Screen::start();
        let mut variables = laptop.variables(&screen.name);
        for name in ["TAURI_AUTOMATION", "TAURI_WEBVIEW_AUTOMATION"] {
            variables.push((name.to_owned(), "true".to_owned()));
        }
        let args = ["--data".to_owned(), laptop.data.display().to_string()];
        let log = laptop.disk().join("driver.log");
        let story = format!("{story}-{language}");
        match Driver::start(&PROGRAM, &args, &variables, &log) {
            Ok(driver) => {
                let window = Self { driver, screen, _laptop: Arc::clone(laptop), language, story };
                window.resize(SMALL);
                // Which language the system has hangs on what is installed there; a person chooses.
                sweep::speak(&window, "", language);
                window
            }
            Err(e) => {
                let said = std::fs::read_to_string(&log).unwrap_or_default();
                panic!("the window does not open: {e}; picture: {}\n{said}", screen.picture(&story, LARGE).display())
            }
        }
    }

    /// Runs a script in the page, with what `page.js` offers.
    pub fn run(&self, script: &str, args: &[Json]) -> Json {
        match self.driver.run(&format!("{PAGE}\n{script}"), args) {
            Ok(value) => value,
            Err(e) => self.fail(&format!("a script broke: {e}")),
        }
    }

    /// Waits until an expression of the page is something, and gives that; `given` holds the arguments.
    pub fn wait(&self, what: &str, expression: &str, args: &[Json]) -> Json {
        self.wait_long(what, expression, args, WAIT_MS)
    }

    /// The same, for what takes its time.
    pub fn wait_long(&self, what: &str, expression: &str, args: &[Json], ms: u32) -> Json {
        let look = format!("return (await until(() => ({expression}), {})) || null;", ms.min(WAIT_MS));
        for _ in 0..ms.div_ceil(WAIT_MS) {
            let seen = self.run(&look, args);
            if !seen.is_null() {
                return seen;
            }
        }
        self.fail(&format!("waited {ms} ms for: {what}"))
    }

    /// Waits for something of this role and name, that can be used.
    pub fn see(&self, role: &str, name: &str) -> Json {
        self.wait(&format!("{role} “{name}”"), "usable(find(given[0], given[1]))", &[json!(role), json!(name)])
    }

    /// Waits for the text anywhere in the page.
    pub fn read(&self, text: &str) {
        self.wait(&format!("the text “{text}”"), "plain(document.body.innerText).includes(given[0])", &[json!(text)]);
    }

    /// Clicks on it with the mouse.
    pub fn click(&self, role: &str, name: &str) {
        let element = self.see(role, name);
        let id = element[ELEMENT].as_str().unwrap_or_else(|| self.fail(&format!("{role} “{name}” is no element")));
        if let Err(e) = self.driver.post(&format!("element/{id}/click"), &json!({})) {
            self.fail(&format!("{role} “{name}” takes no click: {e}"));
        }
    }

    /// Clicks on what this message names, in the window's language.
    pub fn press(&self, role: &str, id: &str) {
        self.click(role, &words::say(self.language, id));
    }

    /// Presses each key and lets it go, as the focus stands.
    pub fn keys(&self, keys: &str) {
        let stroke = |key: char| [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})];
        self.act(keys.chars().flat_map(stroke).collect());
    }

    /// Presses keys together: the first is held.
    pub fn chord(&self, held: &str, key: &str) {
        let step = |kind: &str, key: &str| json!({"type": kind, "value": key});
        self.act(vec![step("keyDown", held), step("keyDown", key), step("keyUp", key), step("keyUp", held)]);
    }

    fn act(&self, steps: Vec<Json>) {
        let actions = json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]});
        if let Err(e) = self.driver.post("actions", &actions) {
            self.fail(&format!("keys are not taken: {e}"));
        }
    }

    /// Types into the field of this name, which a click has given the focus.
    pub fn fill(&self, name: &str, text: &str) {
        self.click("textbox", name);
        self.keys(text);
    }

    /// Opens the system's dialog of this title by a button, and picks a folder in it, until this is seen. No driver reaches the
    /// dialog: keys that come before it listens are lost, so it is closed and opened again.
    pub fn pick(&self, button: &str, title: &str, folder: &Path, picked: &str) {
        for _ in 0..PICKS {
            self.press("button", button);
            self.screen.tool(&["search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync"]);
            // A path that begins with a stroke is typed, instead of looked for.
            for keys in [&["key", "slash"] as &[&str], &["key", "ctrl+a"]] {
                self.screen.tool(keys);
                self.screen.still("the dialog follows", |_| true);
            }
            self.screen.tool(&["type", "--delay", "25", &folder.display().to_string()]);
            // What the dialog would go on with is not meant.
            self.screen.tool(&["key", "Delete", "Return"]);
            self.screen.still("the dialog is done", |_| true);
            if !self.run("return find('button', given[0]) ?? null;", &[json!(picked)]).is_null() {
                return;
            }
            self.screen.tool(&["key", "Escape"]);
        }
        self.fail(&format!("{} is not picked", folder.display()))
    }

    /// A picture of the whole screen.
    pub fn picture(&self, name: &str, language: &str) -> PathBuf {
        self.drawn();
        let size = self.run("return [innerWidth, innerHeight];", &[]);
        let side = |n: usize| u32::try_from(size[n].as_u64().unwrap()).unwrap();
        self.screen.picture(&format!("{name}-{language}"), (side(0), side(1)))
    }

    /// Makes the window as large as that, and waits until the page knows.
    pub fn resize(&self, (width, height): (u32, u32)) {
        let rect = json!({"x": 0, "y": 0, "width": width, "height": height});
        if let Err(e) = self.driver.post("window/rect", &rect) {
            self.fail(&format!("no other size: {e}"));
        }
        self.wait("the new size", "innerWidth === given[0]", &[json!(width)]);
        self.drawn();
    }

    /// What was asked for last is on the screen two frames later; rules for a window's width hold from the next one on.
    fn drawn(&self) {
        self.run("await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));", &[]);
    }

    /// Ends the window's process as a dead battery would. What is left of its helpers goes with the driver.
    pub fn kill(self) {
        let group = self.driver.group();
        let program = std::fs::canonicalize(&*PROGRAM).unwrap();
        let mut killed = 0;
        for process in std::fs::read_dir("/proc").unwrap().map(Result::unwrap) {
            let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
            let of_group =
                stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2)) == Some(&group.to_string());
            if of_group && std::fs::read_link(process.path().join("exe")).is_ok_and(|exe| exe == program) {
                kill(process.file_name().to_str().unwrap());
                killed += 1;
            }
        }
        assert_eq!(killed, 1, "one process of the window in group {group}");
    }

    /// Fails, with what is on the screen.
    pub fn fail(&self, what: &str) -> ! {
        panic!("{what}\n  on the screen: {}", self.keep())
    }

    /// Keeps a picture and the page's text.
    fn keep(&self) -> String {
        let picture = self.screen.picture(&format!("failed-{}", self.story), LARGE);
        let text = self.driver.run("return document.body.innerText + '\\n\\n' + document.body.outerHTML;", &[]);
        let text = text.map_or_else(|e| e, |t| t.as_str().unwrap_or_default().to_owned());
        let path = pictures().join(format!("failed-{}.txt", self.story));
        let _ = std::fs::write(&path, &text);
        let begin: String = text.chars().take(600).collect();
        format!("{}, {}\n{begin}", picture.display(), path.display())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Another assertion than the window's own failed.
        if std::thread::panicking() && !pictures().join(format!("failed-{}.txt", self.story)).exists() {
            eprintln!("on the screen: {}", self.keep());
        }
    }
}
