import { expect, test } from 'vitest';

import type { ImportReport, ImportRow } from '../../ipc/call';
import { meaningOf, remapped, rowsOf } from './preview';

const row = (number: number, outcome: string, findings: ImportRow['findings'] = []): ImportRow => ({
  row: number, outcome, name: `Coopérative ${number}`, fields: [], cell: null, reason: null, got: null, meant: null, changes: [], findings, resembles: null,
});
const report: ImportReport = {
  columns: [], new: 1, changed: 1, same: 1, refused: 1, dry_run: true,
  rows: [row(2, 'same'), row(3, 'new'), row(4, 'changed', [{ code: 'finding-ice-digits', field: 'ice' }]), row(5, 'refused')],
};

test('what needs a look comes first, the rest as in the file', () => {
  expect(rowsOf(report, null).map((one) => one.row)).toEqual([5, 4, 2, 3]);
  expect(rowsOf(report, 'new').map((one) => one.row)).toEqual([3]);
  expect(report.rows.map((one) => one.row)).toEqual([2, 3, 4, 5]);
});

test('a field stands for one column: who takes it takes it from the other', () => {
  const columns = [{ column: 'Nom', field: 'name_fr' }, { column: 'Sigle', field: null }];
  const map = remapped(columns, [], 'Sigle', 'name_fr');
  expect(map).toEqual([['Nom', ''], ['Sigle', 'name_fr']]);
  expect(meaningOf('Nom', 'name_fr', map)).toBe('');
  expect(remapped(columns, map, 'Sigle', '')).toEqual([['Nom', ''], ['Sigle', '']]);
});
