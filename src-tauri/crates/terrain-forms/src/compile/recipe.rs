//! The sheets `terrain_dimensions`, `terrain_scoring` and `terrain_actions`.

use std::collections::BTreeMap;

use terrain_domain::{
    Dimension, Recipe, RecipeSheet, ScoreMap, ScoredItem, StandardAction, names_of_cell, recipe_problems,
};

use super::Compiler;
use super::languages::code;
use super::names::{ACTIONS, DIMENSIONS, SCORING};
use crate::CellRef;
use crate::check::codes;
use crate::form::Rule;
use crate::read::{Row, Sheets, Table};

/// `when` of standard actions: action, question, condition.
pub(super) type ActionRules = Vec<(String, String, Option<Rule>)>;

impl Compiler<'_> {
    pub(super) fn recipe(&mut self, sheets: &Sheets<'_>) -> (Option<Recipe>, ActionRules) {
        let mut recipe = Recipe::default();
        let mut rules = ActionRules::new();
        let dimensions = sheets.table("terrain_dimensions", &DIMENSIONS, &mut self.findings);
        let scoring = sheets.table("terrain_scoring", &SCORING, &mut self.findings);
        let actions = sheets.table("terrain_actions", &ACTIONS, &mut self.findings);
        for table in [&dimensions, &scoring, &actions].into_iter().flatten() {
            self.columns_of_recipe(table);
        }
        for (table, row) in rows(dimensions.as_ref()) {
            let dimension = self.dimension(table, row);
            recipe.dimensions.push(dimension);
        }
        for (table, row) in rows(scoring.as_ref()) {
            let item = self.item(table, row);
            recipe.items.push(item);
        }
        for (table, row) in rows(actions.as_ref()) {
            let (action, rule) = self.action(table, row);
            rules.push((action.id.clone(), action.question.clone(), rule));
            recipe.actions.push(action);
        }
        if recipe.is_empty() {
            return (None, rules);
        }
        for problem in recipe_problems(&recipe) {
            let table = match problem.sheet {
                RecipeSheet::Dimensions => dimensions.as_ref(),
                RecipeSheet::Scoring => scoring.as_ref(),
                RecipeSheet::Actions => actions.as_ref(),
            };
            let row = table.and_then(|t| t.rows.get(problem.row).or_else(|| t.rows.last()));
            let at = match (table, row) {
                (Some(table), Some(row)) => table.at(row, problem.column),
                _ => CellRef { sheet: problem.sheet.name().to_owned(), ..CellRef::default() },
            };
            let code = if problem.warning { codes::RECIPE_DOUBT } else { codes::RECIPE_BAD };
            let found = self.findings.put(code, at, &[]);
            found.message.id = problem.code;
            found.message.args = problem.args;
        }
        (Some(recipe), rules)
    }

    fn columns_of_recipe(&mut self, table: &Table) {
        let known = [DIMENSIONS.aliases, SCORING.aliases, ACTIONS.aliases].concat();
        for column in table.columns.iter().filter(|c| !known.iter().any(|(_, name)| *name == c.name)) {
            let at = table.at_column(table.header_row, column);
            let args = [("name", column.header.as_str()), ("sheet", &table.sheet)];
            self.findings.put(codes::COLUMN_UNKNOWN, at, &args);
        }
    }

    fn dimension(&mut self, table: &Table, row: &Row) -> Dimension {
        let blocking = names_of_cell(table.get(row, "blocking").unwrap_or_default());
        for question in &blocking {
            self.scored(question, table.at(row, "blocking"));
        }
        Dimension {
            name: text(table, row, "name"),
            labels: labels(table, row),
            weight: self.number(table, row, "weight", 0.0),
            blocking,
        }
    }

    fn item(&mut self, table: &Table, row: &Row) -> ScoredItem {
        let question = text(table, row, "question");
        self.scored(&question, table.at(row, "question"));
        let map = ScoreMap::parse(table.get(row, "map").unwrap_or_default()).unwrap_or_else(|refusal| {
            let found = self.findings.put(codes::RECIPE_MAP, table.at(row, "map"), &[]);
            found.message.id = refusal.code;
            found.message.args = refusal.args;
            ScoreMap::Level
        });
        ScoredItem {
            dimension: text(table, row, "dimension"),
            question,
            weight: self.number(table, row, "weight", 1.0),
            map,
            target: self.number(table, row, "target", terrain_domain::TARGET_DEFAULT),
        }
    }

    fn action(&mut self, table: &Table, row: &Row) -> (StandardAction, Option<Rule>) {
        let question = text(table, row, "question");
        let asked = self.scored(&question, table.at(row, "question")).unwrap_or(self.root());
        let when = text(table, row, "when");
        let rule =
            Some(when.as_str()).filter(|w| !w.is_empty()).and_then(|w| self.rule(w, &table.at(row, "when"), asked));
        let action = StandardAction {
            id: text(table, row, "id"),
            labels: labels(table, row),
            area: text(table, row, "area"),
            typical_days: self.number(table, row, "typical_days", 1.0),
            question,
            when,
        };
        (action, rule)
    }

    /// The question that is named; a blank one is told by the recipe's own checks.
    fn scored(&mut self, name: &str, at: CellRef) -> Option<crate::NodeId> {
        if name.is_empty() {
            return None;
        }
        let found = self.by_name.get(name).and_then(|nodes| nodes.first()).copied();
        if found.is_none() {
            match self.findings.near(name, self.by_name.keys().map(String::as_str)) {
                Some(near) => self.findings.put(codes::RECIPE_QUESTION_NEAR, at, &[("got", name), ("hint", near)]),
                None => self.findings.put(codes::RECIPE_QUESTION, at, &[("got", name)]),
            };
        }
        found
    }

    fn number(&mut self, table: &Table, row: &Row, name: &str, blank: f64) -> f64 {
        let Some(text) = table.get(row, name) else { return blank };
        let number = text.replace(',', ".").parse().ok().filter(|x: &f64| x.is_finite());
        number.unwrap_or_else(|| {
            self.findings.put(codes::RECIPE_NUMBER, table.at(row, name), &[("got", text)]);
            blank
        })
    }
}

fn rows(table: Option<&Table>) -> impl Iterator<Item = (&Table, &Row)> {
    table.into_iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)))
}

fn text(table: &Table, row: &Row, name: &str) -> String {
    table.get(row, name).unwrap_or_default().to_owned()
}

/// By the code of their language; French where none is named, the source of all words here.
fn labels(table: &Table, row: &Row) -> BTreeMap<String, String> {
    let mut labels = BTreeMap::new();
    for (column, label) in table.all(row, "label") {
        let language = column.language.as_deref().map_or_else(|| "fr".to_owned(), code);
        labels.insert(language, label.to_owned());
    }
    labels
}
