import { expect, test } from 'vitest';

import type { AgendaVisit, FollowUp, TodayView, TodayVisit } from '../../ipc/call';
import { before, byDay, nextVisit, stepOf } from './today';

const visit = (id: string, planned_on: string | null, starts_at: string | null = null, state = 'planned') =>
  ({ id, planned_on, starts_at, state }) as AgendaVisit & TodayVisit;

test('coming visits stand under their days, the first days only', () => {
  const visits = [visit('a', '2026-11-25'), visit('b', '2026-11-25'), visit('c', '2026-11-27'), visit('d', '2026-12-01')];
  expect(byDay(visits, 2).map((day) => [day.on, day.visits.map((v) => v.id)])).toEqual([
    ['2026-11-25', ['a', 'b']],
    ['2026-11-27', ['c']],
  ]);
  expect(byDay([visit('a', null)], 3)).toEqual([]);
});

test('the next visit is the first that is not told yet', () => {
  expect(nextVisit([visit('a', '2026-11-24', '09:30', 'done'), visit('b', '2026-11-24', '14:30')])?.id).toBe('b');
  expect(nextVisit([visit('a', '2026-11-24', '09:30', 'done')])).toBeNull();
});

test('the line of the present stands after the visits that have begun', () => {
  const visits = [visit('a', '2026-11-24', '09:30'), visit('b', '2026-11-24', '14:30'), visit('c', '2026-11-24')];
  expect([before(visits, '08:42'), before(visits, '09:30'), before(visits, '18:00')]).toEqual([0, 1, 2]);
});

test('the next step is about the most urgent of its kind', () => {
  const follow = [{ kind: 'returned', cooperative: 'a' }, { kind: 'no_report', cooperative: 'b' }] as FollowUp[];
  expect(stepOf({ next: 'late_report', follow } as TodayView)?.cooperative).toBe('b');
  expect(stepOf({ next: 'draft', follow } as TodayView)).toBeNull();
});
