//! The fictional programme: cooperatives, people and two years of work, made through terrain-api only, offline on each
//! laptop with real syncs. Content, identifiers and clock follow from the seed; keys are always fresh.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod answers;
mod chance;
mod content;
mod documents;
mod plans;
mod reports;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

pub use chrono::NaiveDate;
use chrono::{DateTime, Days, Months, NaiveTime};
use serde::Serialize;
use serde_json::{Value as Json, json};
use terrain_api::{self as api, Env, Fault, NewCoach, NewProgramme, ProgressFn, Session, Step};

use crate::chance::Chance;
use crate::documents::{ToSee, Waiting};

/// Everybody's passphrase.
pub const PASSPHRASE: &str = "demonstration";
/// First day of the programme where nobody says another.
pub const START: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 12, 2);
/// Months that the late coach has not synced at the end.
const LATE_MONTHS: u32 = 2;

/// What to make.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Cooperatives.
    pub cooperatives: u32,
    /// Coaches.
    pub coaches: u32,
    /// Months of work.
    pub months: u32,
    /// Content and clock follow from it.
    pub seed: u64,
    /// First day of the programme; the day of [`START`] where nobody says.
    pub start: Option<NaiveDate>,
}

impl Plan {
    /// First day of the programme.
    fn first(&self) -> NaiveDate {
        self.start.or(START).unwrap_or_default()
    }

    /// The same, so that the months of work end today: what is planned then lies ahead.
    pub fn until_today(self, mut env: Env) -> Self {
        let (now, _) = env.now();
        let local = now.saturating_add(i64::from(env.offset_min(now)) * 60_000);
        let today = DateTime::from_timestamp_millis(local).unwrap_or_default().date_naive();
        Self { start: today.checked_sub_months(Months::new(self.months)), ..self }
    }
}

/// What was made.
#[derive(Clone, Debug, Serialize)]
pub struct Made {
    /// The central file.
    pub central_file: String,
    /// Data folders, the coordinator's first.
    pub folders: Vec<String>,
    /// Counts, as the coordinator sees them.
    pub cooperatives: u64,
    /// Visits.
    pub visits: u64,
    /// People.
    pub people: u64,
    /// Entries of forms.
    pub entries: u64,
    /// Open disagreements.
    pub conflicts: u64,
    /// Changes of the late coach that are not in the centre.
    pub late_unsent: u64,
    /// Entries to look at.
    pub to_see: ToSee,
}

/// The clock of all laptops; each reading moves it on by a second.
#[derive(Clone)]
struct Clock(Arc<AtomicI64>);

impl Clock {
    fn set(&self, day: NaiveDate, hour: u32) {
        let at = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis() + i64::from(hour) * 3_600_000;
        self.0.fetch_max(at, Ordering::Relaxed);
    }

    fn env(&self, seed: u64) -> Env {
        let (clock, mut chance) = (self.0.clone(), Chance::new(seed));
        let believed_from = clock.load(Ordering::Relaxed);
        Env::new(move || clock.fetch_add(1_000, Ordering::Relaxed), move || chance.next(), believed_from)
    }
}

struct Making<'p> {
    plan: Plan,
    clock: Clock,
    dir: PathBuf,
    central: PathBuf,
    coordinator: Session,
    coaches: Vec<Session>,
    coach_ids: Vec<String>,
    cooperatives: Vec<String>,
    chance: Chance,
    /// Actions of plans that go on.
    followed: plans::Followings,
    /// Finalised and not reviewed.
    waiting: Vec<Waiting>,
    /// How many documents were reviewed.
    reviewed: u32,
    to_see: ToSee,
    progress: &'p mut ProgressFn<'p>,
}

/// Makes the programme in an empty folder.
pub fn make<'p>(dir: &Path, plan: &Plan, progress: &'p mut ProgressFn<'p>) -> Result<Made, Fault> {
    let bound = |name: &str, value: u32, max: u32| {
        let (argument, got, max_text) = (format!("--{name}"), value.to_string(), max.to_string());
        let args = [("argument", argument.as_str()), ("got", &got), ("min", "1"), ("max", &max_text)];
        if (1..=max).contains(&value) { Ok(()) } else { Err(Fault::input("fault-usage-range", &args)) }
    };
    bound("cooperatives", plan.cooperatives, 5_000)?;
    bound("coaches", plan.coaches, 20)?;
    bound("months", plan.months, 60)?;
    let before = Before::of(dir)?;
    let made = build(dir, plan, progress);
    if made.is_err() {
        before.restore(dir);
    }
    match made {
        Err(fault) if fault.code == "fault-stopped" => Err(Fault::new(fault.status, "fault-demo-stopped", &[])),
        made => made,
    }
}

fn build<'p>(dir: &Path, plan: &Plan, progress: &'p mut ProgressFn<'p>) -> Result<Made, Fault> {
    let mut making = begin(dir, plan, progress)?;
    making.forms()?;
    making.cooperatives()?;
    for month in 0..plan.months {
        making.month(month)?;
    }
    making.present()?;
    making.disagreement()?;
    making.finish(dir)
}

/// How the folder was found: empty, or not there.
struct Before {
    there: bool,
}

impl Before {
    fn of(dir: &Path) -> Result<Self, Fault> {
        let taken = || Fault::input("fault-demo-folder", &[("path", &dir.display().to_string())]);
        match fs::read_dir(dir) {
            Ok(mut entries) => entries.next().map_or(Ok(Self { there: true }), |_| Err(taken())),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Self { there: false }),
            Err(_) => Err(taken()),
        }
    }

    /// As it was found: whatever is in it now was made by the attempt.
    #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
    fn restore(&self, dir: &Path) {
        let removed = fs::remove_dir_all(dir);
        if self.there && removed.is_ok() {
            let _ = fs::create_dir(dir);
        }
    }
}

fn begin<'p>(dir: &Path, plan: &Plan, progress: &'p mut ProgressFn<'p>) -> Result<Making<'p>, Fault> {
    let start = plan.first();
    let clock = Clock(Arc::new(AtomicI64::new(0)));
    clock.set(start, 8);
    let coach = |k: u32| NewCoach {
        name: content::coach(k),
        data: dir.join(format!("coach-{}", k + 1)),
        passphrase: PASSPHRASE.into(),
    };
    let new = NewProgramme {
        name: "Mourafaka Souss-Massa (démonstration)".into(),
        person: content::COORDINATOR.into(),
        data: dir.join("coordinator"),
        passphrase: PASSPHRASE.into(),
        central: dir.join("central"),
        paper_key_out: Some(dir.join("cle-papier.txt")),
        coaches: (0..plan.coaches).map(coach).collect(),
    };
    let mut laptops = 0;
    let mut envs = || {
        laptops += 1;
        clock.env(plan.seed.wrapping_mul(1_000_003).wrapping_add(laptops))
    };
    let started = api::start_programme(&new, &mut envs, progress)?;
    let coordinator = Session::open(&new.data, PASSPHRASE, envs())?;
    let mut coaches = Vec::new();
    for coach in &new.coaches {
        coaches.push(Session::open(&coach.data, PASSPHRASE, envs())?);
    }
    Ok(Making {
        plan: *plan,
        clock: clock.clone(),
        dir: dir.to_path_buf(),
        central: new.central,
        coordinator,
        coaches,
        coach_ids: started.coaches.iter().map(ToString::to_string).collect(),
        cooperatives: Vec::new(),
        chance: Chance::new(plan.seed),
        followed: plans::Followings::new(),
        waiting: Vec::new(),
        reviewed: 0,
        to_see: ToSee::default(),
        progress,
    })
}

fn fields(value: Json) -> BTreeMap<String, Json> {
    match value {
        Json::Object(map) => map.into_iter().filter(|(_, v)| !v.is_null()).collect(),
        _ => BTreeMap::new(),
    }
}

impl Making<'_> {
    fn start(&self) -> NaiveDate {
        self.plan.first()
    }

    /// The coordinator registers cooperatives and their officers and assigns them; everybody gets them by a sync.
    fn cooperatives(&mut self) -> Result<(), Fault> {
        for k in 0..self.plan.cooperatives {
            if !(self.progress)(Step::Merge, u64::from(k), u64::from(self.plan.cooperatives)) {
                return Err(Fault::new(api::Status::Target, "fault-stopped", &[]));
            }
            let cooperative = content::cooperative(k, &mut self.chance);
            let made = api::new(&mut self.coordinator, "cooperative", &fields(cooperative))?;
            let id = made.id.to_string();
            for officer in content::officers(&id, &mut self.chance) {
                api::new(&mut self.coordinator, "officer", &fields(officer))?;
            }
            if let Some(coach) = self.coach_ids.get((k % self.plan.coaches) as usize) {
                api::assign(&mut self.coordinator, &id, coach)?;
            }
            self.cooperatives.push(id);
        }
        self.everybody_syncs(0)
    }

    /// How many coaches meet the centre, the late ones aside.
    fn in_time(&self, late: u32) -> usize {
        self.coaches.len() - usize::from(late > 0 && self.coaches.len() > 1)
    }

    fn everybody_syncs(&mut self, late: u32) -> Result<(), Fault> {
        api::sync(&mut self.coordinator, Some(&self.central), self.progress)?;
        let in_time = self.in_time(late);
        for coach in self.coaches.iter_mut().take(in_time) {
            api::sync(coach, Some(&self.central), self.progress)?;
        }
        api::sync(&mut self.coordinator, Some(&self.central), self.progress)?;
        Ok(())
    }

    /// A month in the field: each coach visits, offline; at its end they meet the centre, but for the late one.
    fn month(&mut self, month: u32) -> Result<(), Fault> {
        let first = self.start() + Months::new(month);
        let due = month < 8 || month.is_multiple_of(2);
        for (k, cooperative) in self.cooperatives.clone().into_iter().enumerate() {
            let coach = k % self.coaches.len();
            let day = first + Days::new(self.chance.below(25));
            self.clock.set(day, 9);
            if !due {
                self.documents(month, k, None, day)?;
                continue;
            }
            let (Some(session), Some(person)) = (self.coaches.get_mut(coach), self.coach_ids.get(coach)) else {
                continue;
            };
            let visit = content::visit(&cooperative, person, day, &mut self.chance);
            let cancelled = visit.get("cancelled").is_some_and(|c| !c.is_null());
            let visit = api::new(session, "visit", &fields(visit))?.id.to_string();
            if self.chance.below(12) == 0 {
                let update = content::news(month, &mut self.chance);
                api::set(session, "cooperative", &cooperative, &fields(update))?;
            }
            self.documents(month, k, Some(&visit).filter(|_| !cancelled).map(String::as_str), day)?;
        }
        self.clock.set(first + Days::new(27), 15);
        let late = u32::from(month + LATE_MONTHS >= self.plan.months);
        self.everybody_syncs(late)?;
        self.reviews(month, self.in_time(late))
    }

    /// Two people write another phone number of the same cooperative, and another level in the same diagnostic, without
    /// knowing of each other.
    fn disagreement(&mut self) -> Result<(), Fault> {
        self.drafts()?;
        let Some(id) = self.cooperatives.first().cloned() else { return Ok(()) };
        api::set(&mut self.coordinator, "cooperative", &id, &fields(json!({ "phone": "0600000901" })))?;
        if let Some(coach) = self.coaches.first_mut() {
            api::set(
                coach,
                "cooperative",
                &id,
                &fields(json!({ "phone": "0600000902", "douar": "Douar Exemple-Haut" })),
            )?;
        }
        self.everybody_syncs(1)?;
        // Those in time see what the coordinator merged last.
        self.everybody_syncs(1)
    }

    fn finish(mut self, dir: &Path) -> Result<Made, Fault> {
        let mut count = |kind: &str| api::list(&mut self.coordinator, kind, &[]).map(|rows| rows.len() as u64);
        let (cooperatives, visits, people) = (count("cooperative")?, count("visit")?, count("person")?);
        let entries = count("entry")?;
        let conflicts = api::status(&mut self.coordinator)?.conflicts;
        let late_unsent = match self.coaches.last_mut() {
            Some(coach) => api::status(coach)?.unsent,
            None => 0,
        };
        let folder = |name: String| dir.join(name).display().to_string();
        let coaches = (1..=self.plan.coaches).map(|k| folder(format!("coach-{k}")));
        Ok(Made {
            central_file: self.central.join("souss-massa.mourafaka").display().to_string(),
            folders: std::iter::once(folder("coordinator".into())).chain(coaches).collect(),
            cooperatives,
            visits,
            people,
            entries,
            conflicts,
            late_unsent,
            to_see: self.to_see,
        })
    }
}
