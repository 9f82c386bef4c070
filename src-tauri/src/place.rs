//! Which data folder the window opens: the one named on the command line, one that a person chose, or the usual one. A choice is
//! remembered in a small file beside the usual folder, and holds nothing but the path.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use terrain_api::Folders;

/// Longest path that is read back.
const PATH_MAX: u64 = 4096;

/// The data folder, and where the choice of another one is kept.
pub struct Place {
    data: PathBuf,
    /// The usual folder; nothing where one was named on the command line, which no choice replaces.
    usual: Option<PathBuf>,
}

/// Beside the usual folder.
fn memory(usual: &Path) -> PathBuf {
    let mut name = usual.file_name().unwrap_or_default().to_owned();
    name.push(".folder");
    usual.with_file_name(name)
}

/// A folder holds data when the wrapped key and the replica are there.
pub fn holds_data(folder: &Path) -> bool {
    Folders::key(folder).is_file() && Folders::replica(folder).is_file()
}

fn remembered(usual: &Path) -> Option<PathBuf> {
    let mut text = String::new();
    fs::File::open(memory(usual)).ok()?.take(PATH_MAX).read_to_string(&mut text).ok()?;
    // A folder that is gone, on a stick that is not there, leads back to the usual one.
    Some(PathBuf::from(text)).filter(|folder| holds_data(folder))
}

impl Place {
    /// The folder that was named.
    pub fn named(data: PathBuf) -> Self {
        Self { data, usual: None }
    }

    /// The one that was chosen last, else the usual one.
    pub fn usual(usual: PathBuf) -> Self {
        Self { data: remembered(&usual).unwrap_or_else(|| usual.clone()), usual: Some(usual) }
    }

    /// The folder.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The name of a folder that was chosen in place of the usual one.
    pub fn elsewhere(&self) -> Option<String> {
        let other = self.usual.as_ref().is_some_and(|usual| *usual != self.data);
        other.then(|| self.data.file_name().unwrap_or(self.data.as_os_str()).to_string_lossy().into_owned())
    }

    /// From now on this folder, today and after the next start; where it cannot be remembered, until the window closes.
    pub fn choose(&mut self, data: PathBuf) {
        if let (Some(usual), Some(text)) = (&self.usual, data.to_str()) {
            let _ = write(&memory(usual), text);
        }
        self.data = data;
    }

    /// Back to the usual folder.
    pub fn back(&mut self) {
        let Some(usual) = self.usual.clone() else { return };
        #[expect(clippy::disallowed_methods, reason = "the shell's own note of where the data lies")]
        let _ = fs::remove_file(memory(&usual));
        self.data = usual;
    }
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that holds data is found again after a restart; one that has gone leads back to the usual one.
    #[test]
    fn a_choice_is_remembered_as_long_as_it_holds() {
        let root = tempfile::tempdir().unwrap();
        let (usual, other) = (root.path().join("usual"), root.path().join("stick/work"));
        fs::create_dir_all(&other).unwrap();
        for file in [Folders::key(&other), Folders::replica(&other)] {
            fs::File::create(file).unwrap();
        }
        let mut place = Place::usual(usual.clone());
        assert_eq!((place.data(), place.elsewhere()), (usual.as_path(), None));
        place.choose(other.clone());
        let again = Place::usual(usual.clone());
        assert_eq!((again.data(), again.elsewhere()), (other.as_path(), Some("work".into())));
        assert_eq!(Place::named(usual.clone()).data(), usual, "what is named counts");
        fs::File::create(other.join("key")).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a stick that is pulled out")]
        fs::remove_dir_all(&other).unwrap();
        assert_eq!(Place::usual(usual.clone()).data(), usual);
        let mut place = Place::usual(usual.clone());
        place.choose(other);
        place.back();
        assert_eq!(Place::usual(usual.clone()).data(), usual);
    }
}
