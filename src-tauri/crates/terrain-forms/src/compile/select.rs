//! Selects: where their choices come from, which are offered, and the text where none fits.

use super::Compiler;
use super::choices::EXTERNAL;
use super::question::blank_question;
use super::types::Source;
use crate::CellRef;
use crate::check::codes;
use crate::expression::Expr;
use crate::form::{
    Choice, ChoiceSource, Choices, Control, DataType, NodeId, NodeKind, Part, Question, Template, Texts,
};
use crate::read::{Row, Table};

use super::languages::code;

impl Compiler<'_> {
    pub(super) fn select(
        &mut self,
        survey: &Table,
        row: &Row,
        id: NodeId,
        (kind, source, other): (&str, &Source, bool),
    ) -> Question {
        let (data, control, type_name) = match kind {
            "select_multiple" | "select_multiple_from_file" => {
                (DataType::SelectMultiple, Control::Select, "select_multiple")
            }
            "rank" => (DataType::Rank, Control::Rank, "rank"),
            _ => (DataType::SelectOne, Control::Select, "select_one"),
        };
        let mut question = blank_question(type_name, data, control);
        let at = survey.at(row, "type");
        let filter = survey.get(row, "choice_filter").and_then(|t| self.rule(t, &survey.at(row, "choice_filter"), id));
        let randomize = self.randomize(survey, row, id);
        if other {
            self.offer_other(source, &at, filter.is_some());
        }
        let source = match source {
            Source::Missing => {
                self.findings.put(codes::LIST_MISSING, at, &[("name", type_name)]);
                None
            }
            Source::List(name) => self.list(name, &at, data).map(ChoiceSource::List),
            Source::External(name) => {
                self.findings.put(codes::TYPE_LIMITED, at.clone(), &[("name", "select_one_external")]);
                let own = format!("{EXTERNAL}{name}");
                let name = if self.list_by_name.contains_key(&own) { &own } else { name };
                self.list(name, &at, data).map(ChoiceSource::List)
            }
            Source::File(name) => self.choices_of_file(survey, row, name),
            Source::Reference(text) => {
                let name = text.trim_start_matches("${").trim_end_matches('}').trim();
                self.named(name, &at).map(ChoiceSource::Repeat)
            }
        };
        question.choices = source.map(|source| Choices { source, filter, randomize });
        question
    }

    fn list(&mut self, name: &str, at: &CellRef, data: DataType) -> Option<usize> {
        let Some(place) = self.list_by_name.get(name).copied() else {
            match self.findings.near(name, self.list_by_name.keys().map(String::as_str)) {
                Some(near) => self.findings.put(codes::LIST_NEAR, at.clone(), &[("got", name), ("hint", near)]),
                None => self.findings.put(codes::LIST_UNKNOWN, at.clone(), &[("got", name)]),
            };
            return None;
        };
        // Answers of several choices are separated by spaces.
        let several = matches!(data, DataType::SelectMultiple | DataType::Rank);
        let spaced = |c: &&Choice| c.name.contains(char::is_whitespace);
        let spaced = self.lists.get(place).and_then(|list| list.choices.iter().find(spaced)).filter(|_| several);
        if let Some(choice) = spaced {
            let (name, at_choice) = (choice.name.clone(), choice.at.clone());
            self.findings.put(codes::CHOICE_SPACE, at_choice, &[("got", &name)]).related = vec![at.clone()];
        }
        Some(place)
    }

    /// `randomize=true`, with its seed.
    fn randomize(&mut self, survey: &Table, row: &Row, id: NodeId) -> Option<Option<Expr>> {
        let written = parameters_of(survey.get(row, "parameters")?);
        let value = |name: &str| written.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
        if !value("randomize").is_some_and(|t| t.eq_ignore_ascii_case("true")) {
            return None;
        }
        let seed = value("seed").and_then(|text| self.rule(&text, &survey.at(row, "parameters"), id));
        Some(seed.map(|rule| rule.expr))
    }

    /// Adds the choice of another answer to the list.
    fn offer_other(&mut self, source: &Source, at: &CellRef, filtered: bool) {
        if filtered {
            self.findings.put(codes::OTHER_FILTER, at.clone(), &[]);
        }
        let Source::List(name) = source else { return };
        let Some(place) = self.list_by_name.get(name).copied() else { return };
        let label = self.in_languages(&[("fr", "Autre"), ("ar", "أخرى"), ("", "Other")]);
        let Some(list) = self.lists.get_mut(place).filter(|l| l.choices.iter().all(|c| c.name != "other")) else {
            return;
        };
        let other = Choice {
            name: "other".to_owned(),
            label,
            media: Default::default(),
            columns: Default::default(),
            at: at.clone(),
        };
        list.choices.push(other);
        if self.languages.len() > 1 {
            self.findings.put(codes::OTHER_WORDS, at.clone(), &[("list", name)]);
        }
    }

    fn in_languages(&self, words: &[(&str, &str)]) -> Texts {
        let word = |language: &String| {
            let code = code(language);
            let found = words.iter().find(|(c, _)| *c == code).or_else(|| words.last());
            found.map(|(_, word)| Template(vec![Part::Literal((*word).to_owned())]))
        };
        Texts(self.languages.iter().map(word).collect())
    }

    /// The text beside a select with another answer.
    pub(super) fn fill_other(&mut self, survey: &Table, row: &Row, id: NodeId, select: &str) {
        let at = survey.at(row, "type");
        let question = blank_question("text", DataType::Text, Control::Input);
        let relevant = self.rule(&format!("selected(../{select}, 'other')"), &at, id);
        let label = self.in_languages(&[("fr", "Précisez."), ("ar", "حددوا."), ("", "Specify other.")]);
        let Some(node) = self.node_mut(id) else { return };
        node.kind = NodeKind::Question(Box::new(question));
        node.relevant = relevant;
        node.label = label;
    }
}

/// `name=value` pairs, separated by spaces, commas or semicolons; spaces around the sign are common.
pub(super) fn parameters_of(text: &str) -> Vec<(String, String)> {
    let joined = text.split('=').map(str::trim).collect::<Vec<_>>().join("=");
    let mut pairs = Vec::new();
    for part in joined.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        pairs.push((name.to_lowercase(), value.to_owned()));
    }
    pairs
}
