// The groups asked back are such that only whoever has the paper can type them.
import { expect, it } from 'vitest';

import { ASKED, drawn, same } from './paper';

it('asks for different groups, in order, and never for the first ones, which every key shares', () => {
  for (const chance of [() => 0, () => 0.5, () => 0.999]) {
    const places = drawn(12, chance);
    expect(new Set(places).size).toBe(ASKED);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places.every((place) => place >= 2 && place < 12)).toBe(true);
  }
});

it.each([
  ['q8x2lm', true],
  [' Q8X2LM ', true],
  ['q8-x2 lm', true],
  ['q8x21m', false],
  ['', false],
])('%j is taken: %s', (typed, taken) => {
  expect(same(typed, 'q8x2lm')).toBe(taken);
});
