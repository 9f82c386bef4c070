//! What may be typed behind the program's name, and what is said where there is no window to say it in.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use terrain_api::{Folders, Language, Words};

use crate::place::Place;

/// What was typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Another data folder than the usual one.
    pub data: Option<PathBuf>,
}

/// Why no window opens.
#[derive(Debug, PartialEq, Eq)]
pub enum Said {
    /// Help was asked for.
    Help,
    /// An argument that is not known, or lacks its value.
    Unknown(String),
}

impl Arguments {
    /// Reads what follows the program's name.
    pub fn read(typed: impl Iterator<Item = OsString>) -> Result<Self, Said> {
        let (mut arguments, mut typed) = (Self::default(), typed);
        while let Some(word) = typed.next() {
            match word.to_str() {
                Some("--data") => {
                    let folder = typed.next().filter(|f| !f.is_empty());
                    arguments.data = Some(PathBuf::from(folder.ok_or_else(|| Said::Unknown("--data".into()))?));
                }
                Some("--help" | "-h") => return Err(Said::Help),
                _ => return Err(Said::Unknown(word.to_string_lossy().into_owned())),
            }
        }
        Ok(arguments)
    }

    /// Where this person's data lies: the folder that was named, else the one that was chosen last, else the usual one.
    pub fn place(&self) -> Place {
        match &self.data {
            Some(named) => Place::named(named.clone()),
            None => Place::usual(Folders::usual()),
        }
    }
}

/// In the language of the system.
fn words() -> Words {
    let named =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    Words::new(named.as_deref().and_then(Language::parse).unwrap_or(Language::Fr))
}

impl Said {
    /// Tells it on the terminal.
    pub fn tell(&self) -> ExitCode {
        let words = words();
        match self {
            Self::Help => {
                let _ = writeln!(std::io::stdout(), "{}", words.say("window-help", &[]));
                ExitCode::SUCCESS
            }
            Self::Unknown(got) => {
                let _ = writeln!(std::io::stderr(), "{}", words.say("window-unknown-argument", &[("got", got)]));
                ExitCode::from(2)
            }
        }
    }
}

/// The system gives no window.
pub fn no_window(e: &tauri::Error) -> ExitCode {
    none(&e.to_string())
}

/// There is no display for a window.
pub fn no_display() -> ExitCode {
    none(&words().say("window-no-display", &[]))
}

fn none(reason: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{}", words().say("window-none", &[("reason", reason)]));
    ExitCode::from(70)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_taken() {
        let check = |typed: &[&str], expected: Result<Option<&str>, Said>| {
            let read = Arguments::read(typed.iter().map(OsString::from)).map(|a| a.data);
            assert_eq!(read, expected.map(|data| data.map(PathBuf::from)), "{typed:?}");
        };
        check(&[], Ok(None));
        check(&["--data", "D"], Ok(Some("D")));
        check(&["--data"], Err(Said::Unknown("--data".into())));
        check(&["--data", ""], Err(Said::Unknown("--data".into())));
        check(&["--help"], Err(Said::Help));
        check(&["D"], Err(Said::Unknown("D".into())));
    }
}
