//! Values to and from the columns of the kinds' tables.

use chrono::NaiveDate;
use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use terrain_domain::{Dec, FieldType, Input, Value};
use uuid::Uuid;

/// The column's value: what a person can read with any SQL tool.
pub(crate) fn to_sql(value: Option<&Value>) -> ToSqlOutput<'_> {
    ToSqlOutput::Owned(match value {
        None | Some(Value::Null) => Sql::Null,
        Some(Value::Bool(b)) => Sql::Integer(i64::from(*b)),
        Some(Value::Int(i)) => Sql::Integer(*i),
        Some(Value::Text(t)) => return ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
        Some(Value::Dec(d)) => Sql::Text(d.to_string()),
        Some(Value::Id(id)) => Sql::Text(id.to_string()),
        Some(Value::Date(d)) => Sql::Text(d.format("%Y-%m-%d").to_string()),
        Some(other) => match serde_json::to_value(other) {
            Ok(serde_json::Value::String(text)) => Sql::Text(text),
            Ok(json) => Sql::Text(json.to_string()),
            Err(_) => Sql::Null,
        },
    })
}

/// A value that does not fit its field's column (written by a newer app) is kept in the log but not shown here.
pub(crate) fn fits(ty: &FieldType, value: &Value) -> bool {
    match ty {
        FieldType::Int | FieldType::Money | FieldType::Instant => matches!(value, Value::Int(_) | Value::Null),
        FieldType::Bool => matches!(value, Value::Bool(_) | Value::Null),
        _ => !matches!(value, Value::Int(_) | Value::Bool(_)),
    }
}

/// Reads a column back.
pub(crate) fn from_sql(ty: &FieldType, stored: ValueRef<'_>) -> Value {
    let text = |v: ValueRef<'_>| v.as_str().map(str::to_owned).unwrap_or_default();
    match (ty, stored) {
        (_, ValueRef::Null) => Value::Null,
        (FieldType::Bool, ValueRef::Integer(i)) => Value::Bool(i != 0),
        (_, ValueRef::Integer(i)) => Value::Int(i),
        (FieldType::Text | FieldType::One(_), v) => Value::Text(text(v)),
        (FieldType::Ref(_), v) => Uuid::parse_str(&text(v)).map_or(Value::Null, Value::Id),
        (FieldType::Date, v) => NaiveDate::parse_from_str(&text(v), "%Y-%m-%d").map_or(Value::Null, Value::Date),
        (FieldType::Dec, v) => Dec::parse(&text(v)).map_or(Value::Null, Value::Dec),
        (ty, v) => {
            let text = text(v);
            let input = serde_json::from_str::<Input>(&text).unwrap_or(Input::Text(text));
            ty.accept(&input).unwrap_or(Value::Null)
        }
    }
}
