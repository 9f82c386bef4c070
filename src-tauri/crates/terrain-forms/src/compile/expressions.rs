//! Cells with expressions: read, with the mistakes that people make in spreadsheets told as what they are.

use super::Compiler;
use crate::CellRef;
use crate::check::codes::{self, Code};
use crate::check::limits;
use crate::expression::{Expr, ParseError, ParseErrorKind, parse, parse_template};
use crate::form::{NodeId, Part, Rule, Template};
use crate::read::{is_no, is_yes};

impl Compiler<'_> {
    /// An expression, with what it names found in the form. `node` is whose expression it is.
    pub(super) fn rule(&mut self, text: &str, at: &CellRef, node: NodeId) -> Option<Rule> {
        self.read_rule(text, at, node)
    }

    /// The same for columns that also take `yes` and `no`.
    pub(super) fn condition(&mut self, text: &str, at: &CellRef, node: NodeId) -> Option<Rule> {
        let text = match text {
            yes if is_yes(yes) => "true()",
            no if is_no(no) => "false()",
            text => text,
        };
        self.read_rule(text, at, node)
    }

    fn read_rule(&mut self, text: &str, at: &CellRef, node: NodeId) -> Option<Rule> {
        if text.len() > limits::EXPRESSION_BYTES_MAX {
            let max = limits::EXPRESSION_BYTES_MAX.to_string();
            self.findings.put(codes::EXPRESSION_LONG, at.clone(), &[("max", &max)]);
            return None;
        }
        let mut expr = match parse(text) {
            Ok(expr) => expr,
            Err(error) => self.read_straightened(text, at, &error)?,
        };
        self.resolve(&mut expr, at, node);
        Some(Rule { expr, at: at.clone() })
    }

    /// Word processors bend quotes; what can be read with straight ones is read so, and told.
    fn read_straightened(&mut self, text: &str, at: &CellRef, error: &ParseError) -> Option<Expr> {
        let straight = text.replace(['‘', '’', '‚', '‹', '›', '`', '´'], "'").replace(['“', '”', '„', '«', '»'], "\"");
        match parse(&straight) {
            Ok(expr) if straight != text => {
                self.findings.put(codes::QUOTES_READ, at.clone(), &[]);
                Some(expr)
            }
            _ => {
                self.refuse(error, at);
                None
            }
        }
    }

    /// A label with the values in it.
    pub(super) fn template(&mut self, text: &str, at: &CellRef, node: NodeId) -> Template {
        if text.len() > limits::TEXT_BYTES_MAX {
            let max = limits::TEXT_BYTES_MAX.to_string();
            self.findings.put(codes::TEXT_LONG, at.clone(), &[("max", &max)]);
            return Template::default();
        }
        let (mut template, errors) = parse_template(text);
        for error in errors {
            self.refuse(&error, at);
        }
        for part in &mut template.0 {
            if let Part::Output(expr) = part {
                self.resolve(expr, at, node);
            }
        }
        template
    }

    fn refuse(&mut self, error: &ParseError, at: &CellRef) {
        let (code, args) = told(&error.kind);
        let args: Vec<(&'static str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let found = self.findings.put(code, at.clone(), &args);
        found.span = Some(error.span.clone());
    }
}

type Args = Vec<(&'static str, String)>;

/// What is said of a mistake.
fn told(kind: &ParseErrorKind) -> (Code, Args) {
    use ParseErrorKind as Kind;
    let one = |name: &'static str, value: &str| vec![(name, value.to_owned())];
    let two = |got: &str, write: &str| vec![("got", got.to_owned()), ("hint", write.to_owned())];
    match kind {
        Kind::Empty => (codes::EXPRESSION_EMPTY, Args::new()),
        Kind::TooLong { max } => (codes::EXPRESSION_LONG, one("max", &max.to_string())),
        Kind::TooDeep { max } => (codes::EXPRESSION_DEEP, one("max", &max.to_string())),
        Kind::BentQuote { found, write } => (codes::EXPRESSION_QUOTES, two(&found.to_string(), write)),
        Kind::ForeignSign { found, write } | Kind::OperatorCase { found, write } => {
            (codes::EXPRESSION_OPERATOR, two(found, write))
        }
        Kind::Separator => (codes::EXPRESSION_OPERATOR, two(";", ",")),
        Kind::UnclosedParenthesis => (codes::EXPRESSION_UNCLOSED, one("got", "(")),
        Kind::UnclosedBracket => (codes::EXPRESSION_UNCLOSED, one("got", "[")),
        Kind::UnclosedReference => (codes::EXPRESSION_UNCLOSED, one("got", "${")),
        Kind::UnopenedClosing { found } => (codes::EXPRESSION_UNOPENED, one("got", found)),
        Kind::UnclosedQuote { quote } => (codes::EXPRESSION_QUOTE, one("got", &quote.to_string())),
        Kind::DoubleSlash => (codes::PATH_UNSUPPORTED, one("got", "//")),
        Kind::Attribute => (codes::PATH_UNSUPPORTED, one("got", "@")),
        Kind::UnsupportedAxis { name } => (codes::PATH_UNSUPPORTED, one("got", &format!("{name}::"))),
        Kind::UnsupportedNodeTest { name } => (codes::PATH_UNSUPPORTED, one("got", &format!("{name}()"))),
        Kind::UnknownFunction { name, nearest: None } => (codes::FUNCTION_UNKNOWN, one("got", name)),
        Kind::UnknownFunction { name, nearest: Some(near) } => (codes::FUNCTION_NEAR, two(name, near)),
        Kind::Arguments { name, least, most, found } => {
            let most = most.map_or_else(|| "none".to_owned(), |most| most.to_string());
            let args = vec![
                ("name", (*name).to_owned()),
                ("min", least.to_string()),
                ("max", most),
                ("got", found.to_string()),
            ];
            (codes::ARGUMENTS_BAD, args)
        }
        Kind::DollarWithoutBraces { name } => {
            (codes::REFERENCE_SHAPE, two(&format!("${name}"), &format!("${{{name}}}")))
        }
        Kind::BracesWithoutDollar { name } => {
            (codes::REFERENCE_SHAPE, two(&format!("{{{name}}}"), &format!("${{{name}}}")))
        }
        Kind::BadReference { name } => (codes::REFERENCE_BAD, one("got", name)),
        Kind::Prose => (codes::EXPRESSION_PROSE, Args::new()),
        Kind::EndsEarly => (codes::EXPRESSION_ENDS, Args::new()),
        Kind::Unexpected { found } => (codes::EXPRESSION_BAD, one("got", found)),
    }
}
