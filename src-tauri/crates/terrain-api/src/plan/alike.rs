//! Two laptops that decide on the same suggestion without knowing of each other make two actions of it: they are read as one.
//! The published table has actions named by whoever makes them, so that both rows stay in the log.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::{Value, normalise, objective_progress};
use terrain_store::Row;
use uuid::Uuid;

use super::lives::{LivingAction, day_of};
use super::view::ObjectiveView;
use crate::entry::{id_of, text_of};
use crate::{Fault, Session};

/// Where an action of a plan comes from.
type Origin = (Uuid, String);

/// An action with the rows that are read as it.
pub(super) type AsOne = (Row, Vec<Uuid>);

/// What may have been made of a suggestion: it is kept under an objective, or refused. Promises of visits are neither.
fn origin(row: &Row) -> Option<Origin> {
    let decided = id_of(row, "objective").is_some() || text_of(row, "refused").is_some();
    decided.then_some((id_of(row, "cooperative")?, text_of(row, "origin")?))
}

/// Whether several of these come from one suggestion, whatever they are read as.
pub(super) fn may_be_alike(actions: &[LivingAction]) -> bool {
    let mut origins = BTreeSet::new();
    actions.iter().any(|a| !a.also.is_empty() || origin(&a.row).is_some_and(|origin| !origins.insert(origin)))
}

/// One of several: one that was kept rather than one that was refused, then the oldest. What it does not say and another
/// does is read from the other.
fn one_of(mut rows: Vec<Row>) -> Option<AsOne> {
    rows.sort_by_key(|row| (text_of(row, "refused").is_some(), row.id));
    let mut rows = rows.into_iter();
    let (mut one, mut also) = (rows.next()?, Vec::new());
    for other in rows {
        also.push(other.id);
        for (field, value) in other.fields.into_iter().filter(|(field, _)| *field != "refused") {
            let known = one.fields.entry(field).or_insert(Value::Null);
            if *known == Value::Null {
                *known = value;
            }
        }
    }
    Some((one, also))
}

/// Objectives of one plan that say the same of the same area, as two laptops make them: each with the one it is read as, the
/// oldest.
pub(super) fn objectives_as_one(rows: &[Row]) -> BTreeMap<Uuid, Uuid> {
    let mut first: BTreeMap<(Option<String>, String), Uuid> = BTreeMap::new();
    let said = |row: &Row| (text_of(row, "area"), normalise(&text_of(row, "title").unwrap_or_default()));
    for row in rows {
        let known = first.entry(said(row)).or_insert(row.id);
        *known = (*known).min(row.id);
    }
    rows.iter().filter_map(|row| Some((row.id, *first.get(&said(row))?))).collect()
}

/// The objectives that are read, in the order of their areas, each as far as its actions are.
pub(super) fn objectives(rows: &[Row], as_one: &BTreeMap<Uuid, Uuid>, actions: &[&LivingAction]) -> Vec<ObjectiveView> {
    let view = |row: &Row| {
        let of = |a: &&&LivingAction| id_of(&a.row, "objective").and_then(|id| as_one.get(&id)) == Some(&row.id);
        ObjectiveView {
            id: row.id,
            area: text_of(row, "area").unwrap_or_default(),
            title: text_of(row, "title").unwrap_or_default(),
            horizon: day_of(row, "horizon"),
            progress: objective_progress(actions.iter().filter(of).map(|a| &a.life)),
        }
    };
    let shown = rows.iter().filter(|row| as_one.get(&row.id) == Some(&row.id));
    let mut objectives: Vec<ObjectiveView> = shown.map(view).collect();
    let place = |area: &str| terrain_domain::DIMENSIONS.iter().position(|d| *d == area);
    objectives.sort_by_key(|o| (place(&o.area), o.id));
    objectives
}

impl Session {
    /// Actions, each once.
    pub(super) fn as_one(&mut self, rows: Vec<Row>) -> Result<Vec<AsOne>, Fault> {
        let mut times: BTreeMap<Origin, usize> = BTreeMap::new();
        for origin in rows.iter().filter_map(origin) {
            *times.entry(origin).or_default() += 1;
        }
        times.retain(|_, times| *times > 1);
        // Forms are read only where there is something to tell apart.
        let standard = if times.is_empty() { BTreeSet::new() } else { self.standard_actions()? };
        times.retain(|(_, origin), _| standard.contains(origin));
        let (mut alike, mut found): (BTreeMap<Origin, Vec<Row>>, _) = (BTreeMap::new(), Vec::new());
        for row in rows {
            match origin(&row).filter(|origin| times.contains_key(origin)) {
                Some(origin) => alike.entry(origin).or_default().push(row),
                None => found.push((row, Vec::new())),
            }
        }
        found.extend(alike.into_values().filter_map(one_of));
        Ok(found)
    }

    /// What the diagnostics that are here can suggest.
    pub(super) fn standard_actions(&mut self) -> Result<BTreeSet<String>, Fault> {
        let forms = self.store.rows("form", &[("purpose", Value::Text("diagnostic".into()))])?;
        let mut standard = BTreeSet::new();
        for row in forms {
            // One whose workbook has not come suggests nothing yet.
            let Ok(form) = self.form(&row) else { continue };
            standard.extend(form.recipe.iter().flat_map(|recipe| &recipe.actions).map(|action| action.id.clone()));
        }
        Ok(standard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u128, fields: &[(&'static str, &str)]) -> Row {
        let fields = fields.iter().map(|(field, text)| (*field, Value::Text((*text).to_owned())));
        Row { id: Uuid::from_u128(id), fields: fields.collect(), disagreements: Vec::new(), sealed: Vec::new() }
    }

    #[test]
    fn what_was_kept_stands_and_takes_what_the_other_says() {
        let kept = row(2, &[("title", "Tenir un cahier")]);
        let refused = row(1, &[("title", "Autre"), ("owner", "la trésorière"), ("refused", "Trop tôt")]);
        let (one, also) = one_of(vec![refused, kept]).unwrap();
        assert_eq!((one.id, also), (Uuid::from_u128(2), vec![Uuid::from_u128(1)]));
        let said = |field| text_of(&one, field);
        assert_eq!((said("title"), said("owner")), (Some("Tenir un cahier".into()), Some("la trésorière".into())));
        assert_eq!(said("refused"), None);
    }
}
