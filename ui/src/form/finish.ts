// What an entry lacks before it can be finished, and finishing it.
import type { Question } from './question.svelte';
import { call } from '../ipc/call';
import type { EntryPage } from './entry.svelte';

export interface Lacks {
  /** Did not reach the disk. */
  unsaved: Question[];
  /** Typed before the window closed, found again, not written since; the question in focus is written when it is left. */
  typed: Question[];
  wrong: Question[];
  split: Question[];
  missing: Question[];
}

/** What has to be dealt with first. */
export function lacksOf(page: EntryPage): Lacks {
  const all = page.questions.list();
  return {
    unsaved: all.filter((one) => one.failure !== null),
    typed: all.filter((one) => one.restored.length > 0 && one.path !== page.current),
    wrong: all.filter((one) => one.view.bad === 'constraint'),
    split: all.filter((one) => one.view.provisional),
    missing: all.filter((one) => one.view.required && !one.answered),
  };
}

/** Finishes the entry where nothing is lacking once everything is written; whether it was done. */
export async function finish(page: EntryPage): Promise<boolean> {
  await page.settled();
  if (Object.values(lacksOf(page)).some((questions) => questions.length > 0)) return false;
  const done = await page.trying(() => page.quietly(() => call('entry_finalise', { entry: page.id })));
  if (done) await page.load();
  return done;
}
