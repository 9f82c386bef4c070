//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::arguments_entry::{EntryCommand, Export, FormCommand};

/// Coaching cooperatives in the field without a network: records, synchronisation, central file.
#[derive(Parser)]
#[command(name = "mourafaka", version, subcommand_required = true)]
pub struct Arguments {
    /// Data folder: one person on one laptop.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// File holding the passphrase (its first line).
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// fr, ar, zgh or en; else the environment's, else French.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<String>,
    /// One JSON document on standard output and nothing else there.
    #[arg(long, global = true)]
    pub json: bool,
    /// No progress.
    #[arg(long, global = true)]
    pub quiet: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Build a whole fictional programme through the ordinary use cases.
    Demo {
        /// Folder, empty or not yet there.
        dir: PathBuf,
        /// How many cooperatives.
        #[arg(long, default_value_t = 33, hide_default_value = true, value_name = "N")]
        cooperatives: u32,
        /// How many coaches.
        #[arg(long, default_value_t = 4, hide_default_value = true, value_name = "N")]
        coaches: u32,
        /// How many months of work.
        #[arg(long, default_value_t = 24, hide_default_value = true, value_name = "N")]
        months: u32,
        /// Content and clock follow from it.
        #[arg(long, default_value_t = 1, hide_default_value = true, value_name = "N")]
        seed: u64,
        /// First day of the programme.
        #[arg(long, value_name = "DATE")]
        start: Option<terrain_demo::NaiveDate>,
    },
    /// Start a programme: coordinator's data folder, centre, paper key, coaches' data folders.
    Init(Init),
    /// Who am I, what waits to be sent, last sync, disagreements, health.
    Status,
    /// Records of a kind.
    List {
        /// Kind, such as cooperative, visit, officer.
        kind: String,
        /// FIELD=VALUE; may be repeated.
        #[arg(long = "where", value_name = "FIELD=VALUE", value_parser = pair)]
        filters: Vec<(String, String)>,
    },
    /// One record.
    Show {
        /// Kind.
        kind: String,
        /// Identifier, its beginning, or a cooperative's or person's name.
        id: String,
    },
    /// Records in which every word begins some word.
    Search {
        /// Words.
        #[arg(required = true)]
        text: Vec<String>,
    },
    /// Set fields of a record.
    Set {
        /// Kind.
        kind: String,
        /// Identifier.
        id: String,
        /// FIELD=JSON.
        #[arg(required = true, value_name = "FIELD=JSON", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Make a record.
    New {
        /// Kind.
        kind: String,
        /// FIELD=JSON.
        #[arg(value_name = "FIELD=JSON", value_parser = pair)]
        fields: Vec<(String, String)>,
    },
    /// Delete a record; what others wrote without knowing keeps it.
    Delete {
        /// Kind.
        kind: String,
        /// Identifier.
        id: String,
    },
    /// Take back what was done last on this laptop.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Who changed what, when.
    History {
        /// Kind.
        kind: String,
        /// Identifier.
        id: String,
    },
    /// Open disagreements.
    Conflicts,
    /// Settle a disagreement.
    Resolve {
        /// Its name, as `conflicts` shows it.
        conflict: String,
        /// Take the value of this number.
        #[arg(long, value_name = "N")]
        take: Option<usize>,
        /// Write another value.
        #[arg(long, value_name = "JSON")]
        value: Option<String>,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Records that one person deleted and another edited.
    Tasks {
        /// Which end.
        #[command(subcommand)]
        end: Option<TaskEnd>,
    },
    /// One encrypted file with all that is on this laptop.
    Backup {
        /// The file, or a folder for it.
        dest: PathBuf,
    },
    /// A data folder from a backup.
    Restore {
        /// The backup.
        src: PathBuf,
    },
    /// Restore a backup into a scratch place, look at all of it, and compare.
    Prove {
        /// The backup.
        src: PathBuf,
    },
    /// Give a cooperative to a person.
    Assign {
        /// Identifier or name.
        cooperative: String,
        /// Identifier or name.
        person: String,
    },
    /// Attach a photo, a document, a recording or a table to a record.
    Attach {
        /// Kind.
        kind: String,
        /// Identifier or name.
        id: String,
        /// File.
        file: PathBuf,
    },
    /// Import records from XLSX or CSV.
    Import {
        /// Kind: cooperative.
        kind: String,
        /// File.
        file: PathBuf,
        /// COLUMN=FIELD, overriding the guess; empty FIELD leaves the column out; may be repeated.
        #[arg(long, value_name = "COLUMN=FIELD", value_parser = pair)]
        map: Vec<(String, String)>,
        /// Show what would happen.
        #[arg(long)]
        dry_run: bool,
    },
    /// Exchange everything with the central folder.
    Sync {
        /// The central file or its folder; remembered.
        central: Option<PathBuf>,
        /// Show what would happen.
        #[arg(long)]
        dry_run: bool,
    },
    /// Publish the next generation of the central file.
    Publish,
    /// Verdict on a centre, writing nothing.
    Fsck {
        /// The central file or its folder.
        path: PathBuf,
    },
    /// Put back what a centre has lost; never destroys.
    Heal {
        /// Its folder.
        path: PathBuf,
    },
    /// Make the tables again from the log.
    Rebuild,
    /// Workbooks: check, try, publish, print.
    #[command(subcommand)]
    Form(FormCommand),
    /// Diagnostics, visits, quarterly sheets: fill, seal, review.
    #[command(subcommand)]
    Entry(EntryCommand),
    /// The score of an entry, and what moved since another.
    Score {
        /// Entry.
        entry: String,
        /// An earlier entry of the same cooperative.
        #[arg(long, value_name = "ENTRY")]
        against: Option<String>,
    },
    /// Strengths, weaknesses and actions that a diagnostic suggests.
    Suggest {
        /// Entry.
        entry: String,
    },
    /// Entries as files for other tools.
    Export(Export),
    /// Any command of the window's table.
    Call {
        /// Name.
        name: String,
        /// Its argument.
        #[arg(default_value = "{}", hide_default_value = true)]
        argument: String,
    },
    /// The figures of the README, one JSON line each.
    Bench {
        /// Which.
        #[command(subcommand)]
        which: Bench,
    },
}

/// How a task ends.
#[derive(Subcommand)]
pub enum TaskEnd {
    /// The record stays.
    Keep {
        /// Kind.
        kind: String,
        /// Identifier.
        id: String,
    },
    /// It stays deleted.
    Drop {
        /// Kind.
        kind: String,
        /// Identifier.
        id: String,
    },
}

/// What a programme starts with.
#[derive(Args)]
pub struct Init {
    /// The programme's name.
    #[arg(long, value_name = "NAME")]
    pub programme: String,
    /// The coordinator's name.
    #[arg(long, value_name = "NAME")]
    pub person: String,
    /// Folder of the centre, empty or not yet there.
    #[arg(long, value_name = "DIR")]
    pub central: PathBuf,
    /// File for the paper key.
    #[arg(long, value_name = "FILE")]
    pub paper_key_out: PathBuf,
    /// A coach's name and data folder; may be repeated. Same passphrase as the coordinator's.
    #[arg(long = "coach", value_name = "NAME=DIR", value_parser = name_and_folder)]
    pub coaches: Vec<(String, PathBuf)>,
}

/// Benchmarks.
#[derive(Subcommand)]
pub enum Bench {
    /// Saves of a row of 20 fields, each on the disk.
    Save {
        /// How many.
        #[arg(long, default_value_t = 500, hide_default_value = true, value_name = "N")]
        size: u32,
        /// Leave the data folder here.
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
    },
    /// A form: read, created, answered.
    Form {
        /// Workbook.
        file: PathBuf,
        /// Answers as steps, JSON.
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
        /// Folder of the files that the form names.
        #[arg(long, value_name = "DIR")]
        media: Option<PathBuf>,
    },
    /// What each screen of the window asks, on the data folder named by `--data`.
    Screens {
        /// A day of the week and month that the agenda shows; today where nobody says.
        #[arg(long, value_name = "DATE")]
        on: Option<terrain_demo::NaiveDate>,
    },
    /// Sealed segments of several devices into an empty replica.
    Merge {
        /// Edits as JSON lines.
        #[arg(long, value_name = "FILE")]
        input: PathBuf,
        /// Leave the data folder here.
        #[arg(long, value_name = "DIR")]
        keep: Option<PathBuf>,
    },
}

pub(crate) fn pair(text: &str) -> Result<(String, String), String> {
    text.split_once('=').map(|(a, b)| (a.to_owned(), b.to_owned())).ok_or_else(|| "=".to_owned())
}

pub(crate) fn path_and_place(text: &str) -> Result<(String, u32), String> {
    let (path, place) = pair(text)?;
    place.parse().ok().filter(|place| *place > 0).map(|place| (path, place)).ok_or(place)
}

fn name_and_folder(text: &str) -> Result<(String, PathBuf), String> {
    pair(text).map(|(name, folder)| (name, PathBuf::from(folder)))
}
