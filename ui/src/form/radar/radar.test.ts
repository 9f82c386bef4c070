import { expect, test } from 'vitest';

import { bridged, inLines, radarOption } from './radar';

const colours = { line: 'grey', text: 'grey', baseline: 'grey', latest: 'green' };

test('a missing score is a bare axis, never nought, and Arabic runs the other way', () => {
  const option = radarOption({ baseline: null, latest: [50, null, 0] }, colours, 'serif', true);
  const series = option.series as { symbol: string; data: { value: unknown[] }[] }[];
  expect(series.map((one) => [one.symbol, one.data[0]?.value])).toEqual([['none', [50, 0, 0]]]);
  expect(option.radar).toMatchObject({ clockwise: false });
  expect(radarOption({ baseline: null, latest: [] }, colours, 'serif', false).radar).toMatchObject({ clockwise: true });
});

test('the shape goes straight past an axis without a score', () => {
  const [a, between, b] = bridged([100, null, 100, 100]);
  expect([a, b]).toEqual([100, 100]);
  // A square's neighbours lie opposite each other: the line passes the middle.
  expect(between).toBe(0);
  const ten = bridged([60, null, 60, 60, 60, 60, 60, 60, 60, 60]);
  expect(ten[1]).toBeCloseTo(60 * Math.cos(Math.PI / 5), 6);
  expect(bridged([null, null, null])).toEqual([0, 0, 0]);
});

test('breaks a long name between its words', () => {
  expect(['Gouvernance', 'Commercialisation', 'المسؤولية الاجتماعية'].map(inLines)).toEqual([
    'Gouvernance', 'Commercialisation', 'المسؤولية\nالاجتماعية',
  ]);
});
