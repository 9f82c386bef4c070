//! What holds for any form and any answers: a draft taken up again is the entry that was never left, what is told to the
//! log is all that changed, and nothing that anybody types breaks anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use terrain_forms::{
    Answers, Control, DataType, Env, Form, InstanceKey, Kept, KeptInstance, KeptPlace, NodeKind, Place, Session, State,
};

use super::{data, forms};

/// Numbers by chance, the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(count.max(1)).unwrap()).unwrap()
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}

/// A clock that stands still; the same number drawn each time, so that sessions can be held against each other.
fn env() -> Env {
    Env::new(|| (1_795_514_400_000, 60), || 0x1234_5678_9abc_def0)
}

/// What somebody does.
#[derive(Clone, Debug)]
enum Act {
    Set(Place, String),
    Mark(Place, bool),
    Add(Place, InstanceKey, usize),
    Remove(InstanceKey),
    Language(String),
}

/// Texts that have broken something somewhere, one a line, escapes as in JSON.
fn corpus() -> Vec<String> {
    let text = std::fs::read_to_string(data().join("answers-corpus.txt")).unwrap();
    text.lines().filter(|l| !l.starts_with('#')).map(|l| serde_json::from_str(&format!("\"{l}\"")).unwrap()).collect()
}

/// Something to do: mostly a fitting answer to a question that is asked, now and then anything anywhere.
fn act(session: &Session, chance: &mut Chance, corpus: &[String]) -> Option<Act> {
    let walk = session.walk();
    let place = *chance.of(&walk)?;
    let form = session.form();
    let wild = chance.below(12) == 0;
    if chance.below(40) == 0 {
        return Some(Act::Language(chance.of(&form.languages)?.clone()));
    }
    let node = form.node(place.node)?;
    match &node.kind {
        NodeKind::Repeat { .. } => {
            let state = session.node(&place)?;
            Some(match state.count {
                Some(count) if count < 6 => {
                    Act::Add(place, InstanceKey(u128::from(chance.next())), chance.below(count + 1))
                }
                Some(_) => return None,
                None => Act::Remove(place.instance),
            })
        }
        NodeKind::Question(_) if wild => Some(Act::Set(place, chance.of(corpus)?.clone())),
        NodeKind::Question(question) => {
            if chance.below(25) == 0 {
                return Some(Act::Mark(place, chance.below(2) == 0));
            }
            if chance.below(8) == 0 {
                return Some(Act::Set(place, String::new()));
            }
            let state = session.node(&place)?;
            let values: Vec<String> = state.choices.iter().map(|c| c.value.clone()).collect();
            let value = match question.data {
                DataType::SelectOne => chance.of(&values)?.clone(),
                DataType::SelectMultiple => {
                    values.iter().filter(|_| chance.below(2) == 0).cloned().collect::<Vec<_>>().join(" ")
                }
                DataType::Rank => values.iter().rev().cloned().collect::<Vec<_>>().join(" "),
                DataType::Int => i64::try_from(chance.below(9)).ok()?.to_string(),
                DataType::Decimal => format!("{}.5", chance.below(300)),
                DataType::Date => format!("20{:02}-0{}-1{}", chance.below(30), chance.below(9) + 1, chance.below(9)),
                DataType::Time => format!("1{}:30", chance.below(9)),
                DataType::DateTime => format!("2026-0{}-1{}T10:00", chance.below(9) + 1, chance.below(9)),
                DataType::GeoPoint => format!("3{}.5 -{}.25 12 4", chance.below(5), chance.below(9)),
                _ if question.control == Control::Trigger => "OK".to_owned(),
                _ => ["Amina", "a b", "0612345678", "تعاونية", "12"][chance.below(5)].to_owned(),
            };
            Some(Act::Set(place, value))
        }
        NodeKind::Group | NodeKind::Root => wild.then(|| Act::Set(place, "x".to_owned())),
    }
}

/// Does it; what the log is told, or nothing where it is refused.
fn perform(session: &mut Session, act: &Act) -> Option<Vec<Place>> {
    let changes = match act {
        Act::Set(place, value) => session.set(place, value),
        Act::Mark(place, on) => session.set_not_applicable(place, *on),
        Act::Add(place, key, at) => session.add_repeat(place, *key, *at),
        Act::Remove(key) => session.remove_repeat(*key),
        Act::Language(language) => session.set_language(language),
    };
    changes.ok().map(|c| c.stored)
}

fn look(session: &Session) -> Vec<(Place, State)> {
    session.walk().into_iter().map(|place| (place, session.node(&place).unwrap())).collect()
}

fn assert_same(name: &str, a: &Session, b: &Session) {
    for ((place, a_state), (other, b_state)) in look(a).into_iter().zip(look(b)) {
        assert_eq!(place, other, "{name}");
        assert_eq!(a_state, b_state, "{name} {}", a.path(&place));
    }
    assert_eq!(a.walk().len(), b.walk().len(), "{name}");
}

/// At any moment an entry can be closed and opened again: every state is the same, computed from the draft alone, and goes on
/// as if nothing had happened.
#[test]
fn a_draft_taken_up_again_is_the_entry_never_left() {
    let corpus = corpus();
    for (number, (name, form)) in forms().into_iter().enumerate() {
        let mut chance = Chance(u64::try_from(number).unwrap());
        let mut session = Session::new(Arc::clone(&form), env());
        let mut other = Session::restore(Arc::clone(&form), session.answers(), env());
        for step in 0..150 {
            let Some(act) = act(&session, &mut chance, &corpus) else { continue };
            assert_eq!(perform(&mut session, &act), perform(&mut other, &act), "{name} step {step} {act:?}");
            if step % 25 == 24 {
                assert_same(&name, &session, &other);
                let text = serde_json::to_string(&session.answers()).unwrap();
                let mut language = env();
                language.language = language_of(&session);
                other = Session::restore(Arc::clone(&form), serde_json::from_str(&text).unwrap(), language);
                assert_same(&name, &session, &other);
                assert_eq!(session.answers(), other.answers(), "{name}");
            }
        }
    }
}

fn language_of(session: &Session) -> String {
    session.language().to_owned()
}

/// A log of what was stored, each with its time: the later wins.
#[derive(Clone, Default)]
struct Log {
    values: BTreeMap<KeptPlace, (u64, Option<Kept>)>,
    marks: BTreeMap<KeptPlace, (u64, bool)>,
    instances: BTreeMap<InstanceKey, (u64, Option<KeptInstance>)>,
}

impl Log {
    fn of(answers: &Answers) -> Self {
        let mut log = Self::default();
        log.values.extend(answers.values.iter().map(|(k, v)| (k.clone(), (0, Some(v.clone())))));
        log.marks.extend(answers.not_applicable.iter().map(|k| (k.clone(), (0, true))));
        log.instances.extend(answers.instances.iter().map(|i| (i.key, (0, Some(i.clone())))));
        log
    }

    fn note(&mut self, time: u64, session: &Session, form: &Form, place: Place) {
        let node = form.node(place.node).unwrap();
        let key = (place.instance, node.path.clone());
        if let NodeKind::Repeat { .. } = node.kind {
            if place.instance != InstanceKey::ROOT {
                self.instances.insert(place.instance, (time, session.kept_instance(place.instance)));
            }
        } else {
            let mark = session.node(&place).is_some_and(|s| s.not_applicable);
            self.marks.insert(key.clone(), (time, mark));
        }
        self.values.insert(key, (time, session.kept(&place)));
    }

    fn merge(&mut self, other: &Self) {
        fn later<K: Ord + Clone, V: Clone>(into: &mut BTreeMap<K, (u64, V)>, from: &BTreeMap<K, (u64, V)>) {
            for (key, (time, value)) in from {
                if into.get(key).is_none_or(|(known, _)| known < time) {
                    into.insert(key.clone(), (*time, value.clone()));
                }
            }
        }
        later(&mut self.values, &other.values);
        later(&mut self.marks, &other.marks);
        later(&mut self.instances, &other.instances);
    }

    /// The draft; what stood in instances that are gone is gone.
    fn answers(&self) -> Answers {
        let all: BTreeMap<InstanceKey, KeptInstance> =
            self.instances.iter().filter_map(|(k, (_, i))| Some((*k, i.clone()?))).collect();
        let lives = |key: &InstanceKey| {
            let (mut next, mut seen) = (*key, BTreeSet::new());
            while next != InstanceKey::ROOT {
                match all.get(&next) {
                    Some(found) if seen.insert(next) => next = found.parent,
                    _ => return false,
                }
            }
            true
        };
        let mut answers = Answers::default();
        let values = self.values.iter().filter_map(|(k, (_, v))| Some((k.clone(), v.clone()?)));
        answers.values = values.filter(|(k, _)| lives(&k.0)).collect();
        answers.not_applicable =
            self.marks.iter().filter(|(k, (_, on))| *on && lives(&k.0)).map(|(k, _)| k.clone()).collect();
        answers.instances = all.values().filter(|i| lives(&i.key)).cloned().collect();
        answers.instances.sort_by_key(|i| (i.range.clone(), i.parent, i.order_key.clone(), i.key));
        answers
    }
}

/// What a session tells the log is all of its draft; two laptops' logs give one entry, whichever is merged first.
#[test]
fn two_laptops_give_one_entry_in_any_order() {
    let corpus = corpus();
    for (number, (name, form)) in forms().into_iter().enumerate() {
        let mut chance = Chance(1_000 + u64::try_from(number).unwrap());
        let begun = Session::new(Arc::clone(&form), env()).answers();
        let mut laptops: Vec<(Session, Log)> =
            (0..2).map(|_| (Session::restore(Arc::clone(&form), begun.clone(), env()), Log::of(&begun))).collect();
        for time in 1..200 {
            let (session, log) = &mut laptops[chance.below(2)];
            let Some(act) = act(session, &mut chance, &corpus) else { continue };
            for place in perform(session, &act).unwrap_or_default() {
                log.note(time, session, &form, place);
            }
        }
        for (session, log) in &laptops {
            assert_eq!(log.answers(), session.answers(), "{name}");
        }
        let merged = |order: [usize; 2]| {
            let mut log = Log::of(&begun);
            order.into_iter().for_each(|i| log.merge(&laptops[i].1));
            Session::restore(Arc::clone(&form), log.answers(), env())
        };
        let (one, two) = (merged([0, 1]), merged([1, 0]));
        assert_same(&name, &one, &two);
        assert_eq!(one.answers(), two.answers(), "{name}");
    }
}

/// Anything typed anywhere is answered or refused; what changed is told; the whole can be looked at and exported.
#[test]
fn nothing_that_is_typed_breaks_anything() {
    let corpus = corpus();
    for (number, (name, form)) in forms().into_iter().enumerate() {
        let mut chance = Chance(12_000 + u64::try_from(number).unwrap());
        let mut session = Session::new(Arc::clone(&form), env());
        for _ in 0..300 {
            let walk = session.walk();
            let place = *chance.of(&walk).unwrap();
            let value = chance.of(&corpus).unwrap();
            let act = if chance.below(2) == 0 { act(&session, &mut chance, &corpus) } else { None };
            let act = act.unwrap_or_else(|| Act::Set(place, value.clone()));
            let before: BTreeMap<Place, State> = look(&session).into_iter().collect();
            let changes = match &act {
                Act::Set(place, value) => session.set(place, value),
                Act::Mark(place, on) => session.set_not_applicable(place, *on),
                Act::Add(place, key, at) => session.add_repeat(place, *key, *at),
                Act::Remove(key) => session.remove_repeat(*key),
                Act::Language(language) => session.set_language(language),
            };
            let Ok(changes) = changes else { continue };
            let told: BTreeSet<Place> = changes.changed.iter().chain(&changes.added).copied().collect();
            for (place, state) in look(&session) {
                let same = before.get(&place).is_none_or(|b| *b == state);
                assert!(same || told.contains(&place), "{name} {act:?}: {} is not told", session.path(&place));
            }
        }
        session.validate();
        let submission = session.submission();
        assert!(terrain_forms::to_xml(&submission).ends_with('>'));
        assert!(terrain_forms::to_json(&form, &submission).is_object());
        assert!(!terrain_forms::to_tables(&form, &[submission], Default::default()).is_empty());
    }
}
