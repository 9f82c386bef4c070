// Days of the calendar as text, `YYYY-MM-DD`, without hours or zones: weeks begin on Monday.
import type { AgendaVisit } from '../../ipc/call';

export type Span = 'list' | 'week' | 'month';

const DAY_MS = 86_400_000;

/** So many days later. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday on or before a day. */
export function monday(day: string): string {
  return shifted(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The first day of the month of a day, some months later. */
export function firstOf(day: string, months = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The days that are shown around a day: a week; six weeks that hold a month; for a list four weeks from its Monday. */
export function daysOf(span: Span, day: string): string[] {
  const from = span === 'month' ? monday(firstOf(day)) : monday(day);
  const count = span === 'week' ? 7 : span === 'list' ? 28 : monthDays(day, from);
  return Array.from({ length: count }, (_, n) => shifted(from, n));
}

/** Whole weeks from a Monday until a month is over. */
function monthDays(day: string, from: string): number {
  const end = Date.parse(firstOf(day, 1));
  return Math.ceil((end - Date.parse(from)) / DAY_MS / 7) * 7;
}

/** The day around which the next, or the one before, is shown. */
export function turned(span: Span, day: string, step: 1 | -1): string {
  return span === 'month' ? firstOf(day, step) : shifted(day, step * (span === 'week' ? 7 : 28));
}

/** Visits under their days; days without any are there too. */
export function byDay(days: readonly string[], visits: readonly AgendaVisit[]): Map<string, AgendaVisit[]> {
  const found = new Map(days.map((day): [string, AgendaVisit[]] => [day, []]));
  for (const visit of visits) if (visit.planned_on !== null) found.get(visit.planned_on)?.push(visit);
  return found;
}

/** Whether the hours of a visit stand in order, where both are said. */
export function inOrder(starts: string, ends: string): boolean {
  return starts === '' || ends === '' || starts < ends;
}
