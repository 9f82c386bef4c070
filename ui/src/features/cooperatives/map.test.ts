import { expect, test } from 'vitest';

import { mapOption } from './map';
import outlines from './souss-massa.geo.json';

const colours = { land: 'sand', border: 'white', chosen: 'tint', edge: 'green', text: 'black' };
const provinces = [
  { code: '581', label: 'Tiznit', count: 4 },
  { code: '163', label: 'Chtouka', count: 5 },
  { code: '551', label: 'Tata', count: 0 },
];
const areas = (chosen: string[]) => {
  const series = mapOption(provinces, chosen, colours, 'serif').series as { data: { label: { show: boolean }; itemStyle: { areaColor: string } }[] }[];
  return series[0]?.data.map((one) => `${one.itemStyle.areaColor} ${one.label.show}`);
};

test('provinces with cooperatives stand out, those chosen alone where some are', () => {
  expect(areas([])).toEqual(['tint true', 'tint true', 'sand false']);
  expect(areas(['163'])).toEqual(['sand true', 'tint true', 'sand false']);
});

test('the six provinces are drawn, each by the code that rows know it by', () => {
  expect(outlines.features.map((one) => one.properties.code).sort()).toEqual(['001', '163', '273', '541', '551', '581']);
});
