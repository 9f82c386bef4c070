import type { CooperativeRow } from '../../ipc/call';

/** What is to be done for a cooperative's diagnostic, and what Enter does on its row. */
export type Work =
  | { kind: 'resume' | 'continue' | 'review' | 'see'; entry: string; answered: number; asked: number }
  | { kind: 'start' };

/** In the order of urgency for who coaches: sent back, begun, not begun, with the coordination, done. */
export const URGENCY: Record<Work['kind'], number> = { resume: 0, continue: 1, start: 2, review: 3, see: 4 };

export function workOf(row: CooperativeRow): Work {
  if (!row.diagnostic) return { kind: 'start' };
  const { entry, state, answered, asked } = row.diagnostic;
  const kinds = { draft: 'continue', returned: 'resume', finalised: 'review', validated: 'see', closed: 'see' } as const;
  return { kind: kinds[state], entry, answered, asked };
}
