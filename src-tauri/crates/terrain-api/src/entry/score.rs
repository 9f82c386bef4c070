//! The score of an entry, and what moved since another.

use serde::Serialize;
use terrain_domain::{Comparison, ItemAnswer, Recipe, Recomputed, Score, compare, recompute, score as score_of};
use terrain_forms::{InstanceKey, Place};
use uuid::Uuid;

use super::open::{Content, Entry};
use crate::{Fault, Session};

/// A score as it is shown.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ScoreView {
    /// The entry.
    pub entry: Uuid,
    /// Version of the form whose recipe is used.
    pub version: String,
    /// Overall, dimensions, band, flags.
    #[serde(flatten)]
    pub score: Score,
    /// The comparison, where one was asked for.
    pub against: Option<AgainstView>,
}

/// Two entries side by side.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AgainstView {
    /// The other entry, the earlier one.
    pub entry: Uuid,
    /// Version of its form.
    pub version: String,
    /// Its score under its own recipe.
    pub score: Score,
    /// Both under the recipe of the later form.
    pub under_this: UnderView,
    /// Both under the recipe of the earlier form; nothing where the versions are the same.
    pub under_that: Option<UnderView>,
}

/// Two entries under one recipe.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct UnderView {
    /// The version that gives the recipe.
    pub version: String,
    /// The entry of the other version, scored under it: which questions it was not asked, which it has besides.
    pub recomputed: Recomputed,
    /// What moved each axis.
    pub comparison: Comparison,
}

impl Entry {
    /// The recipe of its form.
    pub(crate) fn recipe(&self) -> Result<&Recipe, Fault> {
        let title = self.form.title_in(0).to_owned();
        self.form.recipe.as_ref().ok_or_else(|| Fault::input("fault-form-not-scored", &[("title", &title)]))
    }

    /// How its questions stand for scoring. A question of the same name that is not scored is read too, since another
    /// version may score it.
    pub(crate) fn item_answers(&self) -> Vec<ItemAnswer> {
        let questions = self.form.questions().filter(|(_, node)| node.repeat.is_none());
        let answers = questions.filter_map(|(id, node)| {
            let state = self.session.node(&Place { instance: InstanceKey::ROOT, node: id })?;
            Some(ItemAnswer {
                question: node.name.clone(),
                value: (!state.value.is_empty()).then_some(state.value),
                relevant: state.relevant,
                not_applicable: state.not_applicable,
            })
        });
        answers.collect()
    }
}

/// The score of an entry; `against` an earlier entry, what moved each axis, under either recipe.
pub fn score(session: &mut Session, entry: &str, against: Option<&str>) -> Result<ScoreView, Fault> {
    let this = session.entry(entry, Content::Counted)?;
    let answers = this.item_answers();
    let recipe = this.recipe()?;
    let own = score_of(recipe, &answers);
    let against = match against {
        None => None,
        Some(other) => {
            let that = session.entry(other, Content::Counted)?;
            if that.cooperative != this.cooperative {
                return Err(Fault::input("fault-other-cooperative", &[("got", other)]));
            }
            let (earlier, earlier_recipe) = (that.item_answers(), that.recipe()?);
            let theirs = score_of(earlier_recipe, &earlier);
            let recomputed = recompute(&earlier, earlier_recipe, recipe);
            let comparison = compare(&recomputed.score, &own);
            let under_this = UnderView { version: this.form.version.clone(), recomputed, comparison };
            let under_that = (that.form_row.id != this.form_row.id).then(|| {
                let recomputed = recompute(&answers, recipe, earlier_recipe);
                let comparison = compare(&theirs, &recomputed.score);
                UnderView { version: that.form.version.clone(), recomputed, comparison }
            });
            Some(AgainstView {
                entry: that.id,
                version: that.form.version.clone(),
                score: theirs,
                under_this,
                under_that,
            })
        }
    };
    Ok(ScoreView { entry: this.id, version: this.form.version.clone(), score: own, against })
}
