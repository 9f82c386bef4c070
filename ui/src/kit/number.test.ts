// Numbers as people type them in Morocco.
import { expect, it } from 'vitest';

import { readNumber, wrongNumber } from './number';

it.each([
  ['12', 12],
  ['12,5', 12.5],
  ['1 234,5', 1234.5],
  ['1\u202f234', 1234],
  ['1,234.5', 1234.5],
  ['١٢٫٥', 12.5],
  ['-3', -3],
  ['', null],
  ['douze', null],
  ['1,2,3', null],
])('%s', (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

it('says what is wrong with one', () => {
  const limits = { min: 0, max: 100, whole: true };
  expect(['', '7', 'x', '-1', '101', '2,5'].map((text) => wrongNumber(text, limits))).toEqual([
    null, null, 'none', 'low', 'high', 'whole',
  ]);
});
