//! Labels, hints and messages in the session's language, with the values that they show.

use super::core::{Core, SlotId};
use super::view::{Spot, View};
use crate::expression::evaluate;
use crate::{ChoiceSource, Form, NodeKind, Part, Template, Texts};

/// The language meant by a name or code; the first where none is.
pub fn language_index(form: &Form, wanted: &str) -> usize {
    if wanted.is_empty() {
        return 0;
    }
    let same = |l: &String| l.eq_ignore_ascii_case(wanted);
    let coded = |l: &String| code(l).eq_ignore_ascii_case(wanted);
    form.languages.iter().position(same).or_else(|| form.languages.iter().position(coded)).unwrap_or_default()
}

/// Code of a language by its place: what stands between parentheses, else what names suggest.
pub fn language_code(form: &Form, index: usize) -> &str {
    form.languages.get(index).map_or("", |name| code(name))
}

fn code(name: &str) -> &str {
    if let Some((_, rest)) = name.rsplit_once('(')
        && let Some(code) = rest.strip_suffix(')')
    {
        return code.trim();
    }
    let lower = name.trim().to_lowercase();
    let known: &[(&str, &[&str])] = &[
        ("fr", &["fr", "français", "francais", "french"]),
        ("ar", &["ar", "arabe", "arabic", "العربية"]),
        ("en", &["en", "anglais", "english"]),
    ];
    known.iter().find(|(_, names)| names.contains(&lower.as_str())).map_or(name, |(code, _)| code)
}

/// A text in the session's language; in the first that has it, where it is not translated.
pub fn template<'t>(core: &Core, texts: &'t Texts) -> Option<&'t Template> {
    let own = texts.0.get(core.language).and_then(Option::as_ref);
    own.or_else(|| texts.0.iter().flatten().next())
}

/// A text with its values, as seen from a node.
pub fn render(view: &View<'_>, texts: &Texts, here: Spot) -> String {
    let Some(Template(parts)) = template(view.core(), texts) else { return String::new() };
    let mut found = String::new();
    for part in parts {
        match part {
            Part::Literal(text) => found.push_str(text),
            Part::Output(expr) => {
                let deviations = &view.core().env.deviations;
                if let Ok(value) = evaluate(expr, view, here, here, deviations) {
                    found.push_str(&value.stored(view, deviations));
                }
            }
        }
    }
    found
}

/// Label of a choice of a select by its value: nothing where it is no choice.
pub fn choice_label(view: &View<'_>, slot: SlotId, value: &str) -> Option<String> {
    let core = view.core();
    if let ChoiceSource::Repeat(_) = core.question(slot)?.choices.as_ref()?.source {
        return (!value.is_empty()).then(|| value.to_owned());
    }
    let (list, value_column, _) = core.choice_list(slot)?;
    let row = if value_column == "name" {
        let rows = core.lists.rows(list, value);
        let offered = |row: &&u32| match &core.slot(slot)?.offer {
            super::choices::Offer::Rows(_, Some(rows)) => rows.contains(row).then_some(()),
            _ => Some(()),
        };
        rows.iter().find(|row| offered(row).is_some()).or_else(|| rows.first()).copied()?
    } else {
        let same = |row: &u32| core.lists.column(&core.form, list, *row, value_column) == value;
        (0..core.lists.len(&core.form, list)).find(same)?
    };
    Some(row_label(view, slot, list, row))
}

/// Label of a row of a select's list; the value where it has none.
pub fn row_label(view: &View<'_>, slot: SlotId, list: u32, row: u32) -> String {
    let core = view.core();
    let (_, value, label) = core.choice_list(slot).unwrap_or((list, "name", "label"));
    let found = match core.lists.choice(&core.form, list, row) {
        Some(choice) => render(view, &choice.label, view.spot(slot)),
        None => core.lists.column(&core.form, list, row, label).to_owned(),
    };
    if found.is_empty() { core.lists.column(&core.form, list, row, value).to_owned() } else { found }
}

/// All that a node says, in one text: what a change of language or value is told by.
pub fn all(view: &View<'_>, slot: SlotId) -> String {
    let core = view.core();
    let Some(node) = core.node(slot) else { return String::new() };
    let here = view.spot(slot);
    let mut found =
        vec![render(view, &node.label, here), render(view, &node.hint, here), render(view, &node.guidance, here)];
    found.extend(node.media.values().map(|texts| render(view, texts, here)));
    if let NodeKind::Question(question) = &node.kind {
        found.push(render(view, &question.constraint_message, here));
        found.push(render(view, &question.required_message, here));
        if let Some((list, ..)) = core.choice_list(slot) {
            let rows = 0..core.lists.len(&core.form, list);
            let choices = rows.filter_map(|row| core.lists.choice(&core.form, list, row));
            let shown = choices.filter(|c| c.label.0.iter().flatten().flat_map(|t| &t.0).any(is_output));
            found.extend(shown.map(|c| render(view, &c.label, here)));
        }
    }
    found.join("\u{1f}")
}

fn is_output(part: &Part) -> bool {
    matches!(part, Part::Output(_))
}

/// The value for people: labels of the choices, else the text.
pub fn shown(view: &View<'_>, slot: SlotId) -> String {
    let Some(found) = view.core().slot(slot) else { return String::new() };
    if view.core().question(slot).is_none_or(|q| q.choices.is_none()) {
        return found.text.clone();
    }
    let label = |value: &str| choice_label(view, slot, value).unwrap_or_else(|| value.to_owned());
    found.text.split_whitespace().map(label).collect::<Vec<_>>().join(", ")
}
