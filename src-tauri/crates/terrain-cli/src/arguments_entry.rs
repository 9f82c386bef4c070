//! The words of `form`, `entry`, `score`, `suggest` and `export` after the command.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::arguments::{pair, path_and_place};

/// What is done with a workbook.
#[derive(Subcommand)]
pub enum FormCommand {
    /// Everything that is wrong or doubtful in a workbook, at its cell.
    Check {
        /// Workbook.
        file: PathBuf,
        /// Folder of the files that the form names (csv, pictures).
        #[arg(long, value_name = "DIR")]
        media: Option<PathBuf>,
    },
    /// Answer a form without keeping anything, step by step.
    Run(FormRun),
    /// Make a form available to the programme.
    Publish {
        /// Workbook, or the name of one that the app ships.
        file: String,
        /// diagnostic, visit_plan, visit_report, monitoring, exit, other; else as the workbook says.
        #[arg(long, value_name = "PURPOSE")]
        purpose: Option<String>,
    },
    /// A form as text, to be read or filled on paper.
    Print {
        /// Workbook, or a published form's id; not needed with an entry.
        #[arg(required_unless_present = "entry")]
        file: Option<String>,
        /// With empty answers.
        #[arg(long, conflicts_with = "entry")]
        blank: bool,
        /// With the answers of this entry.
        #[arg(long, value_name = "ID")]
        entry: Option<String>,
    },
}

/// `form run`.
#[derive(Args)]
pub struct FormRun {
    /// Workbook.
    pub file: PathBuf,
    /// Answers as steps, JSON.
    #[arg(long, value_name = "FILE")]
    pub answers: PathBuf,
    /// Folder of the files that the form names.
    #[arg(long, value_name = "DIR")]
    pub media: Option<PathBuf>,
    /// With labels.
    #[arg(long)]
    pub labels: bool,
    /// With times.
    #[arg(long)]
    pub timings: bool,
    /// Like the reference engine where it departs from ODK's documents.
    #[arg(long)]
    pub reference: bool,
}

/// What is done with an entry.
#[derive(Subcommand)]
pub enum EntryCommand {
    /// Begin one.
    New {
        /// Form: its id, title, form_id or purpose.
        form: String,
        /// Cooperative.
        #[arg(long, value_name = "ID")]
        cooperative: String,
        /// The visit it belongs to.
        #[arg(long, value_name = "ID")]
        visit: Option<String>,
    },
    /// Answer.
    Set(EntrySet),
    /// Its questions and answers, state and remarks.
    Show {
        /// Entry.
        entry: String,
        /// Only what is asked and still needs an answer.
        #[arg(long)]
        missing: bool,
        /// Only this question, with all its choices.
        #[arg(long, value_name = "NAME")]
        question: Option<String>,
    },
    /// Seal the answers and hand them to the coordination.
    Finalise {
        /// Entry.
        entry: String,
        /// A word with it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Take it up again.
    Reopen {
        /// Entry.
        entry: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Move a draft to another version of its form.
    Move {
        /// Entry.
        entry: String,
        /// Version, or id of the form.
        #[arg(long, value_name = "VERSION")]
        version: String,
        /// Show what would be kept, converted, parked.
        #[arg(long)]
        dry_run: bool,
    },
    /// Send it back with remarks on answers.
    Return {
        /// Entry.
        entry: String,
        /// PATH=TEXT; may be repeated.
        #[arg(long = "remark", required = true, value_name = "PATH=TEXT", value_parser = pair)]
        remarks: Vec<(String, String)>,
        /// A word with it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Accept it.
    Validate {
        /// Entry.
        entry: String,
        /// A word with it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Put it away for good.
    Close {
        /// Entry.
        entry: String,
        /// A word with it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
}

/// `entry set`.
#[derive(Args)]
pub struct EntrySet {
    /// Entry.
    pub entry: String,
    /// PATH=VALUE: a question's name or path; empty VALUE clears.
    #[arg(value_name = "PATH=VALUE", value_parser = pair)]
    pub answers: Vec<(String, String)>,
    /// A comment beside an answer.
    #[arg(long, value_name = "PATH=TEXT", value_parser = pair)]
    pub comment: Vec<(String, String)>,
    /// How it is known: seen, declared, estimated.
    #[arg(long, value_name = "PATH=SOURCE", value_parser = pair)]
    pub source: Vec<(String, String)>,
    /// Not applicable, with the reason; empty takes the mark away.
    #[arg(long, value_name = "PATH=REASON", value_parser = pair)]
    pub not_applicable: Vec<(String, String)>,
    /// An attached document that proves it.
    #[arg(long, value_name = "PATH=ATTACHMENT", value_parser = pair)]
    pub evidence: Vec<(String, String)>,
    /// Takes an attached document away from an answer; it is deleted where no other answer of the entry names it.
    #[arg(long, value_name = "PATH=ATTACHMENT", value_parser = pair)]
    pub detach: Vec<(String, String)>,
    /// Adds an instance of a repeat.
    #[arg(long, value_name = "PATH")]
    pub add: Vec<String>,
    /// Puts an instance of a repeat at another place among the others, from 1.
    #[arg(long = "move", value_name = "PATH[N]=PLACE", value_parser = path_and_place)]
    pub moved: Vec<(String, u32)>,
    /// Takes an instance of a repeat away.
    #[arg(long, value_name = "PATH[N]")]
    pub remove: Vec<String>,
}

/// A format of `export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One XForm instance an entry.
    Odk,
    /// As ODK Central: one file, and one for each repeat.
    Csv,
    /// One JSON document.
    Json,
}

/// `export`.
#[derive(Args)]
pub struct Export {
    /// Folder for the files; they must not exist yet.
    pub dest: PathBuf,
    /// Format.
    #[arg(long, value_enum)]
    pub format: Format,
    /// One entry.
    #[arg(long, value_name = "ID", required_unless_present = "form", conflicts_with = "form")]
    pub entry: Option<String>,
    /// All entries of a form.
    #[arg(long, value_name = "FORM")]
    pub form: Option<String>,
    /// One column a choice for questions with several answers (csv).
    #[arg(long)]
    pub split: bool,
    /// Without the answers of personal questions.
    #[arg(long)]
    pub anonymous: bool,
}
