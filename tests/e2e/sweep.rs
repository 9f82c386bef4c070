//! Looks over a screen in both directions of writing: a picture of each, axe-core, overflow, and whether Arabic is the mirror.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use crate::screen::{HEIGHT, WIDTH};
use crate::window::Window;
use crate::words;

/// What may scroll: the screen's own area, lists, and a long text beside its field.
const SCROLLERS: &[&str] = &[".screen", ".list", ".view", ".journal", ".inner", ".questions"];
/// Pixels by which a mirrored edge may differ: scroll bars and rounding.
const TOLERANCE: f64 = 18.0;
/// Pixels across.
const NARROW: u32 = 1100;

const SWEEP: &str = include_str!("sweep.js");
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}; `make setup` installs it", path.display()))
});

/// One look: what is wrong, and where the landmarks are.
pub struct Look {
    /// A line for each.
    pub wrong: Vec<String>,
    marks: Vec<Json>,
    rtl: bool,
}

/// Looks once, as it stands.
pub fn look(window: &Window) -> Look {
    // A colour on its way to another is neither.
    let still = "document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity)";
    window.wait("the end of all movement", still, &[]);
    let seen = window.run(SWEEP, &[json!(SCROLLERS)]);
    let mut wrong = told(&seen);
    wrong.extend(axe(window));
    Look { wrong, marks: seen["marks"].as_array().unwrap().clone(), rtl: seen["rtl"] == json!(true) }
}

fn told(seen: &Json) -> Vec<String> {
    seen["wrong"].as_array().unwrap().iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

/// What is cut or spills over in the narrowest window that every screen is made for.
fn narrow(window: &Window) -> Vec<String> {
    window.resize(NARROW, HEIGHT);
    let wrong = told(&window.run(SWEEP, &[json!(SCROLLERS)]));
    window.resize(WIDTH, HEIGHT);
    wrong.into_iter().map(|w| format!("{NARROW} wide: {w}")).collect()
}

/// What axe-core finds.
fn axe(window: &Window) -> Vec<String> {
    let script = "if (!window.axe) { (0, Function)(given[0]).call(window); }
        const found = await window.axe.run(document, { resultTypes: ['violations'] });
        return found.violations.map((v) => `axe: ${v.id}: ${v.help}: ` + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + ' ' + (n.any[0]?.message ?? '')).join(' | '));";
    // The page's rules forbid making code of text, so the source comes as the script itself.
    let script = script
        .replace("(0, Function)(given[0]).call(window);", &format!("(function () {{ {}\n }}).call(window);", *AXE));
    let found = window.run(&script, &[]);
    found.as_array().unwrap().iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
}

/// What is not where the mirror would have it.
pub fn unmirrored(fr: &Look, ar: &Look) -> Vec<String> {
    let mut wrong = Vec::new();
    if fr.rtl || !ar.rtl {
        wrong.push(format!("direction: French from the right: {}, Arabic: {}", fr.rtl, ar.rtl));
    }
    let kinds = |look: &Look| look.marks.iter().map(|m| m["kind"].to_string()).collect::<Vec<_>>();
    if kinds(fr) != kinds(ar) {
        wrong.push(format!("other landmarks: {:?} and {:?}", kinds(fr), kinds(ar)));
        return wrong;
    }
    for (a, b) in fr.marks.iter().zip(&ar.marks) {
        let apart = |edge: &str| (a[edge].as_f64().unwrap() - b[edge].as_f64().unwrap()).abs();
        // What is as wide as its words keeps one edge.
        if apart("start") > TOLERANCE && apart("end") > TOLERANCE {
            wrong.push(format!(
                "not mirrored: {} from {} to {}, in Arabic from {} to {}",
                a["name"], a["start"], a["end"], b["start"], b["end"]
            ));
        }
    }
    wrong
}

/// Looks at the screen in French and in Arabic and leaves it in the language in which it was; fails on anything wrong.
pub fn both(window: &Window, name: &str) {
    let other = if window.language == "fr" { "ar" } else { "fr" };
    let here = look(window);
    window.picture(name, window.language);
    speak(window, window.language, other);
    let there = look(window);
    window.picture(name, other);
    speak(window, other, window.language);
    let (fr, ar) = if window.language == "fr" { (&here, &there) } else { (&there, &here) };
    let say = |language: &str, look: &Look| look.wrong.iter().map(|w| format!("{language}: {w}")).collect::<Vec<_>>();
    let wrong = [say("fr", fr), say("ar", ar), unmirrored(fr, ar), narrow(window)].concat();
    if !wrong.is_empty() {
        window.fail(&format!("{name}: what is wrong with it:\n  {}", wrong.join("\n  ")));
    }
}

/// Chooses another language as a person does, in the menu of languages.
pub fn speak(window: &Window, from: &str, to: &str) {
    let own = |language: &str| if language == "ar" { "العربية" } else { "Français" };
    // Before it is open the languages are buttons, later a menu.
    let shown = "find('button', given[0]) ? 'button' : find('button', given[1]) ? 'menu' : null";
    let menu = if from.is_empty() { String::from("-") } else { words::say(from, "frame-language") };
    if window.wait("a choice of languages", shown, &[json!(own(to)), json!(menu)]) == json!("button") {
        window.click("button", own(to));
    } else {
        window.click("button", &words::say(from, "frame-language"));
        window.click("menuitem", own(to));
    }
    let spoken = "document.documentElement.lang === given[0] && !document.querySelector('[role=menu]') && getComputedStyle(document.body).pointerEvents !== 'none'";
    window.wait("the other language", spoken, &[json!(to)]);
}
