//! Words of every screen and message in French (the source), Arabic and English, by Fluent. Tamazight falls back to French
//! until a speaker has reviewed it.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// French, the source.
    Fr,
    /// Arabic, written right to left.
    Ar,
    /// Standard Moroccan Tamazight; falls back to French.
    Zgh,
    /// English.
    En,
}

impl Language {
    /// `fr`, `ar`, `zgh`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Ar => "ar",
            Self::Zgh => "zgh",
            Self::En => "en",
        }
    }

    /// Reads `fr`, `ar_MA.UTF-8`, `en-GB`…; nothing for other languages.
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.split(['_', '-', '.', '@']).next().unwrap_or_default().to_lowercase();
        match code.as_str() {
            "fr" => Some(Self::Fr),
            "ar" => Some(Self::Ar),
            "zgh" | "ber" | "tzm" => Some(Self::Zgh),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// All messages of a language, file by file.
const FR: &[&str] = &[
    include_str!("../ftl/fr/attachment.ftl"),
    include_str!("../ftl/fr/fault.ftl"),
    include_str!("../ftl/fr/finding.ftl"),
    include_str!("../ftl/fr/form.ftl"),
    include_str!("../ftl/fr/command.ftl"),
    include_str!("../ftl/fr/help.ftl"),
    include_str!("../ftl/fr/document.ftl"),
    include_str!("../ftl/fr/entry.ftl"),
    include_str!("../ftl/fr/scoring.ftl"),
    include_str!("../ftl/fr/session.ftl"),
    include_str!("../ftl/fr/window.ftl"),
];
const AR: &[&str] = &[
    include_str!("../ftl/ar/attachment.ftl"),
    include_str!("../ftl/ar/fault.ftl"),
    include_str!("../ftl/ar/finding.ftl"),
    include_str!("../ftl/ar/form.ftl"),
    include_str!("../ftl/ar/command.ftl"),
    include_str!("../ftl/ar/help.ftl"),
    include_str!("../ftl/ar/document.ftl"),
    include_str!("../ftl/ar/entry.ftl"),
    include_str!("../ftl/ar/scoring.ftl"),
    include_str!("../ftl/ar/session.ftl"),
    include_str!("../ftl/ar/window.ftl"),
];
const EN: &[&str] = &[
    include_str!("../ftl/en/attachment.ftl"),
    include_str!("../ftl/en/fault.ftl"),
    include_str!("../ftl/en/finding.ftl"),
    include_str!("../ftl/en/form.ftl"),
    include_str!("../ftl/en/command.ftl"),
    include_str!("../ftl/en/help.ftl"),
    include_str!("../ftl/en/document.ftl"),
    include_str!("../ftl/en/entry.ftl"),
    include_str!("../ftl/en/scoring.ftl"),
    include_str!("../ftl/en/session.ftl"),
    include_str!("../ftl/en/window.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> Bundle {
    let (files, id) = match language {
        Language::Fr | Language::Zgh => (FR, langid!("fr")),
        Language::Ar => (AR, langid!("ar")),
        Language::En => (EN, langid!("en")),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Values are isolated only where the text runs from right to left.
    bundle.set_use_isolating(language == Language::Ar);
    for file in files {
        // A file with a mistake still gives its sound messages; tests show the mistake.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn shared(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
    let [fr, ar, en] = &BUNDLES;
    let slot = match language {
        Language::Fr | Language::Zgh => fr,
        Language::Ar => ar,
        Language::En => en,
    };
    slot.get_or_init(|| bundle(language))
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
}

impl Words {
    /// In this language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Code of the language.
    pub fn code(&self) -> &'static str {
        self.language().code()
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        shared(self.language).has_message(key)
    }

    /// A message with its arguments; whole numbers choose the plural. An unknown key gives itself.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let bundle = shared(self.language);
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
        let mut named = FluentArgs::new();
        for (name, value) in args {
            let number = value.parse::<i64>().ok().filter(|n| n.to_string() == *value && value.len() < 16);
            match number {
                #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
                Some(n) => named.set((*name).to_owned(), FluentValue::from(n as f64)),
                None => named.set((*name).to_owned(), FluentValue::from((*value).to_owned())),
            }
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(files: &[&str]) -> std::collections::BTreeSet<String> {
        let is_id = |l: &&str| l.starts_with(|c: char| c.is_ascii_lowercase()) && l.contains(" =");
        let id = |l: &str| l.split(" =").next().unwrap().to_owned();
        files.iter().flat_map(|f| f.lines()).filter(is_id).map(id).collect()
    }

    /// Every language says everything, and every file is sound Fluent.
    #[test]
    fn french_arabic_and_english_are_complete() {
        assert_eq!(ids(FR), ids(AR));
        assert_eq!(ids(FR), ids(EN));
        for file in FR.iter().chain(AR).chain(EN) {
            assert!(FluentResource::try_new((*file).to_owned()).is_ok(), "{}", file.lines().next().unwrap());
        }
        let args = ["path", "reason", "got", "hint", "kind", "field", "count", "min", "names", "number", "to"];
        let args: Vec<(&str, &str)> = args.iter().map(|a| (*a, "7")).collect();
        for language in [Language::Fr, Language::Ar, Language::En, Language::Zgh] {
            for id in ids(FR) {
                assert_ne!(Words::new(language).say(&id, &args), id, "{language:?}");
            }
        }
    }

    /// Messages of the page are not in this crate's bundles, but the page would leave out what is not sound.
    #[test]
    fn files_of_the_page_are_sound() {
        for language in ["fr", "ar", "en"] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl").join(language).join("page");
            let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
            assert!(!files.is_empty());
            for file in files {
                let text = std::fs::read_to_string(&file).unwrap();
                assert!(FluentResource::try_new(text).is_ok(), "{}", file.display());
            }
        }
    }

    #[test]
    fn the_language_of_the_machine_is_understood() {
        for (text, expected) in
            [("fr_MA.UTF-8", Some(Language::Fr)), ("ar", Some(Language::Ar)), ("C.UTF-8", None), ("", None)]
        {
            assert_eq!(Language::parse(text), expected, "{text}");
        }
    }
}
