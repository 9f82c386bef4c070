//! Conditions of standard actions (`terrain_actions`, column `when`), asked of the answers as they stand.

use super::Session;
use super::evaluate::{As, Outcome};

impl Session {
    /// The rows of `terrain_actions` whose condition holds now: (action, question).
    pub fn actions_held(&self) -> Vec<(String, String)> {
        let root = self.core.instance(0).map_or(0, |i| i.base);
        let rules = self.core.form.action_rules.iter();
        let held = rules.filter(|(_, _, rule)| {
            let outcome = rule.as_ref().map(|rule| self.core.evaluate(&rule.expr, root, As::Truth).0);
            matches!(outcome, Some(Outcome::Truth(true)))
        });
        held.map(|(action, question, _)| (action.clone(), question.clone())).collect()
    }
}
