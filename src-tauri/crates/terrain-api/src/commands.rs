//! The table of commands: what the window, `mourafaka call` and the tests may ask for, by name, in JSON.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use terrain_domain::did_you_mean;

use crate::{Fault, ProgressFn, Session};

type Fields = BTreeMap<String, Json>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListRequest {
    kind: String,
    #[serde(default)]
    filters: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowRequest {
    kind: String,
    id: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewRequest {
    kind: String,
    fields: Fields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetRequest {
    kind: String,
    id: String,
    fields: Fields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchRequest {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResolveRequest {
    id: String,
    take: Option<usize>,
    value: Option<Json>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssignRequest {
    cooperative: String,
    person: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SyncRequest {
    central: Option<PathBuf>,
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, Fault> {
    let bad = |e: serde_json::Error| {
        let got: String = json.chars().take(60).collect();
        Fault::input("fault-bad-json", &[("got", &got), ("reason", &e.to_string())])
    };
    serde_json::from_str(json).map_err(bad)
}

fn tell<T: serde::Serialize>(value: T) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

macro_rules! commands {
    ($($name:literal: |$session:ident, $request:ident: $type:ty, $progress:ident| $act:expr;)+) => {
        /// Names of all commands, in order.
        pub const NAMES: &[&str] = &[$($name),+];

        /// Runs a command by name.
        pub fn dispatch(
            session: &mut Session,
            name: &str,
            json: &str,
            progress: &mut ProgressFn<'_>,
        ) -> Result<Json, Fault> {
            match name {
                $($name => {
                    let ($session, $progress) = (session, progress);
                    let $request: $type = read(json)?;
                    let _ = (&$request, &$progress);
                    Ok(tell($act?))
                })+
                _ => {
                    let hint = did_you_mean(name, NAMES.iter().copied()).unwrap_or_default();
                    Err(Fault::input("fault-unknown-command", &[("got", name), ("hint", hint)]))
                }
            }
        }
    };
}

commands! {
    "assign": |s, r: AssignRequest, p| crate::assign(s, &r.cooperative, &r.person);
    "central_key": |s, r: Nothing, p| crate::centre::central_key(s);
    "conflicts": |s, r: Nothing, p| crate::conflicts(s);
    "delete": |s, r: RowRequest, p| crate::delete(s, &r.kind, &r.id);
    "history": |s, r: RowRequest, p| crate::history(s, &r.kind, &r.id);
    "list": |s, r: ListRequest, p| crate::list(s, &r.kind, &r.filters);
    "new": |s, r: NewRequest, p| crate::new(s, &r.kind, &r.fields);
    "publish": |s, r: Nothing, p| crate::publish(s, p);
    "resolve": |s, r: ResolveRequest, p| {
        crate::resolve(s, &r.id, r.take, r.value.as_ref(), r.note.as_deref())
    };
    "search": |s, r: SearchRequest, p| crate::search(s, &r.text);
    "set": |s, r: SetRequest, p| crate::set(s, &r.kind, &r.id, &r.fields);
    "show": |s, r: RowRequest, p| crate::show(s, &r.kind, &r.id);
    "status": |s, r: Nothing, p| crate::status(s);
    "sync": |s, r: SyncRequest, p| crate::sync(s, r.central.as_deref(), p);
    "sync_preview": |s, r: SyncRequest, p| crate::preview(s, r.central.as_deref());
}
