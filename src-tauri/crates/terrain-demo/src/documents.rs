//! Forms and what is done with them: published, filled and finalised in the field, reviewed at the office.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, Months, NaiveDate};
use image::{ImageFormat, Rgb, RgbImage};
use serde::Serialize;
use terrain_api::{self as api, Fault, Filling, Language, Words};

use crate::Making;
use crate::answers::{self, Facts};
use crate::chance::Chance;

const FORMS: [&str; 5] = ["diagnostic", "visit_plan", "visit_report", "monitoring", "exit"];
/// Visits of which a report is written, of how many.
const REPORTED: (u64, u64) = (19, 20);
/// A later version of the visit report.
const NEXT_REPORT: &str = "visit_report-2";

/// Entries to look at.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ToSee {
    /// A diagnostic with two dates: its score has moved.
    pub scored: Option<String>,
    /// A diagnostic that two people fill, with a question on which they disagree.
    pub shared: Option<String>,
    /// A document that the coordination sent back.
    pub returned: Option<String>,
    /// A draft that was moved to a newer version of its form.
    pub moved: Option<String>,
}

/// A finalised entry that nobody has reviewed yet.
pub struct Waiting {
    coach: usize,
    entry: String,
    diagnostic: bool,
}

impl Making<'_> {
    /// The coordinator publishes the forms that come with the product.
    pub(crate) fn forms(&mut self) -> Result<(), Fault> {
        for form in FORMS {
            api::publish_form(&mut self.coordinator, form, None, &Words::new(Language::Fr))?;
        }
        Ok(())
    }

    /// A chance that begins alike for each cooperative, whatever the month.
    fn own_chance(&self, cooperative: usize) -> Chance {
        Chance::new(self.plan.seed.wrapping_mul(7_919).wrapping_add(cooperative as u64))
    }

    /// What a coach fills in a cooperative this month: diagnostics at the start and after a year, the sheet of the quarter
    /// that has ended, sometimes a report of the visit.
    pub(crate) fn documents(&mut self, month: u32, k: usize, visit: Option<&str>, day: NaiveDate) -> Result<(), Fault> {
        let Some(cooperative) = self.cooperatives.get(k).cloned() else { return Ok(()) };
        if let Some(visit) = visit {
            self.followed_up(k, visit, day)?;
        }
        let coach = k % self.coaches.len().max(1);
        let due = self.start() + Months::new(month);
        let (diagnosed, quarter_ended) = (month.is_multiple_of(12) && month < 24, due.month0().is_multiple_of(3));
        let reported = visit.is_some() && (k == 0 || self.chance.below(REPORTED.1) < REPORTED.0);
        if !diagnosed && !quarter_ended && !reported {
            return Ok(());
        }
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(()) };
        let facts = Facts::of(&api::show(session, "cooperative", &cooperative)?);
        if diagnosed {
            let mut filling = answers::diagnostic(&facts, day, month > 0, &mut self.own_chance(k));
            if k.is_multiple_of(16) {
                filling.answers.retain(|(q, _)| q != "conflict_management");
                filling.not_applicable =
                    vec![("conflict_management".into(), "Aucun conflit depuis la création".into())];
            }
            let entry = self.filled(coach, "diagnostic", (&cooperative, None), &filling)?;
            if k == 0 {
                self.evidence(coach, &entry)?;
                self.to_see.scored = Some(entry.clone());
            }
            self.finalised(coach, entry.clone(), true)?;
            self.decided(k, &cooperative, &entry, day)?;
        }
        if quarter_ended {
            let filling = answers::monitoring(&facts, day, month / 3, &mut self.chance);
            let entry = self.filled(coach, "monitoring", (&cooperative, None), &filling)?;
            self.finalised(coach, entry, false)?;
        }
        if let Some(visit) = visit.filter(|_| reported) {
            let entry = self.reported(coach, &cooperative, visit, day)?;
            self.finalised(coach, entry, false)?;
        }
        Ok(())
    }

    fn filled(
        &mut self,
        coach: usize,
        form: &str,
        (cooperative, visit): (&str, Option<&str>),
        filling: &Filling,
    ) -> Result<String, Fault> {
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(String::new()) };
        let entry = api::new_entry(session, form, cooperative, visit)?.id.to_string();
        if !filling.answers.is_empty() {
            api::fill(session, &entry, filling)?;
        }
        Ok(entry)
    }

    fn finalised(&mut self, coach: usize, entry: String, diagnostic: bool) -> Result<(), Fault> {
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(()) };
        api::finalise(session, &entry, None)?;
        self.waiting.push(Waiting { coach, entry, diagnostic });
        Ok(())
    }

    /// A photo of a register on the answer that it shows.
    fn evidence(&mut self, coach: usize, entry: &str) -> Result<(), Fault> {
        let photo = photo(&self.dir)?;
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(()) };
        let attached = api::attach(session, "entry", entry, &photo)?;
        let evidence = vec![("ga_regularity".to_owned(), attached.id.to_string())];
        api::fill(session, entry, &Filling { evidence, ..Filling::default() })?;
        Ok(())
    }

    /// The coordinator looks at what came in from those in time: most is accepted, the second diagnostic of the last round
    /// goes back with remarks, one document is put away, some wait.
    pub(crate) fn reviews(&mut self, month: u32, in_time: usize) -> Result<(), Fault> {
        let (came, not_yet) = std::mem::take(&mut self.waiting).into_iter().partition(|w| w.coach < in_time);
        self.waiting = not_yet;
        let came: Vec<Waiting> = came;
        let last_round = month.is_multiple_of(12) && month + 12 >= self.plan.months.min(24);
        let diagnostics = came.iter().filter(|w| w.diagnostic && last_round);
        let returned = diagnostics.map(|w| w.entry.clone()).nth(1);
        for waiting in came {
            let entry = waiting.entry.as_str();
            self.reviewed += 1;
            if Some(entry) == returned.as_deref() {
                let remark = |question: &str, text: &str| (question.to_owned(), text.to_owned());
                let remarks = [
                    remark("bookkeeping", "Joindre une photo du cahier ou baisser le niveau."),
                    remark("turnover_last_year", "Ce montant ne correspond pas aux fiches de suivi."),
                ];
                api::return_entry(&mut self.coordinator, entry, &remarks, Some("Deux points à revoir"))?;
                self.to_see.returned = Some(entry.to_owned());
            } else if !self.reviewed.is_multiple_of(9) {
                api::validate(&mut self.coordinator, entry, None)?;
                if self.reviewed == 3 {
                    api::close(&mut self.coordinator, entry, Some("Dossier complet"))?;
                }
            }
        }
        Ok(())
    }

    /// What is unfinished at the end: a draft on two laptops, and a draft under a form of which a newer version comes.
    pub(crate) fn drafts(&mut self) -> Result<(), Fault> {
        let Some(cooperative) = self.cooperatives.first().cloned() else { return Ok(()) };
        let day = self.start() + Months::new(self.plan.months) - Days::new(4);
        self.clock.set(day, 9);
        let shared = self.filled(0, "diagnostic", (&cooperative, None), &Filling::default())?;
        let report = answers::report(&Facts::of(&serde_json::Value::Null), day, &mut self.chance);
        let mut report = Filling { answers: report.answers, ..Filling::default() };
        report.answers.retain(|(q, _)| q != "next_commitments");
        let moved = self.filled(0, "visit_report", (&cooperative, None), &report)?;
        let words = Words::new(Language::Fr);
        let next = api::publish_form(&mut self.coordinator, NEXT_REPORT, None, &words)?;
        self.everybody_syncs(1)?;
        self.everybody_syncs(1)?;
        if let Some(coach) = self.coaches.first_mut() {
            api::fill(coach, &shared, &answers::shared(true, day))?;
            api::move_entry(coach, &moved, &next.version, false, "fr")?;
        }
        let second = if self.coaches.len() > 2 { self.coaches.get_mut(1) } else { None };
        api::fill(second.unwrap_or(&mut self.coordinator), &shared, &answers::shared(false, day))?;
        self.to_see.shared = Some(shared);
        self.to_see.moved = Some(moved);
        Ok(())
    }
}

/// A picture like a page of a register: lines on paper.
fn photo(dir: &Path) -> Result<PathBuf, Fault> {
    let path = dir.join("registre-exemple.png");
    let line = |x: u32, y: u32| {
        if y.is_multiple_of(24) || x.is_multiple_of(96) { Rgb([120, 130, 160]) } else { Rgb([250, 247, 236]) }
    };
    let page = RgbImage::from_fn(480, 320, line);
    let place = path.display().to_string();
    let failed =
        |e: image::ImageError| Fault::input("fault-file-unreadable", &[("path", &place), ("reason", &e.to_string())]);
    page.save_with_format(&path, ImageFormat::Png).map_err(failed)?;
    Ok(path)
}
