//! The most telling cases with names: a story as text, and what everybody sees of the cooperative once all is there.
//!
//! Every story is read by the definition, by the oracle, and step by step: in the order of writing, backwards, at once.

use terrain_changes::{Content, RowState, settled};
use terrain_domain::Value;

use crate::reading::{Reading, as_told};
use crate::shelf::Shelf;
use crate::world::{AMINA, HASSAN, How, KHADIJA, SALMA, Says, World, ZINEB};

/// `who verb words`: `sets Argane` is about the name of Amina's cooperative, `sets_elsewhere`
/// about another one, `sets_days 12` about a setting of the programme.
/// `unseen`: the screen showed nothing yet; `blindly`, `lying`: deletes without saying, or saying too much; `by_app`: dynamic value; `claiming amina 3`: names a number blindly.
fn live(story: &str) -> World {
    let mut world = World::new();
    let mut names: Vec<String> = ["", "khadija", "salma", "amina", "hassan", "zineb"].map(String::from).into();
    assert_eq!([KHADIJA, SALMA, AMINA, HASSAN, ZINEB], [1, 2, 3, 4, 5], "names stand in the order of the laptops");
    for line in story.split([';', '\n']).map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let find = |name: &str| names.iter().position(|n| n == name).unwrap_or_else(|| panic!("who is {name}?"));
        let has = |word: &str| words.contains(&word);
        let who = find(words[0]);
        let claims = words.iter().position(|w| *w == "claiming");
        let how = How {
            shown: if has("unseen") { 0 } else { u8::MAX },
            auto: has("by_app"),
            claims: claims.map(|n| (find(words[n + 1]), words[n + 2].parse().unwrap())),
        };
        let says = match (has("blindly"), has("lying")) {
            (true, _) => Says::Nothing,
            (_, true) => Says::Lies,
            _ => Says::Truth,
        };
        match words[1] {
            "creates" => world.create(who, 0),
            "sets" => world.set(who, 0, "name_fr", words[2], how),
            "sets_elsewhere" => world.set(who, 1, "name_fr", words[2], how),
            "sets_days" => world.set(who, 2, "value", words[2], how),
            "deletes" => world.delete(who, 0, says),
            "returns" => world.bring_back(who, 0, false),
            "undoes" => world.bring_back(who, 0, true),
            "seals" => world.seal(who),
            "pulls" => world.pull(who, find(words[2]), u64::MAX),
            "clones" => {
                world.clone_laptop(who);
                names.push(words[2].to_owned());
            }
            "retires" => world.end(who, find(words[2]), false),
            "revokes" => world.end(who, find(words[2]), true),
            verb => panic!("who {verb}?"),
        }
    }
    (0..world.laptops.len()).for_each(|who| world.seal(who));
    world
}

/// `here: Argane`, or `here: Argane / Safran` where people disagree; `gone`; `kept` where an edit stands against a delete.
fn words(state: &RowState) -> String {
    let lives = state.fields.get("name_fr").or(state.fields.get("value")).map_or(&[][..], Vec::as_slice);
    let read = |value: &Option<Value>| match value {
        Some(Value::Text(t)) => t.clone(),
        other => format!("{other:?}"),
    };
    let mut values: Vec<String> =
        settled(lives, &|_| None).iter().flat_map(|s| &s.values).map(|(_, v)| read(v)).collect();
    values.sort();
    assert!(lives.iter().all(|l| matches!(l.content, Content::Plain(_))));
    let life = match (state.alive, state.deleted_and_edited) {
        (true, false) => "here",
        (true, true) => "kept",
        (false, _) => "gone",
    };
    format!("{life}: {}", values.join(" / "))
}

fn check(story: &str, expected: &str) {
    let world = live(story);
    let row = world.rows[if story.contains("sets_days") { 2 } else { 0 }];
    let written: Vec<usize> = (0..world.segments.len()).collect();
    let reading = Reading::of(&world, &written);
    let (state, told) = (reading.state(row), reading.told(row));
    assert_eq!(words(&state), expected, "{story}");
    assert_eq!(as_told(&state), told, "the oracle: {story}");
    // Backwards as a whole, nobody is known until the certificates come last; backwards behind them, everybody is.
    let backwards: Vec<usize> = written.iter().rev().copied().collect();
    let begun = World::new().segments.len();
    let known = written[..begun].iter().chain(written[begun..].iter().rev()).copied().collect();
    for (order, size) in [(&written, 1), (&known, 1), (&backwards, 1), (&written, usize::MAX)] {
        let mut shelf = Shelf::new(&world);
        order.chunks(size.min(order.len())).for_each(|batch| shelf.deliver(batch));
        assert_eq!(shelf.states(), reading.states(), "step by step: {story}");
    }
}

#[test]
fn people_agree_and_disagree() {
    for (story, expected) in [
        ("amina sets Argane", "here: Argane"),
        ("amina sets Argane; amina sets Safran", "here: Safran"),
        ("amina sets Argane; amina seals; amina sets Safran", "here: Safran"),
        ("amina sets Argane; hassan pulls amina; hassan sets Safran", "here: Argane / Safran"),
        ("amina sets Argane; amina seals; hassan pulls amina; hassan sets Safran", "here: Safran"),
        ("amina sets Argane; hassan sets Safran", "here: Argane / Safran"),
        ("amina sets Argane; hassan sets Argane", "here: Argane"),
        // What came by sync but was not yet on the screen is not replaced.
        ("amina sets Argane; amina seals; hassan pulls amina; hassan sets Safran unseen", "here: Argane / Safran"),
        // A settlement names all; a third value that it had not seen makes a new disagreement.
        ("amina sets Argane; hassan sets Safran; amina seals; hassan seals; khadija pulls amina; khadija pulls hassan
          khadija sets Tifaout", "here: Tifaout"),
        ("amina sets Argane; hassan sets Safran; amina seals; hassan seals; khadija pulls amina; khadija pulls hassan
          khadija sets Tifaout; hassan sets Amlou", "here: Amlou / Tifaout"),
        // Two settlements that differ, and two that agree.
        ("amina sets Argane; hassan sets Safran; amina seals; hassan seals; khadija pulls amina; khadija pulls hassan
          khadija sets Argane; salma pulls amina; salma pulls hassan; salma sets Safran", "here: Argane / Safran"),
        ("amina sets Argane; hassan sets Safran; amina seals; hassan seals; khadija pulls amina; khadija pulls hassan
          khadija sets Argane; salma pulls amina; salma pulls hassan; salma sets Argane", "here: Argane"),
        // What the app made never disagrees, and stands behind what a person entered.
        ("amina sets Argane by_app; hassan sets Argane by_app", "here: Argane"),
        ("amina sets Argane; hassan sets Safran by_app", "here: Argane"),
        // A base that names what its author cannot have seen counts for nothing.
        ("amina sets Argane; amina sets Safran; hassan sets Tifaout claiming amina 3", "here: Safran / Tifaout"),
        ("amina sets Argane; amina seals; hassan pulls amina
          hassan sets Safran unseen claiming amina 2", "here: Safran"),
    ] {
        check(story, expected);
    }
}

#[test]
fn rows_end_and_come_back() {
    for (story, expected) in [
        ("amina sets Argane; amina deletes", "gone: Argane"),
        ("amina sets Argane; amina seals; hassan pulls amina; hassan deletes", "gone: Argane"),
        ("amina sets Argane; amina seals; hassan pulls amina; hassan deletes; amina sets Safran", "kept: Safran"),
        // Whoever deletes again, knowing of the edit, has the last word.
        (
            "amina sets Argane; amina seals; hassan pulls amina; hassan deletes; amina sets Safran; amina seals
          hassan pulls amina; hassan deletes",
            "gone: Safran",
        ),
        ("amina sets Argane; amina deletes; hassan deletes", "gone: Argane"),
        (
            "hassan deletes; amina deletes; amina seals; hassan seals; khadija pulls amina; khadija sets Argane",
            "kept: Argane",
        ),
        // A return begins afresh; an undo gives back what was there.
        ("amina sets Argane; amina deletes; amina returns", "here: "),
        ("amina sets Argane; amina deletes; amina undoes", "here: Argane"),
        (
            "amina sets Argane; amina deletes; amina seals; hassan pulls amina; hassan returns; hassan sets Safran",
            "here: Safran",
        ),
        ("amina sets Argane; amina deletes; amina seals; hassan pulls amina; hassan undoes", "here: Argane"),
        // A return takes nothing away that it had not seen.
        (
            "amina sets Argane; amina deletes; amina seals; hassan pulls amina; hassan returns
          khadija sets Safran",
            "here: Safran",
        ),
        // It answers the delete it saw; another one stands, against the return as an edit.
        ("amina deletes; amina seals; hassan pulls amina; hassan returns; khadija deletes", "kept: "),
        // Whoever claims to have seen what is still to come has not.
        (
            "amina sets Argane; amina seals; hassan pulls amina; hassan deletes lying; hassan seals; amina sets Safran",
            "kept: Safran",
        ),
        // An app that does not say what it had seen deletes only against itself.
        ("amina sets Argane; amina seals; hassan pulls amina; hassan deletes blindly", "kept: Argane"),
    ] {
        check(story, expected);
    }
}

#[test]
fn both_branches_of_a_clone_are_seen() {
    for (story, expected) in [
        ("amina clones twin; amina sets Argane; twin sets Safran", "here: Argane / Safran"),
        ("amina sets Argane; amina seals; amina clones twin; twin sets Safran", "here: Safran"),
        (
            "amina sets Argane; amina seals; amina clones twin; twin sets Safran; amina sets Tifaout",
            "here: Safran / Tifaout",
        ),
        // Unsealed work is sealed on both: it is one change, and whoever follows either copy follows it.
        ("amina sets Argane; amina clones twin; twin seals", "here: Argane"),
        ("amina sets Argane; amina clones twin; twin sets Safran", "here: Safran"),
        (
            "amina sets Argane; amina clones twin; amina seals; hassan pulls amina; hassan sets Safran; twin seals",
            "here: Safran",
        ),
        (
            "amina sets Argane; amina clones twin; amina seals; twin seals; hassan pulls amina; hassan pulls twin
          hassan sets Safran",
            "here: Safran",
        ),
        (
            "amina sets Argane; amina clones twin; amina seals; twin seals; khadija pulls twin; khadija deletes",
            "gone: Argane",
        ),
        // Settled by somebody who has both, in full ids.
        (
            "amina clones twin; amina sets Argane; twin sets Safran; amina seals; twin seals; hassan pulls amina
          hassan pulls twin; hassan sets Tifaout",
            "here: Tifaout",
        ),
        // A number that could mean either branch means neither.
        (
            "amina clones twin; amina sets Argane; twin sets Safran; amina seals; twin seals; hassan pulls amina
          hassan pulls twin; hassan sets Tifaout unseen claiming amina 2",
            "here: Argane / Safran / Tifaout",
        ),
        // Seen on one branch is not seen on the other, though the numbers would say so; the other branch may become
        // known late, by a segment that does not touch the row.
        (
            "amina clones twin; amina sets Argane; twin sets_elsewhere Safran; twin seals; hassan pulls twin
          hassan deletes; amina seals",
            "kept: Argane",
        ),
        (
            "amina clones twin; amina sets Argane; twin sets Safran; twin seals; hassan pulls twin; hassan sets Tifaout
          amina seals",
            "here: Argane / Tifaout",
        ),
    ] {
        check(story, expected);
    }
}

#[test]
fn whoever_may_not_write_changes_nothing() {
    for (story, expected) in [
        ("amina sets Argane; amina seals; zineb pulls amina; zineb sets Safran; zineb deletes", "here: Argane"),
        // A coach may not set what belongs to the administration (the setting itself was never made).
        ("khadija sets_days 12; khadija seals; amina pulls khadija; amina sets_days 13", "gone: 12"),
        // Retired: what was written before the laptop saw it counts, what it wrote afterwards does not.
        ("khadija retires hassan; khadija seals; hassan sets Argane; hassan seals", "here: Argane"),
        ("khadija retires hassan; khadija seals; hassan pulls khadija; hassan sets Argane", "here: "),
        (
            "hassan sets Argane; khadija retires hassan; khadija seals; hassan pulls khadija; hassan sets Safran",
            "here: Argane",
        ),
        // Revoked: what the coordinator held counts, nothing else, and what it replaced is live again.
        (
            "hassan sets Argane; hassan seals; khadija pulls hassan; khadija revokes hassan; hassan sets Safran",
            "here: Argane",
        ),
        (
            "amina sets Argane; amina seals; khadija revokes hassan; hassan pulls amina; hassan sets Safran",
            "here: Argane",
        ),
        ("amina sets Argane; amina seals; khadija revokes hassan; hassan pulls amina; hassan deletes", "here: Argane"),
        // Of a clone only the branch that the coordinator held.
        (
            "hassan clones thief; hassan sets Argane; hassan seals; khadija pulls hassan; khadija revokes hassan
          thief sets Safran",
            "here: Argane",
        ),
    ] {
        check(story, expected);
    }
}

/// Where nothing unusual happens nothing is read again: else the speed of merging could be lost unnoticed.
#[test]
fn quiet_work_goes_step_by_step() {
    let world = live(
        "amina sets Argane; amina seals; hassan pulls amina; hassan sets Safran; hassan seals; amina pulls hassan
         amina sets Tifaout; khadija sets Amlou; khadija seals; amina pulls khadija; amina sets Argane",
    );
    let mut shelf = Shelf::new(&world);
    (0..world.segments.len()).for_each(|segment| shelf.deliver(&[segment]));
    let changes: usize = world.segments.iter().flat_map(|s| &s.operations).map(|o| o.changes.len()).sum();
    assert_eq!((shelf.steps, shelf.reread), (changes, 0));
}
