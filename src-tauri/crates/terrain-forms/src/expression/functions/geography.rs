//! Places: `lat lon [alt [acc]]`, several with `;` between them. Distances and areas are on a sphere, as in JavaRosa and
//! Web Forms, rounded to centimetres.

use super::Special;
use crate::expression::evaluate::{At, Evaluated, Evaluation};
use crate::expression::{EvaluationError, Expr, Tree, Value};

/// The radius that JavaRosa uses.
const EARTH_RADIUS_M: f64 = 6_378_100.0;

/// Points of one shape; drawing by hand makes a few hundred.
const POINTS_MAX: usize = 20_000;

/// Latitude and longitude in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Point {
    latitude: f64,
    longitude: f64,
}

pub(super) fn call<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    run: Special,
    arguments: &'a [Expr],
    at: At<T::Node>,
) -> Evaluated<'a, T> {
    let Some(points) =
        points(evaluation, if run == Special::Enclosed { arguments.get(..1) } else { Some(arguments) }, at)?
    else {
        return Ok(match run {
            Special::Distance | Special::Area => Value::Number(f64::NAN),
            _ => Value::Boolean(false),
        });
    };
    Ok(match run {
        Special::Distance if points.len() > 1 => Value::Number(centimetres(length(&points))),
        Special::Area if points.len() > 1 => Value::Number(centimetres(area(&points))),
        Special::Enclosed => {
            let shape = self::points(evaluation, arguments.get(1..), at)?.unwrap_or_default();
            Value::Boolean(points.first().is_some_and(|point| encloses(&shape, *point)))
        }
        Special::Intersects => {
            evaluation.spend(points.len().saturating_mul(points.len()))?;
            Value::Boolean(crosses_itself(&points))
        }
        _ => Value::Number(f64::NAN),
    })
}

/// All points of the arguments; nothing where one of them is none.
fn points<'a, T: Tree>(
    evaluation: &Evaluation<'a, T>,
    arguments: Option<&'a [Expr]>,
    at: At<T::Node>,
) -> Result<Option<Vec<Point>>, EvaluationError> {
    let mut found = Vec::new();
    for argument in arguments.unwrap_or_default() {
        for text in evaluation.members(&evaluation.value(argument, at)?)? {
            for written in text.trim().trim_end_matches(';').split(';') {
                let Some(point) = point(evaluation, written) else { return Ok(None) };
                found.push(point);
                if found.len() > POINTS_MAX {
                    return Err(EvaluationError::TooMuchWork);
                }
            }
        }
    }
    evaluation.spend(found.len())?;
    Ok(Some(found))
}

fn point<T: Tree>(evaluation: &Evaluation<'_, T>, written: &str) -> Option<Point> {
    let mut parts = written.split_whitespace();
    let latitude = evaluation.number_of_text(parts.next()?);
    let longitude = evaluation.number_of_text(parts.next()?);
    let rest = parts.count();
    (rest <= 2 && latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some(Point { latitude, longitude })
}

/// Points and the ones after them.
fn legs(points: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    points.iter().copied().zip(points.iter().copied().skip(1))
}

fn length(points: &[Point]) -> f64 {
    let leg = |(a, b): (Point, Point)| {
        let (from, to) = (a.latitude.to_radians(), b.latitude.to_radians());
        let turn = (a.longitude - b.longitude).to_radians();
        let cosine = from.sin() * to.sin() + from.cos() * to.cos() * turn.cos();
        cosine.clamp(-1.0, 1.0).acos() * EARTH_RADIUS_M
    };
    legs(points).map(leg).sum()
}

fn area(points: &[Point]) -> f64 {
    let closing = points.last().copied().zip(points.first().copied()).filter(|(last, first)| last != first);
    let strip = |(a, b): (Point, Point)| {
        (b.longitude - a.longitude).to_radians() * (2.0 + b.latitude.to_radians().sin() + a.latitude.to_radians().sin())
    };
    let total: f64 = legs(points).chain(closing).map(strip).sum();
    total * EARTH_RADIUS_M * EARTH_RADIUS_M / 2.0
}

fn centimetres(metres: f64) -> f64 {
    ((metres * 100.0).round() / 100.0).abs()
}

/// Whether a ray from the point to the east crosses the border an odd number of times.
fn encloses(shape: &[Point], point: Point) -> bool {
    let closing = shape.last().copied().zip(shape.first().copied());
    let crossed = legs(shape).chain(closing).filter(|(a, b)| {
        (a.latitude > point.latitude) != (b.latitude > point.latitude)
            && point.longitude
                < (b.longitude - a.longitude) * (point.latitude - a.latitude) / (b.latitude - a.latitude) + a.longitude
    });
    crossed.count() % 2 == 1
}

/// Whether two legs that do not follow each other meet.
fn crosses_itself(points: &[Point]) -> bool {
    let all: Vec<_> = legs(points).collect();
    let closed = points.first() == points.last();
    all.iter().enumerate().any(|(i, first)| {
        all.iter().enumerate().skip(i + 2).any(|(j, second)| {
            let neighbours = closed && i == 0 && j + 1 == all.len();
            !neighbours && meet(*first, *second)
        })
    })
}

fn meet((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| {
        let turn = (q.longitude - p.longitude) * (r.latitude - p.latitude)
            - (q.latitude - p.latitude) * (r.longitude - p.longitude);
        if turn == 0.0 { 0.0 } else { turn.signum() }
    };
    let on = |p: Point, q: Point, r: Point| {
        (p.longitude.min(q.longitude)..=p.longitude.max(q.longitude)).contains(&r.longitude)
            && (p.latitude.min(q.latitude)..=p.latitude.max(q.latitude)).contains(&r.latitude)
    };
    let (s1, s2, s3, s4) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b));
    if s1 * s2 < 0.0 && s3 * s4 < 0.0 {
        return true;
    }
    (s1 == 0.0 && on(a, b, c)) || (s2 == 0.0 && on(a, b, d)) || (s3 == 0.0 && on(c, d, a)) || (s4 == 0.0 && on(c, d, b))
}
