import type { AnsweredView } from './AnsweredView';
import type { CooperativesView } from './CooperativesView';
import type { DraftView } from './DraftView';
import type { EntryFormView } from './EntryFormView';
import type { Filling } from './Filling';
import type { JournalView } from './JournalView';
import type { LaptopView } from './LaptopView';
import type { OpenedView } from './OpenedView';
import type { Picked } from './Picked';
import type { PlacesView } from './PlacesView';
import type { PreviewView } from './PreviewView';
import type { StatusView } from './StatusView';
import type { SyncView } from './SyncView';
import type { UndoView } from './UndoView';

type Nothing = Record<string, never>;
type Language = 'fr' | 'ar' | 'en';

/** Every command by its name. */
export type Commands = {
  laptop: { request: Nothing; response: LaptopView };
  unlock: { request: { passphrase: string }; response: OpenedView };
  demonstrate: { request: { person: 'coach' | 'coordinator'; afresh: boolean }; response: OpenedView };
  lock: { request: Nothing; response: null };
  stop: { request: Nothing; response: null };
  pick: { request: { what: 'central' | 'evidence' }; response: Picked | null };
  status: { request: Nothing; response: StatusView };
  page_state: { request: Nothing; response: Record<string, string> };
  keep_page_state: { request: { key: string; value: string | null }; response: null };
  cooperatives: { request: Nothing; response: CooperativesView };
  places: { request: Nothing; response: PlacesView };
  entry_new: { request: { form: string; cooperative: string }; response: { id: string } };
  entry_form: { request: { entry: string; language: Language }; response: EntryFormView };
  entry_answer: { request: { entry: string; language: Language; filling: Filling }; response: AnsweredView };
  answer_draft: {
    request: { entry: string; question: string; text: string | null; field?: 'value' | 'comment' | 'not_applicable' };
    response: unknown;
  };
  undoable: { request: Nothing; response: { undo: UndoView | null; redo: UndoView | null } };
  undo: { request: Nothing; response: { act: UndoView; touched: string[] } };
  redo: { request: Nothing; response: { act: UndoView; touched: string[] } };
  entry_finalise: { request: { entry: string; note?: string }; response: { id: string; state: string } };
  attach: { request: { kind: 'entry'; id: string; path: string }; response: { id: string } };
  sync_preview: { request: { central?: string }; response: PreviewView };
  sync: { request: { central?: string }; response: SyncView };
  journal: { request: Nothing; response: JournalView[] };
  drafts: { request: Nothing; response: DraftView[] };
};
