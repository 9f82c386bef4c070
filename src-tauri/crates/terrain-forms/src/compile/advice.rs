//! What can be read and yet is probably not meant, or reads from what is not there: looked for once every question is known.

use super::Compiler;
use crate::CellRef;
use crate::check::codes;
use crate::expression::{Expr, Notice, NoticeKind, Start, check_static, each};
use crate::form::{ChoiceSource, Default, NodeId, NodeKind, Part, Rule};

impl Compiler<'_> {
    /// Looks at every rule of the form.
    pub(super) fn check_rules(&mut self) {
        let mut rules: Vec<(NodeId, Rule)> = Vec::new();
        for (n, node) in (0u32..).zip(&self.nodes) {
            let id = NodeId(n);
            let mut of_node = vec![&node.relevant, &node.readonly];
            match &node.kind {
                NodeKind::Repeat { count } => of_node.push(count),
                NodeKind::Question(q) => {
                    of_node.extend([&q.calculation, &q.required, &q.constraint]);
                    of_node.extend(q.choices.as_ref().map(|c| &c.filter));
                    if let Default::Dynamic(rule) = &q.default {
                        rules.push((id, rule.clone()));
                    }
                }
                NodeKind::Root | NodeKind::Group => {}
            }
            rules.extend(of_node.into_iter().flatten().map(|rule| (id, rule.clone())));
        }
        for (owner, rule) in &rules {
            let notices = check_static(&rule.expr, &|name, around| self.is_trapped(*owner, name, around));
            for notice in notices {
                self.tell(&notice, &rule.at);
            }
            each(&rule.expr, &mut |expr| {
                if let Expr::Call(function, arguments, _) = expr {
                    self.check_call(*owner, function.name(), arguments, &rule.at);
                }
            });
        }
        self.check_defaults();
    }

    fn check_call(&mut self, owner: NodeId, name: &str, arguments: &[Expr], at: &CellRef) {
        let text = |n: usize| match arguments.get(n) {
            Some(Expr::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        match name {
            "sum" | "min" | "max" if arguments.len() == 1 => {
                if let Some(question) = arguments.first().and_then(|a| self.may_be_blank(owner, a)) {
                    self.findings.put(codes::BLANK_SUM, at.clone(), &[("name", &question), ("function", name)]);
                }
            }
            "pulldata" => {
                if let Some(file) = text(0) {
                    let file = format!("{}.csv", file.strip_suffix(".csv").unwrap_or(file));
                    let columns: Vec<&str> = [text(1), text(2)].into_iter().flatten().collect();
                    self.file(&file, at, &columns);
                }
            }
            "instance" => {
                if let Some(id) = text(0) {
                    self.check_instance(id, at);
                }
            }
            _ => {}
        }
    }

    /// A question of a repeat elsewhere whose blank answers make a sum blank.
    fn may_be_blank(&self, owner: NodeId, argument: &Expr) -> Option<String> {
        let Expr::Path(path) = argument else { return None };
        let Start::Question { name, node: Some(id), last_saved: false } = &path.start else { return None };
        let node = self.node(*id)?;
        let NodeKind::Question(question) = &node.kind else { return None };
        let outside = node.repeat.is_some_and(|repeat| !self.is_within(owner, repeat));
        let filled = question.required.is_some() || question.calculation.is_some() || question.default != Default::None;
        (outside && !filled && path.steps.is_empty()).then(|| name.clone())
    }

    fn tell(&mut self, notice: &Notice, at: &CellRef) {
        let found = match &notice.kind {
            NoticeKind::BareCondition { name } => self.findings.put(codes::BARE_IF, at.clone(), &[("name", name)]),
            NoticeKind::PatternWithoutAnchors => self.findings.put(codes::REGEX_OPEN, at.clone(), &[]),
            NoticeKind::BadPattern { reason } => self.findings.put(codes::REGEX_BAD, at.clone(), &[("reason", reason)]),
            NoticeKind::QuestionInPredicate { name } => {
                self.findings.put(codes::PREDICATE_TRAP, at.clone(), &[("name", name)])
            }
            NoticeKind::UnknownOption { found, nearest: None } => {
                self.findings.put(codes::OPTION_UNKNOWN, at.clone(), &[("got", found)])
            }
            NoticeKind::UnknownOption { found, nearest: Some(near) } => {
                self.findings.put(codes::OPTION_NEAR, at.clone(), &[("got", found), ("hint", near)])
            }
        };
        found.span = Some(notice.span.clone());
    }

    /// `${repeat}[${question} > 1]` does not look at the question of the instance that is tested; within the repeat it is
    /// meant to be that of the instance at hand.
    fn is_trapped(&self, owner: NodeId, name: &str, around: &str) -> bool {
        let named = |name: &str| self.by_name.get(name).and_then(|nodes| nodes.first()).copied();
        let (Some(question), Some(around)) = (named(name), named(around)) else { return false };
        let repeat = if self.is_repeat(around) { Some(around) } else { self.node(around).and_then(|n| n.repeat) };
        repeat.is_some_and(|repeat| self.is_within(question, repeat) && !self.is_within(owner, repeat))
    }

    fn check_instance(&mut self, id: &str, at: &CellRef) {
        let list = self.list_by_name.contains_key(id) || id == "last-saved" || id == "__last-saved";
        let file = self.files.values().any(|file| file.id == id);
        let given = super::files::GIVEN.strip_suffix(".csv") == Some(id);
        if !list && !file && !given {
            self.findings.put(codes::INSTANCE_UNKNOWN, at.clone(), &[("got", id)]);
        }
    }

    /// Defaults of selects are among the choices; files beside labels are there.
    fn check_defaults(&mut self) {
        let mut wrong = Vec::new();
        let mut missing: std::collections::BTreeMap<String, u32> = std::collections::BTreeMap::new();
        for node in &self.nodes {
            for template in node.media.values().flat_map(|texts| texts.0.iter().flatten()) {
                if let [Part::Literal(file)] = template.0.as_slice() {
                    missing.entry(file.clone()).or_insert(node.row);
                }
            }
            let NodeKind::Question(question) = &node.kind else { continue };
            let Default::Static(default) = &question.default else { continue };
            let Some(ChoiceSource::List(list)) = question.choices.as_ref().map(|c| &c.source) else { continue };
            let Some(list) = self.lists.get(*list) else { continue };
            let known = |name: &str| list.choices.iter().any(|c| c.name == name);
            // A name with spaces is only possible where one choice is made.
            if !known(default) && !default.split_whitespace().all(known) {
                wrong.push((node.row, default.clone(), list.name.clone()));
            }
        }
        for (row, default, list) in wrong {
            let at = self.survey_cell(row, "default");
            self.findings.put(codes::DEFAULT_CHOICE, at, &[("got", &default), ("list", &list)]);
        }
        for (file, row) in missing {
            if !self.options.reference && self.media.file(&file).is_none() {
                let at = self.survey_cell(row, "label");
                self.findings.put(codes::MEDIA_MISSING, at, &[("file", &file)]);
            }
        }
    }

    fn is_repeat(&self, id: NodeId) -> bool {
        matches!(self.node(id).map(|n| &n.kind), Some(NodeKind::Repeat { .. }))
    }

    /// Whether a node is this repeat or stands in it.
    fn is_within(&self, id: NodeId, repeat: NodeId) -> bool {
        let mut here = Some(id);
        while let Some(id) = here {
            if id == repeat {
                return true;
            }
            here = self.node(id).and_then(|n| n.parent);
        }
        false
    }
}
