//! What the commands are asked, as it comes in JSON: nothing unknown, nothing twice.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;

/// Values by field, each named once.
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(type = "Record<string, unknown>"))]
pub(crate) struct Fields(pub BTreeMap<String, Json>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Fields, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some((name, value)) = entries.next_entry::<String, Json>()? {
                    if fields.insert(name.clone(), value).is_some() {
                        return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                }
                Ok(Fields(fields))
            }
        }
        from.deserialize_map(Object)
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct ListRequest {
    pub kind: String,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub filters: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct RowRequest {
    pub kind: String,
    pub id: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRequest {
    pub kind: String,
    pub fields: Fields,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SetRequest {
    pub kind: String,
    pub id: String,
    pub fields: Fields,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SearchRequest {
    pub text: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct ResolveRequest {
    pub id: String,
    pub take: Option<usize>,
    #[serde(default, deserialize_with = "given")]
    #[cfg_attr(feature = "types", ts(type = "unknown", optional))]
    pub value: Option<Json>,
    pub note: Option<String>,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<String>>", optional))]
    pub shown: Vec<String>,
}

/// A value that is there, `null` too: that empties a field.
fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(from).map(Some)
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignRequest {
    pub cooperative: String,
    pub person: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct AttachRequest {
    pub kind: String,
    pub id: String,
    pub path: PathBuf,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SaveAttachmentRequest {
    pub id: String,
    pub dest: PathBuf,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct PathRequest {
    pub path: PathBuf,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct HealRequest {
    pub path: Option<PathBuf>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct ImportRequest {
    pub kind: String,
    /// The file; its name alone where `data` holds it.
    pub file: PathBuf,
    /// The bytes in base64 (RFC 4648, padded) of a file that the page holds: dropped onto it.
    pub data: Option<String>,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub map: Vec<(String, String)>,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<Vec<(String, String)>>", optional))]
    pub reads: Vec<(String, String)>,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<bool>", optional))]
    pub dry_run: bool,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct SyncRequest {
    pub central: Option<PathBuf>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct FormRequest {
    pub file: String,
    pub purpose: Option<String>,
    pub language: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryNewRequest {
    pub form: String,
    pub cooperative: String,
    pub visit: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryRequest {
    pub entry: String,
    pub note: Option<String>,
    pub language: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntrySetRequest {
    pub entry: String,
    pub filling: crate::Filling,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryAnswerRequest {
    pub entry: String,
    pub language: String,
    pub filling: crate::Filling,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryReopenRequest {
    pub entry: String,
    pub reason: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryReturnRequest {
    pub entry: String,
    pub remarks: Vec<(String, String)>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryMoveRequest {
    pub entry: String,
    pub version: String,
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(as = "Option<bool>", optional))]
    pub dry_run: bool,
    pub language: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct ScoreRequest {
    pub entry: String,
    pub against: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct DraftRequest {
    pub kind: String,
    pub id: String,
    pub field: String,
    pub text: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerDraftRequest {
    pub entry: String,
    pub question: String,
    pub text: Option<String>,
    pub field: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(optional_fields = nullable))]
#[serde(deny_unknown_fields)]
pub(crate) struct PageRequest {
    pub key: String,
    pub value: Option<String>,
}
