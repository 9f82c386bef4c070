import { expect, test } from 'vitest';

import { type Past, steps, together } from './past';

const change = (field: string, value: unknown, over: Partial<Past> = {}): Past => ({
  at: '2026-11-24T10:00:00Z', clock_ok: true, person: 'Amina', laptop: 1, operation: 'set', field, value, live: false, accepted: true,
  note: null, ...over,
});

test('each change stands with what it replaced, the newest first', () => {
  const told = steps([change('_row', 'alive'), change('phone', '1'), change('ice', '2'), change('phone', '3')]);
  expect(told.map((one) => [one.field, one.before, one.value])).toEqual([['phone', '1', '3'], ['ice', null, '2'], ['phone', null, '1']]);
});

test('what was not accepted changed nothing after it', () => {
  const told = steps([change('ice', '1'), change('ice', '2', { accepted: false }), change('ice', '3')]);
  expect(told.map((one) => [one.before, one.value])).toEqual([['1', '3'], ['1', '2'], [null, '1']]);
});

test('only what would change something can be put back', () => {
  const told = steps([change('ice', '1'), change('ice', '2'), change('ice', '1'), change('ice', '3', { accepted: false })]);
  expect(told.map((one) => [one.before, one.other])).toEqual([['1', false], ['2', true], ['1', false], [null, true]]);
  expect(steps([change('languages', ['a']), change('languages', ['a'])])[0]?.other).toBe(false);
});

test('an entry keeps its key when others come', () => {
  const keys = (past: Past[]) => together(steps(past)).map((one) => one.key);
  const [one, other] = [change('a', 1), change('a', 2, { person: 'Khadija' })];
  expect(keys([one, other]).at(-1)).toBe(keys([one])[0]);
});

test('what was written at once is one entry', () => {
  const told = together(steps([change('a', 1), change('b', 1), change('c', 1, { person: 'Khadija' })]));
  expect(told.map((one) => one.steps.length)).toEqual([1, 2]);
});
