// What is settled is what was shown; values read as people write them; another value goes to the core as its field takes it.
import { beforeAll, expect, it } from 'vitest';

import { fault, play } from '../../ipc/played';
import { speak } from '../../words';
import { Disagreements, next } from './disagreements.svelte';
import { asValue } from './third';
import { alike, pieces, shown, union } from './value';

beforeAll(() => speak('fr'));

it.each([
  [{ type: 'text', value: 'Tiznit' }, 'Tiznit'],
  [{ type: 'text', value: null }, 'vide'],
  [{ type: 'text', value: null, sealed: true }, 'scellé : la clé n\'est pas encore arrivée ici'.replace(' :', '\u00a0:')],
  [{ type: 'bool', value: false }, 'non'],
  [{ type: 'money', value: 1250050 }, '12\u202f500,5 DH'],
  [{ type: 'one', field: 'organ_type', value: 'board' }, "conseil d'administration"],
  [{ type: 'one', field: 'sector', value: 'argan' }, 'Argan'],
  [{ type: 'text', field: 'commune_code', value: '09.581.' }, 'Tiznit'],
  [{ type: 'text', field: 'commune_code', value: '09.581.05.' }, 'Tiznit (09.581.05.)'],
  [{ type: 'many', field: 'languages', value: ['fr', 'zgh'] }, 'français, tamazight'],
  [{ type: 'ref', value: '0198', said: 'Amina' }, 'Amina'],
  [{ type: 'place', value: { lat: 30.4, lon: -9.6, accuracy_m: 10 } }, '30.4, -9.6'],
])('%j is shown as %s', (told, expected) => {
  expect(shown({ field: 'f', said: null, ...told }, { sector: { argan: 'Argan' }, province: { '581': 'Tiznit' } }).replace('\u00a0DH', ' DH')).toBe(expected);
});

it.each([
  ['int', '1 200', 1200],
  ['int', '12,5', '12,5'],
  ['dec', '0,5', 0.5],
  ['money', '1 250,50', 125050],
  ['money', 'beaucoup', 'beaucoup'],
  ['bool', 'false', false],
  ['text', '  ', null],
  ['text', ' Aït Baha ', 'Aït Baha'],
])('%s %j goes as %j', (type, typed, value) => {
  expect(asValue(type, typed)).toEqual(value);
});

it('marks the words that only one text has, and puts the text together again', () => {
  const [one, other] = ['Cahier à jour, arrêté fin août', 'Cahier en retard, arrêté fin août'];
  const mine = pieces(one, other);
  expect(mine.map((piece) => piece.text).join('')).toBe(one);
  expect(mine.filter((piece) => piece.only).map((piece) => piece.text.trim())).toEqual(['à', 'jour']);
  expect(alike(mine)).toBe(true);
  expect(alike(pieces('دفتر محين بالوثائق', 'ليس هنا شيء مشترك'))).toBe(false);
});

it('offers what both have chosen', () => {
  expect(union(['fr ar', 'ar zgh'])).toEqual(['fr', 'ar', 'zgh']);
  expect(union([['1'], ['2', '1'], null])).toEqual(['1', '2']);
});

it.each([
  [['a', 'b', 'c'], 'b', ['a', 'c'], 'c'],
  [['a', 'b', 'c'], 'c', ['a', 'b'], 'b'],
  [['a'], 'a', [], null],
])('of %j after %s comes the next', (ids, gone, left, expected) => {
  expect(next(ids, gone, left)).toBe(expected);
});

const side = (n: number, value: string) => ({ n, value, sealed: false, said: null, at: '2026-11-01T10:00:00Z', clock_ok: true, effect: null });
const conflict = (id: string) => ({
  id, shown: [`${id}1`, `${id}2`], head: { kind: 'cooperative', row: id, name: '', cooperative: null, entry: null }, field: 'phone',
  takes: { type: 'text', required: false, options: [] }, editable: true, values: [side(1, '06'), side(2, '07')], around: [], answer: null,
});

it('settles what was shown, goes to the next, and can put the other value instead', async () => {
  let open = [conflict('a'), conflict('b')];
  const asked = play({
    disagreements: () => ({ conflicts: open, tasks: [] }),
    places: () => ({ provinces: [], sectors: [] }),
    resolve: () => (open = open.slice(1)),
  });
  const state = new Disagreements();
  await state.look();
  expect(await state.take(state.matters![0]!, 2, '')).toBe(true);
  expect(asked.find((one) => one.name === 'resolve')?.request).toEqual({ id: 'a', take: 2, note: null, shown: ['a1', 'a2'] });
  expect([state.open?.id, state.done?.kept, state.done?.value]).toEqual(['b', 2, '07']);
  await state.instead(1);
  expect(asked.find((one) => one.name === 'set')?.request).toEqual({ kind: 'cooperative', id: 'a', fields: { phone: '06' } });
});

it('says why a decision was not taken, and stays there', async () => {
  play({
    disagreements: () => ({ conflicts: [conflict('a')], tasks: [] }),
    places: () => ({ provinces: [], sectors: [] }),
    resolve: () => Promise.reject(fault('fault-not-allowed')),
  });
  const state = new Disagreements();
  await state.look();
  expect(await state.write(state.matters![0]!, '08', 'téléphone')).toBe(false);
  expect([state.refused?.code, state.open?.id, state.done]).toEqual(['fault-not-allowed', 'a', null]);
});

it('takes back that a record stays deleted, and nothing else that undoing would hit', async () => {
  const task = { head: { kind: 'visit', row: 'v', name: '', cooperative: null, entry: null }, deleted: [], edited: [], edits: 0, shown: ['c1'] };
  const asked = play({
    disagreements: () => ({ conflicts: [], tasks: [task] }),
    places: () => ({ provinces: [], sectors: [] }),
    settle_task: () => ({}),
    undo: () => ({}),
  });
  const state = new Disagreements();
  await state.look();
  for (const keep of [true, false]) {
    await state.end(state.matters![0]!, keep);
    expect(await state.takeBack(), keep ? 'kept' : 'dropped').toBe(!keep);
  }
  expect(asked.filter((one) => one.name === 'undo')).toHaveLength(1);
});
