import { expect, test } from 'vitest';

import type { CooperativeRow, PlacesView } from '../../ipc/call';
import { narrows, readChoice, sorted, toggled, USUAL, writeChoice } from './choice';
import { chosen, counted, listed, ordered } from './list';
import { sliceOf, topShowing } from './slice';
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
    mine: true, coach: null, stage: 'accompanied', month: 1, last_visit_on: null, baseline: null, latest: null, diagnostic: null, provisional: false, ...over,
  };
}

const rows = [
  row('a', { name_fr: 'Tifawin', name_ar: 'تيفاوين', commune: 'Tafraout', last_visit_on: '2026-10-27', baseline: 52, latest: 61 }),
  row('b', { name_fr: 'Tammnt n Anzi', name_ar: 'تامنت ن أنزي', sector: 'honey', last_visit_on: '2026-11-05', baseline: 35 }),
  row('c', { name_fr: 'Aït Baha Argan', name_ar: 'أركان آيت باها', province: '163', mine: false }),
  row('d', { name_fr: 'Élan', last_visit_on: '2026-10-01', diagnostic: { entry: 'e', state: 'draft', answered: 3, asked: 57 } }),
];
const all = listed(rows, places, 'fr');
const ids = (part: Partial<typeof USUAL>) => {
  const choice = { ...USUAL, ...part };
  return chosen(ordered(all, choice, 'fr'), choice).map(({ row }) => row.id).join('');
};

test('a cooperative is found by name, commune, sector and province, however it is written', () => {
  const cases: [string, string][] = [
    ['tifa', 'a'], ['تيفاوين', 'a'], ['تِيفاوين', 'a'], ['TAFRAOUT', 'a'], ['honey', 'b'], ['miel', 'b'], ['العسل', 'b'], ['انزي', 'b'],
    ['ait baha', 'c'], ['elan', 'd'], ['argan tifawin', 'a'], ['اركان باها', 'c'], ['zzz', ''], ['  ', 'cdab'],
  ];
  for (const [text, expected] of cases) expect(ids({ text }), text).toBe(expected);
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
  const counts = counted(all, { ...USUAL, whose: 'mine', sectors: ['honey'] });
  expect([counts.mine, counts.all]).toEqual([1, 1]);
  expect(Object.fromEntries(counts.sectors)).toEqual({ argan: 2, honey: 1 });
  expect(Object.fromEntries(counts.provinces)).toEqual({ '581': 1, '163': 0 });
});

test('what was kept comes back, and what nobody could have chosen is left out', () => {
  const choice = { ...USUAL, text: 'miel', whose: 'all' as const, sectors: ['honey'], sort: 'name' as const, down: true };
  expect(readChoice(writeChoice(choice, { row: 'a', top: 10.4 }))).toEqual({ choice, place: { row: 'a', top: 10 } });
  const nothing = { choice: USUAL, place: { row: null, top: 0 } };
  for (const text of [null, '', '{', '[]', '3', '"x"', '{"text":7,"whose":"you","sectors":"argan","sort":"size","top":-1,"row":{}}']) {
    expect(readChoice(text), String(text)).toEqual(nothing);
  }
  expect(readChoice(JSON.stringify({ text: 'x'.repeat(9999) })).choice.text.length).toBe(200);
  expect(readChoice('{"sectors":[1,"argan","argan"],"__proto__":{"text":"x"}}').choice).toEqual({ ...USUAL, sectors: ['argan'] });
});

test('a head sorts from its beginning, then the other way', () => {
  const once = sorted(USUAL, 'name');
  expect([once.sort, once.down, sorted(once, 'name').down]).toEqual(['name', false, true]);
  expect(toggled(toggled([], 'a'), 'a')).toEqual([]);
  expect([narrows(USUAL), narrows({ ...USUAL, text: ' ' }), narrows({ ...USUAL, sectors: ['a'] })]).toEqual([false, false, true]);
});

test('what is to be done follows from the last diagnostic', () => {
  expect(workOf(rows[0]!)).toEqual({ kind: 'start' });
  expect(workOf(rows[3]!)).toEqual({ kind: 'continue', entry: 'e', answered: 3, asked: 57 });
});

test('two thousand rows are drawn by the few in sight', () => {
  expect(sliceOf(2000, 53, 0, 530)).toEqual({ from: 0, to: 18, before: 0, after: 1982 * 53 });
  expect(sliceOf(2000, 53, 53_000, 530)).toEqual({ from: 992, to: 1018, before: 992 * 53, after: 982 * 53 });
  expect(sliceOf(3, 53, 99_999, 530)).toEqual({ from: 2, to: 3, before: 106, after: 0 });
  expect(sliceOf(0, 53, 0, 530)).toEqual({ from: 0, to: 0, before: 0, after: 0 });
  expect([topShowing(0, 53, 100, 500, 30), topShowing(20, 53, 0, 500, 30), topShowing(3, 53, 0, 500, 30)]).toEqual([0, 643, 0]);
});
