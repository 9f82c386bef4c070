//! A person's laptop: the data folder and everything that a window may leave behind beside it.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

/// Folders of the system that the window is told to use instead of the real ones.
const FOLDERS: &[(&str, &str)] = &[
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "home/.config"),
    ("XDG_CACHE_HOME", "home/.cache"),
    ("XDG_DATA_HOME", "home/.local/share"),
    ("XDG_STATE_HOME", "home/.local/state"),
    ("XDG_RUNTIME_DIR", "run"),
    ("TMPDIR", "temporary"),
];

/// A laptop's disk, gone when it is dropped.
pub struct Laptop {
    disk: TempDir,
    /// Where the person's data lies.
    pub data: PathBuf,
}

impl Laptop {
    /// With nothing on it.
    pub fn empty() -> Self {
        let disk = tempfile::tempdir().unwrap();
        for (_, folder) in FOLDERS {
            std::fs::create_dir_all(disk.path().join(folder)).unwrap();
        }
        let data = disk.path().join("data");
        Self { disk, data }
    }

    /// With the data of a person that lies elsewhere.
    pub fn of(data: &Path) -> Self {
        Self { data: data.to_path_buf(), ..Self::empty() }
    }

    /// All of it but the data, where that lies elsewhere.
    pub fn disk(&self) -> &Path {
        self.disk.path()
    }

    /// What the window is started with.
    pub fn variables(&self, display: &str) -> Vec<(String, String)> {
        let folders = FOLDERS.iter().map(|(name, folder)| (*name, self.disk.path().join(folder).display().to_string()));
        let others = [
            ("DISPLAY", display.to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            // There is no graphics card behind this screen.
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
            // No bus of the real desktop.
            ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent".to_owned()),
        ];
        folders.chain(others).map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// The window's program: the one that was built beside this test, or another that is named.
pub static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let named = std::env::var_os("MOURAFAKA_WINDOW").map(PathBuf::from);
    let beside = || std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("mourafaka-terrain");
    let program = named.unwrap_or_else(beside);
    let build = "build it (`make e2e` does, or cargo build -p mourafaka-terrain), or name it: MOURAFAKA_WINDOW=…";
    assert!(program.is_file(), "the window is not at {}: {build}", program.display());
    program
});
