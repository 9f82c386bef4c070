//! A small fictional programme, made through the door: the same for everybody who asks, in a folder of one's own.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value as Json, json};
use tempfile::TempDir;
use terrain_api::{Env, Session, dispatch};
use terrain_demo::{PASSPHRASE, Plan};

use crate::laptop::Laptop;

/// Three cooperatives, two coaches, three months: one coach has two cooperatives, with something to read in each.
const PLAN: Plan = Plan { cooperatives: 3, coaches: 2, months: 3, seed: 1, start: None };

/// Laptops of the programme's people, and its central folder.
pub struct Programme {
    dir: TempDir,
}

impl Programme {
    /// Makes it; its people have synchronised a while ago.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        terrain_demo::make(dir.path(), &PLAN, &mut |_, _, _| true).unwrap();
        Self { dir }
    }

    fn data(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A person's laptop: `coach-1`, `coach-2`, `coordinator`.
    pub fn laptop(&self, name: &str) -> Arc<Laptop> {
        Arc::new(Laptop::of(&self.data(name)))
    }

    /// What the door answers on a person's laptop, while no window is open on it.
    pub fn ask(&self, name: &str, command: &str, request: &Json) -> Json {
        let mut session = Session::open(&self.data(name), PASSPHRASE, Env::system()).unwrap();
        ask(&mut session, command, request).unwrap()
    }

    /// A new diagnostic of the coach's first cooperative, and the paths of its questions with their controls.
    pub fn begin_diagnostic(&self, name: &str) -> (String, Vec<(String, String)>) {
        let cooperatives = self.ask(name, "cooperatives", &json!({}));
        let mine = cooperatives["rows"].as_array().unwrap().iter().find(|row| row["mine"] == json!(true)).unwrap();
        let entry = self.ask(name, "entry_new", &json!({"form": "diagnostic", "cooperative": mine["id"]}));
        let entry = entry["id"].as_str().unwrap().to_owned();
        let form = self.ask(name, "entry_form", &json!({"entry": entry, "language": "fr"}));
        let text = |question: &Json, field: &str| question[field].as_str().unwrap().to_owned();
        let questions = form["questions"].as_array().unwrap().iter();
        (entry, questions.map(|q| (text(q, "path"), text(q, "control"))).collect())
    }

    /// What the window on a laptop has brought to the disk so far: the door's answer on a copy of the data, as a look
    /// after the battery died would find it. Nothing where the copy caught the file in the middle of a change.
    pub fn peek(&self, name: &str, command: &str, request: &Json) -> Option<Json> {
        let copy = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.data(name)).unwrap().map(Result::unwrap) {
            // What is removed while it is read is not part of the answer.
            let _ = std::fs::copy(entry.path(), copy.path().join(entry.file_name()));
        }
        let mut session = Session::open(copy.path(), PASSPHRASE, Env::system()).ok()?;
        ask(&mut session, command, request).ok()
    }
}

fn ask(session: &mut Session, command: &str, request: &Json) -> Result<Json, terrain_api::Fault> {
    dispatch(session, command, &request.to_string(), &mut |_, _, _| true)
}
