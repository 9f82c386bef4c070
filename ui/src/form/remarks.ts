/** Remarks as they are read: each with what was answered to it. */
import { call } from '../ipc/call';
import type { RemarkView } from '../ipc/generated';
import type { EntryPage } from './entry.svelte';

export interface Thread {
  first: RemarkView;
  answers: RemarkView[];
}

/** Remarks in the order in which they were written, each with its answers. An answer to one that is not here stands by itself. */
export function threadsOf(remarks: readonly RemarkView[]): Thread[] {
  const early = [...remarks].sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const ids = new Map(early.map((remark) => [remark.id, remark]));
  /** The first of a chain of answers. */
  const top = (remark: RemarkView): RemarkView => {
    const seen = new Set<string>();
    let at = remark;
    for (let up = ids.get(at.parent ?? ''); up && !seen.has(up.id); up = ids.get(at.parent ?? '')) {
      seen.add(up.id);
      at = up;
    }
    return at;
  };
  return early
    .filter((remark) => top(remark) === remark)
    .map((first) => ({ first, answers: early.filter((one) => one !== first && top(one) === first) }));
}

/** Remarks that nobody has said to be dealt with. */
export function openRemarks(remarks: readonly RemarkView[]): RemarkView[] {
  return threadsOf(remarks)
    .map((thread) => thread.first)
    .filter((first) => !first.settled);
}

/** Writes a remark on the whole or on a question, or an answer to another remark; whether it was done. */
export function writeRemark(page: EntryPage, text: string, path?: string, parent?: string): Promise<boolean> {
  const view = path === undefined ? undefined : page.question(path)?.view;
  const on = view ? { path: view.base, ...(view.instance ? { instance: view.instance } : {}) } : {};
  const fields = { entry: page.id, ...on, ...(parent ? { parent } : {}), text };
  return page.changing(() => call('new', { kind: 'remark', fields }));
}

/** A remark is dealt with, or is not after all; whether it was done. */
export function settleRemark(page: EntryPage, id: string, settled: boolean): Promise<boolean> {
  return page.changing(() => call('set', { kind: 'remark', id, fields: { settled } }));
}
