//! Each rule of a document as a story and the state that follows.

use crate::story::Story;

#[track_caller]
fn check(text: &str, expected: &str) {
    let story = Story::read(text);
    assert_eq!(story.said(&story.document()), expected, "{text}");
}

#[test]
fn a_document_lives_its_life() {
    check("", "draft");
    check("F1", "finalised awaits F1");
    check("F1 T1(sees F1)", "returned");
    check("F1 V1(sees F1)", "validated counts F1");
    check("F1 V1(sees F1) C1(sees V1)", "closed counts F1");
    check("F1 R1(sees F1)", "draft");
    check("F1 R1(sees F1) F2(sees R1)", "finalised awaits F2");
    check("F1 T1(sees F1) F2(sees T1)", "finalised awaits F2");
    check("F1 T1(sees F1) F2(sees T1) V1(sees F2)", "validated counts F2");
    check("F1 T1(sees F1) R1(sees T1)", "draft");
    check("C1", "closed");
    check("F1 C1(sees F1)", "closed counts F1");
}

#[test]
fn what_counts_while_something_newer_waits_is_the_last_validated() {
    check("F1 V1(sees F1) F2(sees V1)", "finalised counts F1 awaits F2");
    check("F1 F2(sees F1) V1(sees F1)", "finalised counts F1 awaits F2");
    check("F1 V1(sees F1) F2(sees V1) V2(sees F2)", "validated counts F2");
    check("F1 V1(sees F1) F2(sees V1) T1(sees F2)", "returned counts F1");
    check("F1 V1(sees F1) F2(sees V1) R1(sees F2)", "draft counts F1");
    check("F1 V1(sees F1) F2(sees V1) V2(sees F2) F3(sees V2)", "finalised counts F2 awaits F3");
    check("F1 F2(sees F1) V1(sees F2, names F1)", "finalised counts F1 awaits F2");
    check("F1 T1(sees F1) F2(sees T1) C1(sees F2)", "closed counts F2");
    check("F1 V1(sees F1) F2(sees V1) C1(sees F2)", "closed counts F1");
}

#[test]
fn an_author_cannot_take_back_what_is_validated() {
    check("F1 V1(sees F1) R1(author, sees F1)", "validated counts F1 | author-asks R1/V1");
    check("F1 V1(sees F1) R1(author, sees V1)", "validated counts F1 | author-asks R1/V1");
    check("F1 R1(sees F1) V1(sees R1)", "validated counts F1 | author-asks R1/V1");
    check("F1 C1(sees F1) R1(sees F1)", "closed counts F1 | author-asks R1/C1");
    check("F1 T1(sees F1) C1(sees T1) R1(sees C1)", "closed | author-asks R1/C1");
    // The author goes another way, and the request is settled: the newer content waits.
    check("F1 V1(sees F1) R1(sees V1) F2(sees R1)", "finalised counts F1 awaits F2");
    // About an older finalise a reopen means nothing any more.
    check("F1 F2(sees F1) R1(sees F1) V1(sees F2)", "validated counts F2");
    check("F1 F2(sees F1) R1(sees F1)", "finalised awaits F2");
    check("F1 F2(sees F1) R1(sees F2, names F1)", "finalised awaits F2");
}

#[test]
fn an_authors_reopen_beats_a_return() {
    check("F1 T1(sees F1) R1(sees F1)", "draft");
    check("F1 R1(sees F1) T1(sees R1)", "draft");
    check("F1 R1(sees F1) T1(sees F1)", "draft");
    check("F1 R1(coach, sees F1)", "draft");
    // Where a validate stands too the reopen has no effect, and a return beats the validate.
    check("F1 V1(sees F1) T1(second, sees V1) R1(sees V1)", "returned | author-asks R1/V1");
}

#[test]
fn a_return_beats_a_validate() {
    check("F1 V1(sees F1) T1(second, sees F1)", "returned | opposite V1/T1");
    check("F1 T1(sees F1) V1(second, sees T1)", "returned | opposite V1/T1");
    // Who returns knowing the validate has a later opinion, not an opposite one.
    check("F1 V1(sees F1) T1(second, sees V1)", "returned");
    check("F1 V1(sees F1) T1(second, sees F1) F2(sees T1)", "finalised awaits F2");
    check("F1 V1(sees F1) V2(second, sees F1)", "validated counts F1");
    check("F1 T1(sees F1) T2(second, sees F1)", "returned");
}

#[test]
fn finalised_beside_a_return_is_finalised() {
    check("F1 T1(sees F1) F2(sees F1)", "finalised awaits F2");
    check("T1 F1", "finalised awaits F1");
    check("F1 T1(sees F1) F2", "finalised awaits F2");
    check("F1 V1(sees F1) T1(second, sees F1) F2(sees F1)", "finalised awaits F2");
    check("F1 F2(sees F1) T1(sees F1, names F2)", "returned");
}

#[test]
fn a_coordinators_reopen_cancels_what_it_has_seen() {
    check("F1 V1(sees F1) R1(coordinator, sees V1)", "draft");
    check("F1 C1(sees F1) R1(second, sees C1)", "draft");
    check("F1 V1(sees F1) C1(sees V1) R1(second, sees V1)", "closed");
    check("F1 C1(sees F1) R1(second, sees F1)", "closed");
    check("F1 R1(coordinator, sees F1) F2(sees F1)", "finalised awaits F2");
    check("F1 R1(coordinator, sees F1) F2(sees R1) V1(sees F2)", "validated counts F2");
    check("F1 R1(coordinator, sees F1) V1(second, sees F1)", "draft | validated-reopened V1/F1");
    check("F1 R1(coordinator, sees F1) T1(second, sees F1)", "draft");
    check("F1 V1(sees F1) R1(author, sees V1) R2(coordinator, sees R1)", "draft");
    check("F1 V1(sees F1) R1(coordinator, sees V1) R2(second, sees R1)", "draft");
    check("F1 R1(coordinator, sees F1) R2(second)", "draft");
    check("R1(coordinator)", "draft");
    check("F1 V1(second, sees F1) R1(boss, sees V1)", "draft");
}

#[test]
fn close_beats_all() {
    check("F1 V1(sees F1) T1(sees V1) R1(sees F1) C1(second, sees F1)", "closed | author-asks R1/C1");
    check("F1 C1(sees F1) F2(sees C1)", "closed counts F1 | after-close F2/C1");
    check("F1 V1(sees F1) C1(sees V1) F2(sees V1)", "closed counts F1 | after-close F2/C1");
    check("F1 C1", "closed | after-close F1/C1");
    check("F1 T1(sees F1) C1(sees T1)", "closed");
    check("F1 C1(sees F1) T1(second, sees C1)", "closed");
    check("F1 C1(sees F1) C2(second, sees F1) R1(coordinator, sees C1)", "closed");
}

#[test]
fn who_finalised_or_owns_never_validates() {
    check("F1 V1(boss, sees F1)", "finalised awaits F1 | own-validation V1");
    check("F1(coach) V1(boss, sees F1)", "finalised awaits F1 | own-validation V1");
    check("F1(second) V1(second, sees F1)", "finalised awaits F1 | own-validation V1");
    check("F1 F2(second, sees F1) V1(second, sees F2, names F1)", "finalised awaits F2 | own-validation V1");
    check("F1(second) R1(coordinator, sees F1) F2(sees R1) V1(second, sees F2)", {
        "finalised awaits F2 | own-validation V1"
    });
    check("F1(second) V1(coordinator, sees F1)", "validated counts F1");
    check("F1 V1(coach, sees F1)", "finalised awaits F1 | not-coordinator V1");
    check("F1 T1(coach, sees F1) C1(author, sees F1)", {
        "finalised awaits F1 | not-coordinator T1, not-coordinator C1"
    });
}

#[test]
fn a_validate_names_a_finalise() {
    check("F1 V1(sees F1, names nothing)", "finalised awaits F1 | names-nothing V1");
    check("F1 V1", "finalised awaits F1 | names-nothing V1");
    check("F1 T1(sees F1) V1(second, sees T1, names T1)", "returned | names-nothing V1");
    check("F1 V1(names F1)", "validated counts F1");
}

#[test]
fn two_laptops_may_finalise_at_once() {
    check("F1 F2(coach)", "finalised awaits F2 | twice F1/F2");
    check("F1(says a) F2(coach, says a)", "finalised awaits F2");
    check("F1 F2(coach) V1(sees F1 F2, names F1)", "validated counts F1");
    check("F1 F2(coach) V1(sees F1)", "finalised counts F1 awaits F2");
    check("F1 F2(coach) V1(sees F1) V2(second, sees F2)", "validated counts F2");
    check("F1 F2(coach) V1(sees F1 F2, names F1) V2(second, sees F1 F2, names F2)", "validated counts F2");
    check("F1 F2(coach) T1(sees F1)", "finalised awaits F2");
    check("F1 F2(coach) T1(sees F1 F2)", "returned");
    check("F1 F2(coach) T1(sees F1) V1(second, sees F2)", "returned counts F2");
    check("F1 F2(coach) R1(sees F1) V1(second, sees F2)", "draft counts F2");
    check("F1 F2(coach) R1(sees F1) V1(second, sees F1 F2, names F2)", "validated counts F2");
    check("F1 F2(coach) F3(sees F1 F2)", "finalised awaits F3");
}

/// Nobody honest writes these; they give a state all the same, and a coordinator is believed before others.
#[test]
fn impossible_claims_give_a_state() {
    check("F1(claims F2) F2(claims F1)", "finalised awaits F2 | twice F1/F2");
    check("F1(claims F2) F2(claims F1) F3", "finalised awaits F3 | twice F1/F3, twice F2/F3");
    check("F1(claims F2) F2(claims F3) F3(claims F1)", "finalised awaits F3 | twice F1/F3, twice F2/F3");
    check("F1(claims F1) V1(sees F1)", "validated counts F1");
    check("F1(claims R1) V1(second, names F1) R1(coordinator, sees F1 V1)", "draft");
    check("F1(claims V1) V1(sees F1)", "validated counts F1");
    check("F1 R1(coordinator, sees F1, claims R2) R2(second, claims R1)", "draft");
}
