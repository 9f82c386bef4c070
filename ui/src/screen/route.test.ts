// A kept place is found again; what another version kept, or nothing, leads home.
import { expect, it } from 'vitest';

import { parseRoute } from './route';

it.each([
  ['{"screen":"entry","entry":"0198"}', { screen: 'entry', entry: '0198' }],
  ['{"screen":"exchange"}', { screen: 'exchange' }],
  ['{"screen":"cooperatives"}', { screen: 'cooperatives' }],
  ['{"screen":"entry"}', { screen: 'today' }],
  ['{"screen":"nowhere"}', { screen: 'today' }],
  ['"entry"', { screen: 'today' }],
  ['{', { screen: 'today' }],
  [null, { screen: 'today' }],
])('%s', (kept, expected) => {
  expect(parseRoute(kept)).toEqual(expected);
});
