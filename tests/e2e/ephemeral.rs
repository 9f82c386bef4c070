//! The window as people have it: no driver can enter it, so it is typed into from outside and watched from outside.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::laptop::{Laptop, PROGRAM};
use crate::screen::{LARGE, Screen, differing};

/// For anything that is waited for.
const WAIT: Duration = Duration::from_secs(60);

/// A window without a driver.
pub struct Ephemeral {
    process: Child,
    screen: Screen,
    laptop: Arc<Laptop>,
}

impl Ephemeral {
    /// Opens it and waits until it shows something that stays.
    pub fn open(laptop: &Arc<Laptop>) -> Self {
        let screen = Screen::start();
        let mut command = Command::new(&*PROGRAM);
        command.arg("--data").arg(&laptop.data).envs(laptop.variables(&screen.name)).stdin(Stdio::null());
        // As a desktop keeps what programs say.
        let log = std::fs::File::create(laptop.disk().join("home/.xsession-errors")).unwrap();
        command.stdout(log.try_clone().unwrap()).stderr(log);
        let process = command.spawn().unwrap();
        let window = Self { process, screen, laptop: Arc::clone(laptop) };
        window.screen.tool(&["search", "--sync", "--onlyvisible", "--name", "Mourafaka", "windowfocus", "--sync"]);
        window.screen.still("the window shows something", |seen| colours(seen) > 8);
        window
    }

    /// Types as hands do: the X server sends each key.
    pub fn types(&self, text: &str) {
        self.screen.tool(&["type", "--delay", "15", text]);
    }

    /// Presses a key, named as X names it.
    pub fn presses(&self, key: &str) {
        self.screen.tool(&["key", key]);
    }

    /// Unlocks, and waits until the replica is open and the next screen stands still.
    pub fn unlocks(&self, passphrase: &str) {
        let locked = self.screen.pixels();
        self.types(passphrase);
        self.presses("Return");
        let start = Instant::now();
        while !self.has_open("replica.mourafaka") {
            let late = start.elapsed() > WAIT;
            assert!(!late, "it does not unlock: {}", self.screen.picture("failed-ephemeral", LARGE).display());
            std::thread::yield_now();
        }
        self.screen.still("another screen", |seen| differing(&locked, seen) > 20_000);
    }

    fn has_open(&self, name: &str) -> bool {
        let Ok(files) = std::fs::read_dir(format!("/proc/{}/fd", self.process.id())) else { return false };
        files.flatten().any(|fd| std::fs::read_link(fd.path()).is_ok_and(|to| to.ends_with(name)))
    }

    /// Takes a picture for people.
    pub fn picture(&self, name: &str) -> PathBuf {
        self.screen.picture(name, LARGE)
    }

    /// Ends it as a desktop does when the person logs out, and waits until its process has ended.
    pub fn close(mut self) -> Arc<Laptop> {
        Command::new("kill").arg(self.process.id().to_string()).status().unwrap();
        let start = Instant::now();
        while self.process.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < WAIT, "it does not close");
            std::thread::yield_now();
        }
        Arc::clone(&self.laptop)
    }
}

impl Drop for Ephemeral {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn colours(pixels: &[u8]) -> usize {
    pixels.chunks_exact(3).step_by(7).collect::<std::collections::BTreeSet<_>>().len()
}

/// Files below these folders that hold one of the texts, in either encoding in which a program keeps text; and how many
/// files were read.
pub fn holding(folders: &[&Path], texts: &[&str]) -> (Vec<String>, usize) {
    let needles: Vec<(&str, Vec<u8>)> = texts
        .iter()
        .flat_map(|text| {
            let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [(*text, text.as_bytes().to_vec()), (*text, wide)]
        })
        .collect();
    let (mut found, mut read) = (Vec::new(), 0);
    let mut open: Vec<PathBuf> = folders.iter().map(|f| f.to_path_buf()).collect();
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                open.push(entry.path());
            }
            // Sockets and links hold nothing; a file that is gone by now is no find.
            let Some(bytes) = kind.is_file().then(|| std::fs::read(entry.path()).ok()).flatten() else { continue };
            read += 1;
            for (text, needle) in &needles {
                if bytes.windows(needle.len()).any(|w| w == needle) {
                    found.push(format!("{}: {text}", entry.path().display()));
                }
            }
        }
    }
    (found, read)
}
