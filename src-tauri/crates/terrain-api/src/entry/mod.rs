//! Entries of forms: an entry is its answers, read through its form; documents are sealed, returned, validated by events.

mod disputed;
mod export;
mod fill;
mod filling;
mod findings;
mod guard;
mod move_form;
mod new;
mod of_visit;
mod open;
mod places;
mod promises;
mod question;
mod remark;
mod score;
mod seal;
mod standing;
mod suggest;
mod summary;
mod view;
mod walk;

pub use disputed::{AnswerContext, NeighbourView};
pub use export::{EntryFormat, Exported, Exporting, export};
pub use fill::{AnswerFinding, Filled, Filling, fill};
pub use filling::{AnsweredView, EntryFormView, OfferView, answer, open_form};
pub use move_form::{Moved, move_entry};
pub use new::new_entry;
pub use question::{Bounds, ChoiceView, FileView, QuestionView};
pub use score::{ScoreView, score};
pub use seal::{Sealed, close, finalise, reopen, return_entry, validate};
pub use suggest::{SuggestionView, suggest};
pub use view::{EntryView, show_entry};
pub use walk::GroupView;

pub(crate) use disputed::{Questions, answer_context, answerable, questions_of, said_by};
pub(crate) use fill::answer_id;
pub(crate) use findings::newly_hidden;
pub(crate) use guard::may_change;
pub(crate) use open::{Content, Entry, id_of, text_of};
pub(crate) use promises::{Line, lines};
pub(crate) use remark::open_remarks;
pub(crate) use standing::{Remembered, Stand, Standing};
pub(crate) use suggest::{in_language, proposal};
pub(crate) use summary::summaries;
