//! A screen in memory, and pictures of it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// An old laptop's.
pub const SMALL: (u32, u32) = (1366, 768);
/// An office's, and the screen in memory.
pub const LARGE: (u32, u32) = (1920, 1080);

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
