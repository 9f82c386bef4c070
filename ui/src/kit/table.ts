/** What a table shows of its rows: which columns, which rows, in which order. */
import type { Snippet } from 'svelte';

import { locale, plain, terms } from '../words';

export interface Column<Row> {
  id: string;
  label: string;
  /** What is shown, and what the filter looks at. */
  text: (row: Row) => string;
  /** A second line under it, smaller. */
  under?: (row: Row) => string | null;
  /** What the filter looks at, where that is more than what is shown. */
  sought?: (row: Row) => string;
  /** How it is drawn, where text alone says too little; and whether the row is the one that keys act on. */
  cell?: Snippet<[Row, boolean]>;
  /** What it is sorted by; text without it, nothing last. False: it is not sorted. */
  sort?: ((row: Row) => string | number | null) | false;
  /** Its text may take two lines. */
  wraps?: boolean;
  /** Figures: aligned at the end. */
  end?: boolean;
  /** A track of the grid: `120px`, `2fr`. By default one share. */
  width?: string;
  /** Not shown until it is chosen. */
  hidden?: boolean;
  /** Always shown. */
  fixed?: boolean;
}

/** What a person has chosen of a table; a screen keeps it as text. */
export interface TableView {
  filter: string;
  /** The column it is sorted by; nothing: the order in which rows came. */
  sort: string | null;
  down: boolean;
  /** Columns shown; nothing: those that are not hidden. */
  columns: string[] | null;
}

export const PLAIN_VIEW: TableView = { filter: '', sort: null, down: false, columns: null };

/** Reads a kept view; the plain one where it says nothing. */
export function readView(text: string | null, plainly: TableView = PLAIN_VIEW): TableView {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    if (typeof read !== 'object' || read === null) return plainly;
    const { filter, sort, down, columns } = read as Partial<TableView>;
    return {
      filter: typeof filter === 'string' ? filter : plainly.filter,
      sort: typeof sort === 'string' ? sort : plainly.sort,
      down: typeof down === 'boolean' ? down : plainly.down,
      columns: Array.isArray(columns) ? columns.filter((one) => typeof one === 'string') : plainly.columns,
    };
  } catch {
    return plainly; // what another version kept is not worth an error
  }
}

/** The columns that are shown. */
export function shownColumns<Row>(columns: readonly Column<Row>[], view: TableView): Column<Row>[] {
  return columns.filter((column) => column.fixed || (view.columns ? view.columns.includes(column.id) : !column.hidden));
}

/** What is looked at in each row, folded once. */
export function folded<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const said = (column: Column<Row>, row: Row) => column.sought?.(row) ?? `${column.text(row)} ${column.under?.(row) ?? ''}`;
  return rows.map((row) => ` ${plain(columns.map((column) => said(column, row)).join(' '))}`);
}

/** The rows in which every word of the filter begins some word; an Arabic article may stand before it. */
export function found<Row>(rows: readonly Row[], index: () => readonly string[], filter: string): Row[] {
  const words = terms(filter);
  if (words.length === 0) return [...rows];
  const folded = index();
  return rows.filter((_, n) => words.every((word) => folded[n]?.includes(` ${word}`) || folded[n]?.includes(` ال${word}`)));
}

/** The rows that are found, in the chosen order; rows alike stay as they came. */
export function ordered<Row>(rows: readonly Row[], index: () => readonly string[], columns: readonly Column<Row>[], view: TableView): Row[] {
  const all = found(rows, index, view.filter);
  const column = columns.find((one) => one.id === view.sort);
  if (!column || column.sort === false) return all;
  const by = column.sort ?? column.text;
  const { compare } = new Intl.Collator(locale(), { numeric: true, sensitivity: 'base' });
  const keyed = all.map((row) => ({ row, key: by(row) }));
  const turn = view.down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null || a.key === '') return 1; // nothing stands last, both ways
    if (b.key === null || b.key === '') return -1;
    if (typeof a.key === 'number' && typeof b.key === 'number') return turn * (a.key - b.key);
    return turn * compare(String(a.key), String(b.key));
  });
  return keyed.map(({ row }) => row);
}
