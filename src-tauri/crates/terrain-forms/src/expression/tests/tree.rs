//! A tree of a few lines for the tests of expressions.

use std::borrow::Cow;
use std::cell::Cell;

use crate::NodeId;
use crate::expression::{Expr, Start, Tree, walk_mut};

struct Leaf {
    name: String,
    text: String,
    parent: Option<usize>,
    children: Vec<usize>,
    repeats: bool,
}

/// Answers and lists. What a question is, is told by its name.
pub struct Small {
    nodes: Vec<Leaf>,
    questions: Vec<String>,
    lists: Vec<(String, usize)>,
    answers_end: usize,
    pub offset_min: i32,
    pub language: String,
    drawn: Cell<u32>,
}

impl Small {
    pub fn new() -> Self {
        let mut tree = Self {
            nodes: Vec::new(),
            questions: Vec::new(),
            lists: Vec::new(),
            answers_end: usize::MAX,
            offset_min: 0,
            language: "en".into(),
            drawn: Cell::new(0),
        };
        tree.add(None, "data", "");
        tree
    }

    pub fn add(&mut self, parent: Option<usize>, name: &str, text: &str) -> usize {
        let (name, text) = (name.to_owned(), text.to_owned());
        self.nodes.push(Leaf { name: name.clone(), text, parent, children: Vec::new(), repeats: false });
        let id = self.nodes.len() - 1;
        if let Some(parent) = parent {
            self.nodes[parent].children.push(id);
        }
        if self.lists.is_empty() && !self.questions.contains(&name) {
            self.questions.push(name);
        }
        id
    }

    /// An instance of a repeat.
    pub fn instance(&mut self, parent: usize, name: &str, texts: &[(&str, &str)]) -> usize {
        let id = self.add(Some(parent), name, "");
        self.nodes[id].repeats = true;
        for (name, text) in texts {
            self.add(Some(id), name, text);
        }
        id
    }

    /// A list; all answers have been added before.
    pub fn list(&mut self, name: &str) -> usize {
        self.answers_end = self.answers_end.min(self.nodes.len());
        let document = self.nodes.len();
        self.lists.push((name.to_owned(), document));
        self.add(None, "instance", "");
        self.add(Some(document), "root", "")
    }

    pub fn item(&mut self, root: usize, columns: &[(&str, &str)]) {
        let item = self.add(Some(root), "item", "");
        for (name, text) in columns {
            self.add(Some(item), name, text);
        }
    }

    /// What the compiler does: names become questions.
    pub fn resolve(&self, expr: &mut Expr) {
        walk_mut(expr, &mut |path| {
            if let Start::Question { name, node, .. } = &mut path.start {
                *node = self.questions.iter().position(|q| q == name).map(|p| NodeId(u32::try_from(p).unwrap()));
            }
        });
    }

    /// A node by `/data/r[2]/x`.
    pub fn at(&self, path: &str) -> usize {
        path.split('/').skip(2).fold(0, |node, step| {
            let (name, place) = step.split_once('[').unwrap_or((step, "1]"));
            let place: usize = place.trim_end_matches(']').parse().unwrap();
            let mut children = Vec::new();
            self.children(node, Some(name), &mut children);
            children[place - 1]
        })
    }

    fn ancestors(&self, node: usize) -> Vec<usize> {
        std::iter::successors(Some(node), |n| self.nodes[*n].parent).collect()
    }
}

impl Tree for Small {
    type Node = usize;

    fn root(&self) -> usize {
        0
    }

    fn name(&self, node: usize) -> &str {
        &self.nodes[node].name
    }

    fn parent(&self, node: usize) -> Option<usize> {
        self.nodes[node].parent
    }

    fn children(&self, node: usize, name: Option<&str>, into: &mut Vec<usize>) {
        into.extend(self.nodes[node].children.iter().filter(|c| name.is_none_or(|n| self.nodes[**c].name == n)));
    }

    fn text(&self, node: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self.nodes[node].text)
    }

    fn question(&self, id: NodeId, from: usize, into: &mut Vec<usize>) {
        let name = &self.questions[usize::try_from(id.0).unwrap()];
        let all = (0..self.answers_end.min(self.nodes.len())).filter(|n| self.nodes[*n].name == *name);
        let all: Vec<usize> = all.collect();
        let around = self.ancestors(from).into_iter().filter(|n| self.nodes[*n].repeats && *n != from);
        let inside =
            |a: usize, n: usize| self.ancestors(a).iter().skip(1).any(|p| self.nodes[*p].name == self.nodes[n].name);
        let common = around.into_iter().find(|n| all.iter().any(|a| inside(*a, *n)));
        into.extend(all.into_iter().filter(|n| common.is_none_or(|c| self.ancestors(*n).contains(&c))));
    }

    fn instance(&self, id: &str) -> Option<usize> {
        self.lists.iter().find(|(name, _)| name == id).map(|(_, node)| *node)
    }

    fn position(&self, node: usize) -> usize {
        let Some(parent) = self.nodes[node].parent else { return 1 };
        let mut same = Vec::new();
        self.children(parent, Some(&self.nodes[node].name), &mut same);
        same.iter().position(|n| *n == node).unwrap() + 1
    }

    fn lookup(&self, file: &str, column: &str, key_column: &str, key: &str) -> String {
        let Some(document) = self.instance(file) else { return String::new() };
        let text = |item: usize, column: &str| {
            let mut cells = Vec::new();
            self.children(item, Some(column), &mut cells);
            cells.first().map(|c| self.nodes[*c].text.clone()).unwrap_or_default()
        };
        let items = &self.nodes[self.nodes[document].children[0]].children;
        items.iter().find(|i| text(**i, key_column) == key).map(|i| text(*i, column)).unwrap_or_default()
    }

    fn choice_name(&self, _question: usize, value: &str) -> String {
        self.lookup("l", "label", "name", value)
    }

    fn itext(&self, id: &str) -> String {
        format!("text of {id}")
    }

    fn last_saved(&self, id: NodeId) -> String {
        format!("before {}", self.questions[usize::try_from(id.0).unwrap()])
    }

    fn now(&self) -> (i64, i32) {
        // 2026-11-24T10:00:00Z
        (1_795_514_400_000, self.offset_min)
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn random(&self) -> f64 {
        self.drawn.set(self.drawn.get() + 1);
        f64::from(self.drawn.get() * 7919 % 1000) / 1000.0
    }

    fn uuid(&self) -> String {
        "0b1a3c5e-7f90-4abc-8def-0123456789ab".into()
    }
}
