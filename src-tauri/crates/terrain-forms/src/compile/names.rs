//! What the sheets and columns of a form are called: every way to write them, and their one name.

use crate::read::Names;

/// Sheets that mean something.
pub(crate) const SHEETS: &[&str] = &[
    "survey",
    "choices",
    "settings",
    "external_choices",
    "entities",
    "osm",
    "terrain_dimensions",
    "terrain_scoring",
    "terrain_actions",
];

/// Columns of the survey.
pub(crate) const SURVEY: Names = Names {
    aliases: &[
        ("type", "type"),
        ("command", "type"),
        ("name", "name"),
        ("tag", "name"),
        ("value", "name"),
        ("label", "label"),
        ("caption", "label"),
        ("hint", "hint"),
        ("guidance_hint", "guidance_hint"),
        ("relevant", "relevant"),
        ("relevance", "relevant"),
        ("bind::relevant", "relevant"),
        ("constraint", "constraint"),
        ("bind::constraint", "constraint"),
        ("constraint_message", "constraint_message"),
        ("constraining_message", "constraint_message"),
        ("bind::jr:constraintmsg", "constraint_message"),
        ("required", "required"),
        ("bind::required", "required"),
        ("required_message", "required_message"),
        ("requiredmsg", "required_message"),
        ("bind::jr:requiredmsg", "required_message"),
        ("readonly", "readonly"),
        ("read_only", "readonly"),
        ("bind::readonly", "readonly"),
        ("default", "default"),
        ("calculation", "calculation"),
        ("calculate", "calculation"),
        ("bind::calculate", "calculation"),
        ("trigger", "trigger"),
        ("appearance", "appearance"),
        ("body::appearance", "appearance"),
        ("parameters", "parameters"),
        ("choice_filter", "choice_filter"),
        ("repeat_count", "repeat_count"),
        ("count", "repeat_count"),
        ("jr:count", "repeat_count"),
        ("body::jr:count", "repeat_count"),
        ("image", "media::image"),
        ("audio", "media::audio"),
        ("video", "media::video"),
        ("big-image", "media::big-image"),
        ("media::image", "media::image"),
        ("media::audio", "media::audio"),
        ("media::video", "media::video"),
        ("media::big-image", "media::big-image"),
        ("disabled", "disabled"),
        ("save_to", "save_to"),
        ("bind::entities:saveto", "save_to"),
        ("autoplay", "autoplay"),
        ("body::autoplay", "autoplay"),
        ("noapperrorstring", "no_app_error"),
        ("no_app_error_string", "no_app_error"),
        ("bind::jr:noapperrorstring", "no_app_error"),
        ("previous", "previous"),
        ("personal", "personal"),
        ("plan", "plan"),
        ("flat", "flat"),
        ("sms_field", "sms_field"),
        ("sms_option", "sms_option"),
        ("compact_tag", "compact_tag"),
        ("instance::odk:tag", "compact_tag"),
    ],
    translated: &[
        "label",
        "hint",
        "guidance_hint",
        "constraint_message",
        "required_message",
        "no_app_error",
        "media::image",
        "media::audio",
        "media::video",
        "media::big-image",
    ],
    attributes: false,
};

/// Columns of the survey that mean something to the compiler or are kept in silence.
pub(crate) const SURVEY_KNOWN: &[&str] = &[
    "type",
    "name",
    "label",
    "hint",
    "guidance_hint",
    "relevant",
    "constraint",
    "constraint_message",
    "required",
    "required_message",
    "readonly",
    "default",
    "calculation",
    "trigger",
    "appearance",
    "parameters",
    "choice_filter",
    "repeat_count",
    "media::image",
    "media::audio",
    "media::video",
    "media::big-image",
    "disabled",
    "previous",
    "personal",
    "plan",
    "flat",
    "bind::type",
];

/// What the column `plan` may say: what an answer is to the development plan and to the visit.
pub(crate) const PLAN_KNOWN: &[&str] = &[
    "action",
    "title",
    "owner",
    "due_on",
    "status",
    "note",
    "new_due_on",
    "count",
    "days",
    "venue",
    "next_visit",
    "next_visit_on",
];

/// Columns that are accepted, kept for exports, and do nothing here.
pub(crate) const SURVEY_IDLE: &[&str] =
    &["save_to", "autoplay", "no_app_error", "sms_field", "sms_option", "compact_tag"];

/// Columns of the choices; all others are attributes of the choice.
pub(crate) const CHOICES: Names = Names {
    aliases: &[
        ("list_name", "list_name"),
        ("name", "name"),
        ("value", "name"),
        ("label", "label"),
        ("caption", "label"),
        ("image", "media::image"),
        ("audio", "media::audio"),
        ("video", "media::video"),
        ("big-image", "media::big-image"),
        ("media::image", "media::image"),
        ("media::audio", "media::audio"),
        ("media::video", "media::video"),
        ("media::big-image", "media::big-image"),
    ],
    translated: &["label", "media::image", "media::audio", "media::video", "media::big-image"],
    attributes: true,
};

/// Columns of the settings.
pub(crate) const SETTINGS: Names = Names {
    aliases: &[
        ("form_title", "form_title"),
        ("title", "form_title"),
        ("set_form_title", "form_title"),
        ("form_id", "form_id"),
        ("id_string", "form_id"),
        ("set_form_id", "form_id"),
        ("version", "version"),
        ("default_language", "default_language"),
        ("instance_name", "instance_name"),
        ("name", "name"),
        ("style", "style"),
        ("public_key", "public_key"),
        ("allow_choice_duplicates", "allow_choice_duplicates"),
        ("submission_url", "submission_url"),
        ("auto_send", "auto_send"),
        ("auto_delete", "auto_delete"),
        ("namespaces", "namespaces"),
        ("client_editable", "client_editable"),
        ("flat", "flat"),
        ("terrain_purpose", "terrain_purpose"),
        ("terrain_date", "terrain_date"),
        ("terrain_title_ar", "terrain_title_ar"),
    ],
    translated: &[],
    attributes: false,
};

/// Settings that mean something to the compiler, or nothing on a laptop without a network.
pub(crate) const SETTINGS_KNOWN: &[&str] = &[
    "form_title",
    "form_id",
    "version",
    "default_language",
    "instance_name",
    "name",
    "style",
    "public_key",
    "allow_choice_duplicates",
    "submission_url",
    "auto_send",
    "auto_delete",
    "flat",
    "terrain_purpose",
    "terrain_date",
    "terrain_title_ar",
];

/// Columns of `terrain_dimensions`.
pub(crate) const DIMENSIONS: Names = Names {
    aliases: &[("name", "name"), ("label", "label"), ("weight", "weight"), ("blocking", "blocking")],
    translated: &["label"],
    attributes: false,
};

/// Columns of `terrain_scoring`.
pub(crate) const SCORING: Names = Names {
    aliases: &[
        ("dimension", "dimension"),
        ("question", "question"),
        ("weight", "weight"),
        ("map", "map"),
        ("target", "target"),
    ],
    translated: &[],
    attributes: false,
};

/// Columns of `terrain_actions`.
pub(crate) const ACTIONS: Names = Names {
    aliases: &[
        ("id", "id"),
        ("label", "label"),
        ("area", "area"),
        ("typical_days", "typical_days"),
        ("question", "question"),
        ("when", "when"),
    ],
    translated: &["label"],
    attributes: false,
};

/// Columns of `entities`.
pub(crate) const ENTITIES: Names = Names {
    aliases: &[
        ("list_name", "list_name"),
        ("dataset", "list_name"),
        ("label", "label"),
        ("entity_id", "entity_id"),
        ("create_if", "create_if"),
        ("update_if", "update_if"),
        ("repeat", "repeat"),
    ],
    translated: &[],
    attributes: false,
};
