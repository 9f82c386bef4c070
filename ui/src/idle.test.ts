// The laptop locks by itself when nobody touches it, never while something runs, and never where that was chosen.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { watchIdle } from './idle';

const heard = new Map<string, () => void>();
let end: () => void;
let [minutes, busy, locked] = [15, false, 0];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (name: string, tell: () => void) => heard.set(name, tell));
  vi.stubGlobal('removeEventListener', (name: string) => heard.delete(name));
  [minutes, busy, locked] = [15, false, 0];
  end = watchIdle(() => minutes, () => busy, () => (locked += 1));
});
afterEach(() => {
  end();
  expect(heard.size).toBe(0);
  vi.useRealTimers();
});
const pass = (n: number) => vi.advanceTimersByTime(n * 60_000);

test('after the minutes that were chosen, counted from the last touch', () => {
  pass(14);
  heard.get('keydown')?.();
  pass(14);
  expect(locked).toBe(0);
  pass(2);
  expect(locked).toBe(1);
});

test('never, where that was chosen, and not while something runs', () => {
  minutes = 0;
  pass(600);
  [minutes, busy] = [5, true];
  pass(600);
  expect(locked).toBe(0);
  busy = false;
  pass(1);
  expect(locked).toBe(1);
});
