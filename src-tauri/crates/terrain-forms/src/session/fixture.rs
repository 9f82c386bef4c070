//! Forms for tests, written as the sheet would be: `type name | column=text | column=text`, `choice list name column=text`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Env, Session};
use crate::expression::{Start, parse, parse_template, walk_mut};
use crate::form::Property;
use crate::{
    CellRef, Choice, ChoiceList, ChoiceSource, Choices, Control, DataType, Default, Form, Node, NodeId, NodeKind, Part,
    Question, Rule, Template, Texts,
};

fn texts(text: &str) -> Texts {
    Texts(vec![(!text.is_empty()).then(|| parse_template(text).0)])
}

fn rule(text: Option<&&str>) -> Option<Rule> {
    text.map(|t| Rule { expr: parse(t).unwrap_or_else(|e| panic!("{t}: {e}")), at: CellRef::default() })
}

fn node(name: &str, path: String, parent: Option<NodeId>, repeat: Option<NodeId>, kind: NodeKind) -> Node {
    Node {
        name: name.to_owned(),
        path,
        row: 0,
        parent,
        children: Vec::new(),
        repeat,
        kind,
        label: Texts::default(),
        hint: Texts::default(),
        guidance: Texts::default(),
        media: BTreeMap::new(),
        relevant: None,
        readonly: None,
        appearance: Vec::new(),
        parameters: BTreeMap::new(),
        previous: None,
        personal: false,
        plan: None,
        extra: BTreeMap::new(),
    }
}

fn question(type_name: &str, columns: &BTreeMap<&str, &str>, lists: &[ChoiceList]) -> Question {
    let (base, list) = type_name.split_once(':').unwrap_or((type_name, ""));
    let (data, control) = match base {
        "integer" => (DataType::Int, Control::Input),
        "decimal" => (DataType::Decimal, Control::Input),
        "date" => (DataType::Date, Control::Input),
        "geopoint" => (DataType::GeoPoint, Control::Input),
        "select_one" | "select_file" | "select_answers" => (DataType::SelectOne, Control::Select),
        "select_multiple" => (DataType::SelectMultiple, Control::Select),
        "rank" => (DataType::Rank, Control::Rank),
        "note" => (DataType::Text, Control::Note),
        "acknowledge" => (DataType::Text, Control::Trigger),
        "calculate" | "start" | "end" => (DataType::Text, Control::None),
        _ => (DataType::Text, Control::Input),
    };
    let source = match base {
        "select_file" => {
            Some(ChoiceSource::File { name: list.to_owned(), value: "id".to_owned(), label: "label".to_owned() })
        }
        // Resolved once all names are known.
        "select_answers" => Some(ChoiceSource::Repeat(NodeId(0))),
        _ => lists.iter().position(|l| l.name == list).map(ChoiceSource::List),
    };
    Question {
        type_name: base.to_owned(),
        data,
        control,
        choices: source.map(|source| Choices { source, filter: rule(columns.get("choice_filter")), randomize: None }),
        preload: ["start", "end"].into_iter().find(|p| *p == base),
        calculation: rule(columns.get("calculation")),
        triggers: Vec::new(),
        default: match (columns.get("default"), columns.get("dynamic")) {
            (Some(text), _) => Default::Static((*text).to_owned()),
            (None, Some(_)) => Default::Dynamic(rule(columns.get("dynamic")).unwrap()),
            (None, None) => Default::None,
        },
        required: rule(columns.get("required")),
        required_message: Texts::default(),
        constraint: rule(columns.get("constraint")),
        constraint_message: texts(columns.get("constraint_message").unwrap_or(&"")),
    }
}

fn choice_lists(sheet: &str) -> Vec<ChoiceList> {
    let mut lists: Vec<ChoiceList> = Vec::new();
    for line in sheet.lines().map(str::trim).filter(|l| l.starts_with("choice ")) {
        let mut words = line.split_whitespace().skip(1);
        let (list, name) = (words.next().unwrap(), words.next().unwrap());
        let columns: BTreeMap<String, String> =
            words.map(|w| w.split_once('=').unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
        let label = texts(columns.get("label").map_or(name, String::as_str));
        let choice = Choice { name: name.to_owned(), label, media: BTreeMap::new(), columns, at: CellRef::default() };
        match lists.iter_mut().find(|l| l.name == list) {
            Some(found) => found.choices.push(choice),
            None => lists.push(ChoiceList { name: list.to_owned(), choices: vec![choice] }),
        }
    }
    lists
}

/// A form from a sheet.
pub fn form(sheet: &str) -> Arc<Form> {
    let lists = choice_lists(sheet);
    let mut nodes = vec![node("data", "/data".to_owned(), None, None, NodeKind::Root)];
    let mut open = vec![(NodeId(0), None)];
    let (mut triggers, mut sources) = (Vec::new(), Vec::new());
    let rows = sheet.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with("choice "));
    for line in rows.chain(["begin_group meta", "calculate instanceID", "end"]) {
        if line == "end" {
            open.pop();
            continue;
        }
        let mut cells = line.split(" | ").map(str::trim);
        let (type_name, name) = cells.next().unwrap().split_once(' ').unwrap();
        let columns: BTreeMap<&str, &str> = cells.map(|c| c.split_once('=').unwrap()).collect();
        let (parent, repeat) = *open.last().unwrap();
        let id = NodeId(u32::try_from(nodes.len()).unwrap());
        let kind = match type_name {
            "begin_group" => NodeKind::Group,
            "begin_repeat" => NodeKind::Repeat { count: rule(columns.get("repeat_count")) },
            _ => NodeKind::Question(Box::new(question(type_name, &columns, &lists))),
        };
        match type_name {
            "begin_group" => open.push((id, repeat)),
            "begin_repeat" => open.push((id, Some(id))),
            _ => {}
        }
        let path = format!("{}/{name}", nodes[usize::try_from(parent.0).unwrap()].path);
        let mut made = node(name, path, Some(parent), repeat, kind);
        made.label = texts(columns.get("label").unwrap_or(&""));
        made.relevant = rule(columns.get("relevant"));
        made.readonly = rule(columns.get("readonly"));
        nodes[usize::try_from(parent.0).unwrap()].children.push(id);
        nodes.push(made);
        triggers.extend(columns.get("trigger").map(|t| (id, (*t).to_owned())));
        sources.extend(type_name.strip_prefix("select_answers:").map(|t| (id, t.to_owned())));
    }
    for (id, trigger) in triggers {
        let source = nodes.iter().position(|n| n.name == trigger).unwrap();
        let NodeKind::Question(question) = &mut nodes[usize::try_from(id.0).unwrap()].kind else { panic!("{trigger}") };
        question.triggers.push(NodeId(u32::try_from(source).unwrap()));
    }
    for (id, source) in sources {
        let node = nodes.iter().position(|n| n.name == source).unwrap();
        let NodeKind::Question(question) = &mut nodes[usize::try_from(id.0).unwrap()].kind else { panic!("{source}") };
        question.choices.as_mut().unwrap().source = ChoiceSource::Repeat(NodeId(u32::try_from(node).unwrap()));
    }
    let mut form = Form {
        id: "test".to_owned(),
        version: "1".to_owned(),
        title: Texts::default(),
        root_name: "data".to_owned(),
        languages: vec![String::new()],
        nodes,
        lists,
        instance_name: None,
        style: Vec::new(),
        order: Vec::new(),
        files: Vec::new(),
        readers: Vec::new(),
        volatile: Vec::new(),
        recipe: None,
        action_rules: Vec::new(),
        purpose: None,
        date_question: None,
    };
    resolve(&mut form);
    Arc::new(form)
}

/// Names become nodes; the order is by kind, which is enough where everything settles whatever the order.
fn resolve(form: &mut Form) {
    let names: BTreeMap<String, NodeId> = (0..).zip(&form.nodes).map(|(id, n)| (n.name.clone(), NodeId(id))).collect();
    let found = |expr: &mut crate::expression::Expr| {
        walk_mut(expr, &mut |path| {
            if let Start::Question { name, node, .. } = &mut path.start {
                *node = Some(*names.get(name).unwrap_or_else(|| panic!("{name}")));
            }
        });
    };
    for node in &mut form.nodes {
        let mut rules = vec![node.relevant.as_mut(), node.readonly.as_mut()];
        match &mut node.kind {
            NodeKind::Repeat { count } => rules.push(count.as_mut()),
            NodeKind::Question(q) => {
                rules.extend([q.calculation.as_mut(), q.required.as_mut(), q.constraint.as_mut()]);
                rules.push(q.choices.as_mut().and_then(|c| c.filter.as_mut()));
                if let Default::Dynamic(rule) = &mut q.default {
                    rules.push(Some(rule));
                }
            }
            NodeKind::Root | NodeKind::Group => {}
        }
        rules.into_iter().flatten().for_each(|r| found(&mut r.expr));
        for Template(parts) in node.label.0.iter_mut().flatten() {
            for part in parts {
                if let Part::Output(expr) = part {
                    found(expr);
                }
            }
        }
    }
    let ids = || (0..).zip(&form.nodes).map(|(id, _)| NodeId(id));
    form.order = [Property::Count, Property::Relevant, Property::Calculation]
        .into_iter()
        .flat_map(|p| ids().map(move |id| (id, p)))
        .collect();
}

/// Surroundings that are the same each time: 24 November 2026, 11 o'clock in Morocco.
pub fn env() -> Env {
    let mut state = 1_u64;
    Env::new(
        || (1_795_514_400_000, 60),
        move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state
        },
    )
}

/// A session of a form from a sheet.
pub fn session(sheet: &str) -> Session {
    Session::new(form(sheet), env())
}

impl Session {
    /// Answers by path; what is refused fails the test.
    pub fn answer(&mut self, path: &str, value: &str) -> super::Changes {
        let place = self.resolve(path).unwrap_or_else(|| panic!("{path}"));
        self.set(&place, value).unwrap_or_else(|e| panic!("{path} = {value}: {e}"))
    }

    /// A value by path.
    pub fn value(&self, path: &str) -> String {
        self.state(path).value
    }

    /// A state by path.
    pub fn state(&self, path: &str) -> super::State {
        let place = self.resolve(path).unwrap_or_else(|| panic!("{path}"));
        self.node(&place).unwrap_or_else(|| panic!("{path}"))
    }
}
