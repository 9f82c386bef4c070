//! Looks over a screen in both directions of writing: a picture of each, axe-core, overflow, and whether Arabic is the mirror.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};

use crate::screen::{LARGE, SMALL};
use crate::window::Window;
use crate::words;

/// What may scroll: the screen's own area, lists, tables, the days of an agenda, what stands beside them, and a long
/// text beside its field.
const SCROLLERS: &[&str] =
    &[".screen", ".list", ".scroll", ".view", ".journal", ".inner", ".questions", ".grid", "aside"];
/// Pixels by which a mirrored edge may differ: scroll bars and rounding.
const TOLERANCE: f64 = 18.0;
/// The narrowest window that every screen is made for.
const NARROW: (u32, u32) = (1100, 768);

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
    let still = "!document.querySelector('main .skeleton') && document.getAnimations().every((a) => a.playState !== 'running' || a.effect?.getTiming().iterations === Infinity)";
    window.wait("the end of all movement", still, &[]);
    let seen = window.run(SWEEP, &[json!(SCROLLERS)]);
    let mut wrong = told(&seen);
    wrong.extend(axe(window));
    Look { wrong, marks: seen["marks"].as_array().unwrap().clone(), rtl: seen["rtl"] == json!(true) }
}

fn told(seen: &Json) -> Vec<String> {
    seen["wrong"].as_array().unwrap().iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

/// What is cut or spills over in windows of other sizes: the narrowest that every screen is made for, and an office's.
fn sizes(window: &Window, name: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for size in [NARROW, LARGE] {
        window.resize(size);
        let seen = told(&window.run(SWEEP, &[json!(SCROLLERS)]));
        wrong.extend(seen.into_iter().map(|w| format!("{} wide: {w}", size.0)));
    }
    window.picture(name, &format!("{}-large", window.language));
    window.resize(SMALL);
    wrong
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

/// Looks at the screen in French and in Arabic, light and dark, in English and in other sizes, and leaves it as it was; fails on
/// anything wrong.
pub fn all(window: &Window, name: &str) {
    let other = if window.language == "fr" { "ar" } else { "fr" };
    let say = |what: &str, look: &Look| look.wrong.iter().map(|w| format!("{what}: {w}")).collect::<Vec<_>>();
    let here = look(window);
    window.picture(name, window.language);
    let mut wrong = say(window.language, &here);
    wrong.extend(sizes(window, name));
    let mut last = window.language;
    for language in ["en", other] {
        speak(window, last, language);
        last = language;
        if language == "en" {
            wrong.extend(say(language, &look(window)));
            window.picture(name, language);
        }
    }
    let there = look(window);
    window.picture(name, other);
    wrong.extend(say(other, &there));
    wrong.extend(dark(window, name, other));
    speak(window, other, window.language);
    wrong.extend(dark(window, name, window.language));
    let (fr, ar) = if window.language == "fr" { (&here, &there) } else { (&there, &here) };
    wrong.extend(unmirrored(fr, ar));
    if !wrong.is_empty() {
        window.fail(&format!("{name}: what is wrong with it:\n  {}", wrong.join("\n  ")));
    }
}

/// What is wrong with it in the dark.
fn dark(window: &Window, name: &str, language: &str) -> Vec<String> {
    let theme = |dark: bool| {
        window.run("const root = document.documentElement; if (given[0]) root.dataset.theme = 'dark'; else delete root.dataset.theme;", &[json!(dark)]);
    };
    theme(true);
    let seen = look(window).wrong;
    window.picture(name, &format!("{language}-dark"));
    theme(false);
    seen.into_iter().map(|w| format!("{language}, dark: {w}")).collect()
}

/// Chooses another language as a person does, in the menu of languages.
pub fn speak(window: &Window, from: &str, to: &str) {
    let own = |language: &str| match language {
        "ar" => "العربية",
        "en" => "English",
        _ => "Français",
    };
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
