//! What plans promise for a day and is not done yet. It is worked out once and kept until something of the plan changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::alike::may_be_alike;
use super::lives::LivingAction;
use crate::entry::text_of;
use crate::worked_out::{self, unless_full};
use crate::{Fault, Session};

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
}

impl Session {
    /// What these plans promise for a day and is not done, the first day first.
    pub(crate) fn dues(&mut self, plans: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, Vec<Due>>, Fault> {
        let lines = self.store.plan_lines()?;
        let kept = |plan: &Uuid| Some((*plan, worked_out::read(lines.get(plan)?)?));
        let mut found: BTreeMap<Uuid, Vec<Due>> = plans.iter().filter_map(kept).collect();
        let unknown: BTreeSet<Uuid> = plans.iter().filter(|plan| !found.contains_key(plan)).copied().collect();
        if unknown.is_empty() {
            return Ok(found);
        }
        let mut of_plan: BTreeMap<Uuid, Vec<LivingAction>> = BTreeMap::new();
        for action in self.living_actions(&unknown)?.into_values() {
            of_plan.entry(action.cooperative).or_default().push(action);
        }
        let mut new = BTreeMap::new();
        for plan in unknown {
            let actions = of_plan.remove(&plan).unwrap_or_default();
            let mut dues: Vec<Due> = actions.iter().filter_map(Due::of).collect();
            dues.sort_by_key(|due| due.on);
            // Which of them are one hangs on forms that may come later.
            if !may_be_alike(&actions) {
                new.insert(plan, worked_out::write(&dues));
            }
            found.insert(plan, dues);
        }
        unless_full(self.store.keep_plan_lines(&new))?;
        Ok(found)
    }
}
