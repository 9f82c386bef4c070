// A choice is found by the beginnings of its words, in any script, without accents.
import { expect, it } from 'vitest';

import { grouped, sought } from './choices';

const CHOICES = [
  { value: '1', label: 'Tifawin', also: 'تيفاوين', group: 'Tiznit' },
  { value: '2', label: 'Azemour', detail: 'Huile d\u2019olive, Taroudant', group: 'Taroudant' },
  { value: '3', label: 'Lmsella', group: 'Tiznit' },
];

it.each([
  ['', ['1', '2', '3']],
  ['tifá', ['1']],
  ['تيفا', ['1']],
  ['olive az', ['2']],
  ['fawin', []],
])('%s', (text, expected) => {
  expect(sought(CHOICES, text).map((c) => c.value)).toEqual(expected);
});

it('groups stand together in the order in which they appear', () => {
  expect(grouped(CHOICES).map((g) => [g.name, g.choices.length])).toEqual([['Tiznit', 2], ['Taroudant', 1]]);
});
