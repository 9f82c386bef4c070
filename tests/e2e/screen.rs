//! A screen in memory, and pictures of it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// An old laptop's.
pub const SMALL: (u32, u32) = (1366, 768);
/// An office's, and the screen in memory.
pub const LARGE: (u32, u32) = (1920, 1080);

/// For a screen to stand still.
const WAIT: Duration = Duration::from_secs(60);
/// Pixels that a blinking caret changes, with much to spare.
const CARET: usize = 400;

/// An X server of one's own.
pub struct Screen {
    process: Child,
    /// As in `DISPLAY`.
    pub name: String,
}

impl Screen {
    /// On whatever number is free.
    pub fn start() -> Self {
        let size = format!("{}x{}x24", LARGE.0, LARGE.1);
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp", "-noreset"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("Xvfb (package xvfb) does not start");
        let mut number = String::new();
        // It says its number once it answers.
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb finds no free display");
        Self { process, name: format!(":{}", number.trim()) }
    }

    /// Runs xdotool on it, for what no driver of the page reaches.
    pub fn tool(&self, args: &[&str]) {
        let done = Command::new("xdotool").args(args).env("DISPLAY", &self.name).output();
        let done = done.expect("xdotool (package xdotool) does not start");
        assert!(done.status.success(), "xdotool {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// What is on it: its pixels.
    pub fn pixels(&self) -> Vec<u8> {
        let mut command = Command::new("import");
        command.args(["-display", &self.name, "-window", "root", "-depth", "8", "rgb:-"]);
        let pixels = command.output().unwrap().stdout;
        assert_eq!(pixels.len(), (LARGE.0 * LARGE.1 * 3) as usize, "a picture of the whole screen");
        pixels
    }

    /// Waits until it is as wanted and stays the same but for a caret.
    pub fn still(&self, what: &str, wanted: impl Fn(&[u8]) -> bool) -> Vec<u8> {
        let (start, mut before) = (Instant::now(), self.pixels());
        loop {
            let seen = self.pixels();
            if wanted(&seen) && differing(&before, &seen) <= CARET {
                return seen;
            }
            let late = start.elapsed() > WAIT;
            assert!(!late, "waited {WAIT:?} for: {what}: {}", self.picture("failed-still", LARGE).display());
            before = seen;
        }
    }

    /// Takes a picture into `build/pictures`, which is not in the repository.
    /// Of the corner that a window of this size fills.
    pub fn picture(&self, name: &str, (width, height): (u32, u32)) -> PathBuf {
        let path = pictures().join(format!("{name}.png"));
        let mut command = Command::new("import");
        let corner = format!("{width}x{height}+0+0");
        command.args(["-display", &self.name, "-window", "root", "-crop", &corner, "+repage"]).arg(&path);
        let done = command.output().expect("import (package imagemagick) does not start");
        assert!(done.status.success(), "no picture: {}", String::from_utf8_lossy(&done.stderr));
        path
    }
}

/// How many pixels are others.
pub fn differing(a: &[u8], b: &[u8]) -> usize {
    a.chunks_exact(3).zip(b.chunks_exact(3)).filter(|(a, b)| a != b).count()
}

/// Where pictures go.
pub fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("build/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
