//! Instances of repeats: by a count, by hand, and in which order.

use super::fixture::{env, form, session};
use super::{RepeatError, Session, SetError, TroubleKind};
use crate::InstanceKey;

/// Fewer instances by a lowered count are set aside and come back; a blank count keeps what is there; below zero is none.
#[test]
fn counted_repeats() {
    let mut s = session(
        "integer n
         begin_repeat r | repeat_count=${n}
         integer x
         calculate place | calculation=position(..)
         end
         calculate total | calculation=sum(${x})
         calculate many | calculation=count(${r})",
    );
    assert_eq!(s.state("/data/r").count, Some(0));
    let changes = s.answer("/data/n", "3");
    assert_eq!(changes.added.iter().map(|p| s.path(p)).collect::<Vec<_>>(), ["/data/r[1]", "/data/r[2]", "/data/r[3]"]);
    for i in 1..=3 {
        s.answer(&format!("/data/r[{i}]/x"), &i.to_string());
        assert_eq!(s.value(&format!("/data/r[{i}]/place")), i.to_string());
    }
    let third = s.resolve("/data/r[3]").unwrap();
    assert_eq!(s.value("/data/total"), "6");
    assert_eq!(s.answer("/data/n", "2").removed, [third]);
    assert_eq!((s.value("/data/total"), s.value("/data/many")), ("3".into(), "2".into()));
    assert_eq!((s.resolve("/data/r[3]"), s.answers().instances.len()), (None, 3));
    s.answer("/data/n", "");
    assert_eq!(s.state("/data/r").count, Some(2));
    assert_eq!(Session::restore(s.form().clone(), s.answers(), env()).state("/data/r").count, Some(2));
    s.answer("/data/n", "-4");
    assert_eq!((s.value("/data/total"), s.state("/data/r").count), ("0".into(), Some(0)));
    assert_eq!(s.answer("/data/n", "3").added[2], third);
    assert_eq!(s.value("/data/total"), "6");
    s.answer("/data/n", "2000000000");
    assert_eq!(s.state("/data/r").count, Some(super::RANGE_INSTANCES_MAX));
    assert!(matches!(s.troubles()[0].kind, TroubleKind::Count { .. }));
    s.answer("/data/n", "1");
    assert!(s.troubles().is_empty());
    assert_eq!(
        s.add_repeat(&s.resolve("/data/r").unwrap(), InstanceKey(9), 0),
        Err(SetError::Repeat(RepeatError::Counted))
    );
}

/// People add and remove instances anywhere; positions and sums follow; keys stay.
#[test]
fn free_repeats() {
    let mut s = session(
        "begin_repeat r
         text x | default=d
         calculate place | calculation=position(..)
         begin_repeat inner
         text y
         end
         end
         calculate all | calculation=join('-', ${x})
         calculate inside | calculation=count(${inner})",
    );
    let range = s.resolve("/data/r").unwrap();
    assert_eq!((s.state("/data/r").count, s.state("/data/r[1]/inner").count), (Some(1), Some(1)));
    s.answer("/data/r[1]/x", "a");
    s.add_repeat(&range, InstanceKey(7), 9).unwrap();
    s.add_repeat(&range, InstanceKey(8), 1).unwrap();
    s.answer("/data/r[2]/x", "b");
    assert_eq!((s.value("/data/all"), s.value("/data/inside")), ("a-b-d".into(), "3".into()));
    assert_eq!(s.value("/data/r[3]/place"), "3");
    assert_eq!(s.resolve("/data/r[3]").unwrap().instance, InstanceKey(7));
    assert_eq!(s.add_repeat(&range, InstanceKey(7), 0), Err(SetError::Repeat(RepeatError::KeyTaken)));
    let gone = s.resolve("/data/r[2]").unwrap();
    let changes = s.remove_repeat(InstanceKey(8)).unwrap();
    assert_eq!((changes.removed.as_slice(), changes.stored.as_slice()), ([gone].as_slice(), [gone].as_slice()));
    assert_eq!((s.value("/data/all"), s.value("/data/r[2]/place")), ("a-d".into(), "2".into()));
    assert_eq!(s.remove_repeat(InstanceKey(8)), Err(SetError::Unknown));
    assert_eq!(s.remove_repeat(InstanceKey::ROOT), Err(SetError::Repeat(RepeatError::NotARepeat)));
}

/// Elements stand where they are put, also beside others that two laptops put at the same place; what counts places follows,
/// and so does whoever takes the draft up again.
#[test]
fn elements_stand_where_they_are_put() {
    let sheet = "begin_repeat r
         text x
         calculate place | calculation=position(..)
         end
         calculate all | calculation=join('-', ${x})";
    let mut s = session(sheet);
    let range = s.resolve("/data/r").unwrap();
    s.answer("/data/r[1]/x", "a");
    for (key, x) in [(7, "b"), (8, "c"), (9, "d")] {
        s.add_repeat(&range, InstanceKey(key), 9).unwrap();
        s.answer(&format!("/data/r[{}]/x", key - 5), x);
    }
    // As it comes from laptops that each added one behind the first.
    let mut kept = s.answers();
    let same = kept.instances[1].order_key.clone();
    kept.instances[2].order_key = same;
    let mut s = Session::restore(form(sheet), kept, env());
    let mut wanted: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).into();
    let moves = [(3, 2), (0, 2), (2, 0), (0, 9), (1, 1), (3, 1), (2, 1), (0, 1), (1, 3), (3, 0)];
    for (from, to) in moves {
        let key = s.resolve(&format!("/data/r[{}]", from + 1)).unwrap().instance;
        let changes = s.move_repeat(key, to).unwrap();
        let moved = wanted.remove(from);
        wanted.insert(to.min(wanted.len()), moved);
        assert_eq!(s.value("/data/all"), wanted.join("-"), "{from} to {to}");
        assert_eq!(changes.stored.is_empty(), from == to, "{from} to {to}");
        for at in 1..=4 {
            assert_eq!(s.value(&format!("/data/r[{at}]/place")), at.to_string());
        }
        let again = Session::restore(form(sheet), s.answers(), env());
        assert_eq!(again.value("/data/all"), wanted.join("-"), "{from} to {to}, read again");
    }
    assert_eq!(s.move_repeat(InstanceKey::ROOT, 1), Err(SetError::Repeat(RepeatError::NotARepeat)));
    assert_eq!(s.move_repeat(InstanceKey(99), 1), Err(SetError::Unknown));
}
