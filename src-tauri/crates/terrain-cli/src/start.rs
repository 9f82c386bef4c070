//! Starting: a programme, or the demonstration of one.

use std::path::{Path, PathBuf};

use terrain_api as api;
use terrain_api::{Env, Fault, NewCoach, NewProgramme};

use crate::arguments::Init;
use crate::output::{Output, catch_stop};
use crate::run::Done;

/// Starts a programme. Folders that are taken are refused before anybody is asked for a passphrase.
pub fn init(
    typed: &Init,
    data: PathBuf,
    passphrase: impl FnOnce() -> Result<String, Fault>,
    output: &Output,
) -> Result<Done, Fault> {
    let coach = |(name, data): &(String, PathBuf)| NewCoach {
        name: name.clone(),
        data: data.clone(),
        passphrase: String::new(),
    };
    let mut new = NewProgramme {
        name: typed.programme.clone(),
        person: typed.person.clone(),
        data,
        central: typed.central.clone(),
        paper_key_out: Some(typed.paper_key_out.clone()),
        coaches: typed.coaches.iter().map(coach).collect(),
        passphrase: String::new(),
    };
    api::check_places(&new)?;
    new.passphrase = passphrase()?;
    for coach in &mut new.coaches {
        coach.passphrase.clone_from(&new.passphrase);
    }
    catch_stop();
    let started = api::start_programme(&new, &mut Env::system, &mut output.progress())?;
    if !output.json(&serde_json::to_value(&started).unwrap_or_default()) {
        output.say("init-done", &[("file", &started.central_file)]);
        output.say("init-paper", &[("path", &started.paper_key)]);
        output.next("next-init", &[("data", &new.data.display().to_string())]);
    }
    Ok(Done::Clean)
}

/// Makes the demonstration.
pub fn demo(dir: &Path, plan: &terrain_demo::Plan, output: &Output) -> Result<Done, Fault> {
    let made = terrain_demo::make(dir, plan, &mut output.progress_of("demo-making"))?;
    if !output.json(&serde_json::to_value(&made).unwrap_or_default()) {
        output.say("demo-done", &[("path", &dir.display().to_string())]);
        let counts = [made.cooperatives, made.visits, made.entries, made.people, made.conflicts].map(|n| n.to_string());
        let [cooperatives, visits, entries, people, conflicts] = &counts;
        let args = [
            ("cooperatives", cooperatives),
            ("visits", visits),
            ("entries", entries),
            ("people", people),
            ("conflicts", conflicts),
        ];
        output.say("demo-counts", &args.map(|(k, v)| (k, v.as_str())));
        output.say("demo-see", &[]);
        let see = &made.to_see;
        for (key, id) in [
            ("demo-see-scored", &see.scored),
            ("demo-see-shared", &see.shared),
            ("demo-see-returned", &see.returned),
            ("demo-see-moved", &see.moved),
        ] {
            if let Some(id) = id {
                output.say(key, &[("id", id)]);
            }
        }
        if let Some(first) = made.folders.first() {
            output.next("next-demo", &[("data", first)]);
        }
    }
    Ok(Done::Clean)
}
