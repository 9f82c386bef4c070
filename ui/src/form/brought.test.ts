import { expect, test } from 'vitest';

import type { GroupView } from '../ipc/call';
import { broughtBy } from './brought';

const group = (path: string, plan: GroupView['plan']): GroupView => ({
  path, name: path, label: path, kind: 'repeat', appearance: [], plan, open: true, from: 0, answered: 0, asked: 0, missing: 0,
});
const groups = [group('/data/old', 'review'), group('/data/new', 'new')];

test.each([
  ['nothing said', [], [0, 0, null]],
  ['two of three old ones', [['/data/old[1]', 'status', 'done'], ['/data/old[2]', 'status', ''], ['/data/old[3]', 'status', 'planned']], [2, 0, null]],
  ['a new one, and an empty line', [['/data/new[1]', 'title', 'Peindre'], ['/data/new[2]', 'title', '']], [0, 1, null]],
  ['what an old one is called is nothing new', [['/data/old[1]', 'title', 'Peindre']], [0, 0, null]],
  ['the next visit', [[null, 'next_visit_on', '2026-12-01']], [0, 0, '2026-12-01']],
  ['what is no day plans nothing', [[null, 'next_visit_on', 'Mina Fictive']], [0, 0, null]],
  ['a day that has passed plans nothing', [[null, 'next_visit_on', '2026-11-01']], [0, 0, null]],
] as const)('%s', (_, answers, [updates, actions, visit]) => {
  const list = answers.map(([around, plan, value]) => ({ view: { group: around, plan }, value, answered: value !== '' }));
  const page = { groups, questions: { list: () => list } } as unknown as Parameters<typeof broughtBy>[0];
  expect(broughtBy(page, '2026-11-28')).toEqual({ updates, actions, visit });
});
