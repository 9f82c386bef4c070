import { expect, test } from 'vitest';

import type { CooperativeView, DocumentView, OpenAction } from '../../ipc/call';
import { difference, dueOf, namesOf } from './told';

const action = (id: string, overdue_days: number): OpenAction => ({
  id, cooperative: 'c', objective: null, area: null, title: id, owner: null, status: 'planned', progress: 0, due_on: null,
  overdue_days, soon: false, postponed: 0, updated_on: null,
});
const document = (entry: string, state: DocumentView['state'], remarks: number): DocumentView => ({
  entry, purpose: 'diagnostic', title: '', visit: null, held_on: null, state, author: '', answered: 0, asked: 0, sealed: false,
  score: null, band: null, provisional: false, capped: false, remarks, delivery: 'here',
});
const view: CooperativeView = {
  id: 'c', name_fr: 'Tifawin', name_ar: 'تيفاوين', name_zgh: '', sector: null, province: null, members: null, women: null,
  mine: true, coach: null, provisional: [], findings: [], joined: [], editable: true, stage: 'accompanied', month: 1, baseline: null, latest: null, axes: [],
  documents: [document('a', 'draft', 0), document('b', 'finalised', 2), document('c', 'returned', 1)],
  actions: [action('late', 12), action('next', 0)], timeline: [],
};

test('it is called in the language spoken, and its other names stand beside', () => {
  expect(namesOf(view, 'fr')).toEqual({ name: 'Tifawin', others: [{ name: 'تيفاوين', lang: 'ar' }] });
  expect(namesOf(view, 'ar').name).toBe('تيفاوين');
  expect(namesOf({ ...view, name_ar: null }, 'ar')).toEqual({ name: 'Tifawin', others: [] });
  // Where only an Arabic name was known it stands for both, and is said once.
  expect(namesOf({ ...view, name_fr: 'تيفاوين' }, 'fr').others).toEqual([]);
});

test('what is late comes first, then what was sent back, then remarks, then what comes next', () => {
  const told = dueOf(view).map((due) => [due.kind, 'action' in due ? due.action.id : due.document.entry]);
  expect(told).toEqual([['overdue', 'late'], ['returned', 'c'], ['remarks', 'b'], ['action', 'next']]);
});

test('a difference is that of the numbers that are shown', () => {
  expect([difference(49.5, 61.4), difference(50, 50.4), difference(null, 3), difference(60, 52.5)]).toEqual([11, 0, null, -7]);
});
