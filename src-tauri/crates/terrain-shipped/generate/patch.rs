//! A later version of a form, written as what is different: for the demonstration.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::text::{Question, Result, Texts, Whole, Words};

/// What a later version changes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Patch {
    /// The form.
    of: String,
    /// Its new version.
    version: String,
    /// Questions that are no longer asked.
    remove: Vec<String>,
    /// Questions that are said otherwise.
    label: BTreeMap<String, Words>,
    /// New questions.
    add: Vec<Addition>,
}

/// A new question and the one before it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Addition {
    after: String,
    question: Question,
}

/// The later version.
pub fn later(texts: &Texts, patch: &str) -> Result<Whole> {
    let patch: Patch = texts.read(patch)?;
    let mut whole = Whole::read(texts, &patch.of)?;
    whole.form.version = patch.version;
    for (name, words) in patch.label {
        let missing = || format!("{name}: there is no such question to say otherwise");
        let mut questions = whole.sections.iter_mut().flat_map(|s| &mut s.question);
        questions.find(|q| q.name == name).ok_or_else(missing)?.label = Some(words);
    }
    for Addition { after, question } in patch.add {
        let place = whole.sections.iter_mut().find_map(|s| {
            let at = s.question.iter().position(|q| q.name == after)?;
            Some((s, at))
        });
        let (section, at) = place.ok_or_else(|| format!("{after}: there is no such question to follow"))?;
        section.question.insert(at.saturating_add(1), question);
    }
    for name in &patch.remove {
        if !whole.questions().any(|(_, q)| q.name == *name) {
            return Err(format!("{name}: there is no such question to remove").into());
        }
        whole.sections.iter_mut().for_each(|s| s.question.retain(|q| q.name != *name));
    }
    Ok(whole)
}
