//! Which cooperative a row speaks of: by ICE, else by its number in the local register, else by its name.

use std::collections::BTreeMap;

use serde::Serialize;
use terrain_domain::{Looked, Value, normalise};
use terrain_store::Row;
use uuid::Uuid;

use crate::entry::text_of;
use crate::twins::looked;

/// What identifies a cooperative, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    ice: Option<String>,
    /// Number and court: each court keeps its own register.
    register: Option<(String, Option<String>)>,
    names: Vec<String>,
}

impl Marks {
    /// The marks among these fields, normalised.
    pub(crate) fn of<'v>(field: impl Fn(&str) -> Option<&'v Value>) -> Self {
        let text = |name: &str| match field(name) {
            Some(Value::Text(t)) => Some(normalise(t)).filter(|t| !t.is_empty()),
            _ => None,
        };
        let register = text("local_register_number").map(|number| (number, text("court")));
        Self { ice: text("ice"), register, names: ["name_fr", "name_ar"].into_iter().filter_map(text).collect() }
    }

    /// Whether there is a name.
    pub(crate) fn named(&self) -> bool {
        !self.names.is_empty()
    }

    fn keys(&self) -> impl Iterator<Item = String> {
        let ice = self.ice.iter().map(|t| format!("ice:{t}"));
        let register = self.register.iter().map(|(number, _)| format!("register:{number}"));
        ice.chain(register).chain(self.names.iter().map(|t| format!("name:{t}")))
    }

    /// Another ICE, or another number or court of the local register, means another cooperative.
    fn contradict(&self, other: &Self) -> bool {
        if let (Some(a), Some(b)) = (&self.ice, &other.ice) {
            return a != b;
        }
        match (&self.register, &other.register) {
            (Some((a, court_a)), Some((b, court_b))) => {
                a != b || matches!((court_a, court_b), (Some(a), Some(b)) if a != b)
            }
            _ => false,
        }
    }
}

/// Where a cooperative was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// In the programme: which of its rows.
    Stored(usize),
    /// In the file: its row.
    File(u32),
}

/// All cooperatives met so far, found by any of their marks.
#[derive(Default)]
pub(crate) struct Known {
    by_key: BTreeMap<String, Vec<usize>>,
    met: Vec<(Source, Marks)>,
}

impl Known {
    /// Those of the programme.
    pub(crate) fn of(rows: &[Row]) -> Self {
        let mut known = Self::default();
        for (i, row) in rows.iter().enumerate() {
            known.add(Source::Stored(i), &Marks::of(|f| row.fields.get(f)));
        }
        known
    }

    /// One more.
    pub(crate) fn add(&mut self, source: Source, marks: &Marks) {
        for key in marks.keys() {
            self.by_key.entry(key).or_default().push(self.met.len());
        }
        self.met.push((source, marks.clone()));
    }

    /// A row of the programme counts as met in the file from now on.
    pub(crate) fn replace(&mut self, stored: usize, row: u32, marks: &Marks) {
        for key in marks.keys() {
            for at in self.by_key.get(&key).into_iter().flatten() {
                if let Some((source, _)) = self.met.get_mut(*at)
                    && *source == Source::Stored(stored)
                {
                    *source = Source::File(row);
                }
            }
        }
    }

    /// Those that share the surest mark which any shares, and contradict no other.
    pub(crate) fn find(&self, marks: &Marks) -> Vec<Source> {
        for key in marks.keys() {
            let met = self.by_key.get(&key).into_iter().flatten().filter_map(|at| self.met.get(*at));
            let mut found: Vec<Source> = met.filter(|(_, m)| !marks.contradict(m)).map(|(s, _)| *s).collect();
            found.dedup();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

/// What a new row looks like: a cooperative that is there, or another new row.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Resembled {
    /// Its name.
    pub name: String,
    /// Its row in the file; nothing where it is in the programme.
    pub row: Option<u32>,
}

/// Most new rows that are compared with what is there: a longer table is no list of cooperatives.
const COMPARED_MAX: usize = 5_000;

/// Which of the new rows look as if they were entered twice: each by its row in the file, with its fields.
pub(crate) fn resembled(existing: &[Row], new: &[(u32, BTreeMap<&'static str, Value>)]) -> BTreeMap<u32, Resembled> {
    if new.len() > COMPARED_MAX {
        return BTreeMap::new();
    }
    let as_row = |fields: &BTreeMap<&'static str, Value>| Row {
        id: Uuid::nil(),
        fields: fields.clone(),
        disagreements: Vec::new(),
        sealed: Vec::new(),
    };
    let all: Vec<Row> = existing.iter().cloned().chain(new.iter().map(|(_, fields)| as_row(fields))).collect();
    let seen: Vec<Looked> = all.iter().map(looked).collect();
    let number = |at: usize| at.checked_sub(existing.len()).and_then(|at| new.get(at)).map(|(number, _)| *number);
    let name = |at: usize| all.get(at).and_then(|row| text_of(row, "name_fr")).unwrap_or_default();
    let mut found = BTreeMap::new();
    for (one, other, _) in terrain_domain::twins(&seen) {
        let (first, second) = (one.min(other), one.max(other));
        if let Some(row) = number(second) {
            found.entry(row).or_insert_with(|| Resembled { name: name(first), row: number(first) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Marks {
        let fields: BTreeMap<String, Value> = text
            .split_whitespace()
            .filter_map(|t| t.split_once('='))
            .map(|(k, v)| (k.into(), Value::Text(v.into())))
            .collect();
        Marks::of(|f| fields.get(f))
    }

    /// A row against two cooperatives of the programme: which of them it speaks of.
    #[test]
    fn a_row_finds_the_cooperative_it_speaks_of() {
        let stored = ["ice=1 local_register_number=7 court=Agadir name_fr=Tafraout", "name_fr=Amal name_ar=الأمل"];
        let check = |row: &str, expected: &[usize]| {
            let mut known = Known::default();
            for (i, text) in stored.iter().enumerate() {
                known.add(Source::Stored(i), &marks(text));
            }
            let expected: Vec<Source> = expected.iter().map(|i| Source::Stored(*i)).collect();
            assert_eq!(known.find(&marks(row)), expected, "{row}");
        };
        check("ice=1 name_fr=Autre", &[0]);
        check("ice=2 name_fr=Tafraout", &[]);
        check("local_register_number=7 name_fr=Autre", &[0]);
        check("local_register_number=7 court=Tiznit name_fr=Tafraout", &[]);
        check("local_register_number=8 court=Agadir name_fr=Tafraout", &[]);
        check("name_fr=TAFRAOUT", &[0]);
        check("name_ar=الامل", &[1]);
        check("name_fr=Inconnue", &[]);
    }
}
