//! What the argument reader refuses, as a failure like any other: a code, its arguments, words in the language chosen.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use terrain_api::Fault;

/// The failure that a usage error is.
pub fn fault(e: &clap::Error) -> Fault {
    let text = |kind| match e.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let first = |kind| match e.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.first().cloned().unwrap_or_default(),
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg).replace("...", "");
    let got = text(ContextKind::InvalidValue);
    match e.kind() {
        ErrorKind::InvalidSubcommand => {
            let (got, hint) = (text(ContextKind::InvalidSubcommand), first(ContextKind::SuggestedSubcommand));
            Fault::input("fault-unknown-command", &[("got", &got), ("hint", &hint)])
        }
        ErrorKind::UnknownArgument => {
            let hint = first(ContextKind::SuggestedArg);
            Fault::input("fault-usage-unknown-argument", &[("got", &argument), ("hint", &hint)])
        }
        ErrorKind::MissingRequiredArgument => Fault::input("fault-usage-missing", &[("argument", &argument)]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Fault::input("fault-usage-no-command", &[])
        }
        ErrorKind::ArgumentConflict => Fault::input("fault-usage-twice", &[("argument", &argument)]),
        ErrorKind::InvalidUtf8 => Fault::input("fault-usage-not-text", &[]),
        ErrorKind::ValueValidation if argument.contains('=') => {
            Fault::input("fault-usage-pair", &[("got", &got), ("argument", &argument)])
        }
        ErrorKind::InvalidValue if got.is_empty() => Fault::input("fault-usage-no-value", &[("argument", &argument)]),
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => {
            Fault::input("fault-usage-bad-value", &[("got", &got), ("argument", &argument)])
        }
        _ => Fault::input("fault-usage-other", &[("argument", &argument)]),
    }
}
