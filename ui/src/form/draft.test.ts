import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { type Draft, DRAFT_DELAY_MS, Drafts } from './draft';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function drafts() {
  const sent: (string | null)[] = [];
  const keeper = new Drafts(
    async (draft: Draft) => void sent.push(draft.text),
    (error) => sent.push(String(error)),
  );
  return { sent, keeper };
}

test('a pause keeps the newest text, once', async () => {
  const { sent, keeper } = drafts();
  for (const text of ['P', 'PV', 'PV vu']) {
    keeper.type({ path: 'a', field: 'comment', text });
    await vi.advanceTimersByTimeAsync(DRAFT_DELAY_MS - 1);
  }
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['PV vu']);
});

test('leaving the window does not wait, and a written field keeps no draft', async () => {
  const { sent, keeper } = drafts();
  keeper.type({ path: 'a', field: 'comment', text: 'one' });
  keeper.type({ path: 'a', field: 'value', text: 'two' });
  keeper.forget('a', 'value');
  await keeper.flush();
  expect(sent).toEqual(['one']);
});
