//! What an expression will not do as its author thinks, seen without running it.

use std::ops::Range;

use super::{Expr, Function, Path, Start, each, pattern};

/// Something to look at in an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What.
    pub kind: NoticeKind,
}

/// What is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// `if(${x}, …)`: engines differ in what a bare answer is worth as a condition. Write `${x} != ''` or `${x} = 1`.
    BareCondition {
        /// The question.
        name: String,
    },
    /// `regex(., 'abc')` without `^` and `$`: ODK documents a match of the whole text, some engines search.
    PatternWithoutAnchors,
    /// The pattern is none, or uses look-around or back-references, which would not be matched in linear time.
    BadPattern {
        /// What is wrong with it, as the parser of patterns tells it.
        reason: String,
    },
    /// `${r}[${x} > 1]`: `${x}` is not tied to the tested instance. Write the bare name `x`.
    QuestionInPredicate {
        /// The name to write bare.
        name: String,
    },
    /// Arguments that are written out and that the function does not know: `digest(…, 'SHA1')`.
    UnknownOption {
        /// As written.
        found: String,
        /// The nearest that it knows.
        nearest: Option<&'static str>,
    },
}

impl NoticeKind {
    /// Whether the form is refused for it; else it is a warning.
    pub fn is_error(&self) -> bool {
        matches!(self, Self::BadPattern { .. } | Self::QuestionInPredicate { .. } | Self::UnknownOption { .. })
    }
}

/// Looks at an expression. `is_within` tells whether a question stands inside a repeat or group (both by name), where the
/// compiler knows; without its answer, a predicate cannot be judged.
pub fn check_static(expr: &Expr, is_within: &dyn Fn(&str, &str) -> bool) -> Vec<Notice> {
    let mut notices = Vec::new();
    each(expr, &mut |inside| match inside {
        Expr::Call(function, arguments, span) => call(*function, arguments, span, &mut notices),
        Expr::Path(path) => predicates(path, is_within, &mut notices),
        _ => {}
    });
    notices
}

/// A reference without anything after it.
fn bare_question(expr: &Expr) -> Option<(&str, &Range<usize>)> {
    let Expr::Path(path) = expr else { return None };
    match &path.start {
        Start::Question { name, .. } if path.predicates.is_empty() && path.steps.is_empty() => Some((name, &path.span)),
        _ => None,
    }
}

fn call(function: Function, arguments: &[Expr], span: &Range<usize>, notices: &mut Vec<Notice>) {
    let mut tell = |span: &Range<usize>, kind| notices.push(Notice { span: span.clone(), kind });
    match (function.name(), arguments) {
        ("if", [condition, ..]) => {
            if let Some((name, span)) = bare_question(condition) {
                tell(span, NoticeKind::BareCondition { name: name.to_owned() });
            }
        }
        ("regex", [_, Expr::Text(written)]) => match pattern::compile(written, false) {
            Err(error) => tell(span, NoticeKind::BadPattern { reason: reason(&error) }),
            Ok(_) if !anchored(written) => tell(span, NoticeKind::PatternWithoutAnchors),
            Ok(_) => {}
        },
        ("digest", [_, options @ ..]) => {
            for (option, known) in options.iter().zip([DIGESTS, ENCODINGS]) {
                let Expr::Text(found) = option else { continue };
                if !known.contains(&found.as_str()) {
                    let nearest = terrain_domain::did_you_mean(found, known.iter().copied());
                    tell(span, NoticeKind::UnknownOption { found: found.clone(), nearest });
                }
            }
        }
        _ => {}
    }
}

const DIGESTS: &[&str] = &["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];
const ENCODINGS: &[&str] = &["base64", "hex"];

/// The last line of what the crate says: the rest draws the pattern.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// Whether it begins at the beginning and ends at the end, in all its branches as far as can be seen.
fn anchored(written: &str) -> bool {
    written.starts_with('^') && written.ends_with('$') && !written.ends_with("\\$")
}

fn predicates(path: &Path, is_within: &dyn Fn(&str, &str) -> bool, notices: &mut Vec<Notice>) {
    let Start::Question { name: filtered, last_saved: false, .. } = &path.start else { return };
    let steps = path.steps.iter().flat_map(|step| step.predicates.iter());
    for predicate in path.predicates.iter().chain(steps) {
        each(predicate, &mut |inside| {
            if let Some((name, span)) = bare_question(inside)
                && is_within(name, filtered)
            {
                let kind = NoticeKind::QuestionInPredicate { name: name.to_owned() };
                notices.push(Notice { span: span.clone(), kind });
            }
        });
    }
}

/// Questions whose answers `sum`, `min` or `max` takes together: one blank among them makes the result blank, so that a
/// question that is not required deserves a warning.
pub fn aggregated(expr: &Expr) -> Vec<&Path> {
    let mut found = Vec::new();
    each(expr, &mut |inside| {
        if let Expr::Call(function, arguments, _) = inside
            && ["sum", "min", "max"].contains(&function.name())
        {
            found.extend(arguments.iter().filter_map(|argument| match argument {
                Expr::Path(path) => Some(&**path),
                _ => None,
            }));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::parse;

    /// What is told of an expression, in short.
    fn check(text: &str, expected: &[&str]) {
        let expr = parse(text).unwrap();
        let within = |name: &str, around: &str| around == "person" && ["who", "age"].contains(&name);
        let notices = check_static(&expr, &within);
        let told: Vec<String> = notices
            .iter()
            .map(|n| {
                format!(
                    "{}{:?} {}",
                    if n.kind.is_error() { "!" } else { "" },
                    n.kind,
                    text.get(n.span.clone()).unwrap()
                )
            })
            .collect();
        assert_eq!(told.len(), expected.len(), "{text}: {told:?}");
        for (told, expected) in told.iter().zip(expected) {
            let (kind, place) = expected.split_once('@').unwrap();
            assert!(told.starts_with(kind) && told.ends_with(place), "{text}: {told}");
        }
    }

    #[test]
    fn traps_are_told_at_their_place() {
        check("if(${x}, 1, 2)", &["BareCondition { name: \"x\" }@${x}"]);
        check("if(${x} = 1, ${x}, 2)", &[]);
        check("1 + if(true(), if( ${ x } , 1, 2), 3)", &["BareCondition@${ x }"]);
        check("regex(., '^[0-9]+$')", &[]);
        check("regex(., '[0-9]+')", &["PatternWithoutAnchors@regex"]);
        check("regex(., '^[0-9]+')", &["PatternWithoutAnchors@regex"]);
        check("regex(., '^a\\$')", &["PatternWithoutAnchors@regex"]);
        check("regex(., '^(a$')", &["!BadPattern@regex"]);
        check("regex(., '^(?=.*[0-9]).+$')", &["!BadPattern { reason: \"look-around@regex"]);
        check("regex(., ${p})", &[]);
        check("count(${person}[${age} > 18])", &["!QuestionInPredicate { name: \"age\" }@${age}"]);
        check("count(${person}[age > ${least}])", &[]);
        check("count(${person}[age > 18]/pet[${who} = 1])", &["!QuestionInPredicate@${who}"]);
        check("instance('l')/root/item[name = ${age}]", &[]);
        check("digest(., 'SHA-256', 'hex')", &[]);
        check("digest(., 'sha-256')", &["!UnknownOption { found: \"sha-256\", nearest: Some(\"SHA-256\") }@digest"]);
    }

    #[test]
    fn what_is_taken_together_is_listed() {
        let expr = parse("sum(${age}) + max(${a}, 3, ${b}) + count(${c}) + if(min(../d) > 1, 1, 2)").unwrap();
        let listed: Vec<_> = aggregated(&expr).into_iter().map(|path| path.span.clone()).collect();
        assert_eq!(listed, [4..10, 18..22, 27..31, 56..60]);
    }
}
