//! The value that tables show, and who is said to disagree.

use terrain_changes::{ChangeId, Content, DeviceId, Live, Sealed, settled};
use terrain_domain::Value;
use uuid::Uuid;

/// A live value in six words: `value id device at clock who`, such as `Argane 1 2 100 right person`. One that begins with
/// a bracket is sealed under a key that is missing here.
fn live(text: &str) -> Live {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |n: usize| words[n].parse::<u8>().unwrap();
    let content = match words[0].strip_prefix('[') {
        Some(hidden) => {
            let bytes = hidden.as_bytes().to_vec();
            Content::Personal(Sealed { subject: Uuid::nil(), nonce: [0; 24], bytes })
        }
        None => Content::Plain(Value::Text(words[0].into())),
    };
    Live {
        id: ChangeId([number(1); 16]),
        device: DeviceId([number(2); 16]),
        seq: 1,
        at: words[3].parse().unwrap(),
        clock_ok: words[4] == "right",
        auto: words[5] == "app",
        content,
    }
}

/// The first value is shown, the others disagree with it.
fn check(lives: &[&str], expected: &[&str]) {
    let lives: Vec<Live> = lives.iter().map(|text| live(text)).collect();
    let told = settled(&lives, &|_| None);
    let word = |(from, value): &(&Live, Option<Value>)| match (value, &from.content) {
        (Some(Value::Text(t)), _) => t.clone(),
        (None, Content::Personal(sealed)) => format!("[{}", String::from_utf8(sealed.bytes.clone()).unwrap()),
        other => panic!("{other:?}"),
    };
    let values: Vec<String> = told.iter().flat_map(|s| s.values.iter().map(word)).collect();
    assert_eq!(values, expected, "{lives:?}");
    assert_eq!(told.is_some_and(|s| s.disagreement()), expected.len() > 1);
}

#[test]
fn the_provisional_value_is_the_latest_of_a_right_clock() {
    for (lives, expected) in [
        (&[][..], &[][..]),
        (&["Argane 1 1 100 right person"], &["Argane"]),
        (&["Argane 1 1 100 right person", "Safran 2 2 200 right person"], &["Safran", "Argane"]),
        // A clock in 2099 does not win, nor does it block.
        (&["Argane 1 1 100 right person", "Safran 2 2 900 wrong person"], &["Argane", "Safran"]),
        // At the same moment the greater device, then the greater id.
        (&["Argane 9 1 100 right person", "Safran 2 2 100 right person"], &["Safran", "Argane"]),
        (&["Argane 1 2 100 right person", "Safran 2 2 100 right person"], &["Safran", "Argane"]),
        // Equal values are one, whoever entered them.
        (&["Argane 1 1 100 right person", "Argane 2 2 200 right person"], &["Argane"]),
        (
            &["Argane 1 1 100 right person", "Safran 2 2 200 right person", "Argane 3 3 300 right person"],
            &["Argane", "Safran"],
        ),
        // What the app made never disagrees: the smallest id, and behind what a person entered.
        (&["Argane 1 1 100 right app", "Safran 2 2 200 right app"], &["Argane"]),
        (&["Argane 1 1 100 right app", "Safran 2 2 50 wrong person"], &["Safran"]),
        // Sealed values are compared by their bytes where they cannot be read.
        (&["[a 1 1 100 right person", "[a 2 2 200 right person"], &["[a"]),
        (&["[a 1 1 100 right person", "[b 2 2 200 right person"], &["[b", "[a"]),
    ] {
        check(lives, expected);
    }
}
