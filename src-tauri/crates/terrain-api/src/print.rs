//! A form, or an entry, as plain text of 80 columns: to be read on any screen, or filled by hand where there is no power.

use std::path::Path;

use terrain_forms::{ChoiceSource, Control, DataType, Form, Node, NodeId, NodeKind, Place, Question};
use terrain_words::Words;

use crate::entry::{Content, Entry};
use crate::form::compiled_file;
use crate::{Fault, Session};

/// Width of a line, in characters.
const WIDTH: usize = 80;
/// Choices beyond this many are not all printed: nobody ticks them on paper.
const CHOICES_MAX: usize = 40;
/// Empty lines for a long text.
const LINES_OF_TEXT: usize = 3;

/// A workbook, blank.
pub fn print_workbook(file: &Path, words: &Words) -> Result<String, Fault> {
    Ok(blank(&compiled_file(file, words)?, words))
}

/// A published form, blank.
pub fn print_form(session: &mut Session, form: &str, words: &Words) -> Result<String, Fault> {
    let row = session.find_form(form, None)?;
    Ok(blank(&*session.form(&row)?, words))
}

/// An entry with its answers, and what found no place in this version of its form.
pub fn print_entry(session: &mut Session, entry: &str, words: &Words) -> Result<String, Fault> {
    let mut entry = session.entry(entry, Content::Live)?;
    let _ = entry.session.set_language(words.code());
    let mut page = Page::default();
    page.heading(entry.form.title_for(words.code()).unwrap_or_else(|| entry.form.title_in(0)), 0);
    for place in entry.session.walk() {
        answered(&entry, place, &mut page, words);
    }
    let parked: Vec<_> = entry.fates.iter().filter(|f| f.why.is_some()).collect();
    if !parked.is_empty() {
        page.heading(&words.say("print-parked", &[]), 1);
        parked.iter().for_each(|f| page.line(&format!("{}: {}", f.from.1, f.value), 2));
    }
    Ok(page.text)
}

fn answered(entry: &Entry, place: Place, page: &mut Page, words: &Words) {
    let Some(node) = entry.form.node(place.node) else { return };
    let Some(state) = entry.session.node(&place) else { return };
    if !state.relevant {
        return;
    }
    match &node.kind {
        NodeKind::Root => {}
        NodeKind::Group | NodeKind::Repeat { .. } => {
            if !state.label.is_empty() {
                page.heading(&state.label, depth(node));
            }
        }
        NodeKind::Question(question) if question.control == Control::None => {}
        NodeKind::Question(_) => {
            page.line(&state.label, 1);
            let beside = entry.kept_at(&entry.kept_place(&place)).map(|(_, b)| b.clone()).unwrap_or_default();
            let mark = beside.not_applicable.map(|why| words.say("answer-not-applicable", &[("why", &why)]));
            page.line(&mark.unwrap_or(state.shown), 3);
            if let Some(comment) = beside.comment {
                page.line(&format!("({comment})"), 3);
            }
        }
    }
}

fn blank(form: &Form, words: &Words) -> String {
    let language = form.language_index(words.code()).unwrap_or_default();
    let mut page = Page::default();
    page.heading(form.title_for(words.code()).unwrap_or_else(|| form.title_in(0)), 0);
    let mut number = 0;
    for (node, id) in form.nodes.iter().zip(0u32..) {
        let label = node.label.without_outputs(language);
        match &node.kind {
            NodeKind::Root => {}
            NodeKind::Group | NodeKind::Repeat { .. } if label.is_empty() => {}
            NodeKind::Group => page.heading(&label, depth(node)),
            NodeKind::Repeat { .. } => {
                page.heading(&words.say("print-repeat", &[("label", &label)]), depth(node));
            }
            NodeKind::Question(question) if question.control == Control::None => {}
            NodeKind::Question(question) => {
                number += 1;
                let required = if question.required.is_some() { " *" } else { "" };
                page.line(&format!("{number}. {label}{required}"), 0);
                for text in [&node.hint, &node.guidance] {
                    let text = text.without_outputs(language);
                    if !text.is_empty() {
                        page.line(&format!("({text})"), 3);
                    }
                }
                if node.relevant.is_some() {
                    page.line(&words.say("print-condition", &[("on", &conditions(form, NodeId(id)))]), 3);
                }
                room(form, question, language, &mut page);
            }
        }
    }
    page.text
}

/// Labels of the questions that decide whether a node is asked.
fn conditions(form: &Form, id: NodeId) -> String {
    let names = form.reads(id, terrain_forms::Property::Relevant);
    let names: Vec<&str> = names.into_iter().filter_map(|n| form.node(n)).map(|n| n.name.as_str()).collect();
    names.join(", ")
}

/// Room for an answer: boxes, a ruled line, several.
fn room(form: &Form, question: &Question, language: usize, page: &mut Page) {
    if let Some(choices) = &question.choices
        && let ChoiceSource::List(list) = choices.source
        && let Some(list) = form.lists.get(list)
    {
        let several = question.data != DataType::SelectOne;
        for choice in list.choices.iter().take(CHOICES_MAX) {
            let label = choice.label.without_outputs(language);
            let label = if label.is_empty() { &choice.name } else { &label };
            page.line(&format!("{} {label}", if several { "[ ]" } else { "( )" }), 3);
        }
        if list.choices.len() > CHOICES_MAX {
            page.line("…", 3);
        }
        page.text.push('\n');
        return;
    }
    match (question.control, question.data) {
        (Control::Note, _) => {}
        (Control::Trigger, _) => page.line("[ ]", 3),
        (_, DataType::Date) => page.line("____ - __ - __", 3),
        (_, DataType::Time) => page.line("__ : __", 3),
        (_, DataType::Int | DataType::Decimal) => page.line("______________", 3),
        (_, DataType::Text) => (0..LINES_OF_TEXT).for_each(|_| page.line(&"_".repeat(WIDTH - 3), 3)),
        _ => page.line(&"_".repeat(WIDTH - 3), 3),
    }
    page.text.push('\n');
}

fn depth(node: &Node) -> usize {
    node.path.matches('/').count().saturating_sub(1)
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn heading(&mut self, text: &str, depth: usize) {
        let rule = if depth == 0 { "═" } else { "─" };
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(text, 0);
        let width = text.chars().count().clamp(1, WIDTH);
        self.text.push_str(&rule.repeat(width));
        self.text.push('\n');
    }

    /// Words in lines of at most [`WIDTH`] characters.
    fn line(&mut self, text: &str, indent: usize) {
        for paragraph in text.lines() {
            let mut width = 0;
            for word in paragraph.split_whitespace() {
                let long = word.chars().count();
                if width == 0 || width + 1 + long > WIDTH {
                    if width > 0 {
                        self.text.push('\n');
                    }
                    self.text.push_str(&" ".repeat(indent));
                    width = indent + long;
                } else {
                    self.text.push(' ');
                    width += 1 + long;
                }
                self.text.push_str(word);
            }
            self.text.push('\n');
        }
    }
}
