//! Histories of a document in few words: `F1 V1(sees F1) R1(author, sees F1)`.
//!
//! F finalises, T returns (turns back), V validates, R reopens, C closes. In brackets, separated by commas: who (`author`,
//! who owns the entry; `coach`, another one; `coordinator`, `second`, another one; `boss`, a coordinator who owns it; else
//! the author for F and R, the coordinator for T, V and C), `sees` whom and, through them, all that they saw, or `all`
//! before; `names` a finalise (a validate names the last that it sees unless told); `claims` to have seen whom, truly or not;
//! `says` what its content is.

use std::collections::{BTreeMap, BTreeSet};

use terrain_domain::document::{Act, Document, Event, document};
use uuid::Uuid;

pub const AUTHOR: Uuid = Uuid::from_u128(1_001);
const PEOPLE: [(&str, Uuid, bool); 5] = [
    ("author", AUTHOR, false),
    ("coach", Uuid::from_u128(1_002), false),
    ("coordinator", Uuid::from_u128(1_003), true),
    ("second", Uuid::from_u128(1_004), true),
    ("boss", AUTHOR, true),
];

pub struct Story {
    pub events: Vec<Event>,
    names: BTreeMap<Uuid, String>,
}

impl Story {
    pub fn read(text: &str) -> Self {
        let parts: Vec<&str> = text.split_inclusive([' ', ')']).map(str::trim).filter(|p| !p.is_empty()).collect();
        let mut heads: Vec<(String, String)> = Vec::new();
        let mut open = false;
        for part in parts {
            match heads.last_mut().filter(|_| open) {
                Some((_, inside)) => inside.push_str(&format!(" {}", part.trim_end_matches(')'))),
                None => {
                    let (name, inside) = part.split_once('(').unwrap_or((part, ""));
                    heads.push((name.to_owned(), inside.trim_end_matches(')').to_owned()));
                    open = part.contains('(');
                }
            }
            open &= !part.ends_with(')');
        }
        let id = |name: &str| {
            let place = heads.iter().position(|(head, _)| head == name);
            Uuid::from_u128(1 + u128::try_from(place.unwrap_or_else(|| panic!("{name}: {text}"))).unwrap())
        };
        let mut events: Vec<Event> = Vec::new();
        for (name, inside) in &heads {
            let act = match &name[..1] {
                "F" => Act::Finalise,
                "T" => Act::Return,
                "V" => Act::Validate,
                "R" => Act::Reopen,
                "C" => Act::Close,
                other => panic!("{other}: {text}"),
            };
            let usual = if matches!(act, Act::Finalise | Act::Reopen) { "author" } else { "coordinator" };
            let (mut who, mut saw, mut names) = (usual, BTreeSet::new(), None);
            let mut content = Some([u8::try_from(events.len()).unwrap(); 32]);
            for part in inside.split(',').map(str::trim).filter(|part| !part.is_empty()) {
                let (verb, rest) = part.split_once(' ').unwrap_or((part, ""));
                match verb {
                    "sees" if rest == "all" => saw.extend(events.iter().map(|e| e.id)),
                    "sees" => {
                        for seen in rest.split(' ').map(&id) {
                            saw.insert(seen);
                            saw.extend(events.iter().filter(|e| e.id == seen).flat_map(|e| e.saw.clone()));
                        }
                    }
                    "claims" => saw.extend(rest.split(' ').map(&id)),
                    "names" if rest == "nothing" => names = Some(Uuid::from_u128(77)),
                    "names" => names = Some(id(rest)),
                    "says" => content = Some([rest.as_bytes()[0]; 32]),
                    person => who = PEOPLE.iter().find(|p| p.0 == person).unwrap_or_else(|| panic!("{person}")).0,
                }
            }
            if act == Act::Validate && names.is_none() {
                let finalises = events.iter().filter(|e| e.act == Act::Finalise && saw.contains(&e.id));
                names = finalises.max_by_key(|e| e.at).map(|e| e.id);
            }
            let (_, person, coordinator) = *PEOPLE.iter().find(|p| p.0 == who).unwrap();
            let at = i64::try_from(events.len()).unwrap();
            events.push(Event { id: id(name), person, coordinator, act, content, names, note: None, at, saw });
        }
        let names = heads.iter().map(|(name, _)| (id(name), name.clone())).collect();
        Self { events, names }
    }

    pub fn document(&self) -> Document {
        document(AUTHOR, &self.events)
    }

    /// The name of an event.
    pub fn said_of(&self, id: Uuid) -> &str {
        &self.names[&id]
    }

    /// The event of that name.
    pub fn id(&self, name: &str) -> Uuid {
        *self.names.iter().find(|(_, n)| *n == name).unwrap().0
    }

    /// `finalised counts F1 awaits F2 | code event/other`.
    pub fn said(&self, document: &Document) -> String {
        let mut words = document.state.name().to_owned();
        for (word, event) in [("counts", document.counted), ("awaits", document.awaiting)] {
            words.extend(event.map(|event| format!(" {word} {}", self.names[&event])));
        }
        for (n, finding) in document.findings.iter().enumerate() {
            let code = finding.code.trim_start_matches("finding-document-");
            words += &format!("{} {code} {}", if n == 0 { " |" } else { "," }, self.names[&finding.event]);
            words.extend(finding.other.map(|other| format!("/{}", self.names[&other])));
        }
        words
    }
}
