//! The permission table as it is published and travels in the log, so that an older app judges newer segments alike.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
pub const TABLE_NUMBER: u32 = 3;
/// What was published under each number, from 1, as JSON.
pub const PUBLISHED_TABLES: [&str; TABLE_NUMBER as usize] = [
    include_str!("../tests/table-1.json"),
    include_str!("../tests/table-2.json"),
    include_str!("../tests/table-3.json"),
];

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

    /// Whether this row carries a derived identifier, which says nothing of who made it.
    pub fn is_derived(&self, kind: &str, row: &Uuid) -> bool {
        let either = row.get_version_num() == 5;
        self.kinds.get(kind).is_some_and(|k| k.id.starts_with("v5") || k.id.starts_with("v7 or v5") && either)
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
    /// rights go into a table of the next number. The names are UUIDs of the files' texts.
    #[test]
    fn published_tables_are_as_they_were_published() {
        let name = |text: &str| Uuid::new_v5(&Uuid::NAMESPACE_OID, text.replace("\r\n", "\n").as_bytes()).to_string();
        let names: Vec<String> = PUBLISHED_TABLES.iter().map(|text| name(text)).collect();
        assert_eq!(
            names,
            [
                "fd258366-e93b-5d92-8c81-a8367cacdc60",
                "da7fc549-272b-5d99-baca-cce9057ffe58",
                "7f85317b-d83a-5155-920f-640ff3ec8577"
            ]
        );
        assert_eq!(published().last(), Some(&Table::current()));
        assert!(published().iter().zip(1..).all(|(table, number)| table.number == number));
    }

    fn published() -> Vec<Table> {
        PUBLISHED_TABLES.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    /// A later table never takes a right away, nor gives a field another type or a kind another way of naming rows.
    #[test]
    fn later_tables_only_add() {
        for pair in published().windows(2) {
            let [before, after] = pair else { panic!("two tables") };
            for (name, kind) in &before.kinds {
                let later = &after.kinds[name];
                assert_eq!(kind.id, later.id, "{name}");
                assert!(kind.fields.iter().all(|(field, ty)| later.fields.get(field) == Some(ty)), "{name}");
                assert!(kind.writers.iter().all(|w| later.writers.contains(w)), "{name}: a right is gone");
            }
        }
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
        check("event", "finalise", coach, false, true);
        check("event", "validate", coach, false, false);
        check("event", "validate", coordinator, false, true);
        check("event", "finalise", Some(Role::NationalAdmin), false, false);
        check("answer", "value", Some(Role::Evaluator), false, true);
        check("form", "workbook", coach, false, false);
        check("remark", "text", Some(Role::NationalAdmin), false, true);
        let (drawn, derived) = (crate::new_v7(1, &[7; 16], 7), crate::v5("instance", &["a"]));
        let derived_ids = [("entry", drawn), ("instance", drawn), ("instance", derived), ("answer", derived)];
        let told: Vec<bool> = derived_ids.iter().map(|(kind, row)| table.is_derived(kind, row)).collect();
        assert_eq!(told, [false, false, true, true]);
    }
}
