import type { CooperativeRow, Waits } from '../../ipc/call';

type Diagnostic =
  | { kind: 'resume' | 'continue' | 'review' | 'see'; entry: string; answered: number; asked: number }
  | { kind: 'start' };

/** What a cooperative waits for, the most urgent alone; Enter on its cell does that. */
export type Work =
  | Diagnostic
  | { kind: 'returned'; entry: string }
  | { kind: 'no_report'; visit: string; on: string | null }
  | { kind: 'overdue'; actions: number; days: number }
  | { kind: 'unvisited'; days: number | null };

/** In the order of urgency for who coaches: what is theirs to write (sent back, told by nobody, begun), then what is late there, not begun,
 * without a visit, with the coordination, done. */
export const URGENCY: Record<Work['kind'], number> = {
  resume: 0, returned: 1, no_report: 2, continue: 3, overdue: 4, start: 5, unvisited: 6, review: 7, see: 8,
};

function diagnosticOf(row: CooperativeRow): Diagnostic {
  if (!row.diagnostic) return { kind: 'start' };
  const { entry, state, answered, asked } = row.diagnostic;
  const kinds = { draft: 'continue', returned: 'resume', finalised: 'review', validated: 'see', closed: 'see' } as const;
  return { kind: kinds[state], entry, answered, asked };
}

/** What of it is late or came back; what is due soon can wait. */
export function waiting(follow: readonly Waits[]): Waits[] {
  return follow.filter(({ kind }) => kind !== 'soon');
}

function followed(follow: readonly Waits[]): Work[] {
  const found: Work[] = [];
  for (const one of follow) {
    if (one.kind === 'overdue') found.push({ kind: 'overdue', actions: one.count, days: one.days ?? 0 });
    if (one.kind === 'returned' && one.entry !== null) found.push({ kind: 'returned', entry: one.entry });
    if (one.kind === 'no_report' && one.visit !== null) found.push({ kind: 'no_report', visit: one.visit, on: one.on });
    if (one.kind === 'unvisited') found.push({ kind: 'unvisited', days: one.days });
  }
  return found;
}

export function workOf(row: CooperativeRow, follow: readonly Waits[]): Work {
  const all: Work[] = [diagnosticOf(row), ...followed(follow)];
  return all.reduce((first, next) => (URGENCY[next.kind] < URGENCY[first.kind] ? next : first));
}
