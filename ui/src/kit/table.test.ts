// Rows are found by the beginnings of words, sorted as a person would, and what was chosen is found again.
import { expect, it } from 'vitest';

import { type Column, folded, ordered, PLAIN_VIEW, readView, shownColumns, type TableView } from './table';

type Row = { name: string; members: number | null };
const ROWS: Row[] = [
  { name: 'Étoile 10', members: 12 },
  { name: 'etoile 2', members: null },
  { name: 'Tifawin', members: 7 },
];
const COLUMNS: Column<Row>[] = [
  { id: 'name', label: 'name', text: (row) => row.name, fixed: true },
  { id: 'members', label: 'members', text: (row) => String(row.members ?? ''), sort: (row) => row.members },
  { id: 'notes', label: 'notes', text: () => '', hidden: true },
];
const names = (view: Partial<TableView>) =>
  ordered(ROWS, () => folded(ROWS, COLUMNS), COLUMNS, { ...PLAIN_VIEW, ...view }).map((row) => row.name);

it.each<[Partial<TableView>, string[]]>([
  [{}, ['Étoile 10', 'etoile 2', 'Tifawin']],
  [{ sort: 'name' }, ['etoile 2', 'Étoile 10', 'Tifawin']],
  [{ sort: 'name', down: true }, ['Tifawin', 'Étoile 10', 'etoile 2']],
  [{ sort: 'members' }, ['Tifawin', 'Étoile 10', 'etoile 2']],
  [{ sort: 'members', down: true }, ['Étoile 10', 'Tifawin', 'etoile 2']],
  [{ filter: 'ÉTO' }, ['Étoile 10', 'etoile 2']],
  [{ filter: 'eto 12' }, ['Étoile 10']],
  [{ filter: 'fawin' }, []],
])('%j', (view, expected) => {
  expect(names(view)).toEqual(expected);
});

it('finds an Arabic word behind its article', () => {
  const honey = [{ name: 'تعاونية العسل', members: null }];
  const found = (filter: string) => ordered(honey, () => folded(honey, COLUMNS), COLUMNS, { ...PLAIN_VIEW, filter }).length;
  expect([found('عسل'), found('العسل'), found('سل')]).toEqual([1, 1, 0]);
});

it('finds a kept view again, and survives what it does not know', () => {
  const view: TableView = { filter: 'ti', sort: 'name', down: true, columns: ['members'] };
  expect(readView(JSON.stringify(view))).toEqual(view);
  expect([readView('{'), readView('7'), readView(null)]).toEqual([PLAIN_VIEW, PLAIN_VIEW, PLAIN_VIEW]);
  expect(readView('{"down":"yes","columns":[1,"members"]}')).toEqual({ ...PLAIN_VIEW, columns: ['members'] });
});

it('shows the columns that were chosen, and always the fixed ones', () => {
  const ids = (view: Partial<TableView>) => shownColumns(COLUMNS, { ...PLAIN_VIEW, ...view }).map((column) => column.id);
  expect([ids({}), ids({ columns: ['notes'] })]).toEqual([['name', 'members'], ['name', 'notes']]);
});
