//! One person's answers to a form: what each answer changes, what is asked, offered, computed and wrong now.
//!
//! [`Session`] is the whole of it. What was entered is in [`Answers`](crate::Answers); everything else is computed, and
//! computed again only where something that it reads has changed.

mod actions;
mod choices;
mod core;
mod env;
mod error;
mod evaluate;
mod finish;
mod grow;
mod keep;
mod offer;
mod order;
mod paths;
mod plan;
mod report;
mod spread;
mod state;
mod table;
mod texts;
mod value;
mod view;

use std::sync::Arc;

pub use env::Env;
pub use error::{RepeatError, SetError};
pub use state::{Changes, Offered, Progress, State, Trouble, TroubleKind, Violation, ViolationKind};
pub use table::{Table, TableError};

use self::core::{Core, NONE, Read, SlotId};
use crate::answers::{Kept, KeptInstance};
use crate::{Answers, Control, DataType, Form, InstanceKey, Place};

/// Most instances of one repeat: more than any list that people fill in by hand.
pub const RANGE_INSTANCES_MAX: usize = 1_000;
/// Most instances of an entry in all, repeats within repeats included.
pub const INSTANCES_MAX: usize = 5_000;
/// Most nodes in all instances.
pub const SLOTS_MAX: usize = 200_000;
/// Most work that one answer may cost, in reads of answers and choices: half a second.
pub const WORK_MAX: u64 = 5_000_000;

/// A form that is being filled in.
pub struct Session {
    core: Core,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("form", &self.core.form.id).finish_non_exhaustive()
    }
}

/// The answer as a question writes it.
///
/// # Errors
/// Where the text is no answer to it.
pub(crate) fn canonical(node: &crate::Node, question: &crate::Question, text: &str) -> Result<String, SetError> {
    value::canonical(node, question, text, crate::Deviations::NONE)
}

impl Session {
    /// Begins an entry: preloads, defaults, dynamic defaults once.
    pub fn new(form: Arc<Form>, env: Env) -> Self {
        let mut core = Core::new(form, env);
        core.create();
        Self { core }
    }

    /// Takes a draft up again. Defaults of what exists are not evaluated again; what the form has no place for is parked.
    pub fn restore(form: Arc<Form>, answers: Answers, env: Env) -> Self {
        let mut core = Core::new(form, env);
        core.restore(answers);
        Self { core }
    }

    /// The draft.
    pub fn answers(&self) -> Answers {
        self.core.answers()
    }

    /// What the draft holds of a value; nothing where it is blank or computed.
    pub fn kept(&self, place: &Place) -> Option<Kept> {
        self.core.kept(self.slot(place)?)
    }

    /// What the draft holds of an instance; nothing where there is none (any more).
    pub fn kept_instance(&self, key: InstanceKey) -> Option<KeptInstance> {
        self.core.kept_instance(*self.core.by_key.get(&key)?)
    }

    /// The form.
    pub fn form(&self) -> &Arc<Form> {
        &self.core.form
    }

    /// The language in which it is shown, as the form names it.
    pub fn language(&self) -> &str {
        self.core.form.languages.get(self.core.language).map_or("", String::as_str)
    }

    /// The place of a path with positions; a repeat without a position is the repeat as a whole.
    pub fn resolve(&self, path: &str) -> Option<Place> {
        self.core.resolve(path).and_then(|slot| self.core.place(slot))
    }

    /// The path of a place, with positions; blank where there is none.
    pub fn path(&self, place: &Place) -> String {
        self.slot(place).map_or_else(String::new, |slot| self.core.path(slot))
    }

    /// Answers a question; blank clears it. A broken constraint is no refusal.
    ///
    /// # Errors
    /// Where the place takes no answer now, or the text is no answer to it. After [`SetError::Runaway`] the answer is in.
    pub fn set(&mut self, place: &Place, input: &str) -> Result<Changes, SetError> {
        let slot = self.answerable(place)?;
        let value = self.read(slot, input)?;
        self.core.put(slot, value, false);
        self.follow()
    }

    /// Fills in an answer that nobody entered: what is known from elsewhere. As [`Self::set`], and what is hidden from
    /// people too.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn fill(&mut self, place: &Place, input: &str) -> Result<Changes, SetError> {
        let hidden = self.slot(place).filter(|slot| self.core.question(*slot).is_some_and(plan::hidden));
        let slot = hidden.map_or_else(|| self.answerable(place), Ok)?;
        let value = self.read(slot, input)?;
        self.core.put(slot, value, true);
        self.follow()
    }

    /// Says that a question does not apply, or does after all. The answer, if any, stays.
    ///
    /// # Errors
    /// Where the place is no question that is asked.
    pub fn set_not_applicable(&mut self, place: &Place, not_applicable: bool) -> Result<Changes, SetError> {
        let slot = self.answerable(place)?;
        if let Some(found) = self.core.slot_mut(slot)
            && found.not_applicable != not_applicable
        {
            found.not_applicable = not_applicable;
            self.core.touched.insert(slot);
            self.core.stored.insert(slot);
        }
        self.follow()
    }

    /// Adds an instance to a repeat at a place among the others, from 0; beyond the last it is the last.
    ///
    /// # Errors
    /// Where it is no repeat that people add to, the key is taken, or there are too many.
    pub fn add_repeat(&mut self, range: &Place, key: InstanceKey, at: usize) -> Result<Changes, SetError> {
        let slot = self.slot(range).ok_or(SetError::Unknown)?;
        let found = self.core.slot(slot).ok_or(SetError::Unknown)?;
        let (id, relevant) = (found.range, found.relevant);
        let Some(repeat) = self.core.range(id) else { return Err(SetError::Repeat(RepeatError::NotARepeat)) };
        if self.core.is_counted(id) {
            return Err(SetError::Repeat(RepeatError::Counted));
        }
        if !relevant {
            return Err(SetError::Hidden);
        }
        if self.core.by_key.contains_key(&key) || self.core.parked.instances.iter().any(|i| i.key == key) {
            return Err(SetError::Repeat(RepeatError::KeyTaken));
        }
        let at = at.min(repeat.instances.len());
        let order = |place: Option<usize>| place.map_or("", |p| self.core.order_key(id, p));
        let order_key = order::between(order(at.checked_sub(1)), order(Some(at)));
        let full = SetError::Repeat(RepeatError::Full { max: RANGE_INSTANCES_MAX });
        let made = self.core.attach(id, key, order_key, true).ok_or(full)?;
        let base = self.core.instance(made).map_or(NONE, |i| i.base);
        self.core.added.insert(base);
        self.core.settle(base);
        self.core.touched.insert(slot);
        self.core.tell(Read::Instances(id));
        self.follow()
    }

    /// Removes an instance with everything inside.
    ///
    /// # Errors
    /// Where there is none, or the form says how many there are.
    pub fn remove_repeat(&mut self, key: InstanceKey) -> Result<Changes, SetError> {
        let (id, range, slot) = self.own_instance(key)?;
        self.core.detach(id);
        self.core.touched.insert(slot);
        self.core.tell(Read::Instances(range));
        self.follow()
    }

    /// Puts an instance at another place among those of its repeat, from 0; beyond the last it is the last.
    ///
    /// # Errors
    /// Where there is none, or the form says how many there are.
    pub fn move_repeat(&mut self, key: InstanceKey, at: usize) -> Result<Changes, SetError> {
        let (id, range, slot) = self.own_instance(key)?;
        if self.core.reorder(range, id, at) {
            self.core.touched.insert(slot);
            self.core.tell(Read::Instances(range));
        }
        self.follow()
    }

    /// An instance that people add, move and remove: itself, its range and the slot of that.
    fn own_instance(&self, key: InstanceKey) -> Result<(u32, u32, SlotId), SetError> {
        let id = *self.core.by_key.get(&key).ok_or(SetError::Unknown)?;
        let range = self.core.instance(id).map_or(NONE, |i| i.range);
        let slot = self.core.range(range).map(|r| r.slot).ok_or(SetError::Repeat(RepeatError::NotARepeat))?;
        let counted = self.core.is_counted(range);
        if counted { Err(SetError::Repeat(RepeatError::Counted)) } else { Ok((id, range, slot)) }
    }

    /// Shows the form in another of its languages.
    ///
    /// # Errors
    /// As for what follows from any change.
    pub fn set_language(&mut self, language: &str) -> Result<Changes, SetError> {
        self.core.language = texts::language_index(&self.core.form, language);
        self.core.tell(Read::Language);
        self.core.touched.extend(self.core.walk(false));
        let texts = plan::number(crate::form::Property::Texts);
        let said: Vec<u32> =
            self.core.slots.iter().filter(|s| s.live).filter_map(|s| s.cells.get(texts).copied()).collect();
        said.into_iter().for_each(|cell| self.core.enqueue(cell));
        self.follow()
    }

    /// The slot of a place.
    fn slot(&self, place: &Place) -> Option<SlotId> {
        let instance = *self.core.by_key.get(&place.instance)?;
        self.core.find(instance, place.node)
    }

    /// The slot of a question that can be answered by hand now.
    fn answerable(&self, place: &Place) -> Result<SlotId, SetError> {
        let slot = self.slot(place).ok_or(SetError::Unknown)?;
        let question = self.core.question(slot).ok_or(SetError::Group)?;
        if plan::reactive(question) || matches!(question.control, Control::None) {
            return Err(SetError::Calculated);
        }
        if !self.core.slot(slot).is_some_and(|s| s.relevant) {
            return Err(SetError::Hidden);
        }
        if question.control == Control::Note || self.core.is_readonly(slot) {
            return Err(SetError::Readonly);
        }
        Ok(slot)
    }

    /// The text to store, with choices that are offered.
    fn read(&self, slot: SlotId, input: &str) -> Result<String, SetError> {
        let (Some(node), Some(question)) = (self.core.node(slot), self.core.question(slot)) else {
            return Err(SetError::Group);
        };
        let text = value::canonical(node, question, input, self.core.env.deviations)?;
        if question.choices.is_none() || text.is_empty() {
            return Ok(text);
        }
        let chosen: Vec<&str> = text.split_whitespace().collect();
        if let Some(choice) = chosen.iter().find(|c| !self.core.offers(slot, c)) {
            return Err(SetError::NotOffered { choice: (*choice).to_owned() });
        }
        let offered = self.core.offered(slot);
        match question.data {
            DataType::SelectOne if chosen.len() > 1 => Err(SetError::NotOffered { choice: text }),
            DataType::SelectMultiple => {
                let mut kept: Vec<&str> = Vec::new();
                for choice in offered.into_iter().filter(|o| chosen.contains(o)) {
                    if kept.last() != Some(&choice) {
                        kept.push(choice);
                    }
                }
                Ok(kept.join(" "))
            }
            DataType::Rank if chosen.len() != offered.len() || !offered.iter().all(|o| chosen.contains(o)) => {
                Err(SetError::Malformed { data: DataType::Rank })
            }
            _ => Ok(text),
        }
    }

    fn follow(&mut self) -> Result<Changes, SetError> {
        self.core.spread()?;
        Ok(self.core.report())
    }
}

/// A uuid of version 4 from bits by chance.
fn new_uuid(chance: &mut dyn FnMut() -> u64) -> String {
    let bits = (u128::from(chance()) << 64) | u128::from(chance());
    uuid::Builder::from_random_bytes(bits.to_be_bytes()).into_uuid().to_string()
}

#[cfg(test)]
mod export_tests;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod repeat_tests;
#[cfg(test)]
mod tests;
