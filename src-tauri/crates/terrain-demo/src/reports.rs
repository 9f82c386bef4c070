//! Visits as they are on the day the demonstration is opened: reports with promises and what became of them, some waiting,
//! one sent back, one unfinished, and the coming two weeks planned by the hour.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value as Json, json};
use terrain_api::{self as api, Fault, Filling};

use crate::answers::{self, Facts};
use crate::chance::Chance;
use crate::{Making, fields};

/// What cooperatives promise: who, what.
const PROMISES: [(&str, &str); 8] = [
    ("trésorière", "Ouvrir un journal de caisse et classer les pièces chaque semaine"),
    ("présidente", "Afficher la situation financière du trimestre au siège"),
    ("présidente", "Demander deux devis d'étiquettes conformes"),
    ("secrétaire", "Convoquer l'assemblée générale par écrit"),
    ("trésorière", "Calculer le prix de revient du produit principal"),
    ("présidente", "Établir une grille de prix par canal de vente"),
    ("secrétaire", "Tenir le registre des membres à jour"),
    ("trésorière", "Ouvrir une fiche de stock par produit"),
];
/// What is seen of a promise that is kept in part.
const SEEN: [&str; 3] = ["Cahier ouvert, pièces de deux semaines", "Commencé, à compléter", "Une partie est affichée"];

/// Hours of a coach's day.
const HOURS: [(&str, &str); 2] = [("09:30", "12:30"), ("14:30", "17:00")];
/// Days from the present on which each coach goes somewhere, the place in the day, and which of the own cooperatives.
const COMING: [(u64, usize, usize); 8] =
    [(0, 0, 0), (0, 1, 1), (1, 0, 2), (2, 0, 3), (3, 1, 4), (6, 0, 5), (8, 0, 0), (10, 1, 2)];
/// Days before the present on which each coach was somewhere, and which of the own cooperatives.
const PASSED: [(u64, usize, Kind); 4] =
    [(13, 2, Kind::Finalised), (9, 0, Kind::Validated), (6, 1, Kind::Returned), (2, 3, Kind::Draft)];

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Finalised,
    Validated,
    Returned,
    Draft,
}

/// Not on a weekend: then on the Monday after, or the Friday before.
fn workday(day: NaiveDate, after: bool) -> NaiveDate {
    match (day.weekday(), after) {
        (Weekday::Sat, true) => day + Days::new(2),
        (Weekday::Sun, true) => day + Days::new(1),
        (Weekday::Sat, false) => day - Days::new(1),
        (Weekday::Sun, false) => day - Days::new(2),
        _ => day,
    }
}

fn set(filling: &mut Filling, question: &str, value: &str) {
    filling.answers.push((question.to_owned(), value.to_owned()));
}

impl Making<'_> {
    /// Fills the report of a visit: what became of the promises of last time, and new ones.
    pub(crate) fn reported(
        &mut self,
        coach: usize,
        cooperative: &str,
        visit: &str,
        day: NaiveDate,
    ) -> Result<String, Fault> {
        let chance = &mut self.chance;
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(String::new()) };
        let facts = Facts::of(&api::show(session, "cooperative", cooperative)?);
        let entry = api::visit_report(session, visit)?.entry.to_string();
        let mut filling = answers::report(&facts, day, chance);
        filling.answers.retain(|(question, _)| question != "next_commitments");
        let view = api::show_entry(session, &entry, "fr")?;
        for promise in view.questions.iter().filter(|q| q.name == "promise_kept") {
            became(&mut filling, &promise.path, chance);
        }
        promise(&mut filling, day, chance);
        api::fill(session, &entry, &filling)?;
        Ok(entry)
    }

    /// The last two weeks and the next two, as they are on the first day after the months of work.
    pub(crate) fn present(&mut self) -> Result<(), Fault> {
        let mut done: Vec<(Kind, String)> = Vec::new();
        for (days, which, kind) in PASSED {
            let day = workday(self.end() - Days::new(days), false);
            self.clock.set(day, 9);
            for coach in 0..self.coaches.len() {
                let Some(cooperative) = self.own(coach, which) else { continue };
                let visit = self.visit(coach, &cooperative, day, 0)?;
                let entry = self.reported(coach, &cooperative, &visit, day)?;
                let Some(session) = self.coaches.get_mut(coach) else { continue };
                if kind == Kind::Draft {
                    let answers = vec![("signed_by_cooperative".to_owned(), String::new())];
                    api::fill(session, &entry, &Filling { answers, ..Filling::default() })?;
                } else {
                    api::finalise(session, &entry, None)?;
                }
                if coach < self.in_time(1) || self.coaches.len() == 1 {
                    done.push((kind, entry));
                }
            }
        }
        self.everybody_syncs(1)?;
        for (kind, entry) in &done {
            match kind {
                Kind::Validated => {
                    api::validate(&mut self.coordinator, entry, None)?;
                }
                Kind::Returned => {
                    let remark = ("findings".to_owned(), "Précisez ce qui a été vu au siège.".to_owned());
                    api::return_entry(&mut self.coordinator, entry, &[remark], Some("Un point à préciser"))?;
                }
                Kind::Finalised | Kind::Draft => {}
            }
        }
        for (days, place, which) in COMING {
            let day = if days == 0 { self.end() } else { workday(self.end() + Days::new(days), true) };
            for coach in 0..self.coaches.len() {
                if let Some(cooperative) = self.own(coach, which) {
                    self.visit(coach, &cooperative, day, place)?;
                }
            }
        }
        Ok(())
    }

    /// The day after the months of work: the present of the demonstration.
    fn end(&self) -> NaiveDate {
        self.start() + chrono::Months::new(self.plan.months)
    }

    /// The n-th cooperative of a coach.
    fn own(&self, coach: usize, which: usize) -> Option<String> {
        self.cooperatives.get(coach + which * self.coaches.len().max(1)).cloned()
    }

    fn visit(&mut self, coach: usize, cooperative: &str, day: NaiveDate, place: usize) -> Result<String, Fault> {
        let Some(person) = self.coach_ids.get(coach).cloned() else { return Ok(String::new()) };
        let mut visit = crate::content::visit(cooperative, &person, day, &mut self.chance);
        let (starts_at, ends_at) = HOURS.get(place).copied().unwrap_or_default();
        if let Json::Object(map) = &mut visit {
            map.extend([("starts_at".to_owned(), json!(starts_at)), ("ends_at".to_owned(), json!(ends_at))]);
            map.remove("cancelled");
        }
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(String::new()) };
        Ok(api::new(session, "visit", &fields(visit))?.id.to_string())
    }
}

/// A promise of last time: kept, kept in part or not.
fn became(filling: &mut Filling, path: &str, chance: &mut Chance) {
    let status =
        chance.pick(&["done", "done", "done", "done", "done", "done", "in_progress", "planned"]).unwrap_or("done");
    set(filling, path, status);
    if status == "in_progress"
        && let Some(seen) = chance.pick(&SEEN)
    {
        set(filling, &path.replace("promise_kept", "promise_note"), seen);
    }
}

/// One to three promises, due within a month.
fn promise(filling: &mut Filling, day: NaiveDate, chance: &mut Chance) {
    let first = chance.below(PROMISES.len() as u64);
    for n in 0..=chance.below(3) {
        let at = usize::try_from((first + n) % PROMISES.len() as u64).unwrap_or_default();
        let Some((who, what)) = PROMISES.get(at) else { continue };
        if n > 0 {
            filling.add.push("next_promises".to_owned());
        }
        let due = day + Days::new(5 + chance.below(40));
        let line = format!("next_promises[{}]", n + 1);
        set(filling, &format!("{line}/next_who"), who);
        set(filling, &format!("{line}/next_what"), what);
        set(filling, &format!("{line}/next_due"), &due.to_string());
    }
}
