//! The one typed table: kinds, fields, identifiers and writers. SQL, permissions, search, import and the command read it.
//! Names are a contract: added to, never renamed. What is added goes into the next published table.

use crate::options::{ACTION_STATUSES, DIMENSIONS, MILESTONES};
use crate::place::SECTOR_CODES;
use crate::{Field, FieldType, IdRecipe, Kind, ROLES, Role, Who, Writer};

/// A kind by name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|k| k.name == name)
}

const fn f(name: &'static str, ty: FieldType) -> Field {
    Field { name, ty, required: false, personal: false }
}
const fn must(name: &'static str, ty: FieldType) -> Field {
    Field { name, ty, required: true, personal: false }
}
const fn personal(field: Field) -> Field {
    Field { personal: true, ..field }
}
const fn all(role: Role) -> Writer {
    Writer { who: Who::Role(role), fields: None }
}

use FieldType::{
    Bool, Date, Dec, Event, Hash, Instant, Int, Many, ManyHash, ManyRef, Money, One, Place, Ref, Text, Time,
};
use Role::{Coach, Evaluator, NationalAdmin, RegionalCoordinator, Trainer};

/// What can happen to a document, each a field of `event`.
pub const EVENTS: [&str; 5] = ["finalise", "return", "validate", "reopen", "close"];
const LANGUAGES: &[&str] = &["fr", "ar", "zgh", "en"];
const ROOT: Writer = Writer { who: Who::Root, fields: None };
const FIELD_WORK: &[Writer] = &[all(Coach), all(RegionalCoordinator)];
const FORM_WORK: &[Writer] = &[all(Coach), all(Trainer), all(Evaluator), all(RegionalCoordinator)];
const EVERYBODY: &[Writer] = &[all(Coach), all(Trainer), all(RegionalCoordinator), all(NationalAdmin), all(Evaluator)];
/// What authors of documents may write of an event.
const AUTHORS_EVENTS: Option<&[&str]> = Some(&["_row", "entry", "finalise", "reopen"]);
const fn author(role: Role) -> Writer {
    Writer { who: Who::Role(role), fields: AUTHORS_EVENTS }
}
const ADMINISTRATION: &[Writer] = &[all(RegionalCoordinator), all(NationalAdmin)];

/// All kinds, in the order of the model.
pub static KINDS: &[Kind] = &[
    Kind {
        name: "programme",
        id: IdRecipe::One,
        derived: &[],
        writers: ADMINISTRATION,
        fields: &[
            must("name_fr", Text),
            f("name_ar", Text),
            f("tranche", Text),
            f("phase", Text),
            f("cohort", Text),
            f("region_code", Text),
            f("starts_on", Date),
            f("ends_on", Date),
            f("retention_years", Int),
        ],
    },
    Kind {
        name: "setting",
        id: IdRecipe::V5(&["key", "valid_from"]),
        derived: &[],
        writers: ADMINISTRATION,
        fields: &[must("key", Text), must("value", Text), must("valid_from", Date), f("source", Text)],
    },
    Kind {
        name: "person",
        id: IdRecipe::V7,
        derived: &["role", "devices"],
        writers: &[all(RegionalCoordinator), Writer { who: Who::OwnRow, fields: Some(&["phone", "languages"]) }],
        fields: &[personal(must("name", Text)), personal(f("phone", Text)), f("languages", Many(LANGUAGES))],
    },
    Kind {
        name: "certificate",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator), Writer { who: Who::Owner, fields: None }],
        fields: &[
            must("device", Text),
            must("person", Ref(&["person"])),
            must("role", One(ROLES)),
            must("from_seq", Int),
            must("signing_key", Text),
            must("receiving_key", Text),
            must("proof", Text),
            f("successor_of", Text),
        ],
    },
    Kind {
        name: "ending",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator), Writer { who: Who::Owner, fields: None }],
        fields: &[
            must("certificate", Ref(&["certificate"])),
            must("how", One(&["retire", "revoke"])),
            f("tips", ManyHash),
            f("reason", Text),
        ],
    },
    Kind {
        name: "schema",
        id: IdRecipe::V5(&["number", "table"]),
        derived: &[],
        writers: &[ROOT, all(RegionalCoordinator)],
        fields: &[must("number", Int), must("table", Text)],
    },
    Kind {
        name: "assignment",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[all(RegionalCoordinator)],
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("person", Ref(&["person"])),
            must("from", Date),
            f("to", Date),
        ],
    },
    Kind {
        name: "cooperative",
        id: IdRecipe::V7,
        derived: &["province_code", "region_code", "members_total", "last_visit_on"],
        writers: FIELD_WORK,
        fields: &[
            must("name_fr", Text),
            f("name_ar", Text),
            f("name_zgh", Text),
            f("acronym", Text),
            f("local_register_number", Text),
            f("court", Text),
            f("registration_date", Date),
            f("central_register_number", Text),
            f("ice", Text),
            f("tax_id", Text),
            f("category", Many(&["1", "2", "3"])),
            f("sector", One(SECTOR_CODES)),
            f("branch", Text),
            f("commune_code", Text),
            f("douar", Text),
            f("seat_address", Text),
            f("position", Place),
            f("founding_assembly_date", Date),
            f("capital_subscribed", Money),
            f("capital_paid", Money),
            f("share_value", Money),
            f("organ_type", One(&["manager", "board"])),
            f("members_women", Int),
            f("members_men", Int),
            f("members_under35", Int),
            f("women_only", Bool),
            f("youth_led", Bool),
            f("phone", Text),
            f("email", Text),
            f("languages", Many(&["fr", "ar", "zgh"])),
            f("union_membership", Text),
            f("other_programmes", Text),
        ],
    },
    Kind {
        name: "alias",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            f("kept", Ref(&["cooperative", "participant"])),
            must("joined", Ref(&["cooperative", "participant"])),
            f("separated", Bool),
        ],
    },
    Kind {
        name: "officer",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            personal(must("name", Text)),
            must("role", One(&["president", "manager", "treasurer", "secretary", "board_member", "director"])),
            f("sex", One(&["f", "m"])),
            f("birth_year", Int),
            personal(f("phone", Text)),
            f("mandate_from", Date),
            f("mandate_to", Date),
        ],
    },
    Kind {
        name: "milestone",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[all(RegionalCoordinator)],
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("kind", One(MILESTONES)),
            must("on", Date),
            f("note", Text),
            f("score", Dec),
        ],
    },
    Kind {
        name: "visit",
        id: IdRecipe::V7,
        derived: &["state"],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("coach", Ref(&["person"])),
            f("planned_on", Date),
            f("starts_at", Time),
            f("ends_at", Time),
            f("purpose", Text),
            f("venue", Text),
            f("days", Dec),
            f("cancelled", Text),
        ],
    },
    Kind {
        name: "form",
        id: IdRecipe::V5(&["workbook"]),
        derived: &[],
        writers: ADMINISTRATION,
        fields: &[
            must("form_id", Text),
            must("version", Text),
            f("title_fr", Text),
            f("title_ar", Text),
            must("purpose", One(&["diagnostic", "visit_plan", "visit_report", "monitoring", "exit", "other"])),
            must("workbook", Hash),
            f("withdrawn", Bool),
        ],
    },
    Kind {
        name: "entry",
        id: IdRecipe::V7,
        derived: &["purpose", "held_on", "state", "score", "band", "progress", "author"],
        writers: FORM_WORK,
        fields: &[
            must("form", Ref(&["form"])),
            must("cooperative", Ref(&["cooperative"])),
            f("subject", Ref(&["visit", "training"])),
        ],
    },
    Kind {
        name: "instance",
        id: IdRecipe::Either(&["entry", "range", "parent", "order_key"]),
        derived: &[],
        writers: FORM_WORK,
        fields: &[
            must("entry", Ref(&["entry"])),
            must("range", Text),
            f("parent", Ref(&["instance"])),
            must("order_key", Text),
        ],
    },
    Kind {
        name: "answer",
        id: IdRecipe::V5(&["entry", "instance", "path"]),
        derived: &[],
        writers: FORM_WORK,
        fields: &[
            must("entry", Ref(&["entry"])),
            f("instance", Ref(&["instance"])),
            must("path", Text),
            f("value", Text),
            f("comment", Text),
            f("source", One(&["seen", "declared", "estimated"])),
            f("not_applicable", Text),
            f("evidence", ManyRef(&["attachment"])),
        ],
    },
    Kind {
        name: "event",
        id: IdRecipe::V7,
        derived: &[],
        writers: &[author(Coach), author(Trainer), author(Evaluator), all(RegionalCoordinator)],
        fields: &[
            must("entry", Ref(&["entry"])),
            f("finalise", Event),
            f("return", Event),
            f("validate", Event),
            f("reopen", Event),
            f("close", Event),
        ],
    },
    Kind {
        name: "remark",
        id: IdRecipe::V7,
        derived: &[],
        writers: EVERYBODY,
        fields: &[
            must("entry", Ref(&["entry"])),
            f("instance", Ref(&["instance"])),
            f("path", Text),
            must("text", Text),
            f("parent", Ref(&["remark"])),
            f("settled", Bool),
        ],
    },
    Kind {
        name: "objective",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("area", One(DIMENSIONS)),
            must("title", Text),
            f("horizon", Date),
        ],
    },
    Kind {
        name: "action",
        id: IdRecipe::V7,
        derived: &["status", "progress", "postponed_count"],
        writers: FIELD_WORK,
        fields: &[
            f("objective", Ref(&["objective"])),
            must("cooperative", Ref(&["cooperative"])),
            f("origin", Text),
            must("title", Text),
            f("owner", Text),
            f("start_on", Date),
            f("due_on", Date),
            f("cost", Money),
            f("funding", Text),
            f("indicator", Text),
            f("baseline", Dec),
            f("target", Dec),
            f("priority", Int),
            f("refused", Text),
        ],
    },
    Kind {
        name: "action_update",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            must("action", Ref(&["action"])),
            f("visit", Ref(&["visit"])),
            must("on", Date),
            f("progress", Int),
            must("status", One(ACTION_STATUSES)),
            f("due_on", Date),
            f("note", Text),
        ],
    },
    Kind {
        name: "assistance_request",
        id: IdRecipe::V7,
        derived: &[],
        writers: FIELD_WORK,
        fields: &[
            must("cooperative", Ref(&["cooperative"])),
            must("topic", Text),
            f("expertise", Text),
            must("asked_on", Date),
            f("answered_by", Ref(&["person"])),
            f("outcome", Text),
            must("status", One(&["open", "planned", "done", "refused"])),
        ],
    },
    Kind {
        name: "attachment",
        id: IdRecipe::V7,
        derived: &[],
        writers: EVERYBODY,
        fields: &[
            must("subject", Ref(&[])),
            must("name", Text),
            must("media_type", Text),
            must("size", Int),
            must("hash", Hash),
            f("taken_at", Instant),
            f("position", Place),
        ],
    },
];
