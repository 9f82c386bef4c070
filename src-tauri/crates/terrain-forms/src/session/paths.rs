//! Paths with positions, `/data/member[2]/age`: for people, runs and exports. Inside, places are named for ever.

use uuid::Uuid;

use super::core::{Core, Slot, SlotId};
use crate::{InstanceKey, NodeKind};

impl Core {
    /// Path of a slot, with the positions of the instances around it.
    pub fn path(&self, slot: SlotId) -> String {
        let mut parts = Vec::new();
        let mut next = self.slot(slot).map(|s| (slot, s));
        while let Some((id, found)) = next {
            let name = self.form.node(found.node).map_or("", |n| &n.name);
            let mut up = found.parent;
            if self.is_base(id) && self.slot(up).is_some() {
                let position = self.instance(found.instance).map_or(0, |i| i.position);
                parts.push(format!("{name}[{position}]"));
                up = self.slot(up).map_or(up, |range| range.parent);
            } else {
                parts.push(name.to_owned());
            }
            next = self.slot(up).map(|s| (up, s));
        }
        parts.reverse();
        format!("/{}", parts.join("/"))
    }

    /// The slot of a path; a repeat without a position is the repeat as a whole, as long as nothing follows.
    pub fn resolve(&self, path: &str) -> Option<SlotId> {
        let mut parts = path.strip_prefix('/')?.split('/');
        let mut slot = self.instance(0)?.base;
        if self.node(slot)?.name != parts.next()? {
            return None;
        }
        for part in parts {
            let (name, position) = match part.split_once('[') {
                Some((name, rest)) => (name, Some(rest.strip_suffix(']')?.parse::<usize>().ok()?)),
                None => (part, None),
            };
            let inside = self.slot(slot)?;
            if self.range(inside.range).is_some() {
                return None;
            }
            slot = self.inner(inside.instance, self.plan.child(inside.node, name)?)?;
            if let Some(position) = position {
                let range = self.range(self.slot(slot)?.range)?;
                let place = position.checked_sub(1).filter(|p| *p < range.visible)?;
                slot = self.instance(*range.instances.get(place)?)?.base;
            }
        }
        Some(slot)
    }

    /// A name for ever for the instance that the form itself makes at this place of this entry: the same on every laptop, and
    /// another in every entry.
    pub fn derived_key(&self, range: u32, order_key: &str) -> InstanceKey {
        let parent = self.range(range).and_then(|r| self.slot(r.slot)).and_then(|s| self.instance(s.instance));
        let path = self.range(range).and_then(|r| self.node(r.slot)).map_or("", |n| &n.path);
        let entry = Uuid::from_u128(self.env.entry).to_string();
        let parent = parent.filter(|i| i.key != InstanceKey::ROOT);
        let parent = parent.map(|i| Uuid::from_u128(i.key.0).to_string()).unwrap_or_default();
        let mut attempt = String::new();
        loop {
            let order = format!("{order_key}{attempt}");
            let key = InstanceKey(terrain_domain::v5("instance", &[&entry, path, &parent, &order]).as_u128());
            if !self.by_key.contains_key(&key) {
                return key;
            }
            attempt.push('+');
        }
    }

    /// Order of the last instance of a repeat.
    pub fn last_order(&self, range: u32) -> String {
        let last = self.range(range).and_then(|r| r.instances.last()).and_then(|i| self.instance(*i));
        last.map(|i| i.order_key.clone()).unwrap_or_default()
    }

    /// Where the name of the entry is kept (`meta/instanceID`).
    pub fn instance_id(&self) -> Option<&Slot> {
        self.meta("instanceID").and_then(|id| self.slot(id))
    }

    /// A node of the form's `meta` group.
    pub fn meta(&self, name: &str) -> Option<SlotId> {
        let meta = self.plan.child(crate::NodeId(0), "meta")?;
        let child = self.plan.child(meta, name)?;
        let question = matches!(self.form.node(child)?.kind, NodeKind::Question(_));
        self.inner(0, child).filter(|_| question)
    }
}
