//! Workbooks by command.

use serde_json::json;
use terrain_api as api;
use terrain_api::{Fault, FormFindingView, FormTrial, Session};

use crate::arguments_entry::{FormCommand, FormRun};
use crate::output::Output;
use crate::run::Done;

/// What needs no data folder: `form check`, `form run`, `form print FILE`. Nothing where a data folder is needed.
pub fn alone(command: &FormCommand, output: &Output) -> Option<Result<Done, Fault>> {
    match command {
        FormCommand::Check { file, media } => {
            Some(api::check_form(file, media.as_deref(), &output.words).and_then(|check| checked(&check, output)))
        }
        FormCommand::Run(trial) => Some(run(trial, output)),
        FormCommand::Print { file: Some(file), entry: None, .. } if std::path::Path::new(file).is_file() => {
            let printed = api::print_workbook(std::path::Path::new(file), &output.words);
            Some(printed.map(|text| {
                output.text(&text);
                Done::Clean
            }))
        }
        FormCommand::Publish { .. } | FormCommand::Print { .. } => None,
    }
}

/// What belongs to a programme.
pub fn in_programme(session: &mut Session, command: &FormCommand, output: &Output) -> Result<Done, Fault> {
    match command {
        FormCommand::Publish { file, purpose } => {
            let done = api::publish_form(session, file, purpose.as_deref(), &output.words)?;
            let findings = !done.findings.is_empty() || done.twice;
            if !output.json(&json!(done)) {
                let args =
                    [("id", done.id.to_string()), ("form", done.form_id.clone()), ("version", done.version.clone())];
                let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
                output.say(if done.already { "form-already" } else { "form-published" }, &args);
                done.findings.iter().for_each(|f| finding(f, output));
                if done.twice {
                    output.note("finding-form-twice", &[("form", &done.form_id), ("version", &done.version)]);
                }
                output.next("next-sync", &[]);
            }
            Ok(Done::with(findings))
        }
        FormCommand::Print { file, entry, .. } => {
            let text = match (file, entry) {
                (_, Some(entry)) => api::print_entry(session, entry, &output.words)?,
                (Some(file), None) => api::print_form(session, file, &output.words)?,
                (None, None) => return Err(Fault::input("fault-usage-no-command", &[])),
            };
            output.text(&text);
            Ok(Done::Clean)
        }
        FormCommand::Check { .. } | FormCommand::Run(_) => Err(Fault::input("fault-usage-no-command", &[])),
    }
}

fn checked(check: &api::FormCheck, output: &Output) -> Result<Done, Fault> {
    let refused = check.form.is_none();
    if !output.json(&json!(check)) {
        check.findings.iter().for_each(|f| finding(f, output));
        let count = check.findings.len().to_string();
        match &check.form {
            Some(form) => {
                let questions = form.questions.to_string();
                let args = [("title", form.title.as_str()), ("questions", &questions), ("count", &count)];
                output.say("form-accepted", &args);
            }
            None => output.say("form-refused", &[("count", &count)]),
        }
    }
    match (refused, check.findings.is_empty()) {
        (true, _) => Ok(Done::Refused),
        (false, empty) => Ok(Done::with(!empty)),
    }
}

fn finding(finding: &FormFindingView, output: &Output) {
    let place = match (&finding.at.cell, finding.at.row) {
        (Some(cell), _) => format!("{}!{cell}", finding.at.sheet),
        (None, 0) if finding.at.sheet.is_empty() => output.words.say("form-finding-whole", &[]),
        (None, 0) => finding.at.sheet.clone(),
        (None, row) => format!("{}!{row}", finding.at.sheet),
    };
    let key = match finding.severity {
        api::Severity::Error => "form-finding-error",
        api::Severity::Unsupported => "form-finding-unsupported",
        api::Severity::Warning => "form-finding-warning",
    };
    output.say(key, &[("place", &place), ("said", &finding.message)]);
    if let Some(advice) = &finding.advice {
        output.say("form-finding-advice", &[("said", advice)]);
    }
}

fn run(run: &FormRun, output: &Output) -> Result<Done, Fault> {
    let trial =
        FormTrial { media: run.media.clone(), labels: run.labels, timings: run.timings, reference: run.reference };
    match api::run_form(&run.file, &run.answers, &trial, &output.words)? {
        Ok(result) => {
            output.line(&result.to_string());
            Ok(Done::Clean)
        }
        Err(findings) => {
            output.line(&json!({ "errors": findings }).to_string());
            Ok(Done::Refused)
        }
    }
}
