//! The only door: every action of the window, the command and the tests is a function here, or a line of [`commands`].
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod attachments;
mod backup;
mod bench;
mod bench_screens;
mod centre;
mod commands;
mod conflicts;
mod cooperative;
mod cooperative_record;
mod cooperatives;
mod disagreements;
mod drafts;
mod entry;
mod fault;
mod fields;
mod form;
mod form_version;
mod founding;
mod import;
mod import_cells;
mod import_columns;
mod import_match;
mod import_table;
mod input_file;
mod journal;
mod labels;
mod laptops;
mod media;
mod page_state;
mod photo;
mod picked;
mod picture;
mod places;
mod plan;
mod print;
mod programme;
mod records;
mod requests;
mod session;
mod settings;
mod status;
mod tasks;
mod twins;
mod undo;
mod visits;
mod work;
mod worked_out;

pub use attachments::{AttachBytes, Attached, AttachmentView, attach, attach_bytes, attachments, save_attachment};
pub use backup::{BACKUP_ENDING, BackupView, ProofView, RestoredView, backup, prove, restore};
pub use bench::{MergeFigures, SaveFigures, bench_merge, bench_save};
pub use bench_screens::{ScreenFigures, bench_screens};
pub use centre::{KindCount, PreviewView, ProgressFn, SyncView, fsck, has_centre, heal, preview, publish, sync};
pub use commands::{NAMES, dispatch};
#[cfg(feature = "types")]
pub use commands::{TellTypes, TypeOf, types};
pub use conflicts::{ConflictView, conflicts, resolve};
pub use cooperative::{
    AxisView, CooperativeFile, CooperativeView, DocumentView, MoveView, TimelineLine, cooperative, cooperative_files,
};
pub use cooperatives::{CooperativeRow, CooperativesView, DiagnosticView, cooperatives};
pub use disagreements::{
    AroundView, ConflictSide, DisagreementView, DisagreementsView, EffectView, FieldShape, HeadView, NamedCooperative,
    OptionView, disagreements,
};
pub use drafts::{drafts, keep_answer_draft, keep_draft};
pub use entry::{
    AnswerContext, AnswerFinding, AnsweredView, Bounds, ChoiceView, EntryFormView, EntryFormat, EntryView, Exported,
    Exporting, FileView, Filled, Filling, GroupView, Moved, NeighbourView, OfferView, QuestionView, ScoreView, Sealed,
    SuggestionView, answer, close, export, fill, finalise, move_entry, new_entry, open_form, reopen, return_entry,
    score, show_entry, suggest, validate,
};
pub use fault::{Fault, FaultView, Status};
pub use fields::typed;
pub use form::{
    FormCheck, FormFindingView, FormTrial, FormView, Published, bench_form, check_form, publish_form, run_form,
};
pub use founding::{Founding, admit, begin, found, found_under, hand_over};
pub use import::{FieldChange, ImportReport, ImportRow, Understanding, import};
pub use import_match::Resembled;
pub use import_table::Table;
pub use journal::{JournalFault, JournalView, journal};
pub use labels::{Found, named, search};
pub use laptops::AuthorView;
pub use page_state::{keep_page_state, page_state};
pub use photo::{Shown, photo};
pub use picked::{Picked, Purpose};
pub use places::{PlacesView, ProvinceView, SectorView, places};
pub use plan::{
    FundingView, KeepRequest, ObjectiveView, OpenAction, PersonView, PlanAction, PlanRequest, PlanTotals, PlanView,
    PlanVisit, ReasonView, RefuseRequest, RequestView, SuggestedAction, UpdateView, keep_suggestion, plan,
    refuse_suggestion,
};
pub use print::{print_entry, print_form, print_workbook};
pub use programme::{NewCoach, NewProgramme, Prepared, Started, check_places, prepare_programme, start_programme};
pub use records::{Created, FindingView, delete, history, list, new, rebuild, set, show};
pub use session::{Folders, Session};
pub use status::{StatusView, status};
pub use tasks::{TaskAct, TaskView, settle_task, tasks};
pub use twins::{JoinedView, TwinsView, join, separate, tell_apart, twins};
pub use undo::{UndoView, UndoableView, UndoneView, redo, undo, undoable};
pub use visits::{
    AgendaView, AgendaVisit, AskedPromise, Days, DraftView, FollowUp, FollowUpKind, LastVisit, OpenRemark, Person,
    PromiseState, PromiseView, Report, ReportedVisit, ToCollect, TodayView, TodayVisit, VisitView, Waits, agenda,
    follow_ups, today, visit, visit_report,
};
pub use work::assign;

pub use terrain_domain::shown;
pub use terrain_forms::Severity;
pub use terrain_store::Env;
pub use terrain_sync::{Fsck, Step};
pub use terrain_words::{Language, Words};
