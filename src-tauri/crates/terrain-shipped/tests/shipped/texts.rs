//! The texts are whole: both languages everywhere, references that resolve, weights that add up, actions that serve.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use terrain_domain::SECTOR_CODES;

use crate::made;
use crate::text::{Question, Whole, Words};

const EXCLUSIVE: &str = "not(selected(., 'none') and count-selected(.) > 1)";

fn wholes() -> BTreeMap<String, Whole> {
    let texts = made::texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("text")).unwrap();
    made::wholes(&texts).unwrap()
}

fn diagnostic() -> Whole {
    wholes().remove("workbooks/diagnostic.xlsx").unwrap()
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

/// All words of a question with what they are.
fn words(q: &Question) -> Vec<(String, &Words)> {
    let single = [("label", &q.label), ("hint", &q.hint), ("evidence", &q.evidence), ("message", &q.message)];
    let mut all: Vec<_> = single.into_iter().filter_map(|(n, w)| Some((n.to_owned(), w.as_ref()?))).collect();
    for options in [&q.levels, &q.choices].into_iter().flatten() {
        all.extend(options.0.iter().map(|(name, w)| (format!("choice {name}"), w)));
    }
    all
}

/// What is wrong with a pair of words.
fn untold(words: &Words) -> Option<&'static str> {
    let arabic = |text: &str| text.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c));
    let digits = |text: &str| text.chars().any(|c| ('\u{660}'..='\u{669}').contains(&c));
    let ragged = |text: &str| text.trim() != text || text.contains("  ") || text.contains(['\n', '\u{a0}']);
    // What is quoted from an answer speaks its own language.
    let quoted = |text: &str| text.split_whitespace().all(|word| word.starts_with("${") && word.ends_with('}'));
    match words {
        Words { fr, ar } if !fr.is_empty() && quoted(fr) && fr == ar => None,
        Words { fr, ar } if fr.is_empty() || ar.is_empty() => Some("a language is missing"),
        Words { fr, .. } if arabic(fr) => Some("Arabic where French belongs"),
        Words { ar, .. } if !arabic(ar) => Some("not in Arabic"),
        Words { ar, .. } if digits(ar) => Some("digits are not Latin"),
        Words { fr, ar } if ragged(fr) || ragged(ar) => Some("stray blanks"),
        _ => None,
    }
}

#[test]
fn everything_is_said_in_french_and_arabic() {
    let mut wrong = Vec::new();
    for (file, whole) in wholes() {
        let mut say = |place: &str, words: &Words| {
            wrong.extend(untold(words).map(|why| format!("{file}: {place}: {why}: {words:?}")));
        };
        say("title", &whole.form.title);
        whole.sections.iter().filter(|s| !s.name.is_empty()).for_each(|s| say(&s.name, &s.label));
        for (id, action) in &whole.actions {
            say(id, &Words { fr: action.fr.clone(), ar: action.ar.clone() });
        }
        for (_, question) in whole.questions() {
            words(question).iter().for_each(|(what, w)| say(&format!("{} {what}", question.name), w));
        }
        for (_, q) in whole.questions() {
            if q.label.is_none() || q.constraint.is_some() != q.message.is_some() {
                wrong.push(format!("{file}: {}: no label, or constraint without message", q.name));
            }
            if q.readonly != q.calculation.is_some() {
                wrong.push(format!("{file}: {}: what is calculated is not changed by hand", q.name));
            }
        }
    }
    none(&wrong);
}

/// Names between `${` and `}`.
fn references(expression: &str) -> Vec<&str> {
    expression.split("${").skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
}

#[test]
fn references_stay_within_their_workbook() {
    let mut wrong = Vec::new();
    for (file, whole) in wholes() {
        let names: Vec<&str> = whole.questions().map(|(_, q)| q.name.as_str()).collect();
        let unique: BTreeSet<&str> = names.iter().copied().collect();
        if unique.len() != names.len() {
            wrong.push(format!("{file}: a name is there twice"));
        }
        let paths: BTreeSet<String> =
            whole
                .questions()
                .map(|(s, q)| {
                    if s.name.is_empty() { format!("/data/{}", q.name) } else { format!("/data/{}/{}", s.name, q.name) }
                })
                .collect();
        let mut need = |place: &str, name: &str| {
            if !unique.contains(name) {
                wrong.push(format!("{file}: {place}: there is no question {name}"));
            }
        };
        need("date", &whole.form.date);
        references(&whole.form.instance_name).iter().for_each(|name| need("instance_name", name));
        for (_, q) in whole.questions() {
            for expression in [&q.relevant, &q.constraint, &q.default, &q.calculation].into_iter().flatten() {
                references(expression).iter().for_each(|name| need(&q.name, name));
            }
        }
        for section in &whole.sections {
            section.blocking.iter().for_each(|name| need(&section.name, name));
        }
        for (_, q) in whole.questions() {
            if q.previous.as_ref().is_some_and(|path| path != "yes" && !paths.contains(path)) {
                wrong.push(format!("{file}: {}: previous {:?} is no path", q.name, q.previous));
            }
        }
    }
    none(&wrong);
}

#[test]
fn levels_are_five_and_none_excludes_the_others() {
    for (file, whole) in wholes() {
        for (_, q) in whole.questions() {
            let place = format!("{file}: {}", q.name);
            if let Some(levels) = &q.levels {
                let names: Vec<&str> = levels.0.iter().map(|(name, _)| name.as_str()).collect();
                assert_eq!(names, ["0", "1", "2", "3", "4"], "{place}");
                assert!(q.evidence.is_some() && q.hint.is_some() && q.required, "{place}: what to ask and to look at");
            }
            let choices = q.choices.as_ref().map_or(&[][..], |c| &c.0);
            assert!(choices.iter().all(|(name, _)| !name.contains(char::is_whitespace)), "{place}");
            let none = choices.iter().any(|(name, _)| name == "none") || q.choices_of.is_some();
            if q.kind == "select_multiple" && none {
                assert_eq!(q.constraint.as_deref(), Some(EXCLUSIVE), "{place}");
            }
        }
    }
}

#[test]
fn the_diagnostic_weighs_ten_dimensions_and_57_questions() {
    let whole = diagnostic();
    let dimensions: Vec<_> = whole.sections.iter().filter(|s| s.weight.is_some()).collect();
    assert_eq!(dimensions.len(), 10);
    assert_eq!(dimensions.iter().filter_map(|s| s.weight).sum::<u32>(), 100);
    assert_eq!(whole.sections[0].name, "context");
    let questions: Vec<_> = dimensions.iter().flat_map(|s| &s.question).collect();
    assert_eq!(questions.len(), 57);
    let scored: Vec<_> = questions.iter().filter(|q| q.weight.is_some()).collect();
    assert_eq!(scored.len(), 52);
    assert!(scored.iter().all(|q| q.levels.is_some() || q.map.is_some()), "a scored answer gives a level");
    let governance = dimensions.iter().find(|s| s.name == "governance").unwrap();
    let weights: Vec<u32> = governance.question.iter().filter_map(|q| q.weight).collect();
    assert_eq!(weights, [3, 3, 3, 2, 2, 1], "the worked example of the documentation leans on these");
    let blocking: Vec<&String> = dimensions.iter().flat_map(|s| &s.blocking).collect();
    assert_eq!(blocking, ["legal_compliance", "bookkeeping", "hygiene_safety"]);
    for section in &dimensions {
        assert!(section.blocking.iter().all(|b| section.question.iter().any(|q| q.name == *b && q.levels.is_some())));
    }
}

#[test]
fn every_standard_action_is_suggested_and_every_scored_question_suggests_one() {
    let whole = diagnostic();
    assert_eq!(whole.actions.len(), 62);
    let suggested: BTreeSet<&String> = whole.questions().flat_map(|(_, q)| &q.suggests).collect();
    for (id, action) in &whole.actions {
        assert!(suggested.contains(id), "{id} is never suggested");
        assert!(action.days > 0.0 && action.days <= 5.0, "{id}: days");
        assert!(whole.sections.iter().any(|s| s.weight.is_some() && s.name == action.area), "{id}: area");
    }
    for (_, q) in whole.questions() {
        assert_eq!(q.weight.is_some(), !q.suggests.is_empty(), "{}: what is scored can be worked on", q.name);
    }
}

#[test]
fn personal_answers_are_marked() {
    let whole = wholes();
    let all = whole.iter().flat_map(|(file, w)| w.questions().map(move |(_, q)| (file.as_str(), q)));
    let personal: Vec<_> = all.filter(|(_, q)| q.personal).map(|(file, q)| (file, q.name.as_str())).collect();
    assert_eq!(
        personal,
        [
            ("demonstration/visit_report-2.xlsx", "signed_by_cooperative"),
            ("demonstration/visit_report-2.xlsx", "signature"),
            ("workbooks/visit_plan.xlsx", "persons_to_meet"),
            ("workbooks/visit_report.xlsx", "signed_by_cooperative"),
            ("workbooks/visit_report.xlsx", "signature"),
        ]
    );
}

#[test]
fn every_sector_has_its_kind_of_activity() {
    let whole = diagnostic();
    let (_, question) = whole.questions().find(|(_, q)| q.name == "sector_kind").unwrap();
    let default = question.default.as_ref().unwrap();
    let lists = default.split("selected('").skip(1).map(|rest| rest.split_once('\'').unwrap().0);
    let known: Vec<&str> = lists.flat_map(str::split_whitespace).collect();
    let other: Vec<&str> = SECTOR_CODES.iter().copied().filter(|code| !known.contains(code)).collect();
    assert_eq!(other, ["waste_recycling", "housing", "trade"], "sectors that count as other activities");
    assert!(known.iter().all(|code| SECTOR_CODES.contains(code)), "a sector that the programme does not know");
    assert_eq!(known.len() + other.len(), SECTOR_CODES.len(), "a sector is there twice");
}
