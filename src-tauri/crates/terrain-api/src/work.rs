//! Who accompanies which cooperative.

use serde_json::Value as Json;
use terrain_domain::Value;
use terrain_store::OpName;

use crate::fields::{find_row, known_kind};
use crate::{Fault, Session};

/// Gives a cooperative to a person from today on; whoever had it before has it until today.
pub fn assign(session: &mut Session, cooperative: &str, person: &str) -> Result<Json, Fault> {
    let cooperative = find_row(&session.store, known_kind("cooperative")?, cooperative)?;
    let person = find_row(&session.store, known_kind("person")?, person)?;
    let today = session.today();
    let open = session.store.rows("assignment", &[("cooperative", Value::Id(cooperative)), ("to", Value::Null)])?;
    let standing = open.iter().find(|row| row.fields.get("person") == Some(&Value::Id(person)));
    if let Some(row) = standing {
        return Ok(serde_json::json!({ "id": row.id, "changed": false }));
    }
    let fields = [("cooperative", Value::Id(cooperative)), ("person", Value::Id(person)), ("from", Value::Date(today))];
    let (id, _) = session.store.write(OpName::Assign, None, |w| {
        for row in &open {
            w.set("assignment", row.id, "to", &Value::Date(today))?;
        }
        w.create("assignment", &fields)
    })?;
    Ok(serde_json::json!({ "id": id, "changed": true }))
}
