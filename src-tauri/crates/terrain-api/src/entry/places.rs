//! From what a person names to places of the form: a name, a path, a path with positions.

use terrain_forms::{InstanceKey, NodeKind, Place};

use super::open::Entry;
use crate::Fault;

/// Longest list of names in a message.
const NAMED_MAX: usize = 10;

impl Entry {
    /// The place that a person names: `/data/group/name`, `group/name`, `name`, `children[2]/age`.
    ///
    /// A bare name inside a repeat means the only instance, where there is one.
    pub(crate) fn place(&self, text: &str) -> Result<Place, Fault> {
        let rooted = format!("/{}/{text}", self.form.root_name);
        let path = if text.starts_with('/') { text } else { rooted.as_str() };
        if let Some(place) = self.session.resolve(path) {
            return Ok(place);
        }
        let wanted: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
        let found: Vec<Place> = self.session.walk().into_iter().filter(|place| self.ends_in(place, &wanted)).collect();
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err(self.unknown(text)),
            several => {
                let paths: Vec<String> = several.iter().take(NAMED_MAX).map(|p| self.session.path(p)).collect();
                Err(Fault::input("fault-ambiguous-question", &[("got", text), ("paths", &paths.join(", "))]))
            }
        }
    }

    /// Whether the names on the way to a place end in these. A position that is named counts; where none is named on the
    /// way, any element of a repeat is meant, and at the end the repeat as a whole.
    fn ends_in(&self, place: &Place, wanted: &[&str]) -> bool {
        let path = self.session.path(place);
        let names: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let mut tail = names.iter().rev().zip(wanted.iter().rev());
        let last = tail.next().is_some_and(|(name, wanted)| name == wanted || name.strip_suffix("[]") == Some(wanted));
        last && names.len() >= wanted.len() && tail.all(|(name, wanted)| name == wanted || bare(name) == *wanted)
    }

    fn unknown(&self, text: &str) -> Fault {
        let name = text.rsplit('/').next().unwrap_or(text);
        let names = self.form.nodes.iter().filter(|n| matches!(n.kind, NodeKind::Question(_))).map(|n| n.name.as_str());
        let hint = terrain_domain::did_you_mean(name, names).unwrap_or_default();
        Fault::input("fault-unknown-question", &[("got", text), ("hint", hint)])
    }

    /// The path of a place as answers keep it: without positions, beside its instance.
    pub(crate) fn kept_place(&self, place: &Place) -> (InstanceKey, String) {
        (place.instance, self.form.node(place.node).map(|n| n.path.clone()).unwrap_or_default())
    }
}

/// `children[2]` → `children`.
fn bare(name: &str) -> &str {
    name.split_once('[').map_or(name, |(bare, _)| bare)
}
