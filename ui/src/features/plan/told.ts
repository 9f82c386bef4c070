// What a plan shows of its rows: which stand together, how urgent each is, where each lies on the line of time.
import type { ObjectiveView, PlanAction, PlanView } from '../../ipc/call';

/** An objective with its actions; without one, actions that serve none, or what was promised during visits. */
export interface Group {
  id: string;
  objective: ObjectiveView | null;
  promises: boolean;
  actions: PlanAction[];
}

/** Something is left to do. */
export function isOpen(action: PlanAction): boolean {
  return action.status === 'planned' || action.status === 'in_progress';
}

/** Objectives in their order with the actions that are shown; an objective without any is shown while all are. */
export function groups(view: PlanView, all: boolean): Group[] {
  const shown = view.actions.filter((action) => action.status !== 'refused' && (all || isOpen(action)));
  const known = new Set(view.objectives.map((objective) => objective.id));
  const found: Group[] = view.objectives.map((objective) => ({
    id: objective.id,
    objective,
    promises: false,
    actions: shown.filter((action) => action.objective === objective.id),
  }));
  const empty = (group: Group) => view.actions.some((action) => action.objective === group.objective?.id && action.status !== 'refused');
  const loose = shown.filter((action) => action.objective === null || !known.has(action.objective));
  const kept = found.filter((group) => all || group.actions.length > 0 || !empty(group));
  const rest = [false, true].map((promises) => ({
    id: promises ? 'promises' : 'loose', objective: null, promises, actions: loose.filter((action) => action.promised === promises),
  }));
  return [...kept, ...rest.filter((group) => group.actions.length > 0)];
}

/** How the day promised stands. */
export type Due = 'none' | 'later' | 'soon' | 'late' | 'closed';

export function due(action: PlanAction): Due {
  if (!isOpen(action)) return 'closed';
  if (action.days_left === null) return 'none';
  if (action.days_left < 0) return 'late';
  return action.soon ? 'soon' : 'later';
}

const DAY_MS = 86_400_000;

function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

function iso(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A stretch of the line, in parts of the whole. */
export interface Bar {
  from: number;
  length: number;
}

/** The line of time of a plan: whole months around all days, and where things lie on it. */
export interface Line {
  months: { iso: string; at: number }[];
  today: number;
  bar: (action: PlanAction) => Bar | null;
}

/** Nothing where no action has a day. */
export function line(actions: PlanAction[], today: string): Line | null {
  const days = actions.flatMap((a) => [a.start_on, a.due_on, a.closed_on]).filter((d) => d !== null);
  if (days.length === 0) return null;
  const all = [...days, today].sort();
  const first = new Date(`${(all[0] ?? today).slice(0, 7)}-01T00:00:00Z`);
  const last = new Date(`${(all.at(-1) ?? today).slice(0, 7)}-01T00:00:00Z`);
  const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1) / DAY_MS;
  const start = first.getTime() / DAY_MS;
  const at = (day: number) => (day - start) / (end - start);
  const months = [];
  for (let month = first; month.getTime() / DAY_MS < end; month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))) {
    months.push({ iso: iso(month.getTime() / DAY_MS), at: at(month.getTime() / DAY_MS) });
  }
  return {
    months,
    today: at(dayOf(today)),
    bar: (action) => {
      const until = action.closed_on ?? action.due_on ?? action.start_on;
      const from = action.start_on ?? action.first_due_on ?? until;
      if (until === null || from === null) return null;
      const [a, b] = from <= until ? [dayOf(from), dayOf(until)] : [dayOf(until), dayOf(from)];
      return { from: at(a), length: Math.max(b - a, 3) / (end - start) };
    },
  };
}

/** How many actions of the plan itself stand how, and how many promises of visits. */
export interface Counts {
  open: number;
  late: number;
  done: number;
}

export function counts({ totals }: PlanView): { own: Counts; promises: Counts } {
  const promises = { open: totals.promises_open, late: totals.promises_overdue, done: totals.promises_kept };
  const own = {
    open: totals.planned + totals.in_progress - promises.open,
    late: totals.overdue - promises.late,
    done: totals.done - promises.done,
  };
  return { own, promises };
}
