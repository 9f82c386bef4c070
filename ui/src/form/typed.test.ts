import { expect, test } from 'vitest';

import { dateOf, editedOf, grouped, numberOf, storedOf, timeOf, toggled, unitOf } from './typed';

const today = new Date(2026, 10, 24);

test('dates as people write them', () => {
  const cases: [string, string | null][] = [
    ['2026-11-24', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.26', '2026-11-24'],
    ['3 1 2026', '2026-01-03'],
    ['24/11', '2026-11-24'],
    ['٢٤/١١/٢٠٢٦', '2026-11-24'],
    ['29/02/2028', '2028-02-29'],
    ['29/02/2026', null],
    ['31/04/2026', null],
    ['11/24/2026', null],
    ['hier', null],
    ['', null],
  ];
  for (const [typed, stored] of cases) expect([typed, dateOf(typed, today)]).toEqual([typed, stored]);
});

test('times as people write them', () => {
  const cases: [string, string | null][] = [
    ['14:30', '14:30'],
    ['14h30', '14:30'],
    ['9h', '09:00'],
    ['1430', '14:30'],
    ['9', '09:00'],
    ['24:00', null],
    ['9:75', null],
  ];
  for (const [typed, stored] of cases) expect([typed, timeOf(typed)]).toEqual([typed, stored]);
});

test('numbers with spaces, commas and Arabic digits', () => {
  const cases: [string, string | null][] = [
    ['185 000', '185000'],
    ['185\u202f000,50', '185000.50'],
    ['١٨٥', '185'],
    ['-3', '-3'],
    ['12a', null],
    ['', null],
  ];
  for (const [typed, stored] of cases) expect([typed, numberOf(typed)]).toEqual([typed, stored]);
  expect(grouped('185000', 'fr')).toBe('185\u202f000');
  expect(grouped('1850.5', 'ar')).toBe('1850,5');
  expect(storedOf('number', grouped('185000.5', 'fr'), today)).toBe('185000.5');
});

test('what is not understood goes on as it was typed', () => {
  expect(storedOf('date', 'hier', today)).toBe('hier');
  expect(editedOf('date', '2026-11-24', 'fr')).toBe('24/11/2026');
});

test('several choices keep the order of the list', () => {
  expect(toggled('halal', 'onssa', ['none', 'onssa', 'halal'])).toBe('onssa halal');
  expect(toggled('onssa halal', 'onssa', ['none', 'onssa', 'halal'])).toBe('halal');
});

test('a unit at the end of a label', () => {
  expect(unitOf('Part du premier client dans les ventes (%)').unit).toBe('%');
  expect(unitOf('Nombre de membres').unit).toBeNull();
});
