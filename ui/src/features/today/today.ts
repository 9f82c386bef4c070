// What the day says, from what the door tells: pure, so that it can be tried.
import type { AgendaVisit, FollowUp, TodayView, TodayVisit } from '../../ipc/call';

/** A day of the coming ones with its visits. */
export type Day = { on: string; visits: AgendaVisit[] };

/** Coming visits by day, the first days only. */
export function byDay(visits: readonly AgendaVisit[], days: number): Day[] {
  const found: Day[] = [];
  for (const visit of visits) {
    if (visit.planned_on === null) continue;
    const last = found.at(-1);
    if (last?.on === visit.planned_on) last.visits.push(visit);
    else if (found.length < days) found.push({ on: visit.planned_on, visits: [visit] });
    else break;
  }
  return found;
}

/** The visit of today that is next: the first without a finalised report; nothing where all are told. */
export function nextVisit(visits: readonly TodayVisit[]): TodayVisit | null {
  return visits.find((visit) => visit.state === 'planned') ?? null;
}

/** How many visits of today begin before this hour: the line of the present stands after them. */
export function before(visits: readonly TodayVisit[], now: string): number {
  return visits.filter((visit) => visit.starts_at !== null && visit.starts_at <= now).length;
}

/** The follow-up that the next step is about. */
export function stepOf(view: TodayView): FollowUp | null {
  const kinds = { returned: 'returned', late_report: 'no_report', overdue: 'overdue', unvisited: 'unvisited' } as const;
  if (!(view.next in kinds)) return null;
  const kind = kinds[view.next as keyof typeof kinds];
  return view.follow.find((one) => one.kind === kind) ?? null;
}
