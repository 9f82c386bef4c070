//! What happens to a document is an event: a row that is made whole by one operation and never changes. The rule is fixed, the
//! same under every permission table, since what a document's state is must not hang on what comes later.

use std::collections::BTreeMap;

use terrain_domain::{Value, new_v7};
use uuid::Uuid;

use crate::{Change, Content, Hash32, Operation, Position, ROW, RowLife};

/// The kind of events.
pub const EVENT: &str = "event";

/// What an event says, the value of its one field beside `entry`.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EventContent {
    /// BLAKE3 of what is sealed (*finalise*).
    pub content: Option<Hash32>,
    /// The event that it speaks of (*validate*, *return*…).
    pub names: Option<Uuid>,
    /// What the person wrote.
    pub note: Option<String>,
}

impl EventContent {
    /// The value written in the log.
    pub fn value(&self) -> Value {
        let content = self.content.map_or(Value::Null, |hash| Value::Hash(hash.0));
        let note = self.note.as_ref().map_or(Value::Null, |note| Value::Text(note.clone()));
        Value::List(vec![content, self.names.map_or(Value::Null, Value::Id), note])
    }

    /// Reads [`EventContent::value`]; nothing for any other shape.
    pub fn of(value: &Value) -> Option<Self> {
        let Value::List(parts) = value else { return None };
        let [content, names, note] = parts.as_slice() else { return None };
        let content = match content {
            Value::Null => None,
            Value::Hash(hash) => Some(Hash32(*hash)),
            _ => return None,
        };
        let names = match names {
            Value::Null => None,
            Value::Id(id) => Some(*id),
            _ => return None,
        };
        let note = match note {
            Value::Null => None,
            Value::Text(text) => Some(text.clone()),
            _ => return None,
        };
        Some(Self { content, names, note })
    }
}

/// The identifier of the event whose first change has this place: no two operations can make the same row, so that nobody
/// writes an event anew.
pub fn event_id(at: i64, place: &Position) -> Uuid {
    new_v7(at, &place.device.0, place.seq)
}

/// Whether the events of an operation are made whole by it: the row, its entry, and one thing that happened with what its
/// author had seen. An operation without events is.
pub(crate) fn events_are_whole(first: &Position, operation: &Operation) -> bool {
    let mut rows: BTreeMap<Uuid, Vec<(u64, &Change)>> = BTreeMap::new();
    for (change, seq) in operation.changes.iter().zip(first.seq..) {
        if change.kind == EVENT {
            rows.entry(change.row).or_default().push((seq, change));
        }
    }
    rows.iter().all(|(row, changes)| {
        let [(seq, made), (_, entry), (_, happened)] = changes.as_slice() else { return false };
        let alone = |c: &Change| c.base.is_empty() && !c.auto;
        let alive = made.field == ROW && RowLife::of(&made.content) == Some(RowLife::Alive) && made.seen.is_none();
        let names = entry.field == "entry" && matches!(&entry.content, Content::Plain(Value::Id(_)));
        let said = match &happened.content {
            Content::Plain(value) => EventContent::of(value).is_some(),
            Content::Personal(_) => false,
        };
        let place = Position { seq: *seq, ..*first };
        let own_field = happened.field != ROW && happened.field != "entry" && happened.seen.is_some();
        *row == event_id(operation.at, &place)
            && alive
            && names
            && entry.seen.is_none()
            && said
            && own_field
            && changes.iter().all(|(_, c)| alone(c))
    })
}
