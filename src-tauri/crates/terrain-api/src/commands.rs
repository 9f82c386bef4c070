//! The table of commands: what the window, `mourafaka call` and the tests may ask for, by name, in JSON.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use terrain_domain::did_you_mean;

use crate::fields::bad_json;
use crate::picked::Purpose;
use crate::requests::*;
use crate::visits::{AgendaRequest, TodayRequest, VisitRequest};
use crate::{Fault, ProgressFn, Session, Table};
use terrain_words::{Language, Words};

/// Words in the language asked for, else in French.
fn words(language: Option<&str>) -> Words {
    Words::new(language.and_then(Language::parse).unwrap_or(Language::Fr))
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|e| bad_json(json, &e))
}

fn tell<T: serde::Serialize>(value: T) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}

/// Tells a command's name and how its request and its answer are written in the page's language.
#[cfg(feature = "types")]
pub type TellTypes<'t> = dyn FnMut(&'static str, &TypeOf, &TypeOf) + 't;

/// A type of the page: its name there, and what writes down its files.
#[cfg(feature = "types")]
pub struct TypeOf {
    /// As it is named.
    pub name: fn(&ts_rs::Config) -> String,
    /// Writes it and all that it is made of.
    pub export: fn(&ts_rs::Config) -> Result<(), ts_rs::ExportError>,
}

#[cfg(feature = "types")]
impl TypeOf {
    /// Of this type; of what has a name in the page's language already, what it is made of.
    pub fn new<T: ts_rs::TS + 'static>() -> Self {
        struct Parts<'c>(&'c ts_rs::Config, Result<(), ts_rs::ExportError>);
        impl ts_rs::TypeVisitor for Parts<'_> {
            fn visit<P: ts_rs::TS + 'static + ?Sized>(&mut self) {
                if self.1.is_ok() && P::output_path().is_some() {
                    self.1 = P::export_all(self.0);
                }
            }
        }
        let export = |config: &ts_rs::Config| match T::output_path() {
            Some(_) => T::export_all(config),
            None => {
                let mut parts = Parts(config, Ok(()));
                T::visit_dependencies(&mut parts);
                T::visit_generics(&mut parts);
                parts.1
            }
        };
        Self { name: T::name, export }
    }
}

/// The request and the answer that a function takes and gives.
#[cfg(feature = "types")]
fn shape<R: ts_rs::TS + 'static, T: ts_rs::TS + 'static>(
    _: impl Fn(&mut Session, R, &mut ProgressFn<'_>) -> Result<T, Fault>,
) -> [TypeOf; 2] {
    [TypeOf::new::<R>(), TypeOf::new::<T>()]
}

macro_rules! commands {
    ($($name:literal: |$session:ident, $request:ident: $type:ty, $progress:ident| $act:expr;)+) => {
        /// Names of all commands, in order.
        pub const NAMES: &[&str] = &[$($name),+];

        /// Tells the types of every command.
        #[cfg(feature = "types")]
        pub fn types(tell: &mut TellTypes<'_>) {
            $(
                let [request, answer] =
                    shape(|$session: &mut Session, $request: $type, $progress: &mut ProgressFn<'_>| {
                        let _ = (&$request, &$progress);
                        $act
                    });
                tell($name, &request, &answer);
            )+
        }

        /// Runs a command by name.
        pub fn dispatch(
            session: &mut Session,
            name: &str,
            json: &str,
            progress: &mut ProgressFn<'_>,
        ) -> Result<Json, Fault> {
            match name {
                $($name => {
                    let ($session, $progress) = (session, progress);
                    let $request: $type = read(json)?;
                    let _ = (&$request, &$progress);
                    Ok(tell($act?))
                })+
                _ => {
                    let hint = did_you_mean(name, NAMES.iter().copied()).unwrap_or_default();
                    Err(Fault::input("fault-unknown-command", &[("got", name), ("hint", hint)]))
                }
            }
        }
    };
}

commands! {
    "agenda": |s, r: AgendaRequest, p| crate::agenda(s, r.from, r.to);
    "answer_draft": |s, r: AnswerDraftRequest, p| {
        crate::keep_answer_draft(s, &r.entry, &r.question, r.field.as_deref(), r.text.as_deref())
    };
    "assign": |s, r: AssignRequest, p| crate::assign(s, &r.cooperative, &r.person);
    "attach": |s, r: AttachRequest, p| crate::attach(s, &r.kind, &r.id, &s.given(&r.path, Purpose::Evidence)?);
    "attach_bytes": |s, r: crate::AttachBytes, p| crate::attach_bytes(s, &r);
    "attachments": |s, r: RowRequest, p| crate::attachments(s, &r.kind, &r.id);
    "backup": |s, r: crate::backup::BackupRequest, p| crate::backup(s, &s.given(&r.path, Purpose::Backup)?, p);
    "central_key": |s, r: Nothing, p| crate::centre::central_key(s);
    "conflicts": |s, r: Nothing, p| crate::conflicts(s);
    "cooperative": |s, r: crate::cooperative::CooperativeRequest, p| {
        crate::cooperative(s, &r.cooperative, words(r.language.as_deref()).code())
    };
    "cooperative_files": |s, r: crate::cooperative::CooperativeFilesRequest, p| {
        crate::cooperative_files(s, &r.cooperative, words(r.language.as_deref()).code())
    };
    "cooperatives": |s, r: Nothing, p| crate::cooperatives(s);
    "delete": |s, r: RowRequest, p| crate::delete(s, &r.kind, &r.id);
    "disagreements": |s, r: crate::disagreements::DisagreementsRequest, p| {
        crate::disagreements(s, words(Some(&r.language)).code())
    };
    "draft": |s, r: DraftRequest, p| crate::keep_draft(s, &r.kind, &r.id, &r.field, r.text.as_deref());
    "drafts": |s, r: Nothing, p| crate::drafts(s);
    "entry_answer": |s, r: EntryAnswerRequest, p| {
        crate::answer(s, &r.entry, &r.filling, words(Some(&r.language)).code())
    };
    "entry_close": |s, r: EntryRequest, p| crate::close(s, &r.entry, r.note.as_deref());
    "entry_finalise": |s, r: EntryRequest, p| crate::finalise(s, &r.entry, r.note.as_deref());
    "entry_form": |s, r: EntryRequest, p| crate::open_form(s, &r.entry, words(r.language.as_deref()).code());
    "entry_move": |s, r: EntryMoveRequest, p| {
        crate::move_entry(s, &r.entry, &r.version, r.dry_run, words(r.language.as_deref()).code())
    };
    "entry_new": |s, r: EntryNewRequest, p| {
        crate::new_entry(s, &r.form, &r.cooperative, r.visit.as_deref())
    };
    "entry_reopen": |s, r: EntryReopenRequest, p| crate::reopen(s, &r.entry, &r.reason);
    "entry_return": |s, r: EntryReturnRequest, p| {
        crate::return_entry(s, &r.entry, &r.remarks, r.note.as_deref())
    };
    "entry_set": |s, r: EntrySetRequest, p| crate::fill(s, &r.entry, &r.filling);
    "entry_show": |s, r: EntryRequest, p| {
        crate::show_entry(s, &r.entry, words(r.language.as_deref()).code())
    };
    "entry_validate": |s, r: EntryRequest, p| crate::validate(s, &r.entry, r.note.as_deref());
    "export": |s, r: crate::Exporting, p| {
        let dest = s.given(&r.dest, Purpose::Other)?;
        crate::export(s, &crate::Exporting { dest, ..r })
    };
    "follow_ups": |s, r: Nothing, p| crate::follow_ups(s);
    "form_print": |s, r: FormRequest, p| crate::print_form(s, &r.file, &words(r.language.as_deref()));
    "form_publish": |s, r: FormRequest, p| {
        crate::publish_form(s, &s.given_form(&r.file)?, r.purpose.as_deref(), &words(r.language.as_deref()))
    };
    "fsck": |s, r: PathRequest, p| {
        crate::fsck(&s.given(&r.path, Purpose::Other)?)
    };
    "heal": |s, r: HealRequest, p| {
        let central = r.path.map(|c| s.given(&c, Purpose::Central)).transpose()?;
        crate::heal(s, central.as_deref(), p)
    };
    "history": |s, r: RowRequest, p| crate::history(s, &r.kind, &r.id);
    "import": |s, r: ImportRequest, p| {
        let how = crate::Understanding { map: &r.map, reads: &r.reads };
        match &r.data {
            Some(data) => crate::import(s, &r.kind, Table::Held(&r.file.to_string_lossy(), data), how, r.dry_run),
            None => crate::import(s, &r.kind, Table::File(&s.given(&r.file, Purpose::Table)?), how, r.dry_run),
        }
    };
    "join": |s, r: crate::twins::PairRequest, p| crate::join(s, &r.kept, &r.joined);
    "journal": |s, r: Nothing, p| crate::journal(s);
    "keep_page_state": |s, r: PageRequest, p| crate::keep_page_state(s, &r.key, r.value.as_deref());
    "list": |s, r: ListRequest, p| crate::list(s, &r.kind, &r.filters);
    "new": |s, r: NewRequest, p| crate::new(s, &r.kind, &r.fields.0);
    "page_state": |s, r: Nothing, p| crate::page_state(s);
    "places": |s, r: Nothing, p| {
        let _ = s;
        Ok::<_, Fault>(crate::places())
    };
    "plan": |s, r: crate::PlanRequest, p| crate::plan(s, &r, words(r.language.as_deref()).code());
    "plan_keep": |s, r: crate::KeepRequest, p| crate::keep_suggestion(s, &r, &words(r.language.as_deref()));
    "plan_refuse": |s, r: crate::RefuseRequest, p| crate::refuse_suggestion(s, &r, &words(r.language.as_deref()));
    "prove": |s, r: crate::backup::ProveRequest, p| {
        let place = crate::backup::named_in(s.given(&r.path, Purpose::Backup)?, r.name.as_deref())?;
        crate::prove(s, &place, p)
    };
    "publish": |s, r: Nothing, p| crate::publish(s, p);
    "rebuild": |s, r: Nothing, p| crate::rebuild(s);
    "redo": |s, r: Nothing, p| crate::redo(s);
    "resolve": |s, r: ResolveRequest, p| {
        crate::resolve(s, &r.id, r.take, r.value.as_ref(), r.note.as_deref(), &r.shown)
    };
    "save_attachment": |s, r: SaveAttachmentRequest, p| {
        crate::save_attachment(s, &r.id, &s.given(&r.dest, Purpose::Saved)?)
    };
    "score": |s, r: ScoreRequest, p| crate::score(s, &r.entry, r.against.as_deref());
    "search": |s, r: SearchRequest, p| crate::search(s, &r.text);
    "separate": |s, r: crate::twins::SeparateRequest, p| crate::separate(s, &r.joined);
    "set": |s, r: SetRequest, p| crate::set(s, &r.kind, &r.id, &r.fields.0);
    "settle_task": |s, r: crate::tasks::SettleTaskRequest, p| {
        crate::settle_task(s, &r.kind, &r.id, r.keep, r.note.as_deref(), &r.shown)
    };
    "show": |s, r: RowRequest, p| crate::show(s, &r.kind, &r.id);
    "status": |s, r: Nothing, p| crate::status(s);
    "suggest": |s, r: EntryRequest, p| crate::suggest(s, &r.entry, words(r.language.as_deref()).code());
    "sync": |s, r: SyncRequest, p| {
        let central = r.central.map(|c| s.given(&c, Purpose::Central)).transpose()?;
        crate::sync(s, central.as_deref(), p)
    };
    "sync_preview": |s, r: SyncRequest, p| {
        let central = r.central.map(|c| s.given(&c, Purpose::Central)).transpose()?;
        crate::preview(s, central.as_deref())
    };
    "tasks": |s, r: Nothing, p| crate::tasks(s, "fr");
    "tell_apart": |s, r: crate::twins::PairRequest, p| crate::tell_apart(s, &r.kept, &r.joined);
    "today": |s, r: TodayRequest, p| crate::today(s, words(r.language.as_deref()).code());
    "twins": |s, r: Nothing, p| crate::twins(s);
    "undo": |s, r: Nothing, p| crate::undo(s);
    "undoable": |s, r: Nothing, p| crate::undoable(s);
    "visit": |s, r: VisitRequest, p| crate::visit(s, &r.visit, words(r.language.as_deref()).code());
    "visit_report": |s, r: VisitRequest, p| crate::visit_report(s, &r.visit);
}
