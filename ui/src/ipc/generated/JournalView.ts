import type { SyncView } from './SyncView';

export type JournalView = { at: string; report: SyncView | null; stopped: string | null };
