import { expect, test } from 'vitest';

import type { CooperativeRow, Waits, PlacesView } from '../../ipc/call';
import { type Column, found, ordered, PLAIN_VIEW } from '../../kit/table';
import { narrows, readChoice, toggled, USUAL, writeChoice } from './choice';
import { byName, chosen, counted, type Listed, listed, named, SORTED, sought } from './list';
import { workOf } from './work';

const places: PlacesView = {
  provinces: [{ code: '581', fr: 'Tiznit', ar: 'تيزنيت' }, { code: '163', fr: 'Chtouka-Aït Baha', ar: 'اشتوكة آيت باها' }],
  sectors: [
    { code: 'argan', group: 'agriculture', fr: 'Argan', ar: 'الأركان', en: 'Argan' },
    { code: 'honey', group: 'agriculture', fr: 'Miel', ar: 'العسل', en: 'Honey' },
  ],
};

function row(id: string, over: Partial<CooperativeRow>): CooperativeRow {
  return {
    id, name_fr: id, name_ar: null, sector: 'argan', province: '581', commune: null, members: null, women: null,
    mine: true, coach: id === 'c' ? 'Naïma Exemple' : null, stage: 'accompanied', month: 1, last_visit_on: null, baseline: null, latest: null, diagnostic: null, provisional: false, ...over,
  };
}

const rows = [
  row('a', { name_fr: 'Tifawin', name_ar: 'تيفاوين', commune: 'Tafraout', last_visit_on: '2026-10-27', baseline: 52, latest: 61 }),
  row('b', { name_fr: 'Tammnt n Anzi', name_ar: 'تامنت ن أنزي', sector: 'honey', last_visit_on: '2026-11-05', baseline: 35 }),
  row('c', { name_fr: 'Aït Baha Argan', name_ar: 'أركان آيت باها', province: '163', mine: false }),
  row('d', { name_fr: 'Élan', last_visit_on: '2026-10-01', diagnostic: { entry: 'e', state: 'draft', answered: 3, asked: 57 } }),
];
const all = listed(byName(named(rows, places, 'fr'), 'fr'), []);
const columns: Column<Listed>[] = [
  { id: 'name', label: '', text: ({ name }) => name },
  ...Object.entries(SORTED).map(([id, sort]) => ({ id, label: '', text: () => '', sort })),
];
const ids = (part: Partial<typeof USUAL>) => {
  const choice = { ...USUAL, ...part };
  const rows = chosen(all, choice);
  return ordered(rows, () => sought(rows), columns, { ...PLAIN_VIEW, ...choice }).map(({ row }) => row.id).join('');
};

test('a cooperative is found by name, commune, sector and province, however it is written', () => {
  const cases: [string, string][] = [
    ['tifa', 'a'], ['تيفاوين', 'a'], ['تِيفاوين', 'a'], ['TAFRAOUT', 'a'], ['honey', 'b'], ['miel', 'b'], ['العسل', 'b'], ['انزي', 'b'],
    ['ait baha', 'c'], ['elan', 'd'], ['naima', 'c'], ['argan tifawin', 'a'], ['اركان باها', 'c'], ['zzz', ''], ['  ', 'cdab'],
  ];
  for (const [text, expected] of cases) expect(ids({ filter: text }), text).toBe(expected);
});

test('who has waited longest for a visit comes first, never visited before all', () => {
  expect(ids({})).toBe('cdab');
  expect(ids({ down: true })).toBe('badc');
});

test('no score comes last both ways; names follow the alphabet without accents', () => {
  expect(ids({ sort: 'score' })).toBe('bacd');
  expect(ids({ sort: 'score', down: true })).toBe('abcd');
  expect(ids({ sort: 'name' })).toBe('cdba');
  expect(ids({ sort: 'work' })[0]).toBe('d');
});

test('filters add up, and a count ignores the filter that it stands on', () => {
  expect(ids({ whose: 'mine' })).toBe('dab');
  expect(ids({ whose: 'mine', sectors: ['honey'], provinces: ['163'] })).toBe('');
  const looked = (filter: string) => found(all, () => sought(all), filter);
  const counts = counted(looked(''), { ...USUAL, whose: 'mine', sectors: ['honey'] });
  expect([counts.mine, counts.all]).toEqual([1, 1]);
  expect(Object.fromEntries(counts.sectors)).toEqual({ argan: 2, honey: 1 });
  expect(Object.fromEntries(counts.provinces)).toEqual({ '581': 1, '163': 0 });
  expect(counted(looked('tammnt'), { ...USUAL, whose: 'mine' }).all).toBe(1);
});

test('what was kept comes back, and what nobody could have chosen is left out', () => {
  const choice = { ...USUAL, filter: 'miel', steps: ['over'], follow: true, columns: ['stage'], whose: 'all' as const, sectors: ['honey'], sort: 'name' as const, down: true };
  expect(readChoice(writeChoice(choice, { row: 'a', top: 10.4 }))).toEqual({ choice, place: { row: 'a', top: 10 } });
  const nothing = { choice: USUAL, place: { row: null, top: 0 } };
  for (const text of [null, '', '{', '[]', '3', '"x"', '{"filter":7,"whose":"you","sectors":"argan","sort":7,"top":-1,"row":{}}']) {
    expect(readChoice(text), String(text)).toEqual(nothing);
  }
  expect(readChoice(JSON.stringify({ filter: 'x'.repeat(9999) })).choice.filter.length).toBe(200);
  expect(readChoice('{"sectors":[1,"argan","argan"],"__proto__":{"filter":"x"}}').choice).toEqual({ ...USUAL, sectors: ['argan'] });
});

test('a code is put in or taken out, and only what narrows can be cleared', () => {
  expect(toggled(toggled([], 'a'), 'a')).toEqual([]);
  expect([narrows(USUAL), narrows({ ...USUAL, filter: ' ' }), narrows({ ...USUAL, sectors: ['a'] })]).toEqual([false, false, true]);
});

const follow = (cooperative: string, over: Partial<Waits>): Waits => ({
  kind: 'overdue', cooperative, entry: null, visit: null, on: null, days: null, count: 1, ...over,
});

test('what a cooperative waits for is the most urgent of its diagnostic and of what is to be followed up', () => {
  const unvisited = follow('a', { kind: 'unvisited', days: 50 });
  const late = [follow('a', { days: 12, count: 2 })];
  const draft = { kind: 'continue', entry: 'e', answered: 3, asked: 57 };
  expect(workOf(rows[0]!, [])).toEqual({ kind: 'start' });
  expect(workOf(rows[0]!, [unvisited])).toEqual({ kind: 'start' });
  expect(workOf(rows[3]!, [])).toEqual(draft);
  expect(workOf(rows[3]!, [unvisited])).toEqual(draft);
  expect(workOf(rows[3]!, [unvisited, ...late]), 'what one has begun oneself is near at hand').toEqual(draft);
  expect(workOf(rows[0]!, [unvisited, ...late])).toEqual({ kind: 'overdue', actions: 2, days: 12 });
  expect(workOf(rows[3]!, [...late, follow('a', { kind: 'returned', entry: 'r' })])).toEqual({ kind: 'returned', entry: 'r' });
});

test('to follow up is what is late or came back, not what is soon due; steps are half-years', () => {
  const follows = [follow('a', { days: 3 }), follow('b', { kind: 'soon', days: 4 }), follow('d', { kind: 'unvisited' })];
  const more = [row('e', { month: 6, stage: 'suspended' }), row('f', { month: 25 }), row('g', { month: 7 })];
  const all = listed(named([...rows, ...more], places, 'fr'), follows);
  const names = (part: Partial<typeof USUAL>) => chosen(all, { ...USUAL, ...part }).map((one) => one.row.id).join('');
  expect([names({ follow: true }), names({ steps: ['half-2', 'over'] }), names({ steps: ['suspended'] })]).toEqual(['ad', 'fg', 'e']);
  const counts = counted(all, { ...USUAL, follow: true });
  expect([counts.follow, counts.all, Object.fromEntries(counts.steps)]).toEqual([2, 2, { 'half-1': 2, 'half-2': 0, over: 0, suspended: 0 }]);
});
