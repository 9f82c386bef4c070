import { expect, test } from 'vitest';

import { pointAt, runs, shapes } from './radar';

test('axes go clockwise from the top, in Arabic the other way', () => {
  const [ltr, rtl] = [pointAt(1, 4, 10, false), pointAt(1, 4, 10, true)];
  expect([Math.round(ltr.x), Math.round(rtl.x)]).toEqual([10, -10]);
  expect(pointAt(0, 4, 10, true).y).toBe(-10);
});

test('neighbours that have a score are one run, also across the top', () => {
  const cases: [(number | null)[], number[][]][] = [
    [[1, 2, 3], [[0, 1, 2]]],
    [[1, null, null, 4, 5], [[3, 4, 0]]],
    [[null, 1, null, 0, null], [[1], [3]]],
    [[null, null], []],
    [[], []],
  ];
  for (const [scores, expected] of cases) expect(runs(scores)).toEqual(expected);
});

test('a missing score is a bare axis: no shape touches it', () => {
  const [spoke] = shapes([50, null, null, null], 100, false);
  expect(spoke).toEqual({ line: 'M0 0L0.0 -50.0', fill: '' });
  expect(shapes([null, null, null], 100, false)).toEqual([]);
  expect(shapes([100, 100, 100, 100], 100, false)).toHaveLength(1);
});
