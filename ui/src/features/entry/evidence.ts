// Evidence of an answer: a file that the person picks, on the entry first, then beside the answer.
import { call } from '../../ipc/call';
import type { EntryPage } from './entry.svelte';

/** Lets the person pick a file and puts it beside the answer in focus. */
export async function attachEvidence(page: EntryPage): Promise<void> {
  const question = page.focused;
  if (!question || !page.editable) return;
  await page.trying(async () => {
    const picked = await call('pick', { what: 'evidence' });
    if (!picked) return;
    const { id } = await page.quietly(() => call('attach', { kind: 'entry', id: page.id, path: picked.token }));
    page.give(question.path, { evidence: id });
  });
}
