import type { SyncView } from './SyncView';

export type JournalView = { at: string; report: SyncView | null; fault: { code: string; args: Record<string, string> } | null };
