//! What the window's program answers where no window is asked for, or none can open. It also has the program built before
//! the journeys look for it, as for every package with such a test.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::process::Command;

#[test]
fn it_answers_without_a_display() {
    let check = |args: &[&str], status: i32, said: &str| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_mourafaka-terrain"));
        program.args(args).env("LANG", "fr_FR.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        let done = program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().unwrap();
        let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert_eq!(done.status.code(), Some(status), "{args:?}: {text}");
        assert!(text.contains(said), "{args:?}: {text}");
    };
    check(&["--help"], 0, "--data");
    check(&["--datas", "D"], 2, "--datas");
    check(&["--data"], 2, "--data");
    check(&[], 70, "DISPLAY");
}
