//! What each row asks: everything of a node but its place.

use std::collections::BTreeMap;

use super::Compiler;
use super::appearance::NO_LABEL;
use super::names::{PLAN_KNOWN, SURVEY_IDLE, SURVEY_KNOWN};
use super::structure::{Made, TABLE, TABLE_HEAD, What};
use super::types::Type;
use crate::CellRef;
use crate::check::codes;
use crate::expression::{Expr, Operator};
use crate::form::{Control, DataType, Default, NodeId, NodeKind, Question, Rule, Texts};
use crate::read::{Row, Table, is_no, is_yes};

/// A question that asks nothing yet.
pub(super) fn blank_question(type_name: &str, data: DataType, control: Control) -> Question {
    Question {
        type_name: type_name.to_owned(),
        data,
        control,
        choices: None,
        preload: None,
        calculation: None,
        triggers: Vec::new(),
        default: Default::None,
        required: None,
        required_message: Texts::default(),
        constraint: None,
        constraint_message: Texts::default(),
    }
}

impl Compiler<'_> {
    /// Fills in what a row says.
    pub(super) fn fill(&mut self, survey: &Table, made: &Made) {
        let Some(row) = survey.rows.get(made.row) else { return };
        match &made.what {
            What::Count => return self.fill_count(survey, row, made.id),
            What::Other(select) => return self.fill_other(survey, row, made.id, select),
            What::TableLabel => return self.fill_table_label(survey, row, made.id),
            What::TableHead { kind, source } => {
                let mut question = self.select(survey, row, made.id, (kind, source, false));
                if let Some(choices) = &mut question.choices {
                    choices.randomize = None;
                }
                self.set_kind(made.id, NodeKind::Question(Box::new(question)));
                let relevant = self.around(survey, made).into_iter().reduce(both);
                if let Some(node) = self.node_mut(made.id) {
                    node.appearance = vec!["label".to_owned()];
                    node.relevant = relevant;
                }
                return;
            }
            What::Group => {}
            What::Repeat => {
                let count = self.repeat_count(survey, row, made.id);
                self.set_kind(made.id, NodeKind::Repeat { count });
            }
            What::Question(kind) => {
                let question = self.plain_question(survey, row, made.id, kind);
                self.set_kind(made.id, NodeKind::Question(Box::new(question)));
            }
            What::Select { kind, source, other } => {
                let mut question = self.select(survey, row, made.id, (kind, source, *other));
                self.common(survey, row, made.id, &mut question);
                self.set_kind(made.id, NodeKind::Question(Box::new(question)));
            }
        }
        self.fill_node(survey, row, made);
    }

    /// Whether the group around a node is a table: its first select is the head.
    fn is_in_table(&self, id: NodeId) -> bool {
        let parent = self.node(id).and_then(|n| n.parent).and_then(|p| self.node(p));
        let head = |child: &NodeId| self.node(*child).is_some_and(|n| n.name.starts_with(TABLE_HEAD));
        parent.is_some_and(|p| p.children.iter().take(2).any(head))
    }

    fn set_kind(&mut self, id: NodeId, kind: NodeKind) {
        if let Some(node) = self.node_mut(id) {
            node.kind = kind;
        }
    }

    /// When the groups around it that are no nodes are relevant.
    fn around(&mut self, survey: &Table, made: &Made) -> Vec<Rule> {
        let rows: Vec<&Row> = made.flat.iter().filter_map(|flat| survey.rows.get(*flat)).collect();
        rows.into_iter().filter_map(|row| self.condition_cell(survey, row, "relevant", made.id)).collect()
    }

    /// What questions, groups and repeats have in common.
    fn fill_node(&mut self, survey: &Table, row: &Row, made: &Made) {
        let id = made.id;
        let label = self.texts(survey, row, "label", id);
        let hint = self.texts(survey, row, "hint", id);
        let guidance = self.texts(survey, row, "guidance_hint", id);
        let media = self.media(survey, row, id);
        let own = self.condition_cell(survey, row, "relevant", id);
        let relevant = own.into_iter().chain(self.around(survey, made)).reduce(both);
        let readonly = self.condition_cell(survey, row, "readonly", id);
        let appearance = self.appearance(survey, row, &made.what);
        let parameters = self.parameters(survey, row, &made.what);
        let previous = survey.get(row, "previous").filter(|text| !is_no(text)).map(|t| self.previous(t, survey, row));
        let personal = survey.get(row, "personal").is_some_and(is_yes);
        let plan = survey.get(row, "plan").map(|text| self.plan(text, survey, row));
        let extra = extra(survey, row);
        let asks = match self.node(id).map(|n| &n.kind) {
            Some(NodeKind::Question(question)) => question.control != Control::None,
            _ => false,
        };
        if asks && label.0.is_empty() && hint.0.is_empty() && media.is_empty() {
            let name = survey.get(row, "name").unwrap_or_default();
            self.findings.put(codes::LABEL_MISSING, survey.at(row, "label"), &[("name", name)]);
        }
        let (appearance, table) = in_table(appearance, &made.what, self.is_in_table(id));
        let Some(node) = self.node_mut(id) else { return };
        if !table {
            node.label = label;
            node.hint = hint;
        }
        node.guidance = guidance;
        node.media = media;
        node.relevant = relevant;
        node.readonly = readonly;
        node.appearance = appearance;
        node.parameters = parameters;
        node.previous = previous;
        node.personal = personal;
        node.plan = plan;
        node.extra = extra;
    }

    fn plain_question(&mut self, survey: &Table, row: &Row, id: NodeId, kind: &Type) -> Question {
        let data = survey.get(row, "bind::type").and_then(data_of).unwrap_or(kind.data);
        let mut question = blank_question(kind.name, data, kind.control);
        question.preload = kind.preload;
        if kind.control == Control::Range {
            question.data = self.range(survey, row);
        }
        self.common(survey, row, id, &mut question);
        if question.constraint.is_none() {
            question.constraint = kind.constraint.and_then(|text| self.rule(text, &survey.at(row, "type"), id));
        }
        if kind.name == "calculate" {
            self.check_calculation(survey, row, &question);
        }
        question
    }

    /// What all questions have in common.
    fn common(&mut self, survey: &Table, row: &Row, id: NodeId, question: &mut Question) {
        question.calculation =
            survey.get(row, "calculation").and_then(|t| self.rule(t, &survey.at(row, "calculation"), id));
        question.triggers = self.triggers(survey, row);
        question.default = self.default(survey, row, id, question);
        question.required = self.condition_cell(survey, row, "required", id);
        question.required_message = self.texts(survey, row, "required_message", id);
        question.constraint = self.condition_cell(survey, row, "constraint", id);
        question.constraint_message = self.texts(survey, row, "constraint_message", id);
        let entered = !matches!(question.control, Control::None | Control::Note);
        let fixed = survey.get(row, "readonly").is_some() || !question.triggers.is_empty();
        if let Some(rule) = question.calculation.as_ref().filter(|_| entered && !fixed) {
            self.findings.put(codes::CALCULATION_EDITABLE, rule.at.clone(), &[]);
        }
    }

    /// A condition; one that is always so, or never, costs nothing later.
    fn condition_cell(&mut self, survey: &Table, row: &Row, name: &str, id: NodeId) -> Option<Rule> {
        let text = survey.get(row, name)?;
        let needless = match name {
            "relevant" | "constraint" => is_yes(text),
            _ => is_no(text),
        };
        if needless { None } else { self.condition(text, &survey.at(row, name), id) }
    }

    fn triggers(&mut self, survey: &Table, row: &Row) -> Vec<NodeId> {
        let Some(cell) = survey.get(row, "trigger") else { return Vec::new() };
        let at = survey.at(row, "trigger");
        let mut triggers = Vec::new();
        for part in cell.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let Some(name) = part.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')) else {
                self.findings.put(codes::TRIGGER_BAD, at.clone(), &[("got", part)]);
                continue;
            };
            triggers.extend(self.named(name.trim(), &at));
        }
        triggers
    }

    /// A default with an operator, a function or a reference in it is evaluated; all others stand as they are written.
    fn default(&mut self, survey: &Table, row: &Row, id: NodeId, question: &Question) -> Default {
        let Some(text) = survey.get(row, "default") else { return Default::None };
        let at = survey.at(row, "default");
        if is_dynamic(text, question.data) {
            return self.rule(text, &at, id).map_or(Default::None, Default::Dynamic);
        }
        let whole = |t: &str| t.parse::<i64>().is_ok();
        let number = |t: &str| t.parse::<f64>().is_ok_and(f64::is_finite);
        let dated = |t: &str| t.get(..10).is_some_and(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok());
        let sound = match question.data {
            DataType::Int => whole(text),
            DataType::Decimal => number(text),
            DataType::Date | DataType::DateTime => dated(text),
            _ => true,
        };
        if !sound {
            let args = [("got", text), ("name", question.type_name.as_str())];
            self.findings.put(codes::DEFAULT_BAD, at, &args);
        }
        Default::Static(text.to_owned())
    }

    fn check_calculation(&mut self, survey: &Table, row: &Row, question: &Question) {
        let written = survey.get(row, "calculation").is_some() || !question.triggers.is_empty();
        if !written && !matches!(question.default, Default::Dynamic(_)) {
            let name = survey.get(row, "name").unwrap_or_default();
            self.findings.put(codes::CALCULATION_MISSING, survey.at(row, "calculation"), &[("name", name)]);
        }
    }

    fn repeat_count(&mut self, survey: &Table, row: &Row, id: NodeId) -> Option<Rule> {
        let text = survey.get(row, "repeat_count")?;
        let at = survey.at(row, "repeat_count");
        let hidden = format!("{}_count", survey.get(row, "name").unwrap_or_default());
        let simple = text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')).is_some_and(|n| !n.contains('{'));
        // Anything but a reference stands in a hidden calculation beside the repeat.
        if simple { self.rule(text, &at, id) } else { self.rule(&format!("${{{hidden}}}"), &at, id) }
    }

    /// The words of a table stand above it.
    fn fill_table_label(&mut self, survey: &Table, row: &Row, id: NodeId) {
        let label = self.texts(survey, row, "label", id);
        let hint = self.texts(survey, row, "hint", id);
        let question = blank_question("note", DataType::Text, Control::Note);
        self.set_kind(id, NodeKind::Question(Box::new(question)));
        if let Some(node) = self.node_mut(id) {
            node.label = label;
            node.hint = hint;
        }
    }

    fn fill_count(&mut self, survey: &Table, row: &Row, id: NodeId) {
        let at = survey.at(row, "repeat_count");
        let text = survey.get(row, "repeat_count").unwrap_or_default();
        let mut question = blank_question("calculate", DataType::Text, Control::None);
        question.calculation = self.rule(text, &at, id);
        let readonly = self.rule("true()", &at, id);
        self.set_kind(id, NodeKind::Question(Box::new(question)));
        if let Some(node) = self.node_mut(id) {
            node.readonly = readonly;
        }
    }

    /// Column `previous`: `yes`, or the path or name of another question.
    fn previous(&mut self, text: &str, survey: &Table, row: &Row) -> String {
        if is_yes(text) {
            return "yes".to_owned();
        }
        let name = text.trim_start_matches("${").trim_end_matches('}').trim();
        let path = match name.starts_with('/') {
            true => self.nodes.iter().find(|n| n.path == name).map(|n| n.path.clone()),
            false => {
                self.by_name.get(name).and_then(|f| f.first()).and_then(|id| self.node(*id)).map(|n| n.path.clone())
            }
        };
        path.unwrap_or_else(|| {
            self.findings.put(codes::PREVIOUS_BAD, survey.at(row, "previous"), &[("got", text)]);
            text.to_owned()
        })
    }

    /// What the answer is to the plan; what says nothing that is known is told, since nothing of it would reach the plan.
    fn plan(&mut self, text: &str, survey: &Table, row: &Row) -> String {
        if !PLAN_KNOWN.contains(&text) {
            let at = survey.at(row, "plan");
            match self.findings.near(text, PLAN_KNOWN.iter().copied()) {
                Some(near) => self.findings.put(codes::PLAN_NEAR, at, &[("got", text), ("hint", near)]),
                None => self.findings.put(codes::PLAN_UNKNOWN, at, &[("got", text), ("known", &PLAN_KNOWN.join(", "))]),
            };
        }
        text.to_owned()
    }

    /// Columns that mean nothing here, once each.
    pub(super) fn columns_of_survey(&mut self, survey: &Table) {
        for column in &survey.columns {
            let at = survey.at_column(survey.header_row, column);
            let name = column.name.as_str();
            let said = survey.rows.iter().any(|row| survey.cells(row).any(|(c, _)| c.index == column.index));
            if SURVEY_KNOWN.contains(&name) || !said {
                continue;
            }
            let idle =
                SURVEY_IDLE.contains(&name) || ["bind::", "body::", "instance::"].iter().any(|f| name.starts_with(f));
            let args = [("name", column.header.as_str()), ("sheet", &survey.sheet)];
            match self.findings.near(name, SURVEY_KNOWN.iter().copied()) {
                _ if idle => self.findings.put(codes::COLUMN_IDLE, at, &args),
                Some(near) => {
                    let [name, sheet] = args;
                    self.findings.put(codes::COLUMN_NEAR, at, &[name, sheet, ("hint", near)])
                }
                None => self.findings.put(codes::COLUMN_UNKNOWN, at, &args),
            };
        }
    }
}

/// Both conditions.
fn both(first: Rule, second: Rule) -> Rule {
    Rule { expr: Expr::Binary(Operator::And, Box::new(first.expr), Box::new(second.expr)), at: first.at }
}

/// A table of selects is a page of its own whose words stand above it; its selects show no labels of choices.
fn in_table(mut appearance: Vec<String>, what: &What, within: bool) -> (Vec<String>, bool) {
    let table = matches!(what, What::Group) && appearance.iter().any(|word| word == TABLE);
    if table {
        appearance.retain(|word| word != TABLE && word != "field-list");
        appearance.push("field-list".to_owned());
    } else if within && matches!(what, What::Select { .. }) {
        appearance = vec![NO_LABEL.to_owned()];
    }
    (appearance, table)
}

/// Columns that are carried along as they are written.
fn extra(survey: &Table, row: &Row) -> BTreeMap<String, String> {
    let kept = survey.cells(row).filter(|(c, _)| !SURVEY_KNOWN.contains(&c.name.as_str()));
    kept.map(|(column, text)| (column.name.clone(), text.to_owned())).collect()
}

/// `bind::type`.
fn data_of(written: &str) -> Option<DataType> {
    Some(match written {
        "string" => DataType::Text,
        "int" => DataType::Int,
        "decimal" => DataType::Decimal,
        "date" => DataType::Date,
        "time" => DataType::Time,
        "dateTime" => DataType::DateTime,
        "geopoint" => DataType::GeoPoint,
        "geotrace" => DataType::GeoTrace,
        "geoshape" => DataType::GeoShape,
        "binary" => DataType::Binary,
        _ => return None,
    })
}

/// Whether a default is an expression, as pyxform decides it: it calls a function, names a question or a path, or has an
/// operator that is no part of a date, a number or a place.
pub(super) fn is_dynamic(text: &str, data: DataType) -> bool {
    if text.contains("${") || text.contains("last-saved#") {
        return true;
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    let calls = text.match_indices('(').any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let name: Vec<char> = before.chars().rev().take_while(|c| is_word(*c)).collect();
        name.last().is_some_and(|c| c.is_alphabetic())
    });
    let places = matches!(data, DataType::GeoPoint | DataType::GeoTrace | DataType::GeoShape);
    let plain = places
        || matches!(data, DataType::Text | DataType::Binary | DataType::Date | DataType::DateTime | DataType::Time);
    if calls && !(plain && text.contains(' ') && crate::expression::parse(text).is_err()) {
        return true;
    }
    // In a text, signs are just signs; elsewhere they make an expression where it can be read as one.
    let signs = [" + ", " - ", " * ", " div ", " mod ", " and ", " or ", " | ", " = ", " != "];
    !plain && signs.iter().any(|sign| text.contains(sign)) && crate::expression::parse(text).is_ok()
}

/// The cell of a column.
impl Compiler<'_> {
    /// Words of a cell that lists some, within the limit.
    pub(super) fn words(&mut self, text: &str, at: &CellRef) -> Vec<String> {
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        if words.len() > crate::check::limits::WORDS_MAX {
            let max = crate::check::limits::WORDS_MAX.to_string();
            self.findings.put(codes::WORDS_MANY, at.clone(), &[("max", &max)]);
            words.truncate(crate::check::limits::WORDS_MAX);
        }
        words
    }
}
