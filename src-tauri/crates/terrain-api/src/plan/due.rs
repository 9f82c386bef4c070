//! What plans promise for a day and is not done yet. It is worked out once and kept until something of the plan changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use terrain_domain::ActionLife;
use uuid::Uuid;

use super::alike::may_be_alike;
use super::lives::LivingAction;
use crate::entry::text_of;
use crate::{Fault, Session};

/// What another version of the app worked out is worked out again.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An action that is open and promised for a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Due {
    pub on: NaiveDate,
    pub title: String,
}

impl Due {
    fn of(action: &LivingAction) -> Option<Self> {
        let on = action.life.due_on.filter(|_| action.life.is_open())?;
        Some(Self { on, title: text_of(&action.row, "title").unwrap_or_default() })
    }

    /// How it stands on a day.
    pub fn life(&self) -> ActionLife {
        ActionLife { due_on: Some(self.on), ..ActionLife::default() }
    }
}

impl Session {
    /// What these plans promise for a day and is not done, the first day first.
    pub(crate) fn dues(&mut self, plans: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, Vec<Due>>, Fault> {
        let mut found: BTreeMap<Uuid, Vec<Due>> = BTreeMap::new();
        for (plan, line) in self.store.plan_lines()? {
            let known =
                serde_json::from_str::<(String, Vec<Due>)>(&line).ok().filter(|(version, _)| version == VERSION);
            if let (Some((_, dues)), true) = (known, plans.contains(&plan)) {
                found.insert(plan, dues);
            }
        }
        let unknown: BTreeSet<Uuid> = plans.iter().filter(|plan| !found.contains_key(plan)).copied().collect();
        if unknown.is_empty() {
            return Ok(found);
        }
        let mut of_plan: BTreeMap<Uuid, Vec<LivingAction>> =
            unknown.into_iter().map(|plan| (plan, Vec::new())).collect();
        let asked: BTreeSet<Uuid> = of_plan.keys().copied().collect();
        for action in self.living_actions(&asked)?.into_values() {
            of_plan.entry(action.cooperative).or_default().push(action);
        }
        let mut new = BTreeMap::new();
        for (plan, actions) in of_plan {
            let mut dues: Vec<Due> = actions.iter().filter_map(Due::of).collect();
            dues.sort_by_key(|due| due.on);
            // Which of them are one hangs on forms that may come later.
            if asked.contains(&plan) && !may_be_alike(&actions) {
                new.insert(plan, serde_json::to_string(&(VERSION, &dues)).unwrap_or_default());
            }
            found.insert(plan, dues);
        }
        // Where the disk is full, it is worked out again the next time.
        match self.store.keep_plan_lines(&new) {
            Err(e) if !e.is_full() => Err(e.into()),
            _ => Ok(found),
        }
    }
}
