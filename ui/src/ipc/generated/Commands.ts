// Written by `make gen` from the types of the shell and the door; changed there, never here.
import type { AgendaRequest, AgendaView, AnswerDraftRequest, AnsweredView, AttachRequest, Attached, BackupRequest, BackupView, ChooseFolder, CooperativeRequest, CooperativeView, CooperativesView, Created, Demonstrate, DisagreementsRequest, DisagreementsView, EntryAnswerRequest, EntryFormView, EntryNewRequest, EntryRequest, HealRequest, JournalView, LaptopView, NewRequest, Nothing, OpenedView, PageRequest, PaperKeyView, Pick, Picked, PlacesView, PrepareProgramme, PreviewView, ProofView, ProveRequest, Report, ResolveRequest, RestoreBackup, Sealed, SetRequest, SettleTaskRequest, StatusView, SyncRequest, SyncView, TodayRequest, TodayView, UndoableView, UndoneView, Unlock, VisitRequest, VisitView, JsonValue } from './index';

/** Every command: what it is asked and what it answers. */
export type Commands = {
  choose_folder: { request: ChooseFolder; response: LaptopView };
  demonstrate: { request: Demonstrate; response: OpenedView };
  laptop: { request: Nothing; response: LaptopView };
  lock: { request: Nothing; response: null };
  pick: { request: Pick; response: Picked | null };
  prepare_programme: { request: PrepareProgramme; response: PaperKeyView };
  print: { request: Nothing; response: null };
  restore_backup: { request: RestoreBackup; response: OpenedView };
  start_programme: { request: Unlock; response: OpenedView };
  stop: { request: Nothing; response: null };
  unlock: { request: Unlock; response: OpenedView };
  agenda: { request: AgendaRequest; response: AgendaView };
  answer_draft: { request: AnswerDraftRequest; response: JsonValue };
  attach: { request: AttachRequest; response: Attached };
  backup: { request: BackupRequest; response: BackupView };
  cooperative: { request: CooperativeRequest; response: CooperativeView };
  cooperatives: { request: Nothing; response: CooperativesView };
  disagreements: { request: DisagreementsRequest; response: DisagreementsView };
  entry_answer: { request: EntryAnswerRequest; response: AnsweredView };
  entry_finalise: { request: EntryRequest; response: Sealed };
  entry_form: { request: EntryRequest; response: EntryFormView };
  entry_new: { request: EntryNewRequest; response: Created };
  heal: { request: HealRequest; response: SyncView };
  journal: { request: Nothing; response: Array<JournalView> };
  keep_page_state: { request: PageRequest; response: null };
  new: { request: NewRequest; response: Created };
  places: { request: Nothing; response: PlacesView };
  prove: { request: ProveRequest; response: ProofView };
  redo: { request: Nothing; response: UndoneView };
  resolve: { request: ResolveRequest; response: JsonValue };
  set: { request: SetRequest; response: Created };
  settle_task: { request: SettleTaskRequest; response: JsonValue };
  status: { request: Nothing; response: StatusView };
  sync: { request: SyncRequest; response: SyncView };
  sync_preview: { request: SyncRequest; response: PreviewView };
  today: { request: TodayRequest; response: TodayView };
  undo: { request: Nothing; response: UndoneView };
  undoable: { request: Nothing; response: UndoableView };
  visit: { request: VisitRequest; response: VisitView };
  visit_report: { request: VisitRequest; response: Report };
};
