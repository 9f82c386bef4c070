// Messages go by themselves, and wait while somebody reads them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { toasts } from './toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  toasts.clear();
  vi.useRealTimers();
});
const texts = () => toasts.shown.map((toast) => toast.text);

test('one that can be acted upon stays longer', () => {
  toasts.say('saved');
  toasts.say('deleted', { action: { label: 'undo', run: () => {} } });
  vi.advanceTimersByTime(6_100);
  expect(texts()).toEqual(['deleted']);
  vi.advanceTimersByTime(6_000);
  expect(texts()).toEqual([]);
});

test('what was told stays, and can no longer be taken back once something else was done', () => {
  toasts.say('deleted', { action: { label: 'undo', run: () => {} } });
  toasts.settle();
  toasts.say('moved', { action: { label: 'undo', run: () => {} } });
  expect(toasts.shown.map(({ text, action }) => [text, action?.label])).toEqual([['deleted', undefined], ['moved', 'undo']]);
});

test('nothing goes while somebody reads', () => {
  toasts.say('saved');
  vi.advanceTimersByTime(5_000);
  toasts.pause();
  vi.advanceTimersByTime(60_000);
  expect(texts()).toEqual(['saved']);
  toasts.resume();
  vi.advanceTimersByTime(1_100);
  expect(texts()).toEqual([]);
});

test('the oldest makes room', () => {
  for (const text of ['1', '2', '3', '4']) toasts.say(text);
  expect(texts()).toEqual(['2', '3', '4']);
});
