//! Development plans: after each diagnostic a coach keeps some suggestions and refuses one or two, and notes at visits how
//! they go: most advance, some are late, postponed, done or given up.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::json;
use terrain_api::{self as api, Fault, Session};

use crate::chance::Chance;
use crate::{Making, fields};

const OWNERS: [&str; 5] = ["La présidente", "La trésorière", "La gérante", "Le bureau", "Toutes les membres"];
const FUNDING: [&str; 3] = ["Fonds propres", "INDH", "Partenaire fictif"];
const REASONS: [&str; 4] = [
    "Pas de local pour le moment",
    "Les membres veulent d'abord régler la comptabilité",
    "Déjà prévu avec un autre programme",
    "Trop coûteux cette année",
];
const LATER: [&str; 3] =
    ["Saison des récoltes, peu de disponibilité", "Devis encore attendu", "La trésorière était absente"];
const ADVANCED: [&str; 4] = [
    "Cahier ouvert, deux mois saisis",
    "Réunion tenue, la décision est notée",
    "Premier essai fait devant la coach",
    "Les membres ont vu l'exemple et continuent",
];
const GIVEN_UP: &str = "La coopérative a changé de priorité";
/// What is aimed at in each area.
const AIMS: [(&str, &str); 10] = [
    ("governance", "Faire vivre l'assemblée et le bureau"),
    ("management", "Partager les tâches et les écrire"),
    ("finance", "Connaître ses comptes chaque mois"),
    ("production", "Produire une qualité constante"),
    ("marketing", "Être reconnue par ses clients"),
    ("commercialisation", "Vendre plus et à meilleur prix"),
    ("planning_monitoring", "Suivre son plan chaque trimestre"),
    ("social", "Renforcer la place de chaque membre"),
    ("environment", "Mieux user de l'eau et de l'énergie"),
    ("innovation_territory", "Travailler avec les voisins"),
];
const TOPICS: [(&str, &str); 3] = [
    ("Étude d'un emballage alimentaire", "Emballage et étiquetage"),
    ("Dossier d'autorisation sanitaire", "Réglementation ONSSA"),
    ("Choix d'un logiciel de caisse simple", "Comptabilité"),
];

/// An action that goes on.
pub struct Followed {
    action: String,
    from: NaiveDate,
    due: NaiveDate,
    progress: u64,
}

/// Open actions by the number of the cooperative.
pub type Followings = BTreeMap<usize, Vec<Followed>>;

/// Objective of each area of a plan; the first time, it is made.
fn objective(session: &mut Session, cooperative: &str, area: &str, horizon: NaiveDate) -> Result<String, Fault> {
    let filters = [("cooperative".to_owned(), cooperative.to_owned()), ("area".to_owned(), area.to_owned())];
    if let Some(id) = api::list(session, "objective", &filters)?.first().and_then(|row| row.get("id")?.as_str()) {
        return Ok(id.to_owned());
    }
    let title = AIMS.iter().find(|(of, _)| *of == area).map_or(area, |(_, aim)| aim);
    let made =
        fields(json!({ "cooperative": cooperative, "area": area, "title": title, "horizon": horizon.to_string() }));
    Ok(api::new(session, "objective", &made)?.id.to_string())
}

impl Making<'_> {
    /// What is decided of a diagnostic's suggestions.
    pub(crate) fn decided(&mut self, k: usize, cooperative: &str, entry: &str, day: NaiveDate) -> Result<(), Fault> {
        let (coach, seed) =
            (k % self.coaches.len().max(1), self.plan.seed.wrapping_mul(15_485_863).wrapping_add(k as u64));
        let Some(session) = self.coaches.get_mut(coach) else { return Ok(()) };
        let mut chance = Chance::new(seed);
        let known: Vec<String> = api::list(session, "action", &[("cooperative".to_owned(), cooperative.to_owned())])?
            .iter()
            .filter_map(|row| row.get("origin")?.as_str().map(str::to_owned))
            .collect();
        let mut suggested = api::suggest(session, entry, "fr")?.actions;
        suggested.retain(|s| !known.contains(&s.id));
        let (keeps, refuses) = (4 + chance.below(4), 1 + chance.below(2));
        let decided = usize::try_from(keeps + refuses).unwrap_or_default();
        for (n, suggestion) in suggested.into_iter().take(decided).enumerate() {
            let title = suggestion.labels.get("fr").cloned().unwrap_or_default();
            let said = json!({ "cooperative": cooperative, "origin": suggestion.id, "title": title });
            if n as u64 >= keeps {
                let mut said = fields(said);
                said.insert("refused".into(), json!(chance.pick(&REASONS)));
                api::new(session, "action", &said)?;
                continue;
            }
            let from = day + Days::new(chance.below(60));
            let due = from + Days::new(60 + chance.below(240));
            let cost = (chance.below(2) == 0).then(|| (1 + chance.below(40)) * 50_000);
            let mut said = fields(said);
            said.extend(fields(json!({
                "objective": objective(session, cooperative, &suggestion.area, day + Days::new(365))?,
                "owner": chance.pick(&OWNERS), "start_on": from.to_string(), "due_on": due.to_string(), "cost": cost,
                "funding": cost.and_then(|_| chance.pick(&FUNDING)), "priority": 1 + chance.below(3),
            })));
            let action = api::new(session, "action", &said)?.id.to_string();
            self.followed.entry(k).or_default().push(Followed { action, from, due, progress: 0 });
        }
        if let Some((topic, expertise)) = TOPICS.get(k / 5).filter(|_| k.is_multiple_of(5)) {
            let said = json!({ "cooperative": cooperative, "topic": topic, "expertise": expertise,
                "asked_on": day.to_string(), "status": "open" });
            api::new(session, "assistance_request", &fields(said))?;
        }
        Ok(())
    }

    /// What is noted of an open action during a visit; not every visit speaks of the plan.
    pub(crate) fn followed_up(&mut self, k: usize, visit: &str, day: NaiveDate) -> Result<(), Fault> {
        let coach = k % self.coaches.len().max(1);
        let seed = self.plan.seed.wrapping_mul(32_452_843).wrapping_add(k as u64);
        let since = u64::try_from((day - self.start()).num_days()).unwrap_or_default();
        let mut chance = Chance::new(seed.wrapping_mul(1_009).wrapping_add(since));
        let (Some(session), Some(open)) = (self.coaches.get_mut(coach), self.followed.get_mut(&k)) else {
            return Ok(());
        };
        if chance.below(5) < 2 {
            return Ok(());
        }
        for one in open.iter_mut().filter(|one| one.from <= day).take(1) {
            let roll = chance.below(12);
            let mut due = None;
            let (status, note) = match roll {
                0 if one.progress > 0 => ("dropped", Some(GIVEN_UP)),
                1 | 2 => {
                    one.due = one.due.max(day) + Days::new(30 + chance.below(45));
                    due = Some(one.due.to_string());
                    ("in_progress", chance.pick(&LATER))
                }
                _ => {
                    one.progress = (one.progress + 10 + chance.below(30)).min(100);
                    (if one.progress == 100 { "done" } else { "in_progress" }, chance.pick(&ADVANCED))
                }
            };
            let said = json!({ "action": one.action, "visit": visit, "on": day.to_string(), "status": status,
                "progress": one.progress, "due_on": due, "note": note });
            api::new(session, "action_update", &fields(said))?;
            if status == "dropped" {
                one.progress = 100;
            }
        }
        open.retain(|one| one.progress < 100);
        // Another time the others come first.
        let turn = open.len().min(1);
        open.rotate_left(turn);
        Ok(())
    }
}
