//! `--help` in the language chosen: the texts of the argument table are for whoever reads the code, people read these.

use clap::{Arg, ArgAction, Command, CommandFactory};
use terrain_api::Words;

use crate::arguments::Arguments;

/// The argument table with its help in words.
pub fn command(words: &Words) -> Command {
    let root = Arguments::command().disable_help_subcommand(true).disable_version_flag(true).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(words.say("help-arg-version", &[])),
    );
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("help-heading-usage", &[]),
    );
    let headings = Headings {
        command: words.say("help-value-command", &[]).leak(),
        commands: words.say("help-heading-commands", &[]).leak(),
        arguments: words.say("help-heading-arguments", &[]).leak(),
        options: words.say("help-heading-options", &[]).leak(),
        template,
    };
    in_words(root, "mourafaka", words, &headings)
}

/// Options of a single command: never as many.
const SHARED: usize = 100;

/// Said once for the life of the process: the argument reader keeps headings for ever.
struct Headings {
    command: &'static str,
    commands: &'static str,
    arguments: &'static str,
    options: &'static str,
    template: String,
}

fn in_words(command: Command, name: &str, words: &Words, headings: &Headings) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    // In the order of the argument table, which is that of the command line; what all commands share comes last.
    let mut place = 0;
    let mut command = command
        .disable_help_flag(true)
        .arg(help.help(words.say("help-arg-help", &[])))
        .about(words.say(&format!("help-{name}"), &[]))
        .help_template(headings.template.clone())
        .subcommand_help_heading(headings.commands)
        .subcommand_value_name(headings.command)
        .mut_args(|arg| {
            let own = format!("help-arg-{name}-{}", arg.get_id());
            let shared = format!("help-arg-{}", arg.get_id());
            let heading = if arg.is_positional() { headings.arguments } else { headings.options };
            let said = if words.has(&own) { own } else { shared };
            place += 1;
            let order = if arg.is_global_set() { place + SHARED } else { place };
            arg.help(words.say(&said, &[])).help_heading(heading).display_order(order)
        });
    let examples = format!("help-examples-{name}");
    if words.has(&examples) {
        command = command.after_help(words.say(&examples, &[]));
    }
    command.mut_subcommands(|inner| {
        // Commands of a group are named after it: `help-form-check`.
        let inner_name = match name {
            "mourafaka" => inner.get_name().to_owned(),
            group => format!("{group}-{}", inner.get_name()),
        };
        in_words(inner, &inner_name, words, headings)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use terrain_api::Language;

    /// Every command and every argument says in every language what it is for.
    #[test]
    fn help_is_complete() {
        fn check(command: &Command, language: Language) {
            let about = command.get_about().unwrap().to_string();
            assert!(!about.starts_with("help-"), "{about} {language:?}");
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with("help-"), "{} {} {language:?}", about, arg.get_id());
            }
            command.get_subcommands().for_each(|inner| check(inner, language));
        }
        for language in [Language::Fr, Language::Ar, Language::En] {
            let command = command(&Words::new(language));
            check(&command, language);
            command.debug_assert();
        }
    }
}
