//! What is offered to whom, in every state, and what became of each event.

use terrain_domain::document::{Act, Asker, Effect, Verdict, next_acts};
use uuid::Uuid;

use crate::story::{AUTHOR, Story};

#[test]
fn acts_are_offered_to_those_who_may() {
    let [coach, boss, second] = [1_002, 1_003, 1_004].map(Uuid::from_u128);
    let people = [
        ("author", Asker { person: AUTHOR, coordinator: false, writes: true }),
        ("coach", Asker { person: coach, coordinator: false, writes: true }),
        ("coordinator", Asker { person: boss, coordinator: true, writes: true }),
        ("second", Asker { person: second, coordinator: true, writes: true }),
        ("reader", Asker { person: coach, coordinator: false, writes: false }),
    ];
    let check = |text: &str, who: &str, expected: [&str; 5]| {
        let asker = people.iter().find(|(name, _)| *name == who).unwrap().1;
        let (text, disagreement) = text.strip_suffix(" ≠").map_or((text, false), |text| (text, true));
        let document = Story::read(text).document();
        let said = next_acts(&document, &asker, disagreement).into_iter().map(|offer| match offer.verdict {
            Verdict::Allowed => "yes",
            Verdict::Asks(code) => code.trim_start_matches("document-"),
            Verdict::Refused(code) => code.trim_start_matches("document-"),
        });
        let said: Vec<_> = said.collect();
        assert_eq!(said, expected, "{text} for {who}");
    };
    // finalise, return, validate, reopen, close
    let no = "no-coordinator";
    check("", "author", ["yes", no, no, "no-draft", no]);
    check("", "coordinator", ["yes", "no-draft", "no-draft", "no-draft", "no-draft"]);
    check("", "reader", ["no-role", no, no, "no-role", no]);
    check(" ≠", "author", ["no-disagreement", no, no, "no-draft", no]);
    check("F1", "author", ["yes", no, no, "yes", no]);
    check("F1", "coach", ["yes", no, no, "yes", no]);
    check("F1", "coordinator", ["yes", "yes", "yes", "yes", "yes"]);
    check("F1(second)", "second", ["yes", "yes", "no-own", "yes", "yes"]);
    check("F1", "reader", ["no-role", no, no, "no-role", no]);
    check("F1 T1(sees F1)", "author", ["yes", no, no, "no-returned", no]);
    check("F1 T1(sees F1)", "second", ["yes", "no-returned", "no-returned", "yes", "yes"]);
    check("F1 V1(sees F1)", "author", ["yes", no, no, "asks-reopen", no]);
    check("F1 V1(sees F1)", "second", ["yes", "yes", "no-waiting", "yes", "yes"]);
    check("F1 V1(sees F1) F2(sees V1)", "second", ["yes", "yes", "yes", "yes", "yes"]);
    check("F1 C1(sees F1)", "author", ["no-closed", no, no, "asks-reopen", no]);
    check("F1 C1(sees F1)", "second", ["no-closed", "no-closed", "no-closed", "yes", "no-closed"]);
    check("F1 R1(sees F1)", "second", ["yes", "no-draft", "no-draft", "no-draft", "no-draft"]);
    check("F1 V1(sees F1) F2(sees V1) R1(sees F2)", "second", ["yes", "no-draft", "no-draft", "yes", "yes"]);
}

#[test]
fn a_validate_is_offered_with_what_it_names() {
    let story = Story::read("F1 V1(sees F1) F2(sees V1)");
    let asker = Asker { person: Uuid::from_u128(1_004), coordinator: true, writes: false };
    let offers = next_acts(&story.document(), &asker, false);
    let names: Vec<_> = offers.iter().map(|offer| (offer.act, offer.names)).collect();
    let second = Some(story.id("F2"));
    let expected = [
        (Act::Finalise, None),
        (Act::Return, second),
        (Act::Validate, second),
        (Act::Reopen, None),
        (Act::Close, None),
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_history_says_what_became_of_each_event() {
    let check = |text: &str, expected: &str| {
        let story = Story::read(text);
        let name = |id: Uuid| story.said_of(id);
        let document = story.document();
        let said = document.timeline.iter().map(|step| {
            let effect = match step.effect {
                Effect::Stands => "stands",
                Effect::Overruled => "overruled",
                Effect::Cancelled => "cancelled",
                Effect::None => "none",
            };
            let about = step.about.map_or_else(String::new, |id| format!("→{}", name(id)));
            format!("{}{about} {effect}", name(step.event))
        });
        assert_eq!(said.collect::<Vec<_>>().join(", "), expected, "{text}");
    };
    check("F1 T1(sees F1) F2(sees T1) V1(sees F2)", "F1 overruled, T1→F1 overruled, F2 stands, V1→F2 stands");
    check("F1 V1(sees F1) F2(sees V1)", "F1 stands, V1→F1 stands, F2 stands");
    check("F1 V1(sees F1) R1(sees F1)", "F1 stands, V1→F1 stands, R1→F1 overruled");
    check("F1 V1(sees F1) T1(second, sees F1)", "F1 stands, V1→F1 overruled, T1→F1 stands");
    check("F1 C1(sees F1) R1(second, sees C1) F2(sees R1)", "F1 cancelled, C1 cancelled, R1 stands, F2 stands");
    check("F1 V1(boss, sees F1) T1(coach, sees F1)", "F1 stands, V1 none, T1 none");
    check("T1 R1 R2(coordinator) C1", "T1 none, R1 none, R2 none, C1 stands");
    check("F1 R1(coordinator, sees F1) V1(second, sees F1)", "F1 cancelled, R1 stands, V1 none");
    check("F1 V1(sees F1) C1(sees V1) F2(sees C1)", "F1 stands, V1→F1 stands, C1 stands, F2 overruled");
    // Seen comes before, whatever the clocks say.
    check("V1(claims F1, names F1) F1", "F1 stands, V1→F1 stands");
}
