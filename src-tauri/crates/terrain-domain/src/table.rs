//! The permission table as it is published and travels in the log, so that an older app judges newer segments alike.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{KINDS, Role, Who};

/// Kinds and rights under one number; a published table never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// From 1.
    pub number: u32,
    /// Kind → fields and writers.
    pub kinds: BTreeMap<String, TableKind>,
}

/// One kind of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableKind {
    /// How rows get their identifier: `v7`, `one`, or `v5` with the fields of the recipe.
    pub id: String,
    /// Field → type in the model's notation.
    pub fields: BTreeMap<String, String>,
    /// Who may write.
    pub writers: Vec<TableWriter>,
}

/// One right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableWriter {
    /// `role:coach`, `own_row`, `owner` or `root`.
    pub who: String,
    /// Which fields; nothing means all, making and deleting included.
    pub fields: Option<Vec<String>>,
}

/// Number of the table that this app writes under.
pub const TABLE_NUMBER: u32 = 1;

impl Table {
    /// The table of this app.
    pub fn current() -> Self {
        let kinds = KINDS.iter().map(|k| {
            let fields = k.fields.iter().map(|f| (f.name.to_owned(), f.ty.notation())).collect();
            let writers = k.writers.iter().map(|w| TableWriter {
                who: match w.who {
                    Who::Role(role) => format!("role:{}", role.code()),
                    Who::OwnRow => "own_row".into(),
                    Who::Owner => "owner".into(),
                    Who::Root => "root".into(),
                },
                fields: w.fields.map(|names| names.iter().map(|n| (*n).to_owned()).collect()),
            });
            (k.name.to_owned(), TableKind { id: k.id.notation(), fields, writers: writers.collect() })
        });
        Self { number: TABLE_NUMBER, kinds: kinds.collect() }
    }

    /// Whether rows of this kind carry a derived identifier, which says nothing of who made them.
    pub fn is_derived(&self, kind: &str) -> bool {
        self.kinds.get(kind).is_some_and(|k| k.id.starts_with("v5"))
    }

    /// Whether this field of this kind may be written; `role` is nothing for the paper key.
    pub fn permits(&self, kind: &str, field: &str, role: Option<Role>, own_row: bool, owner: bool) -> bool {
        let Some(kind) = self.kinds.get(kind) else { return false };
        kind.writers.iter().any(|w| {
            let who = match w.who.as_str() {
                "own_row" => own_row,
                "owner" => owner,
                "root" => role.is_none(),
                who => role.is_some_and(|r| who.strip_prefix("role:") == Some(r.code())),
            };
            who && w.fields.as_ref().is_none_or(|fields| fields.iter().any(|f| f == field))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A published table never changes: what devices wrote under it must be judged alike for ever. New kinds, fields and
    /// rights go into a table of the next number.
    #[test]
    fn the_published_table_is_as_it_was_published() {
        let published = include_str!("../tests/table-1.json");
        assert_eq!(serde_json::from_str::<Table>(published).unwrap(), Table::current());
    }

    #[test]
    fn rights_follow_role_kind_field_and_row() {
        let table: Table = serde_json::from_str(&serde_json::to_string(&Table::current()).unwrap()).unwrap();
        let check = |kind, field, role, own, expected| {
            assert_eq!(table.permits(kind, field, role, own, false), expected, "{kind}.{field} {role:?}");
        };
        let (coach, coordinator) = (Some(Role::Coach), Some(Role::RegionalCoordinator));
        check("cooperative", "name_fr", coach, false, true);
        check("cooperative", "_row", coach, false, true);
        check("cooperative", "name_fr", Some(Role::Evaluator), false, false);
        check("assignment", "person", coach, false, false);
        check("assignment", "person", coordinator, false, true);
        check("person", "phone", coach, true, true);
        check("person", "phone", coach, false, false);
        check("person", "name", coach, true, false);
        check("person", "_row", coach, true, false);
        check("unheard_of", "x", coordinator, false, false);
        check("programme", "name_fr", None, false, false);
    }
}
