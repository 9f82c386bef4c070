// Which actions stand where, and when.
import { expect, it } from 'vitest';

import type { PlanAction, PlanView } from '../../ipc/call';
import { due, groups, line } from './told';

function action(id: string, more: Partial<PlanAction>): PlanAction {
  return {
    id, also: [], objective: null, promised: false, origin: null, title: id, owner: null, start_on: null, first_due_on: null, due_on: null, closed_on: null,
    cost: null, funding: null, indicator: null, baseline: null, target: null, priority: null, refused: null, status: 'planned',
    progress: 0, days_left: null, soon: false, postponed: 0, updates: [], findings: [], provisional: [], ...more,
  };
}

function shown(all: boolean, actions: PlanAction[]): string[] {
  const objective = (id: string) => ({ id, area: 'finance', title: id, horizon: null, progress: null });
  const view = { objectives: [objective('A'), objective('B')], actions } as unknown as PlanView;
  return groups(view, all).map((group) => `${group.objective?.id ?? (group.promises ? '+' : '-')}:${group.actions.map((a) => a.id).join('')}`);
}

it('open actions stand under their objective, the others when all are asked for', () => {
  const actions = [
    action('1', { objective: 'A' }),
    action('2', { objective: 'A', status: 'done' }),
    action('3', { status: 'in_progress' }),
    action('4', { objective: 'gone' }),
    action('5', { objective: 'A', status: 'refused' }),
    action('6', { promised: true }),
  ];
  expect(shown(false, actions)).toEqual(['A:1', 'B:', '-:34', '+:6']);
  expect(shown(true, actions)).toEqual(['A:12', 'B:', '-:34', '+:6']);
  expect(shown(false, [action('1', { objective: 'A', status: 'done' })])).toEqual(['B:']);
});

it.each([
  ['planned', -1, false, 'late'],
  ['planned', 3, true, 'soon'],
  ['in_progress', 30, false, 'later'],
  ['in_progress', null, false, 'none'],
  ['done', null, false, 'closed'],
] as const)('%s with %s days left', (status, days_left, soon, expected) => {
  expect(due(action('1', { status, days_left, soon }))).toBe(expected);
});

it('a bar lies between its days, on whole months', () => {
  const both = action('1', { start_on: '2026-02-01', due_on: '2026-03-01' });
  const undated = action('2', {});
  const drawn = line([both, undated], '2026-01-15');
  expect(drawn?.months.map((m) => m.iso)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  expect(drawn?.bar(both)).toEqual({ from: 31 / 90, length: 28 / 90 });
  expect(drawn?.bar(undated)).toBeNull();
  expect(drawn?.today).toBeCloseTo(14 / 90);
  expect(line([undated], '2026-01-15')).toBeNull();
});
