// Days and hours are understood as they are written in Morocco, in French and Arabic.
import { expect, it } from 'vitest';

import { readDay, readHour } from './when';

const MONTHS = new Map([['décembre', 12], ['juillet', 7], ['دجنبر', 12]]);

it.each([
  ['3/12/2026', '2026-12-03'],
  ['3.12.26', '2026-12-03'],
  ['03122026', '2026-12-03'],
  ['031226', '2026-12-03'],
  ['3/12', '2026-12-03'],
  ['2026-12-03', '2026-12-03'],
  ['jeu. 3 déc. 2026', '2026-12-03'],
  ['3 décembre', '2026-12-03'],
  ['٣ دجنبر ٢٠٢٦', '2026-12-03'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2027', null],
  ['31/4/2026', null],
  ['3/13/2026', null],
  ['3', null],
  ['bientôt', null],
  ['', null],
])('%s', (text, expected) => {
  expect(readDay(text, '2026-11-24', MONTHS)).toBe(expected);
});

it.each([
  ['9:40', '09:40'],
  ['9h', '09:00'],
  ['9h40', '09:40'],
  ['940', '09:40'],
  ['1240', '12:40'],
  ['٩:٤٠', '09:40'],
  ['24:00', null],
  ['9:7', null],
  ['matin', null],
])('%s', (text, expected) => {
  expect(readHour(text)).toBe(expected);
});
