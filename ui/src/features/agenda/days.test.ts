import { expect, test } from 'vitest';

import type { AgendaVisit } from '../../ipc/call';
import { byDay, daysOf, firstOf, inOrder, monday, shifted, turned } from './days';

test('weeks begin on Monday, across months and years', () => {
  for (const [day, first] of [
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-01-01', '2025-12-29'],
  ]) expect(monday(day as string)).toBe(first);
  expect(shifted('2026-02-28', 1)).toBe('2026-03-01');
});

test('a month is shown in whole weeks', () => {
  const november = daysOf('month', '2026-11-24');
  expect([november.length, november[0], november.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06']);
  const february = daysOf('month', '2027-02-10');
  expect([february.length, february[0], february.at(-1)]).toEqual([28, '2027-02-01', '2027-02-28']);
  expect(daysOf('week', '2026-11-29')).toHaveLength(7);
});

test('turning goes by what is shown', () => {
  expect(turned('week', '2026-11-24', 1)).toBe('2026-12-01');
  expect(turned('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(turned('month', '2026-01-31', -1)).toBe('2025-12-01');
  expect(firstOf('2026-11-24')).toBe('2026-11-01');
});

test('visits stand under their days', () => {
  const visit = (id: string, planned_on: string | null) => ({ id, planned_on }) as AgendaVisit;
  const found = byDay(['2026-11-24', '2026-11-25'], [visit('a', '2026-11-24'), visit('b', '2026-12-01'), visit('c', null)]);
  expect([...found].map(([day, visits]) => [day, visits.length])).toEqual([['2026-11-24', 1], ['2026-11-25', 0]]);
});

test('hours stand in order where both are said', () => {
  expect([inOrder('09:30', '12:30'), inOrder('12:30', '09:30'), inOrder('09:30', ''), inOrder('09:30', '09:30')]).toEqual([true, false, true, false]);
});
