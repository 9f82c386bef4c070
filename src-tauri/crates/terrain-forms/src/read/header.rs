//! What a header means: `Label::French (fr)`, `media::image::fr`, `bind:relevant`, `list name`. One name for each column,
//! whatever the author wrote.

use super::clean;

/// A header, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// The one name of the column, `label`, `media::image`, `bind::odk:length`.
    pub name: String,
    /// The language, as it is written.
    pub language: Option<String>,
}

/// What the columns of a sheet are called.
pub(crate) struct Names {
    /// Every way to write a column, and its one name.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Columns that may be written in several languages.
    pub translated: &'static [&'static str],
    /// Whether headers that mean nothing here are kept as they are written, since they name attributes.
    pub attributes: bool,
}

/// First parts of headers in several parts.
const FAMILIES: &[(&str, &str)] = &[
    ("bind", "bind"),
    ("body", "body"),
    ("control", "body"),
    ("instance", "instance"),
    ("media", "media"),
    ("attribute", "attribute"),
];

impl Names {
    /// Reads a header: two colons separate, or one where there are not two; `jr:` and the like belong to a name.
    pub(crate) fn read(&self, written: &str) -> Header {
        let written = clean(written);
        let parts = parts(&written);
        let key = |text: &str| text.to_lowercase().replace([' ', '\n'], "_");
        let Some(first) = parts.first() else { return Header { name: String::new(), language: None } };
        let family = FAMILIES.iter().find(|(alias, _)| *alias == key(first)).map(|(_, family)| *family);
        let (name, rest) = match (family, parts.get(1)) {
            (Some(family), Some(second)) => (format!("{family}::{}", key(second)), parts.get(2..).unwrap_or_default()),
            _ => (key(first), parts.get(1..).unwrap_or_default()),
        };
        let known = self.aliases.iter().find(|(alias, _)| *alias == name).map(|(_, name)| (*name).to_owned());
        let language = rest.join("::");
        match known {
            Some(name) if language.is_empty() => Header { name, language: None },
            Some(name) if self.translated.contains(&name.as_str()) => Header { name, language: Some(language) },
            _ if self.attributes => Header { name: written.into_owned(), language: None },
            Some(name) => Header { name: format!("{name}::{language}"), language: None },
            // As it is written after the family: names there have upper case letters.
            None => match (family, parts.get(1)) {
                (Some(family), Some(second)) => {
                    let rest = if language.is_empty() { String::new() } else { format!("::{language}") };
                    Header { name: format!("{family}::{second}{rest}"), language: None }
                }
                _ => Header {
                    name: if language.is_empty() { name } else { format!("{name}::{language}") },
                    language: None,
                },
            },
        }
    }
}

fn parts(header: &str) -> Vec<String> {
    let trimmed = |text: &str| text.trim().to_owned();
    if header.contains("::") {
        return header.split("::").map(trimmed).filter(|p| !p.is_empty()).collect();
    }
    let mut parts: Vec<String> = Vec::new();
    let mut prefix: Option<String> = None;
    for part in header.split(':').map(trimmed) {
        if let Some(before) = prefix.take() {
            parts.push(format!("{before}:{part}"));
        } else if ["jr", "odk", "orx", "entities", "kb"].contains(&part.as_str()) {
            prefix = Some(part);
        } else if !part.is_empty() {
            parts.push(part);
        }
    }
    parts.extend(prefix);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::names::SURVEY;

    /// The one name and the language, whatever way a header is written.
    #[test]
    fn headers_have_one_meaning() {
        for (written, name, language) in [
            ("Label::French (fr)", "label", Some("French (fr)")),
            ("label:French", "label", Some("French")),
            ("label :: fr", "label", Some("fr")),
            ("  LABEL ", "label", None),
            ("media::image::fr", "media::image", Some("fr")),
            ("media:image:fr", "media::image", Some("fr")),
            ("image::fr", "media::image", Some("fr")),
            ("bind::relevant", "relevant", None),
            ("bind:relevant", "relevant", None),
            ("relevance", "relevant", None),
            ("bind::jr:constraintMsg", "constraint_message", None),
            ("bind:jr:constraintMsg:French", "constraint_message", Some("French")),
            ("bind::jr:requiredMsg::العربية (ar)", "required_message", Some("العربية (ar)")),
            ("constraint message", "constraint_message", None),
            ("read only", "readonly", None),
            ("jr:count", "repeat_count", None),
            ("control::appearance", "appearance", None),
            ("body::accuracyThreshold", "body::accuracyThreshold", None),
            ("bind::jr:preload", "bind::jr:preload", None),
            ("instance::tag", "instance::tag", None),
            ("Mon commentaire", "mon_commentaire", None),
            ("label\u{a0}::\u{a0}Français (fr)", "label", Some("Français (fr)")),
            ("", "", None),
            ("::", "", None),
            ("::::", "", None),
            ("relevant::fr", "relevant::fr", None),
        ] {
            let expected = Header { name: name.into(), language: language.map(str::to_owned) };
            assert_eq!(SURVEY.read(written), expected, "{written}");
        }
    }
}
