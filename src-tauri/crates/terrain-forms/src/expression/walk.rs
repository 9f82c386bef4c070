//! Walks through expressions: what they refer to and what they call. Depth is bounded by the parser.

use super::{Expr, Function, Path, Start};

/// Every path of an expression, from the left; paths in predicates come after the path that they filter.
pub fn walk<'e>(expr: &'e Expr, visit: &mut impl FnMut(&'e Path)) {
    each(expr, &mut |found| {
        if let Expr::Path(path) = found {
            visit(path);
        }
    });
}

/// The same, to change them: the compiler fills in what names mean.
pub fn walk_mut(expr: &mut Expr, visit: &mut impl FnMut(&mut Path)) {
    match expr {
        Expr::Number(_) | Expr::Text(_) => {}
        Expr::Negate(inside) => walk_mut(inside, visit),
        Expr::Binary(_, left, right) => {
            walk_mut(left, visit);
            walk_mut(right, visit);
        }
        Expr::Call(_, arguments, _) => arguments.iter_mut().for_each(|a| walk_mut(a, visit)),
        Expr::Path(path) => {
            visit(path);
            if let Start::Expression(start) = &mut path.start {
                walk_mut(start, visit);
            }
            let steps = path.steps.iter_mut().flat_map(|s| s.predicates.iter_mut());
            path.predicates.iter_mut().chain(steps).for_each(|p| walk_mut(p, visit));
        }
    }
}

/// Every call of an expression: function and arguments.
pub fn calls(expr: &Expr) -> Vec<(Function, &[Expr])> {
    let mut found = Vec::new();
    each(expr, &mut |inside| {
        if let Expr::Call(function, arguments, _) = inside {
            found.push((*function, arguments.as_slice()));
        }
    });
    found
}

/// Every expression within an expression, itself first.
pub fn each<'e>(expr: &'e Expr, visit: &mut impl FnMut(&'e Expr)) {
    visit(expr);
    match expr {
        Expr::Number(_) | Expr::Text(_) => {}
        Expr::Negate(inside) => each(inside, visit),
        Expr::Binary(_, left, right) => {
            each(left, visit);
            each(right, visit);
        }
        Expr::Call(_, arguments, _) => arguments.iter().for_each(|a| each(a, visit)),
        Expr::Path(path) => {
            if let Start::Expression(start) = &path.start {
                each(start, visit);
            }
            let steps = path.steps.iter().flat_map(|s| s.predicates.iter());
            path.predicates.iter().chain(steps).for_each(|p| each(p, visit));
        }
    }
}

/// Whether evaluating it twice may give two values though no answer changed.
pub fn is_volatile(expr: &Expr) -> bool {
    calls(expr).iter().any(|(function, _)| function.is_volatile())
}
