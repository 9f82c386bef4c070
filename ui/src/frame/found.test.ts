// What was found leads somewhere, each place once, and the last places come first.
import { expect, it } from 'vitest';

import type { Found } from '../ipc/call';
import { readRecent, targetOf, targets, withRecent } from './found';

const found = (row: Partial<Found>): Found => ({
  kind: 'cooperative', id: 'c1', label: 'Tifawin · تيفاوين', entry: null, form: null, cooperative: 'c1', cooperative_name: null, cooperative_name_ar: null, role: null, ...row,
});

it('rows lead to where they are shown', () => {
  const officer = found({ kind: 'officer', id: 'o1', label: 'Fadma', cooperative_name: 'Tifawin' });
  const answer = found({ kind: 'answer', id: 'a1', label: '', entry: 'e1', form: 'Diagnostic', cooperative_name: 'Tifawin' });
  const form = found({ kind: 'form', id: 'f1', label: 'Diagnostic', cooperative: null });
  expect([found({}), officer, answer, form].map((row) => targetOf(row)?.to ?? null)).toEqual([
    { screen: 'cooperative', cooperative: 'c1' },
    { screen: 'cooperative', cooperative: 'c1' },
    { screen: 'entry', entry: 'e1' },
    null,
  ]);
  expect(targetOf(answer)?.label).toBe('Diagnostic · Tifawin');
});

it('whoever coaches leads to her cooperatives, other people of the programme nowhere', () => {
  const person = (role: string | null) => targetOf(found({ kind: 'person', id: 'p1', label: 'Naïma Exemple', cooperative: null, role }));
  expect(person('coach')?.to).toEqual({ screen: 'cooperatives', find: 'Naïma Exemple' });
  expect([person('regional_coordinator'), person(null)]).toEqual([null, null]);
});

it('several answers of one entry are one place, and no group crowds out the others', () => {
  const answers = Array.from({ length: 40 }, (_, n) => found({ kind: 'answer', id: `a${n}`, entry: n < 20 ? 'e1' : `e${n}`, form: 'D' }));
  const shown = targets([...answers, found({})]);
  expect([shown.length, shown.filter((one) => one.key === 'e1').length, shown.at(-1)?.key]).toEqual([7, 1, 'c1']);
});

it('the last place stands first, once, and is found again', () => {
  const [a, b] = [targetOf(found({}))!, targetOf(found({ id: 'c2', cooperative: 'c2' }))!];
  const recent = withRecent(withRecent(withRecent([], a), b), a);
  expect(recent.map((one) => one.key)).toEqual(['c1', 'c2']);
  expect(readRecent(JSON.stringify(recent))).toEqual(recent);
  expect([readRecent('{'), readRecent('[1,{"key":"x"}]')]).toEqual([[], []]);
});
