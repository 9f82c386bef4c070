//! From a draft to a session and back.

use std::collections::{BTreeMap, VecDeque};

use super::core::{Core, NONE, SlotId, at, next};
use super::plan::reactive;
use super::value::{CHARS_MAX, typed};
use crate::answers::{Kept, KeptInstance, KeptPlace};
use crate::form::Property;
use crate::{Answers, InstanceKey, Question};

impl Core {
    /// The first load: preloads, static defaults, then everything that is computed, then dynamic defaults.
    pub fn create(&mut self) {
        self.grow(NONE, InstanceKey::ROOT, String::new(), true);
        let base = self.instance(0).map_or(0, |i| i.base);
        for slot in self.block_slots(0) {
            let preload = self.question(slot).and_then(|q| q.preload);
            let value = preload.and_then(|p| self.preload(p)).filter(|v| !v.is_empty());
            value.into_iter().for_each(|v| self.begin_with(slot, v));
        }
        if let Some(id) = self.meta("instanceID")
            && self.slot(id).is_some_and(|s| s.value.is_empty())
        {
            let value = self.preload("uid").unwrap_or_default();
            self.begin_with(id, value);
        }
        self.wake(base);
    }

    /// What the app fills in when an entry is begun; nothing where it does so later, or has nothing.
    fn preload(&mut self, preload: &str) -> Option<String> {
        match preload {
            "start" => Some(date_time((self.now)())),
            "today" => Some(date_time((self.now)()).chars().take(10).collect()),
            "deviceid" => Some(self.env.device.clone()),
            "username" => Some(self.env.user.clone()),
            "phonenumber" | "phone number" => Some(self.env.phone.clone()),
            "email" => Some(self.env.email.clone()),
            "uid" | "uuid" | "instanceID" => Some(format!("uuid:{}", super::new_uuid(&mut **self.chance.borrow_mut()))),
            _ => None,
        }
    }

    /// Computes all, without triggers, and begins to listen.
    fn wake(&mut self, base: SlotId) {
        self.unordered = true;
        self.settle(base);
        // Nobody to tell: a limit that was met is kept among the troubles.
        let _met = self.spread();
        self.cells.iter_mut().for_each(|c| c.held = false);
        self.touched.clear();
        self.added.clear();
        self.removed.clear();
        self.lost.clear();
        self.stored.clear();
        self.awake = true;
    }

    /// Takes a draft up again: nothing that exists begins anew.
    pub fn restore(&mut self, answers: Answers) {
        self.grow(NONE, InstanceKey::ROOT, String::new(), false);
        self.parked = answers.parked;
        let parked = std::mem::take(&mut self.parked.instances);
        self.restore_instances(answers.instances.into_iter().chain(parked).collect());
        let parked = std::mem::take(&mut self.parked.values);
        for (place, kept) in parked.into_iter().chain(answers.values) {
            if !self.restore_value(&place, &kept) {
                self.parked.values.insert(place, kept);
            }
        }
        let parked = std::mem::take(&mut self.parked.not_applicable);
        for place in parked.into_iter().chain(answers.not_applicable) {
            match self.kept_slot(&place).filter(|s| self.question(*s).is_some()).and_then(|s| self.slot_mut(s)) {
                Some(slot) => slot.not_applicable = true,
                None => {
                    self.parked.not_applicable.insert(place);
                }
            }
        }
        self.wake(self.instance(0).map_or(0, |i| i.base));
    }

    /// Instances around first; those without a place are parked.
    fn restore_instances(&mut self, instances: Vec<KeptInstance>) {
        let mut by_parent: BTreeMap<InstanceKey, Vec<KeptInstance>> = BTreeMap::new();
        instances.into_iter().for_each(|i| by_parent.entry(i.parent).or_default().push(i));
        let mut parents = VecDeque::from([InstanceKey::ROOT]);
        while let Some(parent) = parents.pop_front() {
            for kept in by_parent.remove(&parent).unwrap_or_default() {
                let node = self.plan.by_path.get(&kept.range).copied();
                let around = self.by_key.get(&parent).copied();
                let slot = node.zip(around).and_then(|(node, around)| self.inner(around, node));
                let range = slot.and_then(|s| self.slot(s)).map(|s| s.range).filter(|r| *r != NONE);
                let free = !self.by_key.contains_key(&kept.key);
                match range.filter(|_| free).and_then(|r| self.attach(r, kept.key, kept.order_key.clone(), false)) {
                    Some(_) => parents.push_back(kept.key),
                    None => self.parked.instances.push(kept),
                }
            }
        }
        self.parked.instances.extend(by_parent.into_values().flatten());
    }

    fn kept_slot(&self, (key, path): &KeptPlace) -> Option<SlotId> {
        let node = *self.plan.by_path.get(path)?;
        self.inner(*self.by_key.get(key)?, node)
    }

    fn restore_value(&mut self, place: &KeptPlace, kept: &Kept) -> bool {
        let Some(slot) = self.kept_slot(place) else { return false };
        let range = self.slot(slot).map_or(NONE, |s| s.range);
        if self.is_counted(range) {
            let found = self.ranges.get_mut(at(range)).zip(kept.value.parse::<usize>().ok());
            return found.map(|(r, count)| r.visible = count.min(r.instances.len())).is_some();
        }
        let drawn = self.slot(slot).and_then(|s| self.plan.of(s.node)).is_some_and(|d| d.drawn);
        let Some(question) = self.question(slot) else { return false };
        let value = typed(question.data, &kept.value).filter(|v| !v.is_empty() && v.chars().count() <= CHARS_MAX);
        let Some(value) = value.filter(|_| drawn || !reactive(question)) else { return false };
        let cell = super::plan::number(Property::Calculation);
        let cell = self.slot(slot).and_then(|s| s.cells.get(cell).copied()).unwrap_or(NONE);
        if let Some(found) = self.cells.get_mut(at(cell)) {
            found.held = drawn;
        }
        if let Some(found) = self.slot_mut(slot) {
            found.value = value;
            found.auto = kept.auto;
        }
        true
    }

    /// What the draft holds of a slot.
    pub fn kept(&self, slot: SlotId) -> Option<Kept> {
        let found = self.slot(slot).filter(|s| s.live)?;
        if let Some(range) = self.range(found.range) {
            let needed = range.uncounted && range.visible > 0;
            return needed.then(|| Kept { value: range.visible.to_string(), auto: true });
        }
        let question = self.question(slot)?;
        let drawn = self.plan.of(found.node).is_some_and(|d| d.drawn);
        let keeps = !found.value.is_empty() && (drawn || !reactive(question));
        keeps.then(|| Kept { value: found.value.clone(), auto: found.auto })
    }

    /// The draft.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers { parked: self.parked.clone(), ..Answers::default() };
        for slot in (0..next(&self.slots)).filter(|s| self.slot(*s).is_some_and(|s| s.live)) {
            let Some(place) = self.kept_place(slot) else { continue };
            if self.slot(slot).is_some_and(|s| s.not_applicable) {
                answers.not_applicable.insert(place.clone());
            }
            if let Some(kept) = self.kept(slot) {
                answers.values.insert(place, kept);
            }
        }
        answers.instances.extend((1..next(&self.instances)).filter_map(|i| self.kept_instance(i)));
        answers
            .instances
            .sort_by(|a, b| (&a.range, a.parent, &a.order_key, a.key).cmp(&(&b.range, b.parent, &b.order_key, b.key)));
        answers
    }

    /// Where the draft holds a slot's value.
    pub fn kept_place(&self, slot: SlotId) -> Option<KeptPlace> {
        let found = self.slot(slot)?;
        Some((self.instance(found.instance)?.key, self.form.node(found.node)?.path.clone()))
    }

    /// An instance as the draft holds it.
    pub fn kept_instance(&self, instance: u32) -> Option<KeptInstance> {
        let found = self.instance(instance).filter(|i| i.live)?;
        let range = self.range(found.range)?;
        let around = self.slot(range.slot)?;
        Some(KeptInstance {
            key: found.key,
            range: self.form.node(around.node)?.path.clone(),
            parent: self.instance(around.instance)?.key,
            order_key: found.order_key.clone(),
        })
    }

    /// Nodes with a value that is filled in when the entry is finalised.
    pub fn end_nodes(&self) -> Vec<SlotId> {
        self.block_slots(0).filter(|s| self.question(*s).and_then(|q| q.preload) == Some("end")).collect()
    }

    /// Whether somebody can answer it.
    pub fn is_asked(question: &Question) -> bool {
        !matches!(question.control, crate::Control::None | crate::Control::Note)
    }
}

/// Local time with its offset, as ODK writes it: `2026-11-24T10:00:00.000+01:00`.
pub fn date_time((milliseconds, offset_minutes): (i64, i32)) -> String {
    let zone = chrono::FixedOffset::east_opt(offset_minutes.saturating_mul(60));
    let instant = chrono::DateTime::from_timestamp_millis(milliseconds);
    match (instant, zone) {
        (Some(instant), Some(zone)) => instant.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string(),
        _ => String::new(),
    }
}
