//! Entries as JSON, as ODK Central's OData shows them: groups are objects, repeats are lists, numbers are numbers.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Element, Submission};
use crate::{DataType, Form, NodeId, NodeKind};

/// One entry. What is not asked is `null`.
pub fn to_json(form: &Form, submission: &Submission) -> Value {
    let mut found = Map::new();
    found.insert("__id".to_owned(), Value::from(submission.instance_id.as_str()));
    found.insert("__form".to_owned(), json!({"id": submission.form_id, "version": submission.version}));
    inside(form, NodeId(0), Some(&submission.root), &submission.instance_id, &mut found);
    Value::Object(found)
}

/// Everything below a node of the form, with the element that holds its values, if it is asked.
fn inside(form: &Form, id: NodeId, element: Option<&Element>, key: &str, into: &mut Map<String, Value>) {
    let Some(node) = form.node(id) else { return };
    let mut found: BTreeMap<NodeId, Vec<&Element>> = BTreeMap::new();
    element.into_iter().flat_map(|e| &e.children).for_each(|c| found.entry(c.node).or_default().push(c));
    for child in &node.children {
        let Some(definition) = form.node(*child) else { continue };
        let elements = found.get(child).map_or(&[][..], Vec::as_slice);
        let value = match &definition.kind {
            NodeKind::Question(question) => elements.first().map_or(Value::Null, |e| typed(question.data, &e.value)),
            NodeKind::Repeat { .. } => {
                let rows = elements.iter().zip(1..).map(|(element, position)| {
                    let key = format!("{key}/{}[{position}]", definition.name);
                    let mut row = Map::new();
                    row.insert("__id".to_owned(), Value::from(key.as_str()));
                    inside(form, *child, Some(element), &key, &mut row);
                    Value::Object(row)
                });
                Value::Array(rows.collect())
            }
            NodeKind::Group | NodeKind::Root => {
                let mut group = Map::new();
                let key = format!("{key}/{}", definition.name);
                inside(form, *child, elements.first().copied(), &key, &mut group);
                Value::Object(group)
            }
        };
        into.insert(definition.name.clone(), value);
    }
}

fn typed(data: DataType, text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    let number = |text: &str| text.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number);
    let found = match data {
        DataType::Int => text.parse::<i64>().ok().map(Value::from),
        DataType::Decimal => number(text),
        DataType::GeoPoint => point(text),
        _ => None,
    };
    found.unwrap_or_else(|| Value::from(text))
}

/// GeoJSON has the longitude first.
fn point(text: &str) -> Option<Value> {
    let parts: Vec<f64> = text.split_whitespace().map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let (lat, lon) = (parts.first()?, parts.get(1)?);
    let mut point = json!({"type": "Point", "coordinates": [lon, lat]});
    if let (Some(altitude), Some(list)) = (parts.get(2), point.get_mut("coordinates").and_then(Value::as_array_mut)) {
        list.push(Value::from(*altitude));
    }
    if let (Some(accuracy), Some(map)) = (parts.get(3), point.as_object_mut()) {
        map.insert("properties".to_owned(), json!({"accuracy": accuracy}));
    }
    Some(point)
}
