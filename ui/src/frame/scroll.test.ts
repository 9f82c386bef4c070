// Where screens were scrolled: the last ones, each once, none at its top.
import { expect, it } from 'vitest';

import { moved, readPlaces } from './scroll';

it('each screen is there once, the last at the end, and those at their top are not', () => {
  expect(moved([['a', 10], ['b', 20]], 'a', 30)).toEqual([['b', 20], ['a', 30]]);
  expect(moved([['a', 10], ['b', 20]], 'a', 0)).toEqual([['b', 20]]);
  const many = Array.from({ length: 30 }, (_, n) => [String(n), 1] as [string, number]);
  expect(moved(many, 'new', 1)).toHaveLength(30);
});

it('what another version kept is let go', () => {
  expect(['{', 'null', '{"a":1}', '[["a",1],["b"],7]', null].map(readPlaces)).toEqual([[], [], [], [['a', 1]], []]);
});
