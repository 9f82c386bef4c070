// What a table would change, as a person looks through it.
import type { ImportReport, ImportRow } from '../../ipc/call';

export type Outcome = 'new' | 'changed' | 'same' | 'refused';
export const OUTCOMES: readonly Outcome[] = ['refused', 'changed', 'new', 'same'];

/** How many rows come out so. */
export function countOf(report: ImportReport, outcome: Outcome): number {
  return report[outcome];
}

/** Rows that come out so, or all; those that need a look come first: refused, then doubtful, then the rest as in the file. */
export function rowsOf(report: ImportReport, outcome: Outcome | null): ImportRow[] {
  const rows = outcome === null ? [...report.rows] : report.rows.filter((row) => row.outcome === outcome);
  const urgency = (row: ImportRow) => (row.outcome === 'refused' ? 0 : row.findings.length > 0 || row.resembles ? 1 : 2);
  return rows.sort((a, b) => urgency(a) - urgency(b) || a.row - b.row);
}

/** What a column means now: what was chosen for it, else what the core understood. */
export function meaningOf(column: string, understood: string | null, map: readonly [string, string][]): string {
  return map.find(([name]) => name === column)?.[1] ?? understood ?? '';
}

/** The columns' meanings with one of them changed; a field that another column had is taken from it. */
export function remapped(columns: readonly { column: string; field: string | null }[], map: readonly [string, string][], column: string, field: string): [string, string][] {
  const next = map.filter(([name]) => name !== column);
  for (const other of columns) {
    if (field !== '' && other.column !== column && meaningOf(other.column, other.field, map) === field) {
      const at = next.findIndex(([name]) => name === other.column);
      if (at >= 0) next.splice(at, 1);
      next.push([other.column, '']);
    }
  }
  return [...next, [column, field]];
}
