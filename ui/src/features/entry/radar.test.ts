import { expect, test } from 'vitest';

import { radarOption } from './radar';

const colours = { line: 'grey', text: 'grey', baseline: 'grey', latest: 'green' };

test('a missing score is a bare axis, never nought, and Arabic runs the other way', () => {
  const option = radarOption({ baseline: null, latest: [50, null, 0] }, colours, 'serif', true);
  const series = option.series as { data: { value: unknown[] }[] }[];
  expect(series[0]?.data[0]?.value).toEqual([50, '-', 0]);
  expect(series[1]?.data.map((dot) => dot.value)).toEqual([
    [50, '-', '-'],
    ['-', '-', 0],
  ]);
  expect(option.radar).toMatchObject({ clockwise: false });
  expect(radarOption({ baseline: null, latest: [] }, colours, 'serif', false).radar).toMatchObject({ clockwise: true });
});
